import { DragomanError } from '../../errors/index.js';
import { before, LONGEST_DELAY_MS } from '../before-moment.js';
import type { PoolFigures } from '../database-adapter.js';
import type { PoolOptions } from '../database-options.js';
import { Arrivals } from './arrivals.js';
import { placesToTake } from './overstay.js';
import { cancelled, closing, MANY_BUSY, noneFree, noneOpened, queueFull } from './pool-errors.js';
import { Loan, PoolMember } from './pool-member.js';
import { POOL_POLICIES, type PoolPolicy } from './pool-strategy.js';
import type { Claim, Lease, PooledConnection, ReleaseFate } from './pooled-connection.js';
import { Setbacks } from './setbacks.js';
import { WaitingLine } from './waiting-line.js';

/** How long one waits before it looks for a place to take. */
const PATIENCE_MS = 40;
/** How long a session may take to be made new; a server that says nothing must not keep a place for ever. */
const CLEANING_MS = 5000;
/** How long a sign of life may take. */
const VALIDATION_MS = 1000;
/** How often limits of age are looked at, at the least and at the most. */
const UPKEEP_MS = { least: 500, most: 5000 } as const;
/**
 * By how much longer than the first of the other side one may have to wait, before that side
 * closes a connection to make room. Opening costs more than a moment's wait for a connection
 * that is there: a side that has some is to be patient.
 */
const PASSING_MS = {
  hasNone: { otherRests: 0, otherWaits: 100 },
  hasSome: { otherRests: PATIENCE_MS, otherWaits: 1000 },
} as const;

/**
 * A bounded set of connections with a bounded, ordered queue.
 *
 * Slow reads must not hold up quick ones, however many they are: when all connections
 * are busy, the read that has overstayed its slice longest is interrupted, and starts
 * again behind those that wait, with a slice four times as long. So a quick statement
 * waits for milliseconds, and a slow one is done at most a third more than once.
 *
 * Where no connection can be opened for a reason that may pass, those who wait stay, and one
 * connection at a time is tried until it opens.
 */
export class ConnectionPool<Connection extends PooledConnection> {
  private readonly policy: PoolPolicy;
  /** The one that was used last stands last, and is lent first. */
  private readonly idle: PoolMember<Connection>[] = [];
  private readonly loans = new Set<Loan<Connection>>();
  private readonly arrivals = new Arrivals();
  private readonly line = new WaitingLine<Connection>(() => {
    if (this.unserved < 0) this.arrivals.disown();
  });
  private cleaning = 0;
  /** Connections that are being closed: the server has them still. */
  private leaving = 0;
  /** Connections that are being opened or closed: the pool is not closed before they are. */
  private readonly moving = new Set<Promise<unknown>>();
  private acquired = 0;
  private timeouts = 0;
  private closed = false;
  private warm = false;
  private readonly setbacks = new Setbacks();
  private preemption: NodeJS.Timeout | undefined;
  private readonly upkeep: NodeJS.Timeout;
  private onEmpty: (() => void) | undefined;
  private sibling: ConnectionPool<Connection> | undefined;

  constructor(
    private readonly options: PoolOptions,
    private readonly open: () => Promise<Connection>,
    /** Told when a connection broke that nobody used, or could not be opened. */
    private readonly onTrouble: () => void = () => undefined,
    private readonly words = MANY_BUSY,
  ) {
    this.policy = POOL_POLICIES[options.strategy];
    const everyMs = Math.min(options.idleTimeoutMs, options.maxLifetimeMs) / 4;
    const upkeepMs = Math.min(UPKEEP_MS.most, Math.max(UPKEEP_MS.least, everyMs));
    this.upkeep = setInterval(() => this.keepUp(), upkeepMs).unref();
  }

  /** Two sides of one database share its `max`: what one side leaves idle makes room for the other. */
  share(sibling: ConnectionPool<Connection>): void {
    this.sibling = sibling;
    sibling.sibling = this;
  }

