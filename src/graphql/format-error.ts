import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DragomanError, ERROR_CODES } from '../errors/index.js';

/** Takes an error that nobody expected, with the id under which the client knows it. */
export type ReportUnexpected = (error: unknown, id: string) => void;

const TOKEN_LIMIT = /Document contains more tha[tn] (\d+) tokens/;
/** Codes of the protocol's own that graphql-js and Apollo give to mistakes of the client. */
const CLIENT_CODES: ReadonlySet<string> = new Set(
  Object.keys(ERROR_CODES).filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
);
/** Codes that Apollo has beyond the contract's, in the contract's terms. */
const APOLLO_CODES: Readonly<Record<string, string>> = {
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_FOUND',
};

/**
 * The error as a client may see it: coded errors with what they tell, everything
 * unexpected masked behind an id under which it stands in the log.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: ReportUnexpected,
): GraphQLFormattedError {
  const original = originalOf(error);
  if (original instanceof DragomanError) {
    return { ...placed(formatted), message: original.message, extensions: original.extensions() };
  }
  const limit = TOKEN_LIMIT.exec(formatted.message)?.[1];
  if (limit !== undefined) return tooManyTokens(Number(limit));
  const present = formatted.extensions?.code;
  const given = typeof present === 'string' ? present : codeOf(formatted, original);
  const code = APOLLO_CODES[given] ?? given;
  if (CLIENT_CODES.has(code))
    return { ...placed(formatted), message: formatted.message, extensions: clean(formatted, code) };
  const id = randomUUID();
  report(original, id);
  return {
    ...placed(formatted),
    message: 'Something unexpected happened. The service’s log has the details under this id.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false, id },
  };
}

/** graphql-js gives no code; an error without a path came up before any field ran: variables that do not fit. */
function codeOf({ path }: GraphQLFormattedError, original: unknown): string {
  return path === undefined && original instanceof GraphQLError ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
}

function originalOf(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError !== undefined) {
    current = current.originalError;
  }
  return current;
}

function placed({ locations, path }: GraphQLFormattedError): Partial<GraphQLFormattedError> {
  return { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
}

function clean({ extensions = {} }: GraphQLFormattedError, code: string): Record<string, unknown> {
  const { stacktrace: _, ...told } = extensions;
  return { retryable: false, ...told, code };
}

function tooManyTokens(max: number): GraphQLFormattedError {
  const refusal = new DragomanError('REQUEST_TOO_LARGE', `The document has more than ${max} tokens.`, {
    hint: 'Pass values as variables, ask for less at once, or raise `limits.tokens`.',
    limit: { name: 'tokens', max },
  });
  return { message: refusal.message, extensions: refusal.extensions() };
}
