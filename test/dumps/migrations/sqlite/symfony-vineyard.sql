PRAGMA foreign_keys = ON;
CREATE TABLE messenger_messages (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, body CLOB NOT NULL, headers CLOB NOT NULL, queue_name VARCHAR(190) NOT NULL, created_at DATETIME NOT NULL --(DC2Type:datetime_immutable)
, available_at DATETIME NOT NULL --(DC2Type:datetime_immutable)
, delivered_at DATETIME DEFAULT NULL --(DC2Type:datetime_immutable)
);
CREATE INDEX IDX_75EA56E0FB7336F0 ON messenger_messages (queue_name);
CREATE TABLE vineyard (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name VARCHAR(255) NOT NULL, region VARCHAR(50) DEFAULT NULL, hectares DOUBLE PRECISION NOT NULL);
CREATE TABLE wine (id BLOB NOT NULL --(DC2Type:uuid)
, vineyard_id INTEGER NOT NULL, label VARCHAR(255) NOT NULL, vintage SMALLINT NOT NULL, grapes CLOB NOT NULL --(DC2Type:simple_array)
, price INTEGER NOT NULL, PRIMARY KEY(id), CONSTRAINT FK_WINE FOREIGN KEY (vineyard_id) REFERENCES vineyard (id) NOT DEFERRABLE INITIALLY IMMEDIATE);
CREATE INDEX IDX_WINE ON wine (vineyard_id);
INSERT INTO vineyard (name, region, hectares) VALUES ('Clos', 'Vaud', 12.5), ('Coteau', NULL, 3.0);
INSERT INTO wine (id, vineyard_id, label, vintage, grapes, price) VALUES (X'018D2F0A000070008000000000000001', 1, 'Blanc', 2021, 'chasselas', 1800), (X'018D2F0A000070008000000000000002', 1, 'Rouge', 2020, 'gamay,pinot', 2450), (X'018D2F0A000070008000000000000003', 2, 'Réserve', 2019, 'merlot', 5200);
INSERT INTO messenger_messages (body, headers, queue_name, created_at, available_at) VALUES ('O:36:\"App\\Message\"', '[]', 'default', '2024-01-01 00:00:00', '2024-01-01 00:00:00'), ('{}', '{"type":"x"}', 'failed', '2024-01-02 00:00:00', '2024-01-02 00:05:00');
CREATE TEMPORARY TABLE __temp__wine AS SELECT id, vineyard_id, label, vintage, grapes, price FROM wine;
DROP TABLE wine;
CREATE TABLE wine (id BLOB NOT NULL --(DC2Type:uuid)
, vineyard_id INTEGER DEFAULT NULL, label VARCHAR(180) NOT NULL, vintage SMALLINT DEFAULT NULL, grapes CLOB NOT NULL --(DC2Type:simple_array)
, price INTEGER NOT NULL, stock INTEGER DEFAULT 0 NOT NULL, PRIMARY KEY(id), CONSTRAINT FK_WINE FOREIGN KEY (vineyard_id) REFERENCES vineyard (id) ON DELETE SET NULL NOT DEFERRABLE INITIALLY IMMEDIATE);
INSERT INTO wine (id, vineyard_id, label, vintage, grapes, price) SELECT id, vineyard_id, label, vintage, grapes, price FROM __temp__wine;
DROP TABLE __temp__wine;
CREATE INDEX IDX_WINE ON wine (vineyard_id);
CREATE UNIQUE INDEX UNIQ_LABEL_VINTAGE ON wine (label, vintage);
ALTER TABLE vineyard ADD COLUMN bio BOOLEAN DEFAULT 0 NOT NULL;
UPDATE wine SET stock = 6 * (vintage - 2018), price = price + 100 WHERE vintage < 2021;
UPDATE vineyard SET bio = 1, region = 'Valais' WHERE region IS NULL;
UPDATE messenger_messages SET delivered_at = '2024-01-03 12:00:00' WHERE queue_name = 'failed' AND delivered_at IS NULL AND available_at <= '2024-01-03 00:00:00';
DELETE FROM messenger_messages WHERE delivered_at IS NOT NULL;
DELETE FROM vineyard WHERE name = 'Coteau';
CREATE TABLE tasting (wine_id BLOB NOT NULL, taster VARCHAR(60) NOT NULL, points NUMERIC(4, 1) NOT NULL, PRIMARY KEY(wine_id, taster), CONSTRAINT FK_T FOREIGN KEY (wine_id) REFERENCES wine (id) ON DELETE CASCADE);
INSERT INTO tasting (wine_id, taster, points) SELECT id, 'Ana', 80 + stock / 2.0 FROM wine;
DELETE FROM wine WHERE label = 'Rouge';
