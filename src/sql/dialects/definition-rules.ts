import type { AlterColumn } from '../ast/index.js';
import type { DialectName } from './dialect.js';
import { mysqlDefinitions } from './mysql/definitions.js';
import type { Phrases } from './phrases.js';
import { postgresqlDefinitions } from './postgresql/definitions.js';
import { sqliteDefinitions } from './sqlite/definitions.js';

/** What a phrase that starts an action of ALTER TABLE says of the rest of it. */
export interface AlterationRow {
  /** Whether it goes on to the end of the statement, commas and all. */
  readonly toEnd?: boolean;
  /** The words behind which another table's name stands. */
  readonly tableBehind?: string;
}

/** What follows the kind of an object in DROP and COMMENT ON. */
export type NamedForm =
  /** A list of names. */
  | 'names'
  /** One name. */
  | 'name'
  /** Names, each maybe with the types of its arguments. */
  | 'routine'
  /** One name with ON and a table. */
  | 'on-table';

/** What the grammar of definitions does differently from dialect to dialect, as data. */
export interface DefinitionRules {
  /** Whether a string may be the name of a table or column. */
  readonly stringNames: boolean;
  /**
   * What CREATE makes that has a node of its own, with what may stand around its kind: REPLACE, TEMPORARY, UNLOGGED,
   * EXISTS (IF NOT EXISTS), ATTRIBUTES (DEFINER and its like), or the word itself.
   */
  readonly creatable: ReadonlyMap<string, ReadonlySet<string>>;
  readonly droppable: Phrases<NamedForm>;
  readonly commentable: Phrases<NamedForm>;
  /** First words of a column's constraints and attributes. */
  readonly columnRules: ReadonlySet<string>;
  /** Attributes of columns that are kept as they are written, with how many tokens or lists follow. */
  readonly columnSettings: Phrases<number>;
  /** First words of a table's constraints and keys. */
  readonly tableRules: ReadonlySet<string>;
  /** What may be said of a constraint behind it. */
  readonly deferrals: Phrases<string>;
  /** How tightly the operators in a default bind that stands without parentheses. */
  readonly defaultMinimum: number;
  /** Words that say whether a generated column is stored. */
  readonly storedWords: ReadonlySet<string>;
  readonly columnChanges: ReadonlySet<AlterColumn['change']>;
  /** Actions of ALTER TABLE that change neither columns nor constraints, by their first words. */
  readonly alterations: Phrases<AlterationRow>;
}

/** The rules of every dialect. */
export const definitionRules: Readonly<Record<DialectName, DefinitionRules>> = {
  POSTGRESQL: postgresqlDefinitions,
  MYSQL: mysqlDefinitions,
  SQLITE: sqliteDefinitions,
};
