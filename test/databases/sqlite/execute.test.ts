import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal, TestPipeline } from '../../support/test-pipeline.js';

let db: TestPipeline;

beforeEach(async () => {
  db = await TestPipeline.open();
  await db.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE)');
});

afterEach(async () => await db.close());

async function outcome(sql: string, params?: unknown): Promise<[number | null, string | null]> {
  const { affectedRows, lastInsertId } = await db.execute(sql, params);
  return [affectedRows, lastInsertId];
}

describe('affectedRows and lastInsertId', () => {
  it('tells them for each kind of change', async () => {
    expect(await outcome("INSERT INTO t (name) VALUES ('a'), ('b')")).toEqual([2, '2']);
    expect(await outcome("INSERT OR IGNORE INTO t (name) VALUES ('a')")).toEqual([0, null]);
    expect(await outcome("INSERT INTO t (name) VALUES ('a') ON CONFLICT DO NOTHING")).toEqual([0, null]);
    expect(
      await outcome("INSERT INTO t (id, name) VALUES (1, 'c') ON CONFLICT (id) DO UPDATE SET name = excluded.name"),
    ).toEqual([1, null]);
    expect(await outcome("REPLACE INTO t VALUES (2, 'd')")).toEqual([1, '2']);
    expect(await outcome("UPDATE t SET name = name || '!'")).toEqual([2, null]);
    expect(await outcome('UPDATE t SET name = 1 WHERE id = 99')).toEqual([0, null]);
    expect(await outcome('DELETE FROM t')).toEqual([2, null]);
    expect(await outcome("INSERT INTO t (id, name) VALUES (9223372036854775807, 'z')")).toEqual([
      1,
      '9223372036854775807',
    ]);
  });

  it('knows no key of a table without rowids', async () => {
    await db.execute('CREATE TABLE w (k TEXT PRIMARY KEY) WITHOUT ROWID');
    expect(await outcome("INSERT INTO w VALUES ('a')")).toEqual([1, null]);
  });

  it('is not confused by an equal rowid of another table', async () => {
    await db.execute('CREATE TABLE s (id INTEGER PRIMARY KEY)');
    expect(await outcome("INSERT INTO t (name) VALUES ('a')")).toEqual([1, '1']);
    expect(await outcome('INSERT INTO s DEFAULT VALUES')).toEqual([1, '1']);
    expect(await outcome('INSERT OR IGNORE INTO t (id) VALUES (1)')).toEqual([0, null]);
  });

  it('is null for what changes no rows', async () => {
    expect(await outcome('CREATE TABLE x (a)')).toEqual([null, null]);
    expect(await outcome('CREATE INDEX xi ON x (a)')).toEqual([null, null]);
    expect(await outcome('DROP TABLE x')).toEqual([null, null]);
    expect(await outcome('SELECT 1')).toEqual([null, null]);
  });

  it('counts a trigger’s rows for nobody', async () => {
    await db.execute('CREATE TABLE log (id INTEGER PRIMARY KEY, what TEXT)');
    await db.execute('INSERT INTO log VALUES (500, NULL)');
    await db.execute(
      "CREATE TRIGGER noted AFTER INSERT ON t BEGIN INSERT INTO log (what) VALUES ('x'); INSERT INTO log (what) VALUES ('y'); END",
    );
    expect(await outcome("INSERT INTO t (name) VALUES ('a')")).toEqual([1, '1']);
  });
});

describe('what fails', () => {
  it.each([
    ["INSERT INTO t (name) VALUES ('b'), ('a')", 'UNIQUE constraint failed: t.name.'],
    ["INSERT INTO t (name) VALUES ('b'), ('a') RETURNING *", 'UNIQUE constraint failed: t.name.'],
    ["INSERT INTO t (id, name) VALUES ('x', 'b')", undefined],
  ])('leaves nothing: %s', async (sql, message) => {
    await db.execute("INSERT INTO t (name) VALUES ('a')");
    const error = await refusal(db.execute(sql));
    if (message !== undefined) expect([error.code, error.message]).toEqual(['CONSTRAINT_VIOLATION', message]);
    expect(await db.rows('SELECT * FROM t')).toEqual([[1, 'a']]);
  });

  it('keeps foreign keys', async () => {
    await db.execute('CREATE TABLE c (t INTEGER REFERENCES t (id))');
    await refusal(db.execute('INSERT INTO c VALUES (7)'), 'CONSTRAINT_VIOLATION');
  });

  it.each(['BEGIN', 'COMMIT', 'ROLLBACK', 'SAVEPOINT s', 'RELEASE s', 'END'])('refuses %s', async (sql) => {
    await refusal(db.execute(sql), 'BAD_USER_INPUT');
  });

  it('reaches no other file', async () => {
    const other = join(db.folder, 'other.sqlite');
    await refusal(db.execute(`ATTACH '${other}' AS o`), 'QUERY_FAILED');
    await refusal(db.execute(`VACUUM INTO '${other}'`), 'QUERY_FAILED');
    await refusal(db.execute('VACUUM INTO ?', [other]), 'QUERY_FAILED');
    await db.execute('VACUUM');
    await refusal(db.execute(`ATTACH '${other}' AS o`), 'QUERY_FAILED');
    expect(existsSync(other)).toBe(false);
  });
});

