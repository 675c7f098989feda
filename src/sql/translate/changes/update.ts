import type {
  Assignment,
  ColumnReference,
  Expression,
  TableName,
  TableReference,
  Update,
  Violation,
} from '../../ast/index.js';
import { scopeOfChange } from '../../typing/index.js';
import { substitute } from '../queries/lowering/references.js';
import { condition } from '../expressions/truth.js';
import { allOf, binary, column, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { assignedValue } from './assigned-values.js';
import { ChangedTable } from './changed-table.js';
import {
  assignedColumn,
  atOnce,
  columnAssignments,
  inTurn,
  readsOthers,
  type ColumnAssignment,
  type OwnColumn,
} from './column-assignments.js';
import { mayBeOfKey } from './conflict-targets.js';
import { calledIn, calledInTarget, joinedTables, tableCalled, tableNames, type JoinedTables } from './joined-tables.js';
import { rowAssignment } from './on-conflict.js';
import { withoutOwnRows } from './own-rows.js';
import { returningFor } from './returning.js';
import { bounds, joinedCondition } from './row-bounds.js';
import { isOneOf, keyOfRow, rowKey } from './row-keys.js';
import { leavingAlone } from './left-alone.js';
import { withoutLeadingTables } from './leading-tables.js';

/** UPDATE of one table, beside others or by itself. */
export function update(node: Update, t: Translator): Update {
  return t.within(scopeOfChange(node, t.scope), () => updating(node, t));
}

function updating(node: Update, t: Translator): Update {
  const { modifiers = [], hints = [], cursor, tables, from = [], returning } = node;
  if (cursor !== undefined) t.refuse(node, 'A cursor is a session’s own.', 'Name the rows in WHERE.');
  if (modifiers.length + hints.length > 0) t.notice('HINT_DROPPED', node);
  const references = [...tables, ...from];
  const changed = changedTable(node, references, t);
  const table = new ChangedTable(changed.name, changed.alias, node, t);
  const made: Update = {
    ...withViolation(node, parts(node, references, { changed, table }, t), { changed, table }, t),
    ...(returning !== undefined && { returning: returningFor(node, returning, t) }),
  };
  return withoutLeadingTables(node.with, withoutOwnRows(made, table, t), t);
}

/** What becomes of rows that break a key, where one is assigned. */
function withViolation(node: Update, made: Update, { changed, table }: Target, t: Translator): Update {
  const { violation } = node;
  if (violation === undefined || violation === 'abort' || !mayBreakKey(node, table, t)) return made;
  const isIgnored = violation === 'ignore';
  if (isIgnored && !t.to.features.foldsNames) return { ...made, violation };
  const apart = isIgnored ? leavingAlone(made, table, changed, t) : undefined;
  return (
    apart ??
    t.refuse(
      node,
      `UPDATE OR ${violation.toUpperCase()} has no counterpart in the target.`,
      table.keys === undefined
        ? 'Name a `target`, whose tables tell the keys, or leave out the rows that break a key.'
        : 'Leave out the rows that break a key.',
    )
  );
}

/** What does something else about keys that are there than to fail. */
const GIVES_WAY: ReadonlySet<Violation | undefined> = new Set<Violation | undefined>(['replace', 'ignore']);

function mayBreakKey({ set, violation }: Update, { keys }: ChangedTable, t: Translator): boolean {
  const columns = set.flatMap(({ targets }) => targets.map((one) => assignedColumn(one, t)));
  // OR FAIL of what is a key all the same fails in the source, too
  if (keys === undefined) return GIVES_WAY.has(violation) || columns.some(({ value }) => mayBeOfKey(value));
  const assigned = new Set(columns.map((one) => t.scope.key(one)));
  return keys.some((key) => key.some((column) => assigned.has(t.scope.keyOf(column))));
}

interface Target {
  readonly changed: TableName;
  readonly table: ChangedTable;
}

/** The one table whose columns are set. */
function changedTable({ set, tables, span }: Update, references: readonly TableReference[], t: Translator): TableName {
  const [only, second] = tables;
  if (second === undefined && only?.kind === 'table-name') return only;
  const found = new Set(
    set
      .flatMap(({ targets }) => targets)
      .map((target) => (target.kind === 'column' ? tableOf(target, references, t) : undefined)),
  );
  const [table] = found;
  if (found.size === 1 && table !== undefined) return table;
  return t.refuse(
    { ...(set[0] as Assignment), span },
    found.size > 1 ? 'The target changes one table at a time.' : 'Which table is changed can’t be told.',
    found.size > 1 ? 'Change each in a statement of its own.' : 'Write its name before the columns.',
  );
}

function tableOf(target: ColumnReference, references: readonly TableReference[], t: Translator): TableName | undefined {
  const qualifier = target.parts.slice(0, -1);
  if (qualifier.length > 0) return tableCalled(qualifier, references, t);
  const known = t.scope.known(target)?.table?.name;
  const named = [...tableNames(references)];
  return named.find((one) => known !== undefined && t.scope.source([calledIn(one)])?.origin?.name === known);
}

function parts(node: Update, references: readonly TableReference[], target: Target, t: Translator): Update {
  const { changed, table } = target;
  const made = { kind: 'update', span: node.span } as const;
  if (t.to.features.joinedChanges) {
    return { ...made, tables: t.all(references), ...bounds(node, t), set: setOf(node, { ...target, references }, t) };
  }
  const set = (): Assignment[] => setOf(node, { ...target, references: [] }, t);
  if (node.limit !== undefined) {
    const where = isOneOf(
      { from: [t.node(changed)], ...bounds(node, t) },
      [changed, calledInTarget(changed, t)],
      rowKey(table, t),
      t,
    );
    return { ...made, tables: [t.node(changed)], set: set(), where };
  }
  const joined = joinedTables(references, changed);
  if (joined === undefined) return besideItself(node, references, target, t);
  return { ...made, tables: [t.node(changed)], set: set(), ...joins(node, joined, t) };
}

/** Tables beside the one that is changed, and what bounds the rows. */
function joins({ where }: Update, { others, conditions }: JoinedTables, t: Translator): Pick<Update, 'from' | 'where'> {
  const all = joinedCondition(conditions, where, t);
  return { ...(others.length > 0 && { from: t.all(others) }), ...(all !== undefined && { where: all }) };
}

/** The table once more beside itself: for a join whose rows are there without those of the other table. */
function besideItself(
  node: Update,
  references: readonly TableReference[],
  { changed, table }: Target,
  t: Translator,
): Update {
  const outer = name(t.freshName(calledIn(changed).value), changed.span);
  const key = rowKey(table, t);
  const same = binary('equal', keyOfRow(key, outer, t), keyOfRow(key, calledInTarget(changed, t), t));
  const { own } = table;
  const set = setOf(node, { changed, table, references: [] }, t, (value) => qualified(value, changed, own));
  const where = node.where === undefined ? [] : [condition(qualified(node.where, changed, own), t)];
  return {
    kind: 'update',
    tables: [{ ...t.node(changed), alias: outer }],
    set,
    from: t.all(references),
    where: allOf([same, ...where]),
    span: node.span,
  };
}

/** The changed table's columns by its name, as it is there twice. */
function qualified(value: Expression, changed: TableName, own: OwnColumn): Expression {
  return substitute(value, (reference) =>
    reference.parts.length === 1 && own(reference) !== undefined
      ? column([calledIn(changed), ...reference.parts], reference.span)
      : undefined,
  );
}

interface SetPlace extends Target {
  /** All tables of the statement, where several may be set; none where a column stands without its table. */
  readonly references: readonly TableReference[];
}

function setOf(
  node: Update,
  { changed, table, references }: SetPlace,
  t: Translator,
  seen: (value: Expression) => Expression = (value) => value,
): Assignment[] {
  const { set } = node;
  const { own } = table;
  const isOfRow = ({ row, value }: Assignment): boolean => row && value.kind !== 'row';
  if (!t.to.features.joinedChanges && !t.from.features.joinedChanges && set.some(isOfRow)) {
    const rest: Update = { ...node, set: set.filter((one) => !isOfRow(one)) };
    const rows = set.filter(isOfRow).map((one) => rowAssignment(one, table, t));
    return [...rows, ...setOf(rest, { changed, table, references }, t, seen)];
  }
  const written = columnAssignments(set, t);
  const isAlone = references.length < 2;
  const all = t.from.features.joinedChanges
    ? atOnce(written, own, t)
    : t.to.features.joinedChanges
      ? inOrder(written, own, isAlone, t)
      : written;
  const qualifier = isAlone ? [] : [calledInTarget(changed, t)];
  return all.map(({ column: name, value }) => ({
    kind: 'assignment',
    targets: [column([...qualifier, ...table.target(name).parts], name.span)],
    row: false,
    value: assignedValue(seen(value), table.assigned(name), t),
    span: name.span,
  }));
}

/** MySQL promises an order of assignments for one table alone: https://dev.mysql.com/doc/refman/8.4/en/update.html */
function inOrder(
  written: readonly ColumnAssignment[],
  own: OwnColumn,
  isAlone: boolean,
  t: Translator,
): readonly ColumnAssignment[] {
  if (isAlone) return inTurn(written, undefined, own, t);
  const reading = written.find((one) => readsOthers(one, written, own, t));
  if (reading === undefined) return written;
  return t.refuse(
    reading.column,
    'This reads a column that another assignment changes, and the target promises no order of them in a join.',
    'Read the old values from a query that is joined.',
  );
}
