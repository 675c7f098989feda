import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService()));
afterAll(() => service.end());

const FIELDS = `dialect kind statements isRead isVolatile tablesRead tablesWritten parameters fingerprint pattern formatted
  accepted rejection columns { name key type nullable table }`;

async function inspect(variables: Record<string, unknown>) {
  return await service.graphql(
    `query ($sql: String!, $dialect: Dialect, $database: ID) { inspect(sql: $sql, dialect: $dialect, database: $database) { ${FIELDS} } }`,
    variables,
  );
}

describe('inspect', () => {
  it('tells what a statement is', async () => {
    const sql =
      'select o.id, count(*) as lines from orders o join order_lines using (order_id) where o.id = $1 group by o.id';
    const { data, errors } = await inspect({ sql, dialect: 'POSTGRESQL' });
    expect(errors).toBeUndefined();
    expect(data.inspect).toMatchObject({
      dialect: 'POSTGRESQL',
      kind: 'SELECT',
      statements: 1,
      isRead: true,
      isVolatile: false,
      tablesRead: ['orders', 'order_lines'],
      tablesWritten: [],
      parameters: ['$1'],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      accepted: null,
      rejection: null,
      columns: [
        { name: 'id', key: 'id' },
        { name: 'lines', key: 'lines', type: 'BIGINT', nullable: false },
      ],
    });
    expect(data.inspect.pattern).toContain('o.id = ?');
    expect(data.inspect.formatted).toMatch(/^SELECT/);
  });

  it('tells of several statements what holds for all of them', async () => {
    const { data } = await inspect({ sql: 'SELECT 1; DELETE FROM a WHERE b IN (SELECT c FROM d)', dialect: 'SQLITE' });
    expect(data.inspect).toMatchObject({
      kind: 'SELECT',
      statements: 2,
      isRead: false,
      tablesRead: ['d'],
      tablesWritten: ['a'],
    });
  });

  it('calls a read only what every version of a server reads', async () => {
    const lock = { sql: "SELECT GET_LOCK /*!99999 + */ ('a', 1)", dialect: 'MYSQL' };
    expect((await inspect(lock)).data.inspect).toMatchObject({ isRead: false });
    const sum = { sql: 'SELECT 1 /*!99999 + 2 */', dialect: 'MYSQL' };
    expect((await inspect(sum)).data.inspect).toMatchObject({ isRead: true });
  });

  it('takes the dialect from the database, or from the text', async () => {
    expect((await inspect({ sql: 'SELECT 1', database: 'small' })).data.inspect.dialect).toBe('SQLITE');
    expect((await inspect({ sql: 'SELECT `a` FROM t WHERE b <=> 1' })).data.inspect.dialect).toBe('MYSQL');
    expect((await inspect({ sql: "SELECT a::int FROM t WHERE b ILIKE 'x'" })).data.inspect.dialect).toBe('POSTGRESQL');
    const { errors } = await inspect({ sql: 'SELECT "a" || b FROM t' });
    expect(errors).toMatchObject([{ extensions: { code: 'AMBIGUOUS_DIALECT' } }]);
    expect(errors?.[0]?.message).toMatch(/POSTGRESQL|SQLITE/);
  });

  it('asks the database whether it accepts the statement, without running it', async () => {
    const accepted = await inspect({ sql: 'DELETE FROM things WHERE id = 1', database: 'small' });
    expect(accepted.data.inspect).toMatchObject({ accepted: true, rejection: null });
    const rejected = await inspect({ sql: 'SELECT missing FROM things', database: 'small' });
    expect(rejected.errors).toBeUndefined();
    expect(rejected.data.inspect).toMatchObject({ accepted: false, rejection: expect.stringContaining('missing') });
    const untried = await inspect({ sql: 'DROP TABLE things', database: 'small' });
    expect(untried.data.inspect).toMatchObject({ accepted: null, kind: 'DROP_TABLE', tablesWritten: ['things'] });
    const { data } = await service.graphql(
      '{ query(database: "small", sql: "SELECT count(*) AS n FROM things") { rows } }',
    );
    expect(data.query.rows).toEqual([{ n: 3 }]);
  });

  it('says where the text is wrong, and what was expected', async () => {
    const { errors } = await inspect({ sql: 'SELECT id,\nFROM things', dialect: 'SQLITE' });
    expect(errors).toMatchObject([
      { extensions: { code: 'SQL_SYNTAX', position: { line: 2, column: 1 }, hint: expect.stringContaining('comma') } },
    ]);
    expect((await inspect({ sql: ' -- nothing', dialect: 'MYSQL' })).errors).toMatchObject([
      { extensions: { code: 'SQL_SYNTAX' } },
    ]);
  });

  it('refuses what is too deep with a code of its own', async () => {
    const { errors } = await inspect({ sql: `SELECT ${'('.repeat(3_000)}`, dialect: 'SQLITE' });
    expect(errors).toMatchObject([{ extensions: { code: 'REQUEST_TOO_LARGE', limit: { name: 'sql nesting' } } }]);
  });
});

describe('query', () => {
  it('names the table and nullability of a column', async () => {
    const { data } = await service.graphql(
      '{ query(database: "small", sql: "SELECT t.id, count(*) AS n FROM things t GROUP BY t.id LIMIT 1") { columns { name nullable table } } }',
    );
    expect(data.query.columns).toEqual([
      { name: 'id', nullable: null, table: 'things' },
      { name: 'n', nullable: false, table: null },
    ]);
  });

  it('tells what was expected, where the engine finds the statement wrong as well', async () => {
    const { errors } = await service.graphql(
      '{ query(database: "small", sql: "SELECT id FROM things LIMIT") { rows } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'SQL_SYNTAX', position: { line: 1, column: 28 } } }]);
    expect(errors?.[0]?.message).toContain('expected');
  });

  it('lets the engine be the judge of what the grammar does not know', async () => {
    // SQLite takes a string for the name of a table; the grammar does not
    const { data, errors } = await service.graphql(
      `{ query(database: "small", sql: "SELECT id FROM 'things' WHERE id = 1") { rows statementKind } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.query).toEqual({ rows: [{ id: 1 }], statementKind: 'SELECT' });
  });
});
