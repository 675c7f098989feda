import { DragomanError } from '../../errors/index.js';
import { returningClause, type DialectName } from '../../sql/index.js';
import type {
  AdapterState,
  BatchRequest,
  DatabaseAccess,
  DatabaseAdapter,
  Diagnosis,
  PoolFigures,
  StatementBounds,
  StatementRequest,
  StatementResult,
} from '../database-adapter.js';
import type { DatabaseOptions } from '../database-options.js';
import type { SchemaReader } from '../introspection/schema-reader.js';
import { namedSet } from '../parameter-set.js';
import { OpenTransactions } from '../transactions/open-transactions.js';
import type { Transaction } from '../transactions/transaction.js';
import type { TransactionRequest } from '../transactions/transaction-session.js';
import { OpenStreams, STREAM_ENDED } from '../streams/open-streams.js';
import type { RowStream, StreamRequest, TupleBatch } from '../streams/row-stream.js';
import { CHANGES } from './change-kinds.js';
import type { HeldSession, Stage } from './held-session.js';
import { RowIntake } from './row-intake.js';
import type { NativeOutcome, ServerConnection, ServerEngine } from './server-engine.js';
import { ServerSessions } from './server-sessions.js';
import { ServerTransaction, type TransactionMeans } from './server-transaction.js';
import { SessionCare } from './session-care.js';
import { streamRows } from './stream-rows.js';

const CLOSE_GRACE_MS = 5000;

type Held<Statement, Column, Row> = HeldSession<ServerConnection<Statement, Column, Row>>;

/**
 * A database on a server.
 *
 * A statement of which it is known that it leaves nothing behind runs as it is, in one
 * round trip. Every other one is fenced (a read in a READ ONLY transaction), and its
 * session is made new before anybody else gets it.
 */
export class ServerAdapter<Statement, Column, Row> implements DatabaseAdapter {
  readonly name: string;
  readonly dialect: DialectName;
  readonly access: DatabaseAccess;
  private readonly sessions: ServerSessions<ServerConnection<Statement, Column, Row>>;
  private readonly care: SessionCare<ServerConnection<Statement, Column, Row>>;
  private readonly transactions: OpenTransactions;
  readonly streams = new OpenStreams(() => this.pool().max);

  constructor(
    options: DatabaseOptions,
    private readonly engine: ServerEngine<Statement, Column, Row>,
  ) {
    this.name = options.name;
    this.dialect = engine.dialect;
    this.access = options.access;
    this.sessions = new ServerSessions(options, engine);
    this.care = new SessionCare(engine);
    this.transactions = new OpenTransactions(options.name);
  }

  get state(): AdapterState {
    return this.sessions.state;
  }

  get serverVersion(): string | undefined {
    return this.sessions.serverVersion;
  }

  get onTrouble(): (() => void) | undefined {
    return this.sessions.onTrouble;
  }

  set onTrouble(listener: (() => void) | undefined) {
    this.sessions.onTrouble = listener;
  }

  async connect(): Promise<void> {
    await this.sessions.connect();
  }

  async compile(request: StatementRequest): Promise<void> {
    const statement = this.engine.bind(request);
    // Nothing is run on either side; but MariaDB refuses to prepare a change where none can be made.
    const side = this.access === 'READ_WRITE' ? request.side : 'read';
    const compile = async ({ connection }: Held<Statement, Column, Row>): Promise<void> => {
      connection.marked ||= this.engine.readsLeaveMarks;
      await connection.compile(statement);
    };
    await this.coded(request, () => this.sessions.hold(side, request, compile, 'answer'));
  }

  execute(request: StatementRequest): Promise<StatementResult> {
    return this.bound(request, (statement) =>
      request.side === 'read' ? this.read(statement, request) : this.write(statement, request),
    );
  }

  stream(request: StreamRequest): RowStream {
    return this.streams.start(request, async (bounded, handOver) => {
      let stage: Stage = 'unsent';
      const read = (statement: Statement): Promise<TupleBatch> =>
        this.sessions.hold('read', bounded, async (held) => {
          await this.care.beforeRead(held, bounded);
          const opened = { engine: this.engine, held, request: bounded };
          return await streamRows(opened, statement, handOver).finally(() => (stage = held.stage));
        });
      return await this.bound(bounded, read, () => stage !== 'told');
    });
  }

