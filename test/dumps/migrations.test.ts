import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../src/sql/index.js';
import { createLoaded, type LoadedDatabase } from '../support/loaded-database.js';
import { expectSame } from './same-tables.js';
import { sqlOf, translatedScript } from './translated-script.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

/** A script that changes tables which it made, rows among them. */
interface Migration {
  readonly name: string;
  readonly from: DialectName;
  /** Who has a counterpart of all of it; all others where it is left out. */
  readonly to?: readonly DialectName[];
  readonly sql: string;
  /** Changes that every engine reads: each is taken, or refused, as at home. */
  readonly tried: readonly string[];
}

const MIGRATIONS: readonly Migration[] = [
  {
    name: 'moments that are numbers of milliseconds, as mappers keep them',
    from: 'SQLITE',
    sql: `CREATE TABLE clinic (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
        created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, seen_at DATETIME, size BIGINT);
      INSERT INTO clinic VALUES (1, 'North', 1700000000000, 1700000000123, 1700000000000), (2, 'South', 1709210096500, NULL, 2);
      INSERT INTO clinic (name, created_at) VALUES ('East', '2024-02-29 12:34:56');
      CREATE TABLE new_clinic (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
        created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, seen_at DATETIME, beds INTEGER NOT NULL DEFAULT 3);
      INSERT INTO new_clinic (id, name, created_at, seen_at) SELECT id, name, created_at, seen_at FROM clinic;
      DROP TABLE clinic;
      ALTER TABLE new_clinic RENAME TO clinic;
      UPDATE clinic SET seen_at = 1709210096000 WHERE id = 2;`,
    tried: ['INSERT INTO clinic (name, created_at) VALUES (NULL, CURRENT_TIMESTAMP)'],
  },
  {
    name: 'texts that hold a NUL, as PHP serializes objects',
    from: 'MYSQL',
    to: ['SQLITE'],
    sql: `CREATE TABLE setting (id int PRIMARY KEY, name varchar(40), content longtext);
      INSERT INTO setting VALUES (1, 'plain', 'é'), (2, 'object', 'O:1:"A":1:{s:4:"\\0A\\0b";s:2:"é";}'), (3, 'nul', '\\0');
      UPDATE setting SET content = 'a\\0b' WHERE id = 1;`,
    tried: ["UPDATE setting SET name = 'other' WHERE id = 2"],
  },
  {
    name: 'triggers that give an inserted row its values behind it is kept',
    from: 'SQLITE',
    sql: `CREATE TABLE tag (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, slug TEXT, stamp TEXT);
      CREATE TRIGGER tag_slug AFTER INSERT ON tag WHEN NEW.slug IS NULL
      BEGIN UPDATE tag SET slug = lower(replace(NEW.label, ' ', '-')) WHERE id = NEW.id; END;
      CREATE TABLE tagged (tag_id INTEGER NOT NULL REFERENCES tag (id), post INTEGER NOT NULL, weight INTEGER, state TEXT,
        PRIMARY KEY (tag_id, post));
      CREATE TRIGGER tagged_ai AFTER INSERT ON tagged BEGIN UPDATE tagged SET state = 'new' WHERE rowid = new.rowid; END;
      CREATE TRIGGER tagged_au AFTER UPDATE ON tagged BEGIN UPDATE tagged SET state = 'new' WHERE rowid = new.rowid; END;
      CREATE TABLE visit (id INTEGER PRIMARY KEY, page TEXT NOT NULL, seen TEXT);
      CREATE TABLE visit_log (page TEXT, seen TEXT);
      CREATE TRIGGER visit_ai AFTER INSERT ON visit BEGIN UPDATE visit SET seen = 'x' || NEW.page WHERE id = NEW.id; END;
      INSERT INTO visit (id, page) VALUES (3, 'home');
      INSERT INTO tag (label) VALUES ('Old Maps'), ('Globes');
      INSERT INTO tag (label, slug) VALUES ('Sea Charts', 'charts');
      INSERT INTO tagged VALUES (1, 7, 3, 'old'), (2, 7, NULL, NULL);
      UPDATE tagged SET weight = 5, state = 'seen' WHERE tag_id = 2;`,
    tried: ["INSERT INTO tag (label) VALUES ('Star Maps')", "INSERT INTO tagged VALUES (1, 8, 1, 'x')"],
  },
  {
    name: 'a foreign key that would set a column to NULL which takes none',
    from: 'POSTGRESQL',
    sql: `CREATE TABLE loan (id integer PRIMARY KEY, title text);
      CREATE TABLE fee (id integer PRIMARY KEY, loan_id integer NOT NULL REFERENCES loan (id) ON DELETE SET NULL, cents integer);
      CREATE TABLE note (loan_id integer, at integer, PRIMARY KEY (loan_id, at));
      ALTER TABLE note ADD CONSTRAINT note_loan FOREIGN KEY (loan_id) REFERENCES loan (id) ON DELETE SET NULL ON UPDATE CASCADE;
      INSERT INTO loan VALUES (1, 'Atlas'), (2, 'Globe'), (3, 'Chart');
      INSERT INTO fee VALUES (10, 1, 250);
      INSERT INTO note VALUES (2, 5);`,
    tried: ['DELETE FROM loan WHERE id = 1', 'DELETE FROM loan WHERE id = 2', 'DELETE FROM loan WHERE id = 3'],
  },
  {
    name: 'views that read views which come later',
    from: 'SQLITE',
    sql: `CREATE TABLE sale (id INTEGER PRIMARY KEY, item TEXT NOT NULL, cents INTEGER NOT NULL, sold INTEGER NOT NULL);
      CREATE VIEW [best of all] AS SELECT item, total FROM [per item] WHERE total > 100;
      CREATE VIEW [per item] AS SELECT item, sum(revenue) AS total FROM revenues GROUP BY item;
      INSERT INTO sale VALUES (1, 'cup', 40, 3), (2, 'pan', 20, 2), (3, 'cup', 10, 1);
      CREATE VIEW revenues AS SELECT item, cents * sold AS revenue FROM sale;`,
    tried: ["INSERT INTO sale VALUES (4, 'pan', 1000, 1)", "INSERT INTO sale VALUES (4, 'pan', 1, 1)"],
  },
  {
    name: 'columns that get another type, a default, and no NULLs',
    from: 'POSTGRESQL',
    sql: `CREATE TABLE guest (id serial PRIMARY KEY, name text, born text, points integer);
      CREATE INDEX guest_name ON guest (name);
      CREATE UNIQUE INDEX guest_points ON guest (points);
      INSERT INTO guest (name, born, points) VALUES ('Ann', '1990', 1), ('Bo', '1985', 2);
      CREATE VIEW guests AS SELECT id, name FROM guest;
      ALTER TABLE guest ALTER COLUMN name SET NOT NULL, ALTER COLUMN points SET DEFAULT 7;
      ALTER TABLE guest ALTER COLUMN points TYPE bigint;
      INSERT INTO guest (name) VALUES ('Cy');
      ALTER TABLE guest ALTER COLUMN points DROP DEFAULT;
      ALTER TABLE guest ALTER COLUMN name DROP NOT NULL;
      ALTER TABLE guest ALTER COLUMN id SET NOT NULL;`,
    tried: [
      'INSERT INTO guest (name, points) VALUES (NULL, 12)',
      "INSERT INTO guest (name) VALUES ('Dee')",
      "INSERT INTO guest (name, points) VALUES ('Twice', 1)",
    ],
  },
  {
    name: 'columns without a default, for rows that are there',
    from: 'MYSQL',
    sql: `CREATE TABLE guest (id int PRIMARY KEY, name varchar(20));
      INSERT INTO guest VALUES (1, 'Ann');
      ALTER TABLE guest ADD COLUMN points int NOT NULL, ADD COLUMN born varchar(10) NOT NULL;
      INSERT INTO guest VALUES (2, 'Bo', 5, '1985');
      ALTER TABLE guest ADD COLUMN state enum('new', 'old') NOT NULL, MODIFY name varchar(40) NOT NULL;`,
    tried: [
      "INSERT INTO guest VALUES (3, 'Cy', 6, '1970', 'old')",
      "INSERT INTO guest VALUES (4, 'Dee', 6, NULL, 'old')",
    ],
  },
  {
    name: 'constraints that come and go',
    from: 'POSTGRESQL',
    sql: `CREATE TABLE room (id integer PRIMARY KEY, beds integer);
      CREATE TABLE stay (id integer PRIMARY KEY, room_id integer, nights integer, code varchar(8));
      INSERT INTO room VALUES (1, 2), (2, 4);
      INSERT INTO stay VALUES (1, 1, 3, 'a'), (2, 2, 1, 'b');
      ALTER TABLE stay ADD COLUMN note varchar(20) DEFAULT 'none';
      ALTER TABLE stay ADD CONSTRAINT stay_room FOREIGN KEY (room_id) REFERENCES room (id);
      ALTER TABLE stay ADD CONSTRAINT stay_nights CHECK (nights > 0);
      ALTER TABLE stay ADD CONSTRAINT stay_code UNIQUE (code);
      ALTER TABLE stay ADD CONSTRAINT stay_short CHECK (nights < 30);
      ALTER TABLE stay DROP CONSTRAINT stay_short;`,
    tried: [
      "INSERT INTO stay (id, room_id, nights, code) VALUES (3, 1, 0, 'c')",
      "INSERT INTO stay (id, room_id, nights, code) VALUES (3, 1, 1, 'a')",
      "INSERT INTO stay (id, room_id, nights, code) VALUES (3, 1, 40, 'c')",
    ],
  },
  {
    name: 'columns that are called otherwise, and go',
    from: 'POSTGRESQL',
    sql: `CREATE TABLE tool (id integer PRIMARY KEY, label varchar(20) UNIQUE, weight integer CHECK (weight > 0), spare integer);
      CREATE INDEX tool_spare ON tool (spare);
      INSERT INTO tool VALUES (1, 'saw', 3, 0), (2, 'axe', 5, 1);
      ALTER TABLE tool RENAME COLUMN label TO name;
      ALTER TABLE tool DROP COLUMN weight;
      ALTER TABLE tool DROP COLUMN spare;
      ALTER TABLE tool RENAME TO tools;
      ALTER TABLE tools ALTER COLUMN name SET NOT NULL;
      INSERT INTO tools (id, name) VALUES (3, 'file');`,
    tried: ["INSERT INTO tools (id, name) VALUES (4, 'saw')", 'INSERT INTO tools (id) VALUES (5)'],
  },
  {
    name: 'what MODIFY and CHANGE say again',
    from: 'MYSQL',
    sql: `CREATE TABLE crate (id int NOT NULL AUTO_INCREMENT, name varchar(10), size int, PRIMARY KEY (id), KEY by_size (size));
      INSERT INTO crate (name, size) VALUES ('a', 1), ('b', 2);
      ALTER TABLE crate MODIFY name varchar(40) NOT NULL DEFAULT 'none';
      ALTER TABLE crate CHANGE size volume bigint;
      ALTER TABLE crate ADD COLUMN owner int NULL AFTER id, ADD UNIQUE KEY by_name (name);
      ALTER TABLE crate ADD CONSTRAINT crate_volume CHECK (volume < 100);
      ALTER TABLE crate ADD CONSTRAINT crate_owner FOREIGN KEY (owner) REFERENCES crate (id);
      INSERT INTO crate (volume) VALUES (9);`,
    tried: [
      "INSERT INTO crate (name, volume) VALUES ('c', 100)",
      "INSERT INTO crate (name, volume) VALUES ('a', 1)",
      'INSERT INTO crate (volume) VALUES (8)',
    ],
  },
  {
    name: 'an enumeration that grows, and a domain',
    from: 'POSTGRESQL',
    sql: `CREATE TYPE state AS ENUM ('new', 'paid');
      CREATE DOMAIN quantity AS integer DEFAULT 1 NOT NULL CHECK (VALUE > 0);
      CREATE TABLE purchase (id integer PRIMARY KEY, state state DEFAULT 'new', n quantity);
      ALTER TYPE state ADD VALUE 'sent' AFTER 'paid';
      COMMENT ON COLUMN purchase.n IS 'How many';
      INSERT INTO purchase (id) VALUES (1);
      INSERT INTO purchase VALUES (2, 'sent', 5);`,
    tried: [
      "INSERT INTO purchase (id, state) VALUES (3, 'lost')",
      'INSERT INTO purchase (id, n) VALUES (4, 0)',
      "INSERT INTO purchase (id, state) VALUES (5, 'paid')",
    ],
  },
  {
    name: 'foreign keys that come, go and come again, and what goes by another name',
    from: 'MYSQL',
    sql: `CREATE TABLE writer (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL);
      CREATE TABLE book (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, writer_id int NULL, title varchar(40), KEY by_title (title));
      ALTER TABLE book ADD CONSTRAINT book_writer FOREIGN KEY (writer_id) REFERENCES writer (id) ON DELETE SET NULL;
      INSERT INTO writer (name) VALUES ('a'), ('b');
      INSERT INTO book (writer_id, title) VALUES (1, 'x'), (2, 'y');
      CREATE INDEX by_name ON writer (name);
      ALTER TABLE book DROP FOREIGN KEY book_writer;
      ALTER TABLE book MODIFY writer_id int NOT NULL, ADD COLUMN pages int DEFAULT 1;
      ALTER TABLE book ADD CONSTRAINT book_writer FOREIGN KEY (writer_id) REFERENCES writer (id) ON DELETE CASCADE;
      ALTER TABLE book RENAME INDEX by_title TO book_by_title;
      ALTER TABLE writer RENAME INDEX by_name TO writer_by_name;
      ALTER TABLE writer MODIFY name varchar(30) NOT NULL;
      DROP INDEX writer_by_name ON writer;
      DROP INDEX book_by_title ON book;`,
    tried: ['INSERT INTO book (writer_id) VALUES (7)', 'DELETE FROM writer WHERE id = 1'],
  },
  {
    name: 'keys to a table itself, constraints by other names, and types that say what they are',
    from: 'POSTGRESQL',
    sql: `CREATE TABLE staff (id bigserial PRIMARY KEY, email varchar(40), pay integer, grade varchar(4), file jsonb,
        CONSTRAINT staff_pay CHECK (pay > 0), CONSTRAINT staff_email UNIQUE (email));
      CREATE INDEX staff_grade ON staff (grade);
      INSERT INTO staff (email, pay, grade) VALUES ('a@x', 5, '7'), ('b@x', 6, NULL);
      ALTER TABLE staff ADD boss bigint;
      ALTER TABLE staff ADD CONSTRAINT staff_boss FOREIGN KEY (boss) REFERENCES staff (id) ON DELETE SET NULL;
      ALTER TABLE staff ALTER COLUMN email SET NOT NULL;
      ALTER INDEX staff_pkey RENAME TO staff_key;
      ALTER INDEX staff_grade RENAME TO staff_by_grade;
      ALTER INDEX IF EXISTS staff_email RENAME TO staff_by_email;
      ALTER TABLE staff RENAME CONSTRAINT staff_pay TO staff_pay_is_some;
      ALTER TABLE staff ALTER COLUMN pay TYPE numeric(10, 2) USING (pay::numeric(10, 2));
      ALTER TABLE staff DROP CONSTRAINT staff_pay_is_some;
      DROP INDEX staff_by_grade;
      UPDATE staff SET boss = 1 WHERE id = 2;`,
    tried: [
      "INSERT INTO staff (email, boss) VALUES ('c@x', 9)",
      "INSERT INTO staff (email, pay) VALUES ('a@x', 1)",
      "INSERT INTO staff (id, email, pay) VALUES (9, 'd@x', -1.5)",
      'DELETE FROM staff WHERE id = 1',
    ],
  },
  {
    name: 'a table like another',
    from: 'MYSQL',
    sql: `CREATE TABLE hall (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'x', seats int CHECK (seats > 0),
        UNIQUE KEY by_name (name), KEY by_seats (seats));
      INSERT INTO hall (name, seats) VALUES ('a', 1), ('b', 2);
      CREATE INDEX by_both ON hall (name, seats);
      CREATE TABLE old_hall LIKE hall;
      INSERT INTO old_hall SELECT * FROM hall WHERE seats > 1;`,
    tried: ["INSERT INTO old_hall (name, seats) VALUES ('b', 1)", "INSERT INTO old_hall (name, seats) VALUES ('c', 0)"],
  },
  {
    name: 'a table that takes the place of another, with its keys and a name that MySQL gives',
    from: 'MYSQL',
    sql: `CREATE TABLE entry (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, msg varchar(40));
      CREATE TABLE entry_new LIKE entry;
      ALTER TABLE entry_new ADD COLUMN host varchar(10) NOT NULL DEFAULT 'here', ADD INDEX by_msg (msg);
      INSERT INTO entry (msg) VALUES ('a'), ('b');
      INSERT INTO entry_new (id, msg) SELECT id, msg FROM entry;
      RENAME TABLE entry TO entry_old, entry_new TO entry;
      DROP TABLE entry_old;
      INSERT INTO entry (msg) VALUES ('c');
      CREATE TABLE mark (id int PRIMARY KEY, entry_id bigint, FOREIGN KEY (entry_id) REFERENCES entry (id));
      ALTER TABLE mark DROP FOREIGN KEY mark_ibfk_1;
      INSERT INTO mark VALUES (1, 99);
      ALTER TABLE entry DROP INDEX by_msg;`,
    tried: ['INSERT INTO mark VALUES (2, 77)'],
  },
  {
    name: 'columns that refer to other rows from the start',
    from: 'SQLITE',
    sql: `CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      INSERT INTO person (name) VALUES ('a'), ('b');
      ALTER TABLE person ADD COLUMN boss INTEGER REFERENCES person (id) ON DELETE SET NULL;
      UPDATE person SET boss = 1 WHERE id = 2;`,
    tried: ['UPDATE person SET boss = 9 WHERE id = 1', 'DELETE FROM person WHERE id = 1'],
  },
  {
    name: 'the part of a table with the rows that no other part has',
    from: 'POSTGRESQL',
    sql: `CREATE TABLE reading (id integer NOT NULL, place varchar(10), n integer) PARTITION BY LIST (place);
      CREATE TABLE reading_north PARTITION OF reading FOR VALUES IN ('n', 'nw');
      CREATE TABLE reading_rest PARTITION OF reading DEFAULT;
      CREATE TABLE reading_south (id integer NOT NULL, place varchar(10), n integer);
      ALTER TABLE reading ATTACH PARTITION reading_south FOR VALUES IN ('s');
      INSERT INTO reading VALUES (1, 'n', 1), (2, 's', 2), (3, 'x', 3), (4, NULL, 4);`,
    tried: [],
  },
  {
    name: 'keys that are given, and counted behind them',
    from: 'SQLITE',
    sql: `CREATE TABLE ticket (id INTEGER PRIMARY KEY, holder TEXT);
      INSERT INTO ticket (id, holder) VALUES (5, 'a');
      INSERT INTO ticket (holder) VALUES ('b');
      INSERT INTO ticket VALUES (NULL, 'c');
      INSERT INTO ticket VALUES (20, 'd');
      INSERT INTO ticket (holder) VALUES ('e');`,
    tried: ["INSERT INTO ticket (holder) VALUES ('f')"],
  },
];

