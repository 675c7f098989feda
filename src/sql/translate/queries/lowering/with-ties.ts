import { allOf, binary } from '../../made-nodes.js';
import type { Lowering } from './index.js';
import { rankedQuery, valueOf } from './ranked.js';

/** FETCH FIRST n ROWS WITH TIES: the rows whose rank is n at most; behind an OFFSET, those whose place is past it as well. */
export const withTies: Lowering = (query, t) => {
  const { body, orderBy = [], limit } = query;
  if (limit?.withTies !== true || t.to.features.foldsNames) return query;
  const { count, offset } = limit;
  if (count === undefined || body.kind !== 'select' || body.distinct === true || orderBy.length === 0) {
    return t.refuse(
      limit,
      'WITH TIES can’t be composed for this query in the target.',
      'Select from it in a query of its own, without DISTINCT.',
    );
  }
  const order = orderBy.map((one) => ({ ...one, expression: valueOf(one.expression, body.columns, body, t) }));
  return rankedQuery(
    query,
    body,
    {
      rank: 'rank',
      partitionBy: [],
      orderBy: order,
      keeps: (rank, place) =>
        offset === undefined
          ? binary('less-or-equal', rank, count)
          : allOf([binary('greater', place(), offset), binary('less-or-equal', rank, binary('add', offset, count))]),
    },
    t,
  );
};
