import type { Join } from '../../../ast/index.js';
import { chainOf, replaced } from './joins.js';
import type { Lowering } from './index.js';
import { expandedItems } from './expanded-items.js';

/** The first version of SQLite with RIGHT and FULL joins: https://sqlite.org/releaselog/3_39_0.html */
export const FIRST_WITH_OUTER_JOINS = 339;

/** a RIGHT JOIN b: b LEFT JOIN a, where the target may be too old for the one. */
export const rightJoin: Lowering = (query, t) => {
  const { body } = query;
  const { version } = t.rules.server;
  if (body.kind !== 'select' || !t.to.features.callableTables || (version ?? 0) >= FIRST_WITH_OUTER_JOINS) return query;
  const chain = chainOf(body);
  const at = chain?.joins.findIndex(({ type }) => type === 'right') ?? -1;
  const join = chain?.joins[at];
  if (chain === undefined || join === undefined || join.natural || join.using !== undefined) return query;
  const turned: Join = { ...join, type: 'left', left: join.right, right: join.left };
  const columns = expandedItems(body, t);
  return { ...query, body: { ...body, columns, from: [replaced(chain, at, turned)] } };
};
