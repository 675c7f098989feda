import { LOCAL_ADMINISTRATOR } from './auth/index.js';
import { Catalogue } from './catalogue/index.js';
import { readSettings, type ConfigSettings } from './config/index.js';
import {
  DatabaseRegistry,
  rowObjects,
  type DatabaseEvents,
  type DatabaseHealth,
  type IsolationLevel,
  type JsonValue,
  type StatementResult,
  type TableDescription,
} from './databases/index.js';
import { EventBus } from './events/index.js';
import { QueryPipeline, type QueryOptions } from './pipeline/index.js';

export { ConfigError } from './config/index.js';
export type { DatabaseHealth, IsolationLevel, JsonValue, ResultColumn, TableDescription } from './databases/index.js';
export { DragomanError, type ErrorCode } from './errors/index.js';

/** A database as the configuration file writes it: docs/configuration.md. */
export type DatabaseSettings = NonNullable<ConfigSettings['databases']>[number];

/** What may be said of all the databases together. */
export interface OpenOptions {
  /** The folder that relative paths of SQLite files start from; left out, the working directory. */
  readonly baseFolder?: string;
  /** How many bytes the values of one result may hold; left out, 64 MB. */
  readonly maxResultBytes?: number;
}

/** Values by position, or by name. Tagged values say what JSON can't: { $type: 'decimal', value: '12.50' }. */
export type Params = readonly unknown[] | Readonly<Record<string, unknown>>;

/** How one statement runs; `signal` cancels it. */
export interface RunOptions extends QueryOptions {
  readonly signal?: AbortSignal;
}

/** What a statement gave. */
export interface Result extends StatementResult {
  /** The rows by column key. */
  readonly rows: readonly Readonly<Record<string, JsonValue>>[];
}

/** Some rows of a stream. */
export type Batch = Pick<Result, 'columns' | 'tuples' | 'rows'>;

/** How a stream is read. */
export interface StreamOptions extends RunOptions {
  /** How many rows a batch holds at most; left out, 500. */
  readonly batchSize?: number;
}

