import { plainCases } from './case.js';

export const sqliteNumbers = plainCases(`
  SELECT round(2.5), round(d), round(d, 1), round(f), round(f, 1), round(i), round(d, -1), round(i / 3.0, 2), round(d * 1.5, 1), round(salary) FROM samples, employees WHERE employees.id = samples.id ORDER BY samples.id
  SELECT customer_id, round(avg(total), 2) AS a, round(avg(discount), 1) FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT trunc(d), trunc(f), trunc(i), ceil(d), ceil(f), floor(d), floor(f), sign(d), sign(i), abs(d), abs(i), abs(f), mod(i, 3), mod(i, j), mod(d, 2) FROM samples ORDER BY id
  SELECT power(i, 2), pow(2, j), sqrt(i), sqrt(d), exp(1), ln(i), log(i), log10(i), log2(i), log(2, i), pi(), degrees(1), atan2(1, 2), asin(i), sinh(1) FROM samples ORDER BY id
  SELECT id, round(total * 0.07, 2) AS a, printf('%.2f', total * 0.05) AS b, round(0.45 * total, 2) AS c, round(total * 0.05 + 0, 2) AS d FROM orders ORDER BY id
`);
