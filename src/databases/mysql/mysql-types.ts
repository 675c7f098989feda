import mysql, { type FieldPacket } from 'mysql2';
import type { ValueFormName } from '../values/value-forms.js';

/** A column as the driver describes it. */
export type MysqlColumn = FieldPacket & {
  readonly columnType: number;
  readonly columnLength: number;
  readonly characterSet: number;
  readonly flags: number;
  readonly decimals: number;
  /** MariaDB's own types, which the wire knows as strings: uuid, inet6, point. */
  readonly extendedTypeName?: string;
  /** MariaDB's JSON, which is text with a check. */
  readonly extendedFormat?: string;
};

/** https://dev.mysql.com/doc/dev/mysql-server/latest/group__group__cs__column__definition__flags.html */
export const FLAGS = { unsigned: 32, enum: 256, set: 2048 } as const;
/** The character set of what is no text. */
export const BINARY = 63;
/** Bytes a character may take in utf8mb4, which results are sent in. */
export const UTF8_BYTES = 4;

interface TypeRow {
  readonly form: ValueFormName;
  /** How the type is called in docs/values.md. */
  readonly label: string;
  /** The type's words; a function where they depend on the column. */
  readonly words: string | ((column: MysqlColumn) => string);
}

const { Types } = mysql as unknown as { readonly Types: Readonly<Record<string, number>> };

const integer = (name: string, form: ValueFormName = 'integer'): TypeRow => ({
  form,
  label: name,
  words: ({ flags }) => ((flags & FLAGS.unsigned) === 0 ? name : `${name} unsigned`),
});
const withFraction = (name: string, form: ValueFormName): TypeRow => ({
  form,
  label: name,
  words: ({ decimals }) => (decimals > 0 && decimals <= 6 ? `${name}(${decimals})` : name),
});

/** The types of the wire, by their names in the driver (https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html). */
export const WIRE_TYPES: Readonly<Record<string, TypeRow>> = {
  TINY: integer('tinyint'),
  SHORT: integer('smallint'),
  INT24: integer('mediumint'),
  LONG: integer('int'),
  LONGLONG: integer('bigint', 'bigint'),
  YEAR: { form: 'integer', label: 'year', words: 'year' },
  FLOAT: { form: 'float', label: 'float', words: 'float' },
  DOUBLE: { form: 'float', label: 'double', words: 'double' },
  DECIMAL: { form: 'decimal', label: 'decimal', words: decimalWords },
  NEWDECIMAL: { form: 'decimal', label: 'decimal', words: decimalWords },
  DATE: { form: 'date', label: 'date', words: 'date' },
  NEWDATE: { form: 'date', label: 'date', words: 'date' },
  TIME: withFraction('time', 'time'),
  DATETIME: withFraction('datetime', 'timestamp'),
  TIMESTAMP: withFraction('timestamp', 'timestamptz'),
  BIT: { form: 'bits', label: 'bit(n)', words: ({ columnLength }) => `bit(${columnLength})` },
  JSON: { form: 'json', label: 'json', words: 'json' },
  GEOMETRY: {
    form: 'geometry',
    label: 'geometry and its kinds',
    words: ({ extendedTypeName }) => extendedTypeName ?? 'geometry',
  },
  VECTOR: { form: 'array', label: 'vector', words: 'vector' },
  NULL: { form: 'nothing', label: 'NULL by itself', words: 'null' },
};

const BY_WIRE_NUMBER: ReadonlyMap<number, TypeRow> = new Map(
  Object.entries(WIRE_TYPES).map(([name, row]) => [Types[name] ?? -1, row]),
);

/** A TINYINT(1) is what MySQL makes of BOOLEAN, and BIT(1) is used as one. */
const BOOLEAN: TypeRow = { form: 'boolean', label: 'tinyint(1), which is boolean', words: 'tinyint(1)' };
const BIT_FLAG: TypeRow = { form: 'boolean', label: 'bit(1)', words: 'bit(1)' };

