import { DragomanError } from '../../errors/index.js';
import { dialects, tokenize, type StatementText } from '../../sql/index.js';
import { sourceOffset } from '../parameters/slots.js';
import { connectionError, lossOf } from '../server/connection-error.js';
import { LocatedError, nativeOf, positionOf } from '../server/located-error.js';
import type { ErrorRow } from '../error-row.js';
import { sentences } from '../sentences.js';
import type { Failure } from '../server/server-engine.js';
import { placeholder, type MysqlStatement } from './mysql-parameters.js';

/** What the driver throws for what a server says. */
interface NativeError extends Error {
  readonly errno: number;
  readonly code: string;
  readonly sqlState: string;
  /** The server's own words. */
  readonly sqlMessage: string;
}

const PRIVILEGE: ErrorRow = { code: 'QUERY_FAILED', hint: 'The user in the database’s url lacks this right.' };
const VIOLATION: ErrorRow = { code: 'CONSTRAINT_VIOLATION' };
const SYNTAX: ErrorRow = { code: 'SQL_SYNTAX' };
const FULL: ErrorRow = {
  code: 'DATABASE_UNAVAILABLE',
  hint: 'The server has no connection left: lower `pool.max`, or raise its max_connections.',
};
const CREDENTIALS: ErrorRow = {
  code: 'DATABASE_UNAVAILABLE',
  hint: 'Mend user and password in the database’s url.',
  retryable: false,
};
const STOPPED: ErrorRow = {
  code: 'DATABASE_UNAVAILABLE',
  hint: 'The server was shut down, or an operator ended the connection.',
};
const READ_ONLY: ErrorRow = { code: 'WRITE_NOT_ALLOWED', hint: 'Send it with the mutation `execute`.' };
const TOO_SLOW: ErrorRow = { code: 'QUERY_TIMEOUT', hint: 'The server’s own limit of time has passed.' };

/**
 * Servers' error numbers in the contract's terms
 * (https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html and
 * https://mariadb.com/kb/en/mariadb-error-code-reference/).
 */
export const BY_NUMBER: Readonly<Record<number, ErrorRow>> = {
  1020: { code: 'SERIALIZATION_FAILURE' },
  1022: VIOLATION,
  1040: FULL,
  1044: CREDENTIALS,
  1045: CREDENTIALS,
  1048: VIOLATION,
  1049: { code: 'DATABASE_UNAVAILABLE', hint: 'Mend the database’s name at the end of its url.', retryable: false },
  1053: STOPPED,
  1062: VIOLATION,
  1064: SYNTAX,
  1130: { code: 'DATABASE_UNAVAILABLE', hint: 'The server takes no connections from this host.', retryable: false },
  1142: PRIVILEGE,
  1143: PRIVILEGE,
  1149: SYNTAX,
  1153: { code: 'BAD_PARAMETERS', hint: 'The values are larger than the server’s max_allowed_packet.' },
  1169: VIOLATION,
  1203: FULL,
  1205: { code: 'QUERY_TIMEOUT', hint: 'Another statement holds the lock.' },
  1213: { code: 'DEADLOCK' },
  1216: VIOLATION,
  1217: VIOLATION,
  1226: FULL,
  1227: PRIVILEGE,
  1129: {
    code: 'DATABASE_UNAVAILABLE',
    hint: 'Too many attempts to connect failed: run FLUSH HOSTS on the server, and raise its max_connect_errors.',
  },
  1290: { code: 'QUERY_FAILED', hint: 'The server itself runs in a mode that forbids it; the message names it.' },
  1317: { code: 'QUERY_CANCELLED', hint: 'An operator of the server cancelled it.' },
  1364: VIOLATION,
  1370: PRIVILEGE,
  1451: VIOLATION,
  1452: VIOLATION,
  1557: VIOLATION,
  1586: VIOLATION,
  1698: CREDENTIALS,
  1792: READ_ONLY,
  1836: READ_ONLY,
  1927: STOPPED,
  1969: TOO_SLOW,
  3024: TOO_SLOW,
  3819: VIOLATION,
  4025: VIOLATION,
};

