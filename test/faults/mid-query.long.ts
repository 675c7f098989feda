import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/errors/index.js';
import { runSql, startServer, type PrivateServer } from '../support/servers/index.js';
import { refusal } from '../support/test-pipeline.js';
import {
  ENDLESS,
  eventually,
  expectAtRest,
  expectHelpful,
  onEveryServer,
  openFaulty,
  timed,
  type Faulty,
  type ServerUnderTest,
} from './server-under-test.js';

/** How long a server that does not answer is given past a deadline, with a margin. */
const CUT_OFF_MS = 2500 + 700;
const UNAVAILABLE: readonly ErrorCode[] = ['DATABASE_UNAVAILABLE'];

/** What a server needs to keep what it has acknowledged when it is killed: the tests' servers save the time. */
const DURABLE = { postgresql: { synchronous_commit: 'on' }, mysql: { innodb_flush_log_at_trx_commit: '1' } } as const;

/** A change that takes a while before it is made. */
const slowInsert = (server: ServerUnderTest, id: number, seconds: number): string =>
  `INSERT INTO kept (id, note) SELECT ${id}, 'slow' FROM (SELECT ${server.sleep(seconds)}) waited`;

/** Ends with a coded error; whether the change was made afterwards is what the code says. */
async function outcomeOf(work: Promise<unknown>): Promise<ErrorCode | 'DONE'> {
  return await work.then(
    () => 'DONE' as const,
    async (error: unknown) => (await refusal(Promise.reject(error as Error))).code,
  );
}

