import { asked, type Expression, type StringLiteral } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { bytesOfText } from '../texts/bytea-text.js';
import { boolean, cast, dataType, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { isBits, isNumber, isText, numberOf, textOf } from '../coercion.js';
import { adapted, adaptedToCompare, adapting } from '../documents/json-operators.js';
import { noteComparedCase } from '../../functions/texts/letter-case.js';
import { withFarthest } from '../moments/endless-values.js';
import { saidCase, withoutSaidCase } from '../texts/explicit-collation.js';
import { intervalsAlike } from '../intervals/interval-values.js';
import { heldAlike, momentsAlike } from '../moments/moment-comparison.js';
import { besideLikelyMoment, spelledBesideLikely } from '../moments/open-moments.js';
import { besideOpenTruth } from '../open-truths.js';
import { bySourceRules, comparedTogether, noticeOfText, writtenTexts } from '../texts/text-comparison.js';
import { numberAtStart } from '../numbers/number-starts.js';
import { isOfDocument } from '../documents/text-of-documents.js';
import { HAS_BOOLEANS, isTruth } from '../truth.js';
import { isKeyOfRows, numberOfKey } from '../../queries/table-functions/table-functions.js';

/** What values are made alike for: whether they are the same, or which comes first. */
export type Purpose = 'equality' | 'order';

/** Values that are compared with one another, as the target compares them to the same end. */
export function alike(written: readonly Expression[], t: Translator, purpose: Purpose): Expression[] {
  const nodes = withFarthest(spelledBesideLikely(written, t) ?? written, t);
  if (purpose === 'equality') noteComparedCase(nodes);
  const moments =
    intervalsAlike(nodes, t) ?? momentsAlike(nodes, t) ?? besideLikelyMoment(nodes, t) ?? heldAlike(nodes, t);
  if (moments !== undefined) return moments;
  const truths = purpose === 'equality' ? besideOpenTruth(nodes, t) : undefined;
  if (truths !== undefined) return truths;
  if (nodes.some((node) => saidCase(node) === 'caseless') && !HAS_CASELESS_COLLATIONS[t.target])
    return nodes.map((node) => t.form('LOWER($1)', [textOf(withoutSaidCase(node), t)], node));
  if (nodes.some((node) => saidCase(node) === 'caseless') && bySourceRules(nodes[0] as Expression, t, purpose))
    return nodes.map((node) => t.form('CAST(LOWER($1) AS BINARY)', [textOf(withoutSaidCase(node), t)], node));
  const kind = KINDS.find(([applies]) => applies(nodes, t));
  if (kind !== undefined) return nodes.map((node) => kind[1](node, t));
  if (nodes.some((node) => isText(node, t))) {
    // what one side says holds for both
    if (nodes.some((node) => saidCase(node) === 'exact' || isOfDocument(node, t)))
      return nodes.map((node) => t.value(node));
    if (nodes.every(({ kind }) => kind === 'string')) return writtenTexts(nodes, t, purpose);
    noticeOfText(nodes, t, purpose);
    return comparedTogether(nodes, t, purpose);
  }
  if (!nodes.some((node) => isNumber(node, t) || isBoolean(node, t))) noticeOfText(nodes, t, purpose);
  return nodes.map((node) => t.value(node));
}

/** Whether a collation that one side names makes both compare without regard to case. */
const HAS_CASELESS_COLLATIONS: Readonly<Record<DialectName, boolean>> = {
  POSTGRESQL: false,
  MYSQL: true,
  SQLITE: true,
};

type Applies = (nodes: readonly Expression[], t: Translator) => boolean;

const isBoolean = (node: Expression, t: Translator): boolean => isTruth(node, t) || t.typeName(node) === 'BOOLEAN';
const isUntyped = (node: Expression): boolean =>
  node.kind === 'null' || node.kind === 'parameter' || node.kind === 'string';

/** How values of different types are compared; the first row that applies tells. */
const KINDS: readonly (readonly [Applies, (node: Expression, t: Translator) => Expression])[] = [
  [writtenBytes, (node, t) => bytesOfText(node, t) ?? t.value(node)],
  [keysBesideNumbers, (node, t) => (isKeyOfRows(node, t) ? numberOfKey(node, t) : numberOf(node, t))],
  [adaptToNumbers, (node, t) => adaptedToCompare(node, t) ?? numberOf(node, t)],
  [(nodes, t) => nodes.some((node) => isBits(node, t)), numberOf],
  [adaptToTexts, (node, t) => adapted(node, 'value-text', t) ?? textOf(node, t)],
  [truthsBesideCounts, numberOf],
  [(nodes, t) => nodes.some((node) => isBoolean(node, t)), truthAlike],
  [comparesAsNumbers, numberOf],
  [comparesAsText, affinityText],
  [
    comparesAsBytes,
    (node, t) =>
      isTextBesideBytes(node, t) ? t.form(BYTES_OF_TEXT[t.target], [textOf(node, t)], node) : t.value(node),
  ],
];

/** The key of a row of json_each beside a number, which it is in an array. */
function keysBesideNumbers(nodes: readonly Expression[], t: Translator): boolean {
  return nodes.some((node) => isKeyOfRows(node, t)) && nodes.some((node) => isNumber(node, t));
}

/** A literal beside bytes is the text of some to PostgreSQL. */
function writtenBytes(nodes: readonly Expression[], t: Translator): boolean {
  if (t.source !== 'POSTGRESQL' || t.target === 'POSTGRESQL' || !nodes.some(({ kind }) => kind === 'string'))
    return false;
  return nodes.some((node) => node.kind !== 'string' && t.typeName(node) === 'BINARY');
}

/** Bytes beside a text make bytes of it in MySQL. */
function comparesAsBytes(nodes: readonly Expression[], t: Translator): boolean {
  if (t.source !== 'MYSQL' || nodes.some((node) => saidCase(node) !== undefined)) return false;
  const hasText =
    nodes.some((node) => isText(node, t)) ||
    nodes.some((node) => node.kind === 'cast' && t.typeName(node) === 'BINARY');
  return hasText && nodes.some((node) => t.typeName(node) === 'BINARY');
}

/** What is cast to bytes to be compared is a text, as is a column beside it whose type nobody tells. */
const isTextBesideBytes = (node: Expression, t: Translator): boolean =>
  isText(node, t) || (node.kind === 'column' && t.typeName(node) === undefined);

const BYTES_OF_TEXT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: "convert_to($1, 'UTF8')",
  MYSQL: 'CAST($1 AS BINARY)',
  SQLITE: 'CAST($1 AS BLOB)',
};

