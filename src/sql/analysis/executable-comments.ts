import { DragomanError } from '../../errors/index.js';
import type { Dialect } from '../dialects/dialect.js';
import type { ExecutableComment, Token } from '../lexer/token.js';
import { parseTokens } from '../parser/index.js';
import { effectsOf, type Reads } from './effects-of.js';

/** More comments than these have too many readings to try them all. */
const MOST_COMMENTS = 3;

/** A statement's tokens, and the text that they stand in. */
interface StatementTokens {
  readonly sql: string;
  readonly tokens: readonly Token[];
  readonly dialect: Dialect;
}

/**
 * Whether a statement reads in every reading that a server may choose: each executable comment is code to one version
 * and nothing to another. `GET_LOCK /*!99999 + *\/ ('a', 1)` is a sum to some, and a lock to the others.
 *
 * @param asCode What it is where all of them are code.
 */
export function readsUnderAnyVersion(statement: StatementTokens, asCode: Reads): Reads {
  if (asCode === 'NO') return asCode;
  const others = otherReadings(statement.tokens);
  if (others === undefined) return 'NO';
  const readings = others.map((tokens) => readsOf({ ...statement, tokens }));
  if (readings.includes('NO')) return 'NO';
  return readings.includes('UNSURE') ? 'UNSURE' : asCode;
}

/**
 * What a server may read where it skips some of the executable comments, or all of them.
 * @returns undefined where there are too many to tell
 */
export function otherReadings(tokens: readonly Token[]): (readonly Token[])[] | undefined {
  const comments = new Set(tokens.flatMap(({ executableComment }) => executableComment ?? []));
  if (comments.size > MOST_COMMENTS) return undefined;
  return subsets([...comments]).map((skipped) =>
    tokens.filter(({ executableComment }) => executableComment === undefined || !skipped.has(executableComment)),
  );
}

/** Every choice of comments that is not empty. */
function subsets(comments: readonly ExecutableComment[]): ReadonlySet<ExecutableComment>[] {
  const choices = Array.from({ length: 2 ** comments.length - 1 }, (_, index) => index + 1);
  return choices.map((choice) => new Set(comments.filter((_, bit) => ((choice >> bit) & 1) === 1)));
}

function readsOf({ sql, tokens, dialect }: StatementTokens): Reads {
  try {
    return effectsOf(parseTokens(sql, tokens, dialect), dialect).reads;
  } catch (error) {
    // what can't be read here may be read by a server
    if (error instanceof DragomanError && error.code === 'SQL_SYNTAX') return 'NO';
    throw error;
  }
}
