import {
  contains,
  type ColumnReference,
  type Delete,
  type Expression,
  type Name,
  type Update,
} from '../../ast/index.js';
import { scopeOfChange } from '../../typing/index.js';
import { ChangedTable } from '../changes/changed-table.js';
import { columnAssignments } from '../changes/column-assignments.js';
import { calledIn } from '../changes/joined-tables.js';
import { allOf, anyOf, binary, column, item, name, not, number } from '../made-nodes.js';
import { lastOf, substitute } from '../queries/lowering/references.js';
import { isVolatile } from '../repeated-arguments.js';
import type { Translator } from '../translator.js';
import { columnName, selectOf } from './rows.js';
import type { Apart } from './step-maker.js';

/**
 * UPDATE OR REPLACE of one row: the rows that have its new keys are deleted first, as SQLite does.
 * https://sqlite.org/lang_conflict.html
 *
 * Of several rows each may take the place of another one, in the order in which SQLite comes to them, which no other engine
 * has: these are left to be refused.
 */
export const rowsInTheWay: Apart = (statement, steps) => {
  const { t } = steps;
  if (statement.kind !== 'update' || statement.violation !== 'replace' || t.target === 'SQLITE') return false;
  const deletion = t.within(scopeOfChange(statement, t.scope), () => deletionBefore(statement, t));
  if (deletion === undefined) return false;
  const { violation: _, ...plain } = statement;
  steps.add(deletion);
  steps.add(plain);
  return true;
};

function deletionBefore(node: Update, t: Translator): Delete | undefined {
  const { where, from, limit, span } = node;
  const [table, second] = node.tables;
  if (table?.kind !== 'table-name' || second !== undefined || from !== undefined || limit !== undefined)
    return undefined;
  const changed = new ChangedTable(table.name, table.alias, node, t);
  if (where === undefined || node.with !== undefined || !isOneRow(where, changed, t)) return undefined;
  const values = newValues(node, t);
  const keys = (changed.keys ?? []).filter((key) => key.some((one) => values?.has(t.scope.keyOf(one))));
  if (values === undefined || keys.length === 0 || changed.primaryKey.length === 0) return undefined;
  const { alias: _, ...bare } = table;
  const own = calledIn(bare);
  const kept = name(t.freshName('kept'), span);
  const ofKept = <Part extends Expression>(part: Part): Part =>
    substitute(part, (reference) => column([kept, lastOf(reference)], reference.span));
  const same = (called: string, value: Expression): Expression =>
    binary('equal', column([own, columnName(called, span)], span), value);
  const before = (called: string): Expression => column([kept, columnName(called, span)], span);
  const isInTheWay = keys.map((key) =>
    allOf(key.map((one) => same(one, ofKept(values.get(t.scope.keyOf(one)) ?? before(one))))),
  );
  const isItself = allOf(changed.primaryKey.map((one) => same(one, before(one))));
  const rows = selectOf([item(number(1, span))], [{ ...bare, alias: kept }], {
    where: allOf([ofKept(where), anyOf(isInTheWay), not(isItself)]),
  });
  return { kind: 'delete', from: [bare], where: { kind: 'exists', query: rows, span }, span };
}

/** What the columns get, by their keys; undefined where that may be another value when it is asked for again. */
function newValues(node: Update, t: Translator): ReadonlyMap<string, Expression> | undefined {
  const set = columnAssignments(node.set, t);
  const isTold = ({ value }: { readonly value: Expression }): boolean =>
    value.kind !== 'default' && !isVolatile(value, t.from) && !contains(value, ({ kind }) => kind === 'query');
  return set.every(isTold) ? new Map(set.map((one) => [t.scope.key(one.column), one.value])) : undefined;
}

const FIXED: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>(['string', 'number', 'parameter']);

/** Whether a condition compares all columns of a key with values, so that one row at most is meant. */
function isOneRow(where: Expression, { keys = [] }: ChangedTable, t: Translator): boolean {
  if (contains(where, ({ kind }) => kind === 'query')) return false;
  const compared = new Set(comparedWithValues(where).map((one) => t.scope.key(one)));
  return keys.some((key) => key.every((one) => compared.has(t.scope.keyOf(one))));
}

function comparedWithValues(where: Expression): readonly Name[] {
  if (where.kind === 'logical' && where.operator === 'and') return where.operands.flatMap(comparedWithValues);
  if (where.kind !== 'binary' || where.operator !== 'equal') return [];
  const sides = [where.left, where.right];
  const own = sides.find((one): one is ColumnReference => one.kind === 'column');
  return own !== undefined && sides.some(({ kind }) => FIXED.has(kind)) ? [lastOf(own)] : [];
}
