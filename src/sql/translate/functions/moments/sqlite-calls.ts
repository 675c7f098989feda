import { functionOfCall } from '../../../analysis/function-of-call.js';
import { asked, type BinaryOperator, type Expression, type FunctionCall } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { isNumber, isText, numberOf } from '../../expressions/coercion.js';
import { ofText, type Shift } from '../../expressions/intervals/intervals.js';
import { momentOfNumber } from '../../expressions/moments/moment-numbers.js';
import { shifted } from '../../expressions/moments/moment-shifts.js';
import { isWholePart } from '../../expressions/moments/moment-words.js';
import { isOfEither } from '../../expressions/moments/open-clock-shifts.js';
import { asKind, knownMoment, momentOf, type Moment, type MomentKind } from '../../expressions/moments/moments.js';
import { call, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { clockMoments } from './clock.js';
import type { CallPlace } from '../form.js';
import type { MomentCompose, MomentTable } from './by-meaning.js';
import { truncated } from './truncation.js';
import { inWholeSeconds, OF_EPOCH } from './making.js';
import { computedTimeValue, literalTimeValue, noMoment, runsOver } from './sqlite-time-values.js';

/** date(x, …), time(x, …) and datetime(x, …): a time value that modifiers change one by one. */
const changed =
  (kind: MomentKind): MomentCompose =>
  (place) => {
    const moment = timeValue(place.node.arguments, place);
    return moment && asKind(moment, kind, place.node, place.t);
  };

export const sqliteMoments: MomentTable = {
  date_sqlite: changed('DATE'),
  time_sqlite: changed('TIME'),
  datetime_sqlite: changed('TIMESTAMP'),
  // 'YYYY-MM-DD' and the like are formats of dates
  strftime: (place) => {
    const [format, ...rest] = place.node.arguments;
    const shape = format?.kind === 'string' ? SHAPES[format.value] : undefined;
    const moment = shape && timeValue(rest, place);
    if (moment === undefined || shape === undefined) return undefined;
    const cut = shape[1] === undefined ? moment : truncated(moment, shape[1], place.node, place.t);
    return cut && asKind(cut, shape[0], place.node, place.t);
  },
};

/** Formats that give what SQLite's own functions give, with the unit that they cut to. */
const SHAPES: Readonly<Record<string, readonly [MomentKind, string?]>> = {
  '%Y-%m-%d': ['DATE'],
  '%F': ['DATE'],
  '%Y-%m-%d %H:%M:%S': ['TIMESTAMP'],
  '%H:%M:%S': ['TIME'],
  '%Y-%m-01': ['DATE', 'month'],
  '%Y-01-01': ['DATE', 'year'],
  '%Y-%m-%d 00:00:00': ['TIMESTAMP', 'day'],
  '%Y-%m-01 00:00:00': ['TIMESTAMP', 'month'],
  '%Y-%m-%d %H:00:00': ['TIMESTAMP', 'hour'],
  '%Y-%m-%d %H:%M:00': ['TIMESTAMP', 'minute'],
};

/** The moment of the statement. */
export const now = ({ node, row, t }: CallPlace): Moment | undefined =>
  clockMoments.utc_timestamp?.({ node: { ...node, arguments: [] }, row, t, values: [] });

/** https://sqlite.org/lang_datefunc.html#modifiers */
export function timeValue(values: readonly Expression[], place: CallPlace): Moment | undefined {
  const { t } = place;
  const [first, ...modifiers] = values;
  if (first === undefined) return now(place);
  const [head] = modifiers;
  // months are counted before a day that is none runs over
  if (head !== undefined && first.kind === 'string' && runsOver(first.value)) return undefined;
  const isEpoch = head?.kind === 'string' && /^(unixepoch|auto)$/i.test(head.value) && isNumeric(first, t);
  const start = isEpoch ? ofEpoch(first, place) : begin(first, place);
  return modifiers
    .slice(isEpoch ? 1 : 0)
    .reduce<Moment | undefined>((moment, modifier) => moment && changedBy(moment, modifier, t), start);
}

/** A number, or a column that nobody tells the type of: these words are for numbers alone. */
const isNumeric = (node: Expression, t: Translator): boolean =>
  isNumber(node, t) ||
  node.kind === 'string' ||
  isWholePart(node, t) ||
  node.kind === 'parameter' ||
  (t.typeName(node) === undefined && (node.kind === 'column' || t.familyOf(node) === 'number'));

const NEEDS_NOTHING: ReadonlySet<string> = new Set(['localtime', 'utc', 'julianday', 'auto', 'subsec', 'subsecond']);

function begin(first: Expression, place: CallPlace): Moment | undefined {
  const { t } = place;
  if (first.kind === 'string')
    return first.value.trim().toLowerCase() === 'now' ? now(place) : literalTimeValue(first.value, first, t);
  if (first.kind === 'null') return noMoment(first, t);
  if (isOfEither(first, t)) {
    if (showsClockAlone(place)) return momentOf(first, t, 'TIME');
    // its seconds are counted from the start of a day as from that of the epoch: both are of use for what is between two
    if (t.target === 'POSTGRESQL' && isOfSeconds(place)) return { made: t.value(first), kind: 'TIMESTAMP' };
  }
  const known = knownMoment(first, t) ?? momentOfNumber(first, t);
  return known ?? (isText(first, t) ? computedTimeValue(t.value(first), first, t) : momentOf(first, t));
}

/** Whether a time of a day comes out, which a date is none of. */
function showsClockAlone({ node, row }: CallPlace): boolean {
  const [format] = node.arguments;
  if (row.meaning === 'time_sqlite') return true;
  return row.meaning === 'strftime' && format?.kind === 'string' && asked(format, isFormatOfClock);
}

function isOfSeconds({ node }: CallPlace): boolean {
  const [format] = node.arguments;
  return format?.kind === 'string' && format.value === '%s';
}

const isFormatOfClock = (format: string): boolean => /^(?:[^%]|%[HMSRTIpk])*$/.test(format);

const ofEpoch = (first: Expression, { t, node }: CallPlace): Moment => ({
  made: t.form(OF_EPOCH[t.target], [numberOf(showsParts(node) ? first : inWholeSeconds(first, t), t)], node),
  kind: 'TIMESTAMP',
});

/** Whether parts of seconds come out. */
const showsParts = ({ arguments: values }: FunctionCall): boolean =>
  values.some((one) => one.kind === 'string' && /%f|%J|subsec/i.test(one.value));

const WEEKDAY: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: "$1 + ($2 - CAST(EXTRACT(DOW FROM $1) AS int)) % 7 * INTERVAL '1 day'",
  MYSQL: '$1 + INTERVAL ($2 + 1 - DAYOFWEEK($1)) % 7 DAY',
  SQLITE: '$1',
};
const WEEKDAY_OF_DATE = '$1 + ($2 - CAST(EXTRACT(DOW FROM $1) AS int)) % 7';

