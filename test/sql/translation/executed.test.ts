import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DialectName } from '../../../src/sql/index.js';
import { CORPUS } from './corpus/index.js';
import { textComparisons } from './corpus/text-comparison.js';
import { expectOutcome, expectSame, isLoud } from './expected-outcomes.js';
import { Shops, type Outcome, type Rows } from './runner.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

let shops: Shops;
beforeAll(async () => {
  shops = await Shops.open();
});
afterAll(async () => {
  await shops.close();
});

/** By the source's rules for texts it gives the same rows as well, where the target can say them. */
async function checkText(from: DialectName, sql: string, rows: Rows, outcome: Outcome): Promise<void> {
  if (outcome.refused || outcome.warnings.some(isLoud)) return;
  const exact = await shops.translated(from, outcome.target, sql, { textComparison: 'SOURCE' });
  if (exact.refused) return;
  expect(exact.error, `${sql}\n→ ${exact.sql ?? ''}`).toBeUndefined();
  if (!exact.warnings.some(isLoud)) expectSame(sql, exact, rows);
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
      expectOutcome(
        one,
        rows,
        await shops.translated(from, to, one.sql, { textComparison: 'SOURCE', server: { flavour: 'MARIADB' } }),
      );
  });
});
