import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICES, type DialectName, type NoticeCode } from '../../../../src/sql/index.js';
import type { Case } from '../corpus/case.js';
import { comparable, type Wishes } from '../runner.js';
import { CHANGES } from './cases/index.js';
import { Ledger, type State } from './ledger.js';

let ledgers: ReadonlyMap<DialectName, Ledger>;
beforeAll(async () => {
  ledgers = await Ledger.openAll();
});
afterAll(async () => {
  await Promise.all([...ledgers.values()].map((ledger) => ledger.close()));
});

const isLoud = (code: string): boolean => NOTICES[code as NoticeCode].severity !== 'INFO';

/** Which of the rows that a query gives is inserted first, and gets the next number, hangs on the engine where nothing orders them. */
function comparedState(sql: string, state: State): State {
  if (!/^[^']*\bINSERT\b[^']*\bSELECT\b/i.test(sql) || /\bORDER BY\b/i.test(sql)) return state;
  const unnumbered = (row: string): string => row.replace(/^\[(?:[5-9]|\d\d+),/, '[new,');
  return Object.fromEntries(Object.entries(state).map(([name, rows]) => [name, rows.map(unnumbered).sort()]));
}

/** What a statement leaves in the tables, and what it answers; or that it fails. */
async function atHome(from: DialectName, sql: string) {
  const home = ledgers.get(from)!;
  await home.reset();
  const rows = await home.run(sql);
  return { rows: comparable(rows, false), state: await home.state() };
}

async function check(
  from: DialectName,
  to: DialectName,
  { sql, warns, refuses }: Case,
  wishes: Wishes = {},
): Promise<void> {
  const expected = await atHome(from, sql);
  const ledger = ledgers.get(to)!;
  await ledger.reset();
  const outcome = await ledger.translated(from, sql, wishes);
  const told = `${sql}\n→ ${to} ${outcome.sql ?? ''}\n${outcome.error ?? ''}`;
  if (refuses?.includes(to) === true) {
    expect(outcome.refused, told).toBe(true);
    return;
  }
  expect(outcome.error, told).toBeUndefined();
  expect(outcome.warnings.filter(isLoud), told).toEqual(warns?.[to] ?? []);
  expect(comparedState(sql, await ledger.state()), told).toEqual(comparedState(sql, expected.state));
  expect(comparable(outcome.rows ?? [], false), told).toEqual(expected.rows);
}

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

describe.each(CHANGES)('%s of %s leave the same rows everywhere', (_topic, from, cases) => {
  it.each(cases.map((one) => [one.sql, one] as const))('%s', async (_sql, one) => {
    for (const to of DIALECTS.filter((dialect) => dialect !== from)) await check(from, to, one);
  });
});

/** Where nobody tells of the tables: what is guessed is warned of. */
const BLIND: readonly (readonly [from: DialectName, one: Case])[] = [
  ['POSTGRESQL', { sql: "INSERT INTO accounts (id, name, note) VALUES (DEFAULT, 'Left out', DEFAULT)" }],
  [
    'MYSQL',
    {
      sql: "INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3) ON DUPLICATE KEY UPDATE amount = amount + 1",
      warns: { POSTGRESQL: ['CONFLICT_KEY'] },
    },
  ],
  [
    'MYSQL',
    {
      sql: "INSERT INTO accounts (name, id) VALUES ('Ada', 1) ON DUPLICATE KEY UPDATE visits = visits + 1",
      warns: { POSTGRESQL: ['CONFLICT_KEY'] },
    },
  ],
  [
    'POSTGRESQL',
    {
      sql: "INSERT INTO tally VALUES ('2024-01-31', 2) ON CONFLICT (day) DO UPDATE SET hits = tally.hits + EXCLUDED.hits",
      warns: { MYSQL: ['CONFLICT_KEY'] },
    },
  ],
  ['MYSQL', { sql: 'UPDATE stock SET amount = 9 ORDER BY sku, place LIMIT 2' }],
  ['MYSQL', { sql: 'DELETE m FROM movements m LEFT JOIN accounts a ON a.id = m.account_id WHERE a.id IS NULL' }],
];

describe('without what the tables tell', () => {
  it.each(BLIND.map(([from, one]) => [from, one.sql, one] as const))('%s: %s', async (from, _sql, one) => {
    for (const to of DIALECTS.filter((dialect) => dialect !== from)) await check(from, to, one, { blind: true });
  });
});
