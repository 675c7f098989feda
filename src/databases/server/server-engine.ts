import type { DialectName, StatementKind, StatementText } from '../../sql/index.js';
import type { BatchRequest, Diagnosis, StatementRequest, StatementResult } from '../database-adapter.js';
import type { SchemaReader } from '../introspection/schema-reader.js';
import type { TransactionTraits } from '../transactions/transaction.js';
import type { PooledConnection } from '../pool/pooled-connection.js';
import type { Age } from './lost-sessions.js';
import type { Interruptible } from './running-statement.js';
import type { ServerLocation } from './server-location.js';
import type { BatchBounds } from '../streams/row-stream.js';
import type { RowBatch } from '../streams/row-queue.js';
import type { RowIntake, TakenRows } from './row-intake.js';

/** `read` sessions can't write; `control` is a read session kept for pings and cancels. */
export type Side = 'read' | 'write' | 'control';

/** A statement as the driver takes it. */
export interface NativeStatement<Value = unknown> {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** What the driver gave for one statement beside its rows, which are in the intake. */
export interface NativeOutcome {
  readonly affectedRows: number | null;
  readonly lastInsertId: string | null;
}

/** Where a server says that a session's transaction stands: it is open, it failed, or there is none. */
export type ToldStanding = 'ACTIVE' | 'FAILED' | 'NONE';

/** One session on a server. Whoever holds it runs one statement at a time; nobody shares it. */
export interface ServerConnection<Statement, Column, Row> extends PooledConnection {
  /** What the server calls the session, for cancels. */
  readonly id: number;
  /** Whether it counts or keeps what earlier statements were: nobody may see it, but nothing else is left. */
  marked: boolean;
  /** What it runs, for the pool that wants it to end. */
  running: Interruptible | undefined;
  /**
   * Runs one statement and hands its rows to the intake.
   * @param onEnough called once where the server sends rows that are of no use any more
   * @param mayStay whether the session may keep it prepared: it stands alone, and the session keeps nothing of users'
   */
  run(
    statement: Statement,
    intake: RowIntake<Column, Row>,
    onEnough: () => void,
    mayStay?: boolean,
  ): Promise<NativeOutcome>;
  /**
   * Opens a read within a transaction; until its cursor is closed the session runs nothing else, but while no rows are asked for.
   * @param maxRowBytes a larger row ends it with RESULT_TOO_LARGE
   */
  openCursor(statement: Statement, maxRowBytes: number): Promise<ServerCursor<Column, Row>>;
  /** Lets the server read a statement without running it. */
  compile(statement: Statement): Promise<void>;
  /** Runs what gives no rows: BEGIN, a cancel. */
  command(sql: string): Promise<void>;
  /** Runs a ROLLBACK; resolves to whether the server undid all that it should have. */
  undo(sql: string): Promise<boolean>;
  /** Where its transaction stands, as its last answer told; undefined where it did not. */
  readonly told: ToldStanding | undefined;
  /** Asks where its transaction stands. */
  standing(): Promise<ToldStanding>;
  reset(): Promise<void>;
  validate(): Promise<void>;
  /** Cuts it off at once, without a word to the server. */
  destroy(): void;
}

/** A read whose rows are taken as they are wanted. */
export interface ServerCursor<Column, Row> {
  readonly columns: readonly Column[];
  /** Resolves with the next batch, and has the server send no more than that needs, or what a socket holds. */
  next(bounds: BatchBounds): Promise<RowBatch<Row>>;
  /**
   * Leaves the rest; resolves when the session takes its next statement.
   * @param cancel called where the server still sends rows
   */
  close(cancel: () => void): Promise<void>;
}

/** What is said of a relation that a statement names, as far as sessions are concerned. */
export interface RelationFacts {
  /** Reading it calls nothing: it is a table, without row rules. */
  readonly plainToRead: boolean;
  /** Writing to it calls nothing: it has no triggers or rules either. */
  readonly plainToWrite: boolean;
}

/** Functions that users made in a database, as far as a statement may call one unawares. An extension's are not counted. */
export interface OwnFunctions {
  /** Their names, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Whether one is called by values: by an operator, a cast, an order, a domain's check. */
  readonly behindValues: boolean;
}

/** How the commands around statements are written. */
export interface SessionCommands {
  readonly begin: string;
  readonly beginReadOnly: string;
  readonly commit: string;
  readonly rollback: string;
  /**
   * What begins a transaction, one statement after the other.
   * @throws DragomanError ISOLATION_UNSUPPORTED, with the levels that the engine has
   */
  beginTransaction(traits: TransactionTraits): readonly string[];
  /** Has the server wait for whoever takes rows slowly, where it would cut the session off; for the session. */
  readonly waitForTaker?: string;
  /** Cancels what runs in another session, and nothing where nothing does. */
  cancel(id: number): string;
}

/**
 * What a driver's error says of the statement and of its connection: `cancelled` by the
 * server on somebody's wish; `lost` with its connection, so that nobody knows its outcome;
 * `unsent`, as the connection was lost before all of it had left, so that the server can't
 * have run it; `ended` by the server together with its connection, and undone; else `refused`.
 */
export type Failure = 'cancelled' | 'lost' | 'unsent' | 'ended' | 'refused';

/** A session as its pool and its watch see it, whatever runs in it. */
export type AnySession = Omit<ServerConnection<never, never, never>, 'run' | 'openCursor' | 'compile'>;

/** Where sessions come from, and what is known of their ends. */
export interface SessionSource<Session> {
  readonly dialect: DialectName;
  readonly location: Pick<ServerLocation, 'host' | 'port'>;
  readonly commands: SessionCommands;
  /** Reaches the server and makes ready to open sessions; resolves to how it reports itself. */
  connect(): Promise<string>;
  open(side: Side): Promise<Session>;
  disconnect(): Promise<void>;
  /**
   * Ends a session whose connection was lost while it ran something; without effect where it
   * has ended. Only that one: the age tells it from another that has its id by now.
   */
  endLost(control: Session, id: number, age: Age): Promise<void>;
  failureOf(error: unknown): Failure;
  /** The coded error for what the driver threw; what did not come from it is passed through. */
  codedError(error: unknown, statement?: StatementText): unknown;
}

/** What is known of what statements may leave in a session. */
export interface SessionKnowledge<Session> {
  /** Functions of the engine's that leave in a session what no reset undoes, in lower case. */
  readonly lastingCalls: ReadonlySet<string>;
  /** Whether a later statement may see in its session that another one read before it. */
  readonly readsLeaveMarks: boolean;
  /** Whether the engine may end a transaction for a statement of this kind, and commit what was done before it. */
  mayEndTransaction(kind: StatementKind): boolean;
  facts(session: Session, names: readonly string[]): Promise<readonly RelationFacts[]>;
  ownFunctions(session: Session): Promise<OwnFunctions>;
}

/** One server's driver, as the adapter uses it. */
export interface ServerEngine<Statement, Column, Row>
  extends
    SessionSource<ServerConnection<Statement, Column, Row>>,
    SessionKnowledge<ServerConnection<Statement, Column, Row>> {
  /** @throws DragomanError BAD_PARAMETERS, PRECISION_LOST */
  bind(request: StatementRequest): Statement;
  bindEach(request: BatchRequest): readonly Statement[];
  /** The same statement bound more strictly than before, where the server could not tell what a parameter is; else undefined. */
  bindAgain?(request: StatementRequest, error: unknown, before: Statement): Statement | undefined;
  /** Maps rows to what the answer carries; each of them is handed over once. */
  result(
    outcome: NativeOutcome,
    intake: TakenRows<Column, Row>,
    request: StatementRequest,
    connection: ServerConnection<Statement, Column, Row>,
  ): Promise<StatementResult> | StatementResult;
  diagnose(connection: ServerConnection<Statement, Column, Row>): Promise<Diagnosis>;
  schemaReader(connection: ServerConnection<Statement, Column, Row>): SchemaReader;
}
