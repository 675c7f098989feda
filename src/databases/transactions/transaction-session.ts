import type { DragomanError } from '../../errors/index.js';
import type { StatementBounds, StatementRequest, StatementResult } from '../database-adapter.js';
import type { IsolationLevel } from './isolation-level.js';

/** Within what time one step of a transaction has to end, and for whom. */
export type StepBounds = Pick<StatementBounds, 'deadlineMs' | 'signal' | 'caller'>;

/** How a transaction is begun. */
export interface TransactionRequest extends StepBounds {
  /** Left out: the database's own. */
  readonly isolation?: IsolationLevel | undefined;
  /** Whether the engine itself keeps it from changing anything. */
  readonly readOnly: boolean;
}

/**
 * Where a transaction stands on its connection: it takes statements; it takes none until it is rolled back, as
 * PostgreSQL's does after an error; the engine has undone all of it; or a statement has ended it otherwise, so that
 * what was done before it may be committed.
 */
export type Standing = 'ACTIVE' | 'FAILED' | 'ROLLED_BACK' | 'ENDED';

/** What an engine does for a transaction, on a connection that is held for it, one step after the other. */
export interface TransactionSession {
  readonly standing: Standing;
  /** Whether the engine said of a rollback that it left changes: those of tables that undo nothing. */
  readonly leftChanges: boolean;
  /** The version of the schema that its statements see, as introspection tells it, where that stays as it was when it began. */
  readonly schemaVersion?: ((bounds: StepBounds) => Promise<string>) | undefined;
  run(request: StatementRequest): Promise<StatementResult>;
  /** Runs what has no rows: SAVEPOINT and its like. */
  command(sql: string, bounds: StepBounds): Promise<void>;
  /** Undoes what was done since that mark, which stays. */
  rollbackTo(mark: string, bounds: StepBounds): Promise<void>;
  /** Rejects with OUTCOME_UNKNOWN where the connection was lost on the way. */
  commit(bounds: StepBounds): Promise<void>;
  /** Undoes everything. Where that takes longer than so many milliseconds the connection is cut off, and the engine does it. */
  rollback(withinMs: number): Promise<void>;
  /** Cancels what runs, for this reason. */
  cancel(reason: DragomanError): void;
  /** Gives the connection back once nothing is left to do on it. */
  giveBack(): void;
}
