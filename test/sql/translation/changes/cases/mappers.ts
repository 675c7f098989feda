import type { Case } from '../../corpus/case.js';

/** Changes as mappers of objects and applications write them. */
export const postgresqlMappers: readonly Case[] = [
  {
    sql: String.raw`WITH moved AS (DELETE FROM movements WHERE account_id = 1 RETURNING account_id, amount) INSERT INTO movements (account_id, amount, kind) SELECT account_id, sum(amount), 'merged' FROM moved GROUP BY account_id`,
  },
  {
    sql: String.raw`UPDATE accounts a SET balance = coalesce(a.balance, 0) + m.total FROM (SELECT account_id, sum(amount) AS total FROM movements GROUP BY account_id) m WHERE m.account_id = a.id`,
  },
  {
    sql: String.raw`DELETE FROM movements USING accounts WHERE accounts.id = movements.account_id AND NOT accounts.active RETURNING movements.id`,
  },
  {
    sql: String.raw`MERGE INTO stock s USING (VALUES ('A', 'north', 7), ('C', 'east', 1)) AS v(sku, place, amount) ON s.sku = v.sku AND s.place = v.place WHEN MATCHED THEN UPDATE SET amount = s.amount + v.amount WHEN NOT MATCHED THEN INSERT (sku, place, amount) VALUES (v.sku, v.place, v.amount)`,
  },
  {
    sql: String.raw`WITH up AS (UPDATE tally SET hits = hits + 1 WHERE day = '2024-01-31' RETURNING day) INSERT INTO tally (day, hits) SELECT '2024-01-31', 1 WHERE NOT EXISTS (SELECT 1 FROM up)`,
  },
  {
    sql: String.raw`UPDATE accounts SET (visits, note) = (visits + 1, upper(coalesce(note, 'none'))), touched = '2024-07-01 12:00' WHERE email IS NOT NULL RETURNING id, visits, note`,
  },
  {
    sql: String.raw`INSERT INTO tally SELECT d::date, 0 FROM generate_series('2024-01-30'::date, '2024-02-02', '1 day') d ON CONFLICT DO NOTHING`,
  },
  {
    sql: String.raw`DELETE FROM movements m WHERE m.id <> (SELECT max(id) FROM movements x WHERE x.account_id = m.account_id) RETURNING *`,
  },
  {
    sql: String.raw`INSERT INTO accounts (name, email, opened) VALUES ('A', 'a@x.com', current_date), ('B', 'b@x.com', NULL) ON CONFLICT (email) DO NOTHING`,
  },
  {
    sql: String.raw`UPDATE "accounts" SET "visits" = ("accounts"."visits" + 5), "note" = 'bulk' WHERE "accounts"."id" IN (SELECT U0."account_id" FROM "movements" U0 WHERE U0."amount" > 5)`,
  },
  {
    sql: String.raw`UPDATE stock SET amount = v.amount FROM (VALUES ('A', 'north', 50), ('B', 'north', 60)) AS v(sku, place, amount) WHERE stock.sku = v.sku AND stock.place = v.place`,
  },
  {
    sql: String.raw`WITH ranked AS (SELECT id, row_number() OVER (PARTITION BY account_id ORDER BY amount DESC) AS rn FROM movements) DELETE FROM movements WHERE id IN (SELECT id FROM ranked WHERE rn > 1)`,
  },
];

