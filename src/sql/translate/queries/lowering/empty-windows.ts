import { contains, isNoQuery, rewrite, type Node, type WindowSpecification } from '../../../ast/index.js';
import { nothing } from '../../made-nodes.js';
import type { Lowering } from './index.js';

/**
 * OVER () beside windows that are ordered: MariaDB 10.11 takes LAG and LEAD from rows in another order then, unless the
 * window of all rows says that it has one part.
 */
export const emptyWindows: Lowering = (query, t) => {
  const { body } = query;
  if (!t.to.features.duplicateKeys || t.source === 'MYSQL' || body.kind !== 'select') return query;
  const has = (test: (node: Node) => boolean): boolean => body.columns.some((one) => contains(one, test, isNoQuery));
  if (!has(isOfAll) || !(has(isOrdered) || (body.windows ?? []).some(isOrdered))) return query;
  const columns = body.columns.map((one) =>
    rewrite(one, (node) => (isOfAll(node) ? { ...node, partitionBy: [nothing(node.span)] } : node)),
  );
  return { ...query, body: { ...body, columns } };
};

const isOfAll = (node: Node): node is WindowSpecification =>
  node.kind === 'window' &&
  !node.reference &&
  node.base === undefined &&
  node.partitionBy.length === 0 &&
  node.orderBy.length === 0;

const isOrdered = (node: Node): boolean => {
  const window = node.kind === 'named-window' ? node.window : node;
  return window.kind === 'window' && window.orderBy.length > 0;
};
