import { functionOfCall } from '../../../analysis/function-of-call.js';
import { rewrite, type Expression, type FunctionCall, type Node } from '../../../ast/index.js';
import { condition } from '../../expressions/truth.js';
import { choose } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { CallPlace, Compose } from '../form.js';

/** A value for the rows that FILTER lets through, and NULL for the others. */
export function bounded(value: Expression, node: FunctionCall, t: Translator): Expression {
  return node.filter === undefined ? value : choose([[condition(node.filter, t), value]], undefined, value.span);
}

const OVER_ROWS: ReadonlySet<string | undefined> = new Set(['aggregate', 'window']);

/** Several aggregates of the same rows: FILTER bounds what each counts, and OVER stands behind each. */
function overRows(sql: string, { node, values, t }: CallPlace): Expression | undefined {
  if (node.distinct === true || node.withinGroup !== undefined) return undefined;
  const counted = values.map((value) => bounded(value, node, t));
  const { over } = node;
  if (over === undefined) return t.form(sql, counted, node);
  const window = t.node(over);
  // what is in the arguments has no part in the window: other nodes stand in their places meanwhile
  const places = new Map(
    counted.map((value): [Node, Expression] => [{ kind: 'keyword', word: '', span: value.span }, value]),
  );
  const made = t.form(sql, [...places.keys()] as Expression[], node);
  return rewrite<Node>(made, (one) => {
    const value = places.get(one);
    if (value !== undefined) return value;
    const isOver = one.kind === 'call' && OVER_ROWS.has(functionOfCall(one, t.to)?.class);
    return isOver ? { ...one, over: window } : one;
  }) as Expression;
}

export const aggregates =
  (sql: string): Compose =>
  (place) =>
    overRows(sql, place);
