CREATE TABLE "runs" ("id" int PRIMARY KEY, "pace" smallint, "dist" int NOT NULL, CONSTRAINT "pace_ok" CHECK ("runs"."pace" > 0), CONSTRAINT "far" CHECK ("runs"."dist" < 50000 OR "runs"."pace" IS NULL));
INSERT INTO "runs" VALUES (1, 5, 10000), (2, NULL, 60000);
ALTER TABLE "runs" ALTER COLUMN "pace" SET DATA TYPE integer;
ALTER TABLE "runs" RENAME TO "trainings";
ALTER TABLE "trainings" ALTER COLUMN "dist" SET DEFAULT 100;
ALTER TABLE "trainings" DROP CONSTRAINT "far";
INSERT INTO "trainings" ("id", "pace") VALUES (3, 70000);
