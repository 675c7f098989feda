import type { Dialect } from '../dialects/dialect.js';
import { isPunctuation, keyword, type Token } from '../lexer/token.js';
import {
  KIND_OF_OBJECT,
  KIND_OF_VERB,
  OBJECT_MODIFIERS,
  type StatementKind,
  UPSERT_PHRASES,
} from './statement-kinds.js';
import { startsWithWords, type StatementShape, statementShape, topLevel } from './statement-shape.js';

/**
 * What one statement does, by its leading words: comments and opening parentheses are passed by,
 * and a WITH list up to the verb behind it. `UNKNOWN` where they don't tell.
 */
export function statementKind(tokens: readonly Token[], dialect: Dialect): StatementKind {
  const shape = statementShape(tokens);
  const verb = keyword(shape.tokens[shape.verb]);
  const objects = KIND_OF_OBJECT.get(verb);
  if (objects !== undefined) {
    const object = keyword(shape.tokens[behindModifiers(shape.tokens, shape.verb + 1)]);
    const kind = objects.get(object);
    if (kind !== undefined) return kind;
  }
  const kind = dialect.statements.verbs.get(verb) ?? KIND_OF_VERB.get(verb) ?? 'UNKNOWN';
  return kind === 'INSERT' && isUpsert(shape) ? 'UPSERT' : kind;
}

/** Index of the word that names the kind of object: OR REPLACE, DEFINER = `a`@`b` and their like passed by. */
export function behindModifiers(tokens: readonly Token[], from: number): number {
  let at = from;
  while (OBJECT_MODIFIERS.has(keyword(tokens[at]))) {
    at += 1;
    if (tokens[at]?.text !== '=') continue;
    at += 2;
    if (tokens[at]?.kind === 'variable') at += 1;
    if (isPunctuation(tokens[at], '(') && isPunctuation(tokens[at + 1], ')')) at += 2;
  }
  return at;
}

function isUpsert({ tokens, verb }: StatementShape): boolean {
  for (const index of topLevel(tokens, verb)) {
    if (UPSERT_PHRASES.some((phrase) => startsWithWords(tokens, index, phrase))) return true;
  }
  return false;
}
