-- A table that a query makes, and its key behind it; identifiers by default
CREATE TABLE catches (id int NOT NULL AUTO_INCREMENT, boat varchar(20) NOT NULL, kilos decimal(8,2), PRIMARY KEY (id));
INSERT INTO catches (boat, kilos) VALUES ('Gull', 12.50), ('Gull', 3.25), ('Tern', NULL);
CREATE TABLE landed AS SELECT boat, SUM(kilos) AS kilos FROM catches GROUP BY boat;
ALTER TABLE landed ADD PRIMARY KEY (boat);
INSERT INTO landed (boat, kilos) VALUES ('Gull', 1), ('Auk', 2.5) ON DUPLICATE KEY UPDATE kilos = landed.kilos + VALUES(kilos);
CREATE TABLE crews (id uuid NOT NULL DEFAULT uuid(), skipper varchar(20), PRIMARY KEY (id));
INSERT INTO crews VALUES ('5f0c1a52-9a51-4b61-8d0c-0b8f7f3f1a11', 'Ada');
