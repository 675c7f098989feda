import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  contains,
  isNoQuery,
  rewrite,
  walk,
  type Expression,
  type FunctionCall,
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
  const [call, ...others] = new Set(body.columns.flatMap(({ expression }) => callsOfRows(expression, t)));
  if (call === undefined || others.length > 0 || !isBeforeAll(body, call, t)) return query;
  const { span } = call;
  const alias = name(t.freshName('rows'), span);
  const value = name('v', span);
  const rows = { ...calledTable(call, [alias, value], span), lateral: true };
  const same = sameAs(call, t);
  const replaced = <N extends Node>(node: N): N =>
    rewrite(node, (one) => (same(one) ? column([alias, value], span) : one));
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
