import type { TableTexts } from '../../sql/index.js';
import type { ColumnType } from '../column-type.js';

/** What a relation is. */
export const TABLE_KINDS = [
  'TABLE',
  'PARTITIONED_TABLE',
  'PARTITION',
  'VIEW',
  'MATERIALIZED_VIEW',
  'FOREIGN_TABLE',
  'VIRTUAL_TABLE',
  'SHADOW_TABLE',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** What becomes of the rows that refer to one that is deleted, or whose key changes. */
export const REFERENTIAL_ACTIONS = ['NO_ACTION', 'RESTRICT', 'CASCADE', 'SET_NULL', 'SET_DEFAULT'] as const;
export type ReferentialAction = (typeof REFERENTIAL_ACTIONS)[number];

/** A relation's name, each part as the database spells it. */
export interface TableName {
  /** PostgreSQL's schema, MySQL's database; `main` of SQLite. */
  readonly schema: string;
  readonly name: string;
}

/** A relation as a list names it. */
export interface ListedTable extends TableName {
  readonly kind: TableKind;
}

/** A column of a table or view. */
export interface ColumnDescription {
  readonly name: string;
  /** The type that a result's column has of it; OTHER where the values alone tell. */
  readonly type: ColumnType;
  /** In the database's own words, with length and precision. */
  readonly databaseType: string;
  readonly nullable: boolean;
  /** SQL text, as the database keeps it; null where nothing is declared. */
  readonly default: string | null;
  /** Whether its value is computed from other columns. */
  readonly generated: boolean;
  /** How it is computed, as SQL text; null where it is not, or the database does not tell. */
  readonly generationExpression: string | null;
  /** Whether the database gives a value by counting where none is given. */
  readonly autoIncrement: boolean;
  /** Whether `*` leaves it out. */
  readonly invisible: boolean;
  /** As far as the database tells one that is not its default. */
  readonly collation: string | null;
  /** What an ENUM may be, in its order. */
  readonly enumValues: readonly string[] | null;
  readonly comment: string | null;
}

/** One part of an index: a column, or an expression. */
export interface IndexPart {
  readonly column: string | null;
  /** SQL text. */
  readonly expression: string | null;
  readonly descending: boolean;
  /** How many characters of the column are kept, where not all are (MySQL). */
  readonly prefixLength: number | null;
}

export interface IndexDescription {
  readonly name: string;
  readonly unique: boolean;
  readonly primary: boolean;
  readonly parts: readonly IndexPart[];
  /** Columns kept beside the parts (PostgreSQL's INCLUDE). */
  readonly included: readonly string[];
  /** In lower case: btree, gin, hash, fulltext. */
  readonly method: string;
  /** The condition of the rows that it holds, as SQL text; null where it holds all. */
  readonly predicate: string | null;
}

export interface ForeignKeyDescription {
  /** Of a nameless one (SQLite): its columns joined by _. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly referenced: TableName;
  /** In the order of `columns`; empty where the referenced table is not there (SQLite). */
  readonly referencedColumns: readonly string[];
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
}

export interface CheckDescription {
  /** Null for a nameless one (SQLite). */
  readonly name: string | null;
  /** SQL text, as the database keeps it. */
  readonly expression: string;
}

/** All that is told of one table or view. */
export interface TableDescription extends ListedTable {
  readonly columns: readonly ColumnDescription[];
  /** Its columns in the key's order; empty where there is none. */
  readonly primaryKey: readonly string[];
  readonly indexes: readonly IndexDescription[];
  readonly foreignKeys: readonly ForeignKeyDescription[];
  /** Null where they can't be told. */
  readonly checks: readonly CheckDescription[] | null;
  /** As the engine's planner takes it; null where it knows nothing. */
  readonly estimatedRows: number | null;
  readonly comment: string | null;
  /** A view's query as SQL text; null for a table, and where the user may not see it. */
  readonly definition: string | null;
  /** The tables and views that a view's query names; null for a table, and where they can't be told. */
  readonly readsFrom: readonly TableName[] | null;
  /** The names of users' functions that take a row of it, which SQL may call as if they were its columns. */
  readonly rowFunctions: readonly string[];
  /** The texts of its definition, its indexes' and its triggers', the table's first; left out where the database keeps none. */
  readonly texts?: TableTexts;
  /** The same of every table whose foreign keys lead to it, by others too, in any order. */
  readonly dependents?: readonly TableTexts[];
}
