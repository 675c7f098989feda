PRAGMA foreign_keys = ON;
-- 0001_links.up.sql
CREATE TABLE IF NOT EXISTS links
(
    id          INTEGER PRIMARY KEY NOT NULL,
    slug        TEXT    NOT NULL UNIQUE,
    target      TEXT    NOT NULL,
    hits        INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT    NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    expires_at  TEXT
) STRICT;
INSERT INTO links (slug, target, created_at) VALUES ('a1', 'https://example.test/a?x=1&y=2', '2024-01-01T00:00:00.000Z'), ('b2', 'https://example.test/b', '2024-01-02T00:00:00.000Z');
-- 0002_clicks.up.sql
CREATE TABLE clicks (
    link_id  INTEGER NOT NULL REFERENCES links (id) ON DELETE CASCADE,
    day      TEXT    NOT NULL,
    n        INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (link_id, day)
) STRICT, WITHOUT ROWID;
INSERT INTO clicks (link_id, day) VALUES (1, '2024-01-03') ON CONFLICT (link_id, day) DO UPDATE SET n = n + 1;
INSERT INTO clicks (link_id, day) VALUES (1, '2024-01-03') ON CONFLICT (link_id, day) DO UPDATE SET n = n + 1;
INSERT INTO clicks (link_id, day, n) VALUES (2, '2024-01-04', 10) ON CONFLICT DO NOTHING;
UPDATE links SET hits = (SELECT total(n) FROM clicks WHERE clicks.link_id = links.id) WHERE id IN (SELECT link_id FROM clicks);
-- 0003_owner.up.sql
CREATE TABLE owners (id INTEGER PRIMARY KEY NOT NULL, token BLOB NOT NULL, quota INTEGER NOT NULL DEFAULT 100, note ANY) STRICT;
INSERT INTO owners (token, note) VALUES (x'deadbeef', 'first'), (x'cafe', NULL);
ALTER TABLE links ADD COLUMN owner_id INTEGER REFERENCES owners (id);
UPDATE links SET owner_id = 1;
CREATE INDEX links_owner_idx ON links (owner_id, created_at DESC);
-- 0004_tidy.up.sql
CREATE VIEW popular AS SELECT slug, hits FROM links WHERE hits >= 2;
ALTER TABLE links RENAME COLUMN target TO url;
UPDATE links SET url = replace(url, 'https://', 'http://') WHERE slug = 'b2';
DELETE FROM owners WHERE id NOT IN (SELECT owner_id FROM links WHERE owner_id IS NOT NULL);
INSERT OR REPLACE INTO links (id, slug, url, created_at) VALUES (2, 'b3', 'http://example.test/c', '2024-02-01T00:00:00.000Z');
