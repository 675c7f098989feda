import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import cors from '@fastify/cors';
import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { DragomanError } from '../errors/index.js';
import { formatError, type OperationLimits, type RequestContext } from '../graphql/index.js';
import { Door } from './door.js';
import { sendError } from './error-response.js';
import { serveGraphql } from './graphql-route.js';
import type { Logger } from './logger.js';
import { servePages } from './pages.js';
import { serveProbes, type Readiness } from './probes.js';
import { createSseHandler } from './sse.js';
import { serveWebSocket } from './websocket.js';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly cors: readonly string[];
  readonly requestBytes: number;
  readonly limits: OperationLimits;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly context: (requestId: string, signal: AbortSignal) => RequestContext;
  readonly missing: Readiness;
}

/** A server that listens. */
export interface HttpServer {
  readonly host: string;
  readonly port: number;
  /** Stops accepting, lets running requests end, closes WebSockets with 1001. */
  close(): Promise<void>;
}

const GRAPHQL_PATH = '/graphql';
/** Connections that are still busy after this are cut. */
const DRAIN_MS = 10_000;

/** Builds the HTTP side and listens. Rejects with the system's error where the port is taken. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const server = fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    bodyLimit: options.requestBytes,
    disableRequestLogging: true,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
  });
  const door = new Door(options.host, options.cors);
  await guard(server, door);
  serveProbes(server, options.missing);
  await servePages(server);
  const format = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
    formatError(formatted, error, (unexpected, id) => options.logger.error({ err: unexpected, id }, 'An unexpected error was masked'));
  const mask = (errors: readonly GraphQLError[]): readonly GraphQLError[] => errors.map((error) => asGraphqlError(format(error.toJSON(), error)));
  const operations = { schema: options.schema, limits: options.limits, context: options.context, mask };
  const closeWebSockets = serveWebSocket(server.server, { ...operations, path: GRAPHQL_PATH, door, maxMessageBytes: options.requestBytes });
  const sse = createSseHandler(operations);
  const apollo = await serveGraphql(server, { ...operations, path: GRAPHQL_PATH, formatError: format, sse });
  await server.listen({ host: options.host, port: options.port, listenTextResolver: () => '' });
  return {
    host: options.host,
    port: portOf(server.server),
    close: async () => {
      await closeWebSockets();
      const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS).unref();
      await apollo.stop();
      await server.close();
      clearTimeout(cut);
    },
  };
}

async function guard(server: FastifyInstance, door: Door): Promise<void> {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    try {
      door.admit(request.headers);
    } catch (error) {
      if (!(error instanceof DragomanError)) throw error;
      await sendError(reply, error);
    }
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (request.url.startsWith(GRAPHQL_PATH)) {
      const durationMs = Math.round(reply.elapsedTime * 10) / 10;
      request.log.info({ requestId: request.id, status: reply.statusCode, durationMs }, `${request.method} ${GRAPHQL_PATH} ${reply.statusCode} in ${durationMs} ms`);
    }
    done();
  });
  await server.register(cors, {
    origin: (origin, allow) => allow(null, origin !== undefined && door.admitsOrigin(origin)),
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id'],
    maxAge: 600,
  });
  server.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ errors: [{ message: `There is nothing at ${request.url.split('?')[0] ?? ''}. GraphQL is at ${GRAPHQL_PATH}, GraphiQL at /graphiql.`, extensions: { code: 'BAD_REQUEST' } }] }),
  );
}

/** What goes wrong before GraphQL sees a request, by Fastify's codes. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const max = request.server.initialConfig.bodyLimit ?? 0;
    return sendError(
      reply,
      new DragomanError('REQUEST_TOO_LARGE', `The request's body has more than ${max} bytes.`, {
        hint: 'Send less at once, or raise `limits.requestBytes`.',
        limit: { name: 'requestBytes', max },
      }),
    );
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    const refusal = new DragomanError('BAD_REQUEST', `${error.message.replace(/\.$/, '')}.`, {
      hint: 'Send a POST with content-type application/json and a body { "query": "…" }.',
    });
    return sendError(reply, refusal).code(status);
  }
  const id = randomUUID();
  request.log.error({ err: error, id }, 'An unexpected error was masked');
  return reply.code(500).send({
    errors: [{ message: 'Something unexpected happened. The service’s log has the details under this id.', extensions: { code: 'INTERNAL_SERVER_ERROR', id } }],
  });
}

function asGraphqlError({ message, locations: _, ...rest }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, rest as ConstructorParameters<typeof GraphQLError>[1]);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
