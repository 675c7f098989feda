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
  Diagnosis,
  JsonValue,
  PoolFigures,
  ResultColumn,
  SessionTraits,
  StatementBounds,
  StatementForm,
  StatementRequest,
  StatementResult,
} from './database-adapter.js';
export { folded } from './introspection/folded.js';
export type { Folding, NameRules, SchemaReader } from './introspection/schema-reader.js';
export {
  REFERENTIAL_ACTIONS,
  TABLE_KINDS,
  type CheckDescription,
  type ColumnDescription,
  type ForeignKeyDescription,
  type IndexDescription,
  type IndexPart,
  type ListedTable,
  type ReferentialAction,
  type TableDescription,
  type TableKind,
  type TableName,
} from './introspection/table-description.js';
export { SCHEMA_CHANGES } from './server/change-kinds.js';
export type { DatabaseOptions, HealthOptions, PoolOptions } from './database-options.js';
export { createAdapter, type ServiceBounds } from './adapter-factory.js';
export {
  databaseNotFound,
  DatabaseRegistry,
  type DatabaseEvents,
  type RegisteredDatabase,
  type RegistrationOrigin,
} from './database-registry.js';
export { DATABASE_DEFAULTS, DatabaseRegistration, type DatabaseWish } from './database-registration.js';
export { DatabaseStatistics, type StatisticsFigures } from './statistics/database-statistics.js';
export type { RowStream, StreamRequest, TupleBatch } from './streams/row-stream.js';
export { LEFT_CHANGES, leftChanges } from './transactions/left-changes.js';
export { ended } from './transactions/ended.js';
export { ISOLATION_LEVELS, type IsolationLevel } from './transactions/isolation-level.js';
export type { Transaction, TransactionState } from './transactions/transaction.js';
export type { StepBounds, TransactionRequest } from './transactions/transaction-session.js';
export type { PoolWish } from './pool/pool-wish.js';
export { HealthMonitor, type DatabaseHealth } from './health/health-monitor.js';
export type { HealthStatus } from './health/health-rules.js';
export type { OwnPoolStrategy, PoolStrategy } from './pool/pool-strategy.js';
export { LONGEST_DELAY_MS } from './before-moment.js';
export { pauseMs, type BackOff } from './back-off.js';
export { mostHeld, mostStreams } from './pool/most-held.js';
export { refuseStore } from './sqlite/store-fence.js';
export { rowObjects } from './row-objects.js';
export { VALUE_FORMS, type ValueFormName } from './values/value-forms.js';
export { BUILT_IN as POSTGRESQL_TYPES } from './postgresql/postgresql-types.js';
export { MYSQL_TYPES } from './mysql/mysql-types.js';
export { DECLARED_WORDS as SQLITE_TYPES } from './sqlite/declared-words.js';
export { BY_SQL_STATE as POSTGRESQL_ERRORS } from './postgresql/postgresql-errors.js';
export { BY_NUMBER as MYSQL_ERRORS } from './mysql/mysql-errors.js';
export { BY_RESULT_CODE as SQLITE_ERRORS } from './sqlite/sqlite-errors.js';
export type { ErrorRow } from './error-row.js';
