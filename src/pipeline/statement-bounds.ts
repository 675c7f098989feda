import type { RegisteredDatabase, StatementBounds } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { QueryOptions, QueryRequest } from './query-request.js';

/** What a statement is run within: what the request asks for, as far as the database and the service allow it. */
export function statementBounds(
  { options, signal, principal }: Pick<QueryRequest, 'options' | 'signal' | 'principal'>,
  { options: own }: RegisteredDatabase,
  maxBytes: number,
): StatementBounds {
  const timeoutMs = positive('timeoutMs', options) ?? own.timeoutMs;
  return {
    deadlineMs: Date.now() + timeoutMs,
    maxRows: Math.min(positive('maxRows', options) ?? own.maxRows, own.maxRows),
    maxBytes,
    numbers: options?.numbers ?? 'SAFE',
    signal,
    caller: principal.name,
  };
}

function positive(name: 'timeoutMs' | 'maxRows', options: QueryOptions | null | undefined): number | undefined {
  const value = options?.[name] ?? undefined;
  if (value === undefined || value > 0) return value;
  throw new DragomanError('BAD_USER_INPUT', `options.${name} is ${value}; it must be at least 1.`);
}
