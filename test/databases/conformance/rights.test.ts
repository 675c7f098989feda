import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { principalOf, type Grant, type Principal } from '../../../src/auth/index.js';
import { refusal } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

const role = (name: string, ...grants: Omit<Grant, 'database'>[]): Principal =>
  principalOf(name, [{ name, admin: false, grants: grants.map((grant) => ({ database: 'main', ...grant })) }]);

const READ = { access: 'READ_ONLY', schema: false } as const;
const WRITE = { access: 'READ_WRITE', schema: false } as const;
const TABLES = { tables: ['orders', 'customers'] };

const analyst = role('analyst', { ...READ, ...TABLES });
const clerk = role('clerk', { ...WRITE, ...TABLES });
const auditor = role('auditor', { ...READ, deny: ['payroll'] });
const reader = role('reader', READ);
const writer = role('writer', WRITE);
const migrator = role('migrator', { access: 'READ_WRITE', schema: true });

/** What tells of the table that is not granted, whichever way it is reached. */
const WAYS_IN = [
  'SELECT * FROM payroll',
  'SELECT salary FROM payroll WHERE id = 1',
  'SELECT (SELECT max(salary) FROM payroll) AS most FROM orders',
  'SELECT o.id FROM orders o JOIN payroll p ON p.id = o.id',
  'SELECT o.id FROM orders o LEFT JOIN payroll p ON p.id = o.id',
  'SELECT id FROM orders, payroll',
  'SELECT id FROM orders WHERE id IN (SELECT id FROM payroll)',
  'SELECT id FROM orders WHERE EXISTS (SELECT 1 FROM payroll WHERE salary > 1000)',
  'SELECT id FROM orders ORDER BY (SELECT max(salary) FROM payroll)',
  'SELECT id FROM orders GROUP BY id HAVING count(*) > (SELECT count(*) FROM payroll)',
  'SELECT id FROM orders UNION ALL SELECT salary FROM payroll',
  'SELECT id FROM orders EXCEPT SELECT id FROM payroll',
  'WITH p AS (SELECT * FROM payroll) SELECT * FROM p',
  'WITH orders AS (SELECT * FROM payroll) SELECT * FROM orders',
  'WITH a AS (SELECT 1 AS x), b AS (SELECT salary FROM payroll) SELECT * FROM a, b',
  'WITH RECURSIVE r (n) AS (SELECT salary FROM payroll UNION ALL SELECT n + 1 FROM r WHERE n < 0) SELECT * FROM r',
  'SELECT * FROM (SELECT * FROM (SELECT salary FROM payroll) a) b',
  'SELECT CASE WHEN (SELECT count(*) FROM payroll) > 0 THEN 1 ELSE 0 END AS there',
  'SELECT * FROM salaries',
  'SELECT * FROM deep_salaries',
  'SELECT id FROM orders WHERE id IN (SELECT id FROM salaries)',
  'EXPLAIN SELECT * FROM payroll',
  'SELECT * FROM nowhere',
  'SELECT count(*) FROM "payroll"',
  'SELECT p.* FROM payroll AS p',
  'VALUES ((SELECT salary FROM payroll))',
];

