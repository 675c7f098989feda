import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, startServer, type PrivateServer, type TestDatabase } from '../support/servers/index.js';
import { refusal, TestPipeline, type DatabaseOverrides } from '../support/test-pipeline.js';
import {
  ENDLESS,
  eventually,
  expectAtRest,
  expectHelpful,
  holdConnection,
  onEveryServer,
  openFaulty,
  timed,
  type Faulty,
} from './server-under-test.js';

onEveryServer('a server without a connection left', (server) => {
  let own: PrivateServer;
  let outside: TestDatabase;
  let url: string;
  let db: TestPipeline;
  const held: (() => Promise<void>)[] = [];

  /** Until the server refuses: for a user without special rights it keeps none back. */
  const takeAll = async (): Promise<void> => {
    for (;;) {
      try {
        held.push(await holdConnection(server, url));
      } catch {
        return;
      }
    }
  };

  beforeAll(async () => {
    own = await startServer(server.engine, { settings: { max_connections: '16' } });
    outside = await createDatabase(server.engine, own.url);
    await outside.run('CREATE TABLE kept (id integer PRIMARY KEY)');
    ({ url } = await outside.createRole('WRITE'));
    // Fewer than the server has, or what it opens at last may leave none for the one that comes late.
    const pool = { max: 6, acquireTimeoutMs: 1000 };
    db = await TestPipeline.open({ dialect: server.dialect, url, timeoutMs: 3000, pool });
  });
  afterAll(async () => {
    await Promise.all(held.splice(0).map((close) => close()));
    await db.close();
    await own.end();
  });

  it('says so, serves by what is open, and by more once there is', async () => {
    await takeAll();
    await db.add('late', { dialect: server.dialect, url });
    const late = db.registry.get('late');
    for (const work of [() => db.query('SELECT 1', undefined, { database: 'late' }), () => late.adapter.ping(1000)]) {
      const error = await refusal(work(), 'DATABASE_UNAVAILABLE');
      expect(error.details.hint).toMatch(/no connection left.*pool\.max.*max_connections/);
      expect(error.retryable).toBe(true);
      expectHelpful(error, url);
    }
    expect(late.monitor.present.status).toBe('UNREACHABLE');
    // One is open from the start.
    for (let round = 0; round < 5; round++) expect(await db.value('SELECT 1')).toBe(1);
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => db.value('SELECT 1')));
    const refused = all.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
    expect(refused.length).toBeLessThan(12);
    for (const reason of refused) {
      const error = await refusal(Promise.reject(reason), 'DATABASE_UNAVAILABLE');
      expect(error.details.hint).toMatch(/no connection left/);
    }
    await Promise.all(held.splice(0).map((close) => close()));
    const four = async (): Promise<boolean> => {
      const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => db.execute('DELETE FROM kept')));
      return outcomes.every(({ status }) => status === 'fulfilled');
    };
    // The server may take a moment to count those who left.
    await eventually(four, 10_000);
    await eventually(() =>
      db.value('SELECT 1', undefined, { database: 'late' }).then(
        (value) => value === 1,
        () => false,
      ),
    );
    const { open, idle, waiting } = db.registry.get('main').adapter.pool();
    expect([open - idle, waiting]).toEqual([0, 0]);
  });
});

