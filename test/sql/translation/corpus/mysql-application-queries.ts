import { plainCases, type Case } from './case.js';

/** Statements of applications, reports and answers in forums. */
export const mysqlApplicationQueries: readonly Case[] = [
  ...plainCases(String.raw`
  SELECT c.name, o.id FROM customers c NATURAL JOIN (SELECT customer_id AS id, MAX(total) AS m FROM orders GROUP BY customer_id) x JOIN orders o ON o.customer_id = c.id AND o.total <=> x.m ORDER BY c.id, o.id
  SELECT c.id, c.name FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.id IS NULL ORDER BY c.id
  SELECT c.id, COUNT(o.id) AS orders, COALESCE(SUM(o.total - IFNULL(o.discount, 0)), 0) AS net FROM customers c LEFT JOIN orders o ON c.id = o.customer_id GROUP BY c.id WITH ROLLUP
  SELECT e.name, m.name AS boss, mm.name AS grand FROM employees e LEFT JOIN (employees m LEFT JOIN employees mm ON mm.id = m.manager_id) ON m.id = e.manager_id ORDER BY e.id
  SELECT p.title, i.quantity FROM products p RIGHT OUTER JOIN order_items i ON i.product_id = p.id AND p.stock > 5 ORDER BY i.order_id, i.product_id
  SELECT a.id, b.id FROM samples a STRAIGHT_JOIN samples b ON a.i = b.j ORDER BY 1, 2
  WITH RECURSIVE tree (id, path, depth) AS (SELECT id, CAST(name AS CHAR(200)), 0 FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, CONCAT(t.path, ' > ', e.name), t.depth + 1 FROM employees e JOIN tree t ON e.manager_id = t.id) SELECT * FROM tree ORDER BY id
  WITH RECURSIVE days AS (SELECT DATE('2024-02-26') AS d UNION ALL SELECT d + INTERVAL 1 DAY FROM days WHERE d < '2024-03-02') SELECT d, DAYNAME(d), COUNT(o.id) FROM days LEFT JOIN orders o ON o.placed_on = d GROUP BY d ORDER BY d
  WITH RECURSIVE fib (n, a, b) AS (SELECT 1, 0, 1 UNION ALL SELECT n + 1, b, a + b FROM fib WHERE n < 15) SELECT n, a FROM fib
  WITH ranked AS (SELECT o.*, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY total DESC, id) AS rn FROM orders o) SELECT customer_id, id, total FROM ranked WHERE rn <= 2 ORDER BY customer_id, rn
  SELECT id, total, NTILE(3) OVER (ORDER BY total DESC, id), ROUND(CUME_DIST() OVER (ORDER BY total), 3), ROUND(PERCENT_RANK() OVER (ORDER BY total), 3) FROM orders WHERE total IS NOT NULL ORDER BY id
  SELECT name, FIRST_VALUE(name) OVER (PARTITION BY department ORDER BY salary DESC, id) top, LAST_VALUE(name) OVER (PARTITION BY department ORDER BY salary DESC, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) low, NTH_VALUE(name, 2) OVER (PARTITION BY department ORDER BY salary DESC, id) second FROM employees ORDER BY id
  SELECT department, SUM(salary) s, ROUND(100 * SUM(salary) / SUM(SUM(salary)) OVER (), 1) AS pct FROM employees GROUP BY department ORDER BY s DESC
  SELECT DATE_FORMAT(placed_on, '%Y-%m') AS month, COUNT(*) n, SUM(IF(status = 'paid', total, 0)) paid, GROUP_CONCAT(DISTINCT status ORDER BY status) FROM orders GROUP BY month ORDER BY month
  SELECT DATE_FORMAT(at, '%W, %M %e, %Y %h:%i %p'), DATE_FORMAT(at, '%d/%m/%y %H:%i:%s'), DATE_FORMAT(at, '%a %b %D %j') FROM samples WHERE at IS NOT NULL ORDER BY id
  SELECT id, TIMESTAMPDIFF(YEAR, born, '2024-02-28') AS age, TIMESTAMPDIFF(MONTH, born, created_at) FROM customers ORDER BY id
  SELECT id, DATEDIFF(shipped_at, placed_on) AS days, TIMEDIFF(TIME(shipped_at), '00:30:00') FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT LAST_DAY(day), DAYOFWEEK(day), WEEKDAY(day), DAYOFYEAR(day), QUARTER(day), WEEK(day, 3), YEARWEEK(day) FROM samples ORDER BY id
  SELECT DATE_ADD(day, INTERVAL 1 MONTH), DATE_SUB(at, INTERVAL '1:30' HOUR_MINUTE), ADDDATE(day, 10), SUBDATE(day, INTERVAL 1 QUARTER), at + INTERVAL i MINUTE FROM samples ORDER BY id
  SELECT STR_TO_DATE('31,12,2023', '%d,%m,%Y'), STR_TO_DATE('2024-05-17 10:20', '%Y-%m-%d %H:%i'), MAKEDATE(2024, 60), MAKETIME(10, 5, 30), SEC_TO_TIME(3725), TIME_TO_SEC('01:02:05')
  SELECT FROM_UNIXTIME(0) = '1970-01-01 00:00:00', UNIX_TIMESTAMP('2024-01-01 00:00:00'), FROM_DAYS(738000), TO_DAYS('2024-01-01'), PERIOD_ADD(202401, 3), PERIOD_DIFF(202405, 202312)
  SELECT EXTRACT(YEAR_MONTH FROM at), EXTRACT(DAY_HOUR FROM at), EXTRACT(WEEK FROM day), EXTRACT(MICROSECOND FROM at) FROM samples WHERE id < 5 ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN '2024-02-01' AND LAST_DAY('2024-02-01') OR YEAR(placed_on) = 2025 AND MONTH(placed_on) IN (1, 3) ORDER BY id
  SELECT id FROM orders WHERE shipped_at >= '2024-12-01' AND shipped_at < '2025-01-01' + INTERVAL 1 DAY ORDER BY shipped_at
  SELECT CAST('2024-03-10 11:12:13' AS DATE), CAST('2024-03-10' AS DATETIME), CAST('10:11:12' AS TIME), DATE('2024-02-29 23:00:00'), TIME('2024-02-29 23:01:02'), TIMESTAMP('2024-01-01', '12:30:00')
  SELECT CONVERT_TZ('2024-01-01 12:00:00', '+00:00', '+05:30'), UTC_DATE() = DATE(UTC_TIMESTAMP()), CURDATE() >= '2024-01-01', NOW() > '2020-01-01', CURRENT_TIMESTAMP = NOW()
  SELECT SUBSTRING_INDEX(email, '@', 1) AS user, SUBSTRING_INDEX(email, '@', -1) AS domain, SUBSTRING_INDEX(SUBSTRING_INDEX(tags, ',', 2), ',', -1) FROM customers JOIN products USING (id) ORDER BY id
  SELECT LPAD(id, 5, '0'), RPAD(name, 8, '.'), REVERSE(name), REPEAT('ab', id), LEFT(name, 3), RIGHT(name, 4), MID(name, 2, 3), INSERT(name, 1, 3, 'X') FROM customers WHERE id < 5 ORDER BY id
  SELECT LOCATE('a', name), LOCATE('a', name, 3), INSTR(name, 'e'), POSITION('o' IN name), FIELD(country, 'DE', 'FR', 'GB'), FIND_IN_SET('wood', 'red,wood,chair'), ELT(2, 'a', 'b', 'c') FROM customers ORDER BY id
  SELECT TRIM(BOTH 'x' FROM 'xxhixx'), TRIM(LEADING '0' FROM '00042'), TRIM(TRAILING FROM 'a  '), LTRIM('  b'), RTRIM('c  '), CHAR_LENGTH('Zoë'), LENGTH('Zoë'), ASCII('A'), ORD('é'), SPACE(3), UCASE('abc'), LCASE('ABC')
  SELECT name FROM customers WHERE name REGEXP '^[A-C]' AND email NOT REGEXP '[.]org$' ORDER BY id
  SELECT id FROM customers WHERE email RLIKE '^[a-z_]+@example\\.(com|net)$' ORDER BY id
  SELECT title FROM products WHERE title LIKE '%50\\%%' OR title LIKE '%|_%' ESCAPE '|' ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.color') = 'blue' ORDER BY id
  SELECT id, JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')), JSON_VALUE(attributes, '$.size.w'), JSON_LENGTH(attributes, '$.tags'), JSON_CONTAINS(attributes, '"wood"', '$.tags'), JSON_EXISTS(attributes, '$.rating') FROM products WHERE id < 4 ORDER BY id
  SELECT id, JSON_TYPE(JSON_EXTRACT(attributes, '$.rating')), JSON_VALID(attributes), JSON_CONTAINS_PATH(attributes, 'one', '$.note', '$.size') FROM products WHERE id <> 6 ORDER BY id
  SELECT JSON_SET('{"a": 1}', '$.b', 2, '$.a', 'x'), JSON_INSERT('{"a": 1}', '$.a', 9, '$.c', TRUE), JSON_REPLACE('{"a": 1}', '$.a', NULL), JSON_REMOVE('{"a": 1, "b": [1,2]}', '$.b[0]'), JSON_ARRAY_APPEND('[1]', '$', 2), JSON_MERGE_PATCH('{"a":1,"b":2}', '{"b":null,"c":3}')
  SELECT p.id, j.tag, j.n FROM products p, JSON_TABLE(p.attributes, '$.tags[*]' COLUMNS (n FOR ORDINALITY, tag VARCHAR(20) PATH '$')) AS j ORDER BY p.id, j.n
  SELECT JSON_OBJECT('id', id, 'name', name, 'orders', (SELECT JSON_ARRAYAGG(o.id) FROM orders o WHERE o.customer_id = c.id)) FROM customers c ORDER BY id
  SELECT CAST('12.7abc' AS UNSIGNED), '3 apples' * 2, '1e2' + 0, '' + 0, 1 = '1.0', 'abc' = 0, NULL = NULL, NULL <=> NULL, 2 BETWEEN '1' AND '3'
  SELECT id FROM samples WHERE (i, j) IN (SELECT j, i FROM samples UNION SELECT 3, 3) ORDER BY id
  SELECT id FROM samples WHERE (i, j) > (3, 2) ORDER BY id
  SELECT id FROM employees WHERE salary >= ALL (SELECT salary FROM employees WHERE department = 'sales') AND id <> ANY (SELECT manager_id FROM employees WHERE manager_id IS NOT NULL) ORDER BY id
  SELECT name FROM customers c WHERE NOT EXISTS (SELECT * FROM orders o WHERE o.customer_id = c.id AND o.status = 'paid') ORDER BY name
  SELECT id FROM customers WHERE referrer_id NOT IN (SELECT referrer_id FROM customers WHERE id = 5) ORDER BY id
  SELECT country FROM customers UNION SELECT department FROM employees ORDER BY 1
  (SELECT id, name FROM customers ORDER BY id DESC LIMIT 2) UNION ALL (SELECT id, name FROM employees ORDER BY id LIMIT 2)
  SELECT customer_id FROM orders EXCEPT SELECT id FROM customers WHERE active = 0 ORDER BY customer_id
  SELECT customer_id FROM orders WHERE status = 'paid' INTERSECT ALL SELECT customer_id FROM orders WHERE total > 100 ORDER BY 1
  SELECT ROUND(2.5), ROUND(-2.5), ROUND(123.456, -1), ROUND(1.005, 2), TRUNCATE(-1.999, 1), TRUNCATE(1999, -2), CEILING(1.2), FLOOR(-1.2), MOD(-7, 3), -7 DIV 2, POW(2, 10), SQRT(16), SIGN(-3), ABS(-4.5)
  SELECT ROUND(d, 1), ROUND(f, 1), ROUND(i / 3, 2), ROUND(d), FLOOR(f), CEIL(d), TRUNCATE(f, 0) FROM samples ORDER BY id
  SELECT 5 & 3, 5 | 3, 5 ^ 3, ~0, 1 << 4, 256 >> 2, BIT_COUNT(255), 0x1F + 0, b'101' + 0, X'41'
  SELECT id, CASE WHEN total IS NULL THEN 'none' WHEN total < 0 THEN 'refund' WHEN total BETWEEN 0 AND 50 THEN 'small' ELSE 'large' END AS size, CASE status WHEN 'paid' THEN 1 WHEN 'open' THEN 0 END FROM orders ORDER BY size, id
  SELECT IF(NULL, 1, 2), IFNULL(NULL, 'x'), NULLIF(1, '1'), COALESCE(NULL, NULL, 3), ISNULL(NULL), 1 IS TRUE, NULL IS NOT UNKNOWN, NOT NULL, !0, 1 XOR NULL, 0 AND NULL, 1 OR NULL, 5 > 3 > 1
  SELECT 'it''s', "it's", 'a\nb', 'tab\tx', '\\', 'a' 'b' 'c', "say ""hi""", '\%', N'nat', _utf8mb4'x'
  SELECT status, COUNT(*) FROM orders GROUP BY status HAVING COUNT(*) > 1 AND MAX(total) > 100 ORDER BY COUNT(*) DESC, status LIMIT 1 OFFSET 0
  SELECT YEAR(placed_on), status, COUNT(*), SUM(total) FROM orders GROUP BY YEAR(placed_on), status WITH ROLLUP
  SELECT DISTINCT country, active FROM customers ORDER BY country DESC, active
  SELECT p.category, SUM(i.quantity * i.unit_price) AS revenue, SUM(i.quantity) AS sold, AVG(i.unit_price) FROM order_items i INNER JOIN products p ON p.id = i.product_id GROUP BY p.category ORDER BY revenue DESC
  SELECT id, name FROM customers ORDER BY FIELD(country, 'IE', 'GB') DESC, name LIMIT 5
  SELECT id FROM samples ORDER BY -i DESC, id
  SELECT id, (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id AND o.placed_on > c.created_at) AS later, (SELECT SUM(total) FROM orders WHERE customer_id = c.id) / 3 AS third FROM customers c ORDER BY id
  SELECT t.status, t.n / s.total * 100 AS pct FROM (SELECT status, COUNT(*) n FROM orders GROUP BY status) t CROSS JOIN (SELECT COUNT(*) total FROM orders) s ORDER BY pct DESC, t.status
  SELECT id, name, salary, RANK() OVER (ORDER BY salary DESC) r, DENSE_RANK() OVER (ORDER BY salary DESC) dr, COUNT(*) OVER (PARTITION BY department) n FROM employees ORDER BY r, id
  SELECT a.department, a.salary, (SELECT COUNT(DISTINCT b.salary) FROM employees b WHERE b.salary > a.salary) + 1 AS place FROM employees a ORDER BY place, a.id
  SELECT COALESCE(total / 3, 0), IFNULL(total / 7, 0), NULLIF(total / 3, 0), CASE WHEN total > 0 THEN total / 3 END, IF(total > 0, total / 3, 0), -(total / 3), ABS(total / 3), GREATEST(total / 3, 1) FROM orders ORDER BY id
  SELECT x.third FROM (SELECT id, total / 3 AS third FROM orders) x ORDER BY id
  SELECT (SELECT AVG(total) FROM orders) AS a, (SELECT MAX(salary) FROM employees) / 3
  WITH m AS (SELECT AVG(salary) AS a FROM employees) SELECT e.id, e.salary / m.a, e.salary - m.a FROM employees e, m ORDER BY e.id
  SELECT id, total FROM orders WHERE total > (SELECT AVG(total) FROM orders) ORDER BY id
  SELECT ROUND(1.005, 2), ROUND(0.285, 2), ROUND(-1.005, 2), ROUND(2.675, 2)
  SELECT TIMEDIFF('10:00:00', '08:30:00'), TIMEDIFF('2024-01-02 00:00:00', '2024-01-01 12:00:00'), TIMEDIFF(TIME(at), '12:00:00'), TIMEDIFF(TIME(at), TIME('01:00:00')) FROM samples WHERE at IS NOT NULL ORDER BY id
  SELECT ORD('A'), ORD(name), ORD('é'), ORD('€'), ORD('') FROM customers ORDER BY id
  SELECT t.id, t.v FROM JSON_TABLE('[{"id":1,"v":1.5},{"id":2},{"id":null,"v":"7"}]', '$[*]' COLUMNS (id INT PATH '$.id' NULL ON EMPTY NULL ON ERROR, v DECIMAL(5,2) PATH '$.v' DEFAULT '0' ON EMPTY)) AS t
`),
  {
    sql: 'SELECT `id` AS `my id`, c.`name` "Full Name", `c`.city AS \'the city\' FROM `customers` AS c ORDER BY `my id`',
  },
  {
    sql: "SELECT CONCAT_WS(', ', name, city, country), CONCAT_WS('-', NULL, 'a', NULL, 'b'), CONCAT('x', NULL), QUOTE('it''s'), STRCMP('a', 'b'), FORMAT(1234567.891, 2), FORMAT(0.5, 0), HEX('abc'), UNHEX('616263') = 'abc', TO_BASE64('abc'), FROM_BASE64('YWJj') = 'abc' FROM customers ORDER BY id",
  },
  {
    sql: "SELECT REGEXP_REPLACE(name, '[aeiou]', '*'), REGEXP_SUBSTR(name, '[A-Z][a-z]+'), REGEXP_INSTR(name, '[^A-Za-z]') FROM customers ORDER BY id",
    warns: { POSTGRESQL: ['SERVER_FLAVOUR'], SQLITE: ['SERVER_FLAVOUR'] },
  },
  {
    sql: 'SELECT * FROM JSON_TABLE(\'[{"id":1,"name":"x","v":1.5},{"id":2,"v":"7"},{"name":"z"}]\', \'$[*]\' COLUMNS (id INT PATH \'$.id\', name VARCHAR(10) PATH \'$.name\' DEFAULT \'"none"\' ON EMPTY, v DECIMAL(5,2) PATH \'$.v\')) AS t',
    refuses: ['POSTGRESQL', 'SQLITE'],
  },
  {
    sql: "SELECT JSON_SEARCH('[\"a\", \"b\", {\"x\": \"a\"}]', 'one', 'b'), JSON_DEPTH('[1,[2]]'), JSON_QUOTE('a\"b'), JSON_ARRAY(1, 'a', NULL, TRUE), JSON_OVERLAPS('[1,2]', '[2,3]')",
    warns: { POSTGRESQL: ['JSON_KEY_ORDER'] },
  },
  {
    sql: "SELECT LN(10), LOG(2, 8), LOG2(8), LOG10(1000), EXP(1), PI(), DEGREES(PI()), RADIANS(180), SIN(1), ATAN2(1, 2), COT(1), CRC32('abc'), CONV('ff', 16, 10), BIN(10), OCT(9), HEX(255)",
  },
  {
    sql: "SELECT DATABASE() IS NOT NULL, VERSION() <> '', CONNECTION_ID() > 0, USER() <> '', ROW_COUNT() IS NOT NULL",
    refuses: ['POSTGRESQL', 'SQLITE'],
  },
  {
    sql: "SELECT UUID() <> UUID(), LENGTH(UUID()), RAND() < 1, MD5('a'), SHA1('a'), SHA2('a', 256)",
  },
  {
    sql: 'SELECT id FROM customers ORDER BY city IS NULL, city, id',
    warns: { POSTGRESQL: ['TEXT_COMPARISON'], SQLITE: ['TEXT_COMPARISON'] },
  },
  {
    sql: 'SELECT COUNT(*), COUNT(discount), SUM(discount IS NULL), AVG(discount = 0), MAX(total) - MIN(total), STDDEV_POP(total), BIT_OR(id) FROM orders',
  },
  { sql: "SELECT FROM_BASE64('YWJj') = 'abc', UNHEX('616263') = 'abc'" },
];
