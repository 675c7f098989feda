import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICES, type DialectName, type NoticeCode } from '../../../../src/sql/index.js';
import type { Case } from '../corpus/case.js';
import { comparable } from '../runner.js';
import { CHANGES } from './cases/index.js';
import { Ledger } from './ledger.js';

let ledgers: ReadonlyMap<DialectName, Ledger>;
beforeAll(async () => {
  ledgers = await Ledger.openAll();
});
afterAll(async () => {
  await Promise.all([...ledgers.values()].map((ledger) => ledger.close()));
});

const isLoud = (code: string): boolean => NOTICES[code as NoticeCode].severity !== 'INFO';

/** What a statement leaves in the tables, and what it answers; or that it fails. */
async function atHome(from: DialectName, sql: string) {
  const home = ledgers.get(from)!;
  await home.reset();
  const rows = await home.run(sql);
  return { rows: comparable(rows, false), state: await home.state() };
}

async function check(from: DialectName, to: DialectName, { sql, warns, refuses }: Case): Promise<void> {
  const expected = await atHome(from, sql);
  const ledger = ledgers.get(to)!;
  await ledger.reset();
  const outcome = await ledger.translated(from, sql);
  const told = `${sql}\n→ ${to} ${outcome.sql ?? ''}\n${outcome.error ?? ''}`;
  if (refuses?.includes(to) === true) {
    expect(outcome.refused, told).toBe(true);
    return;
  }
  expect(outcome.error, told).toBeUndefined();
  expect(outcome.warnings.filter(isLoud), told).toEqual(warns?.[to] ?? []);
  expect(await ledger.state(), told).toEqual(expected.state);
  expect(comparable(outcome.rows ?? [], false), told).toEqual(expected.rows);
}

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

describe.each(CHANGES)('%s of %s leave the same rows everywhere', (_topic, from, cases) => {
  it.each(cases.map((one) => [one.sql, one] as const))('%s', async (_sql, one) => {
    for (const to of DIALECTS.filter((dialect) => dialect !== from)) await check(from, to, one);
  });
});
