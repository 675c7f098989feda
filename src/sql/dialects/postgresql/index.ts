import type { Dialect } from '../dialect.js';
import { keywordCalls } from './keyword-calls.js';
import { keywords } from './keywords.js';
import { operators } from './operators.js';

/**
 * PostgreSQL, with `standard_conforming_strings` on.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */
export const postgresql: Dialect = {
  name: 'POSTGRESQL',
  quoting: {
    doubleQuotes: 'name',
    backtickNames: false,
    bracketNames: false,
    backslashEscapes: false,
    prefixes: new Map([
      ['e', { kind: 'string', backslashEscapes: true }],
      ['n', { kind: 'string', backslashEscapes: false }],
      ['b', { kind: 'blob', backslashEscapes: false }],
      ['x', { kind: 'blob', backslashEscapes: false }],
    ]),
    unicodePrefix: true,
    charsetIntroducers: false,
    continuedStrings: true,
    dollarQuotes: true,
  },
  comments: {
    hash: false,
    dashesNeedSpace: false,
    carriageReturnEnds: true,
    nested: true,
    mayRunToEnd: false,
    executable: false,
  },
  words: { radixLetters: 'xob', digitSeparators: true, mayStartWithDigit: false, mayStartWithDollar: false },
  signs: {
    spellings: ['::', ':=', ':'],
    characters: '+-*/<>=~!@#%^&|`?',
    // jsonpath, containment, text search, ltree and geometry; see the manual's chapter 9
    endingLikePlaceholders: new Set(['@?', '<@', '@@', '@@@', '@-@', '^@', '^<@', '?<@', '?@']),
    punctuation: '()[],;.',
    doubleColonCasts: true,
    colonSeparates: true,
  },
  placeholders: {
    questionOperators: true,
    questionNumbers: false,
    atNames: 'placeholder',
    dollarNames: false,
    emptyList: 'SELECT NULL WHERE 1 = 0',
  },
  statements: {
    verbs: new Map([
      ['ABORT', 'TRANSACTION'],
      ['CHECKPOINT', 'UTILITY'],
      ['CLUSTER', 'UTILITY'],
      ['COMMENT', 'UTILITY'],
      ['DEALLOCATE', 'UTILITY'],
      ['DISCARD', 'UTILITY'],
      ['LISTEN', 'UTILITY'],
      ['LOCK', 'UTILITY'],
      ['NOTIFY', 'UTILITY'],
      ['REFRESH', 'UTILITY'],
      ['RESET', 'UTILITY'],
      ['UNLISTEN', 'UTILITY'],
    ]),
    readVerbs: new Set(['SELECT', 'WITH', 'VALUES', 'TABLE', 'SHOW', 'EXPLAIN']),
    explainVerbs: new Set(['EXPLAIN']),
    explainAnalyzeRuns: true,
    clientLines: 'backslash',
    changes: new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']),
    writeModifiers: new Set(['ONLY']),
    intoOptional: false,
    bodyOwners: new Set(['FUNCTION', 'PROCEDURE']),
    readPragmas: new Map(),
    systemTables: /^(?:(?:[^.]+\.)?(?:pg_catalog|information_schema)\.|pg_)/,
    systemSchema: 'pg_catalog',
    ownOperators: new Set(
      (
        '@> <@ ? ?| ?& @? @@ @@@ #> #>> #- && -|- &< &> <<| |>> &<| |&> ## <-> @-@ ?# ?- ?|| ?-| ~= |/ ||/ @ !! <^ >^ ' +
        '~<~ ~<=~ ~>=~ ~>~ ^@ *= *<> *< *> *<= *>= >>= <<= << >> -> ->> || + - * / % ^ = <> < > <= >= ~ & | #'
      ).split(' '),
    ),
    momentsInText: true,
    bodyMark: 'ATOMIC',
  },
  keywords,
  keywordCalls,
  operators,
  features: {
    foldsNames: true,
    hexIsBits: true,
    hexNumbersAreBytes: false,
    joinsStrings: false,
    typedLiterals: 'any',
    intervalUnits: false,
    composites: true,
    intersectFirst: true,
    isComparesValues: false,
    limitComma: false,
    boundlessLimit: '',
    fetchFirst: true,
    selectInto: 'table',
    rowLocks: true,
    inheritance: true,
    emptySelect: true,
    dualTable: '',
    valuesIsCall: false,
    insertAliases: true,
    onConflict: true,
    duplicateKeys: false,
    joinedChanges: false,
    boundedChanges: false,
    sequenceValues: false,
    callableTables: false,
    anyWordsAreType: false,
    typeAttributes: false,
    alwaysRecursive: false,
    seesLaterTables: true,
    commonTablesWithCase: false,
    inTable: false,
  },
};
