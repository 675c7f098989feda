import type { Position } from '../../errors/index.js';
import {
  foldName,
  NOTICES,
  ownKey,
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
  type QualifiedName,
  type SqlTypeName,
  type Statement,
  type TableElement,
  type TranslatedStatement,
} from '../../sql/index.js';
import { fittingType, type FittingType, type HeldValues } from './fitting-types.js';
import { formOfNumber, formOfText, type Form, type FormOptions } from './forms-of-values.js';
import { ValueFlows, type ColumnsOfTable, type Origins } from './value-flows.js';
import { writtenValue, type WrittenValue } from './written-values.js';

type Notice = TranslatedStatement['notices'][number];
type Insert = Extract<Statement, { kind: 'insert' }>;
type Update = Extract<Statement, { kind: 'update' }>;
type Renaming = Extract<AlterTable['actions'][number], { kind: 'rename-column' }>;

/** What is gathered of one column. */
interface Gathered extends HeldValues, FormOptions {
  readonly forms: Set<Form>;
  longest: number;
  mostDigits: number;
}

type Table = ColumnsOfTable<Gathered>;

/** Values of one column that come to be another's. */
interface Flow {
  readonly from: Gathered;
  readonly to: Gathered;
}

/** A statement whose columns keep what the script's rows hold, and what is told of it. */
export interface Fitting<S extends Statement> {
  readonly tree: S;
  readonly notices: TranslatedStatement['notices'];
}

const keyOfPlace = ({ line, column }: Position): string => `${line}:${column}`;
const keyOf = (name: Name, dialect: Dialect): string => foldName(name, dialect).toLowerCase();

const QUOTE = 0x27;
const [LETTER_N, SMALL_N] = [0x4e, 0x6e];

/**
 * What the rows of SQLite's dumps and scripts hold: its columns take values of any type, and other engines refuse what does not
 * fit. All is gathered in a first reading, so that a column that holds other values than its declaration says is made for these.
 * https://sqlite.org/flextypegood.html
 */
export class HeldColumns {
  /** Tables by the names that they have where the script is read. */
  readonly #tables = new Map<string, Table>();
  /** The columns that a statement makes, by its place: a script may make several tables of one name, one after another. */
  readonly #made = new Map<string, ReadonlyMap<string, Gathered>>();
  #flows: Flow[] = [];
  readonly #values: ValueFlows<Gathered>;
  /** Where the rows of the INSERT that was read last go. */
  #head: { readonly text: string; readonly columns: readonly (Gathered | undefined)[] } | undefined;

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {
    this.#values = new ValueFlows(from, (key) => this.#tables.get(key));
  }

  /** Whether rows have to be looked at. */
  get isNeeded(): boolean {
    return this.from.name === 'SQLITE' && this.to.name !== 'SQLITE';
  }

  /** Takes in a table, or rows of it that are not all literals. @param place where it stands in the script */
  note(tree: Statement, place: Position): void {
    if (!this.isNeeded) return;
    if (tree.kind === 'create-table') this.#noteTable(tree, place);
    else if (tree.kind === 'alter-table') this.#noteChange(tree, place);
    else if (tree.kind === 'drop' && tree.object === 'TABLE')
      for (const name of tree.names) this.#forget(ownKey(name, this.from));
    else if (tree.kind === 'insert') this.#noteInsert(tree);
    else if (tree.kind === 'update') this.#noteUpdate(tree);
  }

  #noteInsert(tree: Insert): void {
    if (tree.source === undefined) return;
    const columns = this.#columnsOf(tree);
    const { body } = tree.source;
    if (body.kind !== 'values') {
      for (const [at, origins] of this.#values.ofQuery(tree.source).entries()) this.#noteOrigins(columns[at], origins);
      return;
    }
    for (const { items } of body.rows)
      for (const [at, item] of items.entries()) {
        const column = columns[at];
        if (column === undefined || item.kind === 'default') continue;
        const value = writtenValue(item);
        if (value === undefined) this.#noteOrigins(column, this.#values.ofValue(item, []));
        else add(column, value);
      }
  }

