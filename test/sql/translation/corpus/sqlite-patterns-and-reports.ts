import { plainCases } from './case.js';

export const sqlitePatternsAndReports = plainCases(`
  SELECT id FROM orders WHERE note LIKE '50\\%%' ESCAPE '\\' OR note LIKE 'back\\%' ORDER BY id
  SELECT id FROM customers WHERE name LIKE '%' || lower(substr(city, 1, 1)) || '%' ORDER BY id
  SELECT id FROM customers WHERE name GLOB '*[0-9]*' OR name GLOB '[A-C]*' OR name GLOB '?r*' ORDER BY id
  SELECT id FROM orders WHERE id LIKE '1%' ORDER BY id
  SELECT id FROM customers WHERE name LIKE 'ADA%' COLLATE NOCASE ORDER BY id
  SELECT id FROM customers WHERE name = 'FRANK' COLLATE NOCASE ORDER BY id
  SELECT upper(substr(name, 1, 1)) || lower(substr(name, 2)) AS nice, substr(email, instr(email, '@') + 1) AS domain, printf('%05d', id) AS code, replace(name, ' ', '-') FROM customers ORDER BY id
  SELECT 1 + '1', '3' * '4', 7 % '4', -'5', '1e2' + 0, 1.50 || '', 2 * '3.5abc', 7 / 2, 7 / 2.0 FROM orders LIMIT 1
  SELECT id FROM orders WHERE total = '150' OR id IN ('1', '2') OR total > '200' ORDER BY id
`);
