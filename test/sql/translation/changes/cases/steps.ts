import { plainCases, type Case } from '../../corpus/case.js';

/** What comes to several statements where the target can’t say it at once. */
export const postgresqlSteps: readonly Case[] = plainCases(`
  WITH debit AS (UPDATE accounts SET balance = balance - 5 WHERE id = 1 AND balance >= 5 RETURNING id) UPDATE accounts SET balance = balance + 5 WHERE id = 2 AND EXISTS (SELECT 1 FROM debit) RETURNING id, balance
  WITH src AS (UPDATE accounts SET balance = balance - 7 WHERE id = 1 AND balance >= 7 RETURNING id), dst AS (UPDATE accounts SET balance = balance + 7, visits = visits + 1 WHERE id = 4 AND EXISTS (SELECT 1 FROM src) RETURNING id) INSERT INTO movements (account_id, amount, kind) SELECT id, -7, 'move' FROM src UNION ALL SELECT id, 7, 'move' FROM dst
  DELETE FROM movements a USING movements b WHERE a.id > b.id AND a.kind = b.kind RETURNING a.id, a.kind
  UPDATE accounts AS a SET visits = a.visits + 1 FROM movements m WHERE m.account_id = a.id AND m.kind = 'payment' RETURNING a.id, a.visits
  INSERT INTO stock AS s (sku, place, amount) VALUES ('A', 'north', 5) ON CONFLICT (sku, place) DO UPDATE SET amount = s.amount + EXCLUDED.amount RETURNING s.sku, s.amount
  INSERT INTO movements SELECT id + 50, id, balance FROM accounts WHERE balance IS NOT NULL
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 9) ON CONFLICT ON CONSTRAINT stock_pkey DO UPDATE SET (amount) = ROW(stock.amount + EXCLUDED.amount)
  WITH moved AS (DELETE FROM movements WHERE account_id = 1 RETURNING account_id, amount) INSERT INTO movements (account_id, amount, kind) SELECT account_id, sum(amount), 'merged' FROM moved GROUP BY account_id
  DELETE FROM movements USING accounts WHERE accounts.id = movements.account_id AND NOT accounts.active RETURNING movements.id, accounts.name
  MERGE INTO stock s USING (VALUES ('A', 'north', 7), ('C', 'east', 1)) AS v(sku, place, amount) ON s.sku = v.sku AND s.place = v.place WHEN MATCHED THEN UPDATE SET amount = s.amount + v.amount WHEN NOT MATCHED THEN INSERT (sku, place, amount) VALUES (v.sku, v.place, v.amount)
  MERGE INTO tally AS t USING (SELECT opened, count(*) AS n FROM accounts WHERE opened IS NOT NULL GROUP BY opened) AS a ON t.day = a.opened WHEN MATCHED AND t.hits > 3 THEN DELETE WHEN MATCHED THEN UPDATE SET hits = t.hits + a.n WHEN NOT MATCHED AND a.n > 0 THEN INSERT (day, hits) VALUES (a.opened, a.n) WHEN NOT MATCHED THEN DO NOTHING
  MERGE INTO accounts USING movements m ON accounts.id = m.account_id AND m.kind = 'refund' WHEN MATCHED THEN UPDATE SET balance = balance - m.amount, touched = '2024-01-02 03:04:05'
  WITH up AS (UPDATE tally SET hits = hits + 1 WHERE day = '2024-01-31' RETURNING day) INSERT INTO tally (day, hits) SELECT '2024-01-31', 1 WHERE NOT EXISTS (SELECT 1 FROM up)
  WITH ins AS (INSERT INTO accounts (name, email) VALUES ('Zed', 'zed@example.com') RETURNING id) INSERT INTO movements (account_id, amount) SELECT id, 12.5 FROM ins
  WITH gone AS (DELETE FROM movements WHERE amount < 6 RETURNING *) SELECT count(*), sum(amount), min(kind) FROM gone
  UPDATE accounts SET (visits, note) = (visits + 1, upper(coalesce(note, 'none'))), touched = '2024-07-01 12:00' WHERE email IS NOT NULL RETURNING id, visits, note
  UPDATE accounts AS a SET visits = 0 FROM movements m WHERE m.account_id = a.id AND m.kind = 'refund' RETURNING a.id, a.name AS who, a.visits + 1
  DELETE FROM movements m WHERE m.id <> (SELECT max(id) FROM movements x WHERE x.account_id = m.account_id) RETURNING *
  UPDATE accounts SET visits = id, id = visits + 100 WHERE id = 1
  UPDATE movements SET account_id = id, amount = account_id
  WITH d AS (DELETE FROM accounts WHERE NOT active RETURNING id, name), m AS (DELETE FROM movements WHERE account_id IN (SELECT id FROM d) RETURNING id) SELECT (SELECT count(*) FROM d) AS accounts, (SELECT count(*) FROM m) AS movements
  WITH new_rows (sku, place, n) AS (VALUES ('A', 'north', 1), ('N', 'new', 2)), upd AS (UPDATE stock SET amount = amount + n FROM new_rows WHERE stock.sku = new_rows.sku AND stock.place = new_rows.place RETURNING stock.sku, stock.place) INSERT INTO stock (sku, place, amount) SELECT sku, place, n FROM new_rows WHERE (sku, place) NOT IN (SELECT sku, place FROM upd)
  UPDATE accounts SET name = coalesce(note, name), note = name WHERE id IN (1, 2) RETURNING id, name, note
  UPDATE accounts SET visits = visits + m.amount, balance = visits FROM movements m WHERE m.account_id = accounts.id AND m.kind = 'refund'
  UPDATE accounts SET visits = 1 FROM movements m WHERE m.account_id = accounts.id AND m.kind = 'refund' RETURNING accounts.id, m.id AS movement, m.amount
  UPDATE accounts SET (visits, balance) = (balance, visits), note = DEFAULT WHERE id IN (1, 2)
  DELETE FROM movements WHERE ctid IN (SELECT ctid FROM movements WHERE kind = 'payment' ORDER BY id LIMIT 2)
  DELETE FROM movements WHERE ctid NOT IN (SELECT min(ctid) FROM movements GROUP BY account_id)
  WITH d AS (SELECT ctid, row_number() OVER (PARTITION BY account_id ORDER BY id) AS rn FROM movements) DELETE FROM movements USING d WHERE movements.ctid = d.ctid AND d.rn > 1
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3), ('N', 'north', 4) ON CONFLICT DO NOTHING RETURNING sku, place, amount
  INSERT INTO accounts (id, email, name) VALUES (1, 'x@y.z', 'One'), (21, 'ada@example.com', 'Other'), (22, 'n@y.z', 'New') ON CONFLICT DO NOTHING RETURNING id, email
  INSERT INTO accounts (email, name) VALUES ('n@y.z', 'New'), ('ada@example.com', 'Other') ON CONFLICT (email) DO NOTHING RETURNING email, name
  MERGE INTO accounts a USING (VALUES (1, 'one'), (31, 'new')) AS v(id, name) ON a.id = v.id WHEN NOT MATCHED THEN INSERT (id, name, visits, note) VALUES (v.id, v.name, DEFAULT, DEFAULT)
  MERGE INTO stock s USING (VALUES ('A', 'north'), ('C', 'east')) AS v(sku, place) ON s.sku = v.sku AND s.place = v.place WHEN NOT MATCHED THEN INSERT VALUES (v.sku, v.place, DEFAULT)
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 9) ON CONFLICT (sku, place) DO UPDATE SET amount = stock.amount + 1 RETURNING stock.*
  UPDATE stock SET place = place || '-2', amount = amount + 1 WHERE sku = 'A' RETURNING sku, place, amount
  UPDATE tally SET day = '2025-01-01' WHERE day = '2024-01-31' RETURNING *
  UPDATE tally SET day = day + hits, hits = 0 WHERE hits > 0 RETURNING day
  WITH moved AS (UPDATE stock SET sku = 'Z' WHERE sku = 'A' RETURNING place) SELECT count(*), min(place) FROM moved
`);

