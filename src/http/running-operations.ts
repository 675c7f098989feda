import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

/** The operations that run now, so that a service that stops can let them end. */
export class RunningOperations {
  private readonly running = new Set<Promise<unknown>>();

  watch<T>(operation: Promise<T>): Promise<T> {
    const ended: Promise<unknown> = operation.catch(() => undefined).finally(() => this.running.delete(ended));
    this.running.add(ended);
    return operation;
  }

  /** Resolves when none runs and the answers are on their way, or after `atMostMs`. */
  async ended(atMostMs: number): Promise<void> {
    const late = new AbortController();
    const timeUp = sleep(atMostMs, undefined, { signal: late.signal, ref: false }).catch(() => undefined);
    await Promise.race([timeUp, this.none()]);
    late.abort();
  }

  private async none(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
    // Whoever awaits the operation sends its answer after us.
    await setImmediate();
  }
}
