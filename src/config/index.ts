/**
 * The configuration: finds dragoman.yaml or .json, reads it, fills `${NAME}` from the
 * environment and hands out one frozen Config, or a ConfigError that lists every mistake
 * with its line and column. Nothing else reads the file or knows its spelling; what the
 * rest of the service sees has its defaults in place, durations in milliseconds, sizes in
 * bytes and paths made absolute. It opens no database and imports nothing of the project.
 */
export type {
  AuditConfig,
  AuthConfig,
  Config,
  DatabaseConfig,
  HealthConfig,
  LimitsConfig,
  LogConfig,
  PoolConfig,
  ServerConfig,
  StoreConfig,
  TlsConfig,
  TransactionsConfig,
} from './config.js';
export { ConfigError, type ConfigProblem } from './config-error.js';
export { findConfigPath, type ConfigPath, type FindConfigOptions } from './find-config.js';
export { configJsonSchema } from './json-schema.js';
export { loadConfig, readSettings, type ConfigSettings, type LoadConfigOptions } from './load-config.js';
export { databaseUrlFault, settingFault, type SettingFault, type SettingName } from './setting-faults.js';
export { parseDuration, parseSize } from './units.js';
