import type { Expression, QualifiedName, Values } from '../../ast/index.js';
import { sequenceOf, usualSequence } from '../script/script-sequences.js';
import type { Translator } from '../translator.js';
import type { AssignedColumn } from './open-columns.js';

/**
 * Rows in which a column is given the next number of its own sequence, as those in which it counts by itself: that is what
 * `serial` and IDENTITY call theirs. https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
 */
export function withOwnNumbers(
  body: Values,
  table: QualifiedName,
  columns: readonly AssignedColumn[],
  t: Translator,
): Values {
  if (t.source !== 'POSTGRESQL' || t.target === 'POSTGRESQL') return body;
  const own = columns.map(({ called, known }) =>
    called === undefined || (known !== undefined && known.autoIncrement !== true)
      ? undefined
      : usualSequence(table, t.scope.fold(called), t.from),
  );
  const item = (value: Expression, at: number): Expression =>
    own[at] !== undefined && sequenceOf(value) === own[at] ? { kind: 'default', span: value.span } : value;
  return { ...body, rows: body.rows.map((row) => ({ ...row, items: row.items.map(item) })) };
}
