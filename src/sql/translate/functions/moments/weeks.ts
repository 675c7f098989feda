import { DIALECTS, type DialectName } from '../../../dialects/index.js';

type Forms = Readonly<Record<DialectName, string>>;

const DOY: Forms = {
  POSTGRESQL: 'CAST(EXTRACT(DOY FROM $1) AS int)',
  MYSQL: 'DAYOFYEAR($1)',
  SQLITE: "CAST(strftime('%j', $1) AS INTEGER)",
};
/** Days since Sunday, and since Monday. */
const SINCE_SUNDAY: Forms = {
  POSTGRESQL: 'CAST(EXTRACT(DOW FROM $1) AS int)',
  MYSQL: '(DAYOFWEEK($1) - 1)',
  SQLITE: "CAST(strftime('%w', $1) AS INTEGER)",
};
const SINCE_MONDAY: Forms = {
  POSTGRESQL: '(CAST(EXTRACT(ISODOW FROM $1) AS int) - 1)',
  MYSQL: 'WEEKDAY($1)',
  SQLITE: "((CAST(strftime('%w', $1) AS INTEGER) + 6) % 7)",
};

const each = (make: (dialect: DialectName) => string): Forms =>
  Object.fromEntries(DIALECTS.map((dialect) => [dialect, make(dialect)])) as Forms;

const own = (forms: Forms, mysql: string): Forms => ({ ...forms, MYSQL: mysql });

const QUOTIENT: Forms = { POSTGRESQL: '/ 7', MYSQL: 'DIV 7', SQLITE: '/ 7' };

/** Weeks of a year that has its first days in week 0: the days since the year began, and those that the week misses. */
const within = (since: Forms, more: number): Forms =>
  each((dialect) => `((${DOY[dialect]} + ${more} - ${since[dialect]}) ${QUOTIENT[dialect]})`);

/** The day of a week by whose year the week counts: so many days behind the first. */
const PIVOTS: Readonly<Record<string, readonly [since: Forms, days: number, sqlite: string]>> = {
  sunday: [SINCE_SUNDAY, 0, "'-6 days', 'weekday 0'"],
  wednesday: [SINCE_SUNDAY, 3, "'-3 days', 'weekday 3'"],
  thursday: [SINCE_MONDAY, 3, "'-3 days', 'weekday 4'"],
  monday: [SINCE_MONDAY, 0, "'-6 days', 'weekday 1'"],
};

function pivot(name: string): Forms {
  const [since, days, modifiers] = PIVOTS[name] as readonly [Forms, number, string];
  return {
    POSTGRESQL: `($1 - ${since.POSTGRESQL} + ${days})`,
    MYSQL: `($1 - INTERVAL ${since.MYSQL} - ${days} DAY)`,
    SQLITE: `date($1, ${modifiers})`,
  };
}

const at = (form: string, day: string): string => form.replaceAll('$1', day);

/** Weeks that belong to one year as a whole, and those years. */
function whole(name: string): { readonly week: Forms; readonly year: Forms; readonly both: Forms } {
  const day = pivot(name);
  const week = each((dialect) => `((${at(DOY[dialect], day[dialect])} + 6) ${QUOTIENT[dialect]})`);
  const year: Forms = {
    POSTGRESQL: `CAST(EXTRACT(YEAR FROM ${day.POSTGRESQL}) AS int)`,
    MYSQL: `YEAR(${day.MYSQL})`,
    SQLITE: `CAST(strftime('%Y', ${day.SQLITE}) AS INTEGER)`,
  };
  return { week, year, both: each((dialect) => `(${year[dialect]} * 100 + ${week[dialect]})`) };
}

const sunday = whole('sunday');
const wednesday = whole('wednesday');
const thursday = whole('thursday');
const monday = whole('monday');

/**
 * MySQL's modes of weeks, and the ISO week, which is mode 3; YEARWEEK has no week 0.
 * https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_week
 */
export const WEEKS: Readonly<Record<string, Forms>> = {
  'week:0': own(within(SINCE_SUNDAY, 6), 'WEEK($1, 0)'),
  'week:1': own(within(SINCE_MONDAY, 9), 'WEEK($1, 1)'),
  'week:2': own(sunday.week, 'WEEK($1, 2)'),
  'week:3': own(thursday.week, 'WEEK($1, 3)'),
  'week:4': own(within(SINCE_SUNDAY, 9), 'WEEK($1, 4)'),
  'week:5': own(within(SINCE_MONDAY, 6), 'WEEK($1, 5)'),
  'week:6': own(wednesday.week, 'WEEK($1, 6)'),
  'week:7': own(monday.week, 'WEEK($1, 7)'),
  'year:0': own(sunday.both, 'YEARWEEK($1, 0)'),
  'year:1': own(thursday.both, 'YEARWEEK($1, 1)'),
  'year:2': own(sunday.both, 'YEARWEEK($1, 2)'),
  'year:3': own(thursday.both, 'YEARWEEK($1, 3)'),
  'year:4': own(wednesday.both, 'YEARWEEK($1, 4)'),
  'year:5': own(monday.both, 'YEARWEEK($1, 5)'),
  'year:6': own(wednesday.both, 'YEARWEEK($1, 6)'),
  'year:7': own(monday.both, 'YEARWEEK($1, 7)'),
  'weekyear:sunday': own(sunday.year, '(YEARWEEK($1, 2) DIV 100)'),
  week: {
    POSTGRESQL: 'CAST(EXTRACT(WEEK FROM $1) AS int)',
    MYSQL: 'WEEK($1, 3)',
    SQLITE: thursday.week.SQLITE,
  },
  isoyear: {
    POSTGRESQL: 'CAST(EXTRACT(ISOYEAR FROM $1) AS int)',
    MYSQL: '(YEARWEEK($1, 3) DIV 100)',
    SQLITE: thursday.year.SQLITE,
  },
};
