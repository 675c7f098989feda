PRAGMA foreign_keys = ON;
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
);
CREATE TABLE IF NOT EXISTS "station" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "call_sign" VARCHAR(8) NOT NULL UNIQUE,
    "mhz" VARCHAR(40) NOT NULL,
    "band" SMALLINT NOT NULL DEFAULT 1 /* FM: 1\nAM: 2 */,
    "on_air" INT NOT NULL DEFAULT 1,
    "launched" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
) /* Radio stations */;
CREATE TABLE IF NOT EXISTS "show" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "title" VARCHAR(120) NOT NULL,
    "minutes" INT NOT NULL,
    "station_id" INT NOT NULL REFERENCES "station" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_show_title_a1" ON "show" ("title");
INSERT INTO "aerich" ("version","app","content") VALUES ('0_20240101_init.py','models','{"models.Station": {"name": "models.Station"}}');
INSERT INTO "station" ("call_sign","mhz","band","on_air","launched") VALUES ('KJAZ','92.7',1,1,'1990-05-01 00:00:00+00:00'),('WAMX','1080',2,0,'1962-02-03 12:00:00+00:00');
INSERT INTO "show" ("id","title","minutes","station_id") VALUES ('7c9e6679-7425-40de-944b-e07fc1f90ae7','Night Owl',180,1),('7c9e6679-7425-40de-944b-e07fc1f90ae8','News',15,2),('7c9e6679-7425-40de-944b-e07fc1f90ae9','Brunch',90,1);
ALTER TABLE "station" ADD "city" VARCHAR(60);
ALTER TABLE "show" ADD "host" VARCHAR(60) NOT NULL DEFAULT '';
UPDATE "station" SET "city"=CASE WHEN "band"=1 THEN 'Oakland' ELSE 'Austin' END;
UPDATE "show" SET "host"="title" || ' team' WHERE "minutes">60;
CREATE TABLE IF NOT EXISTS "show_station" ("show_id" CHAR(36) NOT NULL REFERENCES "show" ("id") ON DELETE CASCADE, "station_id" INT NOT NULL REFERENCES "station" ("id") ON DELETE CASCADE);
CREATE UNIQUE INDEX IF NOT EXISTS "uidx_show_statio_1" ON "show_station" ("show_id", "station_id");
INSERT INTO "show_station" ("show_id","station_id") SELECT "id","station_id" FROM "show";
INSERT INTO "show_station" ("show_id","station_id") VALUES ('7c9e6679-7425-40de-944b-e07fc1f90ae7',2),('7c9e6679-7425-40de-944b-e07fc1f90ae7',1) ON CONFLICT DO NOTHING;
ALTER TABLE "show" RENAME COLUMN "minutes" TO "length";
DROP INDEX IF EXISTS "idx_show_title_a1";
DELETE FROM "station" WHERE "call_sign"='WAMX';
INSERT INTO "station" ("call_sign","mhz","launched") VALUES ('KQED','88.5','1969-06-25 08:00:00+00:00');
INSERT INTO "aerich" ("version","app","content") VALUES ('1_20240201_city.py','models','{}');
