import type { DataType } from '../../ast/index.js';
import { plainType, type SqlType, type SqlTypeName } from '../sql-type.js';
import { decimalOf, namesOf, type TypeNames } from './type-names.js';

/** https://dev.mysql.com/doc/refman/8.4/en/data-types.html, with MariaDB's own. */
const NAMES = namesOf({
  BOOLEAN: 'bool, boolean',
  INTEGER: 'tinyint, smallint, mediumint, middleint, int, integer, int1, int2, int3, int4, year',
  BIGINT: 'bigint, int8, serial, signed, unsigned',
  DECIMAL: 'decimal, dec, numeric, fixed',
  FLOAT: 'float, double, real, double precision, float4, float8',
  TEXT: `char, character, varchar, char varying, character varying, nchar, nvarchar, nchar varying, nchar varchar,
    national char, national character, national varchar, national char varying, national character varying, tinytext,
    text, mediumtext, longtext, long, long varchar, long char varying, set`,
  BINARY: 'binary, varbinary, tinyblob, blob, mediumblob, longblob, long varbinary, vector',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'datetime',
  // stored in UTC and shown in the session's zone: a moment, as PostgreSQL's timestamptz is
  TIMESTAMPTZ: 'timestamp',
  JSON: 'json',
  UUID: 'uuid',
  ENUM: 'enum',
  OTHER: `bit, inet4, inet6, geometry, point, linestring, polygon, multipoint, multilinestring, multipolygon,
    geometrycollection, geomcollection`,
});

const UNSIGNED_NAMES: ReadonlySet<string> = new Set(['unsigned', 'serial']);
const UNSIGNED_WORDS: ReadonlySet<string> = new Set(['UNSIGNED', 'ZEROFILL']);
const INTEGERS: ReadonlySet<SqlTypeName> = new Set<SqlTypeName>(['INTEGER', 'BIGINT']);

function declared(type: DataType): SqlType | undefined {
  const name = NAMES.get(type.name);
  if (name === undefined) return undefined;
  if (isFlag(type)) return plainType('BOOLEAN');
  if (name === 'DECIMAL') return { ...decimalOf(type), scale: decimalOf(type).scale ?? 0 };
  if (name === 'TEXT' && type.charset?.value.toLowerCase() === 'binary') return plainType('BINARY');
  const unsigned = UNSIGNED_NAMES.has(type.name) || type.modifiers?.some((word) => UNSIGNED_WORDS.has(word)) === true;
  return unsigned && INTEGERS.has(name) ? { type: name, unsigned } : plainType(name);
}

/** BOOLEAN is TINYINT(1) to MySQL itself, so that a column declared TINYINT(1) is taken for a truth value. */
function isFlag({ name, arguments: [width] }: DataType): boolean {
  return name === 'tinyint' && width?.kind === 'number' && width.text === '1';
}

/** A literal `TIMESTAMP '…'` has no zone, and no other cast goes by that name. */
const cast = (type: DataType): SqlType | undefined =>
  type.name === 'timestamp' ? plainType('TIMESTAMP') : declared(type);

export const mysql: TypeNames = { declared, cast };
