import { isPunctuation, keyword, type Token } from '../lexer/token.js';
import { statementShape, topLevel } from './statement-shape.js';
import type { TextRange } from './target-table.js';

/** The list behind RETURNING, and its items, as offsets in the SQL text. */
export interface ReturningClause extends TextRange {
  readonly items: readonly TextRange[];
}

const RETURNING_VERBS: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'REPLACE']);

/**
 * The last RETURNING of a statement that changes rows, outside of parentheses; null where it has
 * none, or nothing stands behind it.
 */
export function returningClause(all: readonly Token[]): ReturningClause | null {
  const { tokens, verb } = statementShape(all);
  if (!RETURNING_VERBS.has(keyword(tokens[verb]))) return null;
  let returning = -1;
  for (const index of topLevel(tokens, verb)) {
    if (keyword(tokens[index]) === 'RETURNING' && !isPunctuation(tokens[index - 1], '.')) returning = index;
  }
  if (returning < 0) return null;
  const items = listItems(tokens, returning + 1);
  const [first, last] = [items[0], items[items.length - 1]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end, items };
}

/** The items of a list, split by the commas outside of parentheses. */
function listItems(tokens: readonly Token[], from: number): TextRange[] {
  const items: TextRange[] = [];
  let start: number | undefined;
  let end = 0;
  const close = (): void => {
    if (start !== undefined) items.push({ start, end });
    start = undefined;
  };
  for (const index of topLevel(tokens, from)) {
    const token = tokens[index] as Token;
    if (isPunctuation(token, ';')) break;
    if (isPunctuation(token, ',')) close();
    else {
      start ??= token.start;
      end = token.end;
    }
  }
  close();
  return items;
}
