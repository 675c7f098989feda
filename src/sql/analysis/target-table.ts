import type { Dialect } from '../dialects/dialect.js';
import { isPunctuation, keyword, type Token } from '../lexer/token.js';
import { statementShape, topLevel } from './statement-shape.js';

/** A stretch of a SQL text, by offsets in UTF-16 units; `end` is behind it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Words that must stand between a verb and its table, unless the dialect lets them out. */
const LINKING_WORD: ReadonlyMap<string, string> = new Map([
  ['INSERT', 'INTO'],
  ['REPLACE', 'INTO'],
  ['DELETE', 'FROM'],
  ['UPDATE', ''],
]);

const JOINS: ReadonlySet<string> = new Set(['JOIN', 'STRAIGHT_JOIN']);

/**
 * Where the name of the one table stands, its schema with it, that an INSERT, REPLACE, UPDATE or
 * DELETE changes. Null for other statements, and where several tables are named.
 */
export function targetTable(tokens: readonly Token[], dialect: Dialect): TextRange | null {
  const shape = statementShape(tokens);
  const verb = keyword(shape.tokens[shape.verb]);
  const link = LINKING_WORD.get(verb);
  if (link === undefined) return null;
  const name = behindLink(shape.tokens, shape.verb + 1, link, dialect);
  const end = nameEnd(shape.tokens, name);
  if (end < 0) return null;
  const several = verb === 'UPDATE' ? namesSeveral(shape.tokens, end + 1) : isPunctuation(shape.tokens[end + 1], ',');
  if (several) return null;
  return { start: (shape.tokens[name] as Token).start, end: (shape.tokens[end] as Token).end };
}

/** Index behind `[LOW_PRIORITY] [OR REPLACE] INTO [ONLY]` and its like; -1 where the link is missing. */
function behindLink(tokens: readonly Token[], from: number, link: string, dialect: Dialect): number {
  const { writeModifiers, intoOptional } = dialect.statements;
  const skip = (start: number): number => {
    let at = start;
    while (writeModifiers.has(keyword(tokens[at]))) at += 1;
    return at;
  };
  let at = skip(from);
  if (keyword(tokens[at]) === 'OR') at = skip(at + 2);
  if (keyword(tokens[at]) === link && link !== '') return skip(at + 1);
  return link === '' || (link === 'INTO' && intoOptional) ? at : -1;
}

/** Index of the last part of the name that starts at `from`; -1 where none does. */
function nameEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  if (!isName(tokens[at])) return -1;
  while (isPunctuation(tokens[at + 1], '.') && isName(tokens[at + 2])) at += 2;
  return at;
}

function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted-name';
}

function namesSeveral(tokens: readonly Token[], from: number): boolean {
  for (const index of topLevel(tokens, from)) {
    const word = keyword(tokens[index]);
    if (word === 'SET') return false;
    if (JOINS.has(word) || isPunctuation(tokens[index], ',')) return true;
  }
  return false;
}
