import { plainCases } from './case.js';

/** As applications, ORMs and people who write reports send them. */
export const sqliteReports = plainCases(`
  SELECT strftime('%Y-%m', placed_on) AS month, count(*) AS orders, sum(total) AS revenue FROM orders WHERE status = 'paid' GROUP BY month ORDER BY month
  SELECT date(placed_on, '+1 month') AS due, date(placed_on, 'start of month') AS s, date(placed_on, 'start of month', '+1 month', '-1 day') AS e FROM orders ORDER BY id
  SELECT id, julianday(shipped_at) - julianday(placed_on) AS days FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT CAST(julianday(shipped_at) - julianday(placed_on) AS INTEGER) AS days FROM orders ORDER BY id
  SELECT id FROM orders WHERE placed_on >= date('2025-01-01', '-30 days') ORDER BY id
  SELECT id FROM orders WHERE date(shipped_at) = '2024-02-01' OR strftime('%Y', placed_on) = '2025' ORDER BY id
  SELECT CAST(strftime('%m', placed_on) AS INTEGER) AS m, CAST(strftime('%w', placed_on) AS INTEGER) AS w, count(*) FROM orders GROUP BY 1, 2 ORDER BY 1, 2
  SELECT strftime('%d.%m.%Y %H:%M', created_at) AS t, datetime(created_at, '+90 minutes') AS later, time(created_at) AS clock FROM customers ORDER BY id
  SELECT strftime('%s', created_at) AS s, unixepoch(created_at) AS u FROM customers ORDER BY id
  SELECT category, group_concat(title, '; ') AS titles FROM (SELECT * FROM products ORDER BY id) GROUP BY category ORDER BY category
  SELECT substr(email, instr(email, '@') + 1) AS host, count(*) AS n FROM customers WHERE email LIKE '%@%' GROUP BY host ORDER BY n DESC, host
  SELECT upper(substr(name, 1, 1)) || lower(substr(name, 2)) AS n, length(name) AS l FROM customers ORDER BY id
  SELECT coalesce(nullif(trim(city), ''), 'unknown') AS town, count(*) AS n FROM customers GROUP BY town ORDER BY n DESC, town
  SELECT status, sum(discount > 0) AS discounted, avg(total) AS mean, total(discount) AS d FROM orders GROUP BY status ORDER BY status
  SELECT id, round(total * 2, 1) AS gross, CAST(total AS INTEGER) AS whole, abs(total) AS a FROM orders ORDER BY id
  SELECT c.country, count(DISTINCT o.id) AS n, round(sum(o.total), 1) AS s FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.country ORDER BY c.country
  SELECT id, CASE WHEN total >= 200 THEN 'big' WHEN total IS NULL THEN 'none' ELSE 'small' END AS size FROM orders ORDER BY id
  SELECT id, printf('%05d', id) AS code, printf('%.2f', total) AS t FROM orders WHERE total IS NOT NULL ORDER BY id
  SELECT id, json_extract(attributes, '$.color') AS color, json_extract(attributes, '$.size.w') AS w FROM products ORDER BY id
  SELECT id FROM products WHERE json_extract(attributes, '$.color') = 'blue' ORDER BY id
  SELECT id, iif(note IS NULL OR note = '', 'no', 'yes') AS noted FROM orders ORDER BY id
  SELECT e.name, ifnull(m.name, '-') AS manager FROM employees e LEFT JOIN employees m ON e.manager_id = m.id ORDER BY e.id
  SELECT id, sum(total) OVER (ORDER BY placed_on, id) AS running, lag(total) OVER (ORDER BY id) AS before_it FROM orders ORDER BY id
  SELECT customer_id, total, rank() OVER (PARTITION BY customer_id ORDER BY total DESC) AS r FROM orders WHERE total IS NOT NULL ORDER BY customer_id, r, id
  WITH RECURSIVE dates(d) AS (VALUES ('2024-01-30') UNION ALL SELECT date(d, '+1 day') FROM dates WHERE d < '2024-02-02') SELECT d FROM dates
  WITH t AS (SELECT customer_id, sum(total) AS s FROM orders GROUP BY customer_id) SELECT c.name, t.s FROM t JOIN customers c ON c.id = t.customer_id WHERE t.s > (SELECT avg(s) FROM t) ORDER BY t.s DESC
  SELECT replace(name, 'a', '4') AS r, instr(name, 'a') AS i, ltrim(name, 'A') AS l, hex('abc') AS h FROM customers ORDER BY id
  SELECT id FROM employees ORDER BY department IS NULL, department, salary DESC, id
  SELECT a.id FROM orders a LEFT JOIN order_items i ON i.order_id = a.id WHERE i.order_id IS NULL ORDER BY a.id
  SELECT count(*) FROM orders WHERE placed_on BETWEEN '2024-02-01' AND '2024-03-31'
  SELECT (strftime('%Y', '2024-06-30') - strftime('%Y', born)) - (strftime('%m-%d', '2024-06-30') < strftime('%m-%d', born)) AS age FROM customers ORDER BY id
  SELECT max(placed_on), min(placed_on) FROM orders
  SELECT status, count(*) * 100.0 / (SELECT count(*) FROM orders) AS share FROM orders GROUP BY status ORDER BY status
  SELECT id, typeof(i) AS ti, typeof(t) AS tt FROM samples WHERE id = 1
  SELECT name FROM employees WHERE name LIKE '_a%' OR name GLOB '*[nN]' ORDER BY name
  SELECT quantity * unit_price AS line, order_id FROM order_items ORDER BY line DESC, order_id LIMIT 5
`);
