import { plainCases, type Case } from './case.js';

/** Texts beside numbers, truth values and documents, and letters that names have not. */
export const sqliteTextsBesideOthers: readonly Case[] = [
  ...plainCases(`
  SELECT length('😀a'), substr('Zoë', 3), instr('abc', '')
  SELECT id, attributes -> 'color' = '"red"' a, attributes -> 'color' <> '"red"' b FROM products ORDER BY id
  SELECT nullif('a', 'A') a, nullif('a', 'a') b
  SELECT id, b = 'true' a, b <> 'yes' c, b = '1' d, b > 'x' e FROM samples ORDER BY id
  SELECT id FROM samples WHERE b = 'true' OR id = 1
  SELECT name, CASE WHEN born IS NULL THEN '?' ELSE (strftime('%Y', '2024-06-15') - strftime('%Y', born)) - (strftime('%m-%d', '2024-06-15') < strftime('%m-%d', born)) END age FROM customers ORDER BY id
  SELECT max('b', 'a') a, max(1, 2.5) b, max(day, '2024-02-01') c FROM samples ORDER BY id
  `),
  { sql: "SELECT min('a', 1), max(2, '10')", refuses: ['POSTGRESQL', 'MYSQL'] },
];

export const mysqlTextsBesideOthers: readonly Case[] = [
  ...plainCases(`
  SELECT NULLIF('a', 'A') a, NULLIF('a ', 'a') b
  SELECT id, GREATEST(placed_on, '2024-06-01') a, GREATEST(total, 5) b, LEAST('b', 'a') c FROM orders ORDER BY id
  `),
  { sql: "SELECT GREATEST(10, '9')", refuses: ['POSTGRESQL', 'SQLITE'] },
];
