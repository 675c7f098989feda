import { plainCases, type Case } from './case.js';

export const postgresqlNumbers: readonly Case[] = [
  ...plainCases(`
  SELECT round(2.5), round(-2.5), round(d), round(d, 1), round(f), round(i), round(d, -1), round(i, -1), round(d * 1.5, 1), round(f::numeric, 1), round(-0.4) FROM samples ORDER BY id
  SELECT round(avg(total), 2), round(avg(price), 1), round(sum(total) / 7, 3), round(100.0 * count(*) / 3, 2) FROM orders, products WHERE orders.id = products.id
  SELECT customer_id, round(avg(total), 2) AS a, round(avg(total), 1), round(avg(discount), 0) FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT trunc(d), trunc(d, 1), trunc(f), trunc(-1.999, 1), trunc(i, -1), trunc(d * 3, 1), ceil(d), ceil(f), ceiling(i), floor(d), floor(f), sign(d), sign(i), sign(f), abs(d), abs(i), abs(f) FROM samples ORDER BY id
  SELECT mod(i, 3), mod(d, 2), power(i, 2), power(2, j), i ^ 2, sqrt(abs(i)), sqrt(abs(d)), exp(1), ln(2), log(100), log(2, 8), log10(1000), pi(), degrees(1), radians(180), cot(1), atan2(1, 2), cbrt(27), div(i, 2), div(d, 2) FROM samples ORDER BY id
  SELECT width_bucket(id, 0, 10, 5), width_bucket(i, 0, 10, 5), sinh(1), cosh(1), tanh(1), to_hex(255), to_hex(id), to_hex(i) FROM samples ORDER BY id
  SELECT asinh(0), asinh(d), acosh(1), acosh(2.5), atanh(0.5), atanh(-0.25) FROM samples ORDER BY id
  SELECT id, i * 1.5, d * d, i + f, -d, d % 3, i % 2, -7 / 2, 7 / 2.0, @ i, big + 1, big * 2 FROM samples ORDER BY id
  SELECT id FROM customers WHERE email ~ '^[a-z]+@example\\.com$' ORDER BY id
`),
  { sql: `SELECT gcd(12, 18), lcm(4, 6), gcd(id, 12), lcm(id, 0) FROM samples ORDER BY id`, refuses: ['MYSQL'] },
];
