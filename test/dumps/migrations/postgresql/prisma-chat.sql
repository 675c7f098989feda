-- CreateEnum
CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
-- CreateTable
CREATE TABLE "User" ("id" TEXT NOT NULL, "email" TEXT NOT NULL, "role" "Role" NOT NULL DEFAULT 'USER', "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
-- CreateTable
CREATE TABLE "Message" ("id" SERIAL NOT NULL, "senderId" TEXT NOT NULL, "body" VARCHAR(500) NOT NULL, "meta" JSONB, CONSTRAINT "Message_pkey" PRIMARY KEY ("id"));
-- CreateTable
CREATE TABLE "_Friends" ("A" TEXT NOT NULL, "B" TEXT NOT NULL);
-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE UNIQUE INDEX "_Friends_AB_unique" ON "_Friends"("A", "B");
CREATE INDEX "_Friends_B_index" ON "_Friends"("B");
-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "_Friends" ADD CONSTRAINT "_Friends_A_fkey" FOREIGN KEY ("A") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
INSERT INTO "User" ("id", "email", "createdAt") VALUES ('u1', 'a@x.example', '2024-01-01 00:00:00.5'), ('u2', 'b@x.example', '2024-01-02');
INSERT INTO "_Friends" VALUES ('u1', 'u2');
INSERT INTO "Message" ("senderId", "body", "meta") VALUES ('u1', 'Hi', '{"seen": true}'), ('u2', 'Hello', NULL);
-- AlterTable
ALTER TABLE "User" ADD COLUMN "name" TEXT, ALTER COLUMN "role" DROP DEFAULT;
ALTER TABLE "Message" ADD COLUMN "editedAt" TIMESTAMP(3);
-- RenameColumn
ALTER TABLE "Message" RENAME COLUMN "body" TO "text";
UPDATE "User" SET "id" = 'u9' WHERE "id" = 'u2';
