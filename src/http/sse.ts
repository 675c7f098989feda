import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { createHandler, type Request } from 'graphql-sse';
import type { Principal } from '../auth/index.js';
import { DragomanError } from '../errors/index.js';
import type { CancelSignal } from '../events/index.js';
import type { RequestContext } from '../graphql/index.js';
import { clientSignal } from './client-signal.js';
import { sendError } from './error-response.js';
import { executionArgs, maskedExecution, type OperationOptions } from './operation-handlers.js';

export interface SseOptions extends OperationOptions {
  readonly context: (requestId: string, signal: CancelSignal, principal: Principal) => RequestContext;
}

/** GraphQL over Server-Sent Events, for clients behind proxies that know no WebSocket. */
export interface SseTransport {
  /** Answers a request that asks for `text/event-stream`. */
  handle(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Ends every stream; one that begins later ends after what it has to say at once. */
  end(): void;
}

type Chunks = AsyncGenerator<string, void, undefined>;

/** One stream an operation: graphql-sse's other mode, with tokens, is off. */
export function createSseTransport(options: SseOptions): SseTransport {
  const streams = new Set<Chunks>();
  let ending = false;
  const answer = createHandler<FastifyRequest, FastifyReply>({
    ...maskedExecution(options),
    schema: options.schema,
    authenticate: () => null,
    // It would go on asking for results, and keep those that a slow client has not taken.
    onNext: async (_context, { context: reply }) => await drained(reply.raw),
    onSubscribe: ({ raw, context: reply }, operation) => {
      const args = executionArgs(options, operation, options.context(raw.id, clientSignal(reply.raw), raw.principal));
      // `data` marks it as a result for graphql-sse; JSON leaves it out.
      return 'schema' in args
        ? { ...args, contextValue: args.contextValue as never }
        : ({ data: undefined, errors: args } as ExecutionResult);
    },
  });
  return {
    handle: async (request, reply) => {
      const [body, { status, statusText, headers }] = await answer(toSseRequest(request, reply));
      if (body === null || typeof body === 'string') {
        if (headers?.allow !== undefined) reply.header('allow', headers.allow);
        await sendError(reply, new DragomanError('BAD_REQUEST', `${messageIn(body) ?? statusText}.`), status);
        return;
      }
      reply.hijack();
      reply.raw.writeHead(status, { ...(reply.getHeaders() as Record<string, string>), ...headers });
      streams.add(body);
      const sent = send(reply.raw, body);
      if (ending) void body.return();
      await sent.finally(() => streams.delete(body));
    },
    end: () => {
      ending = true;
      for (const stream of streams) void stream.return();
    },
  };
}

function toSseRequest(request: FastifyRequest, reply: FastifyReply): Request<FastifyRequest, FastifyReply> {
  const { accept: _, ...headers } = request.headers;
  return {
    method: request.method,
    url: request.url,
    // Clients may name other types beside the stream; graphql-sse knows the plain word alone.
    headers: { get: (name) => (name === 'accept' ? 'text/event-stream' : String(headers[name] ?? '')) },
    body: request.body as Record<string, unknown> | null,
    raw: request,
    context: reply,
  };
}

/** Writes until the stream ends or the client is gone, and then ends the stream. */
async function send(response: ServerResponse, chunks: Chunks): Promise<void> {
  const leave = (): void => void chunks.return();
  response.once('close', leave);
  // It may have closed before anybody listened.
  if (response.destroyed) leave();
  for await (const chunk of chunks) {
    if (!(await written(response, chunk))) break;
  }
  response.end();
}

/** Resolves when the next chunk may be written. The callback of `write` is no sign of it: it comes as soon as the chunk is in hand. */
async function written(response: ServerResponse, chunk: string): Promise<boolean> {
  if (response.writable) response.write(chunk);
  await drained(response);
  return response.writable;
}

/** Resolves when the client has taken what was written, or is gone. */
async function drained(response: ServerResponse): Promise<void> {
  if (!response.writableNeedDrain) return;
  await new Promise<void>((resolve) => {
    const settle = (): void => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.once('drain', settle).once('close', settle);
  });
}

function messageIn(body: string | null): string | undefined {
  if (body === null) return undefined;
  return (JSON.parse(body) as { errors?: { message: string }[] }).errors?.[0]?.message;
}
