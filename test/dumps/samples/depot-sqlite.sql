-- As desktop tools and new shells write it.
PRAGMA foreign_keys = false;
PRAGMA temp_store = MEMORY;
BEGIN TRANSACTION;
DROP TABLE IF EXISTS "Crew";
CREATE TABLE IF NOT EXISTS "Crew" (
	"id"	INTEGER NOT NULL UNIQUE,
	"name"	TEXT NOT NULL DEFAULT 'nobody' COLLATE NOCASE,
	"grade"	INTEGER CHECK("grade" > 0),
	PRIMARY KEY("id" AUTOINCREMENT)
);
CREATE TABLE IF NOT EXISTS "Watch" (
	"id"	INTEGER,
	"crew_id"	INTEGER,
	"note"	TEXT,
	CONSTRAINT "watch_key" PRIMARY KEY("id" AUTOINCREMENT),
	CONSTRAINT "watch_crew" FOREIGN KEY("crew_id") REFERENCES "Crew"("id") ON DELETE CASCADE
);
CREATE TABLE cabin (
  cabin_id numeric NOT NULL,
  deck VARCHAR (20) UNIQUE ON CONFLICT IGNORE,
  PRIMARY KEY (cabin_id)
);
CREATE TABLE bunk (
  bunk_id INT NOT NULL PRIMARY KEY ON CONFLICT ROLLBACK,
  cabin_id INT NOT NULL,
  CONSTRAINT bunk_cabin FOREIGN KEY (cabin_id) REFERENCES cabin (cabin_id)
);
INSERT INTO "Crew" VALUES (1,'ann',NULL),(4,unistr('two\u000alines \u00e9 \\'),3);
INSERT INTO "Watch" VALUES (10,1,'');
INSERT INTO cabin VALUES (7, 'upper'), (8, NULL);
INSERT INTO bunk VALUES (1, 7);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES ('Crew', 4);
UPDATE "sqlite_sequence" SET seq = 9 WHERE name = 'Crew';
COMMIT;
PRAGMA foreign_keys = true;
