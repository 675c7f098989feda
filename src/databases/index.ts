/**
 * Databases behind one interface: the adapter of each engine, the registry that owns
 * their lives, and the monitor that watches their health.
 */
export { COLUMN_TYPES, type ColumnType, type NumberFormat } from './column-type.js';
export { UNKNOWN_TRAITS } from './database-adapter.js';
export type {
  AdapterState,
  BatchRequest,
  DatabaseAccess,
  DatabaseAdapter,
  JsonValue,
  PoolFigures,
  ResultColumn,
  SessionTraits,
  StatementBounds,
  StatementForm,
  StatementRequest,
  StatementResult,
} from './database-adapter.js';
export type { DatabaseOptions, HealthOptions, PoolOptions } from './database-options.js';
export { createAdapter, type ServiceBounds } from './adapter-factory.js';
export {
  DatabaseRegistry,
  type DatabaseEvents,
  type RegisteredDatabase,
  type RegistrationOrigin,
} from './database-registry.js';
export { DATABASE_DEFAULTS, DatabaseRegistration, type DatabaseWish } from './database-registration.js';
export { HealthMonitor, type DatabaseHealth, type HealthStatus } from './health-monitor.js';
