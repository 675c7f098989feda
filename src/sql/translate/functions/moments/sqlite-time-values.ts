import type { Expression, Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { OF_JULIAN_DAY } from '../../expressions/moments/moment-numbers.js';
import { momentOfText, type Moment } from '../../expressions/moments/moments.js';
import { cast, dataType, nothing, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

const DATE = '(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const CLOCK = '((?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?)';
const ZONE = '\\s*(Z|[-+](?:0\\d|1[0-4]):[0-5]\\d)?\\s*';

const WRITTEN_DATE = new RegExp(`^${DATE}(?:[T\\s]\\s*${CLOCK}${ZONE})?\\s*$`, 'i');
const WRITTEN_CLOCK = new RegExp(`^${CLOCK}${ZONE}$`, 'i');
const DAY_NUMBER = /^\s*[-+]?\d+(\.\d*)?(e[-+]?\d+)?\s*$/i;

/** A time of a day by itself is one of this date. */
const DAY_OF_CLOCKS = '2000-01-01';

/**
 * A text as SQLite's functions of dates read it: days up to the 31st run over into the next month, a zone is taken off, and
 * what says no date is NULL. https://www.sqlite.org/lang_datefunc.html#time_values
 */
export function literalTimeValue(value: string, at: Node, t: Translator): Moment {
  const date = WRITTEN_DATE.exec(value);
  if (date !== null) return ofParts(date, at, t);
  const clock = WRITTEN_CLOCK.exec(value);
  if (clock !== null) {
    const [, time = '00:00', zone] = clock;
    return ofInstant(Date.parse(`${DAY_OF_CLOCKS}T${time.padEnd(8, ':00')}Z`) - offset(zone), 'TIMESTAMP', at, t);
  }
  if (DAY_NUMBER.test(value)) return ofJulianDay(number(Number(value), at.span), at, t);
  return noMoment(at, t);
}

/** Whether a text says a day that its month has not. */
export function runsOver(value: string): boolean {
  const [, year, month, day] = WRITTEN_DATE.exec(value) ?? [];
  return day !== undefined && Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** A Julian day, with its time as the part behind the point. */
const ofJulianDay = (day: Expression, at: Node, t: Translator): Moment => ({
  made: t.form(OF_JULIAN_DAY[t.target], [day, number('2440587.5', at.span)], at),
  kind: 'TIMESTAMP',
});

export const noMoment = (at: Node, t: Translator): Moment => ({
  made: cast(nothing(at.span), dataType(t.target === 'MYSQL' ? 'datetime' : 'timestamp', at.span)),
  kind: 'TIMESTAMP',
});

function ofParts([, year, month, day, time, zone]: RegExpExecArray, at: Node, t: Translator): Moment {
  const first = Date.parse(`${year}-${month}-01T${(time ?? '00:00').padEnd(8, ':00')}Z`);
  const instant = first + (Number(day) - 1) * 86_400_000 - offset(zone);
  return ofInstant(instant, time === undefined ? 'DATE' : 'TIMESTAMP', at, t);
}

function ofInstant(instant: number, kind: 'DATE' | 'TIMESTAMP', at: Node, t: Translator): Moment {
  const [date = '', rest = ''] = new Date(instant).toISOString().split('T');
  const time = rest.replace(/\.?0*Z$/, (end) => (end.startsWith('.') ? '' : end)).slice(0, 12);
  return momentOfText({ kind, date, time: time.replace(/Z$/, ''), canonical: true }, kind, at, t);
}

/** How far a zone is ahead, in milliseconds. */
function offset(zone: string | undefined): number {
  const found = /^([-+])(\d\d):(\d\d)$/.exec(zone ?? '');
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

const IS_DATE = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const IS_CLOCK = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?';
const IS_ZONE = '[-+](0[0-9]|1[0-4]):[0-5][0-9]';
const IN_UTC = `${IS_DATE}([T ]${IS_CLOCK} *Z?)? *$`;
const IN_ZONE = `${IS_DATE}[T ]${IS_CLOCK} *${IS_ZONE} *$`;

/** The first day of the month with the time behind it, and the days that are left. */
const MY_FIRST = "CAST(CONCAT(LEFT($1, 8), '01', REPLACE(REPLACE(SUBSTR($1, 11), 'T', ' '), 'Z', '')) AS DATETIME(3))";

/** A computed text that is read as a time value when the statement runs. */
const READ: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: `CASE WHEN $1 ~ '${IN_UTC}' OR $1 ~ '${IN_ZONE}' THEN CAST(left($1, 8) || '01' || substr($1, 11) AS timestamptz) AT TIME ZONE 'UTC' + (CAST(substr($1, 9, 2) AS int) - 1) * INTERVAL '1 day' END`,
  MYSQL: `CASE WHEN $1 REGEXP '${IN_UTC}' THEN ${MY_FIRST} + INTERVAL SUBSTR($1, 9, 2) - 1 DAY WHEN $1 REGEXP '${IN_ZONE}' THEN CONVERT_TZ(CAST(REPLACE(LEFT(TRIM($1), CHAR_LENGTH(TRIM($1)) - 6), 'T', ' ') AS DATETIME(3)), RIGHT(TRIM($1), 6), '+00:00') END`,
  SQLITE: 'datetime($1)',
};

/** A text that is computed, or in a column, as the time value that it says when the statement runs. */
export const computedTimeValue = (made: Expression, at: Node, t: Translator): Moment => ({
  made: t.form(READ[t.target], [made], at),
  kind: 'TIMESTAMP',
});
