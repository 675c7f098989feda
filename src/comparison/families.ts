import type { ColumnType, JsonValue } from '../databases/index.js';

/** Types whose values are the same thing in different engines: a sum is a BIGINT to one and a DECIMAL to another. */
const FAMILIES: Readonly<Partial<Record<ColumnType, 'number' | 'moment' | 'text'>>> = {
  BOOLEAN: 'number',
  INTEGER: 'number',
  BIGINT: 'number',
  DECIMAL: 'number',
  FLOAT: 'number',
  DATE: 'moment',
  TIMESTAMP: 'moment',
  TIMESTAMPTZ: 'moment',
  TEXT: 'text',
  UUID: 'text',
  ENUM: 'text',
};

/** Whether columns of these types may hold the same values in engines of different dialects; OTHER says nothing. */
export function areAlike(one: ColumnType, other: ColumnType): boolean {
  if (one === other || one === 'OTHER' || other === 'OTHER') return true;
  const family = FAMILIES[one];
  return family !== undefined && family === FAMILIES[other];
}

/** Digits that a floating-point number has for sure in every engine. */
const SURE_DIGITS = 12;

/** A value in a form that is the same for the same value of another engine. */
export function acrossEngines(value: JsonValue, types: readonly ColumnType[]): JsonValue {
  if (typeof value === 'boolean' && types.some((type) => type !== 'BOOLEAN')) return value ? 1 : 0;
  if (!types.every((type) => FAMILIES[type] === 'number')) return value;
  if (typeof value !== 'number' && typeof value !== 'string') return value;
  if (types.includes('FLOAT')) return Number(Number(value).toPrecision(SURE_DIGITS));
  return withoutZeros(String(value));
}

/** An exact number as text, without zeros at its end. */
function withoutZeros(written: string): string {
  const plain = written.includes('.') ? written.replace(/0+$/, '').replace(/\.$/, '') : written;
  return plain === '-0' ? '0' : plain;
}
