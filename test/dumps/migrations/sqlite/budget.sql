CREATE TABLE envelope (name TEXT PRIMARY KEY, monthly NUMERIC(10,2) NOT NULL DEFAULT 0);
CREATE TABLE spend (id INTEGER PRIMARY KEY, envelope TEXT NOT NULL REFERENCES envelope(name), amount NUMERIC(10,2) NOT NULL, day TEXT NOT NULL);
INSERT INTO envelope VALUES ('food', 400), ('fun', 99.5);
INSERT INTO spend (envelope, amount, day) VALUES ('food', 12.35, '2024-01-03'), ('food', 7, '2024-01-04'), ('fun', 50.05, '2024-01-04');
INSERT INTO spend (envelope, amount, day) SELECT envelope, -amount, day FROM spend WHERE amount > 50;
UPDATE envelope SET monthly = monthly - (SELECT sum(amount) FROM spend WHERE envelope = envelope.name) WHERE name = 'food';
CREATE TABLE month AS SELECT substr(day, 1, 7) AS month, envelope, count(*) AS n FROM spend GROUP BY 1, 2;
DELETE FROM spend WHERE id = (SELECT max(id) FROM spend);
