import { DragomanError, type Position } from '../../errors/index.js';
import {
  parseStatement,
  quotedName,
  type CatalogueTable,
  type Copy,
  type Dialect,
  type LiteralRows,
  type Name,
  type Span,
  type Statement,
} from '../../sql/index.js';
import { copiedValues, writtenValues } from './copied-values.js';
import { beginningOf } from '../outcome.js';

/** Some rows as an INSERT of PostgreSQL's. */
export interface CopiedInsert {
  readonly text: string;
  /** How it is told of. */
  readonly source: string;
  readonly position: Position;
  readonly place: (inner: Position) => Position;
  readonly statement: (dialect: Dialect) => Statement;
  /** All before the rows, and where the values of these are. */
  readonly head: string;
  readonly literals: LiteralRows;
}

type Column = CatalogueTable['columns'][number];

const SEPARATOR = ', ';

/** An INSERT holds rows of as many characters as this, or one row. */
const LONGEST_INSERT = 2 ** 16;

/** The table of a COPY … FROM stdin, whose rows become INSERTs. */
export class CopiedTable {
  readonly #head: string;
  readonly #columns: readonly (Column | undefined)[] | undefined;

  /**
   * @param sql the text of the statement
   * @param declared the columns of the table, with the types that the source declares; undefined where they are not known
   * @throws DragomanError UNTRANSLATABLE for forms other than pg_dump's
   */
  constructor({ table, columns, options }: Copy, sql: string, declared: readonly Column[] | undefined) {
    if (options.length > 0 || table === undefined)
      throw new DragomanError('UNTRANSLATABLE', 'COPY is read in its text format alone.', {
        hint: 'Dump with pg_dump, or with --inserts.',
      });
    const written = ({ span }: { readonly span: Span }): string => sql.slice(span.start, span.end);
    const names = columns.map(written);
    const list = names.length === 0 ? '' : ` (${names.join(', ')})`;
    this.#head = `INSERT INTO ${table.parts.map(quoted).join('.')}${list} VALUES`;
    this.#columns =
      columns.length === 0 ? declared : columns.map(({ value }) => declared?.find(({ name }) => name === value));
  }

  /** Whether the types of its columns are known: else every value is written as text. */
  get isKnown(): boolean {
    return this.#columns?.every((column) => column !== undefined) ?? false;
  }

  /** @param lines whole lines; @param position where they start */
  *inserts(lines: string, position: Position): Generator<CopiedInsert> {
    let rows: (readonly string[])[] = [];
    let length = 0;
    let start = position.line;
    let line = position.line;
    for (const written of linesOf(lines)) {
      const row = writtenValues(copiedValues(written), this.#columns ?? []);
      rows.push(row);
      for (const value of row) length += value.length + SEPARATOR.length;
      line += 1;
      if (length < LONGEST_INSERT) continue;
      yield this.#insert(rows, start);
      [rows, length, start] = [[], 0, line];
    }
    if (rows.length > 0) yield this.#insert(rows, start);
  }

  /** Each row has a line of its own, as in the dump. */
  #insert(rows: readonly (readonly string[])[], line: number): CopiedInsert {
    const places: number[] = [];
    let text = `${this.#head}\n`;
    for (const row of rows) {
      text += places.length === 0 ? '(' : ',\n(';
      for (const [index, value] of row.entries()) {
        if (index > 0) text += SEPARATOR;
        places.push(text.length, text.length + value.length);
        text += value;
      }
      text += ')';
    }
    return {
      text,
      head: this.#head,
      literals: { headEnd: this.#head.length, width: rows[0]?.length ?? 0, places },
      source: beginningOf(text),
      position: { line, column: 1 },
      place: (inner) => ({ line: line + Math.max(0, inner.line - 2), column: 1 }),
      statement: (dialect) => parseStatement(text, dialect),
    };
  }
}

/** A name as it was written: the table may be another than the statement's. */
const quoted = ({ value, quoted: isQuoted }: Name): string => (isQuoted ? quotedName(value) : value);

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
