import { afterAll, beforeAll, describe, it } from 'vitest';
import type { DialectName } from '../../../src/sql/index.js';
import { CORPUS } from './corpus/index.js';
import { textComparisons } from './corpus/text-comparison.js';
import { expectOutcome, expectSame, isLoud, isOrdered, isTextCompared } from './expected-outcomes.js';
import { comparable, Shops, type Outcome, type Rows } from './runner.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

let shops: Shops;
beforeAll(async () => {
  shops = await Shops.open();
});
afterAll(async () => {
  await shops.close();
});

/** What compares otherwise is the same by the source's rules, unless these have no form there. */
async function checkText(from: DialectName, sql: string, rows: Rows, outcome: Outcome): Promise<void> {
  if (!isTextCompared(outcome) || outcome.warnings.some(isLoud)) return;
  const ordered = isOrdered(sql);
  if (comparable(outcome.rows ?? [], ordered).join() === comparable(rows, ordered).join()) return;
  const exact = await shops.translated(from, outcome.target, sql, { textComparison: 'SOURCE' });
  if (!exact.refused) expectSame(sql, exact, rows);
}

describe.each(CORPUS)('%s of %s give the same rows everywhere', (_topic, from, cases) => {
  it.each(cases.map((one) => [one.sql, one] as const))('%s', async (_sql, one) => {
    const rows = await shops.run(from, one.sql);
    const others = DIALECTS.filter((dialect) => dialect !== from);
    for (const to of others) {
      const outcome = await shops.translated(from, to, one.sql);
      expectOutcome(one, rows, outcome);
      await checkText(from, one.sql, rows, outcome);
    }
  });
});

describe.each(textComparisons)('text compares by the rules of %s', (from, cases) => {
  it.each(cases.map((one) => [one.sql, one] as const))('%s', async (_sql, one) => {
    const rows = await shops.run(from, one.sql);
    const others = DIALECTS.filter((dialect) => dialect !== from);
    for (const to of others)
      expectOutcome(one, rows, await shops.translated(from, to, one.sql, { textComparison: 'SOURCE' }));
  });
});
