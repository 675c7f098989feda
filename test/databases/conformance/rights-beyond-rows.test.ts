import { afterAll, beforeAll, expect, it } from 'vitest';
import { principalOf, type Principal } from '../../../src/auth/index.js';
import { refusal } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

const role = (name: string, access: 'READ_ONLY' | 'READ_WRITE', schema = false): Principal =>
  principalOf(name, [{ name, admin: false, grants: [{ database: 'main', access, schema }] }]);

const reader = role('reader', 'READ_ONLY');
const writer = role('writer', 'READ_WRITE');
const migrator = role('migrator', 'READ_WRITE', true);

/** Reads that tell of others, of files, or of passwords. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    'SELECT * FROM pg_settings',
    'SELECT pg_show_all_settings()',
    "SELECT current_setting('primary_conninfo')",
    "SELECT current_setting('data_' || 'directory')",
    'SHOW "data_directory"',
    'SHOW U&"data\\005fdirectory"',
    'SHOW ssl_key_file',
    'SELECT * FROM pg_stat_get_activity(NULL)',
    'SELECT pg_stat_get_backend_activity(1)',
    'SELECT pg_hba_file_rules()',
    'SELECT pg_show_all_file_settings()',
    'SELECT pg_ls_waldir()',
    'SELECT pg_config()',
    "SELECT table_to_xml('pg_authid', true, true, '')",
    "SELECT database_to_xml(true, true, '')",
  ],
  MYSQL: ['SHOW GRANTS', 'SELECT sys.ps_thread_stack(1, true)', 'SHOW CREATE TABLE mysql.user'],
  SQLITE: ['SELECT * FROM sqlite_stmt', "SELECT * FROM bytecode('SELECT 1')"],
};

/** Changes of what is the server’s, or of how it reads what comes behind. */
const CHANGING: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    'UPDATE pg_catalog.pg_proc SET proname = proname WHERE false',
    'DELETE FROM pg_auth_members WHERE false',
    'WITH x AS (DELETE FROM pg_description WHERE false) SELECT 1',
    'LOCK TABLE pg_class',
    'SET standard_conforming_strings = off',
    "SET client_encoding = 'SJIS'",
    "SET NAMES 'SJIS'",
    'SET allow_system_table_mods = on',
    "SET session_preload_libraries = 'x'",
    "SET log_statement = 'none'",
    "DECLARE c CURSOR WITH HOLD FOR SELECT ('/etc/hostname'::text).pg_read_file",
  ],
  MYSQL: [
    "SET sql_mode = 'NO_BACKSLASH_ESCAPES'",
    "SET @@session.sql_mode = 'ANSI_QUOTES'",
    "SET sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES')",
    'SET sql_mode = ORACLE',
    'SET sql_mode = DEFAULT',
    'SET NAMES gbk',
    'SET CHARACTER SET gbk',
    'SET character_set_client = gbk',
    'SET skip_replication = 1',
    "SET default_storage_engine = 'CONNECT'",
    "CALL sys.execute_prepared_stmt('SELECT 1')",
    "CALL `sys`.`execute_prepared_stmt`('SELECT 1')",
    "CALL mysql.AddGeometryColumn('a', 'b', 'c', 'd', 1)",
  ],
  SQLITE: ['UPDATE sqlite_master SET sql = sql WHERE 0'],
};