  /** Opens one connection, and fails where it can't be opened; what is missing to `min` follows by itself. */
  async warmUp(): Promise<void> {
    const arrival = this.arrivals.begin(false);
    const opening = this.track(this.open());
    const first = await opening.finally(() => this.arrivals.end(arrival));
    this.warm = true;
    this.offer(this.admit(first));
    this.replenish();
  }

  async acquire(claim: Claim): Promise<Lease<Connection>> {
    if (this.closed) throw closing();
    if (claim.signal.aborted) throw cancelled();
    if (claim.fresh === true) this.disposeIdle();
    const free = this.takeIdle();
    if (free !== undefined) return this.lend(claim, free);
    // One that gave its place away waits for another until its deadline: it was let in already.
    const { reason } = this.setbacks;
    if ((!this.canOpen || reason !== undefined) && this.unserved >= this.options.maxWaiting && claim.level === 0) {
      const refusal = (): Error => (reason === undefined ? queueFull(this.options, this.words) : alike(reason));
      const displaced = this.line.displaceFor(claim);
      if (displaced === undefined) throw refusal();
      displaced?.refuse(refusal());
    }
    // Also where one is opened for it: a server that takes its time must not hold anybody past the deadline.
    const lease = this.wait(claim);
    this.fill();
    return lease;
  }

  figures(): PoolFigures {
    return {
      strategy: this.options.strategy,
      min: this.policy.keeps ? this.options.min : 0,
      max: this.options.max,
      open: this.size,
      idle: this.idle.length,
      waiting: this.line.length,
      acquired: this.acquired,
      timeouts: this.timeouts,
    };
  }

  /** The database answers: whoever waits for a connection need not wait for the next attempt. */
  revive(): void {
    if (this.setbacks.areNone && this.size >= this.options.min) return;
    this.setbacks.forget();
    this.settle();
  }

  /** Refuses those who wait, lets those who hold end until `graceMs`, then interrupts them. */
  async close(graceMs: number): Promise<void> {
    this.closed = true;
    clearInterval(this.upkeep);
    clearTimeout(this.preemption);
    this.setbacks.forget();
    for (let waiter = this.line.next(); waiter !== undefined; waiter = this.line.next()) waiter.refuse(closing());
    this.disposeIdle();
    if (this.loans.size > 0) await this.emptied(graceMs);
    while (this.moving.size > 0) await Promise.allSettled(this.moving);
  }

  private async emptied(graceMs: number): Promise<void> {
    const emptied = new Promise<void>((resolve) => (this.onEmpty = resolve));
    const graceUntil = Date.now() + graceMs;
    // Repeated, as an interrupt has no effect on a statement that has not begun yet.
    const interrupting = setInterval(() => {
      if (Date.now() < graceUntil) return;
      for (const { connection } of this.loans) connection.interrupt();
    }, PATIENCE_MS);
    await emptied;
    clearInterval(interrupting);
  }

