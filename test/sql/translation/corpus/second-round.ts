import { plainCases, type Case } from './case.js';

/** Paths of PostgreSQL's own language, and ranks that a value would have. */
export const postgresqlSecondRound: readonly Case[] = plainCases(`
  SELECT id, jsonb_path_query_first(attributes, '$.tags[0]') AS a, jsonb_path_exists(attributes, '$.size.w') AS b, jsonb_path_query_array(attributes, '$.tags[*]') AS c, jsonb_path_query_array(attributes, '$.color') AS d FROM products ORDER BY id
  SELECT id, jsonb_path_query_first(attributes, '$ ? (@.rating > 3).color') AS a, jsonb_path_exists(attributes, '$ ? (@.color == "blue" && exists(@.note))') AS b, jsonb_path_exists(attributes, '$ ? (@.new == true || @.rating == null)') AS c FROM products ORDER BY id
  SELECT id FROM products WHERE attributes @? '$.tags[*] ? (@ == "wood")' ORDER BY id
  SELECT x.k, jsonb_path_query_array(x.d, '$.i[*] ? (@.q >= 2).s') AS a, jsonb_path_query_first(x.d, '$.i[*] ? (@.q < 2 && @.s == "b").q') AS b, jsonb_path_exists(x.d, '$.i[*] ? (@.q > 5)') AS c FROM (SELECT 1 AS k, CAST('{"i":[{"s":"a","q":2},{"s":"b","q":1},{"q":9}]}' AS jsonb) AS d UNION ALL SELECT 2, '{"i":[]}') x ORDER BY x.k
  SELECT p.id, t FROM products p, jsonb_path_query(p.attributes, '$.tags[*]') AS t ORDER BY p.id, t
  SELECT rank(300) WITHIN GROUP (ORDER BY total DESC) AS a, dense_rank(300) WITHIN GROUP (ORDER BY total DESC) AS b, rank(100) WITHIN GROUP (ORDER BY total) AS c, dense_rank(100) WITHIN GROUP (ORDER BY total) AS d, percent_rank(100) WITHIN GROUP (ORDER BY total) AS e, cume_dist(300) WITHIN GROUP (ORDER BY total) AS f, rank('2024-03-31') WITHIN GROUP (ORDER BY placed_on) AS g FROM orders
`);

export const mysqlSecondRound: readonly Case[] = plainCases(`
  SELECT id, TIMEDIFF(shipped_at, placed_on) AS a, TIMEDIFF(shipped_at, '2024-01-01 00:00:00') AS b FROM orders WHERE id < 3 ORDER BY id
`);
