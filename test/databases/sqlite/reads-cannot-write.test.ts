import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNKNOWN_TRAITS } from '../../../src/databases/index.js';
import { refusal, TestPipeline } from '../../support/test-pipeline.js';

let db: TestPipeline;

beforeAll(async () => {
  db = await TestPipeline.open({ pool: { max: 2 } });
  await db.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)');
  await db.execute("INSERT INTO t VALUES (1, 'one')");
  await db.execute('PRAGMA wal_checkpoint(TRUNCATE)');
});

afterAll(async () => await db.close());

/** Everything in the folder, but for the shared memory that readers mark themselves in. */
async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(db.folder)).filter((name) => !name.endsWith('-shm')).sort();
  const hashes = await Promise.all(
    names.map(async (name) =>
      createHash('sha256')
        .update(await readFile(join(db.folder, name)))
        .digest('hex'),
    ),
  );
  return Object.fromEntries(names.map((name, index) => [name, hashes[index] ?? '']));
}

const WRITES: readonly [sql: string, code: 'WRITE_NOT_ALLOWED' | 'SQL_SYNTAX' | 'QUERY_FAILED'][] = [
  ["INSERT INTO t VALUES (2, 'two')", 'WRITE_NOT_ALLOWED'],
  ["WITH x AS (SELECT 1) INSERT INTO t VALUES (2, 'two')", 'WRITE_NOT_ALLOWED'],
  ['WITH x AS (SELECT 1) DELETE FROM t', 'WRITE_NOT_ALLOWED'],
  ["REPLACE INTO t VALUES (1, 'x')", 'WRITE_NOT_ALLOWED'],
  ["UPDATE t SET name = 'x'", 'WRITE_NOT_ALLOWED'],
  ["UPDATE t SET name = 'x' RETURNING *", 'WRITE_NOT_ALLOWED'],
  ['DELETE FROM t', 'WRITE_NOT_ALLOWED'],
  ['DROP TABLE t', 'WRITE_NOT_ALLOWED'],
  ['CREATE TABLE u (a)', 'WRITE_NOT_ALLOWED'],
  ['CREATE TEMP TABLE u (a)', 'WRITE_NOT_ALLOWED'],
  ['PRAGMA user_version = 7', 'WRITE_NOT_ALLOWED'],
  ['PRAGMA query_only = 0', 'WRITE_NOT_ALLOWED'],
  ['PRAGMA journal_mode = DELETE', 'WRITE_NOT_ALLOWED'],
  ['PRAGMA writable_schema = 1', 'WRITE_NOT_ALLOWED'],
  ['SELECT * FROM pragma_user_version(7)', 'QUERY_FAILED'],
  ["SELECT * FROM pragma_journal_mode('delete')", 'QUERY_FAILED'],
  ["SELECT * FROM pragma_wal_checkpoint('TRUNCATE')", 'QUERY_FAILED'],
  ["ATTACH 'FOLDER/other.sqlite' AS o", 'WRITE_NOT_ALLOWED'],
  ["VACUUM INTO 'FOLDER/copy.sqlite'", 'WRITE_NOT_ALLOWED'],
  ['VACUUM', 'WRITE_NOT_ALLOWED'],
  ['REINDEX', 'WRITE_NOT_ALLOWED'],
  ['ANALYZE', 'WRITE_NOT_ALLOWED'],
  ["SELECT load_extension('FOLDER/evil.so')", 'WRITE_NOT_ALLOWED'],
  ["SELECT writefile('FOLDER/out.txt', 'x')", 'WRITE_NOT_ALLOWED'],
  ["SELECT edit('x')", 'WRITE_NOT_ALLOWED'],
  ["SELECT fts3_tokenizer('x', x'00')", 'WRITE_NOT_ALLOWED'],
  ['SELECT 1; DELETE FROM t', 'SQL_SYNTAX'],
  ['SELECT 1;;; -- x\nDELETE FROM t', 'SQL_SYNTAX'],
  ['/* SELECT */ DELETE FROM t', 'WRITE_NOT_ALLOWED'],
  ['-- SELECT\nDELETE FROM t', 'WRITE_NOT_ALLOWED'],
  ['/*! SELECT */ DELETE FROM t', 'WRITE_NOT_ALLOWED'],
  ["SELECT 1 FROM t WHERE name = '\\'; DELETE FROM t; --'", 'SQL_SYNTAX'],
  ['SELECT 1 --\r; DELETE FROM t', 'QUERY_FAILED'],
  ['BEGIN', 'WRITE_NOT_ALLOWED'],
  ['BEGIN IMMEDIATE', 'WRITE_NOT_ALLOWED'],
  ['SAVEPOINT s', 'WRITE_NOT_ALLOWED'],
  ['(DELETE FROM t)', 'WRITE_NOT_ALLOWED'],
  ['SELECT * FROM (DELETE FROM t RETURNING *)', 'SQL_SYNTAX'],
  ['WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d', 'WRITE_NOT_ALLOWED'],
  ['SELECT 1) LIMIT 1); DELETE FROM t; --', 'SQL_SYNTAX'],
  ['SELECT 1) LIMIT 1) SELECT * FROM dragoman_rows; --', 'SQL_SYNTAX'],
  ['SELECT 1 INTO OUTFILE 1', 'WRITE_NOT_ALLOWED'],
  ['\ufeffDELETE FROM t', 'WRITE_NOT_ALLOWED'],
  ['SELECT 1\0; DELETE FROM t', 'SQL_SYNTAX'],
];

