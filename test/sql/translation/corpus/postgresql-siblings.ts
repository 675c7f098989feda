import { plainCases } from './case.js';

/** What is near to statements that once failed: the same meaning in other words. */
export const postgresqlSiblings = plainCases(String.raw`
SELECT E'tab\there', 'it''s', $$dollar 'quoted'$$, U&'\0041', E'\\'
SELECT 7 / 2, -7 / 2, 7 % -2, -7 % 2, 7.0 / 2, 1 / 3.0, 2 ^ 10
SELECT quote_literal(note), quote_nullable(note), quote_literal(id) FROM orders ORDER BY id
SELECT big >> 3, -9 >> 1, (i - 10) >> 2 FROM samples ORDER BY id
SELECT id FROM orders WHERE (placed_on, interval '40 days') OVERLAPS (DATE '2024-02-01', DATE '2024-02-10') ORDER BY id
SELECT (DATE '2024-01-01', DATE '2024-01-31') OVERLAPS (DATE '2024-01-31', DATE '2024-02-10'), (DATE '2024-01-01', DATE '2024-01-01') OVERLAPS (DATE '2024-01-01', DATE '2024-02-10'), (NULL::date, DATE '2024-01-01') OVERLAPS (DATE '2024-01-01', DATE '2024-02-10')
SELECT id FROM samples WHERE int4range(1, 7, '[]') @> i ORDER BY id
SELECT id FROM orders WHERE daterange(placed_on, shipped_at::date, '[]') && daterange('2024-02-01', '2024-04-01') AND shipped_at IS NOT NULL ORDER BY id
SELECT id FROM orders WHERE placed_on <@ daterange(NULL, '2024-03-01') ORDER BY id
SELECT extract(hour FROM interval '30 hours'), extract(month FROM interval '14 months'), extract(second FROM interval '75.5 seconds'), extract(day FROM interval '1 week 30 hours')
SELECT date_bin('1 hour', created_at, '2023-01-01 00:30:00'), date_bin(interval '7 days', created_at, timestamp '2024-01-01') FROM customers ORDER BY id
SELECT day + at::time, day + time '08:30', at - interval '1 hour' FROM samples ORDER BY id
SELECT initcap(title), initcap(note) FROM products JOIN orders USING (id) ORDER BY id
SELECT regexp_replace(name, '[^A-Za-z]+', '_', 'g'), regexp_replace(title, '\s+', '-', 'g'), regexp_replace(sku, '\D', '', 'g') FROM customers JOIN products USING (id) ORDER BY id
SELECT regexp_count(name, '[aeiou]'), regexp_count(name, '\w+'), regexp_count(note, '[0-9]') FROM customers JOIN orders USING (id) ORDER BY id
SELECT substring(name from '[A-Za-z]+'), substring(sku from '\d+'), substring(note from '([0-9])') FROM customers JOIN products USING (id) JOIN orders USING (id) ORDER BY id
SELECT to_char(total, '999D99'), to_char(id, '000'), to_char(total, 'FM999.99'), to_char(total, '99.9'), to_char(total, 'FM$9,990.00'), to_char(0.5, '9.99'), to_char(0, '999') FROM orders ORDER BY id
SELECT mode() WITHIN GROUP (ORDER BY salary DESC), mode() WITHIN GROUP (ORDER BY department) FROM employees
SELECT customer_id, mode() WITHIN GROUP (ORDER BY status) FILTER (WHERE total > 0) FROM orders GROUP BY customer_id ORDER BY customer_id
SELECT department, rank(600) WITHIN GROUP (ORDER BY salary) FROM employees GROUP BY department ORDER BY department
SELECT array_agg(id ORDER BY id), array_agg(credit ORDER BY id), array_agg(active ORDER BY id) FILTER (WHERE id < 4), array_agg(id) FILTER (WHERE id > 99) FROM customers
SELECT array_length(array_agg(id), 1), cardinality(array_agg(DISTINCT country)), (array_agg(name ORDER BY score DESC NULLS LAST, id))[1] FROM customers
SELECT ARRAY[1, 2, NULL], ARRAY['a', 'b'], '{1,2}'::int[], '{x,"y z"}'::text[], ARRAY[]::int[]
SELECT c.id, ARRAY(SELECT o.id FROM orders o WHERE o.customer_id = c.id ORDER BY o.id DESC) FROM customers c ORDER BY c.id
SELECT x.v, x.o FROM (SELECT array_agg(id ORDER BY id) AS ids FROM customers) s, unnest(s.ids) WITH ORDINALITY AS x(v, o) ORDER BY x.o
WITH s AS (SELECT array_agg(name ORDER BY id) AS path FROM customers) SELECT array_to_string(path, '; '), array_position(path, 'Frank'), path[2], 'Frank' = ANY(path), 'frank' <> ALL(path) FROM s
WITH s AS (SELECT customer_id, array_agg(total ORDER BY id) AS totals FROM orders GROUP BY customer_id) SELECT customer_id, totals[1] FROM s ORDER BY customer_id
SELECT customer_id FROM (SELECT customer_id, array_agg(status ORDER BY id) AS path FROM orders GROUP BY customer_id) s ORDER BY path, customer_id
SELECT ARRAY[1, 2] @> ARRAY[2], ARRAY[1, 2] && ARRAY[3, 4], ARRAY['a'] <@ ARRAY['a', 'b'], 3 = ANY(ARRAY[1, 2] || 3)
SELECT json_build_object('ids', array_agg(id ORDER BY id)), to_json(ARRAY[1, 2]) FROM customers
SELECT COALESCE(status, 'all') AS status, COALESCE(customer_id, 0) AS customer_id, count(*) FROM orders GROUP BY CUBE (status, customer_id) ORDER BY 1, 2, 3
SELECT r.a, r.b, r.c FROM products p, jsonb_to_record(p.attributes) AS r(a int, b text, c boolean) WHERE p.id < 3 ORDER BY p.id
SELECT p.id, r.color, r.rating FROM products p CROSS JOIN LATERAL jsonb_to_record(p.attributes) AS r(color text, rating numeric) WHERE jsonb_typeof(p.attributes) = 'object' ORDER BY p.id
WITH RECURSIVE p(n, v) AS (SELECT 1, 2::bigint UNION ALL SELECT n + 1, v * v FROM p WHERE n < 6) SELECT n, v FROM p ORDER BY n
`);
