import type { DialectName } from '../../../../src/sql/index.js';
import { plainCases, type Case } from './case.js';
import { mysqlWordsBesideNumbers, sqliteSecondsAndAliases, sqliteWordsBesideNumbers } from './words-beside-numbers.js';

/** Statements that are translated without what the target's tables say: what columns hold is told by how they are used. */
export const withoutCatalogue: readonly (readonly [DialectName, readonly Case[]])[] = [
  ['MYSQL', mysqlWordsBesideNumbers],
  ['SQLITE', [...sqliteWordsBesideNumbers, ...sqliteSecondsAndAliases]],
  [
    'MYSQL',
    [
      ...plainCases(`
        -- a number or a truth value
        SELECT id, name FROM customers WHERE active = 1 ORDER BY id
        SELECT id FROM customers WHERE active = TRUE AND country IN ('DE', 'FR') ORDER BY id LIMIT 5
        SELECT id FROM customers WHERE NOT active OR active = FALSE ORDER BY id
        SELECT id FROM customers WHERE active IN (0, 1) AND active <> 0 ORDER BY id
        SELECT id, stock > 0 AND NOT IFNULL(discontinued, 0) AS available FROM products ORDER BY id
        SELECT id, CASE discontinued WHEN 1 THEN 'gone' WHEN 0 THEN 'there' ELSE '?' END AS state FROM products ORDER BY id
        SELECT id, IF(active, 'yes', 'no') AS word FROM customers ORDER BY id
        SELECT COUNT(CASE WHEN active = 1 THEN 1 END) AS there, SUM(active = 0) AS gone FROM customers
        SELECT id FROM orders WHERE COALESCE(discount, 0) = 0 ORDER BY id
        SELECT country, SUM(active), SUM(active) / COUNT(*) > 0.5, COUNT(active = 0 OR NULL) FROM customers GROUP BY country ORDER BY country
        SELECT id, active * 2 FROM customers ORDER BY id
        -- as a number within a document, whichever it is
        SELECT JSON_OBJECT('id', id, 'active', active, 'gone', IFNULL(active, 0), 'score', score) AS doc FROM customers ORDER BY id
        SELECT JSON_ARRAYAGG(discontinued) AS flags FROM products WHERE id = 2
        -- what is no text where text is asked for
        SELECT id, LPAD(id, 6, '0') AS number, LEFT(title, 3) AS short FROM products ORDER BY id
        SELECT id, SUBSTRING(placed_on, 1, 7) AS month FROM orders ORDER BY id
        SELECT id FROM orders WHERE placed_on LIKE '2024-0%' ORDER BY id
        SELECT u.d, COUNT(o.id) AS n FROM (SELECT '2024-02-29' AS d UNION ALL SELECT '2024-03-31') u LEFT JOIN orders o ON o.placed_on = u.d GROUP BY u.d ORDER BY u.d
        SELECT id, IF(discount IS NULL OR discount = 0, 'none', discount) AS discount FROM orders ORDER BY id
        SELECT id, created_at + INTERVAL 1 MONTH AS next FROM customers ORDER BY id
        SELECT id FROM orders WHERE placed_on + INTERVAL 7 DAY > '2024-12-31' ORDER BY id
        -- dates in another spelling
        SELECT id FROM orders WHERE placed_on = '2024-2-29' OR placed_on = '20240430' ORDER BY id
        -- names have no case, whether or not they stand in quotes
        SELECT orders.Id, t.\`Status\`, t.STATUS AS again FROM orders JOIN (SELECT ID, Status FROM orders) AS t ON t.\`Id\` = orders.\`ID\` ORDER BY orders.id
        SELECT id, DATE_ADD(placed_on, INTERVAL 1 YEAR) AS y, DATE_SUB(placed_on, INTERVAL 1 MONTH) AS m FROM orders ORDER BY id
        -- keys by what tables call them
        SELECT c.id, c.name, COUNT(o.id) AS n FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY n DESC, c.id
        SELECT id, name, COUNT(*) AS n FROM customers GROUP BY id ORDER BY id
        -- how many digits an average has where it is compared
        SELECT id, total FROM orders WHERE total > (SELECT AVG(total) FROM orders) ORDER BY total DESC, id
        SELECT status, ROUND(AVG(total), 2) AS mean FROM orders GROUP BY status ORDER BY status
        -- how many digits a quotient or an average has is asked of each value, or of how a column is declared
        SELECT AVG(salary) AS mean FROM employees
        SELECT id, price / 3 AS third, weight / 3 AS w, price * weight / stock AS p FROM products ORDER BY id
        SELECT id, IFNULL(discount, 0) / 3 AS third, total * (1 + IFNULL(discount, 0) / 100) AS more FROM orders ORDER BY id
        SELECT id, salary - AVG(salary) OVER (PARTITION BY department) AS above FROM employees ORDER BY id
        SELECT customer_id, SUM(total) / COUNT(*) AS mean, AVG(IFNULL(total, 0)) AS m FROM orders GROUP BY customer_id ORDER BY customer_id
        SELECT id, d / i AS q, i / 7 + j AS w, AVG(d * i) OVER () AS m FROM samples WHERE i <> 0 ORDER BY id
        SELECT p.id, d / 3 AS third, i / 3 AS w FROM samples JOIN products p ON p.id = samples.id ORDER BY p.id
        -- texts that are numbers now and then
        SELECT SUM(meta_value) AS s, MAX(meta_value + 0) AS m, COUNT(CASE WHEN meta_value > 1 THEN 1 END) AS n FROM (SELECT t AS meta_value FROM samples) AS s
        SELECT id, CAST(t AS SIGNED) AS n, t + 0 AS s, CAST(i AS SIGNED) AS i, CAST(d AS DECIMAL(10, 1)) AS d FROM samples ORDER BY id
        SELECT TIMEDIFF(end_time, start_time) AS took, HOUR(start_time) AS h FROM (SELECT id, TIME(at) AS start_time, TIME(at) AS end_time FROM samples) AS s ORDER BY id
        SELECT id, CONCAT(FLOOR(i / 60), ':', LPAD(i % 60, 2, '0')) AS length, SUBSTRING(t, 1) + 0 AS n FROM samples ORDER BY id
        SELECT SUM(offline) AS n, COUNT(*) - SUM(IFNULL(offline, 0)) AS rest FROM (SELECT active AS offline FROM customers) AS c
        SELECT meta_value FROM (SELECT id, t AS meta_value FROM samples) AS s WHERE meta_value BETWEEN 1 AND 20 ORDER BY id
        -- a number or a truth value where it is made a number
        SELECT id, fragile + 0 AS n FROM (SELECT id, active AS fragile FROM customers) AS c ORDER BY id
        SELECT BIT_OR(fragile) AS any, BIT_AND(fragile) AS every FROM (SELECT active AS fragile FROM customers) AS c
        SELECT id, MAKETIME(stock DIV 60, stock MOD 60, 0) AS t FROM products WHERE stock < 500 ORDER BY id
        SELECT id, born + INTERVAL 18 YEAR AS adult FROM customers ORDER BY id
        SELECT id, attributes LIKE '%"color"%' AS has_color FROM products ORDER BY id
        SELECT SUM(CASE WHEN id < 5 THEN meta_value ELSE 0 END) AS a, SUM(IF(id > 3, meta_value, 0)) AS b FROM (SELECT id, t AS meta_value FROM samples) AS s
        -- bytes that a column is compared with
        SELECT id FROM customers WHERE CAST(country AS BINARY) = country ORDER BY id
        -- as many digits as the table declares
        SELECT id, CONCAT('€ ', price) AS p, CONCAT(stock * 2, ' / ', stock) AS s FROM products ORDER BY id
        -- of the rows of a month any tells which comes first
        SELECT YEAR(created_at) AS y, MONTH(created_at) AS m, COUNT(*) AS n FROM customers GROUP BY y, m ORDER BY created_at DESC
        SELECT DATE_FORMAT(placed_on, '%Y-%m') AS month, SUM(total) AS total FROM orders GROUP BY 1 ORDER BY placed_on`),
      {
        sql: 'SELECT id, hired + INTERVAL 1 MONTH AS next FROM employees ORDER BY id',
        warns: { POSTGRESQL: ['UNKNOWN_TYPE'], SQLITE: ['UNKNOWN_TYPE'] },
      },
      {
        sql: 'SELECT id, IFNULL(shipped_at, placed_on) AS moment FROM orders ORDER BY id',
        warns: { SQLITE: ['UNKNOWN_TYPE'] },
      },
    ],
  ],
  [
    'SQLITE',
    plainCases(`
      -- milliseconds and microseconds become seconds
      SELECT id, datetime(stock / 1000 + 1700000000, 'unixepoch') AS at, strftime('%Y-%m', stock * 86400 / 10, 'unixepoch') AS month FROM products ORDER BY id
      -- names have no case
      SELECT orders.Id, t.Status, t.N FROM orders JOIN (SELECT STATUS, count(*) AS n FROM orders GROUP BY Status) AS t ON t.status = orders."Status" ORDER BY orders.ID
      SELECT group_concat(id) AS ids FROM (SELECT id FROM orders ORDER BY id)
      -- what a table is ordered by is among all its columns
      SELECT status, group_concat(id, ' ') AS ids FROM (SELECT * FROM orders WHERE total > 10 ORDER BY placed_on DESC, id) GROUP BY status ORDER BY status
      SELECT json_group_array(sku) AS skus FROM (SELECT * FROM products ORDER BY price DESC, id LIMIT 3) AS p
      SELECT json_object('id', id, 'active', active, 'score', score) AS doc FROM customers ORDER BY id
      SELECT id, datetime(stock, 'unixepoch', '+2 hours') AS at FROM products ORDER BY id
      SELECT id, name FROM customers WHERE active = 1 ORDER BY id
      SELECT id FROM customers WHERE active AND country IN ('DE', 'FR') ORDER BY id
      SELECT id, (stock > 0 AND NOT IFNULL(discontinued, 0)) AS available FROM products ORDER BY id
      SELECT date(created_at) AS day, COUNT(*) AS n FROM customers WHERE created_at >= datetime('now', '-10 years') GROUP BY date(created_at) ORDER BY day
      SELECT id, IFNULL(shipped_at, 'never') AS moment FROM orders ORDER BY id
      SELECT id, quote(title) AS t, quote(id) AS i, hex(id) AS h, CAST(substr(sku, 2) AS INTEGER) AS n FROM products ORDER BY id
      SELECT id FROM orders WHERE placed_on BETWEEN date('2025-01-10', '-30 days') AND date('2025-01-10') ORDER BY id
      SELECT id, CAST(t AS INTEGER) AS n, CAST(t AS REAL) AS r, CAST(i AS INTEGER) AS i, t + 0 AS s FROM samples ORDER BY id
      SELECT id, datetime(at, '+' || i || ' days') AS later FROM samples WHERE i < 1000 ORDER BY id
      SELECT sum(quantity) / count(*) AS mean FROM order_items
      SELECT id, CAST(price / 3 AS INTEGER) AS third FROM products ORDER BY id
      SELECT SUM(IFNULL(done, 0)) AS n, COUNT(*) - SUM(done) AS rest FROM (SELECT active AS done FROM customers) AS c
      SELECT strftime('%H:%M', start_time) AS t, time(start_time, '+90 minutes') AS later FROM (SELECT time(at) AS start_time, id FROM samples) AS s ORDER BY id
      SELECT id, big % 7 AS m FROM samples ORDER BY id
      SELECT id, printf('%06d', id) AS number, printf('%.2f', price) AS price FROM products ORDER BY id
      SELECT c.id, c.name, COUNT(o.id) AS n FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY n DESC, c.id
      -- a condition that is counted as well, and what is called as one is
      SELECT SUM(b) AS n, SUM(NOT b) AS rest, AVG(b) AS share FROM samples
      SELECT SUM(chipped) AS n, MAX(chipped) AS any, COUNT(NULLIF(chipped, 0)) AS c FROM (SELECT active AS chipped FROM customers) AS c
      SELECT SUM(live) AS n, COUNT(*) - SUM(live) AS rest, MAX(live) AS any FROM (SELECT active AS live FROM customers) AS c
      SELECT id, b & 1 AS odd, b | 2 AS with_two, ~b AS turned, NOT b AS n FROM samples ORDER BY id
      SELECT id, d & 3 AS bits, d << 1 AS twice FROM samples ORDER BY id
      -- parts of hours
      SELECT id, datetime(at, '+1.5 hours') AS a, datetime(at, '-0.25 days') AS b, datetime(at, '+' || f || ' hours') AS c FROM samples WHERE id < 5 ORDER BY id
      -- what a column holds is asked of the target
      SELECT id, json_valid(attributes) AS a, json_valid(tags) AS t FROM products ORDER BY id
      SELECT id, typeof(id) AS i, typeof(title) AS t, typeof(stock) AS s, typeof(NULL) AS n FROM products ORDER BY id
      -- things are counted
      SELECT id, laps / 3 AS third, -laps / 2 AS half FROM (SELECT id, stock AS laps FROM products) AS p ORDER BY id
      SELECT SUM(laps) / COUNT(*) AS mean, SUM(laps) / 60.0 AS parts FROM (SELECT stock AS laps FROM products) AS p
      SELECT SUM(duration) / 60 AS h, SUM(duration) % 60 AS m FROM (SELECT stock AS duration FROM products) AS p`),
  ],
  [
    'POSTGRESQL',
    [
      ...plainCases(`
        SELECT id, attributes - 'color' - 'tags' AS rest FROM products WHERE attributes ? 'color' ORDER BY id
        SELECT id, to_char(created_at, 'YYYY-MM-DD') AS d FROM customers ORDER BY id
        SELECT id, placed_on + 30 AS due FROM orders ORDER BY id
        SELECT id, sum(total) OVER (ORDER BY placed_on RANGE BETWEEN '30 days' PRECEDING AND CURRENT ROW) AS month FROM orders ORDER BY id
        SELECT id, attributes || '{"seen": true}'::jsonb AS more FROM products WHERE attributes IS NOT NULL ORDER BY id
        -- moments without end
        SELECT id FROM orders WHERE coalesce(shipped_at, 'infinity') > '2024-03-01' ORDER BY id
        SELECT id FROM orders WHERE shipped_at < 'infinity'::timestamp AND placed_on > '-infinity' ORDER BY id
        SELECT id FROM customers WHERE name <> 'infinity' AND coalesce(city, 'inf') <> 'Infinity' ORDER BY id
        SELECT coalesce(city, 'inf') AS city FROM customers WHERE id = 4
        SELECT id, 'infinity'::timestamp > placed_on AS later FROM orders ORDER BY least(shipped_at, 'infinity') < '2024-06-01', id
        -- what is computed with a number that has a point is not whole
        SELECT id, 100.0 * (stock - price) / price AS pct FROM products WHERE price > 0 ORDER BY id
        SELECT id, stock / 7 AS whole FROM products ORDER BY id
        SELECT DISTINCT ON (department) * FROM employees ORDER BY department, salary DESC, id
        SELECT DISTINCT ON (e.department) e.*, salary * 2 AS twice FROM employees AS e WHERE salary > 10 ORDER BY e.department, e.hired, e.id LIMIT 2
        SELECT id, now()::date - placed_on > 0 AS past FROM orders ORDER BY id
        SELECT id FROM orders WHERE shipped_at::date - placed_on >= 2 ORDER BY id
        SELECT id FROM products WHERE attributes @> '{"color":"blue"}' ORDER BY id
        -- words of truth values, dates in another spelling, and milliseconds
        SELECT id, name FROM customers WHERE active = 't' AND id <> 2 ORDER BY id
        SELECT id FROM customers WHERE active = 'f' ORDER BY id
        SELECT jsonb_build_object('id', id, 'active', active) AS doc FROM customers ORDER BY id
        -- a condition by itself is a truth value, whatever it is called
        SELECT id, gone::text AS word, json_build_array(gone) AS doc FROM (SELECT id, discontinued AS gone FROM products) AS p WHERE NOT gone OR id < 5 ORDER BY id
        SELECT id FROM orders WHERE placed_on >= '20240531' AND placed_on < '2025-3-1' ORDER BY id
        SELECT to_timestamp(CAST(stock AS bigint) * 100000000 / 1000)::date AS day, to_timestamp(stock / 1000)::date AS other FROM products ORDER BY id
        SELECT c.id, o.shipped_at - c.created_at AS took FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id < 5 ORDER BY o.id
        -- an interval is between moments
        SELECT id, EXTRACT(EPOCH FROM (shipped_at - placed_on::timestamp)) / 3600 AS hours FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
        SELECT MAX(at) - MIN(at) > INTERVAL '1 day' AS apart FROM samples
        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total) AS median FROM orders WHERE status = 'paid'
        -- whether whole numbers divide is asked of each value, or of how a column is declared
        SELECT id, price / 3 AS third, weight / 3 AS w, stock * 2 / 7 AS s FROM products ORDER BY id
        SELECT id, i / 2 AS h, d / 2 AS e, f / 2 AS f, COALESCE(i, j) / 3 AS c, -i / 2 AS n FROM samples ORDER BY id
        SELECT t, sum(j) / 2 AS s, sum(big) / 2 AS b, sum(d) / 2 AS e, sum(d) / count(*) AS m, sum(j) / sum(sum(j)) OVER () AS share FROM samples WHERE j > 0 GROUP BY t ORDER BY t NULLS FIRST
        SELECT s.id, i / p.stock AS q, d / stock AS e FROM samples AS s JOIN products AS p ON p.id = s.id WHERE stock > 0 ORDER BY s.id
        SELECT id, n / 2 AS h FROM (SELECT id, i AS n FROM samples) AS s ORDER BY id
        SELECT id, round(price / power(stock::numeric, 2), 2) AS p, price / (SELECT sum(price) FROM products) AS share, price / ceil(weight) AS c FROM products WHERE stock > 0 ORDER BY id
        -- times of a day, or moments
        SELECT id, end_time - start_time AS took, EXTRACT(EPOCH FROM end_time - start_time) AS s, start_time < '09:00' AS early, to_char(start_time, 'HH24:MI') AS t FROM (SELECT id, at::time AS start_time, at::time + interval '0 s' AS end_time FROM samples) AS s ORDER BY id
        SELECT id, start_time + interval '1 hour' AS later FROM (SELECT id, at::time AS start_time FROM samples) AS s ORDER BY id
        SELECT id, interval '1 hour' * i AS hours FROM samples WHERE i BETWEEN 0 AND 100 ORDER BY id
        WITH RECURSIVE tree AS (SELECT id, name, ARRAY[id] AS path FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, t.path || e.id FROM employees e JOIN tree t ON t.id = e.manager_id) SELECT name FROM tree ORDER BY path
        SELECT department || ': ' || round(avg(salary), 2) AS line FROM employees GROUP BY department ORDER BY department NULLS FIRST
        SELECT id, hours_open / 7 AS h FROM (SELECT id, d AS hours_open FROM samples) AS s ORDER BY id
        -- steps of days are of dates
        SELECT o.id, n::date AS night FROM orders AS o CROSS JOIN LATERAL generate_series(o.shipped_at, o.shipped_at + interval '2 days', interval '1 day') AS n ORDER BY 1, 2
        SELECT id, check_out - 1 AS last FROM (SELECT id, placed_on AS check_out FROM orders) AS o ORDER BY id
        SELECT id, COALESCE(last_seen::text, 'never') AS seen FROM (SELECT id, shipped_at AS last_seen FROM orders) AS o ORDER BY id`),
      {
        sql: 'SELECT id, shipped_at::date - placed_on AS days FROM orders WHERE shipped_at IS NOT NULL ORDER BY id',
        warns: { MYSQL: ['UNKNOWN_TYPE'], SQLITE: ['UNKNOWN_TYPE'] },
      },
      {
        sql: "SELECT id, DATE '2024-06-01' - born AS days FROM customers ORDER BY id",
        warns: { MYSQL: ['UNKNOWN_TYPE'], SQLITE: ['UNKNOWN_TYPE'] },
      },
      {
        sql: 'SELECT round(avg(shippeddate - orderdate), 1) AS days FROM (SELECT shipped_at::date AS shippeddate, placed_on AS orderdate FROM orders) AS o',
        warns: { MYSQL: ['UNKNOWN_TYPE'], SQLITE: ['UNKNOWN_TYPE'] },
      },
    ],
  ],
];

