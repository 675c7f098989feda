import {
  contains,
  rewrite,
  type Assignment,
  type AssignmentTarget,
  type ColumnReference,
  type Expression,
  type Name,
  type Query,
  type SubqueryExpression,
} from '../../ast/index.js';
import { hasAggregate } from '../../typing/aggregates.js';
import { lastOf } from '../queries/lowering/references.js';
import { isVolatile } from '../repeated-arguments.js';
import type { Translator } from '../translator.js';

/** One column, and what is put into it, in the source's terms. */
export interface ColumnAssignment {
  readonly column: Name;
  readonly value: Expression;
}

/** The key of a column of the table that is changed; undefined for any other. */
export type OwnColumn = (reference: ColumnReference) => string | undefined;

/** Assignments of one column each: a row of values is parted, a query's columns become a query each. */
export function columnAssignments(nodes: readonly Assignment[], t: Translator): ColumnAssignment[] {
  return nodes.flatMap((node) => {
    const values = node.row ? partsOf(node, t) : [node.value];
    return node.targets.map((target, index): ColumnAssignment => {
      return { column: assignedColumn(target, t), value: values[index] as Expression };
    });
  });
}

/** The name of the column that is given a value. */
export function assignedColumn(target: AssignmentTarget, t: Translator): Name {
  if (target.kind === 'column') return lastOf(target);
  return t.refuse(target, 'The target has no values that a change reaches into.');
}

function partsOf({ value, targets }: Assignment, t: Translator): readonly Expression[] {
  if (value.kind === 'row' && value.items.length === targets.length) return value.items;
  if (value.kind === 'subquery') {
    const parts = columnsApart(value, t);
    if (parts?.length === targets.length) return parts;
  }
  return t.refuse(value, 'These values can’t be told apart for the target.', 'Assign the columns one by one.');
}

/** A query of several columns as one of each. */
function columnsApart({ query, span }: SubqueryExpression, t: Translator): readonly Expression[] | undefined {
  const { body } = query;
  if (body.kind !== 'select' || body.columns.some(({ expression }) => expression.kind === 'star')) return undefined;
  if (body.columns.some(({ expression }) => isVolatile(expression, t.from))) return undefined;
  const isOneRow =
    body.groupBy === undefined && body.columns.some(({ expression }) => hasAggregate(expression, t.from));
  if (isOneRow && body.having !== undefined) return undefined;
  return body.columns.map((column): Expression => {
    // one that stands beside an aggregate is a row by itself, whatever the query finds
    if (isOneRow && !hasAggregate(column.expression, t.from)) return column.expression;
    const single: Query = { ...query, body: { ...body, columns: [column] } };
    return { kind: 'subquery', query: single, span };
  });
}

/** MySQL's assignments see what those before them have assigned: for engines where all see the row as it was. */
export function atOnce(assignments: readonly ColumnAssignment[], own: OwnColumn, t: Translator): ColumnAssignment[] {
  const done = new Map<string, Expression>();
  const seenInTurn = assignments.map(({ column, value }) => {
    const seen = rewrite(value, (node) => {
      const before = node.kind === 'column' ? done.get(own(node) ?? '') : undefined;
      if (before === undefined) return node;
      if (isVolatile(before, t.from)) {
        t.refuse(column, 'This sees a value that was assigned before it, and that differs each time.');
      }
      return before;
    });
    done.set(t.scope.key(column), seen);
    return { column, value: seen };
  });
  return lastOfEach(seenInTurn, t);
}

/** A column that is assigned twice is what it was assigned last. */
const lastOfEach = (assignments: readonly ColumnAssignment[], t: Translator): ColumnAssignment[] =>
  assignments.filter(
    ({ column }, at) => !assignments.slice(at + 1).some((later) => t.scope.key(later.column) === t.scope.key(column)),
  );

/**
 * Assignments that all see the row as it was, for an engine where each sees what those before it have assigned: each goes
 * before the one that changes what it reads.
 */
export function inTurn(
  assignments: readonly ColumnAssignment[],
  readsAlso: Expression | undefined,
  own: OwnColumn,
  t: Translator,
): ColumnAssignment[] {
  const ordered = orderInTurn(assignments, readsAlso, own, t);
  if (ordered !== undefined) return ordered;
  const [first] = assignments as [ColumnAssignment];
  return t.refuse(
    first.column,
    'Each of these assignments reads what another one changes, and the target assigns them in turn.',
    'Join the table with a query of the old values.',
  );
}

/** The order in which none of the assignments sees another; undefined where there is none. */
export function orderInTurn(
  assignments: readonly ColumnAssignment[],
  readsAlso: Expression | undefined,
  own: OwnColumn,
  t: Translator,
): ColumnAssignment[] | undefined {
  const waiting = assignments.map((one) => ({ one, key: t.scope.key(one.column), reads: readBy(one.value, own) }));
  const everywhere = readsAlso === undefined ? new Set<string>() : readBy(readsAlso, own);
  const ordered: ColumnAssignment[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ key }) =>
      waiting.every((other) => other.key === key || !(other.reads.has(key) || everywhere.has(key))),
    );
    const [next] = at < 0 ? [] : waiting.splice(at, 1);
    if (next === undefined) return undefined;
    ordered.push(next.one);
  }
  return ordered;
}

/** Whether an assignment reads a column that another one changes. */
export const readsOthers = (
  one: ColumnAssignment,
  all: readonly ColumnAssignment[],
  own: OwnColumn,
  t: Translator,
): boolean => all.some((other) => other !== one && readBy(one.value, own).has(t.scope.key(other.column)));

function readBy(value: Expression, own: OwnColumn): ReadonlySet<string> {
  const found = new Set<string>();
  contains(value, (node) => {
    const key = node.kind === 'column' ? own(node) : undefined;
    if (key !== undefined) found.add(key);
    return false;
  });
  return found;
}
