import {
  resultsOf,
  type BinaryExpression,
  type Expression,
  type FunctionCall,
  type QueryBody,
} from '../../../ast/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import { isLikelyWhole } from '../likely-family.js';
import { EXACT_TYPES, WHOLE_TYPES } from './number-types.js';
import { isTruth } from '../truth.js';

/**
 * The digits that MySQL gives behind the point of an exact value: of a quotient four more than its dividend has
 * (div_precision_increment). Undefined where there are none that count: of floating-point numbers, and of what is not known.
 * https://dev.mysql.com/doc/refman/8.4/en/arithmetic-functions.html
 */
export function digitsOf(node: Expression, t: Translator): number | undefined {
  if (isTruth(node, t)) return 0;
  if (node.kind === 'binary') {
    const left = digitsOf(node.left, t);
    // those of a divisor do not count, as long as it is exact
    const right = node.operator === 'divide-exact' ? digitsOfDivisor(node.right, t) : digitsOf(node.right, t);
    if (left === undefined || right === undefined) return undefined;
    return DIGITS_OF_RESULT[node.operator]?.(left, right);
  }
  if (node.kind === 'unary' && node.operator === 'minus') return digitsOf(node.operand, t);
  if (node.kind === 'number') return /e/i.test(node.text) ? undefined : (node.text.split('.')[1]?.length ?? 0);
  if (node.kind === 'call') return digitsOfCall(node, t);
  if (node.kind === 'case') return mostDigits(resultsOf(node), t);
  if (node.kind === 'subquery') return digitsOfQuery(node.query.body, t);
  const { type } = t.typeOf(node);
  if (type === undefined && isLikelyWhole(node, t)) return 0;
  return type === undefined ? undefined : WHOLE_TYPES.has(type.type) ? 0 : type.scale;
}

const digitsOfDivisor = (node: Expression, t: Translator): number | undefined =>
  EXACT_TYPES.has(t.typeName(node)) ? 0 : digitsOf(node, t);

/** Those of the one value that a query gives. */
function digitsOfQuery(body: QueryBody, t: Translator): number | undefined {
  const [item] = body.kind === 'select' ? body.columns : [];
  if (body.kind !== 'select' || item?.kind !== 'select-item') return undefined;
  return t.within(scopeOfSelect(body, t.scope), () => digitsOf(item.expression, t));
}

const MOST_DIGITS = 30;
const atMost = (digits: number): number => Math.min(digits, MOST_DIGITS);

/** Of a sum, a product and their like, by those of both sides. */
export const DIGITS_OF_RESULT: Readonly<
  Partial<Record<BinaryExpression['operator'], (left: number, right: number) => number>>
> = {
  add: Math.max,
  subtract: Math.max,
  modulo: Math.max,
  multiply: (left, right) => atMost(left + right),
  'divide-exact': (left) => atMost(left + 4),
  'divide-integer': () => 0,
};

export const nameOfCall = ({ name }: FunctionCall): string =>
  name.parts[name.parts.length - 1]?.value.toLowerCase() ?? '';

type Passed = (values: readonly Expression[]) => readonly Expression[];
const allOf: Passed = (values) => values;
const firstOf: Passed = (values) => values.slice(0, 1);
const behindFirst: Passed = (values) => values.slice(1);

/** The arguments of which a function gives one as it is, or with as many digits. */
const PASSES: Readonly<Record<string, Passed | undefined>> = {
  coalesce: allOf,
  ifnull: allOf,
  nvl: allOf,
  greatest: allOf,
  least: allOf,
  if: behindFirst,
  nvl2: behindFirst,
  nullif: firstOf,
  sum: firstOf,
  min: firstOf,
  max: firstOf,
  abs: firstOf,
  any_value: firstOf,
  lag: firstOf,
  lead: firstOf,
  first_value: firstOf,
  last_value: firstOf,
  nth_value: firstOf,
};

/** The arguments that give a call of MySQL's its digits; undefined where others do. */
export const digitsPassed = (node: FunctionCall): readonly Expression[] | undefined =>
  PASSES[nameOfCall(node)]?.(node.arguments);

/** Of these all values that PostgreSQL may give have the digits of what they are of. */
const KEEPS: ReadonlySet<string> = new Set(['sum', 'min', 'max', 'abs', 'first_value', 'last_value', 'nth_value']);

function digitsOfCall(node: FunctionCall, t: Translator): number | undefined {
  const called = nameOfCall(node);
  const [first, second] = node.arguments;
  if (called === 'count' || (called === 'time_to_sec' && first?.kind === 'column' && t.typeName(first) === undefined))
    return 0;
  if (first === undefined || t.typeName(first) === 'FLOAT') return undefined;
  const passed = t.source === 'MYSQL' || (t.source === 'POSTGRESQL' && KEEPS.has(called)) ? PASSES[called] : undefined;
  if (passed !== undefined) return mostDigits(passed(node.arguments), t);
  if (called === 'floor' || called === 'ceil' || called === 'ceiling') return 0;
  if (called === 'avg') return addDigits(digitsOf(first, t), 4);
  if (called === 'round' || called === 'truncate') {
    if (second === undefined) return 0;
    return second.kind === 'number' ? Number(second.text) : undefined;
  }
  return WHOLE_TYPES.has(t.typeName(node)) ? 0 : undefined;
}

/** A common type has the digits of the one that has most. */
function mostDigits(nodes: readonly Expression[], t: Translator): number | undefined {
  const digits = nodes.filter(({ kind }) => kind !== 'null').map((node) => digitsOf(node, t));
  return digits.includes(undefined) ? undefined : Math.max(...(digits as number[]));
}

const addDigits = (digits: number | undefined, more: number): number | undefined =>
  digits === undefined ? undefined : atMost(digits + more);
