import { plainCases } from './case.js';

export const mysqlBasics = plainCases(`
  SELECT id, name FROM \`customers\` ORDER BY id
  SELECT i / j FROM samples ORDER BY id
  SELECT i DIV j, i % j, i MOD 3 FROM samples ORDER BY id
  SELECT total / 3 FROM orders ORDER BY id
  SELECT id, bonus FROM employees ORDER BY bonus, id
  SELECT id, bonus FROM employees ORDER BY bonus DESC, id
  SELECT id FROM customers WHERE active = 1 ORDER BY id
  SELECT id FROM customers WHERE active ORDER BY id
  SELECT id FROM samples WHERE i ORDER BY id
  SELECT SUM(active), SUM(country = 'DE'), SUM(salary > 600) FROM customers, employees
  SELECT IF(active, 'yes', 'no') FROM customers ORDER BY id
  SELECT IFNULL(credit, 0), NULLIF(credit, 0) FROM customers ORDER BY id
  SELECT GREATEST(i, j, 4), LEAST(i, j) FROM samples ORDER BY id
  SELECT i <=> j, i = j FROM samples ORDER BY id
  SELECT id FROM customers WHERE name LIKE 'a%' ORDER BY id
  SELECT id FROM orders WHERE note LIKE '%\\\\\\\\%'
  SELECT COUNT(*) AS n, country FROM customers GROUP BY country HAVING n > 1 ORDER BY n DESC, country
  SELECT YEAR(placed_on) AS y, COUNT(*) AS n FROM orders GROUP BY y ORDER BY y
  SELECT CONCAT(name, '-', id) FROM customers ORDER BY id
  SELECT t + 1, t * 2 FROM samples WHERE t = 12
  SELECT id FROM samples WHERE i = '7'
  SELECT AVG(salary), AVG(bonus) FROM employees
  SELECT CAST(f AS SIGNED), CAST(d AS SIGNED), CAST(t AS SIGNED) FROM samples ORDER BY id
  SELECT CAST(i AS CHAR), CAST(d AS DECIMAL(10,1)) FROM samples ORDER BY id
  SELECT active XOR 1 FROM customers ORDER BY id
  SELECT i & 3, i | 8, i ^ 1, i << 2 FROM samples WHERE i >= 0 ORDER BY id
  SELECT 10 / 4, 1 / 3, 2 / 3 * 100, 7 DIV 2
  SELECT NOT i FROM samples ORDER BY id
  SELECT id FROM samples ORDER BY id LIMIT 2, 3
`);
