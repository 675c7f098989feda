import type { BaseNode, Comment, Span } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { keyword, type Token } from '../lexer/token.js';
import { syntaxError } from './syntax-error.js';

/** How deep a tree may be; deeper ones are refused, since every later step walks down them. */
export const MAX_NESTING = 600;

/** What the reader of one statement sees: its tokens without comments, and how far it is. */
export class Cursor {
  /** The tokens without comments. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  /** Those of the comments that are hints to a statement's planner. */
  readonly hints = new Set<Comment>();
  /**
   * For each token what the grammar compares: a word in upper case, a sign as it is written; empty for names in
   * quotes, literals and placeholders.
   */
  readonly keys: readonly string[];
  /** Index of the next token. */
  index = 0;
  /** What the grammar asked for at `furthest`; gathered on the second reading of a faulty text alone. */
  readonly expected: Set<string> | undefined;
  #furthest = 0;
  #depth = 0;

  constructor(
    readonly sql: string,
    tokens: readonly Token[],
    readonly dialect: Dialect,
    explains = false,
  ) {
    const meaning: Token[] = [];
    const keys: string[] = [];
    const comments: Comment[] = [];
    for (const token of tokens) {
      if (token.kind === 'comment') comments.push({ text: token.text, start: token.start, end: token.end });
      else {
        meaning.push(token);
        keys.push(keyOf(token));
      }
    }
    this.tokens = meaning;
    this.keys = keys;
    this.comments = comments;
    this.expected = explains ? new Set() : undefined;
  }

  /** The token `ahead` of the next one. */
  token(ahead = 0): Token | undefined {
    return this.tokens[this.index + ahead];
  }

  /** The key `ahead` of the next one; empty behind the end. */
  key(ahead = 0): string {
    return this.keys[this.index + ahead] ?? '';
  }

  get atEnd(): boolean {
    return this.index >= this.tokens.length;
  }

  /** Whether these keys come next. */
  at(first: string, second?: string, third?: string): boolean {
    if (this.expected !== undefined) this.#note(second === undefined ? first : `${first} ${second}`);
    const { keys, index } = this;
    return (
      keys[index] === first &&
      (second === undefined || keys[index + 1] === second) &&
      (third === undefined || keys[index + 2] === third)
    );
  }

  /** Whether one of these keys comes next. */
  atAny(keys: ReadonlySet<string>): boolean {
    return keys.has(this.keys[this.index] ?? '');
  }

  /** Moves behind these keys if they come next. */
  take(first: string, second?: string, third?: string): boolean {
    if (!this.at(first, second, third)) return false;
    this.index += third === undefined ? (second === undefined ? 1 : 2) : 3;
    return true;
  }

  /** The first of these keys that comes next, taken; undefined where none does. */
  takeOneOf<Key extends string>(...keys: readonly Key[]): Key | undefined {
    return keys.find((key) => this.take(key));
  }

  /** Moves behind these keys. @throws DragomanError SQL_SYNTAX where they don't come next */
  expect(first: string, second?: string, third?: string): void {
    if (!this.take(first, second, third)) this.unexpected(`\`${first}\``);
  }

  /** Moves behind the next token and answers it. */
  next(): Token {
    const token = this.tokens[this.index];
    if (token === undefined) this.unexpected('more');
    this.index += 1;
    return token;
  }

  /** Offset where the next token starts. */
  get start(): number {
    return this.tokens[this.index]?.start ?? this.end;
  }

  /** Offset where the last token that was taken ends. */
  get end(): number {
    return this.tokens[this.index - 1]?.end ?? 0;
  }

  /** From an offset to where the reader is. */
  since(start: number): Span {
    return { start, end: Math.max(this.end, start) };
  }

  /** From where a node starts to where the reader is. */
  from(node: BaseNode): Span {
    return { start: node.span.start, end: this.end };
  }

  /** Reads what is deeper in the tree; by several levels where many functions call each other on the way down. */
  deeper<T>(read: (cursor: this) => T, levels = 1): T {
    this.descend(levels);
    const result = read(this);
    this.#depth -= levels;
    return result;
  }

  /** Counts a level of the tree that is read in a loop; `ascend` takes it back. */
  descend(levels = 1): void {
    this.#depth += levels;
    if (this.#depth > MAX_NESTING) throw syntaxError.tooDeep(this, MAX_NESTING);
  }

  ascend(levels = 1): void {
    this.#depth -= levels;
  }

  /** Reads on, and goes back where the grammar does not fit. */
  attempt<T>(read: (cursor: this) => T | undefined): T | undefined {
    const { index } = this;
    const depth = this.#depth;
    const result = read(this);
    if (result === undefined) {
      this.index = index;
      this.#depth = depth;
    }
    return result;
  }

  /** @throws DragomanError SQL_SYNTAX at the next token */
  unexpected(wanted?: string): never {
    throw syntaxError.unexpected(this, wanted);
  }

  #note(keys: string): void {
    if (this.index > this.#furthest) {
      this.#furthest = this.index;
      this.expected?.clear();
    }
    if (this.index === this.#furthest) this.expected?.add(keys);
  }
}

function keyOf(token: Token): string {
  switch (token.kind) {
    case 'word':
      return keyword(token);
    case 'operator':
    case 'punctuation':
      return token.text;
    default:
      return '';
  }
}
