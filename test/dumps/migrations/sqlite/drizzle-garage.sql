PRAGMA foreign_keys = ON;
CREATE TABLE `__drizzle_migrations` (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric);
INSERT INTO `__drizzle_migrations` ("hash", "created_at") VALUES('9c1e', 1709000000000);
CREATE TABLE `bikes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`frame` text NOT NULL,
	`gears` integer DEFAULT 21 NOT NULL,
	`electric` integer DEFAULT false NOT NULL,
	`price` real,
	`specs` text DEFAULT '{}'
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bikes_frame_unique` ON `bikes` (`frame`);--> statement-breakpoint
CREATE TABLE `repairs` (
	`id` text PRIMARY KEY NOT NULL,
	`bike_id` integer NOT NULL,
	`what` text NOT NULL,
	`cost` integer DEFAULT 0,
	`done_at` integer,
	FOREIGN KEY (`bike_id`) REFERENCES `bikes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `repairs_bike_idx` ON `repairs` (`bike_id`,`done_at`);--> statement-breakpoint
INSERT INTO `bikes` (`frame`, `gears`, `electric`, `price`, `specs`) VALUES ('AL-100', 7, false, 450.0, '{"w":26}'), ('CF-200', 22, true, 3999.9, NULL), ('ST-300', 1, 0, NULL, '{}');
insert into "repairs" ("id", "bike_id", "what", "cost", "done_at") values ('r1', 1, 'Brakes', 40, 1709100000), ('r2', 1, 'Chain', 25, null), ('r3', 2, 'Battery', 350, 1709200000);
ALTER TABLE `bikes` ADD `owner` text;--> statement-breakpoint
ALTER TABLE `bikes` ADD `sold` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `bikes` SET `owner` = CASE WHEN `electric` THEN 'rental' ELSE 'private' END;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_repairs` (
	`id` text PRIMARY KEY NOT NULL,
	`bike_id` integer,
	`what` text NOT NULL,
	`cost_cents` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`bike_id`) REFERENCES `bikes`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_repairs`("id", "bike_id", "what", "cost_cents", "done_at") SELECT "id", "bike_id", "what", "cost" * 100, "done_at" FROM `repairs`;--> statement-breakpoint
DROP TABLE `repairs`;--> statement-breakpoint
ALTER TABLE `__new_repairs` RENAME TO `repairs`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
INSERT INTO `__drizzle_migrations` ("hash", "created_at") VALUES('77aa', 1709300000000);
DELETE FROM `bikes` WHERE `frame` = 'CF-200';
ALTER TABLE `bikes` DROP COLUMN `specs`;--> statement-breakpoint
DROP INDEX IF EXISTS `repairs_bike_idx`;
CREATE TABLE `repair_parts` (
	`repair_id` text NOT NULL,
	`part` text NOT NULL,
	`count` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`repair_id`, `part`),
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
insert into `repair_parts` (`repair_id`, `part`) values ('r1', 'pad'), ('r3', 'cell') on conflict (`repair_id`, `part`) do update set `count` = `repair_parts`.`count` + 1;
insert into `repair_parts` (`repair_id`, `part`) values ('r1', 'pad') on conflict (`repair_id`, `part`) do update set `count` = `repair_parts`.`count` + 1;
CREATE VIEW `open_repairs` AS select "id", "what", "cost_cents" / 100.0 as "cost" from "repairs" where "done_at" is null;
