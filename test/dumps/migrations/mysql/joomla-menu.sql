CREATE TABLE IF NOT EXISTS `jos_menu` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `menutype` varchar(24) NOT NULL COMMENT 'The type of menu',
  `title` varchar(255) NOT NULL,
  `alias` varchar(191) NOT NULL,
  `parent_id` int(10) unsigned NOT NULL DEFAULT 1,
  `published` tinyint(4) NOT NULL DEFAULT 0,
  `lft` int(11) NOT NULL DEFAULT 0,
  `rgt` int(11) NOT NULL DEFAULT 0,
  `params` text NOT NULL,
  `checked_out_time` datetime,
  PRIMARY KEY (`id`),
  UNIQUE KEY `idx_alias_parent` (`alias`(100),`parent_id`),
  KEY `idx_left_right` (`lft`,`rgt`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 DEFAULT COLLATE=utf8mb4_unicode_ci AUTO_INCREMENT=102;
INSERT INTO `jos_menu` (`id`, `menutype`, `title`, `alias`, `parent_id`, `published`, `lft`, `rgt`, `params`, `checked_out_time`) VALUES
(1, '', 'Menu_Item_Root', 'root', 0, 1, 0, 5, '', NULL),
(101, 'mainmenu', 'Home', 'home', 1, 1, 1, 2, '{"show_title":""}', '2024-01-01 10:00:00');
INSERT INTO `jos_menu` (`menutype`, `title`, `alias`, `lft`, `rgt`, `params`) VALUES ('mainmenu', 'About', 'about', 3, 4, '{}');
CREATE TABLE `jos_extensions` (
  `extension_id` int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` varchar(100) NOT NULL,
  `element` varchar(100) NOT NULL,
  `enabled` tinyint NOT NULL DEFAULT 0,
  `params` text
);
INSERT INTO `jos_extensions` (`name`, `element`, `enabled`, `params`) VALUES ('plg_cache', 'cache', 1, '{"ttl":15}'), ('plg_debug', 'debug', 1, NULL);
-- 4.1.0-2024-01-01.sql
ALTER TABLE `jos_menu` ADD COLUMN `publish_up` datetime NULL, ADD COLUMN `publish_down` datetime NULL /** CAN FAIL **/;
ALTER TABLE `jos_menu` MODIFY `checked_out_time` datetime NULL DEFAULT NULL;
UPDATE `jos_menu` SET `checked_out_time` = NULL, `published` = -2 WHERE `alias` = 'about';
UPDATE `jos_extensions` SET `params` = REPLACE(`params`, '"ttl":15', '"ttl":30') WHERE `element` = 'cache';
-- 4.2.0-2024-02-01.sql
INSERT INTO `jos_extensions` (`name`, `element`, `enabled`) SELECT 'plg_webauthn', 'webauthn', `enabled` FROM `jos_extensions` WHERE `element` = 'debug';
DELETE FROM `jos_extensions` WHERE `element` = 'debug' AND `name` = 'plg_debug';
ALTER TABLE `jos_extensions` ADD COLUMN `locked` tinyint NOT NULL DEFAULT 0 COMMENT 'Flag', ADD KEY `element_clientid` (`element`);
ALTER TABLE `jos_menu` DROP INDEX `idx_left_right`;
ALTER TABLE `jos_menu` ADD INDEX `idx_lft` (`lft`), ADD COLUMN `note` varchar(255) NOT NULL DEFAULT '';
UPDATE `jos_menu` AS `m` INNER JOIN `jos_menu` AS `p` ON `p`.`id` = `m`.`parent_id` SET `m`.`note` = CONCAT('under ', `p`.`alias`) WHERE `m`.`lft` > 0;
INSERT INTO `jos_menu` (`menutype`, `title`, `alias`, `parent_id`, `params`) VALUES ('mainmenu', 'Über uns', 'about', 101, '') ON DUPLICATE KEY UPDATE `title` = VALUES(`title`);
UPDATE `jos_menu` SET `lft` = `lft` + 10, `rgt` = `lft` + 1 WHERE `menutype` = 'mainmenu';
DELETE FROM `jos_menu` WHERE `published` < 0 LIMIT 10;
ALTER TABLE `jos_extensions` RENAME TO `jos_addons`;
