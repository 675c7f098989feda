import { plainCases, type Case } from './case.js';

export const mysqlPatternsAndReports: readonly Case[] = [
  ...plainCases(`
  SELECT id FROM customers WHERE name LIKE '%O''N%' OR name LIKE 'heidi\\\\\\\\\\\\\\\\%' ORDER BY id
  SELECT id FROM customers WHERE name LIKE '%100\\\\%' ORDER BY id
  SELECT id FROM orders WHERE note LIKE 'A\\\\_B' OR note LIKE '50|%%' ESCAPE '|' ORDER BY id
  SELECT id FROM customers WHERE name LIKE CONCAT('%', LOWER(SUBSTRING(city, 1, 1)), '%') ORDER BY id
  SELECT id FROM orders WHERE id LIKE '1%' ORDER BY id
  SELECT id FROM customers WHERE name LIKE BINARY 'a%' ORDER BY id
  SELECT id FROM customers WHERE name COLLATE utf8mb4_bin LIKE 'a%' ORDER BY id
  SELECT id FROM customers WHERE BINARY name = 'Frank' ORDER BY id
  SELECT SUBSTRING_INDEX(email, '@', -1) AS domain, COUNT(*) AS n FROM customers WHERE email <> '' GROUP BY SUBSTRING_INDEX(email, '@', -1) ORDER BY n DESC, domain LIMIT 0
  SELECT CONCAT(UPPER(LEFT(name, 1)), LOWER(SUBSTRING(name, 2))) AS nice, CONCAT_WS(' / ', city, country) AS place, LPAD(id, 5, '0') AS code, IF(credit > 100, 'rich', 'poor') AS class FROM customers ORDER BY id
  SELECT IF(SUM(total) > 100, CONCAT('+', ROUND(SUM(total), 1)), 'low') AS s, IFNULL(NULLIF(TRIM(note), ''), '-') AS n FROM orders GROUP BY id, note ORDER BY id
  SELECT ROUND(total * 1.19, 2) AS gross, ROUND(total / 3, 1) AS third, TRUNCATE(total / 7, 2) AS cut, CEIL(total / 10) AS tens, FLOOR(total / 10) * 10 AS bucket, total DIV 10, total MOD 7 FROM orders ORDER BY id
  SELECT 1 + '1', '3' * '4', '10' / 4, 7 % '4', -'5', '1e2' + 0, '0x1A' + 0, CONCAT(1.50, ''), 1.0 * 3, 2 * '3.5abc' FROM orders LIMIT 1
  SELECT id FROM orders WHERE total = '150' OR total > '200' ORDER BY id
  SELECT id FROM customers WHERE id IN ('1', '3') OR active = '0' ORDER BY id
`),
  { sql: `SELECT name, SOUNDEX(name) FROM customers ORDER BY id` },
];
