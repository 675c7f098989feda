import type { Expression } from '../../ast/index.js';
import { call } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { nextNumber } from './counted-on.js';
import type { AssignedColumn } from './open-columns.js';

/** What is a number, or the wish for the next one already. */
const TOLD: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>(['number', 'string', 'default']);

/**
 * A value for a column that counts, where it may turn out to be NULL: SQLite and MySQL take the next number then, and
 * PostgreSQL refuses the row. https://www.sqlite.org/autoinc.html, https://dev.mysql.com/doc/refman/8.4/en/example-auto-increment.html
 *
 * @param made the value as it is translated
 */
export function nextWhereNull(
  made: Expression,
  written: Expression,
  { known: column }: AssignedColumn,
  table: ChangedTable,
  t: Translator,
): Expression {
  const isAsked = t.target === 'POSTGRESQL' && t.source !== 'POSTGRESQL' && !TOLD.has(made.kind);
  if (!isAsked || column === undefined || t.typeOf(written).nullable === false) return made;
  const next = nextNumber(column.name, table);
  if (next === undefined) return made;
  return made.kind === 'null' ? next : call('COALESCE', [made, next], written.span);
}
