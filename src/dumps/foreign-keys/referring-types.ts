import {
  foldName,
  referencesOf,
  ownName,
  type ColumnDefinition,
  type CreateTable,
  type DataType,
  type Dialect,
  type Name,
  type QualifiedName,
  type Referred,
  type Statement,
  type TableElement,
} from '../../sql/index.js';

/** What is known of a table: its columns' types, and what columns refer to, by their names. */
interface Referring {
  readonly types: Map<string, DataType>;
  readonly references: Map<string, Referred>;
}

/** A table with the types that its foreign keys need. */
export interface TableWithTypes {
  readonly table: CreateTable;
  /** Its columns that have another type than the source's. */
  readonly changed: readonly ColumnDefinition[];
}

/** Integers, by the one that counts like it. https://www.postgresql.org/docs/current/datatype-numeric.html */
const INTEGERS: ReadonlyMap<string, string> = new Map([
  ...['smallint', 'int2', 'smallserial', 'serial2'].map((name) => [name, 'smallint'] as const),
  ...['integer', 'int', 'int4', 'serial', 'serial4'].map((name) => [name, 'integer'] as const),
  ...['bigint', 'int8', 'bigserial', 'serial8'].map((name) => [name, 'bigint'] as const),
  ...['tinyint', 'mediumint'].map((name) => [name, name] as const),
]);

/** Numbers that SQLite keeps whole as well, to which an integer may refer. */
const NUMBERS: ReadonlySet<string> = new Set(['numeric', 'decimal']);

/** How many foreign keys are followed from one column. */
const FARTHEST = 16;

/**
 * The types of columns that refer to others, also to such as a script makes only later: PostgreSQL and SQLite let a smallint
 * refer to an integer, MySQL wants integers of one size.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
export class ReferringTypes {
  readonly #tables = new Map<string, Referring>();

  /** @param primaryKeyOf the columns that a reference means which names none */
  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
    readonly primaryKeyOf: (table: QualifiedName) => readonly Name[],
  ) {}

  /** Takes a statement in that says types or foreign keys. */
  note(tree: Statement): void {
    if (this.to.name !== 'MYSQL') return;
    if (tree.kind === 'create-table') this.#add(tree.name, tree.elements ?? []);
    if (tree.kind !== 'alter-table') return;
    const added = tree.actions.flatMap((action) => (action.kind === 'add-constraint' ? [action.constraint] : []));
    this.#add(tree.name, added);
  }

  /** The table as MySQL takes its foreign keys. */
  ofTable(table: CreateTable): TableWithTypes {
    const changed: ColumnDefinition[] = [];
    const elements = table.elements?.map((element) => {
      if (element.kind !== 'column-definition' || element.type === undefined) return element;
      const meant = this.#needed(table.name, element.name, FARTHEST);
      const [own, needed] = [integerOf(element.type), integerOf(meant)];
      if (own === undefined || meant === undefined || own === needed) return element;
      if (needed === undefined && !NUMBERS.has(meant.name.toLowerCase())) return element;
      changed.push(element);
      return {
        ...element,
        type: needed === undefined ? { ...meant, span: element.type.span } : { ...element.type, name: needed },
      };
    });
    return changed.length === 0 || elements === undefined
      ? { table, changed }
      : { table: { ...table, elements }, changed };
  }

  readonly #keyOf = (name: Name): string => foldName(name, this.from);

  #add(name: QualifiedName, elements: readonly TableElement[]): void {
    const key = ownName(name, this.from);
    const known = this.#tables.get(key) ?? { types: new Map<string, DataType>(), references: new Map() };
    this.#tables.set(key, known);
    const columns = elements.filter((element) => element.kind === 'column-definition');
    const constraints = elements.filter((element) => element.kind === 'table-constraint');
    for (const column of columns) if (column.type !== undefined) known.types.set(this.#keyOf(column.name), column.type);
    for (const [column, referred] of referencesOf(columns, constraints, this.#keyOf))
      known.references.set(column, referred);
  }

  /** The type of the column that a column refers to in the end; undefined where that is no integer. */
  #needed(table: QualifiedName, column: Name, further: number): DataType | undefined {
    const known = this.#tables.get(ownName(table, this.from));
    const own = known?.types.get(this.#keyOf(column));
    const referred = known?.references.get(this.#keyOf(column));
    if (integerOf(own) === undefined || referred === undefined || further === 0) return own;
    const { reference, at } = referred;
    const meant = reference.columns[at] ?? this.primaryKeyOf(reference.table)[at];
    const type = meant && this.#needed(reference.table, meant, further - 1);
    return integerOf(type) === undefined && !NUMBERS.has(type?.name.toLowerCase() ?? '') ? own : type;
  }
}

const integerOf = (type: DataType | undefined): string | undefined =>
  type === undefined || type.dimensions !== undefined || type.path !== undefined ? undefined : INTEGERS.get(type.name);
