import { plainCases } from './case.js';

/** Arrays and objects that are found in documents are texts in a result; spaces in them are the engine's own. */
export const sqliteDocumentsAsTexts = plainCases(`
  SELECT id, attributes ->> '$.tags' t, json_extract(attributes, '$.tags') u, attributes ->> 'color' c FROM products WHERE id IN (2, 3) ORDER BY id
  SELECT j.value FROM json_each('[1,"a",[2],null,true]') j
  SELECT p.id, j.key, j.value FROM products p, json_each(p.attributes) j WHERE j.key <> 'size' AND p.id IN (2, 3) ORDER BY p.id, j.key
  SELECT json_extract(attributes, '$.tags') s, count(*) n FROM products WHERE id > 1 GROUP BY 1 ORDER BY n DESC, 1
  SELECT DISTINCT attributes ->> 'color' c FROM products ORDER BY 1
  SELECT x.t ->> 0 FROM (SELECT id, attributes ->> '$.tags' t FROM products) x ORDER BY x.id
  SELECT typeof(j.value), j.value FROM json_each('[1,"a",[2],true]') j
  SELECT id, json_extract(attributes, '$.tags') s FROM products WHERE id IN (2, 3) ORDER BY json_extract(attributes, '$.color') DESC
`);
