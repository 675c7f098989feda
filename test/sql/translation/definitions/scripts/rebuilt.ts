import type { DialectName } from '../../../../../src/sql/index.js';
import type { Script } from './script.js';

const CHANGES = [
  "INSERT INTO customers (id, email, name, balance) VALUES (11, 'y@x.com', 'Yan', -5)",
  "INSERT INTO customers (id, email, name) VALUES (12, 'a@x.com', 'Dup')",
  "INSERT INTO customers (id, email) VALUES (13, 'n@x.com')",
  'INSERT INTO orders (id, customer_id, qty) VALUES (12, 99, 3)',
  'INSERT INTO orders (id, customer_id, qty) VALUES (13, 2, -3)',
  'INSERT INTO orders (id, customer_id) VALUES (14, 2)',
  'DELETE FROM customers WHERE id = 1',
];
const READS = [
  'SELECT * FROM customers ORDER BY id',
  'SELECT * FROM orders ORDER BY id',
  'SELECT * FROM busy ORDER BY id',
];

const tables = (key: string): string => `
  CREATE TABLE customers (id ${key}, email varchar(80) NOT NULL, name varchar(60) NOT NULL, status varchar(20) DEFAULT 'new',
    balance decimal(10,2) DEFAULT 0, CONSTRAINT customers_email_key UNIQUE (email), CONSTRAINT balance_ok CHECK (balance >= 0));
  CREATE TABLE orders (id integer NOT NULL PRIMARY KEY, customer_id integer NOT NULL, qty integer, code varchar(10),
    CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE);
  CREATE INDEX orders_code ON orders (code);
  CREATE VIEW busy AS SELECT id, qty FROM orders WHERE qty > 1;
  INSERT INTO customers (email, name, balance) VALUES ('a@x.com', 'Ada', 10.5), ('b@x.com', 'Bob', NULL);
  INSERT INTO orders VALUES (1, 1, 2, '12'), (2, 2, 1, NULL), (3, 2, 7, '5');`;

const DIFFERS: Script['differs'] = {
  POSTGRESQL: ['types', 'autoIncrement', 'nullable'],
  MYSQL: ['types', 'autoIncrement', 'nullable'],
  SQLITE: ['types', 'autoIncrement', 'nullable'],
};

const script = (name: string, key: string, sql: string, more: Partial<Script> = {}): Script => ({
  name,
  sql: tables(key) + sql,
  changes: CHANGES,
  reads: READS,
  differs: DIFFERS,
  ...more,
});

const ofPostgresql = (name: string, sql: string, more?: Partial<Script>): Script =>
  script(name, 'serial PRIMARY KEY', sql, more);
const ofMysql = (name: string, sql: string, more?: Partial<Script>): Script =>
  script(name, 'int NOT NULL AUTO_INCREMENT PRIMARY KEY', sql, more);

