import { plainCases, type Case } from './case.js';

export const sqliteWindows: readonly Case[] = [
  ...plainCases(`
  SELECT id, row_number() OVER (ORDER BY bonus, id), rank() OVER (PARTITION BY department ORDER BY bonus DESC), sum(bonus) OVER (ORDER BY id) FROM employees ORDER BY id
  SELECT id, lag(name, 1, 'none') OVER (ORDER BY id), lead(bonus) OVER (ORDER BY id), ntile(2) OVER (ORDER BY salary, id), nth_value(salary, 3) OVER (ORDER BY id) FROM employees ORDER BY id
  SELECT id, sum(salary) FILTER (WHERE bonus IS NOT NULL) OVER (PARTITION BY department ORDER BY id), total(bonus) OVER (PARTITION BY department) FROM employees ORDER BY id
  SELECT id, avg(salary) OVER (ORDER BY salary RANGE BETWEEN 100 PRECEDING AND 100 FOLLOWING) FROM employees ORDER BY id
  SELECT id, sum(salary) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING EXCLUDE NO OTHERS) FROM employees ORDER BY id
  SELECT id, max(bonus) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING), first_value(bonus) OVER (ORDER BY bonus DESC) FROM employees ORDER BY id
`),
];
