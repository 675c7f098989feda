import type { DialectName } from '../../dialects/index.js';
import type { Expression, Name, OrderItem, Select } from '../../ast/index.js';
import type { Translator } from '../translator.js';
import { writtenAlike } from '../written-alike.js';
import { itemOfAlias } from './aliases.js';

/** Whether distinct rows may be sorted by what is not selected, of which one row has several. */
const SORTS_BY_OTHERS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: true };

/** Refuses an order that the target does not take for rows that are made distinct. */
export function refuseOtherOrder(orderBy: readonly OrderItem[], select: Select, t: Translator): void {
  if (select.distinct !== true || SORTS_BY_OTHERS[t.target] || !SORTS_BY_OTHERS[t.source]) return;
  const other = orderBy.find(({ expression }) => !isSelected(expression, select, t));
  if (other !== undefined)
    t.refuse(
      other,
      'Distinct rows are sorted by what they don’t show, of which one may stand for several.',
      'Select it as well, or GROUP BY the columns and sort by an aggregate.',
    );
}

function isSelected(node: Expression, select: Select, t: Translator): boolean {
  if (node.kind === 'number' || itemOfAlias(node, { select, place: 'order-by' }, t) !== undefined) return true;
  return select.columns.some(({ expression }) =>
    node.kind === 'column'
      ? expression.kind === 'star' || (expression.kind === 'column' && last(expression, t) === last(node, t))
      : writtenAlike(expression) === writtenAlike(node),
  );
}

const last = ({ parts }: { readonly parts: readonly Name[] }, t: Translator): string =>
  t.scope.key(parts[parts.length - 1] as Name);
