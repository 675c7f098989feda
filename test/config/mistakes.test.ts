import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config/index.js';
import { loadText, mistakes, temporaryFolder } from './temporary-config.js';

const folder = temporaryFolder();
const linesOf = (text: string | Buffer, env: Record<string, string> = {}): string[] =>
  mistakes(() => loadText(folder, text, { env }));

/** A sound database with one more line. */
const databaseWith = (line: string): string =>
  `databases:\n  - name: shop\n    dialect: sqlite\n    url: sqlite:a\n    ${line}\n`;

const DURATIONS = 'write 250ms, 30s, 5m or 1h';
const SIZES = 'write 64KB, 256MB or 1GB';
const ADDRESSES = 'write sqlite:./data/shop.sqlite, sqlite:/absolute/path.sqlite or "sqlite::memory:" in quotes';
const TRUST = 'write false, a list of their addresses such as [10.0.0.0/8], or how many stand in front, from 1 to 20';
const PROXIES =
  'write 127.0.0.1, 10.0.0.0/8, fd00::/8, loopback, linklocal or uniquelocal; a range of all addresses would trust everybody';
const ORIGINS = 'write scheme, host and port only, such as https://app.example.com, without a path or wildcard';
const TOP_KEYS = 'the keys here are server, databases, store, limits, transactions, auth, events, audit, log';
const NAMES = 'write a name such as shop: a letter, then up to 62 letters, digits, _ or -';
const QUOTES = 'put a text that holds “: ” or ends with “:” into quotes, as "sqlite::memory:", or mend the indentation';

interface Mistake {
  readonly text: string;
  /** `LINE:COLUMN path: message`, without the file. */
  readonly said: string;
}

const DATABASE_MISTAKES: readonly Mistake[] = [
  { text: 'timeout: "10"', said: `5:14 databases[0].timeout: "10" is no duration; ${DURATIONS}` },
  { text: 'timeout: 10', said: `5:14 databases[0].timeout: 10 (a number) is no duration; ${DURATIONS}` },
  { text: 'timeout: 600h', said: '5:14 databases[0].timeout: "600h" is no duration; write 596h at most' },
  { text: 'timeout:', said: `5:13 databases[0].timeout: an empty value is no duration; ${DURATIONS}` },
  { text: 'timeout: [1s]', said: `5:14 databases[0].timeout: a list is no duration; ${DURATIONS}` },
  { text: 'timeot: 10s', said: '5:5 databases[0].timeot: unknown key; did you mean `timeout`?' },
  { text: 'max_rows: 10', said: '5:5 databases[0].max_rows: unknown key; did you mean `maxRows`?' },
  {
    text: 'cache: {}',
    said: '5:5 databases[0].cache: unknown key; the keys here are name, dialect, url, tls, access, demo, pool, timeout, maxRows, slowQueryThreshold, health',
  },
  { text: 'name: x', said: '5:5 databases[0].name: this key stands twice in one mapping; keep one of them' },
  {
    text: 'access: readonly',
    said: '5:13 databases[0].access: "readonly" is no access mode; write read-only or read-write',
  },
  { text: 'demo: library', said: '5:11 databases[0].demo: "library" is no demo; write bookshop' },
  {
    text: 'maxRows: 1.5',
    said: '5:14 databases[0].maxRows: 1.5 is no whole number from 1 to 2147483647; write one such as 10000',
  },
  {
    text: 'pool: 3',
    said: '5:11 databases[0].pool: 3 (a number) is no mapping; write keys and values, such as strategy: …',
  },
  {
    text: 'pool: { min: 20 }',
    said: '5:18 databases[0].pool.min: 20 is more than max, which is 16; write a smaller min or a larger max',
  },
  {
    text: 'pool: { strategy: lazy }',
    said: '5:23 databases[0].pool.strategy: "lazy" is no pool strategy; write advanced, simple or none',
  },
  {
    text: 'pool: { strategy: clustered }',
    said: '5:23 databases[0].pool.strategy: clustered goes with a cluster only; write advanced, simple or none',
  },
  {
    text: 'pool: { strategy: none, min: 2 }',
    said: '5:34 databases[0].pool.min: min has no effect with the strategy none; leave it out, or take the strategy advanced or simple',
  },
  {
    text: 'pool: { strategy: simple, maxLifetime: 1h }',
    said: '5:44 databases[0].pool.maxLifetime: maxLifetime has no effect with the strategy simple; leave it out, or take the strategy advanced',
  },
  {
    text: 'pool: { idleTimeout: 1h, maxLifetime: 30m }',
    said: '5:26 databases[0].pool.idleTimeout: is longer than maxLifetime, which closes every connection sooner; write a shorter idleTimeout or a longer maxLifetime',
  },
  {
    text: 'pool: { maxLifetime: 0s }',
    said: `5:26 databases[0].pool.maxLifetime: "0s" is no duration; ${DURATIONS}`,
  },
  {
    text: 'pool: { max: 0 }',
    said: '5:18 databases[0].pool.max: 0 is no whole number from 1 to 1000; write one such as 16',
  },
  {
    text: 'health: { intervall: 1s }',
    said: '5:15 databases[0].health.intervall: unknown key; did you mean `interval`?',
  },
];