  #noteUpdate({ tables, set, from = [] }: Update): void {
    const [table] = tables;
    const known = table?.kind === 'table-name' ? this.#tables.get(ownKey(table.name, this.from)) : undefined;
    if (known === undefined) return;
    for (const { targets, value } of set) {
      const [target] = targets;
      if (targets.length !== 1 || target?.kind !== 'column') continue;
      const column = known.columns.get(ownKey(target, this.from));
      if (column !== undefined) this.#noteOrigins(column, this.#values.ofValue(value, [...tables, ...from]));
    }
  }

  #noteOrigins(to: Gathered | undefined, { columns, values }: Origins<Gathered>): void {
    if (to === undefined) return;
    for (const value of values) add(to, value);
    this.#flows.push(...columns.flatMap((from) => (from === to ? [] : [{ from, to }])));
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

  /** The table as the target has to have it. @param place where it stands in the script */
  ofTable(tree: CreateTable, text: string, place: Position): Fitting<CreateTable> {
    const known = this.#gatheredAt(place);
    if (known === undefined || tree.elements === undefined) return { tree, notices: [] };
    const notices: Notice[] = [];
    const elements = tree.elements.map((element): TableElement =>
      element.kind === 'column-definition' ? this.#fitted(element, known, { text, notices }) : element,
    );
    return notices.length === 0 ? { tree, notices } : { tree: { ...tree, elements }, notices };
  }

  /** A change that adds columns, as the target has to have these. */
  ofChange(tree: AlterTable, text: string, place: Position): Fitting<AlterTable> {
    const known = this.#gatheredAt(place);
    if (known === undefined) return { tree, notices: [] };
    const notices: Notice[] = [];
    const actions = tree.actions.map((action) =>
      action.kind === 'add-column'
        ? { ...action, columns: action.columns.map((one) => this.#fitted(one, known, { text, notices })) }
        : action,
    );
    return notices.length === 0 ? { tree, notices } : { tree: { ...tree, actions }, notices };
  }

  #gatheredAt(place: Position): ReadonlyMap<string, Gathered> | undefined {
    this.#settle();
    return this.#made.get(keyOfPlace(place));
  }

  /** Lets columns hold what flows into them, until nothing is new. */
  #settle(): void {
    const flows = this.#flows;
    this.#flows = [];
    let isMore = flows.length > 0;
    while (isMore) isMore = flows.filter(({ from, to }) => takesOver(to, from)).length > 0;
  }

  #fitted(
    column: ColumnDefinition,
    known: ReadonlyMap<string, Gathered>,
    { text, notices }: { readonly text: string; readonly notices: Notice[] },
  ): ColumnDefinition {
    const held = known.get(keyOf(column.name, this.from));
    if (held === undefined) return column;
    const type = typeOf(column.type, this.from);
    const fitting = fittingType(type, numbersOf(column.type), held, this.to);
    if (fitting === undefined) {
      const isMoment = type === 'TIMESTAMP' || type === 'TIMESTAMPTZ';
      if (isMoment && held.forms.has('day')) notices.push(made('TYPE_CHANGED', daysOf(column), column, text));
      return column;
    }
    notices.push(noticeOf(column, fitting, text));
    return { ...column, type: madeType(fitting, column) };
  }

  #noteTable({ name, elements = [], query, ifNotExists }: CreateTable, place: Position): void {
    const key = ownKey(name, this.from);
    if (ifNotExists === true && this.#tables.has(key)) return;
    this.#head = undefined;
    const order =
      query === undefined
        ? elements.flatMap((element) =>
            // what is computed is not given
            element.kind === 'column-definition' && !has(element, 'generated')
              ? [[keyOf(element.name, this.from), gatheredOf(element, this.from)] as const]
              : [],
          )
        : // its columns hold what those of the query do
          this.#values.ofQuery(query).map(({ name: called = '', columns }) => [called, columns[0]] as const);
    const columns = new Map(
      order.flatMap(([called, column]) => (column === undefined ? [] : [[called, column] as const])),
    );
    if (query === undefined) this.#made.set(keyOfPlace(place), columns);
    this.#tables.set(key, { columns, order: order.map(([, column]) => column) });
  }

  #forget(key: string): void {
    this.#head = undefined;
    this.#tables.delete(key);
  }

  /** From then on it has other columns, or another name. */
  #noteChange({ name, actions }: AlterTable, place: Position): void {
    const key = ownKey(name, this.from);
    let known = this.#tables.get(key);
    let called: QualifiedName = name;
    const more = new Map<string, Gathered>();
    for (const action of actions) {
      if (known === undefined) return;
      if (action.kind === 'rename-to') called = action.name;
      if (action.kind === 'rename-column') known = this.#renamed(known, action);
      if (action.kind === 'drop-column') known = this.#without(known, action.column);
      if (action.kind === 'add-column') {
        for (const column of action.columns) {
          const gathered = gatheredOf(column, this.from);
          if (gathered === undefined) continue;
          more.set(keyOf(column.name, this.from), gathered);
          known = {
            columns: new Map([...known.columns, [keyOf(column.name, this.from), gathered]]),
            order: [...known.order, gathered],
          };
        }
      }
    }
    if (known === undefined) return;
    if (more.size > 0) this.#made.set(keyOfPlace(place), more);
    this.#forget(key);
    this.#tables.set(ownKey(called, this.from), known);
  }

  #renamed({ columns, order }: Table, { from, to }: Renaming): Table {
    const [old, now] = [keyOf(from, this.from), keyOf(to, this.from)];
    return { columns: new Map([...columns].map(([name, one]) => [name === old ? now : name, one])), order };
  }

  #without({ columns, order }: Table, column: Name): Table {
    const dropped = columns.get(keyOf(column, this.from));
    return {
      columns: new Map([...columns].filter(([, one]) => one !== dropped)),
      // one of which nothing is gathered may be any of those: nothing is known of places then
      order: dropped === undefined ? [] : order.filter((one) => one !== dropped),
    };
  }

  #columnsOf({ table, columns }: Insert): readonly (Gathered | undefined)[] {
    const known = this.#tables.get(ownKey(table, this.from));
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

/** Whether a column comes to hold what it did not yet, where it takes over the values of another. */
function takesOver(to: Gathered, from: Gathered): boolean {
  const before = to.forms.size + to.longest + to.mostDigits;
  for (const form of from.forms) {
    // a text may be a number, or a document, to the column that it comes to
    if (form !== 'text' || (to.isNumeric === from.isNumeric && to.isDocument === from.isDocument)) to.forms.add(form);
  }
  to.longest = Math.max(to.longest, from.longest);
  if (to.isNumeric) to.mostDigits = Math.max(to.mostDigits, from.mostDigits);
  return to.forms.size + to.longest + to.mostDigits > before;
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
