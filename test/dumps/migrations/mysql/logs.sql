CREATE TABLE IF NOT EXISTS access_log (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  path VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status SMALLINT NOT NULL,
  bytes INT UNSIGNED,
  agent VARCHAR(200) COMMENT 'as sent',
  PRIMARY KEY (id),
  KEY path_prefix (path(50)),
  KEY at_status (at, status)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC COMMENT='Requests';
INSERT INTO access_log (at, path, status, bytes, agent) VALUES ('2024-01-01 00:00:01', '/', 200, 512, 'curl/8'), ('2024-01-01 00:00:02', '/Login', 302, NULL, NULL), ('2024-01-01 00:00:03', '/login', 200, 4294967295, 'Mozilla');
DELETE FROM access_log WHERE status = 302 LIMIT 1;
CREATE TABLE hits (path VARCHAR(191) NOT NULL, day DATE NOT NULL, n INT NOT NULL DEFAULT 0, PRIMARY KEY (path, day));
INSERT INTO hits (path, day, n) SELECT path, DATE(at), COUNT(*) FROM access_log GROUP BY path, DATE(at);
INSERT INTO hits VALUES ('/', '2024-01-01', 5), ('/about', '2024-01-01', 1) ON DUPLICATE KEY UPDATE n = n + VALUES(n);
ALTER TABLE access_log DROP COLUMN agent, ADD COLUMN referrer VARCHAR(300) NULL AFTER path;
ALTER TABLE access_log AUTO_INCREMENT = 100;
INSERT INTO access_log (at, path, status) VALUES ('2024-01-02 00:00:00', '/new', 404);
