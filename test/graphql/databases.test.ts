import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/index.js';
import { configOf, databaseConfig, startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService()));
afterAll(() => service.end());

const REGISTER =
  'mutation ($input: DatabaseInput!) { registerDatabase(input: $input) { name dialect access state health { status } } }';
const input = (name: string, more: object = {}): Record<string, unknown> => ({
  input: { name, dialect: 'SQLITE', url: `sqlite:${join(service.folder, 'more.sqlite')}`, ...more },
});

describe('databases', () => {
  it('lists them with state, version and health', async () => {
    const { data } = await service.graphql(
      '{ databases { name dialect serverVersion access state health { database status checkedAt latencyMs consecutiveFailures error } } }',
    );
    expect(data.databases).toEqual([
      {
        name: 'small',
        dialect: 'SQLITE',
        serverVersion: expect.stringMatching(/^SQLite 3\.\d+/),
        access: 'READ_WRITE',
        state: 'READY',
        health: {
          database: 'small',
          status: 'HEALTHY',
          checkedAt: expect.stringMatching(/^\d{4}-.*Z$/),
          latencyMs: expect.any(Number),
          consecutiveFailures: 0,
          error: null,
        },
      },
    ]);
  });

  it('finds one by name, and has null for a name that nobody has', async () => {
    const { data, errors } = await service.graphql(
      '{ a: database(name: "small") { name } b: database(name: "nope") { name } }',
    );
    expect({ data, errors }).toEqual({ data: { a: { name: 'small' }, b: null }, errors: undefined });
  });

  it('is a federation subgraph whose entity is resolved by name', async () => {
    const { data } = await service.graphql(
      'query ($r: [_Any!]!) { _service { sdl } _entities(representations: $r) { ... on Database { name state } } }',
      {
        r: [
          { __typename: 'Database', name: 'small' },
          { __typename: 'Database', name: 'nope' },
        ],
      },
    );
    expect(data._entities).toEqual([{ name: 'small', state: 'READY' }, null]);
    expect(data._service.sdl).toContain('@key(fields: "name")');
  });

  it('counts what it did', async () => {
    const status = async () =>
      (
        await service.graphql(
          '{ serviceStatus { version startedAt databases adaptersCreated adaptersClosed queries } }',
        )
      ).data.serviceStatus;
    const before = await status();
    await service.graphql('{ query(database: "small", sql: "SELECT 1") { rowCount } }');
    const after = await status();
    expect(after.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(after.queries).toBe(Number(before.queries) + 1);
    expect(Date.now() - Date.parse(after.startedAt)).toBeLessThan(60_000);
  });
});

describe('registerDatabase', () => {
  it('registers, serves, refuses the name again, and removes', async () => {
    expect((await service.graphql(REGISTER, input('more', { pool: { max: 2 } }))).data.registerDatabase).toEqual({
      name: 'more',
      dialect: 'SQLITE',
      access: 'READ_WRITE',
      state: 'READY',
      health: { status: 'HEALTHY' },
    });
    expect(
      (await service.graphql('{ query(database: "more", sql: "SELECT 7 AS n") { rows } }')).data.query.rows,
    ).toEqual([{ n: 7 }]);
    expect((await service.graphql(REGISTER, input('more'))).errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
    expect((await service.graphql('mutation { removeDatabase(name: "more") }')).data.removeDatabase).toBe(true);
    const gone = await service.graphql('mutation { removeDatabase(name: "more") }');
    expect(gone).toMatchObject({
      data: { removeDatabase: null },
      errors: [{ path: ['removeDatabase'], extensions: { code: 'DATABASE_NOT_FOUND', retryable: false } }],
    });
  });

  it.each(['', '1abc', 'a b', 'a/b', 'ä', 'x'.repeat(64), '__proto__'])('refuses the name "%s"', async (name) => {
    const { data, errors } = await service.graphql(REGISTER, input(name));
    expect(data.registerDatabase).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['another dialect', { dialect: 'POSTGRESQL', url: 'postgres://localhost/x' }],
    ['another scheme', { url: 'postgres://localhost/x' }],
    ['a pool whose min is above its max', { pool: { min: 5, max: 2 } }],
    ['a timeout of nothing', { timeoutMs: 0 }],
    ['the strategy of a cluster', { pool: { strategy: 'CLUSTERED' } }],
    ['a least number without a pool', { pool: { strategy: 'NONE', min: 1 } }],
    ['a lifetime where nothing ages', { pool: { strategy: 'SIMPLE', maxLifetimeMs: 1000 } }],
    ['a lifetime that ends before the idle time', { pool: { idleTimeoutMs: 2000, maxLifetimeMs: 1000 } }],
  ])('refuses %s', async (_what, more) => {
    const { errors } = await service.graphql(REGISTER, input('other', more));
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await service.graphql('{ database(name: "other") { name } }')).data.database).toBeNull();
  });

  it.each<[string, object, string, string]>([
    [
      'a pool that is too large',
      { pool: { max: 1001 } },
      'pool.max: 1001 is no whole number from 1 to 1000.',
      'Write one such as 16.',
    ],
    [
      'less than nobody waiting',
      { pool: { maxWaiting: -1 } },
      'pool.maxWaiting: -1 is no whole number from 0 to 2147483647.',
      'Write one such as 200.',
    ],
    ['no rows', { maxRows: 0 }, 'maxRows: 0 is no whole number from 1 to 2147483647.', 'Write one such as 10000.'],
    [
      'a password that is not encoded',
      { dialect: 'POSTGRESQL', url: 'postgres://app:100%@127.0.0.1:1/shop' },
      'url: "postgres://…" holds a % that begins no character.',
      'Write %25 for % itself.',
    ],
    [
      'a NUL in a name',
      { dialect: 'MYSQL', url: 'mysql://app@127.0.0.1:1/shop%00' },
      'url: "mysql://…" holds a % that begins no character.',
      'Write %25 for % itself.',
    ],
    [
      'a NUL in an address',
      { dialect: 'MYSQL', url: 'mysql://app@127.0.0.1:1/sh\0op' },
      'url: "mysql://…" holds a space or a control character.',
      'Write it percent-encoded, such as %20 for a space.',
    ],
    [
      'no user',
      { dialect: 'MYSQL', url: 'mysql://127.0.0.1:1/shop' },
      'url: "mysql://…" names no user.',
      'Write mysql://user:password@host:3306/database.',
    ],
    [
      'a setting of TLS in the address',
      { dialect: 'POSTGRESQL', url: 'postgres://app@127.0.0.1:1/shop?sslmode=require' },
      'url: "postgres://…" takes no sslmode.',
      'Leave it out; the configuration’s key tls is for that, such as tls: { ca: ./certs/ca.pem }.',
    ],
    [
      'a path with a NUL',
      { url: 'sqlite:/tmp/a\0b' },
      'url: "sqlite:/tmp/a\\u0000b" is no SQLite address.',
      'Write sqlite:./data/shop.sqlite, sqlite:/absolute/path.sqlite or "sqlite::memory:" in quotes.',
    ],
    [
      'another engine’s address',
      { url: 'mysql://app:secret@db/shop' },
      'url: "mysql://…" is no SQLite address.',
      'Write sqlite:./data/shop.sqlite, sqlite:/absolute/path.sqlite or "sqlite::memory:" in quotes.',
    ],
  ])('says of %s what the configuration says', async (_what, more, message, hint) => {
    const { errors } = await service.graphql(REGISTER, input('other', more));
    expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT', hint } });
    await service.graphql('mutation { removeDatabase(name: "other") }');
  });

  it('keeps its connections as it was told, and shows them', async () => {
    const settings = { min: 2, max: 4, maxWaiting: null, idleTimeoutMs: null, maxLifetimeMs: 60_000, strategy: null };
    await service.graphql(REGISTER, input('pooled', { pool: settings }));
    await service.graphql(REGISTER, input('plain', { pool: { strategy: 'NONE', max: 3, min: null } }));
    const POOL = 'pool { strategy min max open idle waiting acquired timeouts }';
    const shown = async (name: string) =>
      (await service.graphql(`{ database(name: "${name}") { ${POOL} } }`)).data.database.pool;
    await service.graphql('{ query(database: "pooled", sql: "SELECT 1") { rows } }');
    expect(await shown('pooled')).toMatchObject({ strategy: 'ADVANCED', min: 2, max: 4, waiting: 0, timeouts: 0 });
    expect((await shown('pooled')).acquired).toBeGreaterThanOrEqual(1);
    expect(await shown('plain')).toMatchObject({ strategy: 'NONE', min: 0, max: 3, idle: 0 });
    await service.graphql('mutation { a: removeDatabase(name: "pooled") b: removeDatabase(name: "plain") }');
  });

  it('registers what can’t be reached, and says why it is down', async () => {
    const { data } = await service.graphql(
      REGISTER.replace('{ status }', '{ status error }'),
      input('down', { url: 'sqlite:/nowhere/at/all.sqlite', access: 'READ_ONLY' }),
    );
    expect(data.registerDatabase).toMatchObject({
      state: 'CONNECTING',
      health: { status: 'UNREACHABLE', error: expect.stringContaining('/nowhere/at/all.sqlite') },
    });
    const { errors } = await service.graphql('{ query(database: "down", sql: "SELECT 1") { rows } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'DATABASE_UNAVAILABLE', database: 'down', retryable: true });
    await service.graphql('mutation { removeDatabase(name: "down") }');
  });

  it('keeps what was registered over a restart, and forgets what was removed', async () => {
    const first = await startTestService();
    const options = { dialect: 'SQLITE', url: `sqlite:${join(first.folder, 'kept.sqlite')}`, maxRows: 2 };
    await first.graphql(REGISTER, { input: { ...options, name: 'kept' } });
    await first.graphql(REGISTER, { input: { ...options, name: 'dropped' } });
    await first.graphql('mutation { removeDatabase(name: "dropped") }');
    await first.stop();
    const second = await startTestService({ folder: first.folder });
    expect(
      (await second.graphql('{ databases { name } }')).data.databases.map((each: { name: string }) => each.name).sort(),
    ).toEqual(['kept', 'small']);
    const { data } = await second.graphql(
      '{ query(database: "kept", sql: "VALUES (1), (2), (3)") { rowCount truncated } }',
    );
    expect(data.query).toEqual({ rowCount: 2, truncated: true });
    await second.end();
  });
});

describe('reloadConfiguration', () => {
  it('applies what changed; keeps everything where the file holds a mistake', async () => {
    let next: 'same' | 'more' | 'broken' = 'same';
    const reloading = await startTestService({
      readConfig: (folder) => {
        if (next === 'broken')
          throw new ConfigError([
            {
              file: 'dragoman.yaml',
              line: 3,
              column: 5,
              path: 'server.prt',
              message: 'is not known',
              hint: 'write port',
            },
          ]);
        const config = configOf(folder, {});
        return next === 'same'
          ? config
          : { ...config, databases: [...config.databases, databaseConfig('added', join(folder, 'added.sqlite'))] };
      },
    });
    const names = async () =>
      (await reloading.graphql('{ databases { name } }')).data.databases.map((each: { name: string }) => each.name);
    const reload = () => reloading.graphql('mutation { reloadConfiguration { databases adaptersCreated } }');
    expect((await reload()).data.reloadConfiguration).toEqual({ databases: 1, adaptersCreated: 1 });
    next = 'more';
    const both = await Promise.all([reload(), reload()]);
    expect(both.map(({ data }) => data.reloadConfiguration?.databases)).toEqual([2, 2]);
    expect(await names()).toEqual(['small', 'added']);
    next = 'broken';
    const { data, errors } = await reload();
    expect(data.reloadConfiguration).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('dragoman.yaml:3:5 server.prt'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(await names()).toEqual(['small', 'added']);
    next = 'same';
    await reload();
    expect(await names()).toEqual(['small']);
    await reloading.end();
  });
});

describe('a database that is down at the start', () => {
  it('stops nobody', async () => {
    const first = await startTestService();
    await first.stop();
    await rm(join(first.folder, 'small.sqlite'));
    const config = configOf(first.folder, {});
    const second = await startTestService({ folder: first.folder, readConfig: () => config });
    expect((await second.graphql('{ serviceStatus { databases } }')).data.serviceStatus.databases).toBe(1);
    await second.end();
  });
});