/** Definitions that reach out of the database. */
const DEFINING: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    "CREATE FOREIGN TABLE f (a text) SERVER s OPTIONS (filename '/etc/passwd')",
    "ALTER FOREIGN TABLE f OPTIONS (SET filename '/etc/passwd')",
    "CREATE RULE r AS ON INSERT TO orders DO ALSO SELECT ('/etc/hostname'::text).pg_read_file",
    "CREATE POLICY p ON orders USING (('/etc/hostname'::text).pg_read_file = '')",
    'CREATE POLICY p ON orders USING ((SELECT true FROM "pg_authid" LIMIT 1))',
    'CREATE SCHEMA s CREATE VIEW v AS SELECT * FROM pg_authid',
  ],
  MYSQL: [
    "CREATE TABLE m (a text) ENGINE = CONNECT TABLE_TYPE = DOS FILE_NAME = '/etc/passwd'",
    "CREATE TABLE m (a int) ENGINE = FEDERATED CONNECTION = 'mysql://root@127.0.0.1/x/y'",
    "CREATE TABLE m (a int) DATA DIRECTORY = '/tmp'",
    "CREATE TABLE m (a int) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (1) DATA DIRECTORY = '/tmp')",
    'ALTER TABLE orders ENGINE = FEDERATED',
    'CREATE DEFINER = root@localhost VIEW v AS SELECT 1',
    'ALTER DEFINER = root VIEW v AS SELECT 2',
    'CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET @a = (SELECT count(*) FROM mysql.user)',
    'CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET @a = (SELECT count(*) FROM `mysql`.`user`)',
  ],
  SQLITE: [
    "CREATE VIRTUAL TABLE v USING csv (filename = '/etc/passwd')",
    'CREATE VIRTUAL TABLE v USING sqlite_dbpage',
    'CREATE TRIGGER t AFTER INSERT ON orders BEGIN SELECT * FROM sqlite_dbpage; END',
  ],
};

/** What drivers, ORMs and dumps send as they begin, and what analysts ask. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  POSTGRESQL: [
    "SET client_encoding TO 'UTF8'",
    'SET standard_conforming_strings = on',
    'RESET standard_conforming_strings',
    "SET TIME ZONE 'UTC'",
    'SET search_path = public',
    "SELECT current_setting('server_version')",
    'SHOW server_version',
    'SHOW search_path',
  ],
  MYSQL: [
    'SET NAMES utf8mb4',
    'SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci',
    "SET sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE'",
    "SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')",
    "SET sql_mode = ''",
    'SET foreign_key_checks = 0',
    'SHOW TABLES',
    'CREATE TABLE open_engine (id int) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4',
  ],
  SQLITE: ['CREATE VIRTUAL TABLE words USING fts5 (word)', 'DELETE FROM sqlite_sequence'],
};

onEveryEngine('what reaches beyond rows', (engine) => {
  let db: TestedDatabase;

  beforeAll(async () => {
    db = await engine.open();
    await db.execute('CREATE TABLE orders (id integer PRIMARY KEY, customer integer)');
    if (engine.dialect === 'SQLITE') await db.execute(`CREATE TABLE counted (id ${engine.words.key})`);
  });
  afterAll(() => db.close());

  const of = (list: Readonly<Record<string, readonly string[]>>): readonly string[] => list[engine.dialect] ?? [];

  it.each(of(TELLING))('is not told: %s', async (sql) => {
    for (const principal of [reader, writer, migrator]) {
      await refusal(db.execute(sql, undefined, { principal }), 'FORBIDDEN');
    }
  });

  it.each([...of(CHANGING), ...of(DEFINING)])('is not changed: %s', async (sql) => {
    for (const principal of [reader, writer, migrator]) {
      await refusal(db.execute(sql, undefined, { principal }), 'FORBIDDEN');
      await refusal(db.transaction([{ sql }], { principal }), 'FORBIDDEN');
    }
  });

  it.each(of(OPEN))('leaves open: %s', async (sql) => {
    await expect(db.execute(sql, undefined, { principal: migrator })).resolves.toBeDefined();
  });

  if (engine.dialect === 'POSTGRESQL') {
    it('reads no string otherwise than it is judged', async () => {
      const statements = [
        { sql: 'SET standard_conforming_strings = off' },
        { sql: String.raw`SELECT '\' || ' , pg_read_file($$/etc/hostname$$) --'` },
      ];
      await refusal(db.transaction(statements, { principal: writer }), 'FORBIDDEN');
    });

    it('takes a name with the database’s in front for what it is', async () => {
      const sql = `SELECT * FROM ${JSON.stringify(await db.value('SELECT current_database()'))}.pg_catalog.pg_authid`;
      await refusal(db.query(sql, undefined, { principal: reader }), 'FORBIDDEN');
    });
  }
});
