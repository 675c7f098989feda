import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/servers/index.js';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
let postgresql: TestDatabase;
let mysql: TestDatabase;

const REGISTER = 'mutation ($input: DatabaseInput!) { registerDatabase(input: $input) { name } }';

beforeAll(async () => {
  service = await startTestService();
  [postgresql, mysql] = await Promise.all([createDatabase('postgresql'), createDatabase('mysql')]);
  await postgresql.run('CREATE TABLE people (id integer PRIMARY KEY, name varchar(20), active boolean, age integer)');
  await postgresql.run("INSERT INTO people VALUES (1, 'Ada', true, 36), (2, 'bob', false, NULL), (3, NULL, true, 7)");
  await mysql.run('CREATE TABLE people (id int PRIMARY KEY, name varchar(20), active boolean, age int)');
  await mysql.run("INSERT INTO people VALUES (1, 'Ada', true, 36), (2, 'bob', false, NULL), (3, NULL, true, 7)");
  await service.graphql(REGISTER, { input: { name: 'pg', dialect: 'POSTGRESQL', url: postgresql.url } });
  await service.graphql(REGISTER, { input: { name: 'my', dialect: 'MYSQL', url: mysql.url } });
});
afterAll(async () => {
  await service.end();
  await Promise.all([postgresql.drop(), mysql.drop()]);
});

const FIELDS = `sql from to accepted cached durationMs
  warnings { code severity message line column source }
  statements { kind source sql changed accepted rejection warnings { code } tablesRead tablesWritten parameters }`;

async function translate(variables: Record<string, unknown>) {
  return await service.graphql(
    `query ($sql: String!, $from: Dialect, $to: Dialect!, $target: ID, $fidelity: Fidelity, $textComparison: TextComparison) {
      translate(sql: $sql, from: $from, to: $to, target: $target, fidelity: $fidelity, textComparison: $textComparison) { ${FIELDS} }
    }`,
    variables,
  );
}

