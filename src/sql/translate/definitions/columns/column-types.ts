import type { DialectName } from '../../../dialects/index.js';
import type { NoticeCode } from '../../notices.js';
import type { ColumnKind, ColumnMeaning } from './column-meaning.js';

/** How a target declares a column. */
export interface ColumnType {
  readonly name: string;
  readonly arguments?: readonly number[];
  /** Of an ENUM, where the target has one. */
  readonly labels?: ColumnMeaning['labels'];
  /** What keeps the rest of the meaning: a condition of the target's own SQL on the column `$1`. */
  readonly check?: string;
  /** What the target's type does not keep. */
  readonly loss?: readonly [code: NoticeCode, detail: string];
}

type TypeOf = (meaning: ColumnMeaning, source: DialectName) => ColumnType;

/** Kinds that are missing have no counterpart in the target. */
export type ColumnTypes = Readonly<Partial<Record<ColumnKind, TypeOf>>>;

type Rest = Omit<ColumnType, 'name'>;

const plain =
  (name: string, rest: Rest = {}): TypeOf =>
  () => ({ name, ...rest });

/** With the length, or the digits of a second, that is declared; `most` is what the target has. */
const sized =
  (name: string, rest: Rest = {}, most = Infinity): TypeOf =>
  ({ size }) => ({ name, ...rest, ...(size !== undefined && { arguments: [Math.min(size, most)] }) });

const widened = (detail: string): Rest => ({ loss: ['TYPE_WIDENED', detail] });
const narrowed = (detail: string): Rest => ({ loss: ['TYPE_NARROWED', detail] });
const changed = (detail: string): Rest => ({ loss: ['TYPE_CHANGED', detail] });
const alike = (detail: string): Rest => ({ loss: ['TYPE_FORM', detail] });

/** A whole number; one without sign has a type and bounds of its own. */
const whole =
  (signed: ColumnType, unsignedName: string, most: string, rest: Rest = {}): TypeOf =>
  ({ unsigned }) =>
    unsigned ? { name: unsignedName, check: `$1 BETWEEN 0 AND ${most}`, ...rest } : signed;

const decimal =
  (name: string, rest: Rest = {}): TypeOf =>
  ({ size, scale, unsigned }) => ({
    name,
    ...(size !== undefined && { arguments: [size, scale ?? 0] }),
    ...(unsigned && { check: '$1 >= 0' }),
    ...rest,
  });

const float =
  (name: string, rest: Rest = {}): TypeOf =>
  ({ unsigned }) => ({ name, ...(unsigned && { check: '$1 >= 0' }), ...rest });

/** Beyond 2^63 there is no whole number in the targets. */
const BEYOND = narrowed('Numbers above 9223372036854775807 are refused.');
const LABELS = 'They sort by their letters, not by the order in which they are listed.';
const SETS = 'The members of a set become a text that is not checked, and sorts by its letters.';
const UNTRIMMED = 'Spaces at the end are kept.';
const PADDED = 'Spaces at the end are not filled up to the length when the value is read.';
const LISTS = 'An array becomes a document of JSON.';
const ADDRESSES = 'Addresses are texts: they are not checked, and sort by their letters.';
const ROUNDED = 'Numbers are rounded to the digits declared.';
const CURRENCY = 'Amounts are plain numbers, without a currency.';
const YEARS = '$1 = 0 OR $1 BETWEEN 1901 AND 2155';
const SHAPES = changed('Shapes are the bytes that MySQL keeps of them.');
const WORDS = changed('What is searched for becomes a text, by which the target finds nothing.');
const SPANS = changed('Spans of time become a text, by which the target computes nothing.');
const OWN_TEXTS = changed('Values of this type become texts, by which the target computes nothing.');
const GUIDS = alike('An identifier is a text that is not checked, and keeps its capital letters.');
const SMALLER_TIMES = narrowed('Times beyond 24 hours are refused.');

/** ENUM: the labels stand in a check that `labelled` columns get. */
const labelled =
  (name: string): TypeOf =>
  ({ labels, kind }) => ({
    name,
    ...(kind === 'ENUM' && { check: `$1 IN (${labels.map((_, index) => `$${index + 2}`).join(', ')})` }),
    loss: kind === 'ENUM' ? ['LABEL_ORDER', LABELS] : ['TYPE_WIDENED', SETS],
  });

