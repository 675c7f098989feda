import { plainCases } from './case.js';

export const postgresqlQueries = plainCases(`
  SELECT DISTINCT ON (customer_id) customer_id, id, total FROM orders ORDER BY customer_id, placed_on DESC, id DESC
  SELECT DISTINCT ON (department) * FROM employees ORDER BY department, salary DESC, id
  SELECT DISTINCT ON (customer_id) status FROM orders ORDER BY customer_id, id
  SELECT count(*) AS n FROM (SELECT DISTINCT ON (customer_id) status FROM orders) AS x
  SELECT DISTINCT ON (o.customer_id) o.customer_id AS c, o.total AS t FROM orders o WHERE o.status = 'paid' ORDER BY c, t DESC NULLS LAST LIMIT 3
  SELECT x.id FROM (SELECT DISTINCT ON (status) id, status FROM orders ORDER BY status, id) AS x ORDER BY x.id
  SELECT name, salary FROM employees ORDER BY salary DESC FETCH FIRST 3 ROWS WITH TIES
  SELECT name, salary FROM employees ORDER BY salary DESC, hired FETCH FIRST 2 ROWS WITH TIES
  SELECT c.id, o.id FROM customers c FULL JOIN orders o ON o.customer_id = c.id AND o.total > 100 ORDER BY c.id, o.id
  SELECT c.name, count(o.id) AS n FROM customers c FULL OUTER JOIN orders o ON o.customer_id = c.id GROUP BY c.name ORDER BY n, c.name COLLATE "C"
  SELECT a.i, b.j FROM samples a FULL JOIN samples b ON a.i = b.j ORDER BY a.i, b.j
  SELECT id, a.i AS ai, b.i AS bi FROM (SELECT id, i FROM samples WHERE id < 5) a FULL JOIN (SELECT id, i FROM samples WHERE id > 3) b USING (id) ORDER BY id
  SELECT o.id, p.title FROM order_items i RIGHT JOIN orders o ON o.id = i.order_id LEFT JOIN products p ON p.id = i.product_id ORDER BY o.id, p.id
  SELECT department, count(*) AS n, sum(salary) AS s FROM employees GROUP BY ROLLUP (department) ORDER BY department, n
  SELECT department, manager_id, sum(salary) AS s FROM employees GROUP BY ROLLUP (department, manager_id) ORDER BY s, department, manager_id
  SELECT department, manager_id, count(*) AS n FROM employees GROUP BY CUBE (department, manager_id)
  SELECT department, manager_id, count(*) AS n FROM employees GROUP BY GROUPING SETS ((department), (manager_id), ())
  SELECT department, GROUPING(department) AS g, sum(salary) FROM employees GROUP BY ROLLUP (department) HAVING sum(salary) > 1000 ORDER BY g, 3
  SELECT COALESCE(department, 'all') AS d, sum(bonus) FROM employees GROUP BY ROLLUP (department)
  SELECT c.id, last.total FROM customers c LEFT JOIN LATERAL (SELECT o.total FROM orders o WHERE o.customer_id = c.id ORDER BY o.placed_on DESC, o.id LIMIT 1) AS last ON true ORDER BY c.id
  SELECT c.id, s.n, s.most FROM customers c CROSS JOIN LATERAL (SELECT count(*) AS n, max(total) AS most FROM orders o WHERE o.customer_id = c.id) s ORDER BY c.id
  SELECT c.id, l.id AS order_id FROM customers c, LATERAL (SELECT o.id FROM orders o WHERE o.customer_id = c.id ORDER BY o.id LIMIT 1) l ORDER BY c.id
  SELECT t.id, x.double FROM samples t CROSS JOIN LATERAL (SELECT t.i * 2 AS double) x ORDER BY t.id
  SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v (n, s) ORDER BY n
  SELECT v.n, c.name FROM (VALUES (1), (3)) AS v (n) JOIN customers c ON c.id = v.n ORDER BY 1
  WITH v (n, s) AS (VALUES (1, 'x'), (2, 'y')) SELECT n, s FROM v ORDER BY n
  SELECT id FROM orders WHERE customer_id IN (SELECT id FROM customers ORDER BY id LIMIT 2) ORDER BY id
  SELECT status, count(*) FROM orders GROUP BY status HAVING count(*) > 1 ORDER BY count(*) DESC, status
  SELECT EXISTS (SELECT 1 FROM orders WHERE total > 1000) AS big
  SELECT id, (SELECT max(total) FROM orders o WHERE o.customer_id = c.id) AS most FROM customers c ORDER BY most DESC, id
  (SELECT id FROM customers ORDER BY id DESC LIMIT 2) UNION ALL (SELECT id FROM orders ORDER BY id LIMIT 1)
  SELECT id FROM customers UNION SELECT customer_id FROM orders ORDER BY 1 LIMIT 3
  SELECT i FROM samples UNION ALL SELECT j FROM samples ORDER BY i DESC
  SELECT i AS n FROM samples UNION SELECT j FROM samples ORDER BY n
  SELECT row_number() OVER w AS r, sum(salary) OVER w AS s FROM employees WINDOW w AS (PARTITION BY department ORDER BY hired) ORDER BY department, r
  SELECT id, lag(total, 1, 0) OVER (ORDER BY id), lead(total) OVER (ORDER BY id) FROM orders ORDER BY id
  SELECT id, first_value(name) OVER (PARTITION BY department ORDER BY salary DESC, id) AS top FROM employees ORDER BY id
  SELECT id, ntile(3) OVER (ORDER BY id) FROM employees ORDER BY id
  SELECT department, round(avg(salary), 2) AS mean FROM employees WHERE department IS NOT NULL GROUP BY department ORDER BY mean DESC
  SELECT * FROM orders NATURAL JOIN (SELECT id, name FROM employees) e ORDER BY id
  SELECT id FROM customers WHERE (country, active) IN (('DE', true), ('FR', false)) ORDER BY id
  SELECT count(*) FROM customers c CROSS JOIN products p
  SELECT e.name, m.name AS boss FROM employees e LEFT JOIN employees m ON m.id = e.manager_id ORDER BY e.id
  WITH paid AS MATERIALIZED (SELECT * FROM orders WHERE status = 'paid') SELECT customer_id, count(*) FROM paid GROUP BY 1 ORDER BY 1
  SELECT id, CASE status WHEN 'paid' THEN 1 WHEN 'open' THEN 2 ELSE 3 END AS k FROM orders ORDER BY k, id
  SELECT sum(CASE WHEN status = 'paid' THEN total ELSE 0 END) AS paid FROM orders
  SELECT count(*) FILTER (WHERE status = 'paid') * 100.0 / count(*) AS share FROM orders
  SELECT 1 AS a WHERE EXISTS (SELECT 1 FROM orders)
  WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 1500) SELECT count(*), max(n) FROM t
  SELECT generate_series(1, 3) AS n
  SELECT id, generate_series(1, 2) AS n FROM orders WHERE id < 3 ORDER BY id, n
  SELECT id, unnest(string_to_array(tags, ',')) AS tag FROM products ORDER BY id, tag
  SELECT tag, count(*) FROM (SELECT unnest(string_to_array(tags, ',')) AS tag FROM products) t GROUP BY tag ORDER BY 2 DESC, 1
  SELECT id, jsonb_array_elements_text(attributes->'tags') AS tag FROM products WHERE jsonb_typeof(attributes->'tags') = 'array' ORDER BY 1, 2
`);
