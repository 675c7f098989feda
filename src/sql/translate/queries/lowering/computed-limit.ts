import type { Expression } from '../../../ast/index.js';
import { allOf, binary } from '../../made-nodes.js';
import type { Lowering } from './index.js';
import { rankedQuery, valueOf } from './ranked.js';

/** LIMIT by an expression, where the target takes numbers alone: the rows whose number is within it. */
export const computedLimit: Lowering = (query, t) => {
  const { body, orderBy = [], limit } = query;
  if (!t.to.features.duplicateKeys || limit === undefined || limit.withTies === true) return query;
  const { count, offset } = limit;
  if (body.kind !== 'select' || body.distinct === true || ![count, offset].some(isComputed)) return query;
  const order = orderBy.map((one) => ({ ...one, expression: valueOf(one.expression, body.columns, body, t) }));
  const keeps = (rank: Expression): Expression => {
    const first = offset === undefined ? [] : [binary('greater', rank, offset)];
    const last = offset === undefined ? count : count && binary('add', offset, count);
    return allOf([...first, ...(last === undefined ? [] : [binary('less-or-equal', rank, last)])]);
  };
  return rankedQuery(query, body, { rank: 'row_number', partitionBy: [], orderBy: order, keeps }, t);
};

const isComputed = (node: Expression | undefined): boolean =>
  node !== undefined &&
  node.kind !== 'number' &&
  node.kind !== 'parameter' &&
  node.kind !== 'null' &&
  node.kind !== 'unary';
