import { plainCases, type Case } from './case.js';

/** What has no form on a target, or no one answer. */
const declared: readonly Case[] = [
  {
    sql: `SELECT DISTINCT department, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY salary) OVER (PARTITION BY department) AS med FROM employees ORDER BY department`,
    refuses: ['POSTGRESQL', 'SQLITE'],
  },
  {
    sql: `SELECT DISTINCT department, MEDIAN(salary) OVER (PARTITION BY department) AS med FROM employees WHERE department IS NOT NULL ORDER BY department`,
    refuses: ['POSTGRESQL', 'SQLITE'],
  },
  {
    sql: `SELECT BIT_OR(stock) bo, BIT_AND(stock) ba, BIT_XOR(stock) bx, STDDEV_SAMP(price) ss, VAR_POP(weight) vp FROM products`,
  },
  {
    sql: `SELECT category, GROUP_CONCAT(DISTINCT LEFT(sku, 1) ORDER BY sku SEPARATOR '') AS letters, JSON_OBJECTAGG(sku, stock) AS stock FROM products WHERE category IS NOT NULL GROUP BY category ORDER BY category`,
  },
  {
    sql: `SELECT GROUP_CONCAT(name ORDER BY salary DESC, id LIMIT 3) AS top3 FROM employees`,
    refuses: ['POSTGRESQL', 'SQLITE'],
  },
  {
    sql: `SELECT MD5('hello') a, SHA1('hello') b, SHA2('hello', 256) c, CRC32('hello') d, TO_BASE64('hello') e, FROM_BASE64('aGVsbG8=') f`,
  },
  { sql: `SELECT SOUNDEX('Robert') a, 'Robert' SOUNDS LIKE 'Rupert' b` },
  {
    sql: `SELECT id FROM customers WHERE email NOT REGEXP '^[^@]+@[^@]+\\\\.[a-z]{2,}$' ORDER BY id`,
  },
  { sql: `SELECT id, REGEXP_REPLACE(name, '[^A-Za-z ]', '') AS clean FROM customers ORDER BY id` },
  {
    sql: `SELECT id, JSON_TYPE(attributes) t, JSON_DEPTH(attributes) d, JSON_VALID(attributes) v, JSON_KEYS(attributes) k FROM products ORDER BY id`,
    warns: { POSTGRESQL: ['JSON_KEY_ORDER'] },
  },
  {
    sql: `SELECT JSON_ARRAY_APPEND('[1,2]', '$', 3) a, JSON_ARRAY_INSERT('[1,2]', '$[0]', 0) b, JSON_MERGE_PRESERVE('[1]', '[2]') c, JSON_MERGE_PATCH('{"a":1,"b":2}', '{"b":null,"c":3}') d`,
  },
  {
    sql: `SELECT j.* FROM JSON_TABLE('[{"a":1,"b":"x"},{"a":2},{"b":"z"}]', '$[*]' COLUMNS (a INT PATH '$.a' DEFAULT '0' ON EMPTY, b VARCHAR(10) PATH '$.b', has_b INT EXISTS PATH '$.b')) AS j`,
  },
  {
    sql: `SELECT id, JSON_EXTRACT(attributes, '$.size.*') AS vals, JSON_EXTRACT(attributes, '$.color', '$.rating') AS two FROM products WHERE id <= 3 ORDER BY id`,
    refuses: ['POSTGRESQL', 'SQLITE'],
  },
  {
    sql: `SELECT JSON_OVERLAPS('[1,2,3]', '[3,4]') a, JSON_EXISTS('{"a":1}', '$.a') b, JSON_COMPACT('{ "a" : 1 }') c`,
  },
  {
    sql: `SELECT CAST('12.7' AS DECIMAL(5, 2)) a, CAST('12.5abc' AS SIGNED) b, CAST(-1 AS UNSIGNED) c, CAST(1.5 AS SIGNED) d, CAST(-2.5 AS SIGNED) e, CAST('abc' AS UNSIGNED) f, CAST(3.14159 AS CHAR(4)) g, CAST(10 AS DOUBLE) / 4 h`,
    refuses: ['SQLITE'],
  },
  {
    sql: `SELECT NVL(credit, -1) a, NVL2(email, 'has', 'none') b, DECODE_ORACLE(country, 'FR', 1, 'DE', 2, 0) c FROM customers ORDER BY id`,
    refuses: ['POSTGRESQL', 'SQLITE'],
  },
  {
    sql: `SELECT DISTINCT customer_id FROM orders ORDER BY placed_on DESC`,
    warns: { POSTGRESQL: ['ARBITRARY_ROW'], SQLITE: ['ARBITRARY_ROW'] },
  },
  {
    sql: `SELECT DATABASE() IS NOT NULL a, USER() <> '' b, VERSION() <> '' c, CONNECTION_ID() > 0 d, LENGTH(UUID()) e, RAND() < 1 f`,
    refuses: ['SQLITE'],
  },
  {
    sql: `SELECT id, INET_ATON('10.0.0.1') a, INET_NTOA(167772161) b, IS_IPV4('10.0.0.1') c FROM customers WHERE id = 1`,
  },
  { sql: `SELECT CAST(-5 AS UNSIGNED) c`, refuses: ['SQLITE'] },
];

