SET NAMES utf8;
SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0;
CREATE TABLE `catalog_product_entity` (
  `entity_id` int unsigned NOT NULL AUTO_INCREMENT COMMENT 'Entity ID',
  `type_id` varchar(32) NOT NULL DEFAULT 'simple' COMMENT 'Type ID',
  `sku` varchar(64) NOT NULL COMMENT 'SKU',
  `has_options` smallint NOT NULL DEFAULT 0 COMMENT 'Has Options',
  `touched` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`entity_id`),
  KEY `CATALOG_PRODUCT_ENTITY_SKU` (`sku`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8 COMMENT='Catalog Product Table';
CREATE TABLE `cataloginventory_stock_item` (
  `item_id` int unsigned NOT NULL AUTO_INCREMENT,
  `product_id` int unsigned NOT NULL DEFAULT 0,
  `qty` decimal(12,4) DEFAULT NULL,
  `is_in_stock` smallint unsigned NOT NULL DEFAULT 0,
  `low_stock_date` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`item_id`),
  UNIQUE KEY `STOCK_PRODUCT` (`product_id`),
  CONSTRAINT `FK_STOCK` FOREIGN KEY (`product_id`) REFERENCES `catalog_product_entity` (`entity_id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8;
SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS;
INSERT INTO `catalog_product_entity` (`entity_id`, `type_id`, `sku`, `has_options`) VALUES (1, 'simple', '24-MB01', 0), (2, 'configurable', 'WS-12', 1), (3, 'simple', 'wt-09', 0);
INSERT INTO `cataloginventory_stock_item` (`product_id`, `qty`, `is_in_stock`) VALUES (1, 100.0000, 1), (3, 0, 0) ON DUPLICATE KEY UPDATE `qty` = VALUES(`qty`);
INSERT INTO `cataloginventory_stock_item` (`product_id`, `qty`, `is_in_stock`) SELECT `e`.`entity_id`, 5.5, 1 FROM `catalog_product_entity` AS `e` LEFT JOIN `cataloginventory_stock_item` AS `s` ON s.product_id = e.entity_id WHERE (s.item_id IS NULL);
ALTER TABLE `catalog_product_entity` ADD COLUMN `weight` decimal(8,3) NULL DEFAULT NULL COMMENT 'kg' AFTER `sku`, MODIFY COLUMN `has_options` tinyint(1) NOT NULL DEFAULT 0;
UPDATE `catalog_product_entity` AS `e` INNER JOIN `cataloginventory_stock_item` AS `s` ON s.product_id = e.entity_id SET `e`.`weight` = s.qty / 10, `s`.`low_stock_date` = IF(s.qty < 10, '2024-05-01 00:00:00', NULL);
ALTER TABLE `cataloginventory_stock_item` ADD COLUMN `min_qty` decimal(12,4) NOT NULL DEFAULT '0.0000', ADD INDEX `IDX_IN_STOCK` (`is_in_stock`), DROP COLUMN `low_stock_date`;
CREATE TEMPORARY TABLE `tmp_ids` (`id` int unsigned NOT NULL PRIMARY KEY) ENGINE=MEMORY;
INSERT INTO `tmp_ids` SELECT `product_id` FROM `cataloginventory_stock_item` WHERE `qty` = 0;
DELETE FROM `catalog_product_entity` WHERE `entity_id` IN (SELECT `id` FROM `tmp_ids`);
DROP TEMPORARY TABLE `tmp_ids`;
REPLACE INTO `cataloginventory_stock_item` (`item_id`, `product_id`, `qty`, `is_in_stock`) VALUES (1, 1, 80, 1);
INSERT INTO `catalog_product_entity` (`sku`, `weight`) VALUES ('24-MB02', 1.2345);
UPDATE `catalog_product_entity` SET `sku` = UPPER(`sku`) WHERE `type_id` = 'configurable' OR `weight` IS NULL;
ALTER TABLE `cataloginventory_stock_item` DROP FOREIGN KEY `FK_STOCK`;
ALTER TABLE `cataloginventory_stock_item` DROP INDEX `STOCK_PRODUCT`, ADD UNIQUE INDEX `STOCK_PRODUCT_WEBSITE` (`product_id`, `is_in_stock`);
RENAME TABLE `cataloginventory_stock_item` TO `inventory_source_item`;
