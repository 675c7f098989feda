import { plainCases, type Case } from './case.js';

/** Columns beside words that say no number, conditions that are columns, and what is computed of written numbers: with a catalogue and without one. */
export const sqliteWordsBesideNumbers: readonly Case[] = plainCases(`
  SELECT id FROM customers WHERE active = 'true' ORDER BY id
  SELECT count(*) FROM customers WHERE active <> 'false'
  SELECT id FROM customers WHERE active IN ('1', 'true', 't') ORDER BY id
  SELECT id FROM customers WHERE active NOT IN ('0', 'no') ORDER BY id
  SELECT id FROM products WHERE stock <> '' ORDER BY id
  SELECT id FROM samples WHERE i = '' OR f <> '' ORDER BY id
  SELECT id FROM samples WHERE t ORDER BY id
  SELECT id, iif(tags, 'y', 'n'), NOT tags FROM products ORDER BY id
  SELECT id FROM samples WHERE at AND b AND i ORDER BY id
  SELECT 0.1 + 0.2 = 0.3, 0.3 - 0.1 = 0.2, 1.1 * 3 = 3.3, 0.5 + 0.25 = 0.75, 0.1 + 0.2 > 0.3
  SELECT CASE WHEN 3 * 0.1 = 0.3 THEN 'eq' ELSE 'ne' END
  -- texts that are days in some tables and texts in others
  SELECT id FROM orders WHERE placed_on >= date('2024-06-01', '-3 months') ORDER BY id
  SELECT id FROM customers WHERE created_at >= datetime('2024-03-01', '-1 day') ORDER BY id
  WITH RECURSIVE days(day) AS (SELECT min(placed_on) FROM orders UNION ALL SELECT date(day, '+1 month') FROM days WHERE day < (SELECT max(placed_on) FROM orders)) SELECT day, count(o.id) FROM days LEFT JOIN orders o ON o.placed_on = day GROUP BY day ORDER BY day
  WITH RECURSIVE d(x, last) AS (SELECT min(at), max(at) FROM samples UNION ALL SELECT datetime(x, '+1 year'), last FROM d WHERE x < last) SELECT x FROM d ORDER BY x
`);

export const mysqlWordsBesideNumbers: readonly Case[] = plainCases(`
  SELECT id FROM samples WHERE i <> '' ORDER BY id
  SELECT id FROM samples WHERE i = '' OR b = '' ORDER BY id
  SELECT id FROM products WHERE stock != '' AND stock != '0' ORDER BY id
  SELECT id FROM samples WHERE u AND i ORDER BY id
  SELECT id, IF(tags, 'y', 'n') AS has FROM products ORDER BY id
  SELECT id FROM samples WHERE at ORDER BY id
`);

/** Lists of which a catalogue alone tells that some of them are never the column's. */
export const sqliteWordsInLists: readonly Case[] = plainCases(`
  SELECT id FROM samples WHERE i IN ('7', 'x', t) ORDER BY id
  SELECT id FROM samples WHERE i NOT IN ('x', 'y') ORDER BY id
`);

/** Seconds as SQLite writes them, beside columns of numbers, and aliases in double quotes. */
export const sqliteSecondsAndAliases: readonly Case[] = plainCases(`
  SELECT id FROM products WHERE stock BETWEEN strftime('%s', '1970-01-01') AND strftime('%s', '1970-01-01', '+10 seconds') ORDER BY id
  SELECT id, i FROM samples WHERE i >= strftime('%s', '1970-01-01 00:00:05') AND i IN (strftime('%s', '1970-01-01 00:00:07'), 100) ORDER BY id
  SELECT id FROM employees WHERE salary = strftime('%Y', '2024-01-01') OR salary > strftime('%Y', '0700-01-01') ORDER BY id
  SELECT (1704250000 - last_seen) / 3600 AS h, datetime(last_seen, 'unixepoch') AS d FROM (SELECT id, stock AS last_seen FROM products) AS p ORDER BY id
  SELECT strftime('%Y-%m', created_at) AS month, count(*) AS total FROM customers GROUP BY "month" HAVING "total" > 0 ORDER BY "month" ASC
`);

/** Texts in double quotes, which a catalogue tells from columns, or else where they stand. */
export const sqliteTextsInQuotes: readonly Case[] = plainCases(`
  SELECT id FROM customers WHERE country IN ("DE", "FR") AND name LIKE "%a%" ORDER BY id
  SELECT id, CASE WHEN country = "DE" THEN "german" ELSE "other" END AS c, ifnull(city, "none") AS t FROM customers WHERE date(created_at) > "2023-02-01" ORDER BY id
  SELECT status, count(*) AS "n" FROM orders WHERE status <> "void" GROUP BY status ORDER BY "n" DESC, status
  SELECT id, nullif(note, "gift") AS n, replace(status, "paid", "PAID") AS s FROM orders WHERE status BETWEEN "a" AND "p" ORDER BY id
  SELECT count(*), length(group_concat(status, "; ")) AS l FROM orders
  SELECT "id", "name" FROM customers WHERE "country" = 'DE' AND "name" <> "email" ORDER BY "id"
`);