/** SQLite looks at foreign keys where a session asks for it. */
const LOOKS: Readonly<Partial<Record<DialectName, string>>> = { SQLITE: 'PRAGMA foreign_keys = ON;' };

async function isTaken(change: string, database: LoadedDatabase, dialect: DialectName): Promise<boolean> {
  try {
    await database.load(`${LOOKS[dialect] ?? ''}${change};`);
    return true;
  } catch {
    // which is what is asked
    return false;
  }
}

describe.each(MIGRATIONS)('$name', ({ from, to: targets = DIALECTS.filter((to) => to !== from), sql, tried }) => {
  it.each(targets)(
    'leave the same tables in %s',
    async (to) => {
      const home = await createLoaded(from);
      const target = await createLoaded(to);
      try {
        const outcomes = translatedScript(sql, from, to);
        expect(outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toEqual([]);
        await home.load(sql);
        await target.load(sqlOf(outcomes, to));
        expectSame(await home.contents(), await target.contents());
        for (const change of tried)
          expect(`${change} ${await isTaken(change, target, to)}`).toBe(
            `${change} ${await isTaken(change, home, from)}`,
          );
        expectSame(await home.contents(), await target.contents());
      } finally {
        await home.drop();
        await target.drop();
      }
    },
    60_000,
  );
});
