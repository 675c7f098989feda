import { describe, expect, it } from 'vitest';
import { told, typesOf } from './told.js';

// Names and types are those that PostgreSQL 15 itself says with \gdesc.

const columns = (rows: readonly (readonly [sql: string, expected: string])[]): void => {
  it.each(rows)('%s', (sql, expected) => {
    expect(told('POSTGRESQL', sql)).toBe(expected);
  });
};
const types = (rows: readonly (readonly [values: string, expected: string])[]): void => {
  it.each(rows)('%s', (values, expected) => {
    expect(typesOf('POSTGRESQL', values)).toBe(expected);
  });
};

describe('names', () => {
  columns([
    ['SELECT ID, u.Name, "name" AS "Full" FROM users u', 'id INTEGER! @users, name TEXT! @users, Full TEXT! @users'],
    [
      'SELECT 1, true, NULL, -1, 1 + 1',
      '?column? INTEGER!, ?column? BOOLEAN!, ?column? TEXT, ?column? INTEGER!, ?column? INTEGER!',
    ],
    [
      "SELECT 'x'::text, CAST(id AS float), id::char(3), date '2020-01-01' FROM users",
      'text TEXT!, id FLOAT!, id TEXT!, date DATE!',
    ],
    [
      'SELECT CAST(1 AS double precision), 1::numeric(3, 1), NULL::int[]',
      'float8 FLOAT!, numeric DECIMAL!, int4 INTEGER[]',
    ],
    ["SELECT trim('a'), trim(LEADING 'a' FROM 'b'), trim(TRAILING FROM 'b')", 'btrim TEXT!, ltrim TEXT!, rtrim TEXT!'],
    ['SELECT CASE WHEN true THEN 1 END, CASE WHEN true THEN 1 ELSE id END FROM users', 'case INTEGER, id INTEGER!'],
    [
      'SELECT (SELECT 1 + 1), (SELECT 1 AS q), EXISTS(SELECT 1), ARRAY(SELECT 1), ARRAY[1], ROW(1, 2)',
      '?column? INTEGER!, q INTEGER!, exists BOOLEAN!, array INTEGER[]!, array INTEGER[]!, row OTHER!',
    ],
    [
      "SELECT coalesce(1, 2), greatest(1, 2), nullif(1, 2), current_date, now() AT TIME ZONE 'utc'",
      'coalesce INTEGER!, greatest INTEGER!, nullif INTEGER, current_date DATE!, timezone TIMESTAMP!',
    ],
    [
      'SELECT tags[1], tags[1:2], name COLLATE "C", (u).id FROM users u',
      'tags TEXT, tags TEXT[], name TEXT!, id INTEGER!',
    ],
    ["VALUES (1, NULL), (2.5, 'a')", 'column1 DECIMAL!, column2 TEXT'],
  ]);
});

describe('where a column comes from', () => {
  columns([
    ['SELECT * FROM v', 'id INTEGER @v, b INTEGER @v, c TEXT @v'],
    [
      'SELECT o.*, u.name FROM shop.orders o JOIN users u ON u.id = o.user_id',
      'id BIGINT! @orders, user_id INTEGER! @orders, total DECIMAL @orders, name TEXT! @users',
    ],
    ['SELECT o.id, u.id FROM users u LEFT JOIN orders o ON true', 'id BIGINT @orders, id INTEGER! @users'],
    ['SELECT o.id, u.id FROM users u FULL JOIN orders o ON true', 'id BIGINT @orders, id INTEGER @users'],
    ['SELECT * FROM v NATURAL JOIN w', 'id INTEGER! @v, b BIGINT! @v, c TEXT! @v, d FLOAT @w'],
    ['SELECT * FROM v JOIN w USING (b, id)', 'b BIGINT! @v, id INTEGER! @v, c TEXT @v, c TEXT @w, d FLOAT @w'],
    ['SELECT id, w.id FROM v RIGHT JOIN w USING (id)', 'id INTEGER! @w, id INTEGER! @w'],
    ['SELECT id FROM v FULL JOIN w USING (id)', 'id INTEGER'],
    [
      'SELECT j.* FROM (v JOIN w USING (id, b)) AS j (x)',
      'x INTEGER! @v, b BIGINT! @v, c TEXT @v, c TEXT @w, d FLOAT @w',
    ],
    ['SELECT x.* FROM v JOIN w USING (id) AS x', 'id INTEGER! @v'],
    ['SELECT * FROM (SELECT id AS a, 1 FROM users) t (b)', 'b INTEGER! @users, ?column? INTEGER!'],
    ['SELECT t.x, l.y FROM (VALUES (1), (NULL)) t (x), LATERAL (SELECT t.x + 1 AS y) l', 'x INTEGER, y INTEGER'],
    [
      'SELECT (SELECT max(o.total) FROM orders o WHERE o.user_id = u.id), u.* FROM (SELECT id FROM users) u',
      'max DECIMAL, id INTEGER! @users',
    ],
    ['TABLE v', 'id INTEGER @v, b INTEGER @v, c TEXT @v'],
    ['SELECT u FROM users u', 'u OTHER~'],
    ['SELECT xmin FROM users', 'xmin OTHER! @users'],
    ['SELECT "ID" FROM users', 'ID ?~'],
  ]);
});

