import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloseCode, handleProtocols, makeServer, type Context } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
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
  readonly maxMessageBytes: number;
  readonly context: (requestId: string, signal: CancelSignal) => RequestContext;
  readonly logger: Logger;
}

/** "Going away" (RFC 6455, 7.4.1). */
const GOING_AWAY = 1001;
const KEEP_ALIVE_MS = 12_000;
/** How long a client may take to answer the closing of its socket. */
const CLOSING_MS = 500;

/** Lets running queries and mutations end, for so long; then every socket is closed with 1001. */
export type CloseWebSockets = (drainMs: number) => Promise<void>;

type Protocol = ReturnType<typeof makeServer>;

/** Serves graphql-ws on the server's upgrades. WebSockets know no CORS: the door is asked for each. */
export function serveWebSocket(server: Server, options: WebSocketOptions): CloseWebSockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes, handleProtocols });
  const running = new RunningOperations();
  const { execute, subscribe } = maskedExecution(options);
  const protocol = makeServer({
    schema: options.schema,
    execute: (args) => running.watch(Promise.resolve(execute(args))),
    subscribe,
    onSubscribe: (ctx, id, operation) =>
      executionArgs(options, operation, options.context(randomUUID(), operationSignal(ctx, id))),
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
    sockets.handleUpgrade(request, socket, head, (webSocket) => speak(webSocket, protocol, options.logger));
  });
  return async (drainMs) => {
    await running.ended(drainMs);
    for (const client of sockets.clients) client.close(GOING_AWAY, 'The service is stopping');
    const closed = new Promise<void>((resolve) => sockets.close(() => resolve()));
    await Promise.race([closed, sleep(CLOSING_MS)]);
    for (const client of sockets.clients) client.terminate();
  };
}

/**
 * Aborted when the client ends the operation, or its socket closes. graphql-ws calls
 * `return` on what it keeps for an operation at both; for a query it keeps nothing by itself.
 */
function operationSignal({ subscriptions }: Context, id: string): CancelSignal {
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
function speak(socket: WebSocket, protocol: Protocol, logger: Logger): void {
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
    {},
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
