import { walk, type AlterAction, type CreateTable, type QualifiedName, type Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { writtenPath } from './folded-names.js';

/**
 * The tables and views that a statement drops or empties together with all that hangs on them, changes under the views that
 * read them, or puts others in the place of, and those whose rows it replaces; and those that foreign keys with names of their own lead to, as SQLite's have in each table.
 */
export function cascadingNames(statement: Statement, dialect: Dialect): readonly string[] {
  const written = (names: readonly QualifiedName[]): string[] => names.map((name) => writtenPath(name, dialect));
  if (statement.kind === 'drop') return statement.behavior === 'CASCADE' ? written(statement.names) : [];
  if (statement.kind === 'truncate')
    return statement.behavior === 'CASCADE' ? written(statement.tables.map(({ name }) => name)) : [];
  if (statement.kind === 'insert') return statement.violation === 'replace' ? written([statement.table]) : [];
  if (statement.kind === 'create-view')
    return statement.orReplace === true || statement.alter === true ? written([statement.name]) : [];
  if (statement.kind === 'create-table') return dialect.name === 'SQLITE' ? written(namedReferences(statement)) : [];
  if (statement.kind !== 'alter-table') return [];
  return statement.object === 'TABLE' && statement.actions.some(({ kind }) => SEEN_BY_VIEWS.has(kind))
    ? written([statement.name])
    : [];
}

/** Changes of a table that are in the way of the views which read it, or that these follow. */
const SEEN_BY_VIEWS: ReadonlySet<AlterAction['kind']> = new Set<AlterAction['kind']>([
  'add-column',
  'drop-column',
  'alter-column',
  'change-column',
  'rename-column',
  'rename-to',
]);

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
