import type { DialectName } from '../../../../../src/sql/index.js';

/** Parts of a table's description that are declared to differ. */
export type Difference = 'columns' | 'types' | 'nullable' | 'checks' | 'indexes' | 'foreignKeys' | 'autoIncrement';

/** A script of definitions as an application, a migration or a dump writes it. */
export interface Script {
  readonly name: string;
  readonly sql: string;
  /** Statements that every engine reads, which run behind the script: some are refused by what it declares. */
  readonly changes?: readonly string[];
  /** Reads whose rows are compared; every engine reads them. */
  readonly reads?: readonly string[];
  /** Engines for which a statement of it is refused. */
  readonly refuses?: readonly DialectName[];
  /** Warnings that are told of a text there, in their order; none elsewhere. */
  readonly warns?: Readonly<Partial<Record<DialectName, readonly string[]>>>;
  /** What the description of the tables says otherwise there. */
  readonly differs?: Readonly<Partial<Record<DialectName, readonly Difference[]>>>;
}
