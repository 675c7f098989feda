import { DragomanError } from '../../errors/index.js';
import type { PoolFigures, StatementBounds } from '../database-adapter.js';
import type { PoolOptions } from '../database-options.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** How long a statement may run at each level before one that waits may take its place. */
const sliceMs = (level: number): number => 200 * 4 ** level;
/** How long one waits before it looks for a place to take. */
const PATIENCE_MS = 40;
/** The longest delay that a timer takes. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** A connection that is held, until `release` gives it back. */
export interface Lease {
  readonly connection: SqliteConnection;
  /** True once the pool took the place away: what runs is interrupted, and may be started again later. */
  readonly preempted: boolean;
  /** Gives the connection back, or closes it when something may be left behind in its session. */
  release(fate?: 'keep' | 'discard'): void;
}

/** Who asks for a connection. */
export interface Claim extends Pick<StatementBounds, 'deadlineMs' | 'signal'> {
  /** How often this statement gave its place away already: fewer go first. */
  readonly level: number;
  /** Whether what will run may be interrupted and started again. */
  readonly preemptible: boolean;
}

interface Waiter {
  readonly claim: Claim;
  grant(connection: SqliteConnection): void;
  refuse(error: DragomanError): void;
}

interface Holder {
  readonly claim: Claim;
  readonly connection: SqliteConnection;
  readonly since: number;
  preempted: boolean;
}

/**
 * A bounded set of connections with a bounded, ordered queue.
 *
 * Slow reads must not hold up quick ones, however many they are: when all connections
 * are busy, the read that has overstayed its slice longest is interrupted, and starts
 * again behind those that wait, with a slice four times as long. So a quick statement
 * waits for milliseconds, and a slow one is done at most a third more than once.
 */
export class ConnectionPool {
  private readonly idle: { connection: SqliteConnection; since: number }[] = [];
  private readonly holders = new Set<Holder>();
  private readonly waiters: Waiter[] = [];
  private opening = 0;
  /** Connections that are being opened or closed: the pool is not closed before they are. */
  private readonly moving = new Set<Promise<unknown>>();
  private acquired = 0;
  private timeouts = 0;
  private closed = false;
  private preemption: NodeJS.Timeout | undefined;
  private readonly sweep: NodeJS.Timeout;
  private onEmpty: (() => void) | undefined;

  constructor(
    private readonly options: PoolOptions,
    private readonly open: () => Promise<SqliteConnection>,
  ) {
    this.sweep = setInterval(() => this.closeIdle(), Math.max(1000, options.idleTimeoutMs / 2)).unref();
  }

  /** Opens the least number of connections; fails when the first one can't be opened. */
  async warmUp(): Promise<void> {
    while (this.size < Math.max(1, this.options.min)) {
      this.opening++;
      try {
        this.idle.push({ connection: await this.open(), since: Date.now() });
      } finally {
        this.opening--;
      }
    }
  }

  async acquire(claim: Claim): Promise<Lease> {
    if (this.closed) throw new DragomanError('ADAPTER_CLOSED', 'The database is being closed.');
    if (claim.signal.aborted) throw cancelled();
    const free = this.idle.pop();
    if (free !== undefined) return this.lend(claim, free.connection);
    if (this.size < this.options.max) return await this.lendNew(claim);
    // One that gave its place away waits for another until its deadline: it was let in already.
    if (this.waiters.length >= this.options.maxWaiting && claim.level === 0) {
      throw new DragomanError(
        'POOL_EXHAUSTED',
        `All ${this.options.max} connections are busy and ${this.options.maxWaiting} requests wait already.`,
      );
    }
    return await this.wait(claim);
  }

  figures(): PoolFigures {
    return {
      min: this.options.min,
      max: this.options.max,
      open: this.size,
      idle: this.idle.length,
      waiting: this.waiters.length,
      acquired: this.acquired,
      timeouts: this.timeouts,
    };
  }

  /** Refuses those who wait, lets those who hold end until `graceMs`, then interrupts them. */
  async close(graceMs: number): Promise<void> {
    this.closed = true;
    clearInterval(this.sweep);
    clearTimeout(this.preemption);
    for (const waiter of this.waiters.splice(0)) {
      waiter.refuse(new DragomanError('ADAPTER_CLOSED', 'The database is being closed.'));
    }
    for (const { connection } of this.idle.splice(0)) this.dispose(connection);
    if (this.holders.size > 0) await this.emptied(graceMs);
    while (this.moving.size > 0) await Promise.allSettled(this.moving);
  }

  private async emptied(graceMs: number): Promise<void> {
    const emptied = new Promise<void>((resolve) => (this.onEmpty = resolve));
    const graceUntil = Date.now() + graceMs;
    // Repeated, as an interrupt has no effect on a statement that has not begun yet.
    const interrupting = setInterval(() => {
      if (Date.now() < graceUntil) return;
      for (const holder of this.holders) holder.connection.interrupt();
    }, PATIENCE_MS);
    await emptied;
    clearInterval(interrupting);
  }

  private dispose(connection: SqliteConnection): void {
    this.track(connection.close().catch(() => undefined)).then(
      () => this.fill(),
      () => undefined,
    );
  }

  private track<T>(moving: Promise<T>): Promise<T> {
    this.moving.add(moving);
    const done = (): boolean => this.moving.delete(moving);
    moving.then(done, done);
    return moving;
  }

  private get size(): number {
    return this.idle.length + this.holders.size + this.opening;
  }

  private async openOne(): Promise<SqliteConnection> {
    this.opening++;
    try {
      return await this.track(this.open());
    } catch (error) {
      // The place is free again: whoever waits may try for it.
      queueMicrotask(() => this.fill());
      throw error;
    } finally {
      this.opening--;
    }
  }

