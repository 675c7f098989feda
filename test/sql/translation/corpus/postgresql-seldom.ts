import { plainCases, type Case } from './case.js';

/** Functions and operators that are seldom met, composed of what the targets have. */
export const postgresqlSeldom: readonly Case[] = [
  ...plainCases(String.raw`
  -- arrays, and those that are NULL
  SELECT id, string_to_array(tags, ',') || 'new'::text, array_append(string_to_array(tags, ','), 'z'), array_prepend('a', string_to_array(tags, ',')), array_cat(string_to_array(tags, ','), ARRAY['b', NULL]) FROM products ORDER BY id
  SELECT ARRAY[1, 2] @> ARRAY[1], ARRAY[1, 4, 3] && ARRAY[2, 1], ARRAY[1, 2] <@ ARRAY[3, 2, 1], ARRAY[1, NULL] <@ ARRAY[1, NULL]
  SELECT array_to_string(ARRAY['a', NULL, 'c'], '-', '?'), array_to_string(ARRAY[1, 2, 3], ''), array_lower(ARRAY[1, 2], 1), array_ndims(ARRAY[1, 2]), array_dims(ARRAY[1, 2]), array_fill(7, ARRAY[3])
  SELECT array_agg(DISTINCT category), array_agg(DISTINCT stock) FROM products
  -- paths of documents that are conditions, and conditions within them
  SELECT id FROM products WHERE attributes @@ '$.size.w > 50 || $.rating < 4' ORDER BY id
  SELECT id FROM products WHERE attributes @@ '$.tags[*] == "wood"' ORDER BY id
  SELECT id, jsonb_path_match(attributes, '$.new == true'), jsonb_path_exists(attributes, '$.size ? (@.w > 50)'), jsonb_path_exists(attributes, '$.tags ? (@ == "wood")'), jsonb_path_query_first(attributes, '$.size ? (@.w > 50).h') FROM products ORDER BY id
  -- numbers, names and types
  SELECT factorial(5), factorial(0), factorial(20), sind(30), cosd(60), tand(45), sind(180), trim_scale(1.500)
  SELECT i, factorial(5 + i - i) FROM samples WHERE i IS NOT NULL ORDER BY i
  SELECT to_char(4, 'RN'), to_char(1994, 'FMRN'), to_char(0, 'RN'), to_char(id * 7, 'FMRN') FROM products ORDER BY id
  SELECT to_char(placed_on, 'TMMonth'), to_char(placed_on, 'TMDay DD') FROM orders ORDER BY id
  SELECT quote_ident('A b'), quote_ident('user'), quote_ident('x1'), quote_ident('a"b'), quote_ident(country) FROM customers ORDER BY id
  SELECT format('%I = %L', category, tags), format('%-8I|', 'a b') FROM products WHERE category IS NOT NULL ORDER BY id
  SELECT pg_typeof(1), pg_typeof('a'), pg_typeof('a'::text), pg_typeof(1.5), pg_typeof(true), pg_typeof(now()), isfinite(DATE '2024-02-29'), unistr('\0041\00e9\\')
  SELECT timestamp '2024-03-01 12:00' - '2024-02-28 10:30', shipped_at - '2024-01-01' FROM orders ORDER BY id
  SELECT row_to_json(row(id, title)), to_jsonb(row(1, 'a', NULL)) FROM products ORDER BY id
  -- arrays as wholes, and each element of one
  SELECT o.id FROM (SELECT id, ARRAY[id, customer_id] AS pair FROM orders) AS o WHERE 3 > ALL (o.pair) OR 7 <= ANY (o.pair) ORDER BY o.id
  SELECT p.id, p.parts = '{red,wood,chair}', p.parts <> ARRAY['desk'], 'e' < ALL (p.parts), '' = ALL (p.parts) FROM (SELECT id, string_to_array(tags, ',') AS parts FROM products) AS p ORDER BY p.id
  SELECT p.id, p.parts[array_length(p.parts, 1)], p.parts[p.id], p.parts[p.id - 1] FROM (SELECT id, string_to_array(tags, ',') AS parts FROM products) AS p ORDER BY p.id
  SELECT id FROM customers WHERE (country, id) BETWEEN ('DE', 7) AND ('FR', 3) AND (id, credit) NOT BETWEEN (8, 0) AND (9, 0) ORDER BY id
  SELECT p.id, r.* FROM products p, jsonb_to_record(p.attributes) AS r(color varchar(20), size jsonb, tags jsonb) WHERE jsonb_typeof(p.attributes) = 'object' ORDER BY p.id
  -- rows behind an OFFSET with those that tie with the last
  SELECT x.credit FROM (SELECT id, credit FROM customers ORDER BY credit DESC NULLS LAST OFFSET 1 FETCH NEXT 1 ROWS WITH TIES) AS x ORDER BY 1
  SELECT x.n FROM (SELECT country, count(*) AS n FROM customers GROUP BY country ORDER BY count(*) DESC OFFSET 1 ROW FETCH FIRST 1 ROW WITH TIES) AS x
  -- lateral rows that are groups or have windows, and conditions on them
  SELECT c.id, x.country, x.n FROM customers c CROSS JOIN LATERAL (SELECT country, count(*) AS n FROM customers r WHERE r.referrer_id = c.id GROUP BY country) AS x ORDER BY 1, 2
  SELECT c.id, x.id, x.place FROM customers c CROSS JOIN LATERAL (SELECT o.id, row_number() OVER (ORDER BY o.id DESC) AS place FROM orders o WHERE o.customer_id = c.id) AS x ORDER BY 1, 2
  SELECT c.id, s.n, s.last FROM customers c LEFT JOIN LATERAL (SELECT count(*) AS n, max(o.id) AS last FROM orders o WHERE o.customer_id = c.id) AS s ON s.n > 1 ORDER BY c.id
  SELECT c.id, x.country FROM customers c CROSS JOIN LATERAL (SELECT DISTINCT country FROM customers r WHERE r.referrer_id = c.id) AS x ORDER BY 1, 2
  -- matches as rows, and the parts of each
  SELECT c.id, m.parts[1] FROM customers c LEFT JOIN LATERAL regexp_matches(c.email, '^([a-z]+)@') AS m(parts) ON true ORDER BY 1
  SELECT id, (regexp_matches(title, '[a-z]+', 'g'))[1] AS word FROM products WHERE id < 6 ORDER BY 1, 2
  SELECT p.id, m[1] FROM products p, regexp_matches(p.sku, '(\d+)', 'g') AS m ORDER BY 1, 2
  -- months that are stepped through one by one
  SELECT d::date FROM generate_series(date '2023-11-30', date '2024-04-30', interval '1 month') AS d ORDER BY d
  SELECT d FROM generate_series(timestamp '2024-03-31 10:00', timestamp '2023-10-01', interval '-1 month') AS d ORDER BY d
  -- columns that are called as those of the rows beside them
  SELECT s.v, s.ord, w FROM (SELECT id AS v, tags AS ord FROM products) AS s, regexp_split_to_table(ord, ',') AS w WHERE v < 3 AND ord IS NOT NULL ORDER BY v, w
  -- parts, formats and zones of moments
  SELECT EXTRACT(EPOCH FROM shipped_at::time), to_char(shipped_at, 'a.d. YYYY b.c.'), date_trunc('century', shipped_at), date_trunc('millennium', placed_on) FROM orders ORDER BY id
  SELECT split_part(tags, '', 1), split_part(tags, '', 2), split_part(tags, '', -1), encode(NULL::bytea, 'hex') FROM products ORDER BY id
  -- each row, or none
  SELECT id FROM orders TABLESAMPLE BERNOULLI (100) ORDER BY id
  SELECT o.id FROM orders AS o TABLESAMPLE SYSTEM (0) ORDER BY o.id
`),
  {
    sql: `SELECT c.id, m[1] AS host, m[2] AS tld FROM customers c CROSS JOIN LATERAL regexp_matches(c.email, '@([a-z]+)[.]([a-z]+)') AS m ORDER BY 1`,
    warns: { MYSQL: ['SERVER_FLAVOUR'] },
  },
  { sql: `SELECT inet '10.1.2.3' << '10.0.0.0/8'`, refuses: ['MYSQL', 'SQLITE'] },
  { sql: `SELECT id FROM orders TABLESAMPLE BERNOULLI (50) REPEATABLE (1)`, refuses: ['MYSQL', 'SQLITE'] },
];
