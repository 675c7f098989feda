import type { BatchBounds } from './row-stream.js';

/** Rows that are handed over together. */
export interface RowBatch<Row> {
  readonly rows: readonly Row[];
  /** Whether the result has no more. */
  readonly isLast: boolean;
}

/** Rows that have come and were not handed over yet. */
export class RowQueue<Row> {
  /** Whether no more will come. */
  ended = false;
  private readonly rows: Row[] = [];
  private readonly sizes: number[] = [];
  private bytes = 0;

  get length(): number {
    return this.rows.length;
  }

  /** @param bytes about what the row takes in the answer */
  add(row: Row, bytes: number): void {
    this.rows.push(row);
    this.sizes.push(bytes);
    this.bytes += bytes;
  }

  /** Whether a batch is complete: the row behind its last one has come, which tells that it is not the last batch. */
  hasBatch(bounds: BatchBounds): boolean {
    return this.ended || this.rows.length > bounds.rows || (this.bytes > bounds.bytes && this.rows.length > 1);
  }

  /** As many rows as fit into a batch, and at least one. */
  take(bounds: BatchBounds): RowBatch<Row> {
    let count = 0;
    let bytes = 0;
    for (const size of this.sizes) {
      if (count === bounds.rows || (count > 0 && bytes + size > bounds.bytes)) break;
      bytes += size;
      count++;
    }
    this.bytes -= bytes;
    this.sizes.splice(0, count);
    return { rows: this.rows.splice(0, count), isLast: this.ended && this.rows.length === 0 };
  }
}
