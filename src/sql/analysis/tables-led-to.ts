import { walk, type QualifiedName, type Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { pathOf, writtenPath } from './folded-names.js';
import { toldSequence } from './told-sequence.js';
import type { StatementTables } from './tables-of.js';

/** Statements that a definition may stand in: no query has to be looked through for one. */
const DEFINES: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>(['create-table', 'alter-table', 'explain']);
const NONE: StatementTables = { read: [], written: [] };

/**
 * Tables that a definition neither reads nor changes, and that what it makes leads to: each row that is put in asks the
 * table of a foreign key whether its value is there, and is seen in the table that the new one is a part of. A sequence
 * leads to the table whose column counts by it.
 */
export function tablesLedTo(statement: Statement, dialect: Dialect): StatementTables {
  const told = toldSequence(statement, dialect);
  if (told !== undefined) return { read: told.columns.map(({ table }) => pathOf([table])), written: [] };
  if (!DEFINES.has(statement.kind)) return NONE;
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
