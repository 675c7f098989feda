/** Base64 for SQLite, which has none: https://www.rfc-editor.org/rfc/rfc4648#section-4 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** One of the six hexadecimal digits of three bytes, as a number. */
const four = (place: number): string => `instr('0123456789ABCDEF', substr(_hex || '0000', _at + ${place}, 1)) - 1`;
const digit = (bits: string): string => `substr('${DIGITS}', ${bits} + 1, 1)`;
const high = (place: number): string => digit(`(${four(place)}) * 4 + (${four(place + 1)}) / 4`);
const low = (place: number): string => digit(`(${four(place)}) % 4 * 16 + ${four(place + 1)}`);

/** Three bytes are four digits; a line has 76 of them, to the others as well. */
const GROUP =
  `CASE WHEN _at > 1 AND _at % 114 = 1 THEN char(10) ELSE '' END || ${high(0)} || ${low(1)} || ` +
  `CASE WHEN _at + 2 > length(_hex) THEN '=' ELSE ${high(3)} END || CASE WHEN _at + 4 > length(_hex) THEN '=' ELSE ${low(4)} END`;

/** The bytes of `$1`. */
export const BASE64_IN_SQLITE =
  `(WITH RECURSIVE _input (_hex) AS MATERIALIZED (SELECT hex($1) WHERE $1 IS NOT NULL), _groups (_at, _made) AS (SELECT 1, '' ` +
  `UNION ALL SELECT _at + 6, _made || ${GROUP} FROM _groups, _input WHERE _at <= length(_hex)) ` +
  `SELECT _made FROM _groups, _input WHERE _at > length(_hex))`;
