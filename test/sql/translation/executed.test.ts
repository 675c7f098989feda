import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICES, type DialectName, type NoticeCode } from '../../../src/sql/index.js';
import { CORPUS } from './corpus/index.js';
import type { Case } from './corpus/case.js';
import { textComparisons } from './corpus/text-comparison.js';
import { comparable, Shops, type Outcome, type Rows } from './runner.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

let shops: Shops;
beforeAll(async () => {
  shops = await Shops.open();
});
afterAll(async () => {
  await shops.close();
});

/** Whether the whole is ordered, so that the order of the rows counts. */
const isOrdered = (sql: string): boolean => /\bORDER BY\b(?![\s\S]*\)\s*(?:AS\s+)?\w*\s*$)/i.test(sql);

const isLoud = (code: string): boolean => NOTICES[code as NoticeCode].severity !== 'INFO';

function check(one: Case, rows: Rows, outcome: Outcome): void {
  const { sql, warns, refuses } = one;
  const { target } = outcome;
  const told = `${sql}\n→ ${outcome.sql ?? ''}\n${outcome.error ?? ''}`;
  if (refuses?.includes(target) === true) {
    expect(outcome.refused, told).toBe(true);
    return;
  }
  expect(outcome.error, told).toBeUndefined();
  const allowed = warns?.[target] ?? [];
  expect(
    outcome.warnings.filter((code) => isLoud(code) && !allowed.includes(code)),
    told,
  ).toEqual([]);
  const mayDiffer = outcome.warnings.some(isLoud) || isTextCompared(outcome);
  if (mayDiffer && (warns?.[target] !== undefined || isTextCompared(outcome))) return;
  expectSame(one.sql, outcome, rows);
}

const isTextCompared = ({ warnings }: Outcome): boolean => warnings.includes('TEXT_COMPARISON');

function expectSame(sql: string, outcome: Outcome, rows: Rows): void {
  const ordered = isOrdered(sql);
  expect(comparable(outcome.rows ?? [], ordered), `${sql}\n→ ${outcome.sql ?? ''}`).toEqual(comparable(rows, ordered));
}

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
      check(one, rows, outcome);
      await checkText(from, one.sql, rows, outcome);
    }
  });
});

describe.each(textComparisons)('text compares by the rules of %s', (from, cases) => {
  it.each(cases.map((one) => [one.sql, one] as const))('%s', async (_sql, one) => {
    const rows = await shops.run(from, one.sql);
    const others = DIALECTS.filter((dialect) => dialect !== from);
    for (const to of others) check(one, rows, await shops.translated(from, to, one.sql, { textComparison: 'SOURCE' }));
  });
});
