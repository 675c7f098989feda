import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DatabaseHealth, PoolFigures } from '../../src/databases/index.js';
import {
  createDatabase,
  runSql,
  startServer,
  type PrivateServer,
  type TestDatabase,
} from '../support/servers/index.js';
import { refusal, TestPipeline, type DatabaseOverrides } from '../support/test-pipeline.js';
import { eventually, expectHelpful, onEveryServer, timed } from './server-under-test.js';

/** A ping an hour: whatever is seen sooner is seen by what broke. */
const HOURLY = { intervalMs: 3_600_000, timeoutMs: 400, failures: 2, successes: 2 };
const MIN = 4;
/** The servers of tests are quick, and forget when they are killed what they have just been told. */
const DURABLE = { postgresql: { synchronous_commit: 'on' }, mysql: { innodb_flush_log_at_trx_commit: '2' } } as const;
/** A kill is to be seen within a second; a busy machine has as much again. */
const SEEN_MS = 2000;

onEveryServer('a server', (server) => {
  let own: PrivateServer;
  let outside: TestDatabase;
  let db: TestPipeline;
  let told: DatabaseHealth[] = [];

  const health = (): DatabaseHealth => db.registry.get('main').monitor.present;
  const figures = (): PoolFigures => db.registry.get('main').adapter.pool();
  const becomes = (status: DatabaseHealth['status'], withinMs: number): Promise<unknown> =>
    eventually(() => health().status === status, withinMs);
  const isFilled = (): boolean => {
    const { open, idle, waiting } = figures();
    return open === idle && open >= MIN && waiting === 0;
  };
  const sessions = async (): Promise<number> =>
    (await runSql(server.engine, outside.url, server.sessions(outside.name))).length;
  /** As before an outage: `min` is open, nothing is held, and the server has no session that the pool does not know. */
  const expectWhole = async (): Promise<void> => {
    await eventually(isFilled, 5000);
    await eventually(async () => (await sessions()) <= figures().open + 1, 5000);
    expect(figures().open).toBeLessThanOrEqual(figures().max);
  };
  const open = async (overrides: DatabaseOverrides = {}): Promise<void> => {
    await db.registry.remove('main');
    const { pool, ...others } = overrides;
    await db.add('main', {
      ...{ dialect: server.dialect, url: outside.url, health: HOURLY },
      ...others,
      pool: { min: MIN, max: 8, acquireTimeoutMs: 8000, ...pool },
    });
    told = [];
  };

  beforeAll(async () => {
    own = await startServer(server.engine, { settings: DURABLE[server.engine] });
    outside = await createDatabase(server.engine, own.url);
    await outside.run('CREATE TABLE kept (id integer PRIMARY KEY)');
    db = await TestPipeline.open();
    db.events.on('health-changed', (change) => told.push(change));
  });
  beforeEach(() => open());
  afterAll(async () => {
    await db.close();
    await own.end();
  });

  it('that starts opens one connection at once and the others in the background', async () => {
    await eventually(isFilled, 5000);
    expect(figures()).toMatchObject({ strategy: 'ADVANCED', min: MIN, open: MIN, idle: MIN, acquired: 0 });
  });

  it.each(['kill', 'stop'] as const)(
    'that goes by a %s is seen at once, and used again once it is back',
    async (way) => {
      await expectWhole();
      await own[way]();
      await becomes('UNREACHABLE', SEEN_MS);
      expect(health().error).toMatch(/refuses connections|cut|ended|shut/i);
      const short = await refusal(db.query('SELECT 1', undefined, { timeoutMs: 300 }), 'DATABASE_UNAVAILABLE');
      expect(short.retryable).toBe(true);
      expectHelpful(short, outside.url);
      // Whoever has the time waits, and goes on.
      const waiting = [
        ...Array.from({ length: 12 }, () => db.value('SELECT 7')),
        db.execute('DELETE FROM kept').then(() => 7),
      ];
      await eventually(() => figures().waiting > 0);
      await own.restart();
      const [answers, took] = await timed(() => Promise.all(waiting));
      expect(answers).toEqual(Array.from({ length: 13 }, () => 7));
      expect(took).toBeLessThan(4000);
      await becomes('HEALTHY', 4000);
      expect(told.map(({ status }) => status)).toEqual(['DEGRADED', 'UNREACHABLE', 'HEALTHY']);
      expect(health()).toMatchObject({ error: null, consecutiveFailures: 0 });
      await expectWhole();
    },
  );

  it('that is killed while statements run ends them, and leaks nothing', async () => {
    const running = Array.from({ length: 6 }, () =>
      db.query(`SELECT ${server.sleep(20)} AS waited`, undefined, { timeoutMs: 1500 }).catch((error: unknown) => error),
    );
    await eventually(() => figures().open - figures().idle === 6);
    await own.kill();
    await becomes('UNREACHABLE', SEEN_MS);
    const [outcomes, took] = await timed(() => Promise.all(running));
    expect(took).toBeLessThan(1500 + 1500);
    for (const error of outcomes) expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await own.restart();
    await becomes('HEALTHY', 4000);
    expect(await db.value('SELECT 1')).toBe(1);
    await expectWhole();
  });

  it('that takes nobody back in time is told as unavailable, in time', async () => {
    await open({ pool: { acquireTimeoutMs: 600, maxWaiting: 20 } });
    await own.kill();
    await becomes('UNREACHABLE', SEEN_MS);
    const [errors, took] = await timed(() =>
      Promise.all(Array.from({ length: 40 }, () => refusal(db.query('SELECT 1'), 'DATABASE_UNAVAILABLE'))),
    );
    expect(took).toBeLessThan(600 + 1500);
    for (const error of errors) expectHelpful(error, outside.url);
    expect(figures().waiting).toBe(0);
    await own.restart();
    await becomes('HEALTHY', 8000);
    await expectWhole();
  });

  it('that freezes is unreachable, and everything goes on when it does', async () => {
    await open({ health: { ...HOURLY, intervalMs: 200 } });
    await eventually(isFilled, 5000);
    const running = db.value(`SELECT ${server.sleep(0.3)} AS waited`);
    await eventually(() => figures().open - figures().idle === 1);
    await own.freeze();
    try {
      await becomes('UNREACHABLE', 4000);
      expect(health().error).toMatch(/No answer within 400 ms|did not answer/);
      const [error, took] = await timed(() =>
        refusal(db.query('SELECT 1', undefined, { timeoutMs: 400 }), 'QUERY_TIMEOUT'),
      );
      expectHelpful(error, outside.url);
      expect(took).toBeLessThan(400 + 1500);
    } finally {
      await own.thaw();
    }
    await running;
    await becomes('HEALTHY', 5000);
    expect(await db.value('SELECT 1')).toBe(1);
    await expectWhole();
  });

  it('that ends one idle session loses the pool no connection', async () => {
    await expectWhole();
    const before = figures().acquired;
    const [victim] = await runSql(server.engine, outside.url, server.sessions(outside.name));
    await outside.run(server.endSession(Number(victim?.id)));
    await sleep(50);
    await expectWhole();
    expect(figures()).toMatchObject({ open: MIN, acquired: before });
    expect(['HEALTHY', 'DEGRADED']).toContain(health().status);
    await becomes('HEALTHY', 3000);
  });

  it('gives each request a connection of its own without a pool', async () => {
    await open({ pool: { strategy: 'NONE', max: 3 } });
    expect(figures()).toMatchObject({ strategy: 'NONE', min: 0, max: 3 });
    const id = server.engine === 'postgresql' ? 'pg_backend_pid()' : 'CONNECTION_ID()';
    const ids = await Promise.all(Array.from({ length: 9 }, () => db.value(`SELECT ${id}`)));
    expect(new Set(ids).size).toBe(9);
    await eventually(() => figures().open === 0);
    await eventually(async () => (await sessions()) <= 1, 5000);
    await own.kill();
    await becomes('UNREACHABLE', SEEN_MS);
    await own.restart();
    await becomes('HEALTHY', 4000);
    expect(await db.value('SELECT 1')).toBe(1);
  });

  it('gives a simple pool what it asks for, and no more', async () => {
    await open({ pool: { strategy: 'SIMPLE', max: 3 } });
    await Promise.all(Array.from({ length: 9 }, () => db.value('SELECT 1')));
    expect(figures()).toMatchObject({ strategy: 'SIMPLE', max: 3, waiting: 0 });
    await eventually(() => figures().open === figures().idle);
    expect(figures().open).toBeGreaterThanOrEqual(1);
    expect(figures().open).toBeLessThanOrEqual(3);
  });
});
