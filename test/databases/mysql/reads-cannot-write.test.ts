import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { TestPipeline } from '../../support/test-pipeline.js';

/** What a stored function does that makes its session writable for what follows, and leaves a lock in it. */
const OPENS = `BEGIN SET SESSION tx_read_only = 0; DO GET_LOCK('DATABASE_NAME', 0); RETURN 1; END`;
const WRITES = `BEGIN INSERT INTO audit VALUES ('called'); RETURN 1; END`;

const SCHEMA: readonly string[] = [
  'CREATE TABLE shop (id int PRIMARY KEY, name varchar(20))',
  "INSERT INTO shop VALUES (1, 'one'), (2, 'two')",
  'CREATE TABLE audit (note text)',
  'CREATE TABLE old (id int PRIMARY KEY) ENGINE = MyISAM',
  'INSERT INTO old VALUES (1)',
  'CREATE TABLE plain (id int PRIMARY KEY) ENGINE = Aria TRANSACTIONAL = 0',
  'CREATE SEQUENCE numbers',
  `CREATE FUNCTION writes() RETURNS int ${WRITES}`,
  `CREATE FUNCTION writes_old() RETURNS int BEGIN INSERT INTO old VALUES (7); RETURN 1; END`,
  `CREATE FUNCTION writes_plain() RETURNS int BEGIN DELETE FROM plain; RETURN 1; END`,
  `CREATE FUNCTION claims_pure() RETURNS int DETERMINISTIC READS SQL DATA BEGIN INSERT INTO audit VALUES ('called'); RETURN 1; END`,
  `CREATE FUNCTION counts() RETURNS bigint RETURN NEXTVAL(numbers)`,
  `CREATE FUNCTION locks() RETURNS int DETERMINISTIC RETURN GET_LOCK('DATABASE_NAME', 0)`,
  `CREATE FUNCTION remembers() RETURNS int BEGIN SET @left = 'behind'; RETURN 1; END`,
  `CREATE FUNCTION acts() RETURNS int ${OPENS}`,
  // Names that MySQL's own functions have, and MariaDB's have not.
  `CREATE FUNCTION uuid_to_bin(u text) RETURNS int ${OPENS}`,
  `CREATE FUNCTION any_value(u text) RETURNS int ${WRITES}`,
  `CREATE FUNCTION gen_range(a int, b int) RETURNS int ${OPENS}`,
  `CREATE FUNCTION lower(u text) RETURNS int ${OPENS}`,
  `CREATE PROCEDURE commits() BEGIN COMMIT; START TRANSACTION READ WRITE; INSERT INTO audit VALUES ('called'); COMMIT; END`,
  'CREATE VIEW writing AS SELECT writes() AS n',
  'CREATE VIEW `DATABASE_NAME.shop` AS SELECT locks() AS n',
  'CREATE VIEW `Shop` AS SELECT locks() AS n',
  'CREATE TABLE `shöp` (id int)',
  'CREATE VIEW `shôp` AS SELECT locks() AS n',
  'CREATE VIEW acting AS SELECT acts() AS n',
  'CREATE VIEW locking AS SELECT id FROM shop WHERE locks() = 1',
  'CREATE VIEW watched AS SELECT id, name FROM shop WHERE claims_pure() = 1',
];

