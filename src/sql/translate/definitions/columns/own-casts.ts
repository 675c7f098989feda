import { foldName, isSameName } from '../../../analysis/folded-names.js';
import type { AlterColumn, DataType, Expression, Name } from '../../../ast/index.js';
import type { Dialect } from '../../../dialects/index.js';

/**
 * Whether a change of type computes values: USING that says no more than the column as its new type is what the target
 * does by itself. https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function computesValues({ using, column, type }: AlterColumn, dialect: Dialect): boolean {
  if (using === undefined) return false;
  // an enumeration takes what its words are as texts, by which a longer one takes the place of a shorter one
  if (type?.name === 'enum' && isOwnText(using, column, dialect)) return false;
  const inner = using.kind === 'cast' ? using.operand : using;
  const own = inner.kind === 'column' ? inner.parts[inner.parts.length - 1] : undefined;
  if (own === undefined || !isSameName(own, column, dialect)) return true;
  return using.kind === 'cast' && type !== undefined && !isOneType(using.type, type, dialect);
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'varchar', 'character varying']);

/** Whether a value is no more than the column as a text, however often that is said. */
function isOwnText(value: Expression, column: Name, dialect: Dialect): boolean {
  if (value.kind === 'cast') return TEXTS.has(value.type.name) && isOwnText(value.operand, column, dialect);
  const own = value.kind === 'column' ? value.parts.at(-1) : undefined;
  return own !== undefined && isSameName(own, column, dialect);
}

/** Whether two types are written alike, but for the lengths that one of them may leave out. */
function isOneType(one: DataType, other: DataType, dialect: Dialect): boolean {
  const [name, path] = [one.path?.parts.at(-1), other.path?.parts.at(-1)];
  if (name !== undefined && path !== undefined) return foldName(name, dialect) === foldName(path, dialect);
  return one.name === other.name;
}
