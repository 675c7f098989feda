import { ERROR_CODES, type ErrorCode } from './error-codes.js';

/** A place in a text; line and column both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What an error may tell beside its code and message. */
export interface ErrorDetails {
  /** The registered database it happened on. */
  readonly database?: string | undefined;
  /** Where in the SQL text. */
  readonly position?: Position | undefined;
  /** The SQLSTATE that the server gave. */
  readonly sqlState?: string | undefined;
  /** The constraint that a change would break, by the name it has in the schema. */
  readonly constraint?: string | undefined;
  /** What to do about it, where more can be said than in the message. */
  readonly hint?: string | undefined;
  /** Overrides the table's word on whether to try again. */
  readonly retryable?: boolean | undefined;
  /** The limit that was passed, for limits of any kind. */
  readonly limit?: { readonly name: string; readonly max: number } | undefined;
  /** How long to wait before the same request is sent again. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/**
 * An error that a caller is meant to read: its code stands in the error table, its
 * message says what is wrong. Everything else that is thrown is a bug, and is masked
 * at the edge.
 */
export class DragomanError extends Error {
  override readonly name = 'DragomanError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.details = details;
  }

  /** Whether the same request may succeed when sent again. */
  get retryable(): boolean {
    return this.details.retryable ?? ERROR_CODES[this.code].retryable;
  }

  /** The same error, saying which database it happened on. */
  on(database: string): DragomanError {
    if (this.details.database !== undefined) return this;
    return new DragomanError(this.code, this.message, { ...this.details, database });
  }

  /** The GraphQL error's `extensions`; what does not apply is left out. */
  extensions(): Record<string, unknown> {
    const { database, position, sqlState, constraint, hint, limit, retryAfterMs } = this.details;
    const told = { database, position, sqlState, constraint, hint, limit, retryAfterMs };
    const present = Object.entries(told).filter(([, value]) => value !== undefined);
    return { code: this.code, retryable: this.retryable, ...Object.fromEntries(present) };
  }
}

/** What was thrown, saying which database it happened on where it is a coded error. */
export function thrownOn(database: string, error: unknown): unknown {
  return error instanceof DragomanError ? error.on(database) : error;
}
