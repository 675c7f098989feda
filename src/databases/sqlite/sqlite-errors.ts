import { DragomanError, type ErrorCode, type Position } from '../../errors/index.js';
import { behindText, dialects, positionAt, tokenize, type StatementText, type Token } from '../../sql/index.js';
import type { ErrorRow } from '../error-row.js';
import { sentences } from '../sentences.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** What the driver throws: a result code's name, and the engine's message behind it. */
interface NativeError extends Error {
  readonly code: string;
}

/** SQLite's result codes (https://sqlite.org/rescode.html) in the contract's terms. */
export const BY_RESULT_CODE: Readonly<Record<string, ErrorRow>> = {
  SQLITE_CONSTRAINT: { code: 'CONSTRAINT_VIOLATION' },
  SQLITE_READONLY: { code: 'WRITE_NOT_ALLOWED', hint: 'Send it with the mutation `execute`.' },
  SQLITE_TOOBIG: {
    code: 'RESULT_TOO_LARGE',
    hint: 'One value is larger than an answer may be; select a part of it with substr().',
  },
  SQLITE_BUSY: {
    code: 'QUERY_TIMEOUT',
    hint: 'The database’s lock is held, by another process or a statement that still reads.',
    retryable: true,
  },
  SQLITE_LOCKED: { code: 'QUERY_TIMEOUT', retryable: true },
  SQLITE_INTERRUPT: { code: 'QUERY_CANCELLED', hint: 'The database is being closed.' },
  SQLITE_CANTOPEN: {
    code: 'DATABASE_UNAVAILABLE',
    hint: 'Look whether the file and its folder exist and may be read and written.',
  },
  SQLITE_NOTADB: {
    code: 'DATABASE_UNAVAILABLE',
    hint: 'The file is no SQLite database, or it is encrypted.',
    retryable: false,
  },
  SQLITE_CORRUPT: {
    code: 'DATABASE_UNAVAILABLE',
    hint: 'The file is damaged; restore it from a backup.',
    retryable: false,
  },
  SQLITE_IOERR: { code: 'DATABASE_UNAVAILABLE' },
  SQLITE_FULL: { code: 'QUERY_FAILED', hint: 'The disk is full, or the database reached its largest size.' },
};

/** Messages that stand behind the general SQLITE_ERROR. `$1` of a pattern is the token that the engine stumbled on. */
const BY_MESSAGE: readonly (readonly [RegExp, ErrorRow])[] = [
  [/^near "(.*)": syntax error$/s, { code: 'SQL_SYNTAX' }],
  [/^unrecognized token: "(.*)"?$/s, { code: 'SQL_SYNTAX' }],
  [/^incomplete input$/, { code: 'SQL_SYNTAX', hint: 'The statement ends before it is complete.' }],
  [
    /^no such (?:table|column|function|module|collation sequence|view|index|trigger)(?:: )(?:.*[.: ])?(\S+)$/s,
    { code: 'QUERY_FAILED' },
  ],
  [
    /^ambiguous column name: (?:.*\.)?(\S+)$/s,
    { code: 'QUERY_FAILED', hint: 'Say which table it belongs to: table.column.' },
  ],
  [/^wrong number of arguments to function (\w+)\(\)$/, { code: 'QUERY_FAILED' }],
  [/^(?:misuse of (?:aggregate|window)[^:]*: )(\w+)/, { code: 'QUERY_FAILED' }],
  [/^not authorized/, { code: 'QUERY_FAILED', hint: 'Extensions can’t be loaded through Dragoman.' }],
  [
    /^too many attached databases/,
    {
      code: 'QUERY_FAILED',
      hint: 'A statement reaches no other file than its own database: register that file as a database of its own.',
    },
  ],
];

export function isNativeError(error: unknown): error is NativeError {
  return (
    error instanceof Error &&
    typeof (error as { code?: unknown }).code === 'string' &&
    (error as NativeError).code.startsWith('SQLITE_')
  );
}

/** Whether the engine says that the statement was interrupted; while it is compiled, it says so in words alone. */
export function isInterrupted(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  return error.code === 'SQLITE_INTERRUPT' || error.message === 'SQLITE_ERROR: interrupted';
}

/** Whether another process holds the lock, so that the statement had no effect and may be run again. */
export function isBusy(error: unknown): boolean {
  return isNativeError(error) && error.code === 'SQLITE_BUSY';
}

/** The coded error for what the driver threw; what did not come from the engine is passed through. */
export async function codedError(
  error: unknown,
  statement?: StatementText,
  connection?: SqliteConnection,
): Promise<unknown> {
  if (!isNativeError(error)) return error;
  const message = error.message.replace(/^SQLITE_\w+: /, '');
  const matched = BY_MESSAGE.find(([pattern]) => pattern.test(message));
  const row = BY_RESULT_CODE[error.code] ?? matched?.[1] ?? { code: 'QUERY_FAILED' };
  const token = matched?.[0].exec(message)?.[1];
  const within =
    statement === undefined ? undefined : await locate(row.code, token, message, statement.text, connection);
  const position = statement === undefined || within === undefined ? undefined : behindText(statement.position, within);
  return new DragomanError(row.code, sentences(message), {
    hint: row.hint,
    retryable: row.retryable,
    position,
    // A constraint without a name is told by its columns.
    constraint: /^(?:UNIQUE|CHECK|NOT NULL) constraint failed: (.+)$/s.exec(message)?.[1],
    cause: error,
  });
}

async function locate(
  code: ErrorCode,
  token: string | undefined,
  message: string,
  sql: string,
  connection: SqliteConnection | undefined,
): Promise<Position | undefined> {
  if (message === 'incomplete input') return positionAt(sql, sql.trimEnd().length);
  if (token === undefined) return undefined;
  const tokens = tokenize(sql, dialects.SQLITE);
  const places = tokens.filter(({ text }) => sameName(text, token));
  if (places.length <= 1 || code !== 'SQL_SYNTAX' || connection === undefined) {
    return places[0] === undefined ? undefined : positionAt(sql, places[0].start);
  }
  // The driver does not tell the place. The engine reads from the left and stops at the first token that
  // can't follow: of several that are spelled alike, it is the first whose prefix fails in the same way, and
  // with every longer one the same happens.
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = places[middle]?.end ?? 0;
    const prefix = tokens.filter((each) => each.end <= end);
    if (await failsAlike(connection, withNativePlaceholders(sql, prefix), message)) high = middle;
    else low = middle + 1;
  }
  return positionAt(sql, places[low]?.start ?? 0);
}

/** The text up to the last of the tokens, with placeholders that the engine knows. */
function withNativePlaceholders(sql: string, tokens: readonly Token[]): string {
  return tokens
    .map(
      ({ kind, text, start }, index) =>
        sql.slice(tokens[index - 1]?.end ?? 0, start) + (kind === 'placeholder' ? '?1' : text),
    )
    .join('');
}

async function failsAlike(connection: SqliteConnection, prefix: string, message: string): Promise<boolean> {
  try {
    await connection.prepare(prefix);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.endsWith(message);
  }
}

function sameName(text: string, token: string): boolean {
  const bare = text.replace(/^["'`[]|["'`\]]$/g, '');
  return text === token || bare.toLowerCase() === token.toLowerCase();
}
