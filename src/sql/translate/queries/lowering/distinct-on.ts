import { binary, number } from '../../made-nodes.js';
import type { Lowering } from './index.js';
import { rankedQuery, valueOf } from './ranked.js';

/** DISTINCT ON (a) … ORDER BY a, b: of the rows that agree in `a`, the first by `b`. */
export const distinctOn: Lowering = (query, t) => {
  const { body, orderBy = [], limit } = query;
  if (body.kind !== 'select' || body.distinctOn === undefined || t.to.features.foldsNames) return query;
  const select = body;
  const keys = body.distinctOn.map((one) => valueOf(one, select.columns, select, t));
  const order = orderBy.map((one) => ({ ...one, expression: valueOf(one.expression, select.columns, select, t) }));
  const made = rankedQuery(
    query,
    select,
    {
      rank: 'row_number',
      partitionBy: keys,
      orderBy: order,
      keeps: (rank) => binary('equal', rank, number(1, rank.span)),
    },
    t,
  );
  return limit === undefined ? made : { ...made, limit };
};
