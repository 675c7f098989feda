import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE_DEFAULTS } from '../../../src/databases/index.js';
import type { PoolOptions } from '../../../src/databases/database-options.js';
import { ConnectionPool } from '../../../src/databases/pool/connection-pool.js';
import type { Claim, Lease, PooledConnection } from '../../../src/databases/pool/pooled-connection.js';
import { DragomanError } from '../../../src/errors/index.js';
import { refusal } from '../../support/test-pipeline.js';

/** A connection that a test can see through. */
class Probe implements PooledConnection {
  spoiled = false;
  onSpoiled: (() => void) | undefined;
  validations = 0;
  isDead = false;

  constructor(private readonly present: Set<Probe>) {
    present.add(this);
  }

  interrupt(): void {
    throw new Error('Nothing here is to be interrupted.');
  }

  validate(): Promise<void> {
    this.validations++;
    return this.isDead ? Promise.reject(new Error('Dead.')) : Promise.resolve();
  }

  close(): Promise<void> {
    this.spoiled = true;
    this.present.delete(this);
    return Promise.resolve();
  }

  /** As when its server ends it. */
  break(): void {
    this.spoiled = true;
    this.present.delete(this);
    this.onSpoiled?.();
  }
}

const MINUTE = 60_000;
const DOWN = new DragomanError('DATABASE_UNAVAILABLE', 'The server refuses connections.', { hint: 'Is it running?' });

let present: Set<Probe>;
let pool: ConnectionPool<Probe>;
/** What opening does; left out, it takes 10 ms. */
let opening: (() => Promise<void>) | undefined;
let opened: number;
let troubles: number;

function make(options: Partial<PoolOptions> = {}): ConnectionPool<Probe> {
  const open = async (): Promise<Probe> => {
    opened++;
    await (opening?.() ?? new Promise((resolve) => setTimeout(resolve, 10)));
    return new Probe(present);
  };
  return (pool = new ConnectionPool({ ...DATABASE_DEFAULTS.pool, ...options }, open, () => troubles++));
}

async function warm(options: Partial<PoolOptions> = {}): Promise<void> {
  make(options);
  const warming = pool.warmUp();
  await vi.advanceTimersByTimeAsync(10);
  await warming;
}

const acquire = (claim: Partial<Claim> = {}): Promise<Lease<Probe>> =>
  pool.acquire({
    deadlineMs: Date.now() + 10 * MINUTE,
    signal: new AbortController().signal,
    level: 0,
    preemptible: false,
    ...claim,
  });

/** Holds so many at once, then gives all back. */
async function use(count: number): Promise<void> {
  const leases = Promise.all(Array.from({ length: count }, () => acquire()));
  await vi.advanceTimersByTimeAsync(50);
  for (const lease of await leases) lease.release();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  present = new Set();
  opening = undefined;
  opened = 0;
  troubles = 0;
});

afterEach(async () => {
  const closing = pool.close(0);
  await vi.advanceTimersByTimeAsync(10_000);
  await closing;
  expect(present.size).toBe(0);
  vi.useRealTimers();
});

