import type { Case } from './case.js';
import { plainCases } from './case.js';

/** Arrays that are read from texts, bounded and cut; documents that are asked and changed; numbers with words around them. */
export const postgresqlListsAndDocuments: readonly Case[] = [
  ...plainCases(String.raw`
-- arrays
SELECT id FROM orders WHERE status = ANY('{paid,open}') ORDER BY id
SELECT id FROM orders WHERE id = ANY('{1,2,3}'::int[]) ORDER BY id
SELECT id FROM orders WHERE id = ANY('{1,2,3}') ORDER BY id
SELECT id FROM orders WHERE id = ANY (string_to_array('1,3,5', ',')::int[]) ORDER BY id
SELECT id FROM customers WHERE country LIKE ANY ('{G%,F%}') ORDER BY id
SELECT id, array_to_string(ARRAY(SELECT DISTINCT unnest(string_to_array(tags, ',')) ORDER BY 1), '|') FROM products ORDER BY id
SELECT c.id, ARRAY(SELECT o.id FROM orders o WHERE o.customer_id = c.id ORDER BY o.placed_on DESC, o.id DESC LIMIT 2) FROM customers c ORDER BY c.id
SELECT ARRAY(SELECT status FROM orders GROUP BY status ORDER BY count(*) DESC, status)
SELECT ARRAY(SELECT id FROM orders ORDER BY total DESC NULLS LAST, id LIMIT 3)
SELECT u.id, u.label FROM unnest(ARRAY[1, 2, 3], ARRAY['one', 'two']) AS u(id, label) ORDER BY u.id
SELECT * FROM unnest('{1,2}'::int[], '{a,b}'::text[]) WITH ORDINALITY AS u(id, label, n) ORDER BY n
SELECT o.* FROM orders o JOIN unnest(ARRAY[3, 1, 2]::int[]) WITH ORDINALITY AS t(id, ord) USING (id) ORDER BY t.ord
SELECT id, total FROM orders NATURAL JOIN unnest(ARRAY[3, 1, 2]) AS t(id) ORDER BY id
SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY total) AS quartiles FROM orders
SELECT customer_id, percentile_disc('{0.1,0.9}'::float[]) WITHIN GROUP (ORDER BY total) FROM orders GROUP BY customer_id ORDER BY 1
SELECT (percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY total))[2] AS m FROM orders
SELECT id, width_bucket(total, ARRAY[0, 10, 100, 300]::numeric[]) AS b FROM orders ORDER BY id
SELECT id, width_bucket(total, ARRAY[0, 10, 100, 300]) AS b FROM orders ORDER BY id
SELECT customer_id, (array_agg(id ORDER BY placed_on DESC, id))[1:2] AS last_two FROM orders GROUP BY customer_id ORDER BY customer_id
SELECT (string_to_array(title, ' '))[2:] , (ARRAY[1,2,3])[:2], array_to_string((string_to_array(title, ' '))[1:1], ' ') FROM products ORDER BY id
SELECT (array_agg(name ORDER BY id))[2:3] FROM customers
SELECT (array_agg(active ORDER BY id))[1:2], (array_agg(name ORDER BY id))[2:3] FROM customers
SELECT c.id, (SELECT array_agg(x.id) FROM (SELECT o.id FROM orders o WHERE o.customer_id = c.id ORDER BY o.total DESC NULLS LAST, o.id LIMIT 1) x) AS latest FROM customers c ORDER BY c.id
SELECT (1, NULL) IS NULL, ROW(NULL, NULL) IS NULL, (1, 2) IS NOT NULL, (1, NULL) IS NOT NULL
SELECT o.id FROM orders o WHERE (o.total, o.discount) IS NOT NULL ORDER BY 1
SELECT id, COUNT(*) OVER (), ROW_NUMBER() OVER (ORDER BY total DESC NULLS LAST, id), LAG(total, 2, 0) OVER (ORDER BY id), LEAD(status) OVER (PARTITION BY customer_id ORDER BY id) FROM orders ORDER BY id
SELECT id, COUNT(*) OVER (), SUM(total) OVER () FROM orders ORDER BY id
-- documents
SELECT c.id, json_agg(o.* ORDER BY o.id) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.id IN (1, 2) GROUP BY c.id ORDER BY c.id
SELECT c.id, to_jsonb(c.*) FROM customers c WHERE c.id < 3 ORDER BY c.id
SELECT c.id, to_jsonb(c.*) - 'id' FROM customers c WHERE c.id < 3 ORDER BY c.id
SELECT c.id, (SELECT json_agg(x) FROM (SELECT o.id, o.status FROM orders o WHERE o.customer_id = c.id ORDER BY o.id DESC LIMIT 2) x) AS latest FROM customers c ORDER BY c.id
SELECT c.id, l.j FROM customers c LEFT JOIN LATERAL (SELECT COALESCE(jsonb_agg(x.obj), '[]') AS j FROM (SELECT jsonb_build_object('id', o.id) AS obj FROM orders o WHERE o.customer_id = c.id ORDER BY o.id DESC LIMIT 2 OFFSET 0) x) l ON true ORDER BY c.id
SELECT c.id, (SELECT json_agg(x) FROM (SELECT o.id, o.status FROM orders o WHERE o.customer_id = c.id ORDER BY o.id DESC) x) AS latest FROM customers c ORDER BY c.id
SELECT '[[1,2],3]'::jsonb @> '[1]', '[[1,2],3]'::jsonb @> '[[1]]', '{"a":[[1]]}'::jsonb @> '{"a":[1]}', '["x"]'::jsonb @> '"x"'
SELECT '[{"a":1}]'::jsonb @> '{"a":1}', '{"a":[1]}'::jsonb @> '{"a":1}', '[[{"a":1}]]'::jsonb @> '[{"a":1}]', '[{"a":[1]}]'::jsonb @> '[{"a":1}]', '"x"'::jsonb @> '"x"', '"x"'::jsonb @> '["x"]', '{"a":{"b":[{"c":1,"d":"it''s"}]}}'::jsonb @> '{"a":{"b":[{"d":"it''s"}]}}', '[]'::jsonb @> '[]', '{}'::jsonb @> '{}', '[1]'::jsonb @> '{}', '{"a":null}'::jsonb @> '{"a":null}', '[["x"]]'::jsonb ? 'x', '["x"]'::jsonb ? 'x', '{"x":1}'::jsonb ? 'x', '[{"x":1}]'::jsonb ? 'x'
SELECT id FROM products WHERE attributes @> '{"tags":["wood"]}' ORDER BY id
SELECT '[1,2,3]'::jsonb - 0, '["a","b"]'::jsonb - 'a', '{"a":1,"b":2}'::jsonb - ARRAY['a'], '{"a":1}'::jsonb - '{a,b}'::text[]
SELECT '{"a":1}'::jsonb || '{"b":2}', '[1]'::jsonb || '2', '[1]'::jsonb || '[2,3]', '{"a":1}'::jsonb || '[2]', '1'::jsonb || '2'
SELECT id, COALESCE(attributes->'tags', '[]') || '"new"', COALESCE(attributes->'tags', '[]') || jsonb_build_object('at', id), jsonb_build_array(1) || jsonb_build_array(id, title) FROM products ORDER BY id
SELECT jsonb_set('{"a":{}}', '{a,b,c}', '1'), jsonb_set('{"a":[1,2]}', '{a,-1}', '9'), jsonb_set('{"a":1}', '{b}', 'null', false), jsonb_set('{"a":[1,2]}', '{a,0}', '9')
SELECT jsonb_insert('{"a":{"b":1}}', '{a,c}', '"new"')
SELECT jsonb_strip_nulls('{"a":null,"b":1,"c":[{"d":null}]}')
SELECT jsonb_strip_nulls(jsonb_build_object('id', id, 'note', note, 'total', total)) FROM orders ORDER BY id
SELECT id, json_strip_nulls(row_to_json(o)) FROM orders o ORDER BY id
SELECT id, jsonb_set(attributes, '{size,w}', '1'), jsonb_set(attributes, ARRAY['size','d'], to_jsonb(stock), true) FROM products WHERE id IN (1, 3, 4) ORDER BY id
SELECT id, attributes @> '{"new":true}', NOT attributes @> '{"size":{"w":40}}', attributes @> '[1,{"a":3}]', attributes @> '1' FROM products ORDER BY id
SELECT id, attributes ? 'color', attributes ?& ARRAY['color','tags'], attributes - 'color', attributes - ARRAY['tags','new'], attributes || '{"seen": 1}'::jsonb FROM products ORDER BY id
-- numbers as text
SELECT v, to_char(v,'$9,999.99'), to_char(v,'FM$9,999.99'), to_char(v,'S999.9'), to_char(v,'FMS999.9'),to_char(v,'999.9S') FROM (VALUES (99.98),(-20),(0),(0.5),(1234.56),(-0.04),(NULL)) t(v)
SELECT v, to_char(v,'FM999.9S'), to_char(v,'999.9MI'), to_char(v,'FM999.9MI'), to_char(v,'999.9PR'), to_char(v,'FM999.9PR') FROM (VALUES (99.98),(-20),(0),(0.5),(1234.56),(-0.04),(NULL)) t(v)
SELECT v, to_char(v,'990.0%'), to_char(v,'FM990.0%'), to_char(v,'990.0" kg"'), to_char(v,'FM990" kg"'), to_char(v, 'SG999'), to_char(v,'MI999.9'), to_char(v,'FM"ID-"0000'), to_char(v,'FM€9990.00'), to_char(v,'$ 9990.00') FROM (VALUES (99.98),(-20),(0),(0.5),(1234.56),(-0.04),(NULL)) t(v)
SELECT to_char(total / 100, '990.0%'), to_char(total, '$9,999.99'), to_char(total * 100, 'FM999990.00"%"') FROM orders ORDER BY id
SELECT to_char(total,'FM999,990.00'), to_char(id, 'FM0000'), to_char(12, '99999'), to_char(1234567.891, 'FM9,999,999.00'), to_char(0.1234, 'FM0.00%'), to_char(salary, '999G999D99') FROM orders JOIN employees USING (id) ORDER BY id
SELECT v, to_char(v, 'FM990.0'), to_char(v, 'FM999,990.00'), to_char(v, 'FM0000'), to_char(v, 'FM99990'), to_char(v,'999,999') FROM (VALUES (99.98),(-20),(0),(0.5),(12345678.56),(-0.0004),(NULL)) t(v)
-- moments in texts, bytes
SELECT to_date('20240229', 'YYYYMMDD'), to_date('2024/3/1', 'YYYY/MM/DD'), to_date('31.12.2023', 'DD.MM.YYYY'), to_date('05 Dec 2000', 'DD Mon YYYY')
SELECT to_timestamp('2024-01-02 03:04', 'YYYY-MM-DD HH24:MI')::timestamp, to_timestamp('02/03/2024 11:30 PM', 'MM/DD/YYYY HH12:MI AM')::timestamp
SELECT to_date('March 5, 2024', 'FMMonth DD, YYYY'), to_date('5 march 2024', 'DD Month YYYY')
SELECT id, to_date(to_char(placed_on, 'FMDD/FMMM/YYYY'), 'DD/MM/YYYY'), to_date(to_char(placed_on, 'Mon DD YYYY'), 'Mon DD YYYY'), to_date(to_char(placed_on, 'YYYY-FMMM-FMDD'), 'YYYY-MM-DD') FROM orders ORDER BY id
SELECT encode('hello'::bytea, 'hex'), decode('68656c6c6f', 'hex'), convert_from(decode('68656c6c6f', 'hex'), 'UTF8')
SELECT encode(decode(encode(convert_to(name, 'UTF8'), 'hex'), 'hex'), 'hex') FROM customers ORDER BY id
SELECT DATE '2024-03-31' - INTERVAL '1 month' * 2, 3 * INTERVAL '1 day' + DATE '2024-01-01', INTERVAL '1 hour' / 4 + TIMESTAMP '2024-01-01 00:00', TIMESTAMP '2024-01-01' + INTERVAL '3 days' / 2
SELECT (regexp_match(email, '@(.+)$'))[1] AS domain, COUNT(*) FROM customers GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST
-- elements and members
SELECT id, attributes['color'], attributes['size']['w'], attributes['tags'][0] FROM products ORDER BY id
SELECT id, attributes['tags'][-1] FROM products WHERE attributes['size'] IS NOT NULL ORDER BY id
SELECT array_remove(ARRAY[1, 2, NULL, 2], 2), array_replace(ARRAY[1, 2], 1, 9), array_positions(ARRAY[1, 2, 1], 1), array_remove(ARRAY['a', 'b', NULL], NULL)
SELECT customer_id, array_remove(array_agg(note ORDER BY id), NULL) FROM orders GROUP BY customer_id ORDER BY customer_id
SELECT id, array_to_string(array_remove(string_to_array(tags, ','), 'wood'), ',') FROM products ORDER BY id
SELECT id, attributes->'color' = '"red"', attributes->'color' <> '"red"'::jsonb, attributes->'rating' = '3', attributes->'new' = 'true', attributes->'color' = '"RED"' FROM products ORDER BY id
SELECT id FROM products WHERE attributes->'color' = '"blue"' ORDER BY id
`),
  {
    sql: "SELECT jsonb_insert('[1,2]', '{0}', '0'), jsonb_insert('{\"a\":[0,1]}', '{a,1}', '\"new\"', true), jsonb_insert('{\"a\":[0,1,2]}', '{a,-1}', '[5]'), jsonb_insert('[1]', '{7}', '{\"b\":null}')",
  },
  {
    sql: 'SELECT id, jsonb_strip_nulls(attributes) FROM products ORDER BY id',
    warns: { MYSQL: ['RARE_VALUES'] },
  },
  ...plainCases(String.raw`
    SELECT department, percentile_disc(0.5) WITHIN GROUP (ORDER BY name) FROM employees GROUP BY department ORDER BY 1 NULLS FIRST
    SELECT percentile_disc(0.25) WITHIN GROUP (ORDER BY t), percentile_disc(0.5) WITHIN GROUP (ORDER BY day DESC), percentile_disc(ARRAY[0.1,0.9]) WITHIN GROUP (ORDER BY u) FROM samples
    SELECT id, format('%s (%s) - %L', name, country, city), format('%-8s|%8s|', country, id), format('%2$s %1$s', name, id) FROM customers ORDER BY id
    SELECT id FROM customers WHERE active = 'true' ORDER BY id
    SELECT id FROM customers WHERE active = 't' AND NOT (active = 'no') ORDER BY id
    SELECT id, active IN ('yes', 'on'), active <> 'false' FROM customers ORDER BY id
    SELECT id FROM products WHERE attributes @> jsonb_build_object('color', lower('RED')) ORDER BY id
    SELECT p.id FROM products p, (VALUES ('blue')) v(c) WHERE p.attributes @> jsonb_build_object('color', v.c) ORDER BY 1
    SELECT id FROM products WHERE attributes -> 'tags' @> to_jsonb('wood'::text) ORDER BY id
    SELECT id FROM products WHERE attributes -> 'tags' ? 'wood' AND (attributes -> 'tags') @> '["chair"]' ORDER BY id
    SELECT id FROM products WHERE attributes @? '$.tags[*] ? (@ == "wood")' ORDER BY id
  `),
];
