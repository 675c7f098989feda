import { DragomanError } from '../../errors/index.js';

/** The coded error for what kept a driver from reaching its server, or cut it off; anything else is passed through. */
export function connectionError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const row = CONNECTION_ERRORS.find(([pattern]) => pattern.test(`${code} ${error.message}`))?.[1];
  if (row === undefined) return error;
  return new DragomanError('DATABASE_UNAVAILABLE', row.message, {
    hint: row.hint,
    retryable: row.retryable,
    cause: error,
  });
}

/** Codes of Node's for a connection that has ended. */
const ENDED: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT']);

/**
 * What a socket's error says of a statement that was on its way. Whether a server may have
 * run it hangs on its last byte: where writing failed, that byte never left.
 */
export function lossOf(error: Error): 'lost' | 'unsent' | undefined {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (!ENDED.has(code)) return undefined;
  return syscall === 'write' ? 'unsent' : 'lost';
}

interface ConnectionErrorRow {
  readonly message: string;
  readonly hint: string;
  /** Overrides the code's own word on whether to try again. */
  readonly retryable?: boolean;
}

const AGAIN = 'Dragoman connects again by itself.';
const CONNECTION_ERRORS: readonly (readonly [RegExp, ConnectionErrorRow])[] = [
  [
    /ECONNREFUSED/,
    { message: 'The server refuses connections at its address.', hint: 'Is it running, and is the url’s port right?' },
  ],
  [/ENOTFOUND|EAI_AGAIN/, { message: 'The server’s name leads to no address.', hint: 'Mend the host in the url.' }],
  [
    /ETIMEDOUT|timeout expired|timeout exceeded|connection timeout/,
    {
      message: 'The server did not answer in time.',
      hint: 'It accepts connections and says nothing, or the way to it is cut.',
    },
  ],
  [
    /CERT|certificate|self[- ]signed|altname/i,
    {
      message: 'The server’s certificate is not trusted.',
      hint: 'Give its authority in `tls.ca`, or a host name that the certificate has.',
      retryable: false,
    },
  ],
  [
    /does not support (?:SSL|secure)/,
    {
      message: 'The server offers no TLS.',
      hint: 'Set it up there, or write `tls: false` where the way to it is safe.',
      retryable: false,
    },
  ],
  [
    /ECONNRESET|ECONNABORTED|EPIPE|PROTOCOL_CONNECTION_LOST|closed state|Connection terminated|not queryable|Client was closed/,
    { message: 'The connection to the server was cut.', hint: AGAIN },
  ],
  [
    /password|SASL|SCRAM/i,
    {
      message: 'The server wants a password, and the url has none.',
      hint: 'Write it into the url, from the environment: ${SHOP_PASSWORD}.',
      retryable: false,
    },
  ],
];
