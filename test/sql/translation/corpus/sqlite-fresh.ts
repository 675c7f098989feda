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
  SELECT avg(salary) AS median FROM (SELECT salary FROM employees ORDER BY salary LIMIT 2 - (SELECT COUNT(*) FROM employees) % 2 OFFSET (SELECT (COUNT(*) - 1) / 2 FROM employees))
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
  SELECT fullkey, atom FROM json_tree('{"a":{"b":[1,2]},"c":"x"}') WHERE atom IS NOT NULL ORDER BY fullkey
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
  -- of object-relational mappers and analysts
  SELECT id, CASE WHEN julianday('2024-06-01') - julianday(placed_on) < 30 THEN '0-30' WHEN julianday('2024-06-01') - julianday(placed_on) < 90 THEN '31-90' ELSE '90+' END AS aging FROM orders WHERE placed_on < '2024-06-01' ORDER BY id
  SELECT c.name, COUNT(o.id) AS n, MAX(o.placed_on) AS last, CAST(julianday('2025-04-01') - julianday(MAX(o.placed_on)) AS INTEGER) AS recency, ROUND(SUM(o.total), 2) AS monetary FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY monetary DESC NULLS LAST, c.id
  SELECT "orders"."id" AS "orders_id", "orders"."status" AS "orders_status", "customers_1"."name" AS "customers_1_name" FROM "orders" LEFT OUTER JOIN "customers" AS "customers_1" ON "customers_1"."id" = "orders"."customer_id" WHERE "orders"."status" IN ('paid', 'open') ORDER BY "orders"."id" ASC LIMIT 5 OFFSET 2
  SELECT COUNT("orders"."id") AS "__count" FROM "orders" INNER JOIN "customers" ON ("orders"."customer_id" = "customers"."id") WHERE ("customers"."country" = 'GB' AND NOT ("orders"."status" = 'open' AND "orders"."status" IS NOT NULL))
  SELECT count(*) FROM (SELECT DISTINCT customer_id, status FROM orders) subquery
  SELECT a.* FROM customers a INNER JOIN (SELECT country, MIN(id) AS mid FROM customers GROUP BY country HAVING COUNT(*) > 1) b ON a.id = b.mid ORDER BY a.id
  SELECT country, name, credit FROM (SELECT country, name, credit, DENSE_RANK() OVER (PARTITION BY country ORDER BY credit DESC) AS dr FROM customers WHERE credit IS NOT NULL) WHERE dr <= 1 ORDER BY country, name
  SELECT id, total, ROUND(PERCENT_RANK() OVER (ORDER BY total), 3) AS pr, NTILE(3) OVER (ORDER BY total DESC, id) AS tercile FROM orders WHERE total IS NOT NULL ORDER BY id
  SELECT date(placed_on, 'weekday 1', '-7 days') AS monday, COUNT(*) AS n, SUM(total) AS rev FROM orders GROUP BY monday ORDER BY monday
  WITH days AS (SELECT DISTINCT placed_on AS d FROM orders), gaps AS (SELECT d, LEAD(d) OVER (ORDER BY d) AS nxt FROM days) SELECT d, nxt, julianday(nxt) - julianday(d) AS gap FROM gaps WHERE julianday(nxt) - julianday(d) > 20 ORDER BY d
  WITH RECURSIVE months(m) AS (SELECT '2024-01-01' UNION ALL SELECT date(m, '+1 month') FROM months WHERE m < '2024-06-01') SELECT strftime('%Y-%m', m) AS month, (SELECT COUNT(*) FROM orders WHERE strftime('%Y-%m', placed_on) = strftime('%Y-%m', m)) AS n FROM months ORDER BY month
  WITH RECURSIVE series(value) AS (SELECT 5 UNION ALL SELECT value + 5 FROM series LIMIT 4) SELECT group_concat(value, '|') FROM series
  WITH RECURSIVE tree AS (SELECT id, name, manager_id, printf('%03d', id) AS sort_key, 0 AS level FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, e.manager_id, t.sort_key || '.' || printf('%03d', e.id), t.level + 1 FROM employees e JOIN tree t ON t.id = e.manager_id) SELECT replace(hex(zeroblob(level)), '00', '--') || name AS label FROM tree ORDER BY sort_key
  WITH RECURSIVE words(word, rest) AS (SELECT NULL, 'the quick brown fox the end' || ' ' UNION ALL SELECT substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM words WHERE rest <> '') SELECT word, COUNT(*) AS n FROM words WHERE word IS NOT NULL GROUP BY word ORDER BY n DESC, word
  WITH RECURSIVE rev(s, i) AS (SELECT '', length('SQLite') UNION ALL SELECT s || substr('SQLite', i, 1), i - 1 FROM rev WHERE i > 0) SELECT s FROM rev WHERE i = 0
  SELECT name, ltrim(substr(name, instr(name || ' ', ' '))) AS surname, length(name) - length(replace(lower(name), 'a', '')) AS a_count FROM customers ORDER BY id
  SELECT email, CASE WHEN email GLOB '*@*.*' AND email NOT GLOB '* *' THEN 'valid' WHEN email IS NULL OR email = '' THEN 'missing' ELSE 'invalid' END AS chk FROM customers ORDER BY id
  SELECT id, printf('%s#%04d', upper(substr(status, 1, 3)), id) AS ref, printf('%+d', coalesce(total, 0) - 100) AS diff, printf('%x', id * 17) AS hx FROM orders ORDER BY id
  SELECT id, format('%.1f%%', 100.0 * total / (SELECT SUM(total) FROM orders)) AS share FROM orders WHERE total > 0 ORDER BY id
  SELECT id, substr(note, 1, 3) || CASE WHEN length(note) > 3 THEN '...' ELSE '' END AS short, instr(lower(note), 'i') AS pos FROM orders WHERE note IS NOT NULL ORDER BY id
  SELECT id, t GLOB '[a-z]*' AS g1, t GLOB '?b?' AS g2, t GLOB '*[0-9]*' AS g3, t NOT LIKE '%c' AS nl, t LIKE '\%' ESCAPE '\' AS e FROM samples ORDER BY id
  SELECT p.id, json_extract(p.attributes, '$.size.w') AS w, CASE json_type(p.attributes, '$.rating') WHEN 'integer' THEN 'int' WHEN 'real' THEN 'float' WHEN 'null' THEN 'null' ELSE 'none' END AS kind FROM products p ORDER BY p.id
  SELECT json_object('customers', (SELECT json_group_array(json_object('id', id, 'name', name, 'tags', json_array(country, city))) FROM customers WHERE country = 'DE')) AS doc
  SELECT j.value AS tag, COUNT(DISTINCT p.id) AS n, group_concat(p.sku, ';') AS skus FROM products p, json_each(p.attributes, '$.tags') AS j GROUP BY j.value ORDER BY n DESC, tag
  SELECT p.id, (SELECT group_concat(value, '+') FROM json_each(p.attributes, '$.tags')) AS tags, (SELECT count(*) FROM json_each(p.attributes)) AS n FROM products p WHERE json_type(p.attributes) = 'object' ORDER BY p.id
  SELECT key, type, atom FROM json_each('{"n":null,"t":true,"i":7,"r":2.5,"s":"x","a":[1],"o":{}}') ORDER BY key
  SELECT value, value * 2 AS dbl, typeof(value) AS ty FROM json_each('[1, 2.5, "3", null, true]')
  SELECT id FROM orders WHERE total = (SELECT MAX(total) FROM orders) ORDER BY id
  SELECT department, AVG(salary) AS a FROM employees GROUP BY department HAVING AVG(salary) > (SELECT AVG(salary) FROM employees) ORDER BY a DESC
  SELECT e.name, e.salary, (SELECT COUNT(*) + 1 FROM employees x WHERE x.salary > e.salary) AS rnk FROM employees e ORDER BY rnk, e.name
  SELECT id, status, total FROM orders WHERE status = 'paid' UNION SELECT id, status, total FROM orders WHERE total > 200 EXCEPT SELECT id, status, total FROM orders WHERE customer_id = 7 ORDER BY id
  SELECT 'orders' AS t, COUNT(*) AS n FROM orders UNION ALL SELECT 'customers', COUNT(*) FROM customers UNION ALL SELECT 'products', COUNT(*) FROM products ORDER BY n DESC, t
  SELECT * FROM (SELECT id, total FROM orders WHERE total IS NOT NULL ORDER BY total DESC, id LIMIT 3) UNION ALL SELECT NULL, SUM(total) FROM orders
  SELECT (SELECT name FROM customers WHERE id = o.customer_id) AS who, SUM(o.total) AS s FROM orders o GROUP BY o.customer_id ORDER BY s DESC, who
  SELECT customer_id, SUM(CASE status WHEN 'paid' THEN total ELSE 0 END) AS paid, SUM(CASE WHEN status <> 'paid' THEN total END) AS other, COUNT(NULLIF(status, 'paid')) AS unpaid FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT id, total, SUM(total) OVER (PARTITION BY strftime('%Y', placed_on) ORDER BY placed_on, id ROWS UNBOUNDED PRECEDING) AS ytd, COUNT(*) OVER () AS n FROM orders ORDER BY id
  SELECT id, salary, LAG(salary) OVER w AS prev, salary - LAG(salary) OVER w AS diff, MAX(salary) OVER (PARTITION BY department) - salary AS to_max FROM employees WINDOW w AS (PARTITION BY department ORDER BY hired) ORDER BY id
  SELECT id, AVG(total) FILTER (WHERE status = 'paid') OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS ma FROM orders ORDER BY id
  SELECT i, CASE WHEN i % 2 = 0 THEN 'even' WHEN i % 2 IN (1, -1) THEN 'odd' ELSE 'none' END AS parity, i BETWEEN 3 AND 7 AS mid, abs(i) % 4 AS m FROM samples ORDER BY id
  SELECT id, d, round(d), CAST(d AS INTEGER), round(d + 0.5), ceil(d), floor(d), d * d, d / 4, d % 4, -d FROM samples ORDER BY id
  SELECT id, f, round(f, 2), f * 3, CAST(f AS TEXT), f || 'x', f > d AS gt, round(f / 3, 5) FROM samples ORDER BY id
  SELECT id, big / 1000, big % 1000, big + 1, big * 2, CAST(big AS TEXT), CAST(big AS REAL) / 2 FROM samples WHERE id < 5 ORDER BY id
  SELECT sum(i), avg(i), total(i), sum(f), max(f) - min(f), count(DISTINCT i), sum(i * j), avg(i) * 2, sum(i) / count(i), sum(b), min(t), max(day) FROM samples
  SELECT b, count(*), sum(i), max(at) FROM samples WHERE b IS NOT NULL GROUP BY b ORDER BY b
  SELECT id FROM samples WHERE (i, j) IN ((7, 2), (3, 3)) OR (i, j) = (5, 0) ORDER BY id
  SELECT id FROM samples WHERE NOT (i > 3 AND j < 5) ORDER BY id
  SELECT id FROM samples WHERE i IN (SELECT j FROM samples WHERE j IS NOT NULL) AND i NOT IN (0, 5) ORDER BY id
  SELECT id, ifnull(i, 0) + ifnull(j, 0) AS s, iif(b, t, u) AS c, iif(i > j, i, iif(i = j, 0, j)) AS m, nullif(i, j) AS n FROM samples ORDER BY id
  SELECT coalesce(max(id), 0) + 1 AS next_id FROM orders WHERE customer_id = 99
  SELECT hired, strftime('%Y', hired) || '-Q' || ((strftime('%m', hired) + 2) / 3) AS q, date(hired, 'start of year', '+' || (((strftime('%m', hired) - 1) / 3) * 3) || ' months') AS q_start FROM employees ORDER BY id
  SELECT name, hired, date(hired, '+5 years') AS anniv, CAST((julianday('2024-07-01') - julianday(hired)) / 365.25 AS INT) AS yrs, strftime('%d/%m/%Y', hired) AS eu, ltrim(strftime('%m', hired), '0') || '/' || ltrim(strftime('%d', hired), '0') AS us FROM employees ORDER BY id
  SELECT at, strftime('%s', at) AS epoch, datetime(strftime('%s', at), 'unixepoch') AS back, (strftime('%s', at) / 900) * 900 AS slot, datetime((strftime('%s', at) / 900) * 900, 'unixepoch') AS floor15 FROM samples ORDER BY id
  SELECT datetime(at, 'start of day', '+1 day', '-1 second') AS eod, date(at, '-1 day', 'start of month') AS pm, time(at, '-30 minutes') AS t, strftime('%H', at) < '12' AS am FROM samples ORDER BY id
  SELECT id, unixepoch(shipped_at) - unixepoch(placed_on) AS s, printf('%02d:%02d', (unixepoch(shipped_at) - unixepoch(placed_on)) / 3600, (unixepoch(shipped_at) - unixepoch(placed_on)) % 3600 / 60) AS hm FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT CASE WHEN placed_on BETWEEN date('2024-03-01', '-1 month') AND '2024-03-01' THEN 'recent' WHEN placed_on >= date('2024-12-31', 'start of month') THEN 'late' ELSE 'other' END AS bucket, count(*) FROM orders GROUP BY 1 ORDER BY 1
  SELECT CAST('12' AS INTEGER) + CAST('3.7' AS REAL), CAST(17.9 AS INT), CAST(-0.5 AS INTEGER), CAST('abc' AS REAL), CAST('' AS NUMERIC), CAST(TRUE AS TEXT), '5' * 2, '7' / 2, '7.0' / 2, '10' % 3, - '3', + '3', NOT 'abc', NOT '1'
  SELECT 7 & 12, 7 | 8, 1 << 4, 256 >> 3, ~7, -8 >> 1, 5 & -2, (6 | 1) & ~2, 3 << 2 + 1, 1 + 2 << 3
  SELECT 'a' || NULL, 1 || 2, 'x' || 1.5, 'v' || (1 = 1), 'n' || -5, '' || 0.1, 'b' || TRUE, 3 || '' = '3'
  SELECT upper(country) || lower(name) AS k, count(*) OVER (PARTITION BY country) AS n, name || ' (' || country || ')' AS label FROM customers ORDER BY country, name COLLATE NOCASE
  SELECT rowid, id FROM orders WHERE rowid <= 3 ORDER BY rowid DESC
  SELECT id, total FROM orders ORDER BY total IS NULL, -total, id LIMIT 4
  SELECT id, name FROM customers ORDER BY length(name) DESC, 2 LIMIT 3
  SELECT max(total, discount, 0), min(coalesce(total, 0), 100) FROM orders ORDER BY id
  SELECT p1.title, p2.title FROM products p1 JOIN products p2 ON p1.price < p2.price AND p1.category IS p2.category ORDER BY p1.id, p2.id
  SELECT c.country, c.name, o.total FROM customers c JOIN orders o ON c.id = o.customer_id WHERE o.total = (SELECT MAX(o2.total) FROM orders o2 JOIN customers c2 ON c2.id = o2.customer_id WHERE c2.country = c.country) ORDER BY c.country, o.id
  SELECT ordinal, name FROM (SELECT ROW_NUMBER() OVER (ORDER BY salary DESC, id) AS ordinal, name FROM employees) WHERE ordinal BETWEEN 2 AND 4 ORDER BY ordinal
  -- printf, recursions that are bounded, correlated tables
  WITH RECURSIVE cnt(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM cnt LIMIT 10) SELECT * FROM cnt
  WITH RECURSIVE c AS (SELECT 1 AS a, 'x' AS b UNION ALL SELECT a * 2, b || 'y' FROM c WHERE a < 1000 LIMIT 5) SELECT * FROM c ORDER BY a
  WITH RECURSIVE d(day) AS (SELECT date('2024-02-27') UNION ALL SELECT date(day, '+1 day') FROM d LIMIT 4) SELECT day, strftime('%d', day) FROM d
  SELECT id, printf('%s#%04d', upper(substr(status, 1, 3)), id) AS ref, printf('%+d', coalesce(total, 0) - 100) AS diff, printf('%x', id * 17) AS hx, printf('%X|%5x', id * 99, id), printf('%+.1f', total), printf('%.3s|%6.2s|%c', status, status, status), printf('%02d:%02d', strftime('%m', placed_on), strftime('%d', placed_on)), printf('%d', note), printf('%.1f', '2.25'), printf('% d', id) FROM orders ORDER BY id
  SELECT '5' * 2, '7' / 2, '7.0' / 2, '10' % 3, - '3', + '3', NOT 'abc', NOT '1', '12abc' / 5, '1e1' / 4
  SELECT t / 2, u / 5, t % 2, '9' / u FROM samples ORDER BY id
  SELECT json_extract(attributes, '$.size.w') / 3, json_extract(attributes, '$.rating') / 2, json_extract(attributes, '$.size.w') / json_extract(attributes, '$.size.h'), attributes ->> '$.size.h' / 7.0, json_extract(attributes, '$.price') / 2, json_extract(attributes, '$.new') / 2 FROM products ORDER BY id
  SELECT id, i >> 1, i << 2, -i >> 1, i & j, i | -1, ~i & 255 FROM samples ORDER BY id
  SELECT o.rowid, o.oid FROM orders o WHERE o._rowid_ IN (1, 2) ORDER BY o.rowid
  SELECT count(*) FROM samples a JOIN samples b ON a.rowid < b.rowid
  SELECT max(rowid) FROM customers
  SELECT (SELECT group_concat(n) FROM (SELECT name AS n FROM employees e2 WHERE e2.manager_id = e.id ORDER BY n)) AS team FROM employees e ORDER BY id
  SELECT c.id, (SELECT json_group_array(x) FROM (SELECT o.id AS x FROM orders o WHERE o.customer_id = c.id ORDER BY o.placed_on DESC, o.id)) AS ids FROM customers c ORDER BY c.id
  SELECT c.id, (SELECT sum(t) FROM (SELECT total * 2 AS t, status FROM orders o WHERE o.customer_id = c.id) WHERE status = 'paid') AS s FROM customers c ORDER BY c.id
  SELECT c.id, EXISTS (SELECT 1 FROM (SELECT id FROM orders WHERE orders.customer_id = c.id) q WHERE q.id > 5) AS e FROM customers c ORDER BY c.id
  SELECT id FROM orders ORDER BY id LIMIT (SELECT COUNT(*) / 4 FROM orders)
  SELECT id FROM orders ORDER BY id LIMIT 1 + 2 OFFSET 2 * 2
  SELECT status, count(*) AS n FROM orders GROUP BY status ORDER BY n DESC, status LIMIT (SELECT 2)
  SELECT instr(x'010203', x'02'), strftime('%G-%g', '2024-12-30'), strftime('%U-%W-%V', '2024-12-30')
  -- ordinary reports
  SELECT customer_id, total, SUM(total) OVER (PARTITION BY customer_id) AS ct, ROUND(total * 100.0 / SUM(total) OVER (PARTITION BY customer_id), 2) AS pct FROM orders WHERE total > 0 ORDER BY customer_id, id
  SELECT strftime('%Y', placed_on) AS y, CASE WHEN strftime('%m', placed_on) BETWEEN '01' AND '03' THEN 'Q1' WHEN strftime('%m', placed_on) BETWEEN '04' AND '06' THEN 'Q2' WHEN strftime('%m', placed_on) BETWEEN '07' AND '09' THEN 'Q3' ELSE 'Q4' END AS q, COUNT(*) AS n, AVG(total) AS a FROM orders GROUP BY y, q ORDER BY y, q
  SELECT status, AVG(total) AS mean, SUM(total * total) / COUNT(total) - AVG(total) * AVG(total) AS variance FROM orders WHERE total IS NOT NULL GROUP BY status HAVING COUNT(total) > 1 ORDER BY status
  SELECT department, salary FROM employees e WHERE salary = (SELECT MIN(salary) FROM employees WHERE department IS e.department) ORDER BY department, id
  SELECT name FROM employees WHERE id IN (SELECT manager_id FROM employees GROUP BY manager_id HAVING COUNT(*) = (SELECT MAX(c) FROM (SELECT COUNT(*) AS c FROM employees WHERE manager_id IS NOT NULL GROUP BY manager_id)))
  SELECT o.id, group_concat(p.title || ' x' || i.quantity, ', ') AS items, SUM(i.quantity * i.unit_price) AS amount FROM orders o JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id WHERE o.id IN (1, 2) GROUP BY o.id ORDER BY o.id
  SELECT id, total - (SELECT SUM(quantity * unit_price) FROM order_items WHERE order_id = orders.id) AS diff FROM orders WHERE total IS NOT NULL ORDER BY id
  SELECT c.name, o.id FROM customers c LEFT JOIN (SELECT customer_id, MAX(id) AS id FROM orders GROUP BY customer_id) o ON c.id = o.customer_id ORDER BY c.id
  SELECT x.id, y.id FROM orders x, orders y WHERE x.customer_id = y.customer_id AND x.placed_on < y.placed_on AND julianday(y.placed_on) - julianday(x.placed_on) < 60 ORDER BY x.id, y.id
  SELECT id, placed_on, COALESCE(date(shipped_at), 'pending') AS shipped, CASE WHEN shipped_at IS NULL THEN NULL ELSE CAST(julianday(date(shipped_at)) - julianday(placed_on) AS INTEGER) END AS lead FROM orders ORDER BY id
  SELECT strftime('%Y-%m-%dT%H:%M:%fZ', created_at) AS iso, strftime('%s', created_at) * 1000 AS ms, strftime('%Y%W', created_at) AS yw FROM customers ORDER BY id
  SELECT date(created_at, '-6 months') AS h, date(created_at, '+1 month', '-1 day') AS m, datetime(created_at, '+1 year', '-1 day', '+3 hours') AS x, date(created_at, 'start of year', '+6 months') AS mid FROM customers ORDER BY id
  SELECT id, (julianday(shipped_at) - julianday(placed_on)) > 1 AS slow, strftime('%J', placed_on) - 2460000 AS jd, unixepoch(shipped_at, '+1 day') - unixepoch(placed_on) AS u FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT date(max(placed_on), '+1 day'), date(min(placed_on), 'start of month'), strftime('%Y', max(shipped_at)), julianday(max(placed_on)) - julianday(min(placed_on)) FROM orders
  SELECT count(*) FROM orders WHERE date(placed_on) = date('2024-02-28', '+1 day') OR placed_on > datetime('2025-01-01', '-1 hour')
  SELECT id FROM orders WHERE placed_on >= '2024-02-29' AND placed_on < date('2024-02-29', '+1 day') ORDER BY id
  SELECT id FROM orders WHERE strftime('%w', placed_on) IN ('0', '6') ORDER BY id
  SELECT id, CASE WHEN shipped_at > '2024-06-01' THEN 'H2' WHEN shipped_at IS NULL THEN '-' ELSE 'H1' END AS h FROM orders ORDER BY id
  SELECT name || ' <' || coalesce(email, 'none') || '>' AS contact, upper(substr(country, 1, 1)) || lower(substr(country, 2)) AS c FROM customers ORDER BY id
  SELECT substr(email, instr(email, '@') + 1) AS domain, count(*) AS n, group_concat(substr(email, 1, instr(email, '@') - 1)) AS users FROM (SELECT email FROM customers WHERE email LIKE '%@%' ORDER BY email) GROUP BY 1 ORDER BY 2 DESC, 1
  SELECT id, trim(replace(replace(tags, ',', ' '), '  ', ' ')) AS t, CASE WHEN instr(tags, 'wood') > 0 THEN 1 ELSE 0 END AS wood, tags LIKE '%,%' AS multi FROM products ORDER BY id
  SELECT title, length(title), length(trim(title)), title GLOB '* *' AS spaced, instr(title, 'Lamp') AS pos, substr(title, -4) AS last4, substr(title, 1, length(title) - 1) AS cut FROM products ORDER BY id
  SELECT DISTINCT substr(sku, 1, instr(sku, '-') - 1) AS series, CAST(substr(sku, instr(sku, '-') + 1) AS INTEGER) AS num FROM products ORDER BY series, num DESC
  SELECT id, CAST(price AS TEXT) AS p, price || ' EUR' AS pe, '$' || printf('%.2f', price) AS pd, CAST(price * 100 AS INTEGER) AS cents, round(price) AS r0, round(price, 1) AS r1 FROM products ORDER BY id
  SELECT id, stock * price AS value, stock * price / 100 AS h, price + stock AS mix, price > 35.5 AS gt, price = 150 AS eq, price IN (5, 1.2) AS inl, price BETWEEN 5 AND 49.99 AS b, weight * stock AS w FROM products ORDER BY id
  SELECT json_extract('{"a":{"b":[10,20,{"c":"deep"}]}}', '$.a.b[2].c') AS d, json_extract('[1,2,3]', '$[#-1]') AS l, json_extract('{"x":null}', '$.x') AS n, json_extract('{"k":"v"}', '$.k') || '!' AS c, json_array_length('[[1,2],3]', '$[0]') AS al
  SELECT id, json_extract(attributes, '$.size.w') > 50 AS wide, coalesce(json_extract(attributes, '$.rating'), 0) + 1 AS r, json_extract(attributes, '$.color') LIKE 'b%' AS b, iif(json_extract(attributes, '$.new'), 'new', 'old') AS nw, upper(attributes ->> 'color') AS up FROM products ORDER BY id
  SELECT json_group_array(json_object('sku', sku, 'price', price, 'ok', json(iif(stock > 0, 'true', 'false')))) AS j FROM (SELECT * FROM products WHERE id < 4 ORDER BY id)
  SELECT json_group_object(status, n) FROM (SELECT status, count(*) AS n FROM orders GROUP BY status)
  SELECT customer_id, json_object('n', count(*), 'sum', sum(total), 'last', max(placed_on), 'ids', json_group_array(id)) AS doc FROM orders WHERE customer_id IN (2, 7) GROUP BY customer_id ORDER BY customer_id
  SELECT p.id, je.key AS k, je.value AS v, je.type AS ty FROM products p JOIN json_each(p.attributes) je WHERE p.id = 1 AND je.type IN ('text', 'real', 'integer', 'true', 'false') ORDER BY je.key
  SELECT p.id, max(je.value) AS mx FROM products p, json_each(p.attributes, '$.size') je GROUP BY p.id ORDER BY p.id
  SELECT p.title FROM products p WHERE (SELECT count(*) FROM json_each(p.attributes, '$.tags') WHERE value IN ('wood', 'chair')) = 2
  SELECT json_extract(value, '$.id') AS id, json_extract(value, '$.name') AS name, key AS idx FROM json_each('[{"id":1,"name":"a"},{"id":2,"name":"b"}]') WHERE json_extract(value, '$.id') > 1
  SELECT i.value AS day, coalesce(o.n, 0) AS n FROM json_each('["2024-02-29","2024-03-01"]') i LEFT JOIN (SELECT placed_on, count(*) AS n FROM orders GROUP BY placed_on) o ON o.placed_on = i.value ORDER BY day
  SELECT json_remove(json_set('{"a":1}', '$.b', 2, '$.c', json_array(1, 2)), '$.a') AS j, json_replace('{"a":1}', '$.a', json_object('x', 'y')) AS r, json_type('{"a":[1]}', '$.a') AS t, json('[1, 2]') AS m, json_array(json('{"q":1}'), 'q') AS q
  SELECT sum(value) AS s, avg(value) AS a, min(value) AS mn, max(value) AS mx, count(*) AS n FROM json_each('[3,1,4,1,5,9,2,6]')
  SELECT i, j, i = j AS eq, i <> j AS ne, i IS j AS iss, i < j OR j IS NULL AS o, NOT (i = j) AS nn, coalesce(i, j) IS NULL AS bn, (i > 0) + (j > 0) AS cnt, (i > j) = (j > 2) AS bb FROM samples ORDER BY id
  SELECT id, CASE WHEN t IS NULL THEN 'null' WHEN t = '' THEN 'empty' WHEN t GLOB '*[0-9]*' THEN 'digits' WHEN length(t) > 4 THEN 'long' ELSE lower(t) END AS kind, CASE i WHEN 3 THEN 'three' WHEN 7 THEN 'seven' END AS w, CASE WHEN b THEN 1 WHEN NOT b THEN 0 ELSE -1 END AS bi FROM samples ORDER BY id
  SELECT max(i) FILTER (WHERE b), min(i) FILTER (WHERE NOT b), count(*) FILTER (WHERE i IS NULL), group_concat(id) FILTER (WHERE i > 3), total(f) FILTER (WHERE f < 0), avg(d) FILTER (WHERE d > 0) FROM samples
  SELECT count(*) AS c, count(i) AS ci, sum(i) AS s, sum(i) * 1.0 / count(*) AS m, max(i) - min(i) AS r, sum(abs(i)) AS sa, sum(i > 3) AS g3, sum(CASE WHEN b THEN i END) AS sb, avg(CASE WHEN i > 0 THEN i END) AS ap FROM samples
  SELECT id, i, sum(i) OVER (ORDER BY id) AS run, min(i) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS mn, count(i) OVER (ORDER BY id DESC) AS c, first_value(t) OVER (ORDER BY i NULLS LAST, id) AS f, lag(i, 2, -1) OVER (ORDER BY id) AS l2 FROM samples ORDER BY id
  SELECT id, row_number() OVER (PARTITION BY b ORDER BY i DESC NULLS LAST, id) AS rn, dense_rank() OVER (ORDER BY i) AS dr, ntile(3) OVER (ORDER BY id) AS nt, sum(d) OVER (PARTITION BY b ORDER BY id RANGE UNBOUNDED PRECEDING) AS sd FROM samples ORDER BY id
  SELECT 10 / 3, 10 / 3.0, 10.0 / 4, -10 / 3, 10 % 3, -10 % 3, 10 % -3, 10 / 0, 0 / 5, 10 % 0, 1.5 * 2, 7 / 2 * 2, 7 * 2 / 4, 2 + 3 * 4, (2 + 3) * 4, - (5 - 8), 1e3 / 7, 5 / 2.0 > 2
  SELECT abs(-5.5), round(2.345, 2), round(-2.5), round(1e10 / 3, 3), max(1, 2.5), min('a', 'b'), sign(-2.5), ceil(-1.5), floor(1.5), sqrt(16), pow(2, 0.5), mod(10, 4), trunc(5.99), exp(0), ln(1), log10(1000), log2(8), pi() > 3.14
  SELECT nullif('', ''), coalesce(NULL, '', 'x'), ifnull(NULL, 0), iif(0, 'a', 'b'), typeof(iif(1, 1, 2)), 5 IS NOT NULL, '' IS NULL, '' = 0, 'a' IN ('A', 'b'), 'abc' BETWEEN 'abb' AND 'abd', NULL <> 1, NOT NULL IS NULL, (NULL OR 1), (NULL AND 0)
  SELECT name AS "Full Name", id AS 'ident', country AS [c c] FROM customers WHERE "country" = 'DE' AND 'x' = "x" ORDER BY "Full Name"
  SELECT customers.*, count(orders.id) AS n FROM customers LEFT JOIN orders ON orders.customer_id = customers.id GROUP BY customers.id HAVING n = 0 ORDER BY customers.id
  SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (3, NULL)) AS v WHERE column2 IS NOT NULL ORDER BY column1 DESC
  WITH v(id, label) AS (VALUES (1, 'one'), (2, 'two'), (5, 'five')) SELECT v.label, o.total FROM v LEFT JOIN orders o ON o.id = v.id ORDER BY v.id
  WITH RECURSIVE g(n, f, s) AS (SELECT 1, 1.0, '1' UNION ALL SELECT n + 1, f / 2, s || ',' || (n + 1) FROM g WHERE n < 5) SELECT n, f, s, length(s) FROM g
  WITH RECURSIVE edges(a, b) AS (VALUES (1, 2), (2, 3), (3, 1), (3, 4)), reach(x) AS (SELECT 1 UNION SELECT b FROM edges JOIN reach ON a = x) SELECT x FROM reach ORDER BY x
  WITH RECURSIVE pascal(n, k, v) AS (SELECT 0, 0, 1 UNION ALL SELECT n + 1, 0, 1 FROM pascal WHERE n < 3 AND k = 0) SELECT n, sum(v) FROM pascal GROUP BY n ORDER BY n
  WITH RECURSIVE up AS (SELECT id, manager_id, name, salary FROM employees WHERE id = 8 UNION ALL SELECT e.id, e.manager_id, e.name, e.salary FROM employees e INNER JOIN up ON up.manager_id = e.id) SELECT group_concat(name, ' < ') AS chain, sum(salary) AS cost, count(*) AS n FROM up
  -- rare functions and forms
  SELECT 1_000_000 + 1, 0xFF, 1e-3, .5e1, -0x10
  SELECT key, fullkey, path, value FROM json_each('{"a":1,"b":[2]}', '$.b')
  SELECT key, value, fullkey, path FROM json_tree('{"a":1,"b":{"c":2}}') WHERE type = 'integer' ORDER BY fullkey
  SELECT id, name FROM customers NOT INDEXED WHERE country = 'DE' ORDER BY id
  SELECT ALL country FROM customers WHERE id < 3 ORDER BY id
  SELECT id, sum(salary) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s FROM employees WINDOW w AS (ORDER BY id) ORDER BY id
  SELECT name FROM customers ORDER BY name COLLATE NOCASE DESC LIMIT 3
  SELECT substring('hello', 2, 3), substr('hello', -3), string_agg(name, '/' ORDER BY id DESC) FROM employees WHERE id < 4
  SELECT datetime('now', 'localtime') IS NOT NULL, strftime('%Y', 'now', '-1 year') < strftime('%Y', 'now'), date('now', 'start of year', '+1 year', '-1 day') > date('now', '-1 day')
  SELECT strftime('%s', '2024-01-01 00:00:00') + 0, strftime('%Y-%m-%d %H:%M', '2024-01-01T10:20:30'), strftime('%j', '2024-12-31'), strftime('%U-%W-%V', '2024-12-30'), strftime('%G-%g', '2024-12-30')
  SELECT json_extract('{"a":[{"b":1},{"b":2}]}', '$.a[1].b'), '{"a":[10,20]}' ->> '$.a[1]', '[1,2,3]' -> 1, '{"a.b":5}' ->> '$."a.b"', '{"a":{"b":null}}' -> '$.a.b', json_extract('{"a":1.0}', '$.a')
  SELECT * FROM employees NATURAL LEFT JOIN (SELECT 1 AS id, 'x' AS extra) ORDER BY id LIMIT 2
  SELECT count(*) FROM orders WHERE note IS NOT NULL AND note NOT LIKE '%\_%' ESCAPE '\'
  SELECT instr('a,b,c', ','), instr('abc', 'z'), instr(x'0102', x'02'), replace('aaa', 'a', 'bb'), char(9731), unicode('☃'), length('☃'), hex('☃'), trim('..a..', '.'), ltrim('  x'), rtrim('x  ') || '|'
  SELECT total FROM orders WHERE total IS NOT NULL GROUP BY total HAVING count(*) > 1
  SELECT 1 UNION SELECT 1 UNION ALL SELECT 1
  SELECT id, total FROM (SELECT id, total, 1 AS k FROM orders WHERE id = 1 UNION ALL SELECT id, total, 0 FROM orders WHERE id = 2) ORDER BY k
  SELECT avg(d), sum(d), min(d), max(d), count(d), round(avg(d), 2), sum(d) / count(*), sum(d) / 3 FROM samples
  SELECT 5 / 2 AS a, 5 / 2.0 AS b, 5 % 2 AS c, (SELECT sum(salary) FROM employees) / 7 AS d, (SELECT count(*) FROM orders) / 5 AS e, (SELECT avg(salary) FROM employees) / 2 AS f
  SELECT max(name), min(name), max(length(name)) FROM customers WHERE country = 'DE'
  SELECT id, i FROM samples WHERE i > (SELECT avg(i) FROM samples) OR i = (SELECT min(j) FROM samples) ORDER BY id
  SELECT '2024-01-15' > '2024-01-02', date('2024-01-15') > '2024-01-02', '10' > '9', 10 > 9, 'B' > 'a'
  SELECT id, likelihood(i > 2, 0.5) AS l, unlikely(i < 0) AS u, likely(b) AS k FROM samples ORDER BY id
  SELECT CURRENT_TIMESTAMP = datetime('now'), CURRENT_DATE = date('now'), CURRENT_TIME = time('now')
  SELECT iif(i > 5, 'a', i > 2, 'b', 'c') AS x, if(i > 5, 1, 0) AS y FROM samples ORDER BY id
  SELECT subtype, n FROM (SELECT CASE WHEN attributes IS NULL THEN 'none' ELSE json_type(attributes) END AS subtype, count(*) AS n FROM products GROUP BY 1) ORDER BY n DESC, subtype
  SELECT random() BETWEEN -9223372036854775808 AND 9223372036854775807, abs(random() % 10) < 10
  SELECT octet_length('é'), length(CAST('é' AS BLOB)), CAST('12' AS BLOB) = x'3132', concat(1, NULL, 'x'), concat_ws('-', 'a', NULL, 2)
  -- walks through documents, and texts
  SELECT key, fullkey, path, type FROM json_each('{"a":1,"a_b":{"c d":[1,"x"]},"1x":2,"b2":3}') ORDER BY fullkey
  SELECT key, fullkey, path, type FROM json_tree('{"a":1,"a_b":{"c d":[1,"x"]},"1x":2,"b2":3}') ORDER BY fullkey
  SELECT count(*), max(value) FROM json_tree('[1,[2,[3]]]') WHERE type = 'integer'
  SELECT fullkey FROM json_each('5')
  SELECT t, u, t < u AS lt, t = u COLLATE NOCASE AS same, coalesce(nullif(trim(u), ''), t) AS c FROM samples WHERE id <> 7 ORDER BY id
  SELECT name FROM customers WHERE id < 7 ORDER BY name COLLATE NOCASE DESC
