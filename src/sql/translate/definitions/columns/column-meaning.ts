import type { DataType, StringLiteral } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { typeOfDeclaredWords, type SqlTypeName } from '../../../typing/index.js';

/** What a column may be declared to hold, by the source. */
export const COLUMN_KINDS = [
  'INT8',
  'INT16',
  'INT24',
  'INT32',
  'INT64',
  'BOOLEAN',
  'DECIMAL',
  'MONEY',
  'FLOAT32',
  'FLOAT64',
  'PADDED_TEXT',
  'TRIMMED_TEXT',
  'SHORT_TEXT',
  'TEXT',
  'CASELESS_TEXT',
  'FIXED_BYTES',
  'SHORT_BYTES',
  'BYTES',
  'DATE',
  'TIME',
  'TIMESTAMP',
  'TIMESTAMPTZ',
  'YEAR',
  'JSON',
  'JSON_TEXT',
  'UUID',
  'ENUM',
  'SET',
  'BITS',
  'ARRAY',
  'ADDRESS',
  'XML',
  'SEARCH',
  'SHAPE',
  'INTERVAL',
  'OWN_TEXT',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** The meaning of a declared type. */
export interface ColumnMeaning {
  readonly kind: ColumnKind;
  /** Characters, bytes, bits, digits in all, or digits of a second; undefined where none are declared. */
  readonly size: number | undefined;
  /** Digits behind the point. */
  readonly scale: number | undefined;
  readonly unsigned: boolean;
  /** Of an ENUM or SET. */
  readonly labels: readonly StringLiteral[];
  /** What the elements of an ARRAY are. */
  readonly of?: ColumnKind;
  /** Whether the type itself counts, as SERIAL does. */
  readonly counts: boolean;
}

type KindNames = Readonly<Partial<Record<ColumnKind, string>>>;

const byName = (rows: KindNames): ReadonlyMap<string, ColumnKind> =>
  new Map(
    (Object.entries(rows) as [ColumnKind, string][]).flatMap(([kind, names]) =>
      names.split(',').map((one): [string, ColumnKind] => [one.trim().replace(/\s+/g, ' '), kind]),
    ),
  );

const POSTGRESQL = byName({
  INT16: 'smallint, int2, smallserial, serial2',
  INT32: 'integer, int, int4, serial, serial4',
  INT64: 'bigint, int8, bigserial, serial8, oid',
  BOOLEAN: 'boolean, bool',
  DECIMAL: 'numeric, decimal, dec',
  MONEY: 'money',
  FLOAT32: 'real, float4',
  FLOAT64: 'double precision, float8, float',
  PADDED_TEXT: 'char, character, bpchar, nchar, national character, national char',
  SHORT_TEXT: `varchar, character varying, char varying, nchar varying, national character varying, national char varying`,
  TEXT: 'text, name',
  CASELESS_TEXT: 'citext',
  BYTES: 'bytea',
  DATE: 'date',
  TIME: 'time, time without time zone',
  TIMESTAMP: 'timestamp, timestamp without time zone',
  TIMESTAMPTZ: 'timestamptz, timestamp with time zone',
  JSON: 'jsonb',
  JSON_TEXT: 'json',
  UUID: 'uuid',
  BITS: 'bit',
  ADDRESS: 'inet, cidr, macaddr, macaddr8',
  XML: 'xml',
  // what a script makes by CREATE TYPE … AS ENUM, said with the column
  ENUM: 'enum',
  SEARCH: 'tsvector',
  INTERVAL: 'interval',
  OWN_TEXT: `int4range, int8range, numrange, tsrange, tstzrange, daterange, time with time zone, timetz, bit varying,
    varbit, point, line, lseg, box, path, polygon, circle, tsquery, pg_lsn, hstore, ltree, jsonpath, regclass,
    int4multirange, int8multirange, nummultirange, tsmultirange, tstzmultirange, datemultirange`,
});

const MYSQL = byName({
  INT8: 'tinyint, int1',
  INT16: 'smallint, int2',
  INT24: 'mediumint, middleint, int3',
  INT32: 'int, integer, int4',
  INT64: 'bigint, int8, serial',
  BOOLEAN: 'bool, boolean',
  DECIMAL: 'decimal, dec, numeric, fixed',
  FLOAT32: 'float, float4',
  FLOAT64: 'double, double precision, float8, real',
  TRIMMED_TEXT: 'char, character, nchar, national char, national character',
  SHORT_TEXT: `varchar, char varying, character varying, nvarchar, nchar varying, nchar varchar, national varchar,
    national char varying, national character varying`,
  TEXT: 'text, tinytext, mediumtext, longtext, long, long varchar, long char varying',
  FIXED_BYTES: 'binary',
  SHORT_BYTES: 'varbinary',
  BYTES: 'blob, tinyblob, mediumblob, longblob, long varbinary',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'datetime',
  TIMESTAMPTZ: 'timestamp',
  YEAR: 'year',
  JSON: 'json',
  UUID: 'uuid',
  ENUM: 'enum',
  SET: 'set',
  BITS: 'bit',
  ADDRESS: 'inet4, inet6',
  SHAPE: `geometry, point, linestring, polygon, multipoint, multilinestring, multipolygon, geometrycollection,
    geomcollection`,
});

/** SQLite's columns by the type that their words mean; a column that takes anything is none of these. */
const OF_WORDS: Readonly<Partial<Record<SqlTypeName, ColumnKind>>> = {
  BOOLEAN: 'BOOLEAN',
  INTEGER: 'INT64',
  BIGINT: 'INT64',
  DECIMAL: 'DECIMAL',
  FLOAT: 'FLOAT64',
  TEXT: 'TEXT',
  BINARY: 'BYTES',
  DATE: 'DATE',
  TIME: 'TIME',
  TIMESTAMP: 'TIMESTAMP',
  TIMESTAMPTZ: 'TIMESTAMPTZ',
  JSON: 'JSON',
  UUID: 'UUID',
};

const KINDS: Readonly<Record<DialectName, (type: DataType) => ColumnKind | undefined>> = {
  POSTGRESQL: (type) => (type.dimensions === undefined ? POSTGRESQL.get(type.name) : 'ARRAY'),
  MYSQL: (type) => (isFlag(type) ? 'BOOLEAN' : MYSQL.get(type.name)),
  SQLITE: ({ name }) => {
    // which says nothing of its values until the table is another engine's
    if (name.toLowerCase() === 'blob') return 'BYTES';
    const word = typeOfDeclaredWords(name);
    return word && OF_WORDS[word];
  },
};

/** MySQL writes its BOOLEAN as `tinyint(1)`, and tools theirs as `bit(1)`. */
const isFlag = ({ name, arguments: [width] }: DataType): boolean =>
  (name === 'tinyint' && width?.kind === 'number' && width.text === '1') ||
  (name === 'bit' && (width === undefined || (width.kind === 'number' && width.text === '1')));

/** Digits and lengths where none are written. */
const USUAL: Readonly<Record<DialectName, Readonly<Partial<Record<ColumnKind, readonly [number, number?]>>>>> = {
  POSTGRESQL: { PADDED_TEXT: [1], BITS: [1], TIME: [6], TIMESTAMP: [6], TIMESTAMPTZ: [6] },
  MYSQL: {
    DECIMAL: [10, 0],
    TRIMMED_TEXT: [1],
    FIXED_BYTES: [1],
    BITS: [1],
    TIME: [0],
    TIMESTAMP: [0],
    TIMESTAMPTZ: [0],
  },
  SQLITE: { TIME: [6], TIMESTAMP: [6], TIMESTAMPTZ: [6] },
};

const SERIALS: ReadonlySet<string> = new Set('serial smallserial bigserial serial2 serial4 serial8'.split(' '));

/** Kinds whose width MySQL only shows. */
const WIDTHS: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['INT8', 'INT16', 'INT24', 'INT32', 'INT64', 'BOOLEAN']);

