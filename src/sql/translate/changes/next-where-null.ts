import type { Expression } from '../../ast/index.js';
import { quotedString } from '../../dialects/quoted.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { sequencePath } from './counted-on.js';
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
  { known: table }: ChangedTable,
  t: Translator,
): Expression {
  const counts = t.target === 'POSTGRESQL' && t.source !== 'POSTGRESQL' && column?.autoIncrement === true;
  if (!counts || table === undefined || TOLD.has(made.kind) || t.typeOf(written).nullable === false) return made;
  const next = `nextval(pg_get_serial_sequence(${quotedString(sequencePath(table))}, ${quotedString(column.name)}))`;
  return made.kind === 'null' ? t.form(next, [], written) : t.form(`COALESCE($1, ${next})`, [made], written);
}
