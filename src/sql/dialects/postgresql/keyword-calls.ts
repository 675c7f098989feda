import type { KeywordCall } from '../grammar-rules.js';

/**
 * https://www.postgresql.org/docs/current/functions-string.html, -datetime, -json and -xml: functions with a syntax of
 * their own.
 */
export const keywordCalls: ReadonlyMap<string, KeywordCall> = new Map<string, KeywordCall>([
  ['EXTRACT', { firstIsWord: true }],
  ['SUBSTRING', { commas: true }],
  ['TRIM', { leading: ['BOTH', 'LEADING', 'TRAILING'] }],
  ['POSITION', { inSeparates: true }],
  ['OVERLAY', {}],
  ['NORMALIZE', { othersAreWords: true }],
  ['TREAT', {}],
  ['JSON', {}],
  ['JSON_ARRAY', {}],
  ['JSON_ARRAYAGG', {}],
  ['JSON_EXISTS', {}],
  ['JSON_OBJECT', { leading: ['KEY'] }],
  ['JSON_OBJECTAGG', { leading: ['KEY'] }],
  ['JSON_QUERY', {}],
  ['JSON_SCALAR', {}],
  ['JSON_SERIALIZE', {}],
  ['JSON_VALUE', {}],
  ['XMLATTRIBUTES', {}],
  ['XMLELEMENT', { leading: ['NAME'] }],
  ['XMLEXISTS', {}],
  ['XMLFOREST', {}],
  ['XMLPARSE', { leading: ['DOCUMENT', 'CONTENT'] }],
  ['XMLPI', { leading: ['NAME'] }],
  ['XMLROOT', {}],
  ['XMLSERIALIZE', { leading: ['DOCUMENT', 'CONTENT'] }],
]);
