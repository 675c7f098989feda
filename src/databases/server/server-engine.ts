import type { DialectName, StatementText } from '../../sql/index.js';
import type { BatchRequest, StatementRequest, StatementResult } from '../database-adapter.js';
import type { PooledConnection } from '../pool/connection-pool.js';
import type { RowIntake } from './row-intake.js';

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

/** One session on a server. Whoever holds it runs one statement at a time; nobody shares it. */
export interface ServerConnection<Statement, Column, Row> extends PooledConnection {
  /** What the server calls the session, for cancels. */
  readonly id: number;
  /** Whether it only counts what earlier statements did: nobody may see it, but nothing else is left. */
  marked: boolean;
  /** Called when the pool wants it to end what it runs. */
  onInterrupt: (() => void) | undefined;
  /**
   * Runs one statement and hands its rows to the intake.
   * @param onEnough called once where the server sends rows that are of no use any more
   */
  run(statement: Statement, intake: RowIntake<Column, Row>, onEnough: () => void): Promise<NativeOutcome>;
  /** Lets the server read a statement without running it. */
  compile(statement: Statement): Promise<void>;
  /** Runs what gives no rows: BEGIN, a cancel. */
  command(sql: string): Promise<void>;
  reset(): Promise<void>;
  /** Cuts it off at once, without a word to the server. */
  destroy(): void;
}

/** What is said of a relation that a statement names, as far as sessions are concerned. */
export interface RelationFacts {
  /** Reading it calls nothing: it is a table, without row rules. */
  readonly plainToRead: boolean;
  /** Writing to it calls nothing: it has no triggers or rules either. */
  readonly plainToWrite: boolean;
}

/** How the commands around statements are written. */
export interface SessionCommands {
  readonly begin: string;
  readonly beginReadOnly: string;
  readonly commit: string;
  readonly rollback: string;
  /** Cancels what runs in another session, and nothing where nothing does. */
  cancel(id: number): string;
}

/**
 * What a driver's error says of the statement and of its connection: `cancelled` by the
 * server on somebody's wish; `lost` with its connection, so that nobody knows its outcome;
 * `ended` by the server together with its connection, and undone; else `refused`.
 */
export type Failure = 'cancelled' | 'lost' | 'ended' | 'refused';

/** One server's driver, as the adapter uses it. */
export interface ServerEngine<Statement, Column, Row> {
  readonly dialect: DialectName;
  readonly commands: SessionCommands;
  /** Whether a later statement may see in its session that another one read before it. */
  readonly readsLeaveMarks: boolean;
  /** Reaches the server and makes ready to open sessions; resolves to how it reports itself. */
  connect(): Promise<string>;
  open(side: Side): Promise<ServerConnection<Statement, Column, Row>>;
  disconnect(): Promise<void>;
  /** @throws DragomanError BAD_PARAMETERS, PRECISION_LOST */
  bind(request: StatementRequest): Statement;
  bindEach(request: BatchRequest): readonly Statement[];
  /** The same statement bound more strictly, where the server could not tell what a parameter is; else undefined. */
  bindAgain?(request: StatementRequest, error: unknown): Statement | undefined;
  facts(
    connection: ServerConnection<Statement, Column, Row>,
    names: readonly string[],
  ): Promise<readonly RelationFacts[]>;
  /** Maps rows to what the answer carries. */
  result(
    outcome: NativeOutcome,
    intake: RowIntake<Column, Row>,
    request: StatementRequest,
    connection: ServerConnection<Statement, Column, Row>,
  ): Promise<StatementResult>;
  failureOf(error: unknown): Failure;
  /** The coded error for what the driver threw; what did not come from it is passed through. */
  codedError(error: unknown, statement?: StatementText): unknown;
}
