import { plainCases, type Case } from './case.js';

export const postgresqlRows: readonly Case[] = [
  ...plainCases(`
  SELECT p.id, t.tag FROM products p CROSS JOIN LATERAL jsonb_array_elements_text(p.attributes -> 'tags') AS t(tag) ORDER BY p.id, t.tag
  SELECT p.id, tag, n FROM products p, jsonb_array_elements_text(p.attributes -> 'tags') WITH ORDINALITY AS t(tag, n) ORDER BY 1, 3
  SELECT tag, count(*) FROM products, jsonb_array_elements_text(attributes -> 'tags') AS tag GROUP BY tag ORDER BY 2 DESC, 1
  SELECT p.id, t.tag FROM products p LEFT JOIN LATERAL jsonb_array_elements_text(p.attributes -> 'tags') AS t(tag) ON true ORDER BY 1, 2
  SELECT e.key, e.value FROM products p, jsonb_each(p.attributes) AS e WHERE p.id = 5 ORDER BY 1
  SELECT k FROM products p, jsonb_object_keys(p.attributes) AS k WHERE p.id IN (1, 5) ORDER BY p.id, k
  SELECT elem ->> 'a', elem FROM jsonb_array_elements('[{"a": 1}, {"a": "x"}, {"b": null}]') AS elem
  SELECT elem ->> 'id' AS id, (elem ->> 'qty')::int * 2 AS q FROM json_array_elements('[{"id": "a", "qty": 3}, {"id": "b", "qty": 4}]'::json) AS elem ORDER BY 1
  SELECT n FROM generate_series(1, 5) AS n ORDER BY n
  SELECT n, n * 2 FROM generate_series(10, 1, -3) AS t(n) ORDER BY n
  SELECT count(*), max(g), sum(g) FROM generate_series(1, 5000) AS g
  SELECT * FROM generate_series(5, 1) AS g
  SELECT d::date AS day, count(o.id) FROM generate_series('2024-01-01'::date, '2024-02-02'::date, '1 day') AS d LEFT JOIN orders o ON o.placed_on = d::date GROUP BY d ORDER BY d
  SELECT h FROM generate_series('2024-01-01 00:00'::timestamp, '2024-01-01 12:00', '4 hours') AS h ORDER BY h
  SELECT x FROM unnest(ARRAY['a', 'b', 'c']) AS x ORDER BY x
  SELECT u.x, u.n FROM unnest(ARRAY[10, 20, 30]) WITH ORDINALITY AS u(x, n) ORDER BY n
  SELECT p.id, tag FROM products p, unnest(string_to_array(p.tags, ',')) AS tag ORDER BY p.id, tag
  SELECT trim(part) FROM string_to_table('a, b, c', ',') AS part ORDER BY 1
  SELECT * FROM unnest(ARRAY[1, 2], ARRAY['x', 'y'])
  SELECT u.* FROM unnest(ARRAY[1, 2], ARRAY['x']) WITH ORDINALITY AS u
  SELECT v.id, v.label FROM (VALUES (1, 'one'), (2, 'two')) AS v(id, label) ORDER BY v.id
`),
  {
    sql: "SELECT e.key, e.value FROM products p CROSS JOIN LATERAL jsonb_each_text(p.attributes) AS e(key, value) WHERE p.id = 1 AND e.key NOT IN ('size', 'tags') ORDER BY e.key",
    warns: { MYSQL: ['TEXT_COMPARISON'], SQLITE: ['TEXT_COMPARISON'] },
  },
  // series whose bounds are of the rows of other tables
  ...plainCases(`
  SELECT a.n, b.n FROM generate_series(1, 3) AS a(n) CROSS JOIN LATERAL generate_series(a.n, 3) AS b(n) ORDER BY 1, 2
  SELECT p.id, g FROM products p, generate_series(1, p.stock) g WHERE p.stock < 12 ORDER BY 1, 2
  SELECT o.id, d::date FROM orders o CROSS JOIN LATERAL generate_series(o.placed_on, o.shipped_at, '1 day') AS d WHERE o.shipped_at IS NOT NULL ORDER BY 1, 2
  SELECT c.id, m::date FROM customers c, generate_series(date_trunc('month', c.created_at), '2024-06-01', interval '1 month') m ORDER BY 1, 2
  SELECT e.id, y, s FROM employees e JOIN LATERAL generate_series(extract(year from e.hired)::int, 2022, 3) AS y ON true LEFT JOIN LATERAL generate_series(e.id, 1, -2) AS s ON true ORDER BY 1, 2, 3
  SELECT o.id, count(d) FROM orders o LEFT JOIN LATERAL generate_series(o.placed_on::timestamp, o.shipped_at, interval '6 hours') d ON true GROUP BY o.id ORDER BY 1
  SELECT i.order_id, i.product_id, n FROM order_items i, generate_series(1, i.quantity) WITH ORDINALITY AS s(v, n) ORDER BY 1, 2, 3
  SELECT * FROM generate_series(5, 7) WITH ORDINALITY AS s(v, n)
  SELECT id, generate_series(1, quantity) FROM order_items JOIN orders ON id = order_id WHERE quantity < 3 ORDER BY 1, 2
  SELECT o.id, d::date AS day FROM orders o JOIN generate_series('2024-01-01'::date, '2024-03-01'::date, '1 day') d ON d::date = o.placed_on ORDER BY 1
  SELECT h.hour, count(o.id) FROM generate_series(0, 23) AS h(hour) LEFT JOIN orders o ON extract(hour from o.shipped_at) = h.hour GROUP BY h.hour ORDER BY h.hour
`),
  // arrays and lists that are made of the columns of other tables
  ...plainCases(`
  SELECT c.id, unnest(ARRAY[c.city, c.country]) AS place FROM customers c WHERE c.id < 4 ORDER BY c.id, 2
  SELECT o.id, v FROM orders o CROSS JOIN LATERAL unnest(ARRAY[o.total, o.discount]) AS v ORDER BY o.id, v
  SELECT o.id, k, v FROM orders o CROSS JOIN LATERAL (VALUES ('total', o.total), ('discount', o.discount)) AS x(k, v) WHERE v IS NOT NULL ORDER BY o.id, k
  SELECT o.id, k, v FROM orders o, unnest(ARRAY['total', 'discount'], ARRAY[o.total, o.discount]) AS x(k, v) WHERE v IS NOT NULL ORDER BY o.id, k
  SELECT o.id, d FROM orders o, unnest(ARRAY[o.placed_on, o.shipped_at::date]) WITH ORDINALITY AS x(d, n) ORDER BY o.id, n
`),
  ...plainCases(`
  SELECT max(price) || '', min(total)::text FROM products, orders
  SELECT category, 'from ' || min(price) || ' to ' || max(price) FROM products GROUP BY category ORDER BY 1
  SELECT id, 'price: ' || price, concat(price, '/', stock), price * 2 || 'x', (price + 1)::text FROM products ORDER BY id
`),
];
