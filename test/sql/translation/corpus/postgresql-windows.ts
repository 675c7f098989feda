import { plainCases, type Case } from './case.js';

export const postgresqlWindows: readonly Case[] = [
  ...plainCases(`
  SELECT id, row_number() OVER (ORDER BY salary DESC, id), rank() OVER (ORDER BY salary DESC), dense_rank() OVER (ORDER BY salary DESC), percent_rank() OVER (ORDER BY salary), cume_dist() OVER (ORDER BY salary), ntile(3) OVER (ORDER BY id) FROM employees ORDER BY id
  SELECT id, lag(salary) OVER w, lead(salary, 2, 0) OVER w, first_value(name) OVER w, last_value(name) OVER w, nth_value(name, 2) OVER w FROM employees WINDOW w AS (PARTITION BY department ORDER BY salary, id) ORDER BY id
  SELECT id, sum(salary) OVER (PARTITION BY department ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), avg(bonus) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING), count(*) FILTER (WHERE bonus > 0) OVER (PARTITION BY department) FROM employees ORDER BY id
  SELECT id, rank() OVER (ORDER BY bonus), row_number() OVER (ORDER BY bonus DESC NULLS LAST, id) FROM employees ORDER BY id
  SELECT id, sum(salary) OVER (w ROWS 1 PRECEDING), max(salary) OVER w FROM employees WINDOW w AS (PARTITION BY department ORDER BY id) ORDER BY id
  SELECT department, sum(sum(salary)) OVER (ORDER BY department NULLS FIRST) FROM employees GROUP BY department ORDER BY department NULLS FIRST
  SELECT id, salary - lag(salary) OVER (ORDER BY id) AS diff, round(100.0 * salary / sum(salary) OVER (), 2) AS pct FROM employees ORDER BY id
  SELECT id, row_number() OVER (ORDER BY salary DESC, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS n, rank() OVER (ORDER BY salary ROWS 2 PRECEDING) AS r, lag(id) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS before FROM employees ORDER BY id
  SELECT id, stddev(salary) OVER (PARTITION BY department) FROM employees ORDER BY id
  SELECT id, sum(salary) OVER w1, sum(salary) OVER w2 FROM employees WINDOW w1 AS (PARTITION BY department), w2 AS (w1 ORDER BY id) ORDER BY id
`),
  {
    sql: "SELECT id, sum(total) OVER (ORDER BY placed_on RANGE BETWEEN interval '30 days' PRECEDING AND CURRENT ROW) FROM orders ORDER BY id",
  },
  {
    sql: "SELECT id, lag(bonus, 1, -1) OVER (ORDER BY id), bool_or(bonus > 60) OVER (PARTITION BY department), string_agg(name, ',') OVER (PARTITION BY department ORDER BY id) FROM employees ORDER BY id",
  },
  {
    sql: 'SELECT id, sum(salary) OVER (ORDER BY salary GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM employees ORDER BY id',
  },
  // aggregates over windows that MySQL has not are queries of the rows in each frame
  ...plainCases(`
  SELECT id, sum(total) OVER (ORDER BY placed_on RANGE BETWEEN INTERVAL '1 month' PRECEDING AND CURRENT ROW) FROM orders ORDER BY id
  SELECT id, count(*) OVER (ORDER BY placed_on DESC RANGE BETWEEN '2 months' PRECEDING AND '1 month' FOLLOWING) AS n FROM orders ORDER BY id
  SELECT id, sum(salary) OVER (ORDER BY department GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM employees ORDER BY id
  SELECT id, avg(salary) OVER (PARTITION BY department ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM employees ORDER BY id
  SELECT id, string_agg(status, ',') OVER (PARTITION BY customer_id ORDER BY id) FROM orders ORDER BY id
  SELECT id, array_agg(id) OVER (PARTITION BY customer_id ORDER BY id) FROM orders ORDER BY id
  SELECT id, string_agg(name, ' > ') OVER (ORDER BY salary DESC, id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS around, salary FROM employees ORDER BY salary DESC, id
  SELECT o.id, c.name, string_agg(o.status, '/') OVER w AS s, sum(o.total) OVER w AS t FROM orders o JOIN customers c ON c.id = o.customer_id WINDOW w AS (PARTITION BY o.customer_id ORDER BY o.id) ORDER BY o.id
  SELECT id, salary - avg(salary) OVER (PARTITION BY department ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS diff, upper(name) FROM employees ORDER BY id
  SELECT id, sum(salary) OVER (ORDER BY salary RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) a, count(*) OVER (ORDER BY salary RANGE UNBOUNDED PRECEDING EXCLUDE TIES) b FROM employees ORDER BY id
  SELECT customer_id, count(*) AS n, string_agg(customer_id::text, ',') OVER (ORDER BY customer_id) AS running FROM orders GROUP BY customer_id ORDER BY customer_id LIMIT 3
  WITH x AS (SELECT id, status, customer_id FROM orders WHERE id < 8) SELECT x.id, jsonb_agg(x.status) OVER (PARTITION BY x.customer_id ORDER BY x.id) AS a FROM x ORDER BY x.id DESC
  SELECT * FROM (SELECT id, string_agg(status, ',') FILTER (WHERE total > 10) OVER (PARTITION BY customer_id) AS s FROM orders) q WHERE s LIKE 'paid%' ORDER BY id
  SELECT id, string_agg(DISTINCT status, ',') FROM orders GROUP BY id ORDER BY id
  SELECT id, array_length(array_agg(id) OVER (ORDER BY id), 1), 'x' FROM customers ORDER BY 2 DESC
  SELECT id, max(total) OVER (PARTITION BY status ORDER BY placed_on RANGE BETWEEN INTERVAL '1 year' PRECEDING AND INTERVAL '1 day' PRECEDING) FROM orders ORDER BY id
  SELECT id, count(*) OVER w AS n, max(salary) OVER w AS most, rank() OVER v AS r FROM employees WINDOW w AS (PARTITION BY department ORDER BY id GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING), v AS (ORDER BY salary) ORDER BY id
  SELECT id, bonus, sum(salary) OVER (ORDER BY bonus GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM employees ORDER BY bonus NULLS FIRST, id
  SELECT id, CASE WHEN string_agg(status, ',') OVER (PARTITION BY customer_id ORDER BY id) LIKE '%paid' THEN extract(year from placed_on) ELSE 0 END AS x, placed_on + interval '1 day' FROM orders ORDER BY id
  SELECT id, sum(total) OVER (PARTITION BY customer_id ORDER BY id GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), (SELECT name FROM customers c WHERE c.id = o.customer_id) FROM orders o ORDER BY o.placed_on DESC, 1
`),
];
