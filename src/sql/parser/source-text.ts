import type { Cursor } from './cursor.js';

/** The text from one token to another (that one left out), with single spaces where white space or comments stood. */
export function textBetween(cursor: Cursor, from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index += 1) {
    const token = cursor.tokens[index];
    const before = cursor.tokens[index - 1];
    if (token === undefined) break;
    if (index > from && before !== undefined && token.start > before.end) text += ' ';
    text += token.text;
  }
  return text;
}

/** Takes tokens up to one of these keys, outside of parentheses opened here, and answers their text. */
export function takeUntil(cursor: Cursor, ends: ReadonlySet<string>): string {
  const from = cursor.index;
  let depth = 0;
  while (!cursor.atEnd) {
    const key = cursor.key();
    if (depth === 0 && (ends.has(key) || key === ')')) break;
    if (key === '(' || key === '[') depth += 1;
    if (key === ')' || key === ']') depth -= 1;
    cursor.index += 1;
  }
  return textBetween(cursor, from, cursor.index);
}