  async executeMany(request: BatchRequest): Promise<number> {
    const statements = this.engine.bindEach(request);
    return await this.coded(request, () =>
      this.sessions.hold('write', request, async (held) => {
        await this.care.beforeChange(held, request);
        return await this.inTransaction(held, () => this.runEach(held, statements, request));
      }),
    );
  }

  async begin(request: TransactionRequest): Promise<Transaction> {
    const { commands } = this.engine;
    const statements = commands.beginTransaction(request);
    const means: TransactionMeans<ServerConnection<Statement, Column, Row>> = {
      commands,
      care: this.care,
      run: (held, each) => this.run(held, this.engine.bind(each), each),
      mayEnd: (kind) => this.engine.mayEndTransaction(kind),
      codedError: (error, form) => {
        const coded = this.engine.codedError(error, form?.statement);
        return request.readOnly ? coded : onWriteSide(coded);
      },
    };
    try {
      const side = request.readOnly ? 'read' : 'write';
      const session = await this.sessions.borrow(side, request, async ({ connection }) => {
        if (connection.marked) await connection.reset();
        for (const sql of statements) await connection.command(sql);
      });
      return this.transactions.begin(new ServerTransaction(session, means), request);
    } catch (error) {
      throw this.engine.codedError(error);
    }
  }

  async introspect<T>(bounds: StatementBounds, read: (schema: SchemaReader) => Promise<T>): Promise<T> {
    try {
      return await this.sessions.hold('read', bounds, async ({ connection }) => {
        connection.marked ||= this.engine.readsLeaveMarks;
        return await read(this.engine.schemaReader(connection));
      });
    } catch (error) {
      throw this.engine.codedError(error);
    }
  }

  async ping(timeoutMs: number): Promise<void> {
    await this.sessions.ping(timeoutMs);
  }

  async diagnose(bounds: StatementBounds): Promise<Diagnosis> {
    try {
      return await this.sessions.hold('read', bounds, ({ connection }) => this.engine.diagnose(connection));
    } catch (error) {
      throw this.engine.codedError(error);
    }
  }

  pool(): PoolFigures {
    return this.sessions.figures();
  }

  async close(graceMs = CLOSE_GRACE_MS): Promise<void> {
    // They may have no end of their own, and hold what is to be closed.
    const ended = this.streams.end(new DragomanError('ADAPTER_CLOSED', STREAM_ENDED));
    await this.transactions.abandonAll();
    await Promise.all([ended, this.sessions.close(graceMs)]);
  }

  private read(statement: Statement, request: StatementRequest): Promise<StatementResult> {
    return this.sessions.hold('read', request, (held) =>
      this.care.mayReadAtOnce(held, request)
        ? this.run(held, statement, request)
        : this.readWithCare(held, statement, request),
    );
  }

  private async readWithCare(
    held: Held<Statement, Column, Row>,
    statement: Statement,
    request: StatementRequest,
  ): Promise<StatementResult> {
    const plain = await this.care.beforeRead(held, request);
    if (!plain) await held.connection.command(this.engine.commands.beginReadOnly);
    return await this.run(held, statement, request);
  }

  private async write(statement: Statement, request: StatementRequest): Promise<StatementResult> {
    return await this.sessions.hold('write', request, async (held) => {
      await this.care.beforeChange(held, request);
      const run = (): Promise<StatementResult> => this.run(held, statement, request);
      const returns = CHANGES.has(request.kind) && returningClause(request.statement.tokens) !== null;
      if (!returns) held.stage = CHANGES.has(request.kind) ? 'whole' : 'any';
      // Rows come back before the change is final: an answer that is too large must leave nothing behind.
      const result = await (returns ? this.inTransaction(held, run) : run());
      this.care.noteChange(request);
      return result;
    });
  }

