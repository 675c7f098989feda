import { ownName } from '../../analysis/folded-names.js';
import type { Expression, QualifiedName, Values } from '../../ast/index.js';
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
      : `${ownName(table, t.from)}_${t.scope.fold(called)}_seq`,
  );
  const item = (value: Expression, at: number): Expression =>
    own[at] !== undefined && sequenceOf(value) === own[at] ? { kind: 'default', span: value.span } : value;
  return { ...body, rows: body.rows.map((row) => ({ ...row, items: row.items.map(item) })) };
}

/** The sequence, without its schema, whose next number is asked for. */
function sequenceOf(value: Expression): string | undefined {
  if (value.kind !== 'call' || value.name.parts.at(-1)?.value.toLowerCase() !== 'nextval') return undefined;
  const [first] = value.arguments;
  const text = first?.kind === 'cast' ? first.operand : first;
  return text?.kind === 'string' ? /(?:^|\.)"?([^".]+)"?$/.exec(text.value)?.[1] : undefined;
}
