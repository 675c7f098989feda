import { DragomanError } from '../../errors/index.js';
import type { PoolOptions } from '../database-options.js';

/** What a server's silence may mean. */
export const SILENT_HINT = 'The server accepts connections and says nothing, or the way to it is cut.';

/** How a pool tells that nothing of it is free, and what helps. */
export interface BusyWords {
  readonly busy: (max: number) => string;
  readonly hint: () => string;
}

export const MANY_BUSY: BusyWords = {
  busy: (max) => `all ${max} connections are busy`,
  hint: () => 'Try again a little later, or raise `pool.max` or `pool.maxWaiting`.',
};

export function closing(): DragomanError {
  return new DragomanError('ADAPTER_CLOSED', 'The database is being closed.');
}

export function cancelled(): DragomanError {
  return new DragomanError('QUERY_CANCELLED', 'The request was cancelled before the statement started.');
}

export function queueFull({ max, maxWaiting }: PoolOptions, { busy, hint }: BusyWords): DragomanError {
  const message = `No place to wait is left: ${busy(max)}, and ${maxWaiting} requests wait already.`;
  return new DragomanError('POOL_EXHAUSTED', message, { hint: hint() });
}

/** How somebody waited in vain. */
export interface VainWait {
  readonly waitedMs: number;
  /** Whether the statement's own deadline ended the wait, and not the pool's patience. */
  readonly atDeadline: boolean;
}

/** Others had the connections. */
export function noneFree({ waitedMs, atDeadline }: VainWait, max: number, { busy, hint }: BusyWords): DragomanError {
  const within = `within ${Math.max(0, Math.round(waitedMs))} ms`;
  return new DragomanError(
    atDeadline ? 'QUERY_TIMEOUT' : 'POOL_EXHAUSTED',
    `No connection became free ${within}: ${busy(max)}.`,
    { hint: hint() },
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
