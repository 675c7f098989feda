import type { Expression, FunctionCall, Name } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { negative, readInterval, ofText, SECONDS, UNITS, type Shift } from '../../expressions/intervals/intervals.js';
import { DAYS_BETWEEN } from '../../expressions/moments/moment-arithmetic.js';
import { shifted } from '../../expressions/moments/moment-shifts.js';
import { isOfEither, shiftedOpenClock } from '../../expressions/moments/open-clock-shifts.js';
import { asWritten, shiftedFrom } from '../../expressions/moments/open-moments.js';
import { secondsOfTime } from '../../expressions/moments/passed-seconds.js';
import { asKind, momentOf, type Moment, type MomentKind } from '../../expressions/moments/moments.js';
import { numberOf } from '../../expressions/coercion.js';
import type { Translator } from '../../translator.js';
import { everywhere, type Compose, type FormTable } from '../form.js';
import type { MomentCompose, MomentTable } from './by-meaning.js';

/** DATE_ADD(x, INTERVAL n UNIT), and ADDDATE(x, n) by days. */
const moved =
  (change: (shift: Shift) => Shift): MomentCompose =>
  ({ node, t }) => {
    const [date, amount] = node.arguments as [Expression, Expression];
    const shifts = readInterval(amount, t) ?? days(amount, t);
    const changed = shifts.map(change);
    return (
      shiftedOpenClock(date, changed, node, t) ??
      asWritten(shifted(shiftedFrom(date, shifts, t), changed, node, t), date, shifts, t)
    );
  };

const days = (amount: Expression, t: Translator): Shift[] => [
  { unit: 'DAY', amount: amount.kind === 'number' ? Math.round(Number(amount.text)) : numberOf(amount, t) },
];

const same = (shift: Shift): Shift => shift;

/** TIMESTAMPADD(UNIT, n, x) */
const timestampAdd: MomentCompose = ({ node, t }) => {
  const [unit, value, date] = node.arguments as [Expression, Expression, Expression];
  const named = unitOf(unit);
  if (named === undefined) return undefined;
  const shifts = readInterval({ kind: 'interval', value, unit: named, span: node.span }, t);
  return shifts && asWritten(shifted(momentOf(date, t), shifts, node, t), date, shifts, t);
};

/** The unit that a keyword or a name is, without what ODBC writes before it. */
function unitOf(node: Expression): (typeof UNITS)[number] | undefined {
  const word = node.kind === 'keyword' ? node.word : node.kind === 'column' ? node.parts[0]?.value : undefined;
  const plain = word
    ?.toUpperCase()
    .replace(/^SQL_TSI_/, '')
    .replace(/^FRAC_SECOND$/, 'MICROSECOND');
  return UNITS.find((one) => one === plain);
}

/** ADDTIME(x, '01:30:00') */
const timeAdded =
  (change: (shift: Shift) => Shift): MomentCompose =>
  ({ node, t }) => {
    const [date, time] = node.arguments as [Expression, Expression];
    const shifts = time.kind === 'string' ? shiftsOfClock(time.value) : shiftsOfTime(time, t);
    const changed = shifts?.map(change);
    if (changed === undefined) return undefined;
    return shiftedOpenClock(date, changed, node, t) ?? shifted(timeOrMoment(date, t), changed, node, t);
  };

/** `1 02:03:04`: days before a time, which are so many hours, and a sign of the whole. */
function shiftsOfClock(written: string): Shift[] | undefined {
  const [, sign = '', days, clock = ''] = /^\s*(-?)(?:(\d+) )?(\d+:.*)$/.exec(written) ?? [];
  const hours = days === undefined ? [] : [{ unit: 'HOUR' as const, amount: Number(days) * 24 }];
  const shifts = days === undefined && sign === '' ? ofText(written) : ofText(clock);
  const all = shifts && [...hours, ...shifts];
  return sign === '-' ? all?.map(negative) : all;
}

/** A time of a day that a column or a function has. */
const shiftsOfTime = (time: Expression, t: Translator): Shift[] | undefined =>
  t.typeName(time) === 'TIME' ? [{ unit: 'SECOND', amount: secondsOfTime(time, t) }] : undefined;

/** What a time is added to: a column may be a moment or a time of a day. */
function timeOrMoment(node: Expression, t: Translator): Moment {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return momentOf(node, t);
  if (/_at$/i.test((node.parts[node.parts.length - 1] as Name).value)) return momentOf(node, t);
  t.notice('UNKNOWN_TYPE', node, `Whether \`${t.textOf(node)}\` is a moment or a time of a day is not known here.`);
  return t.target === 'POSTGRESQL' ? { made: t.value(node), kind: 'TIMESTAMP' } : momentOf(node, t);
}

export const arithmeticMoments: MomentTable = {
  date_plus: moved(same),
  date_minus: moved(negative),
  timestampadd: timestampAdd,
  addtime: timeAdded(same),
  subtime: timeAdded(negative),
  add_months: ({ node, t }) => {
    const [date, value] = node.arguments as [Expression, Expression];
    const shifts = readInterval({ kind: 'interval', value, unit: 'MONTH', span: node.span }, t);
    return shifts && shifted(momentOf(date, t), shifts, node, t);
  },
};

