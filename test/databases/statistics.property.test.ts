import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatabaseStatistics } from '../../src/databases/index.js';

const record = (statistics: DatabaseStatistics, durations: readonly number[]): void => {
  for (const durationMs of durations) statistics.record({ durationMs, rows: 2, failed: false });
};

describe('the statistics of a database', () => {
  it('tell quantiles within 1% of the exact ones, whatever the durations are', () => {
    const duration = fc.oneof(
      fc.double({ min: 0.001, max: 5, noNaN: true }),
      fc.double({ min: 1, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1, maxLength: 400 }), (durations) => {
        const statistics = new DatabaseStatistics('db', 200);
        record(statistics, durations);
        const figures = statistics.figures();
        const sorted = durations.toSorted((one, other) => one - other);
        const exact = (part: number): number => sorted[Math.ceil(part * sorted.length) - 1] ?? NaN;
        for (const [told, part] of [
          [figures.p50TimeMs, 0.5],
          [figures.p95TimeMs, 0.95],
          [figures.p99TimeMs, 0.99],
        ] as const) {
          expect(Math.abs(told - exact(part)) / exact(part)).toBeLessThan(0.0101);
        }
        const sum = durations.reduce((total, each) => total + each, 0);
        expect(figures.meanTimeMs).toBeCloseTo(sum / durations.length, 6);
        expect(figures).toMatchObject({
          queries: durations.length,
          rowsReturned: 2 * durations.length,
          slowQueries: durations.filter((each) => each >= 200).length,
        });
      }),
    );
  });

  it('have zeros where nothing ran, and begin anew', () => {
    const statistics = new DatabaseStatistics('db', 200);
    const none = { queries: 0, errors: 0, meanTimeMs: 0, p50TimeMs: 0, p99TimeMs: 0, transactionsCommitted: 0 };
    expect(statistics.figures()).toMatchObject(none);
    record(statistics, [0, 500]);
    statistics.record({ durationMs: 1, rows: 0, failed: true });
    statistics.recordTransaction('COMMITTED');
    expect(statistics.figures()).toMatchObject({ queries: 3, errors: 1, slowQueries: 1, transactionsCommitted: 1 });
    statistics.reset();
    expect(statistics.figures()).toMatchObject(none);
  });

  it('take no more memory for a million durations of all sizes than for few', () => {
    const statistics = new DatabaseStatistics('db', 200);
    const size = (): number => JSON.stringify(statistics).length;
    for (let count = 0; count < 1_000_000; count++) {
      statistics.record({ durationMs: 10 ** ((count % 180) / 10 - 9), rows: 1, failed: false });
    }
    expect(statistics.figures().queries).toBe(1_000_000);
    expect(size()).toBeLessThan(40_000);
  });
});
