-- 000001_create.up.sql
CREATE TABLE schema_migrations (version uint64,dirty bool);
CREATE UNIQUE INDEX version_unique ON schema_migrations (version);
INSERT INTO schema_migrations (version, dirty) VALUES (1, 0);
CREATE TABLE buckets (name TEXT NOT NULL PRIMARY KEY, region TEXT NOT NULL DEFAULT 'eu-1', versioned BOOLEAN NOT NULL DEFAULT false, created DATETIME NOT NULL);
CREATE TABLE objects (id INTEGER PRIMARY KEY, bucket TEXT NOT NULL REFERENCES buckets(name) ON DELETE CASCADE ON UPDATE CASCADE, path TEXT NOT NULL, size BIGINT NOT NULL, etag CHAR(32), meta JSON, UNIQUE (bucket, path));
PRAGMA foreign_keys = ON;
INSERT INTO buckets (name, versioned, created) VALUES ('logs', false, '2024-01-01T00:00:00Z'), ('media', true, '2024-01-02T12:30:00.5Z');
INSERT INTO objects (bucket, path, size, etag, meta) VALUES ('logs', '2024/01/app.log', 1048576, 'd41d8cd98f00b204e9800998ecf8427e', NULL), ('media', 'a.png', 20480, NULL, '{"w":640}'), ('media', 'b.mov', 5368709120, NULL, '{}');
DELETE FROM schema_migrations;
INSERT INTO schema_migrations (version, dirty) VALUES (2, true);
-- 000002_quota.up.sql
ALTER TABLE buckets ADD COLUMN quota BIGINT;
ALTER TABLE objects ADD COLUMN deleted_at DATETIME;
UPDATE buckets SET quota = (SELECT sum(size) * 2 FROM objects o WHERE o.bucket = buckets.name);
CREATE INDEX objects_live ON objects (bucket, path) WHERE deleted_at IS NULL;
UPDATE schema_migrations SET dirty = false WHERE version = 2;
INSERT INTO objects (bucket, path, size) VALUES ('media', 'a.png', 30000) ON CONFLICT (bucket, path) DO UPDATE SET size = excluded.size, etag = NULL, deleted_at = NULL WHERE excluded.size > objects.size;
INSERT INTO objects (bucket, path, size) VALUES ('media', 'a.png', 10) ON CONFLICT (bucket, path) DO UPDATE SET size = excluded.size WHERE excluded.size > objects.size;
-- 000003_rename.up.sql
UPDATE buckets SET name = 'archive-' || name WHERE NOT versioned;
UPDATE objects SET deleted_at = '2024-03-01T00:00:00Z' WHERE size > 1000000000;
ALTER TABLE objects RENAME TO blobs;
CREATE TABLE usage (bucket TEXT NOT NULL, month TEXT NOT NULL, bytes BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (bucket, month)) WITHOUT ROWID;
INSERT INTO usage SELECT bucket, '2024-03', sum(size) FROM blobs WHERE deleted_at IS NULL GROUP BY bucket;
INSERT INTO usage (bucket, month, bytes) VALUES ('media', '2024-03', 5) ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes;
DELETE FROM blobs WHERE deleted_at < '2024-04-01T00:00:00Z';
DELETE FROM buckets WHERE name LIKE 'archive-%';
ALTER TABLE blobs DROP COLUMN etag;
