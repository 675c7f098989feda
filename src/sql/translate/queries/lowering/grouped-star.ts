import { hasAggregate } from '../../../typing/aggregates.js';
import { takesAnyRow } from '../bare-columns.js';
import { namedItems } from './expanded-items.js';
import type { Lowering } from './index.js';

/** SELECT * beside groups: where a column that is no key may not stand by itself, each has to be said by its name. */
export const groupedStar: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || !takesAnyRow(t.source) || takesAnyRow(t.target)) return query;
  const hasStar = body.columns.some(({ expression }) => expression.kind === 'star');
  const isGrouped =
    body.groupBy !== undefined || body.columns.some(({ expression }) => hasAggregate(expression, t.from));
  return hasStar && isGrouped ? { ...query, body: { ...body, columns: namedItems(body, t) } } : query;
};
