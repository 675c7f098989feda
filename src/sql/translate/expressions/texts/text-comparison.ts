import {
  asked,
  type Expression,
  type FunctionCall,
  type Node,
  type SetOperation,
  type StringLiteral,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { Purpose } from '../comparisons/alike.js';
import { ACCENTS, PLAIN, withoutCase } from './caseless-texts.js';
import { isListed, keepsWords, noticeOfWords, sortsByLetters, wordAsText } from '../comparisons/enumerations.js';
import { isOfDocument } from '../documents/text-of-documents.js';
import { saidCase } from './explicit-collation.js';
import { isText } from '../coercion.js';
import { mayBeText } from './may-be-text.js';
import { isWrittenMoment } from '../moments/moment-words.js';
import { isSettled } from './settled-texts.js';

/** How an engine's text compares unless a column says otherwise. */
interface TextRules {
  /** Whether `a` and `A` are the same. */
  readonly caseless: boolean;
  /** What sorts text; engines that share it agree. */
  readonly order: 'bytes' | 'locale' | 'caseless';
}

const TEXT_RULES: Readonly<Record<DialectName, TextRules>> = {
  POSTGRESQL: { caseless: false, order: 'locale' },
  // https://dev.mysql.com/doc/refman/8.4/en/charset-mysql.html: utf8mb4_0900_ai_ci; MariaDB: utf8mb4_general_ci
  MYSQL: { caseless: true, order: 'caseless' },
  SQLITE: { caseless: false, order: 'bytes' },
};

/** Whether texts that differ in case alone are the same to an engine, unless a column says otherwise. */
export const knowsNoCase = (dialect: DialectName): boolean => TEXT_RULES[dialect].caseless;

/** Letters, and spaces at the end, which MySQL does not see either: an empty text is what a text of spaces is to it. */
const MAY_DIFFER = /\p{L}|\s$|^$/u;
const mayDiffer = (content: string): boolean => MAY_DIFFER.test(content);

/** Whether the engines part ways. */
function differ(t: Translator, purpose: Purpose): boolean {
  const from = TEXT_RULES[t.source];
  const to = TEXT_RULES[t.target];
  return purpose === 'order' ? from.order !== to.order : from.caseless !== to.caseless;
}

/** Whether an expression compares in its own way, whatever columns do. */
const seesCase = (node: Expression, t: Translator): boolean => keepsWords(node, t) || isOfDocument(node, t);

/** Says once that text compares otherwise, where it may on these values: one beside others of its kind, or several with one another. */
export function noticeOfText(nodes: readonly Expression[], t: Translator, purpose: Purpose): void {
  if (purpose === 'order') for (const node of nodes) noticeOfWords(node, t);
  const about = nodes.find((node) => node.kind !== 'string' && mayBeText(node, t) && !seesCase(node, t));
  if (about !== undefined && differ(t, purpose)) noticeAbout(about, nodes, t, purpose);
}

/** The same of a key and what is looked up by it, which the target's columns compare whatever the rules are. */
export function noticeOfKeyText(nodes: readonly [Expression, ...Expression[]], t: Translator): void {
  const [about] = nodes;
  if (t.rules.textComparison === 'TARGET') noticeOfText(nodes, t, 'equality');
  else if (differ(t, 'equality') && isText(about, t) && !seesCase(about, t)) t.notice('KEY_COMPARISON', about);
}

/** The same of each of the values by itself. */
export function noticeOfTexts(nodes: readonly Expression[], t: Translator, purpose: Purpose): void {
  for (const node of nodes) noticeOfText([node], t, purpose);
}

function noticeAbout(about: Expression, nodes: readonly Expression[], t: Translator, purpose: Purpose): void {
  const isRuledOut = (node: Expression): boolean =>
    isWrittenMoment(node, t) || (purpose === 'equality' && node.kind === 'string' && !asked(node, mayDiffer));
  // a list is ruled out where all of it is
  const left = nodes.filter((node) => !isRuledOut(node)).length;
  if (left <= 1 && left < nodes.length) return;
  const isOpen = t.typeName(about) === undefined && t.familyOf(about) === undefined;
  if (isOpen) noticeOfOpen(about, t, purpose);
  else if (t.rules.textComparison === 'TARGET') t.notice('TEXT_COMPARISON', about);
  else if (!isText(about, t)) t.notice('UNKNOWN_TYPE', about, UNRULED);
}

const UNRULED = 'Text whose type is not known here compares as the target’s columns do.';

/** The same of what may be text, and may be something else. */
export function noticeOfOpen(about: Node, t: Translator, purpose: Purpose): void {
  if (!differ(t, purpose)) return;
  if (t.rules.textComparison === 'SOURCE') t.notice('UNKNOWN_TYPE', about, UNRULED);
  else t.notice('TEXT_COMPARISON', about, OPEN);
}

const OPEN =
  'Where this is text, it compares and sorts as the target’s columns do, which may be another way than the source’s.';

/** Says once that text sorts otherwise, of what is known to be text. */
export function noticeOfTextOrder(node: Expression, t: Translator): void {
  if (t.rules.textComparison === 'TARGET' && differ(t, 'order')) t.notice('TEXT_COMPARISON', node);
}

/** Says once that texts are told apart otherwise, of what is known to hold them. */
export function noticeOfSame(node: SetOperation, t: Translator): void {
  if (!differ(t, 'equality')) return;
  if (t.rules.textComparison === 'TARGET') t.notice('TEXT_COMPARISON', node);
  else if (knowsNoCase(t.source) || node.all)
    t.refuse(
      node,
      'Rows of queries that are combined are told apart as the target’s columns do.',
      'Use `textComparison: TARGET`, or UNION ALL.',
    );
}

/** Whether rows that are combined have to be told apart by rules that are not the target's. */
export const tellsTextsApart = (t: Translator): boolean =>
  t.rules.textComparison === 'SOURCE' && differ(t, 'equality') && !knowsNoCase(t.source);

/** What makes text compare as in an engine that knows no case, no accents and no spaces at the end. */
const CASELESS: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: `translate(upper(rtrim($1)), $2, $3) COLLATE "C"`,
  MYSQL: '$1',
  SQLITE:
    "CASE WHEN $1 NOT GLOB '*[^ -~]*' THEN upper(rtrim($1)) ELSE (WITH RECURSIVE _letters (_at, _made) AS (SELECT 1, ''" +
    ' UNION ALL SELECT _at + 1, _made || CASE WHEN instr($2, substr($1, _at, 1)) > 0' +
    ' THEN substr($3, instr($2, substr($1, _at, 1)), 1) ELSE upper(substr($1, _at, 1)) END' +
    ' FROM _letters WHERE _at <= length(rtrim($1))) SELECT _made FROM _letters WHERE _at = length(rtrim($1)) + 1) END',
};

