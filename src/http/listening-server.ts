import { createServer as createPlain, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createEncrypted } from 'node:https';

/** What the server shows to its clients where it speaks TLS: the texts of PEM files. */
export interface ServerTls {
  readonly cert: string;
  readonly key: string;
}

/** How many connections the server holds, and how long they may take for what. */
export interface ConnectionBounds {
  readonly connections: number;
  /** How long a request may take to arrive. */
  readonly requestTimeoutMs: number;
}

/** A head that takes longer is sent to hold a connection, not to ask for something. */
const HEAD_MS = 10_000;
const HANDSHAKE_MS = 10_000;
const KEEP_ALIVE_MS = 72_000;
const HEAD_BYTES = 16_384;
/** Behind so many requests a client connects again, and another instance may get it. */
const REQUESTS_PER_CONNECTION = 10_000;
/** How often the times are looked at. */
const CHECK_MS = 1000;

/** A server that gives nobody a connection for doing nothing. */
export function listeningServer(
  handler: RequestListener,
  tls: ServerTls | undefined,
  { connections, requestTimeoutMs }: ConnectionBounds,
): Server {
  const options: ServerOptions = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(HEAD_MS, requestTimeoutMs),
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(CHECK_MS, requestTimeoutMs / 2),
    maxHeaderSize: HEAD_BYTES,
  };
  const server =
    tls === undefined
      ? createPlain(options, handler)
      : createEncrypted({ ...options, ...tls, minVersion: 'TLSv1.2', handshakeTimeout: HANDSHAKE_MS }, handler);
  server.maxConnections = connections;
  server.maxRequestsPerSocket = REQUESTS_PER_CONNECTION;
  return server;
}
