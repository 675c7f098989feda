import {
  foldName,
  NOTICES,
  ownKey,
  ownName,
  parseStatement,
  positionAt,
  typeOfDataType,
  unquote,
  type AlterTable,
  type ColumnDefinition,
  type CreateTable,
  type DataType,
  type Dialect,
  type LiteralRows,
  type Name,
  type SqlTypeName,
  type Statement,
  type TableElement,
  type TranslatedStatement,
} from '../../sql/index.js';
import { fittingType, type FittingType, type HeldValues } from './fitting-types.js';
import { formOfNumber, formOfText, type Form, type FormOptions } from './forms-of-values.js';
import { writtenValue, type WrittenValue } from './written-values.js';

type Notice = TranslatedStatement['notices'][number];
type Insert = Extract<Statement, { kind: 'insert' }>;

/** What is gathered of one column. */
interface Gathered extends HeldValues, FormOptions {
  readonly forms: Set<Form>;
  longest: number;
  mostDigits: number;
}

interface Table {
  readonly columns: ReadonlyMap<string, Gathered>;
  /** In the order declared. */
  readonly order: readonly (Gathered | undefined)[];
}

/** A table whose columns keep what the script's rows hold, and what is told of it. */
export interface FittingTable {
  readonly table: CreateTable;
  readonly notices: TranslatedStatement['notices'];
}

const keyOf = (name: Name, dialect: Dialect): string => foldName(name, dialect).toLowerCase();

const QUOTE = 0x27;
const [LETTER_N, SMALL_N] = [0x4e, 0x6e];

/**
 * What the rows of SQLite's dumps and scripts hold: its columns take values of any type, and other engines refuse what does not
 * fit. All is gathered in a first reading, so that a column that holds other values than its declaration says is made for these.
 * https://sqlite.org/flextypegood.html
 */
export class HeldColumns {
  readonly #tables = new Map<string, Table>();
  /** Where the rows of the INSERT that was read last go. */
  #head: { readonly text: string; readonly columns: readonly (Gathered | undefined)[] } | undefined;

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** Whether rows have to be looked at. */
  get isNeeded(): boolean {
    return this.from.name === 'SQLITE' && this.to.name !== 'SQLITE';
  }

  /** Takes in a table, or rows of it that are not all literals. */
  note(tree: Statement): void {
    if (!this.isNeeded) return;
    if (tree.kind === 'create-table') this.#noteTable(tree);
    else if (tree.kind === 'alter-table') this.#noteChange(tree);
    else if (tree.kind === 'insert' && tree.source?.body.kind === 'values') {
      const columns = this.#columnsOf(tree);
      for (const { items } of tree.source.body.rows)
        for (const [at, item] of items.entries()) {
          const column = columns[at];
          const value = item.kind === 'default' ? undefined : writtenValue(item);
          if (column !== undefined && value !== undefined) add(column, value);
        }
    }
  }

  /** Takes in rows of literals, with the INSERT before them. */
  noteRows(text: string, { headEnd, width, places }: LiteralRows): void {
    const head = text.slice(0, headEnd);
    if (this.#head?.text !== head) {
      const tree = parseStatement(`${head}${text.slice(headEnd, places[2 * width - 1])})`, this.from);
      this.#head = { text: head, columns: tree.kind === 'insert' ? this.#columnsOf(tree) : [] };
    }
    const { columns } = this.#head;
    for (let at = 0; at < places.length / 2; at += 1) {
      const column = columns[at % width];
      const start = places[2 * at] ?? 0;
      const first = text.charCodeAt(start);
      if (column === undefined || first === LETTER_N || first === SMALL_N) continue;
      const literal = text.slice(start, places[2 * at + 1]);
      if (first === QUOTE) add(column, { kind: 'text', text: this.#textOf(literal) });
      else add(column, { kind: 'number', text: NUMBERS_OF_WORDS[literal.toLowerCase()] ?? literal });
    }
  }

  /** The table as the target has to have it. */
  ofTable(table: CreateTable, text: string): FittingTable {
    const known = this.#tables.get(ownName(table.name, this.from));
    if (known === undefined || table.elements === undefined) return { table, notices: [] };
    const notices: Notice[] = [];
    const elements = table.elements.map((element): TableElement => {
      const held = element.kind === 'column-definition' ? known.columns.get(keyOf(element.name, this.from)) : undefined;
      if (element.kind !== 'column-definition' || held === undefined) return element;
      const type = typeOf(element.type, this.from);
      const fitting = fittingType(type, numbersOf(element.type), held, this.to);
      if (fitting === undefined) {
        const isMoment = type === 'TIMESTAMP' || type === 'TIMESTAMPTZ';
        if (isMoment && held.forms.has('day')) notices.push(made('TYPE_CHANGED', daysOf(element), element, text));
        return element;
      }
      notices.push(noticeOf(element, fitting, text));
      return { ...element, type: madeType(fitting, element) };
    });
    return notices.length === 0 ? { table, notices } : { table: { ...table, elements }, notices };
  }

  #noteTable({ name, elements = [] }: CreateTable): void {
    const order = elements.flatMap((element) =>
      // what is computed is not given
      element.kind === 'column-definition' && !has(element, 'generated')
        ? [[keyOf(element.name, this.from), gatheredOf(element, this.from)] as const]
        : [],
    );
    const columns = new Map(order.flatMap(([key, column]) => (column === undefined ? [] : [[key, column] as const])));
    this.#head = undefined;
    this.#tables.set(ownName(name, this.from), { columns, order: order.map(([, column]) => column) });
  }

  /** From then on it has other columns, or another name. */
  #noteChange({ name, actions }: AlterTable): void {
    const key = ownName(name, this.from);
    const known = this.#tables.get(key);
    if (known === undefined || actions.every(({ kind }) => kind === 'add-constraint')) return;
    this.#head = undefined;
    this.#tables.set(key, { columns: known.columns, order: [] });
  }

