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
    },
  ],
  [
    'MYSQL',
    {
      sql: "INSERT INTO accounts (name, id) VALUES ('Ada', 1) ON DUPLICATE KEY UPDATE visits = visits + 1",
    },
  ],
  [
    'POSTGRESQL',
    {
      sql: "INSERT INTO tally VALUES ('2024-01-31', 2) ON CONFLICT (day) DO UPDATE SET hits = tally.hits + EXCLUDED.hits",
      warns: { MYSQL: ['CONFLICT_KEY'] },
    },
  ],
  [
    'MYSQL',
    {
      sql: "INSERT INTO accounts (name, visits, note) VALUES ('a', DEFAULT, DEFAULT), ('b', 2, 'x'), ('c', 3, DEFAULT)",
    },
  ],
  [
    'MYSQL',
    {
      sql: "REPLACE INTO rates (item_id, currency, valid_from, amount) VALUES (1, 'EUR', '2024-01-01', 2), (2, 'EUR', '2024-01-01', 1)",
      warns: { POSTGRESQL: ['REPLACED_IN_PLACE'] },
    },
  ],
  [
    'POSTGRESQL',
    {
      sql: 'WITH top AS (SELECT id FROM accounts ORDER BY visits DESC, id LIMIT 1) UPDATE accounts SET active = NOT active FROM top WHERE top.id = accounts.id RETURNING accounts.id, active, name',
    },
  ],
  ['SQLITE', { sql: "UPDATE OR FAIL accounts SET visits = visits + 1, note = 'seen' WHERE active" }],
  [
    'MYSQL',
    {
      sql: "INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1), ('2024-03-01', 1), ('2024-01-31', 1) ON DUPLICATE KEY UPDATE hits = hits + VALUES(hits)",
    },
  ],
  ['POSTGRESQL', { sql: "DELETE FROM accounts WHERE touched < timestamptz '2024-02-29 10:30:00+02'" }],
  ['MYSQL', { sql: 'TRUNCATE TABLE movements' }],
  [
    'SQLITE',
    { sql: "UPDATE accounts SET opened = date('2024-01-01', '+' || (visits * 2 + 1) || ' days') WHERE visits > 0" },
  ],
  [
    'MYSQL',
    {
      sql: "INSERT INTO stock (sku, place, amount) SELECT sku, 'all', SUM(amount) FROM stock GROUP BY sku ON DUPLICATE KEY UPDATE amount = VALUES(amount)",
    },
  ],
  ['POSTGRESQL', { sql: 'TRUNCATE movements, stock RESTART IDENTITY' }],
  ['SQLITE', { sql: "UPDATE accounts SET note = typeof(name) || '/' || typeof(email) WHERE id > 1" }],
  ['MYSQL', { sql: 'UPDATE stock SET amount = 9 ORDER BY sku, place LIMIT 2' }],
  ['MYSQL', { sql: 'UPDATE movements SET id = id + 1 WHERE id > 1 ORDER BY id DESC' }],
  [
    'MYSQL',
    {
      sql: "UPDATE accounts a JOIN movements m ON m.account_id = a.id SET a.touched = IF(m.id = 3, '2024-09-09 10:00:00', a.touched) WHERE m.kind = 'refund'",
    },
  ],
  ['MYSQL', { sql: "UPDATE accounts a JOIN stock s ON s.amount = a.visits + 2 SET a.note = 'x', s.amount = 1" }],
  ['MYSQL', { sql: 'DELETE a, m FROM accounts a JOIN movements m ON m.account_id = a.id WHERE a.visits > 2' }],
  [
    'POSTGRESQL',
    {
      sql: "INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3) ON CONFLICT (sku, place) DO UPDATE SET amount = EXCLUDED.amount RETURNING amount",
    },
  ],
  [
    'POSTGRESQL',
    {
      sql: 'UPDATE accounts SET visits = visits + 1 WHERE id = (SELECT id FROM accounts WHERE visits > 3 ORDER BY visits DESC, id LIMIT 1) RETURNING id, visits',
    },
  ],
  ['POSTGRESQL', { sql: "UPDATE stock SET amount = amount + 1 WHERE sku = 'A' AND place = 'south' RETURNING amount" }],
  [
    'POSTGRESQL',
    {
      sql: "UPDATE accounts SET note = 'paid' FROM movements m WHERE m.account_id = accounts.id AND m.id = 3 RETURNING accounts.*",
    },
  ],
  [
    'POSTGRESQL',
    {
      sql: "MERGE INTO stock s USING (VALUES ('A', 'north', 7), ('C', 'east', 1)) AS v(sku, place, amount) ON s.sku = v.sku AND s.place = v.place WHEN MATCHED THEN UPDATE SET amount = s.amount + v.amount WHEN NOT MATCHED THEN INSERT (sku, place, amount) VALUES (v.sku, v.place, v.amount)",
    },
  ],
  [
    'POSTGRESQL',
    {
      sql: "WITH ins AS (INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1) ON CONFLICT (day) DO NOTHING RETURNING hits) SELECT hits FROM ins UNION ALL SELECT hits FROM tally WHERE day = '2024-01-31'",
    },
  ],
  ['MYSQL', { sql: 'DELETE m FROM movements m LEFT JOIN accounts a ON a.id = m.account_id WHERE a.id IS NULL' }],
  [
    'POSTGRESQL',
    {
      sql: "UPDATE accounts SET note = 'seen', visits = 9 WHERE note IS NULL OR visits = 0 RETURNING name, visits",
    },
  ],
  [
    'POSTGRESQL',
    {
      sql: "INSERT INTO accounts (name, opened) SELECT 'later', DATE '2024-02-01' + account_id FROM movements WHERE id < 4 ORDER BY id",
    },
  ],
  ['SQLITE', { sql: "UPDATE accounts SET opened = date('2024-01-31', '+' || visits || ' days') WHERE visits > 0" }],
  ['MYSQL', { sql: "UPDATE accounts SET touched = COALESCE(touched, '2024-01-01 00:00:00') + INTERVAL visits HOUR" }],
  ['MYSQL', { sql: 'UPDATE accounts SET active = NOT active WHERE id < 3' }],
  ['SQLITE', { sql: 'UPDATE accounts SET active = NOT active WHERE id < 3' }],
  [
    'MYSQL',
    {
      sql: "INSERT INTO stock (sku, place) VALUES ('A', 'north') ON DUPLICATE KEY UPDATE place = place",
    },
  ],
  [
    'POSTGRESQL',
    {
      sql: "UPDATE accounts SET note = 'late' WHERE touched < '2024-02-01 00:00:00+00' OR touched = '2024-02-29T08:30:00Z'",
    },
  ],
  [
    'POSTGRESQL',
    { sql: 'DELETE FROM movements a USING movements b WHERE a.id > b.id AND a.kind = b.kind RETURNING a.id' },
  ],
  [
    'POSTGRESQL',
    {
      sql: "MERGE INTO stock s USING (VALUES ('A', 'north', 7), ('C', 'east', 1)) AS v(sku, place, amount) ON s.sku = v.sku AND s.place = v.place WHEN MATCHED AND s.amount + v.amount > 99 THEN DO NOTHING WHEN MATCHED THEN UPDATE SET amount = s.amount + v.amount WHEN NOT MATCHED THEN INSERT (sku, place, amount) VALUES (v.sku, v.place, v.amount)",
    },
  ],
  [
    'MYSQL',
    {
      sql: "INSERT INTO accounts (email, name) VALUES ('ada@example.com', 'A') ON DUPLICATE KEY UPDATE visits = visits + 1",
    },
  ],
];

describe('without what the tables tell', () => {
  it.each(BLIND.map(([from, one]) => [from, one.sql, one] as const))('%s: %s', async (from, _sql, one) => {
    for (const to of DIALECTS.filter((dialect) => dialect !== from)) await check(from, to, one, { blind: true });
  });
});

describe('keys of texts', () => {
  it.each([
    ['MYSQL', "INSERT IGNORE INTO accounts (email, name) VALUES ('ADA@example.com', 'x')", true],
    ['MYSQL', "INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1) ON DUPLICATE KEY UPDATE hits = 1", false],
    ['MYSQL', "INSERT IGNORE INTO stock (sku, place) VALUES ('12', '34')", false],
  ] as const)('that compare by their case to one engine are told of: %s %s', async (from, sql, isTold) => {
    for (const blind of [false, true]) {
      await ledgers.get('POSTGRESQL')!.reset();
      const { warnings } = await ledgers.get('POSTGRESQL')!.translated(from, sql, { blind });
      expect(warnings.includes('TEXT_COMPARISON'), sql).toBe(isTold);
    }
  });
});
