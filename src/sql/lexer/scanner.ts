import { DragomanError } from '../../errors/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { positionAt } from './position.js';
import type { ExecutableComment, Token, TokenNature } from './token.js';

/** The longest SQL text that is read, in UTF-16 units. */
export const MAX_SQL_LENGTH = 1_000_000;

/** The most tokens that one SQL text may have. */
export const MAX_TOKENS = 200_000;

/** Where the lexer is in a text and what it has read so far; its readers move it on. */
export class Scanner {
  readonly tokens: Token[] = [];
  /** Offset of the next character. */
  at = 0;
  /** The last token that is no comment, and the one before it. */
  previous: Token | undefined;
  beforePrevious: Token | undefined;
  /** The executable comment that is open. */
  executableComment: { start: number; end: number } | undefined;

  constructor(
    readonly sql: string,
    readonly dialect: Dialect,
  ) {}

  /** The UTF-16 unit `ahead` of the next one; NaN behind the end. */
  code(ahead = 0): number {
    return this.sql.charCodeAt(this.at + ahead);
  }

  startsWith(text: string): boolean {
    return this.sql.startsWith(text, this.at);
  }

  /** Takes the text up to `end` for a token. */
  push(nature: TokenNature, end: number): true {
    const text = this.sql.slice(this.at, end);
    if (this.tokens.length >= MAX_TOKENS) throw tooLarge('tokens', MAX_TOKENS);
    const place = { text, start: this.at, end };
    const token: Token =
      this.executableComment === undefined
        ? { ...nature, ...place }
        : { ...nature, ...place, executableComment: this.#refuseInnerEnd(text, this.executableComment) };
    this.tokens.push(token);
    if (token.kind !== 'comment') {
      this.beforePrevious = this.previous;
      this.previous = token;
    }
    this.at = end;
    return true;
  }

  fail(offset: number, message: string, hint: string): never {
    throw new DragomanError('SQL_SYNTAX', message, { position: positionAt(this.sql, offset), hint });
  }

  /**
   * A server that skips an executable comment, for its version, ends it at the first star and slash,
   * whatever quotes stand around them. What it would then run is not what is read here.
   */
  #refuseInnerEnd(text: string, comment: ExecutableComment): ExecutableComment {
    if (!text.includes('*/')) return comment;
    return this.fail(
      this.at,
      'An executable comment holds another comment’s end.',
      'Take the inner "*/" out: servers differ on where such a comment ends.',
    );
  }
}

export function tooLarge(what: string, max: number): DragomanError {
  return new DragomanError('REQUEST_TOO_LARGE', `The SQL text has more than ${max} ${what}.`, {
    limit: { name: `sql ${what}`, max },
    hint: 'Send the statements in several requests.',
  });
}
