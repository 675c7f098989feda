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
  readonly sql: string;
  /** Changes that every engine reads: each is taken, or refused, as at home. */
  readonly tried: readonly string[];
}

const MIGRATIONS: readonly Migration[] = [
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

async function isTaken(change: string, database: LoadedDatabase): Promise<boolean> {
  try {
    await database.load(`${change};`);
    return true;
  } catch {
    // which is what is asked
    return false;
  }
}

describe.each(MIGRATIONS)('$name', ({ from, sql, tried }) => {
  it.each(DIALECTS.filter((to) => to !== from))(
    'leave the same tables in %s',
    async (to) => {
      const home = await createLoaded(from);
      const target = await createLoaded(to);
      try {
        const outcomes = translatedScript(sql, from, to);
        expect(outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toEqual([]);
        await home.load(sql);
        await target.load(sqlOf(outcomes));
        expectSame(await home.contents(), await target.contents());
        for (const change of tried)
          expect(`${change} ${await isTaken(change, target)}`).toBe(`${change} ${await isTaken(change, home)}`);
        expectSame(await home.contents(), await target.contents());
      } finally {
        await home.drop();
        await target.drop();
      }
    },
    60_000,
  );
});
