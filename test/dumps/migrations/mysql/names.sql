CREATE TABLE parent (id INT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(10) NOT NULL, CONSTRAINT code_once UNIQUE (code));
CREATE TABLE child (id INT AUTO_INCREMENT PRIMARY KEY, parent_id INT, n INT, CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent (id), CONSTRAINT n_ok CHECK (n > 0));
CREATE INDEX by_n ON child (n);
INSERT INTO parent (code) VALUES ('a'), ('b');
INSERT INTO child (parent_id, n) VALUES (1, 1), (2, 2), (NULL, 3);
-- the index of a foreign key is nobody's elsewhere
ALTER TABLE child DROP FOREIGN KEY child_parent, DROP INDEX child_parent;
ALTER TABLE child CHANGE parent_id owner_id INT NULL, ADD CONSTRAINT child_owner FOREIGN KEY (owner_id) REFERENCES parent (id) ON DELETE CASCADE;
ALTER TABLE child ADD INDEX n_idx (n), ADD COLUMN first INT NOT NULL DEFAULT 0 FIRST, DROP INDEX by_n;
INSERT INTO child VALUES (4, 10, 1, 5), (5, 11, NULL, 6);
ALTER TABLE child MODIFY n INT NULL AFTER first;
INSERT INTO child VALUES (6, 8, 20, 2);
ALTER TABLE parent RENAME TO parents;
RENAME TABLE child TO children;
ALTER TABLE children DROP INDEX n_idx;
INSERT INTO children VALUES (7, 9, 21, 2);
DELETE FROM parents WHERE id = 1;
ALTER TABLE parents ADD deleted_at DATETIME(3) NULL, ADD INDEX (deleted_at), DROP KEY code_once;
INSERT INTO parents (id, code) VALUES (0, 'b'), (DEFAULT, 'b');
