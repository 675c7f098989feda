import { LRUCache } from 'lru-cache';
import sqlite3 from 'sqlite3';
import { DataSource } from 'typeorm';
import { StatementSteps } from './statement-steps.js';

/** A value as the driver binds it. */
export type BindValue = null | number | string | Buffer | boolean;
/** A value as the driver hands it out. */
export type NativeValue = null | number | string | Buffer;
/** A value in full: integers that a number can't hold are bigints. */
export type ExactValue = NativeValue | bigint;
/** A row as the driver hands it out: by column name, so every name in it must be our own. */
export type NativeRow = Record<string, NativeValue>;

/** What a statement without rows reports. `lastId` is exact only within ±2^53. */
export interface RunOutcome {
  readonly changes: number;
  readonly lastId: number;
}

const STATEMENTS_KEPT = 100;

/**
 * The driver as TypeORM wants it, without `verbose()`: that captures a stack trace on every
 * call. It tells which connection it made: TypeORM forgets one whose first statement fails.
 * All flags count as URI's, where TypeORM leaves the folders of a path alone: it would make them for ever.
 */
function quietDriver(onOpen: (native: sqlite3.Database) => void): object {
  class Database extends sqlite3.Database {
    constructor(path: string, flags: number, callback: (error: Error | null) => void) {
      super(path, flags, (error) => {
        if (error === null) onOpen(this);
        callback(error);
      });
    }
  }
  const driver = { Database, OPEN_URI: ~0, verbose: () => driver };
  return driver;
}

/** How a connection is opened. */
export interface ConnectionMode {
  readonly path: string;
  readonly mode: 'reader' | 'writer';
  /** The largest value, in bytes, that the engine may build or hand out. */
  readonly maxValueBytes: number;
}

interface NativeSession {
  readonly source: DataSource;
  readonly native: sqlite3.Database;
}

/**
 * One native connection with its prepared statements. Whoever holds it runs one
 * statement at a time; nobody shares it.
 */
export class SqliteConnection {
  private readonly statements = new LRUCache<string, sqlite3.Statement>({
    max: STATEMENTS_KEPT,
    dispose: (statement) => {
      statement.finalize();
    },
  });

  private constructor(
    private readonly mode: ConnectionMode,
    private session: NativeSession,
  ) {}

  private get native(): sqlite3.Database {
    return this.session.native;
  }

  static async open(mode: ConnectionMode): Promise<SqliteConnection> {
    return new SqliteConnection(mode, await openSession(mode));
  }

  /** Begins its session anew: what it counted or kept is gone. */
  async renew(): Promise<void> {
    const { source } = this.session;
    this.session = await openSession(this.mode);
    this.statements.clear();
    this.changed = false;
    await source.destroy();
  }

  /** ATTACH reaches other files, so no connection may; VACUUM needs one slot for itself. */
  allowAttached(count: number): void {
    this.native.configure('limit', sqlite3.LIMIT_ATTACHED, count);
  }

  /** True once its transaction could not be ended: it must not be used again. */
  spoiled = false;
  /** Whether it was lent for a change: it counts them. */
  changed = false;

  /** Cancels what runs now on this connection; what starts later is not touched. */
  interrupt(): void {
    this.native.interrupt();
  }

  /**
   * Runs a statement and hands each row to `onRow`, in order. The driver may lose the last rows: its thread can add some,
   * and end, between its last look for more and its look whether the thread has ended. Only a statement whose last row
   * is known may be read so.
   */
  async each(sql: string, values: readonly BindValue[], onRow: (row: NativeRow) => void): Promise<void> {
    const statement = await this.prepare(sql);
    await new Promise<void>((resolve, reject) => {
      const failures: Error[] = [];
      statement.each(
        values,
        (error: Error | null, row: NativeRow) => {
          if (error !== null) failures.push(error);
          else if (failures.length === 0) guard(failures, () => onRow(row));
        },
        () => {
          // The driver may report completion before the error that ended it; wait() comes behind both.
          this.native.wait(() => {
            const [failure] = failures;
            if (failure === undefined) resolve();
            else statement.reset(() => reject(failure));
          });
        },
      );
    });
  }

  /** Begins a statement whose rows are taken one by one; it begins anew where it was left. */
  async stepThrough(sql: string, values: readonly BindValue[]): Promise<StatementSteps> {
    return new StatementSteps(await this.prepare(sql), values);
  }

  /** All rows of a statement that has few. */
  async all(sql: string, values: readonly BindValue[] = []): Promise<NativeRow[]> {
    const statement = await this.prepare(sql);
    return await new Promise((resolve, reject) => {
      statement.all(values, (error: Error | null, rows: NativeRow[]) => {
        if (error === null) resolve(rows);
        else statement.reset(() => reject(error));
      });
    });
  }

  async run(sql: string, values: readonly BindValue[] = []): Promise<RunOutcome> {
    const statement = await this.prepare(sql);
    return await new Promise((resolve, reject) => {
      statement.run(values, function (this: sqlite3.RunResult, error: Error | null) {
        const outcome = { changes: this.changes, lastId: this.lastID };
        // A statement that has rows left, or met a lock, stays active until it is reset: it would keep a
        // transaction from its COMMIT, and an interrupt would hit the statements after it.
        statement.reset(() => (error === null ? resolve(outcome) : reject(error)));
      });
    });
  }

  /** Compiles a statement without running it, once a connection. */
  async prepare(sql: string): Promise<sqlite3.Statement> {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    return await new Promise((resolve, reject) => {
      const statement = this.native.prepare(sql, (error: Error | null) => {
        if (error !== null) {
          reject(error);
          return;
        }
        this.statements.set(sql, statement);
        resolve(statement);
      });
    });
  }

  async close(): Promise<void> {
    this.statements.clear();
    await this.session.source.destroy();
  }
}

/**
 * Opened through a TypeORM DataSource of its own: one DataSource has one
 * connection on SQLite, and concurrent work on it would share a transaction.
 */
async function openSession({ path, mode, maxValueBytes }: ConnectionMode): Promise<NativeSession> {
  const writes = sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
  let opened: sqlite3.Database | undefined;
  const source = new DataSource({
    type: 'sqlite',
    database: path,
    driver: quietDriver((native) => (opened = native)),
    flags: mode === 'reader' ? sqlite3.OPEN_READONLY : writes,
    enableWAL: mode === 'writer',
  });
  try {
    await source.initialize();
  } catch (error) {
    await new Promise<void>((resolve) => (opened === undefined ? resolve() : opened.close(() => resolve())));
    throw error;
  }
  const runner = source.createQueryRunner();
  const native = (await runner.connect()) as sqlite3.Database;
  // Without a listener an error that belongs to no callback would end the process.
  native.on('error', () => undefined);
  // The driver would wait for a lock on its thread, where no interrupt reaches it; the adapter waits without one.
  native.configure('busyTimeout', 0);
  native.configure('limit', sqlite3.LIMIT_ATTACHED, 0);
  native.configure('limit', sqlite3.LIMIT_LENGTH, maxValueBytes);
  return { source, native };
}

function guard(failures: Error[], action: () => void): void {
  try {
    action();
  } catch (error) {
    // The driver would swallow what a row callback throws.
    failures.push(error instanceof Error ? error : new Error(String(error)));
  }
}
