import { plainCases, type Case } from './case.js';

/** Reports and checks of an office. */
export const postgresqlOffice: readonly Case[] = [
  ...plainCases(String.raw`
SELECT date_trunc('month', o.placed_on)::date AS month, count(DISTINCT o.customer_id) AS buyers, sum(o.total) FILTER (WHERE o.status = 'paid') AS revenue FROM orders o GROUP BY 1 ORDER BY 1
SELECT c.country, array_to_string(array_agg(DISTINCT c.id ORDER BY c.id), '/') FROM customers c WHERE c.id <> 3 GROUP BY c.country ORDER BY 1
SELECT p.title, COALESCE(sum(i.quantity * i.unit_price), 0) AS revenue, rank() OVER (ORDER BY COALESCE(sum(i.quantity * i.unit_price), 0) DESC) FROM products p LEFT JOIN order_items i ON i.product_id = p.id GROUP BY p.id, p.title ORDER BY revenue DESC, p.title
SELECT id, lower(trim(regexp_replace(name, '[^a-zA-Z0-9 ]', '', 'g'))) AS slug FROM customers ORDER BY id
SELECT name, hired, extract(year FROM age(DATE '2024-06-01', hired))::int AS years FROM employees ORDER BY hired
SELECT to_char(placed_on, 'YYYY"Q"Q') AS q, sum(total) FROM orders GROUP BY 1 ORDER BY 1
SELECT o.id, o.total, round(o.total / NULLIF(sum(o.total) OVER (PARTITION BY o.customer_id), 0) * 100, 1) AS pct FROM orders o WHERE o.total > 0 ORDER BY o.id
SELECT e.id, (SELECT string_agg(s.name, ', ' ORDER BY s.id) FROM employees s WHERE s.manager_id = e.id) AS reports FROM employees e ORDER BY e.id
SELECT status, jsonb_agg(jsonb_build_object('id', id, 'total', total) ORDER BY id) FROM orders GROUP BY status ORDER BY status
SELECT id FROM orders WHERE (customer_id, placed_on) IN (SELECT customer_id, max(placed_on) FROM orders GROUP BY customer_id) ORDER BY id
SELECT (array_agg(total ORDER BY placed_on DESC, id))[1] AS latest, customer_id FROM orders GROUP BY customer_id ORDER BY customer_id
SELECT generate_series(1, 3) AS n, 'x' AS l
SELECT s.a, t.b FROM (VALUES (1), (2)) s(a) LEFT JOIN (VALUES (2, 'two')) t(a, b) USING (a) ORDER BY s.a
SELECT id, lag(placed_on) OVER w, placed_on - lag(placed_on) OVER w AS days FROM orders WINDOW w AS (PARTITION BY customer_id ORDER BY placed_on, id) ORDER BY id
SELECT count(*) FILTER (WHERE email IS NULL OR email = ''), count(DISTINCT lower(city)), bool_or(active) FROM customers
SELECT id, name FROM customers WHERE to_char(created_at, 'YYYY-MM') IN ('2023-01', '2024-02') AND name NOT ILIKE '%z%' ORDER BY created_at DESC, id
SELECT id, ceil(extract(epoch FROM (shipped_at - placed_on)) / 3600) AS hours FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
SELECT LEAST(stock, 10), GREATEST(price, 20), price::int, (price * 100)::bigint, mod(stock, 7) FROM products ORDER BY id
SELECT attributes->'size'->>'w', (attributes->>'price')::numeric + 1, attributes ?& ARRAY['color', 'tags'] FROM products ORDER BY id
`),
  {
    sql: String.raw`SELECT id, CASE WHEN email ~ '^[^@]+@[^@]+\.[a-z]+$' THEN 'ok' WHEN email = '' THEN 'empty' ELSE 'bad' END FROM customers WHERE email IS NOT NULL ORDER BY id`,
  },
];
