import { plainCases } from './case.js';

/** What operators, conditions, NULLs, groups and orders mean. */
export const mysqlMeanings = plainCases(`
  SELECT * FROM orders o JOIN order_items i ON i.order_id = o.id ORDER BY o.id, i.product_id
  SELECT i > j AS gt, i IS NULL AS n, NOT b AS nb, b AND i > 0 AS two, i = j OR b AS either FROM samples ORDER BY id
  SELECT COUNT(*) > 5 AS many, SUM(i) IS NULL AS none FROM samples
  SELECT id FROM samples WHERE 1 ORDER BY id
  SELECT id FROM samples WHERE NOT i ORDER BY id
  SELECT id FROM samples WHERE b = 1 AND i ORDER BY id
  SELECT id FROM samples WHERE b = (i > 3) ORDER BY id
  SELECT id FROM samples WHERE b <> 0 ORDER BY id
  SELECT id FROM samples WHERE b IS TRUE OR b IS NULL ORDER BY id
  SELECT id FROM samples WHERE !b ORDER BY id
  SELECT id, IF(b, i, -1) FROM samples ORDER BY id
  SELECT MAX(b), MIN(b), SUM(b), AVG(b) FROM samples
  SELECT b + 1, b * 2 FROM samples ORDER BY id
  SELECT id FROM samples WHERE t = 0 ORDER BY id
  SELECT id FROM samples WHERE i = '3abc' ORDER BY id
  SELECT id FROM samples WHERE i IN ('7', '3') ORDER BY id
  SELECT id FROM samples WHERE i BETWEEN '3' AND '7' ORDER BY id
  SELECT i + '1', i * '2', '3' + '4' FROM samples ORDER BY id
  SELECT id FROM samples WHERE t + 0 > 5 ORDER BY id
  SELECT CONCAT(i, '-', t), CONCAT(d, 'x'), CONCAT(b, 'y') FROM samples ORDER BY id
  SELECT CONCAT('a', NULL), CONCAT_WS('-', 'a', NULL, 'b')
  SELECT CASE WHEN i > 5 THEN 'big' ELSE i END FROM samples ORDER BY id
  SELECT COALESCE(i, 'none') FROM samples ORDER BY id
  SELECT IFNULL(t, 0) FROM samples ORDER BY id
  SELECT status FROM orders GROUP BY status ORDER BY COUNT(*) DESC, status
  SELECT country, COUNT(*) c FROM customers GROUP BY country HAVING SUM(active) > 0 AND c >= 1 ORDER BY c DESC, country
  SELECT name, COUNT(*) FROM customers GROUP BY id ORDER BY id
  SELECT c.name, c.country, SUM(o.total) AS s FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY s DESC, c.id
  SELECT customer_id, MAX(total) FROM orders GROUP BY 1 ORDER BY 1
  SELECT id FROM customers WHERE id NOT IN (SELECT customer_id FROM orders) ORDER BY id
  SELECT 7 / 2, -7 DIV 2, 7 % 3, -7 % 3, 7.0 / 2, 1 / 3, 10 / 0, 5 % 0
  SELECT i / 2 * 2, d / 3, d * d, ROUND(d / 3, 4), i / j FROM samples ORDER BY id
  SELECT SUM(total) / 3, AVG(total) * 2, SUM(total * 1.1) FROM orders
  SELECT SUM(quantity) / COUNT(*) FROM order_items
  SELECT 100 * SUM(status = 'paid') / COUNT(*) AS pct, ROUND(SUM(status = 'paid') / COUNT(*) * 100, 1) AS r FROM orders
  SELECT big + 1, big DIV 10 FROM samples WHERE id < 4 ORDER BY id
  SELECT 'O\\'Reilly' AS a, 'tab\\there' AS b, "double" AS c, 'back\\\\slash' AS d
  SELECT NULL AS n, 1 AS one, 'x' AS x, TRUE AS t, 1.50 AS d
  SELECT id FROM orders WHERE total <=> NULL ORDER BY id
  SELECT id FROM samples WHERE (i, j) = (3, 3) ORDER BY id
  SELECT id FROM orders ORDER BY total IS NULL, total, id
  SELECT id FROM orders ORDER BY ISNULL(total), total DESC, id
  SELECT id, total FROM orders ORDER BY total DESC, id LIMIT 3
  (SELECT id FROM customers ORDER BY id DESC LIMIT 2) UNION ALL (SELECT id FROM orders ORDER BY id LIMIT 1)
  SELECT i FROM samples UNION SELECT j FROM samples ORDER BY 1
  SELECT id, 'order' AS kind FROM orders WHERE id < 3 UNION ALL SELECT id, 'customer' FROM customers WHERE id < 3 ORDER BY kind, id
  SELECT 1 AS a UNION SELECT 'x' ORDER BY a
  SELECT id, ROW_NUMBER() OVER w AS r, SUM(salary) OVER w AS s FROM employees WINDOW w AS (PARTITION BY department ORDER BY id) ORDER BY id
  SELECT id, LAG(total) OVER (ORDER BY id) AS l, total - LAG(total) OVER (ORDER BY id) AS diff FROM orders ORDER BY id
  SELECT id, FIRST_VALUE(name) OVER (PARTITION BY department ORDER BY salary DESC, id) AS f FROM employees ORDER BY id
  SELECT NTILE(3) OVER (ORDER BY id) AS t, id FROM employees ORDER BY id
  SELECT COUNT(DISTINCT department, salary) FROM employees
  SELECT * FROM (SELECT id, total FROM orders) AS t WHERE t.total > 100 ORDER BY t.id
  SELECT a.id FROM orders AS a, customers AS c WHERE a.customer_id = c.id AND c.name LIKE '%a%' ORDER BY a.id
  SELECT id FROM customers WHERE name = 'ada lovelace'
  SELECT id FROM customers WHERE name LIKE 'ADA%'
  SELECT id FROM customers WHERE email IS NULL OR email = '' ORDER BY id
  SELECT LENGTH(name), CHAR_LENGTH(name) FROM customers ORDER BY id
  SELECT COUNT(*), COUNT(email), COUNT(DISTINCT country) FROM customers
  SELECT STRAIGHT_JOIN c.id FROM customers c JOIN orders o ON o.customer_id = c.id ORDER BY o.id
  SELECT SUM(DISTINCT salary) FROM employees
  SELECT id FROM orders WHERE status IN ('PAID') ORDER BY id
  SELECT EXISTS(SELECT 1 FROM orders WHERE total > 1000) AS e
  SELECT id FROM orders LIMIT 0
  SELECT DISTINCT active, country FROM customers ORDER BY active, country
`);
