import type { Dialect } from '../../dialects/index.js';
import { isDigit, isNamePart, isNameStart, isSpace, nameEnd } from '../../lexer/characters.js';

/** A value that stands in a text by itself: a number in digits, or a string in plain quotes. */
export interface ShapeValue {
  /** What it says, without quotes. */
  readonly content: string;
  /** Offsets of what is written, quotes and all. */
  readonly start: number;
  readonly end: number;
}

/** A text without its values: texts of one shape have the same tokens, but for what their values say. */
export interface Shape {
  /** The text with a sign in place of each value. */
  readonly key: string;
  readonly values: readonly ShapeValue[];
}

/** Longer texts are seldom sent twice. */
const LONGEST = 20_000;
const MOST_VALUES = 500;

/** Signs that stand for values, of which a text has none of its own. */
export const NUMBER_SIGN = '\u0001';
export const STRING_SIGN = '\u0002';
/** Control characters, and halves of characters: with these plans mark the places of values. */
const UNUSUAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]/;
/** Ends of lines within a value change how a text is laid out. */
const LINE_END = /[\r\n]/;

const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const BACKTICK = 0x60;
const BRACKET = 0x5b;
const BACKSLASH = '\\';

/**
 * The shape of a text, in one pass; undefined where it has anything that needs a closer look: comments, strings with a
 * prefix or with escapes, dollar quotes, several statements.
 */
export function shapeOf(sql: string, dialect: Dialect): Shape | undefined {
  if (sql.length > LONGEST || UNUSUAL.test(sql)) return undefined;
  return new ShapeReader(sql, dialect).read();
}

class ShapeReader {
  readonly #values: ShapeValue[] = [];
  #key = '';
  #at = 0;
  /** Where the text starts that the key has not yet. */
  #from = 0;

  constructor(
    private readonly sql: string,
    private readonly dialect: Dialect,
  ) {}

  read(): Shape | undefined {
    const { sql } = this;
    while (this.#at < sql.length) {
      const code = sql.charCodeAt(this.#at);
      const isRead = isNameStart(code) ? this.#name() : isDigit(code) ? this.#number() : this.#sign(code);
      if (!isRead || this.#values.length > MOST_VALUES) return undefined;
    }
    return { key: this.#key + sql.slice(this.#from), values: this.#values };
  }

  /** A name; a quote behind it would make it the prefix of a string. */
  #name(): boolean {
    this.#at = nameEnd(this.sql, this.#at);
    const next = this.sql.charCodeAt(this.#at);
    return next !== QUOTE && next !== DOUBLE_QUOTE && this.sql[this.#at] !== '&';
  }

  /** Digits that are a number by themselves; those of a name, a place for a value or a longer number stay in the key. */
  #number(): boolean {
    const { sql } = this;
    const start = this.#at;
    let end = start;
    while (isDigit(sql.charCodeAt(end))) end += 1;
    if (sql[end] === '.' && isDigit(sql.charCodeAt(end + 1))) {
      end += 1;
      while (isDigit(sql.charCodeAt(end))) end += 1;
    }
    const isWhole = !isNamePart(sql.charCodeAt(end)) && sql[end] !== '.' && !BELONGS_TO_NEXT.has(sql[start - 1] ?? '');
    if (isWhole && !this.#mayBeNoLimit(start)) return this.#value(NUMBER_SIGN, end, sql.slice(start, end));
    while (isNamePart(sql.charCodeAt(end)) || sql[end] === '.') end += 1;
    this.#at = end;
    return sql.charCodeAt(end) !== QUOTE;
  }

  /** `LIMIT -1` is no limit to SQLite, as its grammar tells: what stands behind a minus stays in the key. */
  #mayBeNoLimit(start: number): boolean {
    if (!this.dialect.features.boundlessLimit.startsWith('-')) return false;
    let before = start - 1;
    while (isSpace(this.sql.charCodeAt(before))) before -= 1;
    return this.sql[before] === '-';
  }

  #sign(code: number): boolean {
    if (code === QUOTE) return this.#string();
    if (code === DOUBLE_QUOTE) return this.#quoted('"');
    if (code === BACKTICK) return this.#quoted('`');
    if (code === BRACKET && this.dialect.quoting.bracketNames) return this.#quoted(']');
    if (this.#opensMore()) return false;
    this.#at += 1;
    return true;
  }

  /** Comments, dollar quotes, and the end of a statement that another one follows. */
  #opensMore(): boolean {
    const { sql } = this;
    const next = sql[this.#at + 1] ?? '';
    switch (sql[this.#at]) {
      case '-':
        return next === '-';
      case '/':
        return next === '*';
      case '#':
        return this.dialect.name === 'MYSQL';
      case '$':
        return !isDigit(next.charCodeAt(0));
      case ';':
        return sql.slice(this.#at + 1).trim() !== '';
      default:
        return false;
    }
  }

  #string(): boolean {
    const { sql } = this;
    const start = this.#at;
    let end = sql.indexOf("'", start + 1);
    let isDoubled = false;
    while (end >= 0 && sql.charCodeAt(end + 1) === QUOTE) {
      isDoubled = true;
      end = sql.indexOf("'", end + 2);
    }
    if (end < 0) return false;
    const raw = sql.slice(start + 1, end);
    if (this.dialect.quoting.backslashEscapes && raw.includes(BACKSLASH)) return this.#escaped();
    if (LINE_END.test(raw)) return false;
    return this.#value(STRING_SIGN, end + 1, isDoubled ? raw.replaceAll("''", "'") : raw);
  }

  /** A string with escapes, which stays in the key. */
  #escaped(): boolean {
    const { sql } = this;
    let end = this.#at + 1;
    for (let code = sql.charCodeAt(end); code !== QUOTE && end < sql.length; code = sql.charCodeAt(end))
      end += sql[end] === BACKSLASH ? 2 : 1;
    this.#at = end + 1;
    // a doubled quote goes on as the next string would
    return end < sql.length && sql.charCodeAt(this.#at) !== QUOTE;
  }

  /** A name in quotes, or a string in MySQL's double ones, which stays in the key. */
  #quoted(close: string): boolean {
    const end = this.sql.indexOf(close, this.#at + 1);
    if (end < 0 || this.sql.slice(this.#at, end).includes(BACKSLASH)) return false;
    this.#at = end + 1;
    return true;
  }

  #value(sign: string, end: number, content: string): true {
    const start = this.#at;
    this.#values.push({ content, start, end });
    this.#key += this.sql.slice(this.#from, start) + sign;
    this.#from = end;
    this.#at = end;
    return true;
  }
}

/** What makes digits behind it a part of something else: `t.1st`, `$1`, `?1`, `:1`, `@1`, `#1`. */
const BELONGS_TO_NEXT: ReadonlySet<string> = new Set(['.', '$', '?', ':', '@', '#', '%']);
