import type { ColumnReference, Expression, Name } from '../../ast/index.js';
import { familyOfName } from '../../typing/index.js';
import { cast, dataType } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { isText, textOf } from './coercion.js';
import { knownMoment, momentOf, MOMENTS_ARE_TEXT } from './moments.js';
import { HAS_BOOLEANS } from './truth.js';

/** A column that is a date or a moment by the statement's use of it or by its name, where no catalogue tells its type. */
export function isLikelyMoment(node: Expression, t: Translator): node is ColumnReference {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  return (t.familyOf(node) ?? familyOfName((node.parts[node.parts.length - 1] as Name).value)) === 'moment';
}

/**
 * Such a column beside a text that is computed: where types are strict, the text is read as a moment, or the moment written as a
 * text, as the source has it. Undefined where there is no such pair.
 */
export function besideLikelyMoment(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (!HAS_BOOLEANS[t.target] || HAS_BOOLEANS[t.source]) return undefined;
  const isComputed = (node: Expression): boolean => node.kind !== 'string' && isText(node, t);
  if (!nodes.some((node) => isLikelyMoment(node, t)) || !nodes.some(isComputed)) return undefined;
  if (
    MOMENTS_ARE_TEXT[t.source] &&
    !nodes.every((node) => isLikelyMoment(node, t) || knownMoment(node, t) !== undefined)
  )
    return nodes.map((node) => (isLikelyMoment(node, t) ? asText(node, t) : textOf(node, t)));
  return nodes.map((node) => (isLikelyMoment(node, t) ? t.value(node) : momentOf(node, t).made));
}

const asText = (node: Expression, t: Translator): Expression => cast(t.value(node), dataType('text', node.span));
