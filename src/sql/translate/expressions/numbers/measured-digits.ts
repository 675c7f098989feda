import { resultsOf, type BinaryExpression, type Expression, type FunctionCall } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { isNameOfMoney, mayBeNameOfTruth } from '../../../typing/index.js';
import { call, number } from '../../made-nodes.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { digitsOf, digitsPassed, nameOfCall } from './digits-behind-point.js';
import { declaredDigits } from '../declared-types.js';

/** How many digits a value has: a number, or what tells it of each row. */
type Digits = Expression | number;

/** The digits that MySQL gives a value, with the values on whose types they hang. */
interface Measured {
  readonly digits: Digits;
  /** What may be a floating-point number, which has no digits that count. */
  readonly open: readonly Expression[];
}

type Measure = (node: Expression, t: Translator) => Measured | undefined;

/** PostgreSQL's decimals know how many digits their columns have. */
const SCALE = 'scale(CAST($1 AS numeric))';
/** More than are seen of a floating-point number. */
const ALL_DIGITS = 20;

/** How many digits a value has, and whether the target tells them, and no name alone. */
export interface MeasuredDigits {
  readonly digits: Expression;
  readonly isSure: boolean;
}

/**
 * How many digits MySQL gives behind the point of a value that stands on columns whose types nobody tells, as an expression of
 * the target: PostgreSQL is asked of each row, SQLite how its table declares the column. Undefined where nothing tells.
 */
export function measuredDigits(node: Expression, t: Translator): MeasuredDigits | undefined {
  const measured = measure(node, t);
  if (measured === undefined) return undefined;
  const digits = asExpression(measured.digits, node);
  const [first, ...others] = measured.open;
  if (first === undefined || t.target !== 'POSTGRESQL') return { digits, isSure: first === undefined };
  const tests = [first, ...others].map((_, at) => `CAST(pg_typeof($${at + 2}) AS text) ~ '^(real|double)'`);
  const told = `CASE WHEN ${tests.join(' OR ')} THEN ${ALL_DIGITS} ELSE $1 END`;
  return { digits: t.form(told, [digits, first, ...others], node), isSure: true };
}

const measure: Measure = (node, t) => {
  const known = digitsOf(node, t);
  if (known !== undefined) return { digits: known, open: [] };
  if (t.typeName(node) === 'FLOAT') return undefined;
  switch (node.kind) {
    case 'binary':
      return ofBinary(node, t);
    case 'unary':
      return node.operator === 'minus' ? measure(node.operand, t) : undefined;
    case 'case':
      return mostOf(resultsOf(node), t);
    case 'call':
      return ofCall(node, t);
    case 'column':
      return leaf(node, t);
    default:
      return undefined;
  }
};

function ofBinary({ operator, left, right }: BinaryExpression, t: Translator): Measured | undefined {
  const [first, second] = [measure(left, t), measure(right, t)];
  if (first === undefined || second === undefined) return undefined;
  const open = [...first.open, ...second.open];
  if (operator === 'divide-exact') return { digits: sum(first.digits, 4, left), open };
  if (operator === 'multiply') return { digits: sum(first.digits, second.digits, left), open };
  const isMost = operator === 'add' || operator === 'subtract' || operator === 'modulo';
  return isMost ? { digits: most([first.digits, second.digits], left, t), open } : undefined;
}

/** Functions of one row, which the digits of their arguments can be asked of beside them. */
const OF_A_ROW: ReadonlySet<string> = new Set([
  'coalesce',
  'ifnull',
  'nvl',
  'greatest',
  'least',
  'if',
  'nullif',
  'abs',
]);

function ofCall(node: FunctionCall, t: Translator): Measured | undefined {
  const called = nameOfCall(node);
  const [first] = node.arguments;
  if (first === undefined) return undefined;
  if (called === 'avg') return ofMean(node, first, t);
  const passed = digitsPassed(node);
  if (passed === undefined) return undefined;
  if (t.target !== 'POSTGRESQL' || OF_A_ROW.has(called)) return mostOf(passed, t);
  return passed.some((one) => one.kind === 'binary' && one.operator === 'divide-exact') ? undefined : leaf(node, t);
}

/** A mean has four digits more than what it is of, the one with most of which counts. */
function ofMean(node: FunctionCall, value: Expression, t: Translator): Measured | undefined {
  if (t.target !== 'POSTGRESQL') {
    const inner = measure(value, t);
    return inner && { digits: sum(inner.digits, 4, node), open: inner.open };
  }
  const made = t.value(node);
  const [given] = made.kind === 'call' ? made.arguments : [];
  if (made.kind !== 'call' || nameOfCall(made) !== 'avg' || given === undefined) return undefined;
  const scale = t.form(SCALE, [given], node);
  const digits = { ...made, name: call('max', [], node.span).name, arguments: [scale], distinct: false };
  return { digits: sum(digits, 4, node), open: [made] };
}

function leaf(node: Expression, t: Translator): Measured | undefined {
  if (t.target === 'POSTGRESQL') {
    const made = t.value(node);
    return { digits: t.form(SCALE, [made], node), open: [made] };
  }
  if (node.kind !== 'column') return undefined;
  const called = lastOf(node).value;
  const isOfTruth = mayBeNameOfTruth(called);
  const declared = declaredDigits(node, isOfTruth ? 0 : isNameOfMoney(called) ? 2 : ALL_DIGITS, t);
  if (declared !== undefined) return { digits: declared, open: [] };
  if (isOfTruth) return { digits: 0, open: [node] };
  return isNameOfMoney(called) ? { digits: 2, open: [node] } : undefined;
}

function mostOf(nodes: readonly Expression[], t: Translator): Measured | undefined {
  const all = nodes.filter(({ kind }) => kind !== 'null').map((one) => measure(one, t));
  const [first] = nodes;
  if (first === undefined || !all.every((one) => one !== undefined)) return undefined;
  const digits = all.map((one) => one.digits);
  // what is NULL has no digits: then the others count
  const open = digits.filter((one) => typeof one !== 'number');
  const isChosen = open.length > 0 && open.length < digits.length;
  const chosen = isChosen
    ? call('COALESCE', [asExpression(most(open, first, t), first), number(0, first.span)], first.span)
    : undefined;
  return {
    digits: most(
      [...digits.filter((one) => typeof one === 'number'), ...(chosen === undefined ? open : [chosen])],
      first,
      t,
    ),
    open: all.flatMap((one) => one.open),
  };
}

const asExpression = (digits: Digits, at: Expression): Expression =>
  typeof digits === 'number' ? number(digits, at.span) : digits;

function sum(left: Digits, right: Digits, at: Expression): Digits {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (right === 0) return left;
  const [first, second] = [asExpression(left, at), asExpression(right, at)];
  return left === 0 ? right : { kind: 'binary', operator: 'add', left: first, right: second, span: at.span };
}

const GREATEST: Readonly<Record<DialectName, string>> = { POSTGRESQL: 'GREATEST', MYSQL: 'GREATEST', SQLITE: 'MAX' };

function most(all: readonly Digits[], at: Expression, t: Translator): Digits {
  const known = Math.max(0, ...all.filter((one) => typeof one === 'number'));
  const open = all.filter((one) => typeof one !== 'number');
  const [only, second] = open;
  if (only === undefined) return known;
  if (second === undefined && known === 0) return only;
  const values = known > 0 ? [...open, number(known, at.span)] : open;
  return call(GREATEST[t.target], values, at.span);
}
