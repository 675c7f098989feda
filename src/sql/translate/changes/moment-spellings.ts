import { asked, derivedText, type Expression } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { RelationColumn } from '../../typing/index.js';
import { momentOfMilliseconds } from '../expressions/moments/milliseconds.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** The parts of a moment, as they are written. */
type Parts = Readonly<Partial<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction', string>>>;

const TIME = String.raw`(?:[T\s]+(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?<fraction>\.\d+)?)?)?`;
const MONTH = '(?<month>[A-Za-z]{3,9})';

/** What an engine reads beside what all read. */
const SPELLINGS: Readonly<Record<DialectName, readonly RegExp[]>> = {
  // https://www.postgresql.org/docs/current/datatype-datetime.html, with DateStyle as it is at first
  POSTGRESQL: [
    new RegExp(String.raw`^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)${TIME}$`),
    new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})${TIME}$`),
    new RegExp(String.raw`^${MONTH}\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})${TIME}$`),
    new RegExp(String.raw`^(?<day>\d{1,2})[-\s]${MONTH}[-\s](?<year>\d{4})${TIME}$`),
    new RegExp(String.raw`^(?<year>\d{4})-${MONTH}-(?<day>\d{1,2})${TIME}$`),
  ],
  // https://dev.mysql.com/doc/refman/8.4/en/date-and-time-literals.html
  MYSQL: [
    /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?<fraction>\.\d+)?)?$/,
    /^(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)(?:(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?<fraction>\.\d+)?)?$/,
    /^(?<year>\d{4}|\d\d)[^\w\s](?<month>\d{1,2})[^\w\s](?<day>\d{1,2})(?:[T\s]+(?<hour>\d{1,2})[^\w\s](?<minute>\d{1,2})(?:[^\w\s](?<second>\d{1,2})(?<fraction>\.\d+)?)?)?$/,
  ],
  // its columns hold any text, and this is what `toISOString` and Sequelize write; MySQL knows no Z, and MariaDB no distance
  SQLITE: [new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)${TIME}\s*(?:Z|[+-]00:00)$`, 'i')],
};

/** What every engine reads. */
const USUAL = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;
const isUsual = (written: string): boolean => USUAL.test(written.trim());
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FIRST_YEAR_OF_LAST_CENTURY = 70;

/** A number of milliseconds as the moment that it is to those who read SQLite's column for moments; undefined for any other. */
export function millisecondsAsMoment(
  value: Expression,
  column: RelationColumn | undefined,
  t: Translator,
): Expression | undefined {
  const type = column?.type?.type;
  if (t.source !== 'SQLITE' || value.kind !== 'number' || (type !== 'TIMESTAMP' && type !== 'TIMESTAMPTZ'))
    return undefined;
  if (!asked(value, isMilliseconds)) return undefined;
  return derivedText(value, (written) => momentOfMilliseconds(written) ?? written);
}

const isMilliseconds = (written: string): boolean => momentOfMilliseconds(written) !== undefined;

/** A day or moment as all engines read it, where its own engine alone would; undefined for any other value. */
export function usualMoment(
  value: Expression,
  column: RelationColumn | undefined,
  t: Translator,
): Expression | undefined {
  const type = column?.type?.type;
  if (type !== 'DATE' && type !== 'TIMESTAMP' && type !== 'TIMESTAMPTZ') return undefined;
  const isDigits = value.kind === 'number' && t.source === 'MYSQL';
  if ((value.kind !== 'string' && !isDigits) || asked(value, isUsual)) return undefined;
  const written = value.kind === 'string' ? value.value.trim() : value.text;
  const match = SPELLINGS[t.source].map((one) => one.exec(written)).find((one) => one !== null);
  const moment = match?.groups === undefined ? undefined : usual(match.groups, type === 'DATE');
  return moment === undefined ? undefined : text(moment, value.span);
}

function usual({ year = '', month = '', day, hour, minute, second, fraction = '' }: Parts, isDay: boolean) {
  const at = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (at === 0) return undefined;
  const date = `${fullYear(year)}-${two(String(at))}-${two(day)}`;
  return isDay || hour === undefined ? date : `${date} ${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
}

const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');

const fullYear = (year: string): string =>
  year.length > 2 ? year : `${Number(year) < FIRST_YEAR_OF_LAST_CENTURY ? '20' : '19'}${year}`;
