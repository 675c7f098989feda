import { plainType, type SqlType, type SqlTypeName } from './sql-type.js';

/** What can be told of an expression's values before it runs. */
export interface Typed {
  /** Undefined where nothing can be told. */
  readonly type: SqlType | undefined;
  /** Whether a value may be NULL; undefined where nothing can be told. */
  readonly nullable: boolean | undefined;
  /**
   * Set where the type is what the surroundings ask for: NULL everywhere; literal strings and parameters in PostgreSQL.
   * `type` is then what it becomes where nothing asks.
   */
  readonly untyped?: true;
}

/** Nothing can be told. */
export const UNKNOWN: Typed = { type: undefined, nullable: undefined };

export const typed = (type: SqlTypeName | undefined, nullable: boolean | undefined): Typed => ({
  type: type === undefined ? undefined : plainType(type),
  nullable,
});

/** NULL if any of the values is. */
export function nullableIfAny(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true;
  return values.includes(undefined) ? undefined : false;
}

/** NULL only if all of the values are. */
export function nullableIfAll(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}
