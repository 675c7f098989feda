import {
  foldName,
  type ColumnDefinition,
  type CreateTable,
  type DataType,
  type Dialect,
  type Name,
  type Node,
  type QualifiedName,
  type Statement,
  type TableConstraint,
} from '../sql/index.js';
import { ownName } from './names.js';

type Reference = Extract<TableConstraint['rule'], { kind: 'table-foreign-key' }>['reference'];

/** Where a foreign key leads to: its table, and the place of its column among those that are referred to. */
interface Target {
  readonly table: QualifiedName;
  /** Undefined where none is named: the primary key is meant. */
  readonly column: Name | undefined;
  readonly place: number;
}

interface Referring {
  readonly types: Map<string, DataType>;
  readonly targets: Map<string, Target>;
  primaryKey: readonly Name[];
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

/** How many foreign keys are followed from one column. */
const FARTHEST = 16;

/**
 * The types of columns that refer to others: PostgreSQL lets a smallint refer to an integer, MySQL wants integers of one size. https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
export class ReferringTypes {
  readonly #tables = new Map<string, Referring>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** Takes a statement in that says types, keys or foreign keys. */
  note(tree: Statement): void {
    if (this.to.name !== 'MYSQL') return;
    if (tree.kind === 'create-table') {
      for (const element of tree.elements ?? []) {
        if (element.kind === 'column-definition') this.#noteColumn(element, this.#of(tree.name));
        if (element.kind === 'table-constraint') this.#noteConstraint(element, this.#of(tree.name));
      }
    } else if (tree.kind === 'alter-table') {
      for (const action of tree.actions)
        if (action.kind === 'add-constraint') this.#noteConstraint(action.constraint, this.#of(tree.name));
    }
  }

  /** The table as MySQL takes its foreign keys. */
  ofTable(table: CreateTable): TableWithTypes {
    const changed: ColumnDefinition[] = [];
    const elements = table.elements?.map((element) => {
      if (element.kind !== 'column-definition' || element.type === undefined) return element;
      const [own, needed] = [integerOf(element.type), integerOf(this.#needed(table.name, element.name, FARTHEST))];
      if (own === undefined || needed === undefined || own === needed) return element;
      changed.push(element);
      return { ...element, type: { ...element.type, name: needed } };
    });
    return changed.length === 0 || elements === undefined
      ? { table, changed }
      : { table: { ...table, elements }, changed };
  }

  #of(name: QualifiedName): Referring {
    const key = ownName(name, this.from);
    const known = this.#tables.get(key) ?? { types: new Map(), targets: new Map(), primaryKey: [] };
    this.#tables.set(key, known);
    return known;
  }

  #noteColumn({ name, type, constraints }: ColumnDefinition, table: Referring): void {
    if (type !== undefined) table.types.set(foldName(name, this.from), type);
    for (const { rule } of constraints) {
      if (rule.kind === 'primary-key') table.primaryKey = [name];
      if (rule.kind === 'references') this.#refers([name], rule.reference, table);
    }
  }

  #noteConstraint({ rule }: TableConstraint, table: Referring): void {
    if (rule.kind === 'table-foreign-key') this.#refers(rule.columns, rule.reference, table);
    if (rule.kind === 'table-key' && rule.type === 'primary')
      table.primaryKey = rule.elements.flatMap(({ expression }) => nameOf(expression));
  }

  #refers(columns: readonly Name[], reference: Reference, { targets }: Referring): void {
    for (const [place, column] of columns.entries())
      targets.set(foldName(column, this.from), { table: reference.table, column: reference.columns[place], place });
  }

  /** The type of the column that a column refers to in the end; undefined where that is no integer. */
  #needed(table: QualifiedName, column: Name, further: number): DataType | undefined {
    const known = this.#tables.get(ownName(table, this.from));
    const name = foldName(column, this.from);
    const target = known?.targets.get(name);
    const own = known?.types.get(name);
    if (integerOf(own) === undefined || target === undefined || further === 0) return own;
    const meant = target.column ?? this.#tables.get(ownName(target.table, this.from))?.primaryKey[target.place];
    const type = meant && this.#needed(target.table, meant, further - 1);
    return integerOf(type) === undefined ? own : type;
  }
}

const nameOf = (expression: Node): readonly Name[] => (expression.kind === 'column' ? expression.parts.slice(-1) : []);

const integerOf = (type: DataType | undefined): string | undefined =>
  type === undefined || type.dimensions !== undefined || type.path !== undefined ? undefined : INTEGERS.get(type.name);
