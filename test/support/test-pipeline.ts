import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { LOCAL_ADMINISTRATOR, type Principal } from '../../src/auth/index.js';
import { Catalogue, type DatabaseCatalogue } from '../../src/catalogue/index.js';
import {
  DATABASE_DEFAULTS,
  DatabaseRegistry,
  type DatabaseEvents,
  type DatabaseOptions,
  type JsonValue,
  type PoolOptions,
  type Transaction,
  type TransactionRequest,
} from '../../src/databases/index.js';
import { DragomanError, type ErrorCode } from '../../src/errors/index.js';
import type { DialectName } from '../../src/sql/index.js';
import { EventBus } from '../../src/events/index.js';
import {
  QueryPipeline,
  type BatchOutcome,
  type QueryOptions,
  type QueryOutcome,
  type TransactionOutcome,
  type TransactionRun,
  type TransactionStatement,
  type RowsBatch,
} from '../../src/pipeline/index.js';

/** What a test may say about one of its databases. */
export type DatabaseOverrides = Partial<Omit<DatabaseOptions, 'name' | 'pool'>> & {
  readonly pool?: Partial<PoolOptions>;
};

/** What a test may say about one statement. */
export interface RunOptions extends QueryOptions {
  readonly dialect?: DialectName;
  readonly database?: string;
  readonly signal?: AbortSignal;
  /** Who asks; left out, an administrator. */
  readonly principal?: Principal;
}

/** What a test may say about a transaction. */
export type TransactionWish = Partial<Omit<TransactionRun, 'statements'>>;

/** A transaction, with the pipeline in front of it. */
export interface OpenTransaction {
  readonly transaction: Transaction;
  readonly execute: (sql: string, params?: unknown, options?: RunOptions) => Promise<QueryOutcome>;
  readonly value: (sql: string, params?: unknown) => Promise<JsonValue | undefined>;
  readonly savepoint: (name: string) => Promise<void>;
  readonly rollbackTo: (name: string) => Promise<void>;
  readonly release: (name: string) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
}

const stepBounds = (): Pick<TransactionRequest, 'deadlineMs' | 'signal'> => ({
  deadlineMs: Date.now() + 10_000,
  signal: new AbortController().signal,
});

export interface StreamOptions extends RunOptions {
  readonly batchSize?: number;
}

const MAX_RESULT_BYTES = 20_000_000;

/** Every part behind GraphQL, composed as `src/app.ts` does, on SQLite files of a folder of its own. */
export class TestPipeline {
  readonly events = new EventBus<DatabaseEvents>();
  readonly registry: DatabaseRegistry;
  readonly catalogues = new Catalogue();
  readonly pipeline: QueryPipeline;

  private constructor(
    readonly folder: string,
    maxResultBytes: number,
  ) {
    this.registry = new DatabaseRegistry({ maxResultBytes }, this.events);
    this.pipeline = new QueryPipeline(this.registry, { maxResultBytes }, this.catalogues);
  }

  /** A pipeline with one database, `main`. */
  static async open(overrides: DatabaseOverrides = {}, maxResultBytes = MAX_RESULT_BYTES): Promise<TestPipeline> {
    const opened = new TestPipeline(await mkdtemp(join(tmpdir(), 'dragoman-test-')), maxResultBytes);
    await opened.add('main', overrides);
    return opened;
  }

  file(name = 'main'): string {
    return join(this.folder, `${name}.sqlite`);
  }

  options(name: string, { pool, ...overrides }: DatabaseOverrides = {}): DatabaseOptions {
    return {
      ...DATABASE_DEFAULTS,
      // Health is asked for where a test is about it; elsewhere its timer only disturbs.
      health: { ...DATABASE_DEFAULTS.health, intervalMs: 3_600_000 },
      name,
      dialect: 'SQLITE',
      url: `sqlite:${this.file(name)}`,
      access: 'READ_WRITE',
      ...overrides,
      pool: { ...DATABASE_DEFAULTS.pool, ...pool },
    };
  }

  async add(name: string, overrides: DatabaseOverrides = {}): Promise<void> {
    await this.registry.register(this.options(name, overrides), 'mutation');
  }

  async query(sql: string, params?: unknown, options: RunOptions = {}): Promise<QueryOutcome> {
    return await this.pipeline.query(request(sql, options, params));
  }

  async execute(sql: string, params?: unknown, options: RunOptions = {}): Promise<QueryOutcome> {
    return await this.pipeline.execute(request(sql, options, params));
  }

