-- +goose Up
CREATE TABLE jobs (id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL DEFAULT 'default', payload TEXT NOT NULL DEFAULT '{}', run_at TIMESTAMP NOT NULL DEFAULT '2024-01-01 00:00:00', attempts INTEGER NOT NULL DEFAULT 0, failed_at TIMESTAMP);
CREATE INDEX jobs_ready ON jobs(queue, run_at) WHERE failed_at IS NULL;
INSERT INTO jobs (payload) VALUES ('{"id": 1}'), ('{"id": 2}');
INSERT INTO jobs (queue, payload, attempts) VALUES ('mail', '{"to": "a@x.example"}', 4);
UPDATE jobs SET attempts = attempts + 1, failed_at = CASE WHEN attempts >= 4 THEN '2024-02-02 00:00:00' END WHERE queue = 'mail';
-- +goose Down
CREATE TABLE dead_jobs (id INTEGER PRIMARY KEY, queue TEXT, payload TEXT);
INSERT INTO dead_jobs SELECT id, queue, payload FROM jobs WHERE failed_at IS NOT NULL;
DELETE FROM jobs WHERE id IN (SELECT id FROM dead_jobs);
ALTER TABLE jobs DROP COLUMN attempts;
