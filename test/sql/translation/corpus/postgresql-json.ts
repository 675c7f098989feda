import { plainCases, type Case } from './case.js';

export const postgresqlJson: readonly Case[] = [
  ...plainCases(`
  SELECT attributes -> 'color', attributes ->> 'color', attributes -> 'size' ->> 'w', attributes #>> '{size,h}', attributes #> '{tags,0}', attributes -> 'tags' -> -1 FROM products ORDER BY id
  SELECT attributes ->> 'rating', attributes -> 'rating', attributes ->> 'new', attributes -> 'new', attributes ->> 'note', attributes -> 'missing' FROM products ORDER BY id
  SELECT attributes ->> 0, attributes -> 2 ->> 'a', attributes -> 'tags' ->> 1 FROM products ORDER BY id
  SELECT id FROM products WHERE attributes ->> 'color' = 'blue' ORDER BY id
  SELECT id FROM products WHERE (attributes ->> 'rating')::numeric > 3 ORDER BY id
  SELECT id FROM products WHERE (attributes ->> 'new')::boolean ORDER BY id
  SELECT id, (attributes -> 'size' ->> 'w')::int * 2 FROM products ORDER BY id
  SELECT attributes ->> 'color' AS color, count(*) FROM products GROUP BY attributes ->> 'color' ORDER BY 1 NULLS FIRST
  SELECT id FROM products WHERE attributes -> 'rating' IS NULL ORDER BY id
  SELECT id FROM products WHERE attributes ->> 'rating' IS NULL ORDER BY id
  SELECT jsonb_extract_path_text(attributes, 'size', 'w'), jsonb_extract_path(attributes, 'tags') FROM products ORDER BY id
  SELECT jsonb_build_object('id', id, 'name', name, 'active', active, 'credit', credit, 'none', NULL, 'big', credit > 100, 'born', born, 'at', created_at) FROM customers ORDER BY id
  SELECT json_build_array(id, name, active, 1.5, 'x'), to_jsonb(name), to_json(active), to_jsonb(credit) FROM customers ORDER BY id
  SELECT json_build_object('p', json_build_object('attrs', attributes, 'tags', attributes -> 'tags')) FROM products ORDER BY id
  SELECT jsonb_typeof(attributes), jsonb_typeof(attributes -> 'rating'), jsonb_typeof(attributes -> 'new'), jsonb_typeof(attributes -> 'tags'), jsonb_array_length(attributes -> 'tags') FROM products ORDER BY id
  SELECT id FROM products WHERE attributes @> '{"color": "blue"}' ORDER BY id
  SELECT id FROM products WHERE attributes @> '{"size": {"w": 40}}' ORDER BY id
  SELECT id FROM products WHERE attributes -> 'tags' @> '["wood"]' ORDER BY id
  SELECT id FROM products WHERE attributes ? 'rating' ORDER BY id
  SELECT id FROM products WHERE NOT attributes ? 'rating' ORDER BY id
  SELECT id FROM products WHERE attributes ?| array['price', 'size'] ORDER BY id
  SELECT id FROM products WHERE attributes -> 'tags' ? 'wood' ORDER BY id
  SELECT attributes - 'size' - 'tags', attributes #- '{size,w}' FROM products WHERE id < 4 ORDER BY id
  SELECT attributes || '{"color": "x", "n": [1,2]}', attributes || jsonb_build_object('k', stock, 'f', discontinued) FROM products WHERE id <> 6 ORDER BY id
  SELECT jsonb_set(attributes, '{color}', '"pink"'), jsonb_set(attributes, '{zz}', to_jsonb(stock)), jsonb_set(attributes, '{size,w}', '5', false) FROM products WHERE id <> 6 ORDER BY id
  SELECT jsonb_set(attributes, '{"tag list"}', '"pink"'), jsonb_set(attributes, '{"color"}', '1'), jsonb_set(attributes, '{tags, 0}', '2', false) FROM products WHERE id <> 6 ORDER BY id
  SELECT array_to_string(array_agg(DISTINCT country ORDER BY country), ', ') FROM customers
  SELECT jsonb_agg(DISTINCT country) FROM customers
  SELECT jsonb_agg(attributes -> 'color' ORDER BY id) FROM products
  SELECT o.id, (SELECT json_agg(json_build_object('p', i.product_id, 'q', i.quantity) ORDER BY i.product_id) FROM order_items i WHERE i.order_id = o.id) AS items FROM orders o ORDER BY o.id
  SELECT json_build_object('customer', c.name, 'orders', COALESCE((SELECT json_agg(o.id ORDER BY o.id) FROM orders o WHERE o.customer_id = c.id), '[]'::json)) FROM customers c ORDER BY c.id
  SELECT attributes FROM products ORDER BY id
  SELECT attributes::text LIKE '%blue%' FROM products WHERE id = 2
  SELECT id FROM products WHERE (attributes -> 'size' ->> 'w')::int BETWEEN 10 AND 100 ORDER BY id
  SELECT id FROM products WHERE jsonb_array_length(attributes -> 'tags') > 1 ORDER BY id
  SELECT avg((attributes ->> 'rating')::float), max((attributes ->> 'rating')::numeric) FROM products
  SELECT attributes ->> 'color', string_agg(title, ', ' ORDER BY title) FROM products WHERE attributes ->> 'color' IS NOT NULL GROUP BY 1 ORDER BY 1
  SELECT COALESCE(attributes ->> 'color', 'none') AS color, sum(stock) FROM products GROUP BY 1 ORDER BY 1
  SELECT id FROM products WHERE attributes ->> 'color' IN ('red', 'green') AND attributes ? 'rating' ORDER BY id
  SELECT id FROM products WHERE attributes -> 'new' = 'true' ORDER BY id
  SELECT id FROM customers WHERE id = ANY (ARRAY[1, 3, 5]) ORDER BY id
  SELECT id FROM customers WHERE country <> ALL (ARRAY['DE', 'FR']) ORDER BY id
  SELECT id FROM products WHERE 'wood' = ANY (string_to_array(tags, ',')) ORDER BY id
  SELECT array_length(string_to_array(tags, ','), 1), cardinality(string_to_array(tags, ',')) FROM products ORDER BY id
`),
  ...plainCases(`
  SELECT a.id, b.id, a.attributes || b.attributes AS joined FROM products a JOIN products b ON b.id = a.id + 1 WHERE a.attributes IS NOT NULL ORDER BY a.id
  SELECT id, attributes - '{color,tags}'::text[] AS fewer, attributes - ARRAY['size'] AS least FROM products WHERE id < 4 ORDER BY id
  SELECT id, jsonb_set(attributes, '{size,d}', '5') AS deeper FROM products WHERE id < 4 ORDER BY id
`),
  { sql: 'SELECT mode() WITHIN GROUP (ORDER BY salary) FROM employees' },
  // no step leads to the document itself: PostgreSQL leaves it as it is, the others would put the value in its place
  {
    sql: `SELECT jsonb_set(attributes, '{}', '1') FROM products WHERE id < 4 ORDER BY id`,
    refuses: ['MYSQL', 'SQLITE'],
  },
];
