import { plainCases } from './case.js';

export const sqliteText = plainCases(`
  SELECT length(name), length(city), length(id), octet_length(name) FROM customers ORDER BY id
  SELECT lower(name), upper(name) FROM customers ORDER BY id
  SELECT concat('a', NULL, 1), concat(name, city, active), concat_ws(', ', name, city, NULL), concat_ws('-', id, name) FROM customers ORDER BY id
  SELECT 'total: ' || total, 'f' || f, 'd' || d, f * 2 || 'y', 'q' || d * 2, 'r' || round(d, 1), 'i' || i / 2.0 FROM orders JOIN samples ON samples.id = orders.id ORDER BY orders.id
  SELECT trim(name), trim(name, 'Ae'), ltrim(name, 'A'), rtrim(name, 'e%01'), trim(t, ']-^\\a') FROM customers JOIN samples USING (id) ORDER BY id
  SELECT replace(name, 'a', '_'), replace(id, '1', 'x'), replace(t, '', 'x') FROM customers JOIN samples USING (id) ORDER BY id
`);
