import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate, Principal } from '../auth/index.js';
import { DragomanError } from '../errors/index.js';
import type { ClientAddress } from './client-address.js';
import type { RateLimit } from './rate-limit.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before any route is. */
    principal: Principal;
  }
}

/** What an orchestrator asks tells nothing, and it has no key. */
const OPEN: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** Finds out who each request is from, whatever the route; whom nobody knows gets 401 and how to tell. */
export function authenticateRequests(
  server: FastifyInstance,
  authenticate: Authenticate,
  addressOf: ClientAddress,
  rate?: RateLimit,
): void {
  server.decorateRequest('principal');
  server.addHook('onRequest', (request, reply, done) => {
    if (OPEN.has(pathOf(request))) {
      done();
      return;
    }
    const refuse = (error: unknown): void => {
      if (!(error instanceof DragomanError) || error.code !== 'UNAUTHENTICATED') {
        done(error as Error);
        return;
      }
      const address = addressOf(request.raw);
      challenge(request, reply, address, error);
      // Whoever tries many is told to wait. Others who come from the same address with a key are let in.
      void (rate?.refusedAttempt(address) ?? Promise.resolve()).then(() => done(error), done);
    };
    const admit = (principal: Principal): void => {
      request.principal = principal;
      done();
    };
    try {
      const found = authenticate(request.headers.authorization);
      // Most are known at once, and wait for nobody.
      if (found instanceof Promise) found.then(admit, refuse);
      else admit(found);
    } catch (error) {
      refuse(error);
    }
  });
}

/** A browser asks its user for a password, which the key is, where a page is asked for; programs read the first. */
function challenge(request: FastifyRequest, reply: FastifyReply, address: string, error: DragomanError): void {
  const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html') === true;
  const scheme = isPage ? 'Basic realm="Dragoman: any name, and your key as password", charset="UTF-8"' : BEARER;
  reply.header('www-authenticate', scheme);
  request.log.info(
    { requestId: request.id, address, reason: error.message, cause: causeOf(error) },
    `Somebody at ${address} was not let in`,
  );
}

const BEARER = 'Bearer realm="Dragoman"';

const causeOf = ({ cause }: DragomanError): string | undefined => (cause instanceof Error ? cause.message : undefined);

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '';
