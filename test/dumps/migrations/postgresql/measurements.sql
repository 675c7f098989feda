CREATE TABLE stations (id smallint PRIMARY KEY, label varchar(30) NOT NULL, lat double precision, lon double precision);
CREATE TABLE measurements (
  station smallint NOT NULL REFERENCES stations,
  taken timestamptz NOT NULL,
  celsius real,
  raw bytea,
  PRIMARY KEY (station, taken)
);
INSERT INTO stations VALUES (1, 'Hill', 47.5, 8.25), (2, 'Lake', 46.75, NULL);
INSERT INTO measurements VALUES
  (1, '2024-07-01 10:00:00+02', 21.5, '\x00ff10'),
  (1, '2024-07-01 11:00:00+02', 22.25, NULL),
  (2, '2024-07-01 10:00:00+00', -3.5, '\xdeadbeef');
ALTER TABLE measurements ALTER COLUMN celsius TYPE numeric(5, 2);
ALTER TABLE measurements ADD COLUMN fahrenheit numeric(6, 2) GENERATED ALWAYS AS (celsius * 9 / 5 + 32) STORED;
ALTER TABLE stations ADD COLUMN active boolean DEFAULT true;
UPDATE stations SET active = false WHERE lon IS NULL;
ALTER TABLE stations ALTER COLUMN active SET NOT NULL;
