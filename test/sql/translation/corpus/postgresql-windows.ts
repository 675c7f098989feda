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
    refuses: ['MYSQL'],
  },
  {
    sql: 'SELECT id, sum(salary) OVER (ORDER BY salary GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM employees ORDER BY id',
    refuses: ['MYSQL'],
  },
];
