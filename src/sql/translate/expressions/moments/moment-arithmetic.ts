import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { BinaryExpression, ColumnReference, Expression, Name } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { passedArguments } from '../../../functions/index.js';
import { isNameOfDate, isNameOfDay, isNameOfTime, mayBeNameOfMoment } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import { isNumber, numberOf } from '../coercion.js';
import { shiftsOfValue } from '../intervals/interval-values.js';
import { negative, ofText, readInterval, type Shift } from '../intervals/intervals.js';
import { likelyFamily } from '../likely-family.js';
import { shifted } from './moment-shifts.js';
import { partOf } from '../../functions/moments/parts.js';
import { shiftedOpenClock } from './open-clock-shifts.js';
import { asWritten, isLikelyMoment, shiftedFrom } from './open-moments.js';
import { asKind, isMoment, momentOf, type Moment, type MomentKind } from './moments.js';
import { boundedTime } from './times-past-the-day.js';

/** A sum or difference that has to do with dates; undefined where it has not. */
export function momentSum(node: BinaryExpression, t: Translator): Expression | undefined {
  const operands = [node.left, node.right];
  const isTemporal = operands.some(
    (one) => isMoment(one, t) || one.kind === 'interval' || t.typeName(one) === 'INTERVAL' || isOpenMoment(one, t),
  );
  if (!isTemporal) noteNamedMoments(node, t);
  if (!isTemporal || t.source === 'SQLITE') return undefined;
  const moved = sumOfMoment(node, t);
  if (moved !== undefined) return moved.made;
  const digits = sumOfDigits(node, t);
  if (digits !== undefined) return digits;
  const isOfDates = t.typeName(node) === 'INTEGER' || isLikelyBetweenDates(node, t);
  return isOfDates
    ? daysBetween(node, t)
    : t.refuse(
        node,
        'What this sum or difference of dates gives has no counterpart in the target.',
        'Take a part of it: EXTRACT(EPOCH FROM …), EXTRACT(DAY FROM …), or subtract dates.',
      );
}

/** `closed - opened` is an interval between moments, and a number between numbers; `due + 1` the day after, or a number. */
function noteNamedMoments({ operator, left, right }: BinaryExpression, t: Translator): void {
  if ((operator !== 'subtract' && operator !== 'add') || t.source !== 'POSTGRESQL') return;
  const mayBe = (value: Expression, one = passedColumn(value, t)): boolean =>
    one.kind === 'column' && t.typeName(one) === undefined && mayBeNameOfMoment(nameOf(one));
  // in queries, numbers have such names as often
  const isMoved = t.isChange && (right.kind === 'number' || right.kind === 'parameter');
  if (mayBe(left) && (isMoved || (operator === 'subtract' && mayBe(right))))
    t.notice('UNKNOWN_TYPE', left, `Whether \`${t.textOf(left)}\` is a date, a moment or a number is not known here.`);
}

/** MySQL reckons with the digits of dates. */
const isOpenMoment = (node: Expression, t: Translator): boolean =>
  t.source === 'POSTGRESQL' && isLikelyMoment(passedColumn(node, t), t);

/** The column that a function gives a value of as it is, as `max(paid_on)` does; the value itself where it is no such call. */
function passedColumn(node: Expression, t: Translator): Expression {
  if (node.kind !== 'call' || t.typeName(node) !== undefined) return node;
  const [first] = passedArguments(functionOfCall(node, t.from)?.meaning, node.arguments) ?? [];
  return first?.kind === 'column' ? first : node;
}

const nameOf = ({ parts }: ColumnReference): string => (parts[parts.length - 1] as Name).value;

/** Whether it is the number of days between two dates, of which it says so where the type of one is not known. */
function isLikelyBetweenDates(node: BinaryExpression, t: Translator): boolean {
  const unsure = unsureDates(node, t);
  if (!t.isCompared)
    for (const one of unsure ?? [])
      t.notice('UNKNOWN_TYPE', one, `Whether \`${t.textOf(one)}\` is a date, without a time, is not known here.`);
  return unsure !== undefined;
}

/** Whether a value certainly is the number of days between two dates, by what these are called. */
export const isBetweenDates = (node: Expression, t: Translator): boolean =>
  node.kind === 'binary' && unsureDates(node, t)?.length === 0;