/** Statements whose texts compare otherwise in the targets, which is said though no type is known. */
export const textsWithoutCatalogue: readonly (readonly [DialectName, DialectName, readonly string[]])[] = [
  [
    'MYSQL',
    'POSTGRESQL',
    [
      "SELECT IFNULL(city, 'unknown') AS c, COUNT(*) AS n FROM customers GROUP BY IFNULL(city, 'unknown')",
      'SELECT city, COUNT(*) AS n FROM customers GROUP BY city',
      'SELECT DISTINCT city FROM customers',
      'SELECT COUNT(DISTINCT city) AS n FROM customers',
      'SELECT id FROM customers ORDER BY name',
      'SELECT city FROM customers UNION SELECT country FROM customers',
      'SELECT a.id, b.id FROM samples a JOIN samples b ON a.t = b.u',
    ],
  ],
];

/** The same without a word: use and names tell that no text is compared. */
export const numbersWithoutCatalogue: readonly string[] = [
  'SELECT SUM(CASE WHEN active = 1 THEN 1 ELSE 0 END) AS n FROM customers',
  'SELECT customer_id, COUNT(*) AS n FROM orders GROUP BY customer_id ORDER BY n DESC, customer_id',
  'SELECT DISTINCT placed_on FROM orders ORDER BY placed_on',
  'SELECT id FROM orders WHERE discount > 5 ORDER BY discount, id',
  'SELECT hired FROM employees WHERE YEAR(hired) = 2021 ORDER BY hired',
  'SELECT a.id FROM samples a JOIN samples b ON a.i = b.i WHERE b.i > 3 ORDER BY a.i, a.id',
];

/** A column that may be of truth values by its name, where PostgreSQL writes `true` and the others 1. */
export const wordsOfOpenTruths: readonly string[] = [
  'SELECT vip::text AS word FROM guests',
  "SELECT jsonb_build_object('vip', vip) AS doc FROM guests",
];

/** Columns beside the key of their table, by what tables call it: one value in each group. */
export const besideUsualKeys: readonly string[] = [
  'SELECT c.id, c.balance, COUNT(*) AS n FROM accounts c JOIN visits v ON v.account_id = c.id GROUP BY c.id',
  'SELECT c.account_id, c.balance, COUNT(*) AS n FROM account c JOIN visits v ON v.account_id = c.account_id GROUP BY c.account_id',
  'SELECT c.AccountId, c.balance, COUNT(*) AS n FROM Accounts c JOIN visits v ON v.AccountId = c.AccountId GROUP BY c.AccountId',
  'SELECT c.company_id, c.balance, COUNT(*) AS n FROM companies c JOIN visits v ON v.company_id = c.company_id GROUP BY c.company_id',
];

/** The same beside what is the key of another table. */
export const besideOtherKeys = 'SELECT v.account_id, v.amount, COUNT(*) AS n FROM visits v GROUP BY v.account_id';
