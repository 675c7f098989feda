import type { FastifyReply } from 'fastify';
import { ERROR_CODES, type DragomanError } from '../errors/index.js';

/** An error outside GraphQL, in GraphQL's own form, with the status of its code where no other is given. */
export function sendError(
  reply: FastifyReply,
  error: DragomanError,
  status: number = ERROR_CODES[error.code].httpStatus,
): FastifyReply {
  const { retryAfterMs } = error.details;
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: error.message, extensions: error.extensions() }] });
}
