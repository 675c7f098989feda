import { readdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutsideConnection, refusal, TestPipeline } from '../../support/test-pipeline.js';

let db: TestPipeline;

beforeEach(async () => {
  db = await TestPipeline.open();
  await db.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)');
});

afterEach(async () => await db.close());

describe('positions', () => {
  it.each([
    ['SELEC 1', 1, 1],
    ['SELECT 1 FORM t WHERE 1', 1, 15],
    ['SELECT id, FROM t', 1, 12],
    ['SELECT id,, id, name FROM t', 1, 11],
    ['SELECT (1), (2)), (3)', 1, 16],
    ['\n\n  SELECT id\nFROM t\n  WHERE WHERE id', 5, 9],
    ['-- a\n/* WHERE\n WHERE */ SELECT 1\nFROM t WHERE WHERE 1', 4, 14],
    ['SELECT id FROM t WHERE', 1, 23],
    ['SELECT (1', 1, 10],
    ['SELECT #x FROM t', 1, 8],
    ["SELECT 'a\nb' FROM FROM t", 2, 9],
  ])('of the token that can’t stand there: %j', async (sql, line, column) => {
    for (const run of [() => db.query(sql), () => db.execute(sql)]) {
      expect((await refusal(run(), 'SQL_SYNTAX')).details.position).toEqual({ line, column });
    }
  });

  it('of a token behind placeholders of any style', async () => {
    for (const [sql, params, column] of [
      ['SELECT %(a)s, %(a)s FROM FROM t', { a: 1 }, 26],
      ['SELECT :a, :a FROM FROM t', { a: 1 }, 20],
      ['SELECT ?, ? FROM FROM t', [1, 2], 18],
      ['SELECT ?,, ? FROM t', [1, 2], 10],
    ] as const) {
      const error = await refusal(db.query(sql, params), 'SQL_SYNTAX');
      expect(error.details.position).toEqual({ line: 1, column });
    }
  });

  it.each([
    ['SELECT *\nFROM nowhere', { line: 2, column: 6 }, 'No such table: nowhere.'],
    ['SELECT id,\n  absent FROM t', { line: 2, column: 3 }, 'No such column: absent.'],
    ['SELECT t.absent FROM t', { line: 1, column: 10 }, 'No such column: t.absent.'],
    ['SELECT nofunc(1)', { line: 1, column: 8 }, 'No such function: nofunc.'],
    ['SELECT id FROM t a, t b', { line: 1, column: 8 }, 'Ambiguous column name: id.'],
  ])('of a name that is not there: %j', async (sql, position, message) => {
    const error = await refusal(db.query(sql), 'QUERY_FAILED');
    expect(error.message).toBe(message);
    expect(error.details.position).toEqual(position);
  });

  it.each([
    ['', 1, 1],
    ['  -- nothing\n', 1, 1],
    [';;', 1, 1],
    ['SELECT 1;\n SELECT 2', 2, 2],
    ['SELECT \0', 1, 8],
  ])('of what is no single statement: %j', async (sql, line, column) => {
    for (const run of [() => db.query(sql), () => db.execute(sql)]) {
      expect((await refusal(run(), 'SQL_SYNTAX')).details.position).toEqual({ line, column });
    }
  });

  it('finds the place in a long text soon', async () => {
    const list = Array.from({ length: 1000 }, (_, index) => index).join(', ');
    const started = Date.now();
    const error = await refusal(db.query(`SELECT 1 WHERE 1 IN (${list},, 3)`), 'SQL_SYNTAX');
    expect(error.details.position?.column).toBe(22 + list.length + 1);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

describe('failures while running', () => {
  it.each(['SELECT abs(-9223372036854775808)', "SELECT json('{')", "SELECT 'x' -> '['"])(
    'are errors: %s',
    async (sql) => {
      await refusal(db.query(sql), 'QUERY_FAILED');
    },
  );

  it('never end in a part of the rows', async () => {
    const series = 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 2000)';
    for (const at of [2, 3, 100, 1999, 2000]) {
      await refusal(
        db.query(`${series} SELECT json_extract(iif(i = ${at}, '{', '{"a":1}'), '$.a') FROM s`),
        'QUERY_FAILED',
      );
    }
    await refusal(db.execute(`${series} INSERT INTO t SELECT i, json(iif(i = 1500, '{', '1')) FROM s`), 'QUERY_FAILED');
    expect(await db.value('SELECT count(*) FROM t')).toBe(0);
  });
});

describe('files', () => {
  it('tells what is no database, and loses no file handle over it', async () => {
    await writeFile(db.file('text'), 'This is no database. '.repeat(500));
    await db.add('text');
    const error = await refusal(db.query('SELECT 1', undefined, { database: 'text' }), 'DATABASE_UNAVAILABLE');
    expect(error.retryable).toBe(false);
    const before = readdirSync('/proc/self/fd').length;
    for (let round = 0; round < 20; round++)
      await refusal(db.registry.get('text').adapter.ping(1000), 'DATABASE_UNAVAILABLE');
    expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(before);
    await db.add('text-view', { url: `sqlite:${db.file('text')}`, access: 'READ_ONLY' });
    await refusal(db.query('SELECT 1', undefined, { database: 'text-view' }), 'DATABASE_UNAVAILABLE');
  });

  it('does not make a file that is only to be read', async () => {
    await db.add('missing', { access: 'READ_ONLY' });
    await refusal(db.query('SELECT 1', undefined, { database: 'missing' }), 'DATABASE_UNAVAILABLE');
    expect(readdirSync(db.folder)).not.toContain('missing.sqlite');
  });

  it('notices that the file went away, and takes it up again', async () => {
    await db.execute("INSERT INTO t (name) VALUES ('kept')");
    const { adapter } = db.registry.get('main');
    await rename(db.file(), db.file('elsewhere'));
    expect((await refusal(adapter.ping(1000), 'DATABASE_UNAVAILABLE')).message).toContain('no file');
    await refusal(db.query('SELECT 1'), 'DATABASE_UNAVAILABLE');
    expect(readdirSync(db.folder)).not.toContain('main.sqlite');
    await rename(db.file('elsewhere'), db.file());
    await adapter.ping(1000);
    expect(adapter.state).toBe('READY');
    expect(await db.rows('SELECT name FROM t')).toEqual([['kept']]);
    await db.execute("INSERT INTO t (name) VALUES ('more')");
  });
});

describe('a lock of another program', () => {
  it.each(['IMMEDIATE', 'EXCLUSIVE'])('is waited for (%s), until the deadline', async (mode) => {
    const outside = await OutsideConnection.open(db.file());
    await outside.run(`BEGIN ${mode}`);
    const started = Date.now();
    const error = await refusal(
      db.execute("INSERT INTO t (name) VALUES ('a')", undefined, { timeoutMs: 200 }),
      'QUERY_TIMEOUT',
    );
    expect(Date.now() - started).toBeGreaterThanOrEqual(190);
    expect(Date.now() - started).toBeLessThan(450);
    expect(error.retryable).toBe(true);
    expect(await db.value('SELECT count(*) FROM t')).toBe(0);
    await refusal(db.executeMany('INSERT INTO t (name) VALUES (?)', [['x']], { timeoutMs: 100 }), 'QUERY_TIMEOUT');
    const controller = new AbortController();
    const cancelled = refusal(
      db.execute("INSERT INTO t (name) VALUES ('c')", undefined, { signal: controller.signal }),
      'QUERY_CANCELLED',
    );
    await sleep(50);
    controller.abort();
    const aborted = Date.now();
    await cancelled;
    expect(Date.now() - aborted).toBeLessThan(250);
    const waiting = db.execute("INSERT INTO t (name) VALUES ('b')");
    await sleep(100);
    await outside.run('COMMIT');
    expect((await waiting).affectedRows).toBe(1);
    await outside.close();
  });
});