/** Ways that one engine has alone. */
const OWN_WAYS_IN: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    'TABLE payroll',
    'SELECT * FROM public.payroll',
    'SELECT * FROM ONLY payroll',
    "SELECT * FROM query_to_xml('SELECT * FROM payroll', true, true, '')",
    "SELECT table_to_xml('payroll', true, true, '')",
    "SELECT database_to_xml(true, true, '')",
    "SELECT * FROM ts_stat('SELECT to_tsvector(name) FROM payroll')",
    'SELECT (NULL::payroll).*',
    "SELECT 'payroll'::regclass",
    "SELECT to_regclass('payroll')",
    "SELECT pg_relation_size('payroll')",
    "SELECT pg_total_relation_size('payroll')",
    "SELECT has_table_privilege('payroll', 'SELECT')",
    "SELECT col_description('payroll'::regclass, 1)",
    'SELECT * FROM pg_class',
    'SELECT relname FROM pg_catalog.pg_class',
    'SELECT * FROM pg_stats',
    'SELECT * FROM pg_stat_user_tables',
    'SELECT * FROM pg_stat_activity',
    'SELECT * FROM pg_authid',
    'SELECT * FROM information_schema.tables',
    'SELECT * FROM information_schema.columns',
    "SELECT current_setting('data_directory')",
    'SELECT o.*, x.* FROM orders o, LATERAL (SELECT salary FROM payroll) x',
    'SELECT ARRAY(SELECT salary FROM payroll)',
    'SELECT json_agg(p) FROM payroll p',
    'SELECT row_to_json(payroll) FROM payroll',
    'SELECT reveal()',
    'SELECT * FROM reveal_rows()',
    "SELECT currval('payroll_id_seq')",
    'SHOW data_directory',
    'SELECT U&"\\0070ayroll".salary FROM U&"\\0070ayroll"',
    'EXPLAIN (VERBOSE, FORMAT JSON) SELECT * FROM payroll',
    'EXPLAIN ANALYZE SELECT * FROM payroll',
  ],
  MYSQL: [
    'TABLE payroll',
    'SELECT * FROM `payroll`',
    'SELECT * FROM information_schema.tables',
    'SELECT * FROM information_schema.COLUMNS',
    'SELECT * FROM mysql.user',
    'SELECT * FROM performance_schema.threads',
    'SHOW TABLES',
    'SHOW CREATE TABLE payroll',
    'SHOW COLUMNS FROM payroll',
    'SHOW TABLE STATUS',
    'SHOW PROCESSLIST',
    'SHOW VARIABLES',
    'DESCRIBE payroll',
    'DESC payroll',
    'SELECT @@datadir',
    "SELECT LOAD_FILE('/etc/passwd')",
    'SELECT id FROM orders /*!99999 , payroll */',
    'SELECT /*! salary FROM payroll -- */ id FROM orders',
    'SELECT reveal()',
    'ANALYZE SELECT * FROM payroll',
    'EXPLAIN FORMAT=JSON SELECT * FROM payroll',
  ],
  SQLITE: [
    'SELECT * FROM main.payroll',
    'SELECT * FROM [payroll]',
    'SELECT * FROM `payroll`',
    'SELECT * FROM sqlite_master',
    'SELECT sql FROM sqlite_schema',
    'SELECT sql FROM main.sqlite_master',
    "SELECT * FROM pragma_table_info('payroll')",
    'SELECT * FROM pragma_table_list',
    'PRAGMA table_info(payroll)',
    'PRAGMA table_list',
    'SELECT * FROM dbstat',
    "SELECT * FROM 'payroll'",
    "SELECT load_extension('x')",
    'SELECT id FROM orders WHERE id IN payroll',
    'EXPLAIN QUERY PLAN SELECT * FROM payroll',
  ],
};

/** Ways to change what is not granted, or anything at all. */
const WRITES = [
  'INSERT INTO payroll (id, salary) VALUES (9, 9)',
  'UPDATE payroll SET salary = 0',
  'DELETE FROM payroll',
  'INSERT INTO orders (id, customer) SELECT id, salary FROM payroll',
  'UPDATE orders SET customer = (SELECT max(salary) FROM payroll)',
  'DELETE FROM orders WHERE id IN (SELECT id FROM payroll)',
  'DROP TABLE orders',
  'DROP TABLE payroll',
  'CREATE TABLE mine (id integer)',
  'CREATE TABLE mine AS SELECT * FROM payroll',
  'CREATE VIEW mine AS SELECT * FROM payroll',
  'ALTER TABLE orders ADD COLUMN more integer',
  'CREATE INDEX mine ON orders (customer)',
];