  private async run(
    held: Held<Statement, Column, Row>,
    statement: Statement,
    request: StatementRequest,
  ): Promise<StatementResult> {
    const { connection, running } = held;
    // Its time may be over already, by what came before it in its session.
    running.check();
    const intake = new RowIntake<Column, Row>(request);
    let stopped = false as boolean;
    const onEnough = (): void => {
      stopped = true;
      running.stopRows();
    };
    // Within a transaction a statement that proves to be outdated could not be sent again.
    const mayStay = held.fate === 'keep' && held.stage !== 'open';
    let outcome: NativeOutcome = NOTHING_CHANGED;
    try {
      outcome = await connection.run(statement, intake, onEnough, mayStay);
    } catch (error) {
      if (!stopped || this.engine.failureOf(error) !== 'cancelled') throw error;
      running.check();
    }
    intake.check();
    const made = this.engine.result(outcome, intake, request, connection);
    // Most results need nothing that had to be waited for.
    const result = made instanceof Promise ? await made : made;
    // The server's count where it gives one; else every row that came back was changed.
    const affectedRows = CHANGES.has(request.kind) ? (result.affectedRows ?? intake.seen) : null;
    return { ...result, affectedRows };
  }

  private async runEach(
    { connection, running, fate }: Held<Statement, Column, Row>,
    statements: readonly Statement[],
    request: BatchRequest,
  ): Promise<number> {
    // One that gives no rows is never outdated.
    const mayStay = fate === 'keep' && returningClause(request.statement.tokens) === null;
    let affected = 0;
    for (const [index, statement] of statements.entries()) {
      running.check();
      const intake = new RowIntake<Column, Row>({ maxRows: 0, maxBytes: Infinity });
      try {
        affected += (await connection.run(statement, intake, () => undefined, mayStay)).affectedRows ?? intake.seen;
      } catch (error) {
        running.check();
        const coded = this.engine.codedError(error, request.statement);
        const stands = this.engine.failureOf(error) === 'refused' && coded instanceof DragomanError;
        throw stands ? namedSet(coded, index) : error;
      }
    }
    return affected;
  }

  /** Commits what the work did, or undoes it where the work fails or its deadline has passed. */
  private async inTransaction<T>(held: Held<Statement, Column, Row>, work: () => Promise<T>): Promise<T> {
    const { connection, running } = held;
    const { begin, commit, rollback } = this.engine.commands;
    await connection.command(begin);
    held.stage = 'open';
    try {
      const outcome = await work();
      running.check();
      running.conclude();
      held.stage = 'committing';
      await connection.command(commit);
      return outcome;
    } catch (error) {
      running.conclude();
      // Where that fails too the connection is broken, and the server undoes what it began.
      await connection.command(rollback).catch(() => connection.destroy());
      throw error;
    }
  }

  /** Runs a statement, and once more each time that it has to be bound more strictly. */
  private async bound<T>(
    request: StatementRequest,
    run: (statement: Statement) => Promise<T>,
    mayRunAgain = () => Date.now() < request.deadlineMs,
  ): Promise<T> {
    let statement = this.engine.bind(request);
    for (;;) {
      try {
        return await run(statement);
      } catch (error) {
        const again = this.engine.bindAgain?.(request, error, statement);
        if (again === undefined || !mayRunAgain()) throw this.codedOf(request, error);
        statement = again;
      }
    }
  }

  private async coded<T>(request: StatementRequest | BatchRequest, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.codedOf(request, error);
    }
  }

  private codedOf(request: StatementRequest | BatchRequest, error: unknown): unknown {
    const coded = this.engine.codedError(error, request.statement);
    return 'side' in request && request.side === 'read' ? coded : onWriteSide(coded);
  }
}

const NOTHING_CHANGED: NativeOutcome = { affectedRows: null, lastInsertId: null };

/** On the side that can write it is the server that does not. */
function onWriteSide(error: unknown): unknown {
  if (!(error instanceof DragomanError) || error.code !== 'WRITE_NOT_ALLOWED') return error;
  return new DragomanError('DATABASE_READ_ONLY', error.message, {
    ...error.details,
    hint: 'The server takes no changes now: it is a replica, or set read-only. Send them to its primary.',
  });
}
