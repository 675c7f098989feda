CREATE TABLE `containers` (
	`id` bigint unsigned AUTO_INCREMENT NOT NULL,
	`code` varchar(11) NOT NULL,
	`size` enum('20','40','45') NOT NULL,
	`tare_kg` int NOT NULL DEFAULT 2200,
	`sealed` boolean NOT NULL DEFAULT false,
	`meta` json,
	`arrived` timestamp(3),
	CONSTRAINT `containers_id` PRIMARY KEY(`id`),
	CONSTRAINT `containers_code_unique` UNIQUE(`code`)
);
-- statement-breakpoint
CREATE TABLE `moves` (
	`id` int AUTO_INCREMENT NOT NULL,
	`container_id` bigint unsigned NOT NULL,
	`from_bay` varchar(6),
	`to_bay` varchar(6) NOT NULL,
	`moved_on` date NOT NULL,
	CONSTRAINT `moves_id` PRIMARY KEY(`id`)
);
-- statement-breakpoint
ALTER TABLE `moves` ADD CONSTRAINT `moves_container_id_containers_id_fk` FOREIGN KEY (`container_id`) REFERENCES `containers`(`id`) ON DELETE cascade ON UPDATE no action;
CREATE INDEX `moves_bay_idx` ON `moves` (`to_bay`,`moved_on`);
insert into `containers` (`id`, `code`, `size`, `tare_kg`, `sealed`, `meta`, `arrived`) values (default, 'MSCU1234567', '40', 3800, true, '{"line":"MSC"}', '2024-01-05 06:00:00.250'), (default, 'TGHU7654321', '20', default, default, null, null);
insert into `moves` (`container_id`, `from_bay`, `to_bay`, `moved_on`) values (1, null, 'A-01', '2024-01-05'), (1, 'A-01', 'B-07', '2024-01-09'), (2, null, 'A-02', '2024-01-10');
ALTER TABLE `containers` ADD `owner` varchar(40) DEFAULT 'lease' NOT NULL;
ALTER TABLE `containers` ADD `bay` varchar(6);
UPDATE `containers` SET `bay` = (SELECT `to_bay` FROM `moves` WHERE `moves`.`container_id` = `containers`.`id` ORDER BY `moved_on` DESC LIMIT 1);
ALTER TABLE `containers` MODIFY COLUMN `size` enum('20','40','45','53') NOT NULL DEFAULT '20';
ALTER TABLE `containers` MODIFY COLUMN `tare_kg` decimal(8,1) NOT NULL DEFAULT '2200.0';
ALTER TABLE `moves` RENAME COLUMN `moved_on` TO `day`;
DROP INDEX `moves_bay_idx` ON `moves`;
insert into `containers` (`code`, `size`) values ('TGHU7654321', '53') on duplicate key update `size` = values(`size`), `meta` = json_object('moved', true);
CREATE TABLE `seals` (
	`container_id` bigint unsigned NOT NULL,
	`number` varchar(20) NOT NULL,
	`broken` boolean DEFAULT false,
	CONSTRAINT `seals_container_id_number_pk` PRIMARY KEY(`container_id`,`number`)
);
-- statement-breakpoint
insert into `seals` (`container_id`, `number`) select `id`, concat('S', lpad(`id`, 4, '0')) from `containers` where `sealed`;
insert ignore into `seals` (`container_id`, `number`) values (1, 'S0001'), (2, 'S9999');
ALTER TABLE `seals` ADD CONSTRAINT `seals_fk` FOREIGN KEY (`container_id`) REFERENCES `containers`(`id`) ON DELETE cascade;
update `seals` inner join `containers` on `containers`.`id` = `seals`.`container_id` set `seals`.`broken` = true where `containers`.`size` = '53';
delete from `containers` where `code` like 'MSCU%';
ALTER TABLE `containers` DROP COLUMN `meta`;
