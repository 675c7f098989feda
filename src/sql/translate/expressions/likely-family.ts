import { functionOfCall } from '../../analysis/function-of-call.js';
import { WHOLE_ARITHMETIC, type ColumnReference, type Expression } from '../../ast/index.js';
import {
  familyOfName,
  isNameOfTruth,
  isNameOfWhole,
  mayBeNameOfBytes,
  type Family,
  type SqlTypeName,
} from '../../typing/index.js';
import { lastOf } from '../queries/lowering/references.js';
import { passedArguments } from '../../functions/index.js';
import type { Translator } from '../translator.js';
import { WHOLE_TYPES } from './numbers/number-types.js';

/** What a column holds whose type nobody tells: by the statement's use of it, or else by its name. */
export const likelyFamily = (node: ColumnReference, t: Translator): Family | undefined =>
  t.familyOf(node) ?? familyOfName(lastOf(node).value);

/** What an element is read as whose type nobody tells: as a text, where it is no number. */
export const likelyType = (node: Expression, t: Translator): SqlTypeName =>
  node.kind === 'column' && likelyFamily(node, t) === 'number' ? 'DECIMAL' : 'TEXT';

/** A column that may hold bytes as well as a text, by its name. */
export function mayBeBytes(node: Expression | undefined, t: Translator): node is ColumnReference {
  if (node?.kind !== 'column' || t.typeName(node) !== undefined) return false;
  return mayBeNameOfBytes(lastOf(node).value);
}

/** A column of whole numbers by its name, where nobody tells its type, or what is made of such: a count, a year, a truth value that is one. */
export function isLikelyWhole(node: Expression, t: Translator): boolean {
  if (node.kind === 'binary')
    return WHOLE_ARITHMETIC.has(node.operator) && [node.left, node.right].every((one) => isWholeOrLikely(one, t));
  if (node.kind === 'unary') return node.operator === 'minus' && isLikelyWhole(node.operand, t);
  if (node.kind === 'call') {
    const meaning = functionOfCall(node, t.from)?.meaning ?? '';
    // a sum of BIGINTs is no whole number to PostgreSQL
    const isKept = meaning === 'abs' || (meaning === 'sum' && t.source === 'SQLITE');
    const passed = isKept ? node.arguments : passedArguments(meaning, node.arguments);
    return passed?.every((one) => isWholeOrLikely(one, t)) === true;
  }
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  const called = lastOf(node).value;
  return isNameOfWhole(called) || isNameOfTruth(called);
}

const isWholeOrLikely = (node: Expression, t: Translator): boolean =>
  node.kind === 'null' || WHOLE_TYPES.has(t.typeName(node)) || isLikelyWhole(node, t);
