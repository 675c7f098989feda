import { plainCases, type Case } from './case.js';

/** Meanings that statements of others ran into: bits of four bytes, patterns of numbers, times past the day, ties, lists of texts. */
export const postgresqlFirstRound: readonly Case[] = plainCases(`
  SELECT id, i << 2 AS l, 1 << 4 AS m, big << 1 AS b, (i + 2147483640) << 1 AS c FROM samples WHERE id IN (2, 3, 4, 6, 8) ORDER BY id
  SELECT to_char(-0.03, 'FM99.9') AS a, to_char(0, 'FM99.9') AS b, to_char(0, 'FM99.00') AS c, to_char(0.5, 'FM99.9') AS d, to_char(-0.5, 'FM99.9') AS e, to_char(0, 'FM90.9') AS f
`);

export const mysqlFirstRound: readonly Case[] = [
  ...plainCases(`
  SELECT ADDTIME('23:00:00', '02:00:00') AS a, SUBTIME('01:00:00', '02:00:00') AS b, MAKETIME(-5, 10, 20) AS c, MAKETIME(30, 15, 10) AS d, MAKETIME(i, 10, j) AS e FROM samples WHERE id = 1
  SELECT id, ADDTIME(TIME(at), '05:00:00') AS a, SUBTIME(TIME(at), '05:00:00') AS b, TIME(at) + INTERVAL 5 HOUR AS c, TIME(at) - INTERVAL i MINUTE AS d FROM samples ORDER BY id
  `),
  {
    sql: `SELECT id, JSON_KEYS(attributes) AS k, JSON_KEYS('{}') AS e FROM products ORDER BY id`,
    warns: { POSTGRESQL: ['JSON_KEY_ORDER'] },
  },
];

export const sqliteFirstRound: readonly Case[] = plainCases(`
  SELECT customer_id, max(total) AS mx, placed_on, id FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT id FROM customers WHERE city IN ('Paris', 'London', '') OR score NOT IN (7.25, 9.5) ORDER BY id
  SELECT id FROM customers WHERE name LIKE '%e%' ORDER BY id
  SELECT city FROM customers WHERE id > 1 UNION SELECT city FROM customers ORDER BY 1
`);
