CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
-- Running upgrade  -> 1a2b
CREATE TABLE instruments (
    id INTEGER NOT NULL, 
    code VARCHAR(16) NOT NULL, 
    calibrated BOOLEAN, 
    last_service DATETIME, 
    PRIMARY KEY (id), 
    UNIQUE (code)
);
CREATE TABLE samples (
    id INTEGER NOT NULL, 
    instrument_id INTEGER, 
    label VARCHAR(50) NOT NULL, 
    mass_mg NUMERIC(10, 3), 
    taken_at DATETIME NOT NULL, 
    payload JSON, 
    PRIMARY KEY (id), 
    FOREIGN KEY(instrument_id) REFERENCES instruments (id)
);
CREATE INDEX ix_samples_label ON samples (label);
INSERT INTO alembic_version (version_num) VALUES ('1a2b') RETURNING version_num;
INSERT INTO instruments (code, calibrated, last_service) VALUES ('HPLC-1', 1, '2024-01-10 00:00:00.000000');
INSERT INTO instruments (code, calibrated, last_service) VALUES ('MS-2', 0, NULL);
INSERT INTO samples (instrument_id, label, mass_mg, taken_at, payload) VALUES (1, 'blank', 0.125, '2024-01-11 09:00:00.000000', '{"ph": 7}'), (1, 'spike', 12.5, '2024-01-11 09:05:00.250000', 'null'), (2, 'blank', NULL, '2024-01-12 14:00:00.000000', NULL);
-- Running upgrade 1a2b -> 3c4d
CREATE TABLE _alembic_tmp_samples (
    id INTEGER NOT NULL, 
    instrument_id INTEGER NOT NULL, 
    label VARCHAR(80) NOT NULL, 
    mass_mg NUMERIC(10, 3), 
    taken_at DATETIME NOT NULL, 
    payload JSON, 
    status VARCHAR(8) DEFAULT 'new' NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_samples_instrument FOREIGN KEY(instrument_id) REFERENCES instruments (id) ON DELETE CASCADE, 
    CONSTRAINT ck_samples_mass CHECK (mass_mg IS NULL OR mass_mg >= 0)
);
INSERT INTO _alembic_tmp_samples (id, instrument_id, label, mass_mg, taken_at, payload) SELECT samples.id, samples.instrument_id, samples.label, samples.mass_mg, samples.taken_at, samples.payload 
FROM samples;
DROP TABLE samples;
ALTER TABLE _alembic_tmp_samples RENAME TO samples;
CREATE INDEX ix_samples_label ON samples (label);
CREATE INDEX ix_samples_status_taken ON samples (status, taken_at);
UPDATE alembic_version SET version_num='3c4d' WHERE alembic_version.version_num = '1a2b';
UPDATE samples SET status='done' WHERE samples.mass_mg > 1;
-- Running upgrade 3c4d -> 5e6f
CREATE TABLE results (
    sample_id INTEGER NOT NULL, 
    analyte VARCHAR(30) NOT NULL, 
    ppm FLOAT NOT NULL, 
    PRIMARY KEY (sample_id, analyte), 
    FOREIGN KEY(sample_id) REFERENCES samples (id) ON DELETE CASCADE
);
INSERT INTO results (sample_id, analyte, ppm) SELECT id, 'Pb', mass_mg * 2 FROM samples WHERE mass_mg IS NOT NULL;
INSERT INTO results VALUES (2, 'Cd', 0.5), (3, 'Pb', 1.75);
DELETE FROM instruments WHERE code = 'MS-2';
UPDATE alembic_version SET version_num='5e6f' WHERE alembic_version.version_num = '3c4d';
