import {
  parseStatement,
  textLiteral,
  tokenize,
  unquote,
  ownName,
  type CatalogueTable,
  type Dialect,
  type DialectName,
  type LiteralRows,
  type SqlTypeName,
} from '../../sql/index.js';
import type { Outcome } from '../outcome.js';
import type { SeenTables } from '../tables/seen-tables.js';

/**
 * What a literal is, as far as its translation hangs on it: a number by how many digits it has behind the point, a moment by
 * its form, and what is translated by what it says by itself. Undefined for what is left to the machinery.
 */
type Kind = string;

type Column = CatalogueTable['columns'][number];

const INTEGERS: ReadonlySet<SqlTypeName> = new Set<SqlTypeName>(['INTEGER', 'BIGINT']);
const TEXTS: ReadonlySet<SqlTypeName> = new Set<SqlTypeName>(['TEXT', 'JSON', 'UUID']);
const MOMENTS: ReadonlySet<SqlTypeName> = new Set<SqlTypeName>(['DATE', 'TIMESTAMP', 'TIMESTAMPTZ']);

const DAY =
  /^'[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?: (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{0,5}[1-9])?)?(\+00)?'$/;
const DATE_LENGTH = "'0000-00-00'".length;
const IN_UTC = /\+00'$/;
/** Longer numbers are rounded by some. */
const MOST_DIGITS = 15;

/** As many are the same number in four bytes, a point among them. */
const DIGITS_OF_SINGLE = 7;

/** What is within quotes in the same way in all dialects: neither escapes, line ends nor bytes that are no text. */
const NOT_PLAIN = /[^ -[\]-~\u00a0-\ud7ff\ue000-\ufffd]/;
/** What a text may not hold to be written here: NUL, escaped or not, and halves of pairs, which stand for bytes. */
const NO_TEXT = /\0|\\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const QUOTE = 0x27;
/** Of NULL: no other literal begins with them. */
const [LETTER_N, SMALL_N] = [0x4e, 0x6e];

/** Rows of literals, with all that stands before them. */
export interface HeadedRows {
  readonly head: string;
  readonly text: string;
  readonly literals: LiteralRows;
}

/** How the rows of one head are written in the target. */
interface Stencil {
  /** Up to VALUES, with it. */
  readonly before: string;
  readonly columns: readonly (Column | undefined)[];
  /** Columns of words that the source lists: the empty text may be none of them. */
  readonly listed: ReadonlySet<number>;
  /** By column: the kinds that came out of the machinery as they come out here. */
  readonly known: readonly Set<Kind>[];
}

const BEFORE_ROWS = '\nVALUES';
/** So many rows have a line each: with fewer, but of one, the layout may be another. */
const FEWEST_ROWS = 10;

/**
 * Rows of literals that need no more than other quotes. They are written without trees: for each head the first rows go
 * through the whole machinery, and if what is written here is the same, so do rows of the same kinds of literals.
 */
