import { plainCases, type Case } from './case.js';

/** Statements of applications, reports, data cleaning and answers in forums, over all of what the language has. */
const same: readonly Case[] = plainCases(String.raw`
  -- as a stranger writes them
  SELECT c.name, o.id AS order_id, p.title, i.quantity FROM customers AS c INNER JOIN orders AS o ON c.id = o.customer_id INNER JOIN order_items AS i ON i.order_id = o.id INNER JOIN products AS p ON p.id = i.product_id WHERE c.country IN ('GB', 'DE') ORDER BY o.id, p.id
  SELECT c.id, c.name FROM customers c LEFT OUTER JOIN orders o ON o.customer_id = c.id AND o.status = 'paid' WHERE o.id IS NULL ORDER BY c.id
  SELECT p.id, p.title, COALESCE(SUM(i.quantity), 0) AS sold, COALESCE(SUM(i.quantity * i.unit_price), 0.0) AS revenue FROM products p LEFT JOIN order_items i ON p.id = i.product_id GROUP BY p.id, p.title ORDER BY revenue DESC, p.id
  SELECT e.name, s.id FROM employees e FULL OUTER JOIN samples s ON s.i = e.id ORDER BY e.id NULLS LAST, s.id
  SELECT o.id, c.name FROM orders o NATURAL JOIN (SELECT id AS customer_id, name FROM customers) c ORDER BY o.id
  SELECT a.name, b.name FROM employees a CROSS JOIN employees b WHERE a.id < b.id AND a.department = b.department ORDER BY a.id, b.id
  SELECT m.name AS manager, count(e.id) AS reports, group_concat(e.name, ', ' ORDER BY e.name) AS names FROM employees m JOIN employees e ON e.manager_id = m.id GROUP BY m.id HAVING count(*) >= 2 ORDER BY reports DESC, manager
  SELECT s.id, e.name FROM samples s RIGHT JOIN employees e ON e.id = s.j ORDER BY e.id, s.id
  WITH monthly AS (SELECT strftime('%Y-%m', placed_on) AS ym, SUM(total) AS rev FROM orders WHERE status <> 'cancelled' GROUP BY ym) SELECT ym, rev, rev - LAG(rev) OVER (ORDER BY ym) AS delta, ROUND(100.0 * (rev - LAG(rev) OVER (ORDER BY ym)) / LAG(rev) OVER (ORDER BY ym), 1) AS pct FROM monthly ORDER BY ym
  WITH RECURSIVE fib(n, a, b) AS (SELECT 1, 0, 1 UNION ALL SELECT n + 1, b, a + b FROM fib WHERE n < 20) SELECT n, a FROM fib ORDER BY n
  WITH RECURSIVE cal(d) AS (SELECT date('2024-01-28') UNION ALL SELECT date(d, '+1 day') FROM cal WHERE d < '2024-02-03') SELECT cal.d, COUNT(o.id) AS n, IFNULL(SUM(o.total), 0) AS total FROM cal LEFT JOIN orders o ON o.placed_on = cal.d GROUP BY cal.d ORDER BY cal.d
  WITH RECURSIVE chain AS (SELECT id, name, referrer_id, 1 AS depth FROM customers WHERE referrer_id IS NULL UNION ALL SELECT c.id, c.name, c.referrer_id, chain.depth + 1 FROM customers c INNER JOIN chain ON c.referrer_id = chain.id) SELECT depth, COUNT(*) AS n, MIN(name) AS first FROM chain GROUP BY depth ORDER BY depth
  WITH RECURSIVE digits(n, s) AS (SELECT 1, '1' UNION ALL SELECT n + 1, s || '-' || (n + 1) FROM digits WHERE n < 6) SELECT max(s) FROM digits
  WITH big AS MATERIALIZED (SELECT * FROM orders WHERE total >= 100), small AS NOT MATERIALIZED (SELECT * FROM orders WHERE total < 100) SELECT (SELECT COUNT(*) FROM big) AS b, (SELECT COUNT(*) FROM small) AS s
  WITH RECURSIVE under(id) AS (VALUES(2) UNION SELECT e.id FROM employees e JOIN under u ON e.manager_id = u.id) SELECT name, salary FROM employees WHERE id IN under ORDER BY id
  WITH dup AS (SELECT lower(trim(city)) AS c, count(*) AS n FROM customers WHERE city IS NOT NULL AND city <> '' GROUP BY lower(trim(city)) HAVING count(*) > 1) SELECT customers.id, customers.city FROM customers JOIN dup ON dup.c = lower(customers.city) ORDER BY customers.id
  SELECT id, salary, SUM(salary) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running, AVG(salary) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS mov FROM employees ORDER BY id
  SELECT department, name, salary, salary * 1.0 / SUM(salary) OVER (PARTITION BY department) AS share, salary - AVG(salary) OVER (PARTITION BY department) AS diff FROM employees WHERE department IS NOT NULL ORDER BY department, id
  WITH ranked AS (SELECT o.*, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY placed_on DESC, id DESC) AS rn FROM orders o) SELECT id, customer_id, status, total FROM ranked WHERE rn = 1 ORDER BY customer_id
  SELECT id, placed_on, placed_on - LAG(placed_on) OVER (ORDER BY id) AS x FROM orders WHERE id < 4 ORDER BY id
  SELECT grp, MIN(id) AS start, MAX(id) AS end, COUNT(*) AS len FROM (SELECT id, id - ROW_NUMBER() OVER (ORDER BY id) AS grp FROM orders WHERE total IS NOT NULL) GROUP BY grp ORDER BY start
  SELECT id, FIRST_VALUE(status) OVER w AS f, NTH_VALUE(status, 2) OVER w AS s, LEAD(status, 2, 'end') OVER w AS l FROM orders WINDOW w AS (PARTITION BY customer_id ORDER BY placed_on, id) ORDER BY id
  SELECT status, COUNT(*), COUNT(DISTINCT customer_id), SUM(DISTINCT total), AVG(total), MIN(placed_on), MAX(placed_on) FROM orders GROUP BY status ORDER BY COUNT(*) DESC, status
  SELECT COUNT(*) AS n, SUM(total > 100) AS big, SUM(total IS NULL) AS missing, AVG(total > 100) AS ratio FROM orders
  SELECT group_concat(DISTINCT country) FROM (SELECT country FROM customers WHERE country = 'DE')
  SELECT category, MAX(price) - MIN(price) AS spread, total(stock) AS st, COUNT(*) FILTER (WHERE discontinued) AS gone FROM products GROUP BY category HAVING SUM(stock) > 0 ORDER BY category
  SELECT COUNT(DISTINCT customer_id || '-' || status) AS combos FROM orders
  SELECT sqrt(avg(salary * salary) - avg(salary) * avg(salary)) AS sd FROM employees
  SELECT max(length(name)), min(length(name)), sum(length(name)) * 1.0 / count(*) FROM customers
  SELECT country, max(created_at), name FROM customers GROUP BY country ORDER BY country
  SELECT strftime('%Y', placed_on) AS yr, SUM(CASE WHEN strftime('%m', placed_on) = '01' THEN total ELSE 0 END) AS jan, SUM(CASE WHEN strftime('%m', placed_on) = '02' THEN total ELSE 0 END) AS feb, SUM(CASE WHEN strftime('%m', placed_on) = '12' THEN total END) AS dec FROM orders GROUP BY yr ORDER BY yr
  SELECT total / 100 * 100 AS bucket, COUNT(*) FROM orders WHERE total IS NOT NULL GROUP BY 1 ORDER BY 1
  SELECT CAST(total / 100 AS INTEGER) * 100 AS bucket, COUNT(*) AS n FROM orders WHERE total IS NOT NULL GROUP BY bucket ORDER BY bucket
  SELECT MIN(NULL), MAX(NULL), SUM(NULL), AVG(NULL), COUNT(NULL), TOTAL(NULL), GROUP_CONCAT(NULL)
  SELECT any_value FROM (SELECT max(id) AS any_value FROM orders)
  SELECT id, date(placed_on, 'start of month', '+1 month', '-1 day') = placed_on AS is_eom FROM orders ORDER BY id
  SELECT id, strftime('%d', placed_on) + 0 AS d, strftime('%Y', placed_on) % 4 AS m4, strftime('%m', placed_on) / 3 AS q FROM orders ORDER BY id
  SELECT id, CAST((julianday(shipped_at) - julianday(placed_on)) * 86400 AS INTEGER) AS secs, round((julianday(shipped_at) - julianday(placed_on)) * 24 * 60) AS mins FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT id, date(shipped_at, '+7 days') AS due, CASE WHEN date(shipped_at, '+7 days') < '2024-03-01' THEN 'overdue' ELSE 'ok' END AS state FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT id, strftime('%H', shipped_at) || 'h' AS hour, strftime('%I:%M %p', shipped_at) AS ampm, strftime('%e', shipped_at) AS e FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT date('2024-02-30'), date('2023-02-29'), date('not a date'), date('2024-13-01'), time('25:00')
  SELECT datetime('2024-03-10 12:34:56', '-1 year', '+3 months', 'start of day', '+9 hours'), datetime('2024-12-31 23:59:59', '+1 second'), date('2024-02-29', '-1 year'), date('2024-01-31', '+1 month', 'start of month')
  SELECT strftime('%Y-%m-%d', 1718452800, 'unixepoch'), datetime('2024-06-15T12:00:00Z'), datetime('2024-06-15 12:00:00+02:00'), time('12:34'), date('2024-06-15 23:59')
  SELECT id, unixepoch(created_at) / 86400 AS day_no, (unixepoch('2025-01-01') - unixepoch(created_at)) / 3600 AS hours FROM customers ORDER BY id
  SELECT name, born, strftime('%m-%d', born) AS birthday, date('2024-' || strftime('%m-%d', born)) AS this_year FROM customers WHERE born IS NOT NULL ORDER BY id
  SELECT name, hired, (strftime('%Y', '2024-07-01') - strftime('%Y', hired)) * 12 + (strftime('%m', '2024-07-01') - strftime('%m', hired)) AS months FROM employees ORDER BY id
  SELECT count(*) FROM orders WHERE julianday('2025-01-10') - julianday(placed_on) <= 30
  SELECT id FROM customers WHERE created_at BETWEEN '2024-01-01' AND '2024-12-31 23:59:59' ORDER BY id
  SELECT id FROM customers WHERE substr(created_at, 1, 4) = '2024' ORDER BY id
  SELECT substr(created_at, 1, 7) AS ym, count(*) FROM customers GROUP BY substr(created_at, 1, 7) ORDER BY ym
  SELECT id, julianday(date(created_at)) - julianday(date(created_at, 'start of year')) + 1 AS doy, strftime('%j', created_at) AS j FROM customers ORDER BY id
  SELECT CASE CAST(strftime('%w', placed_on) AS INTEGER) WHEN 0 THEN 'Sun' WHEN 1 THEN 'Mon' WHEN 2 THEN 'Tue' WHEN 3 THEN 'Wed' WHEN 4 THEN 'Thu' WHEN 5 THEN 'Fri' ELSE 'Sat' END AS dow, COUNT(*) FROM orders GROUP BY strftime('%w', placed_on) ORDER BY strftime('%w', placed_on)
  SELECT id FROM orders WHERE shipped_at IS NOT NULL AND time(shipped_at) BETWEEN '08:00:00' AND '12:00:00' ORDER BY id
  SELECT substr('JanFebMarAprMayJunJulAugSepOctNovDec', 1 + 3 * (strftime('%m', placed_on) - 1), 3) AS mon, count(*) AS n FROM orders GROUP BY mon ORDER BY min(strftime('%m', placed_on))
  SELECT id, upper(substr(name, 1, 1)) || '.' AS initial, trim(substr(name, instr(name, ' '))) AS rest FROM customers ORDER BY id
  SELECT id, length(tags) - length(replace(tags, ',', '')) + 1 AS n_tags FROM products WHERE tags IS NOT NULL AND tags <> '' ORDER BY id
  SELECT id, substr(sku, -3) AS num, CAST(substr(sku, -3) AS INTEGER) AS n, substr(sku, 1, 1) AS letter FROM products ORDER BY id
  SELECT id, replace(replace(replace(name, '''', ''), '%', ''), '\', '/') AS clean FROM customers ORDER BY id
  SELECT printf('%-10s|%8.2f|%05d', sku, price, stock) FROM products ORDER BY id
  SELECT substr('00000' || id, -5) AS padded, substr('000' || stock, -3, 3) AS s3 FROM products ORDER BY id
  SELECT replace(hex(zeroblob(5)), '00', '*') AS stars, char(72, 105), unicode('€'), quote('it''s'), quote(NULL), quote(12.5)
  SELECT id, name FROM customers WHERE name LIKE '%!%%' ESCAPE '!' OR instr(name, '\') > 0 ORDER BY id
  SELECT id FROM customers WHERE lower(email) LIKE '%@example.___' ORDER BY id
  SELECT email, substr(email, 1, instr(email, '@') - 1) AS user, rtrim(substr(email, instr(email, '@') + 1), '.comnetorg') AS host FROM customers WHERE email LIKE '%_@_%' ORDER BY id
  SELECT id FROM products WHERE ',' || tags || ',' LIKE '%,wood,%' ORDER BY id
  SELECT id FROM products WHERE sku GLOB '[A-B]-0[01]*' AND sku NOT LIKE '%2' ORDER BY id
  SELECT name FROM customers WHERE name GLOB '*[^a-zA-Z ]*' ORDER BY id
  SELECT concat_ws(' ', name, '<' || email || '>') AS mailbox FROM customers ORDER BY id
  SELECT id, iif(length(trim(coalesce(note, ''))) = 0, '(empty)', note) AS note FROM orders ORDER BY id
  SELECT id, ltrim(sku, 'ABC-0') AS bare, rtrim('xxhixx', 'x') AS r, trim('  both  ') || '|' AS t FROM products ORDER BY id
  SELECT length('héllo'), octet_length('héllo'), upper('héllo'), instr('héllo', 'l'), substr('héllo', 2, 1), 'a' < 'B', 'a' = 'A', 'abc' LIKE 'ABC', 'abc' GLOB 'ABC'
  SELECT unhex('414243') AS b, hex('ABC') AS h, lower(hex('é')) AS e, typeof(x'00')
  SELECT id, json_extract(attributes, '$.size.w') * json_extract(attributes, '$.size.h') AS area FROM products WHERE json_extract(attributes, '$.size') IS NOT NULL ORDER BY id
  SELECT p.id, t.key, t.value FROM products p, json_each(p.attributes, '$.size') t ORDER BY p.id, t.key
  SELECT id, json_extract(attributes, '$.color', '$.rating') AS pair FROM products WHERE id IN (1, 3) ORDER BY id
  SELECT id, json_type(attributes, '$.tags') AS tt, json_type(attributes, '$.size.w') AS wt, json_type(attributes, '$.nope') AS nt FROM products ORDER BY id
  SELECT json_group_array(DISTINCT country) FROM customers WHERE country = 'GB'
  SELECT department, json_group_array(json_object('name', name, 'salary', salary) ORDER BY id) AS staff FROM employees WHERE department IS NOT NULL GROUP BY department ORDER BY department
  SELECT json_array(1, 'two', NULL, 3.5, json('[4]'), json('true')), json_object('k', json_array()), json_quote('a"b'), json('  { "x" : 1 } ')
  SELECT id, attributes ->> '$.tags[0]' AS first_tag, attributes -> '$.tags[#-1]' AS last_tag, attributes ->> '$.size.w' + 1 AS w1 FROM products ORDER BY id
  SELECT id FROM products WHERE attributes ->> 'color' IN ('red', 'green') AND CAST(attributes ->> 'rating' AS REAL) > 3 ORDER BY id
  SELECT e.value ->> 'sku' AS sku, e.value ->> 'qty' AS qty FROM json_each('[{"sku":"x1","qty":2},{"sku":"y2","qty":5}]') AS e
  SELECT json_valid('{"a":1}'), json_valid('nope'), json_error_position('{"a":1}'), json_array_length('[1,2,3]'), json_array_length('{"a":[1]}', '$.a')
  SELECT json_patch('{"a":1,"b":2}', '{"b":null,"c":3}'), json_remove('[1,2,3]', '$[0]'), json_set('{"a":[1,2]}', '$.a[#]', 3), json_insert('{"a":1}', '$.b', json('[]'))
  SELECT id, json_array_length(attributes -> 'tags') AS n FROM products WHERE json_type(attributes) = 'object' ORDER BY id
  SELECT sum(json_extract(value, '$.qty') * json_extract(value, '$.price')) AS total FROM json_each('[{"qty":2,"price":1.5},{"qty":1,"price":10}]')
  SELECT CAST('  42  ' AS INTEGER), CAST('1e3' AS INTEGER), CAST('0x10' AS INTEGER), CAST('-7.9' AS INTEGER), CAST('1e3' AS REAL), CAST(NULL AS TEXT), CAST(1.0 AS TEXT), CAST(1e20 AS TEXT), CAST(12345678.9 AS TEXT)
  SELECT 1 + '2', '3' + '4', '10' > 9, 10 > '9', '10' > '9', 1 = 1.0, '1' = 1, 0 = '', NULL = NULL, NULL IS NULL
  SELECT id FROM samples WHERE u + 0 > 0 ORDER BY id
  SELECT id, CAST(t AS INTEGER) + CAST(u AS INTEGER) AS s, CAST(i AS TEXT) || CAST(j AS TEXT) AS c FROM samples ORDER BY id
  SELECT id, typeof(i + f), typeof(i / j), typeof(i || j), typeof(d), typeof(day), typeof(b), typeof(total(1)) FROM samples WHERE id < 3 GROUP BY id ORDER BY id
  SELECT id, i * 1.0 / j, round(i * 1.0 / nullif(j, 0), 3), CAST(i AS REAL) / j, i / CAST(j AS REAL) FROM samples ORDER BY id
  SELECT TRUE + TRUE, NOT 5, NOT NULL, 3 AND 0, 0 OR NULL, NULL AND 0, 1 BETWEEN 0 AND 2, 'b' BETWEEN 'a' AND 'c', 5 IN (1, 2, NULL), 5 NOT IN (1, 2)
  SELECT id FROM orders WHERE customer_id NOT IN (SELECT referrer_id FROM customers) ORDER BY id
  SELECT id FROM customers WHERE (country, active) = ('DE', 1) ORDER BY id
  SELECT id FROM orders WHERE (placed_on, id) > ('2024-02-29', 3) ORDER BY placed_on, id LIMIT 4
  SELECT country FROM customers EXCEPT SELECT country FROM customers WHERE active = 0 ORDER BY country
  SELECT id FROM customers INTERSECT SELECT customer_id FROM orders WHERE total > 100 ORDER BY 1 DESC
  SELECT i, count(*) FROM (SELECT i FROM samples UNION ALL SELECT j FROM samples) GROUP BY i ORDER BY i
  SELECT c.name, EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.total >= 200) AS vip, (SELECT MAX(placed_on) FROM orders WHERE customer_id = c.id) AS last_order FROM customers c ORDER BY c.id
  SELECT id, i IS NOT NULL AND j IS NOT NULL AS both, coalesce(i, j, -1) AS v, i IS 3 AS three, i IS NOT 3 AS nt, i IS DISTINCT FROM j AS dis FROM samples ORDER BY id
  SELECT id, round(price * 0.19, 2) AS vat, round(price * 1.19, 2) AS gross, CAST(price AS INTEGER) AS whole, price % 10 AS m, CAST(price * 100 AS INTEGER) AS cents FROM products ORDER BY id
  SELECT ceil(4.1), floor(-4.1), trunc(-4.9), round(-4.5), round(0.5), round(1234.567, -2), sign(-3), mod(10, 3), pow(2, 10), 17 % -5, -17 / 5, 5.5 % 2
  SELECT id, i & 1 AS odd, (i >> 1) | 4 AS sh, i << 3 AS l, ~j AS inv, (i | j) - (i & j) AS x FROM samples WHERE i >= 0 ORDER BY id
  SELECT id, name FROM customers ORDER BY CASE country WHEN 'DE' THEN 0 WHEN 'FR' THEN 1 ELSE 2 END, name COLLATE NOCASE LIMIT 5
  SELECT id, city FROM customers ORDER BY city IS NULL OR city = '', city COLLATE NOCASE DESC, id
  SELECT id, CASE WHEN total IS NULL THEN 'n/a' WHEN total < 0 THEN 'refund' WHEN total < 50 THEN 'S' WHEN total < 200 THEN 'M' ELSE 'L' END AS size, total BETWEEN 10 AND 100 AS mid FROM orders ORDER BY size, id
  SELECT x'414243' = 'ABC', hex(x'0aff'), length(x'0aff'), CAST(x'414243' AS TEXT)
  SELECT * FROM products WHERE id = (SELECT product_id FROM order_items GROUP BY product_id ORDER BY SUM(quantity) DESC, product_id LIMIT 1)
  -- time values, and decimals that are stored as whole numbers
  SELECT strftime('%Y-%m-%d', 1718452800, 'unixepoch'), datetime('2024-06-15T12:00:00Z'), datetime('2024-06-15 12:00:00+02:00'), time('12:34'), date('2024-06-15 23:59'), datetime('2024-06-15 01:30:00-05:30'), julianday('2024-06-15 12:00:00.250'), strftime('%f', '2024-06-15 12:00:00.125'), datetime('2024-06-15T12:00'), date('2460311.5'), strftime('%s', '2024-06-15 12:00:00Z')
  SELECT id, date('2023-' || strftime('%m-%d', born)) AS d, strftime('%j', '2023-' || strftime('%m-%d', born)) AS j FROM customers ORDER BY id
  SELECT datetime(x), strftime('%H:%M', x), date(x, '+1 day'), unixepoch(x) FROM (SELECT '2024-06-15T12:00:00Z' AS x UNION ALL SELECT '2024-06-15 12:00:00+02:00' UNION ALL SELECT '2024-02-30' UNION ALL SELECT 'x' UNION ALL SELECT '2024-06-15T23:59:59.250' UNION ALL SELECT NULL)
  SELECT id, placed_on, placed_on - LAG(placed_on) OVER (ORDER BY id) AS x, placed_on + 1, shipped_at / 2, placed_on * 1.5 FROM orders ORDER BY id
  SELECT sum(placed_on), avg(placed_on), max(placed_on) - min(placed_on) FROM orders
  SELECT id, total / 2, total / 100, total / discount, total / 4 * 4, (total - discount) / 2, total / 2.0, total / id, id / total, total / 0, -total / 7, coalesce(discount, 0) / 3, ifnull(total, 1) / 2, abs(total) / 2 FROM orders ORDER BY id
  SELECT id, SUM(total) OVER (ORDER BY id) / 3, SUM(total) OVER (PARTITION BY customer_id) / COUNT(*) OVER (PARTITION BY customer_id) FROM orders WHERE id IN (9, 10, 11) ORDER BY id
  SELECT d / 2 AS h, count(*) FROM samples GROUP BY h ORDER BY h
  SELECT x / 2, s / 7 FROM (SELECT total AS x, sum(total) OVER () AS s FROM orders WHERE id > 8) ORDER BY 1
  SELECT price / 2, price / 3, stock / price, price / weight, price % 7, price % 2.5, -price % 3 FROM products ORDER BY id
  SELECT id, strftime('%e|%k|%l|%P|%I|%p', shipped_at) FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  -- documents that are changed, bytes, NULL and large numbers
  SELECT json_set('{}','$.a[#]',1) a, json_set('{"a":null}','$.a.b',1) b, json_set('{}','$.a.b.c',1) c, json_set('{"a":5}','$.a.b',1) d, json_set('{"a":[1]}','$.a[1]',2) e, json_set('{"a":[1]}','$.a[5]',2) f, json_set('{}','$.a[0]',1) g, json_set('{}','$.a[1]',1) h, json_insert('{"a":[1,2]}','$.a[#]',3) i, json_replace('{"a":[1,2]}','$.a[#]',3) j, json_set('[1,2]','$[#]',json('{"x":1}')) k, json_insert('{}','$.a.b',1) l, json_set('{"a":{"b":1}}','$.a.b',NULL) m, json_set('[1]','$.a',2) n, json_remove('{"a":[1,2]}','$.a[#-1]') o, json_set('{"a":[1,2]}','$.a[#-1]',9) p
  SELECT id, json_set(attributes, '$.size.w', 50), json_set(attributes, '$.size.d', 1, '$.color', 'pink', '$.x.y.z', 'deep'), json_insert(attributes, '$.tags[#]', 'new'), json_replace(attributes, '$.size.h', 0, '$.nope', 1), json_remove(attributes, '$.size.w', '$.tags[0]', '$.rating'), json_remove(attributes, '$.tags[#-1]') FROM products ORDER BY id
  SELECT json_extract('{"a":1}','$.a','$.b') b, json_extract(NULL,'$.a','$.b') c, json_extract('{"a":true}','$.a','$.a') d, json_extract('{"a":[1,2]}', '$.a', '$.a[1]')
  SELECT id, json_extract(attributes, '$.color', '$.rating') AS pair FROM products ORDER BY id
  SELECT json_patch('{"a":1,"b":2}', '{"b":null,"c":3}'), json_patch('{"a":{"x":1,"y":2}}', '{"a":{"y":null,"z":[1]},"n":{"k":{"q":null,"r":1}}}'), json_patch('[1]', '{"a":1}'), json_patch('{"a":1}', '5'), json_patch(NULL, '{"a":1}')
  SELECT id, json_patch(attributes, '{"color":"x","size":{"w":null,"q":1}}') FROM products ORDER BY id
  SELECT json_valid('{"a":1}'), json_valid('nope'), json_valid('{a:1}'), json_error_position('[1]'), json_array_length('[1,2,3]'), json_quote('a"b'), json_quote(1), json_quote(NULL), json_quote(1.5)
  SELECT id, typeof(i + f), typeof(i / j), typeof(i || j), typeof(d), typeof(day), typeof(b), typeof(at), typeof(d * 2), typeof(f), typeof(coalesce(d, 1)), typeof(sum(d)), typeof(abs(d)), typeof(total(1)), typeof(date(day)) FROM samples GROUP BY id ORDER BY id
  SELECT id, typeof(attributes), typeof(json_extract(attributes, '$.rating')), typeof(json_extract(attributes, '$.new')), typeof(attributes ->> '$.color'), typeof(json_extract(attributes, '$.tags')) FROM products ORDER BY id
  SELECT quote('it''s'), quote(NULL), quote(12.5), quote(7), quote(x'0aff'), quote(note), quote(total), quote(id), quote(placed_on) FROM orders ORDER BY id
  SELECT replace(hex(zeroblob(5)), '00', '*') AS stars, hex(zeroblob(2)), unhex('414243') = x'414243', hex(unhex('0aff')), unhex('xyz'), unhex('abc'), lower(hex(x'0AFF')), length(zeroblob(10)), replace(hex(zeroblob(id)), '00', '#') FROM samples ORDER BY id
  SELECT x'414243' = 'ABC', 'ABC' < x'41', x'41' > 5, CAST(x'414243' AS TEXT), x'4142' || 'c', length(x'0aff'), octet_length(x'0aff'), x'41' = x'41', x'41' IN ('A', x'41'), typeof(x'41' || 'b')
  SELECT MIN(NULL), MAX(NULL), SUM(NULL), AVG(NULL), COUNT(NULL), TOTAL(NULL), GROUP_CONCAT(NULL), abs(NULL), round(NULL), round(NULL, 1), NULL + 1, -NULL, NULL / 2, length(NULL), upper(NULL), sign(NULL), max(NULL, 1), coalesce(NULL, NULL), NULL || 'x', NULL LIKE 'a', hex(NULL), substr(NULL, 1), trim(NULL), replace(NULL, 'a', 'b'), instr(NULL, 'a'), nullif(NULL, 1), iif(NULL, 1, 2), date(NULL), NULL IN (1), NULL BETWEEN 1 AND 2, sum(NULL) IS NULL, json_array(NULL), printf('%d|%s', NULL, NULL)
  WITH RECURSIVE fact(n, f) AS (SELECT 1, 1 UNION ALL SELECT n + 1, f * (n + 1) FROM fact WHERE n < 20) SELECT n, f FROM fact ORDER BY n
  WITH RECURSIVE pow(n, p) AS (VALUES (0, 1) UNION ALL SELECT n + 1, p * 2 FROM pow WHERE n < 40) SELECT * FROM pow ORDER BY n
  WITH RECURSIVE lcg(n, x) AS (SELECT 0, 42 UNION ALL SELECT n + 1, (x * 1103515245 + 12345) % 2147483648 FROM lcg WHERE n < 10) SELECT n, x FROM lcg ORDER BY n
  SELECT id, salary * salary * salary AS cube, salary * 10000000 AS big, 1000000 * 1000000 AS m, 65536 * 65536 - 1, 1 << 40, (id * 1000003) % 997 FROM employees ORDER BY id
  SELECT 2147483647 + 1, 2147483647 * 2, 4294967296 / 3, -2147483648 - 1, 9223372036854775807 / 2, abs(-9223372036854775807)
  WITH RECURSIVE g(y, amt) AS (SELECT 0, 1000.0 UNION ALL SELECT y + 1, amt * 1.05 FROM g WHERE y < 5) SELECT y, round(amt, 2) FROM g ORDER BY y
  WITH RECURSIVE g(y, amt) AS (SELECT 0, price FROM products WHERE id = 1 UNION ALL SELECT y + 1, amt / 3 FROM g WHERE y < 5) SELECT y, round(amt, 4) FROM g ORDER BY y
  WITH RECURSIVE g(id, p) AS (SELECT id, name FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, g.p || ' > ' || e.name FROM employees e, g WHERE e.manager_id = g.id) SELECT p FROM g ORDER BY id
  WITH RECURSIVE t(n, bits) AS (SELECT 13, '' UNION ALL SELECT n / 2, (n % 2) || bits FROM t WHERE n > 0) SELECT bits FROM t WHERE n = 0
  -- distinct rows and groups
  SELECT DISTINCT country FROM customers ORDER BY lower(country) DESC
  SELECT DISTINCT status, customer_id FROM orders ORDER BY length(status), customer_id * -1
  SELECT DISTINCT strftime('%Y', placed_on) AS y FROM orders ORDER BY y DESC
  SELECT DISTINCT department FROM employees ORDER BY department IS NULL, department
  SELECT DISTINCT c.country FROM customers c JOIN orders o ON o.customer_id = c.id ORDER BY c.country COLLATE NOCASE
  SELECT DISTINCT * FROM employees WHERE id < 4 ORDER BY salary + 1
  SELECT DISTINCT department AS d, 1 AS one FROM employees WHERE department IS NOT NULL ORDER BY CASE department WHEN 'tech' THEN 0 ELSE 1 END
  SELECT CASE CAST(strftime('%w', placed_on) AS INTEGER) WHEN 0 THEN 'Sun' WHEN 1 THEN 'Mon' ELSE 'x' END AS dow, COUNT(*) FROM orders GROUP BY strftime('%w', placed_on) ORDER BY strftime('%w', placed_on)
  SELECT CAST(strftime('%Y', placed_on) AS INTEGER) AS y, strftime('%Y', placed_on) + 1 AS n, strftime('%Y', placed_on) / 4 AS q, COUNT(*) FROM orders GROUP BY strftime('%Y', placed_on) ORDER BY 1
  SELECT strftime('%Y', date(created_at)) AS y, date(date(created_at), '+1 day'), julianday(date(created_at)), count(*) FROM customers GROUP BY date(created_at) ORDER BY date(created_at)
  SELECT strftime('%Y-%m', placed_on) AS m, substr(strftime('%Y-%m', placed_on), 1, 4) AS y, count(*) FROM orders GROUP BY strftime('%Y-%m', placed_on) ORDER BY 1
  SELECT upper(status) AS s, length(upper(status)), count(*) FROM orders GROUP BY upper(status) ORDER BY 1
  SELECT total > 100 AS big, CASE WHEN total > 100 THEN 'yes' ELSE 'no' END, count(*) FROM orders GROUP BY total > 100 ORDER BY 1
  SELECT id % 3 AS m, (id % 3) * 10, count(*), 'g' || (id % 3) FROM orders GROUP BY id % 3 ORDER BY 1
  SELECT json_extract(attributes, '$.color') AS c, upper(json_extract(attributes, '$.color')), count(*) FROM products GROUP BY json_extract(attributes, '$.color') ORDER BY 1
  SELECT coalesce(city, 'none') AS c, lower(coalesce(city, 'none')), count(*) FROM customers WHERE city IS NULL OR city LIKE 'P%' GROUP BY coalesce(city, 'none') ORDER BY 1
  SELECT department, name, min(hired) FROM employees GROUP BY department ORDER BY department
  SELECT name, max(salary) FROM employees WHERE id > 100
  SELECT max(placed_on), id, status FROM orders
  SELECT id, min(total) AS least FROM orders WHERE status = 'paid'
  SELECT note FROM (SELECT note, max(id) FROM orders WHERE note LIKE '%f%')
`);

