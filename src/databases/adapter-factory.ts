import { DragomanError } from '../errors/index.js';
import type { DialectName } from '../sql/index.js';
import type { DatabaseAdapter } from './database-adapter.js';
import type { DatabaseOptions } from './database-options.js';
import { MysqlEngine } from './mysql/mysql-engine.js';
import { PostgresqlEngine } from './postgresql/postgresql-engine.js';
import { ServerAdapter } from './server/server-adapter.js';
import { SqliteAdapter } from './sqlite/sqlite-adapter.js';

/** Bounds that hold for every database of the service. */
export interface ServiceBounds {
  /** How many bytes one result, or one value of it, may hold. */
  readonly maxResultBytes: number;
  /** The service's own store, which no database may be; undefined where there is none. */
  readonly storeUrl?: string | undefined;
}

type AdapterFactory = (options: DatabaseOptions, bounds: ServiceBounds) => DatabaseAdapter;

/** The engines that this version speaks. */
const FACTORIES: Partial<Record<DialectName, AdapterFactory>> = {
  POSTGRESQL: (options) => new ServerAdapter(options, new PostgresqlEngine(options)),
  MYSQL: (options) => new ServerAdapter(options, new MysqlEngine(options)),
  SQLITE: (options, bounds) => new SqliteAdapter(options, bounds),
};

/** @throws DragomanError BAD_USER_INPUT for a dialect without an engine here, or an url that can't be read */
export function createAdapter(options: DatabaseOptions, bounds: ServiceBounds): DatabaseAdapter {
  const factory = FACTORIES[options.dialect];
  if (factory === undefined) {
    throw new DragomanError(
      'BAD_USER_INPUT',
      `This version runs SQL on ${Object.keys(FACTORIES).join(', ')}, not on ${options.dialect}.`,
    );
  }
  return factory(options, bounds);
}
