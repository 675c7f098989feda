import { functionOfCall } from '../../analysis/function-of-call.js';
import type { Expression, FunctionCall } from '../../ast/index.js';
import { functionRow, type FunctionRow } from '../../functions/index.js';
import { formRow } from '../functions/index.js';
import { FORM_OF, takenFor, type CallPlace, type Form } from '../functions/form.js';
import { choose, qualified } from '../made-nodes.js';
import { orderItems } from '../queries/order.js';
import type { RuleTable, Translator } from '../translator.js';
import { wanted } from './coercion.js';
import { comparedInside } from './text-comparison.js';
import { condition } from './truth.js';

/** Calls of functions. */
export const calls: RuleTable = {
  call: (node, t) => callOf(node, t),
  'named-argument': (node, t) => t.refuse(node, 'Arguments by name have no counterpart in the target.'),
  'variadic-argument': (node, t) => t.refuse(node, 'An array as the arguments has no counterpart in the target.'),
};

function callOf(node: FunctionCall, t: Translator): Expression {
  const row = functionOfCall(node, t.from);
  if (row === undefined) return unknown(node, t);
  const forms = formRow(row.meaning);
  const values = node.arguments.map((value, index) => wanted(value, takenFor(forms?.takes, index), t));
  const place: CallPlace = { node, row, values: comparedInside(node, row.meaning, values, t), t };
  const form = forms?.[FORM_OF[t.target]];
  const made = form === undefined ? renamed(place) : byForm(form, place);
  return made === undefined ? refused(place) : withSuffixes(made, node, t);
}

function unknown(node: FunctionCall, t: Translator): Expression {
  return t.refuse(
    node,
    `What \`${t.textOf(node.name)}\` does is not known, so that it can’t be carried over.`,
    'Write it with functions of the dialect, or send the statement in the dialect of the database.',
  );
}

function refused({ node, t }: CallPlace): Expression {
  return t.refuse(node, `\`${t.textOf(node.name)}\` has no counterpart in the target that means the same.`);
}

function byForm(form: Form, place: CallPlace): Expression | undefined {
  const { node, values, t } = place;
  if (typeof form === 'string') return t.form(form, values, node);
  if (typeof form === 'function') return form(place);
  const found = form.find(({ when }) => when(place));
  if (found === undefined) return undefined;
  if (found.notice !== undefined) t.notice(found.notice, node);
  return byForm(found.form, place);
}

/** The target's own function of the same meaning. */
function renamed({ node, row, values, t }: CallPlace): Expression | undefined {
  const called = spelling(row, values.length, t);
  if (called === undefined || node.tail !== undefined) return undefined;
  const { span, withinGroup, nulls, fromLast } = node;
  if (nulls === 'ignore' || fromLast === true) return undefined;
  return {
    kind: 'call',
    name: qualified(called, node.name.span),
    arguments: values,
    ...(withinGroup !== undefined && { withinGroup: t.all(withinGroup) }),
    span,
  };
}

/** The first of the target's names that means the row with so many arguments. */
function spelling(row: FunctionRow, count: number, t: Translator): string | undefined {
  return row.names[t.target]?.find(({ name }) => functionRow(t.target, name, count)?.meaning === row.meaning)?.name;
}

/** Whether FILTER bounds the rows of an aggregate. */
const hasFilter = (t: Translator): boolean => t.to.features.onConflict;

/** What stands behind a call, put behind the call of the target's: OVER, FILTER, DISTINCT and the order of its rows. */
function withSuffixes(made: Expression, node: FunctionCall, t: Translator): Expression {
  const { distinct, filter, over, orderBy } = node;
  if (distinct === undefined && filter === undefined && over === undefined && orderBy === undefined) return made;
  return inAggregate(made, t, (inner) => {
    if (inner.kind !== 'call')
      return t.refuse(node, `\`${t.textOf(node)}\` can’t be composed over these rows in the target.`);
    const call: FunctionCall = {
      ...inner,
      ...(distinct === true && { distinct }),
      ...(orderBy !== undefined && inner.orderBy === undefined && { orderBy: orderItems(orderBy, undefined, t) }),
      ...(over !== undefined && { over: t.node(over) }),
    };
    return filter === undefined ? call : filtered(call, condition(filter, t), t);
  });
}

/** Changes the call over a group that an expression of the target's has, which may stand within others. */
function inAggregate(made: Expression, t: Translator, put: (call: Expression) => Expression): Expression {
  if (made.kind === 'call' && isOverRows(made, t)) return put(made);
  if (made.kind === 'cast') return { ...made, operand: inAggregate(made.operand, t, put) };
  if (made.kind === 'call') {
    const at = made.arguments.findIndex((one) => one.kind === 'call' || one.kind === 'cast');
    if (at >= 0)
      return {
        ...made,
        arguments: made.arguments.map((one, index) => (index === at ? inAggregate(one, t, put) : one)),
      };
  }
  if (made.kind === 'binary' && made.left.kind === 'call') return { ...made, left: inAggregate(made.left, t, put) };
  return put(made);
}

function isOverRows(node: FunctionCall, t: Translator): boolean {
  const row = functionOfCall(node, t.to);
  return row?.class === 'aggregate' || row?.class === 'window';
}

/** FILTER, or a value that is NULL for the rows that are left out. */
function filtered(node: FunctionCall, bounds: Expression, t: Translator): FunctionCall {
  if (hasFilter(t)) return { ...node, filter: bounds };
  const [first, ...others] = node.arguments;
  const counted =
    first === undefined || first.kind === 'star' ? ({ kind: 'number', text: '1', span: node.span } as const) : first;
  return { ...node, arguments: [choose([[bounds, counted]], undefined, node.span), ...others] };
}