export const mysqlSteps: readonly Case[] = plainCases(`
  UPDATE accounts a INNER JOIN movements m ON m.account_id = a.id SET a.balance = a.balance - m.amount, m.kind = 'settled' WHERE m.kind = 'refund'
  SELECT @rn := @rn + 1 AS rn, name FROM accounts CROSS JOIN (SELECT @rn := 0) v ORDER BY id
  SELECT @n := @n + 1 AS rn, m.id, m.kind FROM movements m, (SELECT @n := 10) v WHERE amount > 1 ORDER BY m.id LIMIT 2
  DELETE m, a FROM movements m JOIN accounts a ON a.id = m.account_id WHERE a.email = 'bob@example.com'
  DELETE accounts, movements FROM accounts LEFT JOIN movements ON accounts.id = movements.account_id WHERE accounts.id > 2
`);

export const sqliteSteps: readonly Case[] = plainCases(`
  UPDATE stock SET amount = amount + 10 WHERE sku = 'A' RETURNING sku, place, amount
  UPDATE accounts SET visits = visits + 1 WHERE id = 1 RETURNING *
  UPDATE OR REPLACE stock SET place = 'south', amount = amount + 7 WHERE sku = 'A' AND place = 'north'
  UPDATE OR REPLACE accounts SET email = 'bob@example.com', id = id + 3 WHERE id = 1
  UPDATE OR REPLACE accounts SET id = 3 WHERE email = 'dan@example.com' RETURNING id, name
  UPDATE OR REPLACE tally SET day = '2024-02-29' WHERE day = '2030-01-01'
`);
