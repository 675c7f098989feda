import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService({ bookshop: true })));
afterAll(() => service.end());

describe('query and execute', () => {
  it('reads with parameters', async () => {
    const { data, errors } = await service.graphql(
      'query ($p: JSON) { query(database: "small", sql: "SELECT id, name FROM things WHERE id IN (:ids) ORDER BY id", params: $p) { columns { name key type databaseType } rows tuples rowCount affectedRows truncated statementKind executionTimeMs database { name } } }',
      { p: { ids: [1, 3] } },
    );
    expect(errors).toBeUndefined();
    expect(data.query).toMatchObject({
      columns: [
        { name: 'id', key: 'id', type: 'INTEGER', databaseType: 'INTEGER' },
        { name: 'name', key: 'name', type: 'TEXT', databaseType: 'TEXT' },
      ],
      rows: [
        { id: 1, name: 'ink' },
        { id: 3, name: 'vellum' },
      ],
      tuples: [
        [1, 'ink'],
        [3, 'vellum'],
      ],
      rowCount: 2,
      affectedRows: null,
      truncated: false,
      statementKind: 'SELECT',
      database: { name: 'small' },
    });
  });

  it('answers from the demo bookshop', async () => {
    const { data } = await service.graphql(
      '{ query(database: "bookshop", sql: "SELECT title, copies_sold FROM bestsellers LIMIT 3") { rows } }',
    );
    expect(data.query.rows).toHaveLength(3);
  });

  it('writes, and runs several mutations in order, each for itself', async () => {
    const { data, errors } = await service.graphql(`mutation {
      a: execute(database: "small", sql: "INSERT INTO things (name) VALUES ('a') RETURNING name") { rows affectedRows lastInsertId statementKind }
      b: execute(database: "small", sql: "INSERT INTO things (id, name) VALUES (1, 'b')") { affectedRows }
      c: executeMany(database: "small", sql: "INSERT INTO things (name) VALUES (?)", paramSets: [["x"], ["y"]]) { affectedRows }
    }`);
    expect(data).toMatchObject({
      a: { rows: [{ name: 'a' }], affectedRows: 1, statementKind: 'INSERT' },
      b: null,
      c: { affectedRows: 2 },
    });
    expect(errors).toMatchObject([
      { path: ['b'], extensions: { code: 'CONSTRAINT_VIOLATION', database: 'small', retryable: false } },
    ]);
    expect(errors?.[0]?.locations).toHaveLength(1);
  });

  it('has null for the field that failed and the answer of its neighbour', async () => {
    const { data, errors } = await service.graphql(
      '{ good: query(database: "small", sql: "SELECT 1 AS n") { rows } bad: query(database: "nope", sql: "SELECT 1") { rows } }',
    );
    expect(data).toEqual({ good: { rows: [{ n: 1 }] }, bad: null });
    expect(errors).toMatchObject([
      { path: ['bad'], extensions: { code: 'DATABASE_NOT_FOUND', hint: expect.stringContaining('small') } },
    ]);
  });

  it('tells where a syntax error is, and on which database', async () => {
    const { errors } = await service.graphql('query ($sql: String!) { query(database: "small", sql: $sql) { rows } }', {
      sql: 'SELECT 1\nFROM things\nWHEER id = 1',
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'SQL_SYNTAX',
      database: 'small',
      position: { line: 3 },
      retryable: false,
    });
  });

  it.each([
    ['a write through query', 'DELETE FROM things', {}, 'WRITE_NOT_ALLOWED'],
    ['nothing', '  ', {}, 'SQL_SYNTAX'],
    ['two statements', 'SELECT 1; SELECT 2', {}, 'SQL_SYNTAX'],
    ['a placeholder without value', 'SELECT :a', {}, 'BAD_PARAMETERS'],
    ['a deadline of nothing', 'SELECT 1', { options: { timeoutMs: 0 } }, 'BAD_USER_INPUT'],
  ])('refuses %s', async (_what, sql, more, code) => {
    const { data, errors } = await service.graphql(
      'query ($sql: String!, $options: QueryOptions) { query(database: "small", sql: $sql, options: $options) { rows } }',
      { sql, ...more },
    );
    expect(data.query).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code, retryable: false });
  });

  it('ends a statement at its deadline, and says it may be tried again', async () => {
    const started = performance.now();
    const { errors } = await service.graphql(
      '{ query(database: "small", sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", options: { timeoutMs: 200 }) { rows } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TIMEOUT', database: 'small', retryable: true });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
