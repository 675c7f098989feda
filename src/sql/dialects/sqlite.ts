import type { Dialect } from './dialect.js';

/**
 * SQLite. https://sqlite.org/lang.html, and src/tokenize.c for what the pages leave out.
 */
export const sqlite: Dialect = {
  name: 'SQLITE',
  quoting: {
    // the engine takes "x" for a string where no column has that name; here it stays a name
    doubleQuotes: 'name',
    backtickNames: true,
    bracketNames: true,
    backslashEscapes: false,
    prefixes: new Map([['x', { kind: 'blob', backslashEscapes: false }]]),
    unicodePrefix: false,
    charsetIntroducers: false,
    continuedStrings: false,
    dollarQuotes: false,
  },
  comments: {
    hash: false,
    dashesNeedSpace: false,
    carriageReturnEnds: false,
    nested: false,
    mayRunToEnd: true,
    executable: false,
  },
  words: { radixLetters: 'x', digitSeparators: true, mayStartWithDigit: false, mayStartWithDollar: false },
  operators: {
    spellings: [
      ...['->>'],
      ...['->', '||', '==', '<>', '!=', '<=', '>=', '<<', '>>'],
      ...['+', '-', '*', '/', '%', '=', '<', '>', '~', '&', '|'],
    ],
    characters: '',
    endingLikePlaceholders: new Set(),
    punctuation: '(),;.',
    doubleColonCasts: false,
    colonSeparates: false,
  },
  placeholders: {
    questionOperators: false,
    questionNumbers: true,
    atNames: 'placeholder',
    dollarNames: true,
    emptyList: 'SELECT NULL WHERE 1 = 0',
  },
  statements: {
    verbs: new Map([['REPLACE', 'UPSERT']]),
    readVerbs: new Set(['SELECT', 'WITH', 'VALUES', 'EXPLAIN']),
    explainVerbs: new Set(['EXPLAIN']),
    explainAnalyzeRuns: false,
    writeModifiers: new Set(),
    intoOptional: false,
    bodyOwners: new Set(['TRIGGER']),
    bodyMark: null,
  },
};
