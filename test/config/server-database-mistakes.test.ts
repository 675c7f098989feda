import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadText, mistakes, temporaryFolder } from './temporary-config.js';

const folder = temporaryFolder();
mkdirSync(join(folder, 'certs'));
writeFileSync(join(folder, 'certs/ca.pem'), '');

const linesOf = (text: string, env: Record<string, string> = {}): string[] =>
  mistakes(() => loadText(folder, text, { env }));
const at = (path: string, said: string): string => `dragoman.yaml:${path}: ${said}`;

const POSTGRESQL = 'write postgres://user:password@host:5432/database';
const MYSQL = 'write mysql://user:password@host:3306/database';
const SQLITE = 'write sqlite:./data/shop.sqlite, sqlite:/absolute/path.sqlite or "sqlite::memory:" in quotes';
const ENCODE = 'in user, password and database write %40 for @, %2F for /, %3F for ? and %23 for #';
const HOSTS = 'write a name, an IPv4 address, or an IPv6 address in brackets, such as [::1]';
const PATHS = `write the path of a PEM file; relative ones start at ${folder}`;

describe('a mistake in an address is said without what may be secret in it', () => {
  const urlFault = (dialect: string, url: string, env: Record<string, string> = {}): string[] =>
    linesOf(`databases:\n  - name: a\n    dialect: ${dialect}\n    url: "${url}"\n`, env);

  it.each([
    ['sqlite:./a.db', `"sqlite:…" is no PostgreSQL address; ${POSTGRESQL}`],
    ['mysql://app:pw@db/shop', `"mysql://…" is no PostgreSQL address; ${POSTGRESQL}`],
    ['POSTGRES://app:pw@db/shop', `"POSTGRES://…" is no PostgreSQL address; ${POSTGRESQL}`],
    ['app:pw@db/shop', `this text is no PostgreSQL address; ${POSTGRESQL}`],
    ['jdbc:postgresql://db/shop', `"jdbc:…" is no PostgreSQL address; ${POSTGRESQL}`],
    ['secret://db/shop', `this text is no PostgreSQL address; ${POSTGRESQL}`],
    ['', `this text is no PostgreSQL address; ${POSTGRESQL}`],
    ['postgres://', `"postgres://…" names no user; ${POSTGRESQL}`],
    ['postgresql://db/shop', `"postgresql://…" names no user; ${POSTGRESQL}`],
    ['postgres://:pw@db/shop', `"postgres://…" names no user; ${POSTGRESQL}`],
    ['postgres://app:pw@/shop', `"postgres://…" names no host; ${HOSTS}`],
    ['postgres://app:pw@:5432/shop', `"postgres://…" names no host; ${HOSTS}`],
    ['postgres://app@::1:5432/shop', `"postgres://…" has a host that is neither a name nor an address; ${HOSTS}`],
    ['postgres://app@[db]/shop', `"postgres://…" has a host that is neither a name nor an address; ${HOSTS}`],
    ['postgres://app@[fe80::1%25eth0]/a', `"postgres://…" has a host that is neither a name nor an address; ${HOSTS}`],
    ['postgres://app@a,b/shop', `"postgres://…" has a host that is neither a name nor an address; ${HOSTS}`],
    ['postgres://app@%2Frun/shop', `"postgres://…" has a host that is neither a name nor an address; ${HOSTS}`],
    ['postgres://app@db', `"postgres://…" names no database; ${POSTGRESQL}`],
    ['postgres://app@db/', `"postgres://…" names no database; ${POSTGRESQL}`],
    ['postgres://app@db/a/b', `"postgres://…" has more than a database’s name behind its host; ${POSTGRESQL}`],
    ['postgres://app@db/a#b', '"postgres://…" has a # behind its database; write %23 for # itself'],
    ['postgres://app:p%w@db/a', '"postgres://…" holds a % that begins no character; write %25 for % itself'],
    ['postgres://app:%E4@db/a', '"postgres://…" holds a % that begins no character; write %25 for % itself'],
    ['postgres://app@db/%00', '"postgres://…" holds a % that begins no character; write %25 for % itself'],
    [
      'postgres://app:p w@db/a',
      '"postgres://…" holds a space or a control character; write it percent-encoded, such as %20 for a space',
    ],
    ['postgres://app@db/a?charset=x', '"postgres://…" takes no charset; end it with the database’s name'],
    ['postgres://app@db/a?', '"postgres://…" takes no parameters behind a “?”; end it with the database’s name'],
    [
      'postgres://app@db/a?application_name=x&sslmode=require',
      '"postgres://…" takes no sslmode; leave it out; the configuration’s key tls is for that, such as tls: { ca: ./certs/ca.pem }',
    ],
  ])('%s', (url, said) => {
    expect(urlFault('postgresql', url)).toEqual([at('4:10 databases[0].url', said)]);
  });

  it.each(['0', '65536', '99999999', 'x', ''])('in the port %j', (port) => {
    const said =
      '"mysql://…" has no port from 1 to 65535 behind its host’s colon; write one such as :3306, or leave out both';
    expect(urlFault('mysql', `mysql://app@db:${port}/shop`)).toEqual([at('4:10 databases[0].url', said)]);
  });

  it.each([
    ['postgres://app:pw@db/shop', `"postgres://…" is no MySQL address; ${MYSQL}`],
    ['mariadb://db/shop', `"mariadb://…" names no user; ${MYSQL}`],
    [
      'mysql://app@db/a?ssl-mode=REQUIRED',
      '"mysql://…" takes no ssl-mode; leave it out; the configuration’s key tls is for that, such as tls: { ca: ./certs/ca.pem }',
    ],
  ])('of MySQL: %s', (url, said) => {
    expect(urlFault('mysql', url)).toEqual([at('4:10 databases[0].url', said)]);
  });

  it('of SQLite', () => {
    const place = '4:10 databases[0].url';
    const other = at(place, `"postgres://…" is no SQLite address; ${SQLITE}`);
    expect(urlFault('sqlite', 'postgres://app:pw@db/shop')).toEqual([other]);
    expect(urlFault('sqlite', 'pw@db/shop')).toEqual([at(place, `this text is no SQLite address; ${SQLITE}`)]);
    expect(urlFault('sqlite', './a.db')).toEqual([at(place, `"./a.db" is no SQLite address; ${SQLITE}`)]);
  });

  it.each(['p@ss', 'p/ss', 'p?ss', 'p#ss', '1/2', '1#2', '1?sslmode=x'])('in a password that holds %s', (password) => {
    const lines = urlFault('postgresql', 'postgres://app:${P}@db:5432/shop', { P: password });
    expect(lines).toEqual([at('4:10 databases[0].url', `"postgres://…" can’t be taken apart; ${ENCODE}`)]);
  });

  it('that is missing or no text', () => {
    const hint =
      'write one of its dialect, such as postgres://user:password@host:5432/database or sqlite:./data/shop.sqlite';
    expect(linesOf('databases:\n  - { name: a, dialect: mysql }\n  - { name: b, dialect: mysql, url: 5 }')).toEqual([
      at('2:5 databases[0].url', `is missing; ${hint}`),
      at('3:37 databases[1].url', `5 (a number) is no address; ${hint}`),
    ]);
  });

  it('once, where the variable in it is missing', () => {
    expect(urlFault('mysql', 'mysql://app:${P}@db/a')).toEqual([
      at('4:10 databases[0].url', 'the environment variable P is not set; set it, or write ${P:-default}'),
    ]);
  });

  it('not at all, where the dialect is wrong', () => {
    expect(urlFault('postgres', 'postgres://db')).toEqual([
      at('3:14 databases[0].dialect', '"postgres" is no dialect; write postgresql, mysql or sqlite'),
    ]);
  });
});