describe('tables of WITH', () => {
  columns([
    [
      'WITH a (x) AS (SELECT id FROM users), b AS (SELECT x + 1.5 AS y FROM a) SELECT * FROM b, a',
      'y DECIMAL!, x INTEGER! @users',
    ],
    [
      'WITH RECURSIVE t AS (SELECT id, 1 AS depth FROM users UNION ALL SELECT u.id, t.depth + 1 FROM users u JOIN t ON true) TABLE t',
      'id INTEGER!, depth INTEGER!',
    ],
    ['WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT nullif(n, 3) FROM t) SELECT n FROM t', 'n INTEGER'],
    [
      'WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n FROM t) SEARCH DEPTH FIRST BY n SET o CYCLE n SET c USING p SELECT * FROM t',
      'n INTEGER!, o OTHER[]!, c BOOLEAN!, p OTHER[]!',
    ],
    ['WITH RECURSIVE a AS (TABLE b), b AS (SELECT 1 AS x) SELECT * FROM a', 'x INTEGER!'],
    ['WITH v AS (SELECT * FROM v) SELECT * FROM v', 'id INTEGER @v, b INTEGER @v, c TEXT @v'],
    ['WITH gone AS (DELETE FROM v RETURNING id, b) SELECT * FROM gone', 'id INTEGER @v, b INTEGER @v'],
    [
      "WITH x AS (SELECT 1 AS a) SELECT * FROM (WITH x AS (SELECT 't' AS b) SELECT * FROM x) y, x",
      'b TEXT!, a INTEGER!',
    ],
  ]);
});

describe('set operations', () => {
  columns([
    ['SELECT 1 AS a UNION SELECT 2.5 AS b UNION ALL SELECT NULL', 'a DECIMAL'],
    ["SELECT NULL AS a UNION SELECT 'a'", 'a TEXT'],
    ['SELECT id FROM users EXCEPT SELECT id FROM v', 'id INTEGER!'],
    ['SELECT id FROM v INTERSECT SELECT id FROM users', 'id INTEGER!'],
    ["SELECT date '2020-01-01' AS d UNION SELECT now()", 'd TIMESTAMPTZ!'],
  ]);
});

