import { plainCases, type Case } from './case.js';

export const mysqlJson: readonly Case[] = [
  ...plainCases(`
  SELECT JSON_EXTRACT(attributes, '$.color'), JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')), JSON_EXTRACT(attributes, '$.size.w'), JSON_EXTRACT(attributes, '$.tags[0]'), JSON_VALUE(attributes, '$.rating') FROM products ORDER BY id
  SELECT JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.rating')), JSON_EXTRACT(attributes, '$.rating'), JSON_EXTRACT(attributes, '$.new'), JSON_VALUE(attributes, '$.new'), JSON_VALUE(attributes, '$.size') FROM products ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.color') = 'blue' ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.rating') > 3 ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.new') = true ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.new') ORDER BY id
  SELECT id FROM products WHERE JSON_VALUE(attributes, '$.color') IN ('red', 'green') ORDER BY id
  SELECT SUM(JSON_EXTRACT(attributes, '$.size.w')), AVG(JSON_EXTRACT(attributes, '$.rating')) FROM products
  SELECT CAST(JSON_EXTRACT(attributes, '$.rating') AS DECIMAL(5,2)), CAST(JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.price')) AS DECIMAL(10,2)), JSON_EXTRACT(attributes, '$.size.w') + 1 FROM products ORDER BY id
  SELECT JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) AS c, COUNT(*) FROM products GROUP BY c ORDER BY c
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.rating') IS NULL ORDER BY id
  SELECT id, attributes LIKE '%"COLOR"%' AS shouted, attributes LIKE '%"color"%' AS said, JSON_UNQUOTE('"z"') AS u, JSON_UNQUOTE(title) AS t FROM products ORDER BY id
  SELECT id FROM products WHERE JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) LIKE 'b%' ORDER BY id
  SELECT JSON_OBJECT('id', id, 'name', name, 'active', active, 'credit', credit, 'none', NULL, 'big', credit > 100, 'born', born) FROM customers ORDER BY id
  SELECT JSON_ARRAY(id, name, active, 1.5, 'x', TRUE), JSON_QUOTE(name) FROM customers ORDER BY id
  SELECT JSON_OBJECT('attrs', attributes, 'tags', JSON_EXTRACT(attributes, '$.tags'), 'nested', JSON_OBJECT('a', JSON_ARRAY(1,2))) FROM products ORDER BY id
  SELECT JSON_TYPE(attributes), JSON_TYPE(JSON_EXTRACT(attributes, '$.rating')), JSON_TYPE(JSON_EXTRACT(attributes, '$.new')), JSON_LENGTH(attributes), JSON_LENGTH(attributes, '$.tags'), JSON_LENGTH(JSON_EXTRACT(attributes, '$.color')) FROM products ORDER BY id
  SELECT id FROM products WHERE JSON_CONTAINS(attributes, '"wood"', '$.tags') ORDER BY id
  SELECT id FROM products WHERE JSON_CONTAINS(attributes, '{"color": "blue"}') ORDER BY id
  SELECT id FROM products WHERE JSON_CONTAINS(JSON_EXTRACT(attributes, '$.tags'), '["wood","chair"]') ORDER BY id
  SELECT JSON_SET(attributes, '$.color', 'pink', '$.n', 5), JSON_REPLACE(attributes, '$.zz', 1, '$.color', TRUE), JSON_INSERT(attributes, '$.zz', 1.5, '$.color', 'no'), JSON_REMOVE(attributes, '$.size', '$.tags') FROM products WHERE id <> 6 ORDER BY id
  SELECT JSON_SET('{"a": [1, 2]}', '$.a[0]', 'z'), JSON_SET('{"a": [1, 2]}', '$.a[9]', 4), JSON_SET('{"b": 3}', '$.b[1]', 5), JSON_SET('{"b": 3}', '$.c[0]', 6), JSON_SET('{"b": 3}', '$.b[0]', 5)
  SELECT JSON_INSERT('{"a": [1]}', '$.a[0]', 7), JSON_INSERT('{"a": [1]}', '$.a[1]', 8), JSON_INSERT('{"a": 1}', '$.a[0]', 8), JSON_INSERT('{"a": 1}', '$.a[1]', 8)
  SELECT JSON_ARRAY_INSERT('{"a": [1, 2], "b": 3}', '$.a[1]', 'x'), JSON_ARRAY_INSERT('{"a": [1]}', '$.a[0]', JSON_OBJECT('k', 2)), JSON_ARRAY_INSERT('{"a": [1]}', '$.a[5]', 9), JSON_ARRAY_INSERT('{"b": 3}', '$.b[0]', 9)
  SELECT id, attributes FROM products ORDER BY id
  SELECT o.id, (SELECT JSON_ARRAYAGG(JSON_OBJECT('p', i.product_id, 'q', i.quantity)) FROM order_items i WHERE i.order_id = o.id AND o.id = 1) AS items FROM orders o ORDER BY o.id
  SELECT COALESCE(JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')), 'none') AS color, SUM(stock) FROM products GROUP BY color ORDER BY color
  SELECT id FROM products WHERE JSON_LENGTH(attributes, '$.tags') > 0 ORDER BY id
  SELECT IFNULL(JSON_EXTRACT(attributes, '$.size.w'), 0) FROM products ORDER BY id
  SELECT id FROM products WHERE JSON_EXTRACT(attributes, '$.size.w') BETWEEN 10 AND 100 ORDER BY id
  SELECT LOWER(JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color'))), CONCAT('c:', JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color'))) FROM products ORDER BY id
  SELECT department, MAX(salary) - MIN(salary), ROUND(AVG(salary), 2), ROUND(STDDEV(salary), 3) FROM employees GROUP BY department ORDER BY department
`),
  {
    sql: "SELECT JSON_EXTRACT(attributes, '$.rating') FROM products WHERE id IN (1,3) ORDER BY JSON_EXTRACT(attributes, '$.rating') DESC",
    warns: { POSTGRESQL: ['JSON_ORDER'], SQLITE: ['JSON_ORDER'] },
  },
  {
    sql: "SELECT JSON_KEYS(JSON_EXTRACT(attributes, '$.size')), JSON_VALID(tags) FROM products WHERE id < 3 ORDER BY id",
    warns: { POSTGRESQL: ['JSON_KEY_ORDER'] },
  },
  {
    sql: 'SELECT JSON_MERGE_PATCH(attributes, \'{"color": null, "x": 1}\') FROM products WHERE id < 4 ORDER BY id',
  },
  { sql: "SELECT id, JSON_SET(attributes, '$.size.d', 5, '$.none.x', 1) FROM products WHERE id < 4 ORDER BY id" },
  {
    sql: "SELECT MAX(JSON_EXTRACT(attributes, '$.rating')) FROM products",
    warns: { POSTGRESQL: ['JSON_ORDER'] },
  },
];