const POSTGRESQL: ColumnTypes = {
  INT8: whole({ name: 'smallint', ...widened('Two bytes hold larger numbers.') }, 'smallint', '255'),
  INT16: whole({ name: 'smallint' }, 'integer', '65535'),
  INT24: whole({ name: 'integer', ...widened('Four bytes hold larger numbers.') }, 'integer', '16777215'),
  INT32: whole({ name: 'integer' }, 'bigint', '4294967295'),
  INT64: ({ unsigned }) => (unsigned ? { name: 'bigint', check: '$1 >= 0', ...BEYOND } : { name: 'bigint' }),
  BOOLEAN: plain('boolean', narrowed('Numbers other than 0 and 1 are refused.')),
  DECIMAL: (meaning, source) =>
    source === 'SQLITE'
      ? decimal('numeric', meaning.size === undefined ? {} : narrowed(ROUNDED))(meaning, source)
      : decimal('numeric')(meaning, source),
  FLOAT32: float('real'),
  FLOAT64: float('double precision'),
  TRIMMED_TEXT: sized('varchar', alike(UNTRIMMED)),
  SHORT_TEXT: sized('varchar'),
  TEXT: plain('text'),
  FIXED_BYTES: ({ size = 1 }) => ({ name: 'bytea', check: `octet_length($1) = ${size}` }),
  SHORT_BYTES: ({ size = 1 }) => ({ name: 'bytea', check: `octet_length($1) <= ${size}` }),
  BYTES: plain('bytea'),
  DATE: plain('date'),
  TIME: (meaning, source) => sized('time', source === 'MYSQL' ? SMALLER_TIMES : {})(meaning, source),
  TIMESTAMP: sized('timestamp'),
  TIMESTAMPTZ: sized('timestamptz'),
  YEAR: plain('smallint', { check: YEARS }),
  JSON: plain('jsonb'),
  UUID: plain('uuid'),
  ENUM: labelled('text'),
  SET: labelled('text'),
  BITS: sized('bit', changed('Bits are a text of 0 and 1, not a number.')),
  ADDRESS: plain('inet'),
  SHAPE: plain('bytea', SHAPES),
};

/** Longer ones of four bytes a character do not fit into a row. */
const LONGEST_VARCHAR = 16383;
const ZONED =
  'Moments before 1970 and behind 2038 are refused, and MariaDB before 10.10 gives the first such column a default of its own.';

const MYSQL: ColumnTypes = {
  INT16: plain('smallint'),
  INT32: plain('int'),
  INT64: plain('bigint'),
  BOOLEAN: (_meaning, source) => ({
    name: 'boolean',
    ...(source === 'POSTGRESQL' && { check: '$1 IN (0, 1)' }),
  }),
  DECIMAL: ({ size, scale = 0 }, source) => ({
    name: 'decimal',
    arguments: size === undefined ? [65, 30] : [size, scale],
    ...((size === undefined || source === 'SQLITE') && narrowed(ROUNDED)),
  }),
  MONEY: plain('decimal', { arguments: [19, 2], ...changed(CURRENCY) }),
  FLOAT32: plain('float'),
  FLOAT64: plain('double'),
  PADDED_TEXT: ({ size = 1 }) => ({ name: size > 255 ? 'varchar' : 'char', arguments: [size], ...alike(PADDED) }),
  SHORT_TEXT: ({ size = 1 }) =>
    size > LONGEST_VARCHAR
      ? { name: 'longtext', check: `CHAR_LENGTH($1) <= ${size}` }
      : { name: 'varchar', arguments: [size] },
  TEXT: plain('longtext'),
  CASELESS_TEXT: plain('longtext'),
  BYTES: plain('longblob'),
  DATE: plain('date'),
  TIME: sized('time', {}, 6),
  TIMESTAMP: sized('datetime', {}, 6),
  TIMESTAMPTZ: sized('timestamp', narrowed(ZONED), 6),
  JSON: plain('json'),
  JSON_TEXT: plain('json', alike('The document is kept, not its text: spaces and the order of keys may change.')),
  UUID: plain('char', { arguments: [36], ...GUIDS }),
  BITS: sized('bit', changed('Bits are bytes of a number, not a text of 0 and 1.')),
  ARRAY: plain('json', alike(LISTS)),
  ADDRESS: plain('varchar', { arguments: [43], ...changed(ADDRESSES) }),
  XML: plain('longtext', changed('A document of XML becomes a text that is not checked.')),
  ENUM: ({ labels }) => ({ name: 'enum', labels }),
  SEARCH: plain('longtext', WORDS),
  INTERVAL: plain('varchar', { arguments: [64], ...SPANS }),
  OWN_TEXT: plain('longtext', OWN_TEXTS),
};