onEveryEngine('what a principal may do', (engine) => {
  let db: TestedDatabase;

  beforeAll(async () => {
    db = await engine.open();
    await db.execute(`CREATE TABLE customers (id integer PRIMARY KEY, name ${engine.words.types.text})`);
    await db.execute('CREATE TABLE orders (id integer PRIMARY KEY, customer integer)');
    await db.execute('CREATE TABLE payroll (id integer PRIMARY KEY, salary integer)');
    await db.execute('INSERT INTO orders VALUES (1, 7), (2, 7)');
    await db.execute("INSERT INTO customers VALUES (7, 'Ada')");
    await db.execute('INSERT INTO payroll VALUES (1, 4242)');
    await db.execute('CREATE VIEW salaries AS SELECT id, salary FROM payroll');
    await db.execute('CREATE VIEW deep_salaries AS SELECT * FROM salaries');
    await db.execute('CREATE VIEW recent_orders AS SELECT id FROM orders');
    for (const text of ROUTINES[engine.dialect] ?? []) await db.execute(text);
  });
  afterAll(() => db.close());

  const spell = (sql: string): string => (engine.dialect === 'MYSQL' ? sql.replaceAll('"', '`') : sql);
  const own = OWN_WAYS_IN[engine.dialect] ?? [];

  describe('limited to tables', () => {
    it.each([
      'SELECT * FROM orders',
      'SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer',
      'WITH mine AS (SELECT * FROM orders) SELECT count(*) FROM mine',
      'WITH payroll AS (SELECT id FROM orders) SELECT * FROM payroll',
      'SELECT * FROM recent_orders',
      "SELECT upper(name), coalesce(name, '') FROM customers WHERE name LIKE 'A%'",
      'SELECT count(*) OVER () AS n, row_number() OVER (ORDER BY id) AS r FROM orders',
      'SELECT 1 + 1 AS two',
      'SELECT current_timestamp AS now',
      'EXPLAIN SELECT * FROM orders',
    ])('reads: %s', async (sql) => {
      await expect(db.query(sql, undefined, { principal: analyst })).resolves.toBeDefined();
    });

    it.each([...WAYS_IN, ...own])('is kept from: %s', async (sql) => {
      for (const principal of [analyst, clerk, auditor]) {
        const asked = db.query(spell(sql), undefined, { principal });
        const { message } = await refusal(asked);
        expect(message).not.toMatch(/4242|salary integer/);
        await refusal(db.execute(spell(sql), undefined, { principal }));
      }
    });

    it.each([...WAYS_IN, ...own])('tells nothing more of: %s', async (sql) => {
      const asked = { sql: spell(sql), database: 'main', signal: new AbortController().signal };
      const told = await refusal(db.pipeline.inspect({ ...asked, principal: analyst }));
      expect(['FORBIDDEN', 'SQL_SYNTAX']).toContain(told.code);
    });

    it('says the same of a table that is there and of one that is not', async () => {
      const there = await refusal(db.query('SELECT * FROM payroll', undefined, { principal: analyst }), 'FORBIDDEN');
      const not = await refusal(db.query('SELECT * FROM nowhere', undefined, { principal: analyst }), 'FORBIDDEN');
      expect(there.message.replace('payroll', 'nowhere')).toBe(not.message);
      expect(there.details.hint).toBe(not.details.hint);
    });

    it('is asked the same of what is translated', async () => {
      const others = (['POSTGRESQL', 'MYSQL', 'SQLITE'] as const).filter((name) => name !== engine.dialect);
      for (const dialect of others) {
        await refusal(db.query('SELECT salary FROM payroll', undefined, { principal: analyst, dialect }), 'FORBIDDEN');
        await expect(
          db.query('SELECT id FROM orders', undefined, { principal: analyst, dialect }),
        ).resolves.toBeDefined();
      }
    });

    it.each(WRITES)('writes nowhere else: %s', async (sql) => {
      for (const principal of [analyst, clerk, auditor]) {
        await refusal(db.execute(sql, undefined, { principal }), 'FORBIDDEN');
        const transaction = db.transaction([{ sql }], { principal });
        await refusal(transaction, 'FORBIDDEN');
      }
      expect(await db.value('SELECT max(salary) FROM payroll')).toBe(4242);
    });

    it('writes what is granted', async () => {
      await db.execute('INSERT INTO orders (id, customer) VALUES (50, 7)', undefined, { principal: clerk });
      await db.execute('UPDATE orders SET customer = 8 WHERE id = 50', undefined, { principal: clerk });
      await db.execute('DELETE FROM orders WHERE id = 50', undefined, { principal: clerk });
      await refusal(
        db.execute('INSERT INTO orders (id, customer) VALUES (51, 7)', undefined, { principal: analyst }),
        'FORBIDDEN',
      );
    });

    it('streams nothing else', async () => {
      await refusal(db.batches('SELECT * FROM payroll', undefined, { principal: analyst }), 'FORBIDDEN');
      expect(await db.batches('SELECT * FROM orders', undefined, { principal: analyst })).not.toHaveLength(0);
    });

    it('hears no other table’s name in an error', async () => {
      await db.execute(
        `CREATE TABLE badges (id integer PRIMARY KEY, person integer, CONSTRAINT badges_payroll_fk FOREIGN KEY (person) REFERENCES payroll (id))`,
      );
      const holder = role('holder', { ...WRITE, tables: ['badges'] });
      const insert = db.execute('INSERT INTO badges (id, person) VALUES (1, 99)', undefined, { principal: holder });
      const error = await refusal(insert, 'CONSTRAINT_VIOLATION');
      expect(JSON.stringify([error.message, error.extensions()])).not.toContain('payroll');
      await db.execute('DROP TABLE badges');
    });
  });

  describe('reading all tables', () => {
    it('reads them, and changes nothing', async () => {
      expect(await db.value('SELECT salary FROM payroll', undefined, { principal: reader })).toBe(4242);
      for (const sql of WRITES) await refusal(db.execute(sql, undefined, { principal: reader }), 'FORBIDDEN');
    });

    it('begins no transaction that writes', async () => {
      await refusal(db.transaction([{ sql: 'SELECT 1' }], { principal: reader }), 'FORBIDDEN');
      const { committed } = await db.transaction([{ sql: 'SELECT 1' }], { principal: reader, readOnly: true });
      expect(committed).toBe(true);
    });
  });

  describe('writing all tables', () => {
    it('changes rows and no definitions', async () => {
      await db.execute('INSERT INTO orders (id, customer) VALUES (60, 7)', undefined, { principal: writer });
      await db.execute('DELETE FROM orders WHERE id = 60', undefined, { principal: writer });
      for (const sql of WRITES.slice(6)) await refusal(db.execute(sql, undefined, { principal: writer }), 'FORBIDDEN');
    });

    it('changes definitions with `schema`', async () => {
      await db.execute('CREATE TABLE mine (id integer)', undefined, { principal: migrator });
      await db.execute('ALTER TABLE mine ADD COLUMN more integer', undefined, { principal: migrator });
      await db.execute('DROP TABLE mine', undefined, { principal: migrator });
    });

    it.each(BEYOND[engine.dialect] ?? [])('reaches for nothing beyond: %s', async (sql) => {
      for (const principal of [analyst, reader, writer, migrator]) {
        await refusal(db.execute(sql, undefined, { principal }), 'FORBIDDEN');
      }
    });
  });

  it('sees a database without a grant as one that is not there', async () => {
    const stranger = principalOf('stranger', []);
    const asked = db.query('SELECT 1', undefined, { principal: stranger });
    const error = await refusal(asked, 'DATABASE_NOT_FOUND');
    expect(error.details.hint).not.toContain('main');
  });
});

