import type { Name, Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { foldName } from './folded-names.js';

/** The indexes that a statement names without their tables. */
export function indexesOf(statement: Statement, dialect: Dialect): readonly string[] {
  const named = (parts: readonly Name[]): string[] => parts.slice(-1).map((part) => foldName(part, dialect));
  if (statement.kind === 'drop' && statement.object === 'INDEX' && statement.on === undefined)
    return statement.names.flatMap(({ parts }) => named(parts));
  if (statement.kind === 'alter-table' && statement.object === 'INDEX') return named(statement.name.parts);
  return [];
}
