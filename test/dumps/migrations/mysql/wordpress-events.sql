CREATE TABLE wp_options (
  option_id bigint(20) unsigned NOT NULL auto_increment,
  option_name varchar(191) NOT NULL default '',
  option_value longtext NOT NULL,
  autoload varchar(20) NOT NULL default 'yes',
  PRIMARY KEY  (option_id),
  UNIQUE KEY option_name (option_name),
  KEY autoload (autoload)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_em_events (
  event_id bigint(20) unsigned NOT NULL auto_increment,
  post_id bigint(20) unsigned NOT NULL default 0,
  event_slug varchar(200) default NULL,
  event_name text,
  event_start datetime NOT NULL default '2000-01-01 00:00:00',
  event_end datetime default NULL,
  event_all_day tinyint(1) unsigned NOT NULL default 0,
  spaces int(5) NULL default 0,
  PRIMARY KEY  (event_id),
  KEY event_start (event_start),
  KEY event_slug (event_slug(100))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
INSERT INTO wp_options (option_name, option_value, autoload) VALUES ('siteurl', 'http://old.test', 'yes'), ('em_version', '5.0', 'no'), ('_transient_x', 'a:1:{s:1:\"k\";i:5;}', 'no'), ('_transient_timeout_x', '1700000000', 'no');
INSERT INTO wp_em_events (post_id, event_slug, event_name, event_start, event_end, spaces) VALUES (12, 'fair', 'Spring fair', '2024-04-06 10:00:00', '2024-04-06 18:00:00', 200), (13, 'talk', 'Talk: \"Bees\"', '2024-05-01 19:00:00', NULL, NULL);
INSERT INTO wp_options (option_name, option_value, autoload) VALUES ('em_version', '5.1', 'no') ON DUPLICATE KEY UPDATE option_name = VALUES(option_name), option_value = VALUES(option_value), autoload = VALUES(autoload);
UPDATE wp_options SET option_value = REPLACE(option_value, 'http://', 'https://') WHERE option_name IN ('siteurl', 'home');
CREATE TABLE wp_em_bookings (
  booking_id bigint(20) unsigned NOT NULL auto_increment,
  event_id bigint(20) unsigned NULL,
  person_id bigint(20) unsigned NOT NULL,
  booking_spaces int(5) NOT NULL,
  booking_price decimal(14,4) unsigned NOT NULL default 0,
  booking_meta longtext NULL,
  PRIMARY KEY  (booking_id),
  KEY event_id (event_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
INSERT INTO wp_em_bookings (event_id, person_id, booking_spaces, booking_price) VALUES (1, 5, 2, 19.99), (1, 6, 1, 9.995), (2, 5, 1, 0), (99, 7, 1, 5);
ALTER TABLE wp_em_events ADD COLUMN event_status tinyint(1) NULL DEFAULT NULL AFTER post_id, ADD COLUMN recurrence_id bigint(20) unsigned DEFAULT NULL;
UPDATE wp_em_events SET event_status = 1 WHERE event_end IS NOT NULL;
ALTER TABLE wp_em_events MODIFY COLUMN event_slug varchar(191) NOT NULL DEFAULT '', ADD INDEX status_start (event_status, event_start);
UPDATE wp_em_events e, wp_em_bookings b SET e.spaces = e.spaces - b.booking_spaces WHERE b.event_id = e.event_id AND b.person_id = 5;
DELETE b FROM wp_em_bookings b LEFT JOIN wp_em_events e ON e.event_id = b.event_id WHERE e.event_id IS NULL;
DELETE a, b FROM wp_options a, wp_options b WHERE a.option_name LIKE '\_transient\_%' AND a.option_name NOT LIKE '\_transient\_timeout\_%' AND b.option_name = CONCAT('_transient_timeout_', SUBSTRING(a.option_name, 12)) AND b.option_value < 1700000001;
INSERT INTO wp_em_bookings (event_id, person_id, booking_spaces) SELECT event_id, 0, 1 FROM wp_em_events WHERE event_status IS NULL;
ALTER TABLE wp_em_bookings CHANGE booking_meta booking_comment text, DROP KEY event_id, ADD KEY event_person (event_id, person_id);
ALTER TABLE wp_em_events CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE wp_em_events ENGINE=InnoDB;
INSERT IGNORE INTO wp_options (option_name, option_value) VALUES ('siteurl', 'x');
OPTIMIZE TABLE wp_options;
