import { DragomanError } from '../../errors/index.js';

/** What a server's silence may mean. */
export const SILENT_HINT = 'The server accepts connections and says nothing, or the way to it is cut.';

const EXHAUSTED_HINT = 'Try again a little later, or raise `pool.max` or `pool.maxWaiting`.';

export function closing(): DragomanError {
  return new DragomanError('ADAPTER_CLOSED', 'The database is being closed.');
}

export function cancelled(): DragomanError {
  return new DragomanError('QUERY_CANCELLED', 'The request was cancelled before the statement started.');
}

export function queueFull({ max, maxWaiting }: { readonly max: number; readonly maxWaiting: number }): DragomanError {
  return new DragomanError(
    'POOL_EXHAUSTED',
    `All ${max} connections are busy and ${maxWaiting} requests wait already.`,
    { hint: EXHAUSTED_HINT },
  );
}

/** How somebody waited in vain. */
export interface VainWait {
  readonly waitedMs: number;
  /** Whether the statement's own deadline ended the wait, and not the pool's patience. */
  readonly atDeadline: boolean;
}

/** Others had the connections. */
export function noneFree({ waitedMs, atDeadline }: VainWait, max: number): DragomanError {
  const within = `within ${Math.max(0, Math.round(waitedMs))} ms`;
  return new DragomanError(
    atDeadline ? 'QUERY_TIMEOUT' : 'POOL_EXHAUSTED',
    `No connection became free ${within}: all ${max} are busy.`,
    { hint: EXHAUSTED_HINT },
  );
}

/** One was being opened all the time. */
export function noneOpened({ waitedMs, atDeadline }: VainWait): DragomanError {
  return new DragomanError(
    atDeadline ? 'QUERY_TIMEOUT' : 'DATABASE_UNAVAILABLE',
    `No connection could be opened within ${Math.max(0, Math.round(waitedMs))} ms.`,
    { hint: SILENT_HINT },
  );
}
