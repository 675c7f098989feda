-- CreateEnum
CREATE TYPE "Role" AS ENUM ('USER', 'EDITOR', 'ADMIN');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'USER',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "score" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" SERIAL NOT NULL,
    "title" VARCHAR(191) NOT NULL,
    "body" TEXT,
    "live" BOOLEAN NOT NULL DEFAULT false,
    "authorId" TEXT,
    "meta" JSONB,

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_StoryToLabel" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Label" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "Label_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE UNIQUE INDEX "_StoryToLabel_AB_unique" ON "_StoryToLabel"("A", "B");
CREATE INDEX "_StoryToLabel_B_index" ON "_StoryToLabel"("B");

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "_StoryToLabel" ADD CONSTRAINT "_StoryToLabel_A_fkey" FOREIGN KEY ("A") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_StoryToLabel" ADD CONSTRAINT "_StoryToLabel_B_fkey" FOREIGN KEY ("B") REFERENCES "Label"("id") ON DELETE CASCADE ON UPDATE CASCADE;
INSERT INTO "User" ("id", "email", "role", "createdAt") VALUES ('u1', 'a@x.test', 'ADMIN', '2024-02-03 04:05:06.789'), ('u2', 'b@x.test', DEFAULT, '2024-02-04');
INSERT INTO "Story" ("title", "authorId", "meta") VALUES ('One', 'u1', '{"a": 1}'), ('Two', NULL, NULL);
INSERT INTO "Label" ("name") VALUES ('red'), ('blue');
INSERT INTO "_StoryToLabel" VALUES (1, 1), (1, 2), (2, 2);

/*
  Warnings:

  - You are about to drop the column `body` on the `Story` table. All the data in the column will be lost.
  - The values [EDITOR] on the enum `Role` will be removed. If these variants are still used in the database, this will fail.

*/
-- AlterEnum
BEGIN;
CREATE TYPE "Role_new" AS ENUM ('USER', 'ADMIN', 'OWNER');
ALTER TABLE "User" ALTER COLUMN "role" DROP DEFAULT;
ALTER TABLE "User" ALTER COLUMN "role" TYPE "Role_new" USING ("role"::text::"Role_new");
ALTER TYPE "Role" RENAME TO "Role_old";
ALTER TYPE "Role_new" RENAME TO "Role";
DROP TYPE "Role_old";
ALTER TABLE "User" ALTER COLUMN "role" SET DEFAULT 'USER';
COMMIT;

-- AlterTable
ALTER TABLE "Story" DROP COLUMN "body",
ADD COLUMN     "slug" TEXT NOT NULL DEFAULT 'x',
ADD COLUMN     "updatedAt" TIMESTAMP(3),
ALTER COLUMN "title" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "_StoryToLabel" ADD CONSTRAINT "_StoryToLabel_AB_pkey" PRIMARY KEY ("A", "B");

-- DropIndex
DROP INDEX "_StoryToLabel_AB_unique";
-- RenameIndex
ALTER INDEX "User_email_key" RENAME TO "User_email_unique";
INSERT INTO "User" ("id", "email", "role", "createdAt") VALUES ('u3', 'c@x.test', 'OWNER', '2024-02-05');
