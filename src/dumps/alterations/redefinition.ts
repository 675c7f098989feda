import type { AlterTable, CreateIndex, CreateTable, Dialect, Statement, TranslatedStatement } from '../../sql/index.js';

/** A table as the script has defined it so far. */
export interface Definition {
  readonly table: CreateTable;
  /** What it was read from. */
  readonly text: string;
  /** Indexes that it was given apart. */
  readonly indexes: readonly { readonly tree: CreateIndex; readonly text: string }[];
  /** Statements of the target that made its triggers. */
  readonly triggers: readonly string[];
  /** Whether the target has triggers of its columns, made with it. */
  readonly isTouched: boolean;
}

export type Translate = (tree: Statement, text: string) => TranslatedStatement;

/** A change of a table that its target makes by defining the table, or a column of it, again. */
export interface Redefined {
  readonly statements: readonly string[];
  readonly notices: TranslatedStatement['notices'];
}

/** What a form is made of. */
export interface Redefinition {
  readonly known: Definition;
  readonly table: CreateTable;
  readonly change: AlterTable;
  /** What the change was read from. */
  readonly text: string;
  readonly translate: Translate;
  readonly from: Dialect;
  readonly to: Dialect;
}
