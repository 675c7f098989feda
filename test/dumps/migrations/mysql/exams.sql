CREATE TABLE exam (code VARCHAR(10) NOT NULL, held DATE NOT NULL, max_points SMALLINT NOT NULL DEFAULT 100, PRIMARY KEY (code, held));
CREATE TABLE result (code VARCHAR(10) NOT NULL, held DATE NOT NULL, student INT NOT NULL, points DECIMAL(5,1), grade CHAR(1) AS (CASE WHEN points >= 90 THEN 'A' WHEN points >= 50 THEN 'B' ELSE 'F' END) STORED, PRIMARY KEY (code, held, student), FOREIGN KEY (code, held) REFERENCES exam (code, held) ON UPDATE CASCADE);
INSERT INTO exam (code, held) VALUES ('M1', '2024-06-01'), ('P2', '2024-06-02');
INSERT INTO result (code, held, student, points) VALUES ('M1', '2024-06-01', 1, 95.5), ('M1', '2024-06-01', 2, 49.9), ('P2', '2024-06-02', 1, NULL);
UPDATE exam SET held = '2024-06-03' WHERE code = 'M1';
ALTER TABLE exam ADD CONSTRAINT points_ok CHECK (max_points BETWEEN 1 AND 200);
ALTER TABLE result ADD COLUMN passed BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE result SET passed = points >= 50 WHERE points IS NOT NULL;
CREATE VIEW pass_rate AS SELECT code, SUM(passed) AS passed, COUNT(*) AS n FROM result GROUP BY code;
