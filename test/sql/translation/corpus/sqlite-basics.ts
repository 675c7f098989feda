import { plainCases } from './case.js';

export const sqliteBasics = plainCases(`
  SELECT id, name FROM customers ORDER BY id
  SELECT i / j, i % j FROM samples ORDER BY id
  SELECT i / 2.0, f / 2, salary * 1.0 / 3 FROM samples, employees WHERE employees.id = 2
  SELECT id, bonus FROM employees ORDER BY bonus, id
  SELECT id, bonus FROM employees ORDER BY bonus DESC NULLS LAST, id
  SELECT id FROM customers WHERE active = 1 ORDER BY id
  SELECT id FROM customers WHERE active ORDER BY id
  SELECT sum(active), count(*) FILTER (WHERE active), total(credit) FROM customers
  SELECT iif(active, 'yes', 'no') FROM customers ORDER BY id
  SELECT ifnull(credit, 0) FROM customers ORDER BY id
  SELECT max(i, j, 4), min(i, j) FROM samples ORDER BY id
  SELECT i IS j, i IS NOT j FROM samples ORDER BY id
  SELECT id FROM customers WHERE name LIKE 'a%' ORDER BY id
  SELECT id FROM customers WHERE name GLOB 'A*' ORDER BY id
  SELECT name || '-' || id FROM customers ORDER BY id
  SELECT CAST(f AS INTEGER), CAST(t AS INTEGER), CAST(i AS TEXT) FROM samples ORDER BY id
  SELECT avg(salary), avg(bonus) FROM employees
  WITH t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t
  SELECT "name" FROM "customers" ORDER BY "id"
  SELECT id FROM samples ORDER BY id LIMIT 3 OFFSET 2
  SELECT id FROM samples ORDER BY id LIMIT -1 OFFSET 2
  SELECT country AS c, count(*) AS n FROM customers WHERE c <> 'GB' GROUP BY c HAVING n > 1 ORDER BY n DESC, c
  SELECT i & 3, i | 8, ~i, i << 2 FROM samples ORDER BY id
`);