describe('sessions', () => {
  it('does not hand one request’s settings to the next', async () => {
    await db.execute('CREATE TABLE c (t INTEGER REFERENCES t (id))');
    await db.execute('PRAGMA foreign_keys = OFF');
    await refusal(db.execute('INSERT INTO c VALUES (7)'), 'CONSTRAINT_VIOLATION');
    await db.execute('CREATE TEMP TABLE mine (a)');
    await refusal(db.execute('INSERT INTO mine VALUES (1)'), 'QUERY_FAILED');
    await db.execute('CREATE TABLE temp.mine2 (a)');
    await refusal(db.execute('INSERT INTO mine2 VALUES (1)'), 'QUERY_FAILED');
    await db.execute('PRAGMA recursive_triggers = ON');
    expect((await db.execute('PRAGMA recursive_triggers')).tuples).toEqual([[0]]);
  });

  it('vacuums, again and again', async () => {
    for (let round = 0; round < 5; round++) await db.execute('VACUUM');
    expect(await outcome("INSERT INTO t (name) VALUES ('after')")).toEqual([1, '1']);
  });
});

describe('a database for reading only', () => {
  it('refuses every change', async () => {
    await db.add('view', { url: `sqlite:${db.file()}`, access: 'READ_ONLY' });
    await refusal(
      db.execute("INSERT INTO t (name) VALUES ('a')", undefined, { database: 'view' }),
      'DATABASE_READ_ONLY',
    );
    await refusal(
      db.executeMany('INSERT INTO t (name) VALUES (?)', [['a']], { database: 'view' }),
      'DATABASE_READ_ONLY',
    );
    await refusal(db.execute('PRAGMA user_version = 3', undefined, { database: 'view' }), 'DATABASE_READ_ONLY');
    expect(await db.rows('SELECT count(*) FROM t', undefined, { database: 'view' })).toEqual([[0]]);
  });
});

describe('executeMany', () => {
  it('runs every set', async () => {
    const sets = Array.from({ length: 500 }, (_, index) => [`n${index}`]);
    expect((await db.executeMany('INSERT INTO t (name) VALUES (?)', sets)).affectedRows).toBe(500);
    expect(
      (
        await db.executeMany('UPDATE t SET name = :n WHERE id = :id', [
          { n: 'x', id: 1 },
          { n: 'y', id: 9999 },
        ])
      ).affectedRows,
    ).toBe(1);
  });

  it('runs all or none, and names the set that failed', async () => {
    const error = await refusal(
      db.executeMany('INSERT INTO t (name) VALUES (?)', [['a'], ['b'], ['a']]),
      'CONSTRAINT_VIOLATION',
    );
    expect(error.message).toBe('Parameter set 3: UNIQUE constraint failed: t.name. Nothing was changed.');
    expect(await db.value('SELECT count(*) FROM t')).toBe(0);
    expect(await outcome("INSERT INTO t (name) VALUES ('a')")).toEqual([1, '1']);
  });

  it('takes changes only', async () => {
    await refusal(db.executeMany('SELECT ?', [[1]]), 'BAD_USER_INPUT');
    await refusal(db.executeMany('CREATE TABLE z (a)', [[]]), 'BAD_USER_INPUT');
  });

  it('stops at its deadline and leaves nothing', async () => {
    const sets = Array.from({ length: 20_000 }, (_, index) => [`n${index}`]);
    await refusal(db.executeMany('INSERT INTO t (name) VALUES (?)', sets, { timeoutMs: 50 }), 'QUERY_TIMEOUT');
    expect(await db.value('SELECT count(*) FROM t')).toBe(0);
    expect(await outcome("INSERT INTO t (name) VALUES ('a')")).toEqual([1, '1']);
  });
});

describe('executeMany with RETURNING', () => {
  it('ends its transaction, so that what is acknowledged later is there for others', async () => {
    await db.execute('CREATE TABLE returned (a INTEGER PRIMARY KEY, b)');
    const batch = await db.executeMany('INSERT INTO returned VALUES (:a, 1) RETURNING a', [{ a: 9 }, { a: 10 }]);
    expect(batch.affectedRows).toBe(2);
    await db.execute('INSERT INTO returned VALUES (50, 7)');
    expect(await db.value('SELECT count(*) FROM returned')).toBe(3);
  });
});

describe('settings that the adapter stands on', () => {
  it.each(['PRAGMA journal_mode = DELETE', 'PRAGMA main.journal_mode(delete)', 'PRAGMA locking_mode = EXCLUSIVE'])(
    'can’t be changed by %s',
    async (sql) => {
      await refusal(db.execute(sql), 'QUERY_FAILED');
      expect((await db.execute('PRAGMA journal_mode')).tuples).toEqual([['wal']]);
    },
  );
});