/**
 * date - date of PostgreSQL, where the type of one is not known: it is the number of days between, unless one is a moment, so that
 * it would be an interval. Those that may be one; undefined where it is no such difference.
 */
function unsureDates({ operator, ...sides }: BinaryExpression, t: Translator): readonly Expression[] | undefined {
  if (operator !== 'subtract' || t.source !== 'POSTGRESQL') return undefined;
  const left = passedColumn(sides.left, t);
  const right = passedColumn(sides.right, t);
  const open = [left, right].filter((one) => t.typeName(one) !== 'DATE');
  if (open.length === 0 || !open.every((one) => one.kind === 'column' && t.typeName(one) === undefined))
    return undefined;
  const isOfDay = (one: Expression): boolean => one.kind === 'column' && isNameOfDay(nameOf(one));
  if (open.length === 2 && !open.some(isOfDay)) return undefined;
  // an interval is compared with no number; and whoever makes a date of the one has the other as a date
  const isMadeDate = [left, right].some(
    (one) => one.kind === 'cast' || (one.kind === 'column' && isNameOfDate(nameOf(one))),
  );
  const isSure = (one: Expression): boolean =>
    one.kind === 'column' && (isNameOfDate(nameOf(one)) || (isMadeDate && !isNameOfTime(nameOf(one))));
  return open.filter((one) => !isSure(one));
}

/** A date as the number that its digits make in MySQL. */
const DIGITS: Readonly<Record<MomentKind, Readonly<Partial<Record<DialectName, string>>>>> = {
  DATE: { POSTGRESQL: "CAST(to_char($1, 'YYYYMMDD') AS bigint)", SQLITE: "CAST(strftime('%Y%m%d', $1) AS INTEGER)" },
  TIME: { POSTGRESQL: "CAST(to_char($1, 'HH24MISS') AS bigint)", SQLITE: "CAST(strftime('%H%M%S', $1) AS INTEGER)" },
  TIMESTAMP: {
    POSTGRESQL: "CAST(to_char($1, 'YYYYMMDDHH24MISS') AS bigint)",
    SQLITE: "CAST(strftime('%Y%m%d%H%M%S', $1) AS INTEGER)",
  },
};

/** The digits of a time that may pass the day, [-]HHMMSS, out of its seconds. */
const DIGITS_OF_SECONDS: Readonly<Partial<Record<DialectName, string>>> = {
  POSTGRESQL:
    'CASE WHEN $1 < 0 THEN -1 ELSE 1 END * (CAST(trunc(ABS($1) / 3600) AS bigint) * 10000 + CAST(trunc(ABS($1) / 60) AS bigint) % 60 * 100 + CAST(trunc(ABS($1)) AS bigint) % 60)',
  SQLITE:
    'CASE WHEN $1 < 0 THEN -1 ELSE 1 END * (CAST(ABS($1) AS INTEGER) / 3600 * 10000 + CAST(ABS($1) AS INTEGER) / 60 % 60 * 100 + CAST(ABS($1) AS INTEGER) % 60)',
};

/** date + 0, date - date: MySQL reckons with the digits of a date beside another number. */
function sumOfDigits(node: BinaryExpression, t: Translator): Expression | undefined {
  if (t.source !== 'MYSQL') return undefined;
  const operands = [node.left, node.right];
  if (!operands.every((one) => isMoment(one, t) || isNumber(one, t))) return undefined;
  const [left, right] = operands.map((one) => numberOf(one, t));
  return left && right && { ...node, left, right };
}

/** A date or a time as that number. */
export function digitsOf(node: Expression, t: Translator): Expression | undefined {
  const moment = momentOf(node, t);
  const ofSeconds = moment.seconds === undefined ? undefined : DIGITS_OF_SECONDS[t.target];
  if (ofSeconds !== undefined && moment.seconds !== undefined)
    return t.form(ofSeconds, [boundedTime(moment.seconds, node, t)], node);
  const form = DIGITS[moment.kind][t.target];
  return form === undefined ? undefined : t.form(form, [moment.made], node);
}

