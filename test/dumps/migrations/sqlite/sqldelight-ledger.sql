PRAGMA foreign_keys = ON;
CREATE TABLE account (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  currency TEXT NOT NULL DEFAULT 'CHF',
  opened_on INTEGER NOT NULL
);
CREATE TABLE entry (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  amount_minor INTEGER NOT NULL,
  memo TEXT,
  booked_at INTEGER NOT NULL,
  cleared INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entry_account_booked ON entry(account_id, booked_at DESC);
INSERT INTO account(name, opened_on) VALUES ('Cash', 19700), ('Bank', 19000);
INSERT INTO account(name, currency, opened_on) VALUES ('Trip', 'EUR', 19800);
INSERT INTO entry(account_id, amount_minor, memo, booked_at) VALUES (1, -1250, 'coffee', 1704100000000), (1, 20000, NULL, 1704200000000), (2, 450000, 'salary', 1704300000000), (3, -9900, 'train', 1704400000000);
-- 1.sqm
ALTER TABLE entry ADD COLUMN category TEXT;
UPDATE entry SET category = CASE WHEN amount_minor > 0 THEN 'income' WHEN memo IN ('coffee', 'tea') THEN 'food' ELSE 'other' END;
CREATE VIEW balance AS
SELECT account.id, account.name, coalesce(sum(entry.amount_minor), 0) AS minor
FROM account LEFT JOIN entry ON entry.account_id = account.id
GROUP BY account.id, account.name;
-- 2.sqm
CREATE TABLE transfer (
  from_entry INTEGER NOT NULL REFERENCES entry(id),
  to_entry INTEGER NOT NULL REFERENCES entry(id),
  PRIMARY KEY (from_entry, to_entry)
);
INSERT INTO entry(account_id, amount_minor, memo, booked_at) VALUES (2, -5000, 'to cash', 1704500000000);
INSERT INTO entry(account_id, amount_minor, memo, booked_at) VALUES (1, 5000, 'from bank', 1704500000000);
INSERT INTO transfer SELECT a.id, b.id FROM entry a JOIN entry b ON a.booked_at = b.booked_at AND a.amount_minor = -b.amount_minor AND a.amount_minor < 0;
-- 3.sqm
DROP VIEW balance;
CREATE TABLE account_new (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  currency TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
);
INSERT INTO account_new(id, name, currency) SELECT id, name, currency FROM account;
PRAGMA foreign_keys = OFF;
DROP TABLE account;
ALTER TABLE account_new RENAME TO account;
PRAGMA foreign_keys = ON;
UPDATE account SET archived = 1 WHERE id NOT IN (SELECT account_id FROM entry WHERE booked_at >= 1704450000000);
UPDATE entry SET cleared = 1, memo = ifnull(memo, 'n/a') WHERE booked_at < 1704250000000;
DELETE FROM account WHERE currency = 'EUR';
INSERT INTO account(name, currency) VALUES ('Savings', 'CHF') ON CONFLICT(name) DO NOTHING;
CREATE VIEW balance AS SELECT account_id, sum(amount_minor) / 100.0 AS amount, max(booked_at) AS latest FROM entry GROUP BY account_id;
