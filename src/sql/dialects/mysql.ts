import type { Dialect } from './dialect.js';

/**
 * MySQL and MariaDB, in their default SQL modes: no ANSI_QUOTES, no NO_BACKSLASH_ESCAPES.
 * https://dev.mysql.com/doc/refman/8.4/en/language-structure.html
 */
export const mysql: Dialect = {
  name: 'MYSQL',
  quoting: {
    doubleQuotes: 'string',
    backtickNames: true,
    bracketNames: false,
    backslashEscapes: true,
    prefixes: new Map([
      ['n', { kind: 'string', backslashEscapes: true }],
      ['b', { kind: 'blob', backslashEscapes: false }],
      ['x', { kind: 'blob', backslashEscapes: false }],
    ]),
    unicodePrefix: false,
    charsetIntroducers: true,
    continuedStrings: false,
    dollarQuotes: false,
  },
  comments: {
    hash: true,
    dashesNeedSpace: true,
    carriageReturnEnds: false,
    nested: false,
    mayRunToEnd: false,
    executable: true,
  },
  words: { radixLetters: 'xb', digitSeparators: false, mayStartWithDigit: true, mayStartWithDollar: true },
  operators: {
    spellings: [
      ...['->>', '<=>'],
      ...[':=', '->', '<=', '>=', '<>', '!=', '<<', '>>', '||', '&&'],
      ...['+', '-', '*', '/', '%', '=', '<', '>', '!', '~', '^', '&', '|', ':'],
    ],
    characters: '',
    endingLikePlaceholders: new Set(),
    // braces stand around ODBC's escapes: {d '2026-01-31'}
    punctuation: '(),;.{}',
    doubleColonCasts: false,
    colonSeparates: true,
  },
  placeholders: {
    questionOperators: false,
    questionNumbers: false,
    atNames: 'variable',
    dollarNames: false,
    emptyList: 'SELECT NULL FROM (SELECT 1) AS empty_list WHERE 1 = 0',
  },
  statements: {
    verbs: new Map([
      ['CHECK', 'UTILITY'],
      ['CHECKSUM', 'UTILITY'],
      ['FLUSH', 'UTILITY'],
      ['HELP', 'UTILITY'],
      ['KILL', 'UTILITY'],
      ['LOCK', 'UTILITY'],
      ['OPTIMIZE', 'UTILITY'],
      ['REPAIR', 'UTILITY'],
      ['REPLACE', 'UPSERT'],
      ['RESET', 'UTILITY'],
      ['UNLOCK', 'UTILITY'],
      ['XA', 'TRANSACTION'],
    ]),
    readVerbs: new Set(['SELECT', 'WITH', 'VALUES', 'TABLE', 'SHOW', 'DESCRIBE', 'DESC', 'EXPLAIN']),
    explainVerbs: new Set(['EXPLAIN', 'DESCRIBE', 'DESC']),
    explainAnalyzeRuns: true,
    writeModifiers: new Set(['LOW_PRIORITY', 'HIGH_PRIORITY', 'DELAYED', 'QUICK', 'IGNORE']),
    intoOptional: true,
    bodyOwners: new Set(['TRIGGER', 'PROCEDURE', 'FUNCTION', 'EVENT']),
    bodyMark: null,
  },
};