  #columnsOf({ table, columns }: Insert): readonly (Gathered | undefined)[] {
    const known = this.#tables.get(ownName(table, this.from));
    if (columns === undefined) return known?.order ?? [];
    return columns.map((one) => (one.kind === 'column' ? known?.columns.get(ownKey(one, this.from)) : undefined));
  }

  #textOf(literal: string): string {
    return unquote({ kind: 'string', text: literal, start: 0, end: literal.length }, this.from);
  }
}

const NUMBERS_OF_WORDS: Readonly<Record<string, string | undefined>> = { true: '1', false: '0' };

const NUMERIC: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName>([
  ...(['INTEGER', 'BIGINT', 'FLOAT', 'DECIMAL', 'BOOLEAN'] as const),
  ...(['TIMESTAMP', 'TIMESTAMPTZ', 'DATE', 'TIME', 'JSON', 'UUID'] as const),
]);

/** What a declaration means; bytes are a type here, of which the language says nothing, since any value may be in there. */
const typeOf = (type: DataType | undefined, dialect: Dialect): SqlTypeName | undefined =>
  type && (/^blob$/i.test(type.name) ? 'BINARY' : typeOfDataType(type, dialect)?.type);

const has = (
  { constraints }: ColumnDefinition,
  kind: ColumnDefinition['constraints'][number]['rule']['kind'],
): boolean => constraints.some(({ rule }) => rule.kind === kind);

/** A column that other values may come into; a number of rows takes none. */
function gatheredOf(column: ColumnDefinition, dialect: Dialect): Gathered | undefined {
  const { type } = column;
  if (has(column, 'primary-key') && /^integer$/i.test(type?.name ?? '')) return undefined;
  const name = typeOf(type, dialect);
  return {
    forms: new Set(),
    longest: 0,
    mostDigits: 0,
    hasDefault: has(column, 'default-value'),
    isNumeric: NUMERIC.has(name),
    isDocument: name === 'JSON',
  };
}

function add(column: Gathered, value: WrittenValue): void {
  if (value.kind === 'null') return;
  if (value.kind === 'bytes') {
    column.forms.add('bytes');
    return;
  }
  const { kind, text } = value;
  column.longest = Math.max(column.longest, text.length);
  const form = kind === 'number' ? formOfNumber(text) : formOfText(text, column);
  column.forms.add(form);
  if (column.isNumeric && (form === 'whole' || form === 'huge' || form === 'fraction'))
    column.mostDigits = Math.max(column.mostDigits, digitsOf(text));
}

/** How many digits a number has before its point. */
function digitsOf(text: string): number {
  const [mantissa = '', exponent = '0'] = text.trim().toLowerCase().split('e');
  const whole = /^[+-]?0*(\d*)/.exec(mantissa)?.[1] ?? '';
  return Math.max(0, whole.length + Number(exponent));
}

const numbersOf = (type: DataType | undefined): readonly number[] =>
  (type?.arguments ?? []).flatMap((value) => (value.kind === 'number' ? [Number(value.text)] : []));

const madeType = ({ name, arguments: numbers }: FittingType, { span }: ColumnDefinition): DataType => ({
  kind: 'data-type',
  name,
  arguments: numbers.map((value) => ({ kind: 'number', text: String(value), span })),
  span,
});

const daysOf = ({ name }: ColumnDefinition): string =>
  `Rows hold days without times in \`${name.value}\`: they become the moments at which these begin.`;

/** More digits or letters are no other type, and a day without a time is less of the same; anything else is another. */
function noticeOf(column: ColumnDefinition, fitting: FittingType, text: string): Notice {
  const called = `\`${column.name.value}\``;
  const declared = column.type?.name ?? '';
  if (fitting.arguments.length > 0)
    return made('TYPE_WIDENED', `Rows hold more than ${called} declares: the column is made for them.`, column, text);
  if (fitting.name === 'date' && /^(?:timestamp|datetime)/i.test(declared))
    return made('TYPE_NARROWED', `Rows hold days without times in ${called}: the column does too.`, column, text);
  const type = declared === '' ? 'no type' : `\`${declared}\``;
  const message = `${called} declares ${type}, and rows hold other values: it becomes \`${fitting.name}\`, which keeps them.`;
  return made('TYPE_CHANGED', message, column, text);
}

const made = (
  code: 'TYPE_WIDENED' | 'TYPE_NARROWED' | 'TYPE_CHANGED',
  message: string,
  { span }: ColumnDefinition,
  text: string,
): Notice => ({
  code,
  severity: NOTICES[code].severity,
  message: code === 'TYPE_CHANGED' ? `${message} ${NOTICES[code].advice}` : message,
  ...positionAt(text, span.start),
  source: text.slice(span.start, span.end),
});
