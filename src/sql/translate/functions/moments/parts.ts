import type { Expression, Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { asKind, momentOf, type Moment, type MomentKind } from '../../expressions/moments/moments.js';
import { isBetweenMoments, isOpenClock } from '../../expressions/moments/open-moments.js';
import { passedSeconds } from '../../expressions/moments/passed-seconds.js';
import { number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { everywhere, type Compose, type FormTable } from '../form.js';
import { partOfInterval } from './interval-parts.js';
import { extractedOfDuration, partOfDuration } from './durations.js';
import { WEEKS } from './weeks.js';

type Forms = Readonly<Record<DialectName, string>>;

const field = (pg: string, my: string, lite: string): Forms => ({
  POSTGRESQL: `CAST(EXTRACT(${pg} FROM $1) AS int)`,
  MYSQL: my,
  SQLITE: `CAST(strftime('${lite}', $1) AS INTEGER)`,
});

/** Parts of a date or a moment as numbers, by PostgreSQL's names for them. */
const PARTS: Readonly<Record<string, Forms>> = {
  ...WEEKS,
  year: field('YEAR', 'YEAR($1)', '%Y'),
  month: field('MONTH', 'MONTH($1)', '%m'),
  day: field('DAY', 'DAYOFMONTH($1)', '%d'),
  hour: field('HOUR', 'HOUR($1)', '%H'),
  minute: field('MINUTE', 'MINUTE($1)', '%M'),
  'whole second': {
    POSTGRESQL: 'CAST(FLOOR(EXTRACT(SECOND FROM $1)) AS int)',
    MYSQL: 'SECOND($1)',
    SQLITE: "CAST(strftime('%S', $1) AS INTEGER)",
  },
  second: {
    POSTGRESQL: 'EXTRACT(SECOND FROM $1)',
    MYSQL: '(SECOND($1) + MICROSECOND($1) * 0.000001)',
    SQLITE: "CAST(strftime('%f', $1) AS REAL)",
  },
  millisecond: {
    POSTGRESQL: 'EXTRACT(MILLISECONDS FROM $1)',
    MYSQL: '(SECOND($1) * 1000 + MICROSECOND($1) * 0.001)',
    SQLITE: "CAST(ROUND(strftime('%f', $1) * 1000) AS INTEGER)",
  },
  microsecond: {
    POSTGRESQL: 'CAST(EXTRACT(MICROSECONDS FROM $1) AS int)',
    MYSQL: '(SECOND($1) * 1000000 + MICROSECOND($1))',
    SQLITE: "CAST(ROUND(strftime('%f', $1) * 1000000) AS INTEGER)",
  },
  'part of second': {
    POSTGRESQL: 'CAST(EXTRACT(MICROSECONDS FROM $1) AS int) % 1000000',
    MYSQL: 'MICROSECOND($1)',
    SQLITE: "CAST(ROUND(strftime('%f', $1) * 1000000) AS INTEGER) % 1000000",
  },
  quarter: {
    POSTGRESQL: 'CAST(EXTRACT(QUARTER FROM $1) AS int)',
    MYSQL: 'QUARTER($1)',
    SQLITE: "((CAST(strftime('%m', $1) AS INTEGER) + 2) / 3)",
  },
  dow: field('DOW', '(DAYOFWEEK($1) - 1)', '%w'),
  isodow: {
    POSTGRESQL: 'CAST(EXTRACT(ISODOW FROM $1) AS int)',
    MYSQL: '(WEEKDAY($1) + 1)',
    SQLITE: "((CAST(strftime('%w', $1) AS INTEGER) + 6) % 7 + 1)",
  },
  weekday: {
    POSTGRESQL: '(CAST(EXTRACT(ISODOW FROM $1) AS int) - 1)',
    MYSQL: 'WEEKDAY($1)',
    SQLITE: "((CAST(strftime('%w', $1) AS INTEGER) + 6) % 7)",
  },
  'day of week': {
    POSTGRESQL: '(CAST(EXTRACT(DOW FROM $1) AS int) + 1)',
    MYSQL: 'DAYOFWEEK($1)',
    SQLITE: "(CAST(strftime('%w', $1) AS INTEGER) + 1)",
  },
  doy: field('DOY', 'DAYOFYEAR($1)', '%j'),
  decade: {
    POSTGRESQL: 'CAST(EXTRACT(DECADE FROM $1) AS int)',
    MYSQL: '(YEAR($1) DIV 10)',
    SQLITE: "(CAST(strftime('%Y', $1) AS INTEGER) / 10)",
  },
  century: {
    POSTGRESQL: 'CAST(EXTRACT(CENTURY FROM $1) AS int)',
    MYSQL: '((YEAR($1) + 99) DIV 100)',
    SQLITE: "((CAST(strftime('%Y', $1) AS INTEGER) + 99) / 100)",
  },
  millennium: {
    POSTGRESQL: 'CAST(EXTRACT(MILLENNIUM FROM $1) AS int)',
    MYSQL: '((YEAR($1) + 999) DIV 1000)',
    SQLITE: "((CAST(strftime('%Y', $1) AS INTEGER) + 999) / 1000)",
  },
  epoch: {
    POSTGRESQL: 'EXTRACT(EPOCH FROM $1)',
    MYSQL: "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', $1) * 0.000001)",
    SQLITE: "CAST(strftime('%s', $1) AS INTEGER)",
  },
  'whole epoch': {
    POSTGRESQL: 'CAST(FLOOR(EXTRACT(EPOCH FROM $1)) AS bigint)',
    MYSQL: "TIMESTAMPDIFF(SECOND, '1970-01-01', $1)",
    SQLITE: "CAST(strftime('%s', $1) AS INTEGER)",
  },
  'day number': {
    POSTGRESQL: "($1 - DATE '0001-01-01' + 366)",
    MYSQL: 'TO_DAYS($1)',
    SQLITE: 'CAST(julianday($1) - 1721059.5 AS INTEGER)',
  },
  julian: {
    POSTGRESQL: "($1 - DATE '0001-01-01' + 1721426)",
    MYSQL: '(TO_DAYS($1) + 1721060)',
    SQLITE: 'CAST(julianday($1) + 0.5 AS INTEGER)',
  },
  // as SQLite reckons it, out of whole milliseconds
  'julian day': {
    POSTGRESQL: 'CAST(CAST(EXTRACT(EPOCH FROM $1) * 1000 AS bigint) + 210866760000000 AS double precision) / 86400000',
    MYSQL: "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', $1) DIV 1000 + 210866760000000) / 86400000e0",
    SQLITE: 'julianday($1)',
  },
  'second of day': {
    POSTGRESQL: 'CAST(FLOOR(EXTRACT(EPOCH FROM $1)) AS int)',
    MYSQL: 'TIME_TO_SEC($1)',
    SQLITE:
      "(CAST(strftime('%H', $1) AS INTEGER) * 3600 + CAST(strftime('%M', $1) AS INTEGER) * 60 + CAST(strftime('%S', $1) AS INTEGER))",
  },
  'year and month': {
    POSTGRESQL: '(CAST(EXTRACT(YEAR FROM $1) AS int) * 100 + CAST(EXTRACT(MONTH FROM $1) AS int))',
    MYSQL: 'EXTRACT(YEAR_MONTH FROM $1)',
    SQLITE: "CAST(strftime('%Y%m', $1) AS INTEGER)",
  },
};

const CLOCK_PARTS = /hour|minute|second|julian day/;
const DATE_PARTS = /day number|^julian$|week:|year:/;

/** A part of a moment; undefined for one that is not known. */
export function partOf(name: string, moment: Moment, at: Node, t: Translator): Expression | undefined {
  // the seconds of a time of a day are those since midnight
  if (moment.kind === 'TIME' && name === 'epoch') return partOf('second of day', moment, at, t);
  const forms = PARTS[name];
  if (forms === undefined) return undefined;
  const needed =
    name === 'second of day'
      ? 'TIME'
      : DATE_PARTS.test(name)
        ? 'DATE'
        : moment.kind === 'DATE' && CLOCK_PARTS.test(name) && t.target === 'POSTGRESQL'
          ? 'TIMESTAMP'
          : moment.kind;
  return t.form(forms[t.target], [asKind(moment, needed, at, t).made], at);
}

/** Parts that a time of a day has. */
const OF_CLOCK: ReadonlySet<string> = new Set(['hour', 'minute', 'whole second', 'part of second', 'second of day']);

/** A column may be a time of the day, which is no moment, and a moment has such a time. */
const clockAsked = (name: string, value: Expression, t: Translator): MomentKind | undefined =>
  OF_CLOCK.has(name) && isOpenClock(value, t) ? 'TIME' : undefined;

/** A part of the first argument. */
const part =
  (name: string): Compose =>
  ({ node, t }) => {
    const [value] = node.arguments as [Expression];
    const seconds = passedSeconds(value, t);
    if (seconds !== undefined) return partOfDuration(name, seconds, node, t);
    return partOf(name, momentOf(value, t, clockAsked(name, value, t)), node, t);
  };

const SYNONYMS: Readonly<Record<string, string>> = {
  years: 'year',
  months: 'month',
  mon: 'month',
  days: 'day',
  day_of_month: 'day',
  hours: 'hour',
  minutes: 'minute',
  seconds: 'second',
  milliseconds: 'millisecond',
  microseconds: 'microsecond',
  weeks: 'week',
  decades: 'decade',
  centuries: 'century',
};

/** Words of MySQL's EXTRACT that are other parts than PostgreSQL's. */
const OF_MYSQL: Readonly<Record<string, string>> = {
  week: 'week:0',
  second: 'whole second',
  microsecond: 'part of second',
  year_month: 'year and month',
};

/** Units of MySQL's that write two or more parts behind one another, each with two digits. */
const COMPOSITES: Readonly<Record<string, readonly string[]>> = {
  day_hour: ['day', 'hour'],
  day_minute: ['day', 'hour', 'minute'],
  day_second: ['day', 'hour', 'minute', 'whole second'],
  hour_minute: ['hour', 'minute'],
  hour_second: ['hour', 'minute', 'whole second'],
  minute_second: ['minute', 'whole second'],
};

/** EXTRACT(HOUR_SECOND FROM x) */
function composite(names: readonly string[], moment: Moment, at: Node, t: Translator): Expression | undefined {
  const parts = names.map((name) => partOf(name, moment, at, t));
  if (parts.some((one) => one === undefined)) return undefined;
  const terms = names.map((_, index) => {
    const scale = 100 ** (names.length - 1 - index);
    return scale === 1 ? `$${index + 1}` : `$${index + 1} * ${scale}`;
  });
  return t.form(terms.join(' + '), parts as Expression[], at);
}

/** TO_SECONDS(x): since the year 0. */
const secondsOfEra: Compose = ({ node, t }) => {
  const moment = momentOf(node.arguments[0] as Expression, t);
  const days = partOf('day number', moment, node, t);
  const clock = moment.kind === 'DATE' ? number(0, node.span) : partOf('second of day', moment, node, t);
  return (
    days &&
    clock &&
    t.form(t.target === 'POSTGRESQL' ? 'CAST($1 AS bigint) * 86400 + $2' : '$1 * 86400 + $2', [days, clock], node)
  );
};

/** EXTRACT(unit FROM x) and date_part('unit', x) */
const extracted: Compose = ({ node, t }) => {
  const [unit, value] = node.arguments as [Expression, Expression];
  const written =
    unit.kind === 'keyword'
      ? unit.word
      : unit.kind === 'string'
        ? unit.value
        : unit.kind === 'column'
          ? unit.parts[0]?.value
          : undefined;
  const word = written?.toLowerCase() ?? '';
  const name = SYNONYMS[word] ?? word;
  const seconds = passedSeconds(value, t);
  if (seconds !== undefined) return extractedOfDuration(OF_MYSQL[name] ?? name, seconds, node, t);
  const parts = t.source === 'MYSQL' ? COMPOSITES[name] : undefined;
  if (parts !== undefined) return composite(parts, momentOf(value, t), node, t);
  if (t.typeName(value) === 'INTERVAL' || (t.source === 'POSTGRESQL' && isBetweenMoments(value, t)))
    return partOfInterval(name, value, node, t);
  const called = t.source === 'MYSQL' ? (OF_MYSQL[name] ?? name) : name;
  if (called === 'epoch' && t.target === 'SQLITE' && isOpenInTexts(value, t))
    return t.form(EPOCH_OF_TEXT, [t.value(value)], node);
  return partOf(called, momentOf(value, t, clockAsked(called, value, t)), node, t);
};

/** A column that SQLite keeps as a text: a moment, or a time of a day. */
const isOpenInTexts = (node: Expression, t: Translator): boolean =>
  node.kind === 'column' && (t.typeName(node) === undefined || t.typeName(node) === 'TEXT');

/** The seconds of a time of a day are those since midnight, which SQLite takes for one of the 1st of January 2000. */
const EPOCH_OF_TEXT =
  "CAST(strftime('%s', $1) AS INTEGER) - CASE WHEN $1 GLOB '[0-2][0-9]:*' THEN 946684800 ELSE 0 END";

/** WEEK(x, mode) and YEARWEEK(x, mode), with 0 where no mode is written. */
const week =
  (of: 'week' | 'year'): Compose =>
  ({ node, t }) => {
    const [date, mode] = node.arguments;
    const written = mode === undefined ? '0' : mode.kind === 'number' ? mode.text : undefined;
    return written === undefined ? undefined : partOf(`${of}:${written}`, momentOf(date as Expression, t), node, t);
  };

/** Parts of dates and times. */
export const partForms: FormTable = {
  extract: everywhere(extracted),
  date_part: everywhere(extracted),
  year: everywhere(part('year')),
  month: everywhere(part('month')),
  day_of_month: everywhere(part('day')),
  hour: everywhere(part('hour')),
  minute: everywhere(part('minute')),
  second: everywhere(part('whole second')),
  microsecond: everywhere(part('part of second')),
  quarter: everywhere(part('quarter')),
  week: everywhere(week('week')),
  year_week: everywhere(week('year')),
  week_of_year: everywhere(part('week')),
  weekday: everywhere(part('weekday')),
  day_of_week: everywhere(part('day of week')),
  day_of_year: everywhere(part('doy')),
  to_days: everywhere(part('day number')),
  to_seconds: everywhere(secondsOfEra),
  time_to_sec: everywhere(part('second of day')),
  unix_seconds: everywhere(part('whole epoch')),
};