describe('functions in FROM', () => {
  columns([
    ['SELECT * FROM generate_series(1, 2) x', 'x INTEGER!'],
    ['SELECT * FROM generate_series(1, 2) WITH ORDINALITY', 'generate_series INTEGER!, ordinality BIGINT!'],
    ["SELECT * FROM generate_series(date '2020-01-01', date '2020-01-02', '1 day') AS d (day)", 'day TIMESTAMPTZ!'],
    ["SELECT * FROM ROWS FROM (generate_series(1, 2), json_each('{}')) x (q)", 'q INTEGER!, key TEXT!, value JSON'],
    ["SELECT * FROM json_array_elements('[]') x", 'value JSON'],
    ["SELECT * FROM unnest(ARRAY[1], ARRAY['a']) x", 'unnest INTEGER, unnest TEXT'],
    ['SELECT t.tag, t.n FROM users u, unnest(u.tags) WITH ORDINALITY AS t (tag, n)', 'tag TEXT, n BIGINT!'],
    ["SELECT * FROM jsonb_to_recordset('[]') AS r (a int, b text)", 'a INTEGER, b TEXT'],
    ["SELECT * FROM jsonb_to_recordset('[]') r", 'null'],
    ['SELECT * FROM my_function(1) f', 'null'],
    ['SELECT * FROM current_date', 'current_date DATE!'],
  ]);
});

describe('changes', () => {
  columns([
    ['INSERT INTO users (name) VALUES ($1)', 'null'],
    [
      'INSERT INTO v AS n (id) VALUES (1) RETURNING n.id, upper(n.c), old.id, new.b',
      'id INTEGER @v, upper TEXT, id INTEGER @v, b INTEGER @v',
    ],
    [
      "UPDATE v SET c = 'x' FROM orders o WHERE o.id = v.id RETURNING *",
      'id INTEGER @v, b INTEGER @v, c TEXT @v, id BIGINT! @orders, user_id INTEGER! @orders, total DECIMAL @orders',
    ],
    [
      'DELETE FROM v USING users u WHERE u.id = v.id RETURNING v.*, u.name',
      'id INTEGER @v, b INTEGER @v, c TEXT @v, name TEXT! @users',
    ],
    [
      'MERGE INTO v USING w ON v.id = w.id WHEN MATCHED THEN DELETE RETURNING merge_action(), v.id, w.d',
      'merge_action TEXT, id INTEGER @v, d FLOAT @w',
    ],
    ['SELECT 1 INTO t2', 'null'],
    ['EXPLAIN SELECT 1', 'null'],
  ]);
});

describe('operators', () => {
  types([
    [
      '7 / 2, 7.0 / 2, id % 2, 2 ^ 3, 2 ^ 0.5, id * 1.5, 1::real + 1.0',
      'INTEGER!, DECIMAL!, INTEGER!, FLOAT!, DECIMAL!, DECIMAL!, FLOAT!',
    ],
    ['99999999999, 1e3, 0x1F, 99999999999999999999', 'BIGINT!, DECIMAL!, INTEGER!, DECIMAL!'],
    [
      "born - born, born + 1, born - '2020-01-01', made - made, made - interval '1 day', made + '1 day', born - interval '1 day'",
      'INTEGER, DATE, INTEGER, INTERVAL, TIMESTAMPTZ, TIMESTAMPTZ, TIMESTAMP',
    ],
    [
      "interval '1 day' * 2, time '10:00' + interval '1h', made AT TIME ZONE 'utc', -interval '1 day'",
      'INTERVAL!, TIME!, TIMESTAMP, INTERVAL!',
    ],
    [
      "doc -> 'a', doc ->> 'a', doc #> '{a}', doc #>> '{a}', doc @> '{}', doc - 'a', doc || '{}'",
      'JSON, TEXT, JSON, TEXT, BOOLEAN, JSON, JSON',
    ],
    ["'a' || 1, 'a' || 'b', tags || 'x', ARRAY[1] || 2, 1 || ARRAY[2]", 'TEXT!, TEXT!, TEXT[], INTEGER[]!, INTEGER[]!'],
    [
      "id = 1, born > '2020-01-01', born IS NULL, id IN (1, 2), name LIKE 'a%', id BETWEEN 1 AND 2, id IS DISTINCT FROM 2",
      'BOOLEAN!, BOOLEAN, BOOLEAN!, BOOLEAN!, BOOLEAN!, BOOLEAN!, BOOLEAN!',
    ],
    [
      'active AND born IS NULL, NOT active, EXISTS (SELECT 1), id IN (SELECT b FROM v), id = ANY (ARRAY[1])',
      'BOOLEAN!, BOOLEAN!, BOOLEAN!, BOOLEAN, BOOLEAN~',
    ],
    [
      "b'101', x'1F', OPERATOR(pg_catalog.-) id, id OPERATOR(pg_catalog.+) 1, id <-> 3, |/ 2",
      'OTHER!, OTHER!, ?~, INTEGER!, ?~, FLOAT!',
    ],
    ['$1, $1 + 1, coalesce($1, id), id + $2, $1 || $2', '?~, INTEGER~, INTEGER!, INTEGER~, ?~'],
  ]);
});

