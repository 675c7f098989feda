import type { Expression, OrderItem, Select } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { isText } from '../expressions/coercion.js';
import { comparedAs, noticeOfText } from '../expressions/text-comparison.js';
import { column, isNull } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { itemOfAlias, withoutAliases } from './aliases.js';

/** Where NULLs stand in an order that says nothing of them, ascending; descending they are at the other end. */
const NULLS: Readonly<Record<DialectName, 'first' | 'last'>> = { POSTGRESQL: 'last', MYSQL: 'first', SQLITE: 'first' };

/** Whether ORDER BY says where NULLs stand. */
const SAYS_NULLS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

const OTHER_END = { first: 'last', last: 'first' } as const;

/** What rows are ordered by, with NULLs at the end where the source has them. */
export function orderItems(items: readonly OrderItem[], select: Select | undefined, t: Translator): OrderItem[] {
  return items.flatMap((item) => orderItem(item, select, t));
}

function orderItem(node: OrderItem, select: Select | undefined, t: Translator): OrderItem[] {
  const { using, nulls, ...rest } = node;
  const direction = using === undefined ? (node.direction ?? 'asc') : using.startsWith('>') ? 'desc' : 'asc';
  const meant = meantBy(node.expression, select, t);
  if (isText(meant, t)) noticeOfText([meant], t, 'order');
  const expression = orderedBy(node.expression, meant, select, t);
  const made: OrderItem = { ...rest, expression, ...(direction === 'desc' && { direction }) };
  const wanted = nulls ?? usualEnd(t.source, direction);
  if (wanted === usualEnd(t.target, direction) || t.typeOf(meant).nullable === false) return [made];
  if (SAYS_NULLS[t.target]) return [{ ...made, nulls: wanted }];
  const tested =
    meant === node.expression || t.aliases === undefined ? expression : withoutAliases(t, () => t.value(meant));
  const first: OrderItem = { kind: 'order-item', expression: isNull(tested, wanted === 'first'), span: node.span };
  return [first, made];
}

const usualEnd = (dialect: DialectName, direction: 'asc' | 'desc'): 'first' | 'last' =>
  direction === 'asc' ? NULLS[dialect] : OTHER_END[NULLS[dialect]];

/** The value that orders: that of a column of the result where its number or alias stands. */
function meantBy(node: Expression, select: Select | undefined, t: Translator): Expression {
  if (select === undefined) return node;
  if (node.kind === 'number') return select.columns[Number(node.text) - 1]?.expression ?? node;
  return itemOfAlias(node, { select, place: 'order-by' }, t)?.expression ?? node;
}

/** A column of the result stays one; another expression is translated. */
function orderedBy(node: Expression, meant: Expression, select: Select | undefined, t: Translator): Expression {
  if (node.kind === 'number') return node;
  if (meant !== node && node.kind === 'column') {
    const plain = column(t.all(node.parts), node.span);
    return comparedAs(meant, plain, t, 'order');
  }
  if (select === undefined && node.kind === 'column')
    return comparedAs(node, column(t.all(node.parts), node.span), t, 'order');
  return comparedAs(node, t.value(node), t, 'order');
}
