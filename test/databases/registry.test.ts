import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HealthMonitor, type DatabaseAdapter, type HealthStatus } from '../../src/databases/index.js';
import { DragomanError } from '../../src/errors/index.js';
import { refusal, TestPipeline } from '../support/test-pipeline.js';

let db: TestPipeline;

beforeEach(async () => {
  db = await TestPipeline.open();
});

afterEach(async () => await db.close());

const SLOW = 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 2000000) SELECT count(*) FROM s';

describe('names', () => {
  it('are taken once', async () => {
    await refusal(db.add('main'), 'NAME_TAKEN');
    expect(db.registry.all()).toHaveLength(1);
  });

  it('that nobody knows are answered with those that are known', async () => {
    await db.add('another');
    const error = await refusal(db.query('SELECT 1', undefined, { database: 'no' }), 'DATABASE_NOT_FOUND');
    expect(error.details.hint).toBe('Registered are: another, main.');
    await db.registry.close();
    expect((await refusal(db.query('SELECT 1'), 'DATABASE_NOT_FOUND')).details.hint).toContain('registerDatabase');
  });

  it('of a wrong url or engine are not registered', async () => {
    await refusal(db.add('x', { url: 'mysql://x' }), 'BAD_USER_INPUT');
    await refusal(db.add('x', { dialect: 'MYSQL' }), 'BAD_USER_INPUT');
    expect(db.registry.find('x')).toBeUndefined();
  });
});

describe('lives', () => {
  it('go through their states', async () => {
    const { adapter } = db.registry.get('main');
    expect([adapter.state, adapter.serverVersion]).toEqual(['READY', expect.stringMatching(/^SQLite 3\./)]);
    const closing = db.registry.remove('main');
    expect(adapter.state).toBe('DRAINING');
    await closing;
    expect(adapter.state).toBe('CLOSED');
    await refusal(adapter.ping(100), 'ADAPTER_CLOSED');
    await refusal(adapter.connect(), 'ADAPTER_CLOSED');
    expect([db.registry.adaptersCreated, db.registry.adaptersClosed]).toEqual([1, 1]);
  });

  it('end after what runs has ended', async () => {
    const running = db.value(SLOW);
    await sleep(50);
    const { adapter } = db.registry.get('main');
    await db.registry.remove('main');
    expect(adapter.state).toBe('CLOSED');
    expect(await running).toBe(2_000_000);
  });

  it('end what runs after the grace', async () => {
    const endless = refusal(
      db.query('WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) SELECT count(*) FROM s'),
      'QUERY_CANCELLED',
    );
    await sleep(50);
    await db.registry.get('main').adapter.close(100);
    await endless;
  });

  it('are replaced where the configuration changed', async () => {
    const [a, b, c] = [db.options('a'), db.options('b'), db.options('c')];
    await db.registry.reconcile([a, b], 'configuration');
    const kept = db.registry.get('a').adapter;
    const changed = db.registry.get('b').adapter;
    await db.registry.reconcile([db.options('a'), { ...b, maxRows: 5 }, c], 'configuration');
    expect(db.registry.get('a').adapter).toBe(kept);
    expect(db.registry.get('b').adapter).not.toBe(changed);
    expect(changed.state).toBe('CLOSED');
    const theirs = db.registry.get('main').adapter;
    expect(await db.registry.reconcile([db.options('main', { maxRows: 7 })], 'configuration')).toEqual(['main']);
    expect(db.registry.get('main').adapter).toBe(theirs);
    await db.registry.reconcile([], 'configuration');
    expect(db.registry.all().map(({ name }) => name)).toEqual(['main']);
  });

  it('leave no file open, nor a timer running', async () => {
    const files = () => readdirSync('/proc/self/fd').length;
    const resources = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const [openFiles, timers] = [files(), resources()];
    for (let round = 0; round < 5; round++) {
      await db.add('passing', { url: round % 2 === 0 ? 'sqlite::memory:' : `sqlite:${db.file('passing')}` });
      await Promise.all(Array.from({ length: 30 }, () => db.value('SELECT 1', undefined, { database: 'passing' })));
      await db.execute('PRAGMA foreign_keys = OFF', undefined, { database: 'passing' });
      const late = db.query('EXPLAIN SELECT 1', undefined, { database: 'passing' }).catch(() => undefined);
      await db.registry.remove('passing');
      await late;
    }
    expect(files()).toBeLessThanOrEqual(openFiles);
    expect(resources()).toBeLessThanOrEqual(timers + 1);
  });
});

describe('health', () => {
  /** A database whose pings go as the test says; nothing else of it is asked. */
  function monitored(pings: readonly boolean[]): Promise<HealthStatus[]> {
    return new Promise((resolve) => {
      const seen: HealthStatus[] = [];
      let asked = 0;
      const ping = async (): Promise<void> => {
        if (asked > 0) seen.push(monitor.present.status);
        if (asked === pings.length) {
          monitor.stop();
          resolve(seen);
        }
        if (pings[asked++] !== true) throw new DragomanError('DATABASE_UNAVAILABLE', 'Down.');
      };
      const pool = () => ({ open: 1, idle: 1, max: 16, waiting: 0 });
      const adapter = { name: 'fake', ping, pool } as unknown as DatabaseAdapter;
      const monitor = new HealthMonitor(
        adapter,
        { intervalMs: 5, timeoutMs: 5, failures: 2, successes: 2 },
        () => undefined,
      );
      expect(monitor.present.status).toBe('UNKNOWN');
      void monitor.start();
    });
  }

  it('changes its mind only after several pings', async () => {
    expect(await monitored([true, false, false, false, true, true, true])).toEqual([
      'HEALTHY',
      'DEGRADED',
      'UNREACHABLE',
      'UNREACHABLE',
      'UNREACHABLE',
      'HEALTHY',
      'HEALTHY',
    ]);
    expect(await monitored([true, false, true, true])).toEqual(['HEALTHY', 'DEGRADED', 'DEGRADED', 'HEALTHY']);
    expect(await monitored([false, true, true])).toEqual(['UNREACHABLE', 'UNREACHABLE', 'HEALTHY']);
  });
});
