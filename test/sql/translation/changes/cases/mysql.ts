import { plainCases, type Case } from '../../corpus/case.js';

export const mysqlInserts: readonly Case[] = [
  ...plainCases(`
  INSERT INTO accounts (id, email, name) VALUES (5, 'eve@example.com', 'Eve')
  INSERT INTO accounts (email, name, active) VALUES ('eve@example.com', 'Eve', 1), ('fay@example.com', 'Fay', 0)
  INSERT INTO accounts (id, name, active, opened) VALUES (NULL, 'Counted', TRUE, '2024-05-01')
  INSERT INTO accounts (id, name, visits, note) VALUES (5, 'Eve', DEFAULT, DEFAULT)
  INSERT INTO accounts SET name = 'Gil', visits = 2, active = visits > 5
  INSERT INTO accounts SET name = 'Hal', visits = DEFAULT(visits) + 1, note = DEFAULT(note), balance = DEFAULT(balance)
  INSERT INTO accounts (name, balance) VALUES ('Half', 10.005), ('Third', 1 / 3)
  INSERT INTO accounts VALUES (5, 'eve@example.com', 'Eve', 1, 0, 9.5, '2024-02-29', '2024-02-29 10:00:00', NULL)
  INSERT INTO movements (account_id, amount) SELECT id, balance FROM accounts WHERE balance > 0
  INSERT INTO movements (account_id, amount, kind) SELECT id, visits * 1.5, CONCAT('v', visits) FROM accounts WHERE visits > 0
  INSERT INTO accounts (name, active) SELECT CONCAT(name, '!'), visits > 5 FROM accounts WHERE email IS NOT NULL ORDER BY id
  INSERT IGNORE INTO accounts (id, email, name) VALUES (1, 'new@example.com', 'Other'), (5, 'bob@example.com', 'Other'), (6, 'zoe@example.com', 'Zoe')
  INSERT IGNORE INTO stock (sku, place, amount) VALUES ('A', 'north', 99), ('C', 'north', 1)
  INSERT IGNORE INTO stock (sku, place, amount) SELECT sku, 'north', amount FROM stock WHERE place = 'south'
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3), ('C', 'south', 4) ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount)
  INSERT INTO stock VALUES ('A', 'north', 3) ON DUPLICATE KEY UPDATE amount = VALUES(amount) * 2
  INSERT INTO tally (day, hits) VALUES ('2024-01-31', 1) ON DUPLICATE KEY UPDATE hits = hits + 1
  INSERT INTO tally (day, hits) VALUES ('2024-03-01', 1), ('2024-01-31', 10) ON DUPLICATE KEY UPDATE hits = GREATEST(hits, VALUES(hits))
  INSERT INTO accounts (id, name, visits) VALUES (2, 'Bobby', 5) ON DUPLICATE KEY UPDATE name = VALUES(name), visits = visits + VALUES(visits), note = CONCAT(name, visits)
  INSERT INTO accounts (email, name) VALUES ('bob@example.com', 'B.') ON DUPLICATE KEY UPDATE name = VALUES(name), touched = '2024-06-01 00:00:00'
  INSERT INTO accounts (email, name) VALUES ('bob@example.com', 'B.') ON DUPLICATE KEY UPDATE active = 1, balance = COALESCE(balance, 0) + 1.255
  INSERT INTO accounts (id, name) VALUES (4, 'D') ON DUPLICATE KEY UPDATE note = IF(visits > 5, 'busy', note), active = visits < 5
  INSERT INTO stock (sku, place, amount) SELECT 'A', 'north', COUNT(*) FROM movements ON DUPLICATE KEY UPDATE amount = stock.amount + VALUES(amount)
  INSERT INTO tally (day, hits) SELECT opened, visits FROM accounts WHERE opened IS NOT NULL ON DUPLICATE KEY UPDATE hits = tally.hits + VALUES(hits)
  INSERT INTO stock (sku, place, amount) SELECT * FROM (SELECT 'A' AS sku, 'north' AS place, 7 AS n) AS d ON DUPLICATE KEY UPDATE amount = stock.amount + d.n
  `),
  { sql: "REPLACE INTO stock (sku, place, amount) VALUES ('A', 'north', 50), ('Z', 'north', 1)" },
  { sql: "REPLACE INTO tally (day, hits) VALUES ('2024-01-31', 0)" },
  { sql: "REPLACE INTO tally SET day = '2024-02-29', hits = 7" },
  { sql: "REPLACE INTO accounts (id, name, visits) VALUES (1, 'Ada again', 9)" },
  // several keys may be broken, of which the first counts
  {
    sql: "INSERT INTO accounts (id, email, name) VALUES (2, 'new@example.com', 'Two keys') ON DUPLICATE KEY UPDATE note = 'seen'",
  },
  {
    sql: "INSERT INTO accounts (id, email, name) VALUES (9, 'dan@example.com', 'D'), (8, 'new@example.com', 'N'), (1, NULL, 'A') ON DUPLICATE KEY UPDATE visits = visits + 1, name = CONCAT(name, VALUES(name))",
  },
];

