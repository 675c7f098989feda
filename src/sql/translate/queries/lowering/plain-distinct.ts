import { contains, isNoQuery, type Expression, type Select } from '../../../ast/index.js';
import { hasAggregate } from '../../../typing/aggregates.js';
import type { Translator } from '../../translator.js';

/** Whether a SELECT DISTINCT could as well group by what it selects: it has neither groups nor windows of its own. */
export function isPlainDistinct({ distinct, groupBy, having, windows, columns }: Select, t: Translator): boolean {
  const hasGroups = groupBy !== undefined || having !== undefined || windows !== undefined;
  return (
    distinct === true &&
    !hasGroups &&
    !columns.some(({ expression }) => hasAggregate(expression, t.from) || hasWindow(expression))
  );
}

const hasWindow = (root: Expression): boolean =>
  contains(root, (node) => node.kind === 'call' && node.over !== undefined, isNoQuery);
