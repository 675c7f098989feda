import type { Expression } from '../../../ast/index.js';
import { binary, number } from '../../made-nodes.js';
import type { IntervalValue } from './interval-values.js';
import type { Shift, Unit } from './intervals.js';

/** What of an interval the units count, and how much of it. */
const COUNTED = {
  months: { YEAR: 12, QUARTER: 3, MONTH: 1 },
  days: { WEEK: 7, DAY: 1 },
  seconds: { HOUR: 3600, MINUTE: 60, SECOND: 1, MICROSECOND: 0.000001 },
} as const satisfies Record<string, Partial<Record<Unit, number>>>;

type Field = keyof typeof COUNTED;

/** An amount: a number that is known, and what is computed. */
interface Amount {
  readonly known: number;
  readonly computed: readonly Expression[];
}

function amountOf(field: Field, shifts: readonly Shift[]): Amount {
  const each: Partial<Record<Unit, number>> = COUNTED[field];
  let known = 0;
  const computed: Expression[] = [];
  for (const { unit, amount } of shifts) {
    const factor = each[unit];
    if (factor === undefined) continue;
    if (typeof amount === 'number') known += amount * factor;
    else computed.push(times(amount, factor));
  }
  return { known: Math.round(known * 1e6) / 1e6, computed };
}

const times = (value: Expression, factor: number): Expression =>
  factor === 1 ? value : binary('multiply', value, number(factor, value.span));

function sum({ known, computed }: Amount, at: Expression): Expression {
  const [first, ...others] = computed;
  if (first === undefined) return number(known, at.span);
  const start = known === 0 ? first : binary('add', first, number(known, at.span));
  return others.reduce((left, right) => binary('add', left, right), start);
}

const isNothing = ({ known, computed }: Amount): boolean => known === 0 && computed.length === 0;

/** The interval that units and their amounts are. */
export function writtenInterval(shifts: readonly Shift[], at: Expression): IntervalValue {
  const [months, days, seconds] = (['months', 'days', 'seconds'] as const).map((field) => amountOf(field, shifts)) as [
    Amount,
    Amount,
    Amount,
  ];
  const length: Amount = {
    known: days.known * 86400 + seconds.known,
    computed: [...days.computed.map((one) => times(one, 86400)), ...seconds.computed],
  };
  const isKnown = length.computed.length === 0;
  const isPlain = isKnown
    ? Math.trunc(length.known / 86400) === days.known
    : days.computed.length > 0 && isNothing(seconds);
  return {
    length: sum(length, at),
    isWhole: isKnown && Number.isInteger(length.known),
    isOfOneSign: isKnown && months.computed.length === 0 && areOfOneSign([months.known, days.known, seconds.known]),
    ...(!isNothing(months) && { months: () => sum(months, at) }),
    ...((!isPlain || !isNothing(months)) && { days: () => sum(days, at), rest: () => sum(seconds, at) }),
  };
}

const areOfOneSign = (amounts: readonly number[]): boolean =>
  amounts.every((one) => one >= 0) || amounts.every((one) => one <= 0);
