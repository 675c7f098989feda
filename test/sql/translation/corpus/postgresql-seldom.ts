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
  -- each row, or none
  SELECT id FROM orders TABLESAMPLE BERNOULLI (100) ORDER BY id
  SELECT o.id FROM orders AS o TABLESAMPLE SYSTEM (0) ORDER BY o.id
`),
  { sql: `SELECT inet '10.1.2.3' << '10.0.0.0/8'`, refuses: ['MYSQL', 'SQLITE'] },
  { sql: `SELECT id FROM orders TABLESAMPLE BERNOULLI (50) REPEATABLE (1)`, refuses: ['MYSQL', 'SQLITE'] },
];
