import { DragomanError } from '../../errors/index.js';
import { returningClause, type DialectName, type StatementKind } from '../../sql/index.js';
import type {
  AdapterState,
  BatchRequest,
  DatabaseAccess,
  DatabaseAdapter,
  PoolFigures,
  StatementBounds,
  StatementForm,
  StatementRequest,
  StatementResult,
} from '../database-adapter.js';
import type { DatabaseOptions } from '../database-options.js';
import { namedSet } from '../parameter-set.js';
import { ConnectionPool, type ReleaseFate } from '../pool/connection-pool.js';
import { ControlSession } from './control-session.js';
import { outcomeUnknown } from './outcome-unknown.js';
import { RelationBook } from './relation-book.js';
import { RowIntake } from './row-intake.js';
import { RunningStatement } from './running-statement.js';
import type { Failure, RelationFacts, ServerConnection, ServerEngine } from './server-engine.js';
import { before } from './before-moment.js';

const CLOSE_GRACE_MS = 5000;

/** Kinds that change rows and nothing else. */
const CHANGES: ReadonlySet<StatementKind> = new Set(['INSERT', 'UPDATE', 'DELETE', 'UPSERT', 'MERGE']);
/** Kinds that may leave in a session what no reset undoes, such as another database or another user. */
const UNBOUNDED: ReadonlySet<StatementKind> = new Set(['UTILITY', 'UNKNOWN', 'TRANSACTION']);
/** Kinds after which a relation may be another. */
const SCHEMA_CHANGES: ReadonlySet<StatementKind> = new Set([
  ...UNBOUNDED,
  ...(['CREATE_TABLE', 'ALTER_TABLE', 'DROP_TABLE', 'CREATE_VIEW', 'DROP_VIEW'] as const),
]);

/** Failures that are the connection's and not the statement's: a read that met one may be run on another. */
const LOST: ReadonlySet<Failure> = new Set(['lost', 'ended']);

/** What is open while the adapter is READY. */
interface OpenServer<Connection extends ServerConnection<never, never, never>> {
  readonly control: ControlSession<Connection>;
  readonly readers: ConnectionPool<Connection>;
  /** Undefined where the database is registered for reading only. */
  readonly writers: ConnectionPool<Connection> | undefined;
}

/** A connection while a statement has it, and what becomes of it afterwards. */
interface Held<Connection> {
  readonly connection: Connection;
  readonly running: RunningStatement;
  fate: ReleaseFate;
}

/**
 * A database on a server: a pool of sessions that can't write and one of sessions that
 * can, which share the database's `max`, and one session more for pings and cancels.
 *
 * A statement of which it is known that it leaves nothing behind runs as it is, in one
 * round trip. Every other one is fenced (a read in a READ ONLY transaction), and its
 * session is made new before anybody else gets it.
 */
export class ServerAdapter<Statement, Column, Row> implements DatabaseAdapter {
  readonly name: string;
  readonly dialect: DialectName;
  readonly access: DatabaseAccess;
  serverVersion: string | undefined;
  private current: AdapterState = 'CREATED';
  private opened: OpenServer<ServerConnection<Statement, Column, Row>> | undefined;
  private connecting: Promise<OpenServer<ServerConnection<Statement, Column, Row>>> | undefined;
  private readonly relations = new RelationBook();

  constructor(
    private readonly options: DatabaseOptions,
    private readonly engine: ServerEngine<Statement, Column, Row>,
  ) {
    this.name = options.name;
    this.dialect = engine.dialect;
    this.access = options.access;
  }

  get state(): AdapterState {
    return this.current;
  }

  async connect(): Promise<void> {
    await this.ready();
  }

  async compile(request: StatementRequest): Promise<void> {
    const statement = this.engine.bind(request);
    await this.coded(request, async () => {
      const { readers } = await this.readyFor(request);
      await this.hold(readers, request, 'read', ({ connection }) => connection.compile(statement));
    });
  }

