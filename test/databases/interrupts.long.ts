import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal, TestPipeline } from '../support/test-pipeline.js';

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
