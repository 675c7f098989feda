import { plainCases } from './case.js';

/** As applications, ORMs and people who write reports send them. */
export const mysqlReports = plainCases(`
  SELECT \`users\`.\`id\`, \`users\`.\`name\` FROM \`customers\` AS \`users\` WHERE \`users\`.\`active\` = 1 AND \`users\`.\`country\` IN ('DE', 'FR') ORDER BY \`users\`.\`id\` ASC LIMIT 10 OFFSET 0
  SELECT DATE_FORMAT(placed_on, '%Y-%m') AS month, COUNT(*) AS orders, SUM(total) AS revenue FROM orders WHERE status = 'paid' GROUP BY DATE_FORMAT(placed_on, '%Y-%m') ORDER BY month
  SELECT YEAR(placed_on) AS y, MONTH(placed_on) AS m, SUM(total) AS s FROM orders GROUP BY YEAR(placed_on), MONTH(placed_on) ORDER BY y DESC, m DESC
  SELECT c.country, ROUND(AVG(o.total), 2) AS mean, COUNT(DISTINCT c.id) AS people FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY c.country ORDER BY people DESC, c.country
  SELECT id, DATEDIFF(shipped_at, placed_on) AS days FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT id, DATE_ADD(placed_on, INTERVAL 1 MONTH) AS due, DATE_SUB(placed_on, INTERVAL 7 DAY) AS before_it FROM orders ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN '2024-02-01' AND '2024-03-31' ORDER BY id
  SELECT id FROM orders WHERE DATE(shipped_at) = '2024-02-01' OR YEAR(placed_on) = 2025 ORDER BY id
  SELECT id, TIMESTAMPDIFF(HOUR, placed_on, shipped_at) AS hours, TIMESTAMPDIFF(MONTH, placed_on, '2025-01-30') AS months FROM orders ORDER BY id
  SELECT GROUP_CONCAT(title ORDER BY id SEPARATOR '; ') AS titles, category FROM products GROUP BY category ORDER BY category
  SELECT GROUP_CONCAT(DISTINCT status ORDER BY status) FROM orders
  SELECT SUBSTRING_INDEX(email, '@', -1) AS host, COUNT(*) AS n FROM customers WHERE email LIKE '%@%' GROUP BY host ORDER BY n DESC, host
  SELECT CONCAT(UPPER(LEFT(name, 1)), LOWER(SUBSTRING(name, 2))) AS n, CHAR_LENGTH(name) AS l FROM customers ORDER BY id
  SELECT CONCAT_WS(', ', NULLIF(city, ''), country) AS place FROM customers ORDER BY id
  SELECT IFNULL(NULLIF(TRIM(city), ''), 'unknown') AS town, COUNT(*) AS n FROM customers GROUP BY town ORDER BY n DESC, town
  SELECT id, CASE WHEN total >= 200 THEN 'big' WHEN total IS NULL THEN 'none' ELSE 'small' END AS size FROM orders ORDER BY id
  SELECT status, SUM(CASE WHEN discount > 0 THEN 1 ELSE 0 END) AS discounted, SUM(discount > 0) AS same FROM orders GROUP BY status ORDER BY status
  SELECT id FROM orders ORDER BY FIELD(status, 'open', 'paid', 'cancelled', 'refunded'), id
  SELECT id, total, (SELECT COUNT(*) FROM orders b WHERE b.total > a.total) + 1 AS place FROM orders a WHERE total IS NOT NULL ORDER BY place, id
  SELECT e.name, IFNULL(m.name, '-') AS manager FROM employees e LEFT JOIN employees m ON e.manager_id = m.id ORDER BY e.id
  SELECT department, MAX(salary) AS top, MIN(salary) AS least, STDDEV_POP(salary) AS s FROM employees GROUP BY department ORDER BY department
  SELECT id, JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) AS color FROM products ORDER BY id
  SELECT id FROM products WHERE JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) = 'blue' ORDER BY id
  SELECT id, LPAD(id, 5, '0') AS code, REPEAT('*', 3) AS stars, REVERSE(status) AS r FROM orders ORDER BY id
  SELECT id, ROUND(total * 1.19, 2) AS gross, FLOOR(total / 10) AS tens, TRUNCATE(total, 1) AS t, MOD(id, 3) AS m FROM orders ORDER BY id
  SELECT SUM(quantity * unit_price) / SUM(quantity) AS mean FROM order_items
  SELECT DAYNAME(placed_on) AS d, MONTHNAME(placed_on) AS m, DAYOFWEEK(placed_on) AS w, WEEKDAY(placed_on) AS wd, DAYOFYEAR(placed_on) AS y, QUARTER(placed_on) AS q FROM orders ORDER BY id
  SELECT WEEK(placed_on) AS w0, WEEK(placed_on, 1) AS w1, WEEK(placed_on, 3) AS w3, YEARWEEK(placed_on, 3) AS yw FROM orders ORDER BY id
  SELECT DATE_FORMAT(created_at, '%d.%m.%Y %H:%i:%s') AS a, DATE_FORMAT(created_at, '%W, %M %D') AS b, DATE_FORMAT(created_at, '%h:%i %p') AS c FROM customers ORDER BY id
  SELECT LAST_DAY(placed_on) AS e, DATE_FORMAT(placed_on, '%Y-%m-01') AS f FROM orders ORDER BY id
  SELECT FLOOR(DATEDIFF('2024-06-30', born) / 365.25) AS age, TIMESTAMPDIFF(YEAR, born, '2024-06-30') AS years FROM customers ORDER BY id
  SELECT UNIX_TIMESTAMP(created_at) AS u, FROM_UNIXTIME(86400 * 366) AS f FROM customers ORDER BY id
  SELECT id FROM customers WHERE name REGEXP '^[a-e]' ORDER BY id
  SELECT LOCATE('a', name) AS l, INSTR(name, 'a') AS i, REPLACE(name, 'a', '4') AS r FROM customers ORDER BY id
  SELECT COALESCE(credit, score, 0) AS v, GREATEST(COALESCE(credit, 0), 100) AS g FROM customers ORDER BY id
  SELECT t.status, t.n, ROUND(100 * t.n / s.n, 1) AS share FROM (SELECT status, COUNT(*) AS n FROM orders GROUP BY status) t CROSS JOIN (SELECT COUNT(*) AS n FROM orders) s ORDER BY t.n DESC, t.status
  SELECT customer_id, total, RANK() OVER (PARTITION BY customer_id ORDER BY total DESC) AS r FROM orders WHERE total IS NOT NULL ORDER BY customer_id, r, id
  SELECT id, SUM(total) OVER (ORDER BY placed_on, id) AS running, AVG(total) OVER (ORDER BY placed_on, id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS smooth FROM orders ORDER BY id
  WITH RECURSIVE dates AS (SELECT DATE('2024-01-30') AS d UNION ALL SELECT d + INTERVAL 1 DAY FROM dates WHERE d < '2024-02-02') SELECT d FROM dates
  WITH RECURSIVE tree AS (SELECT id, name, 0 AS depth, CAST(name AS CHAR(200)) AS path FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, t.depth + 1, CONCAT(t.path, '/', e.name) FROM employees e JOIN tree t ON e.manager_id = t.id) SELECT * FROM tree ORDER BY path
  SELECT a.id FROM orders a LEFT JOIN order_items i ON i.order_id = a.id WHERE i.order_id IS NULL ORDER BY a.id
  SELECT IF(total > 100, 'high', 'low') AS kind, COUNT(*) FROM orders GROUP BY kind ORDER BY kind
  SELECT SUM(IF(MONTH(placed_on) = 2, total, 0)) AS feb, SUM(IF(MONTH(placed_on) = 12, total, 0)) AS december FROM orders
  SELECT COUNT(*) FROM orders WHERE placed_on >= DATE_SUB('2025-01-01', INTERVAL 30 DAY)
  SELECT id, IF(note IS NULL OR note = '', 'no', 'yes') AS noted, LENGTH(note) AS bytes FROM orders ORDER BY id
  SELECT name, salary FROM employees WHERE salary BETWEEN 500 AND 700 AND department <> 'sales' ORDER BY salary DESC, name LIMIT 3
  SELECT ELT(2, 'a', 'b', 'c') AS e, FIND_IN_SET('b', 'a,b,c') AS f, STRCMP('a', 'b') AS s, HEX(255) AS h
  SELECT FORMAT(1234567.891, 2) AS f, RPAD('x', 3, '-') AS r, SPACE(2) AS s, ASCII('A') AS a, CHAR(65 USING utf8mb4) AS c
`);
