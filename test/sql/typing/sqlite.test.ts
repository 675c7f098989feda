import sqlite3 from 'sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf, told, typesOf } from './told.js';

const database = new sqlite3.Database(':memory:');
const run = (sql: string): Promise<Record<string, unknown>[]> =>
  new Promise((resolve, reject) => {
    database.all(sql, (error: Error | null, rows: Record<string, unknown>[]) => {
      if (error === null) resolve(rows);
      else reject(error);
    });
  });

beforeAll(async () => {
  for (const sql of [
    `CREATE TABLE users (id INTEGER NOT NULL, name TEXT NOT NULL, born DATE, balance DECIMAL(10, 2), active BOOLEAN NOT NULL,
       made TIMESTAMPTZ, tags, doc JSON)`,
    `INSERT INTO users VALUES (1, 'Ann', '2000-01-31', 12.5, 1, NULL, NULL, '{"a":1}')`,
    'CREATE TABLE v (id INT, b INT, c TEXT)',
    `INSERT INTO v VALUES (1, 2, 'x')`,
    'CREATE TABLE w (c TEXT, b BIGINT NOT NULL, d REAL, id INT NOT NULL)',
    `INSERT INTO w VALUES ('x', 2, 1.5, 1)`,
    'CREATE TABLE orders (id BIGINT NOT NULL, user_id INT NOT NULL, total DECIMAL)',
    'INSERT INTO orders VALUES (7, 1, 3)',
  ])
    await run(sql);
});
afterAll(() => {
  database.close();
});

/** What a value of each type may be on the way out of the engine. */
const VALUES: Readonly<Record<string, string>> = {
  BOOLEAN: 'number',
  INTEGER: 'number',
  BIGINT: 'number',
  DECIMAL: 'number',
  FLOAT: 'number',
  TEXT: 'string',
  DATE: 'string',
  JSON: 'string',
};

const QUERIES: readonly (readonly [sql: string, expected: string])[] = [
  [
    'SELECT ID, u.Name, (id), "id", [id], `id` AS `Full` FROM users u',
    'id INTEGER! @users, name TEXT! @users, id INTEGER! @users, id INTEGER! @users, id INTEGER! @users, Full INTEGER! @users',
  ],
  [
    `SELECT 'abc', 1+1, ( 1 + 1 ), count( * ), +id, true, "zz", /* c */ 1 /* d */ + 2 FROM users`,
    `'abc' TEXT!, 1+1 INTEGER!, ( 1 + 1 ) INTEGER!, count( * ) BIGINT!, +id INTEGER!, true BOOLEAN!, "zz" TEXT!, 1 /* d */ + 2 INTEGER!`,
  ],
  [
    'SELECT rowid, _rowid_, users.oid FROM users',
    'rowid INTEGER! @users, rowid INTEGER! @users, rowid INTEGER! @users',
  ],
  [
    'SELECT id COLLATE NOCASE, (SELECT id), (SELECT name FROM users) FROM users',
    'id COLLATE NOCASE INTEGER!, (SELECT id) INTEGER!, (SELECT name FROM users) TEXT',
  ],
  [
    'SELECT * FROM (SELECT ID, 1 + 1, id, name AS id FROM users)',
    'ID INTEGER! @users, 1 + 1 INTEGER!, id:1 INTEGER! @users, id:2 TEXT! @users',
  ],
  [
    'SELECT * FROM (SELECT * FROM v, orders)',
    'id INTEGER @v, b INTEGER @v, c TEXT @v, id:1 BIGINT! @orders, user_id INTEGER! @orders, total DECIMAL @orders',
  ],
  ['SELECT * FROM v NATURAL JOIN w', 'id INTEGER! @v, b BIGINT! @v, c TEXT! @v, d FLOAT @w'],
  [
    'WITH q (a, b) AS (SELECT 1, 2), r AS (SELECT a + b FROM q) SELECT r.*, q.a FROM q, r',
    'a + b INTEGER!, a INTEGER!',
  ],
  ['WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT * FROM n', 'i INTEGER!'],
  ['SELECT Id FROM users UNION SELECT 2', 'id INTEGER!'],
  ['SELECT 1 AS x UNION ALL SELECT 2 AS y', 'x INTEGER!'],
  ['VALUES (1, 2), (3, NULL)', 'column1 INTEGER!, column2 INTEGER'],
  [
    `SELECT * FROM json_each('[1]')`,
    'key ?, value ?, type TEXT!, atom ?, id INTEGER!, parent INTEGER, fullkey TEXT!, path TEXT!',
  ],
  [`SELECT j.value, v.id FROM v, json_each('[1]') AS j`, 'value ?, id INTEGER @v'],
  ['SELECT name, file FROM pragma_database_list', 'name TEXT, file TEXT'],
  [`SELECT name FROM pragma_table_info('v') WHERE cid = 0`, 'name TEXT'],
  [
    'SELECT id / 2, balance * 2, id % 2, id || name, id & 1, -id, balance FROM users',
    'id / 2 INTEGER, balance * 2 DECIMAL, id % 2 INTEGER, id || name TEXT!, id & 1 INTEGER!, -id INTEGER!, balance DECIMAL @users',
  ],
  [
    `SELECT CAST('5' AS INT), CAST(5 AS VARCHAR(3)), CAST(1 AS REAL), CAST(5 AS DATE)`,
    `CAST('5' AS INT) INTEGER!, CAST(5 AS VARCHAR(3)) TEXT!, CAST(1 AS REAL) FLOAT!, CAST(5 AS DATE) ?!`,
  ],
  [
    'SELECT id = 1 AS a, born IS NULL AS b, id IN () AS c, EXISTS (SELECT 1) AS d, NOT id AS e FROM users',
    'a BOOLEAN!, b BOOLEAN!, c BOOLEAN!, d BOOLEAN!, e BOOLEAN!',
  ],
  [
    `SELECT doc -> '$.a' AS a, doc ->> '$.a' AS b, CASE WHEN active THEN 1 ELSE 'x' END AS c, coalesce(balance, 0) AS d FROM users`,
    'a JSON, b ?, c ?!, d DECIMAL!',
  ],
  [
    `SELECT sum(id), avg(id), max(name), group_concat(id, '-') FROM users GROUP BY name`,
    `sum(id) BIGINT!, avg(id) FLOAT!, max(name) TEXT!, group_concat(id, '-') TEXT!`,
  ],
  ['DELETE FROM w RETURNING *', 'c TEXT @w, b BIGINT! @w, d FLOAT @w, id INTEGER! @w'],
];

