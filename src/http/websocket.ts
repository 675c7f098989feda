import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloseCode, handleProtocols, makeServer, type Context } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Authenticate, Principal } from '../auth/index.js';
import { DragomanError } from '../errors/index.js';
import { CancelSource, type CancelSignal } from '../events/index.js';
import type { RequestContext } from '../graphql/index.js';
import type { Door } from './door.js';
import type { Logger } from './logger.js';
import { executionArgs, maskedExecution, type OperationOptions } from './operation-handlers.js';
import { RunningOperations } from './running-operations.js';

export interface WebSocketOptions extends OperationOptions {
  readonly path: string;
  readonly door: Door;
  readonly authenticate: Authenticate;
  readonly maxMessageBytes: number;
  readonly context: (requestId: string, signal: CancelSignal, principal: Principal) => RequestContext;
  readonly logger: Logger;
}

/** "Going away" (RFC 6455, 7.4.1). */
const GOING_AWAY = 1001;
const KEEP_ALIVE_MS = 12_000;
/** How long a client may take to answer the closing of its socket. */
const CLOSING_MS = 500;
/** Bytes of a reason for closing (RFC 6455, 5.5). */
const LONGEST_REASON = 120;
/** The longest that a timer can wait. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** Lets running queries and mutations end, for so long; then every socket is closed with 1001. */
export type CloseWebSockets = (drainMs: number) => Promise<void>;

/** What is kept of a socket. */
interface SocketExtra {
  readonly socket: WebSocket;
  /** The header of its upgrade: a browser sends one where its user was asked for a key. */
  readonly authorization: string | undefined;
  /** Who it belongs to, once it has shown that. */
  principal?: Principal;
}

type SocketContext = Context<Readonly<Record<string, unknown>>, SocketExtra>;
type Protocol = ReturnType<typeof makeServer<Readonly<Record<string, unknown>>, SocketExtra>>;

/** Serves graphql-ws on the server's upgrades. WebSockets know no CORS: the door is asked for each. */
export function serveWebSocket(server: Server, options: WebSocketOptions): CloseWebSockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes, handleProtocols });
  const running = new RunningOperations();
  const { execute, subscribe } = maskedExecution(options);
  const protocol = makeServer<Readonly<Record<string, unknown>>, SocketExtra>({
    schema: options.schema,
    onConnect: async (context) => await letIn(context, options),
    execute: (args) => running.watch(Promise.resolve(execute(args))),
    subscribe,
    onSubscribe: (ctx, id, operation) => {
      const { principal } = ctx.extra;
      if (principal === undefined) throw new Error('An operation came on a socket that nobody was let in on.');
      const context = options.context(randomUUID(), operationSignal(ctx, id), principal);
      return executionArgs(options, operation, context);
    },
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A socket that breaks before it is a WebSocket has nobody else to tell.
    socket.on('error', () => socket.destroy());
    const refusal = refuseUpgrade(request, options);
    if (refusal !== undefined) {
      socket.end(
        `HTTP/1.1 ${refusal} ${STATUS_CODES[refusal] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      speak(webSocket, protocol, request.headers.authorization, options.logger),
    );
  });
  return async (drainMs) => {
    await running.ended(drainMs);
    for (const client of sockets.clients) client.close(GOING_AWAY, 'The service is stopping');
    const closed = new Promise<void>((resolve) => sockets.close(() => resolve()));
    await Promise.race([closed, sleep(CLOSING_MS)]);
    for (const client of sockets.clients) client.terminate();
  };
}

/** Whoever a socket belongs to shows that in `connectionParams`, or in the header of its upgrade. */
async function letIn(
  { connectionParams, extra }: SocketContext,
  { authenticate, logger }: WebSocketOptions,
): Promise<boolean> {
  try {
    const shown = authorizationIn(connectionParams) ?? extra.authorization;
    const principal = await authenticate(shown);
    extra.principal = principal;
    closeAtExpiry(extra.socket, principal);
    return true;
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    logger.info({ reason: error.message }, 'A WebSocket was not let in');
    extra.socket.close(CloseCode.Forbidden, `${error.code}: ${error.message}`.slice(0, LONGEST_REASON));
    return false;
  }
}

function authorizationIn(params: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const [, shown] = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  return typeof shown === 'string' ? shown : undefined;
}

/** A socket lives on; what let it in does not. */
function closeAtExpiry(socket: WebSocket, { expiresAtMs }: Principal): void {
  if (expiresAtMs === undefined) return;
  const left = Math.min(Math.max(0, expiresAtMs - Date.now()), LONGEST_DELAY_MS);
  const timer = setTimeout(() => socket.close(CloseCode.Forbidden, 'UNAUTHENTICATED: The token has expired.'), left);
  socket.once('close', () => clearTimeout(timer));
}

/**
 * Aborted when the client ends the operation, or its socket closes. graphql-ws calls
 * `return` on what it keeps for an operation at both; for a query it keeps nothing by itself.
 */
function operationSignal({ subscriptions }: SocketContext, id: string): CancelSignal {
  const gone = new CancelSource();
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    gone.abort();
    return { done: true, value: undefined };
  };
  const running: AsyncIterableIterator<unknown> = { next: end, return: end, [Symbol.asyncIterator]: () => running };
  subscriptions[id] = running as AsyncGenerator;
  return gone;
}

/** Connects a socket with the protocol, as graphql-ws's own binding does, but logs where that writes to stderr. */
function speak(socket: WebSocket, protocol: Protocol, authorization: string | undefined, logger: Logger): void {
  socket.on('error', (error) => logger.debug({ err: error }, 'A WebSocket broke'));
  let answered = true;
  socket.on('pong', () => (answered = true));
  const keepAlive = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    socket.ping();
  }, KEEP_ALIVE_MS);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: async (text) => {
        if (socket.readyState === socket.OPEN) await new Promise<void>((resolve) => socket.send(text, () => resolve()));
      },
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on('message', (data: Buffer) => {
          take(data.toString()).catch((error: unknown) => {
            logger.error({ err: error }, 'A WebSocket message could not be handled');
            socket.close(CloseCode.InternalServerError, 'Internal server error');
          });
        }),
    },
    { socket, authorization },
  );
  socket.once('close', (code, reason) => {
    clearInterval(keepAlive);
    closed(code, reason.toString()).catch((error: unknown) =>
      logger.error({ err: error }, 'A WebSocket could not be put away'),
    );
  });
}

function refuseUpgrade(request: IncomingMessage, { path, door }: WebSocketOptions): number | undefined {
  if (request.url?.split('?')[0] !== path) return 404;
  try {
    door.admit(request.headers);
    return undefined;
  } catch (error) {
    if (error instanceof DragomanError) return 403;
    throw error;
  }
}
