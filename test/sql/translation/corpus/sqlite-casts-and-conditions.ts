import { plainCases } from './case.js';

export const sqliteCastsAndConditions = plainCases(`
  SELECT CAST(f AS INTEGER), CAST(d AS INTEGER), CAST(t AS INTEGER), CAST(i AS REAL), CAST(t AS REAL), CAST(i AS TEXT), CAST(d AS TEXT), CAST(f AS TEXT), CAST('12.7' AS INTEGER), CAST(2.5 AS INTEGER), CAST(-2.5 AS INTEGER), CAST('abc' AS NUMERIC), CAST('12' AS NUMERIC), CAST('12.0' AS NUMERIC), CAST('12.5' AS NUMERIC), CAST(d AS NUMERIC), CAST(i AS DECIMAL(10,2)), CAST(b AS TEXT), CAST(b AS INTEGER), CAST(t AS VARCHAR(2)), CAST('' AS INTEGER) FROM samples ORDER BY id
  SELECT '5' + 1, 'abc' + 1, '12abc' + 1, t + 0, -t, t * 2, i || '' , '5' * '2', b + 1, (i > 3) + 1, t + u FROM samples ORDER BY id
  SELECT id, CAST(placed_on AS INTEGER) AS year, CAST(shipped_at AS INTEGER) + 1 AS next, CAST(strftime('%H:%M', shipped_at) AS REAL) AS hour FROM orders ORDER BY id
  SELECT id FROM samples WHERE i = '7'
  SELECT id FROM samples WHERE u = 12
  SELECT id FROM samples WHERE t > 5
  SELECT typeof(i), typeof(t), typeof(f), typeof(NULL), typeof(1.5), typeof('a') FROM samples ORDER BY id
  SELECT id FROM samples WHERE i AND b
  SELECT coalesce(i, 'none'), coalesce(d, 0), ifnull(t, i), nullif(i, 3), iif(i > 3, 'big', i), coalesce(b, 0) FROM samples ORDER BY id
  SELECT iif(i > 3, 'a', 'b'), nullif(t, ''), coalesce(t, u, 'x'), iif(t, 1, 0), likely(i > 3) FROM samples ORDER BY id
  SELECT length(hex(randomblob(16))), abs(random()) >= 0, length(sqlite_version()) > 0, length(lower(hex(randomblob(8))))
  SELECT unicode(name), char(65, 66), char(id + 64), hex(name), hex(city), hex(id) FROM customers ORDER BY id
  SELECT id FROM customers ORDER BY random() LIMIT 0
`);
