CREATE TABLE page (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE revision (page_id INTEGER NOT NULL REFERENCES page(id), n INTEGER NOT NULL, body TEXT NOT NULL, author TEXT DEFAULT 'system', PRIMARY KEY (page_id, n)) WITHOUT ROWID;
INSERT INTO page VALUES (1, '/'), (2, '/about');
INSERT INTO revision (page_id, n, body) VALUES (1, 1, 'one'), (2, 1, 'about');
INSERT INTO revision SELECT page_id, max(n) + 1, 'two', 'ann' FROM revision WHERE page_id = 1 GROUP BY page_id;
CREATE VIEW latest AS SELECT r.* FROM revision r WHERE r.n = (SELECT max(n) FROM revision x WHERE x.page_id = r.page_id);
UPDATE revision SET author = NULL WHERE n = 1;
ALTER TABLE page ADD COLUMN hits INTEGER DEFAULT 0;
UPDATE page SET hits = hits + 1 WHERE id IN (SELECT page_id FROM revision GROUP BY page_id HAVING count(*) > 1);
