import { plainCases, type Case } from './case.js';

const translated: readonly Case[] = plainCases(`
  -- the clock
  SELECT date('now') = date(CURRENT_TIMESTAMP), CURRENT_DATE = date('now'), strftime('%s', 'now') > '1700000000', date() = date('now')
  SELECT count(*) FROM orders WHERE placed_on >= date('now', '-30 days')
  SELECT count(*) FROM customers WHERE created_at >= datetime('now', '-7 days')
  SELECT count(*) FROM customers WHERE created_at >= date('now', '-1 month')
  SELECT count(*) FROM customers WHERE date(created_at) = date('now')
  SELECT count(*) FROM orders WHERE strftime('%Y-%m', placed_on) = strftime('%Y-%m', 'now')
  SELECT count(*) FROM orders WHERE placed_on < date('now', 'start of month', '-1 day')
  SELECT unixepoch() > 1700000000, julianday('now') > 2460000
  -- parts
  SELECT id, strftime('%Y', at), strftime('%m', at), strftime('%d', at), strftime('%H', at), strftime('%M', at), strftime('%S', at) FROM samples ORDER BY id
  SELECT id, strftime('%w', day), strftime('%j', day), strftime('%W', day), strftime('%s', day), strftime('%f', at), strftime('%J', day) FROM samples ORDER BY id
  SELECT id, CAST(strftime('%Y', at) AS INTEGER), CAST(strftime('%m', at) AS INTEGER) + 1, (CAST(strftime('%m', at) AS INTEGER) + 2) / 3 FROM samples ORDER BY id
  SELECT id, strftime('%W', placed_on), strftime('%w', placed_on), strftime('%G-W%V', placed_on), strftime('%u', placed_on), strftime('%U', placed_on) FROM orders ORDER BY id
  SELECT id, julianday(day), julianday(at), unixepoch(at), unixepoch(day) FROM samples ORDER BY id
  SELECT strftime('%Y', placed_on) AS y, count(*), sum(total) FROM orders GROUP BY y ORDER BY y
  SELECT strftime('%Y-%m', placed_on) AS month, count(*), sum(total) FROM orders GROUP BY 1 ORDER BY 1
  SELECT strftime('%w', placed_on) AS d, count(*) FROM orders GROUP BY d ORDER BY d
  SELECT CASE strftime('%w', placed_on) WHEN '0' THEN 'Sunday' WHEN '6' THEN 'Saturday' ELSE 'work' END AS d, count(*) FROM orders GROUP BY 1 ORDER BY 1
  SELECT id FROM orders WHERE strftime('%Y', placed_on) = '2024' AND strftime('%m', placed_on) IN ('01', '02') ORDER BY id
  SELECT id FROM orders WHERE CAST(strftime('%Y', placed_on) AS INTEGER) = 2024 ORDER BY id
  SELECT strftime('%Y', '2024-02-29'), strftime('%d/%m/%Y', '2024-02-29 10:11:12'), date('2024-01-31', '+1 month'), date('2024-02-29', '+1 year'), datetime('2024-01-01'), time('10:11:12')
  -- formats
  SELECT id, strftime('%Y-%m-%d', at), strftime('%Y-%m-%d %H:%M:%S', at), strftime('%H:%M', at), strftime('%d.%m.%Y', at), strftime('%Y%m%d', at), strftime('%Y-%m-%dT%H:%M:%SZ', at) FROM samples ORDER BY id
  SELECT id, strftime('%Y-Q', day) || ((CAST(strftime('%m', day) AS INTEGER) + 2) / 3), strftime('%d%%', day), strftime('%F %T', at), strftime('%R', at) FROM samples ORDER BY id
  -- arithmetic
  SELECT id, date(day, '+1 day'), date(day, '-7 days'), date(day, '+1 month'), date(day, '-1 month'), date(day, '+1 year'), date(day, '-1 year') FROM samples ORDER BY id
  SELECT id, datetime(at, '+1 month'), datetime(at, '+1 day'), datetime(at, '-36 hours'), datetime(at, '+90 minutes'), datetime(at, '-15 seconds'), datetime(at, '+1.5 days') FROM samples ORDER BY id
  SELECT id, date(at, '+10 days'), datetime(day, '+2 hours'), date(at, 'start of month', '+1 month', '-1 day'), date(day, '-1 month', '+3 days'), time(at, '+2 hours') FROM samples ORDER BY id
  SELECT id, date(day, 'start of month'), date(day, 'start of year'), datetime(at, 'start of day'), datetime(at, 'start of month'), date(day, 'start of year', '+1 year', '-1 day') FROM samples ORDER BY id
  SELECT id, date(day, 'weekday 0'), date(day, 'weekday 1'), date(day, 'weekday 0', '-6 days'), date(day, '-6 days', 'weekday 1'), datetime(at, 'weekday 5') FROM samples ORDER BY id
  SELECT id, date(day, '+' || j || ' days'), date(day, '-' || j || ' months'), date(day, j || ' days'), datetime(at, '+' || (j * 2) || ' hours'), date(day, printf('+%d days', j)) FROM samples ORDER BY id
  SELECT id, datetime(at, 'localtime'), datetime(at, 'utc'), datetime(at, '+02:00'), datetime(1706706309, 'unixepoch'), date(0, 'unixepoch'), datetime(2460341.5) FROM samples ORDER BY id
  SELECT id, julianday(shipped_at) - julianday(placed_on), CAST(julianday(shipped_at) - julianday(placed_on) AS INTEGER) FROM orders ORDER BY id
  SELECT id, strftime('%s', shipped_at) - strftime('%s', placed_on), (strftime('%s', shipped_at) - strftime('%s', placed_on)) / 3600, unixepoch(shipped_at) - unixepoch(placed_on) FROM orders ORDER BY id
  SELECT id, (julianday(shipped_at) - julianday(placed_on)) * 24 FROM orders ORDER BY id
  SELECT avg(julianday(shipped_at) - julianday(placed_on)) FROM orders
  SELECT id, CAST((julianday('2024-06-15') - julianday(born)) / 365.25 AS INTEGER) FROM customers ORDER BY id
  SELECT id, strftime('%Y', '2024-06-15') - strftime('%Y', born) - (strftime('%m-%d', '2024-06-15') < strftime('%m-%d', born)) FROM customers ORDER BY id
  -- truncation
  SELECT date(created_at) AS d, count(*) FROM customers GROUP BY date(created_at) ORDER BY d
  SELECT strftime('%Y-%m-01', placed_on) AS m, count(*) FROM orders GROUP BY m ORDER BY m
  SELECT date(placed_on, 'weekday 0', '-6 days') AS w, count(*) FROM orders GROUP BY w ORDER BY w
  SELECT date(placed_on, 'start of month') AS m, sum(total) FROM orders GROUP BY m ORDER BY m DESC
  SELECT strftime('%Y-%m-%d %H:00:00', created_at) AS h, count(*) FROM customers GROUP BY 1 ORDER BY 1
  SELECT id, date(at), time(at), datetime(day), date(day) FROM samples ORDER BY id
  -- comparison
  SELECT id FROM orders WHERE placed_on = '2024-02-29' ORDER BY id
  SELECT id FROM orders WHERE placed_on >= '2024-01-05' AND placed_on < '2024-05-01' ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN '2024-01-31' AND '2024-03-31' ORDER BY id
  SELECT id FROM orders WHERE placed_on >= '2024-02' AND placed_on < '2024-04' ORDER BY id
  SELECT id FROM orders WHERE date(placed_on) >= '2025' ORDER BY id
  SELECT id FROM orders WHERE placed_on IN ('2024-02-29', '2024-12-31', '2024-1-1') ORDER BY id
  SELECT id FROM orders WHERE placed_on <> '2024-02-29' ORDER BY id
  SELECT id FROM orders WHERE placed_on > '2024-1-5' ORDER BY id
  SELECT id FROM orders WHERE shipped_at <= '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at = '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at > '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at >= '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at BETWEEN '2024-01-01' AND '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at NOT BETWEEN '2024-01-01' AND '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at < '2024-02-01 17:30' OR shipped_at = '2025-01-01 00:00:00' ORDER BY id
  SELECT id FROM orders WHERE placed_on <= '2024-02-29 00:00:00' ORDER BY id
  SELECT id FROM orders WHERE placed_on >= '2024-02-29 00:00:00' ORDER BY id
  SELECT id FROM orders WHERE placed_on = '2024-02-29 00:00:00' ORDER BY id
  SELECT id FROM orders WHERE '2024-03-01' > placed_on ORDER BY id
  SELECT id FROM orders WHERE placed_on < shipped_at ORDER BY id
  SELECT id FROM orders WHERE placed_on = date(shipped_at, '-1 day') ORDER BY id
  SELECT id FROM orders WHERE shipped_at > date(placed_on, '+1 day') ORDER BY id
  SELECT id FROM orders WHERE shipped_at <= datetime(placed_on, '+1 day') ORDER BY id
  SELECT id FROM samples WHERE day = at OR day > at ORDER BY id
  SELECT id FROM samples WHERE at < day OR at >= date(day) ORDER BY id
  SELECT id FROM samples WHERE date(at) = day AND date(at) BETWEEN '2024-01-01' AND '2024-02-29' ORDER BY id
  SELECT id FROM samples WHERE date(at) = '2024-02-29' OR datetime(at) = '2024-03-01 12:00:00' ORDER BY id
  SELECT id FROM samples WHERE time(at) > '12:00' ORDER BY id
  SELECT id FROM samples WHERE datetime(at) >= datetime('2024-02-29') ORDER BY id
  SELECT id FROM samples WHERE day LIKE '2024-02%' OR at LIKE '%00:00%' ORDER BY id
  SELECT id FROM orders WHERE placed_on LIKE '2024-02%' ORDER BY id
  SELECT s.id, o.id FROM samples s JOIN orders o ON o.placed_on = s.at ORDER BY 1, 2
  SELECT s.id, o.id FROM samples s JOIN orders o ON o.placed_on = date(s.at) ORDER BY 1, 2
  SELECT id, coalesce(date(shipped_at), placed_on) FROM orders ORDER BY id
  SELECT id, max(placed_on, date('2024-03-01')) FROM orders ORDER BY id
  SELECT id, CASE WHEN day < '2024-01-01' THEN 'old' ELSE 'new' END, iif(at >= '2024-02-01', 1, 0) FROM samples ORDER BY id
  SELECT max(placed_on), min(shipped_at), max(date(shipped_at)), julianday(max(placed_on)) - julianday(min(placed_on)) FROM orders
  SELECT id, 'on ' || placed_on, 'at ' || shipped_at FROM orders ORDER BY id
  -- reports
  SELECT strftime('%Y-%m', c.created_at) AS cohort, count(DISTINCT c.id) AS customers, count(o.id) AS orders, coalesce(sum(o.total), 0) AS revenue FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY cohort ORDER BY cohort
  SELECT sum(placed_on >= '2024-06-01'), sum(CASE WHEN placed_on < '2024-06-01' THEN 1 ELSE 0 END) FROM orders
  SELECT customer_id, min(placed_on) AS first_order, julianday(max(placed_on)) - julianday(min(placed_on)) AS days FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT id, julianday(placed_on) - julianday(lag(placed_on) OVER (ORDER BY placed_on, id)) AS gap FROM orders ORDER BY placed_on, id
  SELECT id, name FROM employees WHERE strftime('%m', hired) = '12' OR strftime('%m-%d', hired) = '02-29' ORDER BY id
  -- in applications
  SELECT id FROM orders WHERE placed_on >= date('2024-03-15', 'start of month') ORDER BY id
  SELECT id FROM orders WHERE shipped_at >= datetime('2024-03-15') AND shipped_at < datetime('2024-03-15', '+3 months') ORDER BY id
  SELECT id FROM orders WHERE julianday('2024-12-31') - julianday(placed_on) > 100 ORDER BY id
  SELECT id, CAST(julianday('2024-12-31') - julianday(hired) AS INTEGER) / 365 FROM employees ORDER BY id
  SELECT id FROM orders WHERE date(placed_on) IN (SELECT date(day) FROM samples) ORDER BY id
  SELECT id FROM orders WHERE placed_on IN (SELECT day FROM samples) ORDER BY id
  SELECT CAST(strftime('%Y', placed_on) AS INT) AS y, CAST(strftime('%m', placed_on) AS INTEGER) AS m, count(*) FROM orders GROUP BY y, m ORDER BY y, m
  SELECT strftime('%Y', placed_on) || '-W' || strftime('%W', placed_on) AS w, count(*) FROM orders GROUP BY w ORDER BY w
  SELECT date(created_at, 'unixepoch') FROM (SELECT 1706706309 AS created_at) x
  SELECT datetime('now') > created_at FROM customers ORDER BY id
  SELECT id FROM samples WHERE date(day, '+1 month') > '2024-03-01' ORDER BY id
  SELECT id FROM samples WHERE strftime('%H:%M', at) BETWEEN '06:00' AND '13:30' ORDER BY id
  SELECT id, strftime('%m/%d', day), strftime('%Y', day) + 1, strftime('%m', day) * 2 FROM samples ORDER BY id
  SELECT min(date(created_at)), max(datetime(created_at)), count(DISTINCT date(created_at)) FROM customers
  SELECT id FROM orders WHERE (strftime('%s', '2025-01-01') - strftime('%s', placed_on)) / 86400 > 300 ORDER BY id
`);

/** Text that a column of dates takes for a number, and fractions of seconds. */
const refused: readonly Case[] = plainCases(`
  SELECT id FROM orders WHERE placed_on >= '2025'
  SELECT datetime(at, 'subsec') FROM samples
`).map((one) => ({ ...one, refuses: ['POSTGRESQL', 'MYSQL'] }));

export const sqliteTemporal: readonly Case[] = [...translated, ...refused];
