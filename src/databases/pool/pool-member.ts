import type { PoolOptions } from '../database-options.js';
import type { PoolPolicy } from './pool-strategy.js';
import type { Claim, Lease, PooledConnection, ReleaseFate } from './pooled-connection.js';

/** Limits are shortened by up to this share, so that connections opened together do not leave together. */
const JITTER = 0.1;
/** After how long without use a connection may have died unnoticed; firewalls forget one after minutes. */
const STALE_MS = 15_000;

/** A connection of a pool, from its opening to its end. Moments are in milliseconds since the epoch. */
export class PoolMember<Connection extends PooledConnection> {
  private readonly expiresAt: number;
  private readonly idleLimitMs: number;
  /** Since when nobody uses it. */
  idleSince = 0;

  constructor(
    readonly connection: Connection,
    { maxLifetimeMs, idleTimeoutMs }: PoolOptions,
    { ages }: PoolPolicy,
  ) {
    const share = 1 - JITTER * Math.random();
    this.expiresAt = ages ? Date.now() + maxLifetimeMs * share : Infinity;
    this.idleLimitMs = idleTimeoutMs * share;
  }

  /** Whether it was idle for so long that a sign of life is worth a round trip, where one can be asked for. */
  get isStale(): boolean {
    return this.connection.validate !== undefined && Date.now() - this.idleSince > STALE_MS;
  }

  /** Whether it may go, where the pool has more than it has to keep. */
  get isUnused(): boolean {
    return Date.now() - this.idleSince > this.idleLimitMs;
  }

  get isExpired(): boolean {
    return this.expiresAt !== Infinity && Date.now() >= this.expiresAt;
  }
}

/** A member while somebody has it. */
export class Loan<Connection extends PooledConnection> implements Lease<Connection> {
  readonly connection: Connection;
  readonly since = Date.now();
  preempted = false;

  constructor(
    readonly claim: Claim,
    readonly member: PoolMember<Connection>,
    private readonly takeBack: (loan: Loan<Connection>, fate: ReleaseFate) => void,
  ) {
    this.connection = member.connection;
  }

  release(fate: ReleaseFate = 'keep'): void {
    this.takeBack(this, fate);
  }
}
