import { plainCases } from './case.js';

/** What operators, conditions, NULLs, groups and orders mean. */
export const sqliteMeanings = plainCases(`
  SELECT * FROM orders o JOIN order_items i ON i.order_id = o.id ORDER BY o.id, i.product_id
  SELECT i > j AS gt, i IS NULL AS n, NOT b AS nb, b AND i > 0 AS two, i = j OR b AS either FROM samples ORDER BY id
  SELECT count(*) > 5 AS many, sum(i) IS NULL AS none FROM samples
  SELECT id FROM samples WHERE 1 ORDER BY id
  SELECT id FROM samples WHERE NOT i ORDER BY id
  SELECT id FROM samples WHERE b = 1 AND i ORDER BY id
  SELECT id FROM samples WHERE b IS TRUE OR b IS NULL ORDER BY id
  SELECT id FROM samples WHERE b = true ORDER BY id
  SELECT id, iif(b, i, -1), CASE WHEN b THEN 'y' END FROM samples ORDER BY id
  SELECT max(b), min(b), sum(b), avg(b) FROM samples
  SELECT b + 1, b * 2 FROM samples ORDER BY id
  SELECT t || i, i || '', d || 'x' FROM samples WHERE id IN (1, 2, 4) ORDER BY id
  SELECT id FROM samples WHERE t = '' OR t IS NULL ORDER BY id
  SELECT id FROM samples WHERE i = '7' ORDER BY id
  SELECT id FROM samples WHERE t = 12 ORDER BY id
  SELECT CASE WHEN i > 5 THEN 'big' ELSE i END FROM samples ORDER BY id
  SELECT coalesce(i, 'none') FROM samples ORDER BY id
  SELECT 7 / 2, -7 / 2, 7 % 3, -7 % 3, 7.0 / 2, 1 / 3.0, 10 / 0, 5 % 0
  SELECT i / 2 * 2, f / 3, round(f / 3, 4), i / j FROM samples ORDER BY id
  SELECT sum(quantity) / count(*), sum(quantity) * 1.0 / count(*) FROM order_items
  SELECT 100.0 * sum(status = 'paid') / count(*) AS pct FROM orders
  SELECT round(100.0 * sum(CASE WHEN status = 'paid' THEN 1 ELSE 0 END) / count(*), 1) AS pct FROM orders
  SELECT big + 1, big / 10 FROM samples WHERE id < 4 ORDER BY id
  SELECT 'O''Reilly' AS a, 'back\\slash' AS b, "id" AS c, [id] AS d, \`id\` AS e FROM orders WHERE id = 1
  SELECT "nosuchcolumn" AS s FROM orders WHERE id = 1
  SELECT NULL AS n, 1 AS one, 'x' AS x, TRUE AS t, 1.50 AS d
  SELECT country, count(*) c FROM customers GROUP BY country HAVING c >= 1 ORDER BY c DESC, country
  SELECT name, count(*) FROM customers GROUP BY id ORDER BY id
  SELECT c.name, c.country, sum(o.total) AS s FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY s DESC, c.id
  SELECT customer_id, max(total), status FROM orders WHERE total IS NOT NULL GROUP BY customer_id ORDER BY customer_id
  SELECT id, total FROM orders ORDER BY total DESC, id LIMIT 3
  SELECT id FROM orders ORDER BY total IS NULL, total, id
  SELECT i FROM samples UNION SELECT j FROM samples ORDER BY 1
  SELECT id, 'order' AS kind FROM orders WHERE id < 3 UNION ALL SELECT id, 'customer' FROM customers WHERE id < 3 ORDER BY kind, id
  SELECT * FROM (SELECT id FROM customers ORDER BY id DESC LIMIT 2) UNION ALL SELECT * FROM (SELECT id FROM orders ORDER BY id LIMIT 1)
  SELECT id, row_number() OVER w AS r, sum(salary) OVER w AS s FROM employees WINDOW w AS (PARTITION BY department ORDER BY id) ORDER BY id
  SELECT id, total - lag(total, 1, 0) OVER (ORDER BY id) AS diff FROM orders ORDER BY id
  SELECT id, sum(total) FILTER (WHERE status = 'paid') OVER (ORDER BY id) AS s FROM orders ORDER BY id
  SELECT id FROM customers WHERE name = 'ada lovelace'
  SELECT id FROM customers WHERE name LIKE 'ADA%'
  SELECT id FROM customers WHERE name = 'ADA LOVELACE' COLLATE NOCASE
  SELECT id FROM customers ORDER BY name COLLATE NOCASE, id
  SELECT id FROM orders WHERE status IN ('paid', 'open') AND id IN (1, 2, 3) ORDER BY id
  SELECT EXISTS(SELECT 1 FROM orders WHERE total > 1000) AS e
  SELECT count(*), count(email), count(DISTINCT country) FROM customers
  SELECT id FROM orders WHERE total BETWEEN 100 AND 200 ORDER BY id
  SELECT x.id FROM orders x WHERE x.total > (SELECT avg(y.total) FROM orders y WHERE y.customer_id = x.customer_id) ORDER BY x.id
  SELECT id FROM employees e WHERE salary = (SELECT max(salary) FROM employees WHERE department = e.department) ORDER BY id
  SELECT total(total), count(NULL) FROM orders
  SELECT group_concat(id) FROM (SELECT id FROM orders WHERE id < 4 ORDER BY id)
  SELECT id FROM samples WHERE i <> 7 AND i != 3 ORDER BY id
  SELECT id FROM samples WHERE f > 1e0 ORDER BY id
  SELECT 0x1F, 1e3, .5, 5.
  SELECT id FROM orders WHERE note IS NOT 'gift' ORDER BY id
  SELECT DISTINCT active, country FROM customers ORDER BY active, country
`);
