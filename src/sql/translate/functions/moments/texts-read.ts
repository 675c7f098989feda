import type { MomentKind } from '../../expressions/moments/moments.js';
import { MONTH_NAMES } from './format-pieces.js';
import type { Format } from './format-reading.js';

/** What a piece of a format takes from a text. */
const TAKEN: Readonly<Record<string, string>> = {
  year: '(\\d{4})',
  'year of two digits': '(\\d\\d)',
  month: '(\\d{1,2})',
  'short month': '(\\d{1,2})',
  day: '(\\d{1,2})',
  'short day': '(\\d{1,2})',
  hour: '(\\d{1,2})',
  'short hour': '(\\d{1,2})',
  'hour of twelve': '(\\d{1,2})',
  'short hour of twelve': '(\\d{1,2})',
  minute: '(\\d{1,2})',
  second: '(\\d{1,2})',
  microseconds: '(\\d{1,6})',
  half: '([AaPp][Mm])',
  'month name': '([A-Za-z]+)',
  'month abbreviation': '([A-Za-z]{3})',
};

/** Whether a piece is a number or a word by itself, with no sign in it. */
export const isPlainPiece = (piece: string): boolean => TAKEN[piece] !== undefined;

/** The part that a piece is about, whatever its width. */
const partOf = (piece: string): string => piece.replace(/^short | of (twelve|two digits)$| name$| abbreviation$/g, '');

/** The year that two digits say to MySQL and PostgreSQL: one from 1970 to 2069. */
const yearOf = (written: string): string =>
  written.length === 4 ? written : `${Number(written) < 70 ? '20' : '19'}${written}`;

const monthOf = (written: string): number =>
  /^\d/.test(written)
    ? Number(written)
    : MONTH_NAMES.findIndex((one) => one.slice(0, 3).toLowerCase() === written.slice(0, 3).toLowerCase()) + 1;

/** The expressions of a format's pieces one behind the other, of which those behind the date may be missing from their end. */
export function withRestMissing(format: Format, pieces: readonly string[]): string {
  const last = format.findLastIndex((one) => typeof one !== 'string' && OF_DATE.test(one.piece));
  if (last < 0) return pieces.join('');
  const rest = pieces.slice(last + 1).reduceRight((behind, one) => `(?:${one}${behind})?`, '');
  return pieces.slice(0, last + 1).join('') + rest;
}

export const OF_DATE = /^(short )?(year|month|day)/;

/** The moment that a text which is written out has by a format, as SQLite keeps it; undefined where it does not fit. */
export function momentInText(written: string, format: Format, kind: MomentKind): string | undefined {
  const pieces = format.map((one) => (typeof one === 'string' ? escaped(one) : spaced(TAKEN[one.piece])));
  if (pieces.includes(undefined)) return undefined;
  const found = new RegExp(`^\\s*${withRestMissing(format, pieces as string[])}`).exec(written);
  if (found === null) return undefined;
  const parts = new Map<string, string>();
  format
    .filter((one) => typeof one !== 'string')
    .forEach(({ piece }, at) => parts.set(piece.includes('twelve') ? 'twelve' : partOf(piece), found[at + 1] ?? ''));
  const two = (value: number): string => String(value).padStart(2, '0');
  const read = (part: string, otherwise: number): number => Number(parts.get(part) ?? otherwise);
  const month = monthOf(parts.get('month') ?? '1');
  const twelve = parts.get('twelve');
  const isLate = /^p/i.test(parts.get('half') ?? '');
  const hour = twelve === undefined ? read('hour', 0) : (Number(twelve) % 12) + (isLate ? 12 : 0);
  const date = `${yearOf(parts.get('year') ?? '1970')}-${two(month)}-${two(read('day', 1))}`;
  const fraction = (parts.get('microseconds') ?? '').replace(/0+$/, '');
  const time = `${two(hour)}:${two(read('minute', 0))}:${two(read('second', 0))}${fraction && `.${fraction}`}`;
  if ((kind !== 'TIME' && !parts.has('year')) || !isReal(date) || hour > 23) return undefined;
  return { DATE: date, TIME: time, TIMESTAMP: `${date} ${time}` }[kind];
}

const isReal = (date: string): boolean => {
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
};

/** What is read of a text, and the spaces before it, which are none of the format's. */
export const spaced = (pattern: string | undefined): string | undefined => pattern && `\\s*${pattern}`;

/** Signs of a format as a pattern: before each there may be spaces, and a space is nothing else. */
export const escaped = (plain: string): string =>
  plain.replace(/\s+|[^\s]/g, (sign) => (/\s/.test(sign) ? '\\s*' : `\\s*${sign.replace(SPECIAL, '\\$&')}`));

const SPECIAL = /[.*+?^${}()|[\]\\/]/;

/** Where the number of a month's first three letters is found: `JAN` at 1, `FEB` at 4 … */
const SHORT_NAMES = MONTH_NAMES.map((one) => one.slice(0, 3).toUpperCase()).join('');

const isName = (piece: string): boolean => /name|abbreviation/.test(piece);

/**
 * A date whose three parts have separators between them, so that they may be of one digit or two: each number is that which the
 * rest of the text starts with.
 */
export function separatedDate(format: Format, kind: MomentKind): string | undefined {
  const [first, sign, second, nextSign, third, more] = format;
  if (kind !== 'DATE' || typeof sign !== 'string' || typeof nextSign !== 'string' || more !== undefined)
    return undefined;
  const parts = [first, second, third];
  const rest = (from: string, separator: string): string =>
    `substr(${from}, instr(${from}, '${separator.replaceAll("'", "''")}') + ${separator.length})`;
  const behind = rest('$1', sign);
  const texts = ['$1', behind, rest(behind, nextSign)];
  const valueOf = (part: string): string | undefined => {
    const at = parts.findIndex((one) => typeof one === 'object' && partOf(one.piece) === part);
    const piece = parts[at];
    if (typeof piece !== 'object' || TAKEN[piece.piece] === undefined) return undefined;
    const from = texts[at] as string;
    if (piece.piece === 'year of two digits')
      return `CAST(${from} AS INTEGER) + CASE WHEN CAST(${from} AS INTEGER) < 70 THEN 2000 ELSE 1900 END`;
    return isName(piece.piece) ? `(instr('${SHORT_NAMES}', upper(substr(${from}, 1, 3))) + 2) / 3` : from;
  };
  const values = ['year', 'month', 'day'].map(valueOf);
  return values.includes(undefined) ? undefined : `printf('%04d-%02d-%02d', ${values.join(', ')})`;
}
