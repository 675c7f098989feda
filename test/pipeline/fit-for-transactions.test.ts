import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DialectName } from '../../src/sql/index.js';
import { onEveryEngine, type TestedDatabase } from '../databases/conformance/engines.js';
import { refusal, type OpenTransaction } from '../support/test-pipeline.js';

/** What would end the transaction, or fail it, or change what was settled at its beginning. */
const REFUSED: Readonly<Record<DialectName, readonly string[]>> = {
  MYSQL: [
    'COMMIT',
    'START TRANSACTION',
    "XA START 'x'",
    '/*!50000 COMMIT */',
    '/*M!100000 COMMIT */',
    // code to another version, and to this one a commit
    '/*M!120000 SELECT 1 + */ COMMIT',
    'CREATE TABLE other (id int)',
    'ALTER TABLE kept ADD other int',
    'TRUNCATE TABLE kept',
    'CREATE TEMPORARY SEQUENCE numbers',
    'ANALYZE TABLE kept',
    'FLUSH TABLES',
    'LOCK TABLES kept WRITE',
    'UNLOCK TABLES',
    'CALL commits()',
    "EXECUTE IMMEDIATE 'COMMIT'",
    "PREPARE p FROM 'COMMIT'",
    'SET STATEMENT max_statement_time = 1 FOR COMMIT',
    'SET STATEMENT max_statement_time = 1 FOR CREATE TABLE other (id int)',
    'SET STATEMENT max_statement_time = 1 FOR CREATE VIEW other AS SELECT 1 FOR UPDATE',
    'SET STATEMENT max_statement_time = 1 FOR ANALYZE TABLE kept',
    'SET STATEMENT max_statement_time = 1 FOR /*!50000 COMMIT */',
    'SET autocommit = 0',
    'SET SESSION autocommit := 1',
    'SET @@autocommit = 1',
    'SET @@session.autocommit = 1',
    'SET @@session . autocommit = 1',
    'SET `autocommit` = 1',
    'SET @@`autocommit` = 1',
    'SET @x = 1, LOCAL autocommit = DEFAULT',
    'SET @`a\nb` = 1, autocommit = 1',
    'SET DEFAULT ROLE NONE',
    "SET PASSWORD = PASSWORD('')",
    'SET TRANSACTION READ ONLY',
    'SET SESSION TRANSACTION READ WRITE',
    "SET tx_isolation = 'SERIALIZABLE'",
    'SET @@session.tx_read_only = 0',
  ],
  POSTGRESQL: [
    'COMMIT',
    'ABORT',
    "PREPARE TRANSACTION 'x'",
    'VACUUM',
    'CLUSTER',
    'CLUSTER VERBOSE',
    'DISCARD ALL',
    'REINDEX SCHEMA public',
    'REINDEX DATABASE other',
    'REINDEX SYSTEM other',
    'REINDEX (VERBOSE) DATABASE other',
    'REINDEX TABLE CONCURRENTLY kept',
    'REINDEX (CONCURRENTLY) TABLE kept',
    'REINDEX (VERBOSE, CONCURRENTLY on) TABLE kept',
    'CREATE INDEX CONCURRENTLY ON kept (id)',
    'CREATE UNIQUE INDEX CONCURRENTLY other ON kept (id)',
    'DROP INDEX CONCURRENTLY kept_pkey',
    'ALTER TABLE parts DETACH PARTITION part CONCURRENTLY',
    'ALTER SYSTEM SET work_mem = 1',
    'CREATE DATABASE other',
    'DROP DATABASE other',
    'ALTER DATABASE other SET TABLESPACE pg_default',
    'DROP TABLESPACE other',
    "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
    'SET TRANSACTION READ WRITE',
    'SET transaction_isolation = serializable',
    'SET LOCAL "transaction_read_only" = off',
    'SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY',
  ],
  SQLITE: [
    'COMMIT',
    'END',
    'VACUUM',
    "ATTACH 'x' AS y",
    'DETACH y',
    'PRAGMA wal_checkpoint',
    'PRAGMA main.wal_checkpoint(TRUNCATE)',
    'PRAGMA "wal_checkpoint"',
  ],
};

/** What looks like it, and is a part of a transaction like others. */
const TAKEN: Readonly<Record<DialectName, readonly string[]>> = {
  MYSQL: [
    'SELECT id AS autocommit FROM kept',
    'SELECT /*!50000 STRAIGHT_JOIN */ id FROM kept',
    'SET @autocommit = 1',
    'SET ROLE NONE',
    'SET STATEMENT max_statement_time = 1 FOR SELECT 1',
    'SET STATEMENT max_statement_time = 1 FOR INSERT INTO kept VALUES (3)',
    'CREATE TEMPORARY TABLE other (id int)',
    'CREATE OR REPLACE TEMPORARY TABLE other (id int)',
    'DROP TEMPORARY TABLE other',
    'DO 1',
    'SHOW TABLES',
  ],
  POSTGRESQL: [
    'SELECT 1 AS concurrently',
    'CREATE INDEX "concurrently" ON kept (id)',
    'REFRESH MATERIALIZED VIEW CONCURRENTLY seen',
    'REINDEX TABLE kept',
    'REINDEX (CONCURRENTLY false) TABLE kept',
    'CLUSTER kept USING kept_pkey',
    'DISCARD PLANS',
    "SET LOCAL work_mem = '1MB'",
    'ANALYZE kept',
  ],
  SQLITE: ['PRAGMA foreign_keys', 'ANALYZE', 'CREATE TABLE other (wal_checkpoint)', 'SELECT wal_checkpoint FROM other'],
};

const ALSO: Readonly<Record<DialectName, readonly string[]>> = {
  MYSQL: ['CREATE PROCEDURE commits() COMMIT'],
  POSTGRESQL: [
    'CREATE MATERIALIZED VIEW seen AS SELECT id FROM kept',
    'CREATE UNIQUE INDEX ON seen (id)',
    'CREATE TABLE parts (id int) PARTITION BY RANGE (id)',
    'CREATE TABLE part PARTITION OF parts FOR VALUES FROM (1) TO (9)',
  ],
  SQLITE: [],
};

onEveryEngine('a statement in a transaction', (engine) => {
  const { dialect } = engine;
  let db: TestedDatabase;
  let held: OpenTransaction;

  beforeAll(async () => {
    db = await engine.open();
    for (const sql of ['CREATE TABLE kept (id integer PRIMARY KEY)', ...ALSO[dialect]]) await db.execute(sql);
  });
  beforeEach(async () => {
    held = await db.begin();
    await held.execute('INSERT INTO kept VALUES (1)');
  });
  afterEach(() => held.rollback());
  afterAll(() => db.close());

  it('that would end it by itself is refused before it runs', async () => {
    for (const sql of REFUSED[dialect]) {
      const { details } = await refusal(held.execute(sql), 'BAD_USER_INPUT').catch((error: unknown) => {
        throw new Error(sql, { cause: error });
      });
      expect(details.hint, sql).toBeDefined();
      expect(held.transaction.state, sql).toBe('ACTIVE');
    }
    await held.rollback();
    expect(await db.rows('SELECT id FROM kept')).toEqual([]);
  });

  it('that only looks like it is taken', async () => {
    for (const sql of TAKEN[dialect]) {
      await held.execute(sql).catch((error: unknown) => {
        throw new Error(sql, { cause: error });
      });
    }
    await held.rollback();
    expect(await db.rows('SELECT id FROM kept')).toEqual([]);
  });
});
