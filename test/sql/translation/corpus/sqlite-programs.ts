import { plainCases, type Case } from './case.js';

/** Statements as programs on SQLite have them: names of files, numbers in texts, places in lists. */
export const sqlitePrograms: readonly Case[] = [
  ...plainCases(`
  SELECT replace(sku, rtrim(sku, replace(sku, '-', '')), '') AS last, rtrim(title, tags) AS r, ltrim(title, 'RB' || sku) AS l, trim(title, replace(title, 'e', '')) AS b FROM products ORDER BY id
  SELECT rtrim('a]b-c^d', ']^-d' || ''), trim('[x]', '[' || ']'), rtrim(title, '') FROM products ORDER BY id
  SELECT id, title || ' ' || CASE WHEN weight = CAST(weight AS INT) THEN CAST(weight AS INT) ELSE weight END AS t FROM products WHERE weight IS NOT NULL ORDER BY id
  SELECT id, 'x' || iif(weight > 5, CAST(weight AS INT), weight) || '!' AS t, 'y' || coalesce(weight, 0) AS c FROM products ORDER BY id
  SELECT p.id, key + 1 AS n, value FROM products p, json_each(p.attributes, '$.tags') ORDER BY p.id, key
  SELECT p.id, printf('%d. %s', key + 1, value) AS n FROM products p, json_each(p.attributes, '$.tags') WHERE key % 2 = 0 ORDER BY p.id, key
  SELECT sum(key), avg(key), count(key) FROM json_each('[5,6,7,1,1,1,1,1,1,1,1,1]')
  `),
  { sql: "SELECT printf('%e', 12345.678)", refuses: ['POSTGRESQL', 'MYSQL'] },
];

/** Addresses of computers. */
export const mysqlAddresses: readonly Case[] = plainCases(`
  SELECT INET_ATON('10.0.5.9'), INET_NTOA(167773449), INET_ATON('x'), INET_NTOA(NULL), INET_NTOA(0), INET_ATON('300.1.1.1')
  SELECT IS_IPV4('10.0.5.9'), IS_IPV4('256.1.1.1'), IS_IPV4('abc'), IS_IPV4(NULL), IS_IPV4('1.2.3'), IS_IPV4('1.2.3.4.5')
  SELECT INET_NTOA(3232235521 + stock) AS ip, INET_ATON(INET_NTOA(3232235521 + stock)) AS n, IS_IPV4(sku) FROM products ORDER BY id
`);
