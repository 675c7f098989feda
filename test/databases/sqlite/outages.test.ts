import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DatabaseHealth } from '../../../src/databases/index.js';
import { eventually } from '../../faults/server-under-test.js';
import { OutsideConnection, refusal, TestPipeline } from '../../support/test-pipeline.js';

const HEALTH = { intervalMs: 100, timeoutMs: 1000, failures: 2, successes: 2 };

let db: TestPipeline;

beforeEach(async () => {
  db = await TestPipeline.open();
});
afterEach(() => db.close());

const health = (name = 'shop'): DatabaseHealth => db.registry.get(name).monitor.present;
const becomes = (status: DatabaseHealth['status']): Promise<unknown> => eventually(() => health().status === status);

/** Another process that holds the file's lock until the function that comes back is called. */
async function lockElsewhere(path: string, sql: string): Promise<() => Promise<void>> {
  const program = `
    const sqlite3 = require('sqlite3');
    const db = new sqlite3.Database(process.argv[1]);
    db.exec(process.argv[2], (error) => {
      process.stdout.write(error === null ? 'locked' : String(error));
      process.stdin.once('data', () => process.exit());
    });`;
  const child = spawn(process.execPath, ['-e', program, path, sql], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('locked');
  return async () => {
    const ended = once(child, 'exit');
    child.stdin.write('over');
    await ended;
  };
}

it('a file that goes away is missed, and taken up again by itself', async () => {
  await db.add('shop', { health: HEALTH });
  await db.execute('CREATE TABLE kept (id INTEGER)', undefined, { database: 'shop' });
  await rename(db.file('shop'), db.file('elsewhere'));
  await becomes('UNREACHABLE');
  expect(health().error).toContain('no file');
  const error = await refusal(
    db.query('SELECT 1', undefined, { database: 'shop', timeoutMs: 200 }),
    'DATABASE_UNAVAILABLE',
  );
  expect(error.details.hint).toContain('Put it back');
  const [reading, writing] = [
    db.value('SELECT count(*) FROM kept', undefined, { database: 'shop' }),
    db.execute('INSERT INTO kept VALUES (1)', undefined, { database: 'shop' }),
  ];
  expect(db.registry.get('shop').adapter.pool()).toMatchObject({ open: 0, waiting: 2 });
  await rename(db.file('elsewhere'), db.file('shop'));
  expect([0, 1]).toContain(await reading);
  expect((await writing).affectedRows).toBe(1);
  await becomes('HEALTHY');
  expect(health().error).toBeNull();
});

it('a file that another process locks is unreachable until it lets go', async () => {
  const outside = await OutsideConnection.open(db.file('shop'));
  await outside.run('CREATE TABLE kept (id INTEGER)');
  await outside.close();
  const unlock = await lockElsewhere(db.file('shop'), 'BEGIN EXCLUSIVE; INSERT INTO kept VALUES (1)');
  await db.add('shop', { health: HEALTH });
  expect(health()).toMatchObject({ status: 'UNREACHABLE' });
  expect(health().error).toMatch(/locked/);
  const short = await refusal(
    db.query('SELECT 1', undefined, { database: 'shop', timeoutMs: 200 }),
    'DATABASE_UNAVAILABLE',
  );
  expect(short.retryable).toBe(true);
  const waiting = db.value('SELECT count(*) FROM kept', undefined, { database: 'shop' });
  await unlock();
  expect(await waiting).toBe(0);
  await becomes('HEALTHY');
});

it('counts those who wait for the writer', async () => {
  await db.add('shop', { pool: { acquireTimeoutMs: 5000 } });
  await db.execute('CREATE TABLE kept (id INTEGER)', undefined, { database: 'shop' });
  const { adapter } = db.registry.get('shop');
  const before = adapter.pool().acquired;
  const unlock = await lockElsewhere(db.file('shop'), 'BEGIN IMMEDIATE; INSERT INTO kept VALUES (1)');
  const writing = Array.from({ length: 3 }, (_, id) =>
    db.execute('INSERT INTO kept VALUES (?)', [id], { database: 'shop' }),
  );
  await eventually(() => adapter.pool().waiting === 2);
  expect(await db.value('SELECT count(*) FROM kept', undefined, { database: 'shop' })).toBe(0);
  await unlock();
  await Promise.all(writing);
  expect(adapter.pool()).toMatchObject({ waiting: 0 });
  expect(adapter.pool().acquired).toBeGreaterThanOrEqual(before + 4);
});

it.each(['NONE', 'SIMPLE'] as const)('reads and writes with the strategy %s', async (strategy) => {
  await db.add('shop', { pool: { strategy, max: 3 } });
  await db.execute('CREATE TABLE kept (id INTEGER)', undefined, { database: 'shop' });
  await Promise.all(
    Array.from({ length: 12 }, async (_, id) => {
      await db.execute('INSERT INTO kept VALUES (?)', [id], { database: 'shop' });
      await db.value('SELECT count(*) FROM kept', undefined, { database: 'shop' });
    }),
  );
  expect(await db.value('SELECT count(*) FROM kept', undefined, { database: 'shop' })).toBe(12);
  const { adapter } = db.registry.get('shop');
  await eventually(() => adapter.pool().open === adapter.pool().idle);
  expect(adapter.pool().open).toBeLessThanOrEqual(strategy === 'NONE' ? 0 : 3);
});
