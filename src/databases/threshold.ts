import { DragomanError } from '../errors/index.js';
import type { CancelSignal } from '../events/index.js';
import { pauseMs, spread, type BackOff } from './back-off.js';
import { before } from './before-moment.js';
import type { StatementBounds } from './database-adapter.js';
import type { PoolOptions } from './database-options.js';
import { greedierCaller, nameOf } from './pool/greedier-caller.js';
import { cancelled, noneOpened } from './pool/pool-errors.js';

const AGAIN: BackOff = { fromMs: 50, factor: 1.5, mostMs: 500 };

type Wait = Pick<StatementBounds, 'deadlineMs' | 'signal' | 'caller'>;

interface Waiter {
  readonly caller: string;
  refuse(reason: DragomanError): void;
}

/**
 * Where requests wait for a database that is not open. Each tries again until it opens, its
 * deadline has come, or it has waited for as long as one may wait for a connection. Where as many wait as may,
 * whoever has most of them gives one up for a caller with fewer.
 */
export class Threshold {
  /** In the order in which they came. */
  private readonly waiters = new Set<Waiter>();
  private lastReason: DragomanError | undefined;

  constructor(private readonly pool: Pick<PoolOptions, 'acquireTimeoutMs' | 'maxWaiting'>) {}

  get waiting(): number {
    return this.waiters.size;
  }

  /** What came of an attempt: why it failed, where that may pass, or undefined where the database is open. */
  note(outcome: unknown): void {
    this.lastReason = mayPass(outcome) ? outcome : undefined;
  }

  /**
   * @param open opens the database, and notes what came of it; those who wait share one attempt
   * @throws DragomanError DATABASE_UNAVAILABLE with the last reason; QUERY_TIMEOUT where there is none yet
   */
  async pass<T>({ deadlineMs, signal, caller }: Wait, open: () => Promise<T>): Promise<T> {
    const waitedMs = Math.min(deadlineMs - Date.now(), this.pool.acquireTimeoutMs);
    const untilMs = Date.now() + waitedMs;
    const reason = (): Error => this.lastReason ?? noneOpened({ waitedMs, atDeadline: untilMs >= deadlineMs });
    const waiter: Waiter = { caller: nameOf(caller), refuse: () => undefined };
    const stay = <Outcome>(outcome: Promise<Outcome>): Promise<Outcome> =>
      unlessRefused(waiter, signal, before(untilMs, outcome, reason));
    this.waiters.add(waiter);
    try {
      for (let failures = 1; ; failures++) {
        try {
          return await stay(open());
        } catch (error) {
          const pause = spread(pauseMs(AGAIN, failures));
          // its place may be somebody else's by now
          if (
            !this.waiters.has(waiter) ||
            !mayPass(error) ||
            Date.now() + pause >= untilMs ||
            !this.hasPlaceFor(waiter, error)
          )
            throw error;
          await stay(new Promise<void>((resolve) => setTimeout(resolve, pause)));
        }
      }
    } finally {
      this.waiters.delete(waiter);
    }
  }

  private hasPlaceFor(newcomer: Waiter, reason: DragomanError): boolean {
    if (this.waiters.size <= this.pool.maxWaiting) return true;
    const others = [...this.waiters].filter((waiter) => waiter !== newcomer);
    const greedier = greedierCaller(
      others.map(({ caller }) => caller),
      newcomer.caller,
    );
    const last = others.findLast(({ caller }) => caller === greedier);
    if (last === undefined) return false;
    this.waiters.delete(last);
    last.refuse(reason);
    return true;
  }
}

function mayPass(error: unknown): error is DragomanError {
  return error instanceof DragomanError && error.code === 'DATABASE_UNAVAILABLE' && error.retryable;
}

/** Nobody waits for the answer any more once the signal is aborted, or the place is somebody else's. */
function unlessRefused<T>(waiter: Waiter, signal: CancelSignal, outcome: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    waiter.refuse = reject;
    const leave = (): void => reject(cancelled());
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    void outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
