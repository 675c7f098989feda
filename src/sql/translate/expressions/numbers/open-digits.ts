import { functionOfCall } from '../../../analysis/function-of-call.js';
import { asked, type Expression } from '../../../ast/index.js';
import { passedArguments } from '../../../functions/index.js';
import { familyOfName, isNameOfDecimal, isNameOfDigits, isNameOfWhole } from '../../../typing/index.js';
import { cast, dataType } from '../../made-nodes.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { likelyFamily } from '../likely-family.js';
import { NUMBER_AT_START } from './number-starts.js';
import { mayBeTruth } from '../open-truths.js';

/** Whether a text is a number only where it is asked for as one: PostgreSQL makes none of a text by itself. */
const isAsked = (t: Translator): boolean => t.target === 'POSTGRESQL' && t.source !== 'POSTGRESQL';

/** A column of texts with digits by its name, whose type nobody tells; also the greatest of them, or what stands in for one. */
export function holdsDigits(node: Expression, t: Translator): boolean {
  const isAskedHere = isAsked(t) || (t.source === 'MYSQL' && t.target === 'SQLITE');
  if (!isAskedHere || t.typeName(node) !== undefined) return false;
  if (node.kind === 'column') return isNameOfDigits(lastOf(node).value);
  if (node.kind !== 'call') return false;
  // a part of a text
  if (t.target === 'POSTGRESQL' && t.familyOf(node) === 'text') return true;
  const passed = passedArguments(functionOfCall(node, t.from)?.meaning, node.arguments);
  return passed?.some((one) => holdsDigits(one, t)) === true;
}

const isNothing = (content: string): boolean => content === '0';

/** `x + 0`, by which MySQL and SQLite make a number of a text: a column that no name tells to be a number. */
export const isMadeNumber = (node: Expression, added: Expression, t: Translator): boolean =>
  isAsked(t) &&
  node.kind === 'column' &&
  t.typeName(node) === undefined &&
  added.kind === 'number' &&
  asked(added, isNothing) &&
  !mayBeTruth(node, t) &&
  familyOfName(lastOf(node).value) !== 'number';

/** The number at the start of what is a text, or a number as it is, whichever the column has. */
export function numberOfDigits(node: Expression, t: Translator): Expression {
  const made = t.value(node);
  const given = t.target === 'POSTGRESQL' ? cast(made, dataType('text', node.span)) : made;
  return t.form(NUMBER_AT_START[t.target], [given], node);
}

/** A column that may hold texts as well as numbers, as no type and no name tells which. */
export function isOpenNumber(node: Expression, t: Translator): boolean {
  if (!isAsked(t) || node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  const called = lastOf(node).value;
  if (isNameOfDigits(called)) return true;
  const isOfNumbers = familyOfName(called) === 'number' || isNameOfWhole(called) || isNameOfDecimal(called);
  // that it is cast or added up tells that it is taken for a number, and no more
  const family = likelyFamily(node, t);
  return !isOfNumbers && (family === undefined || family === 'number');
}
