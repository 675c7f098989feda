import { MILLISECONDS_FROM } from '../../sql/index.js';
import type { ColumnType, NumberFormat } from '../column-type.js';
import type { JsonValue } from '../database-adapter.js';
import { readJson, trimmedFraction } from '../values/read-text.js';
import type { DeclaredType } from './declared-type.js';
import type { ExactValue } from './sqlite-connection.js';

/** Maps one value of a column to what the answer carries. */
export type ValueReader = (value: ExactValue) => JsonValue;

/** Milliseconds between the Julian day 0 and the Unix epoch, in days. */
const JULIAN_EPOCH_DAYS = 2_440_587.5;
const DAY_MS = 86_400_000;

/** How values of each type are read; a type that is not here is passed on as it is stored. */
const READERS: Partial<Record<ColumnType, (value: ExactValue, declared: DeclaredType) => JsonValue>> = {
  BOOLEAN: (value) => (value === 0 ? false : value === 1 ? true : readBooleanWord(value)),
  DATE: (value) => readMoment(value, (iso) => iso.slice(0, 10)),
  TIME: (value) => (typeof value === 'string' ? readTime(value) : plain(value)),
  TIMESTAMP: (value) => readMoment(value, (iso) => iso),
  TIMESTAMPTZ: (value) => readMoment(value, (iso) => (iso.endsWith('Z') ? iso : `${iso}Z`)),
  DECIMAL: (value, { scale }) => (typeof value === 'number' ? decimalText(value, scale) : plain(value)),
  JSON: (value) => (typeof value === 'string' ? readJson(value) : plain(value)),
};

/** The reader for a column: by its declared type where there is one, by the stored value otherwise. */
export function valueReader(declared: DeclaredType | undefined, numbers: NumberFormat): ValueReader {
  const read = declared === undefined ? undefined : READERS[declared.type];
  if (declared?.type === 'BIGINT' && numbers === 'STRINGS') {
    return (value) => (typeof value === 'number' && Number.isInteger(value) ? String(value) : plain(value));
  }
  if (declared === undefined || read === undefined) return plain;
  return (value) => (value === null ? null : read(value, declared));
}

/** A stored value as it is: binary as base64, and what JSON numbers can't say as text. */
export function plain(value: ExactValue): JsonValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

function readBooleanWord(value: ExactValue): JsonValue {
  if (typeof value !== 'string') return plain(value);
  const word = value.toLowerCase();
  return word === 'true' || word === 't' ? true : word === 'false' || word === 'f' ? false : value;
}

function decimalText(value: number, scale = NaN): string {
  if (!Number.isFinite(value) || Number.isNaN(scale) || Math.abs(value) >= 1e21) return String(value);
  const fixed = value.toFixed(Math.min(scale, 100));
  // A value with more digits than its column declares keeps them: SQLite does not enforce the scale.
  return Number(fixed) === value ? fixed : String(value);
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Text, Unix seconds (INTEGER) and Julian days (REAL) are SQLite's three ways to store a
 * moment (https://sqlite.org/datatype3.html#date_and_time_datatype). What is none of them is passed on.
 */
function readMoment(value: ExactValue, form: (iso: string) => string): JsonValue {
  if (typeof value === 'number') return readNumericMoment(value, form);
  if (typeof value !== 'string') return plain(value);
  const match = MOMENT.exec(value);
  if (match === null) return value;
  const [, date = '', clock = '', zone] = match;
  const time = readTime(clock);
  if (zone === undefined) return form(`${date}T${time}`);
  const utc = Date.parse(
    `${date}T${time.slice(0, 8)}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`,
  );
  return Number.isNaN(utc) ? value : form(`${new Date(utc).toISOString().slice(0, 19)}${time.slice(8)}Z`);
}

const TIME = /^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[+-]\d{2}(?::?\d{2})?)?$/;

/** A time of day in the form that servers give it: with seconds, and no zeros at the end of their fraction. */
function readTime(text: string): string {
  if (!TIME.test(text)) return text;
  return text.length === 'hh:mm'.length ? `${text}:00` : trimmedFraction(text);
}

function readNumericMoment(value: number, form: (iso: string) => string): JsonValue {
  const seconds = Math.abs(value) < MILLISECONDS_FROM ? value * 1000 : value;
  const ms = Number.isInteger(value) ? seconds : Math.round((value - JULIAN_EPOCH_DAYS) * DAY_MS);
  const moment = new Date(ms);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999 || moment.getUTCFullYear() < 0)
    return plain(value);
  return form(trimmedFraction(moment.toISOString().slice(0, -1)));
}

/** The type of a column that declares none, from the values that came; undefined where none did. */
export function inferType(values: readonly ExactValue[]): ColumnType | undefined {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return undefined;
  if (present.every((value) => typeof value === 'number' || typeof value === 'bigint')) {
    return present.every((value) => typeof value === 'bigint' || Number.isSafeInteger(value)) ? 'INTEGER' : 'FLOAT';
  }
  if (present.every((value) => typeof value === 'string')) return 'TEXT';
  return present.every((value) => value instanceof Uint8Array) ? 'BINARY' : 'OTHER';
}
