import { describe, expect, it } from 'vitest';
import { type DialectName, dialects, type StatementKind, statementKind, tokenize } from '../../../src/sql/index.js';

const ALL: DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const kind = (sql: string, dialect: DialectName): StatementKind =>
  statementKind(tokenize(sql, dialects[dialect]), dialects[dialect]);

const SHARED: [string, StatementKind][] = [
  ['SELECT 1', 'SELECT'],
  ['/* c */ -- d\n ((select 1))', 'SELECT'],
  ['VALUES (1)', 'SELECT'],
  ['TABLE t', 'SELECT'],
  ['WITH a AS (SELECT 1) SELECT * FROM a', 'SELECT'],
  ['WITH RECURSIVE a (x, y) AS (SELECT (1)), b AS (SELECT 2) DELETE FROM t', 'DELETE'],
  ['WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a', 'SELECT'],
  ['WITH a AS NOT MATERIALIZED (SELECT 1) UPDATE t SET x = 1', 'UPDATE'],
  ['WITH a AS (SELECT 1) SEARCH DEPTH FIRST BY x, y SET z CYCLE x SET c USING p INSERT INTO t SELECT 1', 'INSERT'],
  ['WITH a AS', 'UNKNOWN'],
  ['INSERT INTO t VALUES (1)', 'INSERT'],
  ['INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING', 'INSERT'],
  ['INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET x = 1', 'UPSERT'],
  ['INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE x = 1', 'UPSERT'],
  ['INSERT OR REPLACE INTO t VALUES (1)', 'UPSERT'],
  ['INSERT OR IGNORE INTO t VALUES (1)', 'INSERT'],
  ['UPDATE t SET x = 1', 'UPDATE'],
  ['DELETE FROM t', 'DELETE'],
  ['MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE', 'MERGE'],
  ['CREATE TABLE t (x int)', 'CREATE_TABLE'],
  ['CREATE TEMPORARY TABLE t (x int)', 'CREATE_TABLE'],
  ['CREATE UNIQUE INDEX i ON t (x)', 'CREATE_INDEX'],
  ['CREATE OR REPLACE VIEW v AS SELECT 1', 'CREATE_VIEW'],
  ['CREATE TRIGGER x AFTER INSERT ON table1', 'UNKNOWN'],
  ['ALTER TABLE t ADD x int', 'ALTER_TABLE'],
  ['ALTER DATABASE d', 'UNKNOWN'],
  ['DROP TABLE t', 'DROP_TABLE'],
  ['DROP INDEX i', 'DROP_INDEX'],
  ['DROP MATERIALIZED VIEW v', 'DROP_VIEW'],
  ['TRUNCATE t', 'TRUNCATE'],
  ['BEGIN', 'TRANSACTION'],
  ['START TRANSACTION READ ONLY', 'TRANSACTION'],
  ['START SLAVE', 'UNKNOWN'],
  ['COMMIT', 'TRANSACTION'],
  ['ROLLBACK TO a', 'TRANSACTION'],
  ['SAVEPOINT a', 'TRANSACTION'],
  ['RELEASE a', 'TRANSACTION'],
  ['END', 'TRANSACTION'],
  ['EXPLAIN DELETE FROM t', 'UTILITY'],
  ['PRAGMA user_version', 'UTILITY'],
  ['SHOW TABLES', 'UTILITY'],
  ['SET x = 1', 'UTILITY'],
  ['ATTACH x AS y', 'UTILITY'],
  ['VACUUM', 'UTILITY'],
  ['CALL p()', 'UNKNOWN'],
  ['', 'UNKNOWN'],
  ['constructor', 'UNKNOWN'],
  ['ſelect 1', 'UNKNOWN'],
];

describe('statementKind', () => {
  it.each(ALL.flatMap((dialect) => SHARED.map(([sql, expected]) => [dialect, sql, expected] as const)))(
    '%s: %s',
    (dialect, sql, expected) => {
      expect(kind(sql, dialect)).toBe(expected);
    },
  );

  it.each<[DialectName, string, StatementKind]>([
    ['MYSQL', 'REPLACE INTO t VALUES (1)', 'UPSERT'],
    ['SQLITE', 'REPLACE INTO t VALUES (1)', 'UPSERT'],
    ['POSTGRESQL', 'REPLACE INTO t VALUES (1)', 'UNKNOWN'],
    ['MYSQL', '/*!50000 DELETE FROM t */', 'DELETE'],
    ['MYSQL', 'CREATE ALGORITHM = MERGE DEFINER = a@b SQL SECURITY INVOKER VIEW v AS SELECT 1', 'CREATE_VIEW'],
    ['MYSQL', 'CREATE DEFINER = CURRENT_USER() VIEW v AS SELECT 1', 'CREATE_VIEW'],
    ['MYSQL', 'KILL 1', 'UTILITY'],
    ['POSTGRESQL', 'ABORT', 'TRANSACTION'],
    ['SQLITE', 'CREATE VIRTUAL TABLE t USING fts5(x)', 'CREATE_TABLE'],
  ])('%s alone: %s', (dialect, sql, expected) => {
    expect(kind(sql, dialect)).toBe(expected);
  });
});
