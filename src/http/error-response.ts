import type { FastifyReply } from 'fastify';
import { ERROR_CODES, type DragomanError } from '../errors/index.js';

/** An error outside GraphQL, in GraphQL's own form, with the status of its code. */
export function sendError(reply: FastifyReply, error: DragomanError): FastifyReply {
  return reply
    .code(ERROR_CODES[error.code].httpStatus)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: error.message, extensions: error.extensions() }] });
}
