import type { Piece } from './format-pieces.js';
import type { Format } from './format-reading.js';
import { escaped, OF_DATE, spaced, withRestMissing } from './texts-read.js';

/** What a piece of STR_TO_DATE's formats takes of a text, whose letters may be of either case. */
const TAKES: Readonly<Partial<Record<Piece, string>>> = {
  year: '(?:\\d{4}|\\d\\d)',
  'year of two digits': '\\d\\d',
  month: '(?:0?[1-9]|1[0-2])',
  'short month': '(?:0?[1-9]|1[0-2])',
  'month name': '(?:january|february|march|april|may|june|july|august|september|october|november|december)',
  'month abbreviation': '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)',
  day: '(?:0?[1-9]|[12]\\d|3[01])',
  'short day': '(?:0?[1-9]|[12]\\d|3[01])',
  hour: '(?:[01]?\\d|2[0-3])',
  'short hour': '(?:[01]?\\d|2[0-3])',
  'hour of twelve': '(?:0?[1-9]|1[0-2])',
  'short hour of twelve': '(?:0?[1-9]|1[0-2])',
  minute: '[0-5]?\\d',
  second: '[0-5]?\\d',
  microseconds: '\\d{1,6}',
  half: '[ap]m',
};

/** Days that a month or a year has not, piece by piece. */
const THIRTY = { number: '(?:0?[469]|11)', name: '(?:apr|jun|sep|nov)[a-z]*' } as const;
const FEBRUARY = { number: '0?2', name: 'feb[a-z]*' } as const;
/** A year of four digits that four divides, but no century that four hundred does not. */
const LEAP = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';

const isOf = (what: 'year' | 'month' | 'day', piece: Piece): boolean => piece.replace(/^short /, '').startsWith(what);
const isOfDate = (one: string | { readonly piece: Piece }): boolean =>
  typeof one !== 'string' && OF_DATE.test(one.piece);

/**
 * A regular expression of PostgreSQL's, and of JavaScript's, for texts that say a day by a format, or a day and a time of which the rest may
 * be missing, as MySQL reads them; undefined where the format is no such one. Days that there are not do not match.
 */
export function patternOfTexts(format: Format): string | undefined {
  const last = format.findLastIndex(isOfDate);
  const pieces = format.map((one) => (typeof one === 'string' ? escaped(one) : spaced(TAKES[one.piece])));
  const days = format.flatMap((one) => (typeof one === 'string' || !isOfDate(one) ? [] : [one.piece]));
  const isWhole = (['year', 'month', 'day'] as const).every(
    (what) => days.filter((one) => isOf(what, one)).length === 1,
  );
  if (!isWhole || days.length !== 3 || pieces.includes(undefined)) return undefined;
  const missing = missingDays(format.slice(0, last + 1)).join('|');
  return `^\\s*(?!${missing})${withRestMissing(format, pieces as string[])}`;
}

/** Dates by the format that there are not. */
function missingDays(date: Format): string[] {
  const of = (year: string, month: 'THIRTY' | 'FEBRUARY', day: string): string =>
    date
      .map((one) => {
        if (typeof one === 'string') return escaped(one);
        if (isOf('year', one.piece)) return spaced(one.piece === 'year' ? year : '\\d\\d');
        if (isOf('day', one.piece)) return spaced(`${day}(?!\\d)`);
        const names = month === 'THIRTY' ? THIRTY : FEBRUARY;
        return spaced(/name|abbreviation/.test(one.piece) ? names.name : names.number);
      })
      .join('');
  const year = TAKES.year as string;
  const found = [of(year, 'THIRTY', '31'), of(year, 'FEBRUARY', '3[01]')];
  const isLong = date.some((one) => typeof one !== 'string' && one.piece === 'year');
  return isLong ? [...found, of(`(?!${LEAP})\\d{4}`, 'FEBRUARY', '29')] : found;
}
