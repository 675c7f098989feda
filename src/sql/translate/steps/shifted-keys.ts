import type { Assignment, ColumnReference, Expression, Name, TableName, Update } from '../../ast/index.js';
import { binary, call, column, item, name, number } from '../made-nodes.js';
import { lastOf, substitute } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import { named, selectOf } from './rows.js';
import type { Apart, StepMaker } from './step-maker.js';

/**
 * `SET pos = pos + 1 … ORDER BY pos DESC`: MySQL changes the rows in that order, so that no two have the same key at any
 * time, and PostgreSQL and SQLite have an order of their own. The rows go past all others first, and from there to their
 * places. https://dev.mysql.com/doc/refman/8.4/en/update.html
 */
export const shiftedKeys: Apart = (statement, steps) => {
  const { t } = steps;
  if (statement.kind !== 'update' || t.target === 'MYSQL' || t.source === 'POSTGRESQL') return false;
  const { tables, from, limit, returning, with: common, violation } = statement;
  const [table, second] = tables;
  const isPlain = [from, limit, returning, common, violation, second].every((one) => one === undefined);
  if (table?.kind !== 'table-name' || !isPlain) return false;
  const at = statement.set.findIndex((one) => isShifted(one, statement, table, t));
  if (at < 0) return false;
  shift(statement, table, at, steps);
  return true;
};

/** Whether a number moves by another one, in a column that is a key, or that the rows are ordered by because it is one. */
function isShifted(
  { targets, row, value }: Assignment,
  { orderBy = [] }: Update,
  table: TableName,
  t: Translator,
): boolean {
  const [target] = targets;
  if (row || target?.kind !== 'column' || value.kind !== 'binary') return false;
  const own = t.scope.key(lastOf(target));
  const isOwn = (one: Expression): boolean => one.kind === 'column' && t.scope.key(lastOf(one)) === own;
  const isMove = value.operator === 'add' || value.operator === 'subtract';
  if (!isMove || !isOwn(value.left) || (value.right.kind !== 'number' && value.right.kind !== 'parameter'))
    return false;
  const known = t.scope.context.catalogue?.table(table.name.parts.map((part) => t.scope.fold(part)));
  const isKey = known?.uniqueKeys?.some((key) => key.some((one) => t.scope.keyOf(one) === own));
  return isKey ?? orderBy.some(({ expression }) => isOwn(expression));
}

function shift(node: Update, table: TableName, at: number, steps: StepMaker): void {
  const { t } = steps;
  const { set, where, span } = node;
  const moved = set[at]?.targets[0] as ColumnReference;
  const own = column([lastOf(moved)], span);
  const { alias: _, ...bare } = table;
  const high = name('high', span);
  const width = name('width', span);
  const highest = call('max', [own], span);
  const spread = binary('add', binary('subtract', highest, call('min', [own], span)), number(1, span));
  const kept = steps.keep('range', selectOf([item(highest, high), item(spread, width)], [bare], {}));
  const of = (called: Name): Expression => ({
    kind: 'subquery',
    query: selectOf([item(column([called], span))], [named(kept)], {}),
    span,
  });
  const assigned = (value: Expression): Assignment => ({ kind: 'assignment', targets: [own], row: false, value, span });
  const away: Update = {
    kind: 'update',
    tables: [table],
    set: [assigned(binary('add', own, of(width)))],
    ...(where !== undefined && { where }),
    span,
  };
  const before = binary('subtract', own, of(width));
  const isMoved = (reference: ColumnReference): boolean =>
    t.scope.key(lastOf(reference)) === t.scope.key(lastOf(moved));
  const back = set.map((one, index): Assignment => {
    // MySQL's later assignments see the new value
    if (index > at && t.source === 'MYSQL') return one;
    return { ...one, value: substitute(one.value, (reference) => (isMoved(reference) ? before : undefined)) };
  });
  steps.add(away);
  steps.add({ kind: 'update', tables: [table], set: back, where: binary('greater', own, of(high)), span });
}