onEveryServer('a connection that is cut', (server) => {
  let faulty: Faulty;

  beforeEach(async () => {
    faulty = await openFaulty(server, { timeoutMs: 5000, pool: { max: 8, acquireTimeoutMs: 2000 } });
  });
  afterEach(async () => {
    await expectAtRest(faulty);
    await faulty.close();
  });

  const endSession = async (id: number): Promise<void> => {
    await runSql(server.engine, faulty.outside.url, server.endSession(id));
  };

  it.each(['the network', 'an operator'])('by %s during a read is not noticed', async (who) => {
    const { db, proxy, running } = faulty;
    const before = db.registry.get('main').adapter.pool().acquired;
    const reading = db.rows(`SELECT 'read twice' AS note, ${server.sleep(0.6)} AS waited`);
    const session = await running('read twice');
    if (who === 'the network') proxy.cut();
    else await endSession(session);
    expect((await reading)[0]?.[0]).toBe('read twice');
    expect(faulty.figures().acquired - before).toBe(2);
  });

  it('again during a read that is run again is told', async () => {
    const { db, running, outside } = faulty;
    const reading = refusal(
      db.query(`SELECT 'read twice' AS note, ${server.sleep(3)} AS waited`),
      'DATABASE_UNAVAILABLE',
    );
    const first = await running('read twice');
    await endSession(first);
    const second = await eventually(async () => {
      const session = await running('read twice');
      return session !== first && session;
    });
    await endSession(second);
    const error = await reading;
    expectHelpful(error, outside.url);
    expect(error.retryable).toBe(true);
  });

  it.each(['the network', 'an operator'])(
    'by %s during a change leaves it unknown or undone, and never made twice',
    async (who) => {
      const { db, proxy, running, kept, outside } = faulty;
      const changing = refusal(db.execute(slowInsert(server, 1, 0.6)));
      const session = await running('INSERT INTO kept');
      if (who === 'the network') proxy.cut();
      else await endSession(session);
      const error = await changing;
      expectHelpful(error, outside.url);
      if (who === 'the network') expect(error.code).toBe('OUTCOME_UNKNOWN');
      else expect(['OUTCOME_UNKNOWN', 'DATABASE_UNAVAILABLE']).toContain(error.code);
      // What the server says to have undone is: nothing is there once its session has gone.
      await eventually(async () => !(await faulty.isRunning('INSERT INTO kept')));
      const made = await kept();
      expect(made).toBeLessThanOrEqual(error.code === 'OUTCOME_UNKNOWN' ? 1 : 0);
      expect((await db.execute("INSERT INTO kept VALUES (2, 'after')")).affectedRows).toBe(1);
      expect(await kept('id = 2')).toBe(1);
    },
  );

  it.each(['the network', 'an operator'])('by %s during a batch leaves nothing of it', async (who) => {
    const { db, proxy, running, kept, outside } = faulty;
    const waits = `INSERT INTO kept (id, note) SELECT CAST(? AS ${server.engine === 'mysql' ? 'SIGNED' : 'integer'}), 'batch' FROM (SELECT ${server.sleep(0.2)}) waited`;
    const changing = refusal(
      db.executeMany(
        waits,
        Array.from({ length: 10 }, (_, id) => [id]),
      ),
      'DATABASE_UNAVAILABLE',
    );
    await running("'batch'");
    await eventually(async () => faulty.isRunning("'batch'"));
    const session = await running("'batch'");
    if (who === 'the network') proxy.cut();
    else await endSession(session);
    expectHelpful(await changing, outside.url);
    await eventually(async () => !(await faulty.isRunning("'batch'")));
    expect(await kept()).toBe(0);
  });

  it('during RETURNING leaves nothing of it', async () => {
    const { db, proxy, running, kept } = faulty;
    const changing = refusal(db.execute(`${slowInsert(server, 1, 0.5)} RETURNING id`), 'DATABASE_UNAVAILABLE');
    await running('RETURNING');
    proxy.cut();
    await changing;
    await eventually(async () => !(await faulty.isRunning('RETURNING')));
    expect(await kept()).toBe(0);
  });

  it('while it is idle is not noticed, by reads or changes', async () => {
    const { db, proxy, kept } = faulty;
    const all = async (): Promise<void> => {
      await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          index % 2 === 0 ? db.query('SELECT n FROM thousand') : db.execute("UPDATE kept SET note = 'x' WHERE id = -1"),
        ),
      );
    };
    await all();
    for (let round = 1; round <= 5; round++) {
      proxy.cut();
      // In the same moment, before the process has heard of it, and after.
      if (round > 2) await new Promise((resolve) => setTimeout(resolve, 20));
      await Promise.all([
        db.value('SELECT count(*) FROM thousand').then((count) => expect(count).toBe(1000)),
        db.execute('INSERT INTO kept VALUES (?, ?)', [round, 'once']),
        db.executeMany('INSERT INTO kept VALUES (?, ?)', [
          [100 + round, 'batch'],
          [200 + round, 'batch'],
        ]),
      ]);
      await all();
    }
    expect(await kept("note = 'once'")).toBe(5);
    expect(await kept("note = 'batch'")).toBe(10);
  });

  it('while it is idle, by an operator, is not noticed either', async () => {
    const { db, kept, outside } = faulty;
    await db.execute("INSERT INTO kept VALUES (1, 'a')");
    await db.value('SELECT 1');
    const sessions = await runSql(server.engine, outside.url, server.sessions(outside.name));
    expect(sessions.length).toBeGreaterThanOrEqual(3);
    for (const { id } of sessions) await endSession(Number(id));
    // A server's last word that comes while a change is sent can't be told from one about that change.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await db.execute("INSERT INTO kept VALUES (2, 'b')");
    expect(await db.value('SELECT count(*) FROM kept')).toBe(2);
    await db.registry.get('main').adapter.ping(1000);
    // The session for cancels is a new one as well.
    await refusal(db.query(ENDLESS, undefined, { timeoutMs: 200 }), 'QUERY_TIMEOUT');
    expect(await kept()).toBe(2);
  });

  it('under load at any moment makes no change twice and loses no place', async () => {
    const { db, proxy, kept } = faulty;
    const unknown = new Set<number>();
    const made = new Set<number>();
    // As often as work gets done in between, however busy the machine is.
    let atLastCut = 0;
    const cutting = setInterval(() => {
      if (made.size - atLastCut < 8) return;
      atLastCut = made.size;
      proxy.cut();
    }, 10);
    try {
      await Promise.all(
        Array.from({ length: 200 }, async (_, id) => {
          await new Promise((resolve) => setTimeout(resolve, id * 4));
          const code = await outcomeOf(db.execute('INSERT INTO kept VALUES (?, ?)', [id, 'once']));
          if (code === 'DONE') made.add(id);
          else if (code === 'OUTCOME_UNKNOWN') unknown.add(id);
          else expect(UNAVAILABLE).toContain(code);
          // A duplicate key would say that it was made before.
          expect(code).not.toBe('CONSTRAINT_VIOLATION');
        }),
      );
    } finally {
      clearInterval(cutting);
    }
    const count = await kept();
    expect(count).toBeGreaterThanOrEqual(made.size);
    expect(count).toBeLessThanOrEqual(made.size + unknown.size);
    expect(made.size).toBeGreaterThan(50);
    expect(await db.value('SELECT count(*) FROM kept')).toBe(count);
  });
});

