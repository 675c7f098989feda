import { plainCases, type Case } from './case.js';

/** JSON_SEARCH: whether a text is in a document, and where. */
export const mysqlJsonSearches: readonly Case[] = [
  ...plainCases(`
  SELECT id FROM products WHERE JSON_SEARCH(attributes, 'one', 'wood') IS NOT NULL ORDER BY id
  SELECT id FROM products WHERE JSON_SEARCH(attributes, 'one', 'wo%', NULL, '$.tags') IS NOT NULL ORDER BY id
  SELECT id, JSON_SEARCH(attributes, 'all', 'blue', NULL, '$.color') IS NULL AS n FROM products ORDER BY id
  `),
  ...plainCases(String.raw`
  SELECT JSON_SEARCH('["abc",{"a":"xabc","b":["abc"]},"d"]', 'one', 'abc') a, JSON_SEARCH('["abd","abc",{"a":"xabc","b":["abc"]}]', 'all', 'abc') b, JSON_SEARCH('["ABC","abc"]', 'all', '%b%') c
  SELECT JSON_SEARCH('["a"]', 'one', 'z') e, JSON_SEARCH('{"c":{"d":"x"},"e":"y"}', 'all', 'x') f, JSON_SEARCH('"abc"', 'one', 'abc') g, JSON_SEARCH('["a","b"]', 'ONE', NULL) h
  SELECT JSON_SEARCH('{"t":["x"],"u":["x"]}', 'one', 'x', NULL, '$.u') i, JSON_SEARCH('["a_c","abc"]', 'all', 'a\\_c') j, JSON_UNQUOTE(JSON_SEARCH('["x"]', 'one', 'x')) k
  SELECT id, JSON_SEARCH(attributes, 'one', 'wood') s, JSON_SEARCH(attributes, 'all', 'blue') a FROM products ORDER BY id
  `).map((one) => ({ ...one, warns: { POSTGRESQL: ['JSON_KEY_ORDER'] } })),
  {
    sql: `SELECT JSON_SEARCH('[4,"5"]', 'all', '5') a`,
    warns: { POSTGRESQL: ['JSON_KEY_ORDER', 'SERVER_FLAVOUR'], SQLITE: ['SERVER_FLAVOUR'] },
  },
];
