import { plainCases, type Case } from './case.js';

/** What is between moments, and how old something is: values that two of the engines have no type for. */
export const postgresqlIntervals: readonly Case[] = [
  ...plainCases(String.raw`
SELECT id, age(TIMESTAMP '2024-06-15', created_at)::text FROM customers ORDER BY id
SELECT id, age(created_at, TIMESTAMP '2024-06-15 10:00')::text FROM customers ORDER BY id
SELECT name, extract(year FROM age(DATE '2024-06-15', born)) AS years, extract(month FROM age(DATE '2024-06-15', born)) AS months, extract(day FROM age(DATE '2024-06-15', born)) AS days FROM customers ORDER BY id
SELECT name, extract(year FROM age(born, DATE '1992-02-29')) AS years, extract(month FROM age(born, DATE '1992-02-29')) AS months, extract(day FROM age(born, DATE '1992-02-29')) AS days FROM customers ORDER BY id
SELECT id, extract(day from age(shipped_at, placed_on)), extract(hour from age(shipped_at, placed_on)), extract(minute from age(shipped_at, placed_on)), extract(second from age(shipped_at, placed_on)) , extract(epoch from age(shipped_at, placed_on))  FROM orders ORDER BY id
SELECT id, (shipped_at - placed_on)::text FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
SELECT id, (placed_on - shipped_at)::text, 'took ' || (shipped_at - placed_on) FROM orders ORDER BY id
SELECT avg(shipped_at - placed_on) > interval '1 day 12 hours' FROM orders
SELECT id, shipped_at - placed_on AS took FROM orders ORDER BY took DESC NULLS LAST, id
SELECT id, shipped_at - placed_on AS took FROM orders ORDER BY 2, id
SELECT customer_id, avg(shipped_at - placed_on), max(shipped_at - placed_on), min(shipped_at - placed_on), sum(shipped_at - placed_on) FROM orders GROUP BY customer_id ORDER BY customer_id
WITH x AS (SELECT id, customer_id, shipped_at - placed_on AS took FROM orders) SELECT customer_id, avg(took), extract(epoch from max(took)) AS m, count(took) FROM x GROUP BY customer_id ORDER BY 1
WITH x AS (SELECT id, customer_id, shipped_at - placed_on AS took FROM orders) SELECT * FROM x ORDER BY took, id
WITH x AS (SELECT id, customer_id, shipped_at - placed_on AS took FROM orders) SELECT id FROM x WHERE took > '1 day' ORDER BY took DESC, id
SELECT id, to_char(shipped_at - placed_on, 'HH24:MI:SS'), to_char(shipped_at - placed_on, 'DD "days" HH24:MI') FROM orders ORDER BY id
SELECT id, rank() OVER (ORDER BY shipped_at - placed_on DESC NULLS LAST) FROM orders ORDER BY id
SELECT id FROM orders WHERE shipped_at - placed_on BETWEEN interval '1 day' AND interval '2 days' ORDER BY id
SELECT id FROM customers WHERE age(DATE '2024-06-15', born) > interval '30 years' ORDER BY id
SELECT id, COALESCE(shipped_at - placed_on, interval '0') FROM orders ORDER BY id
SELECT id, CASE WHEN shipped_at IS NULL THEN interval '0' ELSE shipped_at - placed_on END AS x FROM orders ORDER BY id
SELECT id, (shipped_at - placed_on) * 2, (shipped_at - placed_on) / 3, -(shipped_at - placed_on) FROM orders ORDER BY id
SELECT id, shipped_at - lag(shipped_at) OVER (ORDER BY id) AS gap FROM orders ORDER BY id
SELECT interval '1 year 2 months 3 days 04:05:06', interval '36 hours', interval '1 day' * 3, make_interval(days => 10), interval '90 minutes', interval '0'
SELECT id, justify_hours(shipped_at - placed_on), date_trunc('hour', shipped_at - placed_on) FROM orders ORDER BY id
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY shipped_at - placed_on) > interval '1 day', extract(epoch from percentile_cont(0.5) WITHIN GROUP (ORDER BY shipped_at - placed_on)) FROM orders
SELECT DISTINCT shipped_at - placed_on AS d FROM orders ORDER BY d
SELECT shipped_at - placed_on AS d, count(*) FROM orders GROUP BY shipped_at - placed_on ORDER BY d
SELECT shipped_at - placed_on AS d, count(*) FROM orders GROUP BY 1 ORDER BY 1
SELECT max(d) FROM (SELECT shipped_at - placed_on AS d FROM orders UNION SELECT interval '3 days') x
SELECT id, (shipped_at - placed_on) IS NULL, count(shipped_at - placed_on) OVER () FROM orders ORDER BY id
SELECT json_build_object('took', shipped_at - placed_on) FROM orders ORDER BY id
SELECT id, placed_on + took AS back FROM (SELECT id, placed_on, shipped_at - placed_on AS took FROM orders) x ORDER BY id
SELECT id, extract(epoch from (shipped_at - placed_on)) / 3600 AS h, round(extract(epoch from shipped_at - placed_on) / 86400, 2) AS d FROM orders ORDER BY id
SELECT concat('took ', shipped_at - placed_on) FROM orders ORDER BY id
SELECT id, age(TIMESTAMP '2024-06-15 12:00', created_at) FROM customers ORDER BY id
SELECT DISTINCT ON (customer_id) customer_id, shipped_at - placed_on AS took FROM orders ORDER BY customer_id, took DESC NULLS LAST
SELECT date_part('day', shipped_at - placed_on) AS d, date_part('hour', shipped_at - placed_on) AS h, date_part('minute', shipped_at - placed_on) FROM orders ORDER BY id
SELECT row_to_json(x) FROM (SELECT id, shipped_at - placed_on AS took FROM orders) x
SELECT greatest(shipped_at - placed_on, interval '1 day') FROM orders ORDER BY id
SELECT (SELECT max(shipped_at - placed_on) FROM orders), (SELECT max(shipped_at - placed_on) FROM orders)::text
SELECT id, time '10:00' - time '08:30', (time '10:00' - time '08:30')::text FROM samples ORDER BY id
SELECT id, shipped_at - placed_on FROM orders ORDER BY shipped_at - placed_on DESC NULLS LAST, id
SELECT string_agg((shipped_at - placed_on)::text, ',' ORDER BY id) FROM orders
SELECT c.name, (SELECT max(o.shipped_at - o.placed_on) FROM orders o WHERE o.customer_id = c.id) AS slowest FROM customers c ORDER BY slowest DESC NULLS LAST, c.id
SELECT x.took FROM (SELECT shipped_at - placed_on AS took FROM orders) x WHERE x.took IS NOT NULL ORDER BY x.took LIMIT 3
SELECT date_trunc('month', placed_on) AS m, avg(shipped_at - placed_on) AS took FROM orders GROUP BY 1 HAVING avg(shipped_at - placed_on) > interval '1 day' ORDER BY 1
SELECT id, extract(epoch from interval '2 hours 30 minutes') / 60, extract(hour from interval '36 hours'), extract(day from interval '3 weeks') FROM samples WHERE id = 1
SELECT interval '1 month' + interval '3 days', interval '1 hour' * 1.5, interval '1 day' / 2
SELECT id, lag(shipped_at - placed_on) OVER (ORDER BY id) FROM orders ORDER BY id
SELECT id, sum(shipped_at - placed_on) OVER (ORDER BY id) FROM orders ORDER BY id
SELECT customer_id, count(*) FILTER (WHERE shipped_at - placed_on > interval '1 day 12 hours') AS slow FROM orders GROUP BY 1 ORDER BY 1
SELECT extract(days from shipped_at - placed_on), date_part('epoch', shipped_at - placed_on)::int / 60 FROM orders ORDER BY id
SELECT id, round((extract(epoch from (shipped_at - placed_on)) / 3600)::numeric, 2) FROM orders ORDER BY id
SELECT EXTRACT(DAY FROM age(created_at, born)) FROM customers
SELECT id, justify_interval(shipped_at - placed_on) AS t FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
SELECT id, justify_interval(TIMESTAMP '2024-12-31 10:00' - created_at) AS t, justify_days(TIMESTAMP '2023-01-01' - created_at) AS u, justify_days(TIMESTAMP '2023-01-01' - created_at)::text FROM customers ORDER BY id
SELECT min(shipped_at - placed_on) AS fastest, max(shipped_at - placed_on) AS slowest, date_trunc('second', avg(shipped_at - placed_on)) AS mean, date_trunc('hour', sum(shipped_at - placed_on)) FROM orders
SELECT age(DATE '2024-01-01', born) FROM customers
`),
  // what has more to it than its length, where the target keeps the length alone
  {
    sql: "SELECT * FROM (SELECT id, age(TIMESTAMP '2024-06-15', created_at) AS a FROM customers) x ORDER BY id",
    refuses: ['MYSQL', 'SQLITE'],
  },
  { sql: "SELECT avg(age(DATE '2024-06-15', born)) FROM customers", refuses: ['MYSQL', 'SQLITE'] },
  { sql: 'SELECT array_agg(shipped_at - placed_on ORDER BY id) FROM orders', refuses: ['MYSQL', 'SQLITE'] },
  { sql: 'SELECT ARRAY[shipped_at - placed_on] FROM orders ORDER BY id', refuses: ['MYSQL', 'SQLITE'] },
];
