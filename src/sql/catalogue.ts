import type { SqlType } from './typing/sql-type.js';

/** A column of a table or view. */
export interface CatalogueColumn {
  /** As the database spells it. */
  readonly name: string;
  /** Undefined where Dragoman has no type for it. */
  readonly type: SqlType | undefined;
  /** The type in the database's own words: `character varying(40)`. */
  readonly databaseType: string;
  readonly nullable: boolean;
  /** What it gets where nothing is given, as the database's own SQL; null for none. Left out where it is not known. */
  readonly default?: string | null;
  /** Whether the database counts where nothing is given. Left out where it is not known. */
  readonly autoIncrement?: boolean;
  /** Whether it is computed from others. Left out where it is not known. */
  readonly generated?: boolean;
  /** By which expression, as the database's own SQL; null, or left out, where that is not known. */
  readonly generationExpression?: string | null;
}

/** A table as its database itself writes it down: its CREATE TABLE, and behind it those of its indexes and triggers. */
export type TableTexts = readonly [table: string, ...beside: string[]];

/** An index of a table. */
export interface CatalogueIndex {
  readonly name: string;
  readonly unique: boolean;
  /** Those that it begins with; left out where they are not known. */
  readonly columns?: readonly string[];
}

/** A foreign key of a table. */
export interface CatalogueForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether it changes these along with the row that they lead to. Left out where it is not known. */
  readonly changesColumns?: boolean;
}

/** A table, view or anything else that has columns. */
export interface CatalogueTable {
  /** Undefined where the database has no schemas. */
  readonly schema: string | undefined;
  readonly name: string;
  /** Those that `*` means, in their order. */
  readonly columns: readonly CatalogueColumn[];
  /** The columns of its primary key; empty, or left out, where it has none. */
  readonly primaryKey?: readonly string[];
  /** Left out where it is the usual one, or not known. */
  readonly primaryKeyName?: string;
  /** The columns of each key that keeps all of its rows apart, the primary key first; left out where they are not known. */
  readonly uniqueKeys?: readonly (readonly string[])[];
  /** Conditions of its rows, as the database's own SQL; left out where they are not known. */
  readonly checks?: readonly { readonly name: string | null; readonly expression: string }[];
  /** Left out where they are not known. */
  readonly indexes?: readonly CatalogueIndex[];
  /** Its own, to other tables; left out where they are not known. */
  readonly foreignKeys?: readonly CatalogueForeignKey[];
  /** Where the database keeps them (SQLite); left out elsewhere. */
  readonly texts?: TableTexts;
  /** The texts of all tables whose foreign keys lead to this one, by others too; in any order. */
  readonly dependents?: readonly TableTexts[];
}

/** A view that reads a table or view. */
export interface HangingView {
  readonly name: string;
  /** Its query, as the database's own SQL; left out where it is not known. */
  readonly query?: string;
  /** What it calls its columns. */
  readonly columns?: readonly string[];
}

/** What goes along with a table or view that is dropped with all that hangs on it. */
export interface HangingParts {
  /** Views that read it, and views that read these. */
  readonly views: readonly HangingView[];
  /** Foreign keys of other tables that lead to it. */
  readonly foreignKeys: readonly { readonly table: string; readonly name: string }[];
}

/** What is in a database, as far as it is known: a port, since `sql/` itself asks no database. */
export interface Catalogue {
  /**
   * The table that a statement names.
   *
   * @param path the name, with the schema before it where the statement has one. PostgreSQL's names are folded
   *   (lower case unless quoted) and compare exactly; those of MySQL and SQLite are as they are written, and it is for
   *   the catalogue to compare them as its database does.
   * @returns undefined for a table that is not known: its columns are then unknown, not absent.
   */
  table(path: readonly string[]): CatalogueTable | undefined;
  /**
   * The table that has an index which a statement names without it; undefined where none has. Left out where that can't
   * be told.
   */
  tableOfIndex?(index: string): CatalogueTable | undefined;
  /** False where an index may be there that is not told of. Left out, all are told of where any are. */
  readonly knowsIndexes?: boolean;
  /** What hangs on a table or view, nothing on what is not there; undefined, or left out, where it can't be told. */
  hangingOn?(path: readonly string[]): HangingParts | undefined;
}
