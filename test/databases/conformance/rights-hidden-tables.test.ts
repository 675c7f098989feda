import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { principalOf, type Grant, type Principal } from '../../../src/auth/index.js';
import { refusal } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

const role = (name: string, grant: Omit<Grant, 'database'>): Principal =>
  principalOf(name, [{ name, admin: false, grants: [{ database: 'main', ...grant }] }]);

const TABLES = { tables: ['orders', 'customers'] };
const analyst = role('analyst', { access: 'READ_ONLY', schema: false, ...TABLES });
const clerk = role('clerk', { access: 'READ_WRITE', schema: false, ...TABLES });
const auditor = role('auditor', { access: 'READ_ONLY', schema: false, deny: ['tokens'] });
const builder = role('builder', { access: 'READ_WRITE', schema: true, tables: [...TABLES.tables, 'mine'] });

/** Reads of `tokens` in which another thing seems to be meant by the name. */
const NAMESAKES: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: ['WITH "TOKENS" AS (SELECT 1 AS secret) SELECT secret FROM tokens'],
  // MariaDB takes these for the common table, MySQL for the table
  MYSQL: [
    'WITH TOKENS AS (SELECT 1 AS secret) SELECT secret FROM tokens',
    'WITH RECURSIVE a AS (SELECT * FROM tokens), tokens AS (SELECT 1 AS secret) SELECT * FROM a',
  ],
  // the Kelvin sign is a k to those who fold all of Unicode
  SQLITE: ['WITH "to\u212Aens" AS (SELECT 1 AS secret) SELECT secret FROM tokens'],
};

/** What tells of `tokens` without a table’s name where tables stand. */
const SHADOWS: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    'SELECT o.peek FROM orders o',
    'SELECT (o).peek FROM orders o',
    'SELECT peeking FROM (SELECT o.peek AS peeking, 1 AS peek FROM orders o) x',
    'SELECT * FROM peeking',
    `SELECT * FROM json_to_record('{"a":{}}') AS x (a tokens)`,
    `SELECT * FROM json_to_record('{"a":"tokens"}') AS x (a regclass)`,
    `SELECT * FROM ROWS FROM (json_to_record('{"a":"tokens"}') AS (a regclass)) y`,
    "SELECT * FROM xmltable('/a' PASSING '<a>tokens</a>' COLUMNS b regclass PATH '.')",
    "SELECT xmlserialize(CONTENT '<a/>' AS tokens)",
    'SELECT NULL::tokens[]',
    "SELECT coalesce(pg_typeof(1), 'tokens')",
    "SELECT pg_typeof(1) UNION SELECT 'tokens'",
    "SELECT pg_sequence_last_value('tokens_id_seq')",
    "SELECT pg_input_is_valid('tokens', 'regclass')",
    "SELECT currtid2('tokens', '(0,1)')",
    'SELECT pg_lock_status()',
    'SELECT * FROM pg_prepared_xact()',
  ],
  MYSQL: [
    'SELECT * FROM peeking',
    ...['DESCRIBE tokens', 'DESC `tokens` secret', 'SHOW COLUMNS FROM tokens', 'SHOW INDEX FROM tokens'],
    'SHOW COLUMNS FROM orders WHERE Field IN (SELECT secret FROM tokens)',
    'SHOW COLUMNS FROM user FROM mysql',
    'DESCRIBE mysql.user',
    'SHOW CREATE TABLE orders',
    'SHOW TABLE STATUS',
  ],
  SQLITE: [
    ...['PRAGMA table_info(tokens)', 'PRAGMA main.table_xinfo("tokens")', 'PRAGMA index_list = tokens'],
    ...['PRAGMA foreign_key_list(orders)', 'PRAGMA table_list', "PRAGMA table_info('tokens')"],
  ],
};

/** What drivers and analysts ask for that tells of no table. */
const HONEST: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    'SHOW server_version',
    'SHOW transaction_isolation',
    'SELECT pg_is_in_recovery()',
    "SELECT to_tsvector('english', name) @@ plainto_tsquery('english', 'ada') FROM customers",
    'SELECT pg_size_pretty(sum(id)) FROM orders',
    `SELECT * FROM json_to_recordset('[{"a":1}]') AS x (a int, b text[], c numeric(10, 2), d timestamptz, e jsonb)`,
    'SELECT o.id, (o).customer, row_to_json(o), o FROM orders o',
  ],
  MYSQL: [
    'SELECT @@version_comment LIMIT 1',
    'SELECT @@session.auto_increment_increment, @@character_set_client, @@sql_mode, @@max_allowed_packet',
    'SHOW WARNINGS',
    'WITH Recent AS (SELECT * FROM orders) SELECT r.id FROM Recent r',
    ...['DESCRIBE orders', 'DESC `orders` id', "EXPLAIN orders 'c%'", 'SHOW COLUMNS FROM orders'],
    ...["SHOW FULL COLUMNS IN `orders` LIKE 'c%'", 'SHOW INDEX FROM orders', 'SHOW KEYS FROM customers'],
  ],
  SQLITE: ['WITH Recent AS (SELECT * FROM orders) SELECT id FROM recent'],
};

