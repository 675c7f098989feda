import type { KeywordCall } from '../grammar-rules.js';

/** https://dev.mysql.com/doc/refman/8.4/en/string-functions.html, date-and-time-functions.html, cast-functions.html */
export const keywordCalls: ReadonlyMap<string, KeywordCall> = new Map<string, KeywordCall>([
  ['EXTRACT', { firstIsWord: true }],
  ['TIMESTAMPADD', { firstIsWord: true }],
  ['TIMESTAMPDIFF', { firstIsWord: true }],
  ['GET_FORMAT', { firstIsWord: true }],
  ['SUBSTRING', { commas: true }],
  ['SUBSTR', { commas: true }],
  ['MID', { commas: true }],
  ['TRIM', { leading: ['BOTH', 'LEADING', 'TRAILING'] }],
  ['POSITION', { inSeparates: true }],
  ['CONVERT', { casts: true }],
  ['CHAR', {}],
  ['WEIGHT_STRING', {}],
  ['JSON_VALUE', {}],
  // MariaDB's dynamic columns: a value AS type
  ['COLUMN_ADD', {}],
  ['COLUMN_CREATE', {}],
  ['COLUMN_GET', {}],
]);
