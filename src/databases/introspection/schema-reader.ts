import type { ListedTable, TableDescription } from './table-description.js';

/** How a database takes the names in its statements. */
export interface NameRules {
  /** Every schema that the user may see, but for the system's. */
  readonly schemas: readonly string[];
  /** Where a name without a schema is looked for, in this order. */
  readonly searched: readonly string[];
  /** Whose tables are listed where no schema is named. */
  readonly listed: readonly string[];
  /** What a name that is none exactly is taken for; it goes for names with another case. */
  readonly folding: Folding;
}

/** `lower`: PostgreSQL's names without quotes. `ignore-case`: names that differ in case alone are one. `none`: they are two. */
export type Folding = 'lower' | 'ignore-case' | 'none';

/** Reads what is in a database, on one session of the side that can't write. */
export interface SchemaReader {
  /**
   * A text that is another one after a change of the schema. It costs little. What is read after it is at least as new
   * as it says.
   */
  version(): Promise<string>;
  rules(): Promise<NameRules>;
  /** The tables and views of a schema that the user may see; none of one that is not there. */
  list(schema: string): Promise<readonly ListedTable[]>;
  /**
   * Describes tables, many by one statement, as `list` names them.
   * @returns those that are there, in any order
   */
  describe(tables: readonly ListedTable[]): Promise<readonly TableDescription[]>;
}
