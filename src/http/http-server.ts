import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import cors from '@fastify/cors';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { formatError, type OperationLimits, type RequestContext } from '../graphql/index.js';
import type { CancelSignal } from '../events/index.js';
import type { Authenticate, Principal } from '../auth/index.js';
import { authenticateRequests } from './authentication.js';
import { clientAddressBy, type TrustedProxies } from './client-address.js';
import { Door } from './door.js';
import { serveGraphql } from './graphql-route.js';
import { readJsonBodies } from './json-body.js';
import { listeningServer, type ConnectionBounds, type ServerTls } from './listening-server.js';
import type { Logger } from './logger.js';
import { servePages } from './pages.js';
import { serveProbes, type Readiness } from './probes.js';
import { limitRate, rateLimitOf, type Rate } from './rate-limit.js';
import { secureHeaders } from './security-headers.js';
import { answerErrors } from './server-errors.js';
import { createSseTransport } from './sse.js';
import { SubscriptionSeats, type SubscriptionBounds } from './subscription-seats.js';
import { serveWebSocket } from './websocket.js';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly cors: readonly string[];
  readonly requestBytes: number;
  readonly connections: ConnectionBounds;
  readonly subscriptions: SubscriptionBounds;
  /** Left out: nobody counts. */
  readonly rate?: Rate | undefined;
  /** Counts for several instances; left out, this one counts for itself. */
  readonly sharedRate?: RateLimiterAbstract | undefined;
  /** Left out: plain HTTP. */
  readonly tls?: ServerTls | undefined;
  /** Left out: nobody's word counts on where a request came from. */
  readonly trustProxy?: TrustedProxies;
  readonly limits: OperationLimits;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly authenticate: Authenticate;
  readonly context: (requestId: string, signal: CancelSignal, principal: Principal) => RequestContext;
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
const SWEEP_MS = 50;

/** Builds the HTTP side and listens. Rejects with the system's error where the port is taken. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  // Fastify's own word for a logger: with pino's, every plugin's type would have to name it.
  const loggerInstance: FastifyBaseLogger = options.logger;
  const server = fastify({
    loggerInstance,
    serverFactory: (handler) => listeningServer(handler, options.tls, options.connections),
    bodyLimit: options.requestBytes,
    logController: new LogController({ disableRequestLogging: true }),
    // While it stops, requests on connections that are open already are still answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
  });
  const door = new Door(options.host, options.cors);
  secureHeaders(server, { encrypted: options.tls !== undefined });
  answerErrors(server);
  readJsonBodies(server);
  await guard(server, door);
  // Behind CORS: a page has to be able to read why it was not let in.
  const rate = rateLimitOf(options.rate, options.sharedRate);
  const addressOf = clientAddressBy(options.trustProxy ?? false);
  authenticateRequests(server, options.authenticate, addressOf, rate);
  limitRate(server, rate, addressOf, isGraphql);
  serveProbes(server, options.missing);
  await servePages(server);
  const format = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
    formatError(formatted, error, (unexpected, id) =>
      options.logger.error({ err: unexpected, id }, 'An unexpected error was masked'),
    );
  const mask = (errors: readonly GraphQLError[]): readonly GraphQLError[] =>
    errors.map((error) => asGraphqlError(format(error.toJSON(), error), error));
  const seats = new SubscriptionSeats(options.subscriptions);
  const operations = { schema: options.schema, limits: options.limits, context: options.context, mask, seats };
  const closeWebSockets = serveWebSocket(server.server, {
    ...operations,
    path: GRAPHQL_PATH,
    door,
    authenticate: options.authenticate,
    maxMessageBytes: options.requestBytes,
    logger: options.logger,
    rate,
    addressOf,
    subscriptions: options.subscriptions,
  });
  const { maxDurationMs } = options.subscriptions;
  const sse = createSseTransport({ ...operations, maxDurationMs });
  const apollo = await serveGraphql(server, { ...operations, path: GRAPHQL_PATH, formatError: format, sse });
  await server.listen({
    host: options.host,
    port: options.port,
    listenTextResolver: (address) =>
      `Listening at ${options.tls === undefined ? address : address.replace(/^http:/, 'https:')}`,
  });
  return {
    host: options.host,
    port: portOf(server.server),
    close: async () => {
      const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS).unref();
      // A connection that is kept alive is idle only once its answer is out, and would hold the server open.
      const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_MS);
      sse.end();
      // At once: the server is closed when the last socket is, WebSockets among them.
      await Promise.all([closeWebSockets(DRAIN_MS), apollo.stop().then(() => server.close())]);
      clearTimeout(cut);
      clearInterval(sweep);
    },
  };
}

function isGraphql({ url }: FastifyRequest): boolean {
  return url.split('?')[0] === GRAPHQL_PATH;
}

async function guard(server: FastifyInstance, door: Door): Promise<void> {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    door.admit(request.headers);
    if (isGraphql(request)) door.admitBlind(request.headers);
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (isGraphql(request)) {
      const durationMs = Math.round(reply.elapsedTime * 10) / 10;
      request.log.info(
        { requestId: request.id, status: reply.statusCode, durationMs },
        `${request.method} ${GRAPHQL_PATH} ${reply.statusCode} in ${durationMs} ms`,
      );
    }
    done();
  });
  await server.register(cors, {
    origin: (origin, allow) => allow(null, origin !== undefined && door.admitsOrigin(origin)),
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
}

/** A new error with what may be told, at the place of the old one. */
function asGraphqlError(
  { message, path, extensions = {} }: GraphQLFormattedError,
  { nodes, source, positions }: GraphQLError,
): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
