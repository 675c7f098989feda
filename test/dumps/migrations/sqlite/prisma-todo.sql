-- CreateTable
CREATE TABLE "User" ("id" TEXT NOT NULL PRIMARY KEY, "email" TEXT NOT NULL, "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP);
-- CreateTable
CREATE TABLE "Todo" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "title" TEXT NOT NULL, "done" BOOLEAN NOT NULL DEFAULT false, "ownerId" TEXT NOT NULL, CONSTRAINT "Todo_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE);
-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
INSERT INTO "User" VALUES ('u1', 'a@t.example', '2024-01-01 00:00:00'), ('u2', 'b@t.example', '2024-01-02 00:00:00');
INSERT INTO "Todo" ("title", "ownerId") VALUES ('one', 'u1'), ('two', 'u2');
-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Todo" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "title" TEXT NOT NULL, "done" BOOLEAN NOT NULL DEFAULT false, "priority" INTEGER NOT NULL DEFAULT 3, "ownerId" TEXT, CONSTRAINT "Todo_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE);
INSERT INTO "new_Todo" ("done", "id", "ownerId", "title") SELECT "done", "id", "ownerId", "title" FROM "Todo";
DROP TABLE "Todo";
ALTER TABLE "new_Todo" RENAME TO "Todo";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
-- AlterTable
ALTER TABLE "User" ADD COLUMN "name" TEXT;
DELETE FROM "User" WHERE "id" = 'u2';
INSERT INTO "Todo" ("title") VALUES ('three');
