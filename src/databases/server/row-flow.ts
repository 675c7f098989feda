import { resultTooLarge } from '../result-size.js';
import { RowQueue, type RowBatch } from '../streams/row-queue.js';
import type { BatchBounds } from '../streams/row-stream.js';

/** Where rows come from: a driver that pushes them, on a socket that can be stopped. */
export interface RowSource {
  pause(): void;
  resume(): void;
  /** Asks for so many rows more, where the server sent all that it was asked for. */
  ask?(rows: number): void;
}

/**
 * Turns rows that a driver pushes into batches that are pulled: the socket is stopped while
 * nobody wants a row, and the server behind it stops when the buffers between are full.
 */
export class RowFlow<Row> {
  /** Whether the server is answering: its next word belongs to this flow. */
  isRunning = false;
  private readonly queue = new RowQueue<Row>();
  private wanted: BatchBounds | undefined;
  private settle: (() => void) | undefined;
  private failure: { readonly error: unknown } | undefined;
  private isDiscarding = false;

  /** @param maxRowBytes a row that is larger ends the flow with RESULT_TOO_LARGE */
  constructor(
    private readonly source: RowSource,
    private readonly maxRowBytes: number,
  ) {}

  /** A row came. What a buffer of the socket's holds comes also after a pause. */
  take(row: Row, bytes: number): void {
    if (this.isDiscarding) return;
    if (bytes > this.maxRowBytes) this.failure ??= { error: resultTooLarge(this.maxRowBytes) };
    else this.queue.add(row, bytes);
    if (this.failure === undefined && this.wanted !== undefined && !this.queue.hasBatch(this.wanted)) return;
    this.source.pause();
    this.settle?.();
  }

  /** The server has answered what it was asked. */
  answered(isEnd: boolean): void {
    this.isRunning = false;
    this.queue.ended ||= isEnd;
    this.settle?.();
  }

  failed(error: unknown): void {
    this.isRunning = false;
    this.failure ??= { error };
    this.settle?.();
  }

  async next(bounds: BatchBounds): Promise<RowBatch<Row>> {
    while (this.failure === undefined && !this.queue.hasBatch(bounds)) {
      this.wanted = bounds;
      if (!this.isRunning) this.source.ask?.(bounds.rows + 1 - this.queue.length);
      await this.resumed();
      this.wanted = undefined;
    }
    if (this.failure !== undefined) throw this.failure.error;
    return this.queue.take(bounds);
  }

  /**
   * Drops what the server still sends, until it has answered.
   * @param cancel called where it has not
   */
  async drain(cancel: () => void): Promise<void> {
    this.isDiscarding = true;
    if (this.isRunning) cancel();
    while (this.isRunning) await this.resumed();
    this.source.resume();
  }

  private async resumed(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.settle = resolve;
      this.source.resume();
    });
    this.settle = undefined;
  }
}