/** Changes that reach a table which is not granted, by what leads to it. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    'TRUNCATE customers CASCADE',
    'EXPLAIN ANALYZE DELETE FROM customers WHERE id = 7',
    'EXPLAIN (ANALYZE) INSERT INTO orders VALUES (99, 1)',
    'DROP TABLE customers CASCADE',
    'ALTER TABLE orders DROP COLUMN customer CASCADE',
    'ALTER INDEX tokens_pkey RENAME TO mine',
    'ALTER INDEX nowhere RENAME TO mine',
    'ALTER TABLE orders SET SCHEMA pg_catalog',
    'ALTER TABLE orders ADD COLUMN more tokens',
    'CREATE TABLE mine (id integer) INHERITS (tokens)',
    'CREATE TABLE mine PARTITION OF tokens DEFAULT',
    'CREATE TABLE mine (a tokens)',
  ],
  MYSQL: [
    'DELETE o FROM tokens O, orders o WHERE 0',
    'UPDATE orders o, tokens O SET O.id = 1 WHERE 0',
    'CREATE TABLE mine (id int) ENGINE = MERGE UNION = (tokens)',
    'ALTER TABLE orders UNION = (tokens)',
  ],
  SQLITE: ["CREATE VIRTUAL TABLE mine USING fts5 (secret, content = 'tokens')"],
};

onEveryEngine('what leads to a hidden table', (engine) => {
  let db: TestedDatabase;

  beforeAll(async () => {
    db = await engine.open();
    const { text } = engine.words.types;
    await db.execute(`CREATE TABLE customers (id integer PRIMARY KEY, name ${text})`);
    await db.execute('CREATE TABLE orders (id integer PRIMARY KEY, customer integer)');
    await db.execute(`CREATE TABLE tokens (id integer PRIMARY KEY, secret ${text})`);
    await db.execute('INSERT INTO orders VALUES (1, 7), (2, 7)');
    await db.execute("INSERT INTO customers VALUES (7, 'Ada')");
    await db.execute("INSERT INTO tokens VALUES (1, 'hush')");
    for (const sql of PEEKS[engine.dialect] ?? []) await db.execute(sql);
  });
  afterAll(() => db.close());

  const of = (list: Readonly<Record<string, readonly string[]>>): readonly string[] => list[engine.dialect] ?? [];

  if (of(SHADOWS).length > 0) {
    it.each(of(SHADOWS))('is not told by %s', async (sql) => {
      for (const principal of [analyst, clerk, auditor]) {
        await refusal(db.query(sql, undefined, { principal }), 'FORBIDDEN');
      }
    });
  }

  it.each(of(HONEST))('is not feared in %s', async (sql) => {
    await expect(db.query(sql, undefined, { principal: analyst })).resolves.toBeDefined();
  });

  it.each(of(NAMESAKES))('is never read by %s', async (sql) => {
    for (const principal of [analyst, clerk, auditor]) {
      const read = await db.rows(sql, undefined, { principal }).catch((error: unknown) => String(error));
      expect(JSON.stringify(read)).not.toContain('hush');
    }
    expect((await db.pipeline.inspect(asked(sql))).tablesRead).toContain('tokens');
  });

  const asked = (sql: string) => ({
    principal: analyst,
    sql,
    dialect: engine.dialect,
    signal: new AbortController().signal,
  });

  it.each(of(FURTHER))('is not reached by %s', async (sql) => {
    for (const principal of [clerk, builder]) await refusal(db.execute(sql, undefined, { principal }), 'FORBIDDEN');
  });

  it.each([
    'CREATE TABLE mine (id integer, FOREIGN KEY (id) REFERENCES tokens (id))',
    'ALTER TABLE orders ADD CONSTRAINT o FOREIGN KEY (customer) REFERENCES tokens (id)',
  ])('is asked for no value by %s', async (sql) => {
    const { code } = await refusal(db.execute(sql, undefined, { principal: builder }));
    expect(['FORBIDDEN', 'SQL_SYNTAX']).toContain(code);
  });

  describe('an error', () => {
    const keeper = role('keeper', { access: 'READ_WRITE', schema: false, tables: ['badges'] });
    const quoted = engine.dialect === 'MYSQL' ? '`pay-roll`' : '"pay-roll"';

    beforeAll(async () => {
      await db.execute(`CREATE TABLE ${quoted} (id integer PRIMARY KEY)`);
      await db.execute(
        `CREATE TABLE badges (id integer PRIMARY KEY, person integer, FOREIGN KEY (person) REFERENCES ${quoted} (id))`,
      );
    });

    it.each(['', ' -- pay-roll', " /* pay-roll, 'pay-roll' */"])('confirms no guess: %s', async (guess) => {
      const insert = `INSERT INTO badges (id, person) VALUES (1, 99)${guess}`;
      const error = await refusal(db.execute(insert, undefined, { principal: keeper }), 'CONSTRAINT_VIOLATION');
      expect(JSON.stringify([error.message, error.extensions()])).not.toMatch(/pay-roll/i);
    });
  });
});

/** Functions of the owner’s that read `tokens`, and a view that calls one. */
const PEEKS: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    "CREATE FUNCTION peek(orders) RETURNS text LANGUAGE sql STABLE AS 'SELECT max(secret) FROM tokens'",
    "CREATE FUNCTION peek() RETURNS text LANGUAGE sql STABLE AS 'SELECT max(secret) FROM tokens'",
    'CREATE VIEW peeking AS SELECT id, peek() AS peeked FROM orders',
    'CREATE TABLE badges_of (id integer PRIMARY KEY, person integer REFERENCES customers (id) ON DELETE CASCADE)',
  ],
  MYSQL: [
    'CREATE FUNCTION peek() RETURNS text READS SQL DATA RETURN (SELECT max(secret) FROM tokens)',
    'CREATE VIEW peeking AS SELECT id, peek() AS peeked FROM orders',
  ],
};
