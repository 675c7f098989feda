import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { refusal } from '../support/test-pipeline.js';
import {
  eventually,
  expectAtRest,
  expectHelpful,
  onEveryServer,
  openFaulty,
  timed,
  type Faulty,
} from './server-under-test.js';

const MEGABYTE = 1_000_000;
const MAX_RESULT_BYTES = 2 * MEGABYTE;

onEveryServer('a result', (server) => {
  let faulty: Faulty;
  /** Rows of ten kilobytes each. */
  const rows = (count: number): string => `SELECT n, repeat('x', 10000) AS filler FROM ${server.numbers(count)}`;

  beforeAll(async () => {
    faulty = await openFaulty(server, { maxRows: 20_000_000, pool: { max: 2 } }, undefined, MAX_RESULT_BYTES);
    await faulty.db.value('SELECT 1');
  });
  afterAll(() => faulty.close());
  afterEach(() => expectAtRest(faulty));

  /** By how much the process grew at the most while the work ran. */
  const growth = async (work: () => Promise<unknown>): Promise<number> => {
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
    await work();
    clearInterval(watch);
    return Math.max(most, process.memoryUsage().rss) - before;
  };

  it('of 100 MB is refused soon, in little memory, and its connection is used again', async () => {
    const { db, figures, outside, sessions } = faulty;
    const before = await sessions();
    const grew = await growth(async () => {
      for (let round = 0; round < 5; round++) {
        const [error, took] = await timed(() => refusal(db.query(rows(10_000)), 'RESULT_TOO_LARGE'));
        expect(error.details.limit).toEqual({ name: 'responseBytes', max: MAX_RESULT_BYTES });
        expectHelpful(error, outside.url);
        expect(took).toBeLessThan(2000);
        expect(await db.value('SELECT 1')).toBe(1);
      }
    });
    expect(grew).toBeLessThan(100 * MEGABYTE);
    expect(figures().open).toBeLessThanOrEqual(2);
    expect(await sessions()).toBeLessThanOrEqual(before + 1);
  });

  it('of one value of 100 MB is refused, and its connection is used again', async () => {
    const { db } = faulty;
    const value = server.engine === 'mysql' ? "repeat('x', 15000000)" : "repeat('x', 100000000)";
    for (let round = 0; round < 2; round++) {
      await refusal(db.query(`SELECT ${value} AS big`), 'RESULT_TOO_LARGE');
      expect(await db.value('SELECT 1')).toBe(1);
    }
  });

  it('of ten million rows is cut at maxRows soon', async () => {
    const { db } = faulty;
    const grew = await growth(async () => {
      for (const maxRows of [1, 10, 1000]) {
        const [result, took] = await timed(() =>
          db.query(`SELECT n FROM ${server.numbers(10_000_000)}`, undefined, { maxRows }),
        );
        expect(result.tuples.length).toBe(maxRows);
        expect(result.tuples.at(-1)).toEqual([maxRows]);
        expect(result.truncated).toBe(true);
        // PostgreSQL makes all the numbers before it gives the first one.
        expect(took).toBeLessThan(6000);
      }
      const crossed = 'SELECT a.n FROM thousand a, thousand b, thousand c';
      const [result, took] = await timed(() => db.query(crossed, undefined, { maxRows: 10 }));
      expect([result.tuples.length, result.truncated]).toEqual([10, true]);
      expect(took).toBeLessThan(1000);
    });
    expect(grew).toBeLessThan(150 * MEGABYTE);
    expect(await db.value('SELECT 1')).toBe(1);
  });

  it('of a change that is too large leaves nothing behind', async () => {
    const { db, kept } = faulty;
    const insert = `INSERT INTO kept (id, note) SELECT n, 'x' FROM ${server.numbers(1000)} RETURNING id, repeat('x', 10000) AS filler`;
    await refusal(db.execute(insert), 'RESULT_TOO_LARGE');
    expect(await kept()).toBe(0);
    const small = insert.replace('repeat', 'left').replace("'x', 10000", "'x', 1");
    const result = await db.execute(small, undefined, { maxRows: 10 });
    expect([result.affectedRows, result.tuples.length, result.truncated]).toEqual([1000, 10, true]);
    expect(await kept()).toBe(1000);
    await db.execute('DELETE FROM kept');
  });

  const crossed = 'FROM thousand a, thousand b, thousand c, thousand d WHERE a.n + b.n + c.n + d.n < 0';
  const statements: readonly (readonly [string, string, 'query' | 'execute'])[] = [
    ['rows that never come', `SELECT a.n ${crossed}`, 'query'],
    ['many large rows', rows(1_000_000), 'query'],
    ['a change', `INSERT INTO kept (id, note) SELECT a.n, b.n ${crossed}`, 'execute'],
    ['a change with rows', `INSERT INTO kept (id, note) SELECT a.n, b.n ${crossed} RETURNING id`, 'execute'],
  ];
  it.each(statements)('that its client does not wait for ends on the server too: %s', async (_, sql, path) => {
    const { db, isRunning, running, kept } = faulty;
    const controller = new AbortController();
    const leaving = refusal(db[path](sql, undefined, { signal: controller.signal }));
    if (sql.includes('filler')) await sleep(5);
    else await running(sql.slice(0, 40));
    controller.abort();
    const [error, took] = await timed(() => leaving);
    expect(['QUERY_CANCELLED', 'RESULT_TOO_LARGE']).toContain(error.code);
    expect(took).toBeLessThan(1000);
    await eventually(async () => !(await isRunning(sql.slice(0, 40))), 1000);
    expect(await kept()).toBe(0);
    expect(await db.value('SELECT 1')).toBe(1);
  });
});
