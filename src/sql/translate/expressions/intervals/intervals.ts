import { functionOfCall } from '../../../analysis/function-of-call.js';
import { EXACT_ARITHMETIC, type Expression, type FunctionCall, type IntervalValue } from '../../../ast/index.js';
import { binary, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { numberOf } from '../coercion.js';
import { numberAtStart } from '../numbers/number-starts.js';
import { INTEGER_TYPES } from '../numbers/number-types.js';

/** Units in which moments are moved, the greatest first: an interval's are added in this order. */
export const UNITS = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE', 'SECOND', 'MICROSECOND'] as const;
export type Unit = (typeof UNITS)[number];

/** A move by so many of a unit: a number that is known, or an expression of the target's. */
export interface Shift {
  readonly unit: Unit;
  readonly amount: number | Expression;
}

const CLOCK: ReadonlySet<Unit> = new Set<Unit>(['HOUR', 'MINUTE', 'SECOND', 'MICROSECOND']);
export const movesClock = ({ unit }: Shift): boolean => CLOCK.has(unit);

/** The interval that an expression of the source is; undefined where it is none that can be told apart. */
export function readInterval(node: Expression, t: Translator): Shift[] | undefined {
  switch (node.kind) {
    case 'interval':
      return ofMysql(node, t);
    case 'typed-literal':
      return node.type.name === 'interval' ? ofText(node.value.value, node.type.intervalFields) : undefined;
    case 'cast':
      return node.type.name === 'interval' ? ofCast(node.operand, t) : undefined;
    case 'unary':
      return node.operator === 'minus' ? readInterval(node.operand, t)?.map(negative) : undefined;
    case 'binary':
      return ofOperation(node.operator, node.left, node.right, t);
    case 'call':
      return functionOfCall(node, t.from)?.meaning === 'make_interval' ? ofCall(node, t) : undefined;
    default:
      return undefined;
  }
}

export function negative({ unit, amount }: Shift): Shift {
  if (typeof amount === 'number') return { unit, amount: -amount };
  return { unit, amount: { kind: 'unary', operator: 'minus', operand: amount, span: amount.span } };
}

function ofOperation(operator: string, left: Expression, right: Expression, t: Translator): Shift[] | undefined {
  const first = readInterval(left, t);
  const second = readInterval(right, t);
  if (operator === 'multiply' && (first === undefined) !== (second === undefined)) {
    return scaled((first ?? second) as Shift[], first === undefined ? left : right, t);
  }
  if (operator === 'divide' && first !== undefined && right.kind === 'number')
    return divided(first, Number(right.text));
  if (first === undefined || second === undefined) return undefined;
  if (operator === 'add') return inOrder([...first, ...second]);
  return operator === 'subtract' ? inOrder([...first, ...second.map(negative)]) : undefined;
}

/** An interval by a number: parts of a day and less are seconds. */
function divided(shifts: readonly Shift[], by: number): Shift[] | undefined {
  const amounts = shifts.map(({ unit, amount }) => ({ unit, amount: typeof amount === 'number' ? amount / by : NaN }));
  if (amounts.every(({ amount }) => Number.isInteger(amount))) return amounts;
  const seconds = amounts.map(({ unit, amount }) => amount * (SECONDS[unit] ?? NaN));
  return seconds.every((one) => Number.isFinite(one))
    ? seconds.map((amount) => ({ unit: 'SECOND', amount }))
    : undefined;
}

const inOrder = (shifts: Shift[]): Shift[] => shifts.sort((a, b) => UNITS.indexOf(a.unit) - UNITS.indexOf(b.unit));

/** An interval so many times; a part of a day is so many seconds. */
function scaled(shifts: readonly Shift[], by: Expression, t: Translator): Shift[] | undefined {
  const literal = by.kind === 'number' ? Number(by.text) : undefined;
  if (shifts.some(({ amount }) => typeof amount !== 'number')) return undefined;
  if (literal !== undefined && shifts.every(({ amount }) => Number.isInteger((amount as number) * literal)))
    return shifts.map(({ unit, amount }) => ({ unit, amount: (amount as number) * literal }));
  const whole = isWhole(by, t);
  if (!whole && shifts.some(({ unit }) => SECONDS[unit] === undefined)) return undefined;
  const made = numberOf(by, t);
  return shifts.map(({ unit, amount }) => {
    const [named, factor] = whole ? [unit, 1] : (['SECOND', SECONDS[unit] as number] as const);
    return { unit: named, amount: times(made, (amount as number) * factor) };
  });
}

/** Functions whose numbers are whole, whatever type these have. */
const WHOLE: ReadonlySet<string> = new Set(['floor', 'ceiling', 'round', 'truncate']);

/** Whether a number is whole: a part of a date, what is rounded, or a sum of such. */
function isWhole(node: Expression, t: Translator): boolean {
  if (node.kind === 'number') return /^\d+$/.test(node.text);
  if (INTEGER_TYPES.has(t.typeName(node))) return true;
  if (node.kind === 'binary')
    return EXACT_ARITHMETIC.has(node.operator) && isWhole(node.left, t) && isWhole(node.right, t);
  if (node.kind !== 'call') return false;
  const [first, second] = node.arguments;
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  if (meaning !== 'extract' && meaning !== 'date_part') return WHOLE.has(meaning) && second === undefined;
  const field = first?.kind === 'string' ? first.value : first?.kind === 'keyword' ? first.word : '';
  return /^(year|month|day|week|quarter|doy|dow|isodow|isoyear|hour|minute)$/i.test(field);
}

const times = (value: Expression, factor: number): Expression =>
  factor === 1 ? value : binary('multiply', value, number(factor, value.span));

/** How long units are that are always as long. */
export const SECONDS: Readonly<Partial<Record<Unit, number>>> = {
  WEEK: 604800,
  DAY: 86400,
  HOUR: 3600,
  MINUTE: 60,
  SECOND: 1,
};

/** How long an interval is that is written out; undefined where it has months, whose lengths differ, or is computed. */
export function secondsOfLiteral(node: Expression, t: Translator): number | undefined {
  let total = 0;
  for (const { unit, amount } of readInterval(node, t) ?? [{ unit: 'DAY', amount: node } as const]) {
    const length = SECONDS[unit];
    if (typeof amount !== 'number' || length === undefined) return undefined;
    total += amount * length;
  }
  return total;
}

/** PostgreSQL's names of units, and what they are of others. */
const WORDS: readonly (readonly [RegExp, Unit, number])[] = [
  [/^y(ears?|rs?)?$/, 'YEAR', 1],
  [/^mon(th)?s?$/, 'MONTH', 1],
  [/^w(eeks?)?$/, 'WEEK', 1],
  [/^d(ays?)?$/, 'DAY', 1],
  [/^h(ours?|rs?)?$/, 'HOUR', 1],
  [/^m(in(ute)?s?)?$/, 'MINUTE', 1],
  [/^s(ec(ond)?s?)?$/, 'SECOND', 1],
  [/^decades?$/, 'YEAR', 10],
  [/^cent(ury|uries)$/, 'YEAR', 100],
  [/^quarters?$/, 'MONTH', 3],
  [/^(ms|milliseconds?)$/, 'SECOND', 0.001],
];

const unitOf = (word: string): readonly [RegExp, Unit, number] | undefined =>
  WORDS.find(([pattern]) => pattern.test(word.toLowerCase()));

/** https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-INTERVAL-INPUT */
export function ofText(value: string, fields?: string): Shift[] | undefined {
  const written = value.trim().toLowerCase();
  if (fields !== undefined && /^-?\d+(\.\d+)?$/.test(written)) {
    const unit = UNITS.find((one) => one === fields.toUpperCase());
    return unit && [{ unit, amount: Number(written) }];
  }
  const ago = /\sago$/.test(written);
  const shifts: Shift[] = [];
  let rest = written.replace(/\sago$/, '').replace(/^@\s*/, '');
  while (rest !== '') {
    const clock = /^([-+]?)(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?\s*/.exec(rest);
    const plain = /^([-+]?\s*\d+(?:\.\d+)?)\s*([a-z]+)[\s,]*/.exec(rest) ?? SECONDS_ALONE.exec(rest);
    if (clock !== null) shifts.push(...ofClock(clock));
    else if (plain !== null) {
      const unit = unitOf(plain[2] ?? 's');
      if (unit === undefined) return undefined;
      shifts.push(...ofFraction(unit[1], Number((plain[1] as string).replace(/\s/g, '')) * unit[2]));
    } else return undefined;
    rest = rest.slice((clock ?? plain)?.[0].length);
  }
  return inOrder(ago ? shifts.map(negative) : shifts);
}

/** A last number without a unit is one of seconds. */
const SECONDS_ALONE = /^([-+]?\d+(?:\.\d+)?)$/;

function ofClock([, sign, hours, minutes, seconds]: readonly (string | undefined)[]): Shift[] {
  const factor = sign === '-' ? -1 : 1;
  const parts: Shift[] = [
    { unit: 'HOUR', amount: Number(hours) * factor },
    { unit: 'MINUTE', amount: Number(minutes) * factor },
    { unit: 'SECOND', amount: Number(seconds ?? 0) * factor },
  ];
  return parts.filter(({ amount }) => amount !== 0);
}

/** What a unit that is broken falls into: a month has 30 days in an interval. */
const SMALLER: Readonly<Partial<Record<Unit, readonly [Unit, number]>>> = {
  YEAR: ['MONTH', 12],
  MONTH: ['DAY', 30],
  WEEK: ['DAY', 7],
  DAY: ['SECOND', 86400],
};

function ofFraction(unit: Unit, amount: number): Shift[] {
  const smaller = SMALLER[unit];
  if (smaller === undefined || Number.isInteger(amount)) return [{ unit, amount }];
  const whole = Math.trunc(amount);
  const [next, factor] = smaller;
  const rest = Math.round((amount - whole) * factor * 1e6) / 1e6;
  return [
    ...(whole === 0 ? [] : [{ unit, amount: whole }]),
    ...ofFraction(next, unit === 'YEAR' ? Math.round(rest) : rest),
  ];
}

/** '1 day'::interval, and (n || ' days')::interval. */
function ofCast(operand: Expression, t: Translator): Shift[] | undefined {
  if (operand.kind === 'string') return ofText(operand.value);
  if (
    operand.kind === 'call' &&
    operand.arguments.length === 2 &&
    functionOfCall(operand, t.from)?.meaning.startsWith('concat') === true
  ) {
    return ofPieces(operand.arguments[0] as Expression, operand.arguments[1] as Expression, t);
  }
  if (operand.kind !== 'binary' || operand.operator !== 'concatenate') return undefined;
  return ofPieces(operand.left, operand.right, t);
}

function ofPieces(counted: Expression, word: Expression, t: Translator): Shift[] | undefined {
  if (word.kind !== 'string') return undefined;
  const unit = unitOf(word.value.trim());
  const plain = counted.kind === 'cast' && t.typeName(counted) === 'TEXT' ? counted.operand : counted;
  // what is given for a parameter counts, as it does in make_interval
  const isCount = plain.kind === 'parameter' || INTEGER_TYPES.has(t.typeName(plain));
  if (unit === undefined || !isCount) return undefined;
  return [{ unit: unit[1], amount: times(numberOf(plain, t), unit[2]) }];
}

const ARGUMENTS: readonly Unit[] = ['YEAR', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE', 'SECOND'];
const BY_NAME: Readonly<Record<string, Unit>> = {
  years: 'YEAR',
  months: 'MONTH',
  weeks: 'WEEK',
  days: 'DAY',
  hours: 'HOUR',
  mins: 'MINUTE',
  secs: 'SECOND',
};

/** make_interval(days => 3) */
function ofCall(node: FunctionCall, t: Translator): Shift[] | undefined {
  const shifts: Shift[] = [];
  for (const [index, value] of node.arguments.entries()) {
    const unit = value.kind === 'named-argument' ? BY_NAME[value.name.value.toLowerCase()] : ARGUMENTS[index];
    if (unit === undefined) return undefined;
    const counted = value.kind === 'named-argument' ? value.value : value;
    const amount = amountOf(counted, t);
    if (amount !== 0) shifts.push({ unit, amount });
  }
  return inOrder(shifts);
}

function amountOf(node: Expression, t: Translator): number | Expression {
  if (node.kind === 'number') return Number(node.text);
  if (node.kind === 'string') return Number(numberAtStart(node.value));
  if (node.kind === 'unary' && node.operator === 'minus') {
    const amount = amountOf(node.operand, t);
    if (typeof amount === 'number') return -amount;
  }
  return numberOf(node, t);
}

/** INTERVAL n UNIT: parts of units but seconds are rounded. */
function ofMysql({ value, unit }: IntervalValue, t: Translator): Shift[] | undefined {
  const single = UNITS.find((one) => one === unit);
  if (single === undefined) return ofParts(value, unit);
  const amount = amountOf(value, t);
  if (single === 'SECOND' || typeof amount === 'number' || INTEGER_TYPES.has(t.typeName(value)))
    return [{ unit: single, amount: typeof amount === 'number' && single !== 'SECOND' ? rounded(amount) : amount }];
  return [{ unit: single, amount: t.form(ROUNDED[t.target], [amount], value) }];
}

const rounded = (amount: number): number => Math.sign(amount) * Math.round(Math.abs(amount));
const ROUNDED = {
  POSTGRESQL: 'CAST(ROUND(CAST($1 AS numeric)) AS int)',
  MYSQL: '$1',
  SQLITE: 'CAST(ROUND($1) AS INTEGER)',
} as const;

/** '1 2' DAY_HOUR: fewer numbers than units are the smallest of them. */
function ofParts(value: Expression, unit: string): Shift[] | undefined {
  const written = value.kind === 'string' ? value.value : value.kind === 'number' ? value.text : undefined;
  const [largest, smallest] = unit.split('_');
  const from = UNITS.findIndex((one) => one === largest);
  const to = UNITS.findIndex((one) => one === smallest);
  if (written === undefined || from < 0 || to < 0) return undefined;
  const units = UNITS.slice(from, to + 1).filter((one) => one !== 'QUARTER' && one !== 'WEEK');
  const sign = written.trim().startsWith('-') ? -1 : 1;
  const numbers = written.match(/\d+/g) ?? [];
  if (numbers.length > units.length) return undefined;
  const named = units.slice(units.length - numbers.length);
  return named
    .map((one, index): Shift => ({ unit: one, amount: sign * amountOfPart(one, numbers[index] as string) }))
    .filter(({ amount }) => amount !== 0);
}

/** Digits of a fraction of a second are filled up to six. */
const amountOfPart = (unit: Unit, digits: string): number =>
  Number(unit === 'MICROSECOND' ? digits.padEnd(6, '0') : digits);
