/** An error that nobody expected, as a log may have it. */
export interface ToldError {
  readonly type: string;
  readonly message: string;
  /** The places alone: what stands before them is the message, values and all. */
  readonly stack: string;
  readonly code?: string | number;
  readonly cause?: ToldError;
}

/** How far the causes of an error are followed. */
const DEEPEST = 5;
const PLACE = /^\s+at .*$/gm;
/** Who logs in, and with what. */
const CREDENTIALS = /\/\/[^\s/@]*@/g;
/** Drivers and engines put values between quotes, and so does JSON.parse; JavaScript says which property it was `reading`. */
const QUOTED = /(?<!\b(?:reading|setting) )(?:'[^']*'|"[^"]*"|`[^`]*`|“[^”]*”)/gs;

/**
 * What may be told of an error that nobody expected. A driver's own carries the statement, the row or the address that it
 * failed at: of those nothing is told, and of its message what stands between quotes is not.
 */
export function toldError(error: unknown, depth = 1): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: masked(String(error)), stack: '' };
  const { code } = error as { readonly code?: unknown };
  return {
    type: error.name,
    message: masked(error.message),
    stack: (error.stack?.match(PLACE) ?? []).join('\n'),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: toldError(error.cause, depth + 1) }),
  };
}

const masked = (message: string): string =>
  message.replace(CREDENTIALS, '//…@').replace(QUOTED, (quoted) => `${quoted[0] ?? ''}…${quoted.at(-1) ?? ''}`);
