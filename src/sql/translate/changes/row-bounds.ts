import type { Delete, Expression, Update } from '../../ast/index.js';
import { condition } from '../expressions/truth.js';
import { allOf } from '../made-nodes.js';
import { orderItems } from '../queries/order.js';
import type { Translator } from '../translator.js';

/** What bounds the rows of a change, as it stands in one that takes bounds, or in a query. */
export function bounds(
  { where, orderBy, limit }: Update | Delete,
  t: Translator,
): Pick<Update, 'where' | 'orderBy' | 'limit'> {
  if (limit?.offset !== undefined && t.to.features.boundedChanges)
    t.refuse(limit, 'The target bounds a change by a count alone.', 'Name the rows by their keys.');
  return {
    ...(where !== undefined && { where: condition(where, t) }),
    ...(orderBy !== undefined && limit !== undefined && { orderBy: orderItems(orderBy, undefined, t) }),
    ...(limit !== undefined && { limit: t.node(limit) }),
  };
}

/** What joins tables, and what is wanted of them besides; undefined where all of their rows are wanted. */
export function joinedCondition(
  joining: readonly Expression[],
  where: Expression | undefined,
  t: Translator,
): Expression | undefined {
  const all = [...joining, ...(where === undefined ? [] : [where])];
  return all.length === 0 ? undefined : allOf(all.map((one) => condition(one, t)));
}
