/** The server: GraphQL over HTTP, WebSocket and SSE, probes, and the pages. */
export type { ServerTls } from './listening-server.js';
export type { Rate } from './rate-limit.js';
export { assertCanListen } from './can-listen.js';
export { startHttpServer, type HttpServer, type HttpServerOptions } from './http-server.js';
export { createLogger, type Logger, type LogOptions } from './logger.js';
