import type { GeneratorRules, OptionStyles } from '../rules.js';

const INDEX_OPTIONS: OptionStyles = {
  usual: { assigned: true },
  special: { USING: {}, COMMENT: {}, 'WITH PARSER': {} },
};

/** https://dev.mysql.com/doc/refman/8.4/en/sql-statements.html */
export const mysql: GeneratorRules = {
  title: 'MySQL',

  nameQuote: '`',
  // https://dev.mysql.com/doc/refman/8.4/en/string-literals.html#character-escape-sequences
  stringEscapes: {
    '\\': '\\\\',
    '\0': '\\0',
    '\b': '\\b',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\x1a': '\\Z',
  },
  bytesPrefix: 'X',
  bitsPrefix: 'b',
  arrays: 'word',

  wordedOperators: { 'member-of': { text: 'MEMBER OF', bindsLike: 'member' } },
  negations: { distinct: 'not-distinct' },
  // sql_yacc.yy: bit_expr LIKE simple_expr
  likeTakesOperand: true,
  notInBounds: new Set(),

  valuesRow: 'ROW',
  apart: ['(', ')'],
  rollup: 'suffix',
  // the manual's own advice: https://dev.mysql.com/doc/refman/8.4/en/select.html
  boundless: '18446744073709551615',
  offsetFirst: 'comma',
  intoPlace: 'end',

  shareLock: 'LOCK IN SHARE MODE',
  insertViolations: { replace: { verb: 'REPLACE' }, ignore: { verb: 'INSERT', behind: 'IGNORE' } },
  updateViolations: { ignore: { verb: 'UPDATE', behind: 'IGNORE' } },
  defaultValues: 'VALUES ()',
  boundsPlace: 'before-returning',

  defaultCalls: new Set(['CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP']),
  // https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html: these take no literal
  wrappedDefaults: new Set(
    (
      'tinytext text mediumtext longtext tinyblob blob mediumblob longblob json geometry point linestring polygon ' +
      'multipoint multilinestring multipolygon geometrycollection'
    ).split(' '),
  ),
  indexCalls: false,
  partitionPlace: 'behind-options',
  partitionElements: false,
  uniqueKey: 'UNIQUE KEY',
  autoIncrement: 'AUTO_INCREMENT',
  sequenceWords: { 'NO CACHE': 'NOCACHE', 'NO CYCLE': 'NOCYCLE' },
  tableOptions: {
    commas: false,
    usual: { assigned: true },
    special: { CHARSET: { name: 'DEFAULT CHARSET', assigned: true } },
  },
  indexOptions: INDEX_OPTIONS,
  constraintOptions: INDEX_OPTIONS,
  triggerClauses: 'behind-level',

  deallocate: 'DEALLOCATE PREPARE',
  explainAssigned: new Set(['FORMAT']),
  // MariaDB's: https://mariadb.com/kb/en/analyze-statement/
  analyzeVerb: 'ANALYZE',
};
