import type { Assignment, Expression, SelectItem, TableName, Update } from '../../ast/index.js';
import { scopeOfChange } from '../../typing/index.js';
import { ChangedTable } from '../changes/changed-table.js';
import { columnAssignments, orderInTurn, readsOthers, type ColumnAssignment } from '../changes/column-assignments.js';
import { column, item, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { keyed } from './row-keys.js';
import { hasKeptKey, keptKeys, keyItems, named, selectOf } from './rows.js';
import type { Apart, StepMaker } from './step-maker.js';

/**
 * `SET a = b, b = a`: MySQL assigns in turn, so that no order keeps one from seeing another. The new values are computed
 * first, and then put into the rows.
 */
export const swappedColumns: Apart = (statement, steps) => {
  const { t } = steps;
  if (statement.kind !== 'update' || t.target !== 'MYSQL') return false;
  const [table] = statement.tables;
  if (table?.kind !== 'table-name') return false;
  const set = t.within(scopeOfChange(statement, t.scope), () => swapped(statement, table, t));
  if (set === undefined) return false;
  fromKept(statement, table, set, steps);
  return true;
};

/** The assignments, where each order lets one see what another has assigned; undefined where one does not. */
function swapped(node: Update, table: TableName, t: Translator): readonly ColumnAssignment[] | undefined {
  const isPlain = node.set.every(({ row, value }) => !row || value.kind === 'row');
  if (!isPlain || node.set.length + (node.set[0]?.targets.length ?? 0) < 3) return undefined;
  const { own } = new ChangedTable(table.name, table.alias, node, t);
  const set = columnAssignments(node.set, t);
  const isJoined = (node.from ?? []).length > 0;
  const isSeen = isJoined
    ? set.some((one) => readsOthers(one, set, own, t))
    : orderInTurn(set, undefined, own, t) === undefined;
  return isSeen ? set : undefined;
}

function fromKept(node: Update, table: TableName, set: readonly ColumnAssignment[], steps: StepMaker): void {
  const of = keyed(table, node, steps.t);
  const { span } = table;
  const computed = set.filter(({ value }) => value.kind !== 'default');
  const items: SelectItem[] = [
    ...keyItems(of),
    ...computed.map(({ value }, at) => item(value, name(`value_${at + 1}`, value.span))),
  ];
  const kept = steps.keep('changed', selectOf(items, [table, ...(node.from ?? [])], node));
  const put = (one: ColumnAssignment): Expression => {
    const at = computed.indexOf(one);
    return at < 0 ? one.value : column([kept, name(`value_${at + 1}`, one.value.span)], one.value.span);
  };
  const assignments = set.map((one): Assignment => ({
    kind: 'assignment',
    targets: [column([one.column], one.column.span)],
    row: false,
    value: put(one),
    span: one.column.span,
  }));
  const where = hasKeptKey(of, kept, keptKeys(of));
  steps.add({ kind: 'update', tables: [table], set: assignments, from: [named(kept)], where, span });
}
