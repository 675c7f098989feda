import type { FastifyInstance } from 'fastify';
import { DragomanError } from '../errors/index.js';

/**
 * Reads bodies of `application/json` and no others: what a page can send without asking
 * first (text/plain, forms) is refused before anybody looks at it. Node would put U+FFFD
 * in the place of bytes that are no UTF-8, and other values than were sent would be stored.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    } catch {
      done(
        new DragomanError('BAD_REQUEST', 'The body is no valid UTF-8.', {
          hint: 'Encode the JSON as UTF-8; send bytes as tagged values in base64.',
        }),
      );
      return;
    }
    void parse(request, text, done);
  });
}
