import type { Drop, Insert, Statement } from '../ast/index.js';
import type { StatementKind } from './statement-kinds.js';

type KindRule<S extends Statement> = StatementKind | ((statement: S) => StatementKind);

const DROPPED: Readonly<Record<string, StatementKind>> = {
  TABLE: 'DROP_TABLE',
  'FOREIGN TABLE': 'DROP_TABLE',
  INDEX: 'DROP_INDEX',
  VIEW: 'DROP_VIEW',
  'MATERIALIZED VIEW': 'DROP_VIEW',
};

const KINDS: { readonly [K in Statement['kind']]: KindRule<Extract<Statement, { kind: K }>> } = {
  query: ({ into }) => (into?.table === undefined ? 'SELECT' : 'CREATE_TABLE'),
  insert: (statement) => (overwrites(statement) ? 'UPSERT' : 'INSERT'),
  update: 'UPDATE',
  delete: 'DELETE',
  merge: 'MERGE',
  'create-table': 'CREATE_TABLE',
  'alter-table': ({ object }) => (object === 'TABLE' || object === 'FOREIGN TABLE' ? 'ALTER_TABLE' : 'UTILITY'),
  'rename-tables': 'ALTER_TABLE',
  'create-index': 'CREATE_INDEX',
  'create-view': 'CREATE_VIEW',
  drop: ({ object }: Drop) => DROPPED[object] ?? 'UTILITY',
  truncate: 'TRUNCATE',
  'create-sequence': 'UTILITY',
  'alter-sequence': 'UTILITY',
  'create-type': 'UTILITY',
  'alter-type': 'UTILITY',
  'create-trigger': 'UTILITY',
  'create-routine': 'UTILITY',
  'create-schema': 'UTILITY',
  'comment-on': 'UTILITY',
  transaction: 'TRANSACTION',
  set: 'UTILITY',
  show: 'UTILITY',
  pragma: 'UTILITY',
  explain: 'UTILITY',
  copy: 'UTILITY',
  'load-data': 'UTILITY',
  'lock-tables': 'UTILITY',
  'call-procedure': 'UTILITY',
  prepared: 'UTILITY',
  command: 'UTILITY',
  unknown: 'UNKNOWN',
};

/** What a statement does, in the contract's words. A query that changes rows in its WITH clause is a SELECT still. */
export function kindOf(statement: Statement): StatementKind {
  const rule = KINDS[statement.kind] as KindRule<Statement>;
  return typeof rule === 'function' ? rule(statement) : rule;
}

/** Whether an INSERT may change rows that are there already. */
function overwrites({ violation, duplicateKeyUpdate, conflicts = [] }: Insert): boolean {
  return (
    violation === 'replace' || duplicateKeyUpdate !== undefined || conflicts.some(({ update }) => update !== undefined)
  );
}
