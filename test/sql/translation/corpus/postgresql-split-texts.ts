import { plainCases, type Case } from './case.js';

/** Texts that are cut into arrays and rows, and digests of texts. */
export const postgresqlSplitTexts: readonly Case[] = plainCases(String.raw`
  SELECT id, regexp_split_to_array(tags, '[,;]') AS parts FROM products ORDER BY id
  SELECT id, string_to_array(tags, ',') AS parts FROM products ORDER BY id
  SELECT id, p.part, p.ord FROM products, LATERAL regexp_split_to_table(title, '\s+') WITH ORDINALITY AS p(part, ord) ORDER BY id, ord
  SELECT id, regexp_split_to_table(title, ' ') AS word FROM products ORDER BY id
  SELECT (regexp_split_to_array(name, '\s+'))[1] AS first, (regexp_split_to_array(name, '\s+'))[2] AS second FROM customers ORDER BY id
  SELECT id, tag FROM products, unnest(string_to_array(tags, ',')) WITH ORDINALITY AS x(tag, n) ORDER BY id, n
  SELECT id, string_to_table(tags, ',') AS t FROM products ORDER BY id
  SELECT id, regexp_split_to_array('', ',') AS e, regexp_split_to_array(tags, 'blue|red') AS f FROM products ORDER BY id
  SELECT id, (string_to_array(tags, ','))[2] AS second, cardinality(string_to_array(tags, ',')) AS n FROM products ORDER BY id
  SELECT id, md5(name) AS m, md5(coalesce(email, '')) AS e, md5(repeat(name, 12)) AS l FROM customers ORDER BY id
  SELECT md5('') AS a, md5(NULL) AS n, md5(repeat('x', 55)) AS b, md5(repeat('x', 56)) AS c, md5(repeat('x', 64)) AS d
  SELECT id, encode(convert_to(name, 'UTF8'), 'base64') AS a, encode(convert_to(repeat('xyz', 19), 'UTF8'), 'base64') AS b, encode(convert_to(repeat(email, 9), 'UTF8'), 'base64') AS c FROM customers ORDER BY id
  SELECT department, bit_xor(salary) AS s, bit_xor(bonus) AS b FROM employees GROUP BY department ORDER BY department NULLS FIRST
  SELECT bit_xor(i) AS a, bit_xor(big) AS b FROM samples
`);
