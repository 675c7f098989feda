import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/index.js';
import { loadText, mistakes, temporaryFolder } from './temporary-config.js';

const folder = temporaryFolder();
mkdirSync(join(folder, 'certs'));
for (const name of ['ca', 'client', 'client.key']) writeFileSync(join(folder, 'certs', `${name}.pem`), '');

const loaded = (
  dialect: string,
  url: string,
  more = '',
  env: Record<string, string> = {},
): Config['databases'][number] => {
  const text = `databases:\n  - name: shop\n    dialect: ${dialect}\n    url: ${url}\n    ${more}\n`;
  const [database] = loadText(folder, text, { env }).databases;
  if (database === undefined) throw new Error('no database was loaded');
  return database;
};

describe('a database on a server', () => {
  it('is completed as every other', () => {
    expect(loaded('postgresql', 'postgres://app@db.example.com/shop')).toEqual({
      name: 'shop',
      dialect: 'POSTGRESQL',
      url: 'postgres://app@db.example.com/shop',
      tls: undefined,
      access: 'READ_WRITE',
      demo: undefined,
      pool: {
        strategy: 'ADVANCED',
        ...{ min: 1, max: 16, maxWaiting: 200 },
        ...{ acquireTimeoutMs: 5000, idleTimeoutMs: 30_000, maxLifetimeMs: 1_800_000 },
      },
      timeoutMs: 30_000,
      maxRows: 10_000,
      slowQueryThresholdMs: 200,
      health: { intervalMs: 500, timeoutMs: 400, failures: 2, successes: 2 },
    } satisfies Config['databases'][number]);
  });

  it.each([
    ['postgresql', 'postgresql://app:secret@127.0.0.1:5432/shop'],
    ['postgresql', 'postgres://app:@localhost/shop'],
    ['postgresql', 'postgres://app:a:b@db_1/shop-2'],
    ['postgresql', '"postgres://app:secret@[::1]:65535/shop"'],
    ['postgresql', 'postgres://a%40b:p%2F%C3%A4@[2001:db8::1]/the%20shop'],
    ['mysql', 'mysql://app@127.0.0.1:3306/crm'],
  ])('of dialect %s keeps its address: %s', (dialect, url) => {
    expect(loaded(dialect, url).url).toBe(url.replaceAll('"', ''));
  });

  it('of MariaDB has MySQL’s scheme', () => {
    expect(loaded('mysql', 'mariadb://app:mariadb:@db/crm')).toMatchObject({
      dialect: 'MYSQL',
      url: 'mysql://app:mariadb:@db/crm',
    });
  });

  it('takes its password from the environment', () => {
    const url = 'postgres://app:${SHOP_PASSWORD:-secret}@db:5432/shop';
    expect(loaded('postgresql', url).url).toBe('postgres://app:secret@db:5432/shop');
    expect(loaded('postgresql', url, '', { SHOP_PASSWORD: '1234' }).url).toBe('postgres://app:1234@db:5432/shop');
  });

  it.each([
    ['tls: true', { verify: true }],
    ['tls: false', false],
    ['tls: ${SHOP_TLS:-false}', false],
    ['tls: {}', { verify: true }],
    ['tls: { verify: false }', { verify: false }],
    ['tls: { ca: ./certs/ca.pem }', { verify: true, ca: join(folder, 'certs/ca.pem') }],
    [
      'tls: { cert: certs/client.pem, key: ./certs/../certs/client.key.pem }',
      { verify: true, cert: join(folder, 'certs/client.pem'), key: join(folder, 'certs/client.key.pem') },
    ],
  ])('%s', (line, tls) => {
    expect(loaded('postgresql', 'postgres://app@db/shop', line).tls).toEqual(tls);
    expect(loaded('mysql', 'mysql://app@db/shop', line).tls).toEqual(tls);
  });

  it('takes absolute paths of certificates', () => {
    const ca = join(folder, 'certs/ca.pem');
    expect(loaded('mysql', 'mysql://app@db/shop', `tls: { ca: ${ca} }`).tls).toEqual({ verify: true, ca });
  });
});

describe('a password in an address', () => {
  /** Often of what separates an address's parts. */
  const passwords = fc
    .array(fc.oneof(fc.constantFrom(...Array.from('@/?#:%[]\\& +"\'${}|^\n\té𝄞')), fc.string({ maxLength: 2 })))
    .map((pieces) => pieces.join(''))
    .filter((password) => password !== '');

  const PARTS = ['app', 'db.example.com', '5433', '/shop', '', ''];
  const load = (password: string): string =>
    loaded('postgresql', 'postgres://app:${P}@db.example.com:5433/shop', '', { P: password }).url;

  it('is read as it was meant once it is percent-encoded', () => {
    fc.assert(
      fc.property(passwords, (password) => {
        expect(decodeURIComponent(new URL(load(encodeURIComponent(password))).password)).toBe(password);
      }),
    );
  });

  it('is read as it was meant or refused where it is not, and never moves the other parts', () => {
    const unencoded = passwords.filter((password) => !/%[0-9a-f]{2}/i.test(password));
    fc.assert(
      fc.property(unencoded, (password) => {
        let url: string;
        try {
          url = load(password);
        } catch {
          return;
        }
        const { username, hostname, port, pathname, search, hash } = new URL(url);
        expect([username, hostname, port, pathname, search, hash]).toEqual(PARTS);
        expect(decodeURIComponent(new URL(url).password)).toBe(password);
      }),
    );
  });

  it('is in no message', () => {
    const shells = ['', '@', '/', '?', '#', '%', ' ', '@x/y?', '/z@w/v?sslmode=', '?a=', '&b=', '\n', '://'];
    const dialects = ['postgresql', 'mysql', 'sqlite', 'oracle'];
    const urls = ['postgres://app:${P}@/d?x=1', 'postgres://${P}', 'postgres://a:b@h/d?password=${P}', '${P}@h/d'];
    const entries = urls.flatMap((url) =>
      dialects.map((dialect, index) => `{ name: a${index}, dialect: ${dialect}, url: "${url}", tls: 5 }`),
    );
    const text = `store: "\${P}@h/d"\ndatabases: [${entries.join(', ')}]`;
    const secrets = shells.flatMap((before) => shells.map((after) => `${before}hunter2${after}`));
    for (const P of secrets) {
      expect(mistakes(() => loadText(folder, text, { env: { P } })).join('\n')).not.toContain('hunter2');
    }
  });
});
