import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService({ limits: { sqlBytes: 20_000 } })));
afterAll(() => service.end());

/** Each way that a SQL text comes in. */
const WAYS: readonly (readonly [string, string])[] = [
  ['query', 'query ($sql: String!) { query(database: "small", sql: $sql) { rows } }'],
  ['execute', 'mutation ($sql: String!) { execute(database: "small", sql: $sql) { affectedRows } }'],
  [
    'executeMany',
    'mutation ($sql: String!) { executeMany(database: "small", sql: $sql, paramSets: [[]]) { affectedRows } }',
  ],
  [
    'executeTransaction',
    'mutation ($sql: String!) { executeTransaction(database: "small", statements: [{ sql: $sql }]) { committed } }',
  ],
  ['inspect', 'query ($sql: String!) { inspect(sql: $sql, dialect: SQLITE) { kind } }'],
  ['translate', 'query ($sql: String!) { translate(sql: $sql, from: SQLITE, to: MYSQL) { sql } }'],
  [
    'query in another dialect',
    'query ($sql: String!) { query(database: "small", sql: $sql, dialect: POSTGRESQL) { rows } }',
  ],
];

const padded = (bytes: number, fill = ' '): string => `SELECT 1 AS n -- ${fill.repeat(bytes)}`;

describe.each(WAYS)('%s', (_way, query) => {
  it('refuses a text that is too long', async () => {
    const { errors } = await service.graphql(query, { sql: padded(20_000) });
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'REQUEST_TOO_LARGE',
          limit: { name: 'sqlBytes', max: 20_000 },
          hint: expect.stringContaining('limits.sqlBytes'),
        },
      },
    ]);
  });

  it('counts bytes, not characters', async () => {
    const { errors } = await service.graphql(query, { sql: padded(10_000, 'é') });
    expect(errors?.[0]?.extensions.code).toBe('REQUEST_TOO_LARGE');
    const within = await service.graphql(query, { sql: padded(9_000, 'é') });
    expect(within.errors?.[0]?.extensions.code).not.toBe('REQUEST_TOO_LARGE');
  });

  it('bounds nesting', async () => {
    const { errors } = await service.graphql(query, { sql: `SELECT ${'('.repeat(3000)}1${')'.repeat(3000)} AS n` });
    expect(errors?.[0]?.extensions.code).toBe('REQUEST_TOO_LARGE');
  });
});

it('refuses a long text in a transaction that is held', async () => {
  const begun = await service.graphql('mutation { beginTransaction(database: "small") { id } }');
  const { id } = begun.data.beginTransaction as { id: string };
  const execute = 'mutation ($id: ID!, $sql: String!) { executeInTransaction(id: $id, sql: $sql) { affectedRows } }';
  const { errors } = await service.graphql(execute, { id, sql: padded(20_000) });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'REQUEST_TOO_LARGE', limit: { name: 'sqlBytes' } });
});

it('bounds parameters by the size of the request', async () => {
  const many =
    'mutation ($sets: [JSON!]!) { executeMany(database: "small", sql: "INSERT INTO things (name) VALUES (?)", paramSets: $sets) { affectedRows } }';
  const within = Array.from({ length: 5000 }, (_, n) => [`name ${n}`]);
  expect(await service.graphql(many, { sets: within })).toMatchObject({
    data: { executeMany: { affectedRows: 5000 } },
  });
  const beyond = Array.from({ length: 10_000 }, (_, n) => [`other name ${n}`]);
  expect(await service.graphql(many, { sets: beyond })).toMatchObject({
    errors: [{ extensions: { code: 'REQUEST_TOO_LARGE', limit: { name: 'requestBytes' } } }],
  });
});
