import { functionOfCall } from '../../analysis/function-of-call.js';
import { asked, derivedText, type Expression, type Name } from '../../ast/index.js';
import { familyOfName, isNameOfTruth } from '../../typing/index.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { HAS_BOOLEANS } from './truth.js';

const isTruthNumber = (content: string): boolean => content === '0' || content === '1';
const asItIs = (content: string): string => content;

/**
 * Whether a value is a number to the source and may be a truth value to the target, as its type is not known: `active` in
 * `active = 1`. Columns whose use or name tells that they hold something else are none.
 */
export function isOpenTruth(node: Expression, t: Translator): boolean {
  if (HAS_BOOLEANS[t.source] || !HAS_BOOLEANS[t.target] || t.typeName(node) !== undefined) return false;
  if (isLikelyTruth(node, t)) return true;
  const family = t.familyOf(node);
  if (family !== undefined) return family === 'truth';
  if (node.kind === 'column') return familyOfName((node.parts[node.parts.length - 1] as Name).value) === undefined;
  return (
    node.kind === 'call' &&
    functionOfCall(node, t.from)?.meaning === 'coalesce' &&
    node.arguments.every((one) => isTruthLiteral(one) || isOpenTruth(one, t))
  );
}

const isTruthLiteral = (node: Expression): boolean =>
  node.kind === 'boolean' || node.kind === 'null' || (node.kind === 'number' && asked(node, isTruthNumber));

/** A column that goes by a name of truth values, whose type nobody tells. */
export function isLikelyTruth(node: Expression, t: Translator): boolean {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  return isNameOfTruth((node.parts[node.parts.length - 1] as Name).value);
}

/**
 * Such values beside 0, 1, TRUE and FALSE, which become the strings `'0'` and `'1'`: PostgreSQL reads these as whatever stands
 * beside them, https://www.postgresql.org/docs/current/datatype-boolean.html. Undefined where the values are others.
 */
export function besideOpenTruth(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  const isLiteral = nodes.map(isTruthLiteral);
  if (!isLiteral.includes(true) || !isLiteral.includes(false)) return undefined;
  if (!nodes.every((node, index) => isLiteral[index] === true || isOpenTruth(node, t))) return undefined;
  return nodes.map((node) => {
    if (node.kind === 'number') return derivedText(node, asItIs);
    return node.kind === 'boolean' ? text(node.value ? '1' : '0', node.span) : t.value(node);
  });
}
