import mysql from 'mysql2';
import { FLAGS, UTF8_BYTES, BINARY, typeOf, type MysqlColumn } from './mysql-types.js';
import type { ValueFormName } from '../values/value-forms.js';

/** A column's type as information_schema.columns tells it. */
export interface DeclaredType {
  /** The word alone: `varchar`. */
  readonly dataType: string;
  /** With everything that stands behind it: `int(10) unsigned`. */
  readonly columnType: string;
  /** Whether MariaDB checks that its text is JSON, which is what JSON is there. */
  readonly isJson: boolean;
}

const { Types } = mysql as unknown as { readonly Types: Readonly<Record<string, number>> };

/** What the wire makes of a declared type, as far as its form hangs on it. */
interface WireTraits {
  readonly wire: string;
  readonly binary?: boolean;
  readonly flag?: number;
}

const text = { wire: 'BLOB' };
const bytes = { wire: 'BLOB', binary: true };
const geometry = { wire: 'GEOMETRY' };

/** How columns that are declared so travel (https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html). */
const ON_THE_WIRE: Readonly<Record<string, WireTraits>> = {
  tinyint: { wire: 'TINY' },
  smallint: { wire: 'SHORT' },
  mediumint: { wire: 'INT24' },
  int: { wire: 'LONG' },
  bigint: { wire: 'LONGLONG' },
  year: { wire: 'YEAR' },
  float: { wire: 'FLOAT' },
  double: { wire: 'DOUBLE' },
  decimal: { wire: 'NEWDECIMAL' },
  date: { wire: 'DATE' },
  time: { wire: 'TIME' },
  datetime: { wire: 'DATETIME' },
  timestamp: { wire: 'TIMESTAMP' },
  bit: { wire: 'BIT' },
  json: { wire: 'JSON' },
  vector: { wire: 'VECTOR' },
  char: { wire: 'STRING' },
  varchar: { wire: 'VAR_STRING' },
  ...{ tinytext: text, text, mediumtext: text, longtext: text },
  binary: { wire: 'STRING', binary: true },
  varbinary: { wire: 'VAR_STRING', binary: true },
  ...{ tinyblob: bytes, blob: bytes, mediumblob: bytes, longblob: bytes },
  enum: { wire: 'STRING', flag: FLAGS.enum },
  set: { wire: 'STRING', flag: FLAGS.set },
  ...{ geometry, point: geometry, linestring: geometry, polygon: geometry },
  ...{ multipoint: geometry, multilinestring: geometry, multipolygon: geometry },
  ...{ geometrycollection: geometry, geomcollection: geometry },
};

/** The number in parentheses: a width, a length, digits behind a second. */
const FIRST_NUMBER = /^\w+\((\d+)/;
const UTF8 = 45;

/** The form of a column's values: what `typeOf` says of it once it is in a result. */
export function formOfDeclared(declared: DeclaredType): ValueFormName {
  return typeOf(asOnTheWire(declared)).form;
}

function asOnTheWire({ dataType, columnType, isJson }: DeclaredType): MysqlColumn {
  const traits = ON_THE_WIRE[dataType.toLowerCase()];
  const number = Number(FIRST_NUMBER.exec(columnType)?.[1] ?? 0);
  const isText = traits !== undefined && traits.binary !== true && /STRING|BLOB/.test(traits.wire);
  const unsigned = /\b(unsigned|zerofill)\b/i.test(columnType) ? FLAGS.unsigned : 0;
  return {
    columnType: Types[traits?.wire ?? 'STRING'] ?? -1,
    columnLength: isText ? number * UTF8_BYTES : number,
    characterSet: isText ? UTF8 : BINARY,
    flags: (traits?.flag ?? 0) | unsigned,
    decimals: number,
    // MariaDB's uuid, inet4, inet6
    ...(traits === undefined && { extendedTypeName: dataType.toLowerCase() }),
    ...(isJson && { extendedFormat: 'json' }),
  } as MysqlColumn;
}
