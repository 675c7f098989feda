import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { validationRules, type OperationLimits, type RequestContext } from '../graphql/index.js';
import type { CancelSignal } from '../events/index.js';
import { clientSignal } from './client-signal.js';
import { contentNegotiation } from './content-negotiation.js';
import type { SseTransport } from './sse.js';

export interface GraphqlRouteOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly path: string;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly context: (requestId: string, signal: CancelSignal) => RequestContext;
  readonly sse: SseTransport;
}

/** What Apollo's handler sends: the text of the answer. */
interface ApolloRoute {
  Reply: string;
}

/** Serves GraphQL over HTTP with Apollo Server, and over SSE to those who ask for an event stream. */
export async function serveGraphql(
  fastify: FastifyInstance,
  options: GraphqlRouteOptions,
): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    schema: options.schema,
    introspection: options.limits.introspection,
    parseOptions: { maxTokens: options.limits.tokens },
    validationRules: validationRules(options.limits),
    formatError: options.formatError,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      contentNegotiation,
      fastifyApolloDrainPlugin(fastify),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // No field has a hint, and it would look at every field of every answer.
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();
  const handle = fastifyApolloHandler(apollo, {
    context: (request, reply) => Promise.resolve(options.context(request.id, clientSignal(reply.raw))),
  });
  fastify.route<ApolloRoute>({
    url: options.path,
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      if ((request.headers.accept ?? '').includes('text/event-stream')) {
        await options.sse.handle(request, reply);
        return reply;
      }
      return await handle.call(fastify, request, reply);
    },
  });
  return apollo;
}
