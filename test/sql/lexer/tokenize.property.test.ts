import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import {
  bindParameters,
  type Dialect,
  dialects,
  mayRead,
  returningClause,
  splitStatements,
  statementKind,
  targetTable,
  tokenize,
} from '../../../src/sql/index.js';

const PIECES = [
  ...[
    "'",
    '"',
    '`',
    '[',
    ']',
    '\\',
    '$',
    '$$',
    '$t$',
    'E',
    'U&',
    'x',
    '_utf8',
    '/*',
    '*/',
    '/*!',
    '--',
    '#',
    '\n',
    ' ',
  ],
  ...[
    '(',
    ')',
    ';',
    ',',
    '.',
    '::',
    ':',
    ':a',
    '@a',
    '@',
    '?',
    '?1',
    '$1',
    '%(a)s',
    '%',
    '=',
    '-',
    '+',
    '1',
    '0x',
    'a',
  ],
  ...['WITH', 'AS', 'SELECT', 'INTO', 'BEGIN', 'END', 'CASE', 'CREATE', 'TRIGGER', 'RETURNING', 'IN', 'SEARCH', 'é'],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary' }),
);
const dialect = fc.constantFrom(...Object.values(dialects));

/** An expectation that costs nothing: some run hundreds of thousands of times. */
function invariant(holds: boolean): void {
  if (!holds) throw new Error('an invariant does not hold');
}

/** Runs what may throw a DragomanError, and nothing else. */
function orRefused(run: () => void): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(DragomanError);
  }
}

describe('any text', () => {
  it('is read into tokens that stand one behind the other, white space alone between them', () => {
    fc.assert(
      fc.property(text, dialect, (sql, of) => {
        orRefused(() => checkCover(sql, of));
      }),
      { numRuns: 3000 },
    );
  });

  it('is analysed, or refused with a code', () => {
    fc.assert(
      fc.property(text, dialect, fc.constantFrom(undefined, [1], [[1, 2]], { a: 1 }, { a: [] }), (sql, of, params) => {
        orRefused(() => analyse(sql, of, params));
      }),
      { numRuns: 3000 },
    );
  });
});

function checkCover(sql: string, of: Dialect): void {
  let at = 0;
  for (const token of tokenize(sql, of)) {
    expect(token.start).toBeGreaterThanOrEqual(at);
    expect(token.end).toBeGreaterThan(token.start);
    expect(token.text).toBe(sql.slice(token.start, token.end));
    // MySQL's marks of executable comments are no tokens
    const between = sql
      .slice(at, token.start)
      .replaceAll(/\/\*M?!(\d{5,6})?|\*\//g, of.comments.executable ? '' : '$&');
    expect(between).toMatch(/^[ \t-\r]*$/);
    at = token.end;
  }
}

function analyse(sql: string, of: Dialect, params: unknown): void {
  for (const statement of splitStatements(sql, of)) {
    invariant(statement.text === sql.slice(statement.start, statement.end));
    invariant(/^[A-Z_]+$/.test(statementKind(statement.tokens, of)));
    mayRead(statement.tokens, of);
    returningClause(statement.tokens);
    targetTable(statement.tokens, of);
    orRefused(() => {
      const bound = bindParameters(statement, of, params);
      invariant(bound.parts.length === bound.slots.length + 1);
      invariant(bound.slots.every((slot) => slot < bound.values.length));
    });
  }
}

describe('long texts of one kind', () => {
  const LENGTH = 200_000;
  const BITS = [
    ...[
      "'",
      "''",
      '"',
      '`',
      '(',
      ')',
      '((',
      '+',
      '+-',
      '=-',
      '@-',
      '*/',
      '/*',
      '/* */',
      '-',
      '- ',
      '-- \n',
      '#',
      '?',
      '??',
    ],
    ...[
      '$',
      '$a',
      '$a$',
      '$1 ',
      ':',
      '::',
      ':a ',
      '@',
      '@a ',
      '%(',
      '%(a',
      '%(a)',
      '%%',
      '.',
      '1.',
      '1_',
      '1e',
      '0x',
      'a',
      'a ',
    ],
    ...[
      "E'a' ",
      "E'\\",
      "'a'\n",
      "U&'",
      "x'",
      '[',
      ']',
      '/*!',
      '/*! */',
      ';',
      '; ',
      'CREATE ',
      'BEGIN ',
      'END ',
      'CASE ',
    ],
    ...[
      'WITH ',
      'WITH a AS (',
      'WITH a AS (), ',
      'WITH a AS () SEARCH ',
      'AS (',
      'AS (WITH ',
      'EXPLAIN ',
      'EXPLAIN ANALYZE ',
    ],
    ...[
      'RETURNING ',
      'INTO ',
      'INSERT ',
      'IN (? ',
      'é',
      '\n',
      '\r\n',
      'CREATE DEFINER = ',
      'OR REPLACE ',
      'SELECT 1;\n',
    ],
  ];
  it.each(BITS)('%j', (bit) => {
    const sql = bit.repeat(Math.floor(LENGTH / bit.length));
    for (const of of Object.values(dialects)) orRefused(() => analyse(sql, of, undefined));
    for (const of of Object.values(dialects))
      orRefused(() => analyse(`WITH ${sql.slice(0, LENGTH / 8)}`, of, undefined));
  });
});
