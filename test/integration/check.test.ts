import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabases } from '../../src/check.js';
import type { Config } from '../../src/config/index.js';
import { createDatabase, refusedPort, type SqlEngine, type TestDatabase } from '../support/servers/index.js';
import { configOf, databaseConfig } from '../support/service.js';

async function check(
  ...databases: Partial<Config['databases'][number]>[]
): Promise<{ healthy: boolean; lines: string[] }> {
  const complete = databases.map((database) => ({ ...databaseConfig('shop', 'unused'), timeoutMs: 3000, ...database }));
  const lines: string[] = [];
  const healthy = await checkDatabases({ ...configOf('unused', {}), databases: complete }, (line) => lines.push(line));
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
