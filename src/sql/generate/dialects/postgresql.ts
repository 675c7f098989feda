import type { GeneratorRules } from '../rules.js';

/** https://www.postgresql.org/docs/current/sql-commands.html */
export const postgresql: GeneratorRules = {
  title: 'PostgreSQL',

  nameQuote: '"',
  // standard_conforming_strings is on: a backslash is a character like any other
  stringEscapes: {},
  // X'…' is a bit string here; bytes are a string that is cast
  bytesPrefix: null,
  bitsPrefix: 'B',
  arrays: 'brackets',

  wordedOperators: {
    distinct: { text: 'IS DISTINCT FROM', bindsLike: 'is' },
    'not-distinct': { text: 'IS NOT DISTINCT FROM', bindsLike: 'is' },
  },
  negations: {},
  likeTakesOperand: false,
  // gram.y: b_expr has none of them
  notInBounds: new Set(['collate', 'at-time-zone', 'quantified']),

  valuesRow: '',
  apart: ['(', ')'],
  rollup: 'function',
  boundless: null,
  offsetFirst: 'clause',
  intoPlace: 'columns',

  shareLock: null,
  insertViolations: {},
  updateViolations: {},
  defaultValues: 'DEFAULT VALUES',
  boundsPlace: 'before-returning',

  defaultCalls: 'all',
  wrappedDefaults: new Set(),
  indexCalls: true,
  partitionPlace: 'before-options',
  partitionElements: true,
  uniqueKey: 'UNIQUE',
  autoIncrement: null,
  sequenceWords: {},
  tableOptions: { commas: false, usual: {}, special: {} },
  indexOptions: { usual: {}, special: {} },
  constraintOptions: { usual: {}, special: { TABLESPACE: { name: 'USING INDEX TABLESPACE' } } },
  triggerClauses: 'before-level',

  deallocate: 'DEALLOCATE',
  explainAssigned: new Set(),
  analyzeVerb: 'EXPLAIN ANALYZE',
};
