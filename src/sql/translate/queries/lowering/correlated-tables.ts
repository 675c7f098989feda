import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  contains,
  isNoQuery,
  rewrite,
  type DerivedTable,
  type Expression,
  type FunctionCall,
  type Limit,
  type Name,
  type Node,
  type Query,
  type Select,
  type SelectItem,
} from '../../../ast/index.js';
import { hasAggregate } from '../../../typing/aggregates.js';
import { literalNumber } from '../../functions/form.js';
import { allOf, call, column, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { ownColumns } from '../own-columns.js';
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
  const { limit } = only.query;
  if (limit !== undefined && (limitOf(limit) === undefined || !gathersAll(body, t))) return query;
  return merged(query, body, only, inner, t);
};

/** A query whose rows are those of its tables, one for one. */
function plainSelect({ body, with: tables }: Query, t: Translator): Select | undefined {
  if (body.kind !== 'select' || tables !== undefined || body.distinct === true) return undefined;
  if (body.groupBy !== undefined || body.having !== undefined || body.windows !== undefined) return undefined;
  const isComputed = ({ expression }: SelectItem): boolean =>
    hasAggregate(expression, t.from) ||
    contains(expression, (node) => node.kind === 'call' && node.over !== undefined, isNoQuery);
  return body.columns.some(isComputed) ? undefined : body;
}

function seesOutside(select: Select, t: Translator): boolean {
  const isOwn = ownColumns(select, t);
  return contains(select, (node) => node.kind === 'column' && !isOwn(node));
}

/** How many rows are taken from the first on. */
function limitOf({ count, offset, withTies }: Limit): Expression | undefined {
  const isFirst = offset === undefined || literalNumber(offset) === 0;
  return isFirst && withTies !== true ? count : undefined;
}

const isGathered = (node: Node, t: Translator): node is FunctionCall =>
  node.kind === 'call' && GATHERED.has(functionOfCall(node, t.from)?.meaning ?? '') && node.filter === undefined;

const GATHERED: ReadonlySet<string> = new Set(['json_array_of_group', 'array_of_group']);

/** Whether all that is made of the rows is arrays of them, from which the first can be taken. */
function gathersAll({ columns, where, groupBy }: Select, t: Translator): boolean {
  if (where !== undefined || groupBy !== undefined) return false;
  return columns.every(
    ({ expression }) =>
      hasAggregate(expression, t.from) &&
      !contains(
        expression,
        (node) =>
          node.kind === 'call' &&
          functionOfCall(node, t.from)?.class === 'aggregate' &&
          (!isGathered(node, t) || node.distinct === true || node.orderBy !== undefined),
        isNoQuery,
      ),
  );
}

/** The first elements of the arrays that rows are gathered into. */
const firstOf = <N extends Node>(root: N, count: Expression, t: Translator): N =>
  rewrite(root, (node) => {
    if (!isGathered(node, t)) return node;
    const { span } = node;
    return { kind: 'slice', operand: node, upper: count, span };
  });

function merged(query: Query, body: Select, table: DerivedTable, inner: Select, t: Translator): Query {
  const items = expandedItems(inner, t);
  const names = namesOf(items, inner, t);
  const values = new Map(names.map((called, at) => [t.scope.key(called), items[at]?.expression as Expression]));
  const order = (table.query.orderBy ?? []).map((one) => ({
    ...one,
    expression: valueOf(one.expression, items, inner, t),
  }));
  const count = table.query.limit && limitOf(table.query.limit);
  const columns = body.columns.map((one) => {
    const called = one.alias ?? (one.expression.kind === 'column' ? lastOf(one.expression) : undefined);
    const whole = withWholeRows(one, table, names, t);
    const inTheirs = order.length === 0 ? whole : inOrder(whole, order, t);
    const ordered = count === undefined ? inTheirs : firstOf(inTheirs, count, t);
    return called === undefined ? ordered : { ...ordered, alias: called };
  });
  const { from, where: bounds } = inner;
  const plain: Select = { ...body, columns, from: [] };
  const whole = substitute({ ...query, body: plain }, (one) => values.get(t.scope.key(lastOf(one)))) as Query & {
    readonly body: Select;
  };
  const wheres = [bounds, whole.body.where].filter((one) => one !== undefined);
  const isRows = !body.columns.some(({ expression }) => hasAggregate(expression, t.from)) && body.groupBy === undefined;
  const { from: _, ...rest } = whole.body;
  return {
    ...whole,
    ...(isRows && whole.orderBy === undefined && order.length > 0 && { orderBy: order }),
    body: { ...rest, ...(from !== undefined && { from }), ...(wheres.length > 0 && { where: allOf(wheres) }) },
  };
}

/** What stands for a row of the table as a whole is the object of its columns. */
function withWholeRows<N extends Node>(root: N, { alias }: DerivedTable, names: readonly Name[], t: Translator): N {
  const key = alias && t.scope.key(alias);
  if (key === undefined || names.some((one) => t.scope.key(one) === key)) return root;
  return rewrite(root, (node) => {
    if (node.kind !== 'column' || node.parts.length !== 1 || t.scope.key(lastOf(node)) !== key) return node;
    const { span } = node;
    const pairs = names.flatMap((one) => [text(one.value, span), column([one], span)]);
    return call('json_build_object', pairs, span);
  });
}