export const mysqlMappers: readonly Case[] = [
  {
    sql: String.raw`UPDATE accounts a INNER JOIN movements m ON m.account_id = a.id SET a.balance = a.balance - m.amount, m.kind = 'settled' WHERE m.kind = 'refund'`,
  },
  {
    sql: String.raw`INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 3), ('Z', 'south', 8) ON DUPLICATE KEY UPDATE amount = GREATEST(amount, VALUES(amount))`,
  },
  {
    sql: String.raw`DELETE m, a FROM movements m JOIN accounts a ON a.id = m.account_id WHERE a.email = 'bob@example.com'`,
  },
  {
    sql: String.raw`INSERT INTO movements (account_id, amount, kind) SELECT id, balance * 0.1, 'bonus' FROM accounts WHERE balance > 0 AND NOT EXISTS (SELECT 1 FROM movements m WHERE m.account_id = accounts.id AND m.kind = 'bonus')`,
  },
  {
    sql: String.raw`UPDATE accounts SET visits = visits + 1, note = CONCAT(IFNULL(note, ''), '#', visits), touched = '2024-05-05 10:00:00' WHERE email LIKE '%@example.com' ORDER BY id DESC LIMIT 2`,
  },
  {
    sql: String.raw`UPDATE accounts a LEFT JOIN (SELECT account_id, COUNT(*) AS c FROM movements GROUP BY account_id) m ON m.account_id = a.id SET a.visits = COALESCE(m.c, 0), a.active = m.c IS NOT NULL`,
  },
  {
    sql: String.raw`INSERT IGNORE INTO accounts (id, email, name, active) SELECT id + 10, email, UPPER(name), 0 FROM accounts WHERE email IS NOT NULL ORDER BY id`,
  },
  {
    sql: String.raw`DELETE FROM movements WHERE account_id NOT IN (SELECT id FROM accounts) OR amount < (SELECT AVG(amount) FROM (SELECT amount FROM movements) x)`,
  },
  { sql: String.raw`INSERT INTO accounts SET name = 'Set', email = 'set@example.com', balance = 5.555` },
  {
    sql: String.raw`UPDATE accounts SET balance = CASE id WHEN 1 THEN 10 WHEN 2 THEN 20 ELSE balance END, note = IF(active, note, 'inactive') WHERE id IN (1, 2, 3)`,
  },
  {
    sql: String.raw`DELETE a FROM accounts a LEFT JOIN movements m ON m.account_id = a.id WHERE m.id IS NULL AND a.visits > 5`,
  },
  {
    sql: String.raw`INSERT INTO tally (day, hits) VALUES (CURDATE() - INTERVAL DAYOFYEAR(CURDATE()) DAY + INTERVAL 0 DAY, 1) ON DUPLICATE KEY UPDATE hits = hits + 1`,
  },
  {
    sql: String.raw`UPDATE stock s JOIN (SELECT sku, SUM(amount) AS total FROM stock GROUP BY sku) t ON t.sku = s.sku SET s.amount = t.total WHERE s.place = 'north'`,
  },
  {
    sql: String.raw`DELETE FROM stock WHERE (sku, place) IN (SELECT * FROM (SELECT sku, MIN(place) FROM stock GROUP BY sku HAVING COUNT(*) > 1) d)`,
  },
  {
    sql: String.raw`UPDATE accounts SET touched = DATE_ADD(touched, INTERVAL 1 MONTH), opened = LAST_DAY(opened), balance = ROUND(balance * 1.1, 1)`,
  },
  { sql: String.raw`INSERT INTO movements (account_id, amount, kind) VALUES (1, 10, DEFAULT), (2, 5.25, 'x')` },
];

export const sqliteMappers: readonly Case[] = [
  {
    sql: String.raw`INSERT INTO accounts (email, name) VALUES ('ada@example.com', 'Other') ON CONFLICT (email) DO UPDATE SET visits = visits + 1, note = excluded.name`,
  },
  { sql: String.raw`INSERT OR IGNORE INTO stock VALUES ('A', 'north', 99), ('Q', 'west', 1)` },
  {
    sql: String.raw`UPDATE accounts SET balance = (SELECT SUM(amount) FROM movements WHERE account_id = accounts.id), visits = (SELECT count(*) FROM movements WHERE account_id = accounts.id) WHERE id IN (SELECT account_id FROM movements)`,
  },
  { sql: String.raw`DELETE FROM movements WHERE rowid IN (SELECT rowid FROM movements ORDER BY amount DESC LIMIT 2)` },
  { sql: String.raw`UPDATE stock SET amount = amount + 10 WHERE sku = 'A' RETURNING sku, place, amount` },
  {
    sql: String.raw`UPDATE accounts SET note = CASE WHEN visits > 5 THEN 'often' ELSE note END, touched = datetime(touched, '+1 day') WHERE touched IS NOT NULL`,
  },
  {
    sql: String.raw`UPDATE accounts SET balance = balance + m.s FROM (SELECT account_id, sum(amount) AS s FROM movements GROUP BY account_id) AS m WHERE m.account_id = accounts.id`,
  },
  { sql: String.raw`UPDATE movements SET kind = 'big' WHERE amount > (SELECT avg(amount) FROM movements)` },
  {
    sql: String.raw`INSERT INTO stock (sku, place, amount) SELECT sku, 'west', sum(amount) FROM stock WHERE true GROUP BY sku ON CONFLICT (sku, place) DO UPDATE SET amount = amount + excluded.amount`,
  },
  { sql: String.raw`UPDATE accounts SET visits = visits + 1, note = 'n' || visits WHERE visits BETWEEN 1 AND 7` },
];
