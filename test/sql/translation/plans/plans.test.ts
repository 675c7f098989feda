import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  dialects,
  parseStatement,
  Plans,
  type DialectName,
  type Direction,
  type Statement,
} from '../../../../src/sql/index.js';
import { afresh, byPlan, SEED, varied, withOtherValues } from './other-values.js';

const between = (from: DialectName, to: DialectName): Direction => ({ from: dialects[from], to: dialects[to] });

/** Whether a text is translated by the plan that another one left, and to the same as without. */
function goesBy(planned: string, sql: string, direction: Direction): boolean {
  const plans = new Plans<undefined>();
  const read = vi.fn((text: string): Statement => parseStatement(text, direction.from));
  const learn = (text: string): void => {
    const wish = { sql: text, direction, rules: {} };
    if (plans.find(wish) === undefined) plans.learn(wish, { read, tell: () => undefined });
  };
  learn(planned);
  learn(planned);
  expect(read).toHaveBeenCalledTimes(1);
  const { beside: _, ...found } = plans.find({ sql, direction, rules: {} }) ?? { sql: undefined, beside: undefined };
  if (found.sql === undefined) return false;
  expect(found).toEqual(afresh(sql, direction));
  return true;
}

describe('a plan', () => {
  it('says of statements with other values what is said of them afresh', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(varied, (one) => {
        const plans = new Plans<undefined>();
        for (const sql of [one.sql, one.sql, withOtherValues(one)]) {
          const made = byPlan(sql, one.direction, plans);
          if (made !== undefined) expect(made).toEqual(afresh(sql, one.direction));
        }
      }),
      { numRuns: 1500, seed: SEED },
    );
  });

  it.each([
    ['keys', 'SELECT * FROM t WHERE id = 42', 'SELECT * FROM t WHERE id = 7'],
    ['texts of any length', "SELECT a FROM t WHERE s = 'paid'", "SELECT a FROM t WHERE s = 'sent, and paid later'"],
    ['quotes', "SELECT a FROM t WHERE s = 'paid'", "SELECT a FROM t WHERE s = 'it''s'"],
    ['days', "SELECT a FROM t WHERE DATE(d) >= '2024-03-05'", "SELECT a FROM t WHERE DATE(d) >= '2025-12-31'"],
    ['bounds', 'SELECT a FROM t LIMIT 10 OFFSET 20', 'SELECT a FROM t LIMIT 500 OFFSET 1000'],
    ['patterns', "SELECT a FROM t WHERE s LIKE '%ada%'", "SELECT a FROM t WHERE s LIKE 'grace_h%'"],
    ['rows', "INSERT INTO t (a, b) VALUES (1, 'x'), (2.5, 'y')", "INSERT INTO t (a, b) VALUES (9, ''), (0.1, 'zz')"],
  ])('holds for other %s', (_, planned, sql) => {
    expect(goesBy(planned, sql, between('MYSQL', 'POSTGRESQL'))).toBe(true);
    expect(goesBy(planned, sql, between('MYSQL', 'SQLITE'))).toBe(true);
  });

  it.each<[string, string, string, DialectName, DialectName]>([
    ['no day that there is', "SELECT DATE('2024-03-05')", "SELECT DATE('2024-02-30')", 'MYSQL', 'POSTGRESQL'],
    ['another format', "SELECT DATE_FORMAT(d, '%Y')", "SELECT DATE_FORMAT(d, '%m')", 'MYSQL', 'POSTGRESQL'],
    ['a number of another type', 'SELECT 7 / 2', 'SELECT 7.5 / 2', 'POSTGRESQL', 'MYSQL'],
    ['no bound', 'SELECT a FROM t LIMIT 10', 'SELECT a FROM t LIMIT 18446744073709551615', 'MYSQL', 'POSTGRESQL'],
    ['a path to another key', "SELECT j -> 'a' FROM t", "SELECT j -> 'b c' FROM t", 'POSTGRESQL', 'MYSQL'],
    ['a text that names the column', "SELECT 'a' || b FROM t", "SELECT 'c' || b FROM t", 'SQLITE', 'MYSQL'],
    ['the length of a type', 'SELECT CAST(a AS CHAR(3))', 'SELECT CAST(a AS CHAR(4))', 'MYSQL', 'POSTGRESQL'],
  ])('does not hold for %s', (_, planned, sql, from, to) => {
    expect(goesBy(planned, sql, between(from, to))).toBe(false);
  });

  it.each([
    ['a comment', 'SELECT 1 -- one'],
    ['an escape string', "SELECT E'a\\nb'"],
    ['dollar quotes', 'SELECT $$a$$'],
    ['several lines in a text', "SELECT 'a\nb'"],
    ['several statements', 'SELECT 1; SELECT 2'],
  ])('is not made of %s', (_, sql) => {
    const plans = new Plans<undefined>();
    const direction = between('POSTGRESQL', 'MYSQL');
    for (let times = 0; times < 3; times += 1) expect(byPlan(sql, direction, plans)).toBeUndefined();
  });

  it('tells where a difference is in each text', () => {
    const direction = between('POSTGRESQL', 'MYSQL');
    const plans = new Plans<undefined>();
    const text = (value: string): string => `SELECT ${value},\n ${value} AS b, a / b FROM t`;
    for (const value of ['1', '1', '1234567']) byPlan(text(value), direction, plans);
    expect(byPlan(text('98765'), direction, plans)).toMatchObject({
      notices: [{ code: 'DIVISION_TYPES', line: 2, column: 14, source: 'a / b' }],
    });
  });

  it('is no plan for another server or another database’s tables', () => {
    const direction = between('POSTGRESQL', 'MYSQL');
    const plans = new Plans<undefined>();
    const wish = { sql: 'SELECT a FROM t WHERE b = 1', direction, rules: {} };
    const lesson = { read: (sql: string) => parseStatement(sql, direction.from), tell: () => undefined };
    for (let times = 0; times < 2; times += 1) if (plans.find(wish) === undefined) plans.learn(wish, lesson);
    expect(plans.find(wish)).toBeDefined();
    expect(plans.find({ ...wish, scope: '2' })).toBeUndefined();
    expect(plans.find({ ...wish, rules: { fidelity: 'IDIOMATIC' } })).toBeUndefined();
    expect(plans.find({ ...wish, rules: { server: { flavour: 'MYSQL', version: 804 } } })).toBeUndefined();
  });

  it('is made no more for a shape of which each text is another matter', () => {
    const direction = between('MYSQL', 'POSTGRESQL');
    const plans = new Plans<undefined>();
    const read = vi.fn((text: string): Statement => parseStatement(text, direction.from));
    for (const format of 'YmdHisjaMWcyebkTr'.split('')) {
      const wish = { sql: `SELECT DATE_FORMAT(d, '%${format}') FROM t`, direction, rules: {} };
      if (plans.find(wish) === undefined) plans.learn(wish, { read, tell: () => undefined });
    }
    expect(read).toHaveBeenCalledTimes(8);
  });
});
