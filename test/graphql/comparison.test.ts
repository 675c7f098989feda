import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/servers/index.js';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
let databases: readonly TestDatabase[];

const DATA = `CREATE TABLE things (id integer PRIMARY KEY, name varchar(20), price numeric(8, 2));
  INSERT INTO things VALUES (1, 'ink', 2.50), (2, 'quill', 0.75), (3, NULL, NULL)`;

beforeAll(async () => {
  service = await startTestService();
  databases = await Promise.all([createDatabase('postgresql'), createDatabase('postgresql')]);
  await Promise.all(databases.map((database) => database.run(DATA)));
  await databases[1]!.run("UPDATE things SET name = 'Quill' WHERE id = 2");
  for (const [index, { url }] of databases.entries()) {
    const input = { name: `pg${index}`, dialect: 'POSTGRESQL', url };
    await service.graphql('mutation ($input: DatabaseInput!) { registerDatabase(input: $input) { name } }', { input });
  }
});
afterAll(async () => {
  await service.end();
  await Promise.all(databases.map((database) => database.drop()));
});

async function compare(variables: Record<string, unknown>) {
  return await service.graphql(
    `query ($databases: [ID!]!, $sql: String!, $params: JSON, $ordered: Boolean) {
      compare(databases: $databases, sql: $sql, params: $params, ordered: $ordered) {
        agree
        results { database result { rows executedSql } error { code message sqlState retryable } }
        differences { row column values message }
      }
    }`,
    variables,
  );
}

describe('compare', () => {
  it('says that databases agree', async () => {
    const { data, errors } = await compare({
      databases: ['pg0', 'pg1'],
      sql: 'SELECT id, price FROM things WHERE id < :top',
      params: { top: 3 },
    });
    expect(errors).toBeUndefined();
    expect(data.compare.agree).toBe(true);
    expect(data.compare.differences).toEqual([]);
    expect(data.compare.results.map((each: any) => [each.database, each.result.rows.length, each.error])).toEqual([
      ['pg0', 2, null],
      ['pg1', 2, null],
    ]);
  });

  it('says where they do not', async () => {
    const { data } = await compare({
      databases: ['pg0', 'pg1'],
      sql: 'SELECT id, name FROM things ORDER BY id',
      ordered: true,
    });
    expect(data.compare).toMatchObject({
      agree: false,
      differences: [{ row: 1, column: 'name', values: { pg0: 'quill', pg1: 'Quill' } }],
    });
  });

  it('tells what one of them failed with beside what the others gave', async () => {
    await databases[0]!.run('CREATE TABLE here (id integer)');
    const { data } = await compare({ databases: ['pg0', 'pg1'], sql: 'SELECT * FROM here' });
    expect(data.compare.agree).toBe(false);
    expect(data.compare.results).toMatchObject([
      { database: 'pg0', result: { rows: [] }, error: null },
      { database: 'pg1', result: null, error: { code: 'QUERY_FAILED', sqlState: '42P01', retryable: false } },
    ]);
  });

  it('writes nothing', async () => {
    const { data } = await compare({ databases: ['pg0', 'pg1'], sql: 'DELETE FROM things' });
    expect(data.compare.results.map((each: any) => each.error.code)).toEqual([
      'WRITE_NOT_ALLOWED',
      'WRITE_NOT_ALLOWED',
    ]);
    expect(await databases[0]!.rows('SELECT count(*)::int AS n FROM things')).toEqual([{ n: 3 }]);
  });

  it('does not compare what it can’t translate', async () => {
    const { data } = await compare({ databases: ['pg0', 'small'], sql: 'SELECT pg_backend_pid() AS n' });
    expect(data.compare.results[1].error.code).toBe('UNTRANSLATABLE');
  });

  it('compares databases of different dialects, each in its own', async () => {
    const mysql = await createDatabase('mysql');
    await mysql.run('CREATE TABLE things (id int PRIMARY KEY, name varchar(20), price decimal(8, 2))');
    await mysql.run("INSERT INTO things VALUES (1, 'ink', 2.50), (2, 'quill', 0.75), (3, NULL, NULL)");
    const input = { name: 'my', dialect: 'MYSQL', url: mysql.url };
    await service.graphql('mutation ($input: DatabaseInput!) { registerDatabase(input: $input) { name } }', { input });
    const sql = 'SELECT sum(id) AS ids, avg(price) AS mean, bool_or(price > :least) AS dear FROM things';
    const { data, errors } = await compare({ databases: ['pg0', 'my'], sql, params: { least: 1 } });
    expect(errors).toBeUndefined();
    expect(data.compare.differences).toEqual([]);
    expect(data.compare.agree).toBe(true);
    expect(data.compare.results[1].result.executedSql).toContain('MAX(');
    await mysql.drop();
  });

  it.each([
    ['one database', ['pg0']],
    ['none', []],
    ['the same twice', ['pg0', 'pg0']],
  ])('refuses %s', async (_what, names) => {
    const { data, errors } = await compare({ databases: names, sql: 'SELECT 1' });
    expect(data.compare).toBeNull();
    expect(['BAD_USER_INPUT', 'DATABASE_NOT_FOUND']).toContain(errors?.[0]?.extensions.code);
  });
});
