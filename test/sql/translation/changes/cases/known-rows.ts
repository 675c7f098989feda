import { plainCases, type Case } from '../../corpus/case.js';

/** Upserts that tell of their rows, and changes in WITH whose table is read besides. */
export const postgresqlKnownRows: readonly Case[] = plainCases(`
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 9), ('A', 'south', 0), ('N', 'new', 1) ON CONFLICT (sku, place) DO UPDATE SET amount = EXCLUDED.amount WHERE stock.amount IS DISTINCT FROM EXCLUDED.amount RETURNING *
  INSERT INTO stock AS s (sku, place, amount) VALUES ('A', 'north', 9), ('N', 'new', 1) ON CONFLICT (sku, place) DO UPDATE SET amount = s.amount + 1 WHERE s.amount > 100 RETURNING sku, place, s.amount
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 9), ('N', 'new', 1) ON CONFLICT (sku, place) DO UPDATE SET amount = EXCLUDED.amount RETURNING sku, amount, (xmax = 0) AS inserted
  INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1), ('2030-01-01', 1) ON CONFLICT (day) DO UPDATE SET hits = tally.hits + 1 RETURNING day, hits, CASE WHEN xmax = 0 THEN 'new' ELSE 'old' END AS was
  INSERT INTO accounts (email, name) VALUES ('ada@example.com', 'Ada II') ON CONFLICT (email) DO UPDATE SET name = EXCLUDED.name, visits = accounts.visits + 1 RETURNING id, name, visits, xmax = 0 AS inserted
  WITH ins AS (INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1) ON CONFLICT (day) DO NOTHING RETURNING day, hits) SELECT day, hits FROM ins UNION ALL SELECT day, hits FROM tally WHERE day = '2024-01-31' LIMIT 1
  WITH ins AS (INSERT INTO tally (day, hits) VALUES ('2030-01-31', 1) ON CONFLICT (day) DO NOTHING RETURNING day, hits) SELECT day, hits FROM ins UNION ALL SELECT day, hits FROM tally WHERE day = '2030-01-31'
  WITH before AS (SELECT id, visits FROM accounts WHERE active), up AS (UPDATE accounts SET visits = visits + 1 WHERE active RETURNING id, visits) SELECT b.id, b.visits, up.visits FROM before b JOIN up ON up.id = b.id
  UPDATE accounts AS a SET (note, balance) = (SELECT 'sum', coalesce(sum(m.amount), 0) FROM movements m WHERE m.account_id = a.id)
  INSERT INTO accounts (name, opened, touched) VALUES ('a', '20240131', '20240131 10:11:12'), ('b', '1/31/2024', 'Jan 31, 2024 10:11'), ('c', '31 January 2024', '2024-Jan-31')
  WITH gone AS (DELETE FROM movements WHERE account_id = 1 RETURNING id) SELECT (SELECT count(*) FROM movements) AS before, (SELECT count(*) FROM gone) AS gone
`);

/** What MySQL reads of values, and what it assigns twice. */
export const mysqlKnownRows: readonly Case[] = [
  ...plainCases(`
  INSERT INTO accounts (id, name) VALUES (0, 'Counted'), (NULL, 'Next')
  INSERT INTO accounts (name, opened, touched) VALUES ('a', '20240131', '20240131101112'), ('b', 20240131, 240131), ('c', '24-1-5', '2024.1.5 10:11')
  UPDATE accounts SET balance = '12.345', visits = '7' WHERE id = 1
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3) ON DUPLICATE KEY UPDATE amount = VALUES(amount), amount = amount + 1
  UPDATE accounts SET visits = 1, note = visits, visits = visits + 1 WHERE id = 1
  UPDATE IGNORE accounts SET visits = visits + 1
  UPDATE IGNORE stock SET place = 'north' WHERE sku = 'A'
  UPDATE IGNORE stock SET place = 'east'
  UPDATE IGNORE accounts SET email = 'bob@example.com', visits = 1 WHERE id < 3
  INSERT INTO stock VALUES ('N', 'new', 1), ('N', 'new', 2), ('A', 'north', 3) ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount)
  REPLACE INTO accounts (id, email, name) VALUES (2, 'ada@example.com', 'Merged')
  `),
  {
    sql: "INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1) ON DUPLICATE KEY UPDATE hits = LAST_INSERT_ID(hits + 1)",
    warns: { POSTGRESQL: ['LAST_NUMBER_DROPPED'], SQLITE: ['LAST_NUMBER_DROPPED'] },
  },
];

/** Columns of the changed table alone, and rules about keys that nothing breaks. */
export const sqliteKnownRows: readonly Case[] = plainCases(`
  UPDATE accounts SET visits = 0 FROM movements AS m WHERE m.account_id = accounts.id AND m.kind = 'refund' RETURNING id, name
  UPDATE stock SET amount = stock.amount + o.amount FROM stock AS o WHERE o.sku = stock.sku AND o.place = 'south' AND stock.place = 'north' RETURNING *
  UPDATE OR IGNORE accounts SET visits = visits + 1 WHERE active
  UPDATE OR REPLACE stock SET amount = 0
  INSERT INTO tally VALUES ('2030-01-01', 1), ('2030-01-01', 2) ON CONFLICT (day) DO UPDATE SET hits = hits + excluded.hits
  INSERT OR REPLACE INTO accounts (id, email, name) VALUES (1, 'bob@example.com', 'Merged'), (9, 'dan@example.com', 'Dan')
`);