export const mysqlUpdates: readonly Case[] = [
  ...plainCases(`
  UPDATE accounts SET visits = visits + 1 WHERE active
  UPDATE accounts SET active = 0 WHERE visits = 0 OR balance < 0
  UPDATE accounts SET active = NOT active, note = NULL
  UPDATE accounts SET visits = visits + 1, note = visits WHERE id = 1
  UPDATE accounts SET balance = balance * 1.1, note = IF(balance > 50, 'rich', 'poor') WHERE balance IS NOT NULL
  UPDATE accounts SET name = UPPER(name), email = CONCAT(LOWER(name), '@x.org') WHERE id IN (1, 2)
  UPDATE accounts SET opened = DATE_ADD(opened, INTERVAL 1 MONTH) WHERE opened IS NOT NULL
  UPDATE accounts SET touched = '2024-03-01 12:00:00', opened = '2024-03-01'
  UPDATE accounts SET opened = touched WHERE touched IS NOT NULL
  UPDATE accounts SET visits = balance WHERE balance > 0
  UPDATE accounts SET visits = DEFAULT, note = DEFAULT WHERE id = 4
  UPDATE accounts SET visits = 0 ORDER BY visits DESC, id LIMIT 2
  UPDATE accounts SET note = 'first' WHERE visits > 0 ORDER BY id LIMIT 1
  UPDATE stock SET amount = amount + 1 ORDER BY sku, place LIMIT 2
  UPDATE stock SET amount = 1 ORDER BY sku
  UPDATE accounts a SET a.note = 'aliased' WHERE a.id = 2
  UPDATE accounts a JOIN movements m ON m.account_id = a.id SET a.balance = a.balance + m.amount WHERE m.kind = 'refund'
  UPDATE accounts a, movements m SET a.note = m.kind WHERE m.account_id = a.id AND m.id = 3
  UPDATE movements m JOIN accounts a ON a.id = m.account_id SET m.kind = CONCAT(m.kind, '/', a.name)
  UPDATE accounts a LEFT JOIN movements m ON m.account_id = a.id SET a.note = 'idle' WHERE m.id IS NULL
  UPDATE accounts LEFT JOIN movements ON account_id = accounts.id SET note = 'idle', visits = visits + 10 WHERE movements.id IS NULL
  UPDATE accounts a JOIN (SELECT account_id, SUM(amount) AS total FROM movements GROUP BY account_id) m ON m.account_id = a.id SET a.balance = m.total
  UPDATE accounts SET balance = (SELECT SUM(amount) FROM movements WHERE account_id = accounts.id) WHERE id IN (SELECT account_id FROM movements)
  UPDATE movements SET kind = CASE WHEN amount > 20 THEN 'large' WHEN amount > 5 THEN 'middle' ELSE 'small' END
  UPDATE accounts SET touched = IF(visits > 5, '2024-09-09', touched), opened = COALESCE(opened, '2024-9-9')
  UPDATE accounts SET id = id + 1 WHERE id > 1 ORDER BY id DESC
  UPDATE accounts SET note = NULLIF(note, ''), email = NULLIF(TRIM(email), '')
  `),
  {
    sql: "UPDATE accounts a JOIN movements m ON m.account_id = a.id SET a.note = 'both', m.kind = 'both'",
  },
];

export const mysqlDeletes: readonly Case[] = plainCases(`
  DELETE FROM movements
  DELETE FROM movements WHERE amount > 5 AND kind <> 'refund'
  DELETE FROM movements ORDER BY amount DESC LIMIT 2
  DELETE FROM stock ORDER BY amount, sku, place LIMIT 1
  DELETE FROM accounts WHERE active = 0
  DELETE FROM accounts WHERE NOT active OR opened < '2024-01-01'
  DELETE m FROM movements m JOIN accounts a ON a.id = m.account_id WHERE a.name = 'Ada'
  DELETE FROM m USING movements m JOIN accounts a ON a.id = m.account_id WHERE a.active
  DELETE movements FROM movements LEFT JOIN accounts ON accounts.id = movements.account_id WHERE accounts.id IS NULL
  DELETE a FROM accounts a LEFT JOIN movements m ON m.account_id = a.id AND m.kind = 'payment' WHERE m.id IS NULL
  DELETE s FROM stock s JOIN stock o ON o.sku = s.sku AND o.amount > s.amount
  DELETE FROM movements WHERE account_id NOT IN (SELECT id FROM accounts)
  DELETE FROM accounts WHERE EXISTS (SELECT 1 FROM movements m WHERE m.account_id = accounts.id)
  TRUNCATE TABLE movements
  TRUNCATE stock
`);