  private get size(): number {
    return this.idle.length + this.loans.size + this.arrivals.size + this.cleaning;
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

  /** How many wait for whom no connection is on its way. */
  private get unserved(): number {
    return this.line.length - this.arrivals.promised;
  }

  /** Since when the first of those waits. */
  private get unservedSince(): number {
    return this.line.at(this.arrivals.promised)?.since ?? Infinity;
  }

  // A connection's life: it is opened and admitted, lent and taken back, and closed.

  private async bring(wanted: boolean): Promise<void> {
    const arrival = this.arrivals.begin(wanted);
    try {
      const connection = await this.track(this.open());
      this.arrivals.end(arrival);
      this.setbacks.forget();
      this.offer(this.admit(connection));
    } catch (error) {
      const isWanted = arrival.wanted;
      this.arrivals.end(arrival);
      this.noteFailure(error, isWanted);
    }
    this.settle();
  }

  private admit(connection: Connection): PoolMember<Connection> {
    const member = new PoolMember(connection, this.options, this.policy);
    connection.onSpoiled = () => this.lose(member);
    return member;
  }

  private lend(claim: Claim, member: PoolMember<Connection>): Lease<Connection> {
    const loan = new Loan(claim, member, this.takeBack);
    this.loans.add(loan);
    this.acquired++;
    return loan;
  }

  private readonly takeBack = (loan: Loan<Connection>, fate: ReleaseFate): void => {
    if (!this.loans.delete(loan)) return;
    const { member, connection } = loan;
    const isDone = !this.policy.keeps || member.isExpired;
    // The share of the threads may have become smaller since the connection was opened.
    if (fate === 'discard' || isDone || connection.spoiled || !this.hasRoom) this.dispose(connection);
    else if (fate === 'clean') void this.track(this.clean(member));
    else this.offer(member);
    if (this.loans.size === 0) this.onEmpty?.();
  };

  /** Nobody waits for it: the answer is on its way already. */
  private async clean(member: PoolMember<Connection>): Promise<void> {
    const { connection } = member;
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
    this.offer(member);
  }

  /** Hands a free connection to the first who waits. */
  private offer(member: PoolMember<Connection>): void {
    const { connection } = member;
    if (this.closed || connection.spoiled || this.sibling?.needsPlaceOf(this) === true) {
      this.dispose(connection);
      return;
    }
    const waiter = this.line.next();
    if (waiter !== undefined) {
      waiter.grant(this.lend(waiter.claim, member));
    } else if (this.policy.keeps) {
      member.idleSince = Date.now();
      this.idle.push(member);
    } else {
      this.dispose(connection);
    }
  }

  /** One that broke while nobody used it is closed instead of lent, and one that may have is asked first. */
  private takeIdle(): PoolMember<Connection> | undefined {
    for (let free = this.idle.pop(); free !== undefined; free = this.idle.pop()) {
      if (free.connection.spoiled) {
        this.dispose(free.connection);
      } else if (this.policy.validates && free.isStale) {
        // Whoever asked waits for it with the others.
        void this.validate(free);
        return undefined;
      } else {
        return free;
      }
    }
    return undefined;
  }

  private async validate(member: PoolMember<Connection>): Promise<void> {
    const { connection } = member;
    const arrival = this.arrivals.begin(true);
    const tooLate = (): Error => new Error('No sign of life came in time.');
    try {
      if (connection.validate !== undefined) {
        await this.track(before(Date.now() + VALIDATION_MS, connection.validate(), tooLate));
      }
      this.arrivals.end(arrival);
      this.offer(member);
    } catch {
      this.arrivals.end(arrival);
      this.dispose(connection);
      // Those that are left have been idle for longer.
      this.disposeIdle();
      this.onTrouble();
      this.settle();
    }
  }

  /** It broke by itself. Whoever has it finds out; one that is idle is replaced. */
  private lose(member: PoolMember<Connection>): void {
    // Also where somebody has it: a transaction may run nothing on it for long.
    this.onTrouble();
    const place = this.idle.indexOf(member);
    if (place < 0) return;
    this.idle.splice(place, 1);
    this.dispose(member.connection);
  }

  private disposeIdle(): void {
    for (const { connection } of this.idle.splice(0)) this.dispose(connection);
  }

  private dispose(connection: Connection): void {
    this.leaving++;
    const left = (): void => {
      this.leaving--;
      this.settle();
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

  // Who gets a connection opened, and when.

  /** Fills a place that became free on either side, for the one that waits for longer; then what is missing to `min`. */
  private settle(): void {
    const { sibling } = this;
    if (sibling === undefined) {
      this.fill();
    } else {
      const isFirst = this.unservedSince <= sibling.unservedSince;
      for (const side of isFirst ? [this, sibling] : [sibling, this]) side.fill();
      sibling.replenish();
    }
    this.replenish();
  }

  /** Opens connections for those who wait, where there is room. Who waits may have left before one is open. */
  private fill(): void {
    while (!this.closed && this.unserved > 0) {
      if (this.arrivals.adopt()) continue;
      if (!this.hasRoom) {
        this.askSiblingForRoom();
        return;
      }
      // A server that takes none is not asked by all at once.
      if (this.setbacks.reason !== undefined && (this.setbacks.isPausing || this.arrivals.size > 0)) return;
      void this.bring(true);
    }
  }

  /** One after the other, so that a server that comes back is not met by all at once. */
  private replenish(): void {
    const isWanted = this.warm && this.policy.fills && !this.closed && this.size < this.options.min;
    if (isWanted && this.hasRoom && this.setbacks.areNone && this.arrivals.size === 0) void this.bring(false);
  }

  /** What the other side leaves idle makes room once it is closed. */
  private askSiblingForRoom(): void {
    const { sibling } = this;
    if (sibling === undefined || !this.needsPlaceOf(sibling)) return;
    const free = sibling.idle.shift();
    if (free !== undefined) sibling.dispose(free.connection);
  }

  private needsPlaceOf(other: ConnectionPool<Connection>): boolean {
    // What the other side is closing makes room for the first of those who wait.
    const waiter = this.line.at(this.arrivals.promised + other.leaving);
    if (waiter === undefined) return false;
    const patience = this.size === 0 ? PASSING_MS.hasNone : PASSING_MS.hasSome;
    const rival = other.line.at(0);
    return rival === undefined
      ? waiter.since + patience.otherRests <= Date.now()
      : waiter.since + patience.otherWaits <= rival.since;
  }

  private noteFailure(error: unknown, isWanted: boolean): void {
    const mayPass = this.setbacks.note(error);
    this.onTrouble();
    if (!mayPass) {
      // The first who waits is told, and the next one tries for itself.
      if (isWanted) this.line.next()?.refuse(asError(error));
    } else if (this.line.length > 0 && !this.closed) {
      this.setbacks.tryAgain(() => this.fill());
    }
  }

  private wait(claim: Claim): Promise<Lease<Connection>> {
    const patienceMs = claim.level === 0 ? this.options.acquireTimeoutMs : LONGEST_DELAY_MS;
    const waitedMs = Math.min(claim.deadlineMs - Date.now(), patienceMs);
    const waiting = this.line.join(claim, waitedMs, (place) => {
      this.timeouts++;
      return this.late(place, { waitedMs, atDeadline: claim.deadlineMs <= Date.now() + 1 });
    });
    this.watchOverstay();
    return waiting;
  }

  /** Why one who waited got nothing: none can be opened, or others have the connections. */
  private late(place: number, wait: Parameters<typeof noneFree>[0]): DragomanError {
    const { reason } = this.setbacks;
    if (reason !== undefined && this.hasRoom) return alike(reason);
    const isBusy = this.loans.size + (this.sibling?.loans.size ?? 0) > 0;
    const isPromised = place < this.arrivals.promised;
    return isBusy && !isPromised ? noneFree(wait, this.options.max, this.words) : noneOpened(wait);
  }

  private watchOverstay(): void {
    this.preemption ??= setTimeout(() => {
      this.preemption = undefined;
      this.fill();
      this.preempt();
      if (this.line.length > 0 && !this.closed) this.watchOverstay();
    }, PATIENCE_MS).unref();
  }

  /** Takes a place for each who waits, as far as there are holders that overstayed. */
  private preempt(): void {
    // An interrupt has no effect on a statement that has not begun yet, so it is repeated until the place is free.
    for (const loan of this.loans) if (loan.preempted) loan.connection.interrupt();
    for (const loan of placesToTake(this.loans, this.line.claimsFrom(this.arrivals.promised))) {
      loan.preempted = true;
      loan.connection.interrupt();
    }
  }

  /** Closes what has been idle for too long or is too old, never what is in use, and holds `min`. */
  private keepUp(): void {
    for (const member of [...this.idle]) {
      if (!member.isExpired && !(member.isUnused && this.size > this.options.min)) continue;
      this.idle.splice(this.idle.indexOf(member), 1);
      this.dispose(member.connection);
    }
    // After a failure once more, though nobody waits: whatever kept it from being opened may have passed.
    if (!this.setbacks.isPausing) this.setbacks.forget();
    this.replenish();
  }
}

/** The same error for somebody else. */
function alike({ code, message, details }: DragomanError): DragomanError {
  return new DragomanError(code, message, details);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
