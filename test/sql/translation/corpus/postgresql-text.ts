import { plainCases } from './case.js';

export const postgresqlText = plainCases(`
  SELECT length(name), octet_length(name), bit_length(name), char_length(city) FROM customers ORDER BY id
  SELECT lower(name), upper(name) FROM customers ORDER BY id
  SELECT id FROM customers WHERE lower(email) LIKE '%@example.com' ORDER BY id
  SELECT upper(city), count(*) FROM customers GROUP BY upper(city) ORDER BY 2, 1
  SELECT concat('a', NULL, 1, true), concat(name, city, active), concat_ws(', ', name, city, active, NULL), concat_ws('-', id, name), concat_ws(city, name, email) FROM customers ORDER BY id
  SELECT 'total: ' || total || '!', 'f' || f, 'd' || d, 'x' || f * 2 || 'y', 'q' || d * 2, 'r' || round(d, 1), 'big' || big FROM orders JOIN samples ON samples.id = orders.id ORDER BY orders.id
  SELECT trim(name), btrim(name, 'A'), ltrim(name, 'ABC'), rtrim(name, 'e%01'), trim(leading 'A' from name), trim(trailing from name || '  '), trim(both 'xy' from name), ltrim('  x'), rtrim(t, ',c') FROM customers JOIN samples USING (id) ORDER BY id
  SELECT reverse(name), repeat(t, 2), repeat('ab', i), lpad(name, 5), lpad(t, 5, 'xy'), rpad(t, 5, '*'), lpad(id::text, 3, '0'), repeat(t, 0) FROM customers JOIN samples USING (id) ORDER BY id
  SELECT starts_with(name, 'A'), starts_with(t, u), name ^@ 'a' FROM customers JOIN samples USING (id) ORDER BY id
`);
