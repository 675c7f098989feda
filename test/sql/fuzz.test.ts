import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, dialects, parseStatement, type DialectName } from '../../src/sql/index.js';
import { mutants, SEED, surviving } from './fuzz.js';

describe.each(Object.keys(dialects) as DialectName[])('%s', (dialect) => {
  it('reads what was a statement without a crash', () => {
    fc.assert(
      fc.property(mutants(dialect), (sql) => surviving(sql, dialect)),
      { numRuns: 1_500, seed: SEED },
    );
  });

  it('reads any text without a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (sql) => surviving(sql, dialect)),
      { numRuns: 500, seed: SEED },
    );
  });

  it.each([
    ['parentheses that are not closed', '('],
    ['brackets', '['],
    ['minus signs', '-'],
    ['NOT', 'NOT '],
    ['INTERVAL', 'INTERVAL '],
    ['CASE', 'CASE '],
    ['SELECT', 'SELECT '],
    ['queries in parentheses', '(SELECT 1 UNION '],
    ['WITH', 'WITH a AS ('],
    ['dots', 'a.'],
    ['commas', 'a, '],
    ['joins', 'a JOIN '],
    ['casts', 'CAST('],
    ['types', 'x::int'],
    ['AND', 'a AND '],
    ['common tables', 'a AS (SELECT 1), '],
    ['JSON_OBJECT', "JSON_OBJECT('a': "],
    ['BETWEEN', '1 BETWEEN '],
    ['UPDATE', 'UPDATE t SET a = ('],
  ])('takes no longer than linear time for %s', (_, piece) => {
    const run = (count: number): number => {
      const started = performance.now();
      try {
        analyse(parseStatement(`SELECT ${piece.repeat(count)}`, dialects[dialect]), dialects[dialect]);
      } catch {
        // how it ends is told elsewhere; here it must end
      }
      return performance.now() - started;
    };
    run(2_000);
    // sixteen times as much in well below 256 times as long; the smaller one is not measured below what a clock tells
    expect(run(32_000)).toBeLessThan(Math.max(run(2_000), 5) * 100);
  });
});