describe('translate', () => {
  it('says the same in another dialect', async () => {
    const sql = 'SELECT IFNULL(name, ?) AS n FROM people WHERE active = 1 AND id > ? LIMIT 5, 10';
    const { data, errors } = await translate({ sql, from: 'MYSQL', to: 'POSTGRESQL', target: 'pg' });
    expect(errors).toBeUndefined();
    expect(data.translate).toMatchObject({
      from: 'MYSQL',
      to: 'POSTGRESQL',
      accepted: true,
      warnings: [],
      cached: false,
    });
    expect(data.translate.sql.replace(/\s+/g, ' ')).toBe(
      'SELECT COALESCE(name, $1) AS n FROM people WHERE active = TRUE AND id > $2 LIMIT 10 OFFSET 5',
    );
    expect(data.translate.statements).toMatchObject([
      {
        kind: 'SELECT',
        source: sql,
        changed: true,
        tablesRead: ['people'],
        tablesWritten: [],
        parameters: ['?1', '?2'],
      },
    ]);
    const again = await translate({ sql, from: 'MYSQL', to: 'POSTGRESQL', target: 'pg' });
    expect(again.data.translate.cached).toBe(true);
  });

  it('takes several statements, and tells a place in the whole text', async () => {
    const sql = 'SELECT 1 AS a;\nSELECT name FROM people ORDER BY name';
    const { data } = await translate({ sql, from: 'POSTGRESQL', to: 'MYSQL', target: 'my' });
    expect(data.translate.statements).toHaveLength(2);
    expect(data.translate.warnings).toMatchObject([
      { code: 'TEXT_COMPARISON', severity: 'INFO', line: 2, source: 'name' },
    ]);
  });

  it('carries what a text defines from statement to statement, and has the target judge none of it', async () => {
    const sql = `BEGIN; CREATE TYPE mood AS ENUM ('dull', 'glad'); ALTER TABLE people ADD COLUMN mood mood;
      UPDATE people SET mood = 'glad'; ALTER TABLE people ALTER COLUMN mood SET DEFAULT 'dull', ALTER COLUMN mood SET NOT NULL;
      SELECT name FROM people; COMMIT`;
    const { data, errors } = await translate({ sql, from: 'POSTGRESQL', to: 'MYSQL', target: 'my' });
    expect(errors).toBeUndefined();
    const { statements } = data.translate;
    expect(statements.map((each: { sql: string }) => each.sql.replace(/\s+/g, ' '))).toEqual([
      'START TRANSACTION',
      'SELECT 1 LIMIT 0',
      "ALTER TABLE people ADD COLUMN mood ENUM('dull', 'glad')",
      "UPDATE people SET mood = 'glad'",
      "ALTER TABLE people MODIFY COLUMN mood ENUM('dull', 'glad') NOT NULL DEFAULT 'dull'",
      'SELECT name FROM people',
      'COMMIT',
    ]);
    expect(statements.map((each: { accepted: boolean | null }) => each.accepted)).not.toContain(false);
    expect(statements[1].warnings).toEqual([{ code: 'MADE_WITH_USERS' }]);
  });

  it('gives MySQL a place for each use of a parameter', async () => {
    const sql = 'SELECT $1 + $1 AS twice, $2 AS once';
    const { data } = await translate({ sql, from: 'POSTGRESQL', to: 'MYSQL' });
    expect(data.translate.sql).toBe('SELECT ? + ? AS twice, ? AS once');
    expect(data.translate.statements[0].parameters).toEqual(['$1', '$1', '$2']);
  });

  it('detects the dialect, or lists the candidates', async () => {
    const { data } = await translate({ sql: 'SELECT `name` FROM people LIMIT 1', to: 'POSTGRESQL' });
    expect(data.translate.sql).toBe('SELECT name FROM people LIMIT 1');
    const { errors } = await translate({ sql: 'SELECT 1 / 2', to: 'POSTGRESQL' });
    expect(errors?.[0]?.extensions.code).toBe('AMBIGUOUS_DIALECT');
  });

  it('keeps a statement of the same dialect as it is', async () => {
    const { data } = await translate({ sql: 'select  1', from: 'MYSQL', to: 'MYSQL' });
    expect(data.translate).toMatchObject({ sql: 'select  1', statements: [{ changed: false }] });
  });

  it('says where and why something can’t be said', async () => {
    const { data, errors } = await translate({ sql: 'SELECT 1,\n  @x := 2', from: 'MYSQL', to: 'SQLITE' });
    expect(data.translate).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNTRANSLATABLE', position: { line: 2, column: 3 } });
  });

  it('refuses a target that speaks another dialect', async () => {
    const { errors } = await translate({ sql: 'SELECT 1', from: 'MYSQL', to: 'SQLITE', target: 'pg' });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('POSTGRESQL'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('tells what the target does not take', async () => {
    const { data } = await translate({
      sql: 'SELECT nowhere FROM people',
      from: 'MYSQL',
      to: 'POSTGRESQL',
      target: 'pg',
    });
    expect(data.translate).toMatchObject({ accepted: false });
    expect(data.translate.statements[0].rejection).toContain('nowhere');
  });

  it('counts what it keeps', async () => {
    const { data } = await service.graphql('{ serviceStatus { translationsCached translationHitRate } }');
    expect(data.serviceStatus.translationsCached).toBeGreaterThan(0);
    expect(data.serviceStatus.translationHitRate).toBeGreaterThan(0);
  });

  it('keeps what a text came to for others that differ in their values, as long as the schema is the same', async () => {
    const execute = async (sql: string) => {
      const { errors } = await service.graphql(`mutation { execute(database: "pg", sql: "${sql}") { rowCount } }`);
      expect(errors).toBeUndefined();
    };
    await execute('CREATE TABLE parts (id integer PRIMARY KEY, size integer, called text)');
    const of = async (size: number, called: string) => {
      const sql = `SELECT size / 2 AS half FROM parts WHERE size > ${size} AND called = '${called}'`;
      const { data } = await translate({ sql, from: 'MYSQL', to: 'POSTGRESQL', target: 'pg' });
      return { ...data.translate, sql: data.translate.sql.replace(/\s+/g, ' ') };
    };
    expect(await of(1, 'a')).toMatchObject({ cached: false });
    expect(await of(2, 'b')).toMatchObject({ cached: false });
    const kept = await of(333, "it''s");
    expect(kept).toMatchObject({ cached: true, accepted: true, warnings: [{ code: 'TEXT_COMPARISON', line: 1 }] });
    expect(kept.sql).toContain("WHERE size > 333 AND called = 'it''s'");
    expect(kept.warnings[0].source).toBe('called');
    await execute('ALTER TABLE parts ALTER COLUMN size TYPE double precision');
    const anew = await of(333, "it''s");
    expect(anew).toMatchObject({ cached: false });
    expect(anew.sql).not.toBe(kept.sql);
  });
});

const RESULT = 'rows translated executedSql warnings { code }';

async function query(variables: Record<string, unknown>) {
  return await service.graphql(
    `query ($database: ID!, $sql: String!, $params: JSON, $dialect: Dialect, $options: QueryOptions) {
      query(database: $database, sql: $sql, params: $params, dialect: $dialect, options: $options) { ${RESULT} }
    }`,
    variables,
  );
}

describe('query in another dialect', () => {
  it.each(['pg', 'my'])('runs MySQL’s and PostgreSQL’s words on %s', async (database) => {
    const mysqls = {
      database,
      dialect: 'MYSQL',
      params: [1],
      sql: 'SELECT id, IF(active, ?, 0) AS a FROM people ORDER BY age',
    };
    const { data, errors } = await query(mysqls);
    expect(errors).toBeUndefined();
    expect(data.query.rows.map((row: any) => row.id)).toEqual([2, 3, 1]);
    const { data: other } = await query({
      database,
      dialect: 'POSTGRESQL',
      sql: 'SELECT id FROM people WHERE active AND id = ANY (ARRAY[1, 2]) ORDER BY age DESC',
    });
    expect(other.query).toMatchObject({ rows: [{ id: 1 }], translated: database === 'my' });
  });

  it('takes parameters by name, by number and more than once', async () => {
    const sql = 'SELECT :word AS word, id FROM people WHERE id IN (:ids) AND id <> :not ORDER BY id';
    const { data, errors } = await query({
      database: 'my',
      dialect: 'SQLITE',
      sql,
      params: { word: 'x', ids: [1, 2, 3], not: 2 },
    });
    expect(errors).toBeUndefined();
    expect(data.query.rows).toEqual([
      { word: 'x', id: 1 },
      { word: 'x', id: 3 },
    ]);
    const twice = await query({
      database: 'my',
      dialect: 'POSTGRESQL',
      sql: 'SELECT id FROM people WHERE id = $1 OR age = $1',
      params: [7],
    });
    expect(twice.data.query.rows).toEqual([{ id: 3 }]);
  });

  it('warns beside the rows, and not of what can’t differ', async () => {
    const { data } = await query({
      database: 'my',
      dialect: 'POSTGRESQL',
      sql: "SELECT id FROM people WHERE name = 'ADA'",
    });
    expect(data.query).toMatchObject({ rows: [{ id: 1 }], warnings: [{ code: 'TEXT_COMPARISON' }] });
    const exact = await query({
      database: 'my',
      dialect: 'POSTGRESQL',
      sql: "SELECT id FROM people WHERE name = 'ADA'",
      options: { textComparison: 'SOURCE' },
    });
    expect(exact.data.query).toMatchObject({ rows: [], warnings: [] });
  });

  it('sees a schema that has changed', async () => {
    const sql = 'SELECT flag = 1 AS f FROM later';
    await postgresql.run('CREATE TABLE later (flag integer); INSERT INTO later VALUES (1)');
    expect((await query({ database: 'pg', dialect: 'MYSQL', sql })).data.query.rows).toEqual([{ f: true }]);
    await postgresql.run('ALTER TABLE later ALTER flag TYPE boolean USING flag = 1');
    // what others change is seen within a second
    await vi.waitFor(
      async () => {
        const { data, errors } = await query({ database: 'pg', dialect: 'MYSQL', sql });
        expect(errors).toBeUndefined();
        expect(data.query).toMatchObject({ rows: [{ f: true }], executedSql: expect.stringContaining('TRUE') });
      },
      { timeout: 5000, interval: 100 },
    );
  });

  it('keeps writes out whatever dialect they are in', async () => {
    const { errors } = await query({ database: 'pg', dialect: 'MYSQL', sql: 'DELETE FROM people' });
    expect(errors?.[0]?.extensions.code).toBe('WRITE_NOT_ALLOWED');
  });

  it('says of the server’s error what ran, and no place in a text that nobody sent', async () => {
    const { errors } = await query({ database: 'pg', dialect: 'MYSQL', sql: 'SELECT IFNULL(nothing, 1) FROM people' });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_FAILED',
      hint: expect.stringContaining("COALESCE(nothing, '1')"),
    });
    expect(errors?.[0]?.extensions.position).toBeUndefined();
  });
});

describe('transactions', () => {
  it('take each statement in the dialect that it says', async () => {
    const statements = [
      { sql: "INSERT INTO people (id, name, active) VALUES (9, 'new', TRUE)" },
      { sql: 'SELECT IF(active, ?, ?) AS a FROM people WHERE id = 9', params: ['yes', 'no'], dialect: 'MYSQL' },
      { sql: 'DELETE FROM people WHERE id = 9' },
    ];
    const { data, errors } = await service.graphql(
      `mutation ($statements: [StatementInput!]!) {
        executeTransaction(database: "pg", statements: $statements) { committed results { result { rows translated } } }
      }`,
      { statements },
    );
    expect(errors).toBeUndefined();
    expect(data.executeTransaction.committed).toBe(true);
    expect(data.executeTransaction.results[1].result).toEqual({ rows: [{ a: 'yes' }], translated: true });
  });

  it('take one in another dialect between calls', async () => {
    const { data: begun } = await service.graphql('mutation { beginTransaction(database: "my") { id } }');
    const { id } = begun.beginTransaction;
    const { data, errors } = await service.graphql(
      `mutation ($id: ID!) {
        executeInTransaction(id: $id, sql: "SELECT name || '!' AS n FROM people WHERE id = 1", dialect: SQLITE) { rows }
        rollbackTransaction(id: $id) { state }
      }`,
      { id },
    );
    expect(errors).toBeUndefined();
    expect(data.executeInTransaction.rows).toEqual([{ n: 'Ada!' }]);
  });
});
