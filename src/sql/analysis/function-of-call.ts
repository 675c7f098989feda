import type { FunctionCall, Name } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { functionRow, type FunctionRow } from '../functions/index.js';
import { foldName } from './folded-names.js';

/** The engine's function that a call means; undefined for a user's own, and where nothing is known of it. */
export function functionOfCall({ name, arguments: values }: FunctionCall, dialect: Dialect): FunctionRow | undefined {
  const { parts } = name;
  const last = parts[parts.length - 1];
  if (last === undefined) return undefined;
  if (parts.length > 1 && !isSystemSchema(parts.slice(0, -1), dialect)) return undefined;
  const folded = foldName(last, dialect);
  // a quoted name is another function's than the one in lower case, where names fold
  if (dialect.features.foldsNames && folded !== folded.toLowerCase()) return undefined;
  const [first, second] = values;
  // `count(*)`; `t.*` is a row, which is a value
  const isBare = first?.kind === 'star' && first.qualifier.length === 0 && second === undefined;
  const count = isBare ? 0 : values.length;
  return functionRow(dialect.name, folded, count);
}

function isSystemSchema(parts: readonly Name[], dialect: Dialect): boolean {
  const schema = parts.map((part) => foldName(part, dialect)).join('.');
  return schema === '' || schema === dialect.statements.systemSchema;
}
