BEGIN;
CREATE TYPE entry_kind AS ENUM ('debit', 'credit');
CREATE DOMAIN cents AS bigint CHECK (VALUE >= 0);
CREATE TABLE books (code varchar(6) PRIMARY KEY, title varchar(60) NOT NULL);
CREATE TABLE entries (
  id bigserial PRIMARY KEY,
  book varchar(6) NOT NULL REFERENCES books (code) ON UPDATE CASCADE,
  kind entry_kind NOT NULL,
  amount cents NOT NULL,
  booked date NOT NULL DEFAULT DATE '2024-01-01',
  memo text
);
INSERT INTO books VALUES ('CASH', 'Cash in hand'), ('BANK', 'Bank');
INSERT INTO entries (book, kind, amount, memo) VALUES ('CASH', 'debit', 1250, 'it''s the till'), ('BANK', 'credit', 99900, E'two\nlines');
COMMIT;
BEGIN;
UPDATE books SET code = 'TILL' WHERE code = 'CASH';
ALTER TYPE entry_kind ADD VALUE 'void';
COMMIT;
INSERT INTO entries (book, kind, amount, booked) VALUES ('TILL', 'void', 0, '2024-02-29');
ALTER TABLE entries RENAME COLUMN memo TO note;
CREATE INDEX entries_by_day ON entries (booked DESC, id);
