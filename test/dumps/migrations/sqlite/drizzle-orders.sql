CREATE TABLE `guests` (`name` text PRIMARY KEY NOT NULL, `seats` integer) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guest` text NOT NULL,
	`created_at` integer DEFAULT 1700000000 NOT NULL,
	`total` real,
	FOREIGN KEY (`guest`) REFERENCES `guests`(`name`) ON UPDATE cascade ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_guest_created` ON `orders` (`guest`,`created_at`);--> statement-breakpoint
INSERT INTO `guests` VALUES ('Ann', 2), ('Bo', NULL);--> statement-breakpoint
INSERT INTO `orders` (`guest`, `total`) VALUES ('Ann', 12.5), ('Bo', 0);--> statement-breakpoint
ALTER TABLE `orders` ADD `tip` real DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `orders` SET `tip` = round(`total` * 0.1, 2) WHERE `total` > 0;--> statement-breakpoint
DROP INDEX `orders_guest_created`;--> statement-breakpoint
ALTER TABLE `orders` DROP COLUMN `created_at`;
