import { plainCases, type Case } from '../../corpus/case.js';

export const postgresqlInserts: readonly Case[] = [
  ...plainCases(`
  INSERT INTO accounts (name, note) SELECT name, balance > 0 FROM accounts ORDER BY id
  INSERT INTO accounts (email, name, active) VALUES ('eve@example.com', 'Eve', false), ('fay@example.com', 'Fay', 't')
  INSERT INTO accounts (name, opened, touched) VALUES ('Eve', DATE '2024-02-29', TIMESTAMP '2024-02-29 10:00:00')
  INSERT INTO accounts (name, opened) VALUES ('Eve', '2024-02-29 13:00:00'::timestamp)
  INSERT INTO accounts (name, visits) VALUES ('Half', 2.5), ('More', 7 / 2)
  INSERT INTO accounts (name, balance) VALUES ('Cents', 10.005)
  INSERT INTO public.accounts AS a (name) VALUES ('Schema')
  INSERT INTO movements (account_id, amount) SELECT id, balance FROM accounts WHERE balance > 0
  INSERT INTO movements (account_id, amount, kind) SELECT id, visits / 2.0, 'v' || visits FROM accounts WHERE active
  INSERT INTO accounts (name, active) SELECT name || '!', visits > 5 FROM accounts ORDER BY id
  INSERT INTO movements (account_id, amount) VALUES (1, (SELECT max(amount) FROM movements))
  WITH rich AS (SELECT id, balance FROM accounts WHERE balance >= 0) INSERT INTO movements (account_id, amount) SELECT id, balance FROM rich
  INSERT INTO movements (account_id, amount) WITH rich AS (SELECT id, balance FROM accounts WHERE balance >= 0) SELECT id, balance FROM rich
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3), ('C', 'south', 4) ON CONFLICT (sku, place) DO UPDATE SET amount = stock.amount + EXCLUDED.amount
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3) ON CONFLICT (sku, place) DO UPDATE SET amount = EXCLUDED.amount WHERE stock.amount < EXCLUDED.amount
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'south', 3), ('B', 'north', 1) ON CONFLICT (sku, place) DO UPDATE SET amount = EXCLUDED.amount WHERE stock.amount < EXCLUDED.amount
  INSERT INTO stock AS s (sku, place, amount) VALUES ('A', 'north', 3) ON CONFLICT (sku, place) DO UPDATE SET amount = s.amount * 2
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3), ('D', 'north', 9) ON CONFLICT (sku, place) DO NOTHING
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3) ON CONFLICT ON CONSTRAINT stock_pkey DO UPDATE SET amount = 0
  INSERT INTO rates (item_id, currency, valid_from, amount) VALUES (1, 'EUR', '2024-01-01', 0.5) ON CONFLICT ON CONSTRAINT pk_rates DO UPDATE SET amount = EXCLUDED.amount
  INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1) ON CONFLICT (day) DO UPDATE SET hits = tally.hits + 1
  INSERT INTO tally (day, hits) SELECT opened, visits FROM accounts WHERE opened IS NOT NULL ON CONFLICT (day) DO UPDATE SET hits = tally.hits + EXCLUDED.hits
  INSERT INTO tally (day, hits) SELECT day, 0 FROM tally ON CONFLICT DO NOTHING
  INSERT INTO accounts (id, name) VALUES (1, 'Other'), (6, 'Six') ON CONFLICT DO NOTHING
  INSERT INTO accounts (name, note) VALUES ('Defaults', DEFAULT)
  `),
  {
    sql: "INSERT INTO accounts (id, name, visits) VALUES (1, 'Ada', 2) ON CONFLICT (id) DO UPDATE SET (name, visits) = (EXCLUDED.name, accounts.visits + EXCLUDED.visits)",
  },
  {
    sql: "INSERT INTO accounts (id, name) VALUES (1, 'Ada') ON CONFLICT (id) DO UPDATE SET name = 'Ada II', note = accounts.name",
  },
  {
    sql: "INSERT INTO accounts (id, email, name) VALUES (7, 'bob@example.com', 'B') ON CONFLICT (email) DO UPDATE SET name = EXCLUDED.name, touched = '2024-06-01'",
    warns: { MYSQL: ['CONFLICT_KEY'] },
  },
  {
    sql: "INSERT INTO stock (sku, place, amount) VALUES ('Q', 'west', 1) RETURNING sku, amount * 2 AS twice",
  },
];

