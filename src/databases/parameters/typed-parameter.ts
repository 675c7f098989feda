import { DragomanError } from '../../errors/index.js';

/** A parameter's value with the type that it is meant to have, before an engine binds it. */
export type TypedParameter =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'bigint'; readonly value: bigint }
  | { readonly type: 'decimal'; readonly value: string }
  | { readonly type: 'binary'; readonly value: Buffer }
  | { readonly type: 'timestamp'; readonly value: TimestampParameter }
  | { readonly type: 'json'; readonly value: string }
  | { readonly type: 'array'; readonly value: readonly TypedParameter[] };

/** A point in time: its date and time as written, in UTC where a zone was given. */
export interface TimestampParameter {
  /** `2024-02-29` */
  readonly date: string;
  /** `13:05:00` with as many decimals as were given. */
  readonly time: string;
  readonly zoned: boolean;
}

const INT64_BOUND = 2 ** 63;

/**
 * Reads a parameter as it came in JSON: a scalar, or a tagged value
 * `{ "$type": …, "value": … }` for what JSON can't say.
 *
 * @param place how the statement calls it, for messages: `:id`, `parameter 2`
 * @throws DragomanError BAD_PARAMETERS
 */
export function readParameter(raw: unknown, place: string): TypedParameter {
  if (raw === null || raw === undefined) return { type: 'null' };
  switch (typeof raw) {
    case 'boolean':
      return { type: 'boolean', value: raw };
    case 'number':
      return readNumber(raw, place);
    case 'string':
      return { type: 'text', value: readText(raw, place) };
    case 'object':
      return readTagged(raw, place);
    default:
      throw refuse(place, `holds a ${typeof raw}, which JSON does not know`);
  }
}

function readNumber(value: number, place: string): TypedParameter {
  if (!Number.isFinite(value)) throw refuse(place, 'is no finite number');
  if (!Number.isInteger(value)) return { type: 'float', value };
  if (Number.isSafeInteger(value)) return { type: 'integer', value };
  // Past 2^53 a JSON number has been rounded before it got here: binding it would store another number.
  if (Math.abs(value) < INT64_BOUND) {
    throw refuse(
      place,
      'is an integer past ±2^53, which JSON numbers can’t carry exactly',
      `Send it as { "$type": "bigint", "value": "…" }.`,
    );
  }
  return { type: 'float', value };
}

function readText(value: string, place: string): string {
  // A lone surrogate has no UTF-8 form: it would arrive as another character.
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)) {
    throw refuse(place, 'holds half of a surrogate pair, which is no text');
  }
  return value;
}

/** As deep as SQLite's own JSON functions read (JSON_MAX_DEPTH in https://sqlite.org/json1.html). */
const DEEPEST_JSON = 1000;

/** Level by level: a recursive walk would end where the stack does. */
function isDeeper(value: unknown, levels: number): boolean {
  let present = [value];
  for (let level = 0; present.length > 0; level++) {
    if (level > levels) return true;
    present = present.flatMap((item): unknown[] =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
  }
  return false;
}

type TagReader = (value: unknown, place: string) => TypedParameter;

/** The tagged values, by their `$type`. */
const TAGS: Readonly<Record<string, TagReader>> = {
  bigint: (value, place) => {
    const text = String(value);
    if (!/^[+-]?\d{1,40}$/.test(text)) throw refuse(place, `is tagged as bigint, but ${show(value)} is no integer`);
    return { type: 'bigint', value: BigInt(text.replace(/^\+/, '')) };
  },
  decimal: (value, place) => {
    const text = String(value);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,4})?$/i.test(text) || text.length > 2000) {
      throw refuse(place, `is tagged as decimal, but ${show(value)} is no decimal number`);
    }
    return { type: 'decimal', value: text };
  },
  binary: (value, place) => {
    if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 !== 0) {
      throw refuse(place, 'is tagged as binary, but its value is no base64 text');
    }
    return { type: 'binary', value: Buffer.from(value, 'base64') };
  },
  timestamp: (value, place) => ({ type: 'timestamp', value: readTimestamp(value, place) }),
  json: (value, place) => {
    if (isDeeper(value, DEEPEST_JSON)) throw refuse(place, `nests more than ${DEEPEST_JSON} levels of JSON`);
    return { type: 'json', value: JSON.stringify(value ?? null) };
  },
  array: (value, place) => {
    if (!Array.isArray(value)) throw refuse(place, 'is tagged as array, but its value is none');
    return { type: 'array', value: value.map((item, index) => readParameter(item, `${place}[${index}]`)) };
  },
};

function readTagged(raw: object, place: string): TypedParameter {
  if (Array.isArray(raw)) {
    throw refuse(
      place,
      'is an array, which expands in IN (…) and nowhere else',
      'Write `IN (:list)`, or send { "$type": "array" } or { "$type": "json" }.',
    );
  }
  const tag = (raw as { $type?: unknown }).$type;
  const known = Object.keys(TAGS).join(', ');
  if (tag === undefined) {
    throw refuse(place, 'is an object without "$type"', 'Send { "$type": "json", "value": … } for a JSON value.');
  }
  const reader = typeof tag === 'string' && Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
  if (reader === undefined) throw refuse(place, `has the unknown "$type" ${show(tag)}`, `Known are ${known}.`);
  if (!Object.hasOwn(raw, 'value')) throw refuse(place, `is tagged as ${show(tag)}, but has no "value"`);
  return reader((raw as { value?: unknown }).value, place);
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?(Z|[+-]\d{2}:?\d{2})?$/;

function readTimestamp(value: unknown, place: string): TimestampParameter {
  const match = typeof value === 'string' ? TIMESTAMP.exec(value) : null;
  const [, date = '', clock = '00:00:00', zone] = match ?? [];
  const time = clock.length === 5 ? `${clock}:00` : clock;
  const utc = Date.parse(`${date}T${time.slice(0, 8)}Z`);
  // Date.parse takes 30 February for 1 March: what comes back must be what went in.
  if (
    match === null ||
    Number.isNaN(utc) ||
    new Date(utc).toISOString().slice(0, 19) !== `${date}T${time.slice(0, 8)}`
  ) {
    throw refuse(
      place,
      `is tagged as timestamp, but ${show(value)} is none`,
      'Send ISO 8601: 2024-02-29T13:05:00, with Z or an offset where the zone matters.',
    );
  }
  if (zone === undefined) return { date, time, zoned: false };
  const shifted = new Date(utc - offsetMinutes(zone) * 60_000).toISOString();
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 19) + time.slice(8), zoned: true };
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return digits.startsWith('-') ? -minutes : minutes;
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function refuse(place: string, what: string, hint?: string): DragomanError {
  return new DragomanError('BAD_PARAMETERS', `${place} ${what}.`, { hint });
}
