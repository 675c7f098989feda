import { plainCases, type Case } from './case.js';

/** Columns that no alias names, stars behind other columns, and words whose quotes or signs are not quite the usual ones. */
export const postgresqlNamesAndStars: readonly Case[] = plainCases(`
  -- what is computed is called as its function, and read by that name
  SELECT count FROM (SELECT status, count(*) FROM orders GROUP BY status) AS t ORDER BY count
  SELECT round(avg(count), 2) AS mean FROM (SELECT customer_id, count(*) FROM orders GROUP BY customer_id) AS t
  WITH months AS (SELECT date_trunc('month', placed_on), sum(total), max(id)::numeric FROM orders GROUP BY 1) SELECT date_trunc, sum + 1 AS more, max FROM months ORDER BY date_trunc
  WITH casts AS (SELECT id, cast(note AS varchar(3)), total::int FROM orders) SELECT note, total FROM casts WHERE total > 10 ORDER BY id
  -- a star behind other columns
  SELECT salary * 2 AS twice, * FROM employees ORDER BY id
  SELECT e.id + 1 AS next, * FROM employees e JOIN (SELECT 7 AS seven) AS s ON true ORDER BY e.id
  SELECT 'x' AS x, * FROM orders JOIN (SELECT 1 AS id) AS one USING (id)
  WITH late AS (SELECT id, placed_on FROM orders WHERE placed_on > '2024-12-01') SELECT id * 10 AS ten, * FROM late ORDER BY id
  -- both sides of a full join have columns of the same name in their own queries
  WITH paid AS (SELECT id, total, row_number() OVER (ORDER BY id) AS n FROM orders WHERE status = 'paid'), open AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM orders WHERE status = 'open') SELECT paid.total, open.id AS other, (SELECT max(id) FROM products) AS most FROM paid FULL OUTER JOIN open ON paid.n = open.n ORDER BY paid.n, open.n
  -- any sign stands for any other
  SELECT id, to_timestamp(to_char(created_at, 'YYYY-MM-DD HH24:MI:SS'), 'YYYY/MM/DD/HH24.MI.SS')::timestamp AS at FROM customers ORDER BY id
  SELECT id, to_date(to_char(placed_on, 'YYYY.MM.DD'), 'YYYY-MM-DD') AS day FROM orders ORDER BY id`);

export const mysqlNamesAndStars: readonly Case[] = plainCases(`
  -- times of more than a day as the numbers that their digits make
  SELECT id, TIMEDIFF(shipped_at, '2024-01-01 00:30:00') + 0 AS digits FROM orders WHERE shipped_at < '2024-02-02' ORDER BY id
  SELECT SUM(TIMEDIFF(created_at, '2023-01-31 00:00:00')) AS digits FROM customers WHERE id IN (2, 1)
  SELECT \`COUNT(*)\` AS n FROM (SELECT status, COUNT(*) FROM orders GROUP BY status) AS t ORDER BY n`);

export const sqliteNamesAndStars: readonly Case[] = plainCases(`
  SELECT lower(sku) AS code, * FROM (SELECT id, sku FROM products) ORDER BY id
  SELECT strftime("%Y-%m", placed_on) AS month, date(placed_on, "+1 day") AS next, "" AS empty FROM orders ORDER BY id
  SELECT id, "$" || printf("%.2f", price) AS price FROM products ORDER BY id`);
