import { DragomanError } from '../errors/index.js';
import { sentences } from './sentences.js';

const STANDS_AS_IT_IS: ReadonlySet<string> = new Set(['DATABASE_UNAVAILABLE', 'ADAPTER_CLOSED']);

/**
 * What keeps a database from being opened, or from answering, whatever it is by itself.
 * @param what what the database can't be, where the error has no code: `opened`, `reached`
 */
export function asUnavailable(error: unknown, what: string): unknown {
  if (error instanceof DragomanError) {
    const { code, message, details } = error;
    return STANDS_AS_IT_IS.has(code) ? error : new DragomanError('DATABASE_UNAVAILABLE', message, details);
  }
  const message = error instanceof Error ? error.message : String(error);
  return new DragomanError('DATABASE_UNAVAILABLE', sentences(`The database can't be ${what}: ${message}`), {
    cause: error,
  });
}