/** How a transaction is begun. */
export interface TransactionOptions {
  readonly isolation?: IsolationLevel;
  /** Whether the database itself keeps it from changing anything. */
  readonly readOnly?: boolean;
  /** For BEGIN, COMMIT and savepoints, each; left out, the database's own deadline. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** A transaction while its work runs. */
export interface WorkingTransaction {
  execute(sql: string, params?: Params, options?: RunOptions): Promise<Result>;
  /** Runs the work, and undoes it alone where it throws. */
  nested<T>(work: () => Promise<T>): Promise<T>;
}

/** Databases of any engine behind one set of functions, without GraphQL or HTTP. Every error is a DragomanError. */
export interface Databases {
  readonly names: readonly string[];
  /** Runs a statement that only reads, where nothing can be written. */
  query(database: string, sql: string, params?: Params, options?: RunOptions): Promise<Result>;
  /** Runs any one statement. */
  execute(database: string, sql: string, params?: Params, options?: RunOptions): Promise<Result>;
  /** Runs one statement with many sets of values, all or none. @returns how many rows it changed */
  executeMany(database: string, sql: string, sets: readonly Params[], options?: RunOptions): Promise<number>;
  /** Reads a result of any size in batches, no faster than they are taken. Leaving the loop ends it on the server. */
  stream(database: string, sql: string, params?: Params, options?: StreamOptions): AsyncIterable<Batch>;
  /** Commits what the work did, or undoes all of it where the work throws. */
  transaction<T>(
    database: string,
    work: (transaction: WorkingTransaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /** The tables and views of a schema, or of all that belong to the database. */
  tables(database: string, schema?: string): Promise<readonly TableDescription[]>;
  health(database: string): DatabaseHealth;
  /** Lets running statements end and closes every connection. */
  close(): Promise<void>;
}

const MAX_RESULT_BYTES = 64 * 2 ** 20;
const BATCH_ROWS = 500;

/**
 * Opens databases. One that can't be reached is there all the same: it is tried again, and its
 * statements fail with DATABASE_UNAVAILABLE until then.
 * @throws ConfigError which lists every mistake in the settings
 */
export async function openDatabases(
  settings: readonly DatabaseSettings[],
  { baseFolder = process.cwd(), maxResultBytes = MAX_RESULT_BYTES }: OpenOptions = {},
): Promise<Databases> {
  const { databases } = readSettings({ databases: [...settings] }, baseFolder);
  const registry = new DatabaseRegistry({ maxResultBytes }, new EventBus<DatabaseEvents>());
  await registry.reconcile(
    databases.map(({ demo: _, ...options }) => options),
    'configuration',
  );
  return databasesOf(registry, maxResultBytes);
}

function databasesOf(registry: DatabaseRegistry, maxResultBytes: number): Databases {
  const catalogue = new Catalogue();
  const pipeline = new QueryPipeline(registry, { maxResultBytes }, catalogue);
  return {
    names: registry.all().map(({ name }) => name),
    query: async (database, sql, params, options) =>
      resultOf(await pipeline.query(asked(database, sql, params, options))),
    execute: async (database, sql, params, options) =>
      resultOf(await pipeline.execute(asked(database, sql, params, options))),
    executeMany: async (database, sql, sets, options) =>
      (await pipeline.executeMany(asked(database, sql, undefined, options), sets)).affectedRows,
    stream: (database, sql, params, { batchSize = BATCH_ROWS, ...options } = {}) =>
      batches(pipeline, { ...asked(database, sql, params, options), batchSize }),
    transaction: (database, work, options) => inTransaction(registry, pipeline, database, work, options),
    tables: async (database, schema) => {
      const known = catalogue.of(registry.get(database));
      const described = await known.describe(await known.list(schema));
      return described.filter((table) => table !== undefined);
    },
    health: (database) => registry.get(database).monitor.present,
    close: () => registry.close(),
  };
}

async function inTransaction<T>(
  registry: DatabaseRegistry,
  pipeline: QueryPipeline,
  name: string,
  work: (transaction: WorkingTransaction) => Promise<T>,
  { isolation, readOnly = false, timeoutMs, signal = new AbortController().signal }: TransactionOptions = {},
): Promise<T> {
  const database = registry.get(name);
  const bounds = () => ({ deadlineMs: Date.now() + (timeoutMs ?? database.options.timeoutMs), signal });
  const transaction = await database.adapter.begin({ isolation, readOnly, ...bounds() });
  let nestings = 0;
  try {
    const outcome = await work({
      execute: async (sql, params, options) =>
        resultOf(await pipeline.executeIn(transaction, database, asked(name, sql, params, { signal, ...options }))),
      nested: async (inner) => {
        const mark = `nested ${++nestings}`;
        await transaction.savepoint(mark, bounds());
        try {
          const result = await inner();
          await transaction.release(mark, bounds());
          return result;
        } catch (error) {
          // Where the database has undone all of it there is nothing left to go back to.
          if (!transaction.isOver) await transaction.rollbackTo(mark, bounds());
          throw error;
        }
      },
    });
    await transaction.commit(bounds());
    return outcome;
  } finally {
    await transaction.rollback();
    database.statistics.recordTransaction(transaction.state === 'COMMITTED' ? 'COMMITTED' : 'ROLLED_BACK');
  }
}

async function* batches(
  pipeline: QueryPipeline,
  request: Parameters<QueryPipeline['stream']>[0],
): AsyncGenerator<Batch> {
  for await (const { columns, tuples } of await pipeline.stream(request)) {
    yield { columns, tuples, rows: rowObjects({ columns, tuples }) };
  }
}

function asked(
  database: string,
  sql: string,
  params: Params | undefined,
  { signal = new AbortController().signal, ...options }: RunOptions = {},
): Parameters<QueryPipeline['query']>[0] {
  return { principal: LOCAL_ADMINISTRATOR, database, sql, params, options, signal };
}

function resultOf({ columns, tuples, affectedRows, lastInsertId, truncated }: StatementResult): Result {
  return { columns, tuples, affectedRows, lastInsertId, truncated, rows: rowObjects({ columns, tuples }) };
}
