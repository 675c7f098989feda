import { plainCases, type Case } from './case.js';

export const mysqlRows: readonly Case[] = [
  ...plainCases(`
  SELECT p.id, x.n, x.tag FROM products p, JSON_TABLE(p.attributes, '$.tags[*]' COLUMNS (n FOR ORDINALITY, tag VARCHAR(100) PATH '$')) x ORDER BY p.id, x.n
  SELECT x.* FROM JSON_TABLE('[{"a":1,"b":"x"},{"a":2.5,"b":null},{"b":true}]', '$[*]' COLUMNS (a INT PATH '$.a', b VARCHAR(20) PATH '$.b', has INT EXISTS PATH '$.a')) AS x ORDER BY x.b
  SELECT p.id, x.tag FROM products p LEFT JOIN JSON_TABLE(p.attributes, '$.tags[*]' COLUMNS (tag VARCHAR(100) PATH '$')) x ON TRUE ORDER BY p.id, x.tag
  SELECT x.c, x.w FROM products p JOIN JSON_TABLE(p.attributes, '$' COLUMNS (c VARCHAR(20) PATH '$.color', w DECIMAL(10,2) PATH '$.size.w')) x ORDER BY p.id
`),
];
