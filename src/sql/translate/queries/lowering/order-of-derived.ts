import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  rewrite,
  type DerivedTable,
  type Expression,
  type FunctionCall,
  type OrderItem,
  type Query,
  type Select,
} from '../../../ast/index.js';
import { column, item, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { Lowering } from './index.js';
import { valueOf } from './ranked.js';

/** Aggregates whose answer hangs on the order of the rows. */
const SEES_ORDER: ReadonlySet<string> = new Set([
  'join_texts',
  'join_texts_by_comma',
  'array_of_group',
  'json_array_of_group',
  'json_group_array',
]);

/**
 * `SELECT group_concat(x) FROM (SELECT … ORDER BY y)`: SQLite and PostgreSQL gather rows as they come. PostgreSQL loses
 * that order where it groups, and MariaDB takes no notice of it: the aggregate says it by itself.
 */
export const orderOfDerived: Lowering = (query, t) => {
  const { body } = query;
  if (t.from.features.duplicateKeys || t.target === 'SQLITE' || body.kind !== 'select') return query;
  const [table, ...others] = body.from ?? [];
  if (table?.kind !== 'derived-table' || others.length > 0) return query;
  if (!body.columns.some(({ expression }) => findsUnordered(expression, t))) return query;
  const ordered = withKeys(table, t);
  if (ordered === undefined) return query;
  const columns = body.columns.map((one) => ({ ...one, expression: sorted(one.expression, ordered.keys, t) }));
  return { ...query, body: { ...body, columns, from: [ordered.table] } satisfies Select };
};

const isUnordered = (node: FunctionCall, t: Translator): boolean =>
  node.orderBy === undefined &&
  node.over === undefined &&
  node.distinct !== true &&
  SEES_ORDER.has(functionOfCall(node, t.from)?.meaning ?? '');

function findsUnordered(node: Expression, t: Translator): boolean {
  let found = false;
  rewrite<Expression>(node, (one) => {
    found ||= one.kind === 'call' && isUnordered(one, t);
    return one;
  });
  return found;
}

const sorted = (node: Expression, orderBy: readonly OrderItem[], t: Translator): Expression =>
  rewrite<Expression>(node, (one) => (one.kind === 'call' && isUnordered(one, t) ? { ...one, orderBy } : one));

interface Ordered {
  readonly table: DerivedTable;
  readonly keys: readonly OrderItem[];
}

/** A derived table with the values that it is ordered by among its columns; undefined where it has no order. */
function withKeys(table: DerivedTable, t: Translator): Ordered | undefined {
  const { query, columns } = table;
  const { body, orderBy = [] } = query;
  if (orderBy.length === 0 || body.kind !== 'select' || body.distinct === true || columns !== undefined)
    return undefined;
  if (body.columns.some(({ expression }) => expression.kind === 'star') && query.limit !== undefined) return undefined;
  const alias = table.alias ?? name(t.freshName('derived'), table.span);
  const hidden = orderBy.map((order) =>
    item(valueOf(order, body.columns, body, t), name(t.freshName('key'), order.span)),
  );
  const keys = orderBy.map((order, index) => ({
    ...order,
    expression: column([alias, hidden[index]?.alias ?? alias], order.span),
  }));
  const made: Query = { ...query, body: { ...body, columns: [...body.columns, ...hidden] } };
  return { table: { ...table, alias, query: made }, keys };
}