  private async lendNew(claim: Claim): Promise<Lease> {
    const connection = await this.openOne();
    if (!this.closed) return this.lend(claim, connection);
    this.dispose(connection);
    throw new DragomanError('ADAPTER_CLOSED', 'The database is being closed.');
  }

  private lend(claim: Claim, connection: SqliteConnection): Lease {
    const holder: Holder = { claim, connection, since: Date.now(), preempted: false };
    this.holders.add(holder);
    this.acquired++;
    return {
      connection,
      get preempted() {
        return holder.preempted;
      },
      release: (fate = 'keep') => this.takeBack(holder, fate),
    };
  }

  private takeBack(holder: Holder, fate: 'keep' | 'discard'): void {
    if (!this.holders.delete(holder)) return;
    // The share of the threads may have become smaller since the connection was opened.
    if (fate === 'discard' || holder.connection.spoiled || this.size >= this.options.max)
      this.dispose(holder.connection);
    else this.offer(holder.connection);
    if (this.holders.size === 0) this.onEmpty?.();
  }

  /** Hands a free connection to the first who waits. */
  private offer(connection: SqliteConnection): void {
    if (this.closed) {
      this.dispose(connection);
      return;
    }
    const next = this.waiters.shift();
    if (next === undefined) this.idle.push({ connection, since: Date.now() });
    else next.grant(connection);
  }

  /** Opens a connection for those who wait, where there is room. Who waits may have left before it is open. */
  private fill(): void {
    if (this.closed || this.waiters.length <= this.opening || this.size >= this.options.max) return;
    this.openOne().then(
      (connection) => this.offer(connection),
      (error: unknown) => this.waiters.shift()?.refuse(asUnavailable(error)),
    );
  }

  private wait(claim: Claim): Promise<Lease> {
    return new Promise((resolve, reject) => {
      const patienceMs = claim.level === 0 ? this.options.acquireTimeoutMs : LONGEST_DELAY_MS;
      const limitMs = Math.min(claim.deadlineMs - Date.now(), patienceMs);
      const leave = (error: DragomanError): void => {
        const place = this.waiters.indexOf(waiter);
        if (place >= 0) this.waiters.splice(place, 1);
        waiter.refuse(error);
      };
      const onAbort = (): void => leave(cancelled());
      const timer = setTimeout(
        () => {
          this.timeouts++;
          leave(this.exhausted(claim, limitMs));
        },
        Math.max(0, limitMs),
      );
      const settle = (): void => {
        clearTimeout(timer);
        claim.signal.removeEventListener('abort', onAbort);
      };
      const waiter: Waiter = {
        claim,
        grant: (connection) => {
          settle();
          resolve(this.lend(claim, connection));
        },
        refuse: (error) => {
          settle();
          reject(error);
        },
      };
      claim.signal.addEventListener('abort', onAbort, { once: true });
      this.enqueue(waiter);
    });
  }

  /** Those who gave their place away less often stand before those who did more often. */
  private enqueue(waiter: Waiter): void {
    const before = this.waiters.findIndex((other) => other.claim.level > waiter.claim.level);
    this.waiters.splice(before < 0 ? this.waiters.length : before, 0, waiter);
    this.watchOverstay();
  }

  private watchOverstay(): void {
    this.preemption ??= setTimeout(() => {
      this.preemption = undefined;
      this.preempt();
      if (this.waiters.length > 0 && !this.closed) this.watchOverstay();
    }, PATIENCE_MS).unref();
  }

  /** Takes a place for each who waits, as far as there are holders that overstayed. */
  private preempt(): void {
    // An interrupt has no effect on a statement that has not begun yet, so it is repeated until the place is free.
    for (const holder of this.holders) if (holder.preempted) holder.connection.interrupt();
    const now = Date.now();
    const overstay = (holder: Holder): number => now - holder.since - sliceMs(holder.claim.level);
    const victims = [...this.holders]
      .filter((holder) => holder.claim.preemptible && !holder.preempted && overstay(holder) > 0)
      .sort((left, right) => overstay(right) - overstay(left));
    const onTheWay = [...this.holders].filter((holder) => holder.preempted).length;
    for (const { claim } of this.waiters.slice(onTheWay)) {
      const place = victims.findIndex((victim) => claim.level <= victim.claim.level);
      const [victim] = place < 0 ? [] : victims.splice(place, 1);
      if (victim === undefined) return;
      victim.preempted = true;
      victim.connection.interrupt();
    }
  }

  private exhausted(claim: Claim, waitedMs: number): DragomanError {
    const atDeadline = claim.deadlineMs <= Date.now() + 1;
    return new DragomanError(
      atDeadline ? 'QUERY_TIMEOUT' : 'POOL_EXHAUSTED',
      `No connection became free within ${Math.max(0, Math.round(waitedMs))} ms: all ${this.options.max} are busy.`,
    );
  }

  private closeIdle(): void {
    const longAgo = Date.now() - this.options.idleTimeoutMs;
    while (this.size > this.options.min && this.idle[0] !== undefined && this.idle[0].since < longAgo) {
      const longest = this.idle.shift();
      if (longest !== undefined) this.dispose(longest.connection);
    }
  }
}

function cancelled(): DragomanError {
  return new DragomanError('QUERY_CANCELLED', 'The request was cancelled before the statement started.');
}

function asUnavailable(error: unknown): DragomanError {
  if (error instanceof DragomanError) return error;
  return new DragomanError('DATABASE_UNAVAILABLE', 'A connection could not be opened.', { cause: error });
}
