import { functionOfCall } from '../../analysis/function-of-call.js';
import type { Expression, NodeKind } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { returnRule } from '../../functions/index.js';
import { familyOfName, isNameOfNumber, isParticiple, mayBeNameOfTruth } from '../../typing/index.js';
import { cast, dataType } from '../made-nodes.js';
import { lastOf } from '../queries/lowering/references.js';
import { withGroups } from '../queries/bare-columns.js';
import type { Translator } from '../translator.js';
import { numberOf } from './coercion.js';
import { mayBeTruth } from './open-truths.js';
import { adaptedNumber } from './documents/json-operators.js';

/** Dialects in which a truth value is a type of its own, that no number stands for. */
export const HAS_BOOLEANS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: false };

/** Kinds of expressions that are truth values in every dialect. */
const TESTS: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'boolean',
  'logical',
  'pattern-match',
  'between',
  'in-list',
  'in-query',
  'in-table',
  'is',
  'exists',
  'quantified',
  'full-text-match',
]);

const COMPARING: ReadonlySet<string> = new Set([
  'equal',
  'not-equal',
  'less',
  'less-or-equal',
  'greater',
  'greater-or-equal',
  'distinct',
  'not-distinct',
  'overlaps',
  'member-of',
]);

/** Whether what an expression of the source becomes is a truth value, whatever the source takes it for. */
export function isTruth(node: Expression, t: Translator): boolean {
  if (TESTS.has(node.kind)) return true;
  if (node.kind === 'binary') return COMPARING.has(node.operator);
  if (node.kind === 'unary') return node.operator === 'not';
  if (node.kind !== 'call') return false;
  const row = functionOfCall(node, t.from);
  return row !== undefined && returnRule(row, 'POSTGRESQL') === 'BOOLEAN';
}

/** A translated truth value as the number that the source has for it. */
export function truthValue(made: Expression, t: Translator): Expression {
  return HAS_BOOLEANS[t.target] ? cast(made, dataType('int', made.span)) : made;
}

/**
 * An expression as a condition: what is no truth value to the target is one by what it is compared with.
 * Numbers are true unless they are 0; text is so by the number that it starts with.
 */
export function condition(node: Expression, t: Translator): Expression {
  if (t.grouped?.isKey(node) === true && node.kind !== 'column')
    return withGroups(undefined, t, () => condition(node, t));
  const inDocument = adaptedNumber(node, t);
  if (inDocument !== undefined) return t.form('$1 <> 0', [inDocument], node);
  if (!HAS_BOOLEANS[t.target] || HAS_BOOLEANS[t.source] || isTruth(node, t)) return t.raw(node) as Expression;
  const { type } = t.typeOf(node);
  if (node.kind === 'null') return cast(t.value(node), dataType('boolean', node.span));
  if (node.kind === 'number') return { kind: 'boolean', value: Number(node.text) !== 0, span: node.span };
  if (type?.type === 'BOOLEAN') return t.raw(node) as Expression;
  if (node.kind === 'parameter') return cast(t.value(node), dataType('boolean', node.span));
  // a number or a truth value, whichever: the string is read as what stands beside it
  if (type === undefined) return t.form(openCondition(node, t), [t.value(node)], node);
  // no date of the target's is the zero date, which alone is false
  if (type.type === 'DATE' || type.type === 'TIMESTAMP') return t.form('$1 = $1', [t.value(node)], node);
  return t.form('$1 <> 0', [numberOf(node, t)], node);
}

/** What nobody tells the type of: its name may say that it is no text, else it is true by the number that it starts with. */
function openCondition(node: Expression, t: Translator): string {
  const isColumn = node.kind === 'column';
  if (isColumn && !isNoTextByName(lastOf(node).value)) return STARTS_WITH_NUMBER;
  return t.familyOf(node) === 'number' && !mayBeTruth(node, t) ? '$1 <> 0' : "$1 <> '0'";
}

const isNoTextByName = (called: string): boolean =>
  mayBeNameOfTruth(called) ||
  isParticiple(called) ||
  familyOfName(called) === 'number' ||
  (familyOfName(called) === undefined && isNameOfNumber(called));

/** The document of a text has quotes around it, which tell the word `true` from a truth value. */
const STARTS_WITH_NUMBER = String.raw`CAST(to_json($1) AS text) ~ '^(true|"?\s*[-+]?0*\.?0*[1-9])'`;

/** What is true where a truth value is taken for a number: the sum of conditions counts them. */
export function countable(node: Expression, t: Translator): Expression {
  const isBoolean = isTruth(node, t) || t.typeName(node) === 'BOOLEAN';
  const made = isBoolean ? (t.raw(node) as Expression) : t.value(node);
  return isBoolean && HAS_BOOLEANS[t.target] && !HAS_BOOLEANS[t.source] ? cast(made, dataType('int', made.span)) : made;
}
