import { plainCases, type Case } from './case.js';

/** Statements as phones, notebooks, ORMs and courses write them. */
export const sqliteDevices: readonly Case[] = plainCases(`
  SELECT strftime('%Y-%m', placed_on) AS month, COUNT(*) AS n, total(total) AS t FROM orders GROUP BY 1 ORDER BY 1
  SELECT id, name, ifnull(city, 'n/a') AS city FROM customers WHERE email LIKE '%example.com' ORDER BY id
  SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.placed_on BETWEEN '2024-01-01' AND '2024-12-31' ORDER BY o.total DESC NULLS LAST, o.id LIMIT 4
  SELECT id, julianday(shipped_at) - julianday(placed_on) AS days FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT department, group_concat(name, '; ') AS names FROM (SELECT department, name FROM employees ORDER BY name) GROUP BY department ORDER BY department
  WITH RECURSIVE cnt(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM cnt WHERE x < 10) SELECT x, x * x AS sq, x / 3 AS q, x % 3 AS r FROM cnt
  WITH RECURSIVE dates(d) AS (VALUES('2024-02-27') UNION ALL SELECT date(d, '+1 day') FROM dates WHERE d < '2024-03-02') SELECT d, strftime('%w', d) AS w FROM dates ORDER BY d
  SELECT id, json_extract(attributes, '$.color') AS color, json_extract(attributes, '$.size.w') AS w FROM products ORDER BY id
  SELECT p.id, je.value AS tag FROM products p, json_each(p.attributes, '$.tags') je ORDER BY p.id, je.value
  SELECT printf('%05d', id) AS code, printf('%.2f', price) AS p, upper(title) FROM products ORDER BY id
  SELECT typeof(1), typeof(1.5), typeof('x'), typeof(NULL), 7 / 2, 7 % 2, 7.0 / 2, '7' + 1, 'a' || 'b' || 1
  SELECT substr(name, 1, instr(name, ' ') - 1) AS first_name, substr(name, instr(name, ' ') + 1) AS last_name FROM customers WHERE instr(name, ' ') > 0 ORDER BY id
  SELECT id, CASE WHEN total > 100 THEN 'big' ELSE 'small' END AS size, total IS NULL AS missing, discount IS NOT NULL AS has FROM orders ORDER BY id
  SELECT name, salary, salary - lag(salary, 1, 0) OVER (ORDER BY id) AS diff, first_value(name) OVER (PARTITION BY department ORDER BY salary DESC, id) AS best FROM employees ORDER BY id
  SELECT status, count(*) FILTER (WHERE total > 100) AS big, sum(total) FILTER (WHERE discount IS NOT NULL) AS disc FROM orders GROUP BY status ORDER BY status
  SELECT date('2024-01-31', '+1 month') a, date('2024-03-15', 'start of month', '-1 day') b, strftime('%s', '2024-01-01') c, strftime('%j', '2024-03-01') d, datetime('2024-01-01 10:00:00', '+90 minutes') e, date('2024-01-10', 'weekday 0') f
  SELECT max(salary) FROM employees WHERE salary < (SELECT max(salary) FROM employees)
  SELECT id, name FROM customers WHERE name GLOB '*a*' ORDER BY id
  SELECT country, count(*) AS n, sum(active) AS act, avg(credit) AS avg_credit, round(avg(score), 1) AS sc FROM customers GROUP BY country HAVING n > 1 ORDER BY n DESC, country
  SELECT a.name AS emp, b.name AS boss FROM employees a LEFT JOIN employees b ON b.id = a.manager_id ORDER BY boss, emp
  SELECT id, coalesce(nullif(note, ''), 'none') AS note, length(note) AS len, replace(note, 'i', '_') AS r FROM orders ORDER BY id
  SELECT max(i, j) AS mx, min(i, j) AS mn, abs(i) AS a, round(f, 1) AS rf, i & j AS b FROM samples ORDER BY id
  SELECT strftime('%Y', born) AS y, (strftime('%Y', '2024-06-15') - strftime('%Y', born)) - (strftime('%m-%d', '2024-06-15') < strftime('%m-%d', born)) AS age FROM customers WHERE born IS NOT NULL ORDER BY id
  SELECT CAST(t AS INTEGER) AS i, CAST(f AS INTEGER) AS fi, CAST(i AS TEXT) || '!' AS s, CAST(d AS REAL) AS r FROM samples ORDER BY id
  SELECT name FROM customers WHERE active AND credit > 50 ORDER BY name COLLATE NOCASE
  SELECT json_object('id', id, 'title', title) AS doc, json_array(id, sku) AS arr FROM products ORDER BY id LIMIT 2
  SELECT json_group_array(name) AS names FROM (SELECT name FROM employees WHERE department = 'sales' ORDER BY name)
  SELECT 1 WHERE 'abc' LIKE 'A%' AND 'a' < 'b' AND NOT 0
  SELECT iif(stock = 0, 'out', iif(stock < 10, 'low', 'ok')) AS level, count(*) FROM products GROUP BY level ORDER BY level
  SELECT * FROM orders WHERE (customer_id, placed_on) IN (SELECT customer_id, max(placed_on) FROM orders GROUP BY customer_id) ORDER BY id
  SELECT c.name, group_concat(o.id) AS ids FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY c.id
  SELECT json_group_array(json_object('id', id, 'name', name)) FROM (SELECT id, name FROM employees ORDER BY salary DESC, id LIMIT 3)
  SELECT status, group_concat(customer_id, '|') FROM (SELECT * FROM orders ORDER BY total DESC, id) GROUP BY status
  SELECT date(created_at) AS d, time(created_at) AS t, strftime('%H:%M', created_at) AS hm, strftime('%d.%m.%Y', created_at) AS de, datetime(created_at, 'start of day') AS sod FROM customers ORDER BY id
  SELECT date(placed_on, 'start of month', '+1 month', '-1 day') AS eom, date(placed_on, '-' || strftime('%w', placed_on) || ' days') AS week_start, strftime('%W', placed_on) AS wk FROM orders ORDER BY id
  SELECT CAST(julianday('2024-03-01') - julianday('2024-02-01') AS INTEGER) AS days, CAST((julianday('2024-01-02 06:00:00') - julianday('2024-01-01')) * 24 AS INTEGER) AS hrs, strftime('%s', '2024-01-02') - strftime('%s', '2024-01-01') AS secs
  SELECT CAST(strftime('%Y', placed_on) AS INTEGER) AS y, (CAST(strftime('%m', placed_on) AS INTEGER) + 2) / 3 AS q, SUM(total) FROM orders GROUP BY y, q ORDER BY y, q
  SELECT date(1704067200, 'unixepoch') AS d, datetime(1704067200, 'unixepoch', '+1 hour') AS dt, strftime('%Y-%m-%dT%H:%M:%SZ', '2024-01-05 03:04:05') AS iso
  WITH RECURSIVE split(id, word, rest) AS (SELECT id, '', tags || ',' FROM products WHERE tags IS NOT NULL AND tags <> '' UNION ALL SELECT id, substr(rest, 1, instr(rest, ',') - 1), substr(rest, instr(rest, ',') + 1) FROM split WHERE rest <> '') SELECT id, word FROM split WHERE word <> '' ORDER BY id, word
  WITH RECURSIVE org(id, name, lvl, path) AS (SELECT id, name, 0, name FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, org.lvl + 1, org.path || '/' || e.name FROM employees e JOIN org ON e.manager_id = org.id) SELECT substr('..........', 1, lvl * 2) || name AS tree, path FROM org ORDER BY path
  SELECT id, salary, rank() OVER w AS r, dense_rank() OVER w AS dr, row_number() OVER (ORDER BY salary DESC, id) AS rn, sum(salary) OVER (ORDER BY id) AS rt FROM employees WINDOW w AS (ORDER BY salary DESC) ORDER BY id
  SELECT department, count(*) AS n, round(avg(salary), 2) AS avg, max(salary) - min(salary) AS spread, total(bonus) AS tb, sum(bonus) AS sb FROM employees GROUP BY department ORDER BY n DESC, department
  SELECT id, name, active = 1 AS is_active, NOT active AS inactive, active + 1 AS ap, CASE active WHEN 1 THEN 'on' ELSE 'off' END AS st FROM customers ORDER BY id
  SELECT 10 / 4, 10 / 4.0, 10 % 4, -7 / 2, -7 % 2, 1 / 0, 5 % 0, 2 * 3.5, round(2.5), round(-2.567, 2), abs(-3), 7 & 3, 1 << 3, ~1
  SELECT coalesce(NULL, 'a'), ifnull(NULL, 1), nullif(2, 2), iif(1 < 2, 'y', 'n'), max(1, 2, 3), min('b', 'a'), typeof(1 + 1.0), CAST('12abc' AS INTEGER), CAST(3.9 AS INTEGER), CAST(5 AS TEXT), CAST('3.5' AS REAL), CAST('x' AS NUMERIC)
  SELECT id, json_type(attributes, '$.rating') AS t, json_array_length(attributes, '$.tags') AS n, attributes ->> '$.color' AS c FROM products WHERE json_valid(attributes) ORDER BY id
  SELECT id FROM products WHERE json_extract(attributes, '$.color') = 'blue' AND json_extract(attributes, '$.size.w') > 100 ORDER BY id
  SELECT je.key, je.value FROM products p, json_each(p.attributes) je WHERE p.id = 3 AND je.type <> 'array' ORDER BY je.key
  SELECT EXISTS(SELECT 1 FROM json_each('[1,2,3]') WHERE value = 2) AS has2
  SELECT p.title FROM products p WHERE EXISTS (SELECT 1 FROM json_each(p.attributes, '$.tags') WHERE value = 'wood') ORDER BY p.id
  SELECT value FROM json_each('["a","b","c"]')
  SELECT o.id, o.status FROM orders o WHERE o.id IN (SELECT value FROM json_each('[1,3,5]')) ORDER BY o.id
  SELECT count(*) FROM customers WHERE email IS NOT NULL AND email != '' AND email NOT LIKE '%@example.com'
  SELECT "customers"."id", "customers"."name" FROM "customers" WHERE "customers"."active" = 1 AND ("customers"."name" LIKE '%a%' ESCAPE '\\') ORDER BY "customers"."id" ASC LIMIT 21
  SELECT strftime('%Y-%m', c.created_at) AS cohort, count(DISTINCT c.id) AS users, count(DISTINCT CASE WHEN o.placed_on < date(c.created_at, '+1 year') THEN c.id END) AS converted FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY cohort ORDER BY cohort
  SELECT id, cast((julianday('2024-06-01') - julianday(born)) / 365.25 AS INTEGER) AS age FROM customers WHERE born IS NOT NULL ORDER BY id
  SELECT strftime('%m', placed_on) AS m, count(*) FROM orders WHERE strftime('%Y', placed_on) = '2024' GROUP BY m HAVING count(*) > 1 ORDER BY m
  SELECT CASE strftime('%w', placed_on) WHEN '0' THEN 'Sun' WHEN '1' THEN 'Mon' WHEN '6' THEN 'Sat' ELSE 'mid' END AS d, count(*) AS n FROM orders GROUP BY d ORDER BY n DESC, d
  SELECT id, unixepoch(placed_on) AS u FROM orders ORDER BY id LIMIT 2
  SELECT id, printf('%,d', total) FROM orders WHERE total IS NOT NULL ORDER BY id
  SELECT id, printf('%s (%d)', name, id) AS label, printf('%08.3f', credit) AS c FROM customers WHERE credit IS NOT NULL ORDER BY id
  SELECT id, format('%-10s|', sku) AS f FROM products ORDER BY id
  SELECT a.id, b.id FROM samples a LEFT JOIN samples b ON b.i = a.i AND b.id <> a.id ORDER BY a.id, b.id
  SELECT id, total, ntile(4) OVER (ORDER BY total) AS q, lead(total, 1, 0) OVER (ORDER BY id) AS nx, percent_rank() OVER (ORDER BY total) AS pr FROM orders WHERE total IS NOT NULL ORDER BY id
  SELECT id, sum(total) OVER (ORDER BY placed_on RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s, count(*) OVER (PARTITION BY status) AS c, avg(total) OVER (ORDER BY id ROWS 2 PRECEDING) AS a FROM orders ORDER BY id
  SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY department ORDER BY salary DESC, id) AS rn FROM employees) WHERE rn = 1 ORDER BY id
  SELECT department, sum(CASE WHEN hired < '2016-01-01' THEN 1 ELSE 0 END) AS old, sum(hired >= '2016-01-01') AS new FROM employees GROUP BY department ORDER BY department IS NULL, department
  SELECT id FROM customers WHERE name LIKE 'g%' OR email LIKE '%EXAMPLE.ORG' ORDER BY id
  SELECT id FROM customers WHERE lower(name) = 'eve adams' OR name = 'ADA LOVELACE' COLLATE NOCASE ORDER BY id
  SELECT id FROM products WHERE tags GLOB '*wood*' AND title NOT GLOB '[a-z]*' ORDER BY id
  SELECT id FROM samples WHERE t IN ('abc', 'ABC') OR u IS NOT 'b' ORDER BY id
  SELECT id FROM samples WHERE i IS NOT DISTINCT FROM j OR i IS NULL ORDER BY id
  SELECT id FROM orders WHERE note IS '' OR note ISNULL OR note NOTNULL AND length(note) > 8 ORDER BY id
  SELECT id, i / j AS q, i % j AS r, i * 1.0 / j AS f, -i AS n, i || '-' || j AS s FROM samples ORDER BY id
  SELECT count(*), count(discount), sum(discount), avg(discount), min(note), max(note), total(discount) FROM orders
  SELECT customer_id, min(placed_on), max(placed_on), julianday(max(placed_on)) - julianday(min(placed_on)) AS span FROM orders GROUP BY customer_id ORDER BY customer_id
  WITH first AS (SELECT customer_id, min(strftime('%Y-%m', placed_on)) AS cohort FROM orders GROUP BY customer_id) SELECT cohort, (CAST(strftime('%Y', o.placed_on) AS INTEGER) * 12 + CAST(strftime('%m', o.placed_on) AS INTEGER)) - (CAST(substr(cohort, 1, 4) AS INTEGER) * 12 + CAST(substr(cohort, 6, 2) AS INTEGER)) AS age, count(DISTINCT o.customer_id) AS n FROM orders o JOIN first USING (customer_id) GROUP BY 1, 2 ORDER BY 1, 2
  SELECT status, json_group_object(id, total) FROM orders WHERE status IN ('open') GROUP BY status
  SELECT json_object('customer', c.name, 'orders', (SELECT json_group_array(json_object('id', o.id, 'total', o.total)) FROM orders o WHERE o.customer_id = c.id)) AS doc FROM customers c WHERE c.id IN (1, 6) ORDER BY c.id
  SELECT p.id, count(*) AS n FROM products p, json_each(p.attributes, '$.tags') GROUP BY p.id ORDER BY p.id
  SELECT key, value, type FROM json_each('{"a":1,"b":"x","c":true}') ORDER BY key
  VALUES (1, 'a'), (2, 'b')
  SELECT column1, column2 FROM (VALUES (1, 'x'), (2, 'y')) ORDER BY column1 DESC
  SELECT count(*) FILTER (WHERE active) * 100.0 / count(*) AS pct FROM customers
  SELECT id, CASE WHEN typeof(i) = 'integer' THEN 'int' ELSE typeof(i) END AS ti, typeof(f) AS tf, typeof(t) AS tt FROM samples ORDER BY id
`);
