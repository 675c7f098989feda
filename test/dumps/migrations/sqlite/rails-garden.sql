PRAGMA foreign_keys = ON;
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
INSERT INTO "ar_internal_metadata" ("key", "value", "created_at", "updated_at") VALUES ('environment', 'development', '2024-03-01 10:11:12.123456', '2024-03-01 10:11:12.123456') RETURNING "key";
CREATE TABLE "beds" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar NOT NULL, "area" decimal(6,2), "sunny" boolean DEFAULT 0 NOT NULL, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE TABLE "plants" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "bed_id" integer NOT NULL, "species" varchar, "planted_on" date, "height_cm" float, "notes" text, CONSTRAINT "fk_rails_aa11bb22cc"
FOREIGN KEY ("bed_id")
  REFERENCES "beds" ("id")
);
CREATE INDEX "index_plants_on_bed_id" ON "plants" ("bed_id");
CREATE UNIQUE INDEX "index_beds_on_name" ON "beds" ("name") /*application='Garden'*/;
INSERT INTO "schema_migrations" ("version") VALUES ('20240301101112'), ('20240301102020');
INSERT INTO "beds" ("name", "area", "sunny", "created_at", "updated_at") VALUES ('Herbs', 2.5, 1, '2024-03-02 08:00:00', '2024-03-02 08:00:00') RETURNING "id";
INSERT INTO "beds" ("name", "area", "sunny", "created_at", "updated_at") VALUES ('Shade', 4.75, 0, '2024-03-02 08:00:01.5', '2024-03-02 08:00:01.5');
INSERT INTO "plants" ("bed_id", "species", "planted_on", "height_cm", "notes") VALUES (1, 'Thyme', '2024-03-05', 12.5, 'by the "wall"'), (1, 'Basil', NULL, 8, NULL), (2, 'Fern', '2024-02-28', 30.25, 'it''s old');
ALTER TABLE "plants" ADD "watered_count" integer DEFAULT 0 NOT NULL;
ALTER TABLE "plants" ADD "color" varchar(20) DEFAULT 'green';
UPDATE "plants" SET "watered_count" = "watered_count" + 2 WHERE "plants"."species" IN ('Thyme', 'Fern');
BEGIN;
CREATE TEMPORARY TABLE "aplants" ("id" integer NOT NULL PRIMARY KEY, "bed_id" integer NOT NULL, "species" varchar DEFAULT 'unknown' NOT NULL, "planted_on" date DEFAULT NULL, "height_cm" float DEFAULT NULL, "notes" text DEFAULT NULL, "watered_count" integer DEFAULT 0 NOT NULL, "color" varchar(20) DEFAULT 'green');
CREATE INDEX "index_aplants_on_bed_id" ON "aplants" ("bed_id");
INSERT INTO "aplants" ("id","bed_id","species","planted_on","height_cm","notes","watered_count","color") SELECT "id","bed_id","species","planted_on","height_cm","notes","watered_count","color" FROM "plants";
DROP TABLE "plants";
CREATE TABLE "plants" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "bed_id" integer NOT NULL, "species" varchar DEFAULT 'unknown' NOT NULL, "planted_on" date DEFAULT NULL, "height_cm" float DEFAULT NULL, "notes" text DEFAULT NULL, "watered_count" integer DEFAULT 0 NOT NULL, "color" varchar(20) DEFAULT 'green', CONSTRAINT "fk_rails_aa11bb22cc" FOREIGN KEY ("bed_id") REFERENCES "beds" ("id") ON DELETE CASCADE);
CREATE INDEX "index_plants_on_bed_id" ON "plants" ("bed_id");
INSERT INTO "plants" ("id","bed_id","species","planted_on","height_cm","notes","watered_count","color") SELECT "id","bed_id","species","planted_on","height_cm","notes","watered_count","color" FROM "aplants";
DROP TABLE "aplants";
INSERT INTO "schema_migrations" (version) VALUES ('20240310090000');
COMMIT;
INSERT INTO "plants" ("bed_id", "planted_on") VALUES (2, '2024-04-01');
ALTER TABLE "beds" RENAME COLUMN "area" TO "square_metres";
CREATE INDEX "index_plants_on_species_and_color" ON "plants" ("species", "color") WHERE color IS NOT NULL;
DELETE FROM "plants" WHERE "plants"."id" = 2;
UPDATE "beds" SET "square_metres" = "square_metres" * 2, "updated_at" = '2024-04-02 00:00:00' WHERE "beds"."id" = 2;
DROP INDEX "index_beds_on_name";
CREATE UNIQUE INDEX "index_beds_on_lower_name" ON "beds" (lower(name));
