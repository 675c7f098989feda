import { plainCases, type Case } from './case.js';

export const sqliteRows: readonly Case[] = [
  ...plainCases(`
  SELECT p.id, j.value FROM products p, json_each(p.attributes, '$.tags') j ORDER BY p.id, j.value
  SELECT p.id, j.key, j.value FROM products p JOIN json_each(p.attributes, '$.tags') j ORDER BY p.id, j.key
  SELECT key, value, type FROM json_each('{"a":1,"b":"x","c":null,"d":true,"e":1.5}') ORDER BY key
  SELECT SUM(value), COUNT(*), MAX(value) FROM json_each('[1,2,3,10]')
  SELECT j.value, COUNT(*) FROM products p, json_each(p.attributes, '$.tags') j GROUP BY j.value ORDER BY COUNT(*) DESC, j.value
  SELECT id FROM products WHERE EXISTS (SELECT 1 FROM json_each(attributes, '$.tags') WHERE value = 'wood') ORDER BY id
  SELECT id FROM products WHERE 'wood' IN (SELECT value FROM json_each(attributes, '$.tags')) ORDER BY id
  SELECT json_extract(value, '$.a') FROM json_each('[{"a":1},{"a":"x"}]')
  SELECT p.id, j.value ->> '$.x' FROM products p, json_each(p.attributes) j WHERE j.key = 'size' ORDER BY p.id
  SELECT p.title, COUNT(j.value) FROM products p LEFT JOIN json_each(p.attributes, '$.tags') j ON TRUE GROUP BY p.id, p.title ORDER BY p.id
`),
];
