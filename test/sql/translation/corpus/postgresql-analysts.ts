import type { Case } from './case.js';

/** Queries as analysts, reports and mappers of objects write them. */
export const postgresqlAnalysts: readonly Case[] = [
  {
    sql: String.raw`SELECT "customers"."id", "customers"."name", COUNT("orders"."id") AS "order_count" FROM "customers" LEFT OUTER JOIN "orders" ON ("customers"."id" = "orders"."customer_id") WHERE NOT ("customers"."email" IS NULL) GROUP BY "customers"."id" HAVING COUNT("orders"."id") > 0 ORDER BY "order_count" DESC, "customers"."id" ASC LIMIT 21`,
  },
  {
    sql: String.raw`SELECT DATE_TRUNC('month', o.placed_on)::date AS month, c.country, SUM(o.total) FILTER (WHERE o.status = 'paid') AS revenue, COUNT(DISTINCT o.customer_id) AS buyers FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY 1, 2 ORDER BY 1, 2`,
  },
  {
    sql: String.raw`WITH monthly AS (SELECT date_trunc('month', placed_on) AS m, sum(coalesce(total, 0)) AS s FROM orders GROUP BY 1) SELECT to_char(m, 'YYYY-MM') AS month, s, s - lag(s) OVER (ORDER BY m) AS delta, round(100.0 * (s - lag(s) OVER w) / nullif(lag(s) OVER w, 0), 1) AS pct FROM monthly WINDOW w AS (ORDER BY m) ORDER BY m`,
  },
  {
    sql: String.raw`SELECT DISTINCT ON (customer_id) customer_id, id AS last_order_id, placed_on, total FROM orders ORDER BY customer_id, placed_on DESC, id DESC`,
  },
  {
    sql: String.raw`SELECT p.id, p.title, t.tag FROM products p CROSS JOIN LATERAL unnest(string_to_array(p.tags, ',')) AS t(tag) ORDER BY p.id, t.tag`,
  },
  {
    sql: String.raw`SELECT p.sku, t.ord, t.tag FROM products p, unnest(string_to_array(p.tags, ',')) WITH ORDINALITY AS t(tag, ord) WHERE p.tags <> '' ORDER BY p.sku, t.ord`,
  },
  {
    sql: String.raw`SELECT id, attributes->>'color' AS color, (attributes->'size'->>'w')::int * (attributes->'size'->>'h')::int AS area FROM products WHERE attributes @> '{"color": "blue"}' ORDER BY id`,
  },
  { sql: String.raw`SELECT id, name FROM customers WHERE name ILIKE '%an%' OR email ILIKE 'eve@%' ORDER BY id` },
  {
    sql: String.raw`SELECT s.day::date, COALESCE(count(o.id), 0) AS n FROM generate_series('2024-12-28'::date, '2025-01-06'::date, interval '1 day') AS s(day) LEFT JOIN orders o ON o.placed_on = s.day::date GROUP BY s.day ORDER BY s.day`,
  },
  { sql: String.raw`SELECT name, extract(year from age(date '2025-01-01', born)) AS years FROM customers ORDER BY id` },
  {
    sql: String.raw`SELECT c.name, (SELECT json_agg(json_build_object('id', o.id, 'total', o.total) ORDER BY o.id) FROM orders o WHERE o.customer_id = c.id) AS orders FROM customers c ORDER BY c.id`,
  },
  { sql: String.raw`SELECT row_to_json(t) FROM (SELECT id, sku, stock FROM products WHERE stock > 3) t ORDER BY id` },
  {
    sql: String.raw`SELECT e.name, string_agg(s.name, ', ' ORDER BY s.name) AS subordinates FROM employees e LEFT JOIN employees s ON s.manager_id = e.id GROUP BY e.id, e.name ORDER BY e.id`,
  },
  {
    sql: String.raw`WITH RECURSIVE chain AS (SELECT id, name, manager_id, 0 AS lvl, ARRAY[id] AS path FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.name, e.manager_id, c.lvl + 1, c.path || e.id FROM employees e JOIN chain c ON e.manager_id = c.id) SELECT repeat('  ', lvl) || name AS tree, array_to_string(path, '/') AS p FROM chain ORDER BY path`,
  },
  {
    sql: String.raw`SELECT department, percentile_cont(0.5) WITHIN GROUP (ORDER BY salary) AS median, avg(salary)::numeric(10,2), stddev_samp(salary)::numeric(10,3) FROM employees WHERE department IS NOT NULL GROUP BY department ORDER BY department`,
  },
  {
    sql: String.raw`SELECT width_bucket(total, 0, 300, 3) AS bucket, count(*), min(total), max(total) FROM orders WHERE total IS NOT NULL GROUP BY bucket ORDER BY bucket`,
  },
  {
    sql: String.raw`SELECT id, CASE WHEN shipped_at IS NULL THEN 'pending' WHEN shipped_at - placed_on > interval '2 days' THEN 'late' ELSE 'ok' END AS state FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, shipped_at::date - placed_on AS days, extract(epoch FROM (shipped_at - placed_on::timestamp)) / 3600 AS hours FROM orders WHERE shipped_at IS NOT NULL ORDER BY id`,
  },
  { sql: String.raw`SELECT id FROM products WHERE attributes ?| array['note', 'new'] ORDER BY id` },
  { sql: String.raw`SELECT key, value FROM products, jsonb_each_text(attributes) WHERE products.id = 3 ORDER BY key` },
  {
    sql: String.raw`SELECT split_part(email, '@', 2) AS domain, count(*) FROM customers WHERE email LIKE '%@%' GROUP BY 1 ORDER BY count(*) DESC, 1`,
  },
  {
    sql: String.raw`SELECT coalesce(country, 'ALL') AS country, coalesce(city, '(none)') AS city, count(*), grouping(country, city) FROM customers GROUP BY ROLLUP (country, city) ORDER BY grouping(country, city), 1, 2`,
  },
  {
    sql: String.raw`SELECT o.id, o.total, SUM(o.total) OVER (PARTITION BY o.customer_id ORDER BY o.placed_on ROWS UNBOUNDED PRECEDING) AS running, COUNT(*) OVER () AS full_count FROM orders o WHERE o.status <> 'cancelled' ORDER BY o.id`,
  },
  {
    sql: String.raw`SELECT to_char(placed_on, 'Mon DD, YYYY') AS d, to_char(placed_on, 'Day') AS dd, to_char(placed_on, 'IYYY-"W"IW') AS wk, to_char(total, 'FM999,990.00') AS amt FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT c.id, c.name, o.last_total FROM customers c LEFT JOIN LATERAL (SELECT total AS last_total FROM orders WHERE customer_id = c.id ORDER BY placed_on DESC, id DESC LIMIT 1) o ON true ORDER BY c.id`,
  },
  {
    sql: String.raw`SELECT extract(dow from placed_on)::int AS dow, extract(week from placed_on)::int AS wk, extract(isoyear from placed_on) AS iy, date_part('quarter', placed_on) AS q FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, placed_on + interval '1 month' AS m1, placed_on - 7 AS d7, placed_on + 30 AS d30, (placed_on + interval '1 month - 1 day')::date AS x FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT array_agg(id ORDER BY id DESC) AS ids, array_agg(DISTINCT status ORDER BY status) AS st, bool_and(total > 0) AS allpos, every(total IS NOT NULL) FROM orders GROUP BY customer_id ORDER BY customer_id`,
  },
  {
    sql: String.raw`SELECT id, GREATEST(credit, score, 5) AS g, LEAST(credit, 100) AS l, NULLIF(city, '') AS city, COALESCE(email, name || '@none') AS e FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders EXCEPT SELECT customer_id FROM orders WHERE status = 'paid') ORDER BY name`,
  },
  {
    sql: String.raw`SELECT p.category, ntile(2) OVER (ORDER BY price) AS half, cume_dist() OVER (ORDER BY price) cd, percent_rank() OVER (PARTITION BY category ORDER BY price) pr, lead(title, 1, 'end') OVER (ORDER BY price, id) FROM products p ORDER BY price, id`,
  },
  {
    sql: String.raw`SELECT substring(email from '@(.*)$') AS domain, substring(name for 3) AS n3, position(' ' in name) AS p, overlay(name placing '***' from 2 for 3) AS o, left(name, -2) AS l, right(name, 3) AS r FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT regexp_replace(name, '\s+', '_', 'g') AS slug, lower(regexp_replace(title, '[^a-zA-Z0-9]+', '-', 'g')) FROM customers c JOIN products p ON p.id = c.id ORDER BY c.id`,
  },
  { sql: String.raw`SELECT id FROM customers WHERE name ~* '^(ada|bob)' AND email !~ 'org$' ORDER BY id` },
  { sql: String.raw`SELECT jsonb_agg(DISTINCT category) FROM products WHERE category IS NOT NULL` },
  { sql: String.raw`SELECT jsonb_object_agg(sku, price) AS prices FROM products WHERE category = 'lighting'` },
  {
    sql: String.raw`SELECT id, attributes #>> '{size,w}' AS w, attributes -> 'tags' -> 0 AS t0, attributes ? 'rating' AS has, attributes - 'tags' AS rest FROM products WHERE id < 4 ORDER BY id`,
  },
  {
    sql: String.raw`SELECT jsonb_array_elements_text(attributes->'tags') AS tag, count(*) FROM products WHERE jsonb_typeof(attributes->'tags') = 'array' GROUP BY 1 ORDER BY 2 DESC, 1`,
  },
  {
    sql: String.raw`SELECT * FROM (VALUES (1, 'a', NULL::date), (2, 'b', '2024-01-01')) AS v(id, label, d) WHERE id = ANY(ARRAY[1, 2, 3]) ORDER BY id`,
  },
  {
    sql: String.raw`SELECT a.id, b.id FROM employees a FULL OUTER JOIN employees b ON a.manager_id = b.id ORDER BY a.id NULLS LAST, b.id NULLS FIRST`,
  },
  {
    sql: String.raw`SELECT count(*) AS total, count(*) FILTER (WHERE shipped_at IS NULL) AS unshipped, round(avg(extract(epoch FROM shipped_at - placed_on) / 86400)::numeric, 2) AS avg_days FROM orders`,
  },
  {
    sql: String.raw`SELECT date_trunc('week', placed_on)::date AS week, sum(total)::float8 AS t FROM orders GROUP BY 1 ORDER BY 1`,
  },
  {
    sql: String.raw`SELECT o.status, sum(oi.quantity * oi.unit_price) AS gross, sum(oi.quantity * oi.unit_price) - coalesce(sum(o.discount), 0) AS net, round(sum(oi.quantity * oi.unit_price) / count(DISTINCT o.id), 2) AS aov FROM orders o JOIN order_items oi ON oi.order_id = o.id GROUP BY o.status HAVING sum(oi.quantity) > 1 ORDER BY gross DESC`,
  },
  {
    sql: String.raw`SELECT id, total, total::int AS i, total::text AS t, (total * 100)::bigint AS cents, trunc(total) AS tr, ceil(total) AS c, floor(total) AS f, round(total, -1) AS r FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT d.department, t.name, t.salary FROM (SELECT DISTINCT department FROM employees WHERE department IS NOT NULL) d CROSS JOIN LATERAL (SELECT name, salary FROM employees e WHERE e.department = d.department ORDER BY salary DESC, id FETCH FIRST 2 ROWS ONLY) t ORDER BY d.department, t.salary DESC, t.name`,
  },
  {
    sql: String.raw`SELECT id, i / nullif(j, 0) AS q, i % nullif(j, 0) AS r, i::numeric / nullif(j, 0) AS nq, abs(i), sign(i), power(i, 2), sqrt(abs(i)), mod(i, 4), i & 3, i | 8, i # 5, i << 2 FROM samples ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, b, NOT b AS nb, b IS TRUE AS t, b IS NOT TRUE AS nt, b::int AS bi, CASE WHEN b THEN 'y' ELSE 'n' END, coalesce(b, false) AND i > 0 FROM samples ORDER BY id`,
  },
  {
    sql: String.raw`SELECT name, md5(name) AS hash, encode(sha256(name::bytea), 'hex') FROM customers WHERE id = 1`,
  },
  {
    sql: String.raw`SELECT to_timestamp(1704067200) AT TIME ZONE 'UTC' AS ts, to_date('31/12/2024', 'DD/MM/YYYY') AS d, make_date(2024, 2, 29) AS md, date '2024-03-31' - interval '1 month' AS x`,
  },
  {
    sql: String.raw`SELECT name, born, date_part('month', born) = 2 AND date_part('day', born) >= 28 AS late_feb, to_char(born, 'MM-DD') AS md FROM customers WHERE born BETWEEN '1985-01-01' AND '1999-12-31' ORDER BY born DESC NULLS LAST`,
  },
  {
    sql: String.raw`SELECT concat(name, ' <', email, '>') AS full, concat_ws(', ', city, country) AS loc, format('%s (%s)', name, country) AS f, initcap(lower(name)) AS ic FROM customers ORDER BY id`,
  },
  { sql: String.raw`SELECT string_agg(DISTINCT country, ',' ORDER BY country) FROM customers` },
  {
    sql: String.raw`SELECT o.id, o.placed_on, c.name FROM orders AS o INNER JOIN customers AS c ON c.id = o.customer_id WHERE (o.status, c.country) IN (('paid', 'GB'), ('open', 'FR')) ORDER BY o.placed_on DESC NULLS LAST, o.id LIMIT 10 OFFSET 1`,
  },
  {
    sql: String.raw`SELECT id, CASE WHEN total IS NULL THEN 'n/a' ELSE to_char(total, 'FM$9,999.00') END AS t, to_char(-total, '999.9'), to_char(id, 'FM000') FROM orders ORDER BY id`,
  },
  {
    sql: String.raw`SELECT c.id, count(o.*) AS n, max(o.placed_on) FILTER (WHERE o.status = 'paid') AS last_paid, coalesce(sum(o.total), 0)::numeric(10,2) AS s FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY n DESC, c.id`,
  },
  {
    sql: String.raw`SELECT name, split_part(name, ' ', 1) AS first, split_part(name, ' ', -1) AS last, strpos(name, 'a') AS pos, lpad(id::text, 4, '0') AS code, trim(both ' ' from name), reverse(name), char_length(name), octet_length(name) FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`WITH first_orders AS (SELECT customer_id, min(placed_on) AS first_on FROM orders GROUP BY customer_id), cohorts AS (SELECT customer_id, date_trunc('quarter', first_on)::date AS cohort FROM first_orders) SELECT cohort, extract(month from age(date_trunc('month', o.placed_on), cohort))::int AS m, count(DISTINCT o.customer_id) AS n FROM cohorts JOIN orders o USING (customer_id) GROUP BY 1, 2 ORDER BY 1, 2`,
  },
  {
    sql: String.raw`SELECT t.d::date AS day, sum(coalesce(o.total, 0)) OVER (ORDER BY t.d) AS running FROM generate_series(timestamp '2024-01-30', timestamp '2024-02-02', interval '1 day') t(d) LEFT JOIN orders o ON o.placed_on = t.d ORDER BY 1`,
  },
  {
    sql: String.raw`SELECT id, (attributes->>'rating')::numeric AS r, COALESCE((attributes->>'new')::boolean, false) AS n, jsonb_array_length(attributes->'tags') AS t FROM products WHERE jsonb_typeof(attributes) = 'object' AND attributes->>'color' IN ('red', 'green') ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, jsonb_set(attributes, '{color}', '"black"') - 'size' AS a FROM products WHERE id < 3 ORDER BY id`,
  },
  {
    sql: String.raw`SELECT p.id, e.key, e.value FROM products p CROSS JOIN LATERAL jsonb_each(p.attributes) AS e(key, value) WHERE p.id = 3 ORDER BY e.key`,
  },
  {
    sql: String.raw`SELECT x.id, x.color FROM products p, jsonb_to_record(p.attributes) AS x(id int, color text, rating numeric) WHERE jsonb_typeof(p.attributes) = 'object' ORDER BY x.color`,
  },
  {
    sql: String.raw`SELECT id, attributes FROM products WHERE attributes->'tags' ? 'wood' OR attributes @> '{"new": false}' ORDER BY id`,
  },
  {
    sql: String.raw`SELECT department, json_object_agg(name, salary ORDER BY name) FROM employees WHERE department IS NOT NULL GROUP BY department ORDER BY department`,
  },
  {
    sql: String.raw`SELECT array_to_string(array_agg(DISTINCT country), ',') AS c, array_length(array_agg(id), 1) AS n, (array_agg(name ORDER BY id))[1] AS first_name FROM customers`,
  },
  {
    sql: String.raw`SELECT e.id, e.name, e.salary, d.avg_salary, e.salary > d.avg_salary AS above FROM employees e JOIN (SELECT department, avg(salary) AS avg_salary FROM employees GROUP BY department) d ON d.department IS NOT DISTINCT FROM e.department ORDER BY e.id`,
  },
  { sql: String.raw`SELECT name FROM customers WHERE name SIMILAR TO '%(Stone|Dupont)%' OR name ~ '\d' ORDER BY name` },
  {
    sql: String.raw`SELECT id, placed_on FROM orders WHERE placed_on >= date_trunc('year', date '2024-06-15') AND placed_on < date_trunc('year', date '2024-06-15') + interval '1 year' AND extract(isodow from placed_on) < 6 ORDER BY id`,
  },
  {
    sql: String.raw`SELECT count(*) FROM orders o WHERE NOT EXISTS (SELECT FROM order_items i WHERE i.order_id = o.id)`,
  },
  {
    sql: String.raw`SELECT DISTINCT c.country, first_value(c.name) OVER w AS oldest, nth_value(c.name, 2) OVER (PARTITION BY c.country ORDER BY c.born NULLS LAST, c.id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS second FROM customers c WINDOW w AS (PARTITION BY c.country ORDER BY c.born NULLS LAST, c.id) ORDER BY c.country`,
  },
  {
    sql: String.raw`SELECT CAST(total AS varchar(4)) AS v, CAST('2024-02-29' AS date) AS d, CAST('12.5' AS numeric) * 2 AS n, '5'::int + 1 AS i, total::money IS NULL AS m FROM orders WHERE id < 3 ORDER BY id`,
  },
  {
    sql: String.raw`SELECT id, date_part('epoch', at)::bigint AS e, to_char(at, 'HH12:MI:SS AM') AS t, at::time AS tm, date_trunc('hour', at) AS h, at + make_interval(days => 3, hours => 2) AS later, extract(second from at) AS s FROM samples WHERE at IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT s.i, s.j, CASE s.i WHEN 7 THEN 'seven' WHEN -7 THEN 'minus' END, s.i BETWEEN SYMMETRIC 5 AND 1 AS b, s.i NOT IN (1, 2, NULL) AS ni FROM samples s ORDER BY s.id`,
  },
  { sql: String.raw`TABLE employees ORDER BY id LIMIT 2` },
  {
    sql: String.raw`SELECT corr(i, j), regr_slope(i, j), covar_pop(i, j), stddev_pop(i), var_samp(f), bit_or(i) FROM samples WHERE i >= 0`,
  },
  {
    sql: String.raw`SELECT "u"."id" AS "u_id", "u"."name" AS "u_name", "o"."id" AS "o_id" FROM "customers" "u" LEFT JOIN "orders" "o" ON "o"."customer_id" = "u"."id" AND ("o"."status" = 'paid') WHERE ("u"."active" = TRUE AND "u"."country" IN ('GB', 'FR')) ORDER BY "u"."name" ASC, "o"."id" DESC`,
  },
  {
    sql: String.raw`SELECT "public"."products"."id", "public"."products"."sku" FROM "public"."products" WHERE ("public"."products"."price" >= 10 AND "public"."products"."title"::text ILIKE '%lamp%') ORDER BY "public"."products"."id" ASC LIMIT 100 OFFSET 0`,
  },
  {
    sql: String.raw`SELECT EXISTS (SELECT 1 AS "a" FROM "orders" WHERE "orders"."customer_id" = 3 LIMIT 1) AS found, (SELECT count(1) FROM orders) AS c`,
  },
  {
    sql: String.raw`SELECT anon_1.status, anon_1.n FROM (SELECT orders.status AS status, count(*) AS n FROM orders GROUP BY orders.status) AS anon_1 WHERE anon_1.n > 1 ORDER BY anon_1.n DESC, anon_1.status`,
  },
  {
    sql: String.raw`SELECT to_char(date_trunc('month', placed_on), 'Mon YYYY') AS label, count(*) FROM orders GROUP BY date_trunc('month', placed_on) ORDER BY date_trunc('month', placed_on)`,
  },
  {
    sql: String.raw`SELECT id, name, CASE WHEN credit > 1000 THEN 'gold' WHEN credit > 100 THEN 'silver' WHEN credit IS NULL THEN NULL ELSE 'basic' END AS tier, coalesce(nullif(trim(city), ''), 'unknown') AS city FROM customers WHERE created_at::date BETWEEN date '2023-01-01' AND date '2024-12-30' ORDER BY created_at`,
  },
  {
    sql: String.raw`SELECT c.country, count(*) FILTER (WHERE c.active) AS active, round(avg(c.credit), 2) AS avg_credit, percentile_disc(0.5) WITHIN GROUP (ORDER BY c.score) AS med FROM customers c GROUP BY c.country HAVING count(*) >= 2 ORDER BY active DESC, c.country`,
  },
  {
    sql: String.raw`SELECT o.id, o.total - lag(o.total, 1, 0) OVER (ORDER BY o.id) AS diff, sum(o.total) OVER (ORDER BY o.id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS win, row_number() OVER (PARTITION BY o.status ORDER BY o.total DESC NULLS LAST, o.id) AS rn FROM orders o ORDER BY o.id`,
  },
  {
    sql: String.raw`WITH t AS (SELECT generate_series(1, 5) AS n) SELECT n, n * n AS sq, (SELECT count(*) FROM orders WHERE customer_id = n) AS c FROM t WHERE n % 2 = 1`,
  },
  {
    sql: String.raw`SELECT id, tags, 'red' = ANY(string_to_array(tags, ',')) AS is_red, cardinality(string_to_array(tags, ',')) AS n FROM products ORDER BY id`,
  },
  {
    sql: String.raw`SELECT DISTINCT unnest(string_to_array(tags, ',')) AS tag FROM products WHERE tags IS NOT NULL ORDER BY tag`,
  },
  {
    sql: String.raw`SELECT id, jsonb_build_object('sku', sku, 'price', price, 'tags', coalesce(attributes->'tags', '[]'::jsonb)) AS doc FROM products WHERE id < 3 ORDER BY id`,
  },
  {
    sql: String.raw`SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY id) AS list FROM customers WHERE country = 'DE'`,
  },
  {
    sql: String.raw`SELECT o.*, row_to_json(c) ->> 'name' AS customer FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id <= 2 ORDER BY o.id`,
  },
  {
    sql: String.raw`SELECT count(*) FILTER (WHERE attributes @> '{"tags": ["wood"]}') AS wood, count(*) FILTER (WHERE attributes ? 'rating') AS rated, max((attributes->'size'->>'w')::int) AS w FROM products`,
  },
  {
    sql: String.raw`SELECT name, length(name) - length(replace(name, ' ', '')) AS spaces, translate(lower(name), 'aeiou', '12345') AS t, concat_ws('-', country, city, id) AS k, left(name, 1) || '.' AS initial, repeat('*', id) AS stars, chr(64 + id) AS ch, md5('x') IS NOT NULL AS m FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT round(total::numeric, 1), round(total::float8) AS f, trunc(total, 1), total % 7 AS m, div(total, 7) AS d, sign(total), power(2, id) AS p, ln(id) AS l, log(id) AS lg, exp(1.0) AS e, random() < 2 AS r FROM orders WHERE total IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`SELECT department, salary, ntile(4) OVER (ORDER BY salary, id) AS q, round(percent_rank() OVER (ORDER BY salary)::numeric, 3) AS pr, last_value(name) OVER (PARTITION BY department ORDER BY salary, id RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS top FROM employees ORDER BY salary, id`,
  },
  { sql: String.raw`SELECT encode(sha256(name::bytea), 'hex') FROM customers WHERE id = 1` },
  { sql: String.raw`SELECT id FROM orders WHERE status = ANY(ARRAY['paid']) ORDER BY id` },
  {
    sql: String.raw`SELECT c.id, count(o.*) AS n, count(o) AS m FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY c.id`,
  },
  { sql: String.raw`SELECT bit_or(i), bit_and(i), bit_xor(i) FROM samples` },
  {
    sql: String.raw`SELECT department, bit_or(salary), bit_and(salary), bit_or(bonus) FILTER (WHERE bonus > 50) FROM employees GROUP BY department ORDER BY department NULLS FIRST`,
  },
  { sql: String.raw`SELECT ascii(t) FROM samples ORDER BY id` },
  {
    sql: String.raw`SELECT bit_and(i), bit_or(i), bit_or(j) FILTER (WHERE id > 100), mode() WITHIN GROUP (ORDER BY id) FROM samples WHERE i > 0`,
  },
  {
    sql: String.raw`SELECT p.title, sum(oi.quantity) AS sold, rank() OVER (ORDER BY sum(oi.quantity) DESC) AS r FROM products p JOIN order_items oi ON oi.product_id = p.id JOIN orders o ON o.id = oi.order_id AND o.status <> 'cancelled' GROUP BY p.id, p.title ORDER BY r, p.title`,
  },
  {
    sql: String.raw`SELECT c.id, c.name FROM customers c WHERE EXISTS (SELECT 1 FROM orders o JOIN order_items i ON i.order_id = o.id WHERE o.customer_id = c.id GROUP BY o.id HAVING sum(i.quantity * i.unit_price) > 100) ORDER BY c.id`,
  },
  {
    sql: String.raw`SELECT date_trunc('month', d)::date AS month_start, (date_trunc('month', d) + interval '1 month' - interval '1 day')::date AS month_end, extract(day from (date_trunc('month', d) + interval '1 month' - interval '1 day')) AS days FROM (SELECT DISTINCT placed_on AS d FROM orders) x ORDER BY 1`,
  },
  {
    sql: String.raw`SELECT customer_id, placed_on, placed_on - (row_number() OVER (PARTITION BY customer_id ORDER BY placed_on, id))::int AS grp FROM orders ORDER BY customer_id, placed_on, id`,
  },
  {
    sql: String.raw`SELECT id, lower(name) LIKE '%o''%' AS o, name LIKE 'Heidi\\%' AS b, name LIKE '%100\%' AS pct, position('e' in lower(name)) AS p FROM customers ORDER BY id`,
  },
  {
    sql: String.raw`SELECT coalesce(department, 'n/a') AS dep, min(hired) AS first, max(hired) AS last, max(hired) - min(hired) AS span, avg(salary)::int AS a, sum(coalesce(bonus, 0)) AS b FROM employees GROUP BY ROLLUP (department) ORDER BY 1, 4`,
  },
  {
    sql: String.raw`SELECT CASE WHEN grouping(status) = 1 THEN 'total' ELSE status END AS status, count(*) FROM orders GROUP BY GROUPING SETS ((status), ()) ORDER BY grouping(status), status`,
  },
  {
    sql: String.raw`SELECT id, attributes->'tags'->>0 AS first_tag, attributes #> '{size,w}' AS w, jsonb_typeof(attributes->'rating') AS rt, (attributes->'size') IS NOT NULL AS sized, attributes->>'missing' IS NULL AS m FROM products ORDER BY id`,
  },
  {
    sql: String.raw`SELECT o.id, to_char(o.placed_on, 'FMMonth DD, YYYY') AS d, to_char(o.placed_on, 'Dy') AS dy, to_char(o.shipped_at, 'HH24:MI') AS t, to_char(o.placed_on, 'Q') AS q, to_char(o.placed_on, 'DDD') AS ddd FROM orders o ORDER BY o.id`,
  },
  {
    sql: String.raw`SELECT m.day, count(*) OVER (PARTITION BY date_trunc('month', m.day)) AS n, m.day = max(m.day) OVER (PARTITION BY date_trunc('month', m.day)) AS is_last FROM samples m WHERE m.day IS NOT NULL ORDER BY m.day`,
  },
  {
    sql: String.raw`SELECT i.order_id, json_agg(json_build_object('p', p.sku, 'q', i.quantity) ORDER BY p.sku) AS items, bool_or(i.quantity > 1) AS multi FROM order_items i JOIN products p ON p.id = i.product_id GROUP BY i.order_id ORDER BY i.order_id`,
  },
  {
    sql: String.raw`WITH RECURSIVE fib(a, b) AS (VALUES (0, 1) UNION ALL SELECT b, a + b FROM fib WHERE b < 50) SELECT a FROM fib`,
  },
  {
    sql: String.raw`SELECT x.n, x.n::text || 'x' AS t, lpad(to_hex(x.n), 4, '0') AS h, x.n BETWEEN 2 AND 3 AS b, (ARRAY['a','b','c'])[x.n] AS e FROM generate_series(1, 4) AS x(n) ORDER BY x.n DESC`,
  },
  {
    sql: String.raw`SELECT DISTINCT ON (o.status) o.status, o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id ORDER BY o.status, o.total DESC NULLS LAST, o.id`,
  },
];
