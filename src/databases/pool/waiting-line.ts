import { cancelled } from './pool-errors.js';
import type { Claim, Lease, PooledConnection } from './pooled-connection.js';

/** One who waits for a connection. */
export interface Waiter<Connection extends PooledConnection> {
  readonly claim: Claim;
  /** Milliseconds since the epoch. */
  readonly since: number;
  grant(lease: Lease<Connection>): void;
  refuse(error: Error): void;
}

/** Those who wait for a connection, in the order in which they get one; each until its own limit. */
export class WaitingLine<Connection extends PooledConnection> {
  private readonly waiters: Waiter<Connection>[] = [];

  /** @param onLeave called when somebody left, whether served or not */
  constructor(private readonly onLeave: () => void) {}

  get length(): number {
    return this.waiters.length;
  }

  at(place: number): Waiter<Connection> | undefined {
    return this.waiters[place];
  }

  /** The claims of those who wait behind a place. */
  claimsFrom(place: number): Claim[] {
    return this.waiters.slice(place).map(({ claim }) => claim);
  }

  /** Takes the first out, to be served or refused. */
  next(): Waiter<Connection> | undefined {
    const first = this.waiters.shift();
    if (first !== undefined) this.onLeave();
    return first;
  }

  /**
   * Waits for a connection until `limitMs` from now, or until the claim's signal is aborted.
   * @param late the error for one who waited in vain, by its place in the line
   */
  join(claim: Claim, limitMs: number, late: (place: number) => Error): Promise<Lease<Connection>> {
    return new Promise((resolve, reject) => {
      const leave = (error: (place: number) => Error): void => {
        const place = this.waiters.indexOf(waiter);
        const reason = error(place);
        this.waiters.splice(place, 1);
        this.onLeave();
        waiter.refuse(reason);
      };
      const onAbort = (): void => leave(cancelled);
      const timer = setTimeout(() => leave(late), Math.max(0, limitMs));
      const settle = (): void => {
        clearTimeout(timer);
        claim.signal.removeEventListener('abort', onAbort);
      };
      const waiter: Waiter<Connection> = {
        claim,
        since: Date.now(),
        grant: (lease) => {
          settle();
          resolve(lease);
        },
        refuse: (error) => {
          settle();
          reject(error);
        },
      };
      claim.signal.addEventListener('abort', onAbort);
      this.insert(waiter);
    });
  }

  /** Those who gave their place away less often stand before those who did more often. */
  private insert(waiter: Waiter<Connection>): void {
    const before = this.waiters.findIndex((other) => other.claim.level > waiter.claim.level);
    this.waiters.splice(before < 0 ? this.waiters.length : before, 0, waiter);
  }
}
