import mysql, { type TypedParameterValue } from 'mysql2';
import { DragomanError } from '../../errors/index.js';
import type { BoundStatement } from '../../sql/index.js';
import { fillSlots, placeOf } from '../parameters/slots.js';
import { readParameter, type TypedParameter } from '../parameters/typed-parameter.js';
import type { NativeStatement } from '../server/server-engine.js';

/** A value as the binary protocol binds it. */
export type MysqlValue = TypedParameterValue | string | Buffer | null;

export interface MysqlStatement extends NativeStatement<MysqlValue> {
  readonly bound: BoundStatement;
  /** The statement's offset in the SQL text. */
  readonly start: number;
  /** Whether the rest of it may be cancelled once enough rows were sent. */
  readonly reads: boolean;
}

const INT64 = 2n ** 63n;
const UINT64 = 2n ** 64n;
const INT32 = 2 ** 31;
const { LONG, LONGLONG, DOUBLE, NEWDECIMAL } = mysql.TypedParameter as unknown as TypedParameters;

/** Its declaration lacks a type that its table has. */
type TypedParameters = typeof mysql.TypedParameter & { readonly NEWDECIMAL: typeof mysql.TypedParameter.DECIMAL };

type Binders = {
  readonly [T in TypedParameter['type']]: (
    parameter: Extract<TypedParameter, { type: T }>,
    place: string,
  ) => MysqlValue;
};

/** Integers are sent as such: the driver by itself would send every number as a double. */
const BINDERS: Binders = {
  null: () => null,
  boolean: ({ value }) => LONG(value ? 1 : 0),
  integer: ({ value }) => (value >= -INT32 && value < INT32 ? LONG(value) : LONGLONG(value)),
  float: ({ value }) => DOUBLE(value),
  text: ({ value }) => value,
  bigint: ({ value }) => {
    if (value >= -INT64 && value < INT64) return LONGLONG(value);
    return value > 0 && value < UINT64 ? LONGLONG.unsigned(value) : NEWDECIMAL(String(value));
  },
  decimal: ({ value }) => NEWDECIMAL(value),
  binary: ({ value }) => value,
  // The session's zone is UTC, so that a moment with a zone is written in it.
  timestamp: ({ value }) => `${value.date} ${value.time}`,
  json: ({ value }) => value,
  array: (_, place) => {
    throw new DragomanError('BAD_PARAMETERS', `${place} is an array, and MySQL has no array type.`, {
      hint: 'Write IN (:list) with a plain array, or send { "$type": "json" } and read it with JSON_TABLE.',
    });
  },
};

function bind(parameter: TypedParameter, place: string): MysqlValue {
  const binder = BINDERS[parameter.type] as (parameter: TypedParameter, place: string) => MysqlValue;
  return binder(parameter, place);
}

/** How every placeholder is written. */
export const placeholder = (): string => '?';

/**
 * Puts `?` into a statement, a value for each.
 * @throws DragomanError BAD_PARAMETERS
 */
export function bindForMysql(bound: BoundStatement, start: number, reads: boolean): MysqlStatement {
  const values = bound.values.map((raw, index) => {
    const place = placeOf(bound, index);
    return bind(readParameter(raw, place), place);
  });
  return {
    sql: fillSlots(bound, placeholder),
    values: bound.slots.map((value) => values[value] ?? null),
    bound,
    start,
    reads,
  };
}
