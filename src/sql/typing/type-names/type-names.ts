import type { DataType } from '../../ast/index.js';
import type { SqlType, SqlTypeName } from '../sql-type.js';

/** How a dialect reads the types that are written in its statements. */
export interface TypeNames {
  /** What a column declared so holds; undefined where the name tells nothing. */
  declared(type: DataType): SqlType | undefined;
  /** What a cast to it gives. */
  cast(type: DataType): SqlType | undefined;
}

/** A table of names: each type with its names in lower case, separated by commas. */
export function namesOf(rows: Readonly<Partial<Record<SqlTypeName, string>>>): ReadonlyMap<string, SqlTypeName> {
  const entries = Object.entries(rows) as [SqlTypeName, string][];
  return new Map(
    entries.flatMap(([type, names]) => names.split(',').map((name): [string, SqlTypeName] => [name.trim(), type])),
  );
}

/** The digits behind the point that `(p, s)` declares; 0 of `(p)`, undefined where nothing is declared. */
export function scaleOf({ arguments: values }: DataType): number | undefined {
  if (values.length === 0) return undefined;
  const scale = values[1];
  if (scale === undefined) return 0;
  return scale.kind === 'number' ? Number(scale.text) : undefined;
}

/** DECIMAL with the scale that is declared. */
export function decimalOf(type: DataType): SqlType {
  const scale = scaleOf(type);
  return { type: 'DECIMAL', ...(scale !== undefined && { scale }) };
}
