import { plainCases, type Case } from './case.js';

const translated: readonly Case[] = plainCases(`
  -- the clock
  SELECT CURRENT_DATE = now()::date, CURRENT_DATE = CAST(CURRENT_TIMESTAMP AS date), LOCALTIMESTAMP::date = current_date
  SELECT count(*) FROM orders WHERE placed_on < CURRENT_DATE
  SELECT count(*) FROM orders WHERE placed_on >= CURRENT_DATE - 30
  SELECT count(*) FROM orders WHERE placed_on >= CURRENT_DATE - INTERVAL '30 days'
  SELECT count(*) FROM customers WHERE created_at > now() - INTERVAL '7 days'
  SELECT count(*) FROM customers WHERE created_at >= date_trunc('month', CURRENT_DATE) - INTERVAL '1 month'
  SELECT extract(epoch from now()) > 1700000000
  SELECT count(*) FROM customers WHERE created_at < CURRENT_TIMESTAMP OR created_at > LOCALTIMESTAMP(0)
  -- parts
  SELECT id, EXTRACT(YEAR FROM at), EXTRACT(MONTH FROM at), EXTRACT(DAY FROM at), EXTRACT(HOUR FROM at), EXTRACT(MINUTE FROM at), EXTRACT(SECOND FROM at) FROM samples ORDER BY id
  SELECT id, EXTRACT(QUARTER FROM day), EXTRACT(WEEK FROM day), EXTRACT(ISOYEAR FROM day), EXTRACT(DOW FROM day), EXTRACT(ISODOW FROM day), EXTRACT(DOY FROM day) FROM samples ORDER BY id
  SELECT id, EXTRACT(WEEK FROM placed_on), EXTRACT(ISOYEAR FROM placed_on), EXTRACT(DECADE FROM placed_on), EXTRACT(CENTURY FROM placed_on), EXTRACT(MILLENNIUM FROM placed_on) FROM orders ORDER BY id
  SELECT id, EXTRACT(EPOCH FROM at), EXTRACT(EPOCH FROM day), EXTRACT(MILLISECONDS FROM at), EXTRACT(MICROSECONDS FROM at), EXTRACT(JULIAN FROM day) FROM samples ORDER BY id
  SELECT id, date_part('year', at), date_part('dow', day), date_part('month', day), date_part('hour', at) FROM samples ORDER BY id
  SELECT EXTRACT(YEAR FROM placed_on) AS y, EXTRACT(MONTH FROM placed_on) AS m, count(*), sum(total) FROM orders GROUP BY 1, 2 ORDER BY 1, 2
  SELECT EXTRACT(YEAR FROM placed_on)::int AS y, count(*) FROM orders GROUP BY y ORDER BY y
  SELECT EXTRACT(DOW FROM placed_on) AS d, count(*) FROM orders GROUP BY EXTRACT(DOW FROM placed_on) ORDER BY d
  SELECT id FROM orders WHERE EXTRACT(YEAR FROM placed_on) = 2024 AND EXTRACT(MONTH FROM placed_on) IN (1, 2) ORDER BY id
  SELECT id FROM orders WHERE EXTRACT(ISODOW FROM placed_on) < 6 ORDER BY id
  SELECT id, EXTRACT(DAY FROM shipped_at - placed_on), EXTRACT(EPOCH FROM shipped_at - placed_on) / 3600, date_part('day', shipped_at - placed_on) FROM orders ORDER BY id
  SELECT id, EXTRACT(HOUR FROM shipped_at - placed_on), EXTRACT(MINUTE FROM shipped_at - placed_on), EXTRACT(SECOND FROM shipped_at - placed_on) FROM orders ORDER BY id
  SELECT id, EXTRACT(EPOCH FROM (shipped_at - placed_on::timestamp)) / 86400.0 FROM orders ORDER BY id
  SELECT round(avg(EXTRACT(EPOCH FROM shipped_at - placed_on) / 86400)::numeric, 2) FROM orders
  SELECT id, EXTRACT(YEAR FROM age(DATE '2024-06-15', born)) FROM customers ORDER BY id
  SELECT id, EXTRACT(YEAR FROM age(created_at, born)), EXTRACT(MONTH FROM age(created_at, born)) FROM customers ORDER BY id
  SELECT id, date_part('year', age(born)) > 20 FROM customers ORDER BY id
  SELECT id, EXTRACT(YEAR FROM at) * 100 + EXTRACT(MONTH FROM at) FROM samples ORDER BY id
  SELECT EXTRACT(EPOCH FROM INTERVAL '1 day 2 hours'), EXTRACT(YEAR FROM TIMESTAMP '2024-02-29 10:11:12'), EXTRACT(DOY FROM DATE '2024-12-31')
  -- formats
  SELECT id, to_char(at, 'YYYY-MM-DD'), to_char(at, 'YYYY-MM'), to_char(at, 'YYYY-MM-DD HH24:MI:SS'), to_char(at, 'YYYYMMDD') FROM samples ORDER BY id
  SELECT id, to_char(at, 'DD/MM/YYYY'), to_char(at, 'DD.MM.YY'), to_char(at, 'HH24:MI'), to_char(at, 'HH12:MI AM'), to_char(at, 'HH:MI:SS pm') FROM samples ORDER BY id
  SELECT id, to_char(day, 'Mon DD, YYYY'), to_char(day, 'FMMonth FMDD, YYYY'), to_char(day, 'Month'), to_char(day, 'MONTH'), to_char(day, 'mon'), to_char(day, 'FMmonth') FROM samples ORDER BY id
  SELECT id, to_char(day, 'Day'), to_char(day, 'FMDay'), to_char(day, 'Dy'), to_char(day, 'DY'), to_char(day, 'day') || '|' FROM samples ORDER BY id
  SELECT id, to_char(day, 'FMDDth FMMonth YYYY'), to_char(day, 'D'), to_char(day, 'ID'), to_char(day, 'DDD'), to_char(day, 'Q'), to_char(day, 'YYYY-"Q"Q') FROM samples ORDER BY id
  SELECT id, to_char(day, 'IYYY-IW'), to_char(day, 'IYYY-"W"IW'), to_char(day, 'WW'), to_char(day, 'J'), to_char(day, 'CC') FROM samples ORDER BY id
  SELECT id, to_char(at, '"Week "IW" of "IYYY'), to_char(at, 'FMHH24:FMMI'), to_char(at, 'FMMM/FMDD/YY'), to_char(at, 'FMHH12 AM') FROM samples ORDER BY id
  SELECT id, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), to_char(at, 'SS.MS'), to_char(at, 'US'), to_char(at, '100% "%d"') FROM samples ORDER BY id
  SELECT to_char(placed_on, 'YYYY-MM') AS month, count(*), sum(total) FROM orders GROUP BY 1 ORDER BY 1
  SELECT to_char(date_trunc('month', placed_on), 'YYYY-MM') AS month, count(*) FROM orders GROUP BY date_trunc('month', placed_on) ORDER BY date_trunc('month', placed_on)
  SELECT to_char(placed_on, 'Mon YYYY') AS month, min(placed_on) FROM orders GROUP BY to_char(placed_on, 'Mon YYYY') ORDER BY min(placed_on)
  SELECT id FROM orders WHERE to_char(placed_on, 'YYYY-MM') = '2024-02' ORDER BY id
  SELECT to_date('31/01/2024', 'DD/MM/YYYY'), to_date('20240229', 'YYYYMMDD'), to_date('2024-03-05', 'YYYY-MM-DD')
  SELECT to_timestamp('2024-02-29 10:11:12', 'YYYY-MM-DD HH24:MI:SS')::timestamp, to_timestamp(0)::date, to_timestamp(1706706309)
  -- arithmetic
  SELECT id, day + 1, day - 7, day + 30, day + j FROM samples ORDER BY id
  SELECT id, day + INTERVAL '1 month', day - INTERVAL '1 month', day + INTERVAL '1 year', day - INTERVAL '1 year' FROM samples ORDER BY id
  SELECT id, at + INTERVAL '1 month', at - INTERVAL '3 months', at + INTERVAL '1 day', at - INTERVAL '36 hours', at + INTERVAL '90 minutes', at - INTERVAL '15 seconds' FROM samples ORDER BY id
  SELECT id, at + INTERVAL '1 month 2 days', at - INTERVAL '1 year 2 months 3 days 04:05:06', at + INTERVAL '1 week', at + INTERVAL '1.5 days', at + INTERVAL '-1 day' FROM samples ORDER BY id
  SELECT id, at + j * INTERVAL '1 day', at + INTERVAL '1 month' * j, day + j * INTERVAL '1 week', at - i * INTERVAL '1 hour' FROM samples WHERE i IS NOT NULL ORDER BY id
  SELECT id, at + make_interval(days => j), at + make_interval(months => j, hours => 2), at + (j || ' days')::interval, at + (j::text || ' months')::interval FROM samples ORDER BY id
  SELECT id, at + INTERVAL '1' DAY, at + INTERVAL '2' MONTH, INTERVAL '1 day' + at, at + INTERVAL '1 day' + INTERVAL '1 hour' FROM samples ORDER BY id
  SELECT id, (day + INTERVAL '1 month')::date, (at + INTERVAL '1 month')::date, (date_trunc('month', day) + INTERVAL '1 month - 1 day')::date FROM samples ORDER BY id
  SELECT id, (date_trunc('month', day) + INTERVAL '1 month' - INTERVAL '1 day')::date AS last, EXTRACT(DAY FROM date_trunc('month', day) + INTERVAL '1 month' - INTERVAL '1 day') FROM samples ORDER BY id
  SELECT id, shipped_at::date - placed_on, placed_on - DATE '2024-01-01', CURRENT_DATE - CURRENT_DATE FROM orders ORDER BY id
  SELECT avg(shipped_at::date - placed_on) FROM orders
  SELECT id, day - '2024-01-01'::date, '2024-12-31'::date - day FROM samples ORDER BY id
  SELECT DATE '2024-01-31' + INTERVAL '1 month', DATE '2024-01-31' + 1, TIMESTAMP '2024-02-29 12:00:00' - INTERVAL '1 year', DATE '2024-03-31' - INTERVAL '1 month'
  SELECT id FROM orders WHERE shipped_at > placed_on + INTERVAL '1 day' ORDER BY id
  SELECT id FROM orders WHERE shipped_at - placed_on > INTERVAL '1 day' ORDER BY id
  SELECT id FROM orders WHERE shipped_at::date - placed_on <= 2 ORDER BY id
  -- truncation
  SELECT id, date_trunc('year', at), date_trunc('quarter', at), date_trunc('month', at), date_trunc('week', at), date_trunc('day', at), date_trunc('hour', at), date_trunc('minute', at), date_trunc('second', at) FROM samples ORDER BY id
  SELECT id, date_trunc('month', day), date_trunc('week', day), date_trunc('quarter', day)::date, date_trunc('year', day)::date, date_trunc('decade', day)::date FROM samples ORDER BY id
  SELECT date_trunc('month', placed_on)::date AS month, count(*) AS n, sum(total) FROM orders GROUP BY 1 ORDER BY 1
  SELECT date_trunc('month', placed_on) AS month, count(*) AS n FROM orders GROUP BY 1 ORDER BY 1 DESC
  SELECT DATE_TRUNC('week', placed_on) AS w, count(*) FROM orders WHERE placed_on >= '2024-01-01' GROUP BY w ORDER BY w
  SELECT date_trunc('quarter', created_at) AS q, count(*) FROM customers GROUP BY date_trunc('quarter', created_at) ORDER BY q
  SELECT created_at::date AS d, count(*) FROM customers GROUP BY created_at::date ORDER BY d
  SELECT DATE(created_at), count(*) FROM customers GROUP BY DATE(created_at) ORDER BY 1
  SELECT id, at::date, at::time, CAST(day AS timestamp), day::timestamp + INTERVAL '1 hour', CAST(at AS date) FROM samples ORDER BY id
  SELECT id FROM orders WHERE date_trunc('month', placed_on) = '2024-02-01' ORDER BY id
  SELECT id FROM orders WHERE date_trunc('month', placed_on) = DATE '2024-02-01' ORDER BY id
  SELECT id FROM orders WHERE date_trunc('day', shipped_at) = placed_on + INTERVAL '1 day' ORDER BY id
  -- comparison
  SELECT id FROM orders WHERE placed_on = '2024-02-29' ORDER BY id
  SELECT id FROM orders WHERE placed_on >= '2024-1-5' AND placed_on < '2024-5-1' ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN '2024-01-31' AND '2024-03-31' ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN DATE '2024-01-31' AND DATE '2024-03-31' ORDER BY id
  SELECT id FROM orders WHERE placed_on IN ('2024-02-29', '2024-12-31') ORDER BY id
  SELECT id FROM orders WHERE shipped_at <= '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at = '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at > '2025-01-01' OR shipped_at < TIMESTAMP '2024-02-01 17:30:16' ORDER BY id
  SELECT id FROM orders WHERE shipped_at BETWEEN '2024-01-01' AND '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE placed_on <= TIMESTAMP '2024-02-29 12:00:00' ORDER BY id
  SELECT id FROM orders WHERE placed_on >= '2024-02-29 12:00:00'::timestamp ORDER BY id
  SELECT id FROM orders WHERE placed_on < shipped_at ORDER BY id
  SELECT id FROM orders WHERE placed_on = shipped_at::date ORDER BY id
  SELECT s.id, o.id FROM samples s JOIN orders o ON o.placed_on = s.at ORDER BY 1, 2
  SELECT s.id, o.id FROM samples s JOIN orders o ON o.placed_on = s.day ORDER BY 1, 2
  SELECT id FROM samples WHERE day = at OR day > at ORDER BY id
  SELECT id FROM samples WHERE at::time > '12:00' ORDER BY id
  SELECT id FROM samples WHERE at::time BETWEEN '00:00:00' AND '12:00:00' ORDER BY id
  SELECT id, CASE WHEN day < '2024-01-01' THEN 'old' ELSE 'new' END FROM samples ORDER BY id
  SELECT id, COALESCE(shipped_at, placed_on) FROM orders ORDER BY id
  SELECT id, GREATEST(placed_on, DATE '2024-03-01') FROM orders ORDER BY id
  SELECT max(placed_on), min(shipped_at), max(placed_on) - min(placed_on) FROM orders
  SELECT id, make_date(2024, 2, 29), make_timestamp(2024, 1, 2, 3, 4, 5) FROM samples WHERE id = 1
  SELECT id, at AT TIME ZONE 'UTC' FROM samples ORDER BY id
  SELECT id FROM customers WHERE (created_at AT TIME ZONE 'UTC')::date = DATE '2024-02-29'
  SELECT EXTRACT(EPOCH FROM avg(shipped_at - placed_on)) / 86400, EXTRACT(EPOCH FROM max(shipped_at - placed_on)) FROM orders
  -- reports
  SELECT to_char(c.created_at, 'YYYY-MM') AS cohort, count(DISTINCT c.id) AS customers, count(o.id) AS orders, COALESCE(sum(o.total), 0) AS revenue FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY 1 ORDER BY 1
  SELECT EXTRACT(YEAR FROM placed_on) || '-Q' || EXTRACT(QUARTER FROM placed_on) AS q, count(*) FROM orders GROUP BY 1 ORDER BY 1
  SELECT c.id, min(o.placed_on) AS first_order, max(o.placed_on) AS last_order, max(o.placed_on) - min(o.placed_on) AS days FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY c.id
  SELECT id, placed_on - lag(placed_on) OVER (ORDER BY placed_on, id) AS gap FROM orders ORDER BY placed_on, id
  SELECT date_trunc('month', placed_on)::date AS m, sum(sum(total)) OVER (ORDER BY date_trunc('month', placed_on)) AS running FROM orders GROUP BY date_trunc('month', placed_on) ORDER BY 1
  SELECT count(*) FILTER (WHERE placed_on >= DATE '2024-06-01'), count(*) FILTER (WHERE placed_on < DATE '2024-06-01') FROM orders
  SELECT id, hired, (DATE '2024-12-31' - hired) / 365 AS years FROM employees ORDER BY id
  SELECT id, name FROM employees WHERE EXTRACT(MONTH FROM hired) = 12 OR to_char(hired, 'MM-DD') = '02-29' ORDER BY id
  -- in applications
  SELECT id FROM orders WHERE placed_on IN (SELECT at FROM samples) ORDER BY id
  SELECT count(*) FROM orders WHERE placed_on >= date_trunc('year', CURRENT_DATE) - INTERVAL '5 years' AND placed_on < date_trunc('month', CURRENT_DATE) + INTERVAL '1 month'
  SELECT id FROM orders WHERE (placed_on, id) > ('2024-04-30', 6) ORDER BY placed_on, id
  SELECT id FROM orders WHERE placed_on IN (SELECT day FROM samples) ORDER BY id
  SELECT id FROM orders WHERE placed_on > ALL (SELECT day FROM samples WHERE day IS NOT NULL) ORDER BY id
  SELECT id FROM orders WHERE placed_on IS DISTINCT FROM '2024-02-29' ORDER BY id
  SELECT id, hired FROM employees WHERE hired <= DATE '2024-06-01' - INTERVAL '5 years' ORDER BY id
  SELECT id FROM orders WHERE placed_on = (SELECT max(placed_on) FROM orders)
  SELECT extract(year from CURRENT_DATE) - extract(year from born) > 10 FROM customers
  SELECT id, shipped_at - INTERVAL '1 day' < placed_on FROM orders ORDER BY id
  SELECT id, CASE WHEN shipped_at IS NULL THEN placed_on ELSE shipped_at END FROM orders ORDER BY id
  SELECT placed_on FROM orders UNION SELECT day FROM samples WHERE day IS NOT NULL ORDER BY 1
  SELECT id, now() - created_at > INTERVAL '1 day' FROM customers
  SELECT date_trunc('day', created_at) + INTERVAL '8 hours' FROM customers
  SELECT id, extract(isodow from placed_on) IN (6,7) AS weekend FROM orders ORDER BY id
  SELECT sum(CASE WHEN extract(dow from placed_on) BETWEEN 1 AND 5 THEN 1 ELSE 0 END) FROM orders
  SELECT id, (extract(year from age(shipped_at, placed_on)) * 12 + extract(month from age(shipped_at, placed_on))) FROM orders ORDER BY id
  SELECT localtime(0) IS NOT NULL, current_time IS NOT NULL, clock_timestamp() IS NOT NULL
  SELECT date_part('epoch', created_at)::bigint FROM customers ORDER BY id
  SELECT floor(extract(epoch from created_at) / 3600) FROM customers ORDER BY id
  SELECT id, at + (i || ' hours')::interval, at + concat(j, ' days')::interval FROM samples WHERE i IS NOT NULL AND j IS NOT NULL ORDER BY id
  SELECT timezone('UTC', created_at) FROM customers LIMIT 1
  SELECT coalesce(to_char(shipped_at, 'YYYY-MM-DD'), 'none') FROM orders ORDER BY id
  SELECT id, date_trunc('month', placed_on) = date_trunc('month', shipped_at) FROM orders ORDER BY id
`);

/** Intervals as values, ages and zones that only PostgreSQL has. */
const refused: readonly Case[] = plainCases(`
  SELECT TIMESTAMPTZ '2024-07-01 12:00:00+00' AT TIME ZONE 'Africa/Casablanca'
  SELECT TIMESTAMPTZ '2024-07-01 12:00:00+00' AT TIME ZONE 'PST'
  SELECT to_char(at, 'RM') FROM samples
`).map((one) => ({ ...one, refuses: ['MYSQL', 'SQLITE'] }));

/** The farthest moment of the target is shown in the place of one that never comes. */
const farthest: readonly Case[] = [
  {
    sql: "SELECT id, coalesce(shipped_at, 'infinity'::timestamp) FROM orders ORDER BY id",
    warns: { MYSQL: ['FARTHEST_MOMENT'], SQLITE: ['FARTHEST_MOMENT'] },
  },
];

export const postgresqlTemporal: readonly Case[] = [...translated, ...refused, ...farthest];
