import type { JsonValue, ResultColumn, StatementRequest } from '../database-adapter.js';

/** Bytes that the values of one batch may hold; one row that is larger is a batch by itself. */
export const BATCH_BYTES = 1_000_000;

/** How much one batch may hold. */
export interface BatchBounds {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * A read whose rows are handed over in batches, as they are taken. `deadlineMs` bounds the
 * whole of it and `maxRows` all its rows; both may be Infinity. `maxBytes` bounds each row.
 */
export interface StreamRequest extends StatementRequest {
  readonly side: 'read';
  readonly batchRows: number;
  /** How long it may take from one batch until the next one is taken, in milliseconds; may be Infinity. */
  readonly batchMs: number;
}

/** Some rows of a result. */
export interface TupleBatch {
  /** The same in each batch; the first one tells them also where no row came. */
  readonly columns: readonly ResultColumn[];
  readonly tuples: readonly (readonly JsonValue[])[];
  /** True in the last batch, and there alone. */
  readonly done: boolean;
}

/** Batches in order. `return` ends the read on the server; it resolves once the connection is given back. */
export type RowStream<Batch = TupleBatch> = AsyncIterableIterator<Batch, void, void>;

/** The bounds of one batch of a stream of which so many rows are still wanted. */
export function batchBounds({ batchRows, maxBytes }: StreamRequest, rowsLeft: number): BatchBounds {
  return { rows: Math.min(batchRows, rowsLeft), bytes: Math.min(BATCH_BYTES, maxBytes) };
}