const FILE_MISTAKES: readonly Mistake[] = [
  { text: '- a', said: '1:1 a list is no configuration; write keys and values, such as server: …' },
  { text: 'hello', said: '1:1 "hello" (a text) is no configuration; write keys and values, such as server: …' },
  { text: 'clusters: []', said: `1:1 clusters: unknown key; ${TOP_KEYS}` },
  { text: 'database: []', said: '1:1 database: unknown key; did you mean `databases`?' },
  { text: '__proto__: {}', said: `1:1 __proto__: unknown key; ${TOP_KEYS}` },
  { text: 'server: {}\n<<: {}', said: `2:1 <<: unknown key; ${TOP_KEYS}` },
  { text: 'server:', said: '1:8 server: an empty value is no mapping; write keys and values, such as host: …' },
  {
    text: 'server:\n  port: "4000"',
    said: '2:9 server.port: "4000" (a text) is no port; write a whole number from 0 to 65535, such as 4000',
  },
  {
    text: 'server: { port: 65536 }',
    said: '1:17 server.port: 65536 is no port; write a whole number from 0 to 65535, such as 4000',
  },
  {
    text: 'server: { host: "127.0.0.1:80" }',
    said: '1:17 server.host: "127.0.0.1:80" is no host; write an address such as 127.0.0.1, 0.0.0.0, ::1 or localhost',
  },
  {
    text: 'server: { introspection: yes }',
    said: '1:26 server.introspection: "yes" (a text) is no boolean; write true or false',
  },
  {
    text: 'server: { trustProxy: true }',
    said: `1:23 server.trustProxy: true (a boolean) is no trust in proxies; ${TRUST}`,
  },
  {
    text: 'server: { trustProxy: 0 }',
    said: '1:23 server.trustProxy: 0 is no whole number from 1 to 20; write one such as 1',
  },
  { text: 'server: { trustProxy: [] }', said: `1:23 server.trustProxy: a list is no trust in proxies; ${TRUST}` },
  ...['0.0.0.0/0', '10.0.0.0/33', 'proxy.example.com', '::/0'].map((text) => ({
    text: `server: { trustProxy: ["${text}"] }`,
    said: `1:24 server.trustProxy[0]: "${text}" is no address of proxies; ${PROXIES}`,
  })),
  {
    text: 'server: { cors: https://a.com }',
    said: '1:17 server.cors: "https://a.com" (a text) is no list; write a list of origins, such as [https://app.example.com]',
  },
  { text: 'server: { cors: ["*"] }', said: `1:18 server.cors[0]: "*" is no origin; ${ORIGINS}` },
  {
    text: 'server: { cors: ["https://a.com/x"] }',
    said: `1:18 server.cors[0]: "https://a.com/x" is no origin; ${ORIGINS}`,
  },
  {
    text: 'server: { cors: ["ftp://me:secret@a.com"] }',
    said: `1:18 server.cors[0]: "ftp://***@a.com" is no origin; ${ORIGINS}`,
  },
  {
    text: 'databases: {}',
    said: '1:12 databases: a mapping is no list; write one entry a database, each begun with “- name:”',
  },
  {
    text: 'databases: [4]',
    said: '1:13 databases[0]: 4 (a number) is no mapping; write keys and values, such as name: …',
  },
  {
    text: 'databases:\n  - { name: a, dialect: oracle, url: "sqlite:a" }',
    said: '2:25 databases[0].dialect: "oracle" is no dialect; write postgresql, mysql or sqlite',
  },
  {
    text: 'databases:\n  - { name: 1a, dialect: sqlite, url: "sqlite:a" }',
    said: `2:13 databases[0].name: "1a" is no database name; ${NAMES}`,
  },
  {
    text: 'databases:\n  - dialect: sqlite\n    url: sqlite:a',
    said: `2:5 databases[0].name: is missing; ${NAMES}`,
  },
  {
    text: 'databases:\n  - { name: a, dialect: sqlite, url: "sqlite:a" }\n  - { name: a, dialect: sqlite, url: "sqlite:b" }',
    said: '3:13 databases[1].name: "a" is the name of databases[0] already; give each database a name of its own',
  },
  { text: 'store: sqlite:///x', said: `1:8 store: "sqlite:///x" is no SQLite address; ${ADDRESSES}` },
  { text: 'store: "sqlite:"', said: `1:8 store: "sqlite:" is no SQLite address; ${ADDRESSES}` },
  { text: 'store: ./x.db', said: `1:8 store: "./x.db" is no SQLite address; ${ADDRESSES}` },
  {
    text: 'store: postgres://me:secret@db/d?password=secret',
    said: `1:8 store: "postgres://…" is no SQLite address; ${ADDRESSES}`,
  },
  { text: 'limits: { requestBytes: 1024 }', said: `1:25 limits.requestBytes: 1024 (a number) is no size; ${SIZES}` },
  { text: 'limits: { requestBytes: "1024" }', said: `1:25 limits.requestBytes: "1024" is no size; ${SIZES}` },
  {
    text: 'limits: { depth: 0 }',
    said: '1:18 limits.depth: 0 is no whole number from 1 to 1000; write one such as 12',
  },
  {
    text: 'auth: open',
    said: '1:7 auth: "open" is no setting of who may ask; write none, or a mapping of roles and keys',
  },
  {
    text: 'auth: { roles: { a: { grants: [{ database: shop, access: all }] } } }',
    said: '1:58 auth.roles.a.grants[0].access: "all" is no access mode; write read-only or read-write',
  },
  {
    text: 'auth: { roles: { a: { grants: [{ database: shop, schema: true }] } } }',
    said: '1:58 auth.roles.a.grants[0].schema: schema goes with access: read-write; write both, or neither',
  },
  {
    text: 'auth: { roles: { a: { grant: [] } } }',
    said: '1:23 auth.roles.a.grant: unknown key; did you mean `grants`?',
  },
  {
    text: `auth: { apiKeys: [{ name: k, sha256: "${'0'.repeat(64)}", role: a }] }`,
    said: '1:112 auth.apiKeys[0].role: "a" is the name of no role; define it below auth.roles',
  },
  {
    text: 'auth: { roles: { analyst: {} }, anonymous: analist }',
    said: '1:44 auth.anonymous: "analist" is the name of no role; did you mean `analyst`?',
  },
  {
    text: 'auth: { roles: { a: {} }, apiKeys: [{ name: k, sha256: drg_mine, role: a }] }',
    said: '1:56 auth.apiKeys[0].sha256: this text is no SHA-256 hash; write 64 hexadecimal digits; `dragoman key create` makes a key and its hash',
  },
  {
    text: 'auth: { jwt: { issuer: a, audience: b } }',
    said: '1:14 auth.jwt.jwks: jwks is missing; write one of jwks and secret',
  },
  {
    text: 'auth: { jwt: { issuer: a, audience: b, secret: short } }',
    said: '1:48 auth.jwt.secret: this text is no secret; write at least 32 characters, by way of the environment: ${JWT_SECRET}',
  },
  {
    text: 'auth: { jwt: { issuer: a, audience: b, jwks: "http://issuer.example.com/keys" } }',
    said: '1:46 auth.jwt.jwks: "http://issuer.example.com/keys" is no address of keys; write one such as https://issuer.example.com/.well-known/jwks.json; http is for loopback addresses only',
  },
  {
    text: 'log: { level: loud }',
    said: '1:15 log.level: "loud" is no log level; write trace, debug, info, warn, error or silent',
  },
  {
    text: 'events: { redis: "http://me:planted@cache" }',
    said: '1:18 events.redis: this text is no Redis address; write redis://USER:PASSWORD@HOST:PORT, or rediss:// for TLS',
  },
  { text: 'log: { format: xml }', said: '1:16 log.format: "xml" is no log format; write pretty or json' },
];

