import { functionOfCall } from '../../analysis/function-of-call.js';
import {
  asked,
  derivedText,
  type BinaryExpression,
  type ColumnReference,
  type Expression,
  type Name,
  type StringLiteral,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { familyOfName, isNameOfTruth, isNameOfWhole, isParticiple, mayBeNameOfTruth } from '../../typing/index.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { noticeOfText } from './texts/text-comparison.js';
import { HAS_BOOLEANS } from './truth.js';

const isTruthNumber = (content: string): boolean => content === '0' || content === '1';
const asItIs = (content: string): string => content;

/**
 * Whether a value is a number to the source and may be a truth value to the target, as its type is not known: `active` in
 * `active = 1`. Columns whose use or name tells that they hold something else are none.
 */
export function isOpenTruth(node: Expression, t: Translator): boolean {
  if (HAS_BOOLEANS[t.source] || !HAS_BOOLEANS[t.target] || t.typeName(node) !== undefined) return false;
  if (mayBeTruth(node, t)) return true;
  const family = t.familyOf(node);
  if (family !== undefined) return family === 'truth' || (family === 'number' && mayCountTruths(node, t));
  if (node.kind === 'column') return familyOfName((node.parts[node.parts.length - 1] as Name).value) === undefined;
  return (
    node.kind === 'call' &&
    functionOfCall(node, t.from)?.meaning === 'coalesce' &&
    node.arguments.every((one) => isTruthLiteral(one) || isOpenTruth(one, t))
  );
}

const isTruthLiteral = (node: Expression): boolean =>
  node.kind === 'boolean' || node.kind === 'null' || (node.kind === 'number' && asked(node, isTruthNumber));

/**
 * A column whose type nobody tells, or that SQLite keeps as a number, and that goes by a name of truth values, or is a
 * condition where only they are.
 */
export function isLikelyTruth(node: Expression, t: Translator): boolean {
  if (node.kind !== 'column' || (t.typeName(node) !== undefined && !isKeptAsNumber(node, t))) return false;
  const isUsedSo = t.familyOf(node) === 'truth' || t.scope.context.uses?.familyOf(node) === 'truth';
  if (HAS_BOOLEANS[t.source] && isUsedSo) return true;
  return isNameOfTruth((node.parts[node.parts.length - 1] as Name).value);
}

/** SQLite has no type for truth values: tables made for it keep them as whole numbers. */
const isKeptAsNumber = (node: ColumnReference, t: Translator): boolean =>
  HAS_BOOLEANS[t.source] &&
  t.target === 'SQLITE' &&
  t.typeName(node) === 'INTEGER' &&
  /int/i.test(t.scope.resolve(node).databaseType ?? '');

/** A column that may hold truth values by its name or by what the statement takes it for, whose type nobody tells. */
export function mayBeTruth(node: Expression, t: Translator): boolean {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  const called = (node.parts[node.parts.length - 1] as Name).value;
  // `WHERE stock` asks whether there is any
  const isCount = familyOfName(called) === 'number' || isNameOfWhole(called);
  return (t.familyOf(node) === 'truth' && !isCount) || mayBeNameOfTruth(called);
}

/** Whether PostgreSQL may write `true` where the target writes 1, as nobody tells the column's type. */
export const mayBeWrittenAsWord = (node: Expression, t: Translator): boolean =>
  HAS_BOOLEANS[t.source] && !HAS_BOOLEANS[t.target] && mayBeTruth(node, t) && !isLikelyTruth(node, t);

/** Where a number is asked for, a moment is none: what `reopened` is called may be a truth value. */
export const mayCountTruths = (node: Expression, t: Translator): boolean =>
  mayBeTruth(node, t) ||
  (node.kind === 'call' &&
    functionOfCall(node, t.from)?.meaning === 'coalesce' &&
    node.arguments.some((one) => mayBeTruth(one, t)) &&
    node.arguments.every((one) => isTruthLiteral(one) || mayBeTruth(one, t))) ||
  (node.kind === 'column' &&
    t.typeName(node) === undefined &&
    isParticiple((node.parts[node.parts.length - 1] as Name).value));

/** A number, or a truth value as one, whichever the column has; what goes by a sure name of truth values has no digits. */
export function numberOfOpenTruth(node: Expression, t: Translator): Expression {
  if (node.kind === 'call') {
    const values = node.arguments.map((one) => (isTruthLiteral(one) ? t.value(one) : numberOfOpenTruth(one, t)));
    return t.form('COALESCE(:rest)', values, node);
  }
  return t.form(isLikelyTruth(node, t) ? 'CAST($1 AS int)' : EITHER_AS_NUMBER, [t.value(node)], node);
}

const EITHER_AS_NUMBER =
  "CASE CAST($1 AS text) WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE CAST(CAST($1 AS text) AS numeric) END";

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

/** Words that PostgreSQL reads as truth values, by the number that these are elsewhere. */
const TRUTH_OF_WORD: Readonly<Record<string, '0' | '1'>> = { t: '1', true: '1', f: '0', false: '0' };

const truthOf = (content: string): '0' | '1' | undefined => TRUTH_OF_WORD[content.toLowerCase()];

const AS_TEXT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS TEXT)',
  MYSQL: 'CAST($1 AS CHAR)',
  SQLITE: 'CAST($1 AS TEXT)',
};

/**
 * `admin = 't'` of a column whose type nobody tells: it is a text with such a word, or a truth value, which is a number where
 * there are none. Undefined where it is no such comparison.
 */
export function besideTruthWord(node: BinaryExpression, t: Translator): Expression | undefined {
  if (!HAS_BOOLEANS[t.source] || HAS_BOOLEANS[t.target]) return undefined;
  if (node.operator !== 'equal' && node.operator !== 'not-equal') return undefined;
  const [value, word] = node.left.kind === 'string' ? [node.right, node.left] : [node.left, node.right];
  if (value.kind !== 'column' || word.kind !== 'string' || t.typeName(value) !== undefined) return undefined;
  const truth = asked(word satisfies StringLiteral, truthOf);
  const family = familyOfName((value.parts[value.parts.length - 1] as Name).value);
  if (truth === undefined || family !== undefined) return undefined;
  noticeOfText([value], t, 'equality');
  const list = t.form(AS_TEXT[t.target], [t.value(value)], node);
  const not = node.operator === 'not-equal' ? 'NOT ' : '';
  return t.form(`$1 ${not}IN ($2, '${truth}')`, [list, word], node);
}