describe('values', () => {
  types([
    [
      "CASE WHEN active THEN 1 ELSE 2.5 END, CASE id WHEN 1 THEN 'a' END, CASE WHEN active THEN born ELSE made END",
      'DECIMAL!, TEXT, TIMESTAMPTZ',
    ],
    [
      'coalesce(balance, 0), coalesce(born, NULL), greatest(id, 1.5), nullif(id, 0)',
      'DECIMAL!, DATE, DECIMAL!, INTEGER',
    ],
    ["'x'::mood, pg_catalog.int4 '1', '{}'::jsonb, 'x'::public.text, '1'::\"char\"", '?!, INTEGER!, JSON!, ?!, TEXT!'],
    [
      'count(*), sum(id), sum(balance), avg(id), min(name), array_agg(id)',
      'BIGINT!, BIGINT, DECIMAL, DECIMAL, TEXT, INTEGER[]',
    ],
    [
      'percentile_cont(0.5) WITHIN GROUP (ORDER BY id), percentile_disc(0.5) WITHIN GROUP (ORDER BY name), mode() WITHIN GROUP (ORDER BY born)',
      'FLOAT, TEXT, DATE',
    ],
    [
      'row_number() OVER (), sum(id) OVER (ORDER BY id), sum(id) OVER (ROWS 1 PRECEDING), lag(name) OVER ()',
      'BIGINT!, BIGINT!, BIGINT, TEXT',
    ],
    [
      "round(balance), round(2), lower(name), my_function(1), public.lower('a'), \"Lower\"('a'), nextval('s')",
      'DECIMAL, FLOAT!, TEXT!, ?~, ?~, ?~, BIGINT',
    ],
    [
      "json_value('{}', '$.a' RETURNING int), extract(year FROM made), date_trunc('day', made)",
      'INTEGER, DECIMAL, TIMESTAMPTZ',
    ],
    [
      '(SELECT count(*) FROM v), (SELECT id FROM users LIMIT 1), (SELECT 1), (SELECT 1 WHERE active)',
      'BIGINT!, INTEGER, INTEGER!, INTEGER',
    ],
  ]);
  it.each([
    ['GROUP BY name', 'TEXT!, BIGINT!'],
    ['GROUP BY ROLLUP (name)', 'TEXT, BIGINT'],
    ['GROUP BY GROUPING SETS ((name), ())', 'TEXT, BIGINT'],
  ])('aggregates with %s', (grouping, expected) => {
    expect(typesOf('POSTGRESQL', 'name, sum(id)', ` FROM users ${grouping}`)).toBe(expected);
  });
});

describe('without a catalogue', () => {
  it.each([
    ['SELECT id, u.name, 1 FROM shop.Users u', 'id ?~ @users, name ?~ @users, ?column? INTEGER!'],
    ['SELECT a, u.b, count(*) FROM t, u', 'a ?~, b ?~ @u, count BIGINT!'],
    ['SELECT * FROM users', 'null'],
    ['SELECT t.*, u.id FROM (SELECT 1 AS a) t, users u', 'a INTEGER!, id ?~ @users'],
    ['SELECT * FROM a JOIN b USING (id)', 'null'],
    ['SELECT a.x FROM a NATURAL JOIN b', 'x ?~ @a'],
    ['SELECT * FROM (SELECT 1 AS a) t, users', 'null'],
    ['SELECT (SELECT x FROM a) FROM b', 'x ?'],
  ])('%s', (sql, expected) => {
    expect(told('POSTGRESQL', sql, null)).toBe(expected);
  });
});
