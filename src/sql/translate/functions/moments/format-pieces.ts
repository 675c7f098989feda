import type { DialectName } from '../../../dialects/index.js';

/** One thing that a format says, whichever dialect it is written in. */
export type Piece =
  | 'year'
  | 'year of two digits'
  | 'month'
  | 'short month'
  | 'month name'
  | 'month abbreviation'
  | 'day'
  | 'short day'
  | 'spaced day'
  | 'ordinal day'
  | 'day name'
  | 'day abbreviation'
  | 'day of year'
  | 'short day of year'
  | 'hour'
  | 'short hour'
  | 'spaced hour'
  | 'hour of twelve'
  | 'short hour of twelve'
  | 'spaced hour of twelve'
  | 'minute'
  | 'short minute'
  | 'short second'
  | 'second'
  | 'microseconds'
  | 'milliseconds'
  | 'half'
  | 'small half'
  | 'half with points'
  | 'iso week'
  | 'short iso week'
  | 'iso year'
  | 'iso year of two digits'
  | 'week:0'
  | 'week:1'
  | 'week:2'
  | 'week of sunday year'
  | 'week:5'
  | 'quarter'
  | 'days since sunday'
  | 'day of week'
  | 'iso day of week'
  | 'julian'
  | 'epoch'
  | 'julian day'
  | 'week of twelve'
  | 'week of month'
  | 'second of day'
  | 'century'
  | 'zone';

/** What each dialect writes for a piece itself: to_char’s pattern, and the signs of DATE_FORMAT and strftime. */
export const NATIVE: Readonly<Record<Piece, Readonly<Partial<Record<DialectName, string>>>>> = {
  year: { POSTGRESQL: 'YYYY', MYSQL: '%Y', SQLITE: '%Y' },
  'year of two digits': { POSTGRESQL: 'YY', MYSQL: '%y' },
  month: { POSTGRESQL: 'MM', MYSQL: '%m', SQLITE: '%m' },
  'short month': { POSTGRESQL: 'FMMM', MYSQL: '%c' },
  'month name': { POSTGRESQL: 'FMMonth', MYSQL: '%M' },
  'month abbreviation': { POSTGRESQL: 'Mon', MYSQL: '%b' },
  day: { POSTGRESQL: 'DD', MYSQL: '%d', SQLITE: '%d' },
  'short day': { POSTGRESQL: 'FMDD', MYSQL: '%e' },
  'spaced day': { SQLITE: '%e' },
  'ordinal day': { POSTGRESQL: 'FMDDth', MYSQL: '%D' },
  'day name': { POSTGRESQL: 'FMDay', MYSQL: '%W' },
  'day abbreviation': { POSTGRESQL: 'Dy', MYSQL: '%a' },
  'day of year': { POSTGRESQL: 'DDD', MYSQL: '%j', SQLITE: '%j' },
  'short day of year': { POSTGRESQL: 'FMDDD' },
  hour: { POSTGRESQL: 'HH24', MYSQL: '%H', SQLITE: '%H' },
  'short hour': { POSTGRESQL: 'FMHH24', MYSQL: '%k' },
  'spaced hour': { SQLITE: '%k' },
  'hour of twelve': { POSTGRESQL: 'HH12', MYSQL: '%h' },
  'short hour of twelve': { POSTGRESQL: 'FMHH12', MYSQL: '%l' },
  'spaced hour of twelve': { SQLITE: '%l' },
  minute: { POSTGRESQL: 'MI', MYSQL: '%i', SQLITE: '%M' },
  'short minute': { POSTGRESQL: 'FMMI' },
  'short second': { POSTGRESQL: 'FMSS' },
  second: { POSTGRESQL: 'SS', MYSQL: '%s', SQLITE: '%S' },
  microseconds: { POSTGRESQL: 'US', MYSQL: '%f' },
  milliseconds: { POSTGRESQL: 'MS' },
  half: { POSTGRESQL: 'AM', MYSQL: '%p' },
  'small half': { POSTGRESQL: 'am', SQLITE: '%P' },
  'half with points': { POSTGRESQL: 'A.M.' },
  'iso week': { POSTGRESQL: 'IW', MYSQL: '%v' },
  'short iso week': { POSTGRESQL: 'FMIW' },
  'iso year': { POSTGRESQL: 'IYYY', MYSQL: '%x' },
  'iso year of two digits': { POSTGRESQL: 'IY', SQLITE: '%g' },
  'week:0': { MYSQL: '%U' },
  'week:1': { MYSQL: '%u' },
  'week:2': { MYSQL: '%V' },
  'week of sunday year': { MYSQL: '%X' },
  'week:5': { SQLITE: '%W' },
  quarter: { POSTGRESQL: 'Q' },
  'days since sunday': { MYSQL: '%w', SQLITE: '%w' },
  'day of week': { POSTGRESQL: 'D' },
  'iso day of week': { POSTGRESQL: 'ID' },
  julian: { POSTGRESQL: 'J' },
  epoch: { SQLITE: '%s' },
  'julian day': { SQLITE: '%J' },
  'week of twelve': { POSTGRESQL: 'WW' },
  'week of month': { POSTGRESQL: 'W' },
  'second of day': { POSTGRESQL: 'SSSS' },
  century: { POSTGRESQL: 'CC' },
  zone: { POSTGRESQL: 'TZ' },
};

