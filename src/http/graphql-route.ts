import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Principal } from '../auth/index.js';
import { validationRules, type OperationLimits, type RequestContext } from '../graphql/index.js';
import type { CancelSignal } from '../events/index.js';
import { clientSignal } from './client-signal.js';
import { contentNegotiation } from './content-negotiation.js';
import { KnownOperations, plainOperation } from './known-operations.js';
import { schemaSecrecy } from './schema-secrecy.js';
import type { SseTransport } from './sse.js';
import { subscriptionsElsewhere } from './subscriptions-elsewhere.js';

export interface GraphqlRouteOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly path: string;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly context: (requestId: string, signal: CancelSignal, principal: Principal) => RequestContext;
  readonly sse: SseTransport;
}

/** What Apollo's handler sends: the text of the answer. */
interface ApolloRoute {
  Reply: string;
}

/** So many different Accept headers are remembered: clients send a few. */
const ACCEPTS_KEPT = 100;

/**
 * Serves GraphQL over HTTP with Apollo Server, and over SSE to those who ask for an event
 * stream. What Apollo has let run before, in the form that it answered in, is run directly.
 */
export async function serveGraphql(
  fastify: FastifyInstance,
  options: GraphqlRouteOptions,
): Promise<ApolloServer<RequestContext>> {
  const known = new KnownOperations(options);
  /** The content type that Apollo answered with, by what the client accepts. */
  const contentTypes = new LRUCache<string, string>({ max: ACCEPTS_KEPT });
  const apollo = new ApolloServer<RequestContext>({
    schema: options.schema,
    // Who may ask for the schema is found out for each request.
    introspection: true,
    parseOptions: { maxTokens: options.limits.tokens },
    validationRules: validationRules(options.limits),
    formatError: options.formatError,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      subscriptionsElsewhere,
      schemaSecrecy(options.limits),
      known.plugin,
      contentNegotiation,
      fastifyApolloDrainPlugin(fastify),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // No field has a hint, and it would look at every field of every answer.
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();
  const contextOf = (request: FastifyRequest, reply: FastifyReply): RequestContext =>
    options.context(request.id, clientSignal(reply.raw), request.principal);
  const handle = fastifyApolloHandler(apollo, {
    context: (request, reply) => Promise.resolve(contextOf(request, reply)),
  });
  fastify.route<ApolloRoute>({
    url: options.path,
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      const accept = request.headers.accept ?? '';
      if (accept.includes('text/event-stream')) {
        await options.sse.handle(request, reply);
        return reply;
      }
      const contentType = contentTypes.get(accept);
      const operation = contentType === undefined ? undefined : plainOperation(request.body);
      if (contentType !== undefined && operation !== undefined) {
        const answer = await known.answer(operation, () => contextOf(request, reply));
        if (answer !== undefined) return await reply.headers({ 'content-type': contentType }).send(answer);
      }
      const answer = await handle.call(fastify, request, reply);
      const given = reply.getHeader('content-type');
      if (reply.statusCode === 200 && typeof given === 'string') contentTypes.set(accept, given);
      return answer;
    },
  });
  return apollo;
}
