CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
BEGIN TRANSACTION;
CREATE TABLE "Teams" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Teams" PRIMARY KEY,
    "Name" TEXT COLLATE NOCASE NOT NULL,
    "Founded" TEXT NULL
);
CREATE TABLE "Riders" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Riders" PRIMARY KEY AUTOINCREMENT,
    "TeamId" TEXT NULL,
    "Number" INTEGER NOT NULL,
    "Weight" REAL NOT NULL,
    "IsPro" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "AK_Riders_Number" UNIQUE ("Number"),
    CONSTRAINT "FK_Riders_Teams_TeamId" FOREIGN KEY ("TeamId") REFERENCES "Teams" ("Id") ON DELETE SET NULL
);
INSERT INTO "Teams" ("Id", "Founded", "Name")
VALUES ('6F9619FF-8B86-D011-B42D-00C04FC964FF', '2001-02-03 00:00:00', 'Alpe');
INSERT INTO "Teams" ("Id", "Founded", "Name")
VALUES ('6F9619FF-8B86-D011-B42D-00C04FC96400', NULL, 'Ventoux');
INSERT INTO "Riders" ("Id", "Number", "TeamId", "Weight")
VALUES (1, 21, '6F9619FF-8B86-D011-B42D-00C04FC964FF', 61.5);
INSERT INTO "Riders" ("Id", "Number", "TeamId", "Weight", "IsPro")
VALUES (2, 7, '6F9619FF-8B86-D011-B42D-00C04FC96400', 70.0, 0);
CREATE INDEX "IX_Riders_TeamId" ON "Riders" ("TeamId");
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20240101120000_Start', '7.0.5');
COMMIT;
PRAGMA foreign_keys = 1;
BEGIN TRANSACTION;
DROP INDEX "IX_Riders_TeamId";
ALTER TABLE "Riders" RENAME COLUMN "Number" TO "Bib";
ALTER TABLE "Riders" ADD "Country" TEXT NOT NULL DEFAULT 'SUI';
CREATE TABLE "Stages" (
    "No" INTEGER NOT NULL CONSTRAINT "PK_Stages" PRIMARY KEY,
    "Km" TEXT NOT NULL DEFAULT '0.0',
    "WinnerBib" INTEGER NULL,
    CONSTRAINT "FK_Stages_Riders" FOREIGN KEY ("WinnerBib") REFERENCES "Riders" ("Bib") ON UPDATE CASCADE
);
INSERT INTO "Stages" ("No", "Km", "WinnerBib") VALUES (1, '182.5', 21), (2, '12.0', 7), (3, '140.0', NULL);
UPDATE "Riders" SET "Country" = 'FRA' WHERE "Weight" > 65.0;
UPDATE "Riders" SET "Bib" = 8 WHERE "Bib" = 7;
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20240201120000_Stages', '7.0.5');
COMMIT;
DELETE FROM "Teams" WHERE "Founded" IS NULL;
INSERT INTO "Riders" ("Bib", "Weight", "TeamId")
SELECT "No" + 100, 60.0, (SELECT "Id" FROM "Teams" LIMIT 1) FROM "Stages" WHERE "WinnerBib" IS NULL;
CREATE VIEW "Wins" AS
SELECT r."Bib", COUNT(s."No") AS "N" FROM "Riders" AS r LEFT JOIN "Stages" AS s ON s."WinnerBib" = r."Bib" GROUP BY r."Bib";
CREATE UNIQUE INDEX "IX_Riders_TeamId_Bib" ON "Riders" ("TeamId", "Bib") WHERE "TeamId" IS NOT NULL;
DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20240201120000_Stages';
