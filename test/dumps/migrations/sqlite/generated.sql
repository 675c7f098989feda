CREATE TABLE lines (id INTEGER PRIMARY KEY, qty INTEGER NOT NULL, unit_price NUMERIC(8,2) NOT NULL, total NUMERIC(10,2) GENERATED ALWAYS AS (qty * unit_price) STORED, label TEXT AS (upper(substr(kind, 1, 1)) || '-' || id) VIRTUAL, kind TEXT NOT NULL DEFAULT 'x');
INSERT INTO lines (qty, unit_price, kind) VALUES (2, 9.99, 'book'), (1, 100, 'pen');
UPDATE lines SET qty = qty + 1 WHERE kind = 'pen';
CREATE UNIQUE INDEX lines_kind ON lines(kind, qty);
INSERT INTO lines (id, qty, unit_price) VALUES (10, 0, 0.5);
