import type { Expression, Name, TableFunction } from '../ast/index.js';
import type { Typed } from './typed.js';

/** The table that a column comes from. */
export interface Origin {
  readonly schema?: string;
  readonly name: string;
}

/** A column of a table, of anything that stands for one, or of a result. */
export interface RelationColumn extends Typed {
  readonly name: string;
  /** Where it is no more than a table's column. */
  readonly table?: Origin | undefined;
  /** What the table calls it, where a query may have given it another name. */
  readonly nameInTable?: string | undefined;
  /** The type in the database's own words, where the catalogue has it. */
  readonly databaseType?: string | undefined;
  /** What it gets where nothing is given, as the database's own SQL; null for none, undefined where it is not known. */
  readonly default?: string | null | undefined;
  readonly autoIncrement?: boolean | undefined;
  /** Whether it is computed from others. */
  readonly generated?: boolean | undefined;
  /** What it is computed by; undefined where a star stands for it. */
  readonly expression?: Expression | undefined;
}

/** Undefined where the columns are not known. */
export type RelationColumns = readonly RelationColumn[] | undefined;

/** Something in FROM that names can be looked up in. */
export class Source {
  /** Set where an outer join may put NULLs in the place of its rows. */
  nulled = false;
  /** The functions that it is the rows of. */
  reference?: TableFunction;
  readonly #columns: ReadonlyMap<string, RelationColumn>;

  /**
   * @param path the keys by which it is qualified, the last its alias or name; empty where it has no name
   * @param keyOf what names are compared by
   */
  constructor(
    readonly path: readonly string[],
    readonly columns: RelationColumns,
    keyOf: (name: string) => string,
    /** The table that it is, for columns that are not known. */
    readonly origin?: Origin,
    /** What it goes by instead of its table's name. */
    readonly alias?: Name,
  ) {
    const keyed = new Map<string, RelationColumn>();
    for (const column of columns ?? []) {
      const key = keyOf(column.name);
      if (!keyed.has(key)) keyed.set(key, column);
    }
    this.#columns = keyed;
  }

  /** The column that is compared by this key. */
  column(key: string): RelationColumn | undefined {
    return this.#columns.get(key);
  }

  /** Whether a name is qualified by this source: `t`, `schema.t`. */
  isNamed(qualifier: readonly string[]): boolean {
    const from = this.path.length - qualifier.length;
    if (from < 0) return false;
    for (let index = 0; index < qualifier.length; index += 1)
      if (qualifier[index] !== this.path[from + index]) return false;
    return true;
  }
}

/** The first of them that a name is qualified by. */
export function namedSource(sources: readonly Source[], qualifier: readonly string[]): Source | undefined {
  for (const source of sources) if (source.isNamed(qualifier)) return source;
  return undefined;
}

/** A column as it stands in FROM, where joins may have made it NULL. */
export interface Field {
  readonly source: Source;
  readonly column: RelationColumn;
}

export function columnOf({ source, column }: Field): RelationColumn {
  return source.nulled && column.nullable !== true ? { ...column, nullable: true } : column;
}

/** What FROM has: its sources, and what `*` stands for. */
export interface FromClause {
  readonly sources: readonly Source[];
  /** Undefined where a star can't be expanded. */
  readonly fields: readonly Field[] | undefined;
  /** The columns that USING and NATURAL made one of, by key. */
  readonly merged: ReadonlyMap<string, Field>;
}

export const NOTHING: FromClause = { sources: [], fields: undefined, merged: new Map() };