const DIGEST: Readonly<Record<string, string>> = {
  shop: 'SELECT * FROM shop',
  audit: 'SELECT * FROM audit',
  old: 'SELECT * FROM old',
  plain: 'SELECT * FROM plain',
  numbers: 'SELECT * FROM numbers',
  tables: `SELECT table_name, table_type, engine, create_options, table_comment FROM information_schema.tables
    WHERE table_schema = DATABASE() ORDER BY BINARY table_name`,
  columns:
    'SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY BINARY table_name, column_name',
  routines: 'SELECT routine_name FROM information_schema.routines WHERE routine_schema = DATABASE() ORDER BY 1',
  triggers: 'SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()',
  events: 'SELECT event_name FROM information_schema.events WHERE event_schema = DATABASE()',
  schemas: "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'attack%'",
  accounts: "SELECT user FROM mysql.global_priv WHERE user LIKE 'attack%'",
  rights: "SELECT priv FROM mysql.global_priv WHERE user = 'dragoman'",
  variables: `SELECT variable_name, global_value FROM information_schema.system_variables
    WHERE variable_name IN ('read_only', 'long_query_time', 'max_statement_time', 'sql_mode', 'event_scheduler',
      'general_log', 'slow_query_log', 'tx_read_only', 'init_connect', 'default_storage_engine', 'secure_file_priv',
      'max_connections', 'time_zone', 'local_infile', 'log_output', 'slow_launch_time') ORDER BY 1`,
  plugins: "SELECT plugin_name FROM information_schema.plugins WHERE plugin_status = 'ACTIVE' ORDER BY 1",
  servers: "SELECT server_name FROM mysql.servers WHERE server_name LIKE 'attack%'",
  named_lock: "SELECT IS_USED_LOCK('DATABASE_NAME') AS holder",
  transactions: `SELECT trx_state, trx_tables_locked, trx_rows_locked, trx_is_read_only FROM information_schema.innodb_trx t
    JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.db = 'DATABASE_NAME'`,
  // It could not be locked where another session held a table or all of them.
  free: 'LOCK TABLES shop WRITE, old WRITE, audit WRITE; UNLOCK TABLES; SELECT 1 AS free',
};

type Digest = Readonly<Record<string, unknown>>;

/** A database to be attacked, with one session of Dragoman's at a time. */
class Target {
  private state: Digest = {};

  private constructor(
    private readonly database: TestDatabase,
    readonly db: TestPipeline,
    /** Another program's session, which could be ended. */
    private readonly witness: Connection,
    /** The server can write into it. */
    private readonly folder: string,
  ) {}

  static async open(): Promise<Target> {
    const database = await createDatabase('mysql');
    for (const sql of SCHEMA) await database.run(sql.replaceAll('DATABASE_NAME', database.name));
    const folder = await mkdtemp(join(tmpdir(), 'dragoman-files-'));
    await chmod(folder, 0o777);
    const witness = await createConnection({ uri: database.url, multipleStatements: true });
    await witness.query('SET lock_wait_timeout = 1');
    const db = await TestPipeline.open({ dialect: 'MYSQL', url: database.url, pool: { max: 1 } });
    const target = new Target(database, db, witness, folder);
    target.state = await target.digest();
    return target;
  }

  /** Sends the statements twice: what they opened the first time, they would write through the second time. */
  async withstands(attack: string | readonly string[]): Promise<void> {
    for (const text of [attack, attack].flat()) {
      const sql = text
        .replace('FOLDER', this.folder)
        .replace('CONNECTION', String(this.witness.threadId))
        .replace('DATABASE_NAME', this.database.name);
      // Refused or answered: both are well, as long as nothing has changed.
      await this.db.query(sql, undefined, { timeoutMs: 2000 }).catch(() => undefined);
    }
    const before = this.state;
    this.state = await this.settled(before);
    expect(this.state).toEqual(before);
  }

