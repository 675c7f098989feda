/** MD5 for SQLite, which has none: https://www.rfc-editor.org/rfc/rfc1321 */
import { differingBits } from '../numbers/differing-bits.js';

const CONSTANTS = Array.from({ length: 64 }, (_, index) => Math.floor(2 ** 32 * Math.abs(Math.sin(index + 1))));
/** By how many bits each of four steps of a round turns. */
const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
const MASK = 2 ** 32 - 1;

/** The number that two digits of `_bytes` are. */
const byte = (at: number): string =>
  [at, at + 1].map((one) => `(instr('0123456789ABCDEF', substr(_bytes, _n * 8 + ${one}, 1)) - 1)`).join(' * 16 + ');
const littleEndian = (word: string, format: string): string =>
  `printf('${format.repeat(4)}', ${[0, 8, 16, 24].map((bits) => `${word} >> ${bits} & 255`).join(', ')})`;

/** The bytes, a bit that is set, and as many zeros that the length fills up 64 bytes. */
const PADDED =
  `hex(_of) || '80' || hex(zeroblob((119 - length(_of) % 64) % 64)) || ` +
  `${littleEndian('(length(_of) * 8)', '%02X')} || '00000000'`;

/** Four rounds, each with a function of its own and an order of its own of the words. */
const MIXED = `CASE _i % 64 / 16 WHEN 0 THEN (_b & _c) | (~ _b & _d) WHEN 1 THEN (_d & _b) | (~ _d & _c) WHEN 2 THEN ${differingBits(differingBits('_b', '_c'), '_d')} ELSE ${differingBits('_c', `(_b | (~ _d & ${MASK}))`)} END`;
const PLACE =
  'CASE _i % 64 / 16 WHEN 0 THEN _i % 16 WHEN 1 THEN (5 * _i + 1) % 16 WHEN 2 THEN (3 * _i + 5) % 16 ELSE 7 * _i % 16 END';
const SUM =
  `_a + (${MIXED}) + json_extract('[${CONSTANTS.join()}]', '$[' || (_i % 64) || ']')` +
  ` + (SELECT _word FROM _words WHERE _n = _i / 64 * 16 + (${PLACE}))`;
/** What is pushed out at the left comes in at the right: 2^32 is 1 in what is left by 2^32 - 1. */
const TURNED = `((((${SUM}) & ${MASK}) << json_extract('[${TURNS.join()}]', '$[' || (_i % 64 / 16 * 4 + _i % 4) || ']')) - 1) % ${MASK} + 1`;

/** What a step makes of the four numbers; the last of a block adds those that it began with. */
const step = (name: string, made: string): string =>
  `(${made} + CASE WHEN _i % 64 = 63 THEN _${name.toUpperCase()}0 ELSE 0 END) & ${MASK}`;
const kept = (name: string, made: string): string =>
  `CASE WHEN _i % 64 = 63 THEN ${step(name, made)} ELSE _${name.toUpperCase()}0 END`;
const NEXT = { a: '_d', b: `(_b + ${TURNED})`, c: '_b', d: '_c' };

const steps = Object.entries(NEXT).map(([name, made]) => step(name, made));
const sums = Object.entries(NEXT).map(([name, made]) => kept(name, made));

/** The digest of the bytes of `$1`, in hexadecimal digits. */
export const MD5_IN_SQLITE =
  `(WITH RECURSIVE _input (_of) AS MATERIALIZED (SELECT CAST($1 AS BLOB)), ` +
  `_padded (_bytes) AS MATERIALIZED (SELECT ${PADDED} FROM _input WHERE _of IS NOT NULL), ` +
  `_numbers (_n) AS (SELECT 0 UNION ALL SELECT _n + 1 FROM _numbers WHERE _n + 1 < (SELECT length(_bytes) FROM _padded) / 8), ` +
  `_words (_n, _word) AS MATERIALIZED (SELECT _n, (${byte(1)}) | ((${byte(3)}) << 8) | ((${byte(5)}) << 16) | ((${byte(7)}) << 24) FROM _numbers, _padded), ` +
  `_steps (_i, _a, _b, _c, _d, _A0, _B0, _C0, _D0) AS (SELECT 0, ${[...START, ...START].join(', ')} UNION ALL ` +
  `SELECT _i + 1, ${steps.join(', ')}, ${sums.join(', ')} FROM _steps WHERE _i < (SELECT length(_bytes) FROM _padded) / 2) ` +
  `SELECT ${['_a', '_b', '_c', '_d'].map((one) => littleEndian(one, '%02x')).join(' || ')} FROM _steps ` +
  `WHERE _i = (SELECT length(_bytes) FROM _padded) / 2)`;
