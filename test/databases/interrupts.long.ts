import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OutsideConnection, refusal, TestPipeline } from '../support/test-pipeline.js';

const ENDLESS = 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) SELECT count(*) FROM s';
const STATEMENTS = Number(process.env.DRAGOMAN_TEST_INTERRUPTS ?? 10_000);
const AT_ONCE = 24;

let db: TestPipeline;

beforeAll(async () => {
  db = await TestPipeline.open({ pool: { maxWaiting: 1000 } });
});

afterAll(async () => await db.close());

it(`loses no connection over ${STATEMENTS} interrupted statements`, { timeout: 180_000 }, async () => {
  const { adapter } = db.registry.get('main');
  await Promise.all(Array.from({ length: 100 }, () => db.value('SELECT 1')));
  const files = readdirSync('/proc/self/fd').length;
  let left = STATEMENTS;
  const worker = async (seed: number): Promise<void> => {
    while (left-- > 0) {
      if ((left + seed) % 2 === 0) {
        await refusal(db.query(ENDLESS, undefined, { timeoutMs: 1 + (left % 12) }), 'QUERY_TIMEOUT');
        continue;
      }
      const controller = new AbortController();
      setTimeout(() => controller.abort(), left % 12);
      await refusal(db.query(ENDLESS, undefined, { signal: controller.signal }), 'QUERY_CANCELLED');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, seed) => worker(seed)));
  const { waiting, open, idle, max } = adapter.pool();
  expect([waiting, open - idle, open <= max]).toEqual([0, 0, true]);
  expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(files + 3 * max);
  expect(await Promise.all(Array.from({ length: 100 }, (_, index) => db.value('SELECT ?', [index])))).toHaveLength(100);
});

it(
  `loses no connection, and no change, over ${STATEMENTS} statements that meet a lock`,
  { timeout: 300_000 },
  async () => {
    const { adapter } = db.registry.get('main');
    await db.execute('CREATE TABLE kept (id INTEGER PRIMARY KEY)');
    const files = readdirSync('/proc/self/fd').length;
    const outside = await OutsideConnection.open(db.file());
    const over = new AbortController();
    // Another program has the lock for most of the time, and leaves it for moments.
    const locking = (async () => {
      while (!over.signal.aborted) {
        const isLocked = await outside.run('BEGIN IMMEDIATE').then(
          () => true,
          () => false,
        );
        await sleep(isLocked ? 20 : 1);
        if (isLocked) await outside.run('COMMIT');
        await sleep(1);
      }
    })();
    let left = STATEMENTS;
    let made = 0;
    const worker = async (seed: number): Promise<void> => {
      while (left-- > 0) {
        const id = left;
        const controller = new AbortController();
        const timer = (left + seed) % 3 === 0 ? setTimeout(() => controller.abort(), id % 12) : undefined;
        const change = db.execute('INSERT INTO kept VALUES (?)', [id], {
          timeoutMs: 1 + (id % 12),
          signal: controller.signal,
        });
        const outcome = await change.then(
          () => 'DONE',
          async (error: unknown) => (await refusal(Promise.reject(error as Error))).code,
        );
        clearTimeout(timer);
        if (outcome === 'DONE') made++;
        else expect(['QUERY_TIMEOUT', 'QUERY_CANCELLED']).toContain(outcome);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, seed) => worker(seed)));
    over.abort();
    await locking;
    await outside.close();
    expect(await db.value('SELECT count(*) FROM kept')).toBe(made);
    expect(made).toBeLessThan(STATEMENTS / 2);
    const { waiting, open, idle, max } = adapter.pool();
    expect([waiting, open - idle, open <= max]).toEqual([0, 0, true]);
    expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(files + 3 * max);
    expect((await db.execute('DELETE FROM kept')).affectedRows).toBe(made);
  },
);
