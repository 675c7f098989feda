import { plainCases } from './case.js';

/** What operators, conditions, NULLs, groups and orders mean. */
export const postgresqlMeanings = plainCases(`
  SELECT * FROM orders o JOIN order_items i ON i.order_id = o.id ORDER BY o.id, i.product_id
  SELECT o.* FROM orders o ORDER BY o.id
  SELECT e.name AS employee, m.name AS manager FROM employees e JOIN employees m USING (department) WHERE e.id < m.id ORDER BY 1, 2
  SELECT i > j AS gt, i IS NULL AS n, NOT b AS nb, b AND i > 0 AS both, i = j OR b AS either FROM samples ORDER BY id
  SELECT count(*) > 5 AS many, sum(i) IS NULL AS none, bool_and(b) AS all_true FROM samples
  SELECT id FROM samples WHERE TRUE ORDER BY id
  SELECT id FROM samples WHERE NOT (b IS TRUE) ORDER BY id
  SELECT id FROM samples WHERE b IS NOT FALSE ORDER BY id
  SELECT id FROM samples WHERE b IS UNKNOWN ORDER BY id
  SELECT id FROM samples WHERE b = (i > 3) ORDER BY id
  SELECT id, CASE WHEN b THEN i ELSE -1 END FROM samples ORDER BY id
  SELECT max(b::int), sum(CASE WHEN b THEN 1 ELSE 0 END) FROM samples
  SELECT id FROM samples ORDER BY b, i DESC NULLS LAST, id
  SELECT id FROM orders ORDER BY CASE WHEN status = 'paid' THEN 0 ELSE 1 END, total DESC, id
  SELECT (SELECT count(*) FROM orders o WHERE o.customer_id = c.id) AS n, c.id FROM customers c ORDER BY n DESC, c.id
  SELECT country, count(*) FROM customers GROUP BY country HAVING bool_or(active) ORDER BY country
  SELECT DISTINCT o.status FROM orders o ORDER BY o.status
  SELECT id FROM customers WHERE id NOT IN (SELECT referrer_id FROM customers WHERE referrer_id IS NOT NULL) ORDER BY id
  SELECT id FROM customers WHERE referrer_id NOT IN (1, 2) OR referrer_id IS NULL ORDER BY id
  SELECT a.x, b.x FROM (SELECT 1 AS x UNION SELECT 2) a, (SELECT 2 AS x UNION SELECT 3) b ORDER BY 1, 2
  WITH a AS (SELECT 1 AS n), b AS (SELECT n + 1 AS n FROM a) SELECT * FROM a UNION ALL SELECT * FROM b ORDER BY n
  WITH RECURSIVE f(a, b) AS (SELECT 0::bigint, 1::bigint UNION ALL SELECT b, a + b FROM f WHERE b < 1000) SELECT a FROM f
  WITH RECURSIVE s AS (SELECT 'a' AS t UNION ALL SELECT t || 'b' FROM s WHERE length(t) < 5) SELECT t FROM s ORDER BY 1
  SELECT id, sum(salary) OVER (PARTITION BY department ORDER BY hired RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM employees ORDER BY id
  SELECT id, avg(salary) OVER (PARTITION BY department) - salary AS diff FROM employees ORDER BY id
  SELECT id, salary, sum(salary) FILTER (WHERE bonus IS NOT NULL) OVER (PARTITION BY department) AS s FROM employees ORDER BY id
  SELECT id, nth_value(name, 2) OVER (PARTITION BY department ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM employees ORDER BY id
  SELECT count(DISTINCT (department, salary)) FROM employees
  SELECT x.a FROM (SELECT id AS a FROM orders ORDER BY id LIMIT 3) x ORDER BY x.a DESC
  SELECT id FROM orders WHERE total = (SELECT max(total) FROM orders) ORDER BY id
  SELECT id FROM orders WHERE total > ANY (SELECT total FROM orders WHERE status = 'open') ORDER BY id
  SELECT id FROM orders WHERE total <= ALL (SELECT total FROM orders WHERE status = 'none') ORDER BY id
  SELECT coalesce(sum(total), 0) FROM orders WHERE status = 'none'
  SELECT -i, +j, - (-i), i - -j FROM samples ORDER BY id
  SELECT i * 1.5, i / 2 * 2.0, d * d, d / 3, round(d / 3, 4) FROM samples ORDER BY id
  SELECT 7 / 2, -7 / 2, 7 % 3, -7 % 3, 7.0 / 2, 1 / 3.0
  SELECT big + 1, big * 2, big / 10 FROM samples WHERE id < 4 ORDER BY id
  SELECT id FROM samples WHERE d IN (10.5, 2.25) OR f = 2.5 ORDER BY id
  SELECT id FROM samples WHERE i::text = '7' ORDER BY id
  SELECT CASE WHEN i > 5 THEN 'big' ELSE i::text END FROM samples ORDER BY id
  SELECT concat(i, '-', t, '-', NULL) FROM samples ORDER BY id
  SELECT 'O''Reilly' AS a, E'tab\\there' AS b, 'back\\slash' AS c, 'ünï' AS d
  SELECT NULL AS n, 1 AS one, 'x' AS x, TRUE AS t, 1.50 AS d
  SELECT id FROM samples WHERE (i, j) > (3, 2) ORDER BY id
  SELECT id FROM samples WHERE (i, j) IS NOT DISTINCT FROM (3, NULL) ORDER BY id
  SELECT nullif(i, 3), coalesce(i, j, 0) FROM samples ORDER BY id
  SELECT u.k, u.v FROM (VALUES ('a', 1), ('b', NULL)) AS u(k, v) ORDER BY u.v NULLS FIRST
  SELECT id, lag(i) OVER w, lead(i, 2) OVER w FROM samples WINDOW w AS (ORDER BY id) ORDER BY id
  SELECT department, sum(salary) FROM employees GROUP BY department ORDER BY sum(salary) DESC LIMIT 1
  SELECT sum(x) FROM (SELECT 1 AS x UNION ALL SELECT 1 UNION ALL SELECT NULL) t
  SELECT i FROM samples WHERE i IS NOT NULL EXCEPT SELECT 3 ORDER BY i
  SELECT i FROM samples INTERSECT ALL SELECT j FROM samples
  SELECT id FROM orders LIMIT ALL OFFSET 10
  SELECT "id" AS "Order Id", "total" AS "Total" FROM orders ORDER BY "Order Id" LIMIT 2
  SELECT o.id AS order_id, sum(i.quantity * i.unit_price) AS value FROM orders AS o LEFT OUTER JOIN order_items AS i ON (o.id = i.order_id) GROUP BY o.id HAVING sum(i.quantity) > 1 ORDER BY value DESC, o.id
`);
