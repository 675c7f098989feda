import { isPunctuation, keyword, type Token, withoutComments } from '../lexer/token.js';

/**
 * A statement as far as tokens alone show it: comments left out, parentheses matched, and the
 * verb behind its WITH list found.
 */
export interface StatementShape {
  /** The tokens without comments. */
  readonly tokens: readonly Token[];
  /** By the index of an opening parenthesis the index of its closing one. */
  readonly closings: ReadonlyMap<number, number>;
  /** Index of the main verb, behind opening parentheses and WITH lists; -1 where none was found. */
  readonly verb: number;
}

export function statementShape(all: readonly Token[]): StatementShape {
  const tokens = withoutComments(all);
  const closings = matchParentheses(tokens);
  return { tokens, closings, verb: mainVerb(tokens, closings, 0) };
}

function matchParentheses(tokens: readonly Token[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (isPunctuation(token, '(')) open.push(index);
    else if (isPunctuation(token, ')')) {
      const opening = open.pop();
      if (opening !== undefined) closings.set(opening, index);
    }
  });
  return closings;
}

/** Index of the verb of the query or statement that starts at `from`; -1 where it can't be told. */
export function mainVerb(tokens: readonly Token[], closings: ReadonlyMap<number, number>, from: number): number {
  let at = skipOpening(tokens, from);
  while (keyword(tokens[at]) === 'WITH') {
    const behind = behindWithList(tokens, closings, at + 1);
    if (behind < 0) return -1;
    at = skipOpening(tokens, behind);
  }
  return at < tokens.length ? at : -1;
}

function skipOpening(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isPunctuation(tokens[at], '(')) at += 1;
  return at;
}

/** [RECURSIVE] name [(columns)] AS [[NOT] MATERIALIZED] (body) [SEARCH …] [CYCLE …] [, …] */
function behindWithList(tokens: readonly Token[], closings: ReadonlyMap<number, number>, from: number): number {
  let at = from;
  const named = keyword(tokens[at + 1]) === 'AS' || isPunctuation(tokens[at + 1], '(');
  if (keyword(tokens[at]) === 'RECURSIVE' && !named) at += 1;
  for (;;) {
    at += 1; // the name
    if (isPunctuation(tokens[at], '(')) at = behind(closings, at);
    if (keyword(tokens[at]) !== 'AS') return -1;
    at += 1;
    if (keyword(tokens[at]) === 'NOT') at += 1;
    if (keyword(tokens[at]) === 'MATERIALIZED') at += 1;
    if (!isPunctuation(tokens[at], '(')) return -1;
    at = behindTails(tokens, behind(closings, at));
    if (!isPunctuation(tokens[at], ',')) return at;
    at += 1;
  }
}

/** The index behind a closing parenthesis; one where no token is, if it is missing. */
function behind(closings: ReadonlyMap<number, number>, opening: number): number {
  return (closings.get(opening) ?? -2) + 1;
}

/** How SEARCH and CYCLE clauses end: with a word, and so many tokens behind it. */
const TAIL_ENDS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([
  ['SEARCH', new Map([['SET', 1]])],
  [
    'CYCLE',
    new Map([
      ['USING', 1],
      ['RESTRICT', 0],
    ]),
  ],
]);

function behindTails(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const ends = TAIL_ENDS.get(keyword(tokens[at]));
    if (ends === undefined) return at;
    let more = ends.get(keyword(tokens[at]));
    while (more === undefined) {
      at += 1;
      const token = tokens[at];
      // neither clause has parentheses; to look past them could take quadratic time
      if (token === undefined || isPunctuation(token, '(') || isPunctuation(token, ')')) return -1;
      more = ends.get(keyword(token));
    }
    at += 1 + more;
  }
}

/** Whether the words from `from` on are these. */
export function startsWithWords(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  return words.every((word, index) => keyword(tokens[from + index]) === word);
}

/** By how much a token moves the depth of parentheses. */
export function depthChange(token: Token): number {
  if (isPunctuation(token, '(')) return 1;
  return isPunctuation(token, ')') ? -1 : 0;
}

/** Indexes, from `from` on, of the tokens that stand in no parentheses opened since. */
export function* topLevel(tokens: readonly Token[], from: number): Generator<number> {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const change = depthChange(tokens[index] as Token);
    if (change < 0) depth -= 1;
    if (depth < 0) return;
    if (depth === 0) yield index;
    if (change > 0) depth += 1;
  }
}
