import { DragomanError } from '../errors/index.js';

/** UTF-8 takes so many bytes at most for one of a text's units. */
const BYTES_AT_MOST = 3;

/**
 * Refuses a text that is longer than one may be: what reads it takes time and memory by its length.
 * @throws DragomanError REQUEST_TOO_LARGE
 */
export function refuseLongSql(sql: string, most: number): void {
  if (sql.length * BYTES_AT_MOST <= most) return;
  const bytes = Buffer.byteLength(sql);
  if (bytes <= most) return;
  throw new DragomanError('REQUEST_TOO_LARGE', `The SQL text has ${bytes} bytes; ${most} are allowed.`, {
    hint: 'Pass values as parameters, send many rows with `executeMany`, or raise `limits.sqlBytes`.',
    limit: { name: 'sqlBytes', max: most },
  });
}