/** What makes text compare byte by byte. */
const BY_BYTES: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1 COLLATE "C"',
  MYSQL: 'CAST($1 AS BINARY)',
  SQLITE: '$1',
};

/** Collations of MySQL's that see spaces at the end; where the server is not known, one that both have, which does not. */
const BINARY_COLLATION = { MARIADB: 'utf8mb4_nopad_bin', MYSQL: 'utf8mb4_0900_bin', either: 'utf8mb4_bin' } as const;

/** The same where the text itself is the answer. */
const shownByBytes = (t: Translator): string =>
  t.target === 'MYSQL' ? `$1 COLLATE ${BINARY_COLLATION[t.rules.server.flavour ?? 'either']}` : BY_BYTES[t.target];

/** A text that is compared or sorted: as it is, or by the source's rules where these are asked for. */
export function compared(node: Expression, t: Translator, purpose: Purpose): Expression {
  return comparedAs(node, t.value(node), t, purpose);
}

/**
 * Values that are compared with one another, one of which is text: all by the source's rules where these are asked for, or
 * none where one of them may be no text.
 */
export function comparedTogether(nodes: readonly Expression[], t: Translator, purpose: Purpose): Expression[] {
  const areTexts = t.rules.textComparison === 'SOURCE' && differ(t, purpose) && nodes.every((node) => isTaken(node, t));
  // a word of the list needs no cast to be looked for
  const isSought =
    !areTexts &&
    purpose === 'equality' &&
    nodes.some((node) => isListed(node, t)) &&
    nodes.every((node) => isListed(node, t) !== (node.kind === 'string' && !asked(node, isEmpty)));
  return nodes.map((node) => {
    const made = isSought ? t.value(node) : wordAsText(node, t.value(node), t);
    const isKept = keepsWords(node, t) && made.kind !== 'cast';
    return areTexts && node.kind !== 'null' && !isKept ? bySource(node, made, t) : made;
  });
}

const isEmpty = (content: string): boolean => content === '';

/** What is a text beside one. */
const isTaken = (node: Expression, t: Translator): boolean =>
  isText(node, t) ||
  node.kind === 'null' ||
  node.kind === 'parameter' ||
  (t.typeName(node) === undefined && t.familyOf(node) === 'text');

