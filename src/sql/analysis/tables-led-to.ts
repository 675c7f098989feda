import { walk, type QualifiedName, type Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { writtenPath } from './folded-names.js';
import type { StatementTables } from './tables-of.js';

/**
 * Tables that a definition neither reads nor changes, and that what it makes leads to: each row that is put in asks the
 * table of a foreign key whether its value is there, and is seen in the table that the new one is a part of.
 */
export function tablesLedTo(statement: Statement, dialect: Dialect): StatementTables {
  const read = new Set<string>();
  const written = new Set<string>();
  const add = (names: Set<string>, tables: readonly QualifiedName[]): void => {
    for (const table of tables) names.add(writtenPath(table, dialect));
  };
  walk(statement, (node) => {
    if (node.kind === 'foreign-reference') add(read, [node.table]);
    if (node.kind === 'create-table') add(written, [node.partitionOf ?? [], node.inherits ?? []].flat());
    // UNION of MySQL: a table that is made of these.
    if (node.kind === 'table-option') add(written, node.tables ?? []);
    return true;
  });
  return { read: [...read], written: [...written] };
}
