-- CreateTable
CREATE TABLE "Merchant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 10,
    "rate" REAL NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tagline" TEXT
);

-- CreateTable
CREATE TABLE "Offer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "merchantId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    CONSTRAINT "Offer_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Merchant_slug_key" ON "Merchant"("slug");

-- CreateIndex
CREATE INDEX "Offer_merchantId_title_idx" ON "Offer"("merchantId", "title");

INSERT INTO "Merchant" ("slug", "points", "active", "createdAt") VALUES ('a', 5, true, '2024-01-01 10:00:00'), ('b', 7, 0, '2024-01-02 10:00:00');
INSERT INTO "Offer" VALUES ('o1', 1, 'First'), ('o2', 2, 'Second');
/*
  Warnings:

  - You are about to drop the column `tagline` on the `Merchant` table. All the data in the column will be lost.

*/
-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Merchant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "plan" TEXT NOT NULL DEFAULT 'STARTER',
    "points" INTEGER NOT NULL DEFAULT 20,
    "rate" REAL NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "new_Merchant" ("active", "createdAt", "id", "points", "rate", "slug") SELECT "active", "createdAt", "id", "points", "rate", "slug" FROM "Merchant";
DROP TABLE "Merchant";
ALTER TABLE "new_Merchant" RENAME TO "Merchant";
CREATE UNIQUE INDEX "Merchant_slug_key" ON "Merchant"("slug");
CREATE TABLE "new_Offer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "merchantId" INTEGER,
    "title" TEXT NOT NULL DEFAULT 'Offer',
    CONSTRAINT "Offer_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Offer" ("id", "merchantId", "title") SELECT "id", "merchantId", "title" FROM "Offer";
DROP TABLE "Offer";
ALTER TABLE "new_Offer" RENAME TO "Offer";
CREATE INDEX "Offer_merchantId_title_idx" ON "Offer"("merchantId", "title");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
INSERT INTO "Merchant" ("slug", "createdAt") VALUES ('c', '2024-01-03 10:00:00');
DELETE FROM "Merchant" WHERE "slug" = 'a';
