import type { Dialect } from '../dialects/dialect.js';

/** Rows of an INSERT whose values are plain literals, by the places of these in the text. */
export interface LiteralRows {
  /** Where the head ends, behind VALUES. */
  readonly headEnd: number;
  /** How many values each row has. */
  readonly width: number;
  /** Start and end of each value, row by row. */
  readonly places: readonly number[];
}

/** What was read of such rows: the stretch that they take. */
export interface ReadRows extends Omit<LiteralRows, 'headEnd'> {
  /** Behind the parenthesis that closes the last row. */
  readonly end: number;
  /** Behind the comma, or the semicolon, that follows it. */
  readonly next: number;
  /** Whether that is a semicolon. */
  readonly isLast: boolean;
}

const QUOTE = 0x27;
const BACKSLASH = 0x5c;
const [OPEN, CLOSE, COMMA, MINUS, DOT, SEMICOLON] = [0x28, 0x29, 0x2c, 0x2d, 0x2e, 0x3b];
const [DIGIT_0, DIGIT_9] = [0x30, 0x39];

const isDigit = (code: number): boolean => code >= DIGIT_0 && code <= DIGIT_9;
/** Space, tab and line ends. */
const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const WORDS: readonly string[] = ['NULL', 'TRUE', 'FALSE'];
/** What may not follow a number or a word: letters, digits, and what names may have. */
const GOES_ON = /[\w.$\u0080-\uffff]/;

/**
 * Reads rows of plain literals without making tokens of them: numbers, texts in single quotes, NULL and truth values. All
 * else, comments among it, is for the lexer.
 */
export class LiteralReader {
  #at = 0;
  #places: number[] = [];

  /**
   * @param start what the places of values count from
   * @param closes whether a semicolon ends the statement
   */
  constructor(
    private readonly sql: string,
    private readonly dialect: Dialect,
    private readonly start: number,
    private readonly closes: boolean,
  ) {}

  /**
   * Rows from a place on, each with the comma behind it, up to the first that ends behind `enough`, or to the last one.
   * @returns `unfinished` where the text ends before; undefined where something else than such rows stands there
   */
  read(from: number, enough: number): ReadRows | 'unfinished' | undefined {
    this.#places = [];
    this.#at = from;
    let width = 0;
    while (this.#at <= enough) {
      const before = this.#places.length;
      if (!this.#row()) return this.#at >= this.sql.length ? 'unfinished' : undefined;
      const end = this.#at;
      this.#skipBlanks();
      if (this.#at >= this.sql.length) return 'unfinished';
      const behind = this.sql.charCodeAt(this.#at);
      const isLast = behind === SEMICOLON && this.closes;
      if (behind !== COMMA && !isLast) return undefined;
      this.#at += 1;
      const count = (this.#places.length - before) / 2;
      if (width !== 0 && count !== width) return undefined;
      width = count;
      if (isLast || this.#at > enough) return { width, places: this.#places, end, next: this.#at, isLast };
    }
    return undefined;
  }

  #row(): boolean {
    this.#skipBlanks();
    if (this.sql.charCodeAt(this.#at) !== OPEN) return false;
    for (;;) {
      this.#at += 1;
      this.#skipBlanks();
      if (!this.#value()) return false;
      this.#skipBlanks();
      const code = this.sql.charCodeAt(this.#at);
      if (code === CLOSE) break;
      if (code !== COMMA) return false;
    }
    this.#at += 1;
    return true;
  }

  #skipBlanks(): void {
    while (isBlank(this.sql.charCodeAt(this.#at))) this.#at += 1;
  }

  #value(): boolean {
    const start = this.#at;
    const code = this.sql.charCodeAt(start);
    const isRead = code === QUOTE ? this.#text() : code === MINUS || isDigit(code) ? this.#number() : this.#word();
    if (isRead) this.#places.push(start - this.start, this.#at - this.start);
    return isRead;
  }

  #text(): boolean {
    const { sql } = this;
    const { length } = sql;
    const escapes = this.dialect.quoting.backslashEscapes;
    let at = this.#at + 1;
    for (; at < length; at += 1) {
      const code = sql.charCodeAt(at);
      if (code === BACKSLASH && escapes) at += 1;
      else if (code === QUOTE) {
        if (sql.charCodeAt(at + 1) !== QUOTE) break;
        at += 1;
      }
    }
    // whether another quote follows is not known at the end of the text
    this.#at = Math.min(at + 1, length);
    return at + 1 < length;
  }

  #number(): boolean {
    const { sql } = this;
    let at = this.#at;
    if (sql.charCodeAt(at) === MINUS) at += 1;
    const first = at;
    while (isDigit(sql.charCodeAt(at))) at += 1;
    if (at === first) return this.#stop(at);
    if (sql.charCodeAt(at) === DOT) {
      const point = at;
      at += 1;
      while (isDigit(sql.charCodeAt(at))) at += 1;
      if (at === point + 1) return this.#stop(at);
    }
    return this.#ends(at);
  }

  #word(): boolean {
    const written = this.sql.slice(this.#at, this.#at + 5).toUpperCase();
    const word = WORDS.find((one) => written.startsWith(one));
    return word === undefined ? this.#stop(this.#at) : this.#ends(this.#at + word.length);
  }

  #ends(at: number): boolean {
    this.#at = at;
    return at < this.sql.length && !GOES_ON.test(this.sql.charAt(at));
  }

  /** What can't be read is no literal, unless the text ends there. */
  #stop(at: number): false {
    this.#at = this.sql.length - at <= LONGEST_WORD ? this.sql.length : at;
    return false;
  }
}

/** So near to the end of the text a word may be cut. */
const LONGEST_WORD = 5;