describe('a mistake in tls', () => {
  const tlsFault = (line: string, env: Record<string, string> = {}): string[] =>
    linesOf(`databases:\n  - name: a\n    dialect: mysql\n    url: mysql://app@db/a\n    ${line}\n`, env);
  const forms = 'write true, false, or a mapping such as { ca: ./certs/ca.pem }';

  it.each([
    ['tls: yes', '5:10 databases[0].tls', `"yes" (a text) is no TLS setting; ${forms}`],
    ['tls: 1', '5:10 databases[0].tls', `1 (a number) is no TLS setting; ${forms}`],
    ['tls:', '5:9 databases[0].tls', `an empty value is no TLS setting; ${forms}`],
    ['tls: [a]', '5:10 databases[0].tls', `a list is no TLS setting; ${forms}`],
    ['tls: { verfy: true }', '5:12 databases[0].tls.verfy', 'unknown key; did you mean `verify`?'],
    ['tls: { mode: x }', '5:12 databases[0].tls.mode', 'unknown key; the keys here are ca, cert, key, verify'],
    ['tls: { verify: no }', '5:20 databases[0].tls.verify', '"no" (a text) is no boolean; write true or false'],
    [
      'tls: { ca: 5 }',
      '5:16 databases[0].tls.ca',
      '5 (a number) is no path of a file; write one such as ./certs/ca.pem',
    ],
    ['tls: { ca: "" }', '5:16 databases[0].tls.ca', '"" is no path of a file; write one such as ./certs/ca.pem'],
    ['tls: { ca: no.pem }', '5:16 databases[0].tls.ca', `"no.pem" is no file that exists; ${PATHS}`],
    ['tls: { ca: ./certs }', '5:16 databases[0].tls.ca', `"./certs" is a folder; ${PATHS}`],
    ['tls: { cert: certs/ca.pem }', '5:18 databases[0].tls.cert', 'cert stands without key; write both or neither'],
    ['tls: { key: certs/ca.pem }', '5:17 databases[0].tls.key', 'key stands without cert; write both or neither'],
  ])('%s', (line, path, said) => {
    expect(tlsFault(line)).toEqual([at(path, said)]);
  });

  it('shows no key that stands where its path should', () => {
    const KEY = '-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n';
    const said = 'this text is no path of a file; write one such as ./certs/ca.pem';
    expect(tlsFault('tls: { cert: certs/ca.pem, key: "${KEY}" }', { KEY })).toEqual([
      at('5:37 databases[0].tls.key', said),
    ]);
  });

  it('hides none of the others', () => {
    expect(tlsFault('tls: { cert: no.pem, verify: 1, mode: x }\n    timeout: 5\n    demo: bookshop')).toEqual([
      at('5:18 databases[0].tls.cert', 'cert stands without key; write both or neither'),
      at('5:34 databases[0].tls.verify', '1 (a number) is no boolean; write true or false'),
      at('5:37 databases[0].tls.mode', 'unknown key; the keys here are ca, cert, key, verify'),
      at('6:14 databases[0].timeout', '5 (a number) is no duration; write 250ms, 30s, 5m or 1h'),
      at('7:11 databases[0].demo', 'demo goes with sqlite only; leave it out here'),
    ]);
  });
});

describe('a key that the dialect doesn’t take', () => {
  it.each(['true', 'false', '{ ca: no.pem }'])('tls: %s with sqlite', (tls) => {
    expect(linesOf(`databases:\n  - { name: a, dialect: sqlite, url: "sqlite:a", tls: ${tls} }`)).toEqual([
      at('2:55 databases[0].tls', 'tls goes with postgresql and mysql only; leave it out here'),
    ]);
  });

  it('demo with postgresql', () => {
    const entry = '{ name: a, dialect: postgresql, url: "postgres://app@db/a", demo: bookshop }';
    expect(linesOf(`databases:\n  - ${entry}`)).toEqual([
      at('2:71 databases[0].demo', 'demo goes with sqlite only; leave it out here'),
    ]);
  });
});
