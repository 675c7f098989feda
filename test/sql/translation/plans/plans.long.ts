import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Analysis, Plans } from '../../../../src/sql/index.js';
import { afresh, byPlan, SEED, varied, withOtherValues } from './other-values.js';

it('says of 30,000 statements with other values by their plans what it says afresh', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(varied, (one) => {
      const plans = new Plans<Analysis>();
      for (const sql of [one.sql, one.sql, withOtherValues(one)]) {
        const made = byPlan(sql, one, plans);
        if (made !== undefined) expect(made).toEqual(afresh(sql, one));
      }
    }),
    { numRuns: 30_000, seed: SEED },
  );
});