  async execute(request: StatementRequest): Promise<StatementResult> {
    const run = request.side === 'read' ? this.read.bind(this) : this.write.bind(this);
    let statement = this.engine.bind(request);
    return await this.coded(request, async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await run(statement, request);
        } catch (error) {
          const again = this.engine.bindAgain?.(request, error);
          const lost = request.side === 'read' && LOST.has(this.engine.failureOf(error));
          if (attempt > 1 || (again === undefined && !lost) || Date.now() >= request.deadlineMs) throw error;
          statement = again ?? statement;
        }
      }
    });
  }

  async executeMany(request: BatchRequest): Promise<number> {
    const statements = this.engine.bindEach(request);
    return await this.coded(request, () =>
      this.onWriter(request, async (held) => {
        await this.prepareSession(held, request);
        return await this.inTransaction(held, () => this.runEach(held, statements, request));
      }),
    );
  }

  async ping(timeoutMs: number): Promise<void> {
    const untilMs = Date.now() + timeoutMs;
    const late = (): DragomanError =>
      new DragomanError('DATABASE_UNAVAILABLE', `No answer within ${timeoutMs} ms.`, {
        hint: 'The server accepts connections and says nothing, or the way to it is cut.',
      });
    try {
      const { control } = await before(untilMs, this.ready(), late);
      await before(untilMs, control.command('SELECT 1'), late).catch((error: unknown) => {
        control.drop();
        throw error;
      });
    } catch (error) {
      throw asUnavailable(this.engine.codedError(error));
    }
  }

  pool(): PoolFigures {
    const { min, max } = this.options.pool;
    const sides = [this.opened?.readers, this.opened?.writers].flatMap((side) => side?.figures() ?? []);
    const sum = (figure: 'open' | 'idle' | 'waiting' | 'acquired' | 'timeouts'): number =>
      sides.reduce((total, side) => total + side[figure], 0);
    return {
      min,
      max,
      open: sum('open'),
      idle: sum('idle'),
      waiting: sum('waiting'),
      acquired: sum('acquired'),
      timeouts: sum('timeouts'),
    };
  }

  async close(graceMs = CLOSE_GRACE_MS): Promise<void> {
    if (this.current === 'CLOSED' || this.current === 'DRAINING') return;
    this.current = 'DRAINING';
    // A connect under way ends first: it must not open what nobody would close.
    await this.connecting?.catch(() => undefined);
    if (this.opened !== undefined) await this.shut(this.opened, graceMs);
    this.opened = undefined;
    await this.engine.disconnect();
    this.current = 'CLOSED';
  }

  private async ready(): Promise<OpenServer<ServerConnection<Statement, Column, Row>>> {
    if (this.current === 'CLOSED' || this.current === 'DRAINING') {
      throw new DragomanError('ADAPTER_CLOSED', `The database "${this.name}" is being closed.`);
    }
    if (this.opened !== undefined) return this.opened;
    this.connecting ??= this.open().finally(() => (this.connecting = undefined));
    return await this.connecting;
  }

  /** The same, for a statement that does not wait longer than it may run. */
  private async readyFor({
    deadlineMs,
  }: StatementBounds): Promise<OpenServer<ServerConnection<Statement, Column, Row>>> {
    return (
      this.opened ??
      (await before(deadlineMs, this.ready(), () => {
        return new DragomanError('QUERY_TIMEOUT', 'The database could not be reached before the deadline.');
      }))
    );
  }

  private async open(): Promise<OpenServer<ServerConnection<Statement, Column, Row>>> {
    this.current = 'CONNECTING';
    const { engine } = this;
    const { pool } = this.options;
    const readers = new ConnectionPool(pool, () => engine.open('read'));
    const writers =
      this.access === 'READ_WRITE' ? new ConnectionPool({ ...pool, min: 0 }, () => engine.open('write')) : undefined;
    if (writers !== undefined) readers.share(writers);
    const opened = { control: new ControlSession(() => engine.open('control')), readers, writers };
    try {
      this.serverVersion = await engine.connect();
      await opened.control.command('SELECT 1');
      await readers.warmUp();
      // close() may have been called in the meantime; it waits for this and shuts what was opened.
      if ((this.current as AdapterState) === 'CONNECTING') this.current = 'READY';
      this.opened = opened;
      return opened;
    } catch (error) {
      await this.shut(opened, 0);
      await engine.disconnect();
      throw asUnavailable(engine.codedError(error));
    }
  }

  private async shut(
    { readers, writers, control }: OpenServer<ServerConnection<Statement, Column, Row>>,
    graceMs: number,
  ): Promise<void> {
    await Promise.all([readers.close(graceMs), writers?.close(graceMs)]);
    await control.close();
  }

  private async read(statement: Statement, request: StatementRequest): Promise<StatementResult> {
    const { readers } = await this.readyFor(request);
    return await this.hold(readers, request, 'read', async (held) => {
      await unmark(held.connection, request);
      held.connection.marked = this.engine.readsLeaveMarks;
      if (!(await this.isPlain(held, request, 'plainToRead'))) {
        held.fate = 'clean';
        await held.connection.command(this.engine.commands.beginReadOnly);
      }
      return await this.run(held, statement, request);
    });
  }

  private async write(statement: Statement, request: StatementRequest): Promise<StatementResult> {
    return await this.onWriter(request, async (held) => {
      await this.prepareSession(held, request);
      if (SCHEMA_CHANGES.has(request.kind)) this.relations.forget();
      const run = (): Promise<StatementResult> => this.run(held, statement, request);
      const returns = CHANGES.has(request.kind) && returningClause(request.statement.tokens) !== null;
      // Rows come back before the change is final: an answer that is too large must leave nothing behind.
      const result = await (returns ? this.inTransaction(held, run) : run());
      if (SCHEMA_CHANGES.has(request.kind)) this.relations.forget();
      return result;
    });
  }

  private async onWriter<T>(
    request: StatementRequest | BatchRequest,
    work: (held: Held<ServerConnection<Statement, Column, Row>>) => Promise<T>,
  ): Promise<T> {
    const { writers } = await this.readyFor(request);
    if (writers === undefined) {
      throw new DragomanError('DATABASE_READ_ONLY', `The database "${this.name}" is registered for reading only.`);
    }
    return await this.hold(writers, request, 'write', work);
  }

  /** Makes sure that the statement sees nothing of earlier ones, and that later ones will see nothing of it. */
  private async prepareSession(
    held: Held<ServerConnection<Statement, Column, Row>>,
    form: StatementForm,
  ): Promise<void> {
    const { connection } = held;
    await unmark(connection, form);
    held.fate = UNBOUNDED.has(form.kind) ? 'discard' : 'clean';
    if (!CHANGES.has(form.kind) && form.kind !== 'SELECT') return;
    if (!(await this.isPlain(held, form, 'plainToWrite'))) return;
    held.fate = 'keep';
    connection.marked = true;
  }

  private async isPlain(
    { connection }: Held<ServerConnection<Statement, Column, Row>>,
    { session }: StatementForm,
    use: keyof RelationFacts,
  ): Promise<boolean> {
    if (!session.callsKnown) return false;
    return await this.relations.arePlain(session.tables, use, (names) => this.engine.facts(connection, names));
  }

  private async run(
    { connection, running }: Held<ServerConnection<Statement, Column, Row>>,
    statement: Statement,
    request: StatementRequest,
  ): Promise<StatementResult> {
    const intake = new RowIntake<Column, Row>(request);
    let stopped = false;
    const onEnough = (): void => {
      stopped = true;
      running.stopRows();
    };
    const outcome = await connection.run(statement, intake, onEnough).catch((error: unknown) => {
      if (!stopped || this.engine.failureOf(error) !== 'cancelled') throw error;
      running.check();
      intake.check();
      return { affectedRows: null, lastInsertId: null };
    });
    intake.check();
    const result = await this.engine.result(outcome, intake, request, connection);
    // The server's count where it gives one; else every row that came back was changed.
    const affectedRows = CHANGES.has(request.kind) ? (result.affectedRows ?? intake.seen) : null;
    return { ...result, affectedRows };
  }

  private async runEach(
    { connection, running }: Held<ServerConnection<Statement, Column, Row>>,
    statements: readonly Statement[],
    request: BatchRequest,
  ): Promise<number> {
    let affected = 0;
    for (const [index, statement] of statements.entries()) {
      running.check();
      const intake = new RowIntake<Column, Row>({ maxRows: 0, maxBytes: Infinity });
      try {
        affected += (await connection.run(statement, intake, () => undefined)).affectedRows ?? 0;
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
  private async inTransaction<T>(
    { connection, running }: Held<ServerConnection<Statement, Column, Row>>,
    work: () => Promise<T>,
  ): Promise<T> {
    const { begin, commit, rollback } = this.engine.commands;
    await connection.command(begin);
    try {
      const outcome = await work();
      running.check();
      running.stop();
      await connection.command(commit);
      return outcome;
    } catch (error) {
      // Where that fails too the connection is broken, and the server undoes what it began.
      await connection.command(rollback).catch(() => connection.destroy());
      throw error;
    }
  }

  /** Holds a connection for the work, and cancels it at its deadline. */
  private async hold<T>(
    pool: ConnectionPool<ServerConnection<Statement, Column, Row>>,
    request: StatementRequest | BatchRequest,
    side: 'read' | 'write',
    work: (held: Held<ServerConnection<Statement, Column, Row>>) => Promise<T>,
  ): Promise<T> {
    const { deadlineMs, signal } = request;
    const lease = await pool.acquire({ deadlineMs, signal, level: 0, preemptible: false });
    const { connection } = lease;
    const running = new RunningStatement(request, {
      cancel: () => this.cancel(connection.id),
      destroy: () => connection.destroy(),
    });
    const held: Held<ServerConnection<Statement, Column, Row>> = { connection, running, fate: 'keep' };
    connection.onInterrupt = () =>
      running.cancel(
        new DragomanError('QUERY_CANCELLED', 'The statement was cancelled: the database is being closed.'),
      );
    const letGo = async (): Promise<void> => {
      const cancelled = await running.settled();
      connection.onInterrupt = undefined;
      lease.release(cancelled && held.fate === 'keep' ? 'clean' : held.fate);
    };
    const working = work(held);
    void working.then(letGo, letGo);
    try {
      // A change is waited for in any case: only its end tells whether it was made.
      const outcome = await (side === 'read' ? Promise.race([working, running.overdue]) : working);
      // A sleep that is cancelled ends well; a change that was made is told, late or not.
      if (side === 'read') running.check();
      return outcome;
    } catch (error) {
      throw this.reasonOf(error, running, side);
    }
  }

  private reasonOf(error: unknown, running: RunningStatement, side: 'read' | 'write'): unknown {
    if (error instanceof DragomanError && error !== running.reason) return error;
    const failure = error === running.reason ? 'cancelled' : this.engine.failureOf(error);
    if (side === 'write' && failure === 'lost') return outcomeUnknown(error);
    if (running.reason !== undefined && failure !== 'refused') return running.reason;
    return error;
  }

  private async cancel(id: number): Promise<void> {
    await this.opened?.control.command(this.engine.commands.cancel(id));
  }

  private async coded<T>({ statement }: StatementForm, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.engine.codedError(error, statement);
    }
  }
}

/** Makes a session new for a statement that may see what an earlier one left. */
async function unmark(connection: ServerConnection<never, never, never>, { session }: StatementForm): Promise<void> {
  if (connection.marked && session.seesSession) await connection.reset();
}

/** What keeps a database from being reached or from answering, whatever it is by itself. */
function asUnavailable(error: unknown): unknown {
  if (error instanceof DragomanError) {
    const { code, message, details } = error;
    return code === 'ADAPTER_CLOSED' ? error : new DragomanError('DATABASE_UNAVAILABLE', message, details);
  }
  const message = error instanceof Error ? error.message : String(error);
  return new DragomanError('DATABASE_UNAVAILABLE', `The database can't be reached: ${message}.`, { cause: error });
}
