import { DragomanError } from '../errors/index.js';
import type { CancelSignal } from '../events/index.js';
import { pauseMs, spread, type BackOff } from './back-off.js';
import { before } from './before-moment.js';
import type { StatementBounds } from './database-adapter.js';
import type { PoolOptions } from './database-options.js';
import { cancelled, noneOpened } from './pool/pool-errors.js';

const AGAIN: BackOff = { fromMs: 50, factor: 1.5, mostMs: 500 };

type Wait = Pick<StatementBounds, 'deadlineMs' | 'signal'>;

/**
 * Where requests wait for a database that is not open. Each tries again until it opens, its
 * deadline has come, or it has waited for as long as one may wait for a connection.
 */
export class Threshold {
  private count = 0;
  private lastReason: DragomanError | undefined;

  constructor(private readonly pool: Pick<PoolOptions, 'acquireTimeoutMs' | 'maxWaiting'>) {}

  get waiting(): number {
    return this.count;
  }

  /** What came of an attempt: why it failed, where that may pass, or undefined where the database is open. */
  note(outcome: unknown): void {
    this.lastReason = mayPass(outcome) ? outcome : undefined;
  }

  /**
   * @param open opens the database, and notes what came of it; those who wait share one attempt
   * @throws DragomanError DATABASE_UNAVAILABLE with the last reason; QUERY_TIMEOUT where there is none yet
   */
  async pass<T>({ deadlineMs, signal }: Wait, open: () => Promise<T>): Promise<T> {
    const waitedMs = Math.min(deadlineMs - Date.now(), this.pool.acquireTimeoutMs);
    const untilMs = Date.now() + waitedMs;
    const reason = (): Error => this.lastReason ?? noneOpened({ waitedMs, atDeadline: untilMs >= deadlineMs });
    const stay = <Outcome>(outcome: Promise<Outcome>): Promise<Outcome> =>
      unlessAborted(signal, before(untilMs, outcome, reason));
    this.count++;
    try {
      for (let failures = 1; ; failures++) {
        try {
          return await stay(open());
        } catch (error) {
          const pause = spread(pauseMs(AGAIN, failures));
          const mayWait = this.count <= this.pool.maxWaiting && Date.now() + pause < untilMs;
          if (!mayWait || !mayPass(error)) throw error;
          await stay(new Promise<void>((resolve) => setTimeout(resolve, pause)));
        }
      }
    } finally {
      this.count--;
    }
  }
}

function mayPass(error: unknown): error is DragomanError {
  return error instanceof DragomanError && error.code === 'DATABASE_UNAVAILABLE' && error.retryable;
}

/** Nobody waits for the answer any more once the signal is aborted. */
function unlessAborted<T>(signal: CancelSignal, outcome: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(cancelled());
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    void outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
