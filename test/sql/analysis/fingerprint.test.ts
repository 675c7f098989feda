import { describe, expect, it } from 'vitest';
import { analyse, dialects, parseStatement, patternOf, type DialectName } from '../../../src/sql/index.js';

function fingerprint(sql: string, dialect: DialectName = 'POSTGRESQL'): string {
  return analyse(parseStatement(sql, dialects[dialect]), dialects[dialect]).fingerprint;
}

describe('a fingerprint', () => {
  it.each([
    ['values', 'SELECT a FROM t WHERE b = 1', "select A from T where B = 'x'"],
    ['parameters', 'SELECT a FROM t WHERE b = $1', 'SELECT a FROM t WHERE b = 7'],
    ['negative numbers', 'SELECT a FROM t WHERE b = -1', 'SELECT a FROM t WHERE b = 7'],
    ['lists', 'SELECT a FROM t WHERE b IN (1, 2, 3)', 'SELECT a FROM t WHERE b IN (9)'],
    ['rows', 'INSERT INTO t (a, b) VALUES (1, 2), (3, 4)', 'INSERT INTO t (a, b) VALUES (5, 6)'],
    ['white space and comments', 'SELECT a -- all\nFROM t', 'SELECT a FROM /* the */ t'],
    ['quotes', 'SELECT "a" FROM t', 'SELECT a FROM t'],
    ['parentheses', 'SELECT (a) FROM t WHERE ((b = 1))', 'SELECT a FROM t WHERE b = 1'],
    ['spelling', 'SELECT CAST(a AS int) FROM t WHERE b <> 1', 'SELECT a::int FROM t WHERE b != 1'],
    ['names of a function', 'SELECT char_length(a) FROM t', 'SELECT length(a) FROM t'],
  ])('folds %s', (_, one, other) => {
    expect(fingerprint(one)).toBe(fingerprint(other));
    expect(fingerprint(one)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['SELECT a FROM t', 'SELECT b FROM t'],
    ['SELECT a FROM t', 'SELECT a FROM u'],
    ['SELECT a, b FROM t', 'SELECT b, a FROM t'],
    ['SELECT a FROM t WHERE b = 1', 'SELECT a FROM t WHERE b > 1'],
    ['SELECT a FROM t WHERE b IN (1, 2)', 'SELECT a FROM t WHERE b NOT IN (1, 2)'],
    ['SELECT a FROM t ORDER BY a', 'SELECT a FROM t ORDER BY a DESC'],
    ['SELECT DISTINCT a FROM t', 'SELECT a FROM t'],
    ['SELECT a FROM t LEFT JOIN u USING (a)', 'SELECT a FROM t JOIN u USING (a)'],
    ['SELECT a AND b OR c FROM t', 'SELECT a AND (b OR c) FROM t'],
    ['SELECT a - (b - c) FROM t', 'SELECT a - b - c FROM t'],
    ['SELECT ab, c FROM t', 'SELECT a, bc FROM t'],
    ['SELECT count(a) FROM t', 'SELECT count(DISTINCT a) FROM t'],
  ])('tells %s from %s', (one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });

  it.each<[DialectName, string, DialectName, string]>([
    ['POSTGRESQL', 'SELECT "a" FROM t WHERE b = $1 LIMIT 5', 'MYSQL', 'select `a` from t where b = ? limit 5'],
    ['POSTGRESQL', 'SELECT a FROM t LIMIT 5 OFFSET 10', 'MYSQL', 'SELECT a FROM t LIMIT 10, 5'],
    ['POSTGRESQL', 'SELECT a || b FROM t', 'SQLITE', 'SELECT a || b FROM t'],
    ['POSTGRESQL', 'SELECT length(a) FROM t', 'MYSQL', 'SELECT char_length(a) FROM t'],
    ['POSTGRESQL', 'SELECT a FROM t WHERE b IS NOT DISTINCT FROM 1', 'MYSQL', 'SELECT a FROM t WHERE b <=> 1'],
    ['POSTGRESQL', 'SELECT a FROM t WHERE b IS NOT DISTINCT FROM c', 'SQLITE', 'SELECT a FROM t WHERE b IS c'],
  ])('%s %s is %s %s', (oneDialect, one, otherDialect, other) => {
    expect(fingerprint(one, oneDialect)).toBe(fingerprint(other, otherDialect));
  });

  it.each<[DialectName, string, DialectName, string]>([
    ['POSTGRESQL', 'SELECT a || b FROM t', 'MYSQL', 'SELECT a || b FROM t'],
    ['POSTGRESQL', 'SELECT a ^ b FROM t', 'MYSQL', 'SELECT a ^ b FROM t'],
    ['POSTGRESQL', 'SELECT a / b FROM t', 'MYSQL', 'SELECT a / b FROM t'],
    ['POSTGRESQL', 'SELECT "a" FROM t', 'MYSQL', 'SELECT "a" FROM t'],
  ])('%s %s is not %s %s', (oneDialect, one, otherDialect, other) => {
    expect(fingerprint(one, oneDialect)).not.toBe(fingerprint(other, otherDialect));
  });
});

describe('a pattern', () => {
  it.each<[DialectName, string, string]>([
    ['POSTGRESQL', "select a from t where b in (1,2) and c = 'x'", 'SELECT a FROM t WHERE b IN (?) AND c = ?'],
    ['MYSQL', 'INSERT INTO t (a) VALUES (1), (-2)', 'INSERT INTO t (a) VALUES (?)'],
    ['SQLITE', 'SELECT a -- why\nFROM t LIMIT :n', 'SELECT a FROM t LIMIT ?'],
  ])('%s: %s', (name, sql, pattern) => {
    expect(patternOf(parseStatement(sql, dialects[name]), dialects[name])).toBe(pattern);
  });
});
