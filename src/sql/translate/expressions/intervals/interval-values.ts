import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { BinaryExpression, CaseExpression, Expression, FunctionCall, NodeKind } from '../../../ast/index.js';
import { ageOf } from '../../functions/moments/ages.js';
import { secondsBetween } from '../../functions/moments/arithmetic.js';
import { number } from '../../made-nodes.js';
import { withGroups } from '../../queries/bare-columns.js';
import { fill, templateOf } from '../../templates.js';
import type { Translator } from '../../translator.js';
import { groupOfIntervals } from './interval-groups.js';
import { readInterval, type Shift } from './intervals.js';
import { WHOLE_TYPES } from '../numbers/number-types.js';
import type { MomentKind } from '../moments/moments.js';
import { isBetweenMoments } from '../moments/open-moments.js';
import { writtenInterval } from './written-intervals.js';

/**
 * An interval of PostgreSQL's in expressions of a target that has no such type. Months, days and time are apart from one
 * another: https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-INTERVAL-INPUT
 */
export interface IntervalValue {
  /** The seconds of its days and its time. */
  readonly length: Expression;
  /** Whether these have nothing behind the point. */
  readonly isWhole: boolean;
  /** Left out: none. */
  readonly months?: () => Expression;
  /** Left out: the whole days of its length, as in what is between two moments. */
  readonly days?: () => Expression | undefined;
  /** Its time, in seconds, where that is not what days leave of its length. */
  readonly rest?: () => Expression;
  /** Whether nothing in it has another sign than the rest. */
  readonly isOfOneSign: boolean;
}

/** Dialects have intervals as values, or none at all. */
export const isIntervalValue = (node: Expression, t: Translator): boolean =>
  t.source === 'POSTGRESQL' && t.target !== 'POSTGRESQL' && t.typeName(node) === 'INTERVAL';

/** Kinds of expressions that may give an interval, or an array of such. */
const MAY_BE_INTERVALS: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'column',
  'call',
  'binary',
  'unary',
  'case',
  'cast',
  'typed-literal',
  'subquery',
  'array',
  'array-query',
  'index',
  'slice',
  'field',
]);

/** An interval is nothing that a place of any values can take. @throws DragomanError UNTRANSLATABLE where this is one */
export function refuseInterval(node: Expression, t: Translator): void {
  if (t.source !== 'POSTGRESQL' || t.target === 'POSTGRESQL' || !MAY_BE_INTERVALS.has(node.kind)) return;
  const { type } = t.typeOf(node);
  if (type?.type === 'INTERVAL' || type?.element?.type === 'INTERVAL') refused(node, t);
}

/** What is between two moments: days, and less than a day. */
export const plainLength = (length: Expression, isWhole: boolean): IntervalValue => ({
  length,
  isWhole,
  isOfOneSign: true,
});

/** An interval that has days and a time alone, of which the length tells all. */
const isPlain = (value: IntervalValue | undefined): value is IntervalValue =>
  value !== undefined && value.months === undefined && value.days === undefined;

/** The interval that an expression of the source gives; undefined where that can't be told. */
export function intervalOf(node: Expression, t: Translator): IntervalValue | undefined {
  if (t.grouped?.isKey(node) === true) return withGroups(undefined, t, () => intervalOf(node, t));
  const written = node.kind === 'binary' && isScaled(node) ? undefined : readInterval(node, t);
  if (written !== undefined) return writtenInterval(written, node);
  switch (node.kind) {
    case 'column':
    case 'subquery':
      return t.typeName(node) === 'INTERVAL'
        ? plainLength(t.raw(node) as Expression, t.target === 'SQLITE')
        : undefined;
    case 'binary':
      return ofOperation(node, t);
    case 'unary':
      return node.operator === 'minus' ? negated(intervalOf(node.operand, t), node, t) : undefined;
    case 'case':
      return ofChoice(node, t);
    case 'call':
      return ofCall(node, t);
    case 'cast':
      return node.type.name === 'interval' ? intervalOf(node.operand, t) : undefined;
    case 'null':
      return plainLength(node, true);
    default:
      return undefined;
  }
}

const isScaled = ({ operator }: BinaryExpression): boolean => operator === 'multiply' || operator === 'divide';

function ofOperation(node: BinaryExpression, t: Translator): IntervalValue | undefined {
  const { operator, left, right } = node;
  if (isBetweenMoments(node, t))
    return plainLength(secondsBetween(right, left, node, t, false, kindOfBoth(left, right, t)), t.target === 'SQLITE');
  if (operator === 'multiply')
    return t.typeName(left) === 'INTERVAL' ? scaled(left, right, '*', t) : scaled(right, left, '*', t);
  if (operator === 'divide') return scaled(left, right, '/', t);
  if (operator !== 'add' && operator !== 'subtract') return undefined;
  const [first, second] = [intervalOf(left, t), intervalOf(right, t)];
  if (first === undefined || second === undefined || first.months !== undefined || second.months !== undefined)
    return undefined;
  const sign = operator === 'add' ? '+' : '-';
  return {
    length: t.form(`$1 ${sign} $2`, [first.length, second.length], node),
    isWhole: first.isWhole && second.isWhole,
    isOfOneSign: false,
    days: () => t.form(`$1 ${sign} $2`, [daysOf(first, left, t), daysOf(second, right, t)], node),
  };
}

