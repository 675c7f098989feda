import { plainCases, type Case } from './case.js';

export const mysqlText: readonly Case[] = [
  ...plainCases(`
  SELECT LENGTH(name), CHAR_LENGTH(name), BIT_LENGTH(name), LENGTH(credit) FROM customers ORDER BY id
  SELECT LOWER(name), UPPER(name), LCASE(city), UCASE('ab') FROM customers ORDER BY id
  SELECT id FROM customers WHERE LOWER(email) = 'eve@example.com'
  SELECT CONCAT(name, ' <', email, '>'), CONCAT_WS(', ', name, city), CONCAT(customers.id, "-", active), CONCAT('$', total), CONCAT_WS('', city, email), CONCAT_WS(city, name, email) FROM customers JOIN orders ON orders.customer_id = customers.id ORDER BY orders.id
  SELECT CONCAT('total: ', total), CONCAT('f', f), CONCAT('d', d), CONCAT(f * 2, 'y'), CONCAT('q', d * 2), CONCAT('r', ROUND(d, 1)), CONCAT('s', SUM(d)) FROM orders JOIN samples ON samples.id = orders.id GROUP BY orders.id, total, f, d ORDER BY orders.id
  SELECT TRIM(name), LTRIM(name), RTRIM('a  '), TRIM(LEADING 'A' FROM name), TRIM(TRAILING 'e' FROM name), TRIM(BOTH FROM name), TRIM('A' FROM name) FROM customers ORDER BY id
  SELECT REVERSE(name), REPEAT(t, 2), REPEAT('ab', i), LPAD(t, 5, 'xy'), RPAD(t, 5, '*'), LPAD(customers.id, 3, '0'), SPACE(2), LPAD(t, i, 'z'), CONCAT('[', SPACE(i), ']') FROM customers JOIN samples USING (id) ORDER BY id
  SELECT REPLACE(name, 'a', '_'), REPLACE(credit, '.', ',') FROM customers ORDER BY id
`),
  { sql: `SELECT TRIM(BOTH 'xy' FROM 'xyxyabcxyx')`, refuses: ['SQLITE'] },
];
