import type { Case } from './case.js';

/** Queries as analysts, reports and mappers of objects write them. */
export const mysqlAnalysts: readonly Case[] = [
  {
    sql: "SELECT `c`.`id`, `c`.`name`, (SELECT COUNT(*) FROM `orders` `o` WHERE `o`.`customer_id` = `c`.`id` AND `o`.`status` = 'paid') AS `orders_count` FROM `customers` `c` WHERE `c`.`active` = 1 ORDER BY `orders_count` DESC, `c`.`id` LIMIT 15 OFFSET 0",
  },
  {
    sql: String.raw`SELECT DATE_FORMAT(placed_on, '%Y-%m') AS ym, COUNT(*) AS n, SUM(IF(status = 'paid', total - IFNULL(discount, 0), 0)) AS net, GROUP_CONCAT(DISTINCT status ORDER BY status SEPARATOR '|') AS statuses FROM orders GROUP BY ym ORDER BY ym`,
  },
  {
    sql: String.raw`SELECT YEAR(placed_on) AS y, QUARTER(placed_on) AS q, SUM(total) AS t FROM orders GROUP BY YEAR(placed_on), QUARTER(placed_on) WITH ROLLUP`,
  },
  {
    sql: String.raw`SELECT id, name, TIMESTAMPDIFF(YEAR, born, '2024-12-31') AS age, DATE_ADD(born, INTERVAL 18 YEAR) AS adult_on FROM customers WHERE born IS NOT NULL ORDER BY born`,
  },
  {
    sql: String.raw`SELECT o.*, c.name AS customer_name FROM orders o INNER JOIN customers c ON c.id = o.customer_id WHERE DATE(o.shipped_at) BETWEEN '2024-01-01' AND '2024-06-30' AND o.total > ALL (SELECT price FROM products WHERE category = 'lighting') ORDER BY o.id`,
  },
  {
    sql: String.raw`SELECT id, JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) AS color, JSON_LENGTH(attributes, '$.tags') AS n FROM products WHERE JSON_CONTAINS(attributes, '"wood"', '$.tags') ORDER BY id`,
  },
  {
    sql: String.raw`SELECT p.id, jt.tag FROM products p, JSON_TABLE(p.attributes, '$.tags[*]' COLUMNS (tag VARCHAR(50) PATH '$')) AS jt ORDER BY p.id, jt.tag`,
  },
  {
    sql: String.raw`SELECT department, name, salary, ROW_NUMBER() OVER (PARTITION BY department ORDER BY salary DESC, id) AS rn, SUM(salary) OVER (PARTITION BY department) AS dept_total, ROUND(salary / SUM(salary) OVER (PARTITION BY department) * 100, 2) AS pct FROM employees ORDER BY department, rn`,
  },
  {
    sql: String.raw`SELECT id, FIND_IN_SET('blue', tags) AS pos, SUBSTRING_INDEX(tags, ',', 1) AS first_tag, CHAR_LENGTH(tags) - CHAR_LENGTH(REPLACE(tags, ',', '')) + 1 AS n FROM products WHERE tags IS NOT NULL AND tags != '' ORDER BY id`,
  },
  {
    sql: String.raw`SELECT customer_id, MAX(placed_on) AS last_order, DATEDIFF('2025-03-31', MAX(placed_on)) AS days_since FROM orders GROUP BY customer_id HAVING days_since > 60 ORDER BY days_since DESC, customer_id`,
  },
  {
    sql: String.raw`SELECT * FROM employees WHERE (department, salary) IN (SELECT department, MAX(salary) FROM employees GROUP BY department) ORDER BY id`,
  },
  {
    sql: String.raw`SELECT e1.name, e1.salary FROM employees e1 WHERE 2 > (SELECT COUNT(DISTINCT e2.salary) FROM employees e2 WHERE e2.salary > e1.salary AND e2.department <=> e1.department) ORDER BY e1.department, e1.salary DESC, e1.id`,
  },
  {
    sql: String.raw`SELECT id, ELT(FIELD(status, 'open', 'paid', 'cancelled'), 'Open', 'Paid', 'Cancelled') AS label FROM orders ORDER BY FIELD(status, 'open', 'paid', 'cancelled'), id`,
  },
  {
    sql: String.raw`SELECT name, email REGEXP '^[a-z]+@example\\.(com|org)$' AS ok FROM customers WHERE email IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT JSON_OBJECT('id', id, 'name', name, 'vip', credit > 100) AS doc FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT c.country, JSON_ARRAYAGG(c.name) AS names FROM customers c GROUP BY c.country HAVING COUNT(*) = 1 ORDER BY c.country`,
  },
  {
    sql: String.raw`SELECT id, LPAD(id, 5, '0') AS code, CONCAT_WS(' / ', NULLIF(city, ''), country) AS place, FORMAT(credit, 2) AS f FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT MONTHNAME(placed_on) AS m, DAYOFWEEK(placed_on) AS dw, WEEKDAY(placed_on) AS wd, LAST_DAY(placed_on) AS ld, DATE_SUB(placed_on, INTERVAL 1 MONTH) AS pm, STR_TO_DATE('31.12.2024', '%d.%m.%Y') AS s FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT COALESCE(category, 'none') AS cat, COUNT(*) AS cnt, AVG(price) AS avg_price, MIN(price), MAX(price), SUM(stock * price) AS value FROM products GROUP BY category WITH ROLLUP`,
  },
  {
    sql: String.raw`SELECT c.name, COUNT(o.id) AS n, SUM(o.status = 'paid') AS paid, SUM(CASE WHEN o.status = 'open' THEN 1 END) AS open_n, MAX(o.total) FROM customers c LEFT JOIN orders o ON c.id = o.customer_id GROUP BY c.id ORDER BY n DESC, c.name LIMIT 5`,
  },
  {
    sql: String.raw`SELECT id, name, IF(active, 'yes', 'no') AS a, IFNULL(email, 'n/a') AS e, !active AS inactive, active + 1 AS ap FROM customers ORDER BY ISNULL(email), email, id`,
  },
  {
    sql: String.raw`SELECT LEFT(name, 3), RIGHT(name, 3), MID(name, 2, 3), SUBSTRING(name, -4), LOCATE('a', name), INSTR(name, 'e'), REVERSE(name), REPEAT('ab', 2), UCASE(name), LENGTH(name), ASCII(name), HEX(id) FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, ROUND(total, 0), ROUND(total / 3, 3), TRUNCATE(total, 1), CEIL(total), FLOOR(total), total / 4, total % 50, POW(id, 2), total * 1.1 FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT u.id FROM customers u WHERE u.id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL) AND EXISTS (SELECT * FROM products WHERE stock > u.id)`,
  },
  {
    sql: String.raw`SELECT id, JSON_VALUE(attributes, '$.color') AS c, JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.size.h')) + 0 AS h, JSON_EXTRACT(attributes, '$.rating') > 3 AS good FROM products ORDER BY id`,
  },
  {
    sql: String.raw`SELECT DATE(shipped_at) AS d, HOUR(shipped_at) AS h, UNIX_TIMESTAMP(shipped_at) AS u, FROM_UNIXTIME(1704067200) AS f, DATE_FORMAT(shipped_at, '%W, %M %e %Y %l:%i %p') AS df FROM orders WHERE shipped_at IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT placed_on, placed_on + INTERVAL 1 DAY AS nx, placed_on - INTERVAL 2 WEEK AS pw, DATEDIFF(shipped_at, placed_on) AS dd, TIMESTAMPDIFF(HOUR, placed_on, shipped_at) AS hh, TIMESTAMPDIFF(MONTH, placed_on, '2025-06-30') AS mm FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT customer_id, GROUP_CONCAT(id ORDER BY id DESC) AS ids, GROUP_CONCAT(DISTINCT status ORDER BY status DESC SEPARATOR ', ') AS st, BIT_OR(id) AS bo FROM orders GROUP BY customer_id ORDER BY NULL`,
  },
  { sql: String.raw`SELECT * FROM products WHERE title LIKE '%50\%%' OR title LIKE 'p%' ORDER BY id` },
  {
    sql: String.raw`SELECT id, CASE status WHEN 'paid' THEN 1 WHEN 'open' THEN 2 ELSE 3 END AS k, status IN ('PAID', 'OPEN') AS act, status = 'Paid' AS eq FROM orders ORDER BY k, id`,
  },
  { sql: String.raw`SELECT AVG(x.cnt) FROM (SELECT COUNT(*) AS cnt FROM orders GROUP BY customer_id) x` },
  {
    sql: String.raw`SELECT CONCAT('#', id) AS ref, CONCAT(name, NULL) AS n, id + '1' AS s, '10' + 5 AS t, 'abc' = 0 AS z, NULL <=> NULL AS ns, 5 DIV 2 AS dv, 7 / 2 AS q, 1 + TRUE AS tr FROM customers ORDER BY id LIMIT 2`,
  },
  {
    sql: String.raw`WITH RECURSIVE dates AS (SELECT CAST('2024-12-28' AS DATE) AS d UNION ALL SELECT d + INTERVAL 1 DAY FROM dates WHERE d < '2025-01-06') SELECT dates.d, COUNT(o.id) AS n FROM dates LEFT JOIN orders o ON o.placed_on = dates.d GROUP BY dates.d ORDER BY dates.d`,
  },
  {
    sql: String.raw`WITH RECURSIVE t AS (SELECT id, name, CAST(name AS CHAR(200)) AS path, 1 AS depth FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, CONCAT(t.path, ' > ', e.name), t.depth + 1 FROM employees e JOIN t ON e.manager_id = t.id) SELECT * FROM t ORDER BY path`,
  },
  {
    sql: String.raw`SELECT STDDEV(salary), VARIANCE(salary), STD(bonus), VAR_SAMP(salary), COUNT(DISTINCT department, salary) FROM employees`,
  },
  {
    sql: String.raw`SELECT c.country, p.category, COUNT(*) AS n FROM customers c CROSS JOIN products p WHERE p.category IS NOT NULL GROUP BY c.country, p.category HAVING n > 2 ORDER BY n DESC, c.country, p.category`,
  },
  {
    sql: String.raw`SELECT id, name FROM customers WHERE created_at >= '2024-01-01' AND created_at < DATE_ADD('2024-01-01', INTERVAL 1 YEAR) AND MONTH(created_at) IN (2, 3, 12) ORDER BY created_at DESC`,
  },
  {
    sql: String.raw`SELECT c.id, c.name, IFNULL(o.total, 0) AS last_total FROM customers c LEFT JOIN orders o ON o.id = (SELECT o2.id FROM orders o2 WHERE o2.customer_id = c.id ORDER BY o2.placed_on DESC, o2.id DESC LIMIT 1) ORDER BY c.id`,
  },
  {
    sql: String.raw`SELECT o.customer_id, SUM(o.total) AS total FROM orders o WHERE YEAR(o.placed_on) = 2024 GROUP BY o.customer_id HAVING SUM(o.total) > (SELECT AVG(total) FROM orders) ORDER BY 2 DESC`,
  },
  {
    sql: String.raw`SELECT CONCAT(UPPER(LEFT(name, 1)), LOWER(SUBSTRING(name, 2))) AS n, LPAD(SUBSTRING_INDEX(email, '@', -1), 15, '.') AS d, TRIM(LEADING 'a' FROM LOWER(name)) AS t, INSERT(name, 1, 2, 'XX') AS i, FORMAT(credit, 0) AS f, QUOTE(name) AS q FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT DATE_FORMAT(created_at, '%Y-%m-%d %H:%i:%s') AS ts, DATE_FORMAT(created_at, '%x-W%v') AS wk, DATE_FORMAT(created_at, '%D %b %y') AS d, TO_DAYS(created_at) AS td, DAYOFYEAR(created_at) AS doy, EXTRACT(YEAR_MONTH FROM created_at) AS ym FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT CASE WHEN TIMESTAMPDIFF(YEAR, born, '2025-01-01') BETWEEN 18 AND 35 THEN '18-35' WHEN born IS NULL THEN 'unknown' ELSE '36+' END AS age_group, COUNT(*) AS n FROM customers GROUP BY age_group ORDER BY n DESC, age_group`,
  },
  {
    sql: String.raw`SELECT p1.id, p1.price, (SELECT COUNT(*) + 1 FROM products p2 WHERE p2.price > p1.price) AS rnk FROM products p1 ORDER BY rnk, p1.id`,
  },
  {
    sql: String.raw`SELECT id, JSON_EXTRACT(attributes, '$.size.w') * 2 AS dbl, JSON_CONTAINS_PATH(attributes, 'one', '$.size', '$.note') AS has, JSON_SET(attributes, '$.color', 'pink', '$.x', 1) AS js FROM products WHERE id <= 3 ORDER BY id`,
  },
  {
    sql: String.raw`SELECT status, COUNT(*) AS c, ROUND(100 * COUNT(*) / (SELECT COUNT(*) FROM orders), 1) AS pct, ROUND(AVG(total), 2) AS a FROM orders GROUP BY status ORDER BY c DESC, status`,
  },
  {
    sql: String.raw`SELECT a.id, b.id, DATEDIFF(b.placed_on, a.placed_on) AS gap FROM orders a JOIN orders b ON b.customer_id = a.customer_id AND b.placed_on > a.placed_on WHERE NOT EXISTS (SELECT 1 FROM orders x WHERE x.customer_id = a.customer_id AND x.placed_on > a.placed_on AND x.placed_on < b.placed_on) ORDER BY a.id, b.id`,
  },
  {
    sql: String.raw`SELECT MAX(CASE WHEN status = 'paid' THEN total END) AS paid, MIN(IF(status = 'open', total, NULL)) AS open, SUM(status LIKE 'p%') AS p, COUNT(IF(total > 100, 1, NULL)) AS big, GROUP_CONCAT(DISTINCT YEAR(placed_on) ORDER BY 1) AS years FROM orders`,
  },
  {
    sql: String.raw`(SELECT id, name FROM customers ORDER BY credit DESC LIMIT 2) UNION ALL (SELECT id, title FROM products ORDER BY price LIMIT 1)`,
  },
  {
    sql: String.raw`SELECT id, total FROM orders WHERE total IS NOT NULL AND NOT total BETWEEN 10 AND 200 AND note IS NOT NULL AND note <> '' ORDER BY total DESC`,
  },
  {
    sql: String.raw`SELECT ADDDATE(placed_on, 31) AS a, SUBDATE(placed_on, INTERVAL 1 QUARTER) AS s, MAKEDATE(2024, 60) AS m, PERIOD_DIFF(202503, DATE_FORMAT(placed_on, '%Y%m')) AS pd, CONVERT_TZ('2024-01-01 12:00:00', '+00:00', '+05:30') AS tz, placed_on < '2024-06-01' AS early FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, bonus / salary AS ratio, salary DIV 3 AS d, salary % 7 AS m, ROUND(salary * 1.075, 2) AS r, IFNULL(bonus, 0) + salary AS total, salary / 0 AS z FROM employees ORDER BY id`,
  },
  {
    sql: String.raw`WITH ranked AS (SELECT o.*, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY total DESC, id) AS rn FROM orders o) SELECT customer_id, id, total FROM ranked WHERE rn = 1 ORDER BY customer_id`,
  },
  {
    sql: String.raw`SELECT NULLIF(TRIM(note), '') AS note, COALESCE(NULLIF(note, ''), 'none') AS n2, note IS NULL OR note = '' AS blank, STRCMP(status, 'paid') AS sc, CHAR_LENGTH(note) AS cl, LOCATE('i', note, 2) AS lo FROM orders ORDER BY id`,
  },
  {
    sql: 'select `products`.*, (select count(*) from `order_items` where `products`.`id` = `order_items`.`product_id`) as `items_count` from `products` where exists (select * from `order_items` where `products`.`id` = `order_items`.`product_id` and `quantity` > 1) and `products`.`discontinued` = 0 order by `id` desc limit 3',
  },
  {
    sql: "SELECT `orders`.`status`, COUNT(*) AS count_all, SUM(`orders`.`total`) AS sum_total FROM `orders` WHERE `orders`.`placed_on` BETWEEN '2024-01-01 00:00:00' AND '2024-12-31 23:59:59' GROUP BY `orders`.`status` ORDER BY sum_total DESC",
  },
  {
    sql: String.raw`SELECT DATE(o.shipped_at) AS day, COUNT(DISTINCT o.customer_id) AS users, SUM(o.total) / COUNT(DISTINCT o.customer_id) AS arpu FROM orders o WHERE o.shipped_at IS NOT NULL GROUP BY DATE(o.shipped_at) ORDER BY day`,
  },
  {
    sql: String.raw`SELECT t.name, t.total, t.pct FROM (SELECT c.name, SUM(o.total) AS total, ROUND(SUM(o.total) * 100 / SUM(SUM(o.total)) OVER (), 2) AS pct FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name) t ORDER BY t.total DESC, t.name`,
  },
  {
    sql: String.raw`SELECT CONCAT(FLOOR(total / 100) * 100, '-', FLOOR(total / 100) * 100 + 99) AS bucket, COUNT(*) AS n FROM orders WHERE total >= 0 GROUP BY bucket ORDER BY MIN(total)`,
  },
  {
    sql: String.raw`SELECT DATE_FORMAT(placed_on, '%Y-%m-01') AS m, SUM(total) AS t, SUM(SUM(total)) OVER (ORDER BY DATE_FORMAT(placed_on, '%Y-%m-01')) AS running FROM orders GROUP BY DATE_FORMAT(placed_on, '%Y-%m-01') ORDER BY m`,
  },
  {
    sql: String.raw`SELECT id, name, CASE WHEN email IS NULL OR email = '' THEN 'missing' WHEN email NOT LIKE '%@%.%' THEN 'bad' ELSE SUBSTRING(email, LOCATE('@', email) + 1) END AS e FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT s.id, s.i <=> s.j AS same, s.i IS TRUE AS t, NOT s.i AS n, s.i AND s.j AS a, s.i OR s.j AS o, IF(s.i > s.j, s.i, s.j) AS mx, COALESCE(s.i, s.j, 0) AS c, s.t + 0 AS num FROM samples s WHERE s.t <> "it's" OR s.t IS NULL ORDER BY s.id`,
  },
  {
    sql: String.raw`SELECT WEEKOFYEAR(placed_on) AS w, DATE_ADD(placed_on, INTERVAL 1 DAY_HOUR) AS dh, DATE_ADD(placed_on, INTERVAL '1:30' HOUR_MINUTE) AS hm, TIMESTAMPADD(MINUTE, 90, placed_on) AS ta, TIMESTAMP(placed_on, '10:00:00') AS ts, HOUR(TIMESTAMP(placed_on, '10:30:00')) AS h FROM orders ORDER BY id`,
  },
  { sql: String.raw`SELECT JSON_OBJECTAGG(sku, price) AS o FROM products WHERE category = 'lighting'` },
  {
    sql: String.raw`SELECT p.id, p.title FROM products p WHERE JSON_EXTRACT(p.attributes, '$.color') = 'blue' OR JSON_UNQUOTE(JSON_EXTRACT(p.attributes, '$.color')) = 'RED' ORDER BY p.id`,
  },
  {
    sql: String.raw`SELECT e.name, m.name AS manager, e.hired, DATEDIFF(e.hired, m.hired) AS later, PERIOD_DIFF(EXTRACT(YEAR_MONTH FROM e.hired), EXTRACT(YEAR_MONTH FROM m.hired)) AS months FROM employees e JOIN employees m ON m.id = e.manager_id ORDER BY e.id`,
  },
  {
    sql: String.raw`SELECT department, MAX(salary) AS top, GROUP_CONCAT(name ORDER BY salary DESC, name SEPARATOR ' > ') AS names, COUNT(*) - COUNT(bonus) AS no_bonus FROM employees WHERE department IS NOT NULL GROUP BY department HAVING MAX(salary) > 500 ORDER BY top DESC`,
  },
  {
    sql: String.raw`SELECT * FROM (SELECT 1 AS a UNION SELECT 2 UNION SELECT NULL) t WHERE a IS NULL OR a > 1 ORDER BY a`,
  },
  {
    sql: String.raw`SELECT REGEXP_REPLACE(name, '[aeiou]', '*') AS r, name RLIKE '^[A-D]' AS ad FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT TIME_FORMAT(TIMEDIFF(shipped_at, '2024-01-01 00:00:00'), '%H:%i') AS lead_time, TIME_FORMAT(SEC_TO_TIME(TIMESTAMPDIFF(SECOND, placed_on, shipped_at)), '%Hh %im') AS t FROM orders WHERE shipped_at IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT customer_id, BIT_OR(id), BIT_XOR(id) FROM orders GROUP BY customer_id ORDER BY customer_id`,
  },
  {
    sql: String.raw`SELECT GROUP_CONCAT(DISTINCT YEAR(placed_on) ORDER BY 1 DESC) AS years, GROUP_CONCAT(status ORDER BY 1) FROM orders`,
  },
  {
    sql: String.raw`SELECT c.country, SUM(CASE WHEN o.status = 'paid' THEN o.total ELSE 0 END) AS paid, SUM(CASE WHEN o.status <> 'paid' THEN o.total ELSE 0 END) AS other, COUNT(*) AS n FROM customers c STRAIGHT_JOIN orders o ON o.customer_id = c.id GROUP BY c.country WITH ROLLUP`,
  },
  {
    sql: String.raw`SELECT id, name FROM customers WHERE name = 'frank' OR email = 'eve@example.com' OR city IN ('PARIS') ORDER BY id`,
  },
  {
    sql: String.raw`SELECT DATE_FORMAT(hired, '%M %D, %Y') AS h, FLOOR(DATEDIFF('2024-06-30', hired) / 365.25) AS yrs, CONCAT(YEAR(hired), '-Q', QUARTER(hired)) AS q, DAYOFMONTH(LAST_DAY(hired)) AS dim, HOUR('12:34:56') AS hh FROM employees ORDER BY id`,
  },
  {
    sql: String.raw`SELECT s.a, s.b, s.a + s.b AS c FROM (SELECT 1 AS a, '2' AS b UNION ALL SELECT 3, '4x' UNION ALL SELECT NULL, '') s ORDER BY s.b`,
  },
  {
    sql: String.raw`SELECT SUBSTRING_INDEX(SUBSTRING_INDEX(tags, ',', 2), ',', -1) AS second, REPLACE(UPPER(tags), 'RED', 'R') AS u, FIND_IN_SET('wood', tags) > 0 AS w, CONCAT_WS(',', tags, NULL, sku) AS cw, RPAD(sku, 8, '*') AS rp, FORMAT(price * stock, 2) AS f FROM products ORDER BY id`,
  },
  {
    sql: String.raw`SELECT COUNT(*) AS n, COUNT(DISTINCT status) AS d, SUM(total) AS s, MIN(placed_on) AS mi, MAX(shipped_at) AS ma, AVG(TIMESTAMPDIFF(DAY, placed_on, shipped_at)) AS av FROM orders WHERE placed_on >= DATE_SUB('2024-12-31', INTERVAL 6 MONTH)`,
  },
  {
    sql: String.raw`SELECT JSON_ARRAYAGG(JSON_OBJECT('id', id, 'n', name)) AS j FROM employees WHERE department = 'sales'`,
  },
  {
    sql: String.raw`SELECT p.id, COALESCE(JSON_UNQUOTE(JSON_EXTRACT(p.attributes, '$.size.w')), 0) + 0 AS w, JSON_LENGTH(p.attributes) AS l, JSON_CONTAINS(p.attributes, '"red"', '$.color') AS red, JSON_EXTRACT(p.attributes, '$.new') = TRUE AS isnew FROM products p ORDER BY p.id`,
  },
];