function changedBy(moment: Moment, modifier: Expression, t: Translator): Moment | undefined {
  if (modifier.kind !== 'string') {
    const shift = writtenShift(modifier, t);
    return shift && shifted(moment, [shift], modifier, t, 'OVERFLOW');
  }
  const word = modifier.value.trim().toLowerCase();
  if (NEEDS_NOTHING.has(word)) return word.startsWith('subsec') ? undefined : moment;
  const cut = /^start of (month|year|day)$/.exec(word);
  if (cut !== null) return truncated(moment, cut[1] as string, modifier, t);
  const weekday = /^weekday ([0-6])$/.exec(word);
  if (weekday !== null) {
    const form = t.target === 'POSTGRESQL' && moment.kind === 'DATE' ? WEEKDAY_OF_DATE : WEEKDAY[t.target];
    // 7 more, so that the remainder is not negative
    return {
      ...moment,
      firstDay: false,
      made: t.form(form, [moment.made, number(Number(weekday[1]) + 7, modifier.span)], modifier),
    };
  }
  const shifts = /^[-+]?\d/.test(word) ? ofText(word.replace(/^\+(?=\d+:)/, '')) : undefined;
  return shifts && shifted(moment, shifts, modifier, t, 'OVERFLOW');
}

/** '-' || n || ' days' */
function writtenShift(node: Expression, t: Translator): Shift | undefined {
  const pieces = flat(node, t);
  const last = pieces[pieces.length - 1];
  const sign = pieces[0]?.kind === 'string' ? pieces[0].value.trim() : '';
  const counted = pieces.length === 3 ? pieces[1] : pieces.length === 2 ? pieces[0] : undefined;
  if (last?.kind !== 'string' || counted === undefined || (pieces.length === 3 && !/^[-+]?$/.test(sign)))
    return undefined;
  const unit = ofText(`1 ${last.value.trim()}`)?.[0];
  const plain = counted.kind === 'cast' ? counted.operand : counted;
  if (unit === undefined || !mayCount(plain, t)) return undefined;
  const amount = signed(numberOf(plain, t), sign, t);
  return {
    unit: unit.unit,
    amount: sign === '-' ? { kind: 'unary', operator: 'minus', operand: amount, span: node.span } : amount,
  };
}

/** '+-7 days' is no modifier, and makes NULL of the moment. */
const signed = (amount: Expression, sign: string, t: Translator): Expression =>
  sign === '' || amount.kind === 'number' ? amount : t.form('CASE WHEN $1 >= 0 THEN $1 END', [amount], amount);

/** Before a unit there can be nothing but a number: what is given for a parameter, and a column that nobody tells the type of. */
const mayCount = (node: Expression, t: Translator): boolean =>
  isNumber(node, t) ||
  isWholePart(node, t) ||
  node.kind === 'parameter' ||
  (node.kind === 'column' && t.typeName(node) === undefined) ||
  (node.kind === 'binary' && COUNTS.has(node.operator) && mayCount(node.left, t) && mayCount(node.right, t));

const COUNTS: ReadonlySet<string> = new Set<BinaryOperator>(['add', 'subtract', 'multiply']);

/** The pieces of a text that is put together, with `||` or with printf(). */
function flat(node: Expression, t: Translator): Expression[] {
  if (node.kind === 'binary' && node.operator === 'concatenate') return [...flat(node.left, t), ...flat(node.right, t)];
  const [format, value] = node.kind === 'call' && node.arguments.length === 2 ? node.arguments : [];
  if (node.kind !== 'call' || format?.kind !== 'string' || value === undefined) return [node];
  const found = /^([-+]?)%\+?d\s*(\w+)$/.exec(format.value);
  if (found === null || !/printf|format/.test(functionOfCall(node, t.from)?.meaning ?? '')) return [node];
  // NULL is 0 to printf()
  const counted = call('coalesce', [value, number(0, node.span)], node.span);
  return [text(found[1] as string, node.span), counted, text(` ${found[2] as string}`, node.span)];
}
