import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  contains,
  isNoQuery,
  rewrite,
  walk,
  type Expression,
  type FunctionCall,
  type Name,
  type Node,
  type Query,
  type Select,
} from '../../../ast/index.js';
import { generate } from '../../../generate/index.js';
import { hasAggregate, isOverWindow } from '../../../typing/aggregates.js';
import { calledTable, column, item, name, queryOf } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { expandedItems } from './expanded-items.js';
import type { Lowering } from './index.js';
import { lastOf } from './references.js';

/** A function that answers with rows, in PostgreSQL's list of columns: its rows come out of FROM, one for each of its values. */
export const rowsInSelect: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || !t.from.features.foldsNames) return query;
  const calls = distinctCalls(body, t);
  const [call] = calls;
  const rowsOf = besideEachOther(calls, t);
  if (call === undefined || rowsOf === undefined || !calls.every((one) => isBeforeAll(body, one, t))) return query;
  const { span } = call;
  const alias = name(t.freshName('rows'), span);
  const values = calls.map((one, at) => ({
    same: sameAs(one, t),
    value: name(calls.length > 1 ? `v${at + 1}` : 'v', span),
  }));
  const [first, ...rest] = values.map(({ value }) => value) as [Name, ...Name[]];
  const table = calledTable(rowsOf, [alias, first], span);
  const rows = { ...table, lateral: true, ...(rest.length > 0 && { columns: [first, ...rest] }) };
  const replaced = <N extends Node>(node: N): N =>
    rewrite(node, (one) => {
      const found = values.find(({ same }) => same(one));
      return found === undefined ? one : column([alias, found.value], span);
    });
  const select = { ...body, columns: named(body, t) };
  const made: Query = {
    ...query,
    body: {
      ...select,
      columns: select.columns.map(replaced),
      from: [...(body.from ?? []), rows],
      ...(body.groupBy !== undefined && { groupBy: replaced(body.groupBy) }),
    },
  };
  return query.orderBy === undefined ? made : { ...made, orderBy: query.orderBy.map(replaced) };
};

/** The calls that answer with rows; what is written alike is one. */
function distinctCalls(body: Select, t: Translator): readonly FunctionCall[] {
  const all = body.columns.flatMap(({ expression }) => callsOfRows(expression, t));
  return all.filter((one, at) => !all.slice(0, at).some(sameAs(one, t)));
}

/**
 * Several calls as one, whose rows stand beside each other: `unnest(a), unnest(b)` as unnest(a, b).
 * https://www.postgresql.org/docs/current/xfunc-sql.html#XFUNC-SQL-FUNCTIONS-RETURNING-SET
 */
function besideEachOther(calls: readonly FunctionCall[], t: Translator): FunctionCall | undefined {
  const [first, ...others] = calls;
  if (first === undefined || others.length === 0) return first;
  const isList = (one: FunctionCall): boolean =>
    functionOfCall(one, t.from)?.meaning === 'elements_of_array' && one.arguments.length === 1;
  return calls.every(isList) ? { ...first, arguments: calls.flatMap((one) => one.arguments) } : undefined;
}

/** The calls in an expression that answer with rows of one value. */
function callsOfRows(expression: Expression, t: Translator): FunctionCall[] {
  const found: FunctionCall[] = [];
  walk(expression, (node) => {
    const row = node.kind === 'call' ? functionOfCall(node, t.from) : undefined;
    if (row?.class === 'table' && row.returns !== 'OTHER') found.push(node as FunctionCall);
    return node.kind !== 'query' && row?.class !== 'table';
  });
  return found;
}

/** Whether the rows may be there before groups, windows and aggregates are made of them: they are a group's key, or there are none. */
function isBeforeAll(select: Select, call: FunctionCall, t: Translator): boolean {
  const { groupBy, columns } = select;
  if (columns.some(({ expression }) => hasWindow(expression))) return false;
  if (groupBy === undefined)
    return select.having === undefined && !columns.some((one) => hasAggregate(one.expression, t.from));
  const at = columns.findIndex(({ expression }) => callsOfRows(expression, t).includes(call));
  const called = columns[at]?.alias;
  const same = sameAs(call, t);
  return groupBy.items.some((one) => {
    if (one.kind === 'number') return Number(one.text) === at + 1;
    const isAlias = one.kind === 'column' && one.parts.length === 1 && called !== undefined;
    return isAlias ? t.scope.key(lastOf(one)) === t.scope.key(called) : same(one);
  });
}

const hasWindow = (expression: Expression): boolean => contains(expression, isOverWindow, isNoQuery);

/** Whether a node is the call, or is written as it is. */
function sameAs(call: FunctionCall, t: Translator): (node: Node) => boolean {
  const written = (one: FunctionCall): string =>
    generate(queryOf({ kind: 'select', columns: [item(one)], span: one.span }), t.from);
  const text = written(call);
  return (node) => node === call || (node.kind === 'call' && written(node) === text);
}

/** The columns, stars written out, with the names that they have while the call stands in them. */
function named(select: Select, t: Translator): Select['columns'] {
  const items = expandedItems(select, t);
  const names = t.scope.columnsOf({ kind: 'query', body: { ...select, columns: items }, span: select.span });
  return items.map((one, index) => {
    const called = names?.[index]?.name;
    if (one.alias !== undefined || one.expression.kind === 'column' || called === undefined) return one;
    return { ...one, alias: name(called, one.span) };
  });
}
