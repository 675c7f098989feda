import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal } from '../../support/test-pipeline.js';
import { until } from '../../support/service.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

onEveryEngine('deadlines', (engine) => {
  let db: TestedDatabase;
  const { slow, types } = engine.words;
  const slowly = `SELECT ${slow}`;
  const figures = () => db.registry.get('main').adapter.pool();
  const elapsed = async (work: Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work;
    return performance.now() - started;
  };

  beforeAll(async () => {
    db = await engine.open({ pool: { min: 1, max: 4 } });
    await db.execute(`CREATE TABLE items (id integer PRIMARY KEY, name ${types.text})`);
    await db.execute("INSERT INTO items VALUES (1, 'ink')");
  });
  afterAll(() => db.close());

  it('end a read on the server', async () => {
    const tookMs = await elapsed(refusal(db.query(slowly, undefined, { timeoutMs: 200 }), 'QUERY_TIMEOUT'));
    expect(tookMs).toBeGreaterThan(150);
    expect(tookMs).toBeLessThan(1200);
    await until(() => figures().open === figures().idle);
    expect(await db.rows('SELECT name FROM items')).toEqual([['ink']]);
  });

  it('end a change, and nothing is changed', async () => {
    const sql = `UPDATE items SET name = 'changed' WHERE id < ${slow}`;
    const error = await refusal(db.execute(sql, undefined, { timeoutMs: 200 }), 'QUERY_TIMEOUT');
    expect(error.retryable).toBe(true);
    expect(await db.rows('SELECT name FROM items')).toEqual([['ink']]);
  });

  it('end what nobody waits for any more', async () => {
    const leaving = new AbortController();
    const running = refusal(db.query(slowly, undefined, { signal: leaving.signal }), 'QUERY_CANCELLED');
    setTimeout(() => leaving.abort(), 100);
    expect(await elapsed(running)).toBeLessThan(1200);
    await until(() => figures().open === figures().idle);
  });

  it('leave the next statement alone, a hundred times', async () => {
    for (let round = 0; round < 100; round++) {
      const short = db.query(`SELECT count(*) FROM ${engine.words.numbers(20_000)}`, undefined, {
        timeoutMs: 1 + (round % 7),
      });
      await short.catch(() => undefined);
      expect(await db.rows('SELECT name FROM items WHERE id = ?', [1])).toEqual([['ink']]);
    }
    await until(() => figures().open === figures().idle);
  });

  it('hold while requests wait for a connection', async () => {
    const busy = Array.from({ length: 8 }, () =>
      refusal(db.query(slowly, undefined, { timeoutMs: 400 }), 'QUERY_TIMEOUT'),
    );
    expect(await elapsed(Promise.all(busy))).toBeLessThan(2500);
    await until(() => figures().open === figures().idle && figures().waiting === 0);
    expect(await db.rows('SELECT name FROM items')).toEqual([['ink']]);
  });

  it('close the adapter in spite of what runs', async () => {
    const other = await engine.open();
    const running = other.query(slowly).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { adapter } = other.registry.get('main');
    const tookMs = await elapsed(adapter.close(200));
    expect(tookMs).toBeLessThan(3000);
    expect(await running).toMatchObject({ code: 'QUERY_CANCELLED' });
    expect(adapter.state).toBe('CLOSED');
    await refusal(other.query('SELECT 1'), 'ADAPTER_CLOSED');
    await other.close();
  });
});
