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
  const comments = new Set(statement.tokens.flatMap(({ executableComment }) => executableComment ?? []));
  if (comments.size === 0 || asCode === 'NO') return asCode;
  if (comments.size > MOST_COMMENTS) return 'NO';
  const readings = subsets([...comments]).map((skipped) => readsWithout(statement, skipped));
  if (readings.includes('NO')) return 'NO';
  return readings.includes('UNSURE') ? 'UNSURE' : asCode;
}

/** Every choice of comments that is not empty. */
function subsets(comments: readonly ExecutableComment[]): ReadonlySet<ExecutableComment>[] {
  const choices = Array.from({ length: 2 ** comments.length - 1 }, (_, index) => index + 1);
  return choices.map((choice) => new Set(comments.filter((_, bit) => ((choice >> bit) & 1) === 1)));
}

function readsWithout({ sql, tokens, dialect }: StatementTokens, skipped: ReadonlySet<ExecutableComment>): Reads {
  const left = tokens.filter(
    ({ executableComment }) => executableComment === undefined || !skipped.has(executableComment),
  );
  try {
    return effectsOf(parseTokens(sql, left, dialect), dialect).reads;
  } catch (error) {
    // what can't be read here may be read by a server
    if (error instanceof DragomanError && error.code === 'SQL_SYNTAX') return 'NO';
    throw error;
  }
}
