import type { FastifyInstance } from 'fastify';

/** What keeps the service from taking requests; empty when nothing does. */
export type Readiness = () => readonly string[];

/** `/healthz`: the process is alive. `/readyz`: it takes requests, or what is missing. */
export function serveProbes(fastify: FastifyInstance, missing: Readiness): void {
  fastify.get('/healthz', { logLevel: 'silent' }, () => ({ status: 'alive' }));
  fastify.get('/readyz', { logLevel: 'silent' }, (_request, reply) => {
    const reasons = missing();
    return reply.code(reasons.length === 0 ? 200 : 503).send({ ready: reasons.length === 0, missing: reasons });
  });
}
