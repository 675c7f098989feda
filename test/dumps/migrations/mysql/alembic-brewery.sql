CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE beer (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    name VARCHAR(80) NOT NULL, 
    abv NUMERIC(4, 2), 
    ibu SMALLINT, 
    seasonal BOOL, 
    brewed DATETIME, 
    PRIMARY KEY (id), 
    UNIQUE (name)
);
CREATE TABLE tank (
    code VARCHAR(8) NOT NULL, 
    litres INTEGER NOT NULL, 
    beer_id INTEGER, 
    filled_at TIMESTAMP NULL, 
    PRIMARY KEY (code), 
    FOREIGN KEY(beer_id) REFERENCES beer (id)
);
INSERT INTO alembic_version (version_num) VALUES ('aaa1');
INSERT INTO beer (id, name, abv, ibu, seasonal, brewed) VALUES (1, 'Pale', 4.8, 35, 0, '2024-01-05 08:00:00');
INSERT INTO beer (id, name, abv, ibu, seasonal, brewed) VALUES (2, 'Stout', 6.25, NULL, 1, NULL);
INSERT INTO tank (code, litres, beer_id, filled_at) VALUES ('T1', 1000, 1, '2024-01-06 09:30:00'), ('T2', 500, NULL, NULL), ('T3', 750, 2, '2024-01-07 00:00:00');
-- Running upgrade aaa1 -> bbb2
ALTER TABLE beer ADD COLUMN style VARCHAR(30) NOT NULL DEFAULT 'ale';
ALTER TABLE beer MODIFY name VARCHAR(120) NOT NULL;
ALTER TABLE beer MODIFY ibu INTEGER NULL DEFAULT 20;
ALTER TABLE beer ADD CONSTRAINT ck_abv CHECK (abv < 20);
ALTER TABLE tank ADD COLUMN cleaned BOOL NOT NULL DEFAULT false;
UPDATE beer SET style='stout' WHERE beer.name = 'Stout';
UPDATE alembic_version SET version_num='bbb2' WHERE alembic_version.version_num = 'aaa1';
-- Running upgrade bbb2 -> ccc3
CREATE TABLE batch (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    beer_id INTEGER NOT NULL, 
    tank_code VARCHAR(8), 
    litres FLOAT NOT NULL, 
    notes TEXT, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_batch_beer FOREIGN KEY(beer_id) REFERENCES beer (id) ON DELETE CASCADE, 
    CONSTRAINT fk_batch_tank FOREIGN KEY(tank_code) REFERENCES tank (code) ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO batch (beer_id, tank_code, litres, notes) SELECT tank.beer_id, tank.code, tank.litres * 0.9, concat('from ', tank.code) FROM tank WHERE tank.beer_id IS NOT NULL;
CREATE INDEX ix_batch_litres ON batch (litres);
ALTER TABLE tank DROP FOREIGN KEY tank_ibfk_1;
ALTER TABLE tank DROP COLUMN beer_id;
UPDATE tank SET cleaned=1 WHERE tank.filled_at IS NULL;
UPDATE alembic_version SET version_num='ccc3' WHERE alembic_version.version_num = 'bbb2';
-- Running upgrade ccc3 -> ddd4
UPDATE tank SET code='T9' WHERE tank.code = 'T1';
DELETE FROM tank WHERE tank.code = 'T3';
ALTER TABLE batch CHANGE litres volume FLOAT NOT NULL;
ALTER TABLE beer DROP CONSTRAINT ck_abv;
INSERT INTO beer (name, abv, style) VALUES ('Quad', 22.5, 'belgian');
DROP INDEX ix_batch_litres ON batch;
ALTER TABLE batch RENAME TO brews;
UPDATE alembic_version SET version_num='ddd4' WHERE alembic_version.version_num = 'ccc3';
