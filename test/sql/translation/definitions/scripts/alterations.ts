import type { DialectName } from '../../../../../src/sql/index.js';
import type { Script } from './script.js';

/** Migrations that change tables, by the dialect that they are written for. */
export const alterations: readonly (readonly [from: DialectName, scripts: readonly Script[]])[] = [
  [
    'MYSQL',
    [
      {
        name: 'Laravel adds columns',
        sql: `create table users (id bigint unsigned not null auto_increment primary key, name varchar(50) not null);
          insert into users (name) values ('a'), ('b');
          alter table users add column age smallint unsigned null after name, add role varchar(10) not null default 'user' comment 'what one may';
          alter table users add index users_role_index(role);
          alter table users rename column age to years;`,
        changes: [
          'UPDATE users SET years = 70000 WHERE id = 1',
          "UPDATE users SET years = 7, role = 'admin' WHERE id = 2",
        ],
        reads: ['SELECT id, name, years, role FROM users ORDER BY id'],
        differs: { POSTGRESQL: ['columns', 'types', 'nullable'], SQLITE: ['columns', 'types', 'nullable'] },
      },
      {
        name: 'keys and checks that come and go',
        sql: `CREATE TABLE a (id INT NOT NULL, n INT, m INT);
          ALTER TABLE a ADD PRIMARY KEY (id), ADD UNIQUE KEY n_once (n), ADD CONSTRAINT positive CHECK (m > 0);
          CREATE TABLE b (id INT PRIMARY KEY, a_id INT);
          ALTER TABLE b ADD CONSTRAINT b_of_a FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE;
          ALTER TABLE a DROP INDEX n_once; ALTER TABLE a DROP CONSTRAINT positive;
          ALTER TABLE a ADD CONSTRAINT small CHECK (m < 100);`,
        changes: [
          'INSERT INTO a (id, n, m) VALUES (1, 1, -1)',
          'INSERT INTO a (id, n, m) VALUES (2, 1, 200)',
          'INSERT INTO a (id, n, m) VALUES (3, 1, 2)',
          'INSERT INTO b (id, a_id) VALUES (1, 1)',
          'INSERT INTO b (id, a_id) VALUES (2, 2)',
          'DELETE FROM a WHERE id = 1',
        ],
        reads: ['SELECT id, n, m FROM a ORDER BY id', 'SELECT id FROM b'],
        differs: { SQLITE: ['types'] },
      },
      {
        name: 'columns that are said again',
        sql: `CREATE TABLE a (id INT PRIMARY KEY, n INT NULL, s VARCHAR(5));
          INSERT INTO a VALUES (1, 5, '12');
          ALTER TABLE a MODIFY n BIGINT NOT NULL DEFAULT 3, CHANGE s label VARCHAR(20) NOT NULL;
          ALTER TABLE a ALTER COLUMN n SET DEFAULT 9;`,
        changes: [
          "INSERT INTO a (id, label) VALUES (2, 'a longer label')",
          'INSERT INTO a (id) VALUES (3)',
          "INSERT INTO a (id, n, label) VALUES (4, NULL, 'x')",
        ],
        reads: ['SELECT id, n, label FROM a ORDER BY id'],
        differs: { SQLITE: ['types'] },
      },
      {
        name: 'columns and tables that go by another name, or go',
        sql: `CREATE TABLE a (id INT PRIMARY KEY, n INT, gone INT);
          ALTER TABLE a DROP COLUMN gone, RENAME COLUMN n TO m; ALTER TABLE a RENAME TO c;`,
        changes: ['INSERT INTO c (id, m) VALUES (1, 2)'],
        reads: ['SELECT id, m FROM c'],
      },
    ],
  ],
  [
    'POSTGRESQL',
    [
      {
        name: 'a dump that says keys behind the tables',
        sql: `
          CREATE TABLE public.category (category_id integer NOT NULL, name character varying(25) NOT NULL, last_update timestamp without time zone DEFAULT now() NOT NULL);
          CREATE TABLE public.film_category (film_id smallint NOT NULL, category_id integer NOT NULL);
          ALTER TABLE ONLY public.category ADD CONSTRAINT category_pkey PRIMARY KEY (category_id);
          ALTER TABLE ONLY public.film_category ADD CONSTRAINT film_category_pkey PRIMARY KEY (film_id, category_id);
          CREATE INDEX idx_name ON public.category USING btree (name);
          ALTER TABLE ONLY public.film_category ADD CONSTRAINT film_category_category_id_fkey FOREIGN KEY (category_id) REFERENCES public.category(category_id) ON UPDATE CASCADE ON DELETE RESTRICT;`,
        changes: [
          "INSERT INTO category (category_id, name) VALUES (1, 'Action')",
          "INSERT INTO category (category_id, name) VALUES (1, 'Drama')",
          'INSERT INTO film_category VALUES (1, 1)',
          'INSERT INTO film_category VALUES (1, 2)',
          'DELETE FROM category',
        ],
        reads: ['SELECT category_id, name FROM category', 'SELECT film_id, category_id FROM film_category'],
        refuses: ['SQLITE'],
      },
      {
        name: 'Rails adds and removes columns',
        sql: `CREATE TABLE "users" ("id" bigserial primary key, "name" character varying(30));
          INSERT INTO users (name) VALUES ('a');
          ALTER TABLE "users" ADD "age" integer DEFAULT 18 NOT NULL; ALTER TABLE "users" ADD COLUMN IF NOT EXISTS active boolean DEFAULT true;
          ALTER TABLE "users" RENAME COLUMN "name" TO "login"; ALTER TABLE users DROP COLUMN IF EXISTS active;`,
        changes: ["INSERT INTO users (login, age) VALUES ('b', NULL)", "INSERT INTO users (login) VALUES ('c')"],
        reads: ['SELECT login, age FROM users ORDER BY login'],
        differs: { SQLITE: ['types'] },
      },
      {
        name: 'types, defaults and NULLs that change',
        sql: `CREATE TABLE t (id integer PRIMARY KEY, n integer, s varchar(5) NOT NULL);
          INSERT INTO t VALUES (1, 2, 'x');
          ALTER TABLE t ALTER COLUMN n TYPE bigint; ALTER TABLE t ALTER COLUMN n SET NOT NULL, ALTER COLUMN n SET DEFAULT 7;
          ALTER TABLE t ALTER COLUMN s DROP NOT NULL, ALTER COLUMN s TYPE varchar(40) USING s::varchar(40);`,
        changes: [
          "INSERT INTO t (id, s) VALUES (2, 'a longer text')",
          'INSERT INTO t (id, n) VALUES (3, NULL)',
          'INSERT INTO t (id) VALUES (4)',
        ],
        reads: ['SELECT id, n, s FROM t ORDER BY id'],
        differs: { SQLITE: ['types'] },
      },
      {
        name: 'values that change with their type',
        sql: 'CREATE TABLE t (id integer, n text); ALTER TABLE t ALTER COLUMN n TYPE integer USING length(n) + 1;',
        differs: { SQLITE: ['types'] },
      },
      {
        name: 'a primary key and a unique key that go',
        sql: `CREATE TABLE t (id integer PRIMARY KEY, n integer, CONSTRAINT t_n UNIQUE (n));
          ALTER TABLE t DROP CONSTRAINT t_pkey; ALTER TABLE t DROP CONSTRAINT IF EXISTS t_n;`,
        changes: ['INSERT INTO t VALUES (1, 1)', 'INSERT INTO t VALUES (1, 1)'],
        reads: ['SELECT id, n FROM t'],
        differs: { SQLITE: ['types'] },
      },
    ],
  ],
  [
    'SQLITE',
    [
      {
        name: 'columns that are added, renamed and dropped',
        sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER);
          INSERT INTO t (a, b) VALUES ('x', 1);
          ALTER TABLE t ADD COLUMN c REAL NOT NULL DEFAULT 1.5; ALTER TABLE t RENAME a TO label; ALTER TABLE t DROP COLUMN b;
          ALTER TABLE t RENAME TO u;`,
        changes: ["INSERT INTO u (label) VALUES ('y')"],
        reads: ['SELECT label, c FROM u ORDER BY label'],
        differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
      },
      {
        name: 'a table that is created anew',
        sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t (a) VALUES ('x');
          CREATE TABLE t_new (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT ''); INSERT INTO t_new (id, a) SELECT id, a FROM t;
          DROP TABLE t; ALTER TABLE t_new RENAME TO t;`,
        reads: ['SELECT id, a FROM t'],
        differs: { POSTGRESQL: ['types'], MYSQL: ['types'] },
      },
      {
        name: 'a view on a table that has another',
        sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, n INTEGER);
          CREATE VIEW v AS SELECT a, max(n) AS most FROM t GROUP BY a; DROP VIEW v;
          CREATE VIEW IF NOT EXISTS v AS SELECT id, n / 2 AS half FROM t; CREATE UNIQUE INDEX t_low ON t (lower(a)); DROP INDEX IF EXISTS t_low;`,
        // what computed the index stays there, out of sight
        differs: { POSTGRESQL: ['types'], MYSQL: ['columns', 'types', 'nullable', 'autoIncrement'] },
      },
    ],
  ],
];