const CANCELLED: ReadonlySet<number> = new Set([1317]);
/** Numbers after which the server has ended the connection by itself, and undone what was under way. */
const ENDED: ReadonlySet<number> = new Set([1053, 1927, 3169, 4031]);

function isNative(error: unknown): error is NativeError {
  return error instanceof Error && typeof (error as { sqlMessage?: unknown }).sqlMessage === 'string';
}

/** Adds the place in the SQL text to what the server says of a statement. */
export function located<E>(error: E, { sql, bound, start }: MysqlStatement): E | LocatedError {
  if (!isNative(error)) return error;
  const offset = offsetIn(sql, error.sqlMessage);
  return new LocatedError(error, offset === undefined ? undefined : sourceOffset(bound, start, offset, placeholder));
}

const NEAR = /near '([\s\S]*)' at line (\d+)$/;
/** Names that a message quotes: of a column, a table, a function. */
const NAMED = /^(?:Unknown column|Column|Table|Unknown table|FUNCTION|PROCEDURE) '?(?:[^'\s]*\.)?([^'.\s]+)'?/;

/** The server quotes up to 80 characters of the text from where it stumbled, and tells their line. */
function offsetIn(sql: string, message: string): number | undefined {
  const near = NEAR.exec(message);
  if (near !== null) {
    const [, text = '', line = '1'] = near;
    if (text === '') return sql.length;
    const lineStart = sql.split('\n', Number(line) - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const found = sql.indexOf(text, lineStart);
    return found < 0 ? undefined : found;
  }
  const name = NAMED.exec(message)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  return tokenize(sql, dialects.MYSQL).find(({ text }) => text.replace(/^`|`$/g, '').toLowerCase() === name)?.start;
}

/** ER_NO_SUCH_THREAD: there is no session to kill. */
export function isUnknownSession(error: unknown): boolean {
  return isNative(error) && error.errno === 1094;
}

export function failureOf(error: unknown): Failure {
  const native = nativeOf(error);
  if (isNative(native))
    return CANCELLED.has(native.errno) ? 'cancelled' : ENDED.has(native.errno) ? 'ended' : 'refused';
  if (!(native instanceof Error)) return 'refused';
  // What the driver says where it did not even try.
  if (native.message.includes('closed state')) return 'unsent';
  // Its own errors are fatal where it gave the connection up: the server closed it, or speaks no protocol.
  return lossOf(native) ?? ((native as { fatal?: unknown }).fatal === true ? 'lost' : 'refused');
}

/** The coded error for what the driver threw; what did not come from it is passed through. */
export function codedError(error: unknown, statement?: StatementText): unknown {
  if (error instanceof DragomanError) return error;
  const native = nativeOf(error);
  if (!isNative(native)) return connectionError(native);
  const row = rowOf(native);
  return new DragomanError(row.code, sentences(native.sqlMessage), {
    sqlState: native.sqlState,
    position: positionOf(error, statement),
    constraint: row.code === 'CONSTRAINT_VIOLATION' ? constraintIn(native.sqlMessage) : undefined,
    hint: row.hint,
    retryable: row.retryable,
    cause: native,
  });
}

function rowOf({ errno, sqlMessage }: NativeError): ErrorRow {
  // One number for every option that forbids something.
  if (errno === 1290 && sqlMessage.includes('read-only')) return READ_ONLY;
  return BY_NUMBER[errno] ?? { code: 'QUERY_FAILED' };
}

/** Where messages name the constraint: `for key 'shop.name'`, CONSTRAINT `fk`. */
function constraintIn(message: string): string | undefined {
  return /for key '(?:[^'.]*\.)?([^']+)'|CONSTRAINT `(?:[^`]*`\.`)?([^`]+)`|Check constraint '([^']+)'/i
    .exec(message)
    ?.slice(1)
    .find((name: string | undefined) => name !== undefined);
}
