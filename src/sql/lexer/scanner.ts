import { DragomanError } from '../../errors/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { positionAt } from './position.js';
import type { ExecutableComment, Token, TokenNature } from './token.js';

/** The longest SQL text that is read, in UTF-16 units. */
export const MAX_SQL_LENGTH = 1_000_000;

/** The most tokens that one SQL text may have. */
export const MAX_TOKENS = 500_000;

/** Where the lexer is in a text and what it has read so far; its readers move it on. */
export class Scanner {
  readonly tokens: Token[] = [];
  /** Offset of the next character. */
  at = 0;
  /** The last token that is no comment, and the one before it. */
  previous: Token | undefined;
  beforePrevious: Token | undefined;
  /** What a client's DELIMITER said that statements end with; undefined for the semicolon. */
  delimiter: string | undefined;
  /** Where the rows of COPY end that were found last; -1 once there are no more. */
  lastRowsEnd: number | undefined;
  /** The executable comment that is open. */
  executableComment: { start: number; end: number } | undefined;
  /** Whether what failed last was the end of the text within quotes or a comment: more text would mend it. */
  endsInside = false;

  /** @param sql grows where the text comes in pieces; offsets stay */
  constructor(
    public sql: string,
    readonly dialect: Dialect,
  ) {}

  /** The UTF-16 unit `ahead` of the next one; NaN behind the end. */
  code(ahead = 0): number {
    return this.sql.charCodeAt(this.at + ahead);
  }

  /** Whether nothing but comments was read of the present statement. */
  get atStatementStart(): boolean {
    return this.previous === undefined || this.previous.kind === 'terminator' || this.previous.text === ';';
  }

  startsWith(text: string): boolean {
    return this.sql.startsWith(text, this.at);
  }

  /** Takes the text up to `end` for a token. */
  push(nature: TokenNature, end: number): true {
    const text = this.sql.slice(this.at, this.#beforeDelimiter(nature, end));
    if (this.tokens.length >= MAX_TOKENS) throw tooLarge('tokens', MAX_TOKENS);
    const token = this.#token(nature, text, this.at + text.length);
    this.tokens.push(token);
    if (token.kind !== 'comment') {
      this.beforePrevious = this.previous;
      this.previous = token;
    }
    this.at = token.end;
    return true;
  }

  /** A client's delimiter ends a word, also where its characters may stand in one: END$$ */
  #beforeDelimiter({ kind }: TokenNature, end: number): number {
    if (this.delimiter === undefined || kind !== 'word') return end;
    const found = this.sql.indexOf(this.delimiter, this.at);
    return found > this.at && found < end ? found : end;
  }

  /** Nearly all tokens are of the first form: it is made without copying. */
  #token(nature: TokenNature, text: string, end: number): Token {
    const start = this.at;
    if (this.executableComment !== undefined) {
      return { ...nature, text, start, end, executableComment: this.#refuseInnerEnd(text, this.executableComment) };
    }
    if ('style' in nature || 'name' in nature) return { ...nature, text, start, end };
    return { kind: nature.kind, text, start, end };
  }

  /** The text ends within quotes or a comment that opened at `offset`. */
  failUnclosed(offset: number, message: string, hint: string): never {
    this.endsInside = true;
    return this.fail(offset, message, hint);
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