const hasNoSign = ({ modifiers = [] }: DataType): boolean =>
  modifiers.some((word) => word === 'UNSIGNED' || word === 'ZEROFILL');

/** A length makes a short text of SQLite's; without one, PostgreSQL's `bpchar` is of any length. */
function kindWithSize(found: ColumnKind, type: DataType, source: DialectName): ColumnKind {
  const [length] = type.arguments;
  // no texts but empty ones are so long: SQLite takes it as it takes any length
  const isSized = length?.kind === 'number' && !(source === 'SQLITE' && Number(length.text) === 0);
  if (found === 'TEXT' && source === 'SQLITE' && isSized) return 'SHORT_TEXT';
  return source === 'POSTGRESQL' && type.name === 'bpchar' && !isSized ? 'TEXT' : found;
}

/** What a column is declared to hold; undefined where the source's name for it is not known here. */
export function columnMeaning(type: DataType, source: DialectName): ColumnMeaning | undefined {
  const found = KINDS[source](type);
  if (found === undefined) return undefined;
  const [size, scale] = type.arguments.map((each) => (each.kind === 'number' ? Number(each.text) : undefined));
  const kind = kindWithSize(found, type, source);
  if (kind === 'FLOAT32' && source === 'MYSQL' && type.arguments.length === 1 && (size ?? 0) > 24)
    return { kind: 'FLOAT64', size: undefined, scale: undefined, unsigned: hasNoSign(type), labels: [], counts: false };
  const usual = USUAL[source][kind];
  return {
    kind: kind === 'SHORT_TEXT' && size === undefined ? 'TEXT' : kind,
    size: WIDTHS.has(kind) ? undefined : (size ?? usual?.[0]),
    scale: scale ?? (size === undefined ? usual?.[1] : 0),
    unsigned: hasNoSign(type) || (source === 'MYSQL' && type.name === 'serial'),
    labels: type.arguments.filter((each): each is StringLiteral => each.kind === 'string'),
    ...(kind === 'ARRAY' && { of: POSTGRESQL.get(type.name) ?? 'TEXT' }),
    counts: SERIALS.has(type.name) && source !== 'SQLITE',
  };
}
