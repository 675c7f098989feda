import type { DefaultValue, Expression, InTable } from '../../ast/index.js';
import { allColumnsOf, nothing } from '../made-nodes.js';
import type { RuleTable, Translator } from '../translator.js';

/** What one engine has alone, and what to do without it. */
const ALONE = {
  'full-text-match': [
    'MATCH … AGAINST searches an index of MySQL’s own.',
    'Use LIKE, or the target’s full-text search.',
  ],
  field: ['The target has no values of several fields.', 'Name the columns.'],
  raise: ['RAISE stands in triggers alone.', 'Leave it out.'],
} as const;

const refusal =
  (kind: keyof typeof ALONE) =>
  (node: Parameters<Translator['refuse']>[0], t: Translator): never =>
    t.refuse(node, ALONE[kind][0], ALONE[kind][1]);

/** Expressions that are one engine's alone: refused, or said with what all have. */
export const withoutCounterpart: RuleTable = {
  'full-text-match': refusal('full-text-match'),
  default: defaultOfColumn,
  field: refusal('field'),
  raise: refusal('raise'),
  'in-table': inTable,
};

/** MySQL's `DEFAULT(column)`: what the table says of it, where that is the same for each row. */
function defaultOfColumn(node: DefaultValue, t: Translator): Expression {
  const known = node.column && t.scope.known(node.column);
  const isCounted = known?.autoIncrement === true || /\bnextval\s*\(/i.test(known?.default ?? '');
  if (known?.default === null && !isCounted) return nothing(node.span);
  if (known?.default !== undefined && known.default !== null && !isCounted) return t.form(known.default, [], node);
  return t.refuse(
    node,
    'The default of a column can’t be asked for in the target.',
    'Write the value, or name a `target`, whose tables tell it.',
  );
}

/** x IN table: a query of all that the table has, which is one column. */
function inTable(
  { operand, negated, table, arguments: values, span }: InTable,
  t: Translator,
): ReturnType<typeof t.raw> {
  if (values !== undefined)
    t.refuse(table, 'A function of rows behind IN has no counterpart in the target.', 'Select from it.');
  const from = [{ kind: 'table-name', name: table, span } as const];
  return t.raw({ kind: 'in-query', negated, operand, query: allColumnsOf(from, span), span });
}
