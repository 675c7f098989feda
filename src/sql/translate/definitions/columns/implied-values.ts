import type { ColumnDefinition } from '../../../ast/index.js';
import { typeOfDataType, type SqlTypeName } from '../../../typing/index.js';
import type { Dialect } from '../../../dialects/index.js';

/** What MySQL gives to the rows that are there, where a column is never NULL and has no default. */
const FIRST_VALUES: Readonly<Partial<Record<SqlTypeName, number | string>>> = {
  INTEGER: 0,
  BIGINT: 0,
  DECIMAL: 0,
  FLOAT: 0,
  BOOLEAN: 0,
  TEXT: '',
};

/** Undefined where the column says itself what rows get, and where the source refuses it. */
export function impliedValue({ constraints, type }: ColumnDefinition, from: Dialect): number | string | undefined {
  const rules = new Set(constraints.map(({ rule }) => rule.kind));
  if (from.name !== 'MYSQL' || !rules.has('not-null') || type === undefined) return undefined;
  if (TELLS.some((kind) => rules.has(kind))) return undefined;
  const name = typeOfDataType(type, from)?.type;
  if (type.name === 'enum') return type.arguments[0]?.kind === 'string' ? type.arguments[0].value : undefined;
  return name === undefined ? undefined : FIRST_VALUES[name];
}

const TELLS = ['default-value', 'generated', 'auto-increment', 'primary-key', 'unique', 'references'] as const;