onEveryServer('a server that', (server) => {
  let own: PrivateServer;
  let faulty: Faulty;

  beforeAll(async () => {
    own = await startServer(server.engine, { settings: DURABLE[server.engine] });
    faulty = await openFaulty(server, { timeoutMs: 5000, pool: { acquireTimeoutMs: 1000 } }, own.url);
  });
  afterAll(async () => {
    await faulty.close();
    await own.end();
  });
  afterEach(() => expectAtRest(faulty));

  describe.each(['kill', 'stop'] as const)('ends (%s)', (how) => {
    it('under reads and changes says so, and is used again when it is back', async () => {
      const { db, running, kept, outside } = faulty;
      await outside.run('DELETE FROM kept');
      const reading = refusal(
        db.query(`SELECT 'reading' AS note, ${server.sleep(20)} AS waited`),
        'DATABASE_UNAVAILABLE',
      );
      const changing = refusal(db.execute(slowInsert(server, 1, 20)));
      const batch = refusal(
        db.executeMany(`${slowInsert(server, 2, 20)} WHERE ? = 1`, [[1], [1]]),
        'DATABASE_UNAVAILABLE',
      );
      await Promise.all([running('reading'), running('SELECT 1,'), running('SELECT 2,')]);
      await own[how]();
      for (const error of [await reading, await batch, await changing]) expectHelpful(error, outside.url);
      expect(['OUTCOME_UNKNOWN', 'DATABASE_UNAVAILABLE']).toContain((await changing).code);
      const [refused, took] = await timed(() => refusal(db.query('SELECT 1'), 'DATABASE_UNAVAILABLE'));
      expectHelpful(refused, outside.url);
      expect(took).toBeLessThan(1500);
      await refusal(db.execute("INSERT INTO kept VALUES (3, 'x')"), 'DATABASE_UNAVAILABLE');
      await own.restart();
      expect(await kept()).toBeLessThanOrEqual((await changing).code === 'OUTCOME_UNKNOWN' ? 1 : 0);
      expect(await db.value('SELECT count(*) FROM thousand')).toBe(1000);
      await db.execute("INSERT INTO kept VALUES (4, 'after')");
      await db.registry.get('main').adapter.ping(1000);
      expect(await kept('id = 4')).toBe(1);
    });
  });

  it('restarts in between is not noticed', async () => {
    const { db, kept } = faulty;
    await Promise.all(Array.from({ length: 4 }, () => db.value('SELECT 1')));
    await db.execute("INSERT INTO kept VALUES (10, 'before')");
    await own.restart();
    await db.execute("INSERT INTO kept VALUES (11, 'after')");
    expect(await db.value('SELECT count(*) FROM kept WHERE id IN (10, 11)')).toBe(2);
    expect(await kept('id IN (10, 11)')).toBe(2);
  });

  it('freezes holds nobody up, and loses nothing when it goes on', async () => {
    const { db, running, kept, outside, figures } = faulty;
    await outside.run('DELETE FROM kept');
    await Promise.all(Array.from({ length: 3 }, () => db.value('SELECT 1')));
    await db.execute("INSERT INTO kept VALUES (1, 'before')");
    const acquired = figures().acquired;
    const bounds = { timeoutMs: 900 };
    const endless = timed(() => refusal(db.query(ENDLESS, undefined, bounds), 'QUERY_TIMEOUT'));
    const changing = timed(() => refusal(db.execute(slowInsert(server, 2, 30), undefined, bounds)));
    await Promise.all([running('thousand a'), running('SELECT 2,')]);
    await own.freeze();
    const idle = [
      timed(() => refusal(db.query('SELECT 1', undefined, bounds), 'QUERY_TIMEOUT')),
      timed(() => refusal(db.query('SELECT 1', undefined, { timeoutMs: 300 }), 'QUERY_TIMEOUT')),
    ];
    const plain = timed(() => refusal(db.execute("INSERT INTO kept VALUES (3, 'x')", undefined, bounds)));
    const batch = timed(() => refusal(db.executeMany('INSERT INTO kept VALUES (?, ?)', [[4, 'x']], bounds)));
    for (const [error, took] of [await endless, ...(await Promise.all(idle))]) {
      expect(took).toBeLessThan(900 + 500);
      expectHelpful(error, outside.url);
    }
    for (const [error, took] of await Promise.all([changing, plain, batch])) {
      expect(took).toBeLessThan(900 + CUT_OFF_MS);
      expectHelpful(error, outside.url);
    }
    expect((await changing)[0].code).toBe('OUTCOME_UNKNOWN');
    await refusal(db.registry.get('main').adapter.ping(300), 'DATABASE_UNAVAILABLE');
    await own.thaw();
    // What was cut off ends on the server as well: its cancel was on the way.
    await eventually(
      async () => !(await faulty.isRunning('thousand a')) && !(await faulty.isRunning('SELECT 2,')),
      5000,
    );
    await eventually(() => db.value('SELECT 1').catch(() => undefined));
    expect(
      await Promise.all(Array.from({ length: 30 }, (_, n) => db.value('SELECT n FROM thousand WHERE n = ?', [n + 1]))),
    ).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    await db.execute("INSERT INTO kept VALUES (5, 'after')");
    await refusal(db.query(ENDLESS, undefined, { timeoutMs: 200 }), 'QUERY_TIMEOUT');
    const told = (await Promise.all([plain, batch])).filter(([{ code }]) => code !== 'OUTCOME_UNKNOWN');
    expect(await kept('id IN (3, 4)')).toBeLessThanOrEqual(2 - told.length);
    expect(figures().acquired).toBeGreaterThan(acquired);
  });
});
