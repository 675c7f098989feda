import { plainCases, type Case } from './case.js';

export const postgresqlPatternsAndReports: readonly Case[] = [
  ...plainCases(`
  SELECT id FROM orders WHERE note LIKE '%\\_%' OR note LIKE '%\\%%' OR note LIKE '%\\\\%' ORDER BY id
  SELECT id FROM customers WHERE name ILIKE 'a%' OR email ILIKE '%@EXAMPLE.com' ORDER BY id
  SELECT id FROM customers WHERE name LIKE '%' || substr(city, 1, 1) || '%' ORDER BY id
  SELECT id FROM customers WHERE name ILIKE '%' || lower(left(city, 2)) || '%' ORDER BY id
  SELECT id FROM orders WHERE CAST(id AS text) LIKE '1%' ORDER BY id
  SELECT id FROM customers WHERE name NOT ILIKE '%E%' ORDER BY id
  SELECT id FROM orders WHERE note LIKE 'a!_b' ESCAPE '!' OR note LIKE '50%' ESCAPE '' ORDER BY id
  SELECT name, CASE WHEN position('@' in email) > 0 THEN split_part(email, '@', 2) ELSE 'none' END AS domain, upper(left(name, 1)) || lower(substr(name, 2)) AS nice FROM customers ORDER BY id
  SELECT COALESCE(NULLIF(trim(note), ''), '-') AS n, length(COALESCE(note, '')) AS l, round((total - COALESCE(discount, 0))::numeric, 2) AS net, total::int % 2 AS parity FROM orders ORDER BY id
  SELECT round(total * 1.19, 2) AS gross, trunc(total / 7, 2), ceil(total / 10), floor(total / 10) * 10, width_bucket(total, 0, 300, 3), abs(total), sign(total) FROM orders ORDER BY id
  SELECT id FROM orders WHERE total = '150' OR id IN ('1', '2') ORDER BY id
`),
  { sql: `SELECT initcap(name) FROM customers ORDER BY id` },
];
