import type { FastifyInstance } from 'fastify';

/** What every answer tells a browser; a page brings a policy of its own. */
const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};
/** Data is no page, and is kept by nobody. */
const DATA = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};
/** Nothing of a page comes from elsewhere; the editor's styles are written into the page at run time. */
const PAGE = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};
const A_YEAR = { 'strict-transport-security': 'max-age=31536000' };

/** The console's files are the same for everybody, and say themselves how long they may be kept. Workers run under it, too. */
const PAGES = ['/console/', '/graphiql'];
/** Browsers keep it for a name whatever the port: other services of this machine would be cut off. */
const LOCALHOST = /^localhost(:|$)/i;

/** Puts them on every answer, whatever the route, errors as well. */
export function secureHeaders(server: FastifyInstance, { encrypted }: { readonly encrypted: boolean }): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(ALWAYS);
    reply.headers(PAGES.some((path) => request.url.startsWith(path)) ? PAGE : DATA);
    if (encrypted && !LOCALHOST.test(request.headers.host ?? '')) reply.headers(A_YEAR);
    done();
  });
}
