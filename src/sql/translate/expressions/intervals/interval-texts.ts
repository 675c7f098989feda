import type { Expression } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { daysOf, intervalOf, refused, restOf, type IntervalValue } from './interval-values.js';

type Forms = Readonly<Record<'MYSQL' | 'SQLITE', string>>;

/** Numbers of an interval as its texts have them: `$1` is the time, `$2` the same or with whole days before it. */
const HOURS: Forms = { MYSQL: '$1 DIV 3600', SQLITE: 'CAST($1 / 3600 AS INTEGER)' };
const MINUTES: Forms = { MYSQL: '$2 % 3600 DIV 60', SQLITE: 'CAST($2 / 60 AS INTEGER) % 60' };
const SECONDS: Forms = {
  MYSQL: '$2 % 60 + 0e0',
  SQLITE: "printf('%.15g', round($2 - CAST($2 / 60 AS INTEGER) * 60, 6))",
};

/** The same of whole seconds. */
const WHOLE = {
  hours: { ...HOURS, SQLITE: '$1 / 3600' },
  minutes: { ...MINUTES, SQLITE: '$2 % 3600 / 60' },
  seconds: { MYSQL: 'TRUNCATE($2 % 60, 0)', SQLITE: '$2 % 60' },
};

/** What a text is made of, from what is nothing but markers between numbers. */
interface Pieces {
  readonly words: readonly string[];
  readonly numbers: readonly Expression[];
}

/** Numbers with words between them, of which those are taken away that say nothing: `#0D` becomes nothing at all. */
function filled(
  { words, numbers }: Pieces,
  changes: readonly (readonly [string, string])[],
  at: Expression,
  t: Translator,
): Expression {
  const parts = words.flatMap((word, index) => [`'${word}'`, ...(index < numbers.length ? [`($${index + 1})`] : [])]);
  const joined = t.target === 'MYSQL' ? `CONCAT(${parts.join(', ')})` : parts.join(' || ');
  const sql = changes.reduce((made, [from, to]) => `REPLACE(${made}, '${from}', '${to}')`, joined);
  return t.form(sql, numbers, at);
}

/** Years and months, where an interval has such. */
function monthsOf(value: IntervalValue, at: Expression, t: Translator): Expression[] {
  const months = value.months?.();
  if (months === undefined) return [];
  const years = { MYSQL: '$1 DIV 12', SQLITE: '$1 / 12' }[t.target as keyof Forms];
  return [t.form(years, [months], at), t.form('$1 % 12', [months], at)];
}

/** Hours, minutes and seconds. */
function clockOf(value: IntervalValue, at: Expression, t: Translator): Expression[] {
  const time = restOf(value, at, t);
  const whole = value.days === undefined ? value.length : time;
  const forms = value.isWhole ? [WHOLE.hours, WHOLE.minutes, WHOLE.seconds] : [HOURS, MINUTES, SECONDS];
  return forms.map((form) => t.form(form[t.target as keyof Forms], [time, whole], at));
}

/** An ISO 8601 duration: what drivers make of an interval that comes out. */
export function durationText(node: Expression, t: Translator): Expression {
  const value = intervalOf(node, t) ?? refused(node, t);
  const months = monthsOf(value, node, t);
  const pieces: Pieces = {
    words: [...(months.length > 0 ? ['P#', 'Y#', 'M#'] : ['P#']), 'DT#', 'H#', 'M#', 'S$'],
    numbers: [...months, daysOf(value, node, t), ...clockOf(value, node, t)],
  };
  const letters = months.length > 0 ? 'YMDHS' : 'DHMS';
  return filled(
    pieces,
    [
      ...Array.from(letters, (letter) => [`#0${letter}`, ''] as const),
      ['PT$', 'PT0S'],
      ['T$', ''],
      ['$', ''],
      ['#', ''],
    ],
    node,
    t,
  );
}

/** A number of hours, minutes or seconds with two digits at least. */
const TWO_DIGITS: Forms = {
  MYSQL: "LPAD(ABS($1), GREATEST(2, CHAR_LENGTH(ABS($1))), '0')",
  SQLITE: "printf('%02d', ABS($1))",
};

/** Seconds with what is behind their point, as far as that is anything. */
const FRACTIONAL: Forms = {
  MYSQL: `CONCAT(LPAD(ABS($1) DIV 1, 2, '0'),
    TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM SUBSTRING(CAST(ABS($1) % 1 AS DECIMAL(7, 6)), 2))))`,
  SQLITE: "rtrim(rtrim(printf('%09.6f', ABS($1)), '0'), '.')",
};

/** An interval as PostgreSQL writes it: `1 year 2 mons 3 days 04:05:06`. */
export function intervalText(node: Expression, t: Translator): Expression {
  const value = intervalOf(node, t) ?? refused(node, t);
  const months = monthsOf(value, node, t);
  if (months.length > 0 && !value.isOfOneSign) refused(node, t);
  const days = daysOf(value, node, t);
  const [hours, minutes, seconds] = clockOf(value, node, t) as [Expression, Expression, Expression];
  const padded = (form: Forms, one: Expression): Expression => t.form(form[t.target as keyof Forms], [one], node);
  const sign = value.isOfOneSign
    ? "CASE WHEN $1 < 0 THEN '-' ELSE '' END"
    : "CASE WHEN $1 < 0 THEN '-' WHEN $2 < 0 THEN '+' ELSE '' END";
  const names = [...(months.length > 0 ? ['year', 'mon'] : []), 'day'];
  return filled(
    {
      words: ['#', ...names.map((name) => ` ${name}s #`), '', ':', ':', '$'],
      numbers: [
        ...months,
        days,
        t.form(sign, [restOf(value, node, t), days], node),
        padded(TWO_DIGITS, hours),
        padded(TWO_DIGITS, minutes),
        padded(value.isWhole ? TWO_DIGITS : FRACTIONAL, seconds),
      ],
    },
    [
      ...names.flatMap((name) => [[`#0 ${name}s `, ''] as const, [`#1 ${name}s`, `1 ${name}`] as const]),
      ...['', '-', '+'].map((one) => [` #${one}00:00:00$`, ''] as const),
      ['#', ''],
      ['$', ''],
    ],
    node,
    t,
  );
}
