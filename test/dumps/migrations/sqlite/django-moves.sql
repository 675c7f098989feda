PRAGMA foreign_keys=OFF;
BEGIN;
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
--
-- Create model Trail
--
CREATE TABLE "hiking_trail" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "length_km" decimal NOT NULL, "open" bool NOT NULL, "grade" smallint unsigned NOT NULL CHECK ("grade" >= 0), "opened" date NULL, "info" text NOT NULL CHECK ((JSON_VALID("info") OR "info" IS NULL)));
--
-- Create model Hike
--
CREATE TABLE "hiking_hike" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "started" datetime NOT NULL, "duration" bigint NULL, "trail_id" bigint NOT NULL REFERENCES "hiking_trail" ("id") DEFERRABLE INITIALLY DEFERRED, "uid" char(32) NOT NULL);
CREATE INDEX "hiking_hike_trail_id_1f2e3d" ON "hiking_hike" ("trail_id");
CREATE UNIQUE INDEX "uniq_open_uid" ON "hiking_hike" ("uid") WHERE "duration" IS NULL;
COMMIT;
INSERT INTO "hiking_trail" ("name", "length_km", "open", "grade", "opened", "info") VALUES ('Ridge', 12.5, 1, 3, '2020-05-01', '{"dogs": true}'), ('Marsh', 4, 0, 1, NULL, '[]');
INSERT INTO "hiking_hike" ("started", "duration", "trail_id", "uid") VALUES ('2024-05-01 08:00:00', 7200000000, 1, 'abcdefabcdefabcdefabcdefabcdef00'), ('2024-05-02 09:30:15.250000', NULL, 2, 'abcdefabcdefabcdefabcdefabcdef01');
BEGIN;
--
-- Add field rating to trail
--
CREATE TABLE "new__hiking_trail" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "rating" real NULL, "name" varchar(100) NOT NULL UNIQUE, "length_km" decimal NOT NULL, "open" bool NOT NULL, "grade" smallint unsigned NOT NULL CHECK ("grade" >= 0), "opened" date NULL, "info" text NOT NULL CHECK ((JSON_VALID("info") OR "info" IS NULL)));
INSERT INTO "new__hiking_trail" ("id", "name", "length_km", "open", "grade", "opened", "info", "rating") SELECT "id", "name", "length_km", "open", "grade", "opened", "info", NULL FROM "hiking_trail";
DROP TABLE "hiking_trail";
ALTER TABLE "new__hiking_trail" RENAME TO "hiking_trail";
COMMIT;
UPDATE "hiking_trail" SET "rating" = 4.5 WHERE "hiking_trail"."name" LIKE 'R%' ESCAPE '\';
ALTER TABLE "hiking_hike" RENAME COLUMN "uid" TO "token";
ALTER TABLE "hiking_hike" ADD COLUMN "note" varchar(50) DEFAULT '' NOT NULL;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('hiking', '0001_initial', '2024-05-01 00:00:00.123456') RETURNING "django_migrations"."id";
DELETE FROM "hiking_hike" WHERE "hiking_hike"."id" IN (2);
