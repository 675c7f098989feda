import type { DialectName } from '../../../dialects/index.js';
import type { Format } from './format-reading.js';

/** `%X%V %W`, weeks from Sunday on, and `%x%v %W`, those of ISO 8601: https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_str-to-date */
const KINDS = {
  sunday: ['week of sunday year', 'week:2'],
  iso: ['iso year', 'iso week'],
} as const;

type Kind = keyof typeof KINDS;

const DAYS = 'SUNMONTUEWEDTHUFRISAT';
const FITS = '^[0-9]{6}';
const PG_YEAR = 'CAST(left($1, 4) AS int)';
const PG_WEEK = 'CAST(substr($1, 5, 2) AS int)';
const LITE_WEEKS = '(substr($1, 5, 2) - 1) * 7';

/** The day of a week whose name stands behind `from` characters; NULL for a text that does not fit. */
const FORMS: Readonly<Partial<Record<DialectName, Readonly<Record<Kind, (from: number) => string>>>>> = {
  POSTGRESQL: {
    sunday: (from) =>
      `CASE WHEN $1 ~ '${FITS}' AND ${pgDay(from)} >= 0 THEN make_date(${PG_YEAR}, 1, 1) + (7 - CAST(EXTRACT(DOW FROM make_date(${PG_YEAR}, 1, 1)) AS int)) % 7 + (${PG_WEEK} - 1) * 7 + ${pgDay(from)} END`,
    iso: (from) =>
      `CASE WHEN $1 ~ '${FITS}' AND ${pgDay(from)} >= 0 THEN to_date(left($1, 6), 'IYYYIW') + (${pgDay(from)} + 6) % 7 END`,
  },
  SQLITE: {
    sunday: (from) =>
      `CASE WHEN ${liteDay(from)} >= 0 THEN date(substr($1, 1, 4) || '-01-01', 'weekday 0', (${LITE_WEEKS} + ${liteDay(from)}) || ' days') END`,
    iso: (from) =>
      `CASE WHEN ${liteDay(from)} >= 0 THEN date(substr($1, 1, 4) || '-01-04', 'weekday 0', (${LITE_WEEKS} + (${liteDay(from)} + 6) % 7 - 6) || ' days') END`,
  },
};

/** The number of a day from Sunday on by the first letters of its name; negative for none. */
const pgDay = (from: number): string => `((strpos('${DAYS}', upper(substr($1, ${from}, 3))) + 2) / 3 - 1)`;
const liteDay = (from: number): string => `((instr('${DAYS}', upper(substr($1, ${from}, 3))) + 2) / 3 - 1)`;

/** A form that reads a week with the name of one of its days; undefined where the format is none of these. */
export function weekAndDay(format: Format, target: DialectName): string | undefined {
  const [year, week, ...rest] = format;
  const [between, day] = typeof rest[0] === 'string' ? rest : ['', rest[0]];
  const isWhole = rest.length === (between === '' ? 1 : 2);
  if (typeof year !== 'object' || typeof week !== 'object' || typeof between !== 'string' || !isWhole) return undefined;
  if (typeof day !== 'object' || !/^day (name|abbreviation)$/.test(day.piece)) return undefined;
  const kinds = Object.entries(KINDS) as [Kind, readonly [string, string]][];
  const found = kinds.find(([, pieces]) => pieces[0] === year.piece && pieces[1] === week.piece);
  return found && FORMS[target]?.[found[0]](7 + between.length);
}
