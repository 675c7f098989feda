import { plainCases } from './case.js';

export const postgresqlCastsAndConditions = plainCases(`
  SELECT CAST(f AS int), CAST(d AS integer), d::int FROM samples ORDER BY id
  SELECT i::numeric(10,2), d::numeric(10,1), f::numeric(5,1), d::numeric, f::numeric, i::float8, d::double precision, d::real, i::text, d::text, f::text, b::text, b::int, i::boolean, t::varchar(2), '12'::int, ' 12 '::int, '1.5'::numeric * 2, 2.5::int, (-2.5)::int, 3.5::int, 2.5::float8::int, 3.5::float8::int FROM samples ORDER BY id
  SELECT CAST(big AS text), CAST(id AS bigint) AS x, CAST(b AS varchar), id::smallint AS y, 'true'::boolean, 'f'::bool, day::text, at::text, u::varchar, length(i::text), i::text || 'x' FROM samples ORDER BY id
  SELECT COALESCE(i, 0), COALESCE(d, i), NULLIF(i, 3), NULLIF(t, ''), COALESCE(t, u, 'x'), GREATEST(i, 3.5), num_nulls(i, j, t), num_nonnulls(i, j), CASE WHEN i > 3 THEN i ELSE d END, CASE i WHEN 7 THEN 'a' ELSE 'b' END, COALESCE(day::text, 'never') FROM samples ORDER BY id
  SELECT length(gen_random_uuid()::text), random() < 1, length(version()) > 0, current_database() IS NOT NULL
  SELECT ascii(name), chr(65), chr(id + 64), encode(convert_to(name, 'UTF8'), 'hex'), to_hex(id), translate(name, 'abc', 'xyz'), translate(name, 'abc', 'bca'), translate(name, ' ', '') FROM customers ORDER BY id
  SELECT id FROM customers ORDER BY random() LIMIT 0
`);
