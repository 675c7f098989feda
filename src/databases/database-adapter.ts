import type { CancelSignal } from '../events/index.js';
import type {
  BoundStatement,
  Catalogue,
  DialectName,
  OutputColumn,
  StatementKind,
  StatementText,
} from '../sql/index.js';
import type { ColumnType, NumberFormat } from './column-type.js';
import type { Transaction } from './transactions/transaction.js';
import type { TransactionRequest } from './transactions/transaction-session.js';
import type { SchemaReader } from './introspection/schema-reader.js';
import type { PoolStrategy } from './pool/pool-strategy.js';
import type { OpenStreams } from './streams/open-streams.js';
import type { RowStream, StreamRequest } from './streams/row-stream.js';

/** What a database may be used for. */
export type DatabaseAccess = 'READ_ONLY' | 'READ_WRITE';

/** The life of an adapter, in this order; an operation in a wrong state fails with a code. */
export type AdapterState = 'CREATED' | 'CONNECTING' | 'READY' | 'DRAINING' | 'CLOSED';

/** What a value in an answer can be. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** A column of a result. */
export interface ResultColumn {
  /** The name that the engine gives it; two columns may share one. */
  readonly name: string;
  /** The name made unique within the result: id, id_2. */
  readonly key: string;
  readonly type: ColumnType;
  /** The declared type in the engine's own words, or null for an expression. */
  readonly databaseType: string | null;
}

/** What running one statement gave. */
export interface StatementResult {
  readonly columns: readonly ResultColumn[];
  /** The rows as arrays in column order, each value mapped to JSON. */
  readonly tuples: readonly (readonly JsonValue[])[];
  /** Rows inserted, changed or deleted; null for a statement that changes no rows. */
  readonly affectedRows: number | null;
  /** The key that the engine gave to the last inserted row, as text. */
  readonly lastInsertId: string | null;
  /** Whether more rows were there than `maxRows` let through. */
  readonly truncated: boolean;
}

/** The bounds that every statement runs within. */
export interface StatementBounds {
  /** When the statement must have ended, in milliseconds since the epoch. */
  readonly deadlineMs: number;
  readonly maxRows: number;
  /** How many bytes the values of one result may hold. */
  readonly maxBytes: number;
  readonly numbers: NumberFormat;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: CancelSignal;
  /** Whom it is run for: where connections are scarce, callers get them in turn. */
  readonly caller?: string | undefined;
}

/** What a statement may leave behind in the session that it runs in, and see there. */
export interface SessionTraits {
  /** Whether all that it calls is known to do no more than answer. */
  readonly callsKnown: boolean;
  /** Whether it may see what an earlier statement left: a setting, a variable, the last key given. */
  readonly seesSession: boolean;
  /** The tables that it names, as the text does: a view among them may call anything, and so may a table's trigger. */
  readonly tables: readonly string[];
  /** The names by which it calls functions of the engine's, or may: a function of a user's can have one of them too. */
  readonly names: readonly string[];
}

/** Of a statement that nobody here can read. */
export const UNKNOWN_TRAITS: SessionTraits = { callsKnown: false, seesSession: true, tables: [], names: [] };

/** What is known of a statement from its text. */
export interface StatementForm {
  readonly statement: StatementText;
  readonly kind: StatementKind;
  readonly session: SessionTraits;
  /** The columns that the text tells, of tables that the catalogue knows more of them; null where it tells none. */
  readonly told: (catalogue?: Catalogue) => readonly OutputColumn[] | null;
}

/** One statement, with its values. */
export interface StatementRequest extends StatementBounds, StatementForm {
  readonly bound: BoundStatement;
  /** `read` runs on the side that can't write. */
  readonly side: 'read' | 'write';
}

/** One statement with many sets of values: all or none. */
export interface BatchRequest extends StatementBounds, StatementForm {
  readonly sets: readonly BoundStatement[];
}

/** The figures of a pool at this moment. */
export interface PoolFigures {
  readonly strategy: PoolStrategy;
  readonly min: number;
  readonly max: number;
  /** Connections that are open, or being opened. */
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
  /** How often a connection was handed out since the adapter was made. */
  readonly acquired: number;
  /** How often waiting for one ended without one. */
  readonly timeouts: number;
}

/** What an operator wants to know of a database before it is served. */
export interface Diagnosis {
  /** How far the server's clock is ahead of ours; negative: behind. Null where both are one. */
  readonly clockDifferenceMs: number | null;
  /** What the user of the url may do beyond what it is needed for, each as words behind "the user". */
  readonly excessRights: readonly string[];
}

/** A database, whichever engine it runs on. */
export interface DatabaseAdapter {
  readonly name: string;
  readonly dialect: DialectName;
  readonly access: DatabaseAccess;
  readonly state: AdapterState;
  /** As the server reports itself, e.g. `SQLite 3.52.0`; undefined until it was reached once. */
  readonly serverVersion: string | undefined;
  /** Called when a connection broke or could not be opened: a sign that the database may be gone. */
  onTrouble: (() => void) | undefined;

  /** Opens the connections. Called again after a failure, it tries again. */
  connect(): Promise<void>;
  /** Lets the engine read a statement without running it; rejects with what is wrong with it. */
  compile(request: StatementRequest): Promise<void>;
  execute(request: StatementRequest): Promise<StatementResult>;
  /** Reads in batches, as they are taken; nothing is run before the first one is asked for. */
  stream(request: StreamRequest): RowStream;
  /** The streams that are open now. */
  readonly streams: Pick<OpenStreams, 'end' | 'heard'>;
  /** Resolves to the number of rows affected by all the sets together. */
  executeMany(request: BatchRequest): Promise<number>;
  /**
   * Begins a transaction on a connection of its own. Closing the adapter rolls it back.
   * @throws DragomanError ISOLATION_UNSUPPORTED
   */
  begin(request: TransactionRequest): Promise<Transaction>;
  /** Holds a session of the side that can't write for reading what is in the database; the work may begin anew. */
  introspect<T>(bounds: StatementBounds, read: (schema: SchemaReader) => Promise<T>): Promise<T>;
  /** Asks the database for a sign of life; rejects with DATABASE_UNAVAILABLE. */
  ping(timeoutMs: number): Promise<void>;
  /** Looks at the server's clock and the user's rights. */
  diagnose(bounds: StatementBounds): Promise<Diagnosis>;
  pool(): PoolFigures;
  /** Lets running statements end (until `graceMs`, then cancels them) and closes every connection. */
  close(graceMs?: number): Promise<void>;
}
