import type { QualifiedName, Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { writtenPath } from './folded-names.js';

/**
 * The tables and views that a statement drops, empties, or takes columns from, together with all that hangs on them, and
 * those whose rows it replaces.
 */
export function cascadingNames(statement: Statement, dialect: Dialect): readonly string[] {
  const written = (names: readonly QualifiedName[]): string[] => names.map((name) => writtenPath(name, dialect));
  if (statement.kind === 'drop') return statement.behavior === 'CASCADE' ? written(statement.names) : [];
  if (statement.kind === 'truncate')
    return statement.behavior === 'CASCADE' ? written(statement.tables.map(({ name }) => name)) : [];
  if (statement.kind === 'insert') return statement.violation === 'replace' ? written([statement.table]) : [];
  if (statement.kind !== 'alter-table') return [];
  const cascades = statement.actions.some((action) => action.kind === 'drop-column' && action.behavior === 'CASCADE');
  return cascades ? written([statement.name]) : [];
}
