import type { Expression } from './expressions.js';
import type { BaseNode, Name, QualifiedName } from './node.js';

/** A type as it is written in casts, columns and signatures. */
export interface DataType extends BaseNode {
  readonly kind: 'data-type';
  /**
   * The name in lower case with single spaces, without arguments and modifiers: `integer`, `double precision`,
   * `timestamp with time zone`, `long varchar`. Empty for SQLite's columns without a type.
   */
  readonly name: string;
  /** The name as a path, where it is quoted or qualified: `public."Mood"`. `name` is its last part then. */
  readonly path?: QualifiedName;
  /** `(10, 2)`, `('a', 'b')` of ENUM; empty where there are no parentheses. */
  readonly arguments: readonly Expression[];
  /** `YEAR TO MONTH` of PostgreSQL's intervals, in upper case. */
  readonly intervalFields?: string;
  /** Bounds of an array's dimensions; null where a dimension has none. */
  readonly dimensions?: readonly (number | null)[];
  /** MySQL's UNSIGNED, ZEROFILL, SIGNED, BINARY, ASCII, UNICODE and NATIONAL, in upper case, in the order written. */
  readonly modifiers?: readonly string[];
  readonly charset?: Name;
  readonly collation?: QualifiedName;
  /** SETOF of a function's result. */
  readonly setOf?: boolean;
  /** `%TYPE` behind a column's path. */
  readonly ofColumn?: boolean;
}
