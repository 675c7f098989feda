import {
  ABSENT,
  always,
  COMPARISONS,
  mayBeNull,
  strict,
  type OperatorRow,
  type OperatorRule,
  type TypeGroups,
} from './operator-rules.js';
import type { TypingRules } from './typing-rules.js';

const groups: TypeGroups = {
  WHOLE: new Set(['INTEGER', 'BIGINT']),
  EXACT: new Set(['INTEGER', 'BIGINT', 'DECIMAL']),
  NUMBER: new Set(['INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT']),
  TEXTUAL: new Set(['TEXT', 'ENUM']),
};

const NUMBERS: OperatorRow = ['NUMBER', 'NUMBER', 'COMMON'];
const BITS = strict(['WHOLE', 'WHOLE', 'COMMON'], ['OTHER', 'OTHER', 'OTHER']);
const SHIFT = strict(['WHOLE', 'WHOLE', 'LEFT']);

/** https://www.postgresql.org/docs/current/functions-datetime.html#OPERATORS-DATETIME-TABLE, and pg_operator. */
const add = strict(
  NUMBERS,
  ['TIMESTAMPTZ', 'INTERVAL', 'TIMESTAMPTZ'],
  ['INTERVAL', 'TIMESTAMPTZ', 'TIMESTAMPTZ'],
  ['TIMESTAMP', 'INTERVAL', 'TIMESTAMP'],
  ['INTERVAL', 'TIMESTAMP', 'TIMESTAMP'],
  ['DATE', 'WHOLE', 'DATE'],
  ['WHOLE', 'DATE', 'DATE'],
  ['DATE', 'INTERVAL', 'TIMESTAMP'],
  ['INTERVAL', 'DATE', 'TIMESTAMP'],
  ['DATE', 'TIME', 'TIMESTAMP'],
  ['TIME', 'DATE', 'TIMESTAMP'],
  ['TIME', 'INTERVAL', 'TIME'],
  ['INTERVAL', 'TIME', 'TIME'],
  ['INTERVAL', 'INTERVAL', 'INTERVAL'],
);

const subtract = strict(
  NUMBERS,
  ['TIMESTAMPTZ', 'INTERVAL', 'TIMESTAMPTZ'],
  ['TIMESTAMP', 'INTERVAL', 'TIMESTAMP'],
  ['TIMESTAMPTZ', 'TIMESTAMPTZ', 'INTERVAL'],
  ['TIMESTAMP', 'TIMESTAMP', 'INTERVAL'],
  ['TIMESTAMP', 'TIMESTAMPTZ', 'INTERVAL'],
  ['TIMESTAMPTZ', 'TIMESTAMP', 'INTERVAL'],
  ['DATE', 'DATE', 'INTEGER'],
  ['DATE', 'WHOLE', 'DATE'],
  ['DATE', 'INTERVAL', 'TIMESTAMP'],
  ['DATE', 'TIMESTAMP', 'INTERVAL'],
  ['DATE', 'TIMESTAMPTZ', 'INTERVAL'],
  ['TIMESTAMP', 'DATE', 'INTERVAL'],
  ['TIMESTAMPTZ', 'DATE', 'INTERVAL'],
  ['DATE', 'TIME', 'TIMESTAMP'],
  ['TIME', 'TIME', 'INTERVAL'],
  ['TIME', 'INTERVAL', 'TIME'],
  ['INTERVAL', 'INTERVAL', 'INTERVAL'],
  ['JSON', 'TEXT', 'JSON'],
  ['JSON', 'WHOLE', 'JSON'],
  ['JSON', 'ARRAY', 'JSON'],
  ['JSON', 'JSON', 'JSON'],
);

type SymbolRows = readonly (readonly [symbols: string, rule: OperatorRule])[];
const bySymbol = (rows: SymbolRows): ReadonlyMap<string, OperatorRule> =>
  new Map(rows.flatMap(([symbols, rule]) => symbols.split(' ').map((symbol) => [symbol, rule] as const)));

/** The symbols that the tree has no meaning for: https://www.postgresql.org/docs/current/functions.html */
const symbols = bySymbol([
  ['@> <@ ? ?| ?& -|- &< &> <<| |>> &<| |&> <^ >^ ?# ?- ?|| ?-| ~= ^@ <<= >>=', always('BOOLEAN')],
  ['~<~ ~<=~ ~>=~ ~>~ *= *<> *< *> *<= *>=', always('BOOLEAN')],
  // of text searches it is another one
  ['&&', strict(['ARRAY', 'ANY', 'BOOLEAN'], ['ANY', 'ARRAY', 'BOOLEAN'])],
  ['@? @@ @@@', always('BOOLEAN', 'MAY')],
  ['#>', always('JSON', 'MAY')],
  ['#>>', always('TEXT', 'MAY')],
  ['#-', always('JSON')],
  ['##', always('OTHER')],
]);

