import type { Expression, Select, SelectItem } from '../../../ast/index.js';
import { durationText } from '../../expressions/intervals/interval-texts.js';
import { intervalOf, isIntervalValue, refused, sizeOf } from '../../expressions/intervals/interval-values.js';
import { exactName } from '../../expressions/names.js';
import type { Translator } from '../../translator.js';
import { expandedItems } from '../lowering/expanded-items.js';
import { lastOf } from '../lowering/references.js';

/** The items of the select whose rows come out, without stars where one stands for an interval that becomes a text. */
export function itemsWithIntervals(select: Select, t: Translator): readonly SelectItem[] {
  if (t.result !== select || t.source !== 'POSTGRESQL') return select.columns;
  const hasInterval = t.scope.from.fields?.some(({ column }) => column.type?.type === 'INTERVAL') === true;
  return hasInterval ? expandedItems(select, t) : select.columns;
}

/** A column of intervals: texts where they come out, and how long they are within the statement; undefined for others. */
export function intervalItem(node: SelectItem, select: Select, t: Translator): SelectItem | undefined {
  const { expression, alias } = node;
  if (!isIntervalValue(expression, t)) return undefined;
  const isResult = t.result === select;
  if (t.result === undefined) refused(expression, t);
  const called = alias ?? (expression.kind === 'column' ? lastOf(expression) : undefined);
  return {
    ...node,
    expression: isResult && select.distinct !== true ? durationText(expression, t) : kept(expression, isResult, t),
    ...(called !== undefined && { alias: exactName(t.scope.fold(called), called, t) }),
  };
}

/** Only what has no more than its length is told by it, and is the same as others of that length. */
function kept(node: Expression, isResult: boolean, t: Translator): Expression {
  const value = intervalOf(node, t) ?? refused(node, t);
  // a column of SQLite's is read as whole seconds
  if (value.months !== undefined || value.days !== undefined || (t.target === 'SQLITE' && !value.isWhole))
    t.refuse(
      node,
      'Within a statement the target has the length of an interval alone, and this one has more to it.',
      'Take its length here: EXTRACT(EPOCH FROM …).',
    );
  return isResult ? durationText(node, t) : sizeOf(node, t);
}
