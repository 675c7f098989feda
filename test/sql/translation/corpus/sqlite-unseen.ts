import { plainCases } from './case.js';

/** Statements as applications write them for SQLite, of kinds that the other files have not. */
export const sqliteUnseen = plainCases(String.raw`
-- numbers and texts that no column turns into one another
SELECT id FROM orders WHERE strftime('%Y', placed_on) = 2024 ORDER BY id
SELECT 1 = '1' AS a
SELECT id FROM orders WHERE id + 0 = '3'
SELECT id FROM samples WHERE length(t) = '3' ORDER BY id
SELECT id FROM orders WHERE strftime('%Y', placed_on) IN (2024, 2025)
SELECT id FROM orders WHERE strftime('%m', placed_on) BETWEEN 1 AND 6
SELECT id FROM orders WHERE strftime('%m', placed_on) > 6 ORDER BY id
SELECT id, strftime('%Y', shipped_at) <> 2024 AS d, strftime('%Y', shipped_at) = 2024 AS e FROM orders ORDER BY id
SELECT id FROM samples WHERE u = 12
-- aggregates over tables that are ordered
SELECT group_concat(name, '>') FROM (SELECT name FROM employees ORDER BY salary DESC, id DESC)
SELECT department, group_concat(name) AS names FROM (SELECT department, name FROM employees ORDER BY salary, id DESC) GROUP BY department ORDER BY department
SELECT json_group_array(name) FROM (SELECT name FROM customers WHERE country = 'DE' ORDER BY name DESC)
WITH RECURSIVE up(id, manager_id, n) AS (SELECT id, manager_id, 0 FROM employees WHERE id = 8 UNION ALL SELECT e.id, e.manager_id, n + 1 FROM employees e, up WHERE e.id = up.manager_id) SELECT group_concat(id, '>') FROM (SELECT id FROM up ORDER BY n DESC)
`);
