import mysql from 'mysql2';
import { BINARY, FLAGS, type MysqlColumn } from './mysql-types.js';
import type { MysqlNative } from './mysql-values.js';

/** What a driver's packet has beside what its types tell: it is read from its beginning to its end. */
export interface WirePacket {
  readonly buffer: Buffer;
  offset: number;
  readonly end: number;
  isEOF(): boolean;
  eofStatusFlags(): number;
  readInt8(): number;
  readInt16(): number;
  readInt32(): number;
  readSInt8(): number;
  readSInt16(): number;
  readSInt32(): number;
  readInt64(): number | string;
  readSInt64(): number | string;
  readFloat(): number;
  readDouble(): number;
  readTimeString(): string;
  readLengthCodedString(encoding: string): string | null;
  readLengthCodedBuffer(): Buffer | null;
  parseGeometryValue(): MysqlNative;
  parseVector(): MysqlNative;
}

/** Reads one value, which is none of NULL, and leaves the packet behind it. */
type Read = (packet: WirePacket) => MysqlNative;

const { Types } = mysql as unknown as { readonly Types: Readonly<Record<string, number>> };

const signedOr =
  (signed: Read, unsigned: Read) =>
  ({ flags }: MysqlColumn): Read =>
    (flags & FLAGS.unsigned) === 0 ? signed : unsigned;
const always = (read: Read) => (): Read => read;
const ascii: Read = (packet) => packet.readLengthCodedString('ascii');
const utf8: Read = (packet) => packet.readLengthCodedString('utf8');
const long = signedOr(
  (packet) => packet.readSInt32(),
  (packet) => packet.readInt32(),
);
const moment = ({ decimals, columnType }: MysqlColumn): Read => momentReader(decimals, hasTime(columnType));

/**
 * How the binary protocol's values are read, by the names of their types in the driver: as it reads them itself with our
 * settings (https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_binary_resultset.html). What is not here is text or bytes.
 */
const READS: Readonly<Record<string, (column: MysqlColumn) => Read>> = {
  TINY: signedOr(
    (packet) => packet.readSInt8(),
    (packet) => packet.readInt8(),
  ),
  SHORT: signedOr(
    (packet) => packet.readSInt16(),
    (packet) => packet.readInt16(),
  ),
  LONG: long,
  INT24: long,
  LONGLONG: signedOr(
    (packet) => packet.readSInt64(),
    (packet) => packet.readInt64(),
  ),
  YEAR: always((packet) => packet.readInt16()),
  FLOAT: always((packet) => packet.readFloat()),
  DOUBLE: always((packet) => packet.readDouble()),
  NULL: always(() => null),
  DATE: moment,
  NEWDATE: moment,
  DATETIME: moment,
  TIMESTAMP: moment,
  TIME: always((packet) => packet.readTimeString()),
  DECIMAL: always(ascii),
  NEWDECIMAL: always(ascii),
  JSON: always(utf8),
  GEOMETRY: always((packet) => packet.parseGeometryValue()),
  VECTOR: always((packet) => packet.parseVector()),
};

const BY_WIRE_NUMBER = new Map(Object.entries(READS).map(([name, read]) => [Types[name], read]));

function readOf(column: MysqlColumn): Read {
  const read = column.extendedFormat === 'json' ? undefined : BY_WIRE_NUMBER.get(column.columnType)?.(column);
  if (read !== undefined) return read;
  const { encoding = 'utf8' } = column;
  if (column.characterSet === BINARY && column.extendedFormat !== 'json')
    return (packet) => packet.readLengthCodedBuffer();
  return (packet) => packet.readLengthCodedString(encoding);
}

/** The first two bits of a row's bits for NULL say nothing. */
const FIRST_NULL_BIT = 2;

/** Reads rows of these columns. */
export function rowReader(columns: readonly MysqlColumn[]): (packet: WirePacket) => MysqlNative[] {
  const reads = columns.map(readOf);
  const width = reads.length;
  const nullBytes = (width + FIRST_NULL_BIT + 7) >> 3;
  return (packet) => {
    const { buffer } = packet;
    const nulls = packet.offset + 1;
    packet.offset = nulls + nullBytes;
    const row: MysqlNative[] = [];
    for (let index = 0; index < width; index++) {
      const bit = index + FIRST_NULL_BIT;
      const isNull = ((buffer[nulls + (bit >> 3)] ?? 0) & (1 << (bit & 7))) !== 0;
      row.push(isNull ? null : (reads[index]?.(packet) ?? null));
    }
    return row;
  };
}

const hasTime = (type: number): boolean => type === Types.DATETIME || type === Types.TIMESTAMP;

const TWO_DIGITS = Array.from({ length: 256 }, (_, number) => String(number).padStart(2, '0'));
const two = (number: number): string => TWO_DIGITS[number] ?? '';

/** A moment comes as so many of its parts as are not zero: none, the day, with seconds, with microseconds. */
function momentReader(decimals: number, timed: boolean): Read {
  return (packet) => {
    const length = packet.readInt8();
    let text = '0000-00-00';
    if (length > 3) {
      const year = String(packet.readInt16()).padStart(4, '0');
      text = `${year}-${two(packet.readInt8())}-${two(packet.readInt8())}`;
    }
    if (length > 6) text += ` ${two(packet.readInt8())}:${two(packet.readInt8())}:${two(packet.readInt8())}`;
    else if (timed) text += ' 00:00:00';
    if (length <= 10) return text;
    const micros = String(packet.readInt32());
    return `${text}.${decimals === 0 ? micros : micros.padStart(6, '0').slice(0, decimals)}`;
  };
}
