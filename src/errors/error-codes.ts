/** What one row of the error table says about a code. */
export interface ErrorCodeRow {
  /** One sentence: what happened. It stands in `docs/errors.md`. */
  readonly meaning: string;
  /** One sentence: what the caller can do about it. */
  readonly remedy: string;
  /** HTTP status of a response that consists of this error alone, where the request never reached GraphQL. */
  readonly httpStatus: number;
  /** Whether the same request may succeed when it is sent again unchanged. */
  readonly retryable: boolean;
}

/**
 * The one table of coded errors. `docs/errors.md` is generated from it; a code that
 * is not here can't be thrown.
 */
export const ERROR_CODES = {
  DATABASE_NOT_FOUND: {
    meaning: 'No database of that name is registered.',
    remedy: 'Ask `databases { name }` for the names, or register it with `registerDatabase`.',
    httpStatus: 200,
    retryable: false,
  },
  NAME_TAKEN: {
    meaning: 'A database of that name is registered already.',
    remedy: 'Choose another name, or remove the present one first.',
    httpStatus: 200,
    retryable: false,
  },
  TRANSACTION_NOT_FOUND: {
    meaning: 'No transaction of that id is open: it ended, never was, or belongs to somebody else or another instance.',
    remedy:
      'Begin a new one with `beginTransaction`, and send each call of a transaction to the instance that began it.',
    httpStatus: 200,
    retryable: false,
  },
  TRANSACTION_EXPIRED: {
    meaning: 'The transaction was left alone for too long, or lasted too long; everything in it was undone.',
    remedy: 'Begin a new one, with a longer `idleTimeoutMs` where that is what it needs.',
    httpStatus: 200,
    retryable: false,
  },
  TRANSACTION_FAILED: {
    meaning:
      'An earlier statement failed, and the database takes no more in this transaction or has undone it; or a rollback could not undo all of it.',
    remedy:
      'Go back to a savepoint with `rollbackToSavepoint`, or end it with `rollbackTransaction`; where it has ended, the hint says what is left.',
    httpStatus: 200,
    retryable: false,
  },
  ISOLATION_UNSUPPORTED: {
    meaning: 'The database’s engine does not have this level of isolation.',
    remedy: 'Choose one that the hint names, or leave it out.',
    httpStatus: 200,
    retryable: false,
  },
  SQL_SYNTAX: {
    meaning: 'The SQL text could not be read.',
    remedy: 'Mend the text at `position` (line and column, both from 1).',
    httpStatus: 200,
    retryable: false,
  },
  UNTRANSLATABLE: {
    meaning: 'The statement can’t be carried over to the database’s dialect.',
    remedy: 'Write it in the dialect that the database speaks.',
    httpStatus: 200,
    retryable: false,
  },
  BAD_PARAMETERS: {
    meaning: 'The parameters do not fit the placeholders, or one holds a value that the engine can’t take.',
    remedy:
      'Give as many values, or the same names, as the statement has placeholders; use tagged values for what JSON can’t say.',
    httpStatus: 200,
    retryable: false,
  },
  WRITE_NOT_ALLOWED: {
    meaning: 'A statement that is no read was sent down the read path.',
    remedy: 'Send it with the mutation `execute`.',
    httpStatus: 200,
    retryable: false,
  },
  DATABASE_READ_ONLY: {
    meaning: 'The database is registered for reading only, or its server takes no changes: it is a replica, say.',
    remedy: 'Send writes to a database whose access is READ_WRITE, by way of its primary.',
    httpStatus: 200,
    retryable: false,
  },
  AMBIGUOUS_DIALECT: {
    meaning: 'The statement’s dialect was left out, and it means different things in several.',
    remedy: 'Name the dialect: the message lists those that fit.',
    httpStatus: 200,
    retryable: false,
  },
  QUERY_FAILED: {
    meaning: 'The database refused the statement or failed while running it.',
    remedy: 'Read the message: it is the database’s own, with the place where it can be told.',
    httpStatus: 200,
    retryable: false,
  },
  CONSTRAINT_VIOLATION: {
    meaning: 'The change would break a constraint of the schema; nothing was changed.',
    remedy: 'Mend the values that the message names.',
    httpStatus: 200,
    retryable: false,
  },
  SERIALIZATION_FAILURE: {
    meaning: 'Another transaction changed what this one had read; the database undid this one.',
    remedy: 'Send it again.',
    httpStatus: 200,
    retryable: true,
  },
  DEADLOCK: {
    meaning: 'The statement and another one waited for each other’s locks; the database undid this one.',
    remedy: 'Send it again; take locks in the same order everywhere.',
    httpStatus: 200,
    retryable: true,
  },
  OUTCOME_UNKNOWN: {
    meaning:
      'The connection ended while a change was under way, or a statement ended its transaction unforeseen, so that nobody can tell whether it was made.',
    remedy: 'Look whether it was made before you send it again; Dragoman never does that by itself.',
    httpStatus: 200,
    retryable: false,
  },
  QUERY_TIMEOUT: {
    meaning: 'The statement did not end before its deadline and was cancelled.',
    remedy: 'Give it more time with `options.timeoutMs`, or make it cheaper.',
    httpStatus: 200,
    retryable: true,
  },
  QUERY_CANCELLED: {
    meaning: 'The statement was cancelled: its client went away or the service is stopping.',
    remedy: 'Send it again if the answer is still wanted.',
    httpStatus: 200,
    retryable: true,
  },
  PRECISION_LOST: {
    meaning: 'A value can’t be passed on without losing digits.',
    remedy: 'Cast it to text in the statement, or pass it as a string.',
    httpStatus: 200,
    retryable: false,
  },
  RESULT_TOO_LARGE: {
    meaning: 'The result, or one value of it, holds more bytes than one answer may carry.',
    remedy: 'Select fewer columns or rows.',
    httpStatus: 200,
    retryable: false,
  },
  REQUEST_TOO_LARGE: {
    meaning: 'The request is larger or deeper than the service’s limits allow.',
    remedy: 'Split it, or raise the limit that the message names in the configuration.',
    httpStatus: 413,
    retryable: false,
  },
  POOL_EXHAUSTED: {
    meaning: 'No connection became free in time, or too many requests were waiting for one.',
    remedy: 'Try again a little later, or raise the pool’s `max` or `maxWaiting`.',
    httpStatus: 200,
    retryable: true,
  },
  DATABASE_UNAVAILABLE: {
    meaning: 'The database can’t be reached.',
    remedy: 'Look at `database { health { error } }`; Dragoman reconnects by itself.',
    httpStatus: 200,
    retryable: true,
  },
  ADAPTER_CLOSED: {
    meaning: 'The database was removed, or is being closed, while the request came in.',
    remedy: 'Ask `databases` for what is registered now.',
    httpStatus: 200,
    retryable: false,
  },
  OVERLOADED: {
    meaning: 'The service takes no new work right now.',
    remedy: 'Try again after a moment.',
    httpStatus: 503,
    retryable: true,
  },
  RATE_LIMITED: {
    meaning: 'More operations came from this caller, or from its address, than the service takes in the time.',
    remedy: 'Wait for `retryAfterMs` (the header `retry-after` in seconds) and send it again.',
    httpStatus: 429,
    retryable: true,
  },
  UNAUTHENTICATED: {
    meaning: 'The service asks who you are, and the request shows no key or token that it knows.',
    remedy: 'Send the header `Authorization: Bearer KEY`, or the same in the `connectionParams` of a WebSocket.',
    httpStatus: 401,
    retryable: false,
  },
  FORBIDDEN: {
    meaning:
      'The role that you come with does not allow it; or the request comes from a web page, or names a host, that the service does not serve.',
    remedy:
      'Ask for a role with the grant that the hint names; for pages, add their origin to `server.cors`, or use the service’s own address.',
    httpStatus: 403,
    retryable: false,
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: 'The GraphQL document could not be read.',
    remedy: 'Mend it at `locations`.',
    httpStatus: 400,
    retryable: false,
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: 'The GraphQL document does not fit the schema.',
    remedy: 'Compare it with the schema in GraphiQL.',
    httpStatus: 400,
    retryable: false,
  },
  BAD_USER_INPUT: {
    meaning: 'An argument has a value that can’t be used.',
    remedy: 'Mend the argument that the message names.',
    httpStatus: 200,
    retryable: false,
  },
  BAD_REQUEST: {
    meaning: 'The HTTP request is no GraphQL request.',
    remedy: 'Send a POST with a JSON body: { "query": "…", "variables": { … } }.',
    httpStatus: 400,
    retryable: false,
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning: 'The server does not know the persisted query’s hash.',
    remedy: 'Send the hash together with the document once.',
    httpStatus: 200,
    retryable: false,
  },
  INTERNAL_SERVER_ERROR: {
    meaning: 'Something unexpected happened; the details are in the service’s log.',
    remedy: 'Give the operators the error’s `id`.',
    httpStatus: 500,
    retryable: false,
  },
} as const satisfies Record<string, ErrorCodeRow>;

/** One of the codes of the error table. */
export type ErrorCode = keyof typeof ERROR_CODES;
