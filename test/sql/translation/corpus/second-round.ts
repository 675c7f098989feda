import { plainCases, type Case } from './case.js';

/** Paths of PostgreSQL's own language, and ranks that a value would have. */
export const postgresqlSecondRound: readonly Case[] = plainCases(`
  SELECT id, jsonb_path_query_first(attributes, '$.tags[0]') AS a, jsonb_path_exists(attributes, '$.size.w') AS b, jsonb_path_query_array(attributes, '$.tags[*]') AS c, jsonb_path_query_array(attributes, '$.color') AS d FROM products ORDER BY id
  SELECT id, jsonb_path_query_first(attributes, '$ ? (@.rating > 3).color') AS a, jsonb_path_exists(attributes, '$ ? (@.color == "blue" && exists(@.note))') AS b, jsonb_path_exists(attributes, '$ ? (@.new == true || @.rating == null)') AS c FROM products ORDER BY id
  SELECT id FROM products WHERE attributes @? '$.tags[*] ? (@ == "wood")' ORDER BY id
  SELECT x.k, jsonb_path_query_array(x.d, '$.i[*] ? (@.q >= 2).s') AS a, jsonb_path_query_first(x.d, '$.i[*] ? (@.q < 2 && @.s == "b").q') AS b, jsonb_path_exists(x.d, '$.i[*] ? (@.q > 5)') AS c FROM (SELECT 1 AS k, CAST('{"i":[{"s":"a","q":2},{"s":"b","q":1},{"q":9}]}' AS jsonb) AS d UNION ALL SELECT 2, '{"i":[]}') x ORDER BY x.k
  SELECT p.id, t FROM products p, jsonb_path_query(p.attributes, '$.tags[*]') AS t ORDER BY p.id, t
  SELECT c.id FROM customers c WHERE c.id IN (SELECT customer_id FROM orders GROUP BY customer_id HAVING max(total) >= ALL (SELECT total FROM orders WHERE total IS NOT NULL) OR sum(total) < ANY (SELECT total FROM orders WHERE id < 4)) ORDER BY c.id
  SELECT customer_id, max(total) > ALL (SELECT total FROM orders) AS a, max(total) > ALL (SELECT total FROM orders WHERE id = 99) AS b, min(total) < ANY (SELECT total FROM orders) AS c, min(total) < ANY (SELECT total FROM orders WHERE id IN (1, 6)) AS d FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT id, born + (extract(year FROM age('2025-01-01', born)) + 1) * interval '1 year' AS a, created_at + floor(score) * interval '1 month' AS b FROM customers ORDER BY id
  SELECT id, regexp_match(name, '[aeiou]{2}') IS NOT NULL AS a, regexp_match(email, '@') IS NULL AS b FROM customers ORDER BY id
  SELECT string_agg(name, '|' ORDER BY credit DESC NULLS LAST, id) AS a, string_agg(name, '|' ORDER BY credit, id) AS b, json_agg(id ORDER BY score DESC, id) AS c FROM customers
  SELECT id, attributes -> 'tags' @> '["wood"]' AS a, attributes @> '{"size":{"w":40}}' AS b, attributes @> '[1, {"a":3}]' AS c, CAST('{"i":[{"k":"x","n":[1,2]},{"k":"y"}]}' AS jsonb) @> '{"i":[{"k":"x","n":[2]}]}' AS d FROM products ORDER BY id
  SELECT rank(300) WITHIN GROUP (ORDER BY total DESC) AS a, dense_rank(300) WITHIN GROUP (ORDER BY total DESC) AS b, rank(100) WITHIN GROUP (ORDER BY total) AS c, dense_rank(100) WITHIN GROUP (ORDER BY total) AS d, percent_rank(100) WITHIN GROUP (ORDER BY total) AS e, cume_dist(300) WITHIN GROUP (ORDER BY total) AS f, rank('2024-03-31') WITHIN GROUP (ORDER BY placed_on) AS g FROM orders
`);

export const mysqlSecondRound: readonly Case[] = plainCases(`
  SELECT id, JSON_EXTRACT(attributes, '$.tags[*]') AS a, JSON_EXTRACT(attributes, '$.color', '$.size.w', '$.missing') AS b, JSON_EXTRACT(attributes, '$.x', '$.y') AS c, JSON_EXTRACT('[{"a":1},{"b":2},{"a":null}]', '$[*].a') AS d FROM products ORDER BY id
  SELECT j.a, j.b FROM JSON_TABLE('[{"a":1,"b":"x"},{"a":2}]', '$[*]' COLUMNS (a INT PATH '$.a', b VARCHAR(10) PATH '$.b' DEFAULT 'none' ON EMPTY)) AS j ORDER BY j.a
  SELECT BIT_AND(j) AS a, BIT_OR(j) AS b, BIT_AND(stock) AS c FROM samples JOIN products USING (id)
  SELECT id, TIMEDIFF(shipped_at, placed_on) AS a, TIMEDIFF(shipped_at, '2024-01-01 00:00:00') AS b FROM orders WHERE id < 3 ORDER BY id
`);

export const sqliteSecondRound: readonly Case[] = plainCases(`
  SELECT referrer_id, group_concat(name, '|' ORDER BY credit DESC, id) AS a, group_concat(name, '|' ORDER BY credit, id) AS b, json_group_array(id ORDER BY score DESC, id) AS c FROM customers GROUP BY referrer_id ORDER BY referrer_id
`);