/** Pieces that are numbers: the part that they are, and to how many digits they are filled up. */
export const NUMBERS: Readonly<Partial<Record<Piece, readonly [part: string, width: number]>>> = {
  'short month': ['month', 1],
  'short day': ['day', 1],
  'short day of year': ['doy', 1],
  'short hour': ['hour', 1],
  'short minute': ['minute', 1],
  'short second': ['whole second', 1],
  'iso week': ['week', 2],
  'short iso week': ['week', 1],
  'iso year': ['isoyear', 4],
  'week:0': ['week:0', 2],
  'week:1': ['week:1', 2],
  'week:2': ['week:2', 2],
  'week:5': ['week:5', 2],
  'week of sunday year': ['weekyear:sunday', 4],
  quarter: ['quarter', 1],
  'days since sunday': ['dow', 1],
  'day of week': ['day of week', 1],
  'iso day of week': ['isodow', 1],
  julian: ['julian', 1],
  epoch: ['whole epoch', 1],
  'julian day': ['julian day', 0],
  'second of day': ['second of day', 1],
  century: ['century', 2],
};

export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');
const DAY_NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Names out of numbers, where the engine knows none. */
const named = (sign: string, names: readonly string[], first: number, width: number, length = 99): string =>
  `CASE strftime('${sign}', $1) ${names
    .map((name, index) => `WHEN '${String(index + first).padStart(width, '0')}' THEN '${name.slice(0, length)}'`)
    .join(' ')} END`;

const SQLITE_HOUR_OF_TWELVE = "(CAST(strftime('%H', $1) AS INTEGER) + 11) % 12 + 1";

/** What is composed of a moment where a dialect has no sign for it. */
export const COMPOSED: Readonly<Partial<Record<Piece, Readonly<Partial<Record<DialectName, string>>>>>> = {
  'year of two digits': { SQLITE: "substr(strftime('%Y', $1), 3, 2)" },
  'month name': { SQLITE: named('%m', MONTH_NAMES, 1, 2) },
  'month abbreviation': { SQLITE: named('%m', MONTH_NAMES, 1, 2, 3) },
  'day name': { SQLITE: named('%w', DAY_NAMES, 0, 1) },
  'day abbreviation': { SQLITE: named('%w', DAY_NAMES, 0, 1, 3) },
  'ordinal day': {
    SQLITE: `CAST(strftime('%d', $1) AS INTEGER) || CASE WHEN strftime('%d', $1) IN ('01', '21', '31') THEN 'st' WHEN strftime('%d', $1) IN ('02', '22') THEN 'nd' WHEN strftime('%d', $1) IN ('03', '23') THEN 'rd' ELSE 'th' END`,
  },
  'spaced day': {
    POSTGRESQL: "lpad(to_char($1, 'FMDD'), 2, ' ')",
    MYSQL: "LPAD(DATE_FORMAT($1, '%e'), 2, ' ')",
  },
  'spaced hour': {
    POSTGRESQL: "lpad(to_char($1, 'FMHH24'), 2, ' ')",
    MYSQL: "LPAD(DATE_FORMAT($1, '%k'), 2, ' ')",
  },
  'spaced hour of twelve': {
    POSTGRESQL: "lpad(to_char($1, 'FMHH12'), 2, ' ')",
    MYSQL: "LPAD(DATE_FORMAT($1, '%l'), 2, ' ')",
  },
  'hour of twelve': { SQLITE: `substr('0' || (${SQLITE_HOUR_OF_TWELVE}), -2)` },
  'short hour of twelve': { SQLITE: `CAST(${SQLITE_HOUR_OF_TWELVE} AS TEXT)` },
  half: { SQLITE: "CASE WHEN strftime('%H', $1) < '12' THEN 'AM' ELSE 'PM' END" },
  'iso year of two digits': { MYSQL: "RIGHT(DATE_FORMAT($1, '%x'), 2)" },
  'small half': { MYSQL: "LOWER(DATE_FORMAT($1, '%p'))" },
  milliseconds: { MYSQL: "LEFT(DATE_FORMAT($1, '%f'), 3)", SQLITE: "substr(strftime('%f', $1), 4)" },
  microseconds: { SQLITE: "substr(strftime('%f', $1), 4) || '000'" },
  'half with points': {
    MYSQL: "CASE WHEN HOUR($1) < 12 THEN 'A.M.' ELSE 'P.M.' END",
    SQLITE: "CASE WHEN strftime('%H', $1) < '12' THEN 'A.M.' ELSE 'P.M.' END",
  },
  'week of month': {
    MYSQL: 'CAST((DAYOFMONTH($1) + 6) DIV 7 AS CHAR)',
    SQLITE: "CAST((strftime('%d', $1) + 6) / 7 AS TEXT)",
  },
  'week of twelve': {
    MYSQL: "LPAD((DAYOFYEAR($1) + 6) DIV 7, 2, '0')",
    SQLITE: "substr('0' || ((CAST(strftime('%j', $1) AS INTEGER) + 6) / 7), -2)",
  },
};
