import { DragomanError } from '../../errors/index.js';
import { before } from '../before-moment.js';
import type { StatementForm, StatementRequest, StatementResult } from '../database-adapter.js';
import type { Lease } from '../pool/pooled-connection.js';
import type { Standing, StepBounds, TransactionSession } from '../transactions/transaction-session.js';
import { SelectDescriber } from './describe-select.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { codedError, isInterrupted } from './sqlite-errors.js';
import { SqliteReader } from './sqlite-reader.js';
import { SqliteSchemaReader } from './sqlite-schema-reader.js';
import type { SqliteWriter } from './sqlite-writer.js';
import { StatementWatch } from './statement-watch.js';

/** A signal of nobody: a rollback is done whoever waits for it. */
const NOBODY = new AbortController().signal;
const UNWATCHED_MS = 60_000;

/** A transaction on the writer, or a snapshot on a reader. */
export class SqliteTransaction implements TransactionSession {
  standing: Standing = 'ACTIVE';
  readonly leftChanges = false;
  /** A snapshot is of the schema as well (https://sqlite.org/isolation.html). */
  readonly schemaVersion: ((bounds: StepBounds) => Promise<string>) | undefined;
  /** Its own: what it changed in the schema nobody else sees yet. */
  private reading: SqliteReader;
  private leavesTraces = false;
  private present: StatementWatch | undefined;

  constructor(
    private readonly lease: Lease<SqliteConnection>,
    private readonly writing: SqliteWriter,
    readOnly: boolean,
  ) {
    this.reading = this.newReader();
    // While it holds the writer, nobody else changes the schema.
    if (readOnly)
      this.schemaVersion = (bounds) =>
        this.step(bounds, undefined, () => new SqliteSchemaReader(lease.connection).version());
  }

  async run(request: StatementRequest): Promise<StatementResult> {
    const { connection } = this.lease;
    this.leavesTraces ||= this.writing.leavesTraces(request);
    return await this.step(request, request, async (watch) =>
      request.side === 'read'
        ? await this.reading.read(connection, request)
        : await this.writing.write(connection, this.reading, request, watch, 'savepoint'),
    );
  }

  async command(sql: string, bounds: StepBounds): Promise<void> {
    await this.step(bounds, undefined, () => this.lease.connection.run(sql));
  }

  async rollbackTo(mark: string, bounds: StepBounds): Promise<void> {
    await this.command(`ROLLBACK TO SAVEPOINT ${mark}`, bounds);
    // The schema is as it was, and so is its version: the next change gives a number that is known already.
    this.reading = this.newReader();
  }

  async commit(bounds: StepBounds): Promise<void> {
    await this.step(bounds, undefined, async (watch) => {
      watch.check();
      // From here on the outcome stands: no deadline may undo it, nor say that it is not.
      watch.stop();
      await this.lease.connection.run('COMMIT');
    });
  }

  async rollback(withinMs: number): Promise<void> {
    if (this.standing === 'ROLLED_BACK') return;
    const untilMs = Date.now() + withinMs;
    const bounds = { deadlineMs: untilMs + UNWATCHED_MS, signal: NOBODY };
    const rollingBack = this.step(bounds, undefined, () => this.lease.connection.run('ROLLBACK'));
    const late = (): Error => new Error('The rollback did not end in time.');
    await before(untilMs, rollingBack, late).catch(() => {
      // Closing the connection undoes what is left.
      this.lease.connection.spoiled = true;
      this.standing = 'ROLLED_BACK';
    });
  }

  cancel(reason: DragomanError): void {
    this.present?.cancel(reason);
  }

  giveBack(): void {
    this.lease.release(this.leavesTraces ? 'discard' : 'keep');
  }

  private newReader(): SqliteReader {
    return new SqliteReader(new SelectDescriber(this.lease.connection));
  }

  private async step<T>(
    bounds: StepBounds,
    form: StatementForm | undefined,
    work: (watch: StatementWatch) => Promise<T>,
  ): Promise<T> {
    const { connection } = this.lease;
    const watch = new StatementWatch(connection, bounds);
    this.present = watch;
    try {
      return await work(watch);
    } catch (error) {
      watch.stop();
      if (await hasEnded(connection)) this.standing = 'ROLLED_BACK';
      if (watch.reason !== undefined && (isInterrupted(error) || error === watch.reason)) throw watch.reason;
      throw await codedError(error, form?.statement, connection);
    } finally {
      watch.stop();
      this.present = undefined;
    }
  }
}

/**
 * Whether the engine has undone the transaction by itself, as it does for an interrupted change or a full disk
 * (https://sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction): a new one begins only where none is open.
 */
async function hasEnded(connection: SqliteConnection): Promise<boolean> {
  try {
    await connection.run('BEGIN');
  } catch {
    return false;
  }
  await connection.run('ROLLBACK');
  return true;
}
