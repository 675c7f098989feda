CREATE TABLE `authors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`born_year` integer,
	`created_at` integer DEFAULT 1704067200 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `novels` (
	`id` integer PRIMARY KEY NOT NULL,
	`author_id` text NOT NULL,
	`title` text NOT NULL,
	`blurb` text,
	`price` numeric DEFAULT 9.5,
	`cover` blob,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE cascade ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `novels_author_title_idx` ON `novels` (`author_id`,`title`);--> statement-breakpoint
INSERT INTO authors (id, name, born_year) VALUES ('a1', 'Zadie', 1975), ('a2', 'Italo', 1923), ('a3', 'Anon', NULL);
INSERT INTO novels (author_id, title, blurb, price, cover) VALUES ('a1', 'Teeth', 'white', 12, x'0A0B'), ('a2', 'Cities', NULL, NULL, NULL), ('a2', 'Baron', 'trees', 8.25, x'FF'), ('a3', 'Untitled', '', 1, NULL);
CREATE TABLE `shelves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`label` text NOT NULL,
	`full` integer DEFAULT false
);
--> statement-breakpoint
CREATE TABLE `novels_to_shelves` (
	`novel_id` integer NOT NULL,
	`shelf_id` integer NOT NULL,
	CONSTRAINT `novels_to_shelves_pk` PRIMARY KEY(`novel_id`, `shelf_id`),
	CONSTRAINT `fk_n` FOREIGN KEY (`novel_id`) REFERENCES `novels`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_s` FOREIGN KEY (`shelf_id`) REFERENCES `shelves`(`id`)
);
--> statement-breakpoint
INSERT INTO shelves (label, full) VALUES ('top', true), ('low', false);--> statement-breakpoint
INSERT INTO novels_to_shelves SELECT n.id, s.id FROM novels n JOIN shelves s ON (s.full AND n.price > 5) OR (NOT s.full AND n.price IS NULL);--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `novels` ADD `pages` integer;--> statement-breakpoint
ALTER TABLE `authors` RENAME COLUMN "born_year" TO "born";--> statement-breakpoint
UPDATE `novels` SET `pages` = length(`title`) * 50, `price` = coalesce(`price`, 9.5);--> statement-breakpoint
DROP INDEX `novels_author_title_idx`;--> statement-breakpoint
CREATE INDEX `novels_title_idx` ON `novels` (lower(`title`));--> statement-breakpoint
UPDATE `authors` SET `id` = 'a9' WHERE `name` = 'Italo';--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_shelves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`label` text DEFAULT 'shelf' NOT NULL,
	`capacity` integer NOT NULL,
	CONSTRAINT "capacity_check" CHECK("__new_shelves"."capacity" > 0)
);
--> statement-breakpoint
INSERT INTO `__new_shelves`("id", "label", "capacity") SELECT "id", "label", CASE "full" WHEN 1 THEN 20 ELSE 40 END FROM `shelves`;--> statement-breakpoint
DROP TABLE `shelves`;--> statement-breakpoint
ALTER TABLE `__new_shelves` RENAME TO `shelves`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
DELETE FROM authors WHERE born IS NULL;
INSERT INTO `shelves` (capacity) VALUES (10) RETURNING id;
ALTER TABLE `novels` DROP COLUMN `blurb`;
