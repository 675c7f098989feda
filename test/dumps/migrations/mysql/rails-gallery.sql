CREATE TABLE `schema_migrations` (`version` varchar(255) NOT NULL PRIMARY KEY);
CREATE TABLE `ar_internal_metadata` (`key` varchar(255) NOT NULL PRIMARY KEY, `value` varchar(255), `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL);
CREATE TABLE `albums` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `title` varchar(255) NOT NULL, `position` int DEFAULT 0, `public` tinyint(1) DEFAULT 0 NOT NULL, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE `photos` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `album_id` bigint NOT NULL, `caption` varchar(255), `width` int, `height` int, `taken_at` datetime(6), `exif` json, INDEX `index_photos_on_album_id`  (`album_id`), CONSTRAINT `fk_rails_photo_album`
FOREIGN KEY (`album_id`)
  REFERENCES `albums` (`id`)
);
INSERT INTO `schema_migrations` (`version`) VALUES ('20240101000000'), ('20240101000001');
INSERT INTO `albums` (`title`, `position`, `public`, `created_at`, `updated_at`) VALUES ('Alps', 1, TRUE, '2024-01-02 10:00:00.123456', '2024-01-02 10:00:00.123456');
INSERT INTO `albums` (`title`, `position`, `public`, `created_at`, `updated_at`) VALUES ('Sea', 2, FALSE, '2024-01-03 10:00:00', '2024-01-03 10:00:00');
INSERT INTO `photos` (`album_id`, `caption`, `width`, `height`, `taken_at`, `exif`) VALUES (1, 'Summit at 6 o\'clock', 4000, 3000, '2023-08-01 06:00:00', '{"iso": 100}'), (1, NULL, 1080, 1920, NULL, NULL), (2, 'Foam', 640, 480, '2023-09-10 18:20:30.5', '{"iso": 400, "lens": "50mm"}');
ALTER TABLE `photos` ADD `orientation` varchar(20) DEFAULT 'landscape' NOT NULL;
ALTER TABLE `photos` ADD `cover` tinyint(1) DEFAULT 0 NOT NULL AFTER `caption`;
UPDATE `photos` SET `photos`.`orientation` = 'portrait' WHERE (`height` > `width`);
UPDATE `photos` INNER JOIN (SELECT MIN(`id`) AS `first_id` FROM `photos` GROUP BY `album_id`) AS `firsts` ON `firsts`.`first_id` = `photos`.`id` SET `photos`.`cover` = TRUE;
ALTER TABLE `albums` CHANGE `position` `sort` int DEFAULT 0 NOT NULL;
ALTER TABLE `photos` MODIFY `caption` text;
CREATE UNIQUE INDEX `index_albums_on_title` ON `albums` (`title`);
CREATE INDEX `index_photos_on_taken_at_and_cover` USING btree ON `photos` (`taken_at`, `cover`);
ALTER TABLE `photos` DROP FOREIGN KEY `fk_rails_photo_album`;
ALTER TABLE `photos` ADD CONSTRAINT `fk_rails_photo_album2` FOREIGN KEY (`album_id`) REFERENCES `albums` (`id`) ON DELETE CASCADE;
INSERT INTO `albums` (`title`,`sort`,`created_at`,`updated_at`) VALUES ('City', 3, '2024-02-01 00:00:00', '2024-02-01 00:00:00'), ('Sea', 9, '2024-02-01 00:00:00', '2024-02-01 00:00:00') ON DUPLICATE KEY UPDATE `sort`=VALUES(`sort`), `updated_at`=VALUES(`updated_at`);
RENAME TABLE `albums` TO `collections`;
ALTER TABLE `photos` CHANGE `album_id` `collection_id` bigint NOT NULL;
ALTER TABLE `photos` RENAME INDEX `index_photos_on_album_id` TO `index_photos_on_collection_id`;
DELETE FROM `collections` WHERE `collections`.`title` = 'Alps' LIMIT 1;
INSERT IGNORE INTO `schema_migrations` (`version`) VALUES ('20240101000001'), ('20240301000000');
INSERT INTO `photos` (`collection_id`, `caption`) SELECT `id`, CONCAT(`title`, ' #', `sort`) FROM `collections` WHERE `sort` > 2 ORDER BY `id`;
ALTER TABLE `photos` DROP COLUMN `exif`;