const SYNTAX_MISTAKES: readonly Mistake[] = [
  { text: 'log:\n\tlevel: info', said: '2:1 Tabs are not allowed as indentation' },
  { text: "store: 'x", said: "1:10 Missing closing 'quote" },
  { text: '{"a" 1}', said: '1:6 Missing , or : between flow map items' },
  { text: 'log: !mine info', said: '1:6 Unresolved tag: !mine' },
  { text: 'log: *level', said: '1:6 there is no anchor &level before this alias' },
  { text: '? [a]\n: 1', said: '1:3 a key must be a plain text; write KEY: VALUE' },
  { text: '---\n{}\n---\n{}', said: '3:1 a second document begins here; keep one, a configuration is one document' },
  {
    text: 'store: sqlite::memory:',
    said: `1:8 a mapping begins where a single value should stand; ${QUOTES}`,
  },
  {
    text: 'databases: [{ name: a, url: sqlite::memory: }]',
    said: `1:29 a mapping begins where a single value should stand; ${QUOTES}`,
  },
];

describe('a mistake is said with its place', () => {
  it.each(DATABASE_MISTAKES)('in a database: $text', ({ text, said }) => {
    expect(linesOf(databaseWith(text))).toEqual([`dragoman.yaml:${said}`]);
  });

  it.each(FILE_MISTAKES)('in the file: $text', ({ text, said }) => {
    expect(linesOf(text)).toEqual([`dragoman.yaml:${said}`]);
  });

  it.each(SYNTAX_MISTAKES)('in the syntax: $text', ({ text, said }) => {
    expect(linesOf(text)).toEqual([`dragoman.yaml:${said}`]);
  });

  it.each([
    ['${A}', '1:8 store: the environment variable A is not set; set it, or write ${A:-default}'],
    ['${A', '1:8 store: “${” opens no variable here; write ${NAME} or ${NAME:-default}, or $${ for the characters'],
    ['${1}', '1:8 store: “${” opens no variable here; write ${NAME} or ${NAME:-default}, or $${ for the characters'],
    [
      '${constructor}',
      '1:8 store: the environment variable constructor is not set; set it, or write ${constructor:-default}',
    ],
  ])('in a reference: %s', (text, said) => {
    expect(linesOf(`store: ${text}`)).toEqual([`dragoman.yaml:${said}`]);
  });

  it.each([
    ['a UTF-8 mark', Buffer.from('\ufeffserver: {}'), '1:1 the file is UTF-8 with a byte order mark'],
    ['UTF-16', Buffer.from('\ufeffserver: {}', 'utf16le'), '1:1 the file is UTF-16'],
  ])('in a file with %s', (_name, bytes, said) => {
    expect(linesOf(bytes)).toEqual([`dragoman.yaml:${said}; save it as UTF-8 without a byte order mark`]);
  });

  it.each([
    ['a later line', Buffer.from('log:\n  level: \xe4\n', 'latin1'), '2:10'],
    ['an unended line', Buffer.from('a\xe4', 'latin1'), '1:2'],
    ['a cut character', Buffer.from([0x61, 0x0a, 0xe2, 0x82]), '2:1'],
  ])('in a file with a wrong byte in %s', (_name, bytes, place) => {
    expect(linesOf(bytes)).toEqual([`dragoman.yaml:${place} the file is not UTF-8 here; save it as UTF-8`]);
  });

  it('in JSON', () => {
    const text = '{\n  "server": {\n    "port": "x",\n    "hots": "a"\n  }\n}\n';
    expect(mistakes(() => loadText(folder, text, { name: 'dragoman.json' }))).toEqual([
      'dragoman.json:3:13 server.port: "x" (a text) is no port; write a whole number from 0 to 65535, such as 4000',
      'dragoman.json:4:5 server.hots: unknown key; did you mean `host`?',
    ]);
  });

  it('behind an alias, where the value stands', () => {
    const text = 'limits: &l { depth: 1 }\nlog: *l';
    expect(linesOf(text)).toEqual(['dragoman.yaml:1:14 log.depth: unknown key; the keys here are level, format']);
  });

  it('in aliases that grow without bounds', () => {
    const layers = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd'])
      layers.push(`${to}: &${to} [${Array<string>(10).fill(`*${from}`).join(', ')}]`);
    expect(linesOf(layers.join('\n'))).toEqual([
      'dragoman.yaml:1:1 the aliases can’t be followed: Excessive alias count indicates a resource exhaustion attack',
    ]);
  });
});

