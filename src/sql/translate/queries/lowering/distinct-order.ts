import { contains, type Expression, type OrderItem, type Select } from '../../../ast/index.js';
import { call } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { writtenAlike } from '../../written-alike.js';
import { directionOf } from '../null-order.js';
import { expandedItems } from './expanded-items.js';
import type { Lowering } from './index.js';
import { isPlainDistinct } from './plain-distinct.js';
import { valueOf } from './ranked.js';
import { lastOf } from './references.js';

/**
 * SELECT DISTINCT a … ORDER BY b: rows that are told apart by what is selected have no one value of anything else. They are
 * groups that are ordered by the least of theirs, or the greatest where the order descends.
 */
export const distinctOrder: Lowering = (query, t) => {
  const { body, orderBy = [] } = query;
  if (t.source === 'POSTGRESQL' || t.target === 'SQLITE' || body.kind !== 'select') return query;
  if (!isPlainDistinct(body, t)) return query;
  if (orderBy.every((one) => isShown(one.expression, body, t))) return query;
  const items = expandedItems(body, t);
  const keys = items.map(({ expression }) => expression).filter((one) => !isLiteral(one));
  if (keys.length === 0) return query;
  const isOpen = orderBy.find(({ expression }) => !isShown(expression, body, t) && !isOfKeys(expression, keys, t));
  if (isOpen !== undefined) t.notice('ARBITRARY_ROW', isOpen);
  // MariaDB orders them by any of theirs, as the source does
  if (isOpen !== undefined && t.to.features.duplicateKeys) return query;
  const { distinct: _, ...rest } = body;
  const grouped: Select = { ...rest, columns: items, groupBy: { kind: 'group-by', items: keys, span: body.span } };
  return { ...query, body: grouped, orderBy: orderBy.map((one) => ofGroup(one, grouped, keys, t)) };
};

const isLiteral = ({ kind }: Expression): boolean =>
  ['string', 'number', 'null', 'boolean', 'parameter'].includes(kind);

/** Whether an expression is one that is selected, or stands for one. */
function isShown(node: Expression, select: Select, t: Translator): boolean {
  const meant = valueOf(node, select.columns, select, t);
  if (meant !== node || node.kind === 'number') return true;
  const isStar = ({ kind }: Expression): boolean => kind === 'star' && node.kind === 'column';
  if (select.columns.some(({ expression }) => isStar(expression) || isSame(expression, node, t))) return true;
  return isLiteral(node);
}

function isSame(one: Expression, other: Expression, t: Translator): boolean {
  if (one.kind === 'column' && other.kind === 'column') return t.scope.key(lastOf(one)) === t.scope.key(lastOf(other));
  return writtenAlike(one) === writtenAlike(other);
}

/** What orders groups: the same for all rows of one where it is made of the keys. */
function ofGroup(item: OrderItem, select: Select, keys: readonly Expression[], t: Translator): OrderItem {
  const { expression } = item;
  if (isShown(expression, select, t) || isOfKeys(expression, keys, t)) return item;
  const called = directionOf(item) === 'desc' ? 'max' : 'min';
  return { ...item, expression: call(called, [expression], expression.span) };
}

const isOfKeys = (root: Expression, keys: readonly Expression[], t: Translator): boolean =>
  !contains(
    root,
    (node) => node.kind === 'query' || (node.kind === 'column' && !keys.some((key) => isSame(key, node, t))),
  );
