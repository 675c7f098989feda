import { describe, expect, it } from 'vitest';
import {
  dialects,
  parseStatement,
  translateStatement,
  type DialectName,
  type Fidelity,
} from '../../../src/sql/index.js';

function translated(from: DialectName, to: DialectName, sql: string, fidelity: Fidelity) {
  const { sql: made, notices } = translateStatement(
    parseStatement(sql, dialects[from]),
    sql,
    { from: dialects[from], to: dialects[to] },
    { fidelity },
  );
  return { sql: made.replace(/\s+/g, ' '), codes: notices.map(({ code }) => code) };
}

describe('fidelity', () => {
  it.each([
    ['MYSQL', 'POSTGRESQL', 'SELECT GREATEST(a, b) AS g FROM t', 'SELECT GREATEST(a, b) AS g FROM t'],
    ['POSTGRESQL', 'MYSQL', 'SELECT least(a, b) AS l FROM t', 'SELECT LEAST(a, b) AS l FROM t'],
    ['MYSQL', 'POSTGRESQL', 'SELECT 1 / 3 AS q', 'SELECT CAST(1 AS NUMERIC) / 3 AS q'],
    [
      'POSTGRESQL',
      'SQLITE',
      'SELECT round(a::numeric * b, 2) AS r FROM t',
      'SELECT ROUND(CAST(a AS NUMERIC) * b, 2) AS r FROM t',
    ],
  ] as const)('IDIOMATIC, from %s to %s, takes the plainer form and says so: %s', (from, to, sql, plain) => {
    const idiomatic = translated(from, to, sql, 'IDIOMATIC');
    expect(idiomatic.sql).toBe(plain);
    expect(idiomatic.codes).toContain('RARE_VALUES');
    const exact = translated(from, to, sql, 'EXACT');
    expect(exact.sql).not.toBe(plain);
    expect(exact.codes).not.toContain('RARE_VALUES');
  });

  it('leaves the names of columns to the target where it is IDIOMATIC', () => {
    expect(translated('MYSQL', 'POSTGRESQL', 'SELECT COUNT(*) FROM t', 'EXACT').sql).toContain('AS "COUNT(*)"');
    expect(translated('MYSQL', 'POSTGRESQL', 'SELECT COUNT(*) FROM t', 'IDIOMATIC').sql).toBe('SELECT COUNT(*) FROM t');
  });
});

describe('without what the tables tell', () => {
  it.each([
    ["SELECT 1 FROM t WHERE city = 'paris'", ['TEXT_COMPARISON']],
    ["SELECT 1 FROM t WHERE city IN ('', 'paris')", ['TEXT_COMPARISON']],
    ["SELECT 1 FROM t WHERE day >= '2024-01-31' AND code = '12'", []],
  ])('a column beside a text is taken for one: %s', (sql, codes) => {
    expect(translated('MYSQL', 'SQLITE', sql, 'EXACT').codes).toEqual(codes);
    expect(translated('SQLITE', 'MYSQL', sql, 'EXACT').codes).toEqual(codes);
  });
});

describe('what a form uses twice', () => {
  it('is refused where it differs each time', () => {
    expect(() => translated('MYSQL', 'POSTGRESQL', 'SELECT GREATEST(NULLIF(RAND(), 0), x) FROM t', 'EXACT')).toThrow(
      /twice/,
    );
  });

  it('is refused where it would grow past all bounds', () => {
    const deep = (depth: number): string => (depth === 0 ? 'x' : `GREATEST(${deep(depth - 1)}, y)`);
    expect(() => translated('MYSQL', 'POSTGRESQL', `SELECT ${deep(40)} FROM t`, 'EXACT')).toThrow(/too large/);
  });
});