/** Times of day are of no day. */
const kindOfBoth = (left: Expression, right: Expression, t: Translator): MomentKind =>
  t.typeName(left) === 'TIME' && t.typeName(right) === 'TIME' ? 'TIME' : 'TIMESTAMP';

/** So many times an interval: the part of a day that this leaves is time. */
function scaled(of: Expression, by: Expression, sign: '*' | '/', t: Translator): IntervalValue | undefined {
  const value = intervalOf(of, t);
  if (value === undefined || value.months !== undefined) return undefined;
  const factor = t.value(by);
  const product = (amount: Expression): Expression =>
    t.form(SCALED[t.target as 'MYSQL' | 'SQLITE'][sign], [amount, factor], of);
  const isWhole = value.isWhole && sign === '*' && WHOLE_TYPES.has(t.typeName(by));
  const length = product(value.length);
  return {
    length: isWhole ? length : t.form('ROUND($1, 6)', [length], of),
    isWhole,
    isOfOneSign: value.isOfOneSign,
    days: () => t.form(CUT[t.target as 'MYSQL' | 'SQLITE'], [product(daysOf(value, of, t))], of),
  };
}

const SCALED = { MYSQL: { '*': '$1 * $2', '/': '$1 / $2' }, SQLITE: { '*': '$1 * $2', '/': '$1 * 1.0 / $2' } } as const;
const CUT = { MYSQL: 'TRUNCATE($1, 0)', SQLITE: 'CAST($1 AS INTEGER)' } as const;

function negated(value: IntervalValue | undefined, at: Expression, t: Translator): IntervalValue | undefined {
  if (value === undefined) return undefined;
  const minus = (one: Expression): Expression => t.form('-$1', [one], at);
  const { length, months, days, rest, ...others } = value;
  return {
    ...others,
    length: minus(length),
    ...(months !== undefined && { months: () => minus(months()) }),
    ...(days !== undefined && { days: () => minus(daysOf(value, at, t)) }),
    ...(rest !== undefined && { rest: () => minus(rest()) }),
  };
}

/** Functions that give one of their arguments, or of its values. */
const KEEPING: ReadonlySet<string> = new Set(
  `coalesce nullif greatest_without_nulls least_without_nulls minimum maximum any_value
   lag lead first_value last_value nth_value`.split(/\s+/),
);

function ofCall(node: FunctionCall, t: Translator): IntervalValue | undefined {
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  if (KEEPING.has(meaning)) {
    const values = node.arguments.map((one) => epochOfPlain(one, t));
    return values.includes(undefined)
      ? undefined
      : plainLength(t.value({ ...node, arguments: values as Expression[] }), areWhole(node.arguments, t));
  }
  return (
    ageOf(node, meaning, t) ??
    groupOfIntervals(node, meaning, (one) => epochOfPlain(one, t), t) ??
    ADJUSTED[meaning]?.(node, t)
  );
}

/** One of several intervals, all of which are plain. */
function ofChoice(node: CaseExpression, t: Translator): IntervalValue | undefined {
  const results = [...node.branches.map(({ result }) => result), ...(node.otherwise ? [node.otherwise] : [])];
  const made = results.map((one) => epochOfPlain(one, t));
  if (made.includes(undefined)) return undefined;
  const { otherwise: _, ...rest } = node;
  const last = node.otherwise === undefined ? undefined : made[node.branches.length];
  const branches = node.branches.map((branch, index) => ({ ...branch, result: made[index] as Expression }));
  return plainLength(
    t.value({ ...rest, branches, ...(last !== undefined && { otherwise: last }) }),
    areWhole(results, t),
  );
}

/** Whether all intervals among these are whole seconds. */
const areWhole = (nodes: readonly Expression[], t: Translator): boolean =>
  nodes.every((node) => t.typeName(node) !== 'INTERVAL' || intervalOf(node, t)?.isWhole === true);

/** How long it is, in words of the source; other values as they are, and undefined of what has months. */
function epochOfPlain(node: Expression, t: Translator): Expression | undefined {
  if (t.typeName(node) !== 'INTERVAL') return node;
  return isPlain(intervalOf(node, t))
    ? fill(templateOf('EXTRACT(EPOCH FROM $1)', t.from), [node], node.span)
    : undefined;
}

type Adjust = (node: FunctionCall, t: Translator) => IntervalValue | undefined;