/** Statements of strangers: reports, clean-ups, documents, clocks and numbers in every form. */
export const mysqlFresh: readonly Case[] = [
  ...plainCases(`
  SELECT c.name, COALESCE(t.n, 0) AS paid_orders FROM customers c LEFT JOIN (SELECT customer_id, COUNT(*) AS n FROM orders WHERE status = 'paid' GROUP BY customer_id HAVING n > 1) t ON t.customer_id = c.id ORDER BY paid_orders DESC, c.id
  SELECT o.id, c.name FROM orders o RIGHT JOIN customers c ON c.id = o.customer_id AND o.total > 100 ORDER BY c.id, o.id
  SELECT a.id, b.id AS other FROM samples a CROSS JOIN samples b WHERE a.i = b.j ORDER BY a.id, b.id
  SELECT e.name, m.name AS boss, g.name AS grand FROM employees e LEFT JOIN employees m ON e.manager_id = m.id LEFT JOIN employees g ON m.manager_id = g.id ORDER BY e.id
  SELECT * FROM order_items NATURAL JOIN (SELECT 1 AS order_id) x
  SELECT id, name FROM customers WHERE (country, active) IN (('FR', 1), ('DE', 0)) ORDER BY id
  SELECT id FROM orders WHERE (customer_id, total) = (SELECT customer_id, MAX(total) FROM orders WHERE customer_id = 5) ORDER BY id
  SELECT id FROM samples WHERE (i, j) > (3, 2) ORDER BY id
  SELECT id FROM samples WHERE ROW(i, j) <=> ROW(NULL, 3)
  SELECT name FROM employees WHERE salary >= ANY (SELECT salary FROM employees WHERE department = 'tech') ORDER BY id
  SELECT name FROM employees WHERE salary < SOME (SELECT salary FROM employees WHERE department = 'sales') ORDER BY id
  WITH RECURSIVE fib (n, a, b) AS (SELECT 1, 0, 1 UNION ALL SELECT n + 1, b, a + b FROM fib WHERE n < 15) SELECT n, a FROM fib
  WITH RECURSIVE chain AS (SELECT id, name, referrer_id, CAST(id AS CHAR(100)) AS path, 1 AS depth FROM customers WHERE referrer_id IS NULL UNION ALL SELECT c.id, c.name, c.referrer_id, CONCAT_WS('/', ch.path, c.id), ch.depth + 1 FROM customers c INNER JOIN chain ch ON ch.id = c.referrer_id) SELECT path, name, LPAD(depth, 3, '0') AS d FROM chain ORDER BY path
  WITH RECURSIVE split AS (SELECT id, SUBSTRING_INDEX(tags, ',', 1) AS tag, SUBSTRING(tags, LENGTH(SUBSTRING_INDEX(tags, ',', 1)) + 2) AS rest FROM products WHERE tags IS NOT NULL UNION ALL SELECT id, SUBSTRING_INDEX(rest, ',', 1), SUBSTRING(rest, LENGTH(SUBSTRING_INDEX(rest, ',', 1)) + 2) FROM split WHERE rest <> '') SELECT tag, COUNT(*) AS n FROM split WHERE tag <> '' GROUP BY tag ORDER BY n DESC, tag
  WITH totals AS (SELECT customer_id, SUM(total) AS s FROM orders GROUP BY customer_id), ranked AS (SELECT t.*, RANK() OVER (ORDER BY s DESC) AS r FROM totals t WHERE s IS NOT NULL) SELECT r.r, c.name, r.s FROM ranked r JOIN customers c ON c.id = r.customer_id WHERE r.r <= 3 ORDER BY r.r, c.id
  SELECT id, salary, FIRST_VALUE(name) OVER (PARTITION BY department ORDER BY salary DESC, id) AS top, LAST_VALUE(name) OVER (PARTITION BY department ORDER BY salary DESC, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS low, NTH_VALUE(name, 2) OVER (PARTITION BY department ORDER BY salary DESC, id) AS second FROM employees ORDER BY id
  SELECT id, total, AVG(total) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS ma3, COUNT(*) OVER (ORDER BY total RANGE BETWEEN 50 PRECEDING AND 50 FOLLOWING) AS near FROM orders WHERE total IS NOT NULL ORDER BY id
  SELECT department, name, ROUND(100 * salary / SUM(salary) OVER (PARTITION BY department), 1) AS share, MAX(salary) OVER () - salary AS gap FROM employees ORDER BY department, id
  SELECT id, SUM(quantity) OVER w AS running, COUNT(*) OVER (w ROWS 1 PRECEDING) AS c FROM (SELECT order_id AS id, quantity FROM order_items WHERE product_id = 1) q WINDOW w AS (ORDER BY id)
  SELECT YEAR(placed_on) AS y, status, SUM(total) AS s FROM orders GROUP BY y, status WITH ROLLUP HAVING y IS NOT NULL
  SELECT department, COUNT(*), COUNT(bonus), SUM(bonus), AVG(bonus), MIN(hired), MAX(hired) FROM employees GROUP BY department ORDER BY department IS NULL, department
  SELECT country, COUNT(DISTINCT city, active) AS pairs FROM customers GROUP BY country ORDER BY country
  SELECT status, SUM(total) FROM orders GROUP BY status ORDER BY SUM(total) IS NULL, SUM(total) DESC
  SELECT MAX(name), MIN(email), SUM(credit IS NULL), SUM(active AND score > 5) FROM customers
  SELECT DATE_FORMAT(shipped_at, '%d/%m/%y %H.%i') AS s, DATE_FORMAT(shipped_at, '%T') AS t, DATE_FORMAT(shipped_at, '%x-W%v') AS isow, DATE_FORMAT(shipped_at, '%r') AS r FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT id, TIMESTAMPDIFF(MONTH, born, created_at) AS months, TIMESTAMPDIFF(WEEK, born, created_at) AS weeks, TIMESTAMPDIFF(MINUTE, created_at, '2024-12-31 23:59:59') AS mins FROM customers ORDER BY id
  SELECT id, DATE_SUB(placed_on, INTERVAL WEEKDAY(placed_on) DAY) AS monday, DATE_ADD(LAST_DAY(placed_on), INTERVAL 1 DAY) AS next_month, DAYOFYEAR(placed_on) AS doy, MONTHNAME(placed_on) AS mn FROM orders ORDER BY id
  SELECT id, ADDTIME(at, '01:30:00') AS a, SUBTIME(at, '00:00:10') AS b, TIMEDIFF(at, '2024-01-01 00:00:00') AS td FROM samples WHERE id IN (1, 4) ORDER BY id
  SELECT id, at + INTERVAL '1:30' HOUR_MINUTE AS a, at - INTERVAL '2 12' DAY_HOUR AS b, at + INTERVAL '1-2' YEAR_MONTH AS c FROM samples WHERE at IS NOT NULL ORDER BY id
  SELECT EXTRACT(DAY_HOUR FROM at) a, EXTRACT(HOUR_SECOND FROM at) b, EXTRACT(QUARTER FROM at) c, EXTRACT(WEEK FROM at) d, MICROSECOND(at) e FROM samples WHERE at IS NOT NULL ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN '2024-02-01' AND LAST_DAY('2024-02-01') ORDER BY id
  SELECT id, created_at FROM customers WHERE created_at >= '2024-01-01' - INTERVAL 1 YEAR AND created_at < TIMESTAMP('2024-03-01', '00:00:00') ORDER BY id
  SELECT CONVERT_TZ('2024-07-01 12:00:00', '+00:00', '+05:30') AS ist, CONVERT_TZ(at, '+00:00', '-08:00') AS pst FROM samples WHERE id = 1
  SELECT id, DATE(at) = day AS same, TIME(at) > '12:00:00' AS pm, HOUR(at) * 60 + MINUTE(at) AS minute_of_day FROM samples WHERE at IS NOT NULL ORDER BY id
  SELECT MAKETIME(14, 5, 9) a, SEC_TO_TIME(86399) b, TIME_FORMAT('13:45:10', '%h:%i %p') c, TIME_TO_SEC('00:02:03') d, ADDDATE('2024-02-28', 2) e, SUBDATE('2024-03-01', 1) f
  SELECT PERIOD_ADD(202411, 3) a, PERIOD_DIFF(202503, 202411) b, TO_SECONDS('2024-01-01') c, TO_DAYS('2000-01-01') - TO_DAYS('1999-12-31') d, YEARWEEK('2024-12-30') e, WEEKOFYEAR('2024-12-30') f
  SELECT UNIX_TIMESTAMP('2024-01-01 00:00:00') a, FROM_UNIXTIME(1704067200, '%Y/%m/%d') b, FROM_UNIXTIME(0) c
  SELECT DATE('2024-05-06 07:08:09') a, CAST('2024-05-06 07:08:09' AS DATE) b, CAST('2024-05-06' AS DATETIME) c, CAST('07:08:09' AS TIME) d, TIMESTAMP '2024-01-02 03:04:05' e, DATE '2024-01-02' f
  SELECT DATEDIFF(NOW(), CURDATE()) a, CURRENT_DATE = DATE(NOW()) b, YEAR(CURRENT_TIMESTAMP) >= 2024 c, UTC_DATE() <= CURDATE() + INTERVAL 1 DAY d
  SELECT name, CASE WHEN DATE_FORMAT(born, '%m%d') > '0615' THEN 2024 - YEAR(born) - 1 ELSE 2024 - YEAR(born) END AS age FROM customers WHERE born IS NOT NULL ORDER BY id
  SELECT CASE DAYOFWEEK(placed_on) WHEN 1 THEN 'Sun' WHEN 7 THEN 'Sat' ELSE 'Weekday' END AS kind, COUNT(*) FROM orders GROUP BY kind ORDER BY kind
  SELECT placed_on + 0 AS n, YEAR(placed_on) * 100 + MONTH(placed_on) AS ym FROM orders ORDER BY id LIMIT 3
  SELECT CONCAT(UCASE(LEFT(name, 1)), LCASE(SUBSTRING(name, 2))) AS nice, SUBSTRING_INDEX(email, '@', -1) AS domain, LOCATE('@', email) AS pos FROM customers ORDER BY id
  SELECT INSERT('Quadratic', 3, 4, 'What') a, LPAD('hi', 5, '?!') b, RPAD('hi', 1, '?') c, REPEAT('ab', 3) d, SPACE(3) e, QUOTE('it''s') f, FORMAT(1234567.891, 2) g, FORMAT(0.5, 0) h
  SELECT id, title FROM products WHERE title LIKE '%50\\%%' OR title LIKE '_e%' ORDER BY id
  SELECT id FROM customers WHERE name LIKE BINARY 'E%' OR name LIKE 'e%' ORDER BY id
  SELECT id, name FROM customers WHERE BINARY city = 'london' ORDER BY id
  SELECT id, name COLLATE utf8mb4_bin = 'eve adams' AS eq FROM customers ORDER BY id
  SELECT TRIM('  a b  ') a, TRIM(TRAILING ',' FROM 'a,b,,') b, CONCAT('a', NULL) c, CONCAT_WS('-', 'a', NULL, 'b') d, REPLACE('aaa', 'aa', 'b') e, REVERSE('añb') f, CHAR_LENGTH('añb') g, LENGTH('añb') h, BIT_LENGTH('a') i
  SELECT 'It''s' a, "double ""quoted""" b, 'tab\\there' c, 'new\\nline' d, 'back\\\\slash' e, 'con' 'cat' f, N'nat' g, _utf8mb4'x' h, 'pct \\% under \\_' i
  SELECT x'4D7953514C' AS h, 0x41 AS i, b'101' + 0 AS j, 0x10 + 0 AS k, TRUE + TRUE AS l
  SELECT id, JSON_VALUE(attributes, '$.color') color, JSON_EXTRACT(attributes, '$.size.w') w, JSON_EXTRACT(attributes, '$.tags[0]') tag0 FROM products ORDER BY id
  SELECT id, JSON_SET(attributes, '$.price', 10, '$.color', 'pink') s, JSON_REMOVE(attributes, '$.tags') r, JSON_INSERT(attributes, '$.color', 'x', '$.z', 1) i FROM products WHERE id IN (1, 3) ORDER BY id
  SELECT id FROM products WHERE JSON_CONTAINS(attributes, '["wood"]', '$.tags') OR JSON_CONTAINS_PATH(attributes, 'one', '$.note', '$.zzz') ORDER BY id
  SELECT p.id, t.ord, t.v FROM products p JOIN JSON_TABLE(p.attributes, '$.tags[*]' COLUMNS (ord FOR ORDINALITY, v VARCHAR(20) PATH '$')) t ON t.v LIKE 'w%' ORDER BY p.id, t.ord
  SELECT id, JSON_QUERY(attributes, '$.size') q, JSON_VALUE(attributes, '$.new') n, JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.note')) note FROM products ORDER BY id
  SELECT JSON_QUOTE('a"b') a, JSON_OBJECT('k', JSON_ARRAY(1, 'two', NULL, TRUE), 'n', 1.50) b, JSON_LENGTH('{"a":1,"b":[1,2]}') c, JSON_EXTRACT('{"a":{"b":[10,20]}}', '$.a.b[1]') d
  SELECT JSON_ARRAYAGG(JSON_OBJECT('id', id, 'total', total)) FROM orders WHERE customer_id = 1
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.rating') > 3 ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.color') = 'blue' ORDER BY id
  SELECT CONVERT('42', SIGNED) + 1 a, CONVERT('é' USING utf8mb4) b, CAST(TRUE AS CHAR) c, CAST(20240131 AS DATE) d, CAST('2024-01-31' AS SIGNED) e
  SELECT '10' + '5' a, '10' > '9' b, 10 > '9' c, '1e2' * 1 d, 'abc' = 0 e, '' = 0 f, ' 12 ' + 1 g, NULL + 1 h, '5 apples' * 2 i, -'3' j
  SELECT id FROM samples WHERE u = 12 ORDER BY id
  SELECT id FROM samples WHERE t IN (0, 12) ORDER BY id
  SELECT id, t + i AS s, CONCAT(i, d, f) c, i = b AS eq FROM samples ORDER BY id
  SELECT NULL IS NULL a, NULL AND 0 b, NULL OR 1 c, NOT NULL d, NULL XOR 1 e, 1 XOR 1 f, !0 g, 5 IS TRUE h, NULL IS UNKNOWN i, NULL IN (1, 2) j, 1 NOT IN (2, NULL) k
  SELECT COALESCE(NULL, 0) a, IFNULL(NULL, 'x') b, NULLIF(1, 1) c, IF(NULL, 1, 2) d, IF('0.5', 'y', 'n') e, INTERVAL(23, 1, 15, 17, 30, 44) f, FIELD('c', 'a', 'b', 'c') g, ELT(5, 'a') h, GREATEST('b', 'a', 'C') i, LEAST(3, NULL) j
  SELECT id, CASE country WHEN 'GB' THEN 'UK' WHEN 'FR' THEN 'France' END c, CASE WHEN score > 5 THEN score ELSE 'low' END s FROM customers ORDER BY id
  SELECT ROUND(-1.5) a, ROUND(2.345, 2) b, ROUND(123.456, -1) c, TRUNCATE(-1.999, 1) d, TRUNCATE(1999, -2) e, CEIL(-0.5) f, FLOOR(7 / 2) g, 7 DIV 2 h, -7 DIV 2 i, -7 % 3 j, 5.5 % 2 k, MOD(-5, 3) l
  SELECT 1 / 3 a, 2 / 4 b, 10 / 0 c, 10 % 0 d, 5 DIV 0 e, 0.1 + 0.2 f, 1e308 * 10 IS NULL g, 3 * 1.10 h, 7 / 2.0 i, 100 * 1.15 j
  SELECT SQRT(16) a, SQRT(-1) b, POWER(2, -1) c, EXP(1) d, LN(10) e, LOG(2, 8) f, LOG10(1000) g, LOG2(8) h, LOG(0) i, PI() j, DEGREES(PI()) k, RADIANS(180) l
  SELECT SIN(1) a, COS(1) b, TAN(1) c, COT(1) d, ASIN(1) e, ACOS(2) f, ATAN(1, 2) g, ATAN2(1, 2) h, SIGN(-0.5) i, ABS(-7) j
  SELECT ROUND(price * 1.2, 2) gross, ROUND(price / 3, 3) third, price DIV 7 d, price % 7 m, FLOOR(price) f, CEIL(weight) c, FORMAT(price, 1) s FROM products ORDER BY id
  SELECT AVG(price) a, SUM(price) / COUNT(*) b, SUM(stock) / 7 c, AVG(stock) d, SUM(weight) e, MAX(price) - MIN(price) f FROM products
  SELECT id, i & j a, i | j b, i ^ j c, i << 2 d, i >> 1 e, ~i f, BIT_COUNT(i) g FROM samples WHERE i >= 0 ORDER BY id
  SELECT id FROM products ORDER BY price DESC LIMIT 2, 3
  SELECT id, name FROM employees ORDER BY department IS NULL DESC, FIELD(department, 'tech', 'sales'), salary DESC, name LIMIT 4 OFFSET 2
  SELECT name FROM customers UNION SELECT name FROM employees ORDER BY name LIMIT 6
  SELECT country FROM customers EXCEPT SELECT 'DE' ORDER BY country
  SELECT i FROM samples INTERSECT SELECT j FROM samples ORDER BY i
  (SELECT id FROM orders ORDER BY total DESC LIMIT 2) UNION ALL (SELECT id FROM customers ORDER BY score LIMIT 1)
  SELECT name, salary FROM employees ORDER BY salary DESC FETCH FIRST 4 ROWS WITH TIES
  VALUES (1, 'a'), (2, 'b')
  WITH v (n, s) AS (VALUES (1, 'a'), (2, 'b'), (3, NULL)) SELECT n, COALESCE(s, '-') FROM v ORDER BY n DESC
  SELECT c.id, (SELECT o.placed_on FROM orders o WHERE o.customer_id = c.id ORDER BY o.placed_on DESC LIMIT 1) AS latest, EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.status = 'open') AS has_open FROM customers c ORDER BY c.id
  SELECT customer_id, id, total FROM orders o WHERE total = (SELECT MAX(total) FROM orders WHERE customer_id = o.customer_id) ORDER BY customer_id, id
  SELECT customer_id, COUNT(*) AS c FROM orders GROUP BY customer_id HAVING c >= 2 AND MAX(total) > 100 ORDER BY c DESC, customer_id
  SELECT o.customer_id, c.name, SUM(o.total) FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY o.customer_id ORDER BY 3 DESC, 1 LIMIT 3
  SELECT DISTINCT city FROM customers WHERE city <> '' ORDER BY city
  SELECT \`order_items\`.\`order_id\` AS \`Order Id\`, SUM(\`quantity\` * \`unit_price\`) AS \`sum\`, \`quantity\` > 1 AS \`select\` FROM \`order_items\` GROUP BY \`order_id\`, \`quantity\` ORDER BY \`Order Id\`, \`select\`, \`sum\`
  SELECT /*+ NO_ICP(customers) */ SQL_NO_CACHE id, name /* inner */ FROM customers WHERE id < 3 ORDER BY id
  SELECT 1 FROM DUAL WHERE 1 = 1.0 AND 'a' < 'B' AND 'é' = 'e'
  SELECT o.id, c.name, SUM(oi.quantity) AS q FROM orders o JOIN customers c ON c.id = o.customer_id JOIN order_items oi ON oi.order_id = o.id GROUP BY o.id ORDER BY o.id
  SELECT c.name, c.city, COUNT(o.id) AS n FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY n DESC, c.id
  SELECT id, active = 2 AS a, active > 0 AS b, active <> stock2 AS c FROM (SELECT id, active, id % 3 AS stock2 FROM customers) x ORDER BY id
  SELECT id, b = j AS x, b < i AS y, b IN (0, 1, 2) AS z, b BETWEEN 0 AND 1 AS w FROM samples ORDER BY id
  SELECT at + 0 a, placed + 1 b, NOW() + 0 > 20200101000000 c FROM (SELECT at, day AS placed FROM samples WHERE id = 1) q
  SELECT TIMESTAMP('2024-01-01 10:00:00', '02:30:00') a, TO_SECONDS('2024-01-01 00:01:00') b, EXTRACT(MINUTE_SECOND FROM '10:11:12') c, EXTRACT(DAY_SECOND FROM TIMESTAMP '2024-02-03 04:05:06') d
  SELECT GREATEST('apple', 'Banana') a, LEAST('b', 'A', 'c') b, GREATEST(name, 'M') c FROM customers WHERE id = 5
  SELECT id, JSON_ARRAY_APPEND(attributes, '$.tags', 'new') a, JSON_ARRAY_APPEND(attributes, '$.color', 1) b FROM products WHERE id IN (1, 2) ORDER BY id
  SELECT id, JSON_MERGE_PATCH(attributes, '{"color": null, "sale": true, "tags": []}') m FROM products WHERE id <> 6 ORDER BY id
  SELECT o.customer_id, c.name, SUM(o.total) FROM orders o LEFT JOIN customers c ON c.id = o.customer_id GROUP BY o.customer_id ORDER BY 1
  SELECT o.customer_id, c.name, m.name AS ref FROM orders o, customers c LEFT JOIN customers m ON m.id = c.referrer_id WHERE o.customer_id = c.id GROUP BY c.id ORDER BY 1
  SELECT e.department, m.name, COUNT(*) FROM employees e JOIN employees m ON m.id = e.manager_id WHERE e.id = 4 GROUP BY e.department
  SELECT UNHEX('4D79') a, UNHEX('zz') z, QUOTE("it's \\\\ x") b, ACOS(1) d, ASIN(f) e FROM samples WHERE id IN (1, 6) ORDER BY id
  SELECT 0x10 + 5 a, 0xFF * 1 b, SEC_TO_TIME(5000000) c, TIMEDIFF('12:00:00', '13:30:00') d
`),
  ...declared,
];