/** Whether text is to be compared by rules that are not the target's. */
export function bySourceRules(node: Expression, t: Translator, purpose: Purpose): boolean {
  if (t.rules.textComparison !== 'SOURCE' || !differ(t, purpose) || !isText(node, t)) return false;
  return !seesCase(node, t);
}

/** The same of what is translated already. */
export function comparedAs(node: Expression, made: Expression, t: Translator, purpose: Purpose): Expression {
  if (bySourceRules(node, t, purpose)) return bySource(node, made, t);
  return purpose === 'order' && sortsByLetters(node, t) ? t.form(LETTERS[t.target], [made], node) : made;
}

const LETTERS: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS text)',
  MYSQL: 'CAST($1 AS CHAR)',
  SQLITE: '$1',
};

function bySource(node: Expression, made: Expression, t: Translator): Expression {
  if (saidCase(node) === 'caseless' && t.target === 'MYSQL') return t.form('CAST(LOWER($1) AS BINARY)', [made], node);
  if (!TEXT_RULES[t.source].caseless) return t.form(BY_BYTES[t.target], [made], node);
  if (node.kind === 'string') return text(withoutCase(node.value.replace(/ +$/, '')), node.span);
  return t.form(CASELESS[t.target], [made, text(ACCENTS, node.span), text(PLAIN, node.span)], node);
}

/** A text and a pattern without case and accents; LIKE sees spaces at the end. */
export function likeTexts(
  operand: Expression,
  { value, span }: StringLiteral,
  t: Translator,
): readonly [Expression, Expression] {
  const form = CASELESS[t.target].replaceAll('rtrim($1)', '$1');
  return [t.form(form, [operand, text(ACCENTS, span), text(PLAIN, span)], operand), text(withoutCase(value), span)];
}

/** Texts that are all written out compare by the source's rules, as no column of the target's says otherwise. */
export function writtenTexts(nodes: readonly Expression[], t: Translator, purpose: Purpose): Expression[] {
  return nodes.map((node) => (differ(t, purpose) ? bySource(node, t.value(node), t) : t.value(node)));
}

/** The text that comes first or last by the source's rules among texts that are all written out; undefined where one is not. */
export function firstWritten(
  nodes: readonly Expression[],
  t: Translator,
  wanted: 'least' | 'greatest',
): Expression | undefined {
  const texts = nodes.filter((node) => node.kind === 'string');
  const [first, ...others] = texts;
  if (first === undefined || texts.length < nodes.length || !TEXT_RULES[t.source].caseless) return undefined;
  const key = ({ value }: { readonly value: string }): string => withoutCase(value.replace(/ +$/, ''));
  return others.reduce(
    (best, one) => ((wanted === 'least' ? key(one) < key(best) : key(one) > key(best)) ? one : best),
    first,
  );
}

/**
 * Whether texts that are the same to the source are written in several ways to the target, so that which of them stands for
 * all is by chance.
 */
export const isWrittenApart = (node: Expression, t: Translator): boolean =>
  TEXT_RULES[t.source].caseless && bySourceRules(node, t, 'equality') && !isSettled(node, t);

/** A text among which rows are chosen: one of several that are the same may stand for all, but which one is by chance. */
export function chosenText(node: Expression, made: Expression, t: Translator, purpose: Purpose): Expression {
  if (!bySourceRules(node, t, purpose)) return made;
  if (TEXT_RULES[t.source].caseless) {
    if (isSettled(node, t)) return made;
    return t.refuse(
      node,
      'Which of several texts that are the same to the source stands for them can’t be told.',
      'Use `textComparison: TARGET`, or group by LOWER().',
    );
  }
  return t.form(shownByBytes(t), [made], node);
}

/** Aggregates that compare the texts that they are given. */
const COMPARING: Readonly<Record<string, Purpose>> = { minimum: 'order', maximum: 'order' };

/** The arguments of an aggregate that compares them, for the order or for DISTINCT. */
export function comparedInside(
  call: FunctionCall,
  meaning: string,
  made: readonly Expression[],
  t: Translator,
): readonly Expression[] {
  const [value] = call.arguments;
  const purpose = COMPARING[meaning] ?? (call.distinct === true ? 'equality' : undefined);
  if (value === undefined || purpose === undefined) return made;
  noticeOfText([value], t, purpose);
  if (!isText(value, t)) return made;
  const [first, ...others] = made as [Expression, ...Expression[]];
  if (purpose === 'order' && isListed(value, t)) return [wordAsText(value, first, t), ...others];
  const wanted = meaning === 'count' ? comparedAs(value, first, t, purpose) : chosenText(value, first, t, purpose);
  return [wanted, ...others];
}