const KEPT_DIGITS =
  'Decimals are floating-point numbers of some 15 digits, and are not rounded to the digits declared.';

/** To older versions (3.40) no value is no document. */
const DOCUMENTS = '$1 IS NULL OR json_valid($1)';

const SQLITE: ColumnTypes = {
  INT8: whole({ name: 'tinyint' }, 'tinyint', '255'),
  INT16: whole({ name: 'smallint' }, 'smallint', '65535'),
  INT24: whole({ name: 'mediumint' }, 'mediumint', '16777215'),
  // as INTEGER the key of a table would be the number of its row, which counts by itself
  INT32: whole({ name: 'int' }, 'int', '4294967295'),
  INT64: ({ unsigned }) =>
    unsigned ? { name: 'bigint', check: '$1 BETWEEN 0 AND 9223372036854775807', ...BEYOND } : { name: 'bigint' },
  // MySQL's are numbers of one byte, and some keep others than 0 and 1
  BOOLEAN: (_meaning, source) => ({
    name: 'boolean',
    check: source === 'MYSQL' ? '$1 BETWEEN -128 AND 127' : '$1 IN (0, 1)',
  }),
  DECIMAL: decimal('decimal', widened(KEPT_DIGITS)),
  MONEY: plain('decimal', { arguments: [19, 2], ...changed(CURRENCY) }),
  FLOAT32: float('real', alike('Eight bytes keep more digits than four.')),
  FLOAT64: float('double'),
  PADDED_TEXT: ({ size = 1 }) => ({
    name: 'char',
    arguments: [size],
    check: `length($1) <= ${size}`,
    ...alike(PADDED),
  }),
  TRIMMED_TEXT: ({ size = 1 }) => ({
    name: 'char',
    arguments: [size],
    check: `length($1) <= ${size}`,
    ...alike(UNTRIMMED),
  }),
  SHORT_TEXT: ({ size = 1 }) => ({ name: 'varchar', arguments: [size], check: `length($1) <= ${size}` }),
  TEXT: plain('text'),
  CASELESS_TEXT: plain('text'),
  FIXED_BYTES: ({ size = 1 }) => ({ name: 'blob', check: `length($1) = ${size}` }),
  SHORT_BYTES: ({ size = 1 }) => ({ name: 'blob', check: `length($1) <= ${size}` }),
  BYTES: plain('blob'),
  DATE: plain('date'),
  TIME: plain('time'),
  TIMESTAMP: plain('timestamp', widened('Moments are texts that are not rounded to digits of a second.')),
  // MySQL shows a moment as the session wrote it
  TIMESTAMPTZ: (_meaning, source) => ({
    name: 'timestamptz',
    ...(source === 'MYSQL'
      ? widened('Moments are texts, as the session that writes them has them.')
      : alike('Moments are texts, which are written in UTC.')),
  }),
  YEAR: plain('int', { check: YEARS }),
  JSON: plain('json', { check: DOCUMENTS }),
  JSON_TEXT: plain('json', { check: DOCUMENTS }),
  UUID: plain('uuid', GUIDS),
  ENUM: labelled('text'),
  SET: labelled('text'),
  BITS: plain('int', changed('Bits are a number.')),
  ARRAY: plain('json', { check: DOCUMENTS, ...alike(LISTS) }),
  ADDRESS: plain('text', changed(ADDRESSES)),
  XML: plain('text', changed('A document of XML becomes a text that is not checked.')),
  SEARCH: plain('text', WORDS),
  SHAPE: plain('blob', SHAPES),
  INTERVAL: plain('text', SPANS),
  OWN_TEXT: plain('text', OWN_TEXTS),
};

/** How each target declares a column of each kind. */
export const COLUMN_TYPES: Readonly<Record<DialectName, ColumnTypes>> = { POSTGRESQL, MYSQL, SQLITE };