  async close(): Promise<void> {
    await this.db.close();
    await this.witness.end();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The digest once it is the earlier one: a session that is being made new holds its locks until it is. */
  private async settled(earlier: Digest): Promise<Digest> {
    const untilMs = Date.now() + 400;
    for (;;) {
      const later = await this.digest();
      if (isDeepStrictEqual(later, earlier) || Date.now() > untilMs) return later;
    }
  }

  /** Everything that a statement could change, as another session sees it. */
  private async digest(): Promise<Digest> {
    const state: Record<string, unknown> = {};
    for (const [name, sql] of Object.entries(DIGEST)) {
      const [rows] = await this.witness.query<RowDataPacket[]>(sql.replace('DATABASE_NAME', this.database.name));
      state[name] = rows;
    }
    const names = (await readdir(this.folder)).sort();
    const files = await Promise.all(names.map((name) => readFile(join(this.folder, name), 'latin1')));
    return { ...state, names, files };
  }
}

/** Each entry is sent to `query` as one text, or as several requests in a row. */
const ATTACKS: readonly (string | readonly string[])[] = [
  // changes, plainly and within reads
  "INSERT INTO shop VALUES (3, 'three')",
  "INSERT shop VALUES (3, 'three')",
  "REPLACE shop VALUES (1, 'x')",
  'INSERT INTO old VALUES (2)',
  'INSERT INTO old VALUES (3) RETURNING id',
  'DELETE FROM plain',
  'DELETE FROM shop RETURNING *',
  "UPDATE shop SET name = 'x'",
  'DELETE s, a FROM shop s JOIN audit a',
  'TRUNCATE shop',
  'WITH x AS (SELECT 1 AS id) DELETE FROM shop WHERE id IN (SELECT id FROM x)',
  "WITH x AS (SELECT 1) UPDATE shop SET name = 'x'",
  'SELECT * FROM shop FOR UPDATE',
  'SELECT * FROM shop FOR UPDATE SKIP LOCKED',
  'SELECT * FROM shop LOCK IN SHARE MODE',
  'SELECT * FROM shop WHERE id IN (SELECT id FROM audit FOR UPDATE)',
  "SELECT * FROM shop INTO OUTFILE 'FOLDER/out.txt'",
  "SELECT * INTO OUTFILE 'FOLDER/out.txt' FROM shop",
  "SELECT 'x' INTO DUMPFILE 'FOLDER/dump.txt'",
  "SELECT 1 UNION SELECT 2 INTO OUTFILE 'FOLDER/union.txt'",
  "(SELECT 1 INTO OUTFILE 'FOLDER/parenthesis.txt')",
  "TABLE shop INTO OUTFILE 'FOLDER/table.txt'",
  "VALUES (1), (2) INTO OUTFILE 'FOLDER/values.txt'",
  "WITH x AS (SELECT 1) SELECT * FROM x INTO OUTFILE 'FOLDER/with.txt'",
  "SELECT 1 /*! INTO OUTFILE 'FOLDER/comment.txt' */",
  "SELECT 1 /*M! INTO OUTFILE 'FOLDER/comment.txt' */",
  'SELECT 1 INTO @a',
  'SELECT @a := 1',
  'SELECT id INTO @a FROM shop LIMIT 1',

  // functions of the server's own
  "SELECT GET_LOCK('DATABASE_NAME', 0)",
  "SELECT get_lock ('DATABASE_NAME', 0) FROM shop",
  "SELECT * FROM shop WHERE GET_LOCK('DATABASE_NAME', 0)",
  "SELECT GET_LOCK /*!99999 + */ ('DATABASE_NAME', 0)",
  "SELECT /*!50000 GET_LOCK('DATABASE_NAME', 0) */",
  "SELECT /*M!100000 GET_LOCK('DATABASE_NAME', 0), */ 1",
  "SELECT `GET_LOCK`('DATABASE_NAME', 0)",
  'SELECT RELEASE_ALL_LOCKS()',
  "SHOW TABLES WHERE GET_LOCK('DATABASE_NAME', 0)",
  "SHOW STATUS WHERE (SELECT GET_LOCK('DATABASE_NAME', 0))",
  "EXPLAIN SELECT GET_LOCK('DATABASE_NAME', 0)",
  "EXPLAIN SELECT * FROM shop WHERE id = GET_LOCK('DATABASE_NAME', 0)",
  "DESC SELECT GET_LOCK('DATABASE_NAME', 0)",
  'SELECT NEXTVAL(numbers)',
  'SELECT NEXT VALUE FOR numbers',
  'SELECT SETVAL(numbers, 100)',
  'SELECT numbers.nextval',
  'SELECT LAST_INSERT_ID(7)',
  "SELECT BENCHMARK(2, GET_LOCK('DATABASE_NAME', 0))",
  "SELECT MASTER_POS_WAIT('x', 4, 1)",
  "SELECT LOAD_FILE('/etc/hostname')",

  // functions of users', and what calls them
  'SELECT writes()',
  'SELECT writes_old()',
  'SELECT writes_plain()',
  'SELECT claims_pure() FROM shop',
  'SELECT * FROM shop WHERE id = claims_pure()',
  'SELECT counts()',
  'SELECT locks()',
  'SELECT DATABASE_NAME.locks()',
  'SELECT * FROM shop ORDER BY locks()',
  ['SELECT acts()', 'SELECT any_value(1)'],
  ['SELECT uuid_to_bin(1)', 'SELECT any_value(name) FROM shop'],
  ['SELECT gen_range(1, 2)', 'SELECT any_value(name) FROM shop'],
  "SELECT lower('X')",
  "SELECT DATABASE_NAME.lower('X')",
  'VALUES (writes())',
  'SHOW TABLES WHERE writes()',
  'EXPLAIN SELECT claims_pure()',
  'EXPLAIN SELECT * FROM shop WHERE id = locks()',
  'EXPLAIN SELECT * FROM (SELECT locks()) x',
  'EXPLAIN UPDATE locking SET id = 5',
  'EXPLAIN DELETE FROM watched',
  'EXPLAIN INSERT INTO audit SELECT id FROM locking',
  'SELECT * FROM writing',
  ['SELECT * FROM acting', 'SELECT any_value(1)'],
  'SELECT * FROM locking',
  'SELECT * FROM watched',
  'TABLE locking',
  ['SELECT * FROM DATABASE_NAME.shop', 'SELECT * FROM `DATABASE_NAME.shop`'],
  ['SELECT * FROM shop', 'SELECT * FROM Shop'],
  ['SELECT * FROM `shöp`', 'SELECT * FROM `shôp`'],
  'WITH locking AS (SELECT * FROM locking) SELECT * FROM locking',
  'SELECT * FROM (WITH locking AS (SELECT 1 AS n) SELECT * FROM locking) x, locking',
  'SELECT (SELECT count(*) FROM locking) FROM shop',

  // plans that are run
  'ANALYZE DELETE FROM shop',
  'ANALYZE UPDATE shop SET id = 9 WHERE id = 1',
  "ANALYZE FORMAT=JSON INSERT INTO audit VALUES ('x')",
  'ANALYZE SELECT writes()',
  'EXPLAIN ANALYZE DELETE FROM shop',
  'EXPLAIN FORMAT=JSON INTO @x SELECT 1',
  'EXPLAIN EXTENDED DELETE FROM shop',
  'EXPLAIN FOR CONNECTION 1',

  // several statements, and comments that are code
  "SELECT 1; INSERT INTO audit VALUES ('x')",
  "SELECT 1;;;# ;\nINSERT INTO audit VALUES ('x')",
  "SELECT '\\'; INSERT INTO audit VALUES (1); -- '",
  "SELECT 1 --; INSERT INTO audit VALUES ('x')",
  'SELECT 1 -- x\n; DELETE FROM shop',
  'SELECT 1 /* /* */; DELETE FROM shop',
  'SELECT 1 /*! ; DELETE FROM shop */',
  'DELIMITER //\nSELECT 1// DELETE FROM shop//',
  '/*! DELETE FROM shop */',
  '/*!50000 DELETE FROM shop */',
  '/*M! DELETE FROM shop */',
  '/*M!100100 SET SESSION TRANSACTION READ WRITE */',
  ['/*!50000 SET SESSION TRANSACTION READ WRITE */', 'SELECT writes()'],
  'SELECT 1 /*!50000 FROM shop FOR UPDATE */',
  '/*!99999 SELECT */ DELETE FROM shop',
  '/*!99999 SELECT 1 FROM ( */ DELETE FROM shop /*!99999 ) */',
  '/*!50000 DELETE FROM shop */ /*!99999 SELECT 1 */',
  'EXPLAIN /*!50000 ANALYZE */ DELETE FROM shop',
  'SELECT /*+ SET_VAR(tx_read_only=0) */ writes()',
  '/* SELECT */ DELETE FROM shop',
  '-- SELECT\nDELETE FROM shop',
  '# SELECT\nDELETE FROM shop',
  '(DELETE FROM shop)',
  '\ufeffDELETE FROM shop',

  // transactions and sessions
  'START TRANSACTION READ WRITE',
  ['START TRANSACTION READ WRITE', 'DELETE FROM shop', 'COMMIT'],
  'BEGIN',
  'COMMIT',
  'COMMIT AND CHAIN',
  'ROLLBACK',
  'SAVEPOINT s',
  "XA START 'attack'",
  'XA RECOVER',
  ['SET SESSION TRANSACTION READ WRITE', 'SELECT writes()'],
  'SET TRANSACTION READ WRITE',
  'SET @@session.tx_read_only = 0',
  'SET autocommit = 0',
  "SET STATEMENT tx_read_only=0 FOR INSERT INTO audit VALUES ('x')",
  "SET STATEMENT max_statement_time=1 FOR SELECT GET_LOCK('DATABASE_NAME', 0)",
  'SET GLOBAL long_query_time = 9',
  'SET @@global.long_query_time = 9',
  "SET GLOBAL init_connect = 'SELECT 1'",
  "SET PASSWORD = PASSWORD('x')",
  'SET @a = 1',
  "BEGIN NOT ATOMIC INSERT INTO audit VALUES ('x'); END",
  "IF 1 THEN INSERT INTO audit VALUES ('x'); END IF",
  "FOR i IN 1..2 DO INSERT INTO audit VALUES ('x'); END FOR",
  'CALL commits()',
  'DO writes()',
  "DO GET_LOCK('DATABASE_NAME', 0)",
  "PREPARE p FROM 'DELETE FROM shop'",
  'EXECUTE p',
  "EXECUTE IMMEDIATE 'DELETE FROM shop'",
  'DEALLOCATE PREPARE p',
  'HANDLER shop OPEN',
  'HANDLER shop READ FIRST',
  'LOCK TABLES shop WRITE',
  'FLUSH TABLES WITH READ LOCK',
  'FLUSH TABLES shop FOR EXPORT',
  'FLUSH PRIVILEGES',
  'BACKUP STAGE START',
  'BACKUP LOCK shop',
  'RESET QUERY CACHE',
  'USE mysql',

  // statements that are no queries
  "LOAD DATA INFILE '/etc/hostname' INTO TABLE audit",
  "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE audit",
  "LOAD XML INFILE '/etc/hostname' INTO TABLE audit",
  'CREATE TABLE attack (id int)',
  'CREATE TEMPORARY TABLE attack (id int)',
  'CREATE TABLE attack SELECT 1',
  'CREATE OR REPLACE TABLE shop SELECT 1',
  'CREATE VIEW attack AS SELECT 1',
  'CREATE DATABASE attack_made',
  'CREATE USER attack',
  'CREATE EVENT attack ON SCHEDULE EVERY 1 DAY DO DELETE FROM shop',
  "CREATE SERVER attack FOREIGN DATA WRAPPER mysql OPTIONS (HOST '127.0.0.1')",
  'CREATE FUNCTION attack() RETURNS int RETURN 1',
  "CREATE FUNCTION attack RETURNS string SONAME 'none.so'",
  'ALTER TABLE shop ADD x int',
  'RENAME TABLE shop TO attack',
  'DROP TABLE shop',
  'DROP SEQUENCE numbers',
  'ANALYZE TABLE shop',
  'OPTIMIZE TABLE shop',
  'REPAIR TABLE old',
  'CHECK TABLE shop',
  'CACHE INDEX old IN attack',
  'KILL CONNECTION',
  'KILL QUERY CONNECTION',
  'GRANT ALL ON *.* TO dragoman',
  'REVOKE FILE ON *.* FROM dragoman',
  "INSTALL SONAME 'ha_blackhole'",
  'PURGE BINARY LOGS BEFORE NOW()',
  'CHANGE MASTER TO MASTER_PORT = 1',
  'START SLAVE',
  "SIGNAL SQLSTATE '45000'",
  'SELECT * FROM shop PROCEDURE ANALYSE()',
  'HELP writes',
];

describe('a read with all rights on MariaDB', () => {
  let target: Target;
  beforeAll(async () => (target = await Target.open()));
  afterAll(async () => await target.close());

  it.each(ATTACKS.map((attack) => [attack]))('changes nothing: %j', async (attack) => await target.withstands(attack));

  it('still answers', async () => {
    expect(await target.db.rows('SELECT * FROM shop ORDER BY id')).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
  });
});
