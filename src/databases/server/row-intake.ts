import type { StatementBounds } from '../database-adapter.js';
import { resultTooLarge } from '../result-size.js';

/** Rows of a result as the driver gave them. */
export interface TakenRows<Column, Row> {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Whether the result has more. */
  readonly more: boolean;
}

/** Takes the rows of one result as they arrive, and says when it has enough. */
export class RowIntake<Column, Row> implements TakenRows<Column, Row> {
  /** Told before the first row. */
  columns: readonly Column[] = [];
  readonly rows: Row[] = [];
  /** How many rows came, kept or not. */
  seen = 0;
  /** Whether a row came that `maxRows` kept out. */
  more = false;
  private bytes = 0;
  private tooLarge = false;

  constructor(private readonly bounds: Pick<StatementBounds, 'maxRows' | 'maxBytes'>) {}

  get maxRows(): number {
    return this.bounds.maxRows;
  }

  /**
   * @param bytes about what the row takes in the answer
   * @returns whether another row is of use
   */
  take(row: Row, bytes: number): boolean {
    this.seen++;
    if (this.tooLarge || this.more) return false;
    if (this.rows.length >= this.bounds.maxRows) {
      this.more = true;
      return false;
    }
    this.bytes += bytes;
    if (this.bytes > this.bounds.maxBytes) {
      this.tooLarge = true;
      this.rows.length = 0;
      return false;
    }
    this.rows.push(row);
    return true;
  }

  /** @throws DragomanError RESULT_TOO_LARGE, once all that arrives has arrived */
  check(): void {
    if (this.tooLarge) throw resultTooLarge(this.bounds.maxBytes);
  }
}
