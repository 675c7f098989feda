import { plainCases, type Case } from './case.js';

/** Statements as a stranger writes them for PostgreSQL. */
export const postgresqlFresh: readonly Case[] = [
  ...plainCases(String.raw`
SELECT c.name, count(o.id) FILTER (WHERE o.status = 'paid') AS paid, count(o.id) FILTER (WHERE o.status <> 'paid') AS other FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY paid DESC, c.name LIMIT 5
SELECT id, name, CASE WHEN credit IS NULL THEN 'unknown' WHEN credit < 0 THEN 'debt' WHEN credit BETWEEN 0 AND 100 THEN 'low' ELSE 'high' END AS tier FROM customers ORDER BY id
SELECT width_bucket(salary, 300, 1100, 4) AS bucket, count(*), min(salary), max(salary) FROM employees GROUP BY bucket ORDER BY bucket
SELECT initcap(name), initcap('hello wORLD-foo bar_baz') FROM customers ORDER BY id
SELECT split_part(email, '@', 2) AS domain, count(*) FROM customers WHERE email LIKE '%@%' GROUP BY 1 ORDER BY 2 DESC, 1
SELECT split_part(tags, ',', -1), split_part(tags, ',', 4) FROM products ORDER BY id
SELECT id FROM customers WHERE email ~* '^[a-z_]+@example\.(com|net)$' ORDER BY id
SELECT id, name FROM customers WHERE name !~ '\s' ORDER BY id
SELECT overlay(sku PLACING 'XX' FROM 3 FOR 2), position('-' IN sku), strpos(title, 'e'), left(title, -2), right(title, -3) FROM products ORDER BY id
SELECT date_part('week', placed_on), to_char(placed_on, 'IYYY-IW'), extract(isoyear FROM placed_on), to_char(placed_on, 'Day'), to_char(placed_on, 'FMMonth DD, YYYY') FROM orders ORDER BY id
SELECT date_trunc('week', placed_on)::date AS wk, sum(total), count(*) FROM orders GROUP BY 1 HAVING count(*) >= 1 ORDER BY 1
SELECT (date_trunc('month', placed_on) + interval '1 month - 1 day')::date AS month_end, placed_on FROM orders ORDER BY id
SELECT extract(doy FROM placed_on), extract(century FROM placed_on), extract(decade FROM placed_on), extract(millennium FROM placed_on) FROM orders ORDER BY id
SELECT date_bin('15 minutes', at, TIMESTAMP '2020-01-01') FROM samples ORDER BY id
SELECT id FROM orders WHERE (placed_on, shipped_at) OVERLAPS (DATE '2024-01-15', DATE '2024-03-15') ORDER BY id
SELECT id FROM orders WHERE placed_on <@ daterange('2024-01-01', '2024-03-01') ORDER BY id
SELECT to_date('2024-03-15', 'YYYY-MM-DD'), to_date('15/03/2024', 'DD/MM/YYYY'), to_timestamp('2024-03-15 10:20', 'YYYY-MM-DD HH24:MI')::timestamp
SELECT extract(hour FROM shipped_at - placed_on), extract(day FROM shipped_at - placed_on) FROM orders ORDER BY id
SELECT id, shipped_at::time, shipped_at::date, shipped_at::time > '12:00' FROM orders ORDER BY id
SELECT at::date + time '10:00', at - time '01:00', day + 1, day - 7 FROM samples ORDER BY id
SELECT extract(epoch FROM interval '1 day 2 hours'), extract(minute FROM interval '90 minutes')
SELECT make_interval(days => 10) + DATE '2024-01-01', DATE '2024-01-31' + make_interval(months => 1)
SELECT round(avg(salary), 2), round(avg(bonus)::numeric, 1), trunc(avg(salary)), ceil(avg(salary)), floor(avg(bonus)) FROM employees
SELECT round(d), round(f), round(d, -1), trunc(d, 1), trunc(-2.7), ceil(-2.5), floor(f), sign(d), abs(i) FROM samples ORDER BY id
SELECT mod(i, 3), i % 3, div(i, 3), power(i, 2), sqrt(abs(i)), cbrt(27), exp(0), ln(1), log(100), log(2, 8) FROM samples ORDER BY id
SELECT degrees(pi()), radians(180), sin(0), cos(0), atan2(1, 1), cot(1), sinh(0) FROM samples WHERE id = 1
SELECT i << 1, i >> 1, i & j, i | j, i # j, ~i FROM samples ORDER BY id
SELECT bool_and(total > 0), bool_or(total < 0), every(status <> '') FROM orders
SELECT mode() WITHIN GROUP (ORDER BY status) FROM orders
SELECT department, array_agg(name ORDER BY salary DESC, name) FROM employees GROUP BY department ORDER BY department NULLS LAST
SELECT country, city, count(*), grouping(country), grouping(country, city) FROM customers GROUP BY ROLLUP (country, city) ORDER BY country NULLS LAST, city NULLS LAST, 4, 5
SELECT status, extract(year FROM placed_on) AS y, sum(total) FROM orders GROUP BY CUBE (status, y) ORDER BY 1 NULLS LAST, 2 NULLS LAST
SELECT status, customer_id, count(*) FROM orders GROUP BY GROUPING SETS ((status), (customer_id), ()) ORDER BY 1 NULLS LAST, 2 NULLS LAST
SELECT rank(600) WITHIN GROUP (ORDER BY salary DESC) FROM employees
SELECT id, first_value(salary) OVER (PARTITION BY department ORDER BY hired ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), count(*) OVER () FROM employees ORDER BY id
SELECT DISTINCT ON (customer_id) customer_id, id, total FROM orders ORDER BY customer_id, total DESC NULLS LAST, id
WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY category ORDER BY price DESC) AS rn FROM products) SELECT category, title, price FROM ranked WHERE rn = 1 ORDER BY category NULLS FIRST
WITH RECURSIVE t(n, f) AS (VALUES (1, 1::bigint) UNION ALL SELECT n + 1, f * (n + 1) FROM t WHERE n < 15) SELECT n, f FROM t ORDER BY n
WITH RECURSIVE org AS (SELECT id, name, manager_id, ARRAY[id] AS path FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, e.manager_id, o.path || e.id FROM employees e JOIN org o ON e.manager_id = o.id) SELECT id, name, array_length(path, 1) AS depth FROM org ORDER BY path
WITH RECURSIVE fib(a, b) AS (SELECT 0, 1 UNION ALL SELECT b, a + b FROM fib WHERE b < 100) SELECT a FROM fib
WITH m AS MATERIALIZED (SELECT customer_id, sum(total) AS t FROM orders GROUP BY customer_id), a AS NOT MATERIALIZED (SELECT avg(t) AS avg_t FROM m) SELECT m.customer_id, m.t FROM m, a WHERE m.t > a.avg_t ORDER BY 1
SELECT c.id, o.id FROM customers c FULL OUTER JOIN orders o ON o.customer_id = c.id AND o.total > 100 ORDER BY c.id NULLS LAST, o.id NULLS LAST
SELECT * FROM customers NATURAL JOIN (SELECT id, note FROM orders) x ORDER BY id
SELECT e.name, m.name FROM employees e LEFT JOIN employees m ON e.manager_id = m.id WHERE e.salary > COALESCE(m.salary, 0) * 0.75 ORDER BY e.id
SELECT p.title FROM products p WHERE NOT EXISTS (SELECT 1 FROM order_items i WHERE i.product_id = p.id AND i.quantity > 1) ORDER BY p.id
SELECT customer_id FROM orders GROUP BY customer_id HAVING sum(total) > (SELECT avg(total) FROM orders) ORDER BY customer_id
SELECT id FROM orders WHERE total >= SOME (SELECT total FROM orders WHERE status = 'paid') ORDER BY id
SELECT id FROM orders WHERE (customer_id, status) IN ((1, 'paid'), (2, 'open')) ORDER BY id
SELECT id FROM samples WHERE (i, j) IS DISTINCT FROM (3, 3) ORDER BY id
SELECT id FROM samples WHERE ROW(i, j) > ROW(3, 2) ORDER BY id
(SELECT id, name FROM customers ORDER BY id LIMIT 2) UNION ALL (SELECT id, name FROM employees ORDER BY id DESC LIMIT 2) ORDER BY name
SELECT city FROM customers EXCEPT ALL SELECT city FROM customers WHERE country = 'GB'
SELECT status FROM orders INTERSECT ALL SELECT status FROM orders WHERE id < 6 ORDER BY status
SELECT id, salary FROM employees ORDER BY salary DESC FETCH FIRST 3 ROWS WITH TIES
SELECT p.id, t.tag, t.ord FROM products p, jsonb_array_elements_text(p.attributes -> 'tags') WITH ORDINALITY AS t(tag, ord) ORDER BY p.id, t.ord
SELECT * FROM jsonb_to_recordset('[{"a":1,"b":"x"},{"a":2,"b":"y"}]'::jsonb) AS t(a int, b text) ORDER BY a
SELECT row_to_json(e) FROM (SELECT id, name FROM employees WHERE id < 3) e ORDER BY e.id
SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*) AS n FROM orders GROUP BY status) s
SELECT id, attributes->'tags'->>0 AS first_tag, COALESCE((attributes->>'rating')::numeric, 0) AS rating FROM products ORDER BY rating DESC, id
SELECT NULLIF(trim(email), ''), COALESCE(NULLIF(city, ''), 'n/a') FROM customers ORDER BY id
SELECT 'abc' < 'abd', NULL = NULL, NULL IS NOT DISTINCT FROM NULL, 1 <> ALL (ARRAY[2, 3]), 5 BETWEEN 1 AND 10
SELECT name COLLATE "C" FROM customers ORDER BY name COLLATE "C"
SELECT g.n, count(o.id) FROM generate_series(1, 12) AS g(n) LEFT JOIN orders o ON extract(month FROM o.placed_on) = g.n GROUP BY g.n ORDER BY g.n
SELECT string_agg(DISTINCT status, '|' ORDER BY status DESC), count(DISTINCT customer_id), max(total) - min(total) FROM orders
`),
  {
    sql: String.raw`SELECT regexp_replace(name, '[^A-Za-z]+', '_', 'g'), regexp_replace(lower(sku), '\d', '#') FROM customers JOIN products USING (id) ORDER BY id`,
  },
  {
    sql: String.raw`SELECT regexp_count(name, '[aeiou]'), regexp_instr(name, 'o'), regexp_substr(name, '[A-Z][a-z]+') FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT array_length(regexp_split_to_array(name, '\s+'), 1) AS words FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT word, count(*) FROM customers, regexp_split_to_table(lower(name), '\s+') AS word GROUP BY word ORDER BY 2 DESC, 1`,
  },
  {
    sql: String.raw`SELECT quote_literal(note), quote_ident('Order'), quote_nullable(note) FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT md5(name), encode('hello'::bytea, 'base64'), encode(decode('DEADBEEF', 'hex'), 'hex') FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT encode(sha256(convert_to(name, 'UTF8')), 'hex') AS a, encode(sha224(email::bytea), 'hex') AS b, sha256('\x00ff') AS c, convert_from(decode('aGVsbG8=', 'base64'), 'UTF8') AS d FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, age(shipped_at, placed_on) FROM orders WHERE shipped_at IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT justify_hours(interval '30 hours'), justify_days(interval '35 days')`,
  },
  { sql: String.raw`SELECT gcd(i, j), lcm(i, j), factorial(5) FROM samples ORDER BY id`, refuses: ['MYSQL'] },
  { sql: String.raw`SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY salary) FROM employees` },
  {
    sql: String.raw`SELECT id, sum(salary) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING EXCLUDE CURRENT ROW) FROM employees ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, salary, avg(salary) OVER (ORDER BY salary GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM employees ORDER BY id`,
  },
  {
    sql: String.raw`SELECT jsonb_path_query_first(attributes, '$.size.w'), jsonb_path_exists(attributes, '$.tags[*]') FROM products ORDER BY id`,
  },
  {
    sql: String.raw`SELECT jsonb_pretty('{"a":1}'::jsonb), jsonb_strip_nulls('{"a":null,"b":1}'::jsonb)`,
    warns: { MYSQL: ['JSON_LAYOUT', 'RARE_VALUES'], SQLITE: ['JSON_LAYOUT'] },
  },
  { sql: String.raw`SELECT pg_typeof(id), pg_typeof(name) FROM customers WHERE id = 1`, refuses: ['MYSQL', 'SQLITE'] },
  {
    sql: String.raw`SELECT to_char(total, '999D99'), to_char(total, 'L9,999.00'), to_char(id, '000'), to_char(total, 'S999.9') FROM orders ORDER BY id`,
    refuses: ['MYSQL', 'SQLITE'],
  },
];
