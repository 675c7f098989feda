import {
  contains,
  isNoQuery,
  mapChildren,
  type Assignment,
  type ColumnReference,
  type Expression,
  type IndexElement,
  type Insert,
  type Name,
  type Node,
  type OnConflict,
} from '../../ast/index.js';
import { call, choose, column } from '../made-nodes.js';
import { condition } from '../expressions/truth.js';
import { lastOf, substitute } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import { assignedValue } from './assigned-values.js';
import type { ChangedTable } from './changed-table.js';
import { assignedColumn, atOnce, columnAssignments, inTurn, type ColumnAssignment } from './column-assignments.js';
import { indexed } from '../definitions/indexes/index-elements.js';
import { insertedColumns, keyForAny, keyOfConstraint, noticeOfAnyKey } from './conflict-targets.js';
import { EXCLUDED, excludedColumn, type RowConflict } from './row-conflicts.js';

/** A conflict as PostgreSQL and SQLite write it. */
export function onConflict(conflict: RowConflict, node: Insert, table: ChangedTable, t: Translator): OnConflict {
  const { where, update, updateWhere } = conflict;
  const columns = keyOf(conflict, node, table, t);
  return {
    kind: 'on-conflict',
    ...(columns !== undefined && { columns }),
    ...(where !== undefined && { where: condition(where, t) }),
    ...(update !== undefined && { update: assignments(conflict, node, table, t) }),
    ...(updateWhere !== undefined && { updateWhere: condition(qualified(updateWhere, table), t) }),
    span: node.span,
  };
}

function keyOf(
  { columns, constraint, update }: RowConflict,
  node: Insert,
  table: ChangedTable,
  t: Translator,
): readonly IndexElement[] | undefined {
  if (columns !== undefined) return columns.map((one) => keyElement(one, table, t));
  if (constraint !== undefined) {
    // any key, which is right where the table has one: https://sqlite.org/lang_upsert.html
    if (table.keys !== undefined || t.target !== 'SQLITE') return keyOfConstraint(constraint, table, t);
    t.notice('CONFLICT_KEY', node, 'Whichever key a row breaks is taken for that of the constraint.');
    return undefined;
  }
  return update !== undefined && t.to.features.foldsNames ? keyForAny(node, table, t) : undefined;
}

/** A column, or an expression, of an index; its words of an operator class are PostgreSQL's own. */
function keyElement({ expression, span }: IndexElement, table: ChangedTable, t: Translator): IndexElement {
  const made = expression.kind === 'column' ? table.target(lastOf(expression)) : indexed(expression, expression, t);
  return { kind: 'index-element', expression: made, span };
}

function assignments(
  { update = [], inTurn: seesBefore }: RowConflict,
  node: Insert,
  table: ChangedTable,
  t: Translator,
): Assignment[] {
  const isOfQuery = ({ row, value }: Assignment): boolean => row && value.kind !== 'row';
  if (!seesBefore && update.some(isOfQuery)) return update.map((one) => rowAssignment(one, table, t));
  const single = columnAssignments(update, t);
  const all = seesBefore ? atOnce(single, table.own, t) : single;
  return all.map(({ column: name, value }) => ({
    kind: 'assignment',
    targets: [table.target(name)],
    row: false,
    value: assignedValue(
      qualified(value, table),
      { ...table.given(name), before: ofTable(table.target(name), table) },
      t,
    ),
    span: node.span,
  }));
}

/** A row of columns that gets a row of values. */
export function rowAssignment(node: Assignment, table: ChangedTable, t: Translator): Assignment {
  const targets = node.targets.map((target) => table.target(assignedColumn(target, t)));
  return { ...node, targets, value: t.node(node.value) };
}

/** The table's own columns by its name: PostgreSQL would not know them from those of the new row. */
function qualified(value: Expression, { qualifier }: Pick<ChangedTable, 'qualifier'>): Expression {
  const own = (node: Node): Node => {
    if (node.kind === 'column') {
      const { parts, span } = node;
      return parts.length === 1 ? column([{ ...qualifier, span }, ...parts], span) : node;
    }
    return isNoQuery(node) ? mapChildren(node, own) : node;
  };
  return own(value) as Expression;
}

/**
 * A conflict as MySQL writes it: ON DUPLICATE KEY UPDATE, which for a row that is left out changes nothing. Undefined where no
 * column is known that could stay as it is.
 */
