import type { RegisteredDatabase, StreamRequest } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { RowsRequest } from './query-request.js';

const LARGEST_BATCH = 10_000;

/** What bounds a stream where it differs from a statement that is answered at once. */
export type StreamBounds = Pick<StreamRequest, 'deadlineMs' | 'batchMs' | 'maxRows' | 'batchRows'>;

/**
 * A time that the request names is for the whole stream, else each batch has the database's. The database's bound on
 * rows is for answers that come at once: a stream has all rows, but where the request names a number itself.
 * @throws DragomanError BAD_USER_INPUT
 */
export function streamBounds({ batchSize, options }: RowsRequest, { options: own }: RegisteredDatabase): StreamBounds {
  if (!(batchSize >= 1 && batchSize <= LARGEST_BATCH)) {
    throw new DragomanError('BAD_USER_INPUT', `batchSize is ${batchSize}; it must be from 1 to ${LARGEST_BATCH}.`);
  }
  const timeoutMs = options?.timeoutMs ?? undefined;
  return {
    deadlineMs: timeoutMs === undefined ? Infinity : Date.now() + timeoutMs,
    batchMs: timeoutMs === undefined ? own.timeoutMs : Infinity,
    maxRows: options?.maxRows ?? Infinity,
    batchRows: batchSize,
  };
}
