import { plainCases } from './case.js';

/** As applications, ORMs and people who write reports send them. */
export const postgresqlReports = plainCases(`
  SELECT "customers"."id", "customers"."name" FROM "customers" WHERE "customers"."active" = TRUE ORDER BY "customers"."id" ASC LIMIT 20
  SELECT COUNT(*) AS "count" FROM "orders" INNER JOIN "customers" ON "customers"."id" = "orders"."customer_id" WHERE "customers"."country" = 'DE' AND "orders"."status" IN ('paid', 'open')
  SELECT "t0"."id", "t0"."total", "t1"."name" AS "t1_name" FROM "public"."orders" AS "t0" LEFT JOIN "public"."customers" AS "t1" ON ("t0"."customer_id" = "t1"."id") WHERE ("t0"."total" >= 100 AND "t1"."id" IS NOT NULL) ORDER BY "t0"."total" DESC, "t0"."id" ASC OFFSET 1
  SELECT to_char(placed_on, 'YYYY-MM') AS month, count(*) AS orders, sum(total) AS revenue FROM orders WHERE status = 'paid' GROUP BY 1 ORDER BY 1
  SELECT date_trunc('month', placed_on)::date AS month, sum(total) AS revenue, lag(sum(total)) OVER (ORDER BY date_trunc('month', placed_on)) AS before FROM orders GROUP BY date_trunc('month', placed_on) ORDER BY 1
  SELECT c.country, round(avg(o.total), 2) AS mean, max(o.total) - min(o.total) AS span FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY c.country HAVING count(*) > 1 ORDER BY mean DESC NULLS LAST, c.country
  SELECT id, name, CASE WHEN credit > 1000 THEN 'gold' WHEN credit > 100 THEN 'silver' ELSE 'none' END AS tier FROM customers ORDER BY id
  SELECT extract(year FROM placed_on)::int AS y, extract(quarter FROM placed_on)::int AS q, count(*) FROM orders GROUP BY 1, 2 ORDER BY 1, 2
  SELECT o.id, o.placed_on, o.shipped_at, EXTRACT(EPOCH FROM (o.shipped_at - o.placed_on)) / 3600 AS hours FROM orders o WHERE o.shipped_at IS NOT NULL ORDER BY o.id
  SELECT id, placed_on + INTERVAL '30 days' AS due FROM orders ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN DATE '2024-02-01' AND DATE '2024-03-31' ORDER BY id
  SELECT id FROM orders WHERE placed_on >= '2024-12-01'::date AND placed_on < '2024-12-01'::date + interval '1 month' ORDER BY id
  SELECT customer_id, sum(total) AS spent, sum(sum(total)) OVER () AS overall, round(100.0 * sum(total) / sum(sum(total)) OVER (), 1) AS share FROM orders WHERE total > 0 GROUP BY customer_id ORDER BY spent DESC, customer_id
  WITH spent AS (SELECT customer_id, sum(total) AS s FROM orders GROUP BY customer_id), ranked AS (SELECT *, dense_rank() OVER (ORDER BY s DESC NULLS LAST) AS r FROM spent) SELECT c.name, r.s, r.r FROM ranked r JOIN customers c ON c.id = r.customer_id WHERE r.r <= 3 ORDER BY r.r, c.id
  SELECT p.category, string_agg(p.title, ', ' ORDER BY p.id) AS titles FROM products p GROUP BY p.category ORDER BY p.category
  SELECT split_part(email, '@', 2) AS host, count(*) FROM customers WHERE email LIKE '%@%' GROUP BY 1 ORDER BY 2 DESC, 1
  SELECT lower(trim(name)) AS n, length(name) AS l, upper(left(name, 1)) AS first FROM customers ORDER BY id
  SELECT coalesce(nullif(trim(city), ''), 'unknown') AS city, count(*) FROM customers GROUP BY 1
  SELECT e.name, coalesce(m.name, '-') AS manager, e.salary + coalesce(e.bonus, 0) AS pay FROM employees e LEFT JOIN employees m ON e.manager_id = m.id WHERE e.salary > (SELECT avg(salary) FROM employees) ORDER BY pay DESC, e.id
  SELECT department, percentile_cont(0.5) WITHIN GROUP (ORDER BY salary) AS median FROM employees WHERE department IS NOT NULL GROUP BY department ORDER BY department
  SELECT id, total, total - lag(total) OVER (PARTITION BY customer_id ORDER BY placed_on, id) AS change FROM orders ORDER BY id
  SELECT d.day::date AS day, count(o.id) AS n FROM generate_series('2024-01-30'::date, '2024-02-02'::date, '1 day') AS d(day) LEFT JOIN orders o ON o.placed_on = d.day::date GROUP BY d.day ORDER BY d.day
  SELECT id, attributes->>'color' AS color, (attributes->>'rating')::numeric AS rating FROM products ORDER BY id
  SELECT id FROM products WHERE attributes->>'color' = 'blue' AND (attributes->'size'->>'w')::int > 100 ORDER BY id
  SELECT status, count(*) FILTER (WHERE total > 100) AS big, count(*) AS n, round(avg(coalesce(discount, 0)), 2) AS d FROM orders GROUP BY status ORDER BY status
  SELECT greatest(date '2024-06-01', placed_on) AS d FROM orders ORDER BY id
  SELECT id, (date '2025-01-01' - placed_on) AS days FROM orders ORDER BY id
  SELECT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.status = 'open') AS has_open, c.id FROM customers c ORDER BY c.id
  SELECT c.id FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id) ORDER BY c.id
  SELECT id, row_number() OVER (ORDER BY created_at DESC) AS rn, count(*) OVER () AS total_rows FROM customers ORDER BY rn LIMIT 3 OFFSET 2
  SELECT a.id, b.id FROM orders a JOIN orders b ON a.customer_id = b.customer_id AND a.id < b.id ORDER BY a.id, b.id
  SELECT id, name FROM customers WHERE lower(name) LIKE lower('%ADA%') OR email ILIKE '%example.com' ORDER BY id
  SELECT id, position('@' in email) AS at, substring(email from 1 for 3) AS start FROM customers WHERE email <> '' ORDER BY id
  SELECT DISTINCT country, active FROM customers ORDER BY country, active DESC
  SELECT id, round(total * 1.19, 2) AS gross, ceil(total / 10) AS tens, total % 7 AS rest FROM orders ORDER BY id
  SELECT sum(quantity * unit_price) AS sum, sum(quantity) AS n, sum(quantity * unit_price) / nullif(sum(quantity), 0) AS mean FROM order_items
  SELECT to_char(created_at, 'DD.MM.YYYY HH24:MI') AS t FROM customers ORDER BY id
  SELECT to_char(placed_on, 'Day') AS d, to_char(placed_on, 'FMMonth DD, YYYY') AS m FROM orders ORDER BY id
  SELECT id FROM orders WHERE note ~ '^[a-z]+$' ORDER BY id
  SELECT extract(dow FROM placed_on)::int AS dow, extract(isodow FROM placed_on)::int AS iso, extract(week FROM placed_on)::int AS week, extract(doy FROM placed_on)::int AS doy FROM orders ORDER BY id
  SELECT c.id, (SELECT count(*) FROM orders o WHERE o.customer_id = c.id AND o.placed_on >= c.created_at::date) AS n FROM customers c ORDER BY c.id
  SELECT id, now() > created_at AS past, created_at::date = date '2024-02-29' AS leap FROM customers ORDER BY id
  SELECT a.department, a.salary, (SELECT count(DISTINCT b.salary) FROM employees b WHERE b.salary > a.salary) + 1 AS place FROM employees a ORDER BY place, a.id
  SELECT id FROM employees WHERE (department, salary) IN (SELECT department, max(salary) FROM employees GROUP BY department) ORDER BY id
  SELECT 'total' AS label, sum(total) AS v FROM orders UNION ALL SELECT 'mean', avg(total) FROM orders ORDER BY label
  SELECT CASE WHEN count(*) = 0 THEN NULL ELSE sum(total) / count(*) END FROM orders WHERE status = 'none'
  SELECT cume_dist() OVER (ORDER BY salary) AS c, percent_rank() OVER (ORDER BY salary) AS p, id FROM employees ORDER BY id
  SELECT name FROM employees WHERE hired >= make_date(2020, 1, 1) ORDER BY hired
`);
