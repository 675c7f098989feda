import type { ColumnReference, Expression, Name, OrderItem, Select } from '../../ast/index.js';
import { isText } from '../expressions/coercion.js';
import { declaredName } from '../expressions/names.js';
import { sortedJson } from '../expressions/json-operators.js';
import { comparedAs, noticeOfText } from '../expressions/text-comparison.js';
import { column, isNull } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { itemOfAlias, withoutAliases } from './aliases.js';
import { directionOf, nullsToSay, SAYS_NULLS } from './null-order.js';

/** What rows are ordered by, with NULLs at the end where the source has them. */
export function orderItems(items: readonly OrderItem[], select: Select | undefined, t: Translator): OrderItem[] {
  return items.flatMap((item) => orderItem(item, select, t));
}

function orderItem(node: OrderItem, select: Select | undefined, t: Translator): OrderItem[] {
  const { using: _, nulls, ...rest } = node;
  const direction = directionOf(node);
  const meant = meantBy(node.expression, select, t);
  if (isText(meant, t)) noticeOfText([meant], t, 'order');
  const [key, ...more] = sortedJson(meant, t) ?? [orderedBy(node.expression, meant, select, t)];
  const item = (expression: Expression): OrderItem => ({
    ...rest,
    expression,
    ...(direction === 'desc' && { direction }),
  });
  const made = item(key);
  const others = more.map(item);
  const wanted = nullsToSay(nulls, direction, t);
  if (wanted === undefined || t.typeOf(meant).nullable === false) return [made, ...others];
  if (SAYS_NULLS[t.target]) return [{ ...made, nulls: wanted }, ...others];
  const tested = meant === node.expression || t.aliases === undefined ? key : withoutAliases(t, () => t.value(meant));
  const first: OrderItem = { kind: 'order-item', expression: isNull(tested, wanted === 'first'), span: node.span };
  return [first, made, ...others];
}

/** The value that orders: that of a column of the result where its number or alias stands. */
function meantBy(node: Expression, select: Select | undefined, t: Translator): Expression {
  if (select === undefined) return node;
  if (node.kind === 'number') return select.columns[Number(node.text) - 1]?.expression ?? node;
  return itemOfAlias(node, { select, place: 'order-by' }, t)?.expression ?? node;
}

/** What the column of the result is called that an alias means. */
function calledAs(node: ColumnReference, select: Select | undefined, t: Translator): Name {
  const written = node.parts[node.parts.length - 1] as Name;
  const alias = select && itemOfAlias(node, { select, place: 'order-by' }, t)?.alias;
  return alias === undefined ? t.node(written) : declaredName(t.scope.fold(alias), alias, t);
}

/** A column of the result stays one; another expression is translated. */
function orderedBy(node: Expression, meant: Expression, select: Select | undefined, t: Translator): Expression {
  if (node.kind === 'number') return node;
  if (meant !== node && node.kind === 'column') {
    return comparedAs(meant, column([calledAs(node, select, t)], node.span), t, 'order');
  }
  if (select === undefined && node.kind === 'column')
    return comparedAs(node, column(t.all(node.parts), node.span), t, 'order');
  return comparedAs(node, t.value(node), t, 'order');
}
