import type { Expression } from '../../../ast/index.js';
import {
  daysOf,
  intervalOf,
  restOf,
  wholeParts,
  type IntervalValue,
} from '../../expressions/intervals/interval-values.js';
import { number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/** What a part of an interval is made of. */
interface Asked {
  readonly value: IntervalValue;
  readonly at: Expression;
  readonly t: Translator;
}

type Part = (asked: Asked) => Expression;

type Forms = Readonly<Record<'MYSQL' | 'SQLITE', string>>;

const ofMonths =
  (forms: Forms): Part =>
  ({ value, at, t }) =>
    value.months === undefined ? number(0, at.span) : t.form(forms[t.target as keyof Forms], [value.months()], at);

const rest = ({ value, at, t }: Asked): Expression => restOf(value, at, t);

/** So many of the seconds, up to those of the next field. */
const ofTime =
  (each: number, below?: number): Part =>
  (asked) => {
    const { at, t } = asked;
    const made = wholeParts(rest(asked), each, t);
    return below === undefined ? made : t.form('$1 % $2', [made, number(below, at.span)], at);
  };

/** Seconds, with what is behind the point. */
const seconds =
  (scale: number): Part =>
  (asked) => {
    const { value, at, t } = asked;
    const time = rest(asked);
    const made =
      value.isWhole || t.target === 'MYSQL'
        ? t.form('$1 % 60', [time], at)
        : t.form('$1 - CAST($1 / 60 AS INTEGER) * 60', [time], at);
    return scale === 1 ? made : t.form('$1 * $2', [made, number(scale, at.span)], at);
  };

/** A year has 365.25 days here, and a month 30. */
const epoch: Part = ({ value, at, t }) =>
  value.months === undefined
    ? value.length
    : t.form(
        t.target === 'MYSQL'
          ? '$1 DIV 12 * 31557600 + $1 % 12 * 2592000 + $2'
          : '$1 / 12 * 31557600 + $1 % 12 * 2592000 + $2',
        [value.months(), value.length],
        at,
      );

/** https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-EXTRACT */
const PARTS: Readonly<Record<string, Part>> = {
  epoch,
  year: ofMonths({ MYSQL: '$1 DIV 12', SQLITE: '$1 / 12' }),
  month: ofMonths({ MYSQL: '$1 % 12', SQLITE: '$1 % 12' }),
  day: ({ value, at, t }) => daysOf(value, at, t),
  hour: ofTime(3600),
  minute: ofTime(60, 60),
  'whole second': ofTime(1, 60),
  second: seconds(1),
  millisecond: seconds(1000),
  microsecond: seconds(1_000_000),
};

/** EXTRACT(part FROM interval); undefined where the part or the interval can't be told. */
export function partOfInterval(name: string, node: Expression, at: Expression, t: Translator): Expression | undefined {
  const part = PARTS[name];
  const value = part === undefined ? undefined : intervalOf(node, t);
  return part === undefined || value === undefined ? undefined : part({ value, at, t });
}
