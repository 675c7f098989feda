import { admitEverybody } from '../../src/auth/index.js';
import { createContext, createSchema, type Services } from '../../src/graphql/index.js';
import { startHttpServer, type HttpServer } from '../../src/http/index.js';
import { capturing } from './service.js';

export interface BareServer extends HttpServer {
  readonly url: string;
  readonly log: string[];
  readonly services: Services;
}

/** The HTTP side alone, over services of the test's own. */
export async function startBareServer(
  services: Partial<Services>,
  missing: () => readonly string[] = () => [],
): Promise<BareServer> {
  const log: string[] = [];
  const all = services as Services;
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    cors: [],
    requestBytes: 10_000,
    limits: {
      ...{ depth: 12, aliases: 15, rootFields: 10, directives: 20, tokens: 2000 },
      introspection: () => true,
      suggestions: () => true,
    },
    schema: createSchema(),
    logger: capturing(log),
    authenticate: admitEverybody,
    context: (requestId, signal, principal) => createContext(all, { principal, requestId, signal }),
    missing,
  });
  return { ...server, url: `http://127.0.0.1:${server.port}`, log, services: all };
}
