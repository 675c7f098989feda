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
`);
