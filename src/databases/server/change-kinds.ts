import type { StatementKind } from '../../sql/index.js';

/** Kinds that change rows and nothing else. */
export const CHANGES: ReadonlySet<StatementKind> = new Set(['INSERT', 'UPDATE', 'DELETE', 'UPSERT', 'MERGE']);

/** Kinds that may leave in a session what no reset undoes, such as another database or another user. */
export const UNBOUNDED: ReadonlySet<StatementKind> = new Set(['UTILITY', 'UNKNOWN', 'TRANSACTION']);

/** Kinds after which a relation may be another, or described otherwise. */
export const SCHEMA_CHANGES: ReadonlySet<StatementKind> = new Set([
  ...UNBOUNDED,
  ...(['CREATE_TABLE', 'ALTER_TABLE', 'DROP_TABLE', 'CREATE_INDEX', 'DROP_INDEX', 'CREATE_VIEW', 'DROP_VIEW'] as const),
]);
