import { DragomanError } from '../errors/index.js';
import type { CancelSignal } from '../events/index.js';

/** What may be under way at once. */
export interface ConcurrencyBounds {
  readonly max: number;
  /** How much of that one caller may have: the rest is there for others. */
  readonly perCaller: number;
  /** The key of the configuration that it comes from, and what that says; left out: `limits.concurrency` and `max`. */
  readonly name?: string;
  readonly told?: number;
  /** What is under way, in a word or two; left out: statements. */
  readonly kinds?: string;
}

/** How much of what may be under way one caller may have where there are several. */
const SHARE = 3 / 4;

/** One caller's share; the rest is there for others. */
export const shareOf = (max: number): number => Math.ceil(max * SHARE);

/** One caller's share of a database's connections: never all, but where there is only one. */
export const shareOfPool = (max: number): number => Math.max(1, Math.min(max - 1, shareOf(max)));

/** How long one waits for its turn. */
const PATIENCE_MS = 5000;

interface Waiting {
  go(): void;
}

/**
 * Bounds how much work is under way at once. Who comes too many waits; callers are let in one after the other,
 * however many each has waiting. What holds a connection already (a transaction's next statement, a stream) must not
 * pass here: it would wait for what waits for it.
 */
export class ConcurrencyLimit {
  private running = 0;
  private readonly runningOf = new Map<string, number>();
  /** In the order of their turns. */
  private readonly waitingOf = new Map<string, Waiting[]>();

  constructor(private readonly bounds: ConcurrencyBounds) {}

  /**
   * Does the work once it is the caller's turn.
   * @throws DragomanError OVERLOADED, QUERY_CANCELLED
   */
  async run<T>(caller: string, signal: CancelSignal, work: () => Promise<T>): Promise<T> {
    if (this.hasPlaceFor(caller)) this.enter(caller);
    else await this.turn(caller, signal);
    try {
      return await work();
    } finally {
      this.leave(caller);
    }
  }

  /**
   * Takes a place for what is held for longer than one piece of work: it does not wait, and may be called out of turn.
   * @returns gives it back
   * @throws DragomanError OVERLOADED
   */
  hold(caller: string): () => void {
    if (!this.hasPlaceFor(caller)) throw this.overloaded(caller, 'and one more would be held');
    this.enter(caller);
    return () => this.leave(caller);
  }

  private hasPlaceFor(caller: string): boolean {
    return this.running < this.bounds.max && (this.runningOf.get(caller) ?? 0) < this.bounds.perCaller;
  }

  private enter(caller: string): void {
    this.running++;
    this.runningOf.set(caller, (this.runningOf.get(caller) ?? 0) + 1);
  }

  private leave(caller: string): void {
    this.running--;
    const left = (this.runningOf.get(caller) ?? 1) - 1;
    if (left === 0) this.runningOf.delete(caller);
    else this.runningOf.set(caller, left);
    if (this.waitingOf.size > 0) this.letNextIn();
  }

  private letNextIn(): void {
    for (const [caller, line] of this.waitingOf) {
      if (!this.hasPlaceFor(caller)) continue;
      const next = line.shift();
      // Its next turn comes after those of all others.
      this.waitingOf.delete(caller);
      if (line.length > 0) this.waitingOf.set(caller, line);
      this.enter(caller);
      next?.go();
      return;
    }
  }

  /** Resolves once the caller has a place. */
  private turn(caller: string, signal: CancelSignal): Promise<void> {
    const line = this.waitingOf.get(caller) ?? [];
    if (line.length >= this.bounds.max) throw this.overloaded(caller, `and ${line.length} wait`);
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      };
      const giveUp = (error: DragomanError): void => {
        settle();
        this.withdraw(caller, waiting);
        reject(error);
      };
      const waiting: Waiting = {
        go: () => {
          settle();
          resolve();
        },
      };
      const onAbort = (): void =>
        giveUp(new DragomanError('QUERY_CANCELLED', 'The request was cancelled before the statement started.'));
      const timer = setTimeout(
        () => giveUp(this.overloaded(caller, `and none ended within ${PATIENCE_MS} ms`)),
        PATIENCE_MS,
      );
      signal.addEventListener('abort', onAbort);
      line.push(waiting);
      this.waitingOf.set(caller, line);
    });
  }

  private withdraw(caller: string, waiting: Waiting): void {
    const line = this.waitingOf.get(caller);
    const at = line?.indexOf(waiting) ?? -1;
    if (line === undefined || at < 0) return;
    line.splice(at, 1);
    if (line.length === 0) this.waitingOf.delete(caller);
  }

  private overloaded(caller: string, why: string): DragomanError {
    const { max, perCaller, name = 'limits.concurrency', told = max, kinds = 'statements' } = this.bounds;
    const own = this.runningOf.get(caller) ?? 0;
    const busy = own >= perCaller ? `${own} ${kinds} of yours are under way` : `${max} ${kinds} are under way`;
    return new DragomanError('OVERLOADED', `The service takes no new work right now: ${busy}, ${why}.`, {
      hint: `Try again after a moment with fewer at once, or raise \`${name}\`.`,
      limit: { name: name.replace('limits.', ''), max: told },
      retryAfterMs: 1000,
    });
  }
}
