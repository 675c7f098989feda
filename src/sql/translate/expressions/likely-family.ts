import type { ColumnReference, Expression } from '../../ast/index.js';
import { familyOfName, isNameOfTruth, isNameOfWhole, type Family } from '../../typing/index.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';

/** What a column holds whose type nobody tells: by the statement's use of it, or else by its name. */
export const likelyFamily = (node: ColumnReference, t: Translator): Family | undefined =>
  t.familyOf(node) ?? familyOfName(lastOf(node).value);

/** A column of whole numbers by its name, where nobody tells its type: a count, a year, a truth value that is one. */
export function isLikelyWhole(node: Expression, t: Translator): boolean {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  const called = lastOf(node).value;
  return isNameOfWhole(called) || isNameOfTruth(called);
}
