import type { Principal } from '../auth/index.js';
import type { NumberFormat, StatementResult, RegisteredDatabase, TupleBatch } from '../databases/index.js';
import type { CancelSignal } from '../events/index.js';
import type {
  DialectName,
  Fidelity,
  OutputColumn,
  StatementKind,
  TextComparison,
  TranslationNotice,
} from '../sql/index.js';

/** What a caller may say about how a statement runs. */
export interface QueryOptions {
  readonly timeoutMs?: number | null | undefined;
  readonly maxRows?: number | null | undefined;
  readonly numbers?: NumberFormat | null | undefined;
  /** How a statement of another dialect is translated; left out, EXACT and TARGET. */
  readonly fidelity?: Fidelity | null | undefined;
  readonly textComparison?: TextComparison | null | undefined;
}

/** A statement on its way to a database. */
export interface QueryRequest {
  readonly principal: Principal;
  /** By which the audit log and the request’s log lines find each other. */
  readonly requestId?: string | undefined;
  readonly database: string;
  readonly sql: string;
  readonly params?: unknown;
  /** The dialect that `sql` is written in; left out, the database's own. */
  readonly dialect?: DialectName | null | undefined;
  readonly options?: QueryOptions | null | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: CancelSignal;
}

/** A read whose rows are taken in batches. */
export interface RowsRequest extends QueryRequest {
  /** How many rows a batch holds at most, from 1 to 10,000. */
  readonly batchSize: number;
}

/** Some rows of a read, in order. */
export interface RowsBatch extends TupleBatch {
  /** Counts the batches from 0. */
  readonly index: number;
  readonly told: QueryOutcome['told'];
}

/** What came back, and how it came about. */
export interface QueryOutcome extends StatementResult {
  readonly database: RegisteredDatabase;
  readonly statementKind: StatementKind;
  readonly executedSql: string;
  /** Whether it was written in another dialect than the database's. */
  readonly translated: boolean;
  /** What its translation leaves different. */
  readonly warnings: readonly TranslationNotice[];
  /** What the text tells of the columns beside what the database says of them; null where it doesn't. */
  readonly told: () => readonly OutputColumn[] | null;
  readonly executionTimeMs: number;
}

/** What a batch came to. */
export interface BatchOutcome {
  readonly affectedRows: number;
  readonly executionTimeMs: number;
}
