import type { DialectName } from '../../../../../src/sql/index.js';
import type { Script } from './script.js';

/** Texts of several statements, whose later ones need what the earlier ones define. */
export const texts: readonly (readonly [from: DialectName, scripts: readonly Script[]])[] = [
  [
    'POSTGRESQL',
    [
      {
        name: 'keys by their own names, and copies of columns alone',
        sql: `
          CREATE TABLE bell (tower int NOT NULL, no int NOT NULL, tone varchar(5), kg numeric, CONSTRAINT "PK_bell" PRIMARY KEY (tower, no));
          INSERT INTO bell VALUES (1, 1, 'c', 12.5), (1, 2, 'e', NULL);
          ALTER TABLE bell RENAME TO bells;
          ALTER TABLE bells DROP CONSTRAINT "PK_bell";
          ALTER TABLE bells ADD CONSTRAINT "PK_bells" PRIMARY KEY (no);
          CREATE TABLE cast_bells (LIKE bells, year int DEFAULT 1900);
          INSERT INTO cast_bells (tower, no) VALUES (3, 1);
          INSERT INTO cast_bells (tower, no) VALUES (4, 1);
          DROP TABLE IF EXISTS ropes CASCADE;`,
        changes: ["INSERT INTO bells VALUES (2, 1, 'd', 1)", "INSERT INTO bells VALUES (1, 3, 'g', 2)"],
        reads: [
          'SELECT tower, no, tone, kg FROM bells ORDER BY no',
          'SELECT tower, no, year FROM cast_bells ORDER BY tower',
        ],
      },
      {
        name: 'rules that SQLite keeps in plainer forms, and a table without one that takes a query there',
        sql: String.raw`
          CREATE TABLE member (id int PRIMARY KEY, email varchar(60) CHECK (lower(email) LIKE '%@sea.%'), handle varchar(60) GENERATED ALWAYS AS (lower(email)) STORED,
            code varchar(20), CONSTRAINT code_form CHECK (code ~ '^([a-z]+-)+[0-9]{2,4}(x|y[0-9])*$'));
          INSERT INTO member (id, email, code) VALUES (1, 'ann@sea.example', 'ab-cd-12');
          CREATE TABLE visit (id int PRIMARY KEY, member_id int REFERENCES member (id));
          INSERT INTO visit VALUES (7, 1);`,
        changes: [
          "INSERT INTO member (id, email, code) VALUES (2, 'Bob@example', 'a-12')",
          "INSERT INTO member (id, email, code) VALUES (3, 'Cy@SEA.example', 'q-1234x')",
        ],
        reads: ['SELECT id, email, handle, code FROM member ORDER BY id', 'SELECT id, member_id FROM visit'],
        warns: { SQLITE: ['PLAINER_RULE', 'RULE_DROPPED'] },
        differs: { SQLITE: ['types', 'checks'] },
      },
      {
        name: 'triggers, what they call, and what drops them',
        sql: `
          CREATE TABLE pot (id serial PRIMARY KEY, glaze text, fired timestamp NOT NULL DEFAULT '2020-01-01', turns int NOT NULL DEFAULT 0);
          CREATE TABLE pot_log (id serial PRIMARY KEY, pot_id int, what text, was text);
          CREATE OR REPLACE FUNCTION log_pot() RETURNS trigger AS $$
          BEGIN
            IF TG_OP = 'INSERT' THEN
              INSERT INTO pot_log (pot_id, what) VALUES (NEW.id, TG_OP);
              RETURN NEW;
            ELSIF TG_OP = 'UPDATE' THEN
              INSERT INTO pot_log (pot_id, what, was) VALUES (NEW.id, TG_TABLE_NAME, OLD.glaze);
              RETURN NEW;
            ELSE
              INSERT INTO pot_log (pot_id, what, was) VALUES (OLD.id, 'gone', OLD.glaze);
              RETURN OLD;
            END IF;
          END;
          $$ LANGUAGE plpgsql;
          CREATE TRIGGER pot_logged AFTER INSERT OR UPDATE OR DELETE ON pot FOR EACH ROW EXECUTE FUNCTION log_pot();
          CREATE FUNCTION turn_pot() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            NEW.turns := OLD.turns + 1;
            IF NEW.glaze IS NULL THEN
              NEW.fired = '2021-02-03';
            ELSE
              NEW.fired = '2022-02-03';
            END IF;
            RETURN NEW;
          END $$;
          CREATE TABLE wheel (id int PRIMARY KEY, glaze text, fired timestamp, turns int NOT NULL DEFAULT 0);
          CREATE TRIGGER pot_turned BEFORE UPDATE ON wheel FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE PROCEDURE turn_pot();
          CREATE FUNCTION keep_pot() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF OLD.glaze = 'gold' THEN RAISE EXCEPTION 'a golden pot stays'; END IF;
            RETURN OLD;
          END $$;
          CREATE TRIGGER pot_kept BEFORE DELETE ON pot FOR EACH ROW EXECUTE FUNCTION keep_pot();
          INSERT INTO pot (glaze) VALUES ('red'), ('gold'), ('blue');
          INSERT INTO wheel (id, glaze) VALUES (1, 'a'), (2, 'b'), (3, 'c');
          UPDATE wheel SET glaze = glaze;
          UPDATE wheel SET glaze = NULL WHERE id = 1;
          UPDATE wheel SET glaze = 'd' WHERE id = 2;
          UPDATE pot SET glaze = NULL WHERE id = 1;
          UPDATE pot SET glaze = 'grey' WHERE id = 3;
          DELETE FROM pot WHERE id = 1;
          DROP TRIGGER pot_logged ON pot;
          DROP FUNCTION log_pot();
          UPDATE pot SET glaze = 'green' WHERE id = 3;`,
        changes: ['DELETE FROM pot WHERE id = 2', 'DELETE FROM pot WHERE id = 3'],
        reads: [
          'SELECT id, glaze, fired, turns FROM pot ORDER BY id',
          'SELECT id, glaze, fired, turns FROM wheel ORDER BY id',
          'SELECT pot_id, what, was FROM pot_log ORDER BY id',
        ],
        differs: { SQLITE: ['types'] },
      },
      {
        name: 'indexes that a foreign key needs in one engine, and a table like another with more',
        sql: `
          CREATE TABLE kiln (id serial PRIMARY KEY, hall text NOT NULL DEFAULT 'north');
          CREATE TABLE kiln_copy (LIKE kiln INCLUDING ALL, note text DEFAULT 'n');
          CREATE TABLE batch (id serial PRIMARY KEY, kiln_id int NOT NULL, no int NOT NULL);
          CREATE INDEX batch_kiln ON batch (kiln_id);
          ALTER TABLE batch ADD CONSTRAINT batch_of_kiln FOREIGN KEY (kiln_id) REFERENCES kiln (id) ON DELETE CASCADE;
          INSERT INTO kiln (hall) VALUES ('a'), ('b');
          INSERT INTO batch (kiln_id, no) VALUES (1, 1), (2, 1);
          DROP INDEX batch_kiln;`,
        changes: ['DELETE FROM kiln WHERE id = 2'],
        reads: ['SELECT id, kiln_id, no FROM batch ORDER BY id'],
        differs: {
          SQLITE: ['types', 'nullable', 'autoIncrement'],
          MYSQL: ['types', 'indexes', 'nullable', 'autoIncrement'],
        },
      },
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
        name: 'a table like another, which counts on',
        sql: `
          CREATE TABLE loom (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, wide DECIMAL(5,1), wood VARCHAR(9), UNIQUE KEY (wood));
          INSERT INTO loom (wide, wood) VALUES (1.5, 'oak'), (2, 'ash');
          CREATE TABLE spare LIKE loom;
          INSERT INTO spare SELECT * FROM loom;
          INSERT INTO spare (wood) VALUES ('elm');`,
        changes: ["INSERT INTO spare (wood) VALUES ('oak')"],
        reads: ['SELECT id, wide, wood FROM spare ORDER BY id'],
        differs: { POSTGRESQL: ['indexes'] },
      },
      {
        name: 'triggers of several steps, and what drops them',
        sql: `
          CREATE TABLE jar (id INT AUTO_INCREMENT PRIMARY KEY, label VARCHAR(20), n INT DEFAULT 0);
          CREATE TABLE jar_log (id INT AUTO_INCREMENT PRIMARY KEY, jar_id INT, what VARCHAR(40));
          DROP TRIGGER IF EXISTS jar_made;
          CREATE TRIGGER jar_made AFTER INSERT ON jar FOR EACH ROW INSERT INTO jar_log (jar_id, what) VALUES (NEW.id, 'made');
          CREATE TABLE cork (id INT PRIMARY KEY, label VARCHAR(20));
          CREATE TRIGGER cork_named BEFORE INSERT ON cork FOR EACH ROW SET NEW.label = UPPER(NEW.label);
          INSERT INTO cork VALUES (1, 'a'), (2, NULL);
          DELIMITER //
          CREATE TRIGGER jar_changed BEFORE UPDATE ON jar FOR EACH ROW
          BEGIN
            SET NEW.n = OLD.n + 1;
            IF NEW.label <> OLD.label THEN
              INSERT INTO jar_log (jar_id, what) VALUES (OLD.id, CONCAT('was ', OLD.label));
            ELSE
              INSERT INTO jar_log (jar_id, what) VALUES (OLD.id, 'same');
            END IF;
          END//
          CREATE TRIGGER jar_kept BEFORE DELETE ON jar FOR EACH ROW
          BEGIN
            IF OLD.n > 0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the jar is in use'; END IF;
          END//
          DELIMITER ;
          INSERT INTO jar (label) VALUES ('plum'), ('pear');
          UPDATE jar SET label = 'fig' WHERE id = 2;
          UPDATE jar SET label = label WHERE id = 2;
          DROP TRIGGER jar_made;`,
        changes: [
          "INSERT INTO jar (label) VALUES ('sloe')",
          'DELETE FROM jar WHERE id = 1',
          'DELETE FROM jar WHERE id = 2',
        ],
        reads: [
          'SELECT id, label, n FROM jar ORDER BY id',
          'SELECT id, label FROM cork ORDER BY id',
          'SELECT jar_id, what FROM jar_log ORDER BY id',
        ],
        differs: { SQLITE: ['types'] },
      },
      {
        name: 'columns about one that is set to the moment of a change',
        sql: `
          CREATE TABLE lid (id INT PRIMARY KEY, v INT, w INT, mask BIT(6) DEFAULT b'101',
            touched DATETIME DEFAULT '2000-01-01' ON UPDATE CURRENT_TIMESTAMP);
          INSERT INTO lid (id, v, w) VALUES (1, 1, 1), (2, 2, 2);
          ALTER TABLE lid ADD COLUMN size INT DEFAULT 3, AUTO_INCREMENT = 5;
          ALTER TABLE lid DROP COLUMN w;
          UPDATE lid SET size = 4 WHERE id = 2;
          ALTER TABLE lid DROP COLUMN touched, DROP COLUMN mask;
          UPDATE lid SET v = 9 WHERE id = 1;`,
        changes: ['UPDATE lid SET size = 5 WHERE id = 1'],
        reads: ['SELECT id, v, size FROM lid ORDER BY id'],
      },
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
      {
        name: 'indexes that no other engine has, which go again',
        sql: `
          CREATE TABLE kite (id int PRIMARY KEY, colour varchar(10), notes text, FULLTEXT KEY kite_notes (notes));
          ALTER TABLE kite ADD FULLTEXT INDEX kite_colour (colour);
          DROP INDEX kite_notes ON kite;
          ALTER TABLE kite DROP INDEX kite_colour, ADD COLUMN tail int;
          INSERT INTO kite VALUES (1, 'red', 'old', 2);`,
        reads: ['SELECT id, colour, notes, tail FROM kite'],
        differs: { SQLITE: ['types', 'checks'], POSTGRESQL: ['types'] },
      },
    ],
  ],
  [
    'SQLITE',
    [
      {
        name: 'triggers that change their own row or refuse it, and columns of any type',
        sql: `
          CREATE TABLE cup (id INTEGER PRIMARY KEY, name TEXT, seen TEXT, n INTEGER DEFAULT 0, other, half AS (n / 2));
          CREATE TABLE cup_log (id INTEGER PRIMARY KEY, cup_id INTEGER, what TEXT);
          CREATE TRIGGER cup_seen AFTER UPDATE OF name ON cup WHEN OLD.name IS NOT NEW.name BEGIN
            INSERT INTO cup_log (cup_id, what) VALUES (NEW.id, 'was ' || OLD.name);
            UPDATE cup SET seen = '2024-01-01' WHERE id = NEW.id;
          END;
          CREATE TRIGGER cup_kept BEFORE DELETE ON cup WHEN OLD.n > 2 BEGIN SELECT RAISE(ABORT, 'the cup is in use'); END;
          CREATE TRIGGER cup_gone AFTER DELETE ON cup BEGIN DELETE FROM cup_log WHERE cup_id = OLD.id; END;
          INSERT INTO cup (name, n, other) VALUES ('a', 5, 'x'), ('b', 1, NULL), ('c', 0, 'z');
          UPDATE cup SET name = 'd' WHERE id = 2;
          UPDATE cup SET name = 'e' WHERE id = 1;
          DELETE FROM cup WHERE id = 2;
          DROP TRIGGER cup_gone;
          DELETE FROM cup WHERE id = 3;`,
        changes: ['DELETE FROM cup WHERE id = 1'],
        reads: [
          'SELECT id, name, seen, n, other, half FROM cup ORDER BY id',
          'SELECT cup_id, what FROM cup_log ORDER BY id',
        ],
        differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
      },
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
