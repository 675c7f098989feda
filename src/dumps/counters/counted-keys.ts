import {
  contains,
  foldName,
  counts,
  ownKey,
  ownName,
  type CreateTable,
  type Dialect,
  type Node,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import { nextKeys } from './next-keys.js';

type Insert = Extract<Statement, { kind: 'insert' }>;

/** https://sqlite.org/autoinc.html */
const isAutoincrement = (node: Node): boolean => node.kind === 'primary-key' && node.autoIncrement === true;

/** A column that counts by itself. */
interface Counted {
  readonly column: string;
  /** Where the column stands among all of its table. */
  readonly index: number;
  /** The statement that lets it go on behind the greatest value. */
  readonly goesOn: string;
  /** Whether values were given since it was told that. */
  isBehind: boolean;
  /** Whether the source gives no number again of a row that is deleted. */
  readonly isOnce: boolean;
}

/**
 * Columns that count by themselves, of a target that counts apart from its rows: where a script gives them values, and
 * leaves them out later, they have to go on from the values that were given, as in an engine that looks at its rows.
 */
export class CountedKeys {
  readonly #counted = new Map<string, Counted>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /**
   * @param made a table as the target makes it
   * @param former what the table was called before, where it is there already
   */
  add(made: Statement, source: CreateTable, former?: QualifiedName): void {
    if (made.kind !== 'create-table') return;
    const [goesOn] = nextKeys(made, this);
    if (goesOn === undefined) return;
    const columns = (made.elements ?? []).filter((element) => element.kind === 'column-definition');
    const index = columns.findIndex(counts);
    const column = columns[index];
    if (column === undefined) return;
    const isBehind = former !== undefined && this.#counted.get(ownKey(former, this.to))?.isBehind === true;
    const isOnce = this.from.name !== 'SQLITE' || contains(source, isAutoincrement);
    if (former !== undefined) this.#counted.delete(ownKey(former, this.to));
    const counted = { column: foldName(column.name, this.to), index, goesOn, isBehind, isOnce };
    this.#counted.set(ownKey(made.name, this.to), counted);
  }

  /** Takes note of tables that are dropped. */
  forget(names: readonly QualifiedName[]): void {
    for (const name of names) this.#counted.delete(ownKey(name, this.to));
  }

  /** What has to be run before rows are put into a table, or deleted. */
  before(made: Statement, source: Statement): readonly string[] {
    const first = this.#beforeRows(made);
    return [...(first === undefined ? [] : [first]), ...this.#beforeDeletion(source)];
  }

  #beforeRows(made: Statement): string | undefined {
    if (made.kind !== 'insert') return undefined;
    const counted = this.#counted.get(ownKey(made.table, this.to));
    if (counted === undefined) return undefined;
    if (this.#gives(made, counted)) counted.isBehind = true;
    else if (counted.isBehind) {
      counted.isBehind = false;
      return counted.goesOn;
    }
    return undefined;
  }

  /** The numbers of rows that are deleted are given to no others, in whichever table: rows go with those that they refer to. */
  #beforeDeletion(tree: Statement): string[] {
    // of the many rows of a load none is looked at
    if (tree.kind === 'insert' && tree.with === undefined) return [];
    if (!contains(tree, ({ kind }) => kind === 'delete')) return [];
    const behind = [...this.#counted.values()].filter(({ isBehind, isOnce }) => isBehind && isOnce);
    for (const one of behind) one.isBehind = false;
    return behind.map(({ goesOn }) => goesOn);
  }

  /** Whether its first row has a value for the column. */
  #gives({ columns, source }: Insert, { column, index }: Counted): boolean {
    // DEFAULT VALUES
    if (source === undefined) return false;
    const at =
      columns === undefined
        ? index
        : columns.findIndex((one) => one.kind === 'column' && ownName(one, this.to) === column);
    if (at < 0) return false;
    const first = source.body.kind === 'values' ? source.body.rows[0]?.items[at] : undefined;
    return first?.kind !== 'default';
  }
}