/** What the wire calls strings, and is told apart by flags, character set and MariaDB's own word. */
const STRINGS: readonly (readonly [(column: MysqlColumn) => boolean, TypeRow])[] = [
  [({ extendedFormat }) => extendedFormat === 'json', { form: 'json', label: 'json of MariaDB', words: 'json' }],
  [({ extendedTypeName }) => extendedTypeName === 'uuid', { form: 'uuid', label: 'uuid of MariaDB', words: 'uuid' }],
  [
    ({ extendedTypeName }) => extendedTypeName !== undefined,
    { form: 'other', label: 'inet4, inet6 of MariaDB', words: ({ extendedTypeName }) => extendedTypeName ?? '' },
  ],
  [({ flags }) => (flags & FLAGS.enum) !== 0, { form: 'enum', label: 'enum', words: 'enum' }],
  [({ flags }) => (flags & FLAGS.set) !== 0, { form: 'text', label: 'set', words: 'set' }],
  [
    ({ characterSet }) => characterSet === BINARY,
    { form: 'binary', label: 'binary, varbinary, blob and its sizes', words: binaryWords },
  ],
  [() => true, { form: 'text', label: 'char, varchar, text and its sizes', words: textWords }],
];

const UNKNOWN: TypeRow = { form: 'other', label: 'anything else', words: '' };

/** Whether values come as bytes: numbers and moments never do, though their character set is that of bytes. */
export const mayBeBytes = ({ columnType, characterSet }: MysqlColumn): boolean =>
  characterSet === BINARY && !BY_WIRE_NUMBER.has(columnType);

/** Every row, for docs/values.md. */
export const MYSQL_TYPES: readonly TypeRow[] = [
  BOOLEAN,
  BIT_FLAG,
  ...Object.values(WIRE_TYPES),
  ...STRINGS.map(([, row]) => row),
  UNKNOWN,
];

/** What a column is: the form of its values, and the type in MySQL's words. */
export function typeOf(column: MysqlColumn): { readonly form: ValueFormName; readonly words: string } {
  const { form, words } = rowOf(column);
  return { form, words: typeof words === 'string' ? words : words(column) };
}

function rowOf(column: MysqlColumn): TypeRow {
  const { columnType, columnLength, flags } = column;
  if (columnType === Types.TINY && columnLength === 1 && (flags & FLAGS.unsigned) === 0) return BOOLEAN;
  if (columnType === Types.BIT && columnLength === 1) return BIT_FLAG;
  const row = BY_WIRE_NUMBER.get(columnType);
  if (row !== undefined && (column.extendedTypeName === undefined || row.form === 'geometry')) return row;
  return STRINGS.find(([fits]) => fits(column))?.[1] ?? UNKNOWN;
}

function decimalWords({ columnLength, decimals, flags }: MysqlColumn): string {
  const sign = (flags & FLAGS.unsigned) === 0 ? 1 : 0;
  const point = decimals > 0 ? 1 : 0;
  return `decimal(${columnLength - sign - point},${decimals})${sign === 0 ? ' unsigned' : ''}`;
}

/** Types of text by the bytes that they hold. */
const SIZES: readonly (readonly [atMost: number, prefix: string])[] = [
  [2 ** 8, 'tiny'],
  [2 ** 16, ''],
  [2 ** 24, 'medium'],
  [Infinity, 'long'],
];

function sized(bytes: number, name: string): string {
  return `${SIZES.find(([atMost]) => bytes < atMost)?.[1] ?? ''}${name}`;
}

function textWords({ columnType, columnLength }: MysqlColumn): string {
  if (columnType === Types.STRING) return `char(${columnLength / UTF8_BYTES})`;
  if (columnType === Types.VAR_STRING || columnType === Types.VARCHAR) return `varchar(${columnLength / UTF8_BYTES})`;
  return sized(columnLength / UTF8_BYTES, 'text');
}

function binaryWords({ columnType, columnLength }: MysqlColumn): string {
  if (columnType === Types.STRING) return `binary(${columnLength})`;
  if (columnType === Types.VAR_STRING || columnType === Types.VARCHAR) return `varbinary(${columnLength})`;
  return sized(columnLength, 'blob');
}
