import { DragomanError } from '../../errors/index.js';
import type { BoundStatement } from '../../sql/index.js';
import { fillSlots, placeOf } from '../parameters/slots.js';
import { readParameter, type TypedParameter } from '../parameters/typed-parameter.js';
import type { BindValue } from './sqlite-connection.js';

/** A statement as the driver takes it: numbered placeholders, and their values. */
export interface NativeStatement {
  readonly sql: string;
  readonly values: readonly BindValue[];
}

/** How one parameter is bound: the value, and the cast that restores its type where the driver loses it. */
interface Binding {
  readonly value: BindValue;
  readonly cast?: 'INTEGER' | 'NUMERIC';
}

const INT32 = 2 ** 31;
const INT64 = 2n ** 63n;
/** A decimal of so many digits comes back from a double as it went in (IEEE 754 binary64, `DBL_DIG`). */
const EXACT_DIGITS = 15;

type Binders = {
  readonly [T in TypedParameter['type']]: (parameter: Extract<TypedParameter, { type: T }>, place: string) => Binding;
};

/**
 * The driver binds integers past 32 bits as REAL and knows no 64-bit integer at all:
 * those travel as text and are cast back by the engine, which is exact.
 */
const BINDERS: Binders = {
  null: () => ({ value: null }),
  boolean: ({ value }) => ({ value: value ? 1 : 0 }),
  integer: ({ value }) => (value >= -INT32 && value < INT32 ? { value } : { value: String(value), cast: 'INTEGER' }),
  float: ({ value }) => ({ value }),
  text: ({ value }) => ({ value }),
  bigint: ({ value }, place) => {
    if (value >= INT64 || value < -INT64) {
      throw new DragomanError('BAD_PARAMETERS', `${place} is out of range: SQLite's INTEGER has 64 bits.`, {
        hint: 'Send it as text or as { "$type": "decimal" }.',
      });
    }
    return { value: String(value), cast: 'INTEGER' };
  },
  decimal: ({ value }, place) => {
    const digits = value
      .replace(/e.*$/i, '')
      .replace(/[^0-9]/g, '')
      .replace(/^0+/, '');
    if (digits.length > EXACT_DIGITS) {
      throw new DragomanError(
        'PRECISION_LOST',
        `${place} has ${digits.length} digits; SQLite's numbers keep ${EXACT_DIGITS}.`,
        {
          hint: 'Send it as a string, where the column keeps text.',
        },
      );
    }
    return { value, cast: 'NUMERIC' };
  },
  binary: ({ value }) => ({ value }),
  // SQLite's own functions write a space between date and time (https://sqlite.org/lang_datefunc.html).
  timestamp: ({ value }) => ({ value: `${value.date} ${value.time}${value.zoned ? 'Z' : ''}` }),
  json: ({ value }) => ({ value }),
  array: (_, place) => {
    throw new DragomanError('BAD_PARAMETERS', `${place} is an array, and SQLite has no array type.`, {
      hint: 'Write IN (:list) with a plain array, or send { "$type": "json" } and read it with json_each.',
    });
  },
};

function bind(parameter: TypedParameter, place: string): Binding {
  const binder = BINDERS[parameter.type] as (parameter: TypedParameter, place: string) => Binding;
  return binder(parameter, place);
}

/**
 * Puts numbered placeholders into a statement and types its values.
 * @throws DragomanError BAD_PARAMETERS, PRECISION_LOST
 */
export function bindForSqlite(bound: BoundStatement): NativeStatement {
  const bindings = bound.values.map((raw, index) => {
    const place = placeOf(bound, index);
    return bind(readParameter(raw, place), place);
  });
  const placeholders = bindings.map(({ cast }, index) =>
    cast === undefined ? `?${index + 1}` : `CAST(?${index + 1} AS ${cast})`,
  );
  return { sql: fillSlots(bound, (value) => placeholders[value] ?? ''), values: bindings.map(({ value }) => value) };
}
