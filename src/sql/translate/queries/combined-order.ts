import type { Expression, OrderItem, QueryBody } from '../../ast/index.js';
import type { RelationColumn } from '../../typing/sources.js';
import { mayHoldText } from '../expressions/texts/may-be-text.js';
import { exactName } from '../expressions/names.js';
import { noticeOfTextOrder } from '../expressions/texts/text-comparison.js';
import { column, isNull } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { directionOf, nullsToSay, SAYS_NULLS } from './null-order.js';

/** What orders queries that are combined: columns of the result alone, by their names or numbers. */
export function combinedOrder(items: readonly OrderItem[], body: QueryBody, t: Translator): OrderItem[] {
  const columns = t.scope.columnsOf({ kind: 'query', body, span: body.span }) ?? [];
  return items.flatMap((item) => combinedItem(item, columns, t));
}

function combinedItem(node: OrderItem, columns: readonly RelationColumn[], t: Translator): OrderItem[] {
  const { using: _, nulls, ...rest } = node;
  const direction = directionOf(node);
  const meant = columnOf(node.expression, columns, t);
  if (meant?.type?.type === 'INTERVAL' && t.target !== t.source)
    t.refuse(node, 'The target has no order of intervals that come out.', 'Order by EXTRACT(EPOCH FROM …).');
  if (meant !== undefined && mayHoldText(meant, t)) noticeOfTextOrder(node.expression, t);
  const expression = asColumn(node.expression, meant, t);
  const made: OrderItem = { ...rest, expression, ...(direction === 'desc' && { direction }) };
  const wanted = nullsToSay(nulls, direction, t);
  if (wanted === undefined || meant?.nullable === false) return [made];
  if (SAYS_NULLS[t.target]) return [{ ...made, nulls: wanted }];
  const tested = meant === undefined ? expression : column([exactName(meant.name, node, t)], node.span);
  return [{ kind: 'order-item', expression: isNull(tested, wanted === 'first'), span: node.span }, made];
}

/** The column of the result that a number or a name means. */
function columnOf(node: Expression, columns: readonly RelationColumn[], t: Translator): RelationColumn | undefined {
  if (node.kind === 'number') return columns[Number(node.text) - 1];
  const [only] = node.kind === 'column' && node.parts.length === 1 ? node.parts : [];
  return only === undefined ? undefined : columns.find((one) => t.scope.keyOf(one.name) === t.scope.key(only));
}

/** A name is the result's, and none of the tables'. */
function asColumn(node: Expression, meant: RelationColumn | undefined, t: Translator): Expression {
  if (node.kind === 'number') return node;
  if (node.kind !== 'column') return t.value(node);
  return column(meant === undefined ? t.all(node.parts) : [exactName(meant.name, node, t)], node.span);
}