onEveryServer('a pool', (server) => {
  let faulty: Faulty;
  let db: TestPipeline;
  let open: (pool: DatabaseOverrides['pool']) => Promise<void>;

  beforeAll(async () => {
    faulty = await openFaulty(server);
    open = async (pool = {}) => {
      await faulty.db.registry.remove('main');
      await faulty.db.add('main', { dialect: server.dialect, url: faulty.outside.url, pool });
      ({ db } = faulty);
    };
  });
  afterAll(() => faulty.close());
  afterEach(() => expectAtRest(faulty));

  const endless = async (count: number, timeoutMs: number): Promise<unknown> => {
    const all = Promise.all(
      Array.from({ length: count }, () => refusal(db.query(ENDLESS, undefined, { timeoutMs }), 'QUERY_TIMEOUT')),
    );
    await eventually(() => faulty.figures().open - faulty.figures().idle === count);
    return all;
  };

  it('that is busy lets nobody wait for longer than is allowed', async () => {
    await open({ max: 3, acquireTimeoutMs: 900, maxWaiting: 4 });
    const started = performance.now();
    const busy = endless(3, 2400);
    await eventually(() => faulty.figures().open - faulty.figures().idle === 3);
    const waiting = Array.from({ length: 3 }, () => timed(() => refusal(db.query('SELECT 1'), 'POOL_EXHAUSTED')));
    waiting.push(timed(() => refusal(db.query('SELECT 1', undefined, { timeoutMs: 400 }), 'QUERY_TIMEOUT')));
    await eventually(() => faulty.figures().waiting === 4);
    const [error, took] = await timed(() => refusal(db.query('SELECT 1'), 'POOL_EXHAUSTED'));
    expect(took).toBeLessThan(600);
    expect(error.retryable).toBe(true);
    expectHelpful(error, faulty.outside.url);
    // A change waits as well, for a place of the same three.
    const write = timed(() => refusal(db.execute('DELETE FROM kept'), 'POOL_EXHAUSTED'));
    for (const [late, lateTook] of [...(await Promise.all(waiting)), await write]) {
      const limitMs = late.code === 'QUERY_TIMEOUT' ? 400 : 900;
      expect(lateTook).toBeGreaterThanOrEqual(limitMs - 15);
      expect(lateTook).toBeLessThan(limitMs + 600);
      expectHelpful(late, faulty.outside.url);
    }
    expect(faulty.figures()).toMatchObject({ max: 3, open: 3, idle: 0, waiting: 0, timeouts: 5 });
    await busy;
    expect(performance.now() - started).toBeLessThan(2400 + 1500);
    expect(await db.value('SELECT 1')).toBe(1);
    await db.execute('DELETE FROM kept');
  });

  it('serves those first who came first', async () => {
    await open({ max: 1 });
    const order: number[] = [];
    const busy = db.query(`SELECT ${server.sleep(0.3)} AS waited`);
    await eventually(() => faulty.figures().open - faulty.figures().idle === 1);
    const waiting = Array.from({ length: 20 }, async (_, place) => {
      await db.value('SELECT 1');
      order.push(place);
    });
    await Promise.all([busy, ...waiting]);
    expect(order).toEqual(Array.from({ length: 20 }, (_, place) => place));
  });

  it('lets those go who leave', async () => {
    await open({ max: 1 });
    const busy = endless(1, 500);
    await eventually(() => faulty.figures().open - faulty.figures().idle === 1);
    const controllers = Array.from({ length: 10 }, () => new AbortController());
    const leaving = controllers.map(({ signal }) =>
      refusal(db.query('SELECT 1', undefined, { signal }), 'QUERY_CANCELLED'),
    );
    const staying = db.value('SELECT 7');
    await eventually(() => faulty.figures().waiting === 11);
    for (const controller of controllers) controller.abort();
    await Promise.all(leaving);
    expect(faulty.figures().waiting).toBe(1);
    expect(await staying).toBe(7);
    await busy;
  });

  describe('of readers and writers', () => {
    it('never has more sessions than its max, and one for cancels', async () => {
      const max = 4;
      await open({ max });
      let most = 0;
      const over = new AbortController();
      // MariaDB lists a session for a moment after its connection was closed: only what stays is one too many.
      const lasting = async (): Promise<number> => {
        let fewest = await faulty.sessions();
        for (let look = 0; look < 25 && fewest > max + 1; look++) {
          await sleep(20);
          fewest = Math.min(fewest, await faulty.sessions());
        }
        await sleep(5);
        return fewest;
      };
      const watching = (async () => {
        while (!over.signal.aborted) {
          most = Math.max(most, await lasting());
        }
      })();
      await Promise.all(
        Array.from({ length: 200 }, async (_, id) => {
          await sleep((id % 50) * 8);
          if (id % 2 === 0) await db.value('SELECT count(*) FROM thousand');
          else if (id % 3 === 0) await db.executeMany('INSERT INTO kept VALUES (?, ?)', [[id, 'x']]);
          else if (id % 5 === 0) await db.query(`SELECT ${server.sleep(0.01)} AS waited`);
          else await db.execute('INSERT INTO kept VALUES (?, ?)', [id, 'x']);
        }),
      );
      over.abort();
      await watching;
      expect(most).toBeGreaterThan(2);
      expect(most).toBeLessThanOrEqual(max + 1);
      expect(faulty.figures()).toMatchObject({ max, waiting: 0, timeouts: 0 });
    });

    it('starves neither side while the other one never rests', async () => {
      await open({ max: 2, acquireTimeoutMs: 2000 });
      let isOver = false;
      const reading = Array.from({ length: 8 }, async () => {
        while (!isOver) await db.value('SELECT count(*) FROM thousand');
      });
      await sleep(100);
      for (let round = 0; round < 3; round++) {
        const [, took] = await timed(() => db.execute('DELETE FROM kept'));
        expect(took).toBeLessThan(1000);
      }
      isOver = true;
      await Promise.all(reading);
      expect(faulty.figures()).toMatchObject({ waiting: 0, timeouts: 0 });
    });
  });
});
