CREATE TABLE "users" ("id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL, "name" text NOT NULL, "role" text DEFAULT 'user' NOT NULL, "age" smallint, CONSTRAINT "age_ok" CHECK ("users"."age" > 0));--> statement-breakpoint
INSERT INTO "users" ("id", "name", "role", "age") VALUES ('0190a1b2-0000-4000-8000-000000000001', 'Ann', 'admin', 33), ('0190a1b2-0000-4000-8000-000000000002', 'Bo', 'user', NULL);--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('user', 'admin');--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT;
ALTER TABLE "users" ALTER COLUMN "role" SET DATA TYPE "public"."role" USING "role"::"public"."role";--> statement-breakpoint
ALTER TABLE "users" RENAME COLUMN "name" TO "full_name";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "age" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "age_ok";--> statement-breakpoint
CREATE UNIQUE INDEX "users_lower_name" ON "users" USING btree (lower("full_name"));--> statement-breakpoint

ALTER TABLE "users" ALTER COLUMN "role" SET DATA TYPE text;--> statement-breakpoint
DROP TYPE "public"."role";--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('user', 'admin', 'guest');--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "role" SET DATA TYPE "public"."role" USING "role"::"public"."role";--> statement-breakpoint
INSERT INTO "users" ("id", "full_name", "role") VALUES ('0190a1b2-0000-4000-8000-000000000003', 'Cy', 'guest');
