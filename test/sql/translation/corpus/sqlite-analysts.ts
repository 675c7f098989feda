import type { Case } from './case.js';

/** Queries as analysts, reports and mappers of objects write them. */
export const sqliteAnalysts: readonly Case[] = [
  {
    sql: String.raw`SELECT strftime('%Y-%m', placed_on) AS month, COUNT(*) AS n, ROUND(AVG(total), 2) AS avg_total, group_concat(id, ';') FROM (SELECT * FROM orders ORDER BY id) GROUP BY month ORDER BY month`,
  },
  {
    sql: String.raw`SELECT c.name, IFNULL(SUM(o.total), 0) AS spent FROM customers c LEFT JOIN orders o ON o.customer_id = c.id AND o.status IN ('paid', 'open') GROUP BY c.id ORDER BY spent DESC, c.name COLLATE NOCASE`,
  },
  {
    sql: String.raw`SELECT p.id, json_extract(p.attributes, '$.color') AS color, je.value AS tag FROM products p, json_each(p.attributes, '$.tags') je ORDER BY p.id, je.key`,
  },
  {
    sql: String.raw`SELECT id, name, CAST((julianday('2024-12-31') - julianday(born)) / 365.25 AS INTEGER) AS age FROM customers WHERE born IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT date(placed_on, 'start of month', '+1 month', '-1 day') AS eom, date(placed_on, 'weekday 0') AS sunday, strftime('%w', placed_on) AS dow, strftime('%j', placed_on) AS doy FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`WITH RECURSIVE cnt(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM cnt LIMIT 12) SELECT printf('%04d-%02d', 2024, x) AS m, (SELECT total(o.total) FROM orders o WHERE strftime('%m', o.placed_on) = printf('%02d', x) AND o.placed_on LIKE '2024%') AS t FROM cnt`,
  },
  {
    sql: String.raw`SELECT id, name, email FROM customers WHERE email GLOB '*@example.*' AND instr(name, ' ') > 0 ORDER BY substr(name, instr(name, ' ') + 1)`,
  },
  {
    sql: String.raw`SELECT typeof(attributes) , json_array_length(attributes, '$.tags') AS n, json_type(attributes, '$.rating') FROM products ORDER BY id`,
  },
  {
    sql: String.raw`SELECT iif(total > 100, 'big', 'small') AS size, count(*) FILTER (WHERE status = 'paid') AS paid, total(discount) FROM orders WHERE total NOTNULL GROUP BY 1 ORDER BY 1`,
  },
  {
    sql: String.raw`SELECT a.id, b.id FROM orders a JOIN orders b ON a.id < b.id AND a.total == b.total AND a.status IS b.status ORDER BY 1, 2`,
  },
  {
    sql: String.raw`SELECT json_group_object(sku, json_object('title', title, 'price', price, 'disc', discontinued)) FROM products WHERE id < 4`,
  },
  {
    sql: String.raw`SELECT id, datetime(shipped_at, '-5 hours') AS local, time(shipped_at) AS t, unixepoch(shipped_at) - unixepoch(placed_on) AS secs FROM orders WHERE shipped_at IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, name, substr(name, -3) AS tail, upper(name) AS u, length(name) AS l, replace(name, ' ', '_') AS r, trim('  x ') AS t, hex(sku) AS h FROM (SELECT c.id, c.name, p.sku FROM customers c JOIN products p USING (id)) ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, total / 7, total % 7, CAST(total AS INTEGER), CAST(total AS TEXT), round(total / 3, 2), abs(total), max(total, discount, 5), min(total, 10), coalesce(discount, 0) FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, 7 / 2, 7 / 2.0, 7 % -3, -7 / 2, 5 || 6, '5' + 3, 'abc' || NULL, NULL IS NULL, 1 = '1' FROM customers ORDER BY id LIMIT 1`,
  },
  {
    sql: String.raw`SELECT strftime('%d/%m/%Y', placed_on) AS d, strftime('%W', placed_on) AS w, strftime('%s', placed_on) AS s, date(placed_on, '+1 month') AS m, julianday(shipped_at) - julianday(placed_on) AS dd, date(placed_on, '-1 year') FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT status, group_concat(DISTINCT customer_id) AS c, count(DISTINCT customer_id) AS n, sum(total) AS s, avg(total) AS a, total(total) AS t FROM orders WHERE customer_id = 1 GROUP BY status ORDER BY status`,
  },
  {
    sql: String.raw`SELECT p.title, je.key, je.value, je.type FROM products p, json_each(p.attributes) je WHERE p.id IN (1, 3) AND je.type NOT IN ('array', 'object') ORDER BY p.id, je.key`,
  },
  {
    sql: String.raw`SELECT id, attributes ->> '$.color' AS c, attributes -> '$.tags' AS t, attributes ->> 'rating' AS r, json_extract(attributes, '$.size.w') + 1 AS w FROM products WHERE json_valid(attributes) AND json_type(attributes) = 'object' ORDER BY id`,
  },
  {
    sql: String.raw`SELECT e.name, coalesce(m.name, '-') AS boss, e.salary * 1.0 / (SELECT sum(salary) FROM employees) AS share, rank() OVER (ORDER BY e.salary DESC) AS r FROM employees e LEFT JOIN employees m ON m.id = e.manager_id ORDER BY r, e.id LIMIT 5 OFFSET 1`,
  },
  {
    sql: String.raw`SELECT name LIKE 'a%' AS la, name GLOB 'A*' AS ga, name = 'frank' COLLATE NOCASE AS f, city IS NOT 'Paris' AS np, active, NOT active AS na FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT sum(CASE WHEN active THEN 1 ELSE 0 END) AS act, sum(active) AS sa, avg(active) AS aa, count(nullif(city, '')) AS cities, group_concat(country) FILTER (WHERE id < 3) FROM customers`,
  },
  {
    sql: String.raw`WITH m AS (SELECT date(placed_on, 'start of month') AS month, sum(ifnull(total, 0)) AS s FROM orders GROUP BY 1) SELECT month, s, sum(s) OVER (ORDER BY month) AS running, s - lag(s, 1, 0) OVER (ORDER BY month) AS delta FROM m ORDER BY month`,
  },
  {
    sql: String.raw`SELECT printf('%.2f', total) AS t, printf('%5d|%-8s|', id, status) AS p, format('%,d', id * 100000) AS f FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT i, j, i / j, i % j, i & j, i | j, i << 2, ~i, -i, i = j, i <> j, i IS j, i BETWEEN 1 AND 5 FROM samples ORDER BY id`,
  },
  {
    sql: String.raw`SELECT c.name, (SELECT group_concat(o.id, ', ') FROM (SELECT id FROM orders WHERE customer_id = c.id ORDER BY id) o) AS ids, EXISTS(SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.status = 'open') AS has_open FROM customers c ORDER BY c.id`,
  },
  {
    sql: String.raw`SELECT date('2024-01-31', '+1 month') AS a, date('2024-03-31', '-1 month') AS b, datetime('2024-02-29 23:59:59', '+1 second') AS c, strftime('%Y', placed_on) || '-Q' || ((strftime('%m', placed_on) + 2) / 3) AS q FROM orders WHERE id <= 3 ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, CASE WHEN total >= 100 THEN 'high' WHEN total >= 10 THEN 'mid' ELSE 'low' END AS tier, round(total * 0.19, 2) AS vat, cast(round(total) AS int) AS r, total * 100 / 7 AS x FROM orders WHERE total IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT e.department, e.name, sum(e.salary) OVER (PARTITION BY e.department ORDER BY e.hired GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) AS g, dense_rank() OVER (ORDER BY e.salary DESC) AS r FROM employees e WHERE e.department NOT NULL ORDER BY e.department, e.hired`,
  },
  {
    sql: String.raw`WITH RECURSIVE days(d) AS (VALUES ('2024-12-30') UNION ALL SELECT date(d, '+1 day') FROM days WHERE d < '2025-01-03') SELECT days.d, count(o.id) AS n, ifnull(sum(o.total), 0) AS t FROM days LEFT JOIN orders o ON o.placed_on = days.d GROUP BY days.d ORDER BY days.d`,
  },
  {
    sql: String.raw`SELECT id, title FROM products WHERE title LIKE '%lamp' OR title LIKE '50!%%' ESCAPE '!' OR title LIKE '%\_%' ESCAPE '\' ORDER BY title COLLATE NOCASE`,
  },
  {
    sql: String.raw`SELECT json_array(id, title, price) AS a, json_object('id', id, 'tags', json_extract(attributes, '$.tags')) AS o, json_extract(attributes, '$.size.w', '$.size.h') AS wh FROM products WHERE id IN (1, 2) ORDER BY id`,
  },
  {
    sql: String.raw`SELECT (julianday(shipped_at) - julianday(placed_on)) * 24 AS hours, cast(strftime('%H', shipped_at) AS integer) AS h, strftime('%s', shipped_at) - strftime('%s', placed_on) AS s, date(shipped_at) = placed_on AS same FROM orders WHERE shipped_at IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT t, u, t || '-' || ifnull(u, '?') AS j, t < u AS lt, t = u COLLATE NOCASE AS eq, lower(t) = lower(u) AS le, instr(t, 'b') AS i, ltrim(t, 'aA') AS lt2, unicode(t) AS uc, nullif(t, '') IS NULL AS e FROM samples ORDER BY id`,
  },
  {
    sql: String.raw`SELECT "users"."id", "users"."name" FROM "customers" AS "users" WHERE "users"."active" = 1 AND ("users"."city" IS NULL OR "users"."city" != '') ORDER BY "users"."id" ASC LIMIT 25`,
  },
  {
    sql: String.raw`SELECT date(created_at) AS d, time(created_at) AS t, strftime('%Y-%W', created_at) AS w, CASE cast(strftime('%w', created_at) AS integer) WHEN 0 THEN 'Sun' WHEN 6 THEN 'Sat' ELSE 'Week' END AS k, julianday('2025-01-01') - julianday(date(created_at)) AS age FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT coalesce(category, 'none') AS c, count(*) AS n, sum(price * stock) AS v, group_concat(title, ' | ') FROM (SELECT * FROM products ORDER BY title) GROUP BY 1 ORDER BY n DESC, c`,
  },
  {
    sql: String.raw`SELECT o.id, (o.total - ifnull(o.discount, 0)) AS net, (SELECT sum(i.quantity * i.unit_price) FROM order_items i WHERE i.order_id = o.id) AS gross, o.note LIKE '%GIFT%' AS g FROM orders o ORDER BY net DESC, o.id`,
  },
  {
    sql: String.raw`SELECT x.value, count(*) FROM products, json_each('["' || replace(tags, ',', '","') || '"]') AS x WHERE tags <> '' GROUP BY x.value ORDER BY 2 DESC, 1`,
  },
  {
    sql: String.raw`SELECT i, f, cast(f AS integer) AS fi, round(f) AS fr, round(d, 1) AS d1, i * 1.0 / 3 AS q, i || '' AS it, d || '' AS dt, typeof(i) AS ti, typeof(f) AS tf FROM samples ORDER BY id`,
  },
  {
    sql: String.raw`SELECT min(total), max(total), avg(total), total(total), count(total), count(*), sum(total) / count(*) FROM orders`,
  },
  {
    sql: String.raw`WITH RECURSIVE sub(id, name, lvl) AS (SELECT id, name, 0 FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, sub.lvl + 1 FROM employees e JOIN sub ON e.manager_id = sub.id ORDER BY 3) SELECT substr('..........', 1, lvl * 3) || name AS tree FROM sub ORDER BY lvl, name`,
  },
  { sql: String.raw`SELECT t, unicode(t) FROM samples ORDER BY id` },
  {
    sql: String.raw`SELECT c.country, count(*) AS n, sum(c.credit) AS s, round(avg(c.score), 1) AS a, max(c.created_at) AS last FROM customers c GROUP BY c.country HAVING n > 1 ORDER BY s DESC`,
  },
  {
    sql: String.raw`SELECT id, CASE WHEN note IS NULL THEN 'none' WHEN note = '' THEN 'empty' ELSE upper(substr(note, 1, 1)) || substr(note, 2) END AS n, length(note) AS l, coalesce(note, '') <> '' AS has FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT strftime('%m', placed_on) AS m, sum(CASE strftime('%Y', placed_on) WHEN '2024' THEN total ELSE 0 END) AS y24, sum(CASE WHEN placed_on >= '2025-01-01' THEN total ELSE 0 END) AS y25 FROM orders GROUP BY m ORDER BY m`,
  },
  {
    sql: String.raw`SELECT e.id, e.salary, avg(e.salary) OVER (PARTITION BY e.department ORDER BY e.id ROWS 2 PRECEDING) AS ma, lag(e.name, 1, '?') OVER (ORDER BY e.id) AS prev, sum(e.salary) FILTER (WHERE e.bonus > 0) OVER (ORDER BY e.id) AS fb FROM employees e ORDER BY e.id`,
  },
  {
    sql: String.raw`SELECT (SELECT json_group_array(name) FROM (SELECT name FROM employees WHERE department = 'tech' ORDER BY name)) AS tech, json_extract('{"a":[1,2,{"b":3}]}', '$.a[2].b') AS b, json_array_length('[1,2,3]') AS n`,
  },
];
