import type { DialectName } from '../../../../src/sql/index.js';
import { plainCases, type Case } from './case.js';

const anywhere = `
  SELECT id FROM customers WHERE city = 'london' ORDER BY id
  SELECT id FROM customers WHERE city <> 'LONDON' ORDER BY id
  SELECT id FROM customers WHERE name IN ('ADA LOVELACE', 'eve adams', 'chloe dupont') ORDER BY id
  SELECT id FROM samples WHERE t = u ORDER BY id
  SELECT id FROM samples WHERE t IN (SELECT u FROM samples) ORDER BY id
  SELECT a.id, b.id FROM samples a JOIN samples b ON a.t = b.u ORDER BY a.id, b.id
  SELECT id FROM customers ORDER BY name, id
  SELECT id FROM samples ORDER BY t DESC, id
  SELECT id FROM customers WHERE name < 'b' ORDER BY id
  SELECT id FROM customers WHERE name BETWEEN 'B' AND 'E' ORDER BY id
  SELECT COUNT(DISTINCT city), COUNT(DISTINCT name) FROM customers
  SELECT COUNT(*) FROM orders WHERE note = 'GIFT'
  SELECT id, CASE city WHEN 'LONDON' THEN 1 ELSE 0 END AS here FROM customers ORDER BY id
  SELECT id, ROW_NUMBER() OVER (ORDER BY name, id) AS n FROM customers ORDER BY id
  SELECT id, NULLIF(t, 'ABC') AS other FROM samples ORDER BY id
  SELECT DISTINCT city FROM customers ORDER BY 1
  SELECT city, COUNT(*) AS n FROM customers GROUP BY city ORDER BY city
  SELECT note, COUNT(*) AS n FROM orders GROUP BY note ORDER BY n DESC, note
  SELECT city AS place, COUNT(*) AS n FROM customers WHERE city IS NOT NULL GROUP BY city ORDER BY place DESC
  SELECT UPPER(LEFT(name, 1)) AS letter, COUNT(*) AS n FROM customers GROUP BY UPPER(LEFT(name, 1)) ORDER BY letter
  SELECT customers.id, name, COUNT(*) AS n FROM customers JOIN orders ON customer_id = customers.id GROUP BY customers.id, name ORDER BY name
`;

/** Of several texts that are the same to MySQL nobody can tell which one these take. */
const bytesAlone = `
  SELECT MIN(t), MAX(t) FROM samples
`;

const ofMysql = `
  SELECT id FROM customers WHERE BINARY city = 'london' ORDER BY id
  SELECT id FROM customers WHERE city COLLATE utf8mb4_bin = 'London' ORDER BY id
  SELECT id FROM products WHERE JSON_UNQUOTE(JSON_EXTRACT(attributes, '$.color')) = 'Red' ORDER BY id
  SELECT DAYNAME(placed_on) AS d, COUNT(*) AS n FROM orders GROUP BY d ORDER BY d
  SELECT DATE_FORMAT(placed_on, '%Y-%m') AS m, GROUP_CONCAT(DISTINCT DATE_FORMAT(placed_on, '%b') ORDER BY DATE_FORMAT(placed_on, '%b')) AS g FROM orders GROUP BY m ORDER BY m
  SELECT country, city, COUNT(*) AS n FROM customers WHERE id > 6 GROUP BY country, city WITH ROLLUP
`;

const ofBytes = `
  SELECT city FROM customers UNION SELECT country FROM customers ORDER BY 1
  SELECT city FROM customers EXCEPT SELECT 'London' ORDER BY 1
  SELECT t FROM samples INTERSECT SELECT u FROM samples ORDER BY 1
  SELECT DISTINCT s.city FROM (SELECT DISTINCT city FROM customers) s ORDER BY s.city
  SELECT COUNT(*) FROM (SELECT DISTINCT * FROM (SELECT t FROM samples UNION ALL SELECT u FROM samples) b) c
  SELECT id FROM orders WHERE note LIKE 'back\\%' ORDER BY id
`;

const refusing = (text: string): Case[] =>
  plainCases(text).map((one) => ({ ...one, refuses: ['POSTGRESQL', 'SQLITE'] }));

/** Statements whose rows hang on how text compares, which the source’s rules are kept for. */
export const textComparisons: readonly (readonly [dialect: DialectName, cases: readonly Case[]])[] = [
  ['POSTGRESQL', plainCases(anywhere + bytesAlone + ofBytes)],
  ['MYSQL', [...plainCases(anywhere + ofMysql), ...refusing(bytesAlone)]],
  ['SQLITE', plainCases(anywhere.replaceAll('LEFT(name, 1)', 'substr(name, 1, 1)') + bytesAlone + ofBytes)],
];
