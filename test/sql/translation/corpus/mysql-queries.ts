import { plainCases } from './case.js';

export const mysqlQueries = plainCases(`
  SELECT department, COUNT(*) AS n, SUM(salary) AS s FROM employees GROUP BY department WITH ROLLUP
  SELECT department, manager_id, SUM(salary) AS s FROM employees GROUP BY department, manager_id WITH ROLLUP
  SELECT c.id, c.name, COUNT(o.id) AS n FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY c.id
  SELECT c.id, o.id FROM customers c RIGHT JOIN orders o ON o.customer_id = c.id AND c.active = 1 ORDER BY o.id
  SELECT id, total * 2 AS t FROM orders HAVING t > 300 ORDER BY id
  SELECT id, total FROM orders ORDER BY -total, id
  SELECT COUNT(DISTINCT salary) FROM employees
  SELECT id FROM customers WHERE (country, active) IN (('DE', 1), ('FR', 0)) ORDER BY id
  SELECT 1 FROM DUAL WHERE 1 = 1
  SELECT id FROM customers c JOIN (SELECT DISTINCT customer_id FROM orders) o ON o.customer_id = c.id ORDER BY id
  SELECT id FROM customers INNER JOIN (SELECT 1 AS one) x ORDER BY id
  SELECT SUM(IF(status = 'paid', total, 0)) AS paid, SUM(status = 'open') AS open FROM orders
  SELECT status, AVG(total) AS mean FROM orders GROUP BY status ORDER BY mean DESC, status
  SELECT COUNT(*) / COUNT(DISTINCT customer_id) FROM orders
  SELECT SUM(total) / COUNT(*) AS mean, ROUND(SUM(total) / COUNT(*), 2) AS r FROM orders
  SELECT id, ROW_NUMBER() OVER (PARTITION BY department ORDER BY salary DESC, id) AS r FROM employees ORDER BY id
  SELECT id, SUM(salary) OVER (ORDER BY id) AS running FROM employees ORDER BY id
  WITH RECURSIVE n AS (SELECT 1 AS i, CAST('x' AS CHAR(20)) AS s UNION ALL SELECT i + 1, CONCAT(s, 'x') FROM n WHERE i < 5) SELECT * FROM n
  SELECT id FROM orders WHERE total > (SELECT AVG(total) FROM orders) ORDER BY id
  SELECT id FROM orders WHERE total >= ALL (SELECT total FROM orders WHERE total IS NOT NULL) ORDER BY id
  SELECT c.name FROM customers c WHERE NOT EXISTS (SELECT * FROM orders o WHERE o.customer_id = c.id) ORDER BY c.id
  SELECT SQL_NO_CACHE id FROM customers USE INDEX (PRIMARY) ORDER BY id
  SELECT id, name FROM customers ORDER BY active DESC, id
`);
