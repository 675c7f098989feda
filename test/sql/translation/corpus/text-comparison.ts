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
  SELECT id, COALESCE(NULLIF(city, ''), 'unknown') AS city FROM customers ORDER BY city, id
`;

const bytesAlone = `
  SELECT DISTINCT city FROM customers ORDER BY 1
  SELECT city, COUNT(*) AS n FROM customers GROUP BY city ORDER BY city
  SELECT MIN(t), MAX(t) FROM samples
  SELECT note, COUNT(*) AS n FROM orders GROUP BY note ORDER BY n DESC, note
`;

const refusing = (text: string): Case[] =>
  plainCases(text).map((one) => ({ ...one, refuses: ['POSTGRESQL', 'SQLITE'] }));

/** Statements whose rows hang on how text compares, which the source’s rules are kept for. */
export const textComparisons: readonly (readonly [dialect: DialectName, cases: readonly Case[]])[] = [
  ['POSTGRESQL', plainCases(anywhere + bytesAlone)],
  ['MYSQL', [...plainCases(anywhere), ...refusing(bytesAlone)]],
  ['SQLITE', plainCases(anywhere + bytesAlone)],
];
