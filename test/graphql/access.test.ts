import sqlite3 from 'sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/auth/index.js';
import type { AuthConfig } from '../../src/config/index.js';
import { startTestService, until, databaseConfig, type Answer, type TestService } from '../support/service.js';
import { openSse, sseResults } from '../support/transports.js';

const keys = { analyst: createApiKey(), colleague: createApiKey(), clerk: createApiKey(), admin: createApiKey() };
type Who = keyof typeof keys;

const limited = { database: 'small', access: 'READ_ONLY', schema: false, tables: ['things'] } as const;
const role = (name: string, grants: AuthConfig['roles'][number]['grants'], admin = false) => ({
  ...{ name, admin, grants },
  introspection: undefined,
});
const auth: AuthConfig = {
  roles: [
    role('analyst', [limited]),
    role('clerk', [{ ...limited, access: 'READ_WRITE', tables: undefined }]),
    role('admin', [], true),
  ],
  apiKeys: Object.entries(keys).map(([name, { sha256 }]) => ({
    ...{ name, sha256 },
    role: name === 'colleague' ? 'analyst' : name,
  })),
  jwt: undefined,
  anonymous: undefined,
};

let service: TestService;
const headers = (who: Who) => ({ authorization: `Bearer ${keys[who].key}` });
const as = (who: Who, query: string, variables?: Record<string, unknown>): Promise<Answer> =>
  service.graphql(query, variables, headers(who));
const codes = ({ errors = [] }: Answer): unknown[] => errors.map(({ extensions }) => extensions.code);

beforeAll(async () => {
  service = await startTestService({
    auth,
    audit: { store: true, log: true },
    databases: [databaseConfig('hidden', ':memory:')],
  });
  await as(
    'admin',
    `mutation { execute(database: "small", sql: "CREATE TABLE secrets (id INTEGER PRIMARY KEY, word TEXT, thing INTEGER REFERENCES things (id))") { rowCount } }`,
  );
  await as(
    'admin',
    `mutation { execute(database: "small", sql: "CREATE TABLE notes (id INTEGER PRIMARY KEY, secret INTEGER REFERENCES secrets (id))") { rowCount } }`,
  );
  await as(
    'admin',
    `mutation { execute(database: "small", sql: "CREATE VIEW words AS SELECT word FROM secrets") { rowCount } }`,
  );
});
afterAll(() => service.end());

