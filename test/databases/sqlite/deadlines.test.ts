import { lookup } from 'node:dns/promises';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal, TestPipeline } from '../../support/test-pipeline.js';

const ENDLESS = 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) SELECT count(*) FROM s';
/** How long after its end a statement may still run. */
const GRACE_MS = 250;

let db: TestPipeline;

beforeEach(async () => {
  db = await TestPipeline.open();
  await db.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)');
});

afterEach(async () => await db.close());

function figures() {
  return db.registry.get('main').adapter.pool();
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}

describe('a statement', () => {
  it.each([
    ['counts for ever', ENDLESS],
    ['sorts for ever', 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) SELECT * FROM s ORDER BY -i'],
    [
      'finds nothing for ever',
      'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) SELECT * FROM s WHERE i < 0',
    ],
    ['computes one value for long', "SELECT instr(hex(zeroblob(400000)), hex(zeroblob(60000)) || '1')"],
  ])('that %s ends at its deadline', async (_, sql) => {
    const [error, took] = await timed(() => refusal(db.query(sql, undefined, { timeoutMs: 200 }), 'QUERY_TIMEOUT'));
    expect(took).toBeGreaterThanOrEqual(190);
    expect(took).toBeLessThan(200 + GRACE_MS);
    expect(error.retryable).toBe(true);
    expect(await db.value('SELECT 1')).toBe(1);
  });

  it('ends when nobody waits for it any more', async () => {
    const controller = new AbortController();
    const running = refusal(db.query(ENDLESS, undefined, { signal: controller.signal }), 'QUERY_CANCELLED');
    await sleep(100);
    controller.abort();
    const [, took] = await timed(() => running);
    expect(took).toBeLessThan(GRACE_MS);
    await refusal(db.query('SELECT 1', undefined, { signal: controller.signal }), 'QUERY_CANCELLED');
    expect(await db.value('SELECT 1')).toBe(1);
  });

  it('that changes is interrupted whole', async () => {
    const write = 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) INSERT INTO t SELECT i, i FROM s';
    for (const sql of [write, `${write} WHERE true RETURNING id`]) {
      const [, took] = await timed(() => refusal(db.execute(sql, undefined, { timeoutMs: 200 })));
      expect(took).toBeLessThan(200 + GRACE_MS + 100);
      expect(await db.value('SELECT count(*) FROM t')).toBe(0);
      expect((await db.execute("INSERT INTO t (name) VALUES ('a')")).lastInsertId).toBe('1');
      await db.execute('DELETE FROM t');
    }
  });

  it('is changed or not as the answer says, however close the deadline', async () => {
    for (let timeoutMs = 1; timeoutMs <= 30; timeoutMs++) {
      const insert =
        'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 6000) INSERT INTO t (name) SELECT i FROM s';
      const changed = await db.execute(insert, undefined, { timeoutMs }).then(
        () => 6000,
        () => 0,
      );
      expect(await db.value('SELECT count(*) FROM t')).toBe(changed);
      await db.execute('DELETE FROM t');
    }
  });
});

describe('many slow statements', () => {
  it('hold up no quick one, here or elsewhere, nor the process', async () => {
    await db.add('other');
    const slow = Array.from({ length: 40 }, () =>
      refusal(db.query(ENDLESS, undefined, { timeoutMs: 4000 }), 'QUERY_TIMEOUT'),
    );
    for (let round = 0; round < 3; round++) {
      await sleep(300);
      const [one, here] = await timed(() => db.value('SELECT 1'));
      const [, there] = await timed(() => db.value('SELECT 1', undefined, { database: 'other' }));
      const [, file] = await timed(() => stat(db.file()));
      const [, name] = await timed(() => lookup('localhost'));
      const [, write] = await timed(() => db.execute("INSERT INTO t (name) VALUES ('a')"));
      expect(one).toBe(1);
      // Whoever were held up would wait for seconds, until the slow ones' deadline.
      expect(Math.max(here, there, file, name, write)).toBeLessThan(1500);
    }
    await db.registry.get('main').adapter.ping(1000);
    await Promise.all(slow);
    const after = figures();
    expect([after.waiting, after.open - after.idle]).toEqual([0, 0]);
    expect(after.open).toBeLessThanOrEqual(after.max);
    const values = await Promise.all(Array.from({ length: 40 }, (_, index) => db.value('SELECT ?', [index])));
    expect(values).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  it('on several databases leave threads for the rest', async () => {
    for (const name of ['b', 'c']) await db.add(name);
    const slow = ['main', 'b', 'c'].flatMap((database) =>
      Array.from({ length: 16 }, () =>
        refusal(db.query(ENDLESS, undefined, { database, timeoutMs: 2500 }), 'QUERY_TIMEOUT'),
      ),
    );
    await sleep(300);
    const [, file] = await timed(() => stat(db.file()));
    const [, here] = await timed(() => db.value('SELECT 1', undefined, { database: 'c' }));
    expect(Math.max(file, here)).toBeLessThan(1500);
    await Promise.all(slow);
  });

  it('of any length are done in the end, though they give way', async () => {
    await db.registry.remove('main');
    await db.add('main', { pool: { max: 2 } });
    const counting =
      'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 1500000) SELECT count(*) FROM s';
    const results = await Promise.all(Array.from({ length: 6 }, () => db.value(counting)));
    expect(results).toEqual(Array.from({ length: 6 }, () => 1500000));
  });
});

describe('the pool', () => {
  it('runs 300 quick reads at once, and no more than may wait', async () => {
    await refusal(Promise.all(Array.from({ length: 300 }, () => db.value('SELECT 1'))), 'POOL_EXHAUSTED');
    await db.registry.remove('main');
    await db.add('main', { pool: { maxWaiting: 1000 } });
    expect(await Promise.all(Array.from({ length: 300 }, (_, index) => db.value('SELECT ?', [index])))).toHaveLength(
      300,
    );
    expect(figures().open).toBeLessThanOrEqual(16);
  });

  it('refuses whom it can’t serve in time', async () => {
    await db.registry.remove('main');
    await db.add('main', { pool: { max: 1, acquireTimeoutMs: 100 } });
    const slow = refusal(db.query(ENDLESS, undefined, { timeoutMs: 600 }), 'QUERY_TIMEOUT');
    await refusal(db.query(ENDLESS), 'POOL_EXHAUSTED');
    expect(figures().timeouts).toBe(1);
    await slow;
    expect(await db.value('SELECT 1')).toBe(1);
    expect(figures()).toMatchObject({ open: 1, idle: 1, waiting: 0 });
  });

  it('loses no place to one who left while its connection was opened', async () => {
    await db.registry.remove('main');
    await db.add('main', { pool: { max: 1 } });
    for (let round = 0; round < 30; round++) {
      const controllers = Array.from({ length: 4 }, () => new AbortController());
      // EXPLAIN ends its connection, so that the next one in the queue gets a new one.
      const runs = controllers.map(({ signal }) =>
        db.query('EXPLAIN SELECT 1', undefined, { signal }).catch(() => undefined),
      );
      await sleep(round % 4);
      controllers.forEach((controller) => controller.abort());
      await Promise.all(runs);
    }
    await sleep(50);
    expect(await db.value('SELECT 1')).toBe(1);
    expect(figures()).toMatchObject({ idle: 1, waiting: 0 });
  });
});
