import type { Script } from './script.js';

/** Scripts of Laravel, Rails, Prisma, Flyway and mysqldump. */
export const mysqlScripts: readonly Script[] = [
  {
    name: 'columns computed from documents, and times that are put together',
    sql: `CREATE TABLE shifts (id INT PRIMARY KEY, began TIME, ended TIME, extra JSON,
        seats INT AS (JSON_EXTRACT(extra, '$.seats')) STORED);
      INSERT INTO shifts (id, began, ended, extra) VALUES (1, '08:00:00', '11:45:00', '{"seats": 3}'), (2, '09:00:00', NULL, NULL);
      UPDATE shifts SET ended = ADDTIME(began, '01:30:00') WHERE ended IS NULL;
      INSERT INTO shifts (id, began) SELECT 5, TIMEDIFF(ended, began) FROM shifts WHERE id = 1;
      UPDATE shifts SET id = JSON_EXTRACT(extra, '$.seats') WHERE id = 1;`,
    reads: ['SELECT id, began, ended, seats FROM shifts ORDER BY id'],
    differs: { POSTGRESQL: ['types'], SQLITE: ['types'] },
  },
  {
    name: 'a Laravel table of users',
    sql: `
      create table \`users\` (\`id\` bigint unsigned not null auto_increment primary key, \`name\` varchar(255) not null,
        \`email\` varchar(255) not null, \`email_verified_at\` timestamp null, \`is_admin\` tinyint(1) not null default '0',
        \`visits\` int unsigned not null default '0', \`created_at\` timestamp null, \`updated_at\` timestamp null)
        default character set utf8mb4 collate 'utf8mb4_unicode_ci';
      create table \`posts\` (\`id\` bigint unsigned not null auto_increment primary key, \`user_id\` bigint unsigned not null,
        \`title\` varchar(40) not null, \`body\` text null, \`status\` enum('draft', 'live') not null default 'draft',
        constraint \`posts_user_id_foreign\` foreign key (\`user_id\`) references \`users\` (\`id\`) on delete cascade,
        unique \`posts_title_unique\`(\`title\`), index \`posts_status_index\`(\`status\`));`,
    changes: [
      "INSERT INTO users (name, email) VALUES ('Ada', 'ada@example.com')",
      "INSERT INTO users (name, email, visits) VALUES ('Bob', 'bob@example.com', 7)",
      "INSERT INTO users (name, email, visits) VALUES ('Cy', 'cy@example.com', -1)",
      'INSERT INTO users (name) VALUES (NULL)',
      "INSERT INTO posts (user_id, title) VALUES (1, 'One')",
      "INSERT INTO posts (user_id, title) VALUES (1, 'One')",
      "INSERT INTO posts (user_id, title, status) VALUES (2, 'Two', 'live')",
      "INSERT INTO posts (user_id, title, status) VALUES (2, 'Three', 'gone')",
      "INSERT INTO posts (user_id, title) VALUES (99, 'Nobody')",
      "INSERT INTO posts (user_id, title) VALUES (2, 'A title that is longer than it may be here')",
      'DELETE FROM users WHERE id = 1',
    ],
    reads: [
      'SELECT name, email, is_admin, visits FROM users ORDER BY name',
      'SELECT user_id, title, status FROM posts',
    ],
    differs: { POSTGRESQL: ['types'], SQLITE: ['types'] },
  },
  {
    name: 'a dump of films',
    sql: `
      DROP TABLE IF EXISTS \`language\`;
      CREATE TABLE \`language\` (
        \`language_id\` tinyint unsigned NOT NULL AUTO_INCREMENT,
        \`name\` char(20) NOT NULL,
        \`last_update\` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
        PRIMARY KEY (\`language_id\`)
      ) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4;
      CREATE TABLE \`film\` (
        \`film_id\` smallint unsigned NOT NULL AUTO_INCREMENT,
        \`title\` varchar(128) NOT NULL,
        \`description\` text,
        \`release_year\` year DEFAULT NULL,
        \`language_id\` tinyint unsigned NOT NULL,
        \`rental_rate\` decimal(4,2) NOT NULL DEFAULT '4.99',
        \`length\` smallint unsigned DEFAULT NULL,
        \`rating\` enum('G','PG','R') DEFAULT 'G',
        \`special_features\` set('Trailers','Deleted Scenes') DEFAULT NULL,
        PRIMARY KEY (\`film_id\`),
        KEY \`idx_title\` (\`title\`),
        KEY \`idx_fk_language_id\` (\`language_id\`),
        CONSTRAINT \`fk_film_language\` FOREIGN KEY (\`language_id\`) REFERENCES \`language\` (\`language_id\`) ON DELETE RESTRICT ON UPDATE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what is rented';`,
    changes: [
      "INSERT INTO language (name) VALUES ('English')",
      "INSERT INTO film (title, language_id) VALUES ('Academy', 7)",
      "INSERT INTO film (title, language_id, rating, release_year, length) VALUES ('Ace', 7, 'PG', 2006, 48)",
      "INSERT INTO film (title, language_id, rating) VALUES ('Bad', 7, 'X')",
      "INSERT INTO film (title, language_id, length) VALUES ('Long', 7, 70000)",
      "INSERT INTO film (title, language_id, release_year) VALUES ('Old', 7, 1066)",
      'DELETE FROM language WHERE language_id = 7',
      'UPDATE language SET language_id = 9 WHERE language_id = 7',
    ],
    reads: [
      'SELECT language_id, name FROM language',
      'SELECT film_id, title, language_id, rental_rate, rating, release_year, length FROM film ORDER BY film_id',
    ],
    differs: { POSTGRESQL: ['types'], SQLITE: ['types'] },
  },
  {
    name: 'a Prisma schema',
    sql: `
      -- CreateTable
      CREATE TABLE \`User\` (
          \`id\` INTEGER NOT NULL AUTO_INCREMENT,
          \`email\` VARCHAR(191) NOT NULL,
          \`createdAt\` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
          \`active\` BOOLEAN NOT NULL DEFAULT true,
          UNIQUE INDEX \`User_email_key\`(\`email\`),
          PRIMARY KEY (\`id\`)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
      CREATE INDEX \`User_createdAt_idx\` ON \`User\`(\`createdAt\`);`,
  },
  {
    name: 'orders with generated columns, checks and composite keys',
    sql: `
      CREATE TABLE orders (
        order_no INT NOT NULL, line_no SMALLINT NOT NULL, quantity INT NOT NULL CHECK (quantity > 0),
        price DECIMAL(10,2) NOT NULL, amount DECIMAL(12,2) GENERATED ALWAYS AS (quantity * price) STORED,
        note VARCHAR(20) NULL DEFAULT 'none' COMMENT 'free text', PRIMARY KEY (order_no, line_no),
        CONSTRAINT cheap CHECK (price < 1000 OR quantity = 1), UNIQUE KEY by_note (note, line_no), KEY (price));
      CREATE TABLE deliveries (
        id INT AUTO_INCREMENT, order_no INT, line_no SMALLINT, at DATETIME NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY (order_no, line_no) REFERENCES orders (order_no, line_no) ON DELETE SET NULL ON UPDATE CASCADE);`,
    changes: [
      'INSERT INTO orders (order_no, line_no, quantity, price) VALUES (1, 1, 3, 2.5)',
      'INSERT INTO orders (order_no, line_no, quantity, price) VALUES (1, 1, 3, 2.5)',
      'INSERT INTO orders (order_no, line_no, quantity, price) VALUES (1, 2, 0, 2.5)',
      'INSERT INTO orders (order_no, line_no, quantity, price) VALUES (1, 2, 2, 2500)',
      'INSERT INTO orders (order_no, line_no, quantity, price) VALUES (2, 1, 1, 2500)',
      "INSERT INTO orders (order_no, line_no, quantity, price, note) VALUES (2, 2, 1, 1, 'x')",
      "INSERT INTO deliveries (order_no, line_no, at) VALUES (1, 1, '2024-01-02 03:04:05')",
      "INSERT INTO deliveries (order_no, line_no, at) VALUES (1, 9, '2024-01-02 03:04:05')",
      'DELETE FROM orders WHERE order_no = 1',
    ],
    reads: [
      'SELECT order_no, line_no, amount, note FROM orders ORDER BY 1, 2',
      'SELECT id, order_no, at FROM deliveries',
    ],
  },
  {
    name: 'moments that are touched',
    sql: `CREATE TABLE notes (id INT PRIMARY KEY AUTO_INCREMENT, body VARCHAR(50),
      touched DATETIME NOT NULL DEFAULT '2000-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP);`,
    changes: [
      "INSERT INTO notes (body) VALUES ('a')",
      "INSERT INTO notes (body) VALUES ('b')",
      "UPDATE notes SET body = 'c' WHERE id = 1",
      "UPDATE notes SET body = 'b' WHERE id = 2",
    ],
    reads: ["SELECT id, body, CASE WHEN touched > '2020-01-01' THEN 1 ELSE 0 END FROM notes ORDER BY id"],
  },
  {
    name: 'moments that are touched beside what is computed',
    sql: `CREATE TABLE prices (id INT PRIMARY KEY, price DECIMAL(10, 2), doubled DECIMAL(12, 2) AS (price * 2) STORED,
      touched DATETIME NOT NULL DEFAULT '2000-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP);`,
    changes: [
      'INSERT INTO prices (id, price) VALUES (1, 1.5)',
      'INSERT INTO prices (id, price) VALUES (2, 2)',
      'UPDATE prices SET price = 3 WHERE id = 1',
      'UPDATE prices SET price = 2 WHERE id = 2',
    ],
    reads: ["SELECT id, price, doubled, CASE WHEN touched > '2020-01-01' THEN 1 ELSE 0 END FROM prices ORDER BY id"],
  },
  {
    name: 'a view and a copy',
    sql: `CREATE TABLE sales (id INT PRIMARY KEY, region VARCHAR(10), amount INT);
      INSERT INTO sales VALUES (1, 'n', 5), (2, 's', 7), (3, 'n', 9);
      CREATE OR REPLACE VIEW totals AS SELECT region, SUM(amount) AS total, COUNT(*) FROM sales GROUP BY region;
      CREATE TABLE big AS SELECT id, amount FROM sales WHERE amount > 6;
      RENAME TABLE big TO large;`,
    reads: ['SELECT * FROM totals ORDER BY region', 'SELECT * FROM large ORDER BY id'],
    differs: { POSTGRESQL: ['types', 'nullable'], SQLITE: ['types', 'nullable'] },
  },
  {
    name: 'indexes that are created and dropped',
    sql: `CREATE TABLE tags (id INT NOT NULL, label VARCHAR(30) NOT NULL, weight INT, INDEX w (weight));
      CREATE UNIQUE INDEX label ON tags (label); CREATE INDEX both_of ON tags (label, weight DESC); DROP INDEX w ON tags;`,
    changes: ["INSERT INTO tags (id, label) VALUES (1, 'a')", "INSERT INTO tags (id, label) VALUES (2, 'a')"],
    reads: ['SELECT id FROM tags'],
  },
  {
    name: 'a table that a migration drops',
    sql: `CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (id INT PRIMARY KEY); CREATE VIEW v AS SELECT id FROM a;
      DROP VIEW IF EXISTS v; DROP TABLE IF EXISTS a, b;`,
  },
  {
    name: 'a place on a map',
    sql: 'CREATE TABLE spots (id INT, at POINT);',
    changes: ['INSERT INTO spots (id) VALUES (1)'],
    reads: ['SELECT id, at FROM spots'],
    differs: { POSTGRESQL: ['types'], SQLITE: ['types'] },
  },
  {
    name: 'a key over the start of a text',
    sql: `CREATE TABLE t (id INT, body VARCHAR(200), UNIQUE KEY (body(3)));
      CREATE UNIQUE INDEX both_parts ON t (id, body(1))`,
    changes: [
      "INSERT INTO t VALUES (1, 'abcd')",
      "INSERT INTO t VALUES (2, 'abce')",
      "INSERT INTO t VALUES (3, 'xyz')",
      "INSERT INTO t VALUES (3, 'xx')",
      'INSERT INTO t VALUES (4, NULL), (5, NULL)',
    ],
    reads: ['SELECT id, body FROM t ORDER BY id'],
    differs: { POSTGRESQL: ['indexes'], SQLITE: ['indexes'] },
  },
  {
    name: 'a counter beside another key',
    sql: 'CREATE TABLE t (a INT NOT NULL, b INT AUTO_INCREMENT, PRIMARY KEY (a), KEY (b));',
    changes: ['INSERT INTO t (a) VALUES (5)', 'INSERT INTO t (a, b) VALUES (1, 2)'],
    reads: ['SELECT a, b FROM t ORDER BY a'],
    // a trigger counts there, behind a row without a number
    differs: { POSTGRESQL: ['indexes'], SQLITE: ['indexes', 'autoIncrement', 'nullable'] },
  },
  {
    name: 'texts, bytes and documents',
    sql: `CREATE TABLE bag (id INT PRIMARY KEY, t TINYTEXT, m MEDIUMTEXT, l LONGTEXT, b BLOB, v VARBINARY(4), f FLOAT,
      d DOUBLE NOT NULL DEFAULT 0.5, j JSON, n TINYINT NOT NULL DEFAULT -3, big BIGINT DEFAULT 9007199254740993, day DATE, hour TIME);`,
    changes: [
      `INSERT INTO bag (id, t, l, f, j, day, hour) VALUES (1, 'x', 'y', 1.5, '{"a": [1, 2]}', '2024-02-29', '10:11:12')`,
      `INSERT INTO bag (id, j) VALUES (2, '{"a": ')`,
      'INSERT INTO bag (id) VALUES (3)',
    ],
    reads: ['SELECT id, t, l, f, d, n, big, day, hour FROM bag ORDER BY id'],
    differs: { POSTGRESQL: ['types'], SQLITE: ['types'] },
  },
];