export const postgresqlUpdates: readonly Case[] = [
  ...plainCases(`
  UPDATE accounts SET visits = visits + 1 WHERE active
  UPDATE accounts SET active = false WHERE visits = 0 OR balance < 0
  UPDATE accounts SET active = NOT active
  UPDATE accounts SET visits = visits + 1, note = visits WHERE id = 1
  UPDATE accounts SET (name, visits) = ('Row', visits + 5) WHERE id = 2
  UPDATE accounts SET (balance, visits) = (SELECT sum(amount), count(*) FROM movements m WHERE m.account_id = accounts.id) WHERE id < 3
  UPDATE accounts SET opened = opened + 1, touched = touched + interval '1 day'
  UPDATE accounts SET opened = touched WHERE touched IS NOT NULL
  UPDATE accounts SET visits = balance WHERE balance > 0
  UPDATE accounts SET visits = 5 / 2, balance = 5 / 2.0
  UPDATE accounts AS a SET note = 'aliased' WHERE a.id = 2
  UPDATE accounts SET balance = balance + m.amount FROM movements m WHERE m.account_id = accounts.id AND m.kind = 'refund'
  UPDATE accounts a SET balance = m.total FROM (SELECT account_id, sum(amount) AS total FROM movements GROUP BY account_id) m WHERE m.account_id = a.id
  UPDATE movements SET kind = a.name FROM accounts a JOIN stock s ON s.amount = a.visits - 1 WHERE a.id = movements.account_id
  WITH totals AS (SELECT account_id, sum(amount) AS total FROM movements GROUP BY account_id) UPDATE accounts SET balance = totals.total FROM totals WHERE totals.account_id = accounts.id
  WITH busy AS (SELECT account_id FROM movements) UPDATE accounts SET note = 'busy' WHERE id IN (SELECT account_id FROM busy)
  UPDATE accounts SET visits = (SELECT max(visits) FROM accounts) WHERE id = 2
  UPDATE accounts SET note = 'top' WHERE visits = (SELECT max(a.visits) FROM accounts a)
  UPDATE accounts SET note = 'low' WHERE id IN (SELECT id FROM accounts ORDER BY balance NULLS LAST LIMIT 1)
  UPDATE accounts SET email = NULL WHERE email LIKE '%@example.com' AND name <> 'Ada'
  UPDATE accounts SET note = NULL WHERE note IS NOT DISTINCT FROM 'old'
  UPDATE accounts SET note = 'late' WHERE touched BETWEEN '2024-01-01 00:00:00+00' AND '2024-03-01 02:00:00Z' OR touched IN ('2023-06-30 23:59:59+00')
  `),
  { sql: 'UPDATE accounts SET visits = 1 WHERE id = 1 RETURNING id, visits' },
  { sql: 'UPDATE accounts SET name = note, note = name WHERE note IS NOT NULL' },
];

export const postgresqlDeletes: readonly Case[] = [
  ...plainCases(`
  DELETE FROM accounts WHERE touched < timestamptz '2024-02-29 10:30:00+02' OR opened < date 'epoch'
  DELETE FROM accounts WHERE touched < 'yesterday' AND opened >= 'epoch' AND opened <> 'today'
  UPDATE accounts SET touched = 'epoch', opened = 'epoch' WHERE opened = CAST('2024-01-31 23:30:00-05' AS timestamptz)::date OR touched > '2024-02-29 08:00:00+01'::timestamptz
  DELETE FROM movements
  DELETE FROM movements WHERE amount > 5 AND kind <> 'refund'
  DELETE FROM accounts AS a WHERE NOT a.active
  DELETE FROM movements USING accounts WHERE accounts.id = movements.account_id AND accounts.name = 'Ada'
  DELETE FROM movements m USING accounts a, stock s WHERE a.id = m.account_id AND s.amount = a.visits + 2
  DELETE FROM movements m USING accounts a LEFT JOIN stock s ON s.amount = a.visits WHERE a.id = m.account_id AND s.sku IS NULL
  DELETE FROM movements WHERE account_id NOT IN (SELECT id FROM accounts)
  DELETE FROM movements WHERE amount < (SELECT avg(amount) FROM movements)
  DELETE FROM accounts a WHERE NOT EXISTS (SELECT 1 FROM movements m WHERE m.account_id = a.id)
  DELETE FROM stock s WHERE EXISTS (SELECT 1 FROM stock o WHERE o.sku = s.sku AND o.amount > s.amount)
  DELETE FROM stock WHERE (sku, place) IN (('A', 'north'), ('B', 'south'))
  WITH dead AS (SELECT id FROM accounts WHERE NOT active) DELETE FROM movements WHERE account_id IN (SELECT id FROM dead)
  WITH dead AS (SELECT id FROM accounts WHERE NOT active) DELETE FROM movements USING dead WHERE account_id = dead.id
  DELETE FROM movements USING accounts
  TRUNCATE movements
  TRUNCATE TABLE movements, stock
  TRUNCATE TABLE movements RESTART IDENTITY
  `),
  {
    sql: "DELETE FROM movements WHERE kind = 'refund' RETURNING id, amount",
  },
  { sql: 'TRUNCATE movements CASCADE' },
  {
    sql: "INSERT INTO movements (account_id, amount, kind) SELECT * FROM unnest(ARRAY[1, 2], ARRAY[3.5, 4.5], ARRAY['x', 'y'])",
  },
];
