import type { FunctionCall } from '../../ast/index.js';
import type { FunctionRow } from '../../functions/index.js';
import { commonType } from '../common-type.js';
import { operatorType } from '../operator-types.js';
import type { Scope } from '../scope.js';
import { arrayOf, plainType, type SqlType } from '../sql-type.js';
import type { Typed } from '../typed.js';

/** A call with what is told of its arguments. */
export interface Call {
  readonly node: FunctionCall;
  readonly row: FunctionRow;
  readonly values: readonly Typed[];
  readonly scope: Scope;
}

type CallType = (call: Call) => SqlType | undefined;

/** A date and an interval: as the operators have them. A number is one of days. */
const dateWith =
  (operator: 'add' | 'subtract'): CallType =>
  ({ node, values, scope }) => {
    const [date, amount] = node.arguments;
    const [typedDate, typedAmount] = values;
    if (date === undefined || amount === undefined || typedDate === undefined || typedAmount === undefined) {
      return undefined;
    }
    if (amount.kind !== 'interval') return typedDate.type;
    const { rules } = scope.context;
    const operands = { left: { node: date, typed: typedDate }, right: { node: amount, typed: typedAmount } };
    return operatorType(rules.binary[operator], operands, rules).type;
  };

/** The type of what WITHIN GROUP orders by; an array of it where the argument is one. */
const ofOrdered =
  (change: (type: SqlType | undefined) => SqlType | undefined): CallType =>
  ({ node, values, scope }) => {
    const ordered = node.withinGroup?.[0]?.expression;
    const type = ordered && change(scope.typeOf(ordered).type);
    return values[0]?.type?.type === 'ARRAY' ? arrayOf(type) : type;
  };

const continuous = (type: SqlType | undefined): SqlType | undefined =>
  type === undefined || type.type === 'INTERVAL' ? type : plainType('FLOAT');

/** Every second argument, from the second on, and the last of an odd number: CASE as a function. */
const isResult = (_: unknown, index: number, list: readonly unknown[]): boolean =>
  index % 2 === 1 || (index === list.length - 1 && list.length % 2 === 1);

/** Calls whose type hangs on more than their row says, by meaning. */
export const CALL_TYPES: ReadonlyMap<string, CallType> = new Map<string, CallType>([
  ['date_plus', dateWith('add')],
  ['date_minus', dateWith('subtract')],
  ['percentile_disc', ofOrdered((type) => type)],
  ['percentile_cont', ofOrdered(continuous)],
  ['mode', ofOrdered((type) => type)],
  ['if_chain', ({ values, scope }) => commonType(values.filter(isResult), scope.context.rules.common)],
  ['series', typeOfSeries],
  ['string_to_array', () => arrayOf(plainType('TEXT'))],
  ['join_texts', ({ values }) => plainType(values[0]?.type?.type === 'BINARY' ? 'BINARY' : 'TEXT')],
]);

/** Both bounds become one type; dates are moments to it. */
function typeOfSeries({ values, scope }: Call): SqlType | undefined {
  const common = commonType(values.slice(0, 2), scope.context.rules.common);
  return common?.type === 'DATE' ? plainType('TIMESTAMPTZ') : common;
}
