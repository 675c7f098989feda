import { contains, isNoQuery, resultsOf, type Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { call, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { DIGITS_OF_RESULT, digitsOf, digitsPassed, nameOfCall } from './digits-behind-point.js';
import { measuredDigits, type MeasuredDigits } from './measured-digits.js';
import { rounded } from './rounded.js';

/** Whether an expression divides, or averages, on its way to its value. */
function divides(node: Expression): boolean {
  if (node.kind === 'binary')
    return (
      node.operator === 'divide-exact' ||
      (node.operator in DIGITS_OF_RESULT && (divides(node.left) || divides(node.right)))
    );
  if (node.kind === 'unary') return divides(node.operand);
  if (node.kind === 'case') return resultsOf(node).some(divides);
  if (node.kind !== 'call') return false;
  return nameOfCall(node) === 'avg' || (digitsPassed(node)?.some(divides) ?? false);
}

/** Whether an average is one of numbers of which nobody tells how many digits they have. */
const hasOpenMean = (node: Expression, t: Translator): boolean =>
  contains(
    node,
    (one) =>
      one.kind === 'call' &&
      nameOfCall(one) === 'avg' &&
      one.arguments.some((value) => t.typeName(value) === undefined),
    isNoQuery,
  );

const ROUNDS_QUOTIENTS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** A value as it is shown: MySQL rounds quotients and averages to the digits that they have. */
export function shown(node: Expression, t: Translator): Expression {
  if (!ROUNDS_QUOTIENTS[t.source] || ROUNDS_QUOTIENTS[t.target] || !divides(node)) return t.value(node);
  const digits = digitsOf(node, t);
  const isSeen = !t.isCompared && !t.isRounded;
  const measured = digits === undefined && isSeen && t.isExact ? measuredDigits(node, t) : undefined;
  if (measured !== undefined) return roundedAsMeasured(node, measured, t);
  const made = t.value(node);
  if (digits === undefined && isSeen && hasOpenMean(node, t)) t.notice('DIVISION_DIGITS', node);
  if (digits === undefined || t.takesPlainer(node, 'in how many digits there are behind the point')) return made;
  if (t.target === 'SQLITE') return t.form(ROUNDED_UP, [made, number(digits, node.span)], node);
  return call('ROUND', [made, number(digits, node.span)], node.span);
}

/** Halves go away from 0, also those that a floating-point number has a hair less of. */
const ROUNDED_UP = 'ROUND($1 * 1.000000000000004, $2)';

function roundedAsMeasured(node: Expression, { digits, isSure }: MeasuredDigits, t: Translator): Expression {
  const made = rounded(t, () => t.value(node));
  if (t.target === 'POSTGRESQL') return t.form('ROUND(CAST($1 AS numeric), $2)', [made, digits], node);
  if (!isSure) t.notice('DIVISION_DIGITS', node);
  return call('ROUND', [made, digits], node.span);
}