export function onDuplicateKey(
  conflict: RowConflict,
  node: Insert,
  table: ChangedTable,
  t: Translator,
): Assignment[] | undefined {
  noticeOfAnyKey(conflict, node, table, t);
  const { update, updateWhere } = conflict;
  if (update === undefined) {
    const stays = unchanged(conflict, node, table, t);
    return stays === undefined ? undefined : [stays];
  }
  if (updateWhere !== undefined && contains(updateWhere, (one) => !isNoQuery(one))) {
    t.refuse(
      updateWhere,
      'A condition with a query would be asked again for each column.',
      'Insert what a query selects.',
    );
  }
  const ordered = inTurn(columnAssignments(update, t), updateWhere, table.own, t);
  return ordered.map((one) => duplicateAssignment(one, updateWhere, table, t));
}

function duplicateAssignment(
  { column: name, value }: ColumnAssignment,
  where: Expression | undefined,
  table: ChangedTable,
  t: Translator,
): Assignment {
  const target = table.target(name);
  const made = withValues(assignedValue(byName(value, table, t), table.assigned(name), t));
  const kept =
    where && choose([[withValues(condition(byName(where, table, t), t)), made]], ofTable(target, table), name.span);
  return { kind: 'assignment', targets: [target], row: false, value: kept ?? made, span: name.span };
}

/** The table's columns by its own name: MySQL's INSERT gives it no alias, and a query that is inserted may have the same columns. */
function byName(value: Expression, table: ChangedTable, t: Translator): Expression {
  const { alias, name } = table;
  const named = qualified(value, { qualifier: name.parts[name.parts.length - 1] as Name });
  if (alias === undefined) return named;
  const key = t.scope.key(alias);
  return substitute(named, ({ parts: [first, ...others], span }) =>
    first !== undefined && others.length === 1 && t.scope.key(first) === key
      ? column([...name.parts, ...others], span)
      : undefined,
  );
}

/** A column of the target by the table's name there. */
const ofTable = ({ parts, span }: ColumnReference, { translated }: ChangedTable): ColumnReference =>
  column([translated.parts[translated.parts.length - 1] as Name, ...parts], span);

/** `excluded.x` as VALUES(x): MySQL 8 prefers a name for the new row, which MariaDB does not have. */
function withValues(value: Expression): Expression {
  const replace = (node: Node): Node => {
    if (node.kind !== 'column') return mapChildren(node, replace);
    const [qualifier, own] = node.parts as [Name, Name | undefined];
    if (own === undefined || qualifier.value.toLowerCase() !== EXCLUDED) return node;
    return call('VALUES', [column([own], node.span)], node.span);
  };
  return replace(value) as Expression;
}

/** An assignment of a column to itself: the row stays as it is, and whatever else is wrong is still an error. */
function unchanged({ columns }: RowConflict, node: Insert, table: ChangedTable, t: Translator): Assignment | undefined {
  const [first] = columns ?? [];
  const ofKey =
    first?.expression.kind === 'column' ? first.expression.parts[first.expression.parts.length - 1] : undefined;
  const [own] = table.primaryKey;
  const name = ofKey ?? (own === undefined ? insertedColumns(node, table, t)[0] : table.named(own));
  if (name === undefined) return undefined;
  const target = table.target(name);
  return { kind: 'assignment', targets: [target], row: false, value: ofTable(target, table), span: node.span };
}

/** REPLACE as PostgreSQL can say it: every column of the row that is there gets the new row's value, or its default. */
export function replacing(node: Insert, table: ChangedTable, t: Translator): OnConflict {
  const inserted = new Map(insertedColumns(node, table, t).map((one) => [t.scope.key(one), one]));
  const key = keyForAny(node, table, t);
  if (table.referring?.length !== 0) t.notice('REPLACED_IN_PLACE', node);
  const keys = new Set(key.map(({ expression }) => lastKey(expression, t)));
  const all = table.columns?.map((one) => table.named(one.name)) ?? [...inserted.values()];
  const update = all
    .filter((one) => !keys.has(t.scope.key(one)))
    .map((one): Assignment => {
      const value: Expression = inserted.has(t.scope.key(one))
        ? excludedColumn(table.target(one).parts[0] as Name)
        : { kind: 'default', span: node.span };
      return { kind: 'assignment', targets: [table.target(one)], row: false, value, span: node.span };
    });
  return { kind: 'on-conflict', columns: key, ...(update.length > 0 && { update }), span: node.span };
}

const lastKey = (node: Expression, t: Translator): string =>
  node.kind === 'column' ? t.scope.key(node.parts[node.parts.length - 1] as Name) : '';