export class RowsAlike {
  /** What the rows that were read last stand behind. */
  #head: string | undefined;
  /** Undefined for rows that come out otherwise. */
  #stencil: Stencil | undefined;
  readonly #escapes = new Map<string, string>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
    private readonly seen: SeenTables,
  ) {}

  /** Something else stands between: tables, or what counts in them, may not be what they were. */
  forget(): void {
    this.#head = undefined;
    this.#stencil = undefined;
  }

  /** The whole statement in the target; undefined where the machinery has to translate it. */
  translate({ head, text, literals }: HeadedRows): string | undefined {
    if (head !== this.#head || this.#stencil === undefined) return undefined;
    return this.#written(this.#stencil, text, literals, (known, kind) => known.has(kind));
  }

  /** Compares what the machinery made of a statement with what would be written here. */
  learn(rows: HeadedRows, outcomes: readonly Outcome[]): void {
    const { head, text, literals } = rows;
    const isKnown = head === this.#head;
    if (isKnown && this.#stencil === undefined) return;
    this.#head = head;
    const [outcome, second] = outcomes;
    const [made, another] = outcome?.statements ?? [];
    if (made === undefined || another !== undefined || second !== undefined) {
      // such as what is told before the first rows of all
      this.forget();
      return;
    }
    const kinds: [Set<Kind>, Kind][] = [];
    const stencil = isKnown ? this.#stencil : this.#begun(rows, made);
    const noted = (known: Set<Kind>, kind: Kind): boolean => {
      kinds.push([known, kind]);
      return true;
    };
    const written = stencil && this.#written(stencil, text, literals, noted);
    const isAlike =
      written !== undefined &&
      this.#isSame(written, made) &&
      outcome?.kind === 'translated' &&
      outcome.notices.length === 0;
    // what is left to the machinery tells nothing of the others
    this.#stencil = isAlike || written === undefined ? stencil : undefined;
    if (isAlike) for (const [known, kind] of kinds) known.add(kind);
  }

  /** Whether two statements are the same but for their layout: a row that is long has several lines. */
  #isSame(written: string, made: string): boolean {
    if (written === made) return true;
    const texts = (sql: string): string => JSON.stringify(tokenize(sql, this.to).map(({ text }) => text));
    return texts(written) === texts(made);
  }

  #begun({ head, text, literals: { places, headEnd, width } }: HeadedRows, made: string): Stencil | undefined {
    const at = made.indexOf(BEFORE_ROWS);
    if (at < 0) return undefined;
    const row = text.slice(headEnd, places[2 * width - 1]);
    const tree = parseStatement(`${head}${row})`, this.from);
    if (tree.kind !== 'insert') return undefined;
    const all = this.seen.table([ownName(tree.table, this.from)])?.columns;
    const columns =
      tree.columns === undefined
        ? all
        : tree.columns.map((one) => {
            const called = one.kind === 'column' ? ownName(one, this.from) : undefined;
            return all?.find(({ name }) => name.toLowerCase() === called?.toLowerCase());
          });
    if (columns?.length !== width) return undefined;
    const words = new Set(
      this.seen.declared(tree.table)?.flatMap(({ name, type }) => (type?.type === 'ENUM' ? [name.toLowerCase()] : [])),
    );
    const listed = new Set(columns.flatMap((one, at) => (words.has(one?.name.toLowerCase() ?? '') ? [at] : [])));
    return {
      before: made.slice(0, at + BEFORE_ROWS.length),
      columns,
      listed,
      known: columns.map(() => new Set<Kind>()),
    };
  }

  #written(
    { before, columns, listed, known }: Stencil,
    text: string,
    { places, width }: LiteralRows,
    takes: (known: Set<Kind>, kind: Kind) => boolean,
  ): string | undefined {
    const count = places.length / 2;
    const isOne = count === width;
    if (width !== columns.length || (count < FEWEST_ROWS * width && !isOne)) return undefined;
    let made = before + (isOne ? ' ' : '\n  ');
    for (let at = 0; at < count; at += 1) {
      const index = at % width;
      const literal = text.slice(places[2 * at], places[2 * at + 1]);
      const kind = literal === "''" && listed.has(index) ? undefined : this.#kindOf(literal, columns[index]);
      if (kind === undefined || !takes(known[index] as Set<Kind>, kind)) return undefined;
      made += index > 0 ? ', ' : at > 0 ? '),\n  (' : '(';
      made += this.#literal(literal, kind);
    }
    return `${made})`;
  }

  /** A literal in the target. */
  #literal(literal: string, kind: Kind): string {
    const constant = TRUTH[this.to.name][kind];
    if (constant !== undefined) return constant;
    if (kind === 'in-utc') return literal.replace(IN_UTC, "'");
    if (kind === 'null' || kind === 'truth') return literal.toUpperCase();
    return kind === 'text' && NOT_PLAIN.test(literal) ? this.#requoted(literal) : literal;
  }

  /** A text in the target's quotes. */
  #requoted(literal: string): string {
    if (this.to.quoting.backslashEscapes) return textLiteral(this.#textOf(literal), this.to);
    if (!this.from.quoting.backslashEscapes) return literal;
    let made = '';
    let from = 0;
    for (let at = literal.indexOf('\\'); at >= 0; at = literal.indexOf('\\', from)) {
      made += literal.slice(from, at) + this.#escape(literal.charAt(at + 1));
      from = at + 2;
    }
    return made + literal.slice(from);
  }

  /** What a letter behind a backslash stands for, in the target's quotes. */
  #escape(letter: string): string {
    const known = this.#escapes.get(letter);
    if (known !== undefined) return known;
    const made = textLiteral(this.#textOf(`'\\${letter}'`), this.to).slice(1, -1);
    this.#escapes.set(letter, made);
    return made;
  }

  #textOf(literal: string): string {
    return unquote({ kind: 'string', text: literal, start: 0, end: literal.length }, this.from);
  }

  #kindOf(literal: string, column: Column | undefined): Kind | undefined {
    const type = column?.type;
    const first = literal.charCodeAt(0);
    if (first === LETTER_N || first === SMALL_N) return 'null';
    if (type === undefined || type.bits === true) return undefined;
    if (first === QUOTE) return this.#kindOfText(literal, type.type);
    if (/^(?:true|false)$/i.test(literal)) return type.type === 'BOOLEAN' ? 'truth' : undefined;
    if (type.type === 'BOOLEAN') return literal === '0' || literal === '1' ? `truth ${literal}` : undefined;
    if (literal.length > MOST_DIGITS || /^-?0\d/.test(literal)) return undefined;
    const point = literal.indexOf('.');
    if (INTEGERS.has(type.type)) return point >= 0 ? undefined : literal === '0' ? 'zero' : 'whole';
    if (type.type === 'DECIMAL') return point < 0 ? 'whole' : `decimal ${literal.length - point}`;
    if (type.type !== 'FLOAT') return undefined;
    const isShort = literal.length <= DIGITS_OF_SINGLE && String(Number(literal)) === literal;
    return type.single !== true || !SHORTENS[this.to.name] || isShort ? 'float' : undefined;
  }

  #kindOfText(literal: string, type: SqlTypeName): Kind | undefined {
    if (TEXTS.has(type)) return NOT_PLAIN.test(literal) && NO_TEXT.test(literal) ? undefined : 'text';
    if (!MOMENTS.has(type)) return undefined;
    const match = DAY.exec(literal);
    if (match === null) return undefined;
    if (match[1] !== undefined) return type === 'TIMESTAMPTZ' ? 'in-utc' : undefined;
    return literal.length === DATE_LENGTH ? 'day' : 'moment';
  }
}

/** Whether a number of four bytes is given the fewest digits that it needs. */
const SHORTENS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: false, SQLITE: true };

/** How numbers are written that are truth values. */
const TRUTH: Readonly<Record<DialectName, Readonly<Partial<Record<Kind, string>>>>> = {
  POSTGRESQL: { 'truth 0': 'FALSE', 'truth 1': 'TRUE' },
  MYSQL: {},
  SQLITE: {},
};
