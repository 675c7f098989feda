import { plainCases, type Case } from './case.js';

/** More of what strangers write for PostgreSQL: catalogues of features, cleaning, time, documents, arrays. */
export const postgresqlStrange: readonly Case[] = [
  ...plainCases(String.raw`
SELECT id, name FROM employees WHERE id = ANY(ARRAY(SELECT manager_id FROM employees WHERE manager_id IS NOT NULL)) ORDER BY id
SELECT category, array_agg(DISTINCT title) FROM products WHERE category IS NOT NULL GROUP BY category ORDER BY category
SELECT array_to_string(ARRAY[name, city, country], ', ') FROM customers ORDER BY id
SELECT (ARRAY['low', 'mid', 'high'])[1 + id % 3] FROM customers ORDER BY id
SELECT x.n FROM unnest('{10,20,30}'::int[]) WITH ORDINALITY AS x(n, i) WHERE x.i > 1 ORDER BY x.i
SELECT id, tags FROM products WHERE string_to_array(tags, ',') && ARRAY['red', 'desk'] ORDER BY id
SELECT id FROM products WHERE string_to_array(tags, ',') @> ARRAY['wood'] ORDER BY id
SELECT ARRAY[1, 2] || ARRAY[3], array_append(ARRAY[1], 2), cardinality(ARRAY[1, 2, 3])
SELECT country, count(*), round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS pct FROM customers GROUP BY country ORDER BY count(*) DESC, country
SELECT placed_on, total, total - lag(total, 1, 0::numeric) OVER (ORDER BY placed_on, id) AS delta FROM orders WHERE total IS NOT NULL ORDER BY placed_on, id
SELECT d::date, to_char(d, 'Dy'), extract(isodow FROM d) FROM generate_series(timestamp '2024-02-26', timestamp '2024-03-03', interval '1 day') d
SELECT c.name, o.last_total FROM customers c LEFT JOIN LATERAL (SELECT total AS last_total FROM orders WHERE customer_id = c.id ORDER BY placed_on DESC LIMIT 1) o ON true ORDER BY c.id
SELECT id, CASE status WHEN 'paid' THEN 1 WHEN 'open' THEN 0 END::int AS flag FROM orders ORDER BY id
SELECT sum(CASE WHEN status = 'paid' THEN total ELSE 0 END)::numeric(10, 2) AS paid, avg(total)::int FROM orders
SELECT TO_CHAR(total, 'FM$999,990.00'), TO_CHAR(total, '9,999.99'), to_char(placed_on, 'Mon DD, YYYY HH12:MI AM') FROM orders ORDER BY id
SELECT to_char(at, 'HH24:MI:SS.MS'), to_char(at, 'YYYYMMDDHH24MISS'), to_char(day, 'DDD'), to_char(day, 'Q'), to_char(day, 'WW') FROM samples ORDER BY id
SELECT date_trunc('hour', at), date_trunc('quarter', at), date_trunc('year', day), date_part('dow', day) FROM samples ORDER BY id
SELECT current_date - date '2020-01-01' > 1000, now() > timestamp '2020-01-01', extract(year FROM now()) >= 2024
SELECT id FROM orders WHERE placed_on BETWEEN '2024-01-01' AND '2024-01-01'::date + 60 ORDER BY id
SELECT id FROM orders WHERE shipped_at::date - placed_on > 1 ORDER BY id
SELECT id, shipped_at - placed_on > interval '1 day 12 hours' FROM orders ORDER BY id
SELECT date '2024-02-29' + interval '1 year', date '2024-03-31' - interval '1 month', timestamp '2024-01-01 10:00' + 3 * interval '90 minutes'
SELECT id, greatest(placed_on, shipped_at::date), least(placed_on, date '2024-06-01') FROM orders ORDER BY id
SELECT count(*) FROM orders WHERE extract(month FROM placed_on) IN (1, 2) AND NOT (status = 'cancelled')
SELECT concat_ws(' ', upper(left(name, 1)), lower(substr(name, 2))), length(trim(both ' ' from name)) FROM customers ORDER BY id
SELECT lpad(to_hex(id * 37), 4, '0'), chr(64 + id), ascii(name), repeat('*', id), translate(email, '@.', '#_') FROM customers ORDER BY id
SELECT name SIMILAR TO '%(a|e)_%', name LIKE 'A%' OR name ILIKE '%k', name ~ '^[A-Z]' FROM customers ORDER BY id
SELECT reverse(split_part(reverse(email), '.', 1)) AS tld FROM customers WHERE email IS NOT NULL ORDER BY id
SELECT title, length(title) - length(replace(lower(title), 'e', '')) AS es FROM products ORDER BY id
SELECT string_agg(name || ' (' || coalesce(department, '-') || ')', E'\n' ORDER BY name) FROM employees
SELECT 10 / 4, 10 / 4.0, 10::float / 4, -10 / 4, 10 % 4, -10 % 4, 2 ^ 3 ^ 2, 5 / 2 * 2.0
SELECT round(2.5), round(3.5), round(-2.5), round(2.5::float8), round(1234.567, -2), trunc(9.99), trunc(-9.99, 1), 0.1 + 0.2
SELECT d::int, f::int, round(f::numeric, 1), (i::float / 3)::numeric(10, 3), d::float8, ceil(d::float8)::int FROM samples ORDER BY id
SELECT avg(i), sum(d), count(i), avg(f)::numeric(10, 2), sum(i) / count(i), min(t), max(u COLLATE "C") FROM samples
SELECT i, NULLIF(i, 0), 10 / NULLIF(i, 0), coalesce(i, j, 0), i IS NULL, i IS DISTINCT FROM j, i IS NOT DISTINCT FROM j FROM samples ORDER BY id
SELECT NOT NULL::boolean, NULL AND FALSE, NULL OR TRUE, TRUE::text, 'yes'::boolean, 1::boolean, 0::boolean, true::int
SELECT id FROM samples WHERE b IS NOT TRUE AND (i > 2 OR i IS NULL) ORDER BY id
SELECT id FROM customers WHERE (country, active) IN (SELECT country, active FROM customers WHERE id = 1) ORDER BY id
SELECT id FROM employees WHERE salary >= ALL (SELECT salary FROM employees WHERE department = 'sales') ORDER BY id
SELECT id FROM customers c WHERE EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id AND o.total > 100) ORDER BY id
SELECT attributes #>> '{size,w}' AS w, attributes @> '{"new": true}' AS is_new, attributes ? 'color' FROM products WHERE jsonb_typeof(attributes) = 'object' ORDER BY id
SELECT jsonb_build_object('a', 1, 'b', jsonb_build_array(1, 'x', null, true)) -> 'b' ->> 1, '{"a":{"b":[1,2]}}'::jsonb #> '{a,b,1}'
SELECT p.id, e.key, e.value FROM products p CROSS JOIN LATERAL jsonb_each(p.attributes) e WHERE jsonb_typeof(p.attributes) = 'object' AND e.key IN ('color', 'rating') ORDER BY p.id, e.key
SELECT x.a, x.b FROM json_to_record('{"a": 5, "b": "hey"}') AS x(a int, b text)
SELECT json_object_agg(status, n ORDER BY status) FROM (SELECT status, count(*) n FROM orders GROUP BY status) s
SELECT department, first_value(name) OVER w AS top, nth_value(name, 2) OVER w AS second FROM employees WINDOW w AS (PARTITION BY department ORDER BY salary DESC, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) ORDER BY id
SELECT * FROM (SELECT id, dense_rank() OVER (PARTITION BY country ORDER BY score DESC NULLS LAST) AS r FROM customers) s WHERE r <= 2 ORDER BY id
SELECT id, sum(total) FILTER (WHERE status = 'paid') OVER (ORDER BY placed_on, id) AS running FROM orders ORDER BY placed_on, id
SELECT id, status, row_number() OVER (PARTITION BY status ORDER BY id) - row_number() OVER (ORDER BY id) AS grp FROM orders ORDER BY id
WITH RECURSIVE dates AS (SELECT DATE '2024-01-01' AS d UNION ALL SELECT (d + INTERVAL '1 month')::date FROM dates WHERE d < '2024-06-01') SELECT d, (SELECT count(*) FROM orders WHERE placed_on >= d AND placed_on < d + INTERVAL '1 month') FROM dates ORDER BY d
WITH RECURSIVE r AS (SELECT id, manager_id, name::text AS path, ARRAY[id] AS seen FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.manager_id, r.path || '/' || e.name, r.seen || e.id FROM employees e JOIN r ON e.manager_id = r.id WHERE NOT e.id = ANY(r.seen)) SELECT path FROM r ORDER BY path
SELECT COALESCE(status, 'total') AS status, sum(total), count(*) FROM orders GROUP BY ROLLUP (status) ORDER BY status
(SELECT 'max' AS k, max(total) FROM orders) UNION ALL (SELECT 'min', min(total) FROM orders) ORDER BY k
SELECT DISTINCT ON (department) department, name, salary FROM employees WHERE department IS NOT NULL ORDER BY department, salary DESC, id
SELECT * FROM (VALUES (1, 'x', NULL), (2, NULL, 2.5)) AS v(a, b, c) ORDER BY a
SELECT t.* FROM (SELECT id, total, avg(total) OVER () AS a FROM orders) t WHERE total > a ORDER BY id FETCH NEXT 2 ROWS ONLY
`),
  {
    sql: String.raw`SELECT unnest(ARRAY[1, 2, 3]) AS n, unnest(ARRAY['a', 'b', 'c']) AS l`,
  },
  {
    sql: String.raw`SELECT age(date '2024-05-15', date '2023-01-10')::text, extract(year FROM age(date '2024-05-15', date '1990-06-01'))`,
  },
  {
    sql: String.raw`SELECT substring(name from '[A-Za-z]+'), substring(email from 1 for 3), substring(sku, '\d+$') FROM customers JOIN products USING (id) ORDER BY id`,
  },
  {
    sql: String.raw`SELECT (regexp_match(sku, '([A-Z])-(\d+)'))[2]::int AS num FROM products ORDER BY id`,
  },
  {
    sql: String.raw`SELECT regexp_replace(title, '\s+', ' ', 'g'), regexp_replace(title, '^\W+|\W+$', '', 'g') FROM products ORDER BY id`,
  },
  {
    sql: String.raw`SELECT jsonb_insert('{"a": [1,2]}', '{a, 0}', '0'), jsonb_set('{"a": 1}', '{b}', '2'), '{"a":1,"b":2}'::jsonb - 'a', '{"a":1}'::jsonb || '{"b":2}'::jsonb`,
  },
  {
    sql: String.raw`SELECT id FROM orders ORDER BY total DESC NULLS LAST, id LIMIT 3 OFFSET (SELECT 1)`,
  },
  {
    sql: String.raw`SELECT bit_count(5::bit(8)), get_byte('abc'::bytea, 1), 5 & 3, 5 # 1, ~5, 1 << 4, -16 >> 2`,
    refuses: ['MYSQL', 'SQLITE'],
  },
];
