import type { Expression, StringLiteral } from '../../ast/index.js';
import { functionOfCall } from '../../analysis/function-of-call.js';
import type { DialectName } from '../../dialects/index.js';
import { mayBeNameOfDocument, type SqlTypeName } from '../../typing/index.js';
import { lastOf } from '../queries/lowering/references.js';
import { reckonedKey } from '../queries/table-functions/table-functions.js';
import { boolean, cast, choose, dataType, not, number, text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { countOf } from './numbers/counts.js';
import { isListed, numberOfWord, wordAsText } from './comparisons/enumerations.js';
import { intervalText } from './intervals/interval-texts.js';
import { isIntervalValue } from './intervals/interval-values.js';
import { likelyFamily } from './likely-family.js';
import { NUMBER_AT_START, numberAtStart } from './numbers/number-starts.js';
import { numberAsText } from './numbers/number-text.js';
import { NUMBER_TYPES } from './numbers/number-types.js';
import { adaptedNumber, adaptedText } from './documents/json-operators.js';
import { numberOfFormat, numberOfMoment } from './moments/moment-words.js';
import { momentOf } from './moments/moments.js';
import { holdsDigits, numberOfDigits } from './numbers/open-digits.js';
import { isLikelyTruth, mayCountTruths, numberOfOpenTruth } from './open-truths.js';
import { condition, countable, HAS_BOOLEANS, isTruth } from './truth.js';

/** What a place asks for: each engine turns values of other types into it by rules of its own. */
export type Wanted = 'any' | 'text' | 'joined' | 'number' | 'count' | 'truth' | 'moment';

const TEXTS: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName>(['TEXT', 'ENUM']);

export const isNumber = (node: Expression, t: Translator): boolean => NUMBER_TYPES.has(t.typeName(node));
export const isText = (node: Expression, t: Translator): boolean => TEXTS.has(t.typeName(node));

/** Whether text becomes a number by what it starts with, or by what it says as a whole. */
const READS_START: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: true };

/** An expression where a number is asked for. */
export function numberOf(node: Expression, t: Translator): Expression {
  if (node.kind === 'string') return numberOfString(node, t);
  if (node.kind === 'bytes' && /^0x/i.test(t.textOf(node))) return number(BigInt(`0x${node.hex || '0'}`), node.span);
  if (node.kind === 'null' && TYPES_NULL[t.target]) return cast(t.value(node), dataType('numeric', node.span));
  const inDocument = adaptedNumber(node, t) ?? reckonedKey(node, t);
  if (inDocument !== undefined) return inDocument;
  const orElse = numberOrElse(node, t);
  if (orElse !== undefined) return orElse;
  if (isTruth(node, t) || t.typeName(node) === 'BOOLEAN') return countable(node, t);
  if (HAS_BOOLEANS[t.target] && mayCountTruths(node, t)) return numberOfOpenTruth(node, t);
  const chosen = numberOfChoice(node, t);
  if (chosen !== undefined) return chosen;
  if (holdsDigits(node, t)) return numberOfDigits(node, t);
  const part = numberOfFormat(node, t) ?? numberOfMoment(node, t);
  if (part !== undefined) return part;
  const place = numberOfWord(node, t);
  if (place !== undefined) return place;
  if (isTextReckonedWith(node, t)) t.notice('UNKNOWN_TYPE', node, NO_TEXT);
  const made = t.value(node);
  if (isBits(node, t)) return cast(made, dataType('bigint', node.span));
  return isText(node, t) && READS_START[t.source] ? t.form(NUMBER_AT_START[t.target], [made], node) : made;
}

/** What CASE and IF give that may be a text of digits, as a number each: PostgreSQL has no values of two types in one column. */
function numberOfChoice(node: Expression, t: Translator): Expression | undefined {
  if (t.target !== 'POSTGRESQL') return undefined;
  const chosen = branchesOf(node, t);
  const values = chosen?.branches.map(([, result]) => result) ?? [];
  if (chosen === undefined || ![...values, chosen.otherwise].some((one) => one && holdsDigits(one, t)))
    return undefined;
  const made = chosen.branches.map(([when, result]) => [condition(when, t), numberOf(result, t)] as const);
  return choose(made, chosen.otherwise && numberOf(chosen.otherwise, t), node.span);
}

interface Branches {
  readonly branches: readonly (readonly [when: Expression, result: Expression])[];
  readonly otherwise: Expression | undefined;
}

function branchesOf(node: Expression, t: Translator): Branches | undefined {
  if (node.kind === 'case' && node.operand === undefined)
    return { branches: node.branches.map((one) => [one.condition, one.result] as const), otherwise: node.otherwise };
  const [when, result, otherwise] = node.kind === 'call' ? node.arguments : [];
  if (node.kind !== 'call' || functionOfCall(node, t.from)?.meaning !== 'if') return undefined;
  return when && result && { branches: [[when, result]], otherwise };
}

/** `COALESCE(document -> place, 0)`, each of which is a number by itself. */
function numberOrElse(node: Expression, t: Translator): Expression | undefined {
  if (t.source === 'POSTGRESQL' || node.kind !== 'call') return undefined;
  if (functionOfCall(node, t.from)?.meaning !== 'coalesce') return undefined;
  if (!node.arguments.some((one) => adaptedNumber(one, t) !== undefined)) return undefined;
  const numbers = node.arguments.map((one) => numberOf(one, t));
  return t.form('COALESCE(:rest)', numbers, node);
}

