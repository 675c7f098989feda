import { plainCases } from './case.js';

/** Statements as applications write them for PostgreSQL, of kinds that the other files have not. */
export const postgresqlUnseen = plainCases(String.raw`
-- quotients of what is cast
SELECT id, i / j AS q, i % j AS r, i::numeric / j AS x FROM samples WHERE j <> 0 ORDER BY id
-- a column of a recursive table that is called by what is cast
WITH RECURSIVE tree AS (SELECT id, name, manager_id, 1 AS depth, name::text AS path FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, e.manager_id, t.depth + 1, t.path || ' > ' || e.name FROM employees e JOIN tree t ON e.manager_id = t.id) SELECT repeat('  ', depth - 1) || name AS label, path FROM tree ORDER BY path
-- functions of rows in the list of columns
WITH days AS (SELECT generate_series('2024-02-27'::date, '2024-03-02'::date, interval '1 day')::date AS d) SELECT d, count(o.id) FROM days LEFT JOIN orders o ON o.placed_on = days.d GROUP BY d ORDER BY d
SELECT generate_series(1, 5) AS n
SELECT generate_series(1, 5) * 10 ORDER BY 1 DESC LIMIT 2
SELECT generate_series('2024-01-01'::timestamp, '2024-01-03'::timestamp, '12 hours') AS ts ORDER BY 1
SELECT id, unnest(string_to_array(tags, ',')) AS tag FROM products WHERE tags <> '' ORDER BY id, tag
SELECT tag, count(*) FROM (SELECT unnest(string_to_array(tags, ',')) AS tag FROM products) s GROUP BY tag ORDER BY count(*) DESC, tag
SELECT unnest(string_to_array(tags, ',')) AS tag, count(*) FROM products GROUP BY tag ORDER BY 2 DESC, 1
SELECT unnest(string_to_array(tags, ',')), count(*) FROM products GROUP BY 1 ORDER BY 2 DESC, 1
SELECT DISTINCT trim(unnest(string_to_array(tags, ','))) AS tag FROM products ORDER BY tag
SELECT id, jsonb_array_elements_text(attributes->'tags') AS tag FROM products WHERE jsonb_typeof(attributes) = 'object' ORDER BY id, tag
SELECT jsonb_object_keys(attributes) AS k, count(*) FROM products WHERE jsonb_typeof(attributes) = 'object' GROUP BY 1 ORDER BY 1
SELECT s.unnest FROM (SELECT unnest(ARRAY['b', 'a', 'c'])) s ORDER BY 1
SELECT p.*, unnest(string_to_array(tags, ',')) AS one FROM products p WHERE id = 1 ORDER BY one
SELECT id, e.value FROM products, jsonb_array_elements_text(attributes->'tags') AS e(value) WHERE id < 3 ORDER BY id, e.value
-- frames that go so far
SELECT id, sum(total) OVER (ORDER BY placed_on RANGE BETWEEN INTERVAL '30 days' PRECEDING AND CURRENT ROW) AS last30 FROM orders ORDER BY id
SELECT id, count(*) OVER (PARTITION BY customer_id ORDER BY placed_on RANGE BETWEEN '31 days' PRECEDING AND '1 day' PRECEDING) FROM orders ORDER BY id
SELECT id, avg(f) OVER (ORDER BY at RANGE BETWEEN interval '12 hours' PRECEDING AND interval '12 hours' FOLLOWING) FROM samples ORDER BY id
SELECT id, sum(i) OVER (ORDER BY i RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS near FROM samples ORDER BY id
SELECT id, sum(i) OVER (ORDER BY i DESC RANGE BETWEEN 4 PRECEDING AND CURRENT ROW) AS near FROM samples ORDER BY id
SELECT id, sum(salary) OVER (ORDER BY hired RANGE BETWEEN UNBOUNDED PRECEDING AND interval '1 day' FOLLOWING) FROM employees ORDER BY id
-- truth values out of documents, moments out of numbers
SELECT '[1,2]'::jsonb @> '1' AS contains, '{"a":1,"b":2}'::jsonb @> '{"a":1}' AS c2
SELECT id, attributes @> '{"color":"red"}' AS red FROM products ORDER BY id
SELECT make_timestamp(2024, 1, 2, 3, 4, 5.5), make_time(10, 20, 30)
SELECT make_timestamp(2024, 1, 2, 3, 4, 10), make_timestamp(extract(year FROM placed_on)::int, 1, 1, 0, 0, 0) AS y FROM orders WHERE id = 1
-- short queries, texts of a length, series between what queries find
TABLE employees ORDER BY id LIMIT 2
VALUES (1, 'a'), (2, 'b') ORDER BY 1 DESC
SELECT * FROM (VALUES (1, 'one'), (2, 'two'), (3, 'three') ORDER BY 1 DESC LIMIT 2) AS t (num, letter)
SELECT id, credit::varchar(3), credit::varchar(10), score::varchar(4), i.quantity::varchar(2) FROM customers JOIN order_items i ON i.order_id = id ORDER BY id, i.product_id
SELECT min(id), max(id), (SELECT count(*) FROM generate_series((SELECT min(id) FROM orders), (SELECT max(id) FROM orders)) g WHERE g NOT IN (SELECT id FROM orders)) AS missing FROM orders
SELECT d::date AS day, count(o.id) AS n FROM generate_series((SELECT date_trunc('month', min(placed_on)) FROM orders), (SELECT date_trunc('month', max(placed_on)) FROM orders), '1 month') AS d LEFT JOIN orders o ON date_trunc('month', o.placed_on) = d GROUP BY d ORDER BY d
-- lateral tables of several rows
SELECT o.* FROM orders o JOIN LATERAL (SELECT count(*) AS n FROM order_items i WHERE i.order_id = o.id) x ON x.n > 1 ORDER BY o.id
SELECT c.name, o.id, o.total FROM customers c CROSS JOIN LATERAL (SELECT id, total FROM orders WHERE customer_id = c.id ORDER BY total DESC NULLS LAST, id LIMIT 2) o ORDER BY c.id, o.id
SELECT c.id AS customer, o.* FROM customers c LEFT JOIN LATERAL (SELECT id, total FROM orders WHERE customer_id = c.id AND status = 'paid' ORDER BY placed_on DESC, id LIMIT 2) o ON true ORDER BY c.id, o.id
SELECT c.id, count(*) FROM customers c, LATERAL (SELECT * FROM orders o WHERE o.customer_id = c.id) x GROUP BY c.id ORDER BY c.id
SELECT p.id, x.k FROM products p CROSS JOIN LATERAL (VALUES (p.sku), (p.title)) AS x(k) ORDER BY p.id, x.k
SELECT id, k, v FROM orders CROSS JOIN LATERAL (VALUES ('total', total), ('discount', discount)) AS kv(k, v) WHERE v IS NOT NULL ORDER BY id, k
SELECT k, count(v), sum(v) FROM orders CROSS JOIN LATERAL (VALUES ('total', total), ('discount', discount)) AS kv(k, v) GROUP BY k ORDER BY k
SELECT e.id, x.name AS peer FROM employees e JOIN LATERAL (SELECT name FROM employees p WHERE p.department = e.department AND p.id <> e.id AND p.salary >= e.salary) x ON true ORDER BY e.id, peer
SELECT c.id, l.id AS last, l.total FROM customers c LEFT JOIN LATERAL (SELECT * FROM orders o WHERE o.customer_id = c.id ORDER BY placed_on DESC, id DESC LIMIT 1) l ON true ORDER BY c.id
SELECT * FROM (SELECT DISTINCT status FROM orders) s CROSS JOIN LATERAL (SELECT id, total FROM orders WHERE orders.status = s.status ORDER BY id DESC LIMIT 3) t ORDER BY s.status, t.id
-- values of rows that order, arrays that are not there
SELECT string_agg(x, ',' ORDER BY x) FROM unnest(string_to_array('c,a,b', ',')) AS x
SELECT n, row_number() OVER (ORDER BY n DESC) AS r FROM generate_series(1, 3) AS n ORDER BY n
SELECT id, 'wood' = ANY(string_to_array(tags, ',')) AS wood FROM products ORDER BY id
SELECT id, NOT ('wood' = ANY(string_to_array(tags, ','))) AS wood FROM products WHERE NOT ('pen' = ANY(string_to_array(tags, ','))) ORDER BY id
SELECT id FROM products WHERE 'wood' = ANY(string_to_array(tags, ',')) ORDER BY id
-- aggregates over tables that are ordered
SELECT string_agg(name, '>') FROM (SELECT name FROM employees ORDER BY salary DESC, id DESC) s
SELECT json_agg(name) FROM (SELECT name FROM employees ORDER BY salary DESC, id DESC) s
SELECT json_agg(t) FROM (SELECT id, name FROM employees ORDER BY salary DESC, id DESC) t
SELECT * FROM (SELECT id FROM orders ORDER BY id DESC) s LIMIT 3
SELECT id FROM (SELECT id, total FROM orders ORDER BY id DESC) s WHERE total > 100
SELECT string_agg(s.name, ',') FROM (SELECT name FROM customers ORDER BY created_at DESC LIMIT 3) s
`);
