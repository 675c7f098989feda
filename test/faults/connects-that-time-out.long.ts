import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectGarbage } from '../support/collect-garbage.js';
import { refusal } from '../support/test-pipeline.js';
import { eventually, expectAtRest, onEveryServer, openFaulty, type Faulty } from './server-under-test.js';

const CONNECTS = Number(process.env.DRAGOMAN_TEST_CONNECTS ?? 10_000);
/** As many at once as the pool may have, so that each of them is a connect of its own. */
const MAX = 32;

/** So many databases beside the first, as each tries one connection at a time while its server does not answer. */
const SIDES = Array.from({ length: 72 }, (_, place) => `side-${place}`);

/** Whoever is refused asks again after so long: without a pause a busy machine refuses more than it connects. */
const BREATH_MS = 100;

/** What this process has open: sockets, timers, files. */
function resources(): { sockets: number; files: number } {
  const sockets = process.getActiveResourcesInfo().filter((name) => /TCP|TLS|Connect/.test(name)).length;
  return { sockets, files: readdirSync('/proc/self/fd').length };
}

onEveryServer('a pool whose server says nothing', (server) => {
  let faulty: Faulty;

  beforeAll(async () => {
    faulty = await openFaulty(server, { pool: { max: MAX, acquireTimeoutMs: 50, maxWaiting: 1000 } });
  });
  afterAll(() => faulty.close());

  /** All the connections that there may be, at once; opened one by one, as each has little time here. */
  const useAll = async (): Promise<void> => {
    const { db, figures, sessions } = faulty;
    let isDone = false;
    const hold = async (): Promise<void> => {
      while (!isDone) {
        const isHeld = await db.query(`SELECT ${server.sleep(0.2)} AS waited`).then(
          () => true,
          () => false,
        );
        if (!isHeld) await sleep(20);
      }
    };
    const holding: Promise<void>[] = [];
    try {
      while (holding.length < MAX) {
        holding.push(hold());
        await eventually(() => figures().acquired > 0 && figures().open >= holding.length && figures().waiting === 0);
      }
      await eventually(async () => (await sessions()) >= MAX && figures().open === MAX, 10_000);
    } finally {
      isDone = true;
      await Promise.all(holding);
    }
    await expectAtRest(faulty);
  };

  /** A connection that writes has little time to open as well. */
  const change = async (): Promise<void> => {
    await eventually(() => faulty.db.execute('DELETE FROM kept').catch(() => undefined));
  };

  const inVain = async (path: 'query' | 'execute', connects: number): Promise<void> => {
    const worker = async (_: unknown, seed: number): Promise<void> => {
      while (faulty.proxy.traffic().connections < connects) {
        const timeoutMs = seed % 3 === 0 ? 10 : 5000;
        const database = seed === 0 ? 'main' : SIDES[seed % SIDES.length];
        const options = { timeoutMs, ...(database !== undefined && { database }) };
        const error = await refusal(faulty.db[path]('SELECT 1', undefined, options));
        expect(['DATABASE_UNAVAILABLE', 'QUERY_TIMEOUT', 'POOL_EXHAUSTED']).toContain(error.code);
        await sleep(BREATH_MS);
      }
    };
    await Promise.all(Array.from({ length: SIDES.length * 3 + 1 }, worker));
  };

  it(`loses no connection over ${CONNECTS} connects that time out`, { timeout: 600_000 }, async () => {
    const { proxy, db, outside, sessions, figures } = faulty;
    await useAll();
    await change();
    await expectAtRest(faulty);
    for (const side of SIDES) {
      const pool = { max: 2, acquireTimeoutMs: 50, maxWaiting: 1000 };
      await db.add(side, { dialect: server.dialect, url: proxy.through(outside.url), pool });
    }
    const before = { ...resources(), sessions: await sessions() };
    proxy.blackHole();
    proxy.cut();
    proxy.reset();
    await inVain('query', CONNECTS / 2);
    await inVain('execute', CONNECTS);
    expect(figures()).toMatchObject({ waiting: 0, idle: 0 });
    proxy.resume();
    for (const side of SIDES) await db.registry.remove(side);
    await eventually(() => figures().open === 0);
    await useAll();
    await change();
    await db.registry.get('main').adapter.ping(1000);
    await expectAtRest(faulty);
    // Each connection is two sockets here, as the proxy is in this process as well.
    const after = await eventually(() => {
      const now = resources();
      return now.sockets <= before.sockets + 4 && now.files <= before.files + 4 && now;
    });
    expect(after.sockets).toBeLessThanOrEqual(before.sockets + 4);
    expect(await sessions()).toBeLessThanOrEqual(before.sessions + 1);
    // what is kept, and not what nobody has collected yet
    collectGarbage();
    expect(process.memoryUsage().heapUsed).toBeLessThan(250_000_000);
  });

  it('and that was never reached loses nothing either', { timeout: 600_000 }, async () => {
    const { proxy, db, outside } = faulty;
    proxy.blackHole();
    await db.add('late', {
      dialect: server.dialect,
      url: proxy.through(outside.url),
      pool: { max: MAX, acquireTimeoutMs: 25 },
    });
    const { adapter } = db.registry.get('late');
    const before = resources();
    for (let round = 0; round < CONNECTS / 20; round++) {
      await Promise.all([
        refusal(adapter.ping(50), 'DATABASE_UNAVAILABLE'),
        refusal(db.query('SELECT 1', undefined, { database: 'late' }), 'DATABASE_UNAVAILABLE'),
      ]);
    }
    // The proxy, which is in this process as well, keeps its ends of what it has swallowed until then.
    proxy.resume();
    await eventually(() => db.value('SELECT 1', undefined, { database: 'late' }).catch(() => undefined));
    expect(await db.value('SELECT 1', undefined, { database: 'late' })).toBe(1);
    await db.registry.remove('late');
    await eventually(() => {
      const { sockets, files } = resources();
      return sockets <= before.sockets && files <= before.files;
    });
  });
});
