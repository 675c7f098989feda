import { ABSENT, always, COMPARISONS, mayBeNull, strict, type OperatorRow, type TypeGroups } from './operator-rules.js';
import type { TypingRules } from './typing-rules.js';

const groups: TypeGroups = {
  WHOLE: new Set(['BOOLEAN', 'INTEGER', 'BIGINT']),
  EXACT: new Set(['BOOLEAN', 'INTEGER', 'BIGINT', 'DECIMAL']),
  NUMBER: new Set(['BOOLEAN', 'INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT']),
  TEXTUAL: new Set(['TEXT', 'BINARY', 'ENUM', 'JSON']),
};

/** Text is read as a double. https://dev.mysql.com/doc/refman/8.4/en/arithmetic-functions.html */
const FLOATING: readonly OperatorRow[] = [
  ['NUMBER', 'NUMBER', 'FLOAT'],
  ['TEXTUAL', 'NUMBER', 'FLOAT'],
  ['NUMBER', 'TEXTUAL', 'FLOAT'],
  ['TEXTUAL', 'TEXTUAL', 'FLOAT'],
];
const ARITHMETIC: readonly OperatorRow[] = [['WHOLE', 'WHOLE', 'BIGINT'], ['EXACT', 'EXACT', 'DECIMAL'], ...FLOATING];

/** A date stays one unless hours are added; a text stays a text. */
const DATES: readonly OperatorRow[] = [
  ['DATE', 'INTERVAL', 'DATE'],
  ['DATE', 'CLOCK_INTERVAL', 'TIMESTAMP'],
  ['TIMESTAMP', 'INTERVAL', 'TIMESTAMP'],
  ['TIMESTAMP', 'CLOCK_INTERVAL', 'TIMESTAMP'],
  ['TIMESTAMPTZ', 'INTERVAL', 'TIMESTAMP'],
  ['TIMESTAMPTZ', 'CLOCK_INTERVAL', 'TIMESTAMP'],
  ['TIME', 'CLOCK_INTERVAL', 'TIME'],
  ['TEXTUAL', 'INTERVAL', 'TEXT'],
  ['TEXTUAL', 'CLOCK_INTERVAL', 'TEXT'],
];
const TURNED_DATES = DATES.map(([date, interval, result]): OperatorRow => [interval, date, result]);

const BITS = always('BIGINT');

export const mysql: TypingRules = {
  groups,
  binary: {
    ...COMPARISONS,
    // a date that can't be is NULL
    add: { rows: [...DATES, ...TURNED_DATES, ...ARITHMETIC], nulls: 'STRICT' },
    subtract: { rows: [...DATES, ...ARITHMETIC], nulls: 'STRICT' },
    multiply: strict(...ARITHMETIC),
    divide: mayBeNull(['EXACT', 'EXACT', 'DECIMAL'], ...FLOATING),
    'divide-exact': mayBeNull(['EXACT', 'EXACT', 'DECIMAL'], ...FLOATING),
    'divide-integer': always('BIGINT', 'MAY'),
    modulo: mayBeNull(...ARITHMETIC),
    power: always('FLOAT', 'MAY'),
    concatenate: strict(['BINARY', 'ANY', 'BINARY'], ['ANY', 'BINARY', 'BINARY'], ['TEXT', 'TEXT', 'TEXT']),
    'bit-and': BITS,
    'bit-or': BITS,
    'bit-xor': BITS,
    'shift-left': BITS,
    'shift-right': BITS,
    'json-get': ABSENT,
    'json-get-text': ABSENT,
    'json-path': always('JSON', 'MAY'),
    'json-path-text': always('TEXT', 'MAY'),
    'json-find': ABSENT,
    'json-find-text': ABSENT,
    overlaps: ABSENT,
    'member-of': always('BOOLEAN', 'MAY'),
  },
  unary: {
    not: always('BOOLEAN'),
    minus: strict(['ANY', 'WHOLE', 'BIGINT'], ['ANY', 'NUMBER', 'RIGHT'], ['ANY', 'TEXTUAL', 'FLOAT']),
    plus: strict(['ANY', 'ANY', 'RIGHT']),
    'bit-not': always('BIGINT'),
    binary: always('BINARY'),
  },
  symbols: new Map(),
  prefixSymbols: new Map(),
  common: {
    chains: [
      ['BOOLEAN', 'INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT'],
      ['DATE', 'TIMESTAMP'],
      ['TIMESTAMPTZ', 'TIMESTAMP'],
    ],
    pairs: [
      ['DATE', 'TIMESTAMPTZ', 'TIMESTAMP'],
      ['TIME', 'DATE', 'TIMESTAMP'],
      ['TIME', 'TIMESTAMP', 'TIMESTAMP'],
      ['TIME', 'TIMESTAMPTZ', 'TIMESTAMP'],
    ],
    absorbing: ['BINARY'],
    otherwise: 'TEXT',
  },
  literals: {
    whole: [
      [2_147_483_647n, 'INTEGER'],
      [18_446_744_073_709_551_615n, 'BIGINT'],
    ],
    huge: 'DECIMAL',
    fraction: 'DECIMAL',
    exponent: 'FLOAT',
    bits: 'BINARY',
    untyped: false,
    null: undefined,
  },
  castMayFail: new Set(['DATE', 'TIME', 'TIMESTAMP', 'TIMESTAMPTZ', 'FLOAT']),
  valuesColumns: ['column_', 0],
  mergedColumns: 'AS_IN_TABLE',
  rightJoinTurns: true,
  systemColumns: new Map(),
  quotedNamesMayBeText: false,
  wholeRows: false,
  hasArrays: false,
  reckonsWithTexts: true,
  distinctNames: false,
  aliasNamesColumn: false,
  recursive: { mayBeNull: true, typedByBase: true },
  returningHasAll: false,
  changedRows: undefined,
};
