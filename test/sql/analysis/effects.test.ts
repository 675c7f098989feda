import { describe, expect, it } from 'vitest';
import {
  analyse,
  dialects,
  parseTokens,
  readsUnderAnyVersion,
  tokenize,
  type DialectName,
} from '../../../src/sql/index.js';

function readsOf(dialect: DialectName, sql: string): string {
  const tokens = tokenize(sql, dialects[dialect]);
  const { reads } = analyse(parseTokens(sql, tokens, dialects[dialect]), dialects[dialect]);
  return readsUnderAnyVersion({ sql, tokens, dialect: dialects[dialect] }, reads);
}

function isVolatile(dialect: DialectName, sql: string): boolean {
  return analyse(parseTokens(sql, tokenize(sql, dialects[dialect]), dialects[dialect]), dialects[dialect]).isVolatile;
}

describe('a statement that may be taken for a read', () => {
  it.each<[DialectName, string]>([
    ['POSTGRESQL', 'WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone'],
    [
      'POSTGRESQL',
      'WITH a AS (SELECT 1), b AS (WITH c AS (INSERT INTO t VALUES (1) RETURNING 1) SELECT * FROM c) SELECT 1',
    ],
    ['POSTGRESQL', 'SELECT * INTO copied FROM t'],
    ['POSTGRESQL', 'SELECT 1 UNION SELECT a INTO x FROM t'],
    ['POSTGRESQL', 'SELECT * FROM t FOR UPDATE'],
    ['POSTGRESQL', 'SELECT * FROM (SELECT * FROM t FOR NO KEY UPDATE SKIP LOCKED) x'],
    ['POSTGRESQL', "SELECT nextval('s')"],
    ['POSTGRESQL', "SELECT pg_catalog.nextval('s')"],
    ['POSTGRESQL', `SELECT "nextval"('s')`],
    ['POSTGRESQL', "SELECT set_config('transaction_read_only', 'off', false)"],
    ['POSTGRESQL', 'SELECT * FROM t WHERE pg_advisory_lock(1) IS NULL'],
    ['POSTGRESQL', "SELECT * FROM dblink_exec('c', 'DELETE FROM t') AS x(a text)"],
    ['POSTGRESQL', "SELECT lo_import('/etc/passwd')"],
    ['POSTGRESQL', "SELECT query_to_xml('delete from t', true, false, '')"],
    ['POSTGRESQL', 'SELECT 1 ORDER BY (SELECT pg_terminate_backend(1))'],
    ['POSTGRESQL', "SELECT count(*) FILTER (WHERE nextval('s') > 1) FROM t"],
    ['POSTGRESQL', "SELECT sum(a) OVER (ORDER BY nextval('s')) FROM t"],
    ['POSTGRESQL', "VALUES (nextval('s'))"],
    ['POSTGRESQL', "SELECT JSON_VALUE(a, '$' DEFAULT nextval('s') ON EMPTY) FROM t"],
    ['POSTGRESQL', 'EXPLAIN ANALYZE DELETE FROM t'],
    ['POSTGRESQL', 'EXPLAIN (ANALYSE) DELETE FROM t'],
    ['POSTGRESQL', 'EXPLAIN (costs off, analyse) INSERT INTO t VALUES (1)'],
    ['POSTGRESQL', 'EXPLAIN (verbose, "analyze" true) DELETE FROM t'],
    ['POSTGRESQL', "EXPLAIN EXECUTE s(nextval('q'))"],
    ['POSTGRESQL', 'SELECT (1::oid).lo_unlink'],
    ['MYSQL', 'EXPLAIN FORMAT=JSON INTO @x SELECT 1'],
    ['SQLITE', 'EXPLAIN PRAGMA query_only = 0'],
    ['SQLITE', 'SELECT 1 WHERE 1 IN pragma_optimize'],
    ['POSTGRESQL', 'EXPLAIN (ANALYZE true, COSTS off) UPDATE t SET a = 1'],
    ['POSTGRESQL', 'EXPLAIN ANALYZE CREATE TABLE c AS SELECT 1'],
    ['POSTGRESQL', 'EXPLAIN ANALYZE EXECUTE p'],
    ['POSTGRESQL', "COPY t TO PROGRAM 'sh'"],
    ['POSTGRESQL', 'DO $$ BEGIN DELETE FROM t; END $$'],
    ['POSTGRESQL', 'CALL p()'],
    ['POSTGRESQL', 'LOCK TABLE t'],
    ['POSTGRESQL', 'SET x = 1'],
    ['MYSQL', "SELECT * FROM t INTO OUTFILE '/tmp/x'"],
    ['MYSQL', "SELECT 'x' INTO DUMPFILE '/tmp/x' FROM t"],
    ['MYSQL', 'SELECT a INTO @a FROM t'],
    ['MYSQL', 'SELECT @a := 1'],
    ['MYSQL', 'SELECT * FROM t WHERE (@n := @n + 1) < 3'],
    ['MYSQL', "SELECT GET_LOCK('a', 1)"],
    ['MYSQL', "SELECT get_lock /* x */ ('a', 1)"],
    ['MYSQL', 'SELECT * FROM t LOCK IN SHARE MODE'],
    ['MYSQL', 'SELECT * FROM t FOR SHARE'],
    ['MYSQL', "SELECT LOAD_FILE('/etc/passwd')"],
    ['MYSQL', 'SELECT LAST_INSERT_ID(5)'],
    ['MYSQL', "SELECT /*!50000 1 INTO OUTFILE '/tmp/x' */"],
    ['MYSQL', "SELECT GET_LOCK /*!99999 + */ ('a', 1)"],
    ['MYSQL', "SELECT 1 /*!99999 FROM t WHERE 1 = */ + /*!50000 GET_LOCK('a', 1) */"],
    ['MYSQL', 'ANALYZE SELECT * FROM t INTO @x'],
    ['MYSQL', 'SET STATEMENT tx_read_only=0 FOR INSERT INTO t VALUES (1)'],
    ['MYSQL', 'HANDLER t OPEN'],
    ['MYSQL', "SHOW TABLES WHERE GET_LOCK('a', 1)"],
    ['MYSQL', "EXPLAIN SELECT GET_LOCK('a', 1)"],
    ['MYSQL', 'SELECT NEXT VALUE FOR s'],
    ['MYSQL', 'SELECT NEXTVAL(s)'],
    ['MYSQL', "TABLE t INTO OUTFILE '/tmp/x'"],
    ['MYSQL', "VALUES ROW(GET_LOCK('a', 1))"],
    ['MYSQL', 'DO RELEASE_ALL_LOCKS()'],
    ['SQLITE', "SELECT load_extension('x')"],
    ['SQLITE', 'PRAGMA journal_mode = WAL'],
    ['SQLITE', 'PRAGMA user_version(3)'],
    ['SQLITE', 'PRAGMA optimize'],
    ['SQLITE', 'SELECT * FROM pragma_optimize'],
    ['SQLITE', 'SELECT * FROM main.pragma_optimize'],
    ['SQLITE', 'SELECT * FROM pragma_optimize(1)'],
    ['SQLITE', "ATTACH 'x' AS y"],
    ['SQLITE', "SELECT writefile('x', 'y')"],
  ])('%s: %s', (dialect, sql) => {
    expect(readsOf(dialect, sql)).toBe('NO');
  });
});

