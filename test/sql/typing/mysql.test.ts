import { describe, expect, it } from 'vitest';
import { told, typesOf } from './told.js';

// Names and types are those that MariaDB 10.11 says, but that truth values are integers to it and JSON is text.

describe('names and places', () => {
  it.each([
    ['SELECT ID, u.Name, `name` AS `Full` FROM users u', 'ID INTEGER! @users, Name TEXT! @users, Full TEXT! @users'],
    [
      "SELECT 'it''s', \"a\" 'b', 1+1, ( 1 + 1 ), (id), count( * ) FROM users",
      "it's TEXT!, ab TEXT!, 1+1 BIGINT!, ( 1 + 1 ) BIGINT!, id INTEGER! @users, count( * ) BIGINT!",
    ],
    ["SELECT null, true, x'41', @a", "NULL ?, TRUE BOOLEAN!, x'41' BINARY!, @a ?~"],
    ['SELECT * FROM (SELECT Id, 1 + 1 FROM users) t', 'Id INTEGER! @users, 1 + 1 BIGINT!'],
    ['SELECT * FROM v NATURAL JOIN w', 'id INTEGER! @v, b BIGINT! @v, c TEXT! @v, d FLOAT @w'],
    ['SELECT * FROM v JOIN w USING (b, id)', 'id INTEGER! @v, b BIGINT! @v, c TEXT @v, c TEXT @w, d FLOAT @w'],
    [
      'SELECT * FROM v RIGHT JOIN w USING (id)',
      'id INTEGER! @w, c TEXT @w, b BIGINT! @w, d FLOAT @w, b INTEGER @v, c TEXT @v',
    ],
    ['VALUES ROW(1, 2)', 'column_0 INTEGER!, column_1 INTEGER!'],
    ['WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n', 'i INTEGER'],
    [
      "SELECT j.* FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT PATH '$', o FOR ORDINALITY, NESTED PATH '$.x' COLUMNS (c CHAR(9) PATH '$'))) j",
      'a INTEGER, o INTEGER, c TEXT',
    ],
    ['DELETE FROM v WHERE true RETURNING id, upper(c)', 'id INTEGER @v, upper(c) TEXT'],
    ['SELECT id INTO @a FROM users', 'null'],
  ])('%s', (sql, expected) => {
    expect(told('MYSQL', sql)).toBe(expected);
  });
});

describe('types', () => {
  it.each([
    [
      'id + 1, id / 2, id DIV 2, id % 2, id * 1.5, name + 1, -id, -1, id & 1',
      'BIGINT!, DECIMAL, BIGINT, BIGINT, DECIMAL!, FLOAT!, BIGINT!, INTEGER!, BIGINT!',
    ],
    [
      "1, 9999999999, 1.5, 1e3, 0x41, TIMESTAMP '2020-01-01 10:00'",
      'INTEGER!, BIGINT!, DECIMAL!, FLOAT!, BINARY!, TIMESTAMP!',
    ],
    [
      'born + INTERVAL 1 DAY, born + INTERVAL 1 HOUR, INTERVAL 1 DAY + born, name + INTERVAL 1 DAY',
      'DATE, TIMESTAMP, DATE, TEXT!',
    ],
    ['DATE_ADD(born, INTERVAL 1 HOUR), DATE_SUB(born, INTERVAL 1 MONTH), ADDDATE(born, 3)', 'TIMESTAMP, DATE, DATE'],
    [
      "id = 1, id <=> NULL, id IS NULL, name LIKE 'a', NOT id, id AND 1, id || 1, id XOR 1",
      'BOOLEAN!, BOOLEAN!, BOOLEAN!, BOOLEAN!, BOOLEAN!, BOOLEAN!, BOOLEAN!, BOOLEAN!',
    ],
    ["doc -> '$.a', doc ->> '$.a'", 'JSON, TEXT'],
    [
      "coalesce(born, made), coalesce(id, 'x'), IF(id, 1, NULL), coalesce(active, 0), coalesce(balance, 1e0)",
      'TIMESTAMP, TEXT!, INTEGER, INTEGER!, FLOAT!',
    ],
    [
      'CAST(name AS SIGNED), CAST(name AS DATE), CAST(id AS CHAR), CONVERT(name, DECIMAL(10, 2)), BINARY name',
      'BIGINT!, DATE, TEXT!, DECIMAL!, BINARY!',
    ],
    [
      'sum(id), sum(balance), sum(name), sum(id = 1), avg(id), group_concat(name)',
      'DECIMAL, DECIMAL, FLOAT, DECIMAL, DECIMAL, TEXT',
    ],
    ["MATCH (name) AGAINST ('a'), @x := 1, (SELECT 1), DEFAULT(id)", 'FLOAT!, INTEGER!, INTEGER!, INTEGER~'],
  ])('%s', (values, expected) => {
    expect(typesOf('MYSQL', values)).toBe(expected);
  });
});
