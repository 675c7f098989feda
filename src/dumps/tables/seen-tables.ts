import {
  asMeant,
  defaultOf,
  generationOf,
  keyColumns,
  primaryKeyOf,
  uniqueKeysOf,
  foldName,
  outputColumns,
  typeOfDataType,
  counts,
  ownName,
  ownCopy,
  type AlterTable,
  type Catalogue,
  type CatalogueTable,
  type ColumnDefinition,
  type CreateIndex,
  type CreateTable,
  type DataType,
  type Dialect,
  type QualifiedName,
  type Statement,
  type TableConstraint,
} from '../../sql/index.js';

type Column = CatalogueTable['columns'][number];
type CreateView = Extract<Statement, { kind: 'create-view' }>;

/**
 * The tables that a dump has made so far, for the statements behind them: what a literal is to a column hangs on its type.
 * Columns have the types of the tables as the target has them, as a catalogue does.
 */
export class SeenTables implements Catalogue {
  readonly #tables = new Map<string, CatalogueTable>();
  readonly #declared = new Map<string, readonly Column[]>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** By whose rules the names of columns are told: PostgreSQL writes those without quotes in small letters. */
  get #naming(): Dialect {
    return this.to.name === 'POSTGRESQL' ? this.to : this.from;
  }

  table(path: readonly string[]): CatalogueTable | undefined {
    return this.#tables.get(keyOf(path));
  }

  /** The columns of a table with the types that the source declares. */
  declared(name: QualifiedName): readonly Column[] | undefined {
    return this.#declared.get(this.#keyOf(name));
  }

  /** @param made the table as the target makes it; undefined where that is not known */
  note(statement: Statement, made: Statement | undefined): void {
    if (statement.kind === 'create-table') this.#create(statement, made?.kind === 'create-table' ? made : undefined);
    else if (statement.kind === 'create-view')
      this.#ofQuery(statement.name, made?.kind === 'create-view' ? made : undefined);
    else if (statement.kind === 'alter-table') this.#alter(statement);
    else if (statement.kind === 'create-index') this.#index(statement);
    else if (statement.kind === 'drop') for (const name of statement.names) this.#forget(name);
  }

  #forget(name: QualifiedName): void {
    this.#tables.delete(this.#keyOf(name));
    this.#declared.delete(this.#keyOf(name));
  }

  #keyOf({ parts }: QualifiedName): string {
    return keyOf(parts.map((part) => foldName(part, this.from)));
  }

  #create(table: CreateTable, made: CreateTable | undefined): void {
    const names = table.name.parts.map((part) => foldName(part, this.from));
    // without a list of its own, its columns are not known
    if (table.elements === undefined && table.query !== undefined)
      this.#ofQuery(table.name, made && { ...made, columns: made.columnNames ?? [] });
    if (table.elements === undefined || table.inherits !== undefined) return;
    const columns = this.#columnsOf(table, this.from);
    const targets = new Map(
      (made === undefined ? [] : this.#columnsOf(made, this.to)).map((column) => [column.name.toLowerCase(), column]),
    );
    const described: CatalogueTable = {
      schema: undefined,
      // without quotes the target takes it as it takes any name
      name: ownName(table.name, table.name.parts.at(-1)?.quoted === true ? this.from : this.to),
      columns: columns.map((column) => {
        const target = targets.get(column.name.toLowerCase());
        return target === undefined ? column : asMeant(target, column, this.from);
      }),
      primaryKey: primaryKeyOf(table, this.#naming),
      uniqueKeys: uniqueKeysOf(table, this.#naming),
    };
    this.#tables.set(keyOf(names), ownCopy(described));
    this.#declared.set(keyOf(names), ownCopy(columns));
  }

  /** A view, or a table, has the columns of what the target makes of its query: the statements behind it call them so. */
  #ofQuery(
    name: QualifiedName,
    made: (Pick<CreateView, 'name' | 'columns'> & { readonly query?: CreateView['query'] }) | undefined,
  ): void {
    const given = made?.query && outputColumns(made.query, this.to, { catalogue: this });
    this.#forget(name);
    if (made === undefined || !given) return;
    const listed = made.columns.map((column) => foldName(column, this.to));
    const names = listed.length > 0 ? listed : given.map((column) => column.name);
    if (names.length !== given.length || names.includes(UNNAMED)) return;
    const columns = given.map(({ type, databaseType = '', nullable = true }, index): Column => ({
      name: names[index] ?? '',
      type,
      databaseType,
      nullable,
    }));
    const called = ownName(made.name, this.to);
    this.#tables.set(this.#keyOf(name), ownCopy({ schema: undefined, name: called, columns }));
  }

  #columnsOf({ elements = [] }: CreateTable, dialect: Dialect): Column[] {
    return elements.flatMap((element) => {
      if (element.kind !== 'column-definition') return [];
      const { name, type, constraints } = element;
      const required = constraints.some(({ rule }) => rule.kind === 'not-null' || rule.kind === 'primary-key');
      const column: Column = {
        name: foldName(name, dialect === this.to ? dialect : this.#naming),
        type: type === undefined ? undefined : typeOfDataType(type, dialect),
        databaseType: type === undefined ? '' : wordsOf(type),
        nullable: !required,
        autoIncrement: counts(element),
        generated: constraints.some(({ rule }) => rule.kind === 'generated'),
        // a key of such a column is broken by no row that gives it nothing
        ...(dialect === this.to && dialect.name === 'POSTGRESQL' && !givesValue(element) && { default: null }),
        ...(dialect === this.to && { generationExpression: generationOf(element, dialect) }),
        // the word is none of SQLite's among values
        ...(dialect.name === 'SQLITE' && dialect === this.to && { default: defaultOf(element, dialect) }),
      };
      return [column];
    });
  }

  /** A unique index is known as a key where it has columns alone, and all rows in it. */
  #index({ type, table: name, elements, where }: CreateIndex): void {
    const key = this.#keyOf(name);
    const table = this.#tables.get(key);
    if (table === undefined || type !== 'unique' || where !== undefined) return;
    const columns = keyColumns({ elements }, this.#naming);
    if (columns.length < elements.length) return;
    this.#tables.set(key, ownCopy({ ...table, uniqueKeys: [...(table.uniqueKeys ?? []), columns] }));
  }

  #addKey(key: string, { rule }: TableConstraint): void {
    const table = this.#tables.get(key);
    if (table === undefined || rule.kind !== 'table-key') return;
    const columns = keyColumns(rule, this.#naming);
    const { uniqueKeys = [] } = table;
    if (rule.type === 'primary')
      this.#tables.set(key, ownCopy({ ...table, primaryKey: columns, uniqueKeys: [columns, ...uniqueKeys] }));
    if (rule.type === 'unique') this.#tables.set(key, ownCopy({ ...table, uniqueKeys: [...uniqueKeys, columns] }));
  }

  /** What adds keys leaves the columns as they are; of a table that is changed otherwise nothing is known any more. */
  #alter({ name, actions }: AlterTable): void {
    const key = this.#keyOf(name);
    const table = this.#tables.get(key);
    if (table === undefined) return;
    for (const action of actions) {
      if (action.kind === 'add-constraint') {
        this.#addKey(key, action.constraint);
      } else if (action.kind !== 'alter-column' || !KEEPS_TYPE.has(action.change)) this.#forget(name);
    }
  }
}

const GIVES: ReadonlySet<string> = new Set(['default-value', 'generated', 'identity', 'auto-increment']);

/** Whether a column has values of its own. */
const givesValue = (column: ColumnDefinition): boolean =>
  counts(column) || column.constraints.some(({ rule }) => GIVES.has(rule.kind));

/** A column that its engine names by the text of its expression. */
const UNNAMED = '?column?';

/** A type in its own words, with the digits that it is declared with. */
function wordsOf({ name, arguments: values }: DataType): string {
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.text] : []));
  return numbers.length === 0 ? name : `${name}(${numbers.join(', ')})`;
}

const KEEPS_TYPE: ReadonlySet<string> = new Set(['set-default', 'drop-default', 'add-identity', 'set-identity']);

/** Dumps say a schema or don't; within one dump a table has one name. */
const keyOf = (path: readonly string[]): string => (path.at(-1) ?? '').toLowerCase();
