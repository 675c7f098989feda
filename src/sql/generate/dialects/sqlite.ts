import type { Violation } from '../../ast/index.js';
import type { GeneratorRules, ViolationWords } from '../rules.js';

const VIOLATIONS: readonly Violation[] = ['replace', 'ignore', 'abort', 'fail', 'rollback'];

const orActions = (verb: string): Readonly<Record<string, ViolationWords>> =>
  Object.fromEntries(VIOLATIONS.map((action) => [action, { verb: `${verb} OR ${action.toUpperCase()}` }]));

/** https://sqlite.org/lang.html */
export const sqlite: GeneratorRules = {
  title: 'SQLite',

  nameQuote: '"',
  stringEscapes: {},
  bytesPrefix: 'X',
  bitsPrefix: null,
  arrays: 'brackets',

  wordedOperators: {
    distinct: { text: 'IS NOT', bindsLike: 'is' },
    'not-distinct': { text: 'IS', bindsLike: 'is' },
  },
  negations: {},
  likeTakesOperand: false,
  notInBounds: new Set(),

  valuesRow: '',
  // a part of a compound query takes no parentheses
  apart: ['SELECT * FROM (', ')'],
  rollup: null,
  boundless: '-1',
  offsetFirst: 'comma',
  intoPlace: 'end',

  shareLock: null,
  insertViolations: orActions('INSERT'),
  updateViolations: orActions('UPDATE'),
  defaultValues: 'DEFAULT VALUES',
  boundsPlace: 'behind-returning',

  defaultCalls: new Set(['CURRENT_DATE', 'CURRENT_TIME', 'CURRENT_TIMESTAMP']),
  wrappedDefaults: new Set(),
  indexCalls: true,
  partitionPlace: 'before-options',
  partitionElements: true,
  uniqueKey: 'UNIQUE',
  autoIncrement: null,
  sequenceWords: {},
  tableOptions: { commas: true, usual: {}, special: {} },
  indexOptions: { usual: {}, special: {} },
  constraintOptions: { usual: {}, special: {} },
  triggerClauses: 'before-level',

  deallocate: 'DEALLOCATE',
  explainAssigned: new Set(),
  analyzeVerb: 'EXPLAIN ANALYZE',
};
