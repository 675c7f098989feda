CREATE TABLE `authors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`born` integer,
	`created_at` integer DEFAULT (strftime('%s', '2024-01-01')) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `poems` (
	`id` integer PRIMARY KEY NOT NULL,
	`author_id` integer NOT NULL,
	`title` text(80) NOT NULL,
	`lines` integer DEFAULT 0,
	`lang` text DEFAULT 'en' NOT NULL,
	`public` integer DEFAULT false,
	`rating` real,
	`cover` blob,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authors_name_unique` ON `authors` (`name`);--> statement-breakpoint
CREATE INDEX `title_idx` ON `poems` (`title`,`lang`);--> statement-breakpoint
INSERT INTO authors (name, born) VALUES ('Rumi', 1207), ('Szymborska', 1923);--> statement-breakpoint
INSERT INTO poems (author_id, title, lines, public, rating, cover) VALUES (1, 'Reed', 36, true, 4.75, x'cafe'), (2, 'Cat in an empty flat', 40, 0, NULL, NULL);--> statement-breakpoint
ALTER TABLE `poems` ADD `year` integer;--> statement-breakpoint
ALTER TABLE `authors` ADD `bio` text DEFAULT '' NOT NULL;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_poems` (
	`id` integer PRIMARY KEY NOT NULL,
	`author_id` integer,
	`title` text NOT NULL,
	`lines` integer DEFAULT 0 NOT NULL,
	`year` integer,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE cascade ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_poems`("id", "author_id", "title", "lines", "year") SELECT "id", "author_id", "title", "lines", "year" FROM `poems`;--> statement-breakpoint
DROP TABLE `poems`;--> statement-breakpoint
ALTER TABLE `__new_poems` RENAME TO `poems`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `title_idx` ON `poems` (`title`);--> statement-breakpoint
DROP INDEX IF EXISTS `authors_name_unique`;--> statement-breakpoint
CREATE VIEW `long_poems` AS select p.`title`, a.`name` from `poems` p inner join `authors` a on a.`id` = p.`author_id` where p.`lines` > 38;