/** What is in a document, beside a number or a truth value. */
function adaptToNumbers(nodes: readonly Expression[], t: Translator): boolean {
  const others = nodes.filter((node) => adapting(node, t) === undefined);
  return (
    others.length > 0 && others.length < nodes.length && others.some((node) => isNumber(node, t) || isBoolean(node, t))
  );
}

/** What is in a document, beside a text. */
function adaptToTexts(nodes: readonly Expression[], t: Translator): boolean {
  const others = nodes.filter((node) => adapting(node, t) === undefined);
  return others.length > 0 && others.length < nodes.length && others.some((node) => isText(node, t) || isUntyped(node));
}

/** A truth value beside a number that may be another than 0 and 1: to who has none it is a number as well. */
function truthsBesideCounts(nodes: readonly Expression[], t: Translator): boolean {
  if (HAS_BOOLEANS[t.source] || !HAS_BOOLEANS[t.target]) return false;
  const isTruthNumber = (node: Expression): boolean => node.kind === 'number' && /^[01]$/.test(node.text);
  const hasTruth = nodes.some((node) => isBoolean(node, t));
  return hasTruth && nodes.some((node) => isNumber(node, t) && !isBoolean(node, t) && !isTruthNumber(node));
}

/** MySQL compares a text and a number as numbers, as does who reads a literal as what stands beside it. */
function comparesAsNumbers(nodes: readonly Expression[], t: Translator): boolean {
  if (!nodes.some((node) => isNumber(node, t))) return false;
  if (!nodes.some((node) => isText(node, t) || node.kind === 'string')) return false;
  return !AFFINITY[t.source] || !nodes.some((node) => node.kind === 'column' && isText(node, t));
}

/** A column of text makes text of a number beside it in SQLite. */
function comparesAsText(nodes: readonly Expression[], t: Translator): boolean {
  return AFFINITY[t.source] && nodes.some((node) => isText(node, t)) && nodes.some((node) => isNumber(node, t));
}

/** A number that a column of text beside it makes a text, which MySQL would read as a number. */
function affinityText(node: Expression, t: Translator): Expression {
  if (!isNumber(node, t)) return textOf(node, t);
  const made = textOf(node, t);
  if (made.kind === 'string') return made;
  return made.kind === 'number' ? text(made.text, node.span) : cast(made, dataType(TEXT_NAME[t.target], node.span));
}

const TEXT_NAME: Readonly<Record<DialectName, string>> = { POSTGRESQL: 'text', MYSQL: 'char', SQLITE: 'text' };

const AFFINITY: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: false, SQLITE: true };

const TRUE_WORDS: ReadonlySet<string> = new Set(['t', 'true', 'y', 'yes', 'on', '1']);

/** A text beside a truth value is the number that it starts with: `'yes'` is 0 to MySQL. */
function truthOfText(node: StringLiteral, t: Translator): Expression {
  const digit = asked(node, numberAtStart);
  if (!HAS_BOOLEANS[t.target] || !/^[01]$/.test(digit)) return number(digit, node.span);
  return boolean(digit === '1', node.span);
}

/** Truth values beside numbers, and beside the words that PostgreSQL reads as such. */
function truthAlike(node: Expression, t: Translator): Expression {
  if (node.kind === 'string' && t.source === 'MYSQL') return truthOfText(node, t);
  if (node.kind === 'string' && HAS_BOOLEANS[t.source])
    return boolean(TRUE_WORDS.has(node.value.toLowerCase()), node.span);
  if (!HAS_BOOLEANS[t.target] || HAS_BOOLEANS[t.source]) return t.value(node);
  if (node.kind === 'number' && (node.text === '0' || node.text === '1')) return boolean(node.text === '1', node.span);
  if (isBoolean(node, t) || isUntyped(node)) return t.raw(node) as Expression;
  return t.form('$1 <> 0', [t.value(node)], node);
}
