import {
  contains,
  rewrite,
  walk,
  type ColumnReference,
  type Expression,
  type Node,
  type Query,
  type Select,
} from '../../../ast/index.js';
import { call } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { writtenAlike } from '../../written-alike.js';
import { takesAnyRow } from '../bare-columns.js';
import type { Lowering } from './index.js';
import { qualifierOf } from './references.js';

/**
 * GROUP BY DATE(e.at) and, in a subquery, … WHERE x.on = DATE(e.at): PostgreSQL finds no expressions that rows are grouped by
 * within subqueries. An aggregate of what is further out is one of the rows there, which all agree in it.
 */
export const keysInSubqueries: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || takesAnyRow(t.target) || !takesAnyRow(t.source)) return query;
  const keys = writtenKeys(body, t);
  const parts = [
    ...body.columns.map(({ expression }) => expression),
    ...(body.having === undefined ? [] : [body.having]),
  ];
  if (keys.size === 0 || !parts.some((one) => contains(one, ({ kind }) => kind === 'query'))) return query;
  const columns = body.columns.map((one) => {
    const expression = withAggregates(one.expression, keys, t);
    return expression === one.expression ? one : { ...one, expression };
  });
  const having = body.having && withAggregates(body.having, keys, t);
  // a query that is another one is lowered once more
  if (having === body.having && columns.every((one, index) => one === body.columns[index])) return query;
  return { ...query, body: { ...body, columns, ...(having !== undefined && { having }) } };
};

/** The expressions that rows are grouped by and that name the tables of their columns, as they are written. */
function writtenKeys({ groupBy, columns }: Select, t: Translator): Keys {
  const items = (groupBy?.items ?? []).flatMap((one) => {
    if (one.kind === 'grouping-set') return [];
    const key = one.kind === 'order-item' ? one.expression : one;
    const alias = key.kind === 'column' && key.parts.length === 1 ? key.parts[0] : undefined;
    const meant = alias && columns.find((item) => item.alias && t.scope.key(item.alias) === t.scope.key(alias));
    return [meant?.expression ?? key];
  });
  const written = items.filter((key) => key.kind !== 'column' && columnsIn(key).length > 0);
  return new Map(written.map((key) => [writtenAlike(key), key.kind]));
}

/** What kind of expression each is, by how it is written. */
type Keys = ReadonlyMap<string, Expression['kind']>;

function columnsIn(node: Expression): ColumnReference[] {
  const found: ColumnReference[] = [];
  walk(node, (one) => {
    if (one.kind === 'column') found.push(one);
    return true;
  });
  return found;
}

const withAggregates = (node: Expression, keys: Keys, t: Translator): Expression =>
  rewrite<Node>(node, (one) => (one.kind === 'query' ? aggregated(one, keys, t) : one)) as Expression;

/** Arguments of such aggregates, which need no other. */
const AGGREGATED = new WeakSet<Node>();

function aggregated(query: Query, keys: Keys, t: Translator): Query {
  const kinds = new Set<string>(keys.values());
  return rewrite<Node>(query, (one) => {
    if (!kinds.has(one.kind)) return one;
    const node = one as Expression;
    if (AGGREGATED.has(node) || !keys.has(writtenAlike(node)) || !isOfOuter(node, query, t)) return node;
    const key = { ...node };
    AGGREGATED.add(key);
    return call('min', [key], node.span);
  }) as Query;
}

/** Whether all columns are of tables that the subquery has none of by the same name. */
function isOfOuter(node: Expression, query: Query, t: Translator): boolean {
  return columnsIn(node).every((one) => {
    const table = qualifierOf(one, t);
    return table !== undefined && !contains(query, (inner) => isTableCalled(inner, table, t));
  });
}

function isTableCalled(node: Node, called: string, t: Translator): boolean {
  if (node.kind !== 'table-name' && node.kind !== 'derived-table') return false;
  const own = node.alias ?? (node.kind === 'table-name' ? node.name.parts[node.name.parts.length - 1] : undefined);
  return own !== undefined && t.scope.key(own) === called;
}
