import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The built console: in the repository and in the package alike, `dist/console`. */
const CONSOLE_FOLDER = fileURLToPath(new URL('../../dist/console/', import.meta.url));

/** Serves GraphiQL at `/graphiql` and its files under `/console/`. */
export async function servePages(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(CONSOLE_FOLDER)) {
    fastify.log.warn('The pages are not built, so /graphiql is not served; run `npm run build`.');
    return;
  }
  await fastify.register(fastifyStatic, {
    root: CONSOLE_FOLDER,
    prefix: '/console/',
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      // Asset names carry a hash of their content.
      response.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  fastify.get('/graphiql', (_request, reply) => reply.sendFile('graphiql.html'));
  fastify.get('/', (_request, reply) => reply.redirect('/graphiql', 302));
}
