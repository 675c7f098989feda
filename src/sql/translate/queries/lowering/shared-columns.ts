import type { TableReference } from '../../../ast/index.js';
import { allColumnsOf, derivedTable } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { hasColumns } from '../table-functions/element-rows.js';
import type { Lowering } from './index.js';

/** Functions in a join by the columns that both sides have: a query gives theirs the names that the join looks for. */
export const sharedColumns: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || !body.from?.some(({ kind }) => kind === 'join')) return query;
  const from = body.from.map((one) => withQueries(one, t));
  return from.every((one, at) => one === body.from?.[at]) ? query : { ...query, body: { ...body, from } };
};

function withQueries(node: TableReference, t: Translator, isShared = false): TableReference {
  if (node.kind === 'join') {
    const shares = isShared || node.natural || node.using !== undefined;
    const left = withQueries(node.left, t, shares);
    const right = withQueries(node.right, t, shares);
    return left === node.left && right === node.right ? node : { ...node, left, right };
  }
  if (!isShared || node.kind !== 'table-function' || node.alias === undefined) return node;
  const isClosed = node.calls.every(({ call }) => call.kind === 'call' && !hasColumns(call.arguments, t));
  return isClosed && node.definitions === undefined
    ? derivedTable(allColumnsOf([node], node.span), node.alias, node.span)
    : node;
}
