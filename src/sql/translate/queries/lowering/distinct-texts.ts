import type { Expression, Query, Select } from '../../../ast/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { isWrittenApart, tellsTextsApart } from '../../expressions/texts/text-comparison.js';
import type { Translator } from '../../translator.js';
import { expandedItems } from './expanded-items.js';
import type { Lowering } from './index.js';
import { isPlainDistinct } from './plain-distinct.js';

/**
 * SELECT DISTINCT by the source's rules for texts. To tell each by itself, stars are written out; texts that are the same to
 * the source in several ways make groups, of which one of the ways is shown, as the source shows one.
 */
export const distinctTexts: Lowering = (query, t) => {
  const { body } = query;
  if (t.rules.textComparison !== 'SOURCE' || body.kind !== 'select' || body.distinct !== true) return query;
  if (tellsTextsApart(t)) {
    const columns = expandedItems(body, t);
    return columns === body.columns ? query : { ...query, body: { ...body, columns } };
  }
  return asGroups(query, body, t);
};

function asGroups(query: Query, body: Select, t: Translator): Query {
  if (!isPlainDistinct(body, t)) return query;
  const items = expandedItems(body, t);
  const keys = items.map(({ expression }) => expression);
  const isApart = t.within(scopeOfSelect(body, t.scope), () => keys.some((one) => isWrittenApart(one, t)));
  if (!isApart || keys.some(isLiteral)) return query;
  const { distinct: _, ...rest } = body;
  return {
    ...query,
    body: { ...rest, columns: items, groupBy: { kind: 'group-by', items: keys, span: body.span } },
  };
}

/** A number in GROUP BY would be a column's. */
const isLiteral = ({ kind }: Expression): boolean => kind === 'number' || kind === 'string' || kind === 'null';
