CREATE TABLE codes (code TEXT PRIMARY KEY, n INT NOT NULL, ratio REAL, raw BLOB, anything ANY) STRICT, WITHOUT ROWID;
CREATE TABLE uses (id INTEGER PRIMARY KEY, code TEXT NOT NULL REFERENCES codes(code) ON UPDATE CASCADE, at TEXT NOT NULL) STRICT;
INSERT INTO codes VALUES ('a', 1, 0.5, x'00', 'text'), ('b', 2, NULL, NULL, NULL);
INSERT INTO uses (code, at) VALUES ('a', '2024-01-01'), ('b', '2024-01-02');
PRAGMA foreign_keys = ON;
UPDATE codes SET code = 'c' WHERE code = 'a';
ALTER TABLE codes ADD COLUMN note TEXT;
ALTER TABLE codes DROP COLUMN ratio;
