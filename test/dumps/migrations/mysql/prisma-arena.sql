-- CreateTable
CREATE TABLE `Team` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `name` VARCHAR(191) NOT NULL,
    `founded` DATETIME(3) NULL,
    `budget` DECIMAL(65, 30) NOT NULL DEFAULT 0,
    `logo` LONGBLOB NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),

    UNIQUE INDEX `Team_name_key`(`name`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- CreateTable
CREATE TABLE `Player` (
    `id` VARCHAR(191) NOT NULL,
    `nick` VARCHAR(191) NOT NULL,
    `rating` DOUBLE NOT NULL DEFAULT 1000,
    `role` ENUM('TANK', 'HEALER', 'DAMAGE') NOT NULL DEFAULT 'DAMAGE',
    `teamId` INTEGER NULL,
    `banned` BOOLEAN NOT NULL DEFAULT false,

    INDEX `Player_rating_idx`(`rating` DESC),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- AddForeignKey
ALTER TABLE `Player` ADD CONSTRAINT `Player_teamId_fkey` FOREIGN KEY (`teamId`) REFERENCES `Team`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;
INSERT INTO `Team` (`id`, `name`, `founded`, `budget`, `logo`, `createdAt`) VALUES (1, 'Owls', '2019-05-06 00:00:00.000', 1234.5, x'FFD8', '2024-01-01 00:00:00.000'), (2, 'Foxes', NULL, 0, NULL, '2024-01-02 00:00:00.500');
INSERT INTO `Player` (`id`, `nick`, `rating`, `role`, `teamId`, `banned`) VALUES ('p1', 'zed', 1520.5, 'TANK', 1, false), ('p2', 'ivy', 1000, 'HEALER', 2, true), ('p3', 'rex', 990.25, 'DAMAGE', NULL, false);
/*
  Warnings:
  - You are about to drop the column `logo` on the `Team` table. All the data in the column will be lost.
*/
-- AlterTable
ALTER TABLE `Team` DROP COLUMN `logo`,
    ADD COLUMN `slug` VARCHAR(191) NOT NULL DEFAULT '',
    MODIFY `budget` DECIMAL(12, 2) NOT NULL DEFAULT 0;
UPDATE `Team` SET `slug` = LOWER(REPLACE(`name`, ' ', '-'));
-- CreateIndex
CREATE UNIQUE INDEX `Team_slug_key` ON `Team`(`slug`);
-- CreateTable
CREATE TABLE `Match` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `homeId` INTEGER NOT NULL,
    `awayId` INTEGER NOT NULL,
    `score` JSON NOT NULL,
    `playedAt` DATETIME(0) NULL,

    UNIQUE INDEX `Match_homeId_awayId_key`(`homeId`, `awayId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE `Match` ADD CONSTRAINT `Match_homeId_fkey` FOREIGN KEY (`homeId`) REFERENCES `Team`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE `Match` ADD CONSTRAINT `Match_awayId_fkey` FOREIGN KEY (`awayId`) REFERENCES `Team`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO `Match` (`homeId`, `awayId`, `score`) VALUES (1, 2, '[3, 1]'), (2, 1, '[0, 0]');
UPDATE `Match` SET `playedAt` = '2024-03-01 20:00:00' WHERE (`homeId` = 1 AND 1=1);
-- AlterTable
ALTER TABLE `Player` MODIFY `role` ENUM('TANK', 'HEALER', 'DAMAGE', 'COACH') NOT NULL DEFAULT 'DAMAGE', ADD COLUMN `joinedAt` DATETIME(3) NULL;
UPDATE `Player` SET `role` = 'COACH', `joinedAt` = '2024-03-02 10:00:00.125' WHERE `nick` IN ('rex');
INSERT IGNORE INTO `Player` (`id`, `nick`, `rating`) VALUES ('p3', 'dup', 1), ('p4', 'kai', 1100);
-- DropIndex
DROP INDEX `Player_rating_idx` ON `Player`;
-- RenameTable
ALTER TABLE `Match` RENAME TO `Game`;
DELETE FROM `Game` WHERE `playedAt` IS NULL;
UPDATE `Team` SET `id` = 20 WHERE `name` = 'Foxes';
INSERT INTO `Team` (`id`, `name`, `slug`, `createdAt`) VALUES (30, 'Bats', 'bats', '2024-04-01 00:00:00');
