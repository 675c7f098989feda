import type { Token } from '../../lexer/token.js';

/** Words that are looked at to tell what a statement is, without reading it. */
const FIRST_WORDS = 24;

/** How a statement begins: its words as they are written, with single spaces, comments left out, and none about a dot. */
export function firstWordsOf({ tokens }: { readonly tokens: readonly Token[] }): string {
  const first: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'comment') first.push(token.text);
    if (first.length === FIRST_WORDS) break;
  }
  return first.join(' ').replace(/ ?\. ?/g, '.');
}
