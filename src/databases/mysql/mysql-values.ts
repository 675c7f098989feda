import mysql from 'mysql2';
import type { NumberFormat } from '../column-type.js';
import type { JsonValue } from '../database-adapter.js';
import { isoMoment, isoMomentInUtc, readJson, shortestFloat, trimmedFraction } from '../values/read-text.js';
import type { ValueFormName } from '../values/value-forms.js';
import { mayBeBytes, type MysqlColumn } from './mysql-types.js';

const { Types } = mysql as unknown as { readonly Types: Readonly<Record<string, number>> };

/** A value as the driver hands it out. */
export type MysqlNative = null | number | string | Buffer | object;
/** Maps one value to what the answer carries. */
export type ValueReader = (value: Exclude<MysqlNative, null>) => JsonValue;

const asItIs: ValueReader = (value) => {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return Buffer.isBuffer(value) ? value.toString('base64') : (value as JsonValue);
};

const onText =
  (read: (text: string) => JsonValue): ValueReader =>
  (value) =>
    typeof value === 'string' ? read(value) : asItIs(value);

/** How the values of each form are read; forms that are not here are passed on as they are. */
const READERS: Partial<Record<ValueFormName, ValueReader>> = {
  boolean: (value) => {
    if (Buffer.isBuffer(value)) return value.some((byte) => byte !== 0);
    // Nothing keeps a TINYINT(1) from holding a 7.
    return value === 0 || value === 1 ? value === 1 : asItIs(value);
  },
  time: onText(trimmedFraction),
  timestamp: onText(isoMoment),
  timestamptz: onText(isoMomentInUtc),
  json: onText(readJson),
};

/** Forms of which all values are text or numbers already, unless they come as bytes. */
const AS_THEY_ARE: ReadonlySet<ValueFormName> = new Set([
  'integer',
  'bigint',
  'decimal',
  'text',
  'enum',
  'date',
  'uuid',
]);

/** The reader for values of a form; undefined where all of them are passed on as they are. */
export function readerOf(form: ValueFormName, column: MysqlColumn, numbers: NumberFormat): ValueReader | undefined {
  if (form === 'bigint' && numbers === 'STRINGS') return String;
  if (form === 'float' && column.columnType === Types.FLOAT)
    return (value) => asItIs(typeof value === 'number' ? shortestFloat(value) : value);
  return AS_THEY_ARE.has(form) && !mayBeBytes(column) ? undefined : (READERS[form] ?? asItIs);
}

/** A value of the server's own as text, whichever type it gives it. */
export function asText(value: MysqlNative): string | null {
  if (value === null || typeof value === 'string') return value;
  return Buffer.isBuffer(value)
    ? value.toString('utf8')
    : typeof value === 'number'
      ? String(value)
      : JSON.stringify(value);
}

/** A BIT(n) as n digits; its bytes are filled up from the left. */
export function bitReader(width: number): ValueReader {
  return (value) =>
    Buffer.isBuffer(value)
      ? [...value]
          .map((byte) => byte.toString(2).padStart(8, '0'))
          .join('')
          .slice(-width)
      : asItIs(value);
}