`);

/** What a target has no way to say, or what no engine promises. */
const declared: readonly Case[] = [
  {
    sql: 'SELECT id, salary, SUM(salary) OVER (ORDER BY salary GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) AS g FROM employees ORDER BY id',
  },
  {
    sql: 'SELECT id, salary, COUNT(*) OVER (ORDER BY salary RANGE BETWEEN 150 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) AS near FROM employees ORDER BY id',
  },
  {
    sql: "SELECT id, GROUP_CONCAT(name, ',') OVER (PARTITION BY department ORDER BY id) AS so_far FROM employees ORDER BY id",
  },
  {
    sql: 'SELECT id, timediff(shipped_at, placed_on) FROM orders WHERE shipped_at IS NOT NULL ORDER BY id',
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
  {
    sql: "SELECT printf('%10.3f|%-8s|%08.2f|%5d|%%|%c|%e', 3.14159, 'ab', 2.5, 42, 'xyz', 12345.678)",
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: "SELECT id, json_extract(attributes, '$.' || 'color') AS c, attributes -> 'size' -> 'w' AS w, json_extract(attributes, '$.\"color\"') AS q FROM products ORDER BY id",
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: "SELECT sqlite_version() IS NOT NULL, typeof(random()), changes() >= 0, last_insert_rowid() >= 0, coalesce(typeof(NULL), 'x')",
    refuses: ['POSTGRESQL'],
  },
  {
    sql: "SELECT json_pretty('{\"a\":1}') IS NOT NULL, json_array_length(jsonb('[1,2]')), json(jsonb('{\"a\":1}')), jsonb_extract('{\"a\":5}', '$.a')",
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: "SELECT p.id, t.fullkey, t.value FROM products p, json_tree(p.attributes) t WHERE t.type = 'text' ORDER BY p.id, t.fullkey",
    refuses: ['MYSQL'],
  },
  {
    sql: 'SELECT id, sum(salary) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) AS nb FROM employees ORDER BY id',
  },
  {
    sql: 'SELECT id, salary, count(*) OVER (ORDER BY salary GROUPS CURRENT ROW) AS peers FROM employees ORDER BY id',
  },
  {
    sql: "SELECT id, group_concat(name, '-') OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS nb FROM employees ORDER BY id",
  },
  {
    sql: "SELECT 'abc   ' = 'abc' COLLATE RTRIM, 'a' = 'A' COLLATE NOCASE, 'abc' COLLATE BINARY = 'ABC'",
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: "SELECT date('2024-01-31', '+1 month', 'floor'), date('2024-01-31', '+1 month', 'ceiling'), datetime(0, 'unixepoch', '+1 day'), datetime(1704067200.5, 'unixepoch'), datetime('2024-01-01', '+1 day', 'weekday 1'), date('2024-01-01', '+01-02-03')",
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: "SELECT timediff('2024-03-01', '2024-01-31'), timediff('2024-01-02 09:00:00', '2024-01-01')",
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: "SELECT json_extract(attributes, '$.' || k.column1) AS v FROM products, (VALUES ('color'), ('rating')) k WHERE id = 1 ORDER BY 1",
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    sql: "SELECT DISTINCT t.key FROM products p, json_tree(p.attributes) t WHERE t.key = 'w' OR t.key = 'color' ORDER BY t.key",
    refuses: ['MYSQL'],
  },
];

export const sqliteFresh: readonly Case[] = [...same, ...declared];
