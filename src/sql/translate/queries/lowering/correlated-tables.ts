import {
  contains,
  isNoQuery,
  type DerivedTable,
  type Expression,
  type Query,
  type Select,
  type SelectItem,
} from '../../../ast/index.js';
import { hasAggregate } from '../../../typing/aggregates.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { allOf } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isOfSources } from '../own-columns.js';
import { expandedItems } from './expanded-items.js';
import type { Lowering } from './index.js';
import { inOrder } from './ordered-rows.js';
import { namesOf, valueOf } from './ranked.js';
import { lastOf, substitute } from './references.js';

/**
 * SELECT … FROM (SELECT … WHERE t.x = outside.x): MySQL's tables in FROM see nothing of the queries around them. What selects
 * from such a one selects from its tables.
 */
export const correlatedTables: Lowering = (query, t) => {
  const { body } = query;
  if (!t.to.features.duplicateKeys || t.source === 'MYSQL' || body.kind !== 'select') return query;
  const [only, other] = body.from ?? [];
  if (only?.kind !== 'derived-table' || other !== undefined || only.lateral || only.columns !== undefined) return query;
  const inner = plainSelect(only.query, t);
  if (
    inner === undefined ||
    !seesOutside(inner, t) ||
    body.columns.some(({ expression }) => expression.kind === 'star')
  )
    return query;
  return merged(query, body, only, inner, t);
};

/** A query whose rows are those of its tables, one for one. */
function plainSelect({ body, limit, with: tables }: Query, t: Translator): Select | undefined {
  if (body.kind !== 'select' || limit !== undefined || tables !== undefined || body.distinct === true) return undefined;
  if (body.groupBy !== undefined || body.having !== undefined || body.windows !== undefined) return undefined;
  const isComputed = ({ expression }: SelectItem): boolean =>
    hasAggregate(expression, t.from) ||
    contains(expression, (node) => node.kind === 'call' && node.over !== undefined, isNoQuery);
  return body.columns.some(isComputed) ? undefined : body;
}

function seesOutside(select: Select, t: Translator): boolean {
  const { sources } = scopeOfSelect(select, t.scope).from;
  return contains(select, (node) => node.kind === 'column' && !isOfSources(node, sources, t));
}

function merged(query: Query, body: Select, table: DerivedTable, inner: Select, t: Translator): Query {
  const items = expandedItems(inner, t);
  const names = namesOf(items, inner, t);
  const values = new Map(names.map((called, at) => [t.scope.key(called), items[at]?.expression as Expression]));
  const order = (table.query.orderBy ?? []).map((one) => ({
    ...one,
    expression: valueOf(one.expression, items, inner, t),
  }));
  const columns = body.columns.map((one) => {
    const called = one.alias ?? (one.expression.kind === 'column' ? lastOf(one.expression) : undefined);
    const ordered = order.length === 0 ? one : inOrder(one, order, t);
    return called === undefined ? ordered : { ...ordered, alias: called };
  });
  const { from, where: bounds } = inner;
  const plain: Select = { ...body, columns, from: [] };
  const whole = substitute({ ...query, body: plain }, (one) => values.get(t.scope.key(lastOf(one)))) as Query & {
    readonly body: Select;
  };
  const wheres = [bounds, whole.body.where].filter((one) => one !== undefined);
  const isRows = !body.columns.some(({ expression }) => hasAggregate(expression, t.from)) && body.groupBy === undefined;
  return {
    ...whole,
    ...(isRows && whole.orderBy === undefined && order.length > 0 && { orderBy: order }),
    body: { ...whole.body, ...(from !== undefined && { from }), ...(wheres.length > 0 && { where: allOf(wheres) }) },
  };
}
