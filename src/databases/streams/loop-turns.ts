import { setImmediate } from 'node:timers/promises';

/** How long one stream may go on without a turn for timers, sockets and everybody else. */
const SLICE_MS = 10;

/**
 * Batches of rows that have arrived are passed on by promises alone, which the event loop never
 * interrupts: this interrupts them.
 */
export class LoopTurns {
  private sinceMs = performance.now();

  /** Whether it is others' turn. */
  get areDue(): boolean {
    return performance.now() - this.sinceMs >= SLICE_MS;
  }

  /** Resolves when others have had theirs. */
  async give(): Promise<void> {
    await setImmediate();
    this.sinceMs = performance.now();
  }
}
