import { plainCases, type Case } from './case.js';

export const mysqlCastsAndConditions: readonly Case[] = [
  ...plainCases(`
  SELECT CAST(f AS SIGNED), CAST(d AS SIGNED), CAST(t AS SIGNED) FROM samples ORDER BY id
  SELECT CAST(i AS DECIMAL(10,2)), CAST(d AS DECIMAL(10,1)), CAST(f AS DECIMAL(5,1)), CAST(t AS DECIMAL(6,2)), CAST('12.345' AS DECIMAL(10,2)), CAST(d AS DECIMAL), CAST(f AS DOUBLE), CAST(t AS DOUBLE), CAST('abc' AS UNSIGNED), CAST(i AS CHAR), CAST(d AS CHAR), CAST(f AS CHAR), CAST(t AS CHAR(2)), CAST(b AS CHAR), CAST(b AS SIGNED) FROM samples ORDER BY id
  SELECT CONVERT(d, SIGNED), CONVERT(t USING utf8mb4), CONVERT(i, CHAR), CAST('2.7' AS SIGNED), CAST(2.5 AS SIGNED), CAST(-2.5 AS SIGNED), CAST(3.5e0 AS SIGNED), CAST(2.5e0 AS SIGNED), CAST(NULL AS CHAR), CAST('' AS SIGNED), CAST(' 12 ' AS SIGNED), CAST(total AS CHAR) FROM samples JOIN orders USING (id) ORDER BY samples.id
  SELECT CAST(id AS UNSIGNED), CAST(day AS CHAR), CAST(at AS CHAR), CAST(i AS UNSIGNED) FROM samples WHERE i > 0 ORDER BY id
  SELECT CAST('5' AS SIGNED) + 1, '5' + 1, '5.5' * 2, 'abc' + 1, '12abc' + 1, t + 0, -t, t * 1, t + u, CONCAT(1, 2) + 1, TRUE + TRUE, (i > 3) + 1, i + b FROM samples ORDER BY id
  SELECT id FROM samples WHERE t = 0
  SELECT id FROM samples WHERE i = '7abc' OR j = '2'
  SELECT id FROM samples WHERE u
  SELECT id FROM samples WHERE u > 5 OR t < 1
  SELECT id, b = 1, b + 0, b = TRUE, NOT b, b IS TRUE, IF(b, 'y', 'n'), b AND i, i OR f, !i FROM samples ORDER BY id
  SELECT COALESCE(i, 'none'), IFNULL(d, 0), IFNULL(t, i), NULLIF(i, 3), IF(i > 3, 'big', i), COALESCE(b, 0), NVL(i, 0), NVL2(i, 'a', 'b'), IF(b, 1, 0), IF(t, 'x', 'y'), IFNULL(day, 'never'), COALESCE(t, 0) FROM samples ORDER BY id
  SELECT CASE WHEN i > 3 THEN 'big' ELSE i END, CASE i WHEN 7 THEN 'seven' WHEN '3' THEN 'three' ELSE 0 END, CASE WHEN i THEN 1 ELSE 0.5 END, CASE WHEN b THEN b ELSE 0 END FROM samples ORDER BY id
  SELECT INTERVAL(i, 1, 5, 50), LEAST(1, 2.5, i) FROM samples ORDER BY id
  SELECT COUNT(*) FROM customers WHERE DATABASE() IS NULL OR LENGTH(UUID()) = 36
  SELECT LENGTH(UUID()), RAND() < 1, LENGTH(VERSION()) > 0
  SELECT id FROM samples WHERE ISNULL(i) OR NOT ISNULL(j) AND i > 5 ORDER BY id
  SELECT CONCAT('a', CHAR(9 USING utf8mb4), 'b')
  SELECT id FROM customers ORDER BY RAND() LIMIT 0
`),
  { sql: `SELECT FOUND_ROWS()`, refuses: ['POSTGRESQL', 'SQLITE'] },
  { sql: `SELECT USER() IS NOT NULL, CURRENT_USER() IS NOT NULL`, refuses: ['SQLITE'] },
  {
    sql: `SELECT HEX(name), HEX(id), HEX(255), ASCII(name), ORD(name), CHAR(65 USING utf8mb4) FROM customers ORDER BY id`,
  },
  {
    sql: `SELECT MD5(name), SHA2('x', 512), SHA2(name, 256), TO_BASE64('abc') FROM customers ORDER BY id`,
    refuses: ['SQLITE'],
  },
];