/** Changes for which SQLite makes a table anew, with all that hangs on it. */
export const rebuilt: readonly (readonly [from: DialectName, scripts: readonly Script[]])[] = [
  [
    'POSTGRESQL',
    [
      ofPostgresql(
        'a column of a table that others refer to',
        'ALTER TABLE customers ALTER COLUMN name DROP NOT NULL;',
      ),
      ofPostgresql(
        'several changes at once',
        `ALTER TABLE customers ALTER COLUMN status SET NOT NULL, ALTER COLUMN status SET DEFAULT 'old',
           ALTER COLUMN name TYPE text, ADD COLUMN made date DEFAULT '2024-02-29', DROP CONSTRAINT balance_ok;`,
      ),
      ofPostgresql(
        'copies by queries, and values that are computed',
        `CREATE TABLE empty_orders AS SELECT * FROM orders WITH NO DATA;
         CREATE TABLE per_customer (who, many) AS SELECT customer_id, count(*) FROM orders GROUP BY customer_id;
         CREATE TABLE prices (id integer PRIMARY KEY, total numeric(8,2), third numeric(8,2) GENERATED ALWAYS AS (total / 3) STORED,
           since timestamp DEFAULT '2024-01-01'); INSERT INTO prices (id, total) VALUES (1, 10);`,
        {
          reads: [
            'SELECT * FROM per_customer ORDER BY who',
            'SELECT count(*) FROM empty_orders',
            'SELECT id, total, third, since FROM prices',
          ],
        },
      ),
      ofPostgresql('values with their type', 'ALTER TABLE orders ALTER COLUMN code TYPE integer USING code::integer;'),
      ofPostgresql(
        'constraints that come and go',
        `ALTER TABLE orders DROP CONSTRAINT fk_customer;
         ALTER TABLE orders ADD CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
         ALTER TABLE orders ADD CONSTRAINT qty_is_some CHECK (qty > 0); ALTER TABLE customers DROP CONSTRAINT customers_email_key;`,
      ),
      ofPostgresql(
        'a table that goes with all that hangs on it',
        `CREATE VIEW busiest AS SELECT max(qty) AS most FROM busy; CREATE TABLE parts (id integer PRIMARY KEY, order_id integer REFERENCES orders (id));
         INSERT INTO parts VALUES (1, 3); DROP TABLE orders CASCADE; DROP TABLE IF EXISTS missing CASCADE;
         CREATE TABLE orders (id integer NOT NULL PRIMARY KEY, customer_id integer, qty integer); CREATE VIEW busy AS SELECT 1 AS id;
         INSERT INTO parts VALUES (2, 99);`,
        {
          reads: [...READS, 'SELECT id, order_id FROM parts ORDER BY id'],
          // the index of a foreign key stays where that goes
          differs: { ...DIFFERS, MYSQL: ['types', 'autoIncrement', 'nullable', 'indexes'] },
        },
      ),
      ofPostgresql(
        'tables that refer to each other, and go together',
        `DROP TABLE IF EXISTS customers, orders CASCADE; CREATE TABLE customers (id integer); CREATE TABLE orders (id integer);
         CREATE VIEW busy AS SELECT id FROM orders;`,
      ),
      ofPostgresql(
        'a table like another, with all that this one has',
        `CREATE UNIQUE INDEX customers_name ON customers (name); CREATE TABLE twin (LIKE customers INCLUDING ALL);
         INSERT INTO twin SELECT * FROM customers; INSERT INTO twin (id, email, name) VALUES (7, 'z@x.com', 'Zoe');`,
        {
          changes: [
            "INSERT INTO twin (id, email, name) VALUES (8, 'a@x.com', 'Dup')",
            "INSERT INTO twin (id, email, name) VALUES (8, 'd@x.com', 'Zoe')",
            "INSERT INTO twin (id, email, name, balance) VALUES (8, 'd@x.com', 'Neg', -1)",
          ],
          reads: [...READS, 'SELECT * FROM twin ORDER BY id'],
        },
      ),
      ofPostgresql(
        'a table with the columns of another alone',
        'CREATE TABLE bare (LIKE customers); CREATE TABLE usual (LIKE customers INCLUDING DEFAULTS INCLUDING CONSTRAINTS);',
        {
          changes: [
            "INSERT INTO bare (id, email, name, balance) VALUES (1, 'a@x.com', 'A', -1)",
            "INSERT INTO bare (id, email, name) VALUES (1, 'a@x.com', 'A')",
            "INSERT INTO bare (id, email) VALUES (1, 'a@x.com')",
            "INSERT INTO usual (id, email, name) VALUES (1, 'a@x.com', 'A')",
            "INSERT INTO usual (id, email, name) VALUES (1, 'a@x.com', 'A')",
            "INSERT INTO usual (id, email, name, balance) VALUES (2, 'a@x.com', 'A', -1)",
          ],
          reads: ['SELECT id, email, name, status FROM bare', 'SELECT * FROM usual'],
          refuses: ['MYSQL'],
        },
      ),
      ofPostgresql(
        'tables that are emptied with those that refer to them, and count anew',
        `TRUNCATE customers RESTART IDENTITY CASCADE; INSERT INTO customers (email, name) VALUES ('q@x.com', 'Q');
         INSERT INTO orders VALUES (1, 1, 2, 'z');`,
        { changes: [] },
      ),
      ofPostgresql(
        'foreign keys that are dropped by the names which PostgreSQL gives them',
        `CREATE TABLE visits (id serial PRIMARY KEY, customer_id integer REFERENCES customers (id), order_id integer, FOREIGN KEY (order_id) REFERENCES orders (id));
         ALTER TABLE visits DROP CONSTRAINT visits_customer_id_fkey, DROP CONSTRAINT visits_order_id_fkey;`,
        {
          changes: ['INSERT INTO visits (customer_id, order_id) VALUES (88, 99)'],
          differs: { ...DIFFERS, MYSQL: ['types', 'autoIncrement', 'nullable', 'indexes'] },
        },
      ),
      ofPostgresql(
        'unique keys that are dropped by the names which PostgreSQL gives them',
        `CREATE TABLE codes (id integer PRIMARY KEY, code varchar(10) UNIQUE, place varchar(10), n integer CONSTRAINT codes_n UNIQUE, UNIQUE (place, code));
         ALTER TABLE codes DROP CONSTRAINT codes_code_key; ALTER TABLE codes DROP CONSTRAINT codes_place_code_key; ALTER TABLE codes DROP CONSTRAINT codes_n;`,
        {
          changes: ["INSERT INTO codes VALUES (1, 'a', 'b', 1)", "INSERT INTO codes VALUES (2, 'a', 'b', 1)"],
          reads: ['SELECT * FROM codes'],
        },
      ),
      ofPostgresql('a column that goes where nothing hangs on it', 'ALTER TABLE orders DROP COLUMN code CASCADE;'),
      ofPostgresql(
        'constraints and indexes by other names',
        `ALTER TABLE customers RENAME CONSTRAINT customers_pkey TO customers_key;
         ALTER INDEX orders_code RENAME TO orders_by_code; ALTER TABLE orders DROP COLUMN code; CREATE INDEX orders_code ON orders (qty);
         ALTER INDEX orders_code RENAME TO orders_by_code;`,
      ),
      ofPostgresql(
        'constraints that are renamed, and dropped by their new names',
        `ALTER TABLE customers RENAME CONSTRAINT balance_ok TO balance_fine; ALTER TABLE customers DROP CONSTRAINT balance_fine;
         ALTER TABLE orders RENAME CONSTRAINT fk_customer TO fk_buyer; ALTER TABLE orders DROP CONSTRAINT fk_buyer;`,
        { refuses: ['MYSQL'] },
      ),
      ofPostgresql(
        'a table that refers to itself, and one that refers back',
        `ALTER TABLE customers ADD COLUMN friend integer REFERENCES customers (id) ON DELETE SET NULL;
         ALTER TABLE customers ADD COLUMN last_order integer;
         UPDATE customers SET friend = 1, last_order = 3 WHERE id = 2;
         ALTER TABLE customers ADD CONSTRAINT fk_last FOREIGN KEY (last_order) REFERENCES orders (id) ON DELETE SET NULL;
         ALTER TABLE customers ALTER COLUMN status SET DEFAULT 'later'; ALTER TABLE orders ALTER COLUMN qty SET DEFAULT 4;`,
      ),
      ofPostgresql(
        'columns with what SQLite adds none with',
        `ALTER TABLE orders ADD COLUMN double_qty integer GENERATED ALWAYS AS (qty * 2) STORED;
         ALTER TABLE orders ADD COLUMN place varchar(20) NOT NULL DEFAULT lower('HERE'); ALTER TABLE orders DROP COLUMN code;`,
      ),
    ],
  ],
  [
    'MYSQL',
    [
      ofMysql(
        'columns that are said again',
        `ALTER TABLE customers MODIFY name VARCHAR(200) NULL, CHANGE status state VARCHAR(30) NOT NULL DEFAULT 'odd';`,
      ),
      ofMysql(
        'columns in places of their own',
        'ALTER TABLE orders ADD COLUMN rank_no INT NOT NULL AFTER id, ADD COLUMN lead_in VARCHAR(5) FIRST;',
        { differs: { ...DIFFERS, POSTGRESQL: ['columns', 'types', 'nullable', 'autoIncrement'] }, reads: [] },
      ),
      ofMysql(
        'keys that come and go',
        `ALTER TABLE orders DROP FOREIGN KEY fk_customer, DROP INDEX fk_customer; ALTER TABLE customers DROP INDEX customers_email_key;
         ALTER TABLE customers DROP CONSTRAINT balance_ok; ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, customer_id);`,
      ),
      ofMysql(
        'a view with fewer columns, and others',
        `CREATE OR REPLACE VIEW busy AS SELECT id FROM orders WHERE qty > 1; CREATE OR REPLACE VIEW busy AS SELECT customer_id AS id, id AS own FROM orders;
         CREATE OR REPLACE VIEW busy (id, many) AS SELECT id, qty FROM orders; ALTER VIEW busy AS SELECT qty AS many, id FROM orders;`,
      ),
      ofMysql(
        'values that a column takes besides',
        `ALTER TABLE customers MODIFY status ENUM('new', 'old'); ALTER TABLE customers MODIFY status ENUM('new', 'old', 'odd') NOT NULL DEFAULT 'odd';
         DROP VIEW busy; ALTER TABLE orders MODIFY qty INT UNSIGNED; ALTER TABLE orders MODIFY qty BIGINT;
         CREATE VIEW busy AS SELECT id, qty FROM orders WHERE qty > 1;`,
      ),
      ofMysql(
        'an index of a table that is called otherwise',
        `RENAME TABLE orders TO sales; ALTER TABLE sales DROP INDEX orders_code; ALTER TABLE customers ADD INDEX by_name (name);
         RENAME TABLE customers TO clients; ALTER TABLE clients DROP INDEX by_name; DROP VIEW busy;`,
        { changes: [], reads: ['SELECT * FROM clients ORDER BY id'] },
      ),
      ofMysql(
        'a table like another',
        `CREATE TABLE twins LIKE orders; INSERT INTO twins SELECT * FROM orders; CREATE TABLE twin_customers LIKE customers;
         INSERT INTO twin_customers (email, name) VALUES ('a@x.com', 'A');`,
        {
          changes: [
            'INSERT INTO twins (id, customer_id) VALUES (1, 1)',
            'INSERT INTO twins (id, customer_id) VALUES (9, 99)',
            "INSERT INTO twin_customers (email, name) VALUES ('a@x.com', 'B')",
          ],
          reads: ['SELECT * FROM twins ORDER BY id', 'SELECT * FROM twin_customers'],
          // the others make no index for a foreign key, which is copied without it
          differs: {
            POSTGRESQL: ['types', 'autoIncrement', 'nullable', 'indexes'],
            SQLITE: ['types', 'autoIncrement', 'nullable', 'indexes'],
          },
        },
      ),
      ofMysql(
        'foreign keys that are dropped by the names which MySQL gives them, and tables that count anew',
        `CREATE TABLE visits (id INT AUTO_INCREMENT PRIMARY KEY, customer_id INT, FOREIGN KEY (customer_id) REFERENCES customers (id));
         INSERT INTO visits (customer_id) VALUES (1), (2); ALTER TABLE visits DROP FOREIGN KEY visits_ibfk_1; TRUNCATE TABLE visits;
         INSERT INTO visits (customer_id) VALUES (99);`,
        {
          changes: [],
          reads: ['SELECT id, customer_id FROM visits'],
          differs: {
            POSTGRESQL: ['types', 'autoIncrement', 'nullable', 'indexes'],
            SQLITE: ['types', 'autoIncrement', 'nullable', 'indexes'],
          },
        },
      ),
      ofMysql(
        'indexes by other names',
        `ALTER TABLE orders RENAME INDEX orders_code TO by_code, ADD INDEX by_qty (qty); ALTER TABLE orders RENAME KEY by_qty TO of_qty;
         ALTER TABLE orders DROP INDEX by_code; ALTER TABLE orders DROP INDEX of_qty;`,
      ),
      ofMysql(
        'options of a table alone',
        "ALTER TABLE orders ENGINE=InnoDB; ALTER TABLE orders COMMENT = 'What is sold';",
      ),
    ],
  ],
];
