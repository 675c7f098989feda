-- +goose Up
-- +goose StatementBegin
CREATE TABLE IF NOT EXISTS deployments (
    id            BIGSERIAL PRIMARY KEY,
    ref           UUID NOT NULL UNIQUE,
    service_name  TEXT,
    stream        TEXT NOT NULL CHECK (stream IN ('stdout', 'stderr')),
    ts            TIMESTAMPTZ NOT NULL DEFAULT NOW(),
    cost          NUMERIC(10,4) NOT NULL DEFAULT 0.0
);
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TABLE deployment_logs (
    id bigint generated always as identity primary key,
    deployment_id bigint NOT NULL REFERENCES deployments(id) ON DELETE CASCADE,
    line int not null default 1,
    message TEXT NOT NULL,
    unique (deployment_id, line)
);
-- +goose StatementEnd
CREATE INDEX IF NOT EXISTS deployment_logs_idx ON deployment_logs(deployment_id, id DESC);
INSERT INTO deployments (ref, service_name, stream, ts) VALUES ('0190a1b2-0000-4000-8000-000000000001', 'web', 'stdout', '2024-01-01T00:00:00Z') RETURNING id;
INSERT INTO deployment_logs (deployment_id, line, message) SELECT id, 1, 'hello' FROM deployments;
INSERT INTO deployment_logs (deployment_id, line, message) VALUES (1, 2, 'bye') ON CONFLICT (deployment_id, line) DO NOTHING;
-- +goose StatementBegin
ALTER TABLE deployments ADD COLUMN IF NOT EXISTS last_activity TIMESTAMP NULL, ADD COLUMN region varchar(20) NOT NULL DEFAULT 'eu';
ALTER TABLE deployments ALTER COLUMN service_name SET NOT NULL, ALTER COLUMN stream DROP NOT NULL;
ALTER TABLE deployments DROP CONSTRAINT deployments_stream_check;
ALTER TABLE deployments ADD CONSTRAINT stream_known CHECK (stream IN ('stdout', 'stderr', 'system')) NOT VALID;
ALTER TABLE deployments VALIDATE CONSTRAINT stream_known;
-- +goose StatementEnd
CREATE VIEW open_deployments AS SELECT d.id, d.region, count(l.id) AS lines FROM deployments d LEFT JOIN deployment_logs l ON l.deployment_id = d.id GROUP BY d.id, d.region;
ALTER TABLE deployment_logs RENAME TO logs;
ALTER TABLE logs RENAME COLUMN message TO body;
ALTER SEQUENCE deployments_id_seq RESTART WITH 100;
INSERT INTO deployments (ref, service_name, ts) VALUES ('0190a1b2-0000-4000-8000-000000000002', 'api', '2024-01-02T00:00:00Z');
DROP INDEX IF EXISTS deployment_logs_idx;
COMMENT ON TABLE deployments IS 'What was rolled out';
