import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Context } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Authenticate, Principal } from '../auth/index.js';
import { LONGEST_DELAY_MS } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { CancelSource, type CancelSignal } from '../events/index.js';
import type { RequestContext } from '../graphql/index.js';
import type { ClientAddress } from './client-address.js';
import type { Door } from './door.js';
import type { Logger } from './logger.js';
import { executionArgs, maskedExecution, type OperationOptions } from './operation-handlers.js';
import type { RateLimit } from './rate-limit.js';
import { RunningOperations } from './running-operations.js';
import type { SubscriptionBounds } from './subscription-seats.js';
import { UnreadMessages } from './unread-messages.js';

export interface WebSocketOptions extends OperationOptions {
  readonly path: string;
  readonly door: Door;
  readonly authenticate: Authenticate;
  readonly maxMessageBytes: number;
  readonly context: (requestId: string, signal: CancelSignal, principal: Principal) => RequestContext;
  readonly logger: Logger;
  readonly rate: RateLimit | undefined;
  readonly addressOf: ClientAddress;
  readonly subscriptions: SubscriptionBounds;
}

/** "Going away" (RFC 6455, 7.4.1). */
const GOING_AWAY = 1001;
const KEEP_ALIVE_MS = 12_000;
/** How long a client may take to say that it is one. */
const CONNECTION_INIT_MS = 3000;
/** How long a client may take to answer the closing of its socket. */
const CLOSING_MS = 500;
/** Bytes of a reason for closing (RFC 6455, 5.5). */
const LONGEST_REASON = 120;

/** Lets running queries and mutations end, for so long; then every socket is closed with 1001. */
export type CloseWebSockets = (drainMs: number) => Promise<void>;

/** What is kept of a socket. */
interface SocketExtra {
  readonly socket: WebSocket;
  /** The header of its upgrade: a browser sends one where its user was asked for a key. */
  readonly authorization: string | undefined;
  readonly address: string;
  /** Who it belongs to, once it has shown that. */
  principal?: Principal;
  /** Whether an operation runs on it. */
  running?: () => boolean;
}

type SocketContext = Context<Readonly<Record<string, unknown>>, SocketExtra>;
type Protocol = ReturnType<typeof makeServer<Readonly<Record<string, unknown>>, SocketExtra>>;

/** Serves graphql-ws on the server's upgrades. WebSockets know no CORS: the door is asked for each. */
export function serveWebSocket(server: Server, options: WebSocketOptions): CloseWebSockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes, handleProtocols });
  const running = new RunningOperations();
  /** The socket that an operation came over. */
  const connections = new WeakMap<RequestContext, WebSocket>();
  const { execute, subscribe } = maskedExecution(options, (context) => connections.get(context));
  const protocol = makeServer<Readonly<Record<string, unknown>>, SocketExtra>({
    schema: options.schema,
    connectionInitWaitTimeout: CONNECTION_INIT_MS,
    onConnect: async (context) => await letIn(context, options),
    execute: (args) => running.watch(Promise.resolve(execute(args))),
    subscribe,
    onSubscribe: async (ctx, id, operation) => {
      const { principal, address, socket } = ctx.extra;
      if (principal === undefined) throw new Error('An operation came on a socket that nobody was let in on.');
      const context = options.context(randomUUID(), operationSignal(ctx, id), principal);
      connections.set(context, socket);
      const limited = await limitedBy(options, principal, address);
      return limited ?? executionArgs(options, operation, context);
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
    sockets.handleUpgrade(request, socket, head, (webSocket) => speak(webSocket, protocol, request, options));
  });
  return async (drainMs) => {
    await running.ended(drainMs);
    for (const client of sockets.clients) client.close(GOING_AWAY, 'The service is stopping');
    const closed = new Promise<void>((resolve) => sockets.close(() => resolve()));
    await Promise.race([closed, sleep(CLOSING_MS)]);
    for (const client of sockets.clients) client.terminate();
  };
}

/** The error of an operation that is one too many. */
async function limitedBy(
  { rate, mask }: WebSocketOptions,
  principal: Principal,
  address: string,
): Promise<readonly GraphQLError[] | undefined> {
  try {
    await rate?.operation(principal, address);
    return undefined;
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    return mask([new GraphQLError(error.message, { originalError: error })]);
  }
}

/** Whoever a socket belongs to shows that in `connectionParams`, or in the header of its upgrade. */
async function letIn(
  { connectionParams, extra, subscriptions }: SocketContext,
  { authenticate, logger, rate }: WebSocketOptions,
): Promise<boolean> {
  try {
    const shown = authorizationIn(connectionParams) ?? extra.authorization;
    const principal = await authenticate(shown);
    extra.principal = principal;
    extra.running = () => Object.keys(subscriptions).length > 0;
    closeAtExpiry(extra.socket, principal);
    return true;
  } catch (refused) {
    const error =
      (await rate?.refusedAttempt(extra.address).then(
        () => refused,
        (limited: unknown) => limited,
      )) ?? refused;
    if (!(error instanceof DragomanError)) throw error;
    logger.info({ address: extra.address, reason: error.message }, 'A WebSocket was not let in');
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
function speak(
  socket: WebSocket,
  protocol: Protocol,
  request: IncomingMessage,
  { logger, subscriptions, addressOf }: WebSocketOptions,
): void {
  socket.on('error', (error) => logger.debug({ err: error }, 'A WebSocket broke'));
  const unread = new UnreadMessages(socket);
  const extra: SocketExtra = {
    socket,
    authorization: request.headers.authorization,
    address: addressOf(request),
  };
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => unread.send(text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on('message', (data: Buffer) => {
          unread.listenOrNot();
          take(data.toString()).catch((error: unknown) => {
            logger.error({ err: error }, 'A WebSocket message could not be handled');
            socket.close(CloseCode.InternalServerError, 'Internal server error');
          });
        }),
    },
    extra,
  );
  const unwatch = watchLife(socket, extra, unread, subscriptions);
  socket.once('close', (code, reason) => {
    unwatch();
    closed(code, reason.toString()).catch((error: unknown) =>
      logger.error({ err: error }, 'A WebSocket could not be put away'),
    );
  });
}

/**
 * Ends a socket whose client is gone or takes nothing of what it is told, on which nothing runs for long, or which has lasted
 * for as long as one may.
 */
function watchLife(
  socket: WebSocket,
  extra: SocketExtra,
  unread: UnreadMessages,
  { idleTimeoutMs, maxDurationMs }: SubscriptionBounds,
): () => void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const keepAlive = setInterval(() => {
    // One that does not read is not listened to either.
    if (!answered && !socket.isPaused) socket.terminate();
    answered = false;
    socket.ping();
  }, KEEP_ALIVE_MS);
  let idleSinceMs = Date.now();
  const idling = setInterval(
    () => {
      // No farewell would reach it behind what it does not read.
      if (unread.takesNothingForMs() >= idleTimeoutMs) socket.terminate();
      if (extra.running?.() === true) idleSinceMs = Date.now();
      else if (Date.now() - idleSinceMs >= idleTimeoutMs) socket.close(GOING_AWAY, 'Nothing ran for too long');
    },
    Math.min(KEEP_ALIVE_MS, idleTimeoutMs / 2),
  );
  const lasting = setTimeout(() => socket.close(GOING_AWAY, 'It has lasted for as long as one may'), maxDurationMs);
  return () => {
    clearInterval(keepAlive);
    clearInterval(idling);
    clearTimeout(lasting);
  };
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
