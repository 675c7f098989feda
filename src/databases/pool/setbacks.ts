import { DragomanError } from '../../errors/index.js';
import { pauseMs, spread, type BackOff } from '../back-off.js';

/** While a server takes no connections and somebody waits for one. */
const AGAIN: BackOff = { fromMs: 50, factor: 1.5, mostMs: 500 };

/** How connections could not be opened lately, and when the next attempt is due. */
export class Setbacks {
  private count = 0;
  private lastReason: DragomanError | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** Why the last one could not be opened, where that may pass; undefined once one was opened. */
  get reason(): DragomanError | undefined {
    return this.lastReason;
  }

  get areNone(): boolean {
    return this.count === 0;
  }

  /** Whether an attempt is due by itself. */
  get isPausing(): boolean {
    return this.timer !== undefined;
  }

  /** @returns whether what kept one from being opened may pass by itself */
  note(error: unknown): boolean {
    this.count++;
    const mayPass = error instanceof DragomanError && error.retryable;
    this.lastReason = mayPass ? error : undefined;
    return mayPass;
  }

  /** Tries again after a pause, which grows; once for all who wait. */
  tryAgain(attempt: () => void): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        attempt();
      },
      spread(pauseMs(AGAIN, this.count)),
    );
  }

  /** They are over: one was opened, or the database is known to answer. */
  forget(): void {
    this.count = 0;
    this.lastReason = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