describe('a statement that calls what is not known', () => {
  it.each<[DialectName, string]>([
    ['POSTGRESQL', 'SELECT slugify(title) FROM t'],
    ['POSTGRESQL', 'SELECT app.lower(title) FROM t'],
    ['POSTGRESQL', 'SELECT "LOWER"(title) FROM t'],
    ['POSTGRESQL', 'SELECT * FROM report(2026)'],
    ['POSTGRESQL', 'SELECT a OPERATOR(app.+) b FROM t'],
    ['POSTGRESQL', 'SELECT a <<<>>> b FROM t'],
    ['POSTGRESQL', "SELECT '1'::mydom"],
    ['POSTGRESQL', 'SELECT a ### ANY (ARRAY[1]) FROM t'],
    ['POSTGRESQL', 'SELECT a FROM t ORDER BY a USING ###'],
    ['POSTGRESQL', 'SELECT * FROM t TABLESAMPLE my_method (1)'],
    ['POSTGRESQL', 'SELECT t.pg_notify FROM t'],
    ['MYSQL', 'SELECT s.nextval'],
    ['MYSQL', 'EXPLAIN SELECT * FROM (SELECT f(3)) x'],
    ['MYSQL', 'SELECT shop.net(price) FROM t'],
    ['SQLITE', "SELECT * FROM pragma_wal_checkpoint('TRUNCATE')"],
    ['MYSQL', "SELECT * FROM t FOR SYSTEM_TIME AS OF FROM_UNIXTIME(GET_LOCK('a', 1))"],
  ])('%s: %s', (dialect, sql) => {
    expect(readsOf(dialect, sql)).toBe('UNSURE');
  });
});