describe('mistakes in the environment', () => {
  const ports = 'write a whole number from 0 to 65535, such as 4000';

  it.each([
    [{ PORT: 'abc' }, `environment PORT: "abc" is no port; ${ports}`],
    [{ PORT: '65536' }, `environment PORT: "65536" is no port; ${ports}`],
    [{ PORT: '-1' }, `environment PORT: "-1" is no port; ${ports}`],
    [
      { HOST: 'http://x' },
      'environment HOST: "http://x" is no host; write an address such as 127.0.0.1, 0.0.0.0, ::1 or localhost',
    ],
  ])('%j', (env, line) => expect(linesOf('', env)).toEqual([line]));
});

describe('ConfigError', () => {
  it('lists all mistakes at once, in the order of the file', () => {
    const text = [
      'log: { levle: info }',
      'server: { port: 1 }',
      'server: { port: x }',
      'store: ${MISSING}',
      'databases:',
      '  - { name: a, dialect: sqlite, url: "sqlite:a", timeout: 3 }',
      '  - { name: a, dialect: oracle, url: "oracle://me@db/a" }',
      '  - dialect: sqlite',
      '    pool: { min: 9, max: 3, idleTimeout: 5 }',
    ];
    const places = linesOf(text.join('\n'), { PORT: 'x' }).map((line) => line.replace(/: .*/, ''));
    expect(places).toEqual([
      'dragoman.yaml:1:8 log.levle',
      'dragoman.yaml:3:1 server',
      'dragoman.yaml:3:17 server.port',
      'dragoman.yaml:4:8 store',
      'dragoman.yaml:6:59 databases[0].timeout',
      'dragoman.yaml:7:13 databases[1].name',
      'dragoman.yaml:7:25 databases[1].dialect',
      'dragoman.yaml:8:5 databases[2].name',
      'dragoman.yaml:8:5 databases[2].url',
      'dragoman.yaml:9:18 databases[2].pool.min',
      'dragoman.yaml:9:42 databases[2].pool.idleTimeout',
      'environment PORT',
    ]);
  });

  it('carries its problems one by one', () => {
    const path = join(folder, 'dragoman.yaml');
    const load = (): unknown => loadText(folder, 'logs: {}');
    const problem = {
      file: path,
      line: 1,
      column: 1,
      path: 'logs',
      message: 'unknown key',
      hint: 'did you mean `log`?',
    };
    expect(load).toThrow(expect.objectContaining({ name: 'ConfigError', problems: [problem] }));
    expect(load).toThrow(ConfigError);
  });

  it('says why a file can’t be read', () => {
    const lines = mistakes(() => loadConfig({ path: join(folder, 'none', 'dragoman.yaml'), env: {} }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^dragoman\.yaml: the file can’t be read: ENOENT/);
  });
});
