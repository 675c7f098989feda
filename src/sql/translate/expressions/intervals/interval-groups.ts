import type { Expression, FunctionCall } from '../../../ast/index.js';
import { inSource } from '../../in-source.js';
import { qualified } from '../../made-nodes.js';
import { fill, templateOf } from '../../templates.js';
import type { Translator } from '../../translator.js';
import type { IntervalValue } from './interval-values.js';

/**
 * The sum or the mean of intervals: days and time are added up by themselves, and a part of a day that the mean leaves is
 * time. Of what lies between two intervals the length alone is told.
 *
 * @param lengthOf an interval in words of the source; undefined where it has months
 */
export function groupOfIntervals(
  node: FunctionCall,
  meaning: string,
  lengthOf: (one: Expression) => Expression | undefined,
  t: Translator,
): IntervalValue | undefined {
  const [first] = node.arguments;
  if (PERCENTILES.has(meaning)) return ofPercentile(node, lengthOf, t);
  if (first === undefined || (meaning !== 'sum' && meaning !== 'average')) return undefined;
  const length = lengthOf(first);
  if (length === undefined || node.distinct === true) return undefined;
  const days = fill(templateOf('CAST(trunc($1 / 86400) AS bigint)', t.from), [length], node.span);
  const over = (called: string, value: Expression): FunctionCall => ({
    ...node,
    name: qualified(called, node.name.span),
    arguments: [value],
  });
  const isSum = meaning === 'sum';
  return {
    length: isSum ? t.value(over('sum', length)) : inSource('round($1, 6)', [over('avg', length)], node, t),
    isWhole: false,
    isOfOneSign: false,
    days: () =>
      isSum
        ? t.value(over('sum', days))
        : inSource('CAST(trunc($1 / $2) AS bigint)', [over('sum', days), over('count', length)], node, t),
  };
}

const PERCENTILES: ReadonlySet<string> = new Set(['percentile_cont', 'percentile_disc']);

function ofPercentile(
  node: FunctionCall,
  lengthOf: (one: Expression) => Expression | undefined,
  t: Translator,
): IntervalValue | undefined {
  const [item] = node.withinGroup ?? [];
  const length = item && lengthOf(item.expression);
  if (item === undefined || length === undefined) return undefined;
  const value = t.value({ ...node, withinGroup: [{ ...item, expression: length }] });
  return { length: value, isWhole: false, isOfOneSign: false, days: () => undefined };
}
