import { describe, expect, it } from 'vitest';
import type { DragomanError } from '../../../src/errors/index.js';
import { dialects, parseStatement, type DialectName } from '../../../src/sql/index.js';

function fault(dialect: DialectName, sql: string): DragomanError {
  try {
    parseStatement(sql, dialects[dialect]);
  } catch (error) {
    return error as DragomanError;
  }
  throw new Error(`it was read: ${sql}`);
}

interface Told {
  readonly line?: number;
  readonly column: number;
  readonly found: string;
  readonly expected?: string;
  readonly hint?: RegExp;
}

const FAULTS: readonly (readonly [DialectName, string, Told])[] = [
  ['POSTGRESQL', 'SELECT id, FROM t', { column: 12, found: 'FROM', hint: /comma before FROM away/ }],
  ['POSTGRESQL', 'SELECT (a, b FROM t', { column: 14, found: 'FROM', expected: '`)`' }],
  ['POSTGRESQL', 'SELECT a b c FROM t', { column: 12, found: 'c', hint: /comma.*missing/ }],
  ['MYSQL', 'SELECT * FROM t WHERE a == 1', { column: 26, found: '=', hint: /one `=`/ }],
  ['POSTGRESQL', 'SELECT * FROM t LIMIT 10, 5', { column: 25, found: ',', hint: /LIMIT count OFFSET/ }],
  ['POSTGRESQL', 'SELECT * FROM order', { column: 15, found: 'order', hint: /reserved word/ }],
  ['POSTGRESQL', 'SELECT\n  a\nFRM t\nWHERE x', { line: 3, column: 5, found: 't' }],
  ['POSTGRESQL', 'SELECT * FROM t WHERE', { column: 22, found: 'ends too soon', expected: 'an expression' }],
  ['POSTGRESQL', 'SELECT 1 < 2 < 3', { column: 14, found: '<' }],
  ['POSTGRESQL', 'SELECT f(1', { column: 11, found: 'ends too soon', hint: /Close the parenthesis/ }],
  ['POSTGRESQL', 'INSERT INTO t (a) VALUE (1)', { column: 19, found: 'VALUE', expected: 'VALUES' }],
  ['POSTGRESQL', 'UPDATE t WHERE a = 1', { column: 10, found: 'WHERE', expected: 'SET' }],
  ['POSTGRESQL', 'DELETE t WHERE a = 1', { column: 8, found: 't', expected: 'FROM' }],
  ['POSTGRESQL', 'SELECT a FROM t GROUP a', { column: 17, found: 'GROUP' }],
  ['MYSQL', 'SELECT 1 OR 2 IN (2) IN (0)', { column: 22, found: 'IN' }],
  ['POSTGRESQL', 'SELECT a AND b < c < d', { column: 20, found: '<' }],
  ['MYSQL', 'SELECT INTERVAL 1 FORTNIGHT', { column: 19, found: 'FORTNIGHT', expected: 'unit' }],
  ['MYSQL', 'SELECT a FROM t RIGHT u USING (a)', { column: 17, found: 'RIGHT' }],
  ['SQLITE', 'SELECT a FROM t WHERE a && b', { column: 26, found: '&', hint: /AND/ }],
  ['MYSQL', 'INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING', { column: 26, found: 'ON' }],
  ['SQLITE', 'SELECT a FROM t FOR UPDATE', { column: 21, found: 'UPDATE' }],
  ['SQLITE', 'SELECT CASE WHEN 1 THEN 2', { column: 26, found: 'ends too soon', expected: 'END' }],
];

describe('a fault', () => {
  it.each(FAULTS)('%s: %s', (dialect, sql, { line = 1, column, found, expected = '', hint }) => {
    const error = fault(dialect, sql);
    expect(error.code).toBe('SQL_SYNTAX');
    expect(error.details.position).toEqual({ line, column });
    expect(error.message).toContain(found);
    expect(error.message).toContain(expected);
    if (hint !== undefined) expect(error.details.hint).toMatch(hint);
  });

  it('says what was expected, each once and not all too many', () => {
    const { message } = fault('POSTGRESQL', 'SELECT a FROM t LIMIT');
    expect(message).toMatch(/^The statement ends too soon; expected/);
    const { message: many } = fault('POSTGRESQL', 'SELECT a FROM t x y');
    const named = many.match(/`[^`]+`/g) ?? [];
    expect(new Set(named).size).toBe(named.length);
    expect(named.length).toBeLessThan(12);
  });
});

describe('what is not known', () => {
  it.each<[DialectName, string]>([
    ['POSTGRESQL', 'FROBNICATE the table'],
    ['SQLITE', 'MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE'],
    ['MYSQL', 'VACUUM t'],
  ])('%s: %s', (dialect, sql) => {
    const tree = parseStatement(sql, dialects[dialect]);
    expect(tree).toMatchObject({ kind: 'unknown', text: sql });
    expect(tree.kind === 'unknown' && tree.reason).toMatch(/starts with/);
  });
});

describe('what is too deep', () => {
  const deep = 2_000;
  it.each([
    ['parentheses', `SELECT ${'('.repeat(deep)}1${')'.repeat(deep)}`],
    ['NOT', `SELECT ${'NOT '.repeat(deep)}true`],
    ['minus', `SELECT ${'- '.repeat(deep)}1`],
    ['subqueries', `SELECT ${'(SELECT '.repeat(deep)}1${')'.repeat(deep)}`],
    ['subqueries in FROM', `SELECT 1 ${'FROM (SELECT 1 '.repeat(deep)}${') x'.repeat(deep)}`],
    ['CASE', `SELECT ${'CASE WHEN true THEN '.repeat(deep)}1${' END'.repeat(deep)}`],
    ['a chain of +', `SELECT 1${' + 1'.repeat(deep)}`],
    ['a chain of UNION', `SELECT 1${' UNION SELECT 1'.repeat(deep)}`],
    ['joins', `SELECT 1 FROM t${' JOIN t ON true'.repeat(deep)}`],
    ['functions', `SELECT ${'f('.repeat(deep)}1${')'.repeat(deep)}`],
    ['common tables', `${'WITH a AS ('.repeat(deep)}SELECT 1${') SELECT 1'.repeat(deep)}`],
    ['tables in parentheses', `SELECT 1 FROM ${'('.repeat(deep)}t${')'.repeat(deep)}`],
    ['arrays', `SELECT ARRAY${'['.repeat(deep)}1${']'.repeat(deep)}`],
  ])('%s', (_, sql) => {
    const error = fault('POSTGRESQL', sql);
    expect(error.code).toBe('REQUEST_TOO_LARGE');
    expect(error.details.limit).toEqual({ name: 'sql nesting', max: 600 });
  });

  it('is not reached by what people write', () => {
    const { MYSQL, POSTGRESQL } = dialects;
    expect(parseStatement(`SELECT ${'('.repeat(500)}1${')'.repeat(500)}`, POSTGRESQL).kind).toBe('query');
    const conditions = Array.from({ length: 20_000 }, (_, index) => `a = ${index}`);
    expect(parseStatement(`SELECT * FROM t WHERE ${conditions.join(' OR ')}`, POSTGRESQL).kind).toBe('query');
    expect(parseStatement(`SELECT ${'INTERVAL '.repeat(250)}1${' DAY'.repeat(250)}`, MYSQL).kind).toBe('query');
  });
});
