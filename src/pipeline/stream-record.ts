import type { DatabaseStatistics, TupleBatch } from '../databases/index.js';

/** Records a stream once, as one statement: its rows, and the time that the database took, without its client's. */
export class StreamRecord {
  private durationMs = 0;
  private rows = 0;
  private isBegun = false;
  private isRecorded = false;

  constructor(private readonly statistics: DatabaseStatistics) {}

  /** @param tookMs how long the batch was waited for */
  batch({ tuples, done }: TupleBatch, tookMs: number): void {
    this.isBegun = true;
    this.rows += tuples.length;
    this.durationMs += tookMs;
    if (done) this.record(false);
  }

  failed(tookMs: number): void {
    this.isBegun = true;
    this.durationMs += tookMs;
    this.record(true);
  }

  /** Its client has seen enough: that is no failure. */
  left(): void {
    if (this.isBegun) this.record(false);
  }

  private record(failed: boolean): void {
    if (this.isRecorded) return;
    this.isRecorded = true;
    this.statistics.record({ durationMs: this.durationMs, rows: this.rows, failed });
  }
}