describe('a read', () => {
  it.each(WRITES)('changes nothing: %j', async (sql, code) => {
    const before = await contents();
    const text = sql.replace('FOLDER', db.folder);
    const outcome = await db.query(text).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(await contents()).toEqual(before);
    expect(await db.rows('SELECT * FROM t')).toEqual([[1, 'one']]);
    if (code === 'QUERY_FAILED' && outcome === undefined) return;
    expect((outcome as { code?: string } | undefined)?.code).toBe(code);
  });

  it.each([
    'DELETE FROM t',
    'VACUUM',
    'DROP TABLE t',
    "INSERT INTO t VALUES (9, 'x') RETURNING *",
    "ATTACH ':memory:' AS o",
  ])('explains %s without doing it', async (sql) => {
    const before = await contents();
    await db.query(`EXPLAIN ${sql}`).catch(() => undefined);
    await db.query(`EXPLAIN QUERY PLAN ${sql}`).catch(() => undefined);
    expect(await contents()).toEqual(before);
  });

  it('can’t write even where the words let it through', async () => {
    // The second fence by itself: the connection, with a write that claims to be a read.
    const { adapter } = db.registry.get('main');
    const { prepare } = await import('../../../src/pipeline/prepare.js');
    const before = await contents();
    for (const sql of [
      "INSERT INTO t VALUES (2, 'two')",
      'PRAGMA user_version = 7',
      'DROP TABLE t',
      `VACUUM INTO '${db.folder}/copy.sqlite'`,
      `ATTACH '${db.folder}/o.sqlite' AS o`,
    ]) {
      const { statement } = prepare(sql, 'SQLITE');
      const run = adapter.execute({
        statement,
        kind: 'UTILITY',
        side: 'read',
        session: UNKNOWN_TRAITS,
        told: () => null,
        bound: { parts: [sql], slots: [], values: [], spellings: [], starts: [] },
        deadlineMs: Date.now() + 5000,
        maxRows: 10,
        maxBytes: 1000,
        numbers: 'SAFE',
        signal: new AbortController().signal,
      });
      await refusal(run);
    }
    expect(await contents()).toEqual(before);
    expect(existsSync(join(db.folder, 'copy.sqlite'))).toBe(false);
  });

  it('leaves no table of its own behind', async () => {
    await db.query('SELECT * FROM t');
    expect(await db.rows('SELECT name FROM sqlite_schema UNION ALL SELECT name FROM sqlite_temp_schema')).toEqual([
      ['t'],
    ]);
  });
});
