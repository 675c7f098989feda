import { DragomanError } from '../../errors/index.js';
import type { PoolFigures, StatementBounds } from '../database-adapter.js';
import type { PoolOptions } from '../database-options.js';

/** How long a statement may run at each level before one that waits may take its place. */
const sliceMs = (level: number): number => 200 * 4 ** level;
/** How long one waits before it looks for a place to take. */
const PATIENCE_MS = 40;
/** The longest delay that a timer takes. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** What a pool keeps: a connection of any engine. */
export interface PooledConnection {
  /** True once it must not be used again. */
  readonly spoiled: boolean;
  /** Cancels what runs on it; without effect where nothing does. */
  interrupt(): void;
  /** Makes its session what it was when it was opened. */
  reset?(): Promise<void>;
  close(): Promise<void>;
}

/** What becomes of a connection that is given back: it is kept as it is, cleaned before it is lent again, or closed. */
export type ReleaseFate = 'keep' | 'clean' | 'discard';

/** A connection that is held, until `release` gives it back. */
export interface Lease<Connection extends PooledConnection> {
  readonly connection: Connection;
  /** True once the pool took the place away: what runs is interrupted, and may be started again later. */
  readonly preempted: boolean;
  release(fate?: ReleaseFate): void;
}

/** Who asks for a connection. */
export interface Claim extends Pick<StatementBounds, 'deadlineMs' | 'signal'> {
  /** How often this statement gave its place away already: fewer go first. */
  readonly level: number;
  /** Whether what will run may be interrupted and started again. */
  readonly preemptible: boolean;
}

interface Waiter<Connection> {
  readonly claim: Claim;
  grant(connection: Connection): void;
  refuse(error: DragomanError): void;
}

interface Holder<Connection> {
  readonly claim: Claim;
  readonly connection: Connection;
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
export class ConnectionPool<Connection extends PooledConnection> {
  private readonly idle: { connection: Connection; since: number }[] = [];
  private readonly holders = new Set<Holder<Connection>>();
  private readonly waiters: Waiter<Connection>[] = [];
  private opening = 0;
  private cleaning = 0;
  /** Connections that are being opened or closed: the pool is not closed before they are. */
  private readonly moving = new Set<Promise<unknown>>();
  private acquired = 0;
  private timeouts = 0;
  private closed = false;
  private preemption: NodeJS.Timeout | undefined;
  private readonly sweep: NodeJS.Timeout;
  private onEmpty: (() => void) | undefined;
  private sibling: ConnectionPool<Connection> | undefined;

  constructor(
    private readonly options: PoolOptions,
    private readonly open: () => Promise<Connection>,
  ) {
    this.sweep = setInterval(() => this.closeIdle(), Math.max(1000, options.idleTimeoutMs / 2)).unref();
  }

  /** Two sides of one database share its `max`: what one side leaves idle makes room for the other. */
  share(sibling: ConnectionPool<Connection>): void {
    this.sibling = sibling;
    sibling.sibling = this;
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

  async acquire(claim: Claim): Promise<Lease<Connection>> {
    if (this.closed) throw new DragomanError('ADAPTER_CLOSED', 'The database is being closed.');
    if (claim.signal.aborted) throw cancelled();
    const free = this.takeIdle();
    if (free !== undefined) return this.lend(claim, free);
    if (this.hasRoom || this.sibling?.giveRoom() === true) return await this.lendNew(claim);
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

  private dispose(connection: Connection): void {
    this.track(connection.close().catch(() => undefined)).then(
      () => {
        this.fill();
        this.sibling?.fill();
      },
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
    return this.idle.length + this.holders.size + this.opening + this.cleaning;
  }

  private get hasRoom(): boolean {
    return this.size + (this.sibling?.size ?? 0) < this.options.max;
  }

  /** Closes a connection that nobody uses; says whether there was one. */
  private giveRoom(): boolean {
    const free = this.idle.shift();
    if (free !== undefined) this.dispose(free.connection);
    return free !== undefined;
  }

  /** One that broke while nobody used it is closed instead of lent. */
  private takeIdle(): Connection | undefined {
    for (let free = this.idle.pop(); free !== undefined; free = this.idle.pop()) {
      if (!free.connection.spoiled) return free.connection;
      this.dispose(free.connection);
    }
    return undefined;
  }

  private async openOne(): Promise<Connection> {
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

  private async lendNew(claim: Claim): Promise<Lease<Connection>> {
    const connection = await this.openOne();
    if (!this.closed) return this.lend(claim, connection);
    this.dispose(connection);
    throw new DragomanError('ADAPTER_CLOSED', 'The database is being closed.');
  }

  private lend(claim: Claim, connection: Connection): Lease<Connection> {
    const holder: Holder<Connection> = { claim, connection, since: Date.now(), preempted: false };
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

  private takeBack(holder: Holder<Connection>, fate: ReleaseFate): void {
    const { connection } = holder;
    if (!this.holders.delete(holder)) return;
    // The share of the threads may have become smaller since the connection was opened.
    if (fate === 'discard' || connection.spoiled || !this.hasRoom) this.dispose(connection);
    else if (fate === 'clean') void this.track(this.clean(connection));
    else this.offer(connection);
    if (this.holders.size === 0) this.onEmpty?.();
  }

  /** Nobody waits for it: the answer is on its way already. */
  private async clean(connection: Connection): Promise<void> {
    this.cleaning++;
    try {
      await connection.reset?.();
    } catch {
      // What can't be cleaned is closed, and whoever waits gets a new one.
      this.dispose(connection);
      return;
    } finally {
      this.cleaning--;
    }
    this.offer(connection);
  }

  /** Hands a free connection to the first who waits. */
  private offer(connection: Connection): void {
    if (this.closed || connection.spoiled) {
      this.dispose(connection);
      return;
    }
    const next = this.waiters.shift();
    if (next !== undefined) next.grant(connection);
    else if (this.sibling !== undefined && this.sibling.waiters.length > this.sibling.opening) this.dispose(connection);
    else this.idle.push({ connection, since: Date.now() });
  }

  /** Opens a connection for those who wait, where there is room. Who waits may have left before it is open. */
  private fill(): void {
    if (this.closed || this.waiters.length <= this.opening) return;
    if (!this.hasRoom && this.sibling?.giveRoom() !== true) return;
    this.openOne().then(
      (connection) => this.offer(connection),
      (error: unknown) => this.waiters.shift()?.refuse(asUnavailable(error)),
    );
  }

  private wait(claim: Claim): Promise<Lease<Connection>> {
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
      const waiter: Waiter<Connection> = {
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
  private enqueue(waiter: Waiter<Connection>): void {
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
    const overstay = (holder: Holder<Connection>): number => now - holder.since - sliceMs(holder.claim.level);
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