describe('a key that is limited to a table', () => {
  it('sees its database alone', async () => {
    expect(await as('analyst', '{ databases { name } serviceStatus { databases } }')).toEqual({
      data: { databases: [{ name: 'small' }], serviceStatus: { databases: 1 } },
    });
    expect(await as('analyst', '{ database(name: "hidden") { name } }')).toEqual({ data: { database: null } });
  });

  it.each([
    '{ query(database: "hidden", sql: "SELECT 1") { rows } }',
    'mutation { execute(database: "hidden", sql: "SELECT 1") { rows } }',
    'mutation { executeMany(database: "hidden", sql: "DELETE FROM x", paramSets: [[]]) { affectedRows } }',
    'mutation { executeTransaction(database: "hidden", statements: [{ sql: "SELECT 1" }]) { committed } }',
    'mutation { beginTransaction(database: "hidden") { id } }',
    '{ inspect(sql: "SELECT 1", database: "hidden") { kind } }',
    '{ translate(sql: "SELECT 1", from: MYSQL, to: SQLITE, target: "hidden") { sql } }',
  ])('is told of another database as of one that is not there: %s', async (query) => {
    const hidden = await as('analyst', query);
    const absent = await as('analyst', query.replace('hidden', 'absent'));
    expect(codes(hidden)).toEqual(['DATABASE_NOT_FOUND']);
    expect(JSON.stringify(hidden).replaceAll('hidden', 'absent')).toBe(JSON.stringify(absent));
  });

  it('compares with nothing that it may not see', async () => {
    const answer = await as(
      'analyst',
      '{ compare(databases: ["small", "hidden"], sql: "SELECT 1 AS x") { results { database error { code } } } }',
    );
    expect(answer.data?.compare?.results).toContainEqual({ database: 'hidden', error: { code: 'DATABASE_NOT_FOUND' } });
  });

  it('is told of its table, and of no other', async () => {
    const query = `{ database(name: "small") { tables { name } schemas secrets: table(name: "secrets") { name } words: table(name: "words") { name } things: table(name: "things") { name } } }`;
    expect((await as('analyst', query)).data?.database).toEqual({
      ...{ tables: [{ name: 'things' }], schemas: ['main'], secrets: null, words: null },
      things: { name: 'things' },
    });
    const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Table { table: name } ... on Database { database: name } } }`;
    const of = [
      { __typename: 'Table', database: 'small', schema: 'main', name: 'secrets' },
      { __typename: 'Database', name: 'hidden' },
      { __typename: 'Table', database: 'hidden', schema: 'main', name: 'x' },
    ];
    expect((await as('analyst', entities, { of })).data).toEqual({ _entities: [null, null, null] });
  });

  it('sees no foreign key that leads to another', async () => {
    const query = '{ database(name: "small") { table(name: "notes") { foreignKeys { referencedTable } } } }';
    expect((await as('admin', query)).data?.database.table.foreignKeys).toEqual([{ referencedTable: 'secrets' }]);
    expect((await as('analyst', query)).data?.database).toEqual({ table: null });
  });

  it('hears of its database alone', async () => {
    for (const field of ['health(everyMs: 100)', 'statistics(everyMs: 100)']) {
      const stopped = new AbortController();
      const stream = sseResults(
        await openSse(service.url, `subscription { ${field} { database } }`, {
          headers: headers('analyst'),
          signal: stopped.signal,
        }),
      );
      const heard = new Set<string>();
      for (let index = 0; index < 5; index++) heard.add(JSON.stringify((await stream.next()).value));
      stopped.abort();
      expect([...heard].join()).not.toContain('hidden');
    }
    const refused = await openSse(service.url, 'subscription { health(database: "hidden") { database } }', {
      headers: headers('analyst'),
    });
    expect(codes((await sseResults(refused).next()).value as Answer)).toEqual(['DATABASE_NOT_FOUND']);
  });

  it.each([
    'mutation { registerDatabase(input: { name: "mine", dialect: SQLITE, url: "sqlite:/tmp/mine" }) { name } }',
    'mutation { removeDatabase(name: "small") }',
    'mutation { reloadConfiguration { version } }',
    'mutation { resetStatistics(database: "small") }',
    '{ auditLog { id } }',
  ])('does nothing to the service: %s', async (query) => {
    for (const who of ['analyst', 'clerk'] as const) expect(codes(await as(who, query))).toEqual(['FORBIDDEN']);
    expect((await as('admin', '{ databases { name } }')).data?.databases).toHaveLength(2);
  });
});

describe('a transaction', () => {
  it('belongs to the key that began it', async () => {
    const begun = await as('analyst', 'mutation { beginTransaction(database: "small", readOnly: true) { id } }');
    const id = begun.data?.beginTransaction.id as string;
    const calls = [
      'query ($id: ID!) { databaseTransaction(id: $id) { state } }',
      'mutation ($id: ID!) { executeInTransaction(id: $id, sql: "SELECT 1") { rows } }',
      'mutation ($id: ID!) { savepoint(id: $id, name: "s") { state } }',
      'mutation ($id: ID!) { commitTransaction(id: $id) { state } }',
      'mutation ($id: ID!) { rollbackTransaction(id: $id) { state } }',
    ];
    for (const who of ['colleague', 'clerk', 'admin'] as const) {
      for (const call of calls) expect(codes(await as(who, call, { id }))).toEqual(['TRANSACTION_NOT_FOUND']);
    }
    const secret = 'mutation ($id: ID!) { executeInTransaction(id: $id, sql: "SELECT * FROM secrets") { rows } }';
    expect(codes(await as('analyst', secret, { id }))).toEqual(['FORBIDDEN']);
    expect((await as('analyst', calls[3] ?? '', { id })).data?.commitTransaction).toEqual({ state: 'COMMITTED' });
  });

  it('writes only for who may', async () => {
    expect(codes(await as('analyst', 'mutation { beginTransaction(database: "small") { id } }'))).toEqual([
      'FORBIDDEN',
    ]);
  });
});

describe('the audit log', () => {
  const audit = async (filter: string): Promise<Record<string, unknown>[]> =>
    (
      await as(
        'admin',
        `{ auditLog(${filter}) { principal action database kind pattern tablesRead tablesWritten outcome rows requestId at durationMs fingerprint id } }`,
      )
    ).data?.auditLog as Record<string, unknown>[];

  it('tells who did what, where, and how it ended, without its values', async () => {
    await as(
      'clerk',
      `mutation { execute(database: "small", sql: "INSERT INTO things (id, name) VALUES (70, 'planted-literal')") { affectedRows } }`,
    );
    await as(
      'clerk',
      `query ($p: JSON) { query(database: "small", sql: "SELECT * FROM things WHERE name = ?", params: $p) { rows } }`,
      { p: ['planted-literal'] },
    );
    await as(
      'clerk',
      'mutation { execute(database: "small", sql: "DELETE FROM things WHERE id = 70") { affectedRows } }',
    );
    const [deleted, read, inserted] = await audit('principal: "key:clerk", first: 3');
    expect(inserted).toMatchObject({
      ...{ principal: 'key:clerk', action: 'execute', database: 'small', kind: 'INSERT', outcome: 'OK' },
      ...{ tablesWritten: ['things'], pattern: 'INSERT INTO things (id, name) VALUES (?, ?)' },
    });
    expect(read).toMatchObject({ action: 'query', kind: 'SELECT', tablesRead: ['things'], rows: 1 });
    expect(deleted).toMatchObject({ kind: 'DELETE', tablesWritten: ['things'] });
    expect(JSON.stringify([await audit('first: 1000'), service.log])).not.toContain('planted-literal');
  });

  it('tells what was refused', async () => {
    await as('analyst', '{ query(database: "small", sql: "SELECT word FROM secrets") { rows } }');
    await as('analyst', '{ query(database: "nowhere", sql: "SELECT 1") { rows } }');
    await as('analyst', 'mutation { removeDatabase(name: "small") }');
    const [removed, nowhere, secret] = await audit('principal: "key:analyst", first: 3');
    expect(secret).toMatchObject({ action: 'query', tablesRead: ['secrets'], outcome: 'FORBIDDEN' });
    expect(nowhere).toMatchObject({ database: 'nowhere', kind: null, outcome: 'DATABASE_NOT_FOUND' });
    expect(removed).toMatchObject({ action: 'removeDatabase', database: 'small', outcome: 'FORBIDDEN' });
    const refused = await audit('outcome: "FORBIDDEN", database: "small"');
    expect(refused.every(({ outcome }) => outcome === 'FORBIDDEN')).toBe(true);
  });

  it('masks passwords in statements about users and files', async () => {
    const texts = ["ATTACH 'planted-path' AS p", 'PRAGMA key = "planted-pragma"', "SELEC 'planted-typo'"];
    for (const sql of texts)
      await as('admin', 'mutation ($sql: String!) { execute(database: "small", sql: $sql) { rowCount } }', { sql });
    const told = JSON.stringify(await audit('principal: "key:admin", first: 20'));
    expect(told).toContain('ATTACH');
    expect(told).not.toContain('planted');
  });

  it('is told page by page, the latest first', async () => {
    const all = await audit('first: 1000');
    const [first, second] = all;
    expect((await audit(`first: 1, before: "${first?.id as string}"`))[0]).toEqual(second);
    expect(codes(await as('admin', '{ auditLog(first: 0) { id } }'))).toEqual(['BAD_USER_INPUT']);
    expect(codes(await as('admin', '{ auditLog(before: "x") { id } }'))).toEqual(['BAD_USER_INPUT']);
  });

  it('finds the request’s line in the log by its id', async () => {
    const [last] = await audit('first: 1');
    await until(() => service.log.some((line) => line.includes(last?.requestId as string)));
  });

  it('is in the store, for as long as it says', async () => {
    const restarted = join(service.folder, 'store.sqlite');
    await audit('first: 1');
    const count = await new Promise<number>((resolve, reject) => {
      const store = new sqlite3.Database(restarted);
      store.get('SELECT count(*) AS n FROM audit_entry', (error, row: { n: number }) => {
        store.close();
        if (error === null) resolve(row.n);
        else reject(error);
      });
    });
    expect(count).toBeGreaterThan(10);
  });
});
