import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check as checkConfiguration } from '../../src/check.js';
import type { Config } from '../../src/config/index.js';
import { objectionTo } from '../../src/start/index.js';
import {
  certificates,
  createDatabase,
  refusedPort,
  type SqlEngine,
  type TestDatabase,
} from '../support/servers/index.js';
import { configOf, databaseConfig } from '../support/service.js';

async function check(
  ...databases: Partial<Config['databases'][number]>[]
): Promise<{ healthy: boolean; lines: string[] }> {
  const complete = databases.map((database) => ({ ...databaseConfig('shop', 'unused'), timeoutMs: 3000, ...database }));
  const lines: string[] = [];
  const healthy = await checkConfiguration({ ...configOf('unused', {}), databases: complete }, (line) =>
    lines.push(line),
  );
  return { healthy, lines: lines.slice(1) };
}

describe.each<[SqlEngine, Config['databases'][number]['dialect'], RegExp]>([
  ['postgresql', 'POSTGRESQL', /✓ shop: PostgreSQL \d+\.\d+, READ_WRITE, answers in \d+\.\d ms/],
  ['mysql', 'MYSQL', /✓ shop: (MariaDB|MySQL) \d+\.\d+\.\d+, READ_WRITE, answers in \d+\.\d ms/],
])('check, of %s', (engine, dialect, found) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase(engine);
    await database.run('CREATE TABLE things (id integer)');
  });
  afterAll(() => database.drop());

  it('says the version, and nothing against a user with just the rights it needs', async () => {
    const { url } = await database.createRole('WRITE');
    const { healthy, lines } = await check({ dialect, url });
    expect(healthy).toBe(true);
    expect(lines).toEqual([expect.stringMatching(found)]);
  });

  it('says what a user may do beyond what it needs', async () => {
    const { healthy, lines } = await check({ dialect, url: database.url });
    expect(healthy).toBe(true);
    expect(lines.join('\n')).toMatch(
      engine === 'mysql' ? /! the user has ALL PRIVILEGES/ : /! the user is a superuser/,
    );
    expect(lines.at(-1)).toMatch(/Give Dragoman a user with no more rights/);
  });

  it('says of a database for reading only that its user may write', async () => {
    const [reader, writer] = [await database.createRole('READ'), await database.createRole('WRITE')];
    const quiet = await check({ dialect, url: reader.url, access: 'READ_ONLY' });
    expect(quiet.lines).toHaveLength(1);
    const { lines } = await check({ dialect, url: writer.url, access: 'READ_ONLY' });
    expect(lines).toContain('      ! the user may write, though the database is registered for reading only');
  });

  it('says why one is not reached, with no password in it, and goes on', async () => {
    const wrong = Object.assign(new URL(database.url), { password: 'Pa55-planted' }).toString();
    const down = Object.assign(new URL(database.url), { port: String(await refusedPort()) }).toString();
    const { healthy, lines } = await check(
      { dialect, url: wrong, name: 'wrong' },
      { dialect, url: down, name: 'down' },
      { dialect, url: database.url, name: 'up' },
    );
    expect(healthy).toBe(false);
    const told = lines.join('\n');
    expect(told).toMatch(/✗ wrong: .*(password authentication failed|Access denied)/i);
    expect(told).toContain('Mend user and password in the database’s url.');
    expect(told).toContain('✗ down: The server refuses connections at its address.');
    expect(told).toMatch(/✓ up: /);
    expect(told).not.toContain('Pa55');
  });
});

it('check refuses the service’s own store as a database, also before the store is there', async () => {
  const { healthy, lines } = await check({ url: configOf('unused', {}).store.url });
  expect(healthy).toBe(false);
  expect(lines).toEqual([
    expect.stringContaining('✗ shop: The url leads to the service’s own store'),
    expect.anything(),
  ]);
});

describe('check, of the certificate', () => {
  const { ca, cert, key } = certificates();
  const checkTls = async (tls: Config['server']['tls']): Promise<{ healthy: boolean; lines: string[] }> => {
    const config = configOf('unused', {});
    const lines: string[] = [];
    const healthy = await checkConfiguration({ ...config, server: { ...config.server, tls }, databases: [] }, (line) =>
      lines.push(line),
    );
    return { healthy, lines: lines.slice(1) };
  };

  it('says that it is with its own key', async () => {
    expect(await checkTls({ cert, key })).toEqual({
      healthy: true,
      lines: ['  ✓ server.tls: a certificate and its own key'],
    });
  });

  it.each([
    ['another certificate’s key', { cert: ca, key }],
    ['no certificate', { cert: key, key }],
    ['no file', { cert: 'nowhere.pem', key }],
  ])('refuses %s', async (_what, tls) => {
    const { healthy, lines } = await checkTls(tls);
    expect(healthy).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^ {2}✗ server\.tls can't be used: .*own key, as PEM\.$/)]);
  });

  it.each([
    [-1, { refused: true, text: expect.stringMatching(/is valid from \d{4}-\d\d-\d\d on: clients refuse it$/) }],
    [1, undefined],
    [10, { refused: false, text: expect.stringMatching(/is valid until \d{4}-\d\d-\d\d: renew it, and start again$/) }],
    [40, { refused: true, text: expect.stringMatching(/was valid until \d{4}-\d\d-\d\d: clients refuse it$/) }],
  ])('looks at its dates: after %i of its 30 days', (days, expected) => {
    const read = { cert: readFileSync(cert, 'utf8') };
    expect(objectionTo(read, Date.now() + days * 86_400_000)).toEqual(expected);
  });
});
