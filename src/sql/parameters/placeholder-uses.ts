import { DragomanError, type Position } from '../../errors/index.js';
import type { StatementText } from '../analysis/split-statements.js';
import { behindText, positionAt } from '../lexer/position.js';
import { isPunctuation, keyword, type Token, withoutComments } from '../lexer/token.js';

/** Which value a placeholder asks for: the next one, one by its number from 1, or one by its name. */
export type ValueKey =
  | { readonly family: 'positional' }
  | { readonly family: 'numbered'; readonly number: number }
  | { readonly family: 'named'; readonly name: string };

/** A placeholder where it stands in a statement. */
export interface PlaceholderUse {
  readonly token: Token;
  readonly key: ValueKey;
  /** Whether it stands alone in `IN (…)`, where a list may take its place. */
  readonly takesList: boolean;
  /** Whether it stands where PostgreSQL has arrays: in ANY (…), ALL (…), unnest(…), or before a cast to one. */
  readonly takesArray: boolean;
}

/** The names that `params` has, if it has any. */
export type NamedValues = Readonly<Record<string, unknown>>;

/**
 * The placeholders of a statement in the order of the text. MySQL's `@x` is one where the
 * parameters have that name; else it is the session's variable.
 */
export function placeholderUses(statement: StatementText, named: NamedValues | undefined): PlaceholderUse[] {
  const tokens = withoutComments(statement.tokens);
  const uses: PlaceholderUse[] = [];
  tokens.forEach((token, index) => {
    const key = valueKey(token, named);
    if (key !== undefined)
      uses.push({
        token,
        key,
        takesList: standsAloneInList(tokens, index),
        takesArray: standsForArray(tokens, index),
      });
  });
  return uses;
}

function valueKey(token: Token, named: NamedValues | undefined): ValueKey | undefined {
  if (token.kind === 'variable') {
    if (token.name === null || named === undefined || !Object.hasOwn(named, token.name)) return undefined;
    return { family: 'named', name: token.name };
  }
  if (token.kind !== 'placeholder') return undefined;
  if (token.style === 'question') return { family: 'positional' };
  return 'number' in token ? { family: 'numbered', number: token.number } : { family: 'named', name: token.name };
}

function standsAloneInList(tokens: readonly Token[], index: number): boolean {
  const opens = isPunctuation(tokens[index - 1], '(') && keyword(tokens[index - 2]) === 'IN';
  return opens && isPunctuation(tokens[index + 1], ')');
}

const BEFORE_ARRAYS: ReadonlySet<string | undefined> = new Set(['ANY', 'ALL', 'SOME', 'UNNEST']);

function standsForArray(tokens: readonly Token[], index: number): boolean {
  if (isPunctuation(tokens[index - 1], '(') && BEFORE_ARRAYS.has(keyword(tokens[index - 2]))) return true;
  const cast = tokens[index + 1];
  if (cast?.text !== '::') return false;
  // the type's words, up to the brackets behind them
  let at = index + 2;
  while (tokens[at]?.kind === 'word' || isPunctuation(tokens[at], '.')) at += 1;
  return at > index + 2 && isPunctuation(tokens[at], '[');
}

/** A `BAD_PARAMETERS`, at a placeholder's position where one is at fault. */
export function badParameters(
  message: string,
  hint: string,
  at?: { readonly statement: StatementText; readonly token: Token },
): DragomanError {
  const position = at === undefined ? undefined : positionOf(at.statement, at.token);
  return new DragomanError('BAD_PARAMETERS', message, { position, hint });
}

function positionOf(statement: StatementText, token: Token): Position {
  return behindText(statement.position, positionAt(statement.text, token.start - statement.start));
}
