import type { Script } from './script.js';

/** Scripts of Rails, Django, Drizzle and `.dump`. */
export const sqliteScripts: readonly Script[] = [
  {
    name: 'foreign keys of another whole number than they refer to',
    sql: `CREATE TABLE parents (id SMALLINT NOT NULL PRIMARY KEY, code TEXT);
      CREATE TABLE kids (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents (id) ON DELETE CASCADE);
      CREATE TABLE pairs (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b), FOREIGN KEY (b) REFERENCES parents);`,
    changes: [
      "INSERT INTO parents VALUES (1, 'x'), (2, 'y')",
      'INSERT INTO kids VALUES (10, 1), (20, 2), (30, NULL)',
      'INSERT INTO pairs VALUES (1, 2)',
      'DELETE FROM parents WHERE id = 1',
    ],
    reads: ['SELECT id, parent_id FROM kids ORDER BY id', 'SELECT a, b FROM pairs'],
    differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
  },
  {
    name: 'columns that are added with checks which name them in quotes',
    sql: `CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(20));
      ALTER TABLE users ADD COLUMN role VARCHAR(10) CHECK (\`role\` IN ('admin', 'guest')) DEFAULT 'guest';
      ALTER TABLE users ADD COLUMN level INTEGER CHECK ("level" < 10);`,
    changes: [
      "INSERT INTO users (name, level) VALUES ('a', 1)",
      "INSERT INTO users (name, role) VALUES ('b', 'other')",
      "INSERT INTO users (name, level) VALUES ('c', 10)",
    ],
    reads: ['SELECT name, role, level FROM users ORDER BY id'],
    differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
  },
  {
    name: 'Rails tables',
    sql: `
      CREATE TABLE "authors" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar NOT NULL, "active" boolean DEFAULT 1 NOT NULL, "created_at" datetime(6) NOT NULL);
      CREATE TABLE "books" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "title" varchar(30) DEFAULT '' NOT NULL, "author_id" integer NOT NULL, "price" decimal(8,2), CONSTRAINT "fk_rails_1" FOREIGN KEY ("author_id") REFERENCES "authors" ("id") ON DELETE CASCADE);
      CREATE INDEX "index_books_on_author_id" ON "books" ("author_id");
      CREATE UNIQUE INDEX "index_books_on_title" ON "books" ("title", "author_id");`,
    changes: [
      "INSERT INTO authors (name, created_at) VALUES ('A', '2024-01-01 00:00:00')",
      "INSERT INTO books (title, author_id, price) VALUES ('x', 1, 1.25)",
      'INSERT INTO books (author_id) VALUES (1)',
      "INSERT INTO books (title, author_id) VALUES ('x', 1)",
      "INSERT INTO books (title, author_id) VALUES ('x', 2)",
    ],
    reads: ['SELECT id, name, active FROM authors', 'SELECT id, title, author_id, price FROM books ORDER BY id'],
    differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
  },
  {
    name: 'a dump of music',
    sql: `
      CREATE TABLE [Artist] ([ArtistId] INTEGER NOT NULL, [Name] NVARCHAR(120), CONSTRAINT [PK_Artist] PRIMARY KEY ([ArtistId]));
      CREATE TABLE [Album] ([AlbumId] INTEGER NOT NULL, [Title] NVARCHAR(160) NOT NULL, [ArtistId] INTEGER NOT NULL,
        CONSTRAINT [PK_Album] PRIMARY KEY ([AlbumId]),
        FOREIGN KEY ([ArtistId]) REFERENCES [Artist] ([ArtistId]) ON DELETE NO ACTION ON UPDATE NO ACTION);
      CREATE INDEX [IFK_AlbumArtistId] ON [Album] ([ArtistId]);`,
    differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
  },
  {
    name: 'Django tables',
    sql: `
      CREATE TABLE "shop_item" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(50) NOT NULL UNIQUE, "count" integer unsigned NOT NULL CHECK ("count" >= 0), "added" date NULL, "extra" text NULL CHECK ((JSON_VALID("extra") OR "extra" IS NULL)));`,
    changes: [
      "INSERT INTO shop_item (name, count) VALUES ('a', 1)",
      "INSERT INTO shop_item (name, count) VALUES ('a', 1)",
      "INSERT INTO shop_item (name, count) VALUES ('b', -1)",
      `INSERT INTO shop_item (name, count, extra) VALUES ('c', 1, '{"a": [1]}'), ('d', 1, NULL)`,
      "INSERT INTO shop_item (name, count, extra) VALUES ('e', 1, '{a}')",
    ],
    reads: ['SELECT name, count, extra FROM shop_item'],
    differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
  },
  {
    name: 'keys of several columns without row numbers',
    sql: `CREATE TABLE memberships (person TEXT NOT NULL, club TEXT NOT NULL, since TEXT DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY (person, club)) WITHOUT ROWID;`,
    changes: [
      "INSERT INTO memberships (person, club) VALUES ('a', 'x')",
      "INSERT INTO memberships (person, club) VALUES ('a', 'x')",
      "INSERT INTO memberships (person, club) VALUES ('a', 'y')",
    ],
    reads: ['SELECT person, club FROM memberships ORDER BY 1, 2'],
  },
  {
    name: 'a strict table',
    sql: `CREATE TABLE readings (id INTEGER PRIMARY KEY, at TEXT NOT NULL, value REAL, raw BLOB, CHECK (value > -273.15)) STRICT;
      CREATE VIEW warm AS SELECT id, value FROM readings WHERE value > 20;`,
    changes: [
      "INSERT INTO readings (at, value) VALUES ('now', 21.5)",
      "INSERT INTO readings (at, value) VALUES ('then', -300)",
      'INSERT INTO readings (value) VALUES (1)',
    ],
    reads: ['SELECT * FROM warm'],
    differs: { POSTGRESQL: ['types', 'nullable'], MYSQL: ['types', 'nullable'] },
  },
  {
    name: 'a table of anything',
    sql: `CREATE TABLE pairs (k TEXT PRIMARY KEY, v); INSERT INTO pairs VALUES ('a', 'x'), ('b', NULL);`,
    reads: ['SELECT k, v FROM pairs ORDER BY k'],
    differs: { POSTGRESQL: ['types', 'nullable'], MYSQL: ['types', 'nullable'] },
  },
  {
    name: 'a key that replaces rows',
    sql: 'CREATE TABLE pairs (k TEXT, v TEXT, UNIQUE (k) ON CONFLICT REPLACE);',
    refuses: ['POSTGRESQL', 'MYSQL'],
  },
  {
    name: 'foreign keys without columns',
    sql: `CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent ON DELETE SET NULL);`,
    changes: [
      'INSERT INTO parent (id) VALUES (4)',
      'INSERT INTO child (parent_id) VALUES (4)',
      'INSERT INTO child (parent_id) VALUES (5)',
      'DELETE FROM parent WHERE id = 4',
    ],
    reads: ['SELECT id, parent_id FROM child'],
    differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
  },
  {
    name: 'computed columns',
    sql: `CREATE TABLE boxes (id INTEGER PRIMARY KEY, w INTEGER NOT NULL, h INTEGER NOT NULL, area INTEGER AS (w * h), half INTEGER GENERATED ALWAYS AS (w / 2) STORED);`,
    changes: ['INSERT INTO boxes (id, w, h) VALUES (1, 5, 3)'],
    reads: ['SELECT id, area, half FROM boxes'],
    differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
  },
  {
    name: 'an index that may be there, and one that goes',
    sql: `CREATE TABLE IF NOT EXISTS tags (id INTEGER PRIMARY KEY, label VARCHAR(20));
      CREATE INDEX IF NOT EXISTS tags_label ON tags (label); DROP TABLE IF EXISTS absent;`,
    differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
  },
];
