CREATE TABLE sessions (
  token uuid PRIMARY KEY,
  user_id integer NOT NULL,
  ip inet,
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  expires_at timestamp(0) without time zone NOT NULL
);
INSERT INTO sessions VALUES
  ('6f1c2b9e-3b1a-4a51-9d0e-0c8f4be6a001', 7, '10.0.0.8', '{"cart": [1, 2], "lang": "en"}', '2024-03-01 12:00:00'),
  ('6f1c2b9e-3b1a-4a51-9d0e-0c8f4be6a002', 8, NULL, '{}', '2024-03-02 00:00:00');
ALTER TABLE sessions ADD COLUMN agent varchar(300) DEFAULT 'unknown' NOT NULL;
UPDATE sessions SET data = jsonb_set(data, '{lang}', '"de"') WHERE user_id = 8;
CREATE INDEX sessions_expiry ON sessions (expires_at) WHERE user_id > 0;
DELETE FROM sessions WHERE expires_at < timestamp '2024-03-01 18:00:00';
