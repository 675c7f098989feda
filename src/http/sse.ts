import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { RequestContext } from '../graphql/index.js';
import { executionArgs, maskedExecution, type OperationOptions } from './operation-handlers.js';

export interface SseOptions extends OperationOptions {
  readonly context: (requestId: string, signal: AbortSignal) => RequestContext;
}

/** Handles a request that asks for `text/event-stream`. */
export type SseHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** GraphQL over Server-Sent Events, for clients behind proxies that know no WebSocket. */
export function createSseHandler(options: SseOptions): SseHandler {
  return createHandler({
    ...maskedExecution(options),
    schema: options.schema,
    onSubscribe: (request, operation) => {
      const gone = new AbortController();
      request.raw.socket.once('close', () => gone.abort());
      const incoming = { ...operation, query: String(operation.query) };
      const args = executionArgs(options, incoming, options.context(request.raw.id, gone.signal));
      return 'schema' in args ? { ...args, contextValue: args.contextValue as never } : { errors: args };
    },
  });
}
