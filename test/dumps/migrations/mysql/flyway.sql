CREATE TABLE IF NOT EXISTS account (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT,
  owner VARCHAR(60) NOT NULL COMMENT 'who it belongs to',
  balance DECIMAL(15,4) NOT NULL DEFAULT 0.0000,
  currency CHAR(3) NOT NULL DEFAULT 'EUR',
  opened DATE NOT NULL,
  flags SET('vip','locked','closed') NOT NULL DEFAULT '',
  touched TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY idx_owner (owner(10)),
  CONSTRAINT chk_balance CHECK (balance > -1000)
) ENGINE=InnoDB AUTO_INCREMENT=100 DEFAULT CHARSET=utf8mb4 COMMENT='accounts';
INSERT INTO account (owner, balance, opened, flags) VALUES ('Zoë', 10.5, '2020-02-29', 'vip,locked'), ('Max', -3.25, '2021-12-31', '');
INSERT INTO account SET owner = 'Eve', balance = 1e3, opened = '2022-01-01';
REPLACE INTO account (id, owner, balance, opened) VALUES (101, 'Max II', 0, '2023-01-01');
UPDATE account a JOIN (SELECT owner, COUNT(*) c FROM account GROUP BY owner) x ON x.owner = a.owner SET a.balance = a.balance + x.c WHERE a.currency = 'EUR';
UPDATE account SET balance = balance * 2, owner = CONCAT(owner, ' (', balance, ')') ORDER BY id DESC LIMIT 1;
DELETE a FROM account a LEFT JOIN account b ON b.owner = a.owner AND b.id < a.id WHERE b.id IS NOT NULL;
ALTER TABLE account ADD COLUMN limit_amount INT NULL DEFAULT 5, DROP COLUMN currency, ADD INDEX idx_opened (opened);
