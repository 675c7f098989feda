import { walk, type CreateTable, type QualifiedName, type Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { writtenPath } from './folded-names.js';

/**
 * The tables and views that a statement drops, empties, or takes columns from, together with all that hangs on them, and
 * those whose rows it replaces; and those that foreign keys with names of their own lead to, as SQLite's have in each table.
 */
export function cascadingNames(statement: Statement, dialect: Dialect): readonly string[] {
  const written = (names: readonly QualifiedName[]): string[] => names.map((name) => writtenPath(name, dialect));
  if (statement.kind === 'drop') return statement.behavior === 'CASCADE' ? written(statement.names) : [];
  if (statement.kind === 'truncate')
    return statement.behavior === 'CASCADE' ? written(statement.tables.map(({ name }) => name)) : [];
  if (statement.kind === 'insert') return statement.violation === 'replace' ? written([statement.table]) : [];
  if (statement.kind === 'create-table') return dialect.name === 'SQLITE' ? written(namedReferences(statement)) : [];
  if (statement.kind !== 'alter-table') return [];
  const cascades = statement.actions.some((action) => action.kind === 'drop-column' && action.behavior === 'CASCADE');
  return cascades ? written([statement.name]) : [];
}

function namedReferences(table: CreateTable): QualifiedName[] {
  const found: QualifiedName[] = [];
  walk(table, (node) => {
    if (node.kind !== 'table-constraint' && node.kind !== 'column-constraint') return true;
    const { rule, name } = node;
    if (name !== undefined && (rule.kind === 'references' || rule.kind === 'table-foreign-key'))
      found.push(rule.reference.table);
    return true;
  });
  return found;
}