describe('ADVANCED', () => {
  it('is warm after its first connection, and fills to min behind that, one at a time', async () => {
    await warm({ min: 4 });
    expect(pool.figures()).toMatchObject({ open: 2, idle: 1 });
    await vi.advanceTimersByTimeAsync(30);
    expect(pool.figures()).toMatchObject({ open: 4, idle: 4 });
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(opened).toBe(4);
  });

  it('fails to warm up where the first connection does, and not where a later one does', async () => {
    opening = () => Promise.reject(DOWN);
    await expect(make({ min: 3 }).warmUp()).rejects.toThrow(DOWN.message);
    opening = () => (opened > 2 ? Promise.reject(DOWN) : Promise.resolve());
    await pool.warmUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(pool.figures()).toMatchObject({ open: 1, idle: 1 });
    opening = undefined;
    await vi.advanceTimersByTimeAsync(6000);
    expect(pool.figures()).toMatchObject({ open: 3, idle: 3 });
  });

  it('closes what is idle beyond min, and never below', async () => {
    await warm({ min: 2, idleTimeoutMs: 30_000 });
    await use(8);
    expect(pool.figures()).toMatchObject({ open: 8, idle: 8 });
    await vi.advanceTimersByTimeAsync(25_000);
    expect(pool.figures().open).toBe(8);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(pool.figures()).toMatchObject({ open: 2, idle: 2 });
  });

  it('replaces what is old, not all at once and never in use', async () => {
    await warm({ min: 5, max: 8, maxLifetimeMs: 10 * MINUTE });
    await vi.advanceTimersByTimeAsync(100);
    const held = await acquire();
    const first = [...present];
    const seen = new Set<number>();
    for (let passed = 0; passed < 11 * MINUTE; passed += 5000) {
      await vi.advanceTimersByTimeAsync(5000);
      seen.add(first.filter((connection) => present.has(connection)).length);
      expect(pool.figures().open).toBeGreaterThanOrEqual(4);
    }
    expect(present.has(held.connection)).toBe(true);
    expect(first.filter((connection) => present.has(connection))).toEqual([held.connection]);
    expect(seen.size).toBeGreaterThan(2);
    held.release();
    await vi.advanceTimersByTimeAsync(100);
    expect(present.has(held.connection)).toBe(false);
    expect(pool.figures()).toMatchObject({ open: 5, idle: 5 });
  });

  it('replaces what breaks while nobody uses it, and tells of it', async () => {
    await warm({ min: 3 });
    await vi.advanceTimersByTimeAsync(100);
    for (const connection of [...present].slice(1)) connection.break();
    expect([pool.figures().idle, troubles]).toEqual([1, 2]);
    await vi.advanceTimersByTimeAsync(100);
    expect(pool.figures()).toMatchObject({ open: 3, idle: 3 });
    expect(present.size).toBe(3);
  });

  it('asks only what was idle for long for a sign of life, and lends none that gives none', async () => {
    await warm({ min: 3 });
    await vi.advanceTimersByTimeAsync(100);
    const again = await acquire();
    again.release();
    expect(again.connection.validations).toBe(0);
    await vi.advanceTimersByTimeAsync(20_000);
    const checked = await acquire();
    expect(checked.connection.validations).toBe(1);
    checked.release();
    await vi.advanceTimersByTimeAsync(20_000);
    const old = [...present];
    for (const connection of old) connection.isDead = true;
    const asked = acquire();
    await vi.advanceTimersByTimeAsync(100);
    const fresh = await asked;
    // One is asked: those that were idle for longer are as dead.
    expect(old.reduce((sum, { validations }) => sum + validations, 0)).toBe(2);
    expect(old).not.toContain(fresh.connection);
    expect(troubles).toBeGreaterThan(0);
    fresh.release();
    await vi.advanceTimersByTimeAsync(100);
    expect(pool.figures()).toMatchObject({ open: 3, idle: 3 });
  });
});

describe('SIMPLE', () => {
  it('opens on demand, keeps what it has, and looks at neither age nor health', async () => {
    await warm({ strategy: 'SIMPLE', min: 2, max: 4, maxLifetimeMs: MINUTE });
    await vi.advanceTimersByTimeAsync(1000);
    expect(pool.figures()).toMatchObject({ strategy: 'SIMPLE', open: 1 });
    await use(4);
    expect(pool.figures().open).toBe(4);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(pool.figures()).toMatchObject({ open: 2, idle: 2 });
    const lease = await acquire();
    expect(lease.connection.validations).toBe(0);
    lease.release();
    for (const connection of [...present]) connection.break();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(pool.figures().open).toBe(0);
  });
});

describe('NONE', () => {
  it('opens one for each request, within max and the queue, and keeps none', async () => {
    await warm({ strategy: 'NONE', max: 2, maxWaiting: 1, acquireTimeoutMs: 1000 });
    expect(present.size).toBe(0);
    const two = Promise.all([acquire(), acquire()]);
    const third = acquire();
    await refusal(acquire(), 'POOL_EXHAUSTED');
    await vi.advanceTimersByTimeAsync(50);
    const [one, other] = await two;
    expect(pool.figures()).toMatchObject({ strategy: 'NONE', min: 0, open: 2, waiting: 1 });
    one.release();
    await vi.advanceTimersByTimeAsync(50);
    expect((await third).connection).not.toBe(one.connection);
    other.release('clean');
    (await third).release();
    await vi.advanceTimersByTimeAsync(50);
    expect(pool.figures()).toMatchObject({ open: 0, idle: 0 });
    expect(opened).toBe(4);
  });
});

