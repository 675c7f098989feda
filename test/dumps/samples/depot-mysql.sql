-- As desktop tools export it: keys behind the rows, tables that stand in for views, settings that are kept for later.
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
SET AUTOCOMMIT = 0;
START TRANSACTION;
SET time_zone = "+00:00";
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!50106 SET @save_time_zone= @@TIME_ZONE */ ;

DROP DATABASE IF EXISTS depot;
CREATE DATABASE IF NOT EXISTS depot /*!40100 DEFAULT CHARACTER SET utf8mb4 */;
USE depot;
SHOW WARNINGS;

DROP TABLE IF EXISTS `crates`;
CREATE TABLE `crates` (
  `id` int(11) UNSIGNED NOT NULL,
  `hauler_id` int(10) UNSIGNED NOT NULL,
  `label` varchar(40) NOT NULL DEFAULT 'none',
  `weight` decimal(8,2) NOT NULL DEFAULT 0.00,
  `packed` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `changed` timestamp NULL DEFAULT NULL ON UPDATE current_timestamp(),
  `twice` decimal(9,2) GENERATED ALWAYS AS (`weight` * 2) STORED
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='Crates; all of them';

INSERT INTO `crates` (`id`, `hauler_id`, `label`, `weight`, `packed`, `changed`) VALUES
(1, 1, 'it\'s \"heavy\"', '12.50', '2021-03-28 02:30:00', NULL),
(2, 2, 'light', '0.25', '2021-04-01 10:00:00', '2021-04-02 10:00:00');

-- tables that stand in for the views: the first view reads the second's
CREATE TABLE `a_loads` (
`hauler` varchar(20)
,`crates` bigint(21)
);
CREATE TABLE `b_named` (
	`ID` INT(10) UNSIGNED NOT NULL,
	`hauler` VARCHAR(20) NULL COLLATE 'utf8mb4_unicode_ci'
) ENGINE=MyISAM;

CREATE TABLE `haulers` (
  `id` int(10) UNSIGNED NOT NULL,
  `name` varchar(20) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `haulers` (`id`, `name`) VALUES (1, 'Ann'), (2, 'Bo');

DROP TABLE IF EXISTS `a_loads`;
CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `a_loads` AS SELECT `b_named`.`hauler` AS `hauler`, count(0) AS `crates` FROM `b_named` GROUP BY `b_named`.`hauler` ;

SET @OLDTMP_SQL_MODE=@@SQL_MODE, SQL_MODE='STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
DROP VIEW IF EXISTS `b_named`;
DROP TABLE IF EXISTS `b_named`;
CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `b_named` AS select `c`.`id` AS `ID`,`h`.`name` AS `hauler` from (`crates` `c` join `haulers` `h` on(`h`.`id` = `c`.`hauler_id`));
SET SQL_MODE=@OLDTMP_SQL_MODE;

ALTER TABLE `crates`
  ADD PRIMARY KEY (`id`),
  ADD KEY `crates_hauler_id` (`hauler_id`);

ALTER TABLE `haulers`
  ADD PRIMARY KEY (`id`),
  ADD UNIQUE KEY `name` (`name`) USING BTREE;

ALTER TABLE `crates`
  MODIFY `id` int(11) UNSIGNED NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=30;
ALTER TABLE `haulers`
  MODIFY `id` int(10) UNSIGNED NOT NULL AUTO_INCREMENT;

ALTER TABLE `crates`
  ADD CONSTRAINT `crates_hauler_fk` FOREIGN KEY (`hauler_id`) REFERENCES `haulers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE;

SET SQL_MODE = 'STRICT_TRANS_TABLES';
CREATE TABLE IF NOT EXISTS `depot`.`gates` (
  `id` INT UNSIGNED NOT NULL AUTO_INCREMENT,
  `name` VARCHAR(45) NULL DEFAULT 'north',
  PRIMARY KEY (`id`))
ENGINE = InnoDB
AUTO_INCREMENT = 5;
INSERT INTO depot.gates (id, name) VALUES (1, 'east');
INSERT INTO gates (id, name) VALUES (DEFAULT, DEFAULT);
INSERT INTO gates (id, name) VALUES (DEFAULT, 'west'), (DEFAULT, DEFAULT);
COMMIT;
/*!40103 SET TIME_ZONE=IFNULL(@OLD_TIME_ZONE, 'system') */;
/*!50106 SET TIME_ZONE= @save_time_zone */ ;
