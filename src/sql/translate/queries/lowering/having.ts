import { hasAggregate } from '../../../typing/aggregates.js';
import { allOf } from '../../made-nodes.js';
import { withAliases } from '../aliases.js';
import type { Lowering } from './index.js';
import { substitute } from './references.js';
import { itemOfAlias } from '../aliases.js';

/** HAVING without groups bounds rows to MySQL, which is what WHERE does; elsewhere it makes one group of them. */
export const havingAsWhere: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || body.having === undefined || body.groupBy !== undefined) return query;
  if (!t.from.features.duplicateKeys || hasAggregate(body.having, t.from)) return query;
  if (body.columns.some(({ expression }) => hasAggregate(expression, t.from))) return query;
  const { having, where, ...rest } = body;
  const scope = { select: body, place: 'having' } as const;
  const plain = withAliases(scope, t, () => substitute(having, (one) => itemOfAlias(one, scope, t)?.expression));
  return { ...query, body: { ...rest, where: allOf(where === undefined ? [plain] : [where, plain]) } };
};
