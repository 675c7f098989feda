CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node(id) ON DELETE CASCADE, label text, path text);
INSERT INTO node VALUES (1, NULL, 'root', NULL), (2, 1, 'a', NULL), (3, 1, 'b', NULL), (4, 2, 'c', NULL), (5, 4, 'd', NULL);
WITH RECURSIVE t AS (SELECT id, label::text AS p FROM node WHERE parent IS NULL UNION ALL SELECT n.id, t.p || '/' || n.label FROM node n JOIN t ON n.parent = t.id) UPDATE node SET path = t.p FROM t WHERE t.id = node.id;
INSERT INTO node SELECT id + 100, parent + 100, label || '''', path FROM node ORDER BY id;
DELETE FROM node WHERE id = 4;
UPDATE node SET label = initcap(label) WHERE path LIKE 'root/%' AND parent IS NOT NULL;
MERGE INTO node n USING (VALUES (2, 'two'), (200, 'new')) AS s(id, label) ON n.id = s.id WHEN MATCHED THEN UPDATE SET label = s.label WHEN NOT MATCHED THEN INSERT (id, label) VALUES (s.id, s.label);
DELETE FROM node WHERE id = 101;
