CREATE TABLE project (
  id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code CHAR(4) NOT NULL,
  budget_hours DECIMAL(6,1) UNSIGNED NOT NULL DEFAULT 0,
  flags SET('billable','internal','archived') NOT NULL DEFAULT 'billable',
  UNIQUE KEY (code)
);
CREATE TABLE entry (
  id INT NOT NULL AUTO_INCREMENT,
  project_id SMALLINT UNSIGNED NOT NULL,
  day DATE NOT NULL,
  began TIME NOT NULL,
  ended TIME NULL,
  minutes SMALLINT GENERATED ALWAYS AS (TIME_TO_SEC(TIMEDIFF(ended, began)) DIV 60) STORED,
  PRIMARY KEY (id), KEY (day),
  FOREIGN KEY (project_id) REFERENCES project (id)
);
INSERT INTO project (code, budget_hours, flags) VALUES ('ALFA', 100, 'billable'), ('BETA', 12.5, 'internal,archived');
INSERT INTO entry (project_id, day, began, ended) VALUES (1, '2024-03-04', '08:00:00', '11:45:00'), (2, '2024-03-04', '13:00:00', NULL);
UPDATE entry SET ended = ADDTIME(began, '01:30:00') WHERE ended IS NULL;
CREATE TABLE day_total (day DATE PRIMARY KEY, minutes INT NOT NULL) SELECT day, CAST(SUM(minutes) AS SIGNED) AS minutes FROM entry GROUP BY day;
ALTER TABLE project MODIFY budget_hours DECIMAL(8,2) NOT NULL DEFAULT 0;
ALTER TABLE project ADD CONSTRAINT budget_sane CHECK (budget_hours < 5000);
REPLACE INTO day_total VALUES ('2024-03-04', 1), ('2024-03-05', 2);
