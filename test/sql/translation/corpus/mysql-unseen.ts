import { plainCases, type Case } from './case.js';

/** Statements as content managers, shops, ORMs, dashboards and courses write them. */
export const mysqlUnseen: readonly Case[] = plainCases(`
  SELECT \`c\`.\`id\`, \`c\`.\`name\`, COUNT(\`o\`.\`id\`) AS \`orders_count\`, COALESCE(SUM(\`o\`.\`total\`), 0) AS \`revenue\` FROM \`customers\` \`c\` LEFT JOIN \`orders\` \`o\` ON \`o\`.\`customer_id\` = \`c\`.\`id\` AND \`o\`.\`status\` IN ('paid', 'open') GROUP BY \`c\`.\`id\` ORDER BY \`revenue\` DESC, \`c\`.\`id\` LIMIT 5 OFFSET 1
  SELECT DATE_FORMAT(placed_on, '%Y-%m') AS ym, COUNT(*) AS n, SUM(IF(status = 'paid', total, 0)) AS paid, SUM(status = 'cancelled') AS cancelled FROM orders GROUP BY ym ORDER BY ym
  SELECT YEAR(placed_on) AS y, QUARTER(placed_on) AS q, ROUND(AVG(total), 2) AS avg_total, MAX(total) - MIN(total) AS spread FROM orders GROUP BY YEAR(placed_on), QUARTER(placed_on) HAVING COUNT(*) > 1 ORDER BY 1, 2
  SELECT o.customer_id, GROUP_CONCAT(DISTINCT o.status ORDER BY o.status SEPARATOR '|') AS statuses, GROUP_CONCAT(o.id ORDER BY o.id DESC) ids FROM orders o GROUP BY o.customer_id ORDER BY o.customer_id
  SELECT id, name, CASE WHEN credit IS NULL THEN 'unknown' WHEN credit < 0 THEN 'debt' WHEN credit BETWEEN 0 AND 100 THEN 'low' ELSE 'high' END AS bucket FROM customers ORDER BY FIELD(bucket, 'high', 'low', 'debt', 'unknown'), id
  SELECT * FROM (SELECT p.id, p.title, p.category, p.price, ROW_NUMBER() OVER (PARTITION BY p.category ORDER BY p.price DESC, p.id) AS rn FROM products p) ranked WHERE rn <= 1 ORDER BY category, id
  SELECT id, TIMESTAMPDIFF(DAY, placed_on, shipped_at) AS days_to_ship, TIMESTAMPDIFF(HOUR, placed_on, shipped_at) AS hours_to_ship FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT customer_id, placed_on, total, SUM(total) OVER (PARTITION BY customer_id ORDER BY placed_on, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running FROM orders ORDER BY customer_id, placed_on, id
  WITH RECURSIVE tree AS (SELECT id, name, manager_id, 0 AS lvl, CAST(name AS CHAR(200)) AS path FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, e.manager_id, t.lvl + 1, CONCAT(t.path, ' > ', e.name) FROM employees e JOIN tree t ON e.manager_id = t.id) SELECT id, CONCAT(REPEAT('--', lvl), name) AS label, path FROM tree ORDER BY path
  WITH RECURSIVE days AS (SELECT DATE('2024-02-26') AS d UNION ALL SELECT DATE_ADD(d, INTERVAL 1 DAY) FROM days WHERE d < '2024-03-03') SELECT days.d, DAYNAME(days.d) AS dow, COUNT(o.id) AS n FROM days LEFT JOIN orders o ON o.placed_on = days.d GROUP BY days.d ORDER BY days.d
  SELECT JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) AS color, COUNT(*) n FROM products WHERE attributes IS NOT NULL GROUP BY color ORDER BY n DESC, color
  SELECT id, JSON_LENGTH(attributes, '$.tags') AS tag_count, JSON_CONTAINS(attributes, '"wood"', '$.tags') AS has_wood FROM products ORDER BY id
  SELECT id, title FROM products WHERE FIND_IN_SET('blue', tags) ORDER BY id
  SELECT id, title FROM products WHERE FIND_IN_SET('wood', tags) > 0 AND NOT discontinued ORDER BY price DESC
  SELECT e1.name, e1.salary FROM employees e1 WHERE 1 = (SELECT COUNT(DISTINCT e2.salary) FROM employees e2 WHERE e2.salary > e1.salary) ORDER BY e1.id
  SELECT department, MAX(CASE WHEN rnk = 1 THEN name END) AS top1, MAX(CASE WHEN rnk = 2 THEN name END) AS top2 FROM (SELECT name, department, ROW_NUMBER() OVER (PARTITION BY department ORDER BY salary DESC, id) rnk FROM employees) x GROUP BY department ORDER BY department
  SELECT IFNULL((SELECT DISTINCT salary FROM employees ORDER BY salary DESC LIMIT 1 OFFSET 1), 0) AS SecondHighestSalary
  SELECT id, IF(i > j, 'gt', IF(i < j, 'lt', 'eq')) AS cmp, GREATEST(i, j) g, LEAST(i, j) l, i DIV j AS d, i % j AS m, i / j AS q FROM samples ORDER BY id
  SELECT CONCAT_WS(', ', name, city, country) AS addr, CHAR_LENGTH(name) len, LENGTH(name) bytes, UPPER(name) up, REVERSE(name) rev FROM customers ORDER BY id
  SELECT id, name FROM customers WHERE name LIKE '%!%%' ESCAPE '!' OR name LIKE '%o\\'n%' ORDER BY id
  SELECT DATE_ADD('2024-01-31', INTERVAL 1 MONTH) a, DATE_SUB('2024-03-31', INTERVAL 1 MONTH) b, LAST_DAY('2024-02-10') c, DATEDIFF('2024-03-01', '2024-02-01') d, WEEK('2024-01-01', 3) w, DAYOFWEEK('2024-01-01') dw, WEEKDAY('2024-01-01') wd
  SELECT o.id, o.placed_on, LAG(o.placed_on) OVER w AS prev, DATEDIFF(o.placed_on, LAG(o.placed_on) OVER w) AS gap FROM orders o WINDOW w AS (PARTITION BY o.customer_id ORDER BY o.placed_on, o.id) ORDER BY o.customer_id, o.placed_on, o.id
  SELECT DISTINCT YEARWEEK(placed_on, 1) AS yw FROM orders ORDER BY yw
  SELECT status, COUNT(*) AS c, ROUND(COUNT(*) * 100.0 / (SELECT COUNT(*) FROM orders), 1) AS pct FROM orders GROUP BY status WITH ROLLUP
  SELECT COALESCE(department, 'TOTAL') AS dept, SUM(salary) AS s FROM employees WHERE department IS NOT NULL GROUP BY department WITH ROLLUP
  SELECT c.name, o.id FROM customers c, orders o WHERE c.id = o.customer_id AND o.total > ALL (SELECT total FROM orders WHERE customer_id = 1 AND total IS NOT NULL) ORDER BY o.id
  SELECT c.id, c.name FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id) ORDER BY c.id
  SELECT id FROM customers WHERE id NOT IN (SELECT referrer_id FROM customers) ORDER BY id
  SELECT id FROM customers WHERE referrer_id <=> NULL ORDER BY id
  SELECT id, '12abc' + 1 AS a, '3' * '4' AS b, 'x' + 0 AS c, 1 + '1' AS d FROM customers WHERE id = 1
  SELECT t, t + 0 AS num FROM samples ORDER BY id
  SELECT t, CAST(t AS SIGNED) AS n, CAST(f AS SIGNED) AS fi, CAST(d AS DECIMAL(10, 1)) dd, CAST(i AS CHAR) ci FROM samples ORDER BY id
  SELECT COUNT(*) AS aggregate FROM \`orders\` WHERE \`status\` = 'paid' AND YEAR(\`placed_on\`) = 2024 AND MONTH(\`placed_on\`) = 12
  SELECT \`orders\`.* FROM \`orders\` INNER JOIN \`customers\` ON \`customers\`.\`id\` = \`orders\`.\`customer_id\` WHERE \`customers\`.\`country\` = 'GB' AND \`orders\`.\`total\` IS NOT NULL ORDER BY \`orders\`.\`total\` DESC, \`orders\`.\`id\` ASC LIMIT 0, 3
  SELECT exists(SELECT * FROM \`customers\` WHERE \`email\` = 'ada@example.com') AS \`exists\`
  SELECT SQL_CALC_FOUND_ROWS id FROM customers WHERE 1=1 AND active = true ORDER BY created_at DESC LIMIT 0, 2
  SELECT UNIX_TIMESTAMP(at) DIV 86400 AS daynum FROM samples WHERE id = 1
  SELECT DATE(created_at) AS d, HOUR(created_at) h, MINUTE(created_at) m, TIME(created_at) t, DATE_FORMAT(created_at, '%W, %M %e, %Y %l:%i %p') AS pretty FROM customers ORDER BY id
  SELECT a.id, b.id FROM employees a JOIN employees b ON a.salary = b.salary AND a.id < b.id ORDER BY 1, 2
  SELECT p.category, SUM(oi.quantity * oi.unit_price) AS rev, SUM(SUM(oi.quantity * oi.unit_price)) OVER () AS tot FROM order_items oi JOIN products p ON p.id = oi.product_id GROUP BY p.category ORDER BY rev DESC
  WITH first_orders AS (SELECT customer_id, MIN(placed_on) AS first_on FROM orders GROUP BY customer_id) SELECT DATE_FORMAT(f.first_on, '%Y-%m') AS cohort, PERIOD_DIFF(DATE_FORMAT(o.placed_on, '%Y%m'), DATE_FORMAT(f.first_on, '%Y%m')) AS month_no, COUNT(DISTINCT o.customer_id) AS customers FROM orders o JOIN first_orders f USING (customer_id) GROUP BY cohort, month_no ORDER BY cohort, month_no
  SELECT AVG(salary) AS median FROM (SELECT salary, ROW_NUMBER() OVER (ORDER BY salary) rn, COUNT(*) OVER () cnt FROM employees) t WHERE rn IN (FLOOR((cnt + 1) / 2), CEIL((cnt + 1) / 2))
  SELECT name, salary, RANK() OVER (ORDER BY salary DESC) r, DENSE_RANK() OVER (ORDER BY salary DESC) dr, NTILE(3) OVER (ORDER BY salary DESC, id) nt, PERCENT_RANK() OVER (ORDER BY salary) pr, CUME_DIST() OVER (ORDER BY salary) cd FROM employees ORDER BY id
  SELECT MIN(placed_on) s, MAX(placed_on) e, COUNT(*) n FROM (SELECT placed_on, DATE_SUB(placed_on, INTERVAL ROW_NUMBER() OVER (ORDER BY placed_on) MONTH) grp FROM orders WHERE status = 'paid') g GROUP BY YEAR(grp), MONTH(grp) ORDER BY s
  SELECT TRIM(BOTH '%' FROM '%%a%%') a, TRIM(LEADING '0' FROM '0012') b, LTRIM('  x ') c, REPLACE('a.b.c', '.', '-') d, LOCATE('b', 'abcb', 3) e, INSTR('hello', 'L') f, LEFT('hello', 2) g, RIGHT('hello', 3) h, SUBSTRING('hello', -3, 2) i, MID('hello', 2, 3) j, ELT(2, 'a', 'b') k, STRCMP('a', 'b') l
  SELECT 5 & 3 a, 5 | 3 b, 5 ^ 3 c, 1 << 4 d, 16 >> 2 e, ~5 & 255 f, BIT_COUNT(7) g, MOD(10, 3) h, POW(2, 10) i, SIGN(-4) j, ABS(-4.5) k, CEILING(1.2) l, FLOOR(-1.2) m, ROUND(2.5) n, ROUND(-2.5) o, ROUND(1234.567, -2) p
  SELECT DATE_FORMAT('2024-01-05 13:04:09', '%a %b %c %d %H:%i:%s %j %y %D') f, STR_TO_DATE('05/01/2024', '%d/%m/%Y') s, MAKEDATE(2024, 60) md, SEC_TO_TIME(3661) st, TIME_TO_SEC('01:01:01') ts, FROM_DAYS(738000) fd, TO_DAYS('2024-01-01') td, EXTRACT(YEAR_MONTH FROM '2024-05-06') ym
  SELECT NULLIF(status, 'open') s, ISNULL(total) n, total IS NULL nn, NOT (total > 100) x, total > 100 AND discount > 5 y FROM orders ORDER BY id
  SELECT 'a' = 'A' AS ci, 'a' = 'a ' AS pad, NULL = NULL AS n, 1 <=> NULL AS ns, 'abc' REGEXP '^a.c$' AS re, 'abc' RLIKE 'B' AS rl, 2 BETWEEN 1 AND 3 AS bt, 'b' IN ('A', 'B') AS inn
  SELECT id, name FROM customers WHERE name REGEXP '[[:digit:]]+' OR email REGEXP '^[a-c].*@example\\\\.(com|org)$' ORDER BY id
  SELECT COUNT(*) total, COUNT(email) with_email, COUNT(DISTINCT country) countries, SUM(active) actives, AVG(active) rate, MIN(name) first, STDDEV(credit) sd, VARIANCE(credit) v FROM customers
  (SELECT 'customer' AS type, id, name FROM customers WHERE active ORDER BY id LIMIT 2) UNION ALL (SELECT 'employee', id, name FROM employees ORDER BY salary DESC, id LIMIT 2) ORDER BY type, id
  SELECT id, JSON_OBJECT('id', id, 'name', name, 'active', active) doc, JSON_ARRAY(id, name) arr FROM customers ORDER BY id LIMIT 3
  SELECT country, JSON_ARRAYAGG(name) names FROM customers WHERE country = 'FR' GROUP BY country
  SELECT p.id, jt.tag FROM products p, JSON_TABLE(p.attributes, '$.tags[*]' COLUMNS (tag VARCHAR(50) PATH '$')) jt ORDER BY p.id, jt.tag
  SELECT id, SUBSTRING_INDEX(SUBSTRING_INDEX(tags, ',', n.n), ',', -1) AS tag FROM products JOIN (SELECT 1 n UNION ALL SELECT 2 UNION ALL SELECT 3) n ON CHAR_LENGTH(tags) - CHAR_LENGTH(REPLACE(tags, ',', '')) >= n.n - 1 WHERE tags <> '' ORDER BY id, n.n
  SELECT wp.ID, wp.post_title FROM (SELECT id AS ID, title AS post_title, category AS post_type, stock AS menu_order FROM products) wp WHERE 1=1 AND (((wp.post_title LIKE '%lamp%') OR (wp.post_type LIKE '%lamp%'))) AND wp.post_type IN ('lighting', 'office') ORDER BY wp.post_title LIKE '%lamp%' DESC, wp.ID DESC LIMIT 0, 10
  SELECT COUNT(*) AS total_items, SUM(IF(stock = 0, 1, 0)) AS out_of_stock, SUM(CASE WHEN discontinued IS NULL THEN 1 ELSE 0 END) AS unknown, AVG(IFNULL(weight, 0)) AS avg_w FROM products
  SELECT \`main_table\`.*, \`c\`.\`name\` AS \`customer_name\` FROM \`orders\` AS \`main_table\` INNER JOIN \`customers\` AS \`c\` ON main_table.customer_id = c.id WHERE (\`main_table\`.\`placed_on\` >= '2024-02-01 00:00:00') AND (\`main_table\`.\`placed_on\` < '2024-06-01') ORDER BY main_table.id ASC
  SELECT DATE_FORMAT(created_at, '%Y-%m-01') AS time, COUNT(*) AS value, 'signups' AS metric FROM customers WHERE created_at BETWEEN FROM_UNIXTIME(1672531200) AND FROM_UNIXTIME(1735689600) GROUP BY 1 ORDER BY 1
  SELECT UNIX_TIMESTAMP(shipped_at) DIV 3600 * 3600 AS time_sec, COUNT(*) AS n FROM orders WHERE shipped_at IS NOT NULL GROUP BY 1 ORDER BY 1
  SELECT date(\`orders\`.\`placed_on\`) AS \`d\`, sum(\`orders\`.\`total\`) AS \`sum\` FROM \`orders\` WHERE (\`orders\`.\`placed_on\` >= makedate(2024, 1) AND \`orders\`.\`placed_on\` < date_add(makedate(2024, 1), interval 1 year)) GROUP BY date(\`orders\`.\`placed_on\`) ORDER BY date(\`orders\`.\`placed_on\`) ASC
  SELECT makedate(year(placed_on), 1) + interval quarter(placed_on) quarter - interval 1 quarter AS q, count(*) FROM orders GROUP BY q ORDER BY q
  SELECT c1_0.id, c1_0.active, c1_0.name FROM customers c1_0 WHERE c1_0.name LIKE 'a%' ESCAPE '' ORDER BY c1_0.id
  SELECT t.month, t.revenue, ROUND((t.revenue - LAG(t.revenue) OVER (ORDER BY t.month)) / LAG(t.revenue) OVER (ORDER BY t.month) * 100, 2) AS growth FROM (SELECT DATE_FORMAT(placed_on, '%Y-%m') AS month, SUM(total) AS revenue FROM orders WHERE total IS NOT NULL GROUP BY month) t ORDER BY t.month
  SELECT name, DATE_FORMAT(FROM_DAYS(DATEDIFF('2024-06-15', born)), '%Y') + 0 AS age FROM customers WHERE born IS NOT NULL ORDER BY id
  SELECT name, TIMESTAMPDIFF(YEAR, born, '2024-06-15') AS age FROM customers WHERE born IS NOT NULL ORDER BY age DESC, id
  SELECT DISTINCT l1.i AS ConsecutiveNums FROM samples l1, samples l2 WHERE l1.i = l2.i AND l1.id <> l2.id
  SELECT w1.id FROM orders w1 JOIN orders w2 ON DATEDIFF(w1.placed_on, w2.placed_on) = 1 WHERE w1.total >= w2.total ORDER BY w1.id
  SELECT d.department, e.name, e.salary FROM employees e JOIN (SELECT department, MAX(salary) AS mx FROM employees GROUP BY department) d ON e.department <=> d.department AND e.salary = d.mx ORDER BY e.id
  SELECT id, CASE WHEN manager_id IS NULL THEN 'Root' WHEN id IN (SELECT DISTINCT manager_id FROM employees) THEN 'Inner' ELSE 'Leaf' END AS type FROM employees ORDER BY id
  SELECT (CASE WHEN id % 2 = 1 AND id = (SELECT MAX(id) FROM employees) THEN id WHEN id % 2 = 1 THEN id + 1 ELSE id - 1 END) AS id, name FROM employees ORDER BY id
  SELECT ROUND(SUM(CASE WHEN status = 'cancelled' THEN 1 ELSE 0 END) / COUNT(*), 2) AS \`Cancellation Rate\` FROM orders WHERE placed_on BETWEEN '2024-01-01' AND '2024-12-31'
  SELECT x.customer_id, MIN(x.placed_on) AS started, MAX(x.placed_on) AS ended, COUNT(*) AS cnt FROM (SELECT customer_id, placed_on, SUM(is_new) OVER (PARTITION BY customer_id ORDER BY placed_on, id) AS sess FROM (SELECT id, customer_id, placed_on, IF(DATEDIFF(placed_on, LAG(placed_on) OVER (PARTITION BY customer_id ORDER BY placed_on, id)) > 30 OR LAG(placed_on) OVER (PARTITION BY customer_id ORDER BY placed_on, id) IS NULL, 1, 0) AS is_new FROM orders) f) x GROUP BY x.customer_id, x.sess ORDER BY 1, 2
  SELECT GROUP_CONCAT(CONCAT(UPPER(LEFT(city, 1)), LOWER(SUBSTRING(city, 2))) ORDER BY id SEPARATOR ';') AS cities FROM customers WHERE city <> ''
  SELECT customer_id, MAX(IF(status = 'paid', total, NULL)) AS paid_max, MAX(IF(status = 'open', total, NULL)) AS open_max, COUNT(IF(status = 'paid', 1, NULL)) AS paid_n FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT c.id, c.name, o.* FROM customers c LEFT JOIN (SELECT customer_id, MAX(id) AS last_id FROM orders GROUP BY customer_id) l ON l.customer_id = c.id LEFT JOIN orders o ON o.id = l.last_id ORDER BY c.id
  SELECT id, LENGTH(tags) - LENGTH(REPLACE(tags, ',', '')) + 1 AS n_tags FROM products WHERE tags IS NOT NULL AND tags != '' ORDER BY id
  SELECT t1.id + 1 AS gap_start FROM samples t1 LEFT JOIN samples t2 ON t1.id + 1 = t2.id WHERE t2.id IS NULL ORDER BY 1
  SELECT JSON_EXTRACT(attributes, '$.size.w') * JSON_EXTRACT(attributes, '$.size.h') AS area FROM products WHERE JSON_EXTRACT(attributes, '$.size') IS NOT NULL ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.color') = 'blue' ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.rating') > 3 ORDER BY id
  SELECT id FROM products WHERE JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.new')) = 'true' ORDER BY id
  SELECT id, JSON_SET(attributes, '$.color', 'black') AS a2 FROM products WHERE id < 3 ORDER BY id
  SELECT COUNT(DISTINCT customer_id) AS buyers, COUNT(DISTINCT IF(total > 100, customer_id, NULL)) AS big_buyers FROM orders
  SELECT placed_on, COUNT(*) AS n, SUM(COUNT(*)) OVER (ORDER BY placed_on) AS cumulative FROM orders GROUP BY placed_on ORDER BY placed_on
  SELECT id, total, AVG(total) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS ma3, SUM(total) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) s3 FROM orders ORDER BY id
  SELECT e.name, IFNULL(m.name, '-') AS manager, COALESCE(e.bonus, 0) + e.salary AS pay FROM employees e LEFT JOIN employees m ON e.manager_id = m.id HAVING pay > 600 ORDER BY pay DESC, e.name
  SELECT id, ROUND(total * 1.19, 2) AS gross, TRUNCATE(total / 3, 2) AS third, FORMAT(total, 2) AS fmt FROM orders ORDER BY id
  SELECT id, IF(shipped_at, 'yes', 'no') AS shipped, IF(total, 'nonzero', 'zero') AS t FROM orders ORDER BY id
  SELECT INET_ATON('192.168.0.1') AS ip, INET_NTOA(3232235521) AS s
  SELECT DATE_FORMAT(born, '%d.%m.%Y') AS de, DATE_FORMAT(born, '%m/%d/%y') us, MONTHNAME(born) mn, DAYOFYEAR(born) dy, TO_DAYS(born) td FROM customers ORDER BY id
  SELECT TIMESTAMPDIFF(MINUTE, '2024-01-01 00:00:00', '2024-01-02 01:30:59') a, TIMEDIFF('2024-01-01 12:00:00', '2024-01-01 10:30:00') b, ADDTIME('10:00:00', '01:30:00') c, SEC_TO_TIME(59) d, TIME_FORMAT('13:05:09', '%h:%i %p') e
  SELECT DATE_ADD(placed_on, INTERVAL 1 QUARTER) q, placed_on + INTERVAL 1 WEEK w, placed_on - INTERVAL 10 DAY d, DATE_ADD(placed_on, INTERVAL '1-2' YEAR_MONTH) ym, LAST_DAY(placed_on) ld, DATE_SUB(placed_on, INTERVAL DAYOFMONTH(placed_on) - 1 DAY) fom FROM orders ORDER BY id
  SELECT DATE_ADD(created_at, INTERVAL 90 MINUTE) m, DATE_SUB(created_at, INTERVAL 36 HOUR) h, DATE_FORMAT(created_at, '%Y-%m-%d %H:00:00') hr, TIMESTAMP(DATE(created_at)) dd, CAST(created_at AS DATE) cd FROM customers ORDER BY id
  SELECT WEEK(placed_on) w0, WEEK(placed_on, 1) w1, WEEK(placed_on, 3) w3, WEEKOFYEAR(placed_on) wy, YEARWEEK(placed_on) yw0, YEARWEEK(placed_on, 3) yw3, DAYNAME(placed_on) dn FROM orders ORDER BY id
  SELECT NULL + 1 a, NULL AND 0 b, NULL OR 1 c, NOT NULL d, CONCAT('a', NULL) e, COALESCE(NULL, NULL, 3) f, IFNULL(NULL, 'x') g, NULLIF(1, 1) h, LEAST(1, NULL) i, GREATEST('b', 'a') j
  SELECT 7 DIV 2 a, -7 DIV 2 b, 7 / 2 c, -7 % 3 d, 7 MOD -3 e, 1 / 0 f, 5 % 0 g, 5.5 DIV 2 h, 0.1 + 0.2 i, 1e3 j, 10 / 4 * 4 k
  SELECT '10' + '5' a, '1.5abc' * 2 b, CONCAT(1, 2) + 1 c, '2' > '10' d, 2 > '10' e, '0x10' + 0 f, TRUE + TRUE g, 'abc' = 0 h
  SELECT CAST('2024-01-15' AS DATE) a, CAST('12:30' AS TIME) b, CAST(1.55 AS DECIMAL(3, 1)) c, CAST(-1.5 AS SIGNED) d, CAST('123abc' AS UNSIGNED) e, CONVERT('42', SIGNED) f, CAST(65 AS CHAR) g, CAST('2024-01-15 10:11:12' AS DATETIME) h, BINARY 'a' = 'A' i
  SELECT 'It''s' a, "double \\"q\\"" b, 'tab\\tx' c, 'back\\\\slash' d, 'new\\nline' e, '100\\%' f, x'4D' g, 0x4D h, b'101' + 0 i, _utf8mb4'hi' j, N'nat' k, 'a' 'b' l
  SELECT id FROM samples WHERE u LIKE '%\\_%' OR t LIKE '\\\\%' OR t LIKE '_b_' ORDER BY id
  SELECT id, name FROM customers WHERE name LIKE BINARY 'a%' OR BINARY name = 'frank' ORDER BY id
  SELECT COALESCE(c.country, 'Total') AS country, COUNT(o.id) AS n, SUM(o.total) AS s FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.country WITH ROLLUP
  SELECT id, name FROM customers WHERE (country, active) IN (('DE', 1), ('FR', 0)) ORDER BY id
  SELECT * FROM orders WHERE total = (SELECT MAX(total) FROM orders) OR total = (SELECT MIN(total) FROM orders) ORDER BY id
  SELECT p.id, p.title FROM products p WHERE p.price > (SELECT AVG(p2.price) FROM products p2 WHERE p2.category <=> p.category) ORDER BY p.id
  SELECT CONCAT(name, '(', LEFT(department, 1), ')') AS x FROM employees WHERE department IS NOT NULL ORDER BY name
  SELECT MAX(doctor) d, MAX(singer) s FROM (SELECT ROW_NUMBER() OVER (PARTITION BY department ORDER BY name) rn, IF(department = 'sales', name, NULL) doctor, IF(department = 'tech', name, NULL) singer FROM employees) x GROUP BY rn ORDER BY rn
  SELECT REPEAT('* ', n) AS line FROM (WITH RECURSIVE s AS (SELECT 5 AS n UNION ALL SELECT n - 1 FROM s WHERE n > 1) SELECT n FROM s) q ORDER BY n DESC
  SELECT ROUND(SQRT(POW(MAX(i) - MIN(i), 2) + POW(MAX(j) - MIN(j), 2)), 4) AS dist FROM samples
  SELECT CEIL(AVG(salary) - AVG(REPLACE(salary, '0', ''))) AS err FROM employees
  SELECT salary * 12 AS earnings, COUNT(*) FROM employees GROUP BY earnings ORDER BY earnings DESC LIMIT 1
  SELECT country AS Country, COUNT(*) AS Total FROM customers GROUP BY Country HAVING Total > 1 ORDER BY Total DESC, Country
  SELECT x.UserId, x.FullName FROM (SELECT id AS UserId, name AS FullName FROM customers) AS x WHERE x.userid < 4 ORDER BY x.USERID
  WITH t(Dept, N) AS (SELECT department, COUNT(*) FROM employees GROUP BY department) SELECT Dept, N FROM t WHERE N > 1 ORDER BY N
  SELECT \`ID\`, \`Name\` FROM customers WHERE \`Country\` = 'DE' ORDER BY \`ID\`
  SELECT u.* FROM (SELECT id AS orderId, total AS grandTotal FROM orders) u ORDER BY u.orderId LIMIT 3
  SELECT JSON_VALID(attributes) AS v FROM products ORDER BY id
  SELECT IF(shipped_at, 1, 0) AS s FROM orders ORDER BY id
  SELECT INET_ATON('10.0.5.9') AS a, INET_NTOA(167773449) AS b
  SELECT a.product_id AS p1, b.product_id AS p2, COUNT(*) AS together FROM order_items a JOIN order_items b ON a.order_id = b.order_id AND a.product_id < b.product_id GROUP BY a.product_id, b.product_id ORDER BY together DESC, p1, p2
  SELECT YEAR(o.placed_on) AS yr, SUM(CASE MONTH(o.placed_on) WHEN 1 THEN o.total ELSE 0 END) AS jan, SUM(CASE MONTH(o.placed_on) WHEN 2 THEN o.total ELSE 0 END) AS feb, SUM(CASE WHEN MONTH(o.placed_on) > 2 THEN o.total END) AS rest FROM orders o GROUP BY yr ORDER BY yr
  SELECT DATE_FORMAT(o.placed_on, '%x-W%v') AS wk, COUNT(*) FROM orders o GROUP BY wk ORDER BY wk
  SELECT HOUR(shipped_at) AS h, COUNT(*) AS n FROM orders WHERE shipped_at IS NOT NULL AND DAYOFWEEK(shipped_at) NOT IN (1, 7) GROUP BY h ORDER BY h
  SELECT ELT(WEEKDAY(placed_on) + 1, 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun') AS dow, COUNT(*) AS n FROM orders GROUP BY dow, WEEKDAY(placed_on) ORDER BY WEEKDAY(placed_on)
  SELECT c.id, c.name, DATEDIFF('2025-03-31', MAX(o.placed_on)) AS recency, COUNT(o.id) AS frequency, IFNULL(SUM(o.total), 0) AS monetary, NTILE(4) OVER (ORDER BY COUNT(o.id) DESC, c.id) AS f_score FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY c.id
  WITH m AS (SELECT customer_id, DATE_FORMAT(placed_on, '%Y-%m-01') AS mth, SUM(total) AS t FROM orders GROUP BY customer_id, mth) SELECT m.customer_id, m.mth, m.t, (SELECT SUM(m2.t) FROM m m2 WHERE m2.customer_id = m.customer_id AND m2.mth <= m.mth) AS cum FROM m ORDER BY 1, 2
  WITH RECURSIVE months AS (SELECT CAST('2024-01-01' AS DATE) AS m UNION ALL SELECT m + INTERVAL 1 MONTH FROM months WHERE m < '2024-06-01') SELECT DATE_FORMAT(m, '%b %Y') AS label, COALESCE(SUM(o.total), 0) AS rev FROM months LEFT JOIN orders o ON o.placed_on >= m AND o.placed_on < m + INTERVAL 1 MONTH GROUP BY m ORDER BY m
  WITH RECURSIVE nums AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM nums WHERE n < 4), split AS (SELECT p.id, TRIM(SUBSTRING_INDEX(SUBSTRING_INDEX(p.tags, ',', n), ',', -1)) AS tag FROM products p JOIN nums ON n <= 1 + LENGTH(p.tags) - LENGTH(REPLACE(p.tags, ',', '')) WHERE p.tags <> '') SELECT tag, COUNT(*) AS uses FROM split GROUP BY tag ORDER BY uses DESC, tag
  WITH RECURSIVE sub AS (SELECT id, manager_id, salary FROM employees UNION ALL SELECT s.id, e.manager_id, s.salary FROM sub s JOIN employees e ON e.id = s.manager_id WHERE e.manager_id IS NOT NULL) SELECT manager_id, COUNT(*) AS reports, SUM(salary) AS cost FROM sub WHERE manager_id IS NOT NULL GROUP BY manager_id ORDER BY manager_id
  WITH RECURSIVE fib (n, a, b) AS (SELECT 1, 0, 1 UNION ALL SELECT n + 1, b, a + b FROM fib WHERE n < 20) SELECT n, a FROM fib ORDER BY n
  SELECT e.department, e.name, e.salary, e.salary / SUM(e.salary) OVER (PARTITION BY e.department) AS share, FIRST_VALUE(e.name) OVER (PARTITION BY e.department ORDER BY e.salary DESC, e.id) AS top, LAST_VALUE(e.name) OVER (PARTITION BY e.department ORDER BY e.salary DESC, e.id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS low, NTH_VALUE(e.name, 2) OVER (PARTITION BY e.department ORDER BY e.salary DESC, e.id) AS second FROM employees e ORDER BY e.department, e.salary DESC, e.id
  SELECT o1.id, o1.total, COUNT(o2.id) + 1 AS rnk FROM orders o1 LEFT JOIN orders o2 ON o2.total > o1.total WHERE o1.total IS NOT NULL GROUP BY o1.id, o1.total ORDER BY rnk, o1.id
  SELECT name FROM customers c WHERE 2 <= (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id AND o.total > 50) ORDER BY name
  SELECT LOWER(TRIM(email)) AS e, GROUP_CONCAT(id ORDER BY id) AS ids, COUNT(*) - 1 AS dups FROM customers WHERE email IS NOT NULL GROUP BY e HAVING COUNT(*) >= 1 ORDER BY MIN(id)
  SELECT id, name FROM employees WHERE hired BETWEEN '2019-01-01' AND '2021-12-31' AND MONTH(hired) IN (1, 11, 12) ORDER BY DAY(hired), id
  SELECT id, DATE_FORMAT(hired, '%e %b %y') AS h, TIMESTAMPDIFF(MONTH, hired, '2024-03-15') AS months, PERIOD_DIFF(202403, EXTRACT(YEAR_MONTH FROM hired)) AS pd FROM employees ORDER BY id
  SELECT id FROM orders WHERE note IS NOT NULL AND note <> '' AND LOCATE('off', note) > 0 OR note LIKE '%gift%' ORDER BY id
  SELECT id, CONCAT('#', LPAD(id, 5, '0')) AS code, CONCAT(LEFT(name, 3), '...') AS short, CONCAT_WS('-', NULL, country, NULL, city) AS loc FROM customers ORDER BY id
  SELECT id, CAST(total AS CHAR) AS t, CONCAT(total, '') AS t2, total + 0 AS t3, ROUND(total) AS r0, FLOOR(total) AS fl FROM orders ORDER BY id
  SELECT id, f, CAST(f AS CHAR) AS fs, CONCAT(f, ' kg') AS lbl, ROUND(f, 1) AS r1, ROUND(f) AS r0 FROM samples ORDER BY id
  SELECT id, d / 3 AS a, d * f AS b, i / 3 AS c, big / 1000 AS e, d DIV 3 AS g, d % 3 AS h FROM samples ORDER BY id
  SELECT id, b + 1 AS bp, NOT b AS nb, b = 1 AS b1, b IS TRUE AS bt, IF(b, 'y', 'n') AS s, SUM(b) OVER () AS sb FROM samples ORDER BY id
  SELECT AVG(total) AS a, SUM(total) / COUNT(*) AS b, ROUND(AVG(total), 2) AS c, MAX(placed_on) AS mx, MIN(shipped_at) AS mn, COUNT(note) AS cn FROM orders
  SELECT status, GROUP_CONCAT(total ORDER BY total DESC SEPARATOR ';') AS totals FROM orders GROUP BY status ORDER BY status
  SELECT customer_id, JSON_ARRAYAGG(JSON_OBJECT('id', id, 'total', total)) AS docs FROM orders WHERE customer_id = 2 GROUP BY customer_id
  SELECT JSON_OBJECTAGG(sku, stock) AS o FROM products WHERE category = 'office'
  SELECT id, JSON_VALUE(attributes, '$.color') AS c, JSON_VALUE(attributes, '$.size.h') AS h FROM products ORDER BY id
  SELECT id FROM products WHERE JSON_CONTAINS_PATH(attributes, 'all', '$.size.w', '$.tags') = 1 ORDER BY id
  SELECT id FROM products WHERE JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.tags[0]')) LIKE 'W%' ORDER BY id
  SELECT p.id, CAST(JSON_UNQUOTE(JSON_EXTRACT(p.attributes, '$.price')) AS DECIMAL(10, 2)) AS pr, JSON_EXTRACT(p.attributes, '$.rating') + 1 AS r1 FROM products p ORDER BY p.id
  SELECT DISTINCT department FROM employees WHERE department NOT LIKE 's%' OR department IS NULL ORDER BY department
  SELECT id FROM customers WHERE credit BETWEEN 0 AND 300 AND NOT (country IN ('FR', 'IE')) ORDER BY credit DESC, id DESC
  SELECT id, name FROM customers ORDER BY FIELD(country, 'DE', 'GB') = 0, FIELD(country, 'DE', 'GB'), name LIMIT 5
  SELECT * FROM customers WHERE id = '3abc'
  SELECT * FROM orders WHERE placed_on = '2024-2-29' ORDER BY id
  SELECT id FROM orders WHERE placed_on > 20240401 ORDER BY id
  SELECT id FROM orders WHERE DATE(shipped_at) = '2024-02-01' OR shipped_at LIKE '2024-06%' ORDER BY id
  SELECT id FROM samples WHERE t = 0 ORDER BY id
  SELECT id, t REGEXP '^[0-9]+' AS starts_num, t REGEXP '\\\\d' AS has_num, t NOT REGEXP 'a' AS no_a FROM samples ORDER BY id
  SELECT (SELECT COUNT(*) FROM customers) AS customers, (SELECT COUNT(*) FROM orders) AS orders, (SELECT SUM(total) FROM orders WHERE status = 'paid') AS revenue
  SELECT 'orders' AS tbl, COUNT(*) AS n FROM orders UNION ALL SELECT 'items', COUNT(*) FROM order_items UNION ALL SELECT 'customers', COUNT(*) FROM customers ORDER BY n DESC
  SELECT id FROM customers INTERSECT SELECT customer_id FROM orders ORDER BY id
  SELECT id FROM customers EXCEPT SELECT customer_id FROM orders ORDER BY id
  SELECT o.id FROM orders o USE INDEX (PRIMARY) WHERE o.id > 10 ORDER BY o.id
  SELECT c.name FROM customers c NATURAL JOIN (SELECT 1 AS id) z
  SELECT SUM(total) AS s, customer_id FROM orders GROUP BY customer_id DESC
  SELECT MOD(id, 3) AS m, GROUP_CONCAT(name ORDER BY name) FROM employees GROUP BY m ORDER BY m
  SELECT c.country, GROUP_CONCAT(DISTINCT c.city) FROM customers c WHERE c.city IS NOT NULL AND c.country <> 'GB' GROUP BY c.country ORDER BY c.country
  SELECT posts.id, posts.title, (SELECT COUNT(*) FROM order_items WHERE order_items.product_id = posts.id) AS items_count, EXISTS (SELECT 1 FROM order_items oi WHERE oi.product_id = posts.id AND oi.quantity > 1) AS popular FROM products posts ORDER BY items_count DESC, posts.id
  select \`customers\`.*, (select count(*) from \`orders\` where \`customers\`.\`id\` = \`orders\`.\`customer_id\`) as \`orders_count\` from \`customers\` where exists (select * from \`orders\` where \`customers\`.\`id\` = \`orders\`.\`customer_id\` and \`total\` > 100) order by \`orders_count\` desc, \`customers\`.\`id\` asc limit 15 offset 0
  SELECT \`t0\`.\`id\`, \`t0\`.\`name\`, \`t1\`.\`id\` AS \`orders.id\`, \`t1\`.\`status\` AS \`orders.status\` FROM (SELECT \`c\`.\`id\`, \`c\`.\`name\` FROM \`customers\` AS \`c\` ORDER BY \`c\`.\`id\` LIMIT 0, 3) AS \`t0\` LEFT OUTER JOIN \`orders\` AS \`t1\` ON \`t0\`.\`id\` = \`t1\`.\`customer_id\` ORDER BY \`t0\`.\`id\`, \`t1\`.\`id\`
  SELECT DISTINCT c.id, c.name, c.score FROM customers c INNER JOIN orders o ON c.id = o.customer_id ORDER BY c.score DESC, c.id LIMIT 4
  SELECT id, name, score, IFNULL(score, 0) * 2 AS dbl, score BETWEEN 5 AND 9 AS mid, score <> 7.25 AS ne FROM customers ORDER BY score IS NULL DESC, score, id
  SELECT MIN(IF(rn = 1, salary, NULL)) AS first_s, MIN(IF(rn = 2, salary, NULL)) AS second_s FROM (SELECT salary, DENSE_RANK() OVER (ORDER BY salary DESC) AS rn FROM employees) q
  SELECT SUM(CASE WHEN TIMESTAMPDIFF(YEAR, born, '2024-01-01') BETWEEN 20 AND 29 THEN 1 ELSE 0 END) AS twenties, SUM(CASE WHEN TIMESTAMPDIFF(YEAR, born, '2024-01-01') >= 30 THEN 1 ELSE 0 END) AS older FROM customers
  SELECT CASE WHEN TIMESTAMPDIFF(YEAR, born, '2024-06-01') < 30 THEN '<30' WHEN TIMESTAMPDIFF(YEAR, born, '2024-06-01') < 40 THEN '30-39' ELSE '40+' END AS age_group, COUNT(*) AS n FROM customers WHERE born IS NOT NULL GROUP BY age_group ORDER BY age_group
  SELECT id, CASE WHEN discount IS NULL OR discount = 0 THEN total ELSE total - discount END AS net, ROUND(IFNULL(discount, 0) / NULLIF(total, 0) * 100, 1) AS pct FROM orders ORDER BY id
  SELECT DATE_FORMAT(shipped_at, '%H:%i') AS t, DATE_FORMAT(shipped_at, '%h %p') AS ampm, MINUTE(shipped_at) AS mi, SECOND(shipped_at) s, MICROSECOND(shipped_at) us, TIME(shipped_at) tt FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT UNIX_TIMESTAMP('2024-01-01 00:00:00') AS a, FROM_UNIXTIME(1704067200) AS b, FROM_UNIXTIME(1704067200, '%Y/%m/%d') AS c, UNIX_TIMESTAMP('2024-02-01') - UNIX_TIMESTAMP('2024-01-01') AS d
  SELECT id FROM orders WHERE placed_on >= DATE_FORMAT('2024-05-15', '%Y-%m-01') AND placed_on < DATE_ADD(DATE_FORMAT('2024-05-15', '%Y-%m-01'), INTERVAL 1 MONTH) ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN DATE_SUB('2024-03-31', INTERVAL 1 MONTH) AND LAST_DAY('2024-03-01') ORDER BY id
  SELECT id FROM orders WHERE YEARWEEK(placed_on, 1) = YEARWEEK('2024-12-30', 1) ORDER BY id
  SELECT id FROM orders WHERE EXTRACT(YEAR FROM placed_on) = 2025 AND EXTRACT(MONTH FROM placed_on) IN (1, 3) ORDER BY id
  SELECT TIMESTAMPDIFF(SECOND, placed_on, shipped_at) / 3600 AS hrs, ROUND(TIMESTAMPDIFF(MINUTE, placed_on, shipped_at) / 60, 2) AS h2 FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT AVG(TIMESTAMPDIFF(HOUR, placed_on, shipped_at)) AS avg_h, MAX(DATEDIFF(shipped_at, placed_on)) AS mx FROM orders WHERE shipped_at IS NOT NULL
  SELECT SEC_TO_TIME(SUM(TIME_TO_SEC(TIME(at)))) AS total_time, SUM(TIME_TO_SEC(TIME(at))) AS secs FROM samples
  SELECT COUNT(*) FROM (SELECT 1 FROM orders GROUP BY customer_id, status) x
  SELECT customer_id, COUNT(*) AS c FROM orders GROUP BY customer_id HAVING c = (SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM orders GROUP BY customer_id) m) ORDER BY customer_id
  SELECT p.category, p.title, p.price FROM products p WHERE (SELECT COUNT(*) FROM products q WHERE q.category = p.category AND q.price > p.price) < 1 AND p.category IS NOT NULL ORDER BY p.category
  SELECT t.status, t.cnt, ROUND(100 * t.cnt / SUM(t.cnt) OVER (), 2) AS pct FROM (SELECT status, COUNT(*) AS cnt FROM orders GROUP BY status) t ORDER BY t.cnt DESC, t.status
  SELECT a.id, a.i, (SELECT b.i FROM samples b WHERE b.id > a.id AND b.i IS NOT NULL ORDER BY b.id LIMIT 1) AS next_i FROM samples a ORDER BY a.id
  SELECT id, i, COALESCE(i, LAG(i) OVER (ORDER BY id)) AS filled, SUM(i IS NOT NULL) OVER (ORDER BY id) AS grp FROM samples ORDER BY id
  SELECT grp, COUNT(*) AS len FROM (SELECT id, id - ROW_NUMBER() OVER (PARTITION BY status ORDER BY id) AS grp, status FROM orders) z WHERE status = 'paid' GROUP BY grp ORDER BY grp
  SELECT CONCAT(ROUND(SUM(total) / 1000, 1), 'k') AS k, CONCAT('$', FORMAT(SUM(total), 2)) AS f, CONCAT(ROUND(AVG(total)), '%') AS p FROM orders
  SELECT ROUND(total, -2) AS r, COUNT(*) AS n, RPAD('', COUNT(*), '*') AS bar FROM orders WHERE total IS NOT NULL GROUP BY r ORDER BY r
  SELECT LEFT(name, LOCATE(' ', name) - 1) AS fn, SUBSTRING(name, LOCATE(' ', name) + 1) AS ln, CHAR_LENGTH(name) - CHAR_LENGTH(REPLACE(LOWER(name), 'a', '')) AS n_a FROM customers WHERE name LIKE '% %' ORDER BY id
  SELECT id, POSITION('@' IN email) AS at_pos, SUBSTRING(email FROM 1 FOR 3) AS p3, SUBSTR(email, -4) AS tld, INSERT(email, 2, 3, '***') AS masked FROM customers WHERE email <> '' ORDER BY id
  SELECT name, IF(name = BINARY LOWER(name), 'lower', 'mixed') AS kind FROM customers ORDER BY id
  SELECT id, note LIKE '%\\%%' AS pct, note LIKE '%\\_%' AS us, note LIKE '%''%' AS q, note LIKE 'g%' AS g FROM orders ORDER BY id
  SELECT id FROM products WHERE tags REGEXP '(^|,)wood(,|$)' ORDER BY id
  SELECT id FROM products WHERE CONCAT(',', tags, ',') LIKE '%,blue,%' ORDER BY id
  SELECT id FROM products WHERE title REGEXP '^(red|blue) ' AND sku REGEXP '^A-[0-9]{3}$' ORDER BY id
  SELECT GREATEST(1, 2.5, 0) a, LEAST('b', 'a', 'c') b, INTERVAL(23, 1, 15, 17, 30) c, COALESCE(NULL, 1, 2) d, NVL(NULL, 3) e, ISNULL(NULL) f, IF(NULL, 1, 2) g
  SELECT 1 = 1 a, 1 <> 2 b, 2 > 1 AND 1 > 2 c, 1 OR 0 d, NOT 1 e, 1 XOR 1 f, !0 g, 3 IN (1, 2, NULL) h, NULL NOT IN (1) i, 1 IS TRUE j, NULL IS NOT TRUE k
  SELECT 9223372036854775807 a, 18446744073709551615 b, -9223372036854775808 c, 1.10 d, 1.0e10 e, .5 f, 5. g, 0.000001 h, 1e-7 i
  SELECT 3 / 2 a, 3.0 / 2 b, 1 / 3 c, 2 / 3 * 3 d, 10 DIV 3 e, 10.5 % 3 f, -10 % 3 g, ROUND(10 / 3, 3) h, 7 / 7 i, 1e0 / 3 j
  SELECT SUM(total) / 3 AS a, AVG(salary) AS b, SUM(salary) / COUNT(*) c FROM orders, employees WHERE orders.id = 1
  SELECT e.name, e.hired, (SELECT COUNT(*) FROM employees x WHERE x.hired < e.hired) AS before_me, DATEDIFF('2024-01-01', e.hired) DIV 365 AS yrs FROM employees e ORDER BY e.hired
  SELECT m.name, COUNT(e.id) AS directs, GROUP_CONCAT(e.name ORDER BY e.name) AS who FROM employees m JOIN employees e ON e.manager_id = m.id GROUP BY m.id, m.name HAVING COUNT(e.id) > 1 ORDER BY directs DESC, m.id
  SELECT department, SUM(salary) AS s FROM employees GROUP BY department HAVING department IS NOT NULL AND s > (SELECT AVG(t) FROM (SELECT SUM(salary) t FROM employees WHERE department IS NOT NULL GROUP BY department) q) ORDER BY s
  (SELECT id, total FROM orders WHERE total IS NOT NULL ORDER BY total DESC, id LIMIT 2) UNION (SELECT id, total FROM orders WHERE total IS NOT NULL ORDER BY total, id LIMIT 2) ORDER BY id
  SELECT o.*, c.name FROM orders o JOIN customers c ON c.id = o.customer_id AND c.active WHERE !ISNULL(o.total) && o.status = 'paid' || o.id = 6 ORDER BY o.id
  SELECT id, name FROM customers WHERE id IN (1, 2, 3) ORDER BY FIND_IN_SET(id, '3,1,2')
  SELECT id, credit FROM customers WHERE credit > ANY (SELECT total FROM orders WHERE status = 'paid') ORDER BY id
  SELECT CONV('', 10, 16) k, CONV('1010', 2, 10) f, CONV(255, 10, 16) g, CONV('ff', 16, 10) h, CONV('z', 36, 2) i, CONV('12x', 10, 16) j
  SELECT BIN(5) a, OCT(64) b, BIN(0) c, OCT(0) d, BIN(NULL) e, ~5 & 255 AS f, BIT_COUNT(7) AS g, BIT_COUNT(-1) AS h, PERIOD_DIFF(202403, 202311) AS i, PERIOD_ADD(202411, 3) AS j, PERIOD_ADD(9911, -11) AS k
  SELECT id, stock & ~2 AS m, BIT_COUNT(stock) AS n FROM products ORDER BY id
  SELECT id, SUBSTRING_INDEX(tags, ',', id - 2) AS a, SUBSTRING_INDEX(tags, ',', 2 - id) AS b FROM products ORDER BY id
  SELECT SQL_CALC_FOUND_ROWS id, name FROM employees WHERE salary > 500 ORDER BY id LIMIT 2
  SELECT c.id, GROUP_CONCAT(CONCAT(o.status, ':', IFNULL(o.total, '-')) ORDER BY o.placed_on DESC, o.id SEPARATOR ', ') AS history FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY c.id
  SELECT id, JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) = 'Blue' AS eq FROM products WHERE attributes IS NOT NULL ORDER BY id
  SELECT name, CASE WHEN salary >= ALL (SELECT salary FROM employees) THEN 'max' WHEN salary <= ALL (SELECT salary FROM employees) THEN 'min' ELSE 'mid' END AS pos FROM employees ORDER BY id
  SELECT YEAR(hired) DIV 10 * 10 AS decade, COUNT(*) AS n FROM employees GROUP BY decade ORDER BY decade
  SELECT CONCAT(YEAR(placed_on), '-Q', QUARTER(placed_on)) AS q, SUM(total) AS s FROM orders GROUP BY YEAR(placed_on), QUARTER(placed_on) ORDER BY YEAR(placed_on), QUARTER(placed_on)
  SELECT FLOOR(DATEDIFF('2024-06-01', born) / 365.25) AS age, CONCAT(FLOOR(TIMESTAMPDIFF(YEAR, born, '2024-06-01') / 10) * 10, 's') AS dec_s FROM customers WHERE born IS NOT NULL ORDER BY id
  SELECT IF(i > 0, i, NULL) AS pos, IFNULL(NULLIF(t, ''), 'empty') AS t2, CONCAT_WS('/', i, j, f) AS p FROM samples ORDER BY id
  SELECT id, CASE i WHEN 3 THEN 'three' WHEN 5 THEN 'five' WHEN NULL THEN 'null' ELSE 'other' END AS w FROM samples ORDER BY id
  SELECT COUNT(*) AS n, COUNT(DISTINCT i) AS di, SUM(DISTINCT i) AS sdi, AVG(DISTINCT i) AS adi, MAX(t) IS NOT NULL AS m FROM samples
  SELECT a.department, a.salary, b.salary AS other FROM employees a LEFT JOIN employees b ON a.department = b.department AND a.salary < b.salary WHERE b.id IS NULL ORDER BY a.id
  SELECT o.id, DATE_FORMAT(o.placed_on, '%Y%m%d') + 0 AS ymd, CAST(DATE_FORMAT(o.placed_on, '%Y') AS UNSIGNED) AS y, DATE_FORMAT(o.placed_on, '%j') AS j, DATE_FORMAT(o.placed_on, '%U') AS u FROM orders o ORDER BY o.id
  SELECT DATE_FORMAT(placed_on - INTERVAL WEEKDAY(placed_on) DAY, '%Y-%m-%d') AS monday, SUM(total) AS s FROM orders GROUP BY monday ORDER BY monday
  SELECT DATE(DATE_SUB(placed_on, INTERVAL DAYOFWEEK(placed_on) - 1 DAY)) AS sunday, COUNT(*) FROM orders GROUP BY 1 ORDER BY 1
  SELECT FROM_UNIXTIME(FLOOR(UNIX_TIMESTAMP(at) / 900) * 900) AS slot, COUNT(*) FROM samples WHERE at IS NOT NULL GROUP BY slot ORDER BY slot
  SELECT CAST(DATE_FORMAT(placed_on, '%Y-%m-01') AS DATE) AS m, COUNT(*) FROM orders GROUP BY m ORDER BY m
  SELECT TIMESTAMPADD(MONTH, 1, placed_on) a, ADDDATE(placed_on, 7) b, SUBDATE(placed_on, INTERVAL 1 MONTH) c, placed_on + INTERVAL id DAY d FROM orders ORDER BY id
  SELECT id FROM orders WHERE shipped_at > placed_on + INTERVAL 1 DAY ORDER BY id
  SELECT id FROM orders WHERE shipped_at IS NOT NULL AND TIME(shipped_at) BETWEEN '08:00:00' AND '12:00:00' ORDER BY id
  SELECT customer_id, SUM(total) AS s, RANK() OVER (ORDER BY SUM(total) DESC) AS rk FROM orders WHERE total IS NOT NULL GROUP BY customer_id ORDER BY rk, customer_id
  SELECT EXISTS(SELECT 1 FROM customers WHERE id = 99) AS e, NOT EXISTS(SELECT 1 FROM customers WHERE id = 1) AS ne, (SELECT name FROM customers WHERE id = 99) IS NULL AS nn
  SELECT ROUND(AVG(score), 2) a, ROUND(STDDEV_SAMP(score), 4) s, ROUND(VAR_POP(score), 4) v, MAX(score) - MIN(score) r FROM customers
  SELECT (SUM(i * j) - COUNT(*) * AVG(i) * AVG(j)) AS cov FROM samples WHERE i IS NOT NULL AND j IS NOT NULL
  SELECT id FROM customers WHERE city <> 'Paris' OR city IS NULL ORDER BY city IS NULL, id
  SELECT UPPER(LEFT(name, 1)) AS letter, COUNT(*) AS n FROM customers GROUP BY letter ORDER BY letter
  SELECT STR_TO_DATE(CONCAT(YEAR(placed_on), '-', MONTH(placed_on), '-01'), '%Y-%m-%d') AS m, COUNT(*) FROM orders GROUP BY m ORDER BY m
  SELECT id, FIRST_VALUE(id) OVER (PARTITION BY city ORDER BY id) AS first_there, COUNT(*) OVER (PARTITION BY city) AS n FROM customers ORDER BY id
  SELECT a.id, b.id AS other FROM customers a JOIN customers b USING (city) WHERE a.id < b.id ORDER BY 1, 2
  SELECT id, MD5(LOWER(TRIM(email))) AS gravatar, TO_BASE64(name) AS a, TO_BASE64(REPEAT('xyz', 19)) AS b, TO_BASE64(REPEAT('xyz', 20)) AS c FROM customers ORDER BY id
  SELECT BIT_XOR(salary) AS s, BIT_XOR(bonus) AS b FROM employees
`);
