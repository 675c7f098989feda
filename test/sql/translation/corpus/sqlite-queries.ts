import { plainCases } from './case.js';

export const sqliteQueries = plainCases(`
  SELECT department, name, max(salary) FROM employees WHERE department IS NOT NULL GROUP BY department ORDER BY department
  SELECT c.id, c.name, count(o.id) AS n FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY c.id
  SELECT id, total * 2 AS t FROM orders WHERE t > 300 ORDER BY id
  SELECT id FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE total > 100) ORDER BY id
  WITH RECURSIVE tree(id, name, path) AS (SELECT id, name, name FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, tree.path || '/' || e.name FROM employees e JOIN tree ON e.manager_id = tree.id) SELECT * FROM tree ORDER BY id
  SELECT * FROM (SELECT 1 AS a, 2 AS b)
  SELECT id FROM (SELECT id, total FROM orders WHERE total > 100) ORDER BY id
  SELECT e.name, m.name FROM employees e LEFT JOIN employees m ON m.id = e.manager_id ORDER BY e.id
  SELECT status, count(*) n, sum(total) s FROM orders GROUP BY 1 ORDER BY 2 DESC, 1
  SELECT count(DISTINCT salary) FROM employees
  SELECT id, row_number() OVER (ORDER BY salary DESC, id) FROM employees ORDER BY id
  SELECT (SELECT count(*) FROM orders WHERE customer_id = customers.id) AS n FROM customers ORDER BY customers.id
  SELECT id FROM orders WHERE status IN ('paid', 'open') AND total NOT NULL ORDER BY id
  SELECT id FROM orders WHERE total ISNULL
  VALUES (1, 'a'), (2, 'b')
  SELECT id FROM orders UNION SELECT id FROM customers ORDER BY id
  SELECT id FROM orders WHERE (customer_id, status) IN (VALUES (1, 'paid'), (2, 'open')) ORDER BY id
  SELECT min(id), max(total) FROM orders
  SELECT id FROM samples WHERE i == 3 ORDER BY id
  SELECT sum(total) / count(*) FROM orders
  SELECT count(*) FILTER (WHERE total > 100) FROM orders
`);
