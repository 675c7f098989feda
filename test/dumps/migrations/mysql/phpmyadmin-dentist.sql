-- phpMyAdmin SQL Dump
-- version 5.2.1
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";
/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE `behandlung` (
  `id` int(10) UNSIGNED NOT NULL,
  `patient_id` int(10) UNSIGNED NOT NULL,
  `zahn` tinyint(2) DEFAULT NULL,
  `art` enum('Füllung','Krone','Reinigung') NOT NULL DEFAULT 'Reinigung',
  `kosten` decimal(8,2) NOT NULL DEFAULT 0.00,
  `am` datetime NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO `behandlung` (`id`, `patient_id`, `zahn`, `art`, `kosten`, `am`) VALUES
(1, 1, 16, 'Füllung', '240.50', '2024-01-09 09:15:00'),
(2, 1, NULL, 'Reinigung', '120.00', '2024-02-09 09:15:00'),
(4, 2, 21, 'Krone', '1450.00', '2024-02-12 14:00:00');
CREATE TABLE `patient` (
  `id` int(10) UNSIGNED NOT NULL,
  `name` varchar(80) NOT NULL,
  `geboren` date DEFAULT NULL,
  `privat` bit(1) NOT NULL DEFAULT b'0',
  `notiz` text DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO `patient` (`id`, `name`, `geboren`, `privat`, `notiz`) VALUES
(1, 'Bärbel Groß', '1961-11-30', b'1', 'Allergie: Penicillin\r\nAngst'),
(2, 'O\'Neil', NULL, b'0', NULL),
(3, 'Ünal', '2010-05-05', b'0', '');
CREATE TABLE `teure` (
`name` varchar(80)
,`summe` decimal(30,2)
);
DROP TABLE IF EXISTS `teure`;
CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `teure` AS SELECT `p`.`name` AS `name`, sum(`b`.`kosten`) AS `summe` FROM (`patient` `p` join `behandlung` `b` on(`b`.`patient_id` = `p`.`id`)) GROUP BY `p`.`id`, `p`.`name` HAVING sum(`b`.`kosten`) > 300 ;
ALTER TABLE `behandlung`
  ADD PRIMARY KEY (`id`),
  ADD KEY `patient_id` (`patient_id`,`am`);
ALTER TABLE `patient`
  ADD PRIMARY KEY (`id`),
  ADD UNIQUE KEY `name_geboren` (`name`,`geboren`);
ALTER TABLE `behandlung`
  MODIFY `id` int(10) UNSIGNED NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=5;
ALTER TABLE `patient`
  MODIFY `id` int(10) UNSIGNED NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=8;
ALTER TABLE `behandlung`
  ADD CONSTRAINT `behandlung_ibfk_1` FOREIGN KEY (`patient_id`) REFERENCES `patient` (`id`) ON DELETE CASCADE ON UPDATE CASCADE;
COMMIT;
INSERT INTO `patient` (`id`, `name`, `geboren`, `privat`, `notiz`) VALUES (NULL, 'Neu', '2000-01-01', b'1', NULL);
INSERT INTO `behandlung` (`id`, `patient_id`, `zahn`, `art`, `kosten`, `am`) VALUES (NULL, '8', '11', 'Krone', '99.9', '2024-03-01 08:00:00');
ALTER TABLE `patient` ADD `telefon` VARCHAR(20) NULL DEFAULT NULL AFTER `name`, ADD `erinnern` BOOLEAN NOT NULL DEFAULT TRUE AFTER `privat`;
UPDATE `patient` SET `telefon` = '+49 30 1' WHERE `patient`.`id` = 1;
ALTER TABLE `behandlung` CHANGE `zahn` `zahn` TINYINT(3) UNSIGNED NULL DEFAULT NULL;
UPDATE `patient` SET `id` = '20' WHERE `patient`.`id` = 2;
DELETE FROM `patient` WHERE `patient`.`id` = 3 LIMIT 1;
ALTER TABLE `behandlung` ORDER BY `am`;
