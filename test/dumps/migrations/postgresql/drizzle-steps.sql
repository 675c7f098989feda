DO $$ BEGIN
 CREATE TYPE "public"."budget_period" AS ENUM('monthly', 'yearly');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "budgets" (
	"id" serial PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"period" "budget_period" DEFAULT 'monthly' NOT NULL,
	"amount" numeric(12, 2) DEFAULT '0' NOT NULL,
	"period_start" date DEFAULT '2024-01-01' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "owners" (
	"id" text PRIMARY KEY NOT NULL,
	"email" varchar(120) NOT NULL,
	"meta" jsonb DEFAULT '{}'::jsonb,
	CONSTRAINT "owners_email_unique" UNIQUE("email")
);
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "budgets" ADD CONSTRAINT "budgets_owner_id_owners_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."owners"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "budgets_period_idx" ON "budgets" USING btree ("period","period_start" DESC NULLS LAST);--> statement-breakpoint
INSERT INTO "owners" ("id", "email") VALUES ('o1', 'a@x.org'), ('o2', 'b@x.org');--> statement-breakpoint
INSERT INTO "budgets" ("owner_id", "amount", "created_at") VALUES ('o1', 12.5, '2024-02-03 04:05:06'), ('o2', 99, '2024-02-03 04:05:06');--> statement-breakpoint
ALTER TYPE "public"."budget_period" ADD VALUE 'biweekly' BEFORE 'yearly';--> statement-breakpoint
ALTER TABLE "budgets" ADD COLUMN "period_end" date;--> statement-breakpoint
UPDATE "budgets" SET "period_end" = CASE WHEN "period" = 'yearly' THEN ("period_start" + INTERVAL '1 year')::date ELSE ("period_start" + INTERVAL '1 month')::date END WHERE "period_end" IS NULL;--> statement-breakpoint
ALTER TABLE "budgets" ALTER COLUMN "period_end" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "budgets" ADD COLUMN IF NOT EXISTS "note" text;--> statement-breakpoint
ALTER TABLE "owners" ADD COLUMN "active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "owners" DROP COLUMN IF EXISTS "legacy";--> statement-breakpoint
ALTER TABLE "budgets" ALTER COLUMN "amount" SET DATA TYPE numeric(14, 2);--> statement-breakpoint
ALTER TABLE "budgets" ALTER COLUMN "note" SET DEFAULT '';--> statement-breakpoint
INSERT INTO "budgets" ("owner_id", "period", "amount", "period_end", "created_at") VALUES ('o2', 'biweekly', 1, '2024-03-01', '2024-02-03 04:05:06');
