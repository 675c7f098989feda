import * as postgresArray from 'postgres-array';
import postgresInterval from 'postgres-interval';
import type { NumberFormat } from '../column-type.js';
import type { JsonValue } from '../database-adapter.js';
import { bigintReader, isoMoment, isoMomentInUtc, readFloat, readInteger, readJson } from '../values/read-text.js';
import type { ValueFormName } from '../values/value-forms.js';
import type { PostgresqlType } from './postgresql-types.js';

/** Reads a value from the text that PostgreSQL writes for it. */
export type TextReader = (text: string) => JsonValue;

const asItIs: TextReader = (text) => text;

/** How the text of each form is read; forms that are not here are passed on as they are. */
const READERS: Partial<Record<ValueFormName, TextReader>> = {
  boolean: (text) => text === 't',
  integer: readInteger,
  money: (text) => text.replace(/[$,]/g, ''),
  float: readFloat,
  // `\x` and hexadecimal digits: the session's bytea_output is pinned
  binary: (text) => Buffer.from(text.slice(2), 'hex').toString('base64'),
  timestamp: isoMoment,
  timestamptz: isoMomentInUtc,
  interval: (text) => postgresInterval(text).toISOStringShort(),
  json: readJson,
  nothing: () => null,
};

/** The reader for values of a type. */
export function readerOf({ form, element }: PostgresqlType, numbers: NumberFormat): TextReader {
  if (form === 'bigint') return bigintReader(numbers);
  if (form === 'array' && element !== undefined) {
    const read = readerOf(element, numbers);
    return (text) => postgresArray.parse(text, read);
  }
  return READERS[form] ?? asItIs;
}
