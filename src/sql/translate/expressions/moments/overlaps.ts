import type { BinaryExpression, Expression } from '../../../ast/index.js';
import { inSource } from '../../in-source.js';
import type { Translator } from '../../translator.js';
import { arrayTest } from '../arrays/array-values.js';
import { bothRanges } from '../comparisons/ranges.js';

const START = { first: 'LEAST($1, $2)', second: 'LEAST($3, $4)' } as const;
const END = {
  first: 'CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN GREATEST($1, $2) END',
  second: 'CASE WHEN $3 IS NOT NULL AND $4 IS NOT NULL THEN GREATEST($3, $4) END',
} as const;
const KNOWN = '$1 IS NOT NULL AND $2 IS NOT NULL AND $3 IS NOT NULL AND $4 IS NOT NULL';

/** The later one begins before the other ends; of two that begin at once an end of each is known. */
const OVERLAPS = `CASE WHEN ${START.first} > ${START.second} AND ${START.first} < ${END.second}
  OR ${START.first} < ${START.second} AND ${START.second} < ${END.first} THEN TRUE
  WHEN ${KNOWN} THEN ${START.first} = ${START.second} END`;

/** Whether two periods have a moment in common: `(start, end) OVERLAPS (start, length)`, or two ranges that are made here. */
export function overlaps(node: BinaryExpression, t: Translator): Expression {
  const ends = [...(periodOf(node.left, t) ?? []), ...(periodOf(node.right, t) ?? [])];
  const [first, , third, fourth] = ends;
  if (first === undefined || third === undefined || fourth === undefined)
    return (
      bothRanges(node.left, node.right, node, t) ??
      arrayTest('&&', [node.left, node.right], node, t) ??
      t.refuse(node, 'Whether arrays or ranges overlap has no counterpart in the target.')
    );
  const isOfDates = ends.every((one) => t.typeName(one) === 'DATE');
  return inSource(isOfDates ? OVERLAPS : OVERLAPS.replace(/\$\d/g, 'CAST($& AS timestamp)'), ends, node, t);
}

/** The two ends of a period; the second may be written as how long it is. */
function periodOf(node: Expression, t: Translator): readonly [Expression, Expression] | undefined {
  const [start, end, more] = node.kind === 'row' ? node.items : [];
  if (start === undefined || end === undefined || more !== undefined) return undefined;
  const isLength = t.typeName(end) === 'INTERVAL';
  return [start, isLength ? { kind: 'binary', operator: 'add', left: start, right: end, span: end.span } : end];
}
