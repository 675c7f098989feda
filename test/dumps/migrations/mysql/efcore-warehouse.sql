CREATE TABLE IF NOT EXISTS `__EFMigrationsHistory` (
    `MigrationId` varchar(150) CHARACTER SET utf8mb4 NOT NULL,
    `ProductVersion` varchar(32) CHARACTER SET utf8mb4 NOT NULL,
    CONSTRAINT `PK___EFMigrationsHistory` PRIMARY KEY (`MigrationId`)
) CHARACTER SET=utf8mb4;
START TRANSACTION;
ALTER DATABASE CHARACTER SET utf8mb4;
CREATE TABLE `Bins` (
    `Id` int NOT NULL AUTO_INCREMENT,
    `Aisle` varchar(4) CHARACTER SET utf8mb4 NOT NULL,
    `Level` int NOT NULL DEFAULT 0,
    `Locked` tinyint(1) NOT NULL,
    `Key` char(36) COLLATE ascii_general_ci NOT NULL,
    CONSTRAINT `PK_Bins` PRIMARY KEY (`Id`)
) CHARACTER SET=utf8mb4;
CREATE TABLE `Parcels` (
    `Id` bigint NOT NULL AUTO_INCREMENT,
    `BinId` int NULL,
    `Weight` decimal(18,3) NOT NULL,
    `Label` longtext CHARACTER SET utf8mb4 NULL,
    `StoredAt` datetime(6) NOT NULL,
    `Fragile` tinyint(1) NOT NULL DEFAULT FALSE,
    CONSTRAINT `PK_Parcels` PRIMARY KEY (`Id`),
    CONSTRAINT `FK_Parcels_Bins_BinId` FOREIGN KEY (`BinId`) REFERENCES `Bins` (`Id`)
) CHARACTER SET=utf8mb4;
INSERT INTO `Bins` (`Id`, `Aisle`, `Key`, `Level`, `Locked`)
VALUES (1, 'A', '3f2504e0-4f89-11d3-9a0c-0305e82c3301', 1, FALSE),
(2, 'A', '3f2504e0-4f89-11d3-9a0c-0305e82c3302', 2, TRUE);
CREATE INDEX `IX_Parcels_BinId` ON `Parcels` (`BinId`);
INSERT INTO `__EFMigrationsHistory` (`MigrationId`, `ProductVersion`)
VALUES ('20240101000000_Init', '8.0.2');
COMMIT;
INSERT INTO `Parcels` (`BinId`, `Weight`, `Label`, `StoredAt`, `Fragile`) VALUES (1, 2.5, 'books', TIMESTAMP '2024-01-05 10:00:00', TRUE), (2, 0.125, NULL, '2024-01-06 10:00:00.000001', FALSE), (NULL, 30, 'tyre', '2024-01-07 10:00:00', DEFAULT);
START TRANSACTION;
ALTER TABLE `Parcels` DROP FOREIGN KEY `FK_Parcels_Bins_BinId`;
ALTER TABLE `Parcels` RENAME COLUMN `Label` TO `Contents`;
UPDATE `Parcels` SET `Contents` = ''
WHERE `Contents` IS NULL;
SELECT ROW_COUNT();
ALTER TABLE `Parcels` MODIFY COLUMN `Contents` varchar(400) CHARACTER SET utf8mb4 NOT NULL DEFAULT '';
ALTER TABLE `Parcels` ADD `RowVersion` timestamp(6) NULL;
ALTER TABLE `Bins` ADD `Capacity` double NOT NULL DEFAULT 0.0;
UPDATE `Bins` SET `Capacity` = 100.5 WHERE `Id` = 1;
ALTER TABLE `Parcels` ADD CONSTRAINT `FK_Parcels_Bins_BinId` FOREIGN KEY (`BinId`) REFERENCES `Bins` (`Id`) ON DELETE SET NULL;
INSERT INTO `__EFMigrationsHistory` (`MigrationId`, `ProductVersion`)
VALUES ('20240201000000_Contents', '8.0.2');
COMMIT;
UPDATE `Bins` AS `b` SET `b`.`Level` = `b`.`Level` + 1 WHERE `b`.`Locked`;
DELETE FROM `Bins` WHERE `Id` = 2;
CREATE UNIQUE INDEX `IX_Bins_Aisle_Level` ON `Bins` (`Aisle`, `Level` DESC);
ALTER TABLE `Parcels` RENAME `Items`;
ALTER TABLE `Items` RENAME INDEX `IX_Parcels_BinId` TO `IX_Items_BinId`;
INSERT INTO `Items` (`Weight`, `StoredAt`, `BinId`) VALUES (1.5, '2024-03-01 00:00:00', 1);
DELETE `i` FROM `Items` AS `i` WHERE `i`.`Weight` > 20.0;