const prefixSymbols = bySymbol([
  ['|/ ||/ @-@', always('FLOAT')],
  ['@', strict(['ANY', 'NUMBER', 'RIGHT'])],
  ['!! @@', always('OTHER')],
  ['?- ?|', always('BOOLEAN')],
  ['#', always('INTEGER')],
]);

export const postgresql: TypingRules = {
  groups,
  binary: {
    ...COMPARISONS,
    add,
    subtract,
    // whatever it is multiplied by is a number
    multiply: strict(NUMBERS, ['INTERVAL', 'ANY', 'INTERVAL'], ['ANY', 'INTERVAL', 'INTERVAL']),
    divide: strict(NUMBERS, ['INTERVAL', 'ANY', 'INTERVAL']),
    'divide-exact': ABSENT,
    'divide-integer': ABSENT,
    modulo: strict(NUMBERS),
    power: strict(
      ['FLOAT', 'NUMBER', 'FLOAT'],
      ['NUMBER', 'FLOAT', 'FLOAT'],
      ['DECIMAL', 'NUMBER', 'DECIMAL'],
      ['NUMBER', 'DECIMAL', 'DECIMAL'],
      ['NUMBER', 'NUMBER', 'FLOAT'],
    ),
    concatenate: strict(
      ['ARRAY', 'ANY', 'LEFT'],
      ['ANY', 'ARRAY', 'RIGHT'],
      ['JSON', 'JSON', 'JSON'],
      ['BINARY', 'BINARY', 'BINARY'],
      ['TEXT', 'ANY', 'TEXT'],
      ['ANY', 'TEXT', 'TEXT'],
    ),
    'bit-and': BITS,
    'bit-or': BITS,
    'bit-xor': BITS,
    'shift-left': SHIFT,
    'shift-right': SHIFT,
    'json-get': always('JSON', 'MAY'),
    'json-get-text': always('TEXT', 'MAY'),
    'json-path': ABSENT,
    'json-path-text': ABSENT,
    'json-find': ABSENT,
    'json-find-text': ABSENT,
    overlaps: always('BOOLEAN', 'MAY'),
    'member-of': ABSENT,
  },
  unary: {
    not: always('BOOLEAN'),
    minus: strict(['ANY', 'NUMBER', 'RIGHT'], ['ANY', 'INTERVAL', 'RIGHT'], ['ANY', 'OTHER', 'RIGHT']),
    plus: strict(['ANY', 'NUMBER', 'RIGHT']),
    'bit-not': strict(['ANY', 'WHOLE', 'RIGHT'], ['ANY', 'OTHER', 'RIGHT']),
    binary: mayBeNull(),
  },
  symbols,
  prefixSymbols,
  common: {
    chains: [
      ['INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT'],
      ['DATE', 'TIMESTAMP', 'TIMESTAMPTZ'],
      ['TIME', 'INTERVAL'],
    ],
    pairs: [],
    absorbing: [],
    otherwise: undefined,
  },
  literals: {
    whole: [
      [2_147_483_647n, 'INTEGER'],
      [9_223_372_036_854_775_807n, 'BIGINT'],
    ],
    huge: 'DECIMAL',
    fraction: 'DECIMAL',
    exponent: 'DECIMAL',
    bits: 'OTHER',
    untyped: true,
    null: 'TEXT',
  },
  castMayFail: new Set(),
  valuesColumns: ['column', 1],
  mergedColumns: 'AS_LISTED',
  rightJoinTurns: false,
  systemColumns: new Map(
    ['tableoid', 'ctid', 'xmin', 'cmin', 'xmax', 'cmax'].map((name) => [name, { name, type: 'OTHER' }]),
  ),
  quotedNamesMayBeText: false,
  wholeRows: true,
  hasArrays: true,
  reckonsWithTexts: false,
  distinctNames: false,
  aliasNamesColumn: true,
  recursive: { mayBeNull: false, typedByBase: true },
  returningHasAll: true,
  changedRows: ['old', 'new'],
};
