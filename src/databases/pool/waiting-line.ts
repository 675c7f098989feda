import { alarm, dropAlarm } from '../alarms.js';
import { greedierCaller, nameOf } from './greedier-caller.js';
import { cancelled } from './pool-errors.js';
import type { Claim, Lease, PooledConnection } from './pooled-connection.js';
import { TurnsOfCallers, type Turn } from './turns-of-callers.js';

/** One who waits for a connection. */
export interface Waiter<Connection extends PooledConnection> {
  readonly claim: Claim;
  /** Milliseconds since the epoch. */
  readonly since: number;
  grant(lease: Lease<Connection>): void;
  refuse(error: Error): void;
}

/** A place in the line: it belongs to a caller, who fills it with the most urgent of its waiters. */
interface Place<Connection extends PooledConnection> {
  readonly caller: string;
  readonly turn: Turn;
  waiter: Waiter<Connection>;
}

/**
 * Those who wait for a connection, in the order in which they get one; each until its own limit. Callers are served in
 * turn, however many each has waiting; of one caller's, those who gave their place away less often go first.
 */
export class WaitingLine<Connection extends PooledConnection> {
  private readonly places: Place<Connection>[] = [];
  private readonly turns = new TurnsOfCallers();

  /** @param onLeave called when somebody left, whether served or not */
  constructor(private readonly onLeave: () => void) {}

  get length(): number {
    return this.places.length;
  }

  at(place: number): Waiter<Connection> | undefined {
    return this.places[place]?.waiter;
  }

  /** The claims of those who wait behind a place. */
  claimsFrom(place: number): Claim[] {
    return this.places.slice(place).map(({ waiter }) => waiter.claim);
  }

  /** Takes the first out, to be served or refused. */
  next(): Waiter<Connection> | undefined {
    const first = this.places.shift();
    if (first === undefined) return undefined;
    this.turns.served(first.turn);
    this.left();
    return first.waiter;
  }

  /**
   * Takes out the last one of whoever has most waiting, to be refused: where no place is left, a caller with fewer gets
   * one all the same.
   * @returns undefined where the caller itself has as many; null where it may wait though nobody gives way
   */
  displaceFor({ caller }: Claim): Waiter<Connection> | null | undefined {
    const owners = this.places.map((place) => place.caller);
    const greediest = greedierCaller(owners, nameOf(caller));
    if (greediest === undefined) return undefined;
    // Those that gave their place away were let in already, and stay.
    const isNew = ({ caller: owner, waiter }: Place<Connection>): boolean =>
      owner === greediest && waiter.claim.level === 0;
    const last = this.places.findLast(isNew)?.waiter;
    if (last === undefined) return null;
    this.remove(last);
    return last;
  }

  /**
   * Waits for a connection until `limitMs` from now, or until the claim's signal is aborted.
   * @param late the error for one who waited in vain, by its place in the line
   */
  join(claim: Claim, limitMs: number, late: (place: number) => Error): Promise<Lease<Connection>> {
    return new Promise((resolve, reject) => {
      const leave = (error: (place: number) => Error): void => {
        const reason = error(this.places.findIndex((place) => place.waiter === waiter));
        this.remove(waiter);
        waiter.refuse(reason);
      };
      const onAbort = (): void => leave(cancelled);
      const limit = alarm(Date.now() + limitMs, () => leave(late));
      const settle = (): void => {
        dropAlarm(limit);
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

  private insert(waiter: Waiter<Connection>): void {
    const caller = nameOf(waiter.claim.caller);
    const turn = this.turns.take(caller);
    const before = this.places.findIndex((other) => other.turn > turn);
    this.places.splice(before < 0 ? this.places.length : before, 0, { caller, turn, waiter });
    // Its place is the caller's last: those of the caller's that are less urgent move back by one.
    if (this.places.every(({ waiter: other }) => other.claim.level <= waiter.claim.level)) return;
    const own = this.places.filter((place) => place.caller === caller);
    for (let at = own.length - 1; at > 0; at--) {
      const [ahead, place] = [own[at - 1], own[at]];
      if (ahead === undefined || place === undefined || ahead.waiter.claim.level <= place.waiter.claim.level) return;
      [ahead.waiter, place.waiter] = [place.waiter, ahead.waiter];
    }
  }

  /** The caller's others move up; the place that is given back is its last. */
  private remove(waiter: Waiter<Connection>): void {
    const at = this.places.findIndex((place) => place.waiter === waiter);
    const left = this.places[at];
    if (left === undefined) return;
    let empty = left;
    for (const place of this.places.slice(at + 1)) {
      if (place.caller !== left.caller) continue;
      empty.waiter = place.waiter;
      empty = place;
    }
    this.places.splice(this.places.indexOf(empty), 1);
    this.turns.giveBack(left.caller);
    this.left();
  }

  private left(): void {
    if (this.places.length === 0) this.turns.rest();
    this.onLeave();
  }
}