/** A moment and an interval, or a date and a number of days in PostgreSQL. */
export function sumOfMoment(node: BinaryExpression, t: Translator): Moment | undefined {
  const { operator, left, right } = node;
  if ((operator !== 'add' && operator !== 'subtract') || t.source === 'SQLITE') return undefined;
  const isTurned = operator === 'add' && isShift(left, t) && !isInterval(right, t);
  const [date, other] = isTurned ? [right, left] : [left, right];
  const shifts = shiftsOf(date, other, t);
  if (shifts === undefined) return undefined;
  const ofClock = shiftedOpenClock(date, operator === 'add' ? shifts : shifts.map(negative), node, t);
  if (ofClock !== undefined) return ofClock;
  const start =
    isLikelyMoment(date, t) && isNumber(other, t) ? momentOf(date, t, 'DATE') : shiftedFrom(date, shifts, t);
  const moved = operator === 'add' ? shifts : shifts.map(negative);
  const becomes = t.typeName(node) === 'TIMESTAMP' && t.source === 'POSTGRESQL' ? 'TIMESTAMP' : start.kind;
  return t.target === 'POSTGRESQL'
    ? shifted(start, moved, node, t)
    : asWritten(shifted(asKind(start, becomes, node, t), moved, node, t), date, moved, t);
}

/** A column of numbers by its name, where nobody tells its type. */
const isLikelyNumber = (node: Expression, t: Translator): boolean =>
  node.kind === 'column' && t.typeName(node) === undefined && likelyFamily(node, t) === 'number';

const isInterval = (node: Expression, t: Translator): boolean =>
  node.kind === 'interval' || t.typeName(node) === 'INTERVAL';

const isShift = (node: Expression, t: Translator): boolean =>
  isInterval(node, t) || (t.source === 'POSTGRESQL' && (isNumber(node, t) || t.typeName(node) === 'TIME'));

function shiftsOf(date: Expression, other: Expression, t: Translator): Shift[] | undefined {
  const read = readInterval(other, t);
  if (read !== undefined) return read;
  if (t.source !== 'POSTGRESQL') return undefined;
  const ofValue = shiftsOfValue(other, t);
  if (ofValue !== undefined) return ofValue;
  if (other.kind === 'string' && isMoment(date, t)) return ofText(other.value);
  if ((t.typeName(other) === 'TIME' && t.typeName(date) !== 'TIME') || isClockOfDay(date, other, t))
    return timeAsShifts(other, t);
  // a number is added to dates alone
  const isCount = isNumber(other, t) || isLikelyNumber(other, t);
  if ((t.typeName(date) !== 'DATE' && !isLikelyMoment(date, t)) || !isCount) return undefined;
  return [{ unit: 'DAY', amount: other.kind === 'number' ? Number(other.text) : numberOf(other, t) }];
}

/** `worked_on + started`: what is added to a day and goes by a name of moments is a time of that day. */
const isClockOfDay = (date: Expression, other: Expression, t: Translator): boolean =>
  date.kind === 'column' &&
  isNameOfDay(nameOf(date)) &&
  other.kind === 'column' &&
  (t.typeName(other) ?? 'TEXT') === 'TEXT' &&
  (/time$/i.test(nameOf(other)) || mayBeNameOfMoment(nameOf(other)));

/** A time of day that is added to a date, or taken from a moment. */
function timeAsShifts(time: Expression, t: Translator): Shift[] | undefined {
  const written = time.kind === 'typed-literal' ? time.value : time.kind === 'cast' ? time.operand : undefined;
  if (written?.kind === 'string') return ofText(written.value);
  const seconds = partOf('second of day', momentOf(time, t, 'TIME'), time, t);
  return seconds && [{ unit: 'SECOND', amount: seconds }];
}

/** date - date */
function daysBetween(node: BinaryExpression, t: Translator): Expression {
  const values = [node.left, node.right].map((one) => asKind(momentOf(one, t, 'DATE'), 'DATE', one, t).made);
  return t.form(DAYS_BETWEEN[t.target], values, node);
}

/** Whole days from the second date to the first. */
export const DAYS_BETWEEN: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1 - $2',
  MYSQL: 'DATEDIFF($1, $2)',
  SQLITE: 'CAST(julianday($1) - julianday($2) AS INTEGER)',
};
