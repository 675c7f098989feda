import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DragomanError } from '../errors/index.js';
import { sendError } from './error-response.js';

/** Answers what goes wrong before GraphQL sees a request in GraphQL's own form. */
export function answerErrors(fastify: FastifyInstance): void {
  fastify.setErrorHandler((error: FastifyError | DragomanError, request, reply) => answerError(error, request, reply));
  fastify.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    return sendError(
      reply,
      new DragomanError('BAD_REQUEST', `There is nothing at ${path} for ${request.method}.`, {
        hint: 'GraphQL is at /graphql, GraphiQL at /graphiql.',
      }),
      404,
    );
  });
}

function answerError(error: FastifyError | DragomanError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof DragomanError) return sendError(reply, error);
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
    return sendError(reply, refusal, status);
  }
  const id = randomUUID();
  request.log.error({ err: error, id, requestId: request.id }, 'An unexpected error was masked');
  return reply.code(500).send({
    errors: [
      {
        message: 'Something unexpected happened. The service’s log has the details under this id.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false, id },
      },
    ],
  });
}
