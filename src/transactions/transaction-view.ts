import type { IsolationLevel, TransactionState } from '../databases/index.js';

/** What is told of a transaction that is held, or was. */
export interface TransactionView {
  readonly id: string;
  readonly database: string;
  /** Null where it was left to the database. */
  readonly isolation: IsolationLevel | null;
  readonly readOnly: boolean;
  readonly state: TransactionState | 'EXPIRED';
  /** The oldest first. */
  readonly savepoints: readonly string[];
  readonly startedAt: Date;
  /** When it is rolled back unless somebody calls; null once it has ended. */
  readonly expiresAt: Date | null;
}
