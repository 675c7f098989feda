import { describe, expect, it, vi } from 'vitest';
import {
  dialects,
  parseStatement,
  Plans,
  type Analysis,
  type Catalogue,
  type DialectName,
  type Direction,
  type Statement,
} from '../../../../src/sql/index.js';
import { watchedBy } from '../../../../src/sql/ast/index.js';
import { shapeOf, type Shape } from '../../../../src/sql/translate/plans/shape.js';
import { ValueWatch } from '../../../../src/sql/translate/plans/value-watch.js';
import { translatedTrees } from '../../../../src/sql/translate/translate-statement.js';
import { afresh, byPlan, expectSaidAlike } from './other-values.js';

const between = (from: DialectName, to: DialectName): Direction => ({ from: dialects[from], to: dialects[to] });
const way = (from: DialectName, to: DialectName) => ({ direction: between(from, to), rules: {} });

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
  const { analysis: _analysis, ...fresh } = { analysis: undefined, ...afresh(sql, { direction, rules: {} }) };
  expect(found).toEqual(fresh);
  return true;
}

describe('a plan', () => {
  it('says of statements with other values what is said of them afresh', { timeout: 60_000 }, () => {
    expectSaidAlike(1500);
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
    const plans = new Plans<Analysis>();
    for (let times = 0; times < 3; times += 1) expect(byPlan(sql, way('POSTGRESQL', 'MYSQL'), plans)).toBeUndefined();
  });

  it('tells where a difference is in each text', () => {
    const there = way('SQLITE', 'POSTGRESQL');
    const plans = new Plans<Analysis>();
    const text = (value: string): string => `SELECT ${value},\n ${value} AS b, a / b FROM t`;
    for (const value of ['1', '1', '1234567']) byPlan(text(value), there, plans);
    expect(byPlan(text('98765'), there, plans)).toMatchObject({
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

  it.each<[string, DialectName, DialectName, (value: string) => string, string[]]>([
    [
      'keys of documents with characters beyond the first 65,536',
      'SQLITE',
      'POSTGRESQL',
      (value) => `SELECT json_extract(j, '$."\\ud83d\\udc00"') FROM t WHERE b = '${value}' AND c = 2`,
      ['x', 'x', ' || (SELECT password FROM users) || '],
    ],
    [
      'such keys whose halves mark no place',
      'SQLITE',
      'POSTGRESQL',
      (value) => `SELECT json_extract(j, '$."\\ud83d\\ude00"') FROM t WHERE b = '${value}'`,
      ['x', 'x', 'y'],
    ],
    ['limits that are none', 'SQLITE', 'POSTGRESQL', (value) => `SELECT a FROM t LIMIT -${value}`, ['2', '3', '1']],
    ['such limits with a space', 'SQLITE', 'MYSQL', (value) => `SELECT a FROM t LIMIT - ${value}`, ['2', '3', '1']],
  ])('says of %s what is said of them afresh', (_, from, to, text, values) => {
    const plans = new Plans<Analysis>();
    for (const value of values) {
      const made = byPlan(text(value), way(from, to), plans);
      if (made !== undefined) expect(made).toEqual(afresh(text(value), way(from, to)));
    }
  });

  it('has no places in names that tables have', () => {
    const column = { databaseType: 'text', type: { type: 'TEXT' }, nullable: true } as const;
    const catalogue: Catalogue = {
      table: ([name]) =>
        name === 't'
          ? {
              schema: undefined,
              name: 't',
              columns: [
                { ...column, name: 'id', nullable: false },
                { ...column, name: '\u{20000}' },
              ],
              primaryKey: ['id'],
              uniqueKeys: [['id']],
            }
          : undefined,
    };
    const plans = new Plans<Analysis>();
    const there = way('MYSQL', 'POSTGRESQL');
    for (const key of ['a', 'b', '"; --']) {
      const sql = `REPLACE INTO t VALUES ('${key}', 'x')`;
      const made = byPlan(sql, there, plans, catalogue);
      if (made !== undefined) expect(made).toEqual(afresh(sql, there, catalogue));
    }
  });

  it('asks no more of numbers for there being many of them', () => {
    const branches = Array.from({ length: 300 }, () => 'SELECT 1 AS a').join(' UNION ALL ');
    const sql = `SELECT a / 2 FROM (${branches}) x`;
    const tree = parseStatement(sql, dialects.SQLITE);
    const shape = shapeOf(sql, dialects.SQLITE) as Shape;
    const watch = new ValueWatch(tree, shape.values);
    watchedBy(watch, () => translatedTrees(tree, sql, between('SQLITE', 'POSTGRESQL'), {}));
    expect(watch.conditions.length).toBeLessThan(10 * shape.values.length);
  });
});

describe('plans', () => {
  it('are given up for others once they take too much', () => {
    const plans = new Plans<Analysis>();
    const there = way('MYSQL', 'POSTGRESQL');
    const numbers = Array.from({ length: 499 }, (_, index) => index).join(', ');
    const text = (table: number): string => `SELECT a FROM t${table} WHERE b IN (${numbers})`;
    // a plan for each, of which all would take several times what they may
    for (let table = 0; table < 400; table += 1)
      for (let times = 0; times < 2; times += 1) byPlan(text(table), there, plans);
    const found = (table: number) => plans.find({ sql: text(table), ...there });
    expect(found(399)).toBeDefined();
    expect(found(0)).toBeUndefined();
  });

  it('are made again where a value was refused', () => {
    const plans = new Plans<Analysis>();
    const there = way('POSTGRESQL', 'MYSQL');
    const text = (pattern: string): string => `SELECT to_char(d, '${pattern}') FROM t WHERE d > '2024-01-01'`;
    for (const pattern of ['RRRR', 'RRRR', 'YYYY']) byPlan(text(pattern), there, plans);
    expect(byPlan(text('YYYY'), there, plans)).toEqual(afresh(text('YYYY'), there));
  });
});
