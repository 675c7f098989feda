import type { BoundStatement } from '../../sql/index.js';
import { fillSlots, placeOf } from '../parameters/slots.js';
import { readParameter, type TypedParameter } from '../parameters/typed-parameter.js';
import type { NativeStatement } from '../server/server-engine.js';
import { PARAMETER_TYPES } from './postgresql-types.js';

/** Text, as PostgreSQL reads it for the parameter's type; bytes are sent as bytes. */
export type PostgresqlValue = string | Buffer | null;

export interface PostgresqlStatement extends NativeStatement<PostgresqlValue> {
  /** The OID of each parameter's type; 0 leaves it to the server, which tells it from the place. */
  readonly types: readonly number[];
  readonly bound: BoundStatement;
  /** The statement's offset in the SQL text. */
  readonly start: number;
  /** Whether the server may stop it once enough rows were sent. */
  readonly reads: boolean;
}

interface Binding {
  readonly value: PostgresqlValue;
  readonly type: number;
}

const INT32 = 2 ** 31;
const INT64 = 2n ** 63n;
const { boolean, bytea, int4, int8, text, float8, timestamp, timestamptz, numeric, jsonb } = PARAMETER_TYPES;

type Binders = {
  readonly [T in TypedParameter['type']]: (parameter: Extract<TypedParameter, { type: T }>) => Binding;
};

const BINDERS: Binders = {
  null: () => ({ value: null, type: text }),
  boolean: ({ value }) => ({ value: String(value), type: boolean }),
  integer: ({ value }) => ({ value: String(value), type: value >= -INT32 && value < INT32 ? int4 : int8 }),
  float: ({ value }) => ({ value: String(value), type: float8 }),
  text: ({ value }) => ({ value, type: text }),
  bigint: ({ value }) => ({ value: String(value), type: value >= -INT64 && value < INT64 ? int8 : numeric }),
  decimal: ({ value }) => ({ value, type: numeric }),
  binary: ({ value }) => ({ value, type: bytea }),
  timestamp: ({ value: { date, time, zoned } }) => ({
    value: `${date} ${time}${zoned ? '+00' : ''}`,
    type: zoned ? timestamptz : timestamp,
  }),
  json: ({ value }) => ({ value, type: jsonb }),
  array: ({ value }) => ({ value: arrayText(value), type: 0 }),
};

function bind(parameter: TypedParameter): Binding {
  const binder = BINDERS[parameter.type] as (parameter: TypedParameter) => Binding;
  return binder(parameter);
}

/** An array's text (https://www.postgresql.org/docs/current/arrays.html#ARRAYS-INPUT). */
function arrayText(items: readonly TypedParameter[]): string {
  return `{${items.map(elementText).join(',')}}`;
}

function elementText(item: TypedParameter): string {
  if (item.type === 'array') return arrayText(item.value);
  const { value } = bind(item);
  if (value === null) return 'NULL';
  const written = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
  return quotedElement(written);
}

/** An element of an array's text, whatever is in it. */
export function quotedElement(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** How a value's placeholder is written. */
export const placeholder = (value: number): string => `$${value + 1}`;

/**
 * Puts `$n` into a statement and writes its values as text. The server tells a parameter's
 * type from its place, and does that better than the value could: `price = $1` takes
 * "12.50" as the numeric that it is.
 *
 * @param declared the values whose type is told by what they are, because no place tells it
 * @throws DragomanError BAD_PARAMETERS
 */
export function bindForPostgresql(
  bound: BoundStatement,
  start: number,
  reads: boolean,
  declared: (value: number) => boolean,
): PostgresqlStatement {
  const bindings = bound.values.map((raw, index) => bind(readParameter(raw, placeOf(bound, index))));
  return {
    sql: fillSlots(bound, placeholder),
    values: bindings.map(({ value }) => value),
    types: bindings.map(({ type }, index) => (declared(index) ? type : 0)),
    bound,
    start,
    reads,
  };
}
