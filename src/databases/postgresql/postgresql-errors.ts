import pg from 'pg';
import { DragomanError } from '../../errors/index.js';
import type { StatementText } from '../../sql/index.js';
import { sourceOffset } from '../parameters/slots.js';
import { connectionError, lossOf } from '../server/connection-error.js';
import { LocatedError, nativeOf, positionOf } from '../server/located-error.js';
import type { ErrorRow } from '../error-row.js';
import { sentences } from '../sentences.js';
import type { Failure } from '../server/server-engine.js';
import { placeholder, type PostgresqlStatement } from './postgresql-parameters.js';

/** SQLSTATEs, whole ones before their classes (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export const BY_SQL_STATE: Readonly<Record<string, ErrorRow>> = {
  '08': { code: 'DATABASE_UNAVAILABLE' },
  '21': { code: 'QUERY_FAILED' },
  '22021': { code: 'BAD_PARAMETERS', hint: 'The value holds a character that the database’s encoding lacks, or NUL.' },
  '22P05': { code: 'BAD_PARAMETERS', hint: 'The value holds a character that the database’s encoding lacks.' },
  '23': { code: 'CONSTRAINT_VIOLATION' },
  '25006': { code: 'WRITE_NOT_ALLOWED', hint: 'Send it with the mutation `execute`.' },
  '28': { code: 'DATABASE_UNAVAILABLE', hint: 'Mend user and password in the database’s url.', retryable: false },
  '3D000': { code: 'DATABASE_UNAVAILABLE', hint: 'Mend the database’s name at the end of its url.', retryable: false },
  '40001': { code: 'SERIALIZATION_FAILURE' },
  '40P01': { code: 'DEADLOCK' },
  '40003': { code: 'OUTCOME_UNKNOWN' },
  '42601': { code: 'SQL_SYNTAX' },
  '42501': { code: 'QUERY_FAILED', hint: 'The user in the database’s url lacks this right.' },
  '42P18': { code: 'BAD_PARAMETERS', hint: 'Say its type: CAST($1 AS integer).' },
  '53100': { code: 'QUERY_FAILED', hint: 'The server’s disk is full.' },
  '53300': {
    code: 'DATABASE_UNAVAILABLE',
    hint: 'The server has no connection left: lower `pool.max`, or raise its max_connections.',
  },
  '53': { code: 'QUERY_FAILED', hint: 'The server is out of memory or of another resource.', retryable: true },
  '54': { code: 'QUERY_FAILED', hint: 'The statement is past a limit of the server.' },
  '55P03': { code: 'QUERY_TIMEOUT', hint: 'Another statement holds the lock.' },
  '57014': { code: 'QUERY_CANCELLED', hint: 'The server cancelled it: by its own statement_timeout, or an operator.' },
  '57P01': { code: 'DATABASE_UNAVAILABLE', hint: 'The server was shut down, or an operator ended the connection.' },
  '57P02': { code: 'DATABASE_UNAVAILABLE', hint: 'The server crashed and starts again.' },
  '57P03': { code: 'DATABASE_UNAVAILABLE', hint: 'The server is starting or stopping.' },
  '57P04': { code: 'DATABASE_UNAVAILABLE', hint: 'The database was dropped.', retryable: false },
  '58': { code: 'QUERY_FAILED', hint: 'The server met an error of its system.' },
};

/** Adds the place in the SQL text to what the server says of a statement. */
export function located(error: unknown, { sql, bound, start }: PostgresqlStatement): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const place = Number(error.position);
  if (!(place > 0)) return new LocatedError(error, undefined);
  // The server counts characters, from 1.
  const offset = Array.from(sql)
    .slice(0, place - 1)
    .join('').length;
  return new LocatedError(error, sourceOffset(bound, start, offset, placeholder));
}

export function sqlStateOf(error: unknown): string | undefined {
  const native = nativeOf(error);
  return native instanceof pg.DatabaseError ? native.code : undefined;
}

const CANCELLED = '57014';
/** States after which the server has ended the connection by itself, and undone what was under way. */
const ENDED: ReadonlySet<string> = new Set(['57P01', '57P04', '57P05', '25P03']);
/** A server that has to crash ends its sessions wherever they are, be it behind a COMMIT. */
const CRASHED = '57P02';
/** What the driver says where it did not even try. */
const UNSENT = /not queryable|^Client was closed/;
const LOST = /^Connection terminated|^timeout exceeded/;

export function failureOf(error: unknown): Failure {
  const state = sqlStateOf(error);
  if (state === CANCELLED) return 'cancelled';
  if (state !== undefined && ENDED.has(state)) return 'ended';
  if (state === CRASHED) return 'lost';
  if (state !== undefined || !(error instanceof Error)) return 'refused';
  if (UNSENT.test(error.message)) return 'unsent';
  return LOST.test(error.message) ? 'lost' : (lossOf(error) ?? 'refused');
}

/** The coded error for what the driver threw; what did not come from it is passed through. */
export function codedError(error: unknown, statement?: StatementText): unknown {
  if (error instanceof DragomanError) return error;
  const native = nativeOf(error);
  if (!(native instanceof pg.DatabaseError)) return connectionError(native);
  const state = native.code ?? '';
  const row = rowOf(native, state);
  return new DragomanError(row.code, sentences(native.message, native.detail), {
    sqlState: state,
    position: positionOf(error, statement),
    constraint: native.constraint,
    hint: row.hint ?? native.hint,
    retryable: row.retryable,
    cause: native,
  });
}

/** A value that its parameter's type can't read is told by the context alone. */
function rowOf({ where }: pg.DatabaseError, state: string): ErrorRow {
  if (state.startsWith('22') && (where ?? '').startsWith('unnamed portal parameter')) return UNREADABLE;
  return BY_SQL_STATE[state] ?? BY_SQL_STATE[state.slice(0, 2)] ?? { code: 'QUERY_FAILED' };
}

const UNREADABLE: ErrorRow = {
  code: 'BAD_PARAMETERS',
  hint: 'The parameter’s place wants another type; send a value of it, or cast the placeholder.',
};
