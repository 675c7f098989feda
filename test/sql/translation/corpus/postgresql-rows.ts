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
];
