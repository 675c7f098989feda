import type { RowStream } from './row-stream.js';

/** How long it may take to pass an error on. */
const PASSING_ON_MS = 1000;

interface Asker<Batch> {
  resolve(step: IteratorResult<Batch, void>): void;
  reject(error: unknown): void;
}

/**
 * Hands batches from their maker to their taker, one by one. It keeps none: a batch is made when it is asked for.
 * Nor are its promises chained: one that the collector takes for old would keep all younger ones, with their rows.
 */
export class BatchChannel<Batch> implements RowStream<Batch> {
  /** Whether the taker has said that it wants no more. */
  private hasLeft = false;
  private readonly askers: Asker<Batch>[] = [];
  private making: Promise<void> | undefined;
  private onAsked: (() => void) | undefined;
  private ending: { readonly error?: unknown } | undefined;

  /**
   * @param make begins with the first batch that is asked for; what it throws is told to the taker
   * @param onLeave called when the taker leaves before the end
   * @param onHeard called when the taker has heard of the end, or left; of an error, when it asks again or could have
   */
  constructor(
    private readonly make: () => Promise<void>,
    private readonly onLeave: () => void,
    private readonly onHeard: () => void,
  ) {}

  /** Gives a batch to whoever asked; resolves when the next one is asked for. */
  async give(batch: Batch): Promise<void> {
    this.askers.shift()?.resolve({ done: false, value: batch });
    if (this.askers.length > 0) return;
    await new Promise<void>((resolve) => (this.onAsked = resolve));
    this.onAsked = undefined;
  }

  /** Gives the last batch and waits for nobody. */
  giveLast(batch: Batch): void {
    this.askers.shift()?.resolve({ done: false, value: batch });
  }

  next(): Promise<IteratorResult<Batch, void>> {
    return new Promise((resolve, reject) => {
      this.askers.push({ resolve, reject });
      this.onAsked?.();
      if (this.ending !== undefined) this.tellEnd();
      else this.making ??= this.run();
    });
  }

  async return(): Promise<IteratorReturnResult<void>> {
    this.hasLeft = true;
    this.onHeard();
    if (this.making === undefined) this.ending ??= {};
    else if (this.ending === undefined) this.onLeave();
    await this.making;
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async run(): Promise<void> {
    this.ending = await this.make().then(
      () => ({}),
      (error: unknown) => (this.hasLeft ? {} : { error }),
    );
    if (this.askers.length > 0) this.tellEnd();
  }

  private tellEnd(): void {
    for (const asker of this.askers.splice(0)) {
      if (this.ending !== undefined && 'error' in this.ending) {
        asker.reject(this.ending.error);
        // It is told once. Who passes it on asks again when that is done; who doesn't is not waited for.
        this.ending = {};
        setTimeout(this.onHeard, PASSING_ON_MS).unref();
      } else {
        asker.resolve({ done: true, value: undefined });
        this.onHeard();
      }
    }
  }
}
