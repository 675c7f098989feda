import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { DerivedTable, Expression, RowValues, TableFunction, TableReference, Values } from '../../../ast/index.js';
import { nothing, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { hasColumns } from '../table-functions/element-rows.js';
import type { Lowering } from './index.js';

/** unnest(ARRAY['a', 'b'], ARRAY[t.a, t.b]) AS x (k, v): the rows of VALUES that see the tables before them. */
export const unnestedLists: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || body.from === undefined || t.to.features.foldsNames) return query;
  const from = body.from.map((one) => inReference(one, t));
  return from.every((one, at) => one === body.from?.[at]) ? query : { ...query, body: { ...body, from } };
};

function inReference(node: TableReference, t: Translator): TableReference {
  if (node.kind === 'table-function') return asValues(node, t) ?? node;
  if (node.kind !== 'join') return node;
  const [left, right] = [inReference(node.left, t), inReference(node.right, t)];
  return left === node.left && right === node.right ? node : { ...node, left, right };
}

/** A shorter list goes on with NULLs. */
function asValues(node: TableFunction, t: Translator): DerivedTable | undefined {
  const { alias, columns, calls, ordinality, span } = node;
  const [only, another] = calls;
  if (alias === undefined || columns === undefined || only?.call.kind !== 'call' || another !== undefined)
    return undefined;
  const { call } = only;
  if (functionOfCall(call, t.from)?.meaning !== 'elements_of_array' || call.arguments.length < 2) return undefined;
  const lists = call.arguments.flatMap((one) => (one.kind === 'array' ? [one.items] : []));
  if (lists.length < call.arguments.length || !hasColumns(lists.flat(), t)) return undefined;
  const height = Math.max(...lists.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, at): RowValues => {
    const items: Expression[] = lists.map((items) => items[at] ?? nothing(span));
    return { kind: 'row-values', items: ordinality ? [...items, number(at + 1, span)] : items, span };
  });
  const body: Values = { kind: 'values', rows, span };
  return { kind: 'derived-table', lateral: true, query: { kind: 'query', body, span }, alias, columns, span };
}
