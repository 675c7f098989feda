// Real servers for tests. A run starts one of each engine (global-setup.ts); a test takes a database of its own on it
// (createDatabase), or a whole server where it does harm to it (startServer).
export { runSql, type Rows, type SqlEngine } from './bare-driver.js';
export type { Certificates } from './certificates.js';
export { createDatabase, type Rights, type TestDatabase, type TestRole } from './database.js';
export type { Engine } from './engine.js';
export { refusedPort } from './ports.js';
export { startServer, type PrivateServer, type PrivateServerOptions } from './private-server.js';
export { startProxy, type Proxy, type Traffic } from './proxy.js';
export { certificates, redisUrl, sharedUrl } from './shared-servers.js';
