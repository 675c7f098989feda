PRAGMA foreign_keys = ON;
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
BEGIN TRANSACTION;
CREATE TABLE "Films" (
    "FilmId" INTEGER NOT NULL CONSTRAINT "PK_Films" PRIMARY KEY AUTOINCREMENT,
    "Title" TEXT NOT NULL,
    "Released" TEXT NULL,
    "Budget" TEXT NOT NULL,
    "IsDubbed" INTEGER NOT NULL,
    "Score" REAL NULL
);
CREATE TABLE "Screenings" (
    "ScreeningId" INTEGER NOT NULL CONSTRAINT "PK_Screenings" PRIMARY KEY AUTOINCREMENT,
    "FilmId" INTEGER NOT NULL,
    "Hall" TEXT NOT NULL DEFAULT 'A',
    "StartsAt" TEXT NOT NULL,
    CONSTRAINT "FK_Screenings_Films_FilmId" FOREIGN KEY ("FilmId") REFERENCES "Films" ("FilmId") ON DELETE CASCADE
);
CREATE INDEX "IX_Screenings_FilmId" ON "Screenings" ("FilmId");
INSERT INTO "Films" ("FilmId", "Budget", "IsDubbed", "Released", "Score", "Title")
VALUES (1, '1500000.0', 0, '1999-03-31 00:00:00', 8.7, 'Grid');
SELECT changes();
INSERT INTO "Films" ("FilmId", "Budget", "IsDubbed", "Released", "Score", "Title")
VALUES (2, '20.5', 1, NULL, NULL, 'Short');
SELECT changes();
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20240101000000_Init', '8.0.1');
COMMIT;
INSERT INTO "Screenings" ("FilmId", "StartsAt") VALUES (1, '2024-02-01 20:15:00'), (2, '2024-02-01 18:00:00');
INSERT INTO "Screenings" ("FilmId", "Hall", "StartsAt") VALUES (1, 'B', '2024-02-02 20:15:00') RETURNING "ScreeningId";
BEGIN TRANSACTION;
ALTER TABLE "Films" ADD "Genre" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Screenings" ADD "Sold" INTEGER NOT NULL DEFAULT 0;
UPDATE "Films" SET "Genre" = 'SciFi' WHERE "FilmId" = 1;
CREATE TABLE "ef_temp_Screenings" (
    "ScreeningId" INTEGER NOT NULL CONSTRAINT "PK_Screenings" PRIMARY KEY AUTOINCREMENT,
    "FilmId" INTEGER NULL,
    "Hall" TEXT NOT NULL DEFAULT 'A',
    "Sold" INTEGER NOT NULL,
    "StartsAt" TEXT NOT NULL,
    CONSTRAINT "FK_Screenings_Films_FilmId" FOREIGN KEY ("FilmId") REFERENCES "Films" ("FilmId") ON DELETE SET NULL
);
INSERT INTO "ef_temp_Screenings" ("ScreeningId", "FilmId", "Hall", "Sold", "StartsAt")
SELECT "ScreeningId", "FilmId", "Hall", "Sold", "StartsAt"
FROM "Screenings";
COMMIT;
PRAGMA foreign_keys = 0;
BEGIN TRANSACTION;
DROP TABLE "Screenings";
ALTER TABLE "ef_temp_Screenings" RENAME TO "Screenings";
COMMIT;
PRAGMA foreign_keys = 1;
BEGIN TRANSACTION;
CREATE INDEX "IX_Screenings_FilmId" ON "Screenings" ("FilmId");
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20240301000000_Sold', '8.0.2');
COMMIT;
UPDATE "Screenings" AS "s" SET "Sold" = "s"."Sold" + 30 WHERE "s"."Hall" = 'A';
DELETE FROM "Films" AS "f" WHERE "f"."Score" IS NULL;
CREATE UNIQUE INDEX "IX_Films_Title_Genre" ON "Films" ("Title", "Genre");
