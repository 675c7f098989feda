PRAGMA foreign_keys = ON;
-- +goose Up
-- +goose StatementBegin
CREATE TABLE hives (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL UNIQUE,
    queen_year INTEGER CHECK (queen_year BETWEEN 2000 AND 2100),
    kind TEXT NOT NULL DEFAULT 'langstroth' CHECK (kind IN ('langstroth', 'warre', 'top-bar')),
    is_alive BOOLEAN NOT NULL DEFAULT TRUE
);
-- +goose StatementEnd
INSERT INTO hives (label, queen_year, kind) VALUES ('North', 2022, 'warre'), ('South', 2023, 'langstroth');
INSERT INTO hives (label, is_alive) VALUES ('Old oak', FALSE);
-- +goose StatementBegin
CREATE TABLE inspections (
    id INTEGER PRIMARY KEY,
    hive_id INTEGER NOT NULL,
    inspected_at DATETIME NOT NULL,
    frames INTEGER,
    mood TEXT,
    FOREIGN KEY (hive_id) REFERENCES hives(id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX idx_inspections_hive ON inspections(hive_id, inspected_at);
-- +goose StatementEnd
INSERT INTO inspections (hive_id, inspected_at, frames, mood) VALUES (1, '2024-04-01 10:00:00', 8, 'calm'), (1, '2024-04-15 10:30:00', 9, 'calm'), (2, '2024-04-01 11:00:00', 5, 'angry'), (3, '2024-03-01 09:00:00', 0, NULL);
-- +goose Up
ALTER TABLE hives ADD COLUMN honey_kg REAL NOT NULL DEFAULT 0;
UPDATE hives SET honey_kg = 1.5 * (SELECT MAX(frames) FROM inspections i WHERE i.hive_id = hives.id) WHERE is_alive;
CREATE TABLE hives_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL UNIQUE,
    queen_year INTEGER,
    kind TEXT NOT NULL DEFAULT 'langstroth',
    status TEXT NOT NULL DEFAULT 'alive' CHECK (status IN ('alive', 'dead', 'merged')),
    honey_kg REAL NOT NULL DEFAULT 0
);
INSERT INTO hives_new (id, label, queen_year, kind, status, honey_kg)
SELECT id, label, queen_year, kind, CASE is_alive WHEN 1 THEN 'alive' ELSE 'dead' END, honey_kg FROM hives;
PRAGMA foreign_keys = OFF;
DROP TABLE hives;
ALTER TABLE hives_new RENAME TO hives;
PRAGMA foreign_keys = ON;
CREATE VIEW latest_inspections AS
SELECT hive_id, mood, inspected_at FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY hive_id ORDER BY inspected_at DESC) AS rn FROM inspections) WHERE rn = 1;
UPDATE hives SET label = 'Old oak tree' WHERE label = 'Old oak';
INSERT INTO hives (label, queen_year) VALUES ('Nucleus', 2024);
INSERT INTO inspections (hive_id, inspected_at, frames, mood) SELECT id, '2024-05-01 08:00:00', 3, 'new' FROM hives WHERE queen_year = 2024;
UPDATE inspections SET mood = coalesce(mood, 'n/a'), frames = max(frames, 1);
DELETE FROM inspections WHERE inspected_at < '2024-03-15';
