import { plainCases, type Case } from '../../corpus/case.js';

export const sqliteInserts: readonly Case[] = [
  ...plainCases(`
  INSERT INTO accounts (id, name, active) VALUES (NULL, 'Eve', 1), (NULL, 'Fay', 0)
  INSERT INTO accounts (name, opened, touched) VALUES ('Eve', date('2024-01-31', '+1 month'), datetime('2024-01-31 10:00:00', '+1 day'))
  INSERT INTO accounts (name, opened, touched) VALUES ('Eve', '2024-01-31', '2024-01-31T10:00:00Z'), ('Fay', NULL, '2024-01-31 10:00Z')
  INSERT INTO accounts (id, name) VALUES (nullif(0, 0), 'Eve'), (nullif(9, 0), 'Fay')
  INSERT INTO movements (id, account_id, amount) SELECT nullif(id, id), id, visits FROM accounts WHERE id < 3
  INSERT INTO movements (id, account_id, amount) SELECT NULL, id, visits FROM accounts WHERE id = 1
  INSERT INTO movements (account_id, amount) SELECT id, balance FROM accounts WHERE balance > 0
  INSERT INTO accounts (name, active) SELECT name || '!', visits > 5 FROM accounts ORDER BY id
  INSERT OR IGNORE INTO accounts (id, email, name) VALUES (1, 'new@example.com', 'Other'), (6, 'zoe@example.com', 'Zoe')
  INSERT OR IGNORE INTO stock (sku, place, amount) SELECT sku, 'north', amount FROM stock WHERE place = 'south'
  INSERT OR ABORT INTO stock VALUES ('N', 'north', 1)
  INSERT INTO accounts (name, note) VALUES ('Eve', 1 = 1), ('Fay', 'a' > 'b'), ('Gus', NULL)
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3) ON CONFLICT (sku, place) DO UPDATE SET amount = amount + excluded.amount
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3), ('N', 'north', 3) ON CONFLICT DO NOTHING
  INSERT INTO stock (sku, place, amount) SELECT 'A', 'north', 7 WHERE true ON CONFLICT (sku, place) DO UPDATE SET amount = excluded.amount
  INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1) ON CONFLICT (day) DO UPDATE SET hits = hits + 1 WHERE hits < 100
  INSERT INTO tally (day, hits) SELECT opened, visits FROM accounts WHERE opened IS NOT NULL ON CONFLICT (day) DO UPDATE SET hits = hits + excluded.hits
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3) ON CONFLICT DO UPDATE SET amount = -1
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3) ON CONFLICT (sku, place) DO UPDATE SET (place, amount) = (excluded.place || place, amount + excluded.amount)
  INSERT INTO accounts (email, name, id) VALUES ('ada@example.com', 'Again', NULL), ('gil@example.com', 'Gil', 4) ON CONFLICT DO UPDATE SET visits = visits + 1
  WITH rich AS (SELECT id, balance FROM accounts WHERE balance >= 0) INSERT INTO movements (account_id, amount) SELECT id, balance FROM rich
  `),
  { sql: "REPLACE INTO stock (sku, place, amount) VALUES ('A', 'north', 50), ('Z', 'north', 1)" },
  { sql: "INSERT OR REPLACE INTO tally (day, hits) VALUES ('2024-01-31', 0)" },
  {
    sql: "INSERT INTO accounts (id, email, name) VALUES (1, NULL, 'One') ON CONFLICT (id) DO UPDATE SET name = excluded.name ON CONFLICT (email) DO NOTHING",
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  { sql: "INSERT OR ROLLBACK INTO stock VALUES ('N', 'north', 1)", refuses: ['POSTGRESQL', 'MYSQL'] },
  {
    sql: "INSERT INTO stock (sku, place, amount) VALUES ('Q', 'west', 1) RETURNING sku, amount * 2 AS twice",
  },
];

export const sqliteUpdates: readonly Case[] = [
  ...plainCases(`
  UPDATE accounts SET visits = visits + 1 WHERE active
  UPDATE accounts SET active = 0 WHERE visits = 0 OR balance < 0
  UPDATE accounts SET active = NOT active
  UPDATE accounts SET visits = visits + 1, note = visits WHERE id = 1
  UPDATE accounts SET (name, visits) = ('Row', visits + 5) WHERE id = 2
  UPDATE accounts SET opened = date(opened, '+1 month') WHERE opened IS NOT NULL AND id <> 1
  UPDATE accounts SET balance = balance + m.amount FROM movements m WHERE m.account_id = accounts.id AND m.kind = 'refund'
  UPDATE accounts AS a SET balance = m.total FROM (SELECT account_id, sum(amount) AS total FROM movements GROUP BY account_id) m WHERE m.account_id = a.id
  UPDATE accounts SET visits = (SELECT max(visits) FROM accounts) WHERE id = 2
  WITH busy AS (SELECT account_id FROM movements) UPDATE accounts SET note = 'busy' WHERE id IN (SELECT account_id FROM busy)
  UPDATE accounts SET note = iif(visits > 5, 'many', 'few')
  `),
  {
    sql: 'UPDATE tally SET hits = hits * 1.5 WHERE hits = 4',
    warns: { POSTGRESQL: ['STORED_DIGITS'], MYSQL: ['STORED_DIGITS'] },
  },
  {
    sql: "UPDATE accounts SET balance = '2.750' WHERE id = 1",
    warns: { POSTGRESQL: ['STORED_DIGITS'], MYSQL: ['STORED_DIGITS'] },
  },
  { sql: "UPDATE OR REPLACE stock SET place = 'north' WHERE sku = 'A'", refuses: ['POSTGRESQL', 'MYSQL'] },
];

export const sqliteDeletes: readonly Case[] = plainCases(`
  DELETE FROM movements
  DELETE FROM accounts AS a WHERE NOT a.active
  DELETE FROM movements WHERE account_id NOT IN (SELECT id FROM accounts)
  DELETE FROM movements WHERE amount < (SELECT avg(amount) FROM movements)
  DELETE FROM accounts WHERE NOT EXISTS (SELECT 1 FROM movements m WHERE m.account_id = accounts.id)
  DELETE FROM stock WHERE (sku, place) IN (VALUES ('A', 'north'), ('B', 'south'))
  WITH dead AS (SELECT id FROM accounts WHERE NOT active) DELETE FROM movements WHERE account_id IN (SELECT id FROM dead)
`);
