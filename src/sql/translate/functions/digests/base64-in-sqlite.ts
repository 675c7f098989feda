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

/** The number of a digit; the sign that fills up the last group counts as the first. */
const numberOf = (place: number): string =>
  `instr('${DIGITS}', replace(substr(_text, _at + ${place}, 1), '=', 'A')) - 1`;
const BYTES = [0, 1, 2, 3].map((place) => `(${numberOf(place)}) * ${64 ** (3 - place)}`).join(' + ');
const IS_BASE64 = `length(_text) % 4 = 0 AND rtrim(_text, '=') NOT GLOB '*[^A-Za-z0-9+/]*' AND length(_text) - length(rtrim(_text, '=')) <= 2`;

/** The bytes that the digits of `$1` stand for, whatever lines they are in; NULL where they are none. */
export const BYTES_OF_BASE64_IN_SQLITE =
  `(WITH RECURSIVE _input (_text) AS MATERIALIZED (SELECT replace(replace(replace(replace($1, char(10), ''), char(13), ''), char(9), ''), ' ', '')), ` +
  `_groups (_at, _made) AS (SELECT 1, '' FROM _input WHERE ${IS_BASE64} ` +
  `UNION ALL SELECT _at + 4, _made || printf('%06X', ${BYTES}) FROM _groups, _input WHERE _at <= length(_text)) ` +
  `SELECT unhex(substr(_made, 1, length(_made) - 2 * (length(_text) - length(rtrim(_text, '='))))) FROM _groups, _input WHERE _at > length(_text))`;
