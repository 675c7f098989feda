import type { ColumnType } from '../column-type.js';

/** One form that values have in an answer, whichever engine they come from. */
export interface ValueForm {
  /** The type that the column has in `columns`. */
  readonly type: ColumnType;
  /** What stands in JSON; it goes into docs/values.md. */
  readonly json: string;
}

/** The forms of values: each engine's native types lead to one of these. */
export const VALUE_FORMS = {
  boolean: { type: 'BOOLEAN', json: '`true`, `false`' },
  integer: { type: 'INTEGER', json: 'a number' },
  bigint: { type: 'BIGINT', json: 'a number; a string past ±2^53, or always with `numbers: STRINGS`' },
  decimal: { type: 'DECIMAL', json: 'a string with every digit: `"12.50"`' },
  money: { type: 'DECIMAL', json: 'a string without currency and groups: `"1234.50"`' },
  float: { type: 'FLOAT', json: 'a number; `"NaN"`, `"Infinity"` and `"-Infinity"` as strings' },
  text: { type: 'TEXT', json: 'a string' },
  enum: { type: 'ENUM', json: 'a string' },
  binary: { type: 'BINARY', json: 'a base64 string' },
  date: { type: 'DATE', json: '`"2024-02-29"`' },
  time: { type: 'TIME', json: '`"13:05:00"`; with its offset where it has one' },
  timestamp: { type: 'TIMESTAMP', json: '`"2024-02-29T13:05:00"`' },
  timestamptz: { type: 'TIMESTAMPTZ', json: '`"2024-02-29T13:05:00Z"`, in UTC' },
  interval: { type: 'INTERVAL', json: 'an ISO 8601 duration: `"P1Y2M3DT4H5M6S"`' },
  json: { type: 'JSON', json: 'the JSON value; its text where a number in it has more digits than JSON carries' },
  uuid: { type: 'UUID', json: 'a string' },
  array: { type: 'ARRAY', json: 'an array of its elements’ form, nested where it has more dimensions' },
  bits: { type: 'OTHER', json: 'a string of `0` and `1`' },
  geometry: { type: 'OTHER', json: 'an object of coordinates, `{ "x": 1, "y": 2 }`, or arrays of them' },
  nothing: { type: 'OTHER', json: '`null`' },
  other: { type: 'OTHER', json: 'a string, as the engine writes it' },
} as const satisfies Record<string, ValueForm>;

export type ValueFormName = keyof typeof VALUE_FORMS;
