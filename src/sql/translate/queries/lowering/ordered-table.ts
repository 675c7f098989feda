import { number } from '../../made-nodes.js';
import type { Lowering } from './index.js';

/** More rows than any table has: a bound that bounds nothing. */
const MORE_THAN_ALL = '9223372036854775807';

/**
 * SELECT … FROM (SELECT … ORDER BY y): SQLite and PostgreSQL answer in that order, while MySQL orders a table in FROM only
 * where it has a bound.
 */
export const orderedTable: Lowering = (query, t) => {
  const { body, orderBy } = query;
  if (!t.to.features.duplicateKeys || t.source === 'MYSQL' || orderBy !== undefined) return query;
  if (body.kind !== 'select' || body.groupBy !== undefined || body.distinct === true) return query;
  const [only, other] = body.from ?? [];
  if (only?.kind !== 'derived-table' || other !== undefined) return query;
  if (only.query.orderBy === undefined || only.query.limit !== undefined) return query;
  const { span } = only;
  const limit = { kind: 'limit', count: number(MORE_THAN_ALL, span), span } as const;
  return { ...query, body: { ...body, from: [{ ...only, query: { ...only.query, limit } }] } };
};
