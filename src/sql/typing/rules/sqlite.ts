import { ABSENT, always, COMPARISONS, mayBeNull, strict, type OperatorRow, type TypeGroups } from './operator-rules.js';
import type { TypingRules } from './typing-rules.js';

const groups: TypeGroups = {
  WHOLE: new Set(['BOOLEAN', 'INTEGER', 'BIGINT']),
  EXACT: new Set(['BOOLEAN', 'INTEGER', 'BIGINT', 'DECIMAL']),
  NUMBER: new Set(['BOOLEAN', 'INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT']),
  TEXTUAL: new Set(['TEXT']),
};

/** Of what is no number, each value's own text decides what comes out. */
const ARITHMETIC: readonly OperatorRow[] = [
  ['BOOLEAN', 'BOOLEAN', 'INTEGER'],
  ['NUMBER', 'NUMBER', 'COMMON'],
];
const BITS = always('INTEGER');

export const sqlite: TypingRules = {
  groups,
  binary: {
    ...COMPARISONS,
    add: strict(...ARITHMETIC),
    subtract: strict(...ARITHMETIC),
    multiply: strict(...ARITHMETIC),
    // by zero it is NULL
    divide: mayBeNull(...ARITHMETIC),
    'divide-exact': ABSENT,
    'divide-integer': ABSENT,
    modulo: mayBeNull(...ARITHMETIC),
    power: ABSENT,
    concatenate: always('TEXT'),
    'bit-and': BITS,
    'bit-or': BITS,
    'bit-xor': BITS,
    'shift-left': BITS,
    'shift-right': BITS,
    'json-get': ABSENT,
    'json-get-text': ABSENT,
    'json-path': ABSENT,
    'json-path-text': ABSENT,
    'json-find': always('JSON', 'MAY'),
    // a value of SQL, by what is found
    'json-find-text': ABSENT,
    overlaps: ABSENT,
    'member-of': ABSENT,
  },
  unary: {
    not: always('BOOLEAN'),
    minus: strict(['ANY', 'BOOLEAN', 'INTEGER'], ['ANY', 'NUMBER', 'RIGHT']),
    plus: strict(['ANY', 'ANY', 'RIGHT']),
    'bit-not': BITS,
    binary: ABSENT,
  },
  symbols: new Map(),
  prefixSymbols: new Map(),
  common: {
    // values keep their own types: only numbers are read alike whichever they are
    chains: [['BOOLEAN', 'INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT']],
    pairs: [],
    absorbing: [],
    otherwise: undefined,
  },
  literals: {
    whole: [[9_223_372_036_854_775_807n, 'INTEGER']],
    huge: 'FLOAT',
    fraction: 'FLOAT',
    exponent: 'FLOAT',
    bits: 'BINARY',
    untyped: false,
    null: undefined,
  },
  castMayFail: new Set(),
  valuesColumns: ['column', 1],
  mergedColumns: 'IN_PLACE',
  rightJoinTurns: false,
  systemColumns: new Map(['rowid', 'oid', '_rowid_'].map((name) => [name, { name: 'rowid', type: 'INTEGER' }])),
  quotedNamesMayBeText: true,
  wholeRows: false,
  hasArrays: false,
  reckonsWithTexts: true,
  distinctNames: true,
  aliasNamesColumn: false,
  recursive: { mayBeNull: false, typedByBase: false },
  returningHasAll: false,
  changedRows: undefined,
};
