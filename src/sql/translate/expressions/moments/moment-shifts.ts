import type { Expression, Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { isLikelyWhole } from '../likely-family.js';
import { WHOLE_TYPES } from '../numbers/number-types.js';
import { binary, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { movesClock, type Shift, type Unit } from '../intervals/intervals.js';
import { pastTheDay, TIMES_PASS_DAYS } from './times-past-the-day.js';
import { asKind, modified, type Moment } from './moments.js';

/** What becomes of the 31st where a month has none: the last day of it, or as many days into the next. */
export type MonthEnd = 'CLAMP' | 'OVERFLOW';

/** Years and months are added at once: a month’s end counts but where they lead. */
function monthsTogether(shifts: readonly Shift[]): readonly Shift[] {
  const months = shifts.filter(isOfMonths);
  if (months.length < 2 || months.some(({ amount }) => typeof amount !== 'number')) return shifts;
  const total = months.reduce((sum, { unit, amount }) => sum + (MONTHS[unit] as number) * (amount as number), 0);
  return [{ unit: 'MONTH', amount: total }, ...shifts.filter((one) => !isOfMonths(one))];
}

interface Move {
  readonly at: Node;
  readonly t: Translator;
  readonly monthEnd: MonthEnd;
}

/** A moment that is moved by an interval. A date stays one unless the interval has hours or less. */
export function shifted(
  moment: Moment,
  shifts: readonly Shift[],
  at: Node,
  t: Translator,
  monthEnd: MonthEnd = 'CLAMP',
): Moment {
  if (moment.kind === 'TIME' && TIMES_PASS_DAYS[t.source] && !shifts.some(isOfMonths))
    return pastTheDay(moment, shifts, at, t) ?? MOVES[t.target](moment, shifts, { at, t, monthEnd });
  if (moment.kind === 'TIME' && TIMES_PASS_DAYS[t.target]) return withinTheDay(moment, shifts, { at, t, monthEnd });
  const start = moment.kind === 'DATE' && shifts.some(movesClock) ? asKind(moment, 'TIMESTAMP', at, t) : moment;
  return MOVES[t.target](start, monthsTogether(shifts), { at, t, monthEnd });
}

/** A time that begins anew at midnight, where those of the target go on. */
function withinTheDay(moment: Moment, shifts: readonly Shift[], move: Move): Moment {
  const { at, t } = move;
  const onSomeDay: Moment = { kind: 'TIMESTAMP', made: t.form("TIMESTAMP('2000-01-01', $1)", [moment.made], at) };
  const { made } = MOVES[t.target](onSomeDay, monthsTogether(shifts), move);
  return { kind: 'TIME', made: t.form('TIME($1)', [made], at) };
}

const MOVES: Readonly<Record<DialectName, (moment: Moment, shifts: readonly Shift[], move: Move) => Moment>> = {
  POSTGRESQL: onPostgresql,
  MYSQL: onMysql,
  SQLITE: onSqlite,
};

const MONTHS: Readonly<Partial<Record<Unit, number>>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };
const isOfMonths = ({ unit }: Shift): boolean => MONTHS[unit] !== undefined;

/** What is known of a moment after it was moved. */
function known(moment: Moment, shifts: readonly Shift[]): Pick<Moment, 'kind' | 'firstDay' | 'midnight'> {
  return {
    kind: moment.kind,
    midnight: moment.midnight === true && !shifts.some(movesClock),
    firstDay: moment.firstDay === true && shifts.every(isOfMonths),
  };
}

/** Months that run over, of a moment in the month's first day: the other days are added again. */
const FIRST_AND_REST: Readonly<Record<DialectName, readonly [first: string, again: string]>> = {
  POSTGRESQL: ["date_trunc('month', $1)", "$1 + ($2 - date_trunc('month', $2))"],
  MYSQL: ['$1 - INTERVAL DAYOFMONTH($1) - 1 DAY', '$1 + INTERVAL DAYOFMONTH($2) - 1 DAY'],
  SQLITE: ['$1', '$1'],
};

/** Moves the first day of the month, and adds the days that were taken away. */
function overflowing(moment: Moment, shifts: readonly Shift[], { at, t }: Move): Moment | undefined {
  const months = shifts.filter(isOfMonths);
  if (months.length === 0 || moment.firstDay === true) return undefined;
  const [first, again] = FIRST_AND_REST[t.target];
  const start = { ...asKind(moment, 'TIMESTAMP', at, t), firstDay: true };
  const begin = { ...start, made: t.form(first, [start.made], at) };
  const moved = shifted(begin, months, at, t);
  const made = t.form(again, [moved.made, start.made], at);
  const rest = shifts.filter((one) => !isOfMonths(one));
  const whole = { made, ...known(moment, []), kind: 'TIMESTAMP' as const, firstDay: false };
  const last = rest.length === 0 ? whole : shifted(whole, rest, at, t);
  return moment.kind === 'DATE' ? asKind(last, 'DATE', at, t) : last;
}

const WORD: Readonly<Record<Unit, string>> = {
  YEAR: 'year',
  QUARTER: 'quarter',
  MONTH: 'month',
  WEEK: 'week',
  DAY: 'day',
  HOUR: 'hour',
  MINUTE: 'minute',
  SECOND: 'second',
  MICROSECOND: 'microsecond',
};

const counted = (amount: number, unit: Unit): string => `${amount} ${WORD[unit]}${Math.abs(amount) === 1 ? '' : 's'}`;

/** A quarter is three months where there is no such unit. */
function inMonths({ unit, amount }: Shift): Shift {
  if (unit !== 'QUARTER') return { unit, amount };
  return {
    unit: 'MONTH',
    amount: typeof amount === 'number' ? amount * 3 : binary('multiply', amount, number(3, amount.span)),
  };
}

function onPostgresql(moment: Moment, given: readonly Shift[], move: Move): Moment {
  const over = move.monthEnd === 'OVERFLOW' ? overflowing(moment, given, move) : undefined;
  if (over !== undefined) return over;
  const { at, t } = move;
  const shifts = given.map(inMonths);
  const rest = known(moment, shifts);
  const onDays = moment.kind === 'DATE' && shifts.every(({ unit }) => unit === 'DAY' || unit === 'WEEK');
  const made = shifts.reduce(
    (value, shift) => (onDays ? plusDays(value, shift, t) : plusInterval(value, shift, t)),
    moment.made,
  );
  if (onDays || moment.kind !== 'DATE') return { made, ...rest };
  return { made: t.form('CAST($1 AS date)', [made], at), ...rest };
}

function plusDays(value: Expression, { unit, amount }: Shift, t: Translator): Expression {
  const factor = unit === 'WEEK' ? 7 : 1;
  if (typeof amount !== 'number')
    return t.form(factor === 1 ? '$1 + CAST($2 AS int)' : '$1 + CAST($2 AS int) * 7', [value, amount], value);
  return binary(amount < 0 ? 'subtract' : 'add', value, number(Math.abs(amount) * factor, value.span));
}

function plusInterval(value: Expression, { unit, amount }: Shift, t: Translator): Expression {
  if (typeof amount !== 'number') return t.form(`$1 + $2 * INTERVAL '1 ${WORD[unit]}'`, [value, amount], value);
  const sign = amount < 0 ? '-' : '+';
  return t.form(`$1 ${sign} INTERVAL '${counted(Math.abs(amount), unit)}'`, [value], value);
}

function onMysql(moment: Moment, shifts: readonly Shift[], move: Move): Moment {
  const over = move.monthEnd === 'OVERFLOW' ? overflowing(moment, shifts, move) : undefined;
  if (over !== undefined) return over;
  const { t } = move;
  const made = shifts
    .map((shift) => inSeconds(shift, t))
    .reduce((value, { unit, amount }) => {
      if (typeof amount !== 'number') return t.form(`$1 + INTERVAL $2 ${unit}`, [value, amount], value);
      return t.form(`$1 ${amount < 0 ? '-' : '+'} INTERVAL ${Math.abs(amount)} ${unit}`, [value], value);
    }, moment.made);
  return { made, ...known(moment, shifts) };
}

const SECONDS: Readonly<Partial<Record<Unit, number>>> = { WEEK: 604_800, DAY: 86_400, HOUR: 3600, MINUTE: 60 };

/** MySQL rounds what is no whole number of any unit but seconds: an hour and a half is so many of these. */
function inSeconds(shift: Shift, t: Translator): Shift {
  const { unit, amount } = shift;
  const length = SECONDS[unit];
  if (length === undefined) return shift;
  if (typeof amount === 'number')
    return Number.isInteger(amount) ? shift : { unit: 'SECOND', amount: Number((amount * length).toFixed(6)) };
  const hasClock = unit === 'HOUR' || unit === 'MINUTE';
  return t.source === 'SQLITE' && hasClock && !isWhole(amount, t)
    ? { unit: 'SECOND', amount: t.form(`ROUND($1 * ${length})`, [amount], amount) }
    : shift;
}

/** A column of whole numbers, or what may be taken for one. */
const isWhole = (amount: Expression, t: Translator): boolean => {
  const plain = amount.kind === 'unary' ? amount.operand : amount;
  return plain.kind === 'number' || WHOLE_TYPES.has(t.typeName(plain)) || isLikelyWhole(plain, t);
};

function onSqlite(moment: Moment, shifts: readonly Shift[], move: Move): Moment {
  const moved = movedOnSqlite(moment, shifts, move);
  return hasFraction(moment, shifts) ? withFraction(moved, moment, move) : moved;
}

/** Whether parts of a second may stand in it, which whole units leave as they are. */
const hasFraction = ({ made, kind, midnight }: Moment, shifts: readonly Shift[]): boolean =>
  made.kind === 'column' &&
  kind === 'TIMESTAMP' &&
  midnight !== true &&
  shifts.every(({ unit, amount }) => unit !== 'MICROSECOND' && (unit !== 'SECOND' || Number.isInteger(amount)));

/** SQLite's own functions drop what stands behind the seconds: https://sqlite.org/lang_datefunc.html */
const withFraction = (moved: Moment, { made }: Moment, { at, t }: Move): Moment => ({
  ...moved,
  made: t.form('$1 || substr($2, 20)', [moved.made, made], at),
});

function movedOnSqlite(moment: Moment, shifts: readonly Shift[], move: Move): Moment {
  const months = shifts.filter(isOfMonths);
  const rest = shifts.filter((one) => !isOfMonths(one));
  const moved = months.reduce((value, shift) => monthsOnSqlite(value, shift, move), moment);
  if (rest.length === 0) return moved;
  const modifiers = rest.map((shift) => modifierOf(shift, move.at));
  return { ...modified(moved, modifiers, move.at, move.t), ...known(moved, rest) };
}

/** '+3 days'; of an expression its number with the word behind. */
function modifierOf({ unit, amount }: Shift, at: Node): Expression {
  const [named, factor] = NAMED_BY[unit] ?? [unit, 1];
  if (typeof amount === 'number') {
    const total = Number((amount * factor).toFixed(6));
    return text(`${total < 0 ? '' : '+'}${counted(total, named)}`, at.span);
  }
  const total = factor === 1 ? amount : binary('multiply', amount, number(factor, at.span));
  return binary('concatenate', total, text(` ${WORD[named]}s`, at.span));
}

/** Units that SQLite has no word for. */
const NAMED_BY: Readonly<Partial<Record<Unit, readonly [Unit, number]>>> = {
  QUARTER: ['MONTH', 3],
  WEEK: ['DAY', 7],
  MICROSECOND: ['SECOND', 0.000001],
};

/** A date by months is the earlier of the day that runs over and the last of the month that was meant. */
function monthsOnSqlite(moment: Moment, { unit, amount }: Shift, { at, t, monthEnd }: Move): Moment {
  const plain = {
    ...modified(moment, [modifierOf({ unit, amount }, at)], at, t),
    ...known(moment, [{ unit, amount }]),
  };
  if (monthEnd === 'OVERFLOW' || plain.firstDay === true || isEarly(moment)) return plain;
  const factor = MONTHS[unit] as number;
  const next: number | Expression =
    typeof amount === 'number'
      ? amount * factor + 1
      : t.form(factor === 1 ? '$1 + 1' : `$1 * ${factor} + 1`, [amount], at);
  const asDate = asKind(moment, 'DATE', at, t);
  const end = modified(
    asDate,
    [text('start of month', at.span), modifierOf({ unit: 'MONTH', amount: next }, at), text('-1 day', at.span)],
    at,
    t,
  );
  const form =
    moment.kind === 'DATE'
      ? 'min($1, $2)'
      : moment.midnight === true
        ? "min($1, $2 || ' 00:00:00')"
        : "min($1, $2 || strftime(' %H:%M:%S', $3))";
  return { ...plain, made: t.form(form, [plain.made, end.made, moment.made], at) };
}

/** A literal before the 29th never runs over. */
const isEarly = ({ made }: Moment): boolean => made.kind === 'string' && Number(made.value.slice(8, 10)) <= 28;