/** Functions that the database’s owner made; what they read no statement tells. */
const ROUTINES: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    "CREATE FUNCTION reveal() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT max(salary)::bigint FROM payroll'",
    "CREATE FUNCTION reveal_rows() RETURNS SETOF payroll LANGUAGE sql STABLE AS 'SELECT * FROM payroll'",
  ],
  MYSQL: ['CREATE FUNCTION reveal() RETURNS int READS SQL DATA RETURN (SELECT max(salary) FROM payroll)'],
};

/** Statements that reach files, sessions, rights or other servers: administrators' alone. */
const BEYOND: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_catalog.pg_read_file('/etc/passwd')",
    'SELECT "pg_read_file"(\'/etc/passwd\')',
    "SELECT pg_read_binary_file('/etc/passwd')",
    "SELECT * FROM pg_ls_dir('/')",
    "SELECT pg_stat_file('/etc/passwd')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_export(1, '/tmp/x')",
    'SELECT pg_terminate_backend(1)',
    'SELECT pg_cancel_backend(1)',
    'SELECT pg_reload_conf()',
    "SELECT dblink('dbname=postgres', 'SELECT 1')",
    "SELECT public.dblink_exec('dbname=postgres', 'SELECT 1')",
    "SELECT query_to_xml('SELECT 1', true, true, '')",
    "SELECT set_config('role', 'postgres', false)",
    "COPY orders TO PROGRAM 'cat'",
    "COPY orders FROM '/etc/passwd'",
    'COPY (SELECT 1) TO STDOUT',
    'SET ROLE postgres',
    'RESET ROLE',
    'SET SESSION AUTHORIZATION postgres',
    'SET LOCAL ROLE postgres',
    'SET "role" TO postgres',
    "SET session_replication_role = 'replica'",
    'SET default_transaction_read_only = off',
    "DO $$ BEGIN PERFORM pg_read_file('/etc/passwd'); END $$",
    "PREPARE p AS SELECT pg_read_file('/etc/passwd')",
    'EXECUTE p',
    'CREATE EXTENSION dblink',
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    'CREATE ROLE somebody SUPERUSER',
    'ALTER ROLE CURRENT_USER SUPERUSER',
    'GRANT ALL ON orders TO PUBLIC',
    'REVOKE ALL ON orders FROM PUBLIC',
    'ALTER SYSTEM SET work_mem = 1',
    'CREATE DATABASE other',
    'DROP DATABASE other',
    "CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'x')",
    "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p",
    "LOAD 'auto_explain'",
    'CHECKPOINT',
    'SELECT * FROM pg_authid',
    'SELECT rolpassword FROM pg_catalog.pg_authid',
    'SELECT * FROM pg_shadow',
    'SELECT * FROM pg_stat_activity',
    'SELECT * FROM pg_user_mappings',
    'SECURITY LABEL ON TABLE orders IS NULL',
    'ALTER FUNCTION reveal() SECURITY DEFINER',
    'DROP OWNED BY CURRENT_USER',
    'GRANTT ALL',
  ],
  MYSQL: [
    "SELECT LOAD_FILE('/etc/passwd')",
    "SELECT load_file (concat('/etc/', 'passwd'))",
    "SELECT 'x' INTO OUTFILE '/tmp/dragoman-x'",
    "SELECT 'x' INTO DUMPFILE '/tmp/dragoman-x'",
    "LOAD DATA INFILE '/etc/passwd' INTO TABLE orders",
    "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE orders",
    'KILL 1',
    'KILL QUERY 1',
    'SET GLOBAL max_connections = 1',
    'SET @@global.max_connections = 1',
    "SET PASSWORD = 'x'",
    'SET ROLE ALL',
    'SET sql_log_bin = 0',
    'SET PERSIST max_connections = 1',
    "CREATE USER somebody IDENTIFIED BY 'x'",
    'DROP USER somebody',
    "ALTER USER somebody IDENTIFIED BY 'x'",
    'GRANT ALL ON *.* TO somebody',
    'REVOKE ALL ON *.* FROM somebody',
    "PREPARE s FROM 'DROP TABLE orders'",
    'EXECUTE s',
    "EXECUTE IMMEDIATE 'DROP TABLE orders'",
    'CREATE PROCEDURE p() SELECT 1',
    'CREATE FUNCTION f() RETURNS int RETURN 1',
    "CREATE FUNCTION sys_exec RETURNS integer SONAME 'udf.so'",
    'CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO DELETE FROM orders',
    'CREATE DEFINER = root TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET NEW.id = 1',
    'CREATE DATABASE other',
    'DROP DATABASE other',
    'SHUTDOWN',
    'FLUSH PRIVILEGES',
    'RESET MASTER',
    "INSTALL SONAME 'x'",
    "INSTALL PLUGIN x SONAME 'x'",
    "CHANGE MASTER TO MASTER_HOST = 'x'",
    'HANDLER orders OPEN',
    "DO load_file('/etc/passwd')",
    'SHOW PROCESSLIST',
    'SHOW FULL PROCESSLIST',
    'SHOW GRANTS FOR root',
    'SHOW BINARY LOGS',
    'SHOW ENGINE INNODB STATUS',
    'SELECT * FROM mysql.user',
    'SELECT authentication_string FROM `mysql`.`user`',
    'SELECT * FROM information_schema.processlist',
    'SELECT * FROM performance_schema.events_statements_history',
    'SELECT 1 /*!50000 INTO OUTFILE "/tmp/dragoman-x" */',
    'SET STATEMENT max_statement_time = 1 FOR DROP TABLE orders',
    "BINLOG 'x'",
    'GRANTT ALL',
  ],
  SQLITE: [
    "ATTACH '/etc/passwd' AS p",
    'DETACH main',
    "VACUUM INTO '/tmp/dragoman-x'",
    'VACUUM',
    "SELECT load_extension('/tmp/x.so')",
    'PRAGMA writable_schema = ON',
    'PRAGMA journal_mode = DELETE',
    'PRAGMA wal_checkpoint',
    'PRAGMA optimize',
    "SELECT writefile('/tmp/dragoman-x', 'x')",
    "SELECT readfile('/etc/passwd')",
    "SELECT * FROM fsdir('/')",
    'GRANTT ALL',
  ],
};
