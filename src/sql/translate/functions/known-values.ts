import { functionOfCall } from '../../analysis/function-of-call.js';
import type { Expression } from '../../ast/index.js';
import type { Translator } from '../translator.js';
import { literalNumber, type Guard } from './form.js';

/** What an argument is known to be before the statement runs. */
export const literalText = (value: Expression | undefined): string | undefined =>
  value?.kind === 'string' ? value.value : value?.kind === 'number' ? value.text : undefined;

/** A text that is written out, in pieces or by the codes of its characters; undefined where it is computed. */
export function constantText(node: Expression, t: Translator): string | undefined {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'binary' && node.operator === 'concatenate') {
    const [left, right] = [constantText(node.left, t), constantText(node.right, t)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (node.kind !== 'call' || !CHARACTERS.has(functionOfCall(node, t.from)?.meaning ?? '')) return undefined;
  const codes = node.arguments.map((one) => literalNumber(one) ?? 0);
  return codes.every(isCode) ? String.fromCodePoint(...codes) : undefined;
}

/** The last code of Unicode. */
const LAST_CODE = 0x10ffff;
const isCode = (code: number): boolean => Number.isInteger(code) && code > 0 && code <= LAST_CODE;

/** Functions that make characters of their codes. */
const CHARACTERS: ReadonlySet<string> = new Set(['character_of_code', 'characters_of_codes']);

/** Functions whose answers are never below 0. */
const COUNTING: ReadonlySet<string> = new Set([
  'char_length',
  'octet_length',
  'position_in_first',
  'position_in_second',
  'position_in_second_from',
  'find_in_set',
  'field',
  'count',
]);

/** The least that an expression of the source may be; undefined where that can't be told. */
export function leastOf(node: Expression | undefined, t: Translator): number | undefined {
  const literal = literalNumber(node);
  if (node === undefined || literal !== undefined) return literal;
  if (node.kind === 'call') {
    const row = functionOfCall(node, t.from);
    return row !== undefined && COUNTING.has(row.meaning) ? 0 : undefined;
  }
  if (node.kind !== 'binary') return undefined;
  const left = leastOf(node.left, t);
  const right = node.operator === 'subtract' ? literalNumber(node.right) : leastOf(node.right, t);
  if (left === undefined || right === undefined) return undefined;
  return node.operator === 'add' ? left + right : node.operator === 'subtract' ? left - right : undefined;
}

/** An argument that is at least so much; one that is not there is. */
export const isAtLeast =
  (index: number, least: number): Guard =>
  ({ node, t }) => {
    const value = node.arguments[index - 1];
    return value === undefined || (leastOf(value, t) ?? least - 1) >= least;
  };

/** An argument that is a string without letters, whose case can't matter. */
export const hasNoCase =
  (index: number): Guard =>
  ({ node }) => {
    const value = literalText(node.arguments[index - 1]);
    return value !== undefined && !/\p{L}/u.test(value);
  };

/** An argument that is a string of one character. */
export const isCharacter =
  (index: number): Guard =>
  ({ node }) =>
    Array.from(literalText(node.arguments[index - 1]) ?? '').length === 1;

export const isText =
  (index: number, wanted?: (text: string) => boolean): Guard =>
  ({ node }) => {
    const value = node.arguments[index - 1];
    return value?.kind === 'string' && (wanted === undefined || wanted(value.value));
  };
