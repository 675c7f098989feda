import { describe, expect, it } from 'vitest';
import { type DialectName, dialects, mayRead, tokenize } from '../../../src/sql/index.js';

const ALL: DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const asked = (sql: string, dialect: DialectName): boolean =>
  mayRead(tokenize(sql, dialects[dialect]), dialects[dialect]);

const SHARED: [boolean, string][] = [
  [true, 'SELECT 1'],
  [true, 'SELECT 1;'],
  [true, '/* c */ ((SELECT 1))'],
  [true, 'VALUES (1)'],
  [true, 'WITH a AS (SELECT 1), b AS (SELECT 2) SELECT * FROM a'],
  [true, 'EXPLAIN SELECT 1'],
  [true, 'EXPLAIN DELETE FROM t'],
  [true, 'SELECT t.into FROM t'],
  [true, 'SELECT "delete" FROM t WINDOW w AS (PARTITION BY x)'],
  [false, ''],
  [false, 'SELECT 1; DELETE FROM t'],
  [false, 'DELETE FROM t'],
  [false, 'PRAGMA query_only = 0'],
  [false, 'SET x = 1'],
  [false, 'BEGIN'],
  [false, 'CALL p()'],
  [false, 'WITH a AS (SELECT 1) DELETE FROM t'],
  [false, 'WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a'],
  [false, 'WITH a AS ((DELETE FROM t RETURNING *)) SELECT * FROM a'],
  [false, 'WITH a AS NOT MATERIALIZED (UPDATE t SET x = 1 RETURNING *) SELECT * FROM a'],
  [false, 'WITH a AS (WITH b AS (SELECT 1) DELETE FROM t RETURNING *) SELECT * FROM a'],
  [false, 'WITH a AS (WITH b AS (SELECT 1) SEARCH DEPTH FIRST BY x SET y DELETE FROM t RETURNING *) SELECT 1'],
  [false, 'WITH a AS (SELECT 1), b AS (INSERT INTO t VALUES (1) RETURNING *) SELECT 1'],
  [false, 'WITH a'],
  [false, 'SELECT * INTO copy FROM t'],
];

describe('mayRead', () => {
  it.each(ALL.flatMap((dialect) => SHARED.map(([expected, sql]) => [dialect, expected, sql] as const)))(
    '%s: %s for %s',
    (dialect, expected, sql) => {
      expect(asked(sql, dialect)).toBe(expected);
    },
  );

  it.each<[DialectName, boolean, string]>([
    ['POSTGRESQL', true, 'TABLE t'],
    ['POSTGRESQL', true, 'SHOW work_mem'],
    ['POSTGRESQL', true, 'SELECT 1 AS into'],
    ['POSTGRESQL', true, 'EXPLAIN ANALYZE SELECT 1'],
    ['POSTGRESQL', true, 'EXPLAIN (ANALYZE, BUFFERS) WITH a AS (SELECT 1) SELECT * FROM a'],
    ['POSTGRESQL', true, 'EXPLAIN (FORMAT JSON) DELETE FROM t'],
    ['POSTGRESQL', true, 'EXPLAIN (SELECT 1)'],
    ['POSTGRESQL', false, 'EXPLAIN ANALYZE VERBOSE DELETE FROM t'],
    ['POSTGRESQL', false, 'EXPLAIN (COSTS OFF, ANALYZE) UPDATE t SET x = 1'],
    ['POSTGRESQL', false, 'EXPLAIN ("analyze") DELETE FROM t'],
    ['POSTGRESQL', false, 'EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1'],
    ['POSTGRESQL', false, 'EXPLAIN ANALYZE EXECUTE p'],
    ['POSTGRESQL', false, 'EXPLAIN ANALYZE WITH a AS (DELETE FROM t RETURNING *) SELECT 1'],
    ['POSTGRESQL', false, 'DESCRIBE t'],
    ['POSTGRESQL', false, 'COPY t TO PROGRAM $$x$$'],
    ['MYSQL', true, 'DESC t'],
    ['MYSQL', true, 'DESCRIBE t x'],
    ['MYSQL', true, 'DESCRIBE `analyze` `x`'],
    ['MYSQL', true, 'EXPLAIN SELECT * FROM `t`'],
    ['MYSQL', false, 'EXPLAIN `analyze` ANALYZE DELETE FROM `t`'],
    ['MYSQL', true, 'SHOW TABLES'],
    ['MYSQL', true, 'SELECT INSERT("abc", 1, 2, "x")'],
    ['MYSQL', true, 'SELECT /*!40001 SQL_NO_CACHE */ * FROM t'],
    ['MYSQL', true, 'EXPLAIN ANALYZE FORMAT=TREE SELECT 1'],
    ['MYSQL', false, 'EXPLAIN ANALYZE DELETE FROM t'],
    ['MYSQL', false, 'DESC ANALYZE DELETE FROM t'],
    ['MYSQL', false, 'EXPLAIN FORMAT=JSON INTO @x SELECT 1'],
    ['MYSQL', false, 'ANALYZE UPDATE t SET x = 1'],
    ['MYSQL', false, 'SET STATEMENT tx_read_only=0 FOR INSERT INTO t VALUES (1)'],
    ['MYSQL', false, '/*!50000 SET SESSION TRANSACTION READ WRITE */'],
    ['MYSQL', false, '/*M! DELETE FROM t */'],
    ['MYSQL', false, '/*!99999 SELECT */ DELETE FROM t'],
    ['MYSQL', false, 'SELECT 1 /*!99999 AS */ INTO OUTFILE "/tmp/x"'],
    ['MYSQL', false, 'WITH a AS (SELECT 1) /*!99999 SELECT */ DELETE FROM t'],
    ['MYSQL', false, 'EXPLAIN /*!80000 ANALYZE */ DELETE FROM t'],
    ['MYSQL', false, `SELECT 1 INTO OUTFILE '/tmp/x'`],
    ['MYSQL', false, `SELECT 1 INTO DUMPFILE '/tmp/x'`],
    ['MYSQL', false, `TABLE t INTO OUTFILE '/tmp/x'`],
    ['SQLITE', true, 'EXPLAIN QUERY PLAN DELETE FROM t'],
    ['SQLITE', false, 'SHOW TABLES'],
    ['SQLITE', false, 'ATTACH x AS y'],
  ])('%s alone: %s for %s', (dialect, expected, sql) => {
    expect(asked(sql, dialect)).toBe(expected);
  });
});