/** What a target has no way to say, or what no engine promises. */
const declared: readonly Case[] = [
  {
    sql: 'SELECT id, salary, SUM(salary) OVER (ORDER BY salary GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) AS g FROM employees ORDER BY id',
    refuses: ['MYSQL'],
  },
  {
    sql: 'SELECT id, salary, COUNT(*) OVER (ORDER BY salary RANGE BETWEEN 150 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) AS near FROM employees ORDER BY id',
    refuses: ['MYSQL'],
  },
  {
    sql: "SELECT id, GROUP_CONCAT(name, ',') OVER (PARTITION BY department ORDER BY id) AS so_far FROM employees ORDER BY id",
    refuses: ['MYSQL'],
  },
  {
    sql: 'SELECT avg(salary) AS median FROM (SELECT salary FROM employees ORDER BY salary LIMIT 2 - (SELECT COUNT(*) FROM employees) % 2 OFFSET (SELECT (COUNT(*) - 1) / 2 FROM employees))',
    refuses: ['MYSQL'],
  },
  {
    sql: 'SELECT id, timediff(shipped_at, placed_on) FROM orders WHERE shipped_at IS NOT NULL ORDER BY id',
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: 'SELECT fullkey, atom FROM json_tree(\'{"a":{"b":[1,2]},"c":"x"}\') WHERE atom IS NOT NULL ORDER BY fullkey',
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: 'SELECT "o"."id" AS "Order ID", [o].[status] AS [State], `o`.`total` AS `Total Amount` FROM "orders" AS "o" WHERE "o"."total" > 100 ORDER BY "Total Amount" DESC, "Order ID" LIMIT 2, 3',
  },
  {
    sql: 'SELECT DISTINCT customer_id FROM orders ORDER BY placed_on DESC LIMIT 3',
    warns: { POSTGRESQL: ['ARBITRARY_ROW'], MYSQL: ['ARBITRARY_ROW'] },
  },
  { sql: 'SELECT name, max(salary) FROM employees' },
];

export const sqliteFresh: readonly Case[] = [...same, ...declared];
