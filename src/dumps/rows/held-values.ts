import type { Position } from '../../errors/index.js';
import {
  foldName,
  ownKey,
  parseStatement,
  unquote,
  type AlterTable,
  type ColumnDefinition,
  type CreateTable,
  type Dialect,
  type LiteralRows,
  type Name,
  type QualifiedName,
  type Statement,
  type TableElement,
  type TranslatedStatement,
} from '../../sql/index.js';
import { fittedColumn } from './fitted-columns.js';
import { gather, gatheredOf, hasRule, takesOver, type Gathered } from './gathered-values.js';
import { ValueFlows, type ColumnsOfTable, type Origins } from './value-flows.js';
import { writtenValue } from './written-values.js';

type Notice = TranslatedStatement['notices'][number];
type Insert = Extract<Statement, { kind: 'insert' }>;
type Update = Extract<Statement, { kind: 'update' }>;
type Renaming = Extract<AlterTable['actions'][number], { kind: 'rename-column' }>;

type Table = ColumnsOfTable<Gathered>;

/** Values of one column that come to be another's. */
interface Flow {
  readonly from: Gathered;
  readonly to: Gathered;
}

interface Told {
  readonly text: string;
  readonly notices: Notice[];
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
        else gather(column, value);
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
    for (const value of values) gather(to, value);
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
      if (first === QUOTE) gather(column, { kind: 'text', text: this.#textOf(literal) });
      else gather(column, { kind: 'number', text: NUMBERS_OF_WORDS[literal.toLowerCase()] ?? literal });
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

  #fitted(column: ColumnDefinition, known: ReadonlyMap<string, Gathered>, told: Told): ColumnDefinition {
    const held = known.get(keyOf(column.name, this.from));
    return held === undefined ? column : fittedColumn(column, held, { from: this.from, to: this.to, ...told });
  }

  #noteTable({ name, elements = [], query, ifNotExists }: CreateTable, place: Position): void {
    const key = ownKey(name, this.from);
    if (ifNotExists === true && this.#tables.has(key)) return;
    this.#head = undefined;
    const order =
      query === undefined
        ? elements.flatMap((element) =>
            // what is computed is not given
            element.kind === 'column-definition' && !hasRule(element, 'generated')
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
