CREATE TYPE "Stage" AS ENUM ('DRAFT', 'LIVE', 'GONE');
CREATE TYPE "kind" AS ENUM ('plain', 'rich');
CREATE TABLE "Story" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "stage" "Stage" NOT NULL DEFAULT 'DRAFT', "kind" "kind" NOT NULL DEFAULT 'plain', "writerId" TEXT, CONSTRAINT "Story_pkey" PRIMARY KEY ("id"));
CREATE TABLE "Writer" ("id" TEXT NOT NULL, "email" TEXT NOT NULL, "nick" TEXT, CONSTRAINT "Writer_pkey" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "Writer_email_key" ON "Writer"("email");
CREATE INDEX "Story_writerId_idx" ON "Story"("writerId");
ALTER TABLE "Story" ADD CONSTRAINT "Story_writerId_fkey" FOREIGN KEY ("writerId") REFERENCES "Writer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
INSERT INTO "Writer" VALUES ('w1', 'a@x.org', 'ann'), ('w2', 'b@x.org', NULL);
INSERT INTO "Story" ("id", "title", "stage", "writerId") VALUES ('s1', 'One', 'LIVE', 'w1'), ('s2', 'Two', 'GONE', NULL);
-- a longer list takes the place of a shorter one
BEGIN;
CREATE TYPE "Stage_new" AS ENUM ('DRAFT', 'LIVE', 'GONE', 'HIDDEN');
ALTER TABLE "Story" ALTER COLUMN "stage" DROP DEFAULT;
ALTER TABLE "Story" ALTER COLUMN "stage" TYPE "Stage_new" USING ("stage"::text::"Stage_new");
ALTER TYPE "Stage" RENAME TO "Stage_old";
ALTER TYPE "Stage_new" RENAME TO "Stage";
DROP TYPE "Stage_old";
ALTER TABLE "Story" ALTER COLUMN "stage" SET DEFAULT 'HIDDEN';
COMMIT;
-- a shorter one, of other words
ALTER TYPE "kind" RENAME TO "kind_old";
CREATE TYPE "kind" AS ENUM ('short', 'long');
ALTER TABLE "Story" ALTER COLUMN "kind" DROP DEFAULT;
ALTER TABLE "Story" ALTER COLUMN "kind" TYPE "kind" USING (CASE "kind"::text WHEN 'plain' THEN 'short' ELSE 'long' END)::"kind";
ALTER TABLE "Story" ALTER COLUMN "kind" SET DEFAULT 'long';
DROP TYPE "kind_old";
ALTER TABLE "Writer" DROP COLUMN "nick", ALTER COLUMN "email" DROP NOT NULL;
INSERT INTO "Story" ("id", "title") VALUES ('s3', 'Three');
