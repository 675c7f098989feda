CREATE TABLE `doctor` (`id` int NOT NULL AUTO_INCREMENT, `name` varchar(60) NOT NULL, `speciality` enum('gp','eye','skin') DEFAULT 'gp', PRIMARY KEY (`id`));
CREATE TABLE `visit` (`id` int NOT NULL AUTO_INCREMENT, `doctor_id` int DEFAULT NULL, `patient` varchar(60) NOT NULL, `starts` datetime NOT NULL, `minutes` smallint unsigned NOT NULL DEFAULT '15', `ends` datetime GENERATED ALWAYS AS (`starts` + interval `minutes` minute) VIRTUAL, `fee` decimal(7,2) DEFAULT NULL, PRIMARY KEY (`id`), UNIQUE KEY `slot` (`doctor_id`,`starts`), CONSTRAINT `visit_doctor` FOREIGN KEY (`doctor_id`) REFERENCES `doctor` (`id`) ON DELETE SET NULL);
INSERT INTO `doctor` (`name`, `speciality`) VALUES ('Dr. A', DEFAULT), ('Dr. B', 'eye');
INSERT INTO `visit` (`doctor_id`, `patient`, `starts`, `fee`) VALUES (1, 'Kim', '2024-01-08 09:00:00', 80), (2, 'Lou', '2024-01-08 09:00:00', NULL);
INSERT INTO `visit` (`doctor_id`, `patient`, `starts`) VALUES (1, 'Max', '2024-01-08 09:00:00') ON DUPLICATE KEY UPDATE `patient` = VALUES(`patient`), `minutes` = `minutes` + 5;
UPDATE `visit` SET `fee` = IFNULL(`fee`, 50) * 1.1 ORDER BY `id` LIMIT 1;
ALTER TABLE `visit` ADD COLUMN `note` varchar(200) NOT NULL DEFAULT '', ADD KEY `by_patient` (`patient`);
DELETE FROM `doctor` WHERE `name` = 'Dr. B';
