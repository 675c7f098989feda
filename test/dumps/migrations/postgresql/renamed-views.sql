CREATE TABLE lines (id int PRIMARY KEY, body text, weight numeric(6, 1));
INSERT INTO lines VALUES (1, 'one', 1.5), (2, 'two', 2);
CREATE VIEW heavy AS SELECT id, body, lines.weight * 2 AS twice FROM lines WHERE weight > 1.7;
CREATE VIEW heavier AS SELECT h.id FROM heavy h;
ALTER TABLE lines RENAME TO logs;

ALTER TABLE logs RENAME COLUMN body TO message;
ALTER TABLE logs RENAME COLUMN weight TO grams;
ALTER TABLE logs ADD COLUMN seen boolean NOT NULL DEFAULT false;
INSERT INTO logs (id, message, grams) VALUES (3, 'three', 9);
