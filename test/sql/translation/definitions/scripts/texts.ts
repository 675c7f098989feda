import type { DialectName } from '../../../../../src/sql/index.js';
import type { Script } from './script.js';

/** Texts of several statements, whose later ones need what the earlier ones define. */
export const texts: readonly (readonly [from: DialectName, scripts: readonly Script[]])[] = [
  [
    'POSTGRESQL',
    [
      {
        name: 'an enumeration that is guarded, gets a word, and is put in the place of another',
        sql: `
          DO $$ BEGIN
           CREATE TYPE "public"."loan_state" AS ENUM('open', 'back');
          EXCEPTION
           WHEN duplicate_object THEN null;
          END $$;
          CREATE TABLE loan (id serial PRIMARY KEY, state loan_state DEFAULT 'open' NOT NULL, due date);
          INSERT INTO loan (state, due) VALUES ('back', '2024-05-01');
          ALTER TYPE "public"."loan_state" ADD VALUE 'lost' BEFORE 'back';
          INSERT INTO loan (state, due) VALUES ('lost', NULL);
          ALTER TYPE loan_state RENAME TO loan_state_old;
          CREATE TYPE loan_state AS ENUM ('open', 'back', 'lost', 'sold');
          ALTER TABLE loan ALTER COLUMN state DROP DEFAULT;
          ALTER TABLE loan ALTER COLUMN state TYPE loan_state USING state::text::loan_state;
          DROP TYPE loan_state_old;
          ALTER TABLE loan DROP COLUMN IF EXISTS reader;
          UPDATE loan SET state = 'sold' WHERE due IS NULL;`,
        reads: ['SELECT id, state, due FROM loan ORDER BY id'],
        differs: { SQLITE: ['types'], MYSQL: ['types'] },
      },
      {
        name: 'sequences, domains and names that the server gives',
        sql: `
          BEGIN;
          SET search_path TO public;
          CREATE DOMAIN pages AS integer CHECK (VALUE > 0);
          CREATE SEQUENCE shelf_id_seq START WITH 5;
          CREATE TABLE shelf (id integer NOT NULL, width pages DEFAULT 3, label text CHECK (label <> ''));
          ALTER SEQUENCE shelf_id_seq OWNED BY shelf.id;
          ALTER TABLE ONLY shelf ALTER COLUMN id SET DEFAULT nextval('shelf_id_seq'::regclass);
          ALTER TABLE ONLY shelf ADD CONSTRAINT shelf_pkey PRIMARY KEY (id);
          COMMIT;
          SELECT setval('shelf_id_seq', 7, false);
          INSERT INTO shelf (label) VALUES ('a'), ('b');
          ALTER TABLE shelf DROP CONSTRAINT shelf_label_check;
          INSERT INTO shelf (label) VALUES ('');
          SELECT setval(pg_get_serial_sequence('shelf', 'id'), 20);
          INSERT INTO shelf (label) VALUES ('c');
          ALTER TABLE shelf ADD CONSTRAINT one_width UNIQUE (width, label);
          ALTER TABLE shelf DROP CONSTRAINT one_width;
          CREATE INDEX by_label ON shelf (width);
          ALTER INDEX by_label RENAME TO by_width;
          DROP INDEX by_width;`,
        reads: ['SELECT id, width, label FROM shelf ORDER BY id'],
        differs: { SQLITE: ['types'], MYSQL: ['types'] },
      },
      {
        name: 'values that are read by the types of the source',
        sql: `
          CREATE TABLE scan (id integer PRIMARY KEY, raw bytea NOT NULL, marks text[], label text DEFAULT '');
          INSERT INTO scan VALUES (1, '\\x0aff', '{a,"b c"}'), (2, '\\x00', NULL);
          ALTER TABLE scan RENAME COLUMN marks TO notes;
          ALTER TABLE scan ADD COLUMN more bytea;
          UPDATE scan SET more = '\\x41', notes = '{d}' WHERE raw = '\\x00';
          UPDATE scan SET label = 'found' WHERE raw IN ('\\x0aff', '\\x0b') AND '\\x41' <> raw;`,
        reads: ['SELECT id, raw, more, label FROM scan ORDER BY id'],
        differs: { SQLITE: ['types'], MYSQL: ['types'] },
      },
      {
        name: 'values that change along with their types',
        sql: `
          CREATE TABLE tariff (id integer PRIMARY KEY, plan integer NOT NULL, fee numeric(6,2));
          INSERT INTO tariff VALUES (1, 0, 1.25), (2, 1, NULL);
          ALTER TABLE tariff ALTER COLUMN plan TYPE varchar(8) USING CASE plan WHEN 0 THEN 'basic' ELSE 'full' END;
          ALTER TABLE tariff ALTER COLUMN fee TYPE bigint USING (fee * 100)::bigint;
          INSERT INTO tariff VALUES (3, 'more', 7);`,
        reads: ['SELECT id, plan, fee FROM tariff ORDER BY id'],
        differs: { SQLITE: ['types'] },
      },
    ],
  ],
  [
    'MYSQL',
    [
      {
        name: 'rows of defaults, and words that say nothing',
        sql: `
          CREATE TABLE lamp (id int AUTO_INCREMENT PRIMARY KEY, watt int DEFAULT 40);
          CREATE TABLE lamp_copy LIKE lamp;
          INSERT INTO lamp () VALUES ();
          INSERT INTO lamp VALUES ();
          INSERT INTO lamp_copy () VALUES ();
          CREATE TABLE gone (id int PRIMARY KEY);
          CREATE VIEW bright AS SELECT id FROM lamp WHERE watt > 20;
          DROP TABLE IF EXISTS gone CASCADE;`,
        reads: [
          'SELECT id, watt FROM lamp ORDER BY id',
          'SELECT id, watt FROM lamp_copy',
          'SELECT id FROM bright ORDER BY id',
        ],
        differs: { SQLITE: ['types', 'nullable'], POSTGRESQL: ['types', 'nullable'] },
      },
      {
        name: 'children before their parents, and numbers that are given',
        sql: `
          SET FOREIGN_KEY_CHECKS = 0;
          CREATE TABLE copy (id INT NOT NULL AUTO_INCREMENT, book_id INT NOT NULL, PRIMARY KEY (id),
            CONSTRAINT fk_copy_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE);
          CREATE TABLE book (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, isbn VARCHAR(20), UNIQUE (isbn)) AUTO_INCREMENT = 10;
          SET FOREIGN_KEY_CHECKS = 1;
          INSERT INTO book (id, isbn) VALUES (4, 'x');
          INSERT INTO book (isbn) VALUES ('y');
          INSERT INTO book (id, isbn) VALUES (30, 'z');
          INSERT INTO book (isbn) VALUES ('w');
          INSERT INTO copy (book_id) SELECT id FROM book;
          ALTER TABLE book DROP INDEX isbn;
          DELETE FROM book WHERE id = 4;`,
        reads: ['SELECT id, isbn FROM book ORDER BY id', 'SELECT book_id FROM copy ORDER BY book_id'],
        differs: { SQLITE: ['types'] },
      },
      {
        name: 'a table of columns and a query',
        sql: `
          CREATE TABLE reader (id INT NOT NULL PRIMARY KEY, name VARCHAR(20) NOT NULL, n INT);
          INSERT INTO reader VALUES (1, 'Ann', 4), (2, 'Bo', NULL);
          CREATE TABLE card (no INT NOT NULL AUTO_INCREMENT PRIMARY KEY, kind INT DEFAULT 7) SELECT name, n FROM reader ORDER BY id;
          INSERT INTO card (name) VALUES ('Cy');`,
        reads: ['SELECT no, kind, name, n FROM card ORDER BY no'],
        differs: { POSTGRESQL: ['types', 'nullable'], SQLITE: ['types', 'nullable'] },
      },
    ],
  ],
  [
    'SQLITE',
    [
      {
        name: 'a table that is put in the place of one that others refer to',
        sql: `
          PRAGMA foreign_keys = OFF;
          CREATE TABLE "visit" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "guest_id" INTEGER NOT NULL,
            CONSTRAINT "visit_guest_fkey" FOREIGN KEY ("guest_id") REFERENCES "guest" ("id") ON DELETE CASCADE);
          CREATE TABLE "guest" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL, "open" INTEGER DEFAULT false);
          INSERT INTO "guest" ("name") VALUES ('Ann'), ('Bo');
          INSERT INTO "visit" ("guest_id") VALUES (1), (2);
          CREATE TABLE "new_guest" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL DEFAULT '?');
          INSERT INTO "new_guest" ("id", "name") SELECT "id", "name" FROM "guest";
          DROP TABLE "guest";
          ALTER TABLE "new_guest" RENAME TO "guest";
          CREATE TABLE "new_visit" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "guest_id" INTEGER,
            CONSTRAINT "visit_guest_fkey" FOREIGN KEY ("guest_id") REFERENCES "guest" ("id") ON DELETE CASCADE);
          INSERT INTO "new_visit" ("id", "guest_id") SELECT "id", "guest_id" FROM "visit";
          DROP TABLE "visit";
          ALTER TABLE "new_visit" RENAME TO "visit";
          PRAGMA foreign_keys = ON;
          INSERT INTO "guest" ("name") VALUES ('Cy');
          DELETE FROM "guest" WHERE "name" = 'Ann';`,
        reads: ['SELECT id, name FROM guest ORDER BY id', 'SELECT id, guest_id FROM visit ORDER BY id'],
        differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
      },
      {
        name: 'keys that know no case',
        sql: `
          CREATE TABLE tag (id INTEGER PRIMARY KEY, word TEXT COLLATE NOCASE UNIQUE, shelf TEXT);
          CREATE UNIQUE INDEX tag_shelf ON tag (shelf COLLATE NOCASE);
          INSERT INTO tag VALUES (1, 'Sea', 'A');`,
        changes: [
          "INSERT INTO tag VALUES (2, 'SEA', 'B')",
          "INSERT INTO tag VALUES (3, 'Sky', 'a')",
          "INSERT INTO tag VALUES (4, 'Sky', 'B')",
        ],
        reads: ['SELECT id FROM tag ORDER BY id'],
        differs: { POSTGRESQL: ['types', 'indexes'], MYSQL: ['types'] },
      },
    ],
  ],
];