/** A text of the target's that the source reckons with, as it does with no text: it holds an interval, or digits. */
const isTextReckonedWith = (node: Expression, t: Translator): boolean =>
  t.source === 'POSTGRESQL' &&
  t.target !== 'POSTGRESQL' &&
  node.kind === 'column' &&
  t.typeName(node) === 'TEXT' &&
  t.scope.resolve(node).databaseType !== undefined;

const NO_TEXT = 'This column is a text in the target: where it holds an interval, it can’t be reckoned with there.';

/** A column of MySQL's BIT, which PostgreSQL keeps as a string of bits. */
export const isBits = (node: Expression, t: Translator): boolean =>
  t.target === 'POSTGRESQL' && node.kind === 'column' && /^bit\b/i.test(t.scope.resolve(node).databaseType ?? '');

/** Whether the type of NULL decides which function is meant. */
const TYPES_NULL: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: false };

function numberOfString(node: StringLiteral, t: Translator): Expression {
  if (READS_START[t.source]) return number(numberAtStart(node.value), node.span);
  return /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(node.value)
    ? number(node.value.trim().replace(/^\+/, ''), node.span)
    : t.value(node);
}

/** Whether the engine makes text of any value where text is asked for. */
const MAKES_TEXT: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: true };

/** An expression where text is asked for. */
export function textOf(node: Expression, t: Translator): Expression {
  if (t.typeName(node) === 'ARRAY' && t.target !== t.source)
    t.refuse(node, 'An array is written otherwise in the target.', 'Use array_to_string.');
  if (isIntervalValue(node, t)) return intervalText(node, t);
  const inDocument = adaptedText(node, t);
  if (inDocument !== undefined) return inDocument;
  const type = t.typeName(node);
  if (!MAKES_TEXT[t.source] && (type === 'BOOLEAN' || (MAKES_TEXT[t.target] && isLikelyTruth(node, t))))
    return truthAsWord(node, t);
  const written = numberAsText(node, t);
  if (written !== undefined) return written;
  if (isListed(node, t)) return wordAsText(node, t.value(node), t);
  if (MAKES_TEXT[t.target] || isText(node, t) || type === 'BINARY' || type === undefined) return t.value(node);
  if (node.kind === 'number') return text(node.text, node.span);
  return cast(countable(node, t), dataType('text', node.span));
}

/** The same where no other type than text is taken: what may be a number, a date or a text is cast. */
export function plainTextOf(node: Expression, t: Translator): Expression {
  const made = textOf(node, t);
  if (MAKES_TEXT[t.target] || !MAKES_TEXT[t.source] || !isOpen(node, t)) return made;
  return cast(made, dataType('text', node.span));
}

/** A column that no type, use or name tells to be text, or what is computed of such. */
function isOpen(node: Expression, t: Translator): boolean {
  if (node.kind === 'binary') return node.operator in COMPUTES && t.typeName(node) === undefined;
  if (node.kind === 'call')
    return t.typeName(node) === undefined && NUMERIC.has(functionOfCall(node, t.from)?.meaning ?? '');
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  return likelyFamily(node, t) !== 'text' || mayBeNameOfDocument(lastOf(node).value);
}

/** Functions that give a number of whatever they are given. */
const NUMERIC: ReadonlySet<string> = new Set([
  'floor',
  'ceiling',
  'round',
  'truncate_to_digits',
  'abs',
  'modulo',
  'sum',
  'average',
]);

const COMPUTES: Readonly<Record<string, true>> = {
  add: true,
  subtract: true,
  multiply: true,
  divide: true,
  'divide-exact': true,
  'divide-integer': true,
  modulo: true,
};

/** SQLite takes bytes for the text that they are. */
export const TEXT_OF_BYTES: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: "convert_from($1, 'UTF8')",
  MYSQL: 'CAST($1 AS CHAR)',
  SQLITE: 'CAST($1 AS TEXT)',
};

/** PostgreSQL writes truth values out; elsewhere they are 1 and 0. */
export function truthAsWord(node: Expression, t: Translator): Expression {
  if (node.kind === 'boolean') return text(String(node.value), node.span);
  const made = t.value(node);
  return choose(
    [
      [made, text('true', node.span)],
      [not(made), text('false', node.span)],
    ],
    undefined,
    node.span,
  );
}

const truthWanted = (node: Expression, t: Translator): Expression =>
  node.kind === 'number' ? boolean(Number(node.text) !== 0, node.span) : t.value(node);

const WANTED: Readonly<Record<Wanted, (node: Expression, t: Translator) => Expression>> = {
  any: (node, t) => t.value(node),
  text: plainTextOf,
  joined: textOf,
  number: numberOf,
  count: (node, t) => countOf(node, t),
  truth: truthWanted,
  moment: (node, t) => momentOf(node, t).made,
};

/** An expression as the place that it stands in asks for. */
export const wanted = (node: Expression, what: Wanted, t: Translator): Expression => WANTED[what](node, t);
