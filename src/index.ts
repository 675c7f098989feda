/**
 * Dragoman as a library: a service inside another program. The databases alone, without
 * GraphQL or HTTP, are `dragoman/databases`.
 */
export { StartupError } from './start/index.js';
export { ConfigError, type ConfigProblem, type ConfigSettings } from './config/index.js';
export { createService, type EmbeddedService, type ServiceSettings } from './create-service.js';
export { DragomanError, type ErrorCode } from './errors/index.js';
