import { functionOfCall } from '../../analysis/function-of-call.js';
import { rewrite, type Expression, type FunctionCall } from '../../ast/index.js';
import { condition } from '../expressions/truth.js';
import { choose } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { CallPlace, Compose } from './form.js';

/** A value for the rows that FILTER lets through, and NULL for the others. */
export function bounded(value: Expression, node: FunctionCall, t: Translator): Expression {
  return node.filter === undefined ? value : choose([[condition(node.filter, t), value]], undefined, value.span);
}

const OVER_ROWS: ReadonlySet<string | undefined> = new Set(['aggregate', 'window']);

/** Several aggregates of the same rows: FILTER bounds what each counts, and OVER stands behind each. */
export function overRows(sql: string, { node, values, t }: CallPlace): Expression | undefined {
  if (node.distinct === true || node.withinGroup !== undefined) return undefined;
  const made = t.form(
    sql,
    values.map((value) => bounded(value, node, t)),
    node,
  );
  const { over } = node;
  if (over === undefined) return made;
  const window = t.node(over);
  return rewrite<Expression>(made, (one) =>
    one.kind === 'call' && OVER_ROWS.has(functionOfCall(one, t.to)?.class) ? { ...one, over: window } : one,
  );
}

export const aggregates =
  (sql: string): Compose =>
  (place) =>
    overRows(sql, place);
