-- +goose Up
CREATE TABLE trees (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT,
  variety VARCHAR(40) NOT NULL,
  planted YEAR NOT NULL,
  row_no TINYINT UNSIGNED NOT NULL DEFAULT 1,
  healthy TINYINT(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY variety_planted (variety, planted)
) ENGINE=InnoDB;
INSERT INTO trees (variety, planted, row_no) VALUES ('Boskoop', 1998, 1), ('Gala', 2010, 2), ('Gala', 2015, DEFAULT);
INSERT INTO trees SET variety = 'Elstar', planted = 2001, healthy = 0;
-- +goose Up
CREATE TABLE pickings (
  tree_id INT UNSIGNED NOT NULL,
  picked DATE NOT NULL,
  kg DECIMAL(6,2) NOT NULL,
  PRIMARY KEY (tree_id, picked),
  CONSTRAINT pickings_tree FOREIGN KEY (tree_id) REFERENCES trees (id) ON DELETE CASCADE
) ENGINE=InnoDB;
INSERT INTO pickings VALUES (1, '2023-09-30', 48.25), (2, '2023-09-12', 30), (4, '2023-10-01', 5.5);
INSERT INTO pickings (tree_id, picked, kg) VALUES (1, '2023-09-30', 1.75), (3, '2023-09-12', 22) ON DUPLICATE KEY UPDATE kg = kg + VALUES(kg);
-- +goose Up
ALTER TABLE trees ADD COLUMN yield_kg DECIMAL(8,2) NULL AFTER healthy, ADD COLUMN nick VARCHAR(20) NOT NULL DEFAULT 'tree';
UPDATE trees t LEFT JOIN (SELECT tree_id, SUM(kg) AS kg FROM pickings GROUP BY tree_id) p ON p.tree_id = t.id SET t.yield_kg = IFNULL(p.kg, 0), t.nick = CONCAT(LOWER(LEFT(t.variety, 1)), t.id);
ALTER TABLE trees DROP KEY variety_planted, ADD UNIQUE KEY nick_unique (nick), CHANGE row_no line SMALLINT NOT NULL DEFAULT 1;
-- +goose Up
CREATE OR REPLACE VIEW best AS SELECT variety, MAX(yield_kg) AS top, AVG(YEAR('2024-01-01') - planted) AS age FROM trees GROUP BY variety HAVING top > 10;
DELETE FROM trees WHERE healthy = 0;
UPDATE trees SET line = line + 10 ORDER BY line DESC;
ALTER TABLE pickings RENAME TO harvest, ADD COLUMN note TEXT;
UPDATE harvest SET note = DATE_FORMAT(picked, '%d.%m.%Y') WHERE kg >= 30;
DROP VIEW best;
ALTER TABLE trees ALTER COLUMN healthy DROP DEFAULT, ALTER COLUMN nick SET DEFAULT 'none';
