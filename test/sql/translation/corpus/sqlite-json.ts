import { plainCases, type Case } from './case.js';

export const sqliteJson: readonly Case[] = [
  ...plainCases(`
  SELECT json_extract(attributes, '$.color'), json_extract(attributes, '$.size.w'), json_extract(attributes, '$.tags[0]'), json_extract(attributes, '$.rating'), json_extract(attributes, '$.new'), json_extract(attributes, '$.tags[#-1]') FROM products ORDER BY id
  SELECT attributes -> '$.color', attributes ->> '$.color', attributes -> 'size' ->> 'w', attributes ->> 'rating', attributes -> 'rating', attributes ->> 'new', attributes -> 'tags' FROM products ORDER BY id
  SELECT id FROM products WHERE json_extract(attributes, '$.color') = 'blue' ORDER BY id
  SELECT id FROM products WHERE json_extract(attributes, '$.rating') > 3 ORDER BY id
  SELECT id FROM products WHERE json_extract(attributes, '$.rating') >= 4.5 OR json_extract(attributes, '$.new') = 0 ORDER BY id
  SELECT id FROM products WHERE json_extract(attributes, '$.new') ORDER BY id
  SELECT SUM(json_extract(attributes, '$.size.w')), AVG(json_extract(attributes, '$.rating')), COUNT(json_extract(attributes, '$.rating')) FROM products
  SELECT json_extract(attributes, '$.color') AS c, COUNT(*) AS n FROM products GROUP BY c ORDER BY n DESC, c
  SELECT UPPER(json_extract(attributes, '$.color')), json_extract(attributes, '$.color') || '!', COALESCE(json_extract(attributes, '$.color'), 'none') FROM products ORDER BY id
  SELECT id, json_extract(attributes, '$.rating') AS r FROM products ORDER BY r DESC, id
  SELECT id FROM products ORDER BY json_extract(attributes, '$.size.w'), id
  SELECT id FROM products WHERE attributes ->> '$.color' LIKE 'b%' ORDER BY id
  SELECT id FROM products WHERE json_extract(attributes, '$.color') IN ('blue', 'red') ORDER BY id
  SELECT MAX(json_extract(attributes, '$.rating')), MIN(json_extract(attributes, '$.color')) FROM products
  SELECT CAST(json_extract(attributes, '$.price') AS REAL), CAST(json_extract(attributes, '$.size.h') AS INTEGER), CAST(json_extract(attributes, '$.rating') AS TEXT) FROM products ORDER BY id
  SELECT json_extract(attributes, '$.color') = json_extract(attributes, '$.note') FROM products ORDER BY id
  SELECT json_object('id', id, 'name', name, 'active', active, 'credit', credit, 'none', NULL, 'big', credit > 100, 'born', born) FROM customers ORDER BY id
  SELECT json_array(id, name, active, 1.5, 'x'), json_quote(name), json_object('a', json_array(1, 2), 'b', json('{"x":[1]}')) FROM customers ORDER BY id
  SELECT json_object('c', json_extract(attributes, '$.color'), 'new', json_extract(attributes, '$.new'), 'tags', attributes -> 'tags') FROM products ORDER BY id
  SELECT json_type(attributes), json_type(attributes, '$.rating'), json_type(attributes, '$.new'), json_array_length(attributes, '$.tags'), json_array_length(attributes) FROM products ORDER BY id
  SELECT json_set(attributes, '$.color', 'pink', '$.n', 5), json_replace(attributes, '$.zz', 1, '$.color', 2), json_insert(attributes, '$.zz', 1.5, '$.color', 'no'), json_remove(attributes, '$.size', '$.tags') FROM products WHERE id <> 6 ORDER BY id
  SELECT json(attributes) FROM products ORDER BY id
  SELECT id, attributes FROM products ORDER BY id
  SELECT o.id, (SELECT json_group_array(json_object('p', i.product_id, 'q', i.quantity)) FROM order_items i WHERE i.order_id = o.id AND o.id <> 12) AS items FROM orders o ORDER BY o.id
  SELECT COALESCE(json_extract(attributes, '$.color'), 'none') AS color, SUM(stock) FROM products GROUP BY color ORDER BY color
  SELECT id FROM products WHERE json_array_length(attributes, '$.tags') > 0 ORDER BY id
  SELECT id FROM products WHERE json_extract(attributes, '$.size.w') BETWEEN 10 AND 100 ORDER BY id
  SELECT IFNULL(json_extract(attributes, '$.size.w'), 0) + 1 FROM products ORDER BY id
  SELECT CASE WHEN json_extract(attributes, '$.rating') > 4 THEN 'good' ELSE 'poor' END, length(json_extract(attributes, '$.color')) FROM products ORDER BY id
  SELECT json_extract(attributes, '$.color') IS NULL, json_extract(attributes, '$.rating') * 2, round(json_extract(attributes, '$.rating'), 1) FROM products ORDER BY id
  SELECT p.title, j.value AS tag FROM products AS p, json_each(p.attributes, '$.tags') AS j WHERE j.value <> 'chair' ORDER BY p.id
  SELECT p.id, group_concat(j.value, '|') FROM products p, json_each(p.attributes, '$.tags') j GROUP BY p.id ORDER BY p.id
  SELECT json_valid(attributes), json_patch(attributes, '{"color":null}') FROM products WHERE id < 3 ORDER BY id
`),
];
