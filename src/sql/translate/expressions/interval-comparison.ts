import type { BinaryExpression, Expression } from '../../ast/index.js';
import { secondsBetween } from '../functions/temporal-arithmetic.js';
import { number } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { readInterval, SECONDS } from './intervals.js';
import { isBetweenMoments } from './open-moments.js';

/** A difference of moments that is compared with an interval: both as seconds. */
export function comparedIntervals(node: BinaryExpression, t: Translator): BinaryExpression | undefined {
  if (t.source !== 'POSTGRESQL') return undefined;
  if (![node.left, node.right].some((one) => t.typeName(one) === 'INTERVAL')) return undefined;
  const left = secondsOf(node.left, t);
  const right = secondsOf(node.right, t);
  return left === undefined || right === undefined ? undefined : { ...node, left, right };
}

/** How long an expression is, in seconds; undefined where that can't be told. */
export function secondsOf(node: Expression, t: Translator): Expression | undefined {
  if (isBetweenMoments(node, t)) return secondsBetween(node.right, node.left, node, t);
  const total = secondsOfLiteral(node, t);
  return total === undefined ? undefined : number(total, node.span);
}

/** A month has 30 days where intervals are compared: https://www.postgresql.org/docs/current/functions-datetime.html */
const MONTH = 30 * 86400;

export function secondsOfLiteral(node: Expression, t: Translator, month = MONTH): number | undefined {
  let total = 0;
  for (const { unit, amount } of readInterval(node, t) ?? [{ unit: 'DAY', amount: node } as const]) {
    const length = unit === 'MONTH' ? month : unit === 'YEAR' ? month * 12 : SECONDS[unit];
    if (typeof amount !== 'number' || length === undefined) return undefined;
    total += amount * length;
  }
  return total;
}
