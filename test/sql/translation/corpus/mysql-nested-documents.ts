import { plainCases } from './case.js';

/** JSON_TABLE with rows within rows. */
export const mysqlNestedDocuments = plainCases(`
  SELECT p.id, jt.c, jt.tag FROM products p, JSON_TABLE(p.attributes, '$' COLUMNS (c VARCHAR(20) PATH '$.color', NESTED PATH '$.tags[*]' COLUMNS (tag VARCHAR(20) PATH '$'))) jt ORDER BY p.id, jt.tag
  SELECT jt.* FROM JSON_TABLE('[{"o":1,"items":[{"s":"x","q":2},{"s":"y","q":1}]},{"o":2,"items":[]}]', '$[*]' COLUMNS (r FOR ORDINALITY, o INT PATH '$.o', NESTED PATH '$.items[*]' COLUMNS (n FOR ORDINALITY, s VARCHAR(5) PATH '$.s', q INT PATH '$.q'))) jt
  SELECT jt.* FROM JSON_TABLE('[{"o":1,"items":[{"s":"x","t":[1,2]},{"s":"y"}]},{"o":2}]', '$[*]' COLUMNS (o INT PATH '$.o', NESTED PATH '$.items[*]' COLUMNS (s VARCHAR(5) PATH '$.s', NESTED PATH '$.t[*]' COLUMNS (k FOR ORDINALITY, v INT PATH '$')))) jt
  SELECT p.id, jt.w, jt.color FROM products p JOIN JSON_TABLE(p.attributes, '$' COLUMNS (color VARCHAR(20) PATH '$.color', NESTED PATH '$.size' COLUMNS (w INT PATH '$.w'))) jt ON jt.color IS NOT NULL ORDER BY p.id
  SELECT jt.o, SUM(jt.q) total, COUNT(jt.s) n FROM JSON_TABLE('{"orders":[{"o":1,"items":[{"s":"x","q":2},{"s":"y","q":1}]},{"o":2,"items":[{"s":"z","q":5}]}]}', '$.orders[*]' COLUMNS (o INT PATH '$.o', NESTED PATH '$.items[*]' COLUMNS (s VARCHAR(5) PATH '$.s', q INT PATH '$.q'))) jt GROUP BY jt.o ORDER BY jt.o
  SELECT jt.* FROM JSON_TABLE('[{"a":1},{"b":2}]', '$[*]' COLUMNS (a INT PATH '$.a', h INT EXISTS PATH '$.b')) jt
  SELECT p.id, jt.* FROM products p LEFT JOIN JSON_TABLE(p.attributes, '$.tags[*]' COLUMNS (tag VARCHAR(20) PATH '$')) jt ON 1 ORDER BY p.id, jt.tag
`);
