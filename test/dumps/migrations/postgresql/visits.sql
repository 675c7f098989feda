CREATE EXTENSION IF NOT EXISTS "pgcrypto";
CREATE TABLE "user" ("user_id" UUID NOT NULL, "username" VARCHAR(255) NOT NULL, "created_at" TIMESTAMPTZ(6) DEFAULT CURRENT_TIMESTAMP, CONSTRAINT "user_pkey" PRIMARY KEY ("user_id"));
CREATE TABLE "website" ("website_id" UUID NOT NULL, "name" VARCHAR(100) NOT NULL, "user_id" UUID, "rev_id" INTEGER NOT NULL DEFAULT 0, CONSTRAINT "website_pkey" PRIMARY KEY ("website_id"));
CREATE TABLE "team_website" ("id" UUID NOT NULL, CONSTRAINT "team_website_pkey" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "user_user_id_key" ON "user"("user_id");
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");
INSERT INTO "user" (user_id, username, created_at) VALUES ('41e2b680-648e-4b09-bcd7-3e2b10c06264', 'admin', '2024-01-01T00:00:00Z');
INSERT INTO website VALUES ('51e2b680-648e-4b09-bcd7-3e2b10c06264', 'w', '41e2b680-648e-4b09-bcd7-3e2b10c06264', 3);
ALTER TABLE "user" ADD COLUMN     "display_name" VARCHAR(255),
ADD COLUMN     "logo_url" VARCHAR(2183);
ALTER TABLE "website" ADD COLUMN     "created_by" UUID,
ADD COLUMN     "team_id" UUID;
UPDATE "website" SET created_by = user_id WHERE team_id IS NULL;
DROP TABLE "team_website";
CREATE INDEX "website_team_id_idx" ON "website"("team_id");
ALTER TABLE "website" ALTER COLUMN "rev_id" SET DATA TYPE BIGINT, ALTER COLUMN "name" SET DATA TYPE TEXT;
ALTER TABLE "website" RENAME COLUMN "rev_id" TO "revision";
ALTER TABLE "website" ADD COLUMN total DECIMAL(19,4), ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'site';
UPDATE website SET total = 12.5;
ALTER INDEX "website_team_id_idx" RENAME TO "website_team_idx";
