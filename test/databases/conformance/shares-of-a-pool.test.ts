import { afterAll, beforeAll, expect, it } from 'vitest';
import { principalOf } from '../../../src/auth/index.js';
import { CancelSource, type CancelSignal } from '../../../src/events/index.js';
import { QueryPipeline } from '../../../src/pipeline/index.js';
import { refusal } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

const reader = (name: string) =>
  principalOf(name, [{ name, admin: false, grants: [{ database: '*', access: 'READ_ONLY', schema: false }] }]);

onEveryEngine('connections that callers share', (engine) => {
  let db: TestedDatabase;
  let pipeline: QueryPipeline;

  beforeAll(async () => {
    db = await engine.open({ pool: { max: 4, acquireTimeoutMs: 4000 } });
    const concurrency = { max: 100, perCaller: 75 };
    pipeline = new QueryPipeline(db.registry, { maxResultBytes: 1_000_000, concurrency }, db.catalogues);
  });
  afterAll(() => db.close());

  const ask = (caller: string, sql: string, signal: CancelSignal, timeoutMs = 60_000) =>
    pipeline.query({ principal: reader(caller), database: 'main', sql, signal, options: { timeoutMs } });

  const open = (caller: string) =>
    pipeline.stream({
      ...{ principal: reader(caller), database: 'main', signal: new CancelSource(), batchSize: 1 },
      sql: `SELECT n FROM ${engine.words.numbers(3)} ORDER BY n`,
      params: undefined,
    });

  it('leave one to the modest while a greedy one has slow statements on all that it may have', async () => {
    const leaving = new CancelSource();
    const slow = Array.from({ length: 20 }, () => ask('greedy', `SELECT ${engine.words.slow} AS n`, leaving));
    const ended = Promise.allSettled(slow);
    // So that the greedy one is there first.
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (let n = 0; n < 3; n++) {
      const { tuples } = await ask('modest', 'SELECT 1 AS one', new CancelSource(), 20_000);
      expect(tuples).toEqual([[1]]);
    }
    leaving.abort();
    await ended;
  });

  it('tell the greedy one what to do, once it has waited for its own', async () => {
    const leaving = new CancelSource();
    const slow = Array.from({ length: 3 }, () => ask('greedy', `SELECT ${engine.words.slow} AS n`, leaving));
    const ended = Promise.allSettled(slow);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const error = await refusal(ask('greedy', 'SELECT 1 AS one', new CancelSource()), 'OVERLOADED');
    expect(error.details).toMatchObject({ limit: { name: 'pool.max', max: 4 } });
    expect(error.retryable).toBe(true);
    expect(error.details.hint).toContain('pool.max');
    leaving.abort();
    await ended;
  }, 20_000);

  it('are one share, whether statements, streams or transactions have them', async () => {
    const database = db.registry.get('main');
    const endTransaction = pipeline.turns.hold('transaction', database, 'greedy');
    const stream = await open('greedy');
    expect((await stream.next()).value?.tuples).toEqual([[1]]);
    // Both have one of the four, and three are its share.
    const leaving = new CancelSource();
    const slow = ask('greedy', `SELECT ${engine.words.slow} AS n`, leaving);
    const ended = slow.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const error = await refusal(Promise.resolve().then(() => pipeline.turns.hold('transaction', database, 'greedy')));
    expect(error.code).toBe('OVERLOADED');
    await refusal((await open('greedy')).next(), 'POOL_EXHAUSTED');
    const ownsMore = refusal(ask('greedy', 'SELECT 1 AS one', new CancelSource()), 'OVERLOADED');
    expect((await ownsMore).message).toContain('3 statements, streams and transactions of yours are under way');
    expect((await ask('modest', 'SELECT 1 AS one', new CancelSource())).tuples).toEqual([[1]]);
    await stream.return?.();
    expect((await ask('greedy', 'SELECT 1 AS one', new CancelSource())).tuples).toEqual([[1]]);
    endTransaction();
    leaving.abort();
    await ended;
    for (let n = 0; n < 20; n++) {
      const whole = await open('greedy');
      while ((await whole.next()).done !== true);
    }
    expect((await ask('greedy', 'SELECT 1 AS one', new CancelSource())).tuples).toEqual([[1]]);
  }, 30_000);
});