describe('what the engine itself says', () => {
  it.each(QUERIES)('%s', async (sql, expected) => {
    expect(told('SQLITE', sql)).toBe(expected);
    const [row] = await run(sql);
    const columns = columnsOf('SQLITE', sql) ?? [];
    const names = columns.map(({ name }) => name);
    // the driver keeps one of several columns of a name
    expect(Object.keys(row ?? {})).toEqual([...new Set(names)]);
    if (new Set(names).size < names.length) return;
    for (const { name, type, nullable } of columns) {
      const value = row?.[name];
      if (nullable === false) expect(value, name).not.toBeNull();
      if (type !== undefined && value !== null) expect(typeof value, name).toBe(VALUES[type.type]);
    }
  });
});

describe('what the driver does not show', () => {
  it('has merged columns where the left table has them', () => {
    const expected = 'id INTEGER! @w, b INTEGER @v, c TEXT @v, c TEXT @w, b BIGINT! @w, d FLOAT @w';
    expect(told('SQLITE', 'SELECT * FROM v RIGHT JOIN w USING (id)')).toBe(expected);
  });

  it('makes keys unique', () => {
    const columns = columnsOf('SQLITE', 'SELECT id, id, name AS id_2, id FROM users') ?? [];
    expect(columns.map(({ key }) => key)).toEqual(['id', 'id_3', 'id_2', 'id_4']);
  });

  it('has the types of the catalogue in the words of the database', () => {
    const columns = columnsOf('SQLITE', 'SELECT born, born || 1 FROM users') ?? [];
    expect(columns.map(({ databaseType }) => databaseType)).toEqual(['native born', undefined]);
  });

  it('calls expressions by no text where there is none', () => {
    expect(typesOf('SQLITE', "?, :a, max(1, 2.5), json_extract(doc, '$')")).toBe('?~, ?~, FLOAT!, ?');
  });
});
