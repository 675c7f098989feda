PRAGMA foreign_keys = ON;
CREATE TABLE doctrine_migration_versions (version VARCHAR(191) NOT NULL, executed_at DATETIME DEFAULT NULL, execution_time INTEGER DEFAULT NULL, PRIMARY KEY(version));
CREATE TABLE room (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name VARCHAR(80) NOT NULL, floor SMALLINT DEFAULT 0 NOT NULL);
CREATE TABLE artwork (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, room_id INTEGER DEFAULT NULL, title VARCHAR(255) NOT NULL, year INTEGER DEFAULT NULL, value_chf NUMERIC(12, 2) DEFAULT NULL, on_display BOOLEAN NOT NULL, tags CLOB NOT NULL --(DC2Type:json)
, CONSTRAINT FK_A1 FOREIGN KEY (room_id) REFERENCES room (id) NOT DEFERRABLE INITIALLY IMMEDIATE);
CREATE INDEX IDX_A1 ON artwork (room_id);
INSERT INTO doctrine_migration_versions (version, executed_at, execution_time) VALUES ('DoctrineMigrations\Version20240101', '2024-01-01 12:00:00', 31);
INSERT INTO room (name, floor) VALUES ('East wing', 0), ('Gallery', 1), ('Cellar', -1);
INSERT INTO artwork (room_id, title, year, value_chf, on_display, tags) VALUES (1, 'Boats at dusk', 1887, 125000.5, 1, '["oil","sea"]'), (2, 'Untitled No. 4', NULL, 9900, 1, '[]'), (NULL, 'Lost study', 1901, NULL, 0, '["pencil"]');
CREATE TEMPORARY TABLE __temp__artwork AS SELECT id, room_id, title, year, value_chf, on_display, tags FROM artwork;
DROP TABLE artwork;
CREATE TABLE artwork (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, room_id INTEGER DEFAULT NULL, artist_id INTEGER DEFAULT NULL, title VARCHAR(120) NOT NULL, year INTEGER DEFAULT NULL, value_chf NUMERIC(14, 2) DEFAULT '0' NOT NULL, on_display BOOLEAN DEFAULT 1 NOT NULL, tags CLOB NOT NULL --(DC2Type:json)
, CONSTRAINT FK_A1 FOREIGN KEY (room_id) REFERENCES room (id) ON DELETE SET NULL NOT DEFERRABLE INITIALLY IMMEDIATE, CONSTRAINT FK_A2 FOREIGN KEY (artist_id) REFERENCES artist (id) NOT DEFERRABLE INITIALLY IMMEDIATE);
CREATE TABLE artist (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, full_name VARCHAR(150) NOT NULL, born DATE DEFAULT NULL);
INSERT INTO artwork (id, room_id, title, year, value_chf, on_display, tags) SELECT id, room_id, title, year, COALESCE(value_chf, 0), on_display, tags FROM __temp__artwork;
DROP TABLE __temp__artwork;
CREATE INDEX IDX_A1 ON artwork (room_id);
CREATE INDEX IDX_A2 ON artwork (artist_id);
CREATE UNIQUE INDEX UNIQ_ARTIST ON artist (full_name);
INSERT INTO artist (full_name, born) VALUES ('M. Keller', '1850-07-01'), ('Unknown', NULL);
UPDATE artwork SET artist_id = (SELECT id FROM artist WHERE full_name = 'M. Keller') WHERE year < 1900;
UPDATE artwork SET artist_id = 2 WHERE artist_id IS NULL;
DELETE FROM room WHERE id = 2;
CREATE TABLE loan (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, artwork_id INTEGER NOT NULL, lent_to VARCHAR(100) NOT NULL, from_day DATE NOT NULL, to_day DATE DEFAULT NULL, insured BOOLEAN DEFAULT 0 NOT NULL, CONSTRAINT FK_L1 FOREIGN KEY (artwork_id) REFERENCES artwork (id) ON DELETE CASCADE);
INSERT INTO loan (artwork_id, lent_to, from_day, insured) SELECT id, 'Town hall', '2024-05-01', on_display FROM artwork WHERE room_id IS NULL ORDER BY id;
INSERT INTO doctrine_migration_versions (version, executed_at, execution_time) VALUES ('DoctrineMigrations\Version20240202', '2024-02-02 12:00:00', 18);
ALTER TABLE loan ADD COLUMN fee NUMERIC(8, 2) DEFAULT NULL;
UPDATE loan SET fee = 12.35 WHERE insured = 0;
ALTER TABLE loan ADD COLUMN note CLOB DEFAULT NULL;
