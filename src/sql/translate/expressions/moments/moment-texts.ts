import type { DialectName } from '../../../dialects/index.js';
import type { MomentKind } from './moments.js';

/** A literal that says a date or a time. */
export interface ReadMoment {
  readonly kind: MomentKind;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  /** `HH:MM:SS`, with a fraction where there is one. */
  readonly time?: string;
  /** Whether it is written in the one form that SQLite’s functions give, whose order as text is that of time. */
  readonly canonical: boolean;
}

/** Dates by their own delimiters; those of MySQL and PostgreSQL may have single digits. */
const STRICT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|\+00(?::00)?)?)?$/;
const LOOSE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?)(?:Z|\+00(?::00)?)?)?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[T ]?(\d{6}))?$/;
const TIME = /^\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?$/;

const PATTERNS: Readonly<Record<DialectName, readonly RegExp[]>> = {
  POSTGRESQL: [LOOSE, COMPACT],
  MYSQL: [LOOSE, COMPACT],
  SQLITE: [STRICT],
};

/** MySQL takes any sign between the parts of a date: https://dev.mysql.com/doc/refman/8.4/en/date-and-time-literals.html */
const OTHER_SIGNS = /^(\d{4})([./^$@,])(\d{1,2})\2(\d{1,2})(?=$|[T ])/;

const CANONICAL = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d+)?)?$|^\d\d:\d\d:\d\d$/;

/** Reads a literal as its engine does; undefined where it says no date that there is. */
export function readMoment(value: string, dialect: DialectName): ReadMoment | undefined {
  const written = dialect === 'MYSQL' ? value.trim().replace(OTHER_SIGNS, '$1-$3-$4') : value.trim();
  if (TIME.test(written)) {
    const time = fullTime(written);
    return time === undefined ? undefined : { kind: 'TIME', time, canonical: CANONICAL.test(value) };
  }
  const found = PATTERNS[dialect].map((pattern) => pattern.exec(written)).find((match) => match !== null);
  if (found === undefined) return undefined;
  const [, year = '', month = '', day = '', clock] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return undefined;
  if (clock === undefined) return { kind: 'DATE', date, canonical: CANONICAL.test(value) };
  const time = fullTime(clock.includes(':') ? clock : (clock.match(/../g) ?? []).join(':'));
  return time === undefined ? undefined : { kind: 'TIMESTAMP', date, time, canonical: CANONICAL.test(value) };
}

/** Whether a literal is written as a date and says a day, or a month, that there is none of. */
export function saysNoDay(value: string): boolean {
  const [, year = '', month = '', day = ''] = LOOSE.exec(value.trim()) ?? [];
  // MySQL may take a month or a day 0 for one that is not known
  if (Number(month) === 0 || Number(day) === 0) return false;
  return !isDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Whether there is such a day; `YYYY-MM-DD`. */
function isDate(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : (DAYS[month - 1] as number));
}

const DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** With two digits each, seconds and no zeros at the end of a fraction. */
function fullTime(clock: string): string | undefined {
  const [hours = '', minutes = '', seconds = '0'] = clock.split(':');
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  const [whole = '', fraction = ''] = seconds.split('.');
  const rest = fraction.replace(/0+$/, '').slice(0, 6);
  const main = [hours, minutes, whole].map((part) => part.padStart(2, '0')).join(':');
  return rest === '' ? main : `${main}.${rest}`;
}
