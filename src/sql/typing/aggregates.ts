import { functionOfCall } from '../analysis/function-of-call.js';
import { contains, isNoQuery, type Expression, type FunctionCall, type Node } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';

/** Whether a call is over a group of rows, which makes one row of them. */
export function isAggregate(call: FunctionCall, dialect: Dialect): boolean {
  return call.over === undefined && functionOfCall(call, dialect)?.class === 'aggregate';
}

/** Whether a node is a call over a window. */
export const isOverWindow = (node: Node): boolean => node.kind === 'call' && node.over !== undefined;

/** Whether an expression of a select has an aggregate of that select's rows. */
export function hasAggregate(expression: Expression, dialect: Dialect): boolean {
  return contains(expression, (node) => node.kind === 'call' && isAggregate(node, dialect), isNoQuery);
}
