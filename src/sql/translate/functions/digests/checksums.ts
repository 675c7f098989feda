/** The checksum of zlib, which MySQL alone has: https://dev.mysql.com/doc/refman/8.4/en/mathematical-functions.html#function_crc32 */
import { differingBits } from '../numbers/differing-bits.js';

const POLYNOMIAL = 0xedb88320;
const ALL_BITS = 0xffffffff;

/** Bit by bit: a byte is mixed in before the first of its eight, and what is pushed out decides whether the rest is mixed with the polynomial. */
const steps = (mixed: string, next: string, bytes: string, length: string): string =>
  `(WITH RECURSIVE _input (_of) AS (SELECT ${bytes}), ` +
  `_steps (_i, _crc) AS (SELECT 0, CAST(${ALL_BITS} AS bigint) FROM _input WHERE _of IS NOT NULL ` +
  `UNION ALL SELECT _i + 1, ${next.replaceAll('_x', `(${mixed})`)} FROM _steps, _input WHERE _i < ${length} * 8) ` +
  `SELECT ${ALL_BITS} - _crc FROM _steps, _input WHERE _i = ${length} * 8)`;

export const CRC32_IN_POSTGRESQL = steps(
  'CASE WHEN _i % 8 = 0 THEN _crc # CAST(get_byte(_of, _i / 8) AS bigint) ELSE _crc END',
  `(_x >> 1) # ((_x & 1) * ${POLYNOMIAL})`,
  "convert_to($1, 'UTF8')",
  'octet_length(_of)',
);

const BYTE = [1, 2].map((at) => `(instr('0123456789ABCDEF', substr(_of, _i / 8 * 2 + ${at}, 1)) - 1)`).join(' * 16 + ');

export const CRC32_IN_SQLITE = steps(
  `CASE WHEN _i % 8 = 0 THEN ${differingBits('_crc', `(${BYTE})`)} ELSE _crc END`,
  differingBits('(_x >> 1)', `((_x & 1) * ${POLYNOMIAL})`),
  'CASE WHEN $1 IS NOT NULL THEN hex(CAST($1 AS BLOB)) END',
  '(length(_of) / 2)',
);
