CREATE TABLE country (iso TEXT PRIMARY KEY CHECK (length(iso) = 2), name TEXT NOT NULL, area REAL);
CREATE TABLE city (id INTEGER PRIMARY KEY, country TEXT NOT NULL REFERENCES country, name TEXT NOT NULL, people INTEGER, UNIQUE (country, name));
INSERT INTO country VALUES ('ch', 'Switzerland', 41285), ('li', 'Liechtenstein', 160.5);
INSERT INTO city (country, name, people) VALUES ('ch', 'Bern', 134000), ('ch', 'Basel', NULL), ('li', 'Vaduz', 5696);
REPLACE INTO country (iso, name, area) VALUES ('li', 'Fürstentum Liechtenstein', 160);
INSERT INTO city (country, name, people) VALUES ('ch', 'Basel', 178000) ON CONFLICT (country, name) DO UPDATE SET people = excluded.people WHERE city.people IS NULL;
UPDATE city SET people = round(people / 1000.0) * 1000 WHERE people IS NOT NULL;
ALTER TABLE country ADD COLUMN capital INTEGER REFERENCES city(id);
UPDATE country SET capital = (SELECT id FROM city WHERE city.country = country.iso ORDER BY people DESC LIMIT 1);
