-- tables that others refer to, put in the place of former ones, with keys over texts that come behind
CREATE TABLE keeper (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, mail TEXT NOT NULL);
CREATE TABLE hive (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, keeper_id INTEGER, label TEXT NOT NULL, CONSTRAINT hive_keeper FOREIGN KEY (keeper_id) REFERENCES keeper (id) ON DELETE SET NULL);
CREATE UNIQUE INDEX keeper_mail ON keeper (mail);
INSERT INTO keeper (mail) VALUES ('a@x'), ('b@x');
INSERT INTO hive (keeper_id, label) VALUES (1, 'north'), (2, 'south');
PRAGMA foreign_keys = OFF;
CREATE TABLE new_keeper (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, mail TEXT NOT NULL, name TEXT NOT NULL DEFAULT 'nobody');
INSERT INTO new_keeper (id, mail) SELECT id, mail FROM keeper;
DROP TABLE keeper;
ALTER TABLE new_keeper RENAME TO keeper;
CREATE UNIQUE INDEX keeper_mail ON keeper (mail);
PRAGMA foreign_keys = ON;
INSERT INTO keeper (mail, name) VALUES ('c@x', 'Cy');