type Forms = Readonly<Record<DialectName, string>>;

/** Whole seconds, with what is behind the point where the target has it, from the first moment to the second. */
const SECONDS_BETWEEN: Forms = {
  POSTGRESQL: 'EXTRACT(EPOCH FROM $2 - $1)',
  MYSQL: 'TIMESTAMPDIFF(MICROSECOND, $1, $2) * 0.000001',
  SQLITE: "(strftime('%s', $2) - strftime('%s', $1))",
};
const WHOLE_SECONDS_BETWEEN: Forms = { ...SECONDS_BETWEEN, MYSQL: 'TIMESTAMPDIFF(SECOND, $1, $2)' };

/** Whole months from the first moment to the second, towards zero. */
const MONTHS_BETWEEN: Forms = {
  POSTGRESQL: 'CAST(EXTRACT(YEAR FROM age($2, $1)) * 12 + EXTRACT(MONTH FROM age($2, $1)) AS int)',
  MYSQL: 'TIMESTAMPDIFF(MONTH, $1, $2)',
  SQLITE: `((strftime('%Y', $2) - strftime('%Y', $1)) * 12 + strftime('%m', $2) - strftime('%m', $1)
    - CASE WHEN $2 >= $1 THEN strftime('%d %H:%M:%S', $2) < strftime('%d %H:%M:%S', $1)
      ELSE -(strftime('%d %H:%M:%S', $2) > strftime('%d %H:%M:%S', $1)) END)`,
};

/** Two moments of the same kind, so that they can be subtracted. */
function bothMoments(
  nodes: readonly Expression[],
  at: Expression,
  t: Translator,
  kind: MomentKind = 'TIMESTAMP',
): Expression[] {
  // PostgreSQL subtracts times of a day as it does moments
  if (t.target === 'POSTGRESQL' && kind === 'TIMESTAMP' && nodes.every((node) => isOfEither(node, t)))
    return nodes.map((node) => t.value(node));
  return nodes.map(
    (node): Expression => asKind(momentOf(node, t, kind === 'TIME' ? kind : undefined), kind, at, t).made,
  );
}

/** Seconds between two moments of the source. */
export function secondsBetween(
  from: Expression,
  to: Expression,
  at: Expression,
  t: Translator,
  whole = false,
  kind: MomentKind = 'TIMESTAMP',
): Expression {
  return t.form((whole ? WHOLE_SECONDS_BETWEEN : SECONDS_BETWEEN)[t.target], bothMoments([from, to], at, t, kind), at);
}

export function monthsBetween(from: Expression, to: Expression, at: Expression, t: Translator): Expression {
  const moments = [from, to].map((node) => momentOf(node, t));
  const kind: MomentKind = moments.every((one: Moment) => one.kind === 'DATE') ? 'DATE' : 'TIMESTAMP';
  return t.form(
    MONTHS_BETWEEN[t.target],
    moments.map((one) => asKind(one, kind, at, t).made),
    at,
  );
}

/** What months are divided by, to be whole units. */
const UNIT_OF_MONTHS: Readonly<Record<string, number>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };

const QUOTIENT: Forms = { POSTGRESQL: '$1 / $2', MYSQL: '$1 DIV $2', SQLITE: '$1 / $2' };
const SECONDS_QUOTIENT: Forms = { ...QUOTIENT, POSTGRESQL: 'CAST(trunc($1 / $2) AS bigint)' };

/** TIMESTAMPDIFF(UNIT, from, to): whole units, towards zero. */
const timestampDiff: Compose = ({ node, t }) => {
  const [word, from, to] = node.arguments as [Expression, Expression, Expression];
  const unit = unitOf(word);
  if (unit === undefined) return undefined;
  const months = UNIT_OF_MONTHS[unit];
  if (months !== undefined) return divided(QUOTIENT, monthsBetween(from, to, node, t), months, node, t);
  const seconds = SECONDS[unit];
  if (seconds === undefined) return t.form(MICROSECONDS[t.target], [secondsBetween(from, to, node, t)], node);
  const between = secondsBetween(from, to, node, t, true);
  return divided(SECONDS_QUOTIENT, between, seconds, node, t, t.target === 'POSTGRESQL');
};

const MICROSECONDS: Forms = { POSTGRESQL: 'CAST($1 * 1000000 AS bigint)', MYSQL: '$1', SQLITE: '$1 * 1000000' };

function divided(
  form: Forms,
  value: Expression,
  by: number,
  at: FunctionCall,
  t: Translator,
  always = false,
): Expression {
  if (by === 1 && !always) return value;
  return t.form(form[t.target], [value, { kind: 'number', text: String(by), span: at.span }], at);
}

/** DATEDIFF(to, from) by the dates alone. */
const dateDifference: Compose = ({ node, t }) => {
  const [to, from] = node.arguments as [Expression, Expression];
  return t.form(DAYS_BETWEEN[t.target], bothMoments([to, from], node, t, 'DATE'), node);
};

/** Numbers between moments. */
export const differenceForms: FormTable = {
  timestampdiff: everywhere(timestampDiff),
  datediff: everywhere(dateDifference),
};
