import { plainCases, type Case } from './case.js';

export const mysqlNumbers: readonly Case[] = [
  ...plainCases(`
  SELECT ROUND(2.5), ROUND(-2.5), ROUND(d), ROUND(d, 1), ROUND(f), ROUND(f, 1), ROUND(i), ROUND(d, -1), ROUND(i, -1), ROUND(i / 3, 2), ROUND(d * 1.5, 1), ROUND(2.5e0), ROUND(t) FROM samples ORDER BY id
  SELECT ROUND(AVG(total), 2), ROUND(SUM(total) / 7, 3), ROUND(100 * COUNT(*) / 3, 2), ROUND(AVG(price), 1) FROM orders, products WHERE orders.id = products.id
  SELECT customer_id, ROUND(AVG(total), 2) AS a, ROUND(AVG(total), 1), ROUND(AVG(discount)) FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT TRUNCATE(d, 1), TRUNCATE(f, 0), TRUNCATE(f, 1), TRUNCATE(-1.999, 1), TRUNCATE(i, -1), TRUNCATE(d * 3, 1), CEIL(d), CEILING(f), CEIL(i), FLOOR(d), FLOOR(f), SIGN(d), SIGN(i), ABS(d), ABS(i), ABS(t), SIGN(t) FROM samples ORDER BY id
  SELECT MOD(i, 3), MOD(i, j), MOD(d, 2), POWER(i, 2), POW(2, j), SQRT(i), SQRT(d), EXP(1), LN(i), LOG(i), LOG(2, i), LOG10(i), LOG2(i), PI(), DEGREES(1), RADIANS(180), COT(1), ATAN2(1, 2), ATAN(1, 2), ASIN(i), ACOS(f) FROM samples ORDER BY id
  SELECT GREATEST(i, j), LEAST(d, f), GREATEST(i, 4, d), GREATEST(sku, 'B') FROM products JOIN samples USING (id) ORDER BY id
  SELECT BIN(id), BIN(i) FROM samples WHERE i >= 0 ORDER BY id
  SELECT OCT(id) FROM samples ORDER BY id
  SELECT id, i * 1.5, d * d, i + f, -d, d % 3, f % 2, i DIV 2, d DIV 3 FROM samples ORDER BY id
`),
];
