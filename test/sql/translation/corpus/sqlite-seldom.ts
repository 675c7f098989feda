import { plainCases, type Case } from './case.js';

/** What is seldom met: formats for SQL, bytes that cut letters, and recursions of several parts. */
export const sqliteSeldom: readonly Case[] = [
  ...plainCases(`
  SELECT id, printf('%.4s', name), printf('%!.4s', name), printf('%.20s', title), printf('[%.3s]', NULL) FROM customers JOIN products USING (id) ORDER BY id
  SELECT id, printf('%q', note), printf('%Q', note), printf('%w', note), printf('%q', NULL), printf('%Q', NULL), printf('%u', id) FROM orders ORDER BY id
  SELECT printf('INSERT INTO t VALUES (%d, %Q);', id, title) FROM products ORDER BY id
  WITH RECURSIVE r (n) AS (SELECT 1 UNION SELECT n + 2 FROM r WHERE n < 9 UNION SELECT n * 3 FROM r WHERE n < 5) SELECT n FROM r ORDER BY n
  SELECT p.id, count(e.value), group_concat(e.value, '|') FROM products p LEFT JOIN json_each(p.attributes, '$.tags') e GROUP BY p.id ORDER BY p.id
  SELECT id FROM customers WHERE (country, active) IN (VALUES ('FR', 1), ('DE', 0)) ORDER BY id
  SELECT id FROM orders WHERE customer_id IN (VALUES (1), (4), (NULL)) ORDER BY id
  SELECT key, value FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') WHERE key >= 2 ORDER BY key DESC
  SELECT p.id, e.value FROM products p, json_each(p.attributes, '$.tags') e WHERE e.key > 0 ORDER BY p.id, e.key
  WITH RECURSIVE c (x) AS (VALUES (1) UNION ALL SELECT x * 2 FROM c LIMIT 6) SELECT x FROM c ORDER BY x
  WITH RECURSIVE kin (id) AS (SELECT 3 UNION SELECT c.id FROM customers c JOIN kin k ON c.referrer_id = k.id UNION SELECT c.referrer_id FROM customers c JOIN kin k ON c.id = k.id WHERE c.referrer_id IS NOT NULL) SELECT id FROM kin ORDER BY id
  WITH RECURSIVE t (id, depth) AS (SELECT id, 0 FROM customers WHERE referrer_id IS NULL UNION ALL SELECT c.id, t.depth + 1 FROM customers c JOIN t ON c.referrer_id = t.id ORDER BY 2 DESC) SELECT id, depth FROM t ORDER BY id
`),
  {
    sql: `WITH RECURSIVE t (id, depth) AS (SELECT id, 0 FROM customers WHERE referrer_id IS NULL UNION ALL SELECT c.id, t.depth + 1 FROM customers c JOIN t ON c.referrer_id = t.id ORDER BY 2 DESC) SELECT substr('......', 1, depth * 2) || id FROM t`,
    warns: { POSTGRESQL: ['RECURSION_ORDER'], MYSQL: ['RECURSION_ORDER'] },
  },
  {
    sql: `SELECT * FROM (SELECT '' FROM customers ORDER BY id DESC LIMIT 2) UNION ALL SELECT * FROM (SELECT id FROM orders ORDER BY id LIMIT 1)`,
    refuses: ['POSTGRESQL'],
  },
];
