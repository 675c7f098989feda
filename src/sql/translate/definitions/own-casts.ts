import { foldName, isSameName } from '../../analysis/folded-names.js';
import type { AlterColumn, DataType } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';

/**
 * Whether a change of type computes values: USING that says no more than the column as its new type is what the target
 * does by itself. https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function computesValues({ using, column, type }: AlterColumn, dialect: Dialect): boolean {
  if (using === undefined) return false;
  const inner = using.kind === 'cast' ? using.operand : using;
  const own = inner.kind === 'column' ? inner.parts[inner.parts.length - 1] : undefined;
  if (own === undefined || !isSameName(own, column, dialect)) return true;
  return using.kind === 'cast' && type !== undefined && !isOneType(using.type, type, dialect);
}

/** Whether two types are written alike, but for the lengths that one of them may leave out. */
function isOneType(one: DataType, other: DataType, dialect: Dialect): boolean {
  const [name, path] = [one.path?.parts.at(-1), other.path?.parts.at(-1)];
  if (name !== undefined && path !== undefined) return foldName(name, dialect) === foldName(path, dialect);
  return one.name === other.name;
}
