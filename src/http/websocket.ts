import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { DragomanError } from '../errors/index.js';
import type { RequestContext } from '../graphql/index.js';
import type { Door } from './door.js';
import { executionArgs, maskedExecution, type OperationOptions } from './operation-handlers.js';

export interface WebSocketOptions extends OperationOptions {
  readonly path: string;
  readonly door: Door;
  readonly maxMessageBytes: number;
  readonly context: (requestId: string, signal: AbortSignal) => RequestContext;
}

/** "Going away" (RFC 6455, 7.4.1). */
const GOING_AWAY = 1001;

/** Ends the WebSocket side: every socket is closed with 1001. */
export type CloseWebSockets = () => Promise<void>;

/** Serves graphql-ws on the server's upgrades. WebSockets know no CORS: the door is asked for each. */
export function serveWebSocket(server: Server, options: WebSocketOptions): CloseWebSockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes });
  const handler = useServer(
    {
      ...maskedExecution(options),
      schema: options.schema,
      onSubscribe: (ctx, _id, operation) => {
        const gone = new AbortController();
        ctx.extra.socket.once('close', () => gone.abort());
        return executionArgs(options, operation, options.context(randomUUID(), gone.signal));
      },
    },
    sockets,
  );
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A socket that breaks before it is a WebSocket has nobody else to tell.
    socket.on('error', () => socket.destroy());
    const refusal = refuseUpgrade(request, options);
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
  });
  return async () => {
    for (const client of sockets.clients) client.close(GOING_AWAY, 'The service is stopping');
    await handler.dispose();
  };
}

function refuseUpgrade(request: IncomingMessage, { path, door }: WebSocketOptions): string | undefined {
  if (request.url?.split('?')[0] !== path) return '404 Not Found';
  try {
    door.admit(request.headers);
    return undefined;
  } catch (error) {
    if (error instanceof DragomanError) return '403 Forbidden';
    throw error;
  }
}
