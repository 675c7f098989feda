import { DragomanError } from '../../errors/index.js';
import { before } from '../before-moment.js';
import type { PoolFigures, StatementBounds } from '../database-adapter.js';
import type { PoolOptions } from '../database-options.js';

/** How long a statement may run at each level before one that waits may take its place. */
const sliceMs = (level: number): number => 200 * 4 ** level;
/** How long one waits before it looks for a place to take. */
const PATIENCE_MS = 40;
/** How long a session may take to be made new; a server that says nothing must not keep a place for ever. */
const CLEANING_MS = 5000;
/**
 * By how much longer than the first of the other side one may have to wait, before that side
 * closes a connection to make room. Opening costs more than a moment's wait for a connection
 * that is there: a side that has some is to be patient.
 */
const PASSING_MS = {
  hasNone: { otherRests: 0, otherWaits: 100 },
  hasSome: { otherRests: PATIENCE_MS, otherWaits: 1000 },
} as const;
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
  /** Whether a connection was just found dead: what has been idle beside it may be dead as well. */
  readonly fresh?: boolean;
}

interface Waiter<Connection> {
  readonly claim: Claim;
  readonly since: number;
  grant(connection: Connection): void;
  refuse(error: Error): void;
}

/** A connection that is being opened. */
interface Opening {
  /** Whether somebody waits for it. One that takes long, its waiter having left, must hold up nobody else. */
  wanted: boolean;
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
  private readonly openings = new Set<Opening>();
  private cleaning = 0;
  /** Connections that are being closed: the server has them still. */
  private leaving = 0;
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
      this.idle.push({ connection: await this.openOne({ wanted: false }), since: Date.now() });
    }
  }

  async acquire(claim: Claim): Promise<Lease<Connection>> {
    if (this.closed) throw new DragomanError('ADAPTER_CLOSED', 'The database is being closed.');
    if (claim.signal.aborted) throw cancelled();
    if (claim.fresh === true) for (const { connection } of this.idle.splice(0)) this.dispose(connection);
    const free = this.takeIdle();
    if (free !== undefined) return this.lend(claim, free);
    // One that gave its place away waits for another until its deadline: it was let in already.
    if (!this.canOpen && this.unserved >= this.options.maxWaiting && claim.level === 0) {
      throw new DragomanError(
        'POOL_EXHAUSTED',
        `All ${this.options.max} connections are busy and ${this.options.maxWaiting} requests wait already.`,
        { hint: EXHAUSTED_HINT },
      );
    }
    // Also where one is opened for it: a server that takes its time must not hold anybody past the deadline.
    const lease = this.wait(claim);
    this.fill();
    return await lease;
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
    this.leaving++;
    const left = (): void => {
      this.leaving--;
      this.fillBoth();
    };
    // It is gone whether it could say goodbye or not.
    this.track(connection.close()).then(left, left);
  }

  private track<T>(moving: Promise<T>): Promise<T> {
    this.moving.add(moving);
    const done = (): boolean => this.moving.delete(moving);
    moving.then(done, done);
    return moving;
  }

  private get size(): number {
    return this.idle.length + this.holders.size + this.openings.size + this.cleaning;
  }

  /** How many sessions the server has, or is about to have, of this side. */
  private get sessions(): number {
    return this.size + this.leaving;
  }

  private get hasRoom(): boolean {
    return this.sessions + (this.sibling?.sessions ?? 0) < this.options.max;
  }

  private get canOpen(): boolean {
    return this.hasRoom || (this.sibling !== undefined && this.sibling.idle.length > 0);
  }

  /** How many of those who wait, the first ones, have a connection being opened for them. */
  private get promised(): number {
    return [...this.openings].filter(({ wanted }) => wanted).length;
  }

  private get unserved(): number {
    return this.waiters.length - this.promised;
  }

  /** Since when the first waits for whom no connection is being opened. */
  private get unservedSince(): number {
    return this.waiters[this.promised]?.since ?? Infinity;
  }

  /** One that broke while nobody used it is closed instead of lent. */
  private takeIdle(): Connection | undefined {
    for (let free = this.idle.pop(); free !== undefined; free = this.idle.pop()) {
      if (!free.connection.spoiled) return free.connection;
      this.dispose(free.connection);
    }
    return undefined;
  }

  private async openOne(opening: Opening): Promise<Connection> {
    this.openings.add(opening);
    try {
      return await this.track(this.open());
    } catch (error) {
      // The place is free again: whoever waits may try for it.
      queueMicrotask(() => this.fillBoth());
      throw error;
    } finally {
      this.openings.delete(opening);
    }
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
    const tooLate = (): Error => new Error('The session could not be made new in time.');
    try {
      if (connection.reset !== undefined) await before(Date.now() + CLEANING_MS, connection.reset(), tooLate);
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
    if (this.sibling?.needsPlaceOf(this) === true) this.dispose(connection);
    else if (this.waiters[0] !== undefined) this.dequeue(this.waiters[0]).grant(connection);
    else this.idle.push({ connection, since: Date.now() });
  }

  /** Fills a place that became free on either side, for the one that waits for longer. */
  private fillBoth(): void {
    const sides = this.sibling === undefined ? [this] : [this, this.sibling];
    sides.sort((left, right) => left.unservedSince - right.unservedSince);
    for (const side of sides) side.fill();
  }

  /** Opens a connection for those who wait, where there is room. Who waits may have left before it is open. */
  private fill(): void {
    if (this.closed || this.unserved === 0) return;
    if (this.hasRoom) {
      const opening = { wanted: true };
      this.openOne(opening).then(
        (connection) => this.offer(connection),
        (error: unknown) => {
          if (opening.wanted && this.waiters[0] !== undefined) this.dequeue(this.waiters[0]).refuse(asError(error));
        },
      );
      return;
    }
    // What the other side leaves idle makes room once it is closed.
    const { sibling } = this;
    if (sibling === undefined || !this.needsPlaceOf(sibling)) return;
    const free = sibling.idle.shift();
    if (free !== undefined) sibling.dispose(free.connection);
  }

  private needsPlaceOf(other: ConnectionPool<Connection>): boolean {
    // What the other side is closing makes room for the first of those who wait.
    const waiter = this.waiters[this.promised + other.leaving];
    if (waiter === undefined) return false;
    const patience = this.size === 0 ? PASSING_MS.hasNone : PASSING_MS.hasSome;
    const rival = other.waiters[0];
    return rival === undefined
      ? waiter.since + patience.otherRests <= Date.now()
      : waiter.since + patience.otherWaits <= rival.since;
  }

  private wait(claim: Claim): Promise<Lease<Connection>> {
    return new Promise((resolve, reject) => {
      const patienceMs = claim.level === 0 ? this.options.acquireTimeoutMs : LONGEST_DELAY_MS;
      const limitMs = Math.min(claim.deadlineMs - Date.now(), patienceMs);
      const leave = (error: DragomanError): void => {
        this.dequeue(waiter).refuse(error);
      };
      const onAbort = (): void => leave(cancelled());
      const timer = setTimeout(
        () => {
          this.timeouts++;
          leave(this.late(waiter, limitMs));
        },
        Math.max(0, limitMs),
      );
      const settle = (): void => {
        clearTimeout(timer);
        claim.signal.removeEventListener('abort', onAbort);
      };
      const waiter: Waiter<Connection> = {
        claim,
        since: Date.now(),
        grant: (connection) => {
          settle();
          resolve(this.lend(claim, connection));
        },
        refuse: (error) => {
          settle();
          reject(error);
        },
      };
      claim.signal.addEventListener('abort', onAbort);
      this.enqueue(waiter);
    });
  }

  /** Those who gave their place away less often stand before those who did more often. */
  private enqueue(waiter: Waiter<Connection>): void {
    const before = this.waiters.findIndex((other) => other.claim.level > waiter.claim.level);
    this.waiters.splice(before < 0 ? this.waiters.length : before, 0, waiter);
    this.watchOverstay();
  }

  private dequeue(waiter: Waiter<Connection>): Waiter<Connection> {
    this.waiters.splice(this.waiters.indexOf(waiter), 1);
    if (this.unserved < 0) {
      const oldest = [...this.openings].find(({ wanted }) => wanted);
      if (oldest !== undefined) oldest.wanted = false;
    }
    return waiter;
  }

  private watchOverstay(): void {
    this.preemption ??= setTimeout(() => {
      this.preemption = undefined;
      this.fill();
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
    for (const { claim } of this.waiters.slice(onTheWay + this.promised)) {
      const place = victims.findIndex((victim) => claim.level <= victim.claim.level);
      const [victim] = place < 0 ? [] : victims.splice(place, 1);
      if (victim === undefined) return;
      victim.preempted = true;
      victim.connection.interrupt();
    }
  }

  /** Why one who waited got nothing: others have the connections, or none can be opened. */
  private late(waiter: Waiter<Connection>, limitMs: number): DragomanError {
    const atDeadline = waiter.claim.deadlineMs <= Date.now() + 1;
    const waited = `within ${Math.max(0, Math.round(limitMs))} ms`;
    const isBusy = this.holders.size + (this.sibling?.holders.size ?? 0) > 0;
    if (isBusy && this.waiters.indexOf(waiter) >= this.promised) {
      return new DragomanError(
        atDeadline ? 'QUERY_TIMEOUT' : 'POOL_EXHAUSTED',
        `No connection became free ${waited}: all ${this.options.max} are busy.`,
        { hint: EXHAUSTED_HINT },
      );
    }
    return new DragomanError(
      atDeadline ? 'QUERY_TIMEOUT' : 'DATABASE_UNAVAILABLE',
      `No connection could be opened ${waited}.`,
      { hint: SILENT_HINT },
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

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function cancelled(): DragomanError {
  return new DragomanError('QUERY_CANCELLED', 'The request was cancelled before the statement started.');
}

/** What a server's silence may mean. */
export const SILENT_HINT = 'The server accepts connections and says nothing, or the way to it is cut.';

const EXHAUSTED_HINT = 'Try again a little later, or raise `pool.max` or `pool.maxWaiting`.';