describe('openings', () => {
  it('that nobody waits for any more serve the next who does', async () => {
    await warm({ max: 10 });
    const held = await acquire();
    opening = () => new Promise((resolve) => setTimeout(resolve, 400));
    for (let round = 0; round < 5; round++) {
      // Served by the one that comes back, or gone.
      const controller = new AbortController();
      const [served, leaving] = [acquire(), refusal(acquire({ signal: controller.signal }), 'QUERY_CANCELLED')];
      controller.abort();
      await leaving;
      if (round === 0) held.release();
      (await served).release();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(opened).toBeLessThanOrEqual(3);
    await vi.advanceTimersByTimeAsync(1000);
    expect(pool.figures()).toMatchObject({ open: 3, idle: 3 });
  });

  it('that take long hold up nobody who comes later', async () => {
    make({ max: 4, acquireTimeoutMs: 1000 });
    opening = () => new Promise((resolve) => setTimeout(resolve, MINUTE));
    const stuck = refusal(acquire(), 'DATABASE_UNAVAILABLE');
    await vi.advanceTimersByTimeAsync(1000);
    await stuck;
    opening = undefined;
    const next = acquire();
    await vi.advanceTimersByTimeAsync(20);
    (await next).release();
    await vi.advanceTimersByTimeAsync(MINUTE);
  });

  it('that a server refuses are tried one at a time, and all go on once it takes one', async () => {
    make({ max: 10, acquireTimeoutMs: 5000 });
    opening = () => Promise.reject(DOWN);
    const waiting = Promise.all(Array.from({ length: 8 }, () => acquire()));
    await vi.advanceTimersByTimeAsync(2000);
    // Those of the first moment, then one at a time, with pauses.
    expect(opened).toBeLessThanOrEqual(8 + 10);
    expect(pool.figures().waiting).toBe(8);
    opening = undefined;
    await vi.advanceTimersByTimeAsync(700);
    for (const lease of await waiting) lease.release();
    expect(pool.figures()).toMatchObject({ open: 8, idle: 8, waiting: 0 });
  });

  it('go on at once when the database is known to answer', async () => {
    make({ acquireTimeoutMs: 5000 });
    opening = () => Promise.reject(DOWN);
    const waiting = acquire();
    await vi.advanceTimersByTimeAsync(2000);
    opening = () => Promise.resolve();
    pool.revive();
    await vi.advanceTimersByTimeAsync(0);
    (await waiting).release();
  });

  it('that fail until the end are told with their reason', async () => {
    make({ acquireTimeoutMs: 1000 });
    opening = () => Promise.reject(DOWN);
    const patient = refusal(acquire(), 'DATABASE_UNAVAILABLE');
    const short = refusal(acquire({ deadlineMs: Date.now() + 100 }), 'DATABASE_UNAVAILABLE');
    await vi.advanceTimersByTimeAsync(100);
    expect((await short).message).toBe(DOWN.message);
    await vi.advanceTimersByTimeAsync(900);
    expect((await patient).details.hint).toBe('Is it running?');
    expect(pool.figures()).toMatchObject({ waiting: 0, open: 0, timeouts: 2 });
  });

  it('that will fail again are told at once', async () => {
    make();
    opening = () => Promise.reject(new DragomanError('DATABASE_UNAVAILABLE', 'Wrong password.', { retryable: false }));
    for (let round = 0; round < 3; round++) await refusal(acquire(), 'DATABASE_UNAVAILABLE');
    expect(opened).toBe(3);
  });
});

it('serves in order, those first who gave way less often', async () => {
  await warm({ max: 1 });
  const held = await acquire();
  const order: string[] = [];
  const waiting = (['again 1', 'first 1', 'first 2', 'again 2'] as const).map(async (name) => {
    const lease = await acquire({ level: name.startsWith('again') ? 1 : 0 });
    order.push(name);
    lease.release();
  });
  held.release();
  await Promise.all(waiting);
  expect(order).toEqual(['first 1', 'first 2', 'again 1', 'again 2']);
});
