import { plainCases, type Case } from './case.js';

export const mysqlWindows: readonly Case[] = [
  ...plainCases(`
  SELECT id, ROW_NUMBER() OVER (PARTITION BY department ORDER BY salary DESC, id) AS rn, RANK() OVER (ORDER BY bonus) AS r, SUM(salary) OVER (ORDER BY id) AS s, AVG(salary) OVER (PARTITION BY department) FROM employees ORDER BY id
  SELECT id, LAG(bonus) OVER (ORDER BY id), LEAD(salary, 2) OVER (ORDER BY id), NTILE(4) OVER (ORDER BY id), FIRST_VALUE(name) OVER (PARTITION BY department ORDER BY id), NTH_VALUE(name, 2) OVER (ORDER BY id) FROM employees ORDER BY id
  SELECT id, SUM(salary) OVER w FROM employees WINDOW w AS (PARTITION BY department ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) ORDER BY id
  SELECT id, PERCENT_RANK() OVER (ORDER BY bonus), CUME_DIST() OVER (ORDER BY bonus DESC) FROM employees ORDER BY id
  SELECT id, COUNT(bonus) OVER (PARTITION BY department ORDER BY id RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), MAX(bonus) OVER () FROM employees ORDER BY id
  SELECT id, SUM(active) OVER (ORDER BY id), SUM(country = 'DE') OVER () FROM customers ORDER BY id
`),
];
