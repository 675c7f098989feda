import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  contains,
  isNoQuery,
  rewrite,
  type DerivedTable,
  type Expression,
  type FunctionCall,
  type Name,
  type Node,
  type OrderItem,
  type Select,
} from '../../../ast/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { call, column, item, name, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { expandedItems } from './expanded-items.js';
import type { Lowering } from './index.js';
import { namesOf, valueOf } from './ranked.js';

/**
 * SELECT group_concat(x) FROM (SELECT x … ORDER BY y): SQLite and PostgreSQL join texts in that order. MySQL orders no table
 * in FROM, and PostgreSQL groups by an order of its own: the aggregate is told the order.
 */
export const orderedRows: Lowering = (query, t) => {
  const { body } = query;
  if (t.target === 'SQLITE' || t.source === 'MYSQL' || body.kind !== 'select') return query;
  const [only, other] = body.from ?? [];
  const isAlone = only?.kind === 'derived-table' && other === undefined && !only.lateral && only.columns === undefined;
  if (!isAlone || only.query.orderBy === undefined || !body.columns.some((one) => joins(one, t))) return query;
  const made = withKeys(only, only.query.orderBy, t);
  if (made === undefined) return query;
  const columns = body.columns.map((one) =>
    rewrite(one, (node) =>
      isJoining(node, t) ? { ...node, arguments: node.arguments.map(made.value), orderBy: made.order } : node,
    ),
  );
  return { ...query, body: { ...body, columns, from: [made.table] } };
};

/** The aggregates in an expression that hang on the order of rows, told this one. */
export const inOrder = <N extends Node>(root: N, orderBy: readonly OrderItem[], t: Translator): N =>
  rewrite(root, (node) => (isJoining(node, t) ? { ...node, orderBy } : node));

interface OrderedTable {
  readonly table: DerivedTable;
  readonly order: readonly OrderItem[];
  /** What an argument of an aggregate becomes over that table. */
  readonly value: (argument: Expression) => Expression;
}

/** The table with the values that it is ordered by, and the order that these are. */
function withKeys(table: DerivedTable, orderBy: readonly OrderItem[], t: Translator): OrderedTable | undefined {
  const { query, span } = table;
  const { body } = query;
  if (body.kind !== 'select' || body.distinct === true || body.groupBy !== undefined) return undefined;
  const alias = table.alias ?? name(t.freshName('derived'), span);
  if (isOpenStar(body, t) && orderBy.every(({ expression }) => isPlainName(expression)))
    return withOwnColumns({ ...table, alias }, orderBy);
  const items = expandedItems(body, t);
  const names = namesOf(items, body, t);
  const keys = orderBy.map((one) => item(valueOf(one.expression, items, body, t), name(t.freshName('key'), span)));
  const columns = [
    ...items.map((one, at) => ({ ...one, alias: names[at] ?? name(t.freshName('column'), span) })),
    ...keys,
  ];
  const { orderBy: _, ...rest } = query;
  const bounded = query.limit === undefined ? rest : query;
  const select: Select = { ...body, columns };
  const order = orderBy.map((one, at) => ({
    ...one,
    expression: column([alias, keys[at]?.alias ?? name('key', span)], span),
  }));
  // a row as a whole is that without the keys
  const value = (argument: Expression): Expression => {
    const isRow =
      argument.kind === 'column' &&
      argument.parts.length === 1 &&
      t.scope.key(argument.parts[0] as Name) === t.scope.key(alias);
    if (!isRow || names.some((one) => t.scope.key(one) === t.scope.key(alias))) return argument;
    return call(
      'json_build_object',
      names.flatMap((one) => [text(one.value, span), column([alias, one], span)]),
      span,
    );
  };
  return { table: { ...table, alias, query: { ...bounded, body: select } }, order, value };
}

/** Whether a query is all columns of one table that nobody tells: what it is ordered by is among them. */
function isOpenStar(body: Select, t: Translator): boolean {
  const [only, ...others] = body.columns;
  const [table, second] = body.from ?? [];
  const isStar = only?.expression.kind === 'star' && others.length === 0;
  if (!isStar || table?.kind !== 'table-name' || second !== undefined) return false;
  return scopeOfSelect(body, t.scope).from.fields === undefined;
}

const isPlainName = (node: Expression): boolean => node.kind === 'column' && node.parts.length === 1;

/** The table ordered by columns that it gives by themselves. */
function withOwnColumns(table: DerivedTable & { readonly alias: Name }, orderBy: readonly OrderItem[]): OrderedTable {
  const { query, alias } = table;
  const { orderBy: _, ...rest } = query;
  const order = orderBy.map((one) => {
    const parts = one.expression.kind === 'column' ? one.expression.parts : [];
    return { ...one, expression: column([alias, ...parts], one.span) };
  });
  return { table: { ...table, query: query.limit === undefined ? rest : query }, order, value: (argument) => argument };
}

/** Whether a call joins texts, or values of JSON, without naming an order. */
function isJoining(node: Node, t: Translator): node is FunctionCall {
  if (node.kind !== 'call' || node.orderBy !== undefined || node.over !== undefined || node.distinct === true)
    return false;
  return /concat|string_agg|^(?:jsonb?|array)_agg$|json_group_array/.test(
    functionOfCall(node, t.from)?.class === 'aggregate' ? nameOf(node) : '',
  );
}

const nameOf = ({ name: { parts } }: FunctionCall): string => parts[parts.length - 1]?.value.toLowerCase() ?? '';

const joins = (root: Node, t: Translator): boolean => contains(root, (node) => isJoining(node, t), isNoQuery);
