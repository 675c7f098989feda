import {
  asked,
  derivedText,
  type BinaryExpression,
  type ColumnReference,
  type Expression,
  type InList,
  type StringLiteral,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { familyOfName, isNameOfNumber, isNameOfWords } from '../../../typing/index.js';
import { number } from '../../made-nodes.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { mayBeTruth } from '../open-truths.js';
import { noticeOfText } from './text-comparison.js';

/*
 * Columns whose types nobody tells beside a text that says no number. To SQLite a number is never such a text, nor a truth
 * value, which is a number: https://www.sqlite.org/datatype3.html#comparison_expressions. MySQL reads the text as the number 0
 * beside a number: https://dev.mysql.com/doc/refman/8.4/en/type-conversion.html. Each is written so that it holds for a column
 * of texts as well.
 */

const saysNumber = (content: string): boolean => /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(content);
const isEmpty = (content: string): boolean => content === '';
/** What stands in a document as it is. */
const isPlain = (content: string): boolean => /^[\p{L}\d _.-]*$/u.test(content);

/** What a column may hold whose type nobody tells; undefined where it is a text by its name or its use. */
function heldBy(node: Expression, t: Translator): 'number' | 'truth' | 'any' | undefined {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return undefined;
  if (mayBeTruth(node, t)) return 'truth';
  const called = lastOf(node).value;
  const family = t.familyOf(node) ?? familyOfName(called);
  if (family === 'number' || (family === undefined && isNameOfNumber(called))) return 'number';
  return family === undefined && !isNameOfWords(called) ? 'any' : undefined;
}

/** `active = 'true'`, `stock <> ''`; undefined where it is no such comparison, or means the same as it stands. */
export function besideOpenWord(node: BinaryExpression, t: Translator): Expression | undefined {
  if (node.operator !== 'equal' && node.operator !== 'not-equal') return undefined;
  const [value, word] = node.left.kind === 'string' ? [node.right, node.left] : [node.left, node.right];
  if (value.kind !== 'column' || word.kind !== 'string' || asked(word, saysNumber)) return undefined;
  const held = heldBy(value, t);
  if (held === undefined || (held === 'any' && !asked(word, isEmpty))) return undefined;
  if (t.source === 'SQLITE') return ofText(node, value, word, held, t);
  return t.source === 'MYSQL' ? ofNumber(node, value, word, held, t) : undefined;
}

/** Its text, in which a truth value is no word of a text: PostgreSQL's document of a text has quotes around it. */
const AS_TEXT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS text)',
  MYSQL: 'CAST($1 AS CHAR)',
  SQLITE: '$1',
};
const AS_DOCUMENT = 'CAST(to_json($1) AS text)';
const isInQuotes = (held: string, t: Translator): boolean => held === 'truth' && t.target === 'POSTGRESQL';
const inQuotes = (word: StringLiteral): StringLiteral => derivedText(word, (content) => `"${content}"`);

function ofText(
  node: BinaryExpression,
  value: ColumnReference,
  word: StringLiteral,
  held: string,
  t: Translator,
): Expression | undefined {
  const quotes = isInQuotes(held, t);
  if (quotes && !asked(word, isPlain)) return undefined;
  noticeOfText([value, word], t, 'equality');
  const left = t.form(quotes ? AS_DOCUMENT : AS_TEXT[t.target], [t.value(value)], value);
  return { ...node, left, right: quotes ? inQuotes(word) : t.value(word) };
}

const EMPTY_OR_NOUGHT: Readonly<Record<'POSTGRESQL' | 'SQLITE', string>> = {
  POSTGRESQL: String.raw`CAST(to_json($1) AS text) ~ '^(""|false|-?0(\.0+)?)$'`,
  SQLITE: "CASE typeof($1) WHEN 'text' THEN $1 = '' ELSE $1 = 0 END",
};

function ofNumber(
  node: BinaryExpression,
  value: ColumnReference,
  word: StringLiteral,
  held: string,
  t: Translator,
): Expression | undefined {
  if (t.target === 'MYSQL') return undefined;
  if (held === 'number') return { ...node, left: t.value(value), right: number(0, word.span) };
  if (!asked(word, isEmpty)) {
    t.notice('UNKNOWN_TYPE', value, 'Where this is a number or a truth value, MySQL takes the text beside it for 0.');
    return undefined;
  }
  noticeOfText([value, word], t, 'equality');
  const not = node.operator === 'not-equal' ? 'NOT ' : '';
  return t.form(`${not}(${EMPTY_OR_NOUGHT[t.target]})`, [t.value(value)], node);
}

/** What a truth value is in a list that SQLite looks for it in, as PostgreSQL writes it and as a number. */
const TRUTH_OF: Readonly<Record<string, string>> = { '1': 'true', '0': 'false' };
const truthOf = (content: string): string => TRUTH_OF[content] ?? '';
const asItIs = (content: string): string => content;

/** `active IN ('true', '1')` of SQLite's; undefined where it is no such list. */
export function amongOpenWords(node: InList, t: Translator): Expression | undefined {
  const { operand, items } = node;
  if (t.source !== 'SQLITE' || heldBy(operand, t) !== 'truth') return undefined;
  const words = items.filter((one) => one.kind === 'string');
  if (words.length < items.length || words.every((one) => asked(one, saysNumber))) return undefined;
  if (!words.every((one) => asked(one, isPlain))) return undefined;
  const quotes = isInQuotes('truth', t);
  noticeOfText([operand, ...items], t, 'equality');
  const made = t.form(quotes ? AS_DOCUMENT : AS_TEXT[t.target], [t.value(operand)], operand);
  return { ...node, operand: made, items: quotes ? words.flatMap(asDocuments) : words.map((one) => t.value(one)) };
}

const asDocuments = (word: StringLiteral): Expression[] =>
  asked(word, truthOf) === ''
    ? [inQuotes(word)]
    : [inQuotes(word), derivedText(word, truthOf), derivedText(word, asItIs)];
