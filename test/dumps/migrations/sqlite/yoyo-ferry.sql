PRAGMA foreign_keys = ON;
CREATE TABLE "_yoyo_migration" ( migration_hash VARCHAR(64), migration_id VARCHAR(255), applied_at_utc TIMESTAMP, PRIMARY KEY (migration_hash));
CREATE TABLE yoyo_lock (locked INT DEFAULT 1, ctime TIMESTAMP, pid INT NOT NULL, PRIMARY KEY (locked));
INSERT INTO _yoyo_migration (migration_hash, migration_id, applied_at_utc) VALUES ('f0e1d2', '0001.ferries', '2024-01-01 10:00:00.123456');
CREATE TABLE ferries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  capacity INT NOT NULL CHECK (capacity BETWEEN 1 AND 5000),
  speed_kn REAL DEFAULT 18.5
);
CREATE TABLE crossings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ferry_id INT NOT NULL,
  left_at TIMESTAMP NOT NULL,
  back_at TIMESTAMP,
  passengers INT NOT NULL DEFAULT 0,
  weather TEXT CHECK (weather IN ('calm', 'rough', 'storm')),
  FOREIGN KEY (ferry_id) REFERENCES ferries (id) ON DELETE CASCADE
);
INSERT INTO ferries (name, capacity) VALUES ('Linda', 900), ('Stena', 2400);
INSERT INTO ferries (name, capacity, speed_kn) VALUES ('Dinghy', 6, 4);
INSERT INTO crossings (ferry_id, left_at, back_at, passengers, weather) VALUES (1, '2024-05-01 06:00:00', '2024-05-01 09:30:00', 640, 'calm'), (2, '2024-05-01 07:00:00', NULL, 2100, 'rough'), (3, '2024-05-02 12:00:00', '2024-05-02 12:20:00', 4, NULL);
INSERT INTO _yoyo_migration VALUES ('aabbcc', '0002.full', '2024-02-01 10:00:00');
ALTER TABLE crossings ADD COLUMN full BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE crossings SET full = TRUE FROM ferries WHERE ferries.id = crossings.ferry_id AND crossings.passengers * 10 >= ferries.capacity * 8;
CREATE TRIGGER crossing_limits BEFORE INSERT ON crossings
WHEN NEW.passengers < 0
BEGIN
  SELECT RAISE(ABORT, 'passengers');
END;
DROP TRIGGER crossing_limits;
ALTER TABLE crossings RENAME TO trips;
ALTER TABLE trips RENAME COLUMN back_at TO returned_at;
CREATE VIEW loads AS SELECT f.name, round(100.0 * sum(t.passengers) / f.capacity, 1) AS percent, count(*) AS n FROM ferries f JOIN trips t ON t.ferry_id = f.id GROUP BY f.id;
INSERT INTO trips (ferry_id, left_at, passengers, weather) SELECT ferry_id, datetime(left_at, '+1 day'), passengers / 2, 'calm' FROM trips WHERE weather = 'calm' ORDER BY id;
UPDATE trips SET returned_at = datetime(left_at, '+3 hours', '+15 minutes') WHERE returned_at IS NULL;
DELETE FROM ferries WHERE capacity < 10;
CREATE TABLE trips_archive AS SELECT * FROM trips WHERE left_at < '2024-05-02';
DELETE FROM trips WHERE id IN (SELECT id FROM trips_archive);
ALTER TABLE trips DROP COLUMN weather;
DELETE FROM _yoyo_migration WHERE migration_id = '0002.full';