  async executeMany(sql: string, sets: readonly unknown[], options: RunOptions = {}): Promise<BatchOutcome> {
    return await this.pipeline.executeMany(request(sql, options), sets);
  }

  /** Runs statements as one transaction. */
  async transaction(
    statements: readonly (Partial<TransactionStatement> & Pick<TransactionStatement, 'sql'>)[],
    { database = 'main', signal = new AbortController().signal, ...wish }: TransactionWish = {},
  ): Promise<TransactionOutcome> {
    return await this.pipeline.executeTransaction({
      principal: LOCAL_ADMINISTRATOR,
      database,
      signal,
      readOnly: false,
      retries: 0,
      ...wish,
      statements: statements.map((statement) => ({ optional: false, ...statement })),
    });
  }

  /** Begins a transaction, to be gone on with step by step. */
  async begin({ database = 'main', isolation, readOnly = false }: TransactionWish = {}): Promise<OpenTransaction> {
    const registered = this.registry.get(database);
    const transaction = await registered.adapter.begin({ isolation, readOnly, ...stepBounds() });
    return {
      transaction,
      execute: async (sql, params, options = {}) =>
        await this.pipeline.executeIn(transaction, registered, request(sql, { database, ...options }, params)),
      value: async (sql, params) =>
        (await this.pipeline.executeIn(transaction, registered, request(sql, { database }, params))).tuples[0]?.[0],
      savepoint: (name) => transaction.savepoint(name, stepBounds()),
      rollbackTo: (name) => transaction.rollbackTo(name, stepBounds()),
      release: (name) => transaction.release(name, stepBounds()),
      commit: () => transaction.commit(stepBounds()),
      rollback: () => transaction.rollback(),
    };
  }

  catalogue(database = 'main'): DatabaseCatalogue {
    return this.catalogues.of(this.registry.get(database));
  }

  /** Reads in batches; ended by whoever leaves the loop. */
  async *stream(sql: string, params?: unknown, options: StreamOptions = {}): AsyncGenerator<RowsBatch, void> {
    const { batchSize = 500, ...rest } = options;
    yield* await this.pipeline.stream({ ...request(sql, rest, params), batchSize });
  }

  /** All batches of a stream. */
  async batches(sql: string, params?: unknown, options?: StreamOptions): Promise<RowsBatch[]> {
    const batches: RowsBatch[] = [];
    for await (const batch of this.stream(sql, params, options)) batches.push(batch);
    return batches;
  }

  /** The rows of a read, as arrays. */
  async rows(sql: string, params?: unknown, options?: RunOptions): Promise<readonly (readonly JsonValue[])[]> {
    return (await this.query(sql, params, options)).tuples;
  }

  /** The first value of the first row. */
  async value(sql: string, params?: unknown, options?: RunOptions): Promise<JsonValue | undefined> {
    return (await this.rows(sql, params, options))[0]?.[0];
  }

  async close(): Promise<void> {
    await this.registry.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function request(
  sql: string,
  { database = 'main', signal, dialect, principal = LOCAL_ADMINISTRATOR, ...options }: RunOptions,
  params?: unknown,
) {
  return {
    principal,
    database,
    sql,
    params,
    dialect,
    options,
    signal: signal ?? new AbortController().signal,
  };
}

/** The coded error that `work` ends with; fails where it ends well, or with an error without a code. */
export async function refusal(work: Promise<unknown>, code?: ErrorCode): Promise<DragomanError> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome)) throw new Error(`Expected ${code ?? 'an error'}; it ended well.`);
  if (!(outcome.error instanceof DragomanError)) throw outcome.error;
  if (code !== undefined && outcome.error.code !== code) {
    throw new Error(`Expected ${code}, got ${outcome.error.code}: ${outcome.error.message}`, { cause: outcome.error });
  }
  return outcome.error;
}

/** A connection of another program to the same file. */
export class OutsideConnection {
  private constructor(private readonly native: sqlite3.Database) {}

  static async open(path: string): Promise<OutsideConnection> {
    return await new Promise((resolve, reject) => {
      const native = new sqlite3.Database(path, (error) =>
        error === null ? resolve(new OutsideConnection(native)) : reject(error),
      );
    });
  }

  async run(sql: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.native.exec(sql, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.native.close((error) => (error === null ? resolve() : reject(error)));
    });
  }
}