describe('a read', () => {
  it.each<[DialectName, string]>([
    ['POSTGRESQL', 'SELECT a.into, b.update FROM "delete" a, "insert" b'],
    ['POSTGRESQL', "SELECT 'DELETE FROM t; nextval(''s'')'"],
    ['POSTGRESQL', 'EXPLAIN DELETE FROM t'],
    ['POSTGRESQL', 'EXPLAIN (ANALYZE) SELECT * FROM t'],
    ['POSTGRESQL', 'TABLE t'],
    ['POSTGRESQL', 'SHOW search_path'],
    ['POSTGRESQL', "SELECT doc @> '{}' AND doc ? 'a' FROM t"],
    ['MYSQL', 'SELECT `for update` FROM t'],
    ['MYSQL', 'SELECT @a, @@sql_mode'],
    ['MYSQL', 'SELECT /*!40001 SQL_NO_CACHE */ * FROM t'],
    ['MYSQL', 'SHOW TABLES'],
    ['MYSQL', 'SELECT REPLACE(a, 1, 2), INSERT(a, 1, 2, 3) FROM t'],
    ['SQLITE', 'PRAGMA table_info(t)'],
    ['SQLITE', 'PRAGMA user_version'],
    // its one argument is a schema, and changes nothing
    ['SQLITE', "SELECT * FROM pragma_journal_mode('delete')"],
    ['SQLITE', "SELECT replace(a, 'x', 'y') FROM t"],
  ])('%s: %s', (dialect, sql) => {
    expect(readsOf(dialect, sql)).toBe('YES');
  });
});

describe('volatility', () => {
  it.each<[DialectName, string, boolean]>([
    ['POSTGRESQL', 'SELECT lower(a) FROM t', false],
    ['POSTGRESQL', 'SELECT now()', true],
    ['POSTGRESQL', 'SELECT CURRENT_DATE', true],
    ['POSTGRESQL', "SELECT 'now'::timestamp", true],
    ['POSTGRESQL', "SELECT '2026-01-31'::timestamp", false],
    ['POSTGRESQL', 'SELECT * FROM t TABLESAMPLE system (10)', true],
    ['POSTGRESQL', 'SELECT * FROM pg_stat_activity', true],
    ['POSTGRESQL', 'EXPLAIN ANALYZE SELECT 1', true],
    ['SQLITE', "SELECT * FROM pragma_table_info('t')", true],
    ['POSTGRESQL', 'SELECT unknown_function(a) FROM t', true],
    ['MYSQL', 'SELECT @a', true],
    ['MYSQL', 'SELECT UUID()', true],
    ['MYSQL', "SELECT DATE_FORMAT(a, '%Y') FROM t", false],
    ['SQLITE', "SELECT date('now')", true],
    ['SQLITE', "SELECT date('2026-01-31')", false],
    ['SQLITE', 'SELECT date(?)', true],
    ['SQLITE', 'SELECT random()', true],
    ['SQLITE', 'SELECT * FROM sqlite_schema', true],
  ])('%s: %s is volatile: %s', (dialect, sql, expected) => {
    expect(isVolatile(dialect, sql)).toBe(expected);
  });
});

describe('the names by which a statement calls the engine’s functions, or a user’s of the same name', () => {
  it.each<[DialectName, string, string[]]>([
    ['POSTGRESQL', 'SELECT lower(name), "Upper"(name), public.abs(id) FROM t', ['lower', 'Upper', 'abs']],
    // a.f is f(a) where a has no such column
    ['POSTGRESQL', 'SELECT t.label, (t).title, id FROM t ORDER BY t.rank', ['label', 'title', 'rank']],
    ['MYSQL', 'SELECT LOWER(t.name) FROM t', ['lower']],
    ['SQLITE', 'INSERT INTO t VALUES (total_changes())', ['total_changes']],
    ['POSTGRESQL', 'SELECT id FROM t', []],
  ])('%s: %s', (dialect, sql, names) => {
    const tree = parseTokens(sql, tokenize(sql, dialects[dialect]), dialects[dialect]);
    expect(analyse(tree, dialects[dialect]).names).toEqual(names);
  });
});

describe('a plan', () => {
  it.each<[DialectName, string]>([
    ['POSTGRESQL', 'EXPLAIN SELECT * FROM t'],
    ['MYSQL', 'EXPLAIN UPDATE v SET a = 1'],
    ['SQLITE', 'EXPLAIN QUERY PLAN DELETE FROM t'],
  ])('only reads, but may call what its text does not show: %s: %s', (dialect, sql) => {
    const tree = parseTokens(sql, tokenize(sql, dialects[dialect]), dialects[dialect]);
    expect(analyse(tree, dialects[dialect])).toMatchObject({ reads: 'YES', calls: 'UNSURE' });
  });
});
