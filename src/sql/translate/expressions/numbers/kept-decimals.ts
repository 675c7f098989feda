import { functionOfCall } from '../../../analysis/function-of-call.js';
import { EXACT_ARITHMETIC, type ColumnReference, type Expression } from '../../../ast/index.js';
import { passedArguments } from '../../../functions/index.js';
import { isNameOfKeptDecimal, type SqlTypeName } from '../../../typing/index.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';

const EXACT: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName>(['INTEGER', 'BIGINT', 'DECIMAL']);
const OF_DECIMALS: ReadonlySet<string> = new Set(['sum', 'average', 'abs', 'round', 'truncate_to_digits']);

/**
 * Whether a value that is a floating-point number in SQLite is a decimal at home: SQLite has none, and tables that are made for
 * it keep hours and sums of money as REAL. Halves of decimals are rounded away from 0, those of floating-point numbers to even.
 */
export function isKeptDecimal(node: Expression, t: Translator): boolean {
  if (t.target !== 'SQLITE' || t.source === 'SQLITE') return false;
  if (node.kind === 'column') return isDecimal(node, t);
  if (node.kind === 'binary')
    return EXACT_ARITHMETIC.has(node.operator) && [node.left, node.right].every((one) => isExact(one, t));
  if (node.kind === 'unary') return node.operator === 'minus' && isExact(node.operand, t);
  if (node.kind !== 'call') return false;
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  const given = OF_DECIMALS.has(meaning) ? node.arguments.slice(0, 1) : passedArguments(meaning, node.arguments);
  return given !== undefined && given.length > 0 && given.every((one) => isExact(one, t));
}

const isExact = (node: Expression, t: Translator): boolean =>
  node.kind === 'number' ? !/e/i.test(node.text) : EXACT.has(t.typeName(node)) || isKeptDecimal(node, t);

const isDecimal = (node: ColumnReference, t: Translator): boolean =>
  t.typeName(node) === 'FLOAT' && isNameOfKeptDecimal(lastOf(node).value);
