CREATE TABLE jobs (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, queue VARCHAR(30) NOT NULL DEFAULT 'default', payload LONGTEXT NOT NULL, attempts TINYINT UNSIGNED NOT NULL DEFAULT 0, reserved_at INT UNSIGNED NULL, available_at INT UNSIGNED NOT NULL, state ENUM('ready','busy','dead') NOT NULL DEFAULT 'ready', KEY jobs_queue (queue, reserved_at)) ENGINE=InnoDB;
INSERT INTO jobs (queue, payload, available_at) VALUES ('mail', '{"to":"a","n":1}', 1700000000), ('mail', '{"to":"b","n":2}', 1700000100), ('default', '{}', 1700000050);
UPDATE jobs SET reserved_at = 1700000200, attempts = attempts + 1, state = 'busy' WHERE queue = 'mail' AND reserved_at IS NULL ORDER BY id LIMIT 1;
UPDATE jobs SET payload = JSON_SET(payload, '$.n', 10) WHERE id = 2;
UPDATE jobs SET state = IF(attempts >= 1, 'dead', 'ready'), reserved_at = NULL WHERE state = 'busy';
INSERT INTO jobs (queue, payload, available_at, state) SELECT queue, payload, available_at + 60, 'ready' FROM jobs WHERE state = 'dead';
DELETE FROM jobs WHERE state = 'dead' OR JSON_EXTRACT(payload, '$.n') = 10;
ALTER TABLE jobs MODIFY state ENUM('ready','busy','dead','done') NOT NULL DEFAULT 'ready';
UPDATE jobs SET state = 'done' WHERE queue = 'default';