/** justify_hours and date_trunc: other fields of the same interval. */
const ADJUSTED: Readonly<Record<string, Adjust>> = {
  justify_hours: (node, t) => {
    const value = intervalOf(node.arguments[0] as Expression, t);
    return value === undefined || value.months !== undefined ? undefined : plainLength(value.length, value.isWhole);
  },
  date_trunc: (node, t) => {
    const [unit, of] = node.arguments as [Expression, Expression];
    const each = unit.kind === 'string' ? UNITS[unit.value.toLowerCase().replace(/s$/, '')] : undefined;
    const value = each === undefined ? undefined : intervalOf(of, t);
    if (each === undefined || value === undefined || value.months !== undefined) return undefined;
    const cut = (seconds: Expression): Expression =>
      t.form('$2 * $1', [wholeParts(seconds, each, t), number(each, node.span)], node);
    if (value.days === undefined) return plainLength(cut(value.length), true);
    const days = (): Expression => daysOf(value, of, t);
    const rest = (): Expression => cut(restOf(value, of, t));
    return { ...value, length: t.form('$1 * 86400 + $2', [days(), rest()], node), isWhole: true, days, rest };
  },
  justify_days: inMonths,
  justify_interval: inMonths,
};

/** Each 30 days are a month; of less than a day there is no more than that. */
function inMonths(node: FunctionCall, t: Translator): IntervalValue | undefined {
  const value = intervalOf(node.arguments[0] as Expression, t);
  if (!isPlain(value)) return undefined;
  const { length, isWhole } = value;
  const rest = t.form('$1 - $2 * 2592000', [length, wholeParts(length, MONTH, t)], node);
  return {
    length: rest,
    isWhole,
    isOfOneSign: true,
    months: () => wholeParts(length, MONTH, t),
    days: () => wholeParts(rest, 86400, t),
    rest: () => t.form('$1 - $2 * 86400', [length, wholeParts(length, 86400, t)], node),
  };
}

const MONTH = 30 * 86400;

const UNITS: Readonly<Record<string, number>> = { day: 86400, hour: 3600, minute: 60, second: 1 };
const WHOLE_PARTS = { MYSQL: '($1 DIV $2)', SQLITE: 'CAST($1 / $2 AS INTEGER)' } as const;

/** How many of a unit a number of seconds has. */
export const wholeParts = (seconds: Expression, each: number, t: Translator): Expression =>
  t.form(WHOLE_PARTS[t.target as 'MYSQL' | 'SQLITE'], [seconds, number(each, seconds.span)], seconds);

/** The days of an interval. @throws DragomanError UNTRANSLATABLE where they can't be told from its time */
export function daysOf(value: IntervalValue, at: Expression, t: Translator): Expression {
  if (value.days === undefined) return wholeParts(value.length, 86400, t);
  return value.days() ?? t.refuse(at, 'Which of this are days and which is time can’t be told in the target.', HINT);
}

const HINT = 'Take its length: EXTRACT(EPOCH FROM …).';

/** The time of an interval, in seconds. */
export function restOf(value: IntervalValue, at: Expression, t: Translator): Expression {
  if (value.rest !== undefined) return value.rest();
  if (value.days === undefined && (value.isWhole || t.target === 'MYSQL'))
    return t.form('$1 % 86400', [value.length], at);
  return t.form('$1 - $2 * 86400', [value.length, daysOf(value, at, t)], at);
}

/** How long an interval is where intervals are compared, with months of 30 days. */
export function sizeOf(node: Expression, t: Translator): Expression {
  const value = intervalOf(node, t) ?? refused(node, t);
  return value.months === undefined ? value.length : t.form('$1 * 2592000 + $2', [value.months(), value.length], node);
}

/** Intervals that are compared with one another, as their sizes; undefined where none is among the values. */
export function intervalsAlike(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (!nodes.some((node) => isIntervalValue(node, t))) return undefined;
  return nodes.map((node) => sizeOf(node.kind === 'string' ? asInterval(node, t) : node, t));
}

const asInterval = (node: Expression, t: Translator): Expression =>
  fill(templateOf('CAST($1 AS interval)', t.from), [node], node.span);

/** @throws DragomanError UNTRANSLATABLE, always */
export const refused = (node: Expression, t: Translator): never =>
  t.refuse(
    node,
    'The target has no intervals, and what this one holds can’t be told.',
    'Take a part of it: EXTRACT(EPOCH FROM …), EXTRACT(DAY FROM …), or subtract dates.',
  );

/** An interval as a move of a moment: one without months moves it as many seconds. */
export function shiftsOfValue(node: Expression, t: Translator): Shift[] | undefined {
  const value = isIntervalValue(node, t) ? intervalOf(node, t) : undefined;
  return isPlain(value) ? [{ unit: 'SECOND', amount: value.length }] : undefined;
}
