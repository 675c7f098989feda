import type { Delete, Expression, QualifiedName, TableName, TableReference } from '../../ast/index.js';
import { scopeOfChange } from '../../typing/index.js';
import { item, number, queryOf } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { ChangedTable } from './changed-table.js';
import { calledInTarget, joinedTables, tableCalled, type JoinedTables } from './joined-tables.js';
import { withoutLeadingTables } from './leading-tables.js';
import { withoutOwnRows } from './own-rows.js';
import { returningFor } from './returning.js';
import { bounds, joinedCondition } from './row-bounds.js';
import { isOneOf, rowKey, type RowsWanted } from './row-keys.js';

/** DELETE out of one table, beside others or by itself. */
export function deletion(node: Delete, t: Translator): Delete {
  return t.within(scopeOfChange(node, t.scope), () => deleting(node, t));
}

function deleting(node: Delete, t: Translator): Delete {
  const { modifiers = [], hints = [], cursor, returning } = node;
  if (cursor !== undefined) t.refuse(node, 'A cursor is a session’s own.', 'Name the rows in WHERE.');
  if (modifiers.includes('IGNORE'))
    t.refuse(node, 'DELETE IGNORE has no counterpart in the target.', 'Leave out the rows that others refer to.');
  if (modifiers.length + hints.length > 0) t.notice('HINT_DROPPED', node);
  const changed = changedTable(node, t);
  const table = new ChangedTable(changed.name, changed.alias, node, t);
  const made: Delete = {
    ...parts(node, changed, table, t),
    ...(returning !== undefined && { returning: returningFor(node, returning, t) }),
  };
  return withoutLeadingTables(node.with, withoutOwnRows(made, table, t), t);
}

/** The one table whose rows go. */
function changedTable({ targets, from, using = [], span }: Delete, t: Translator): TableName {
  const [only] = from;
  const names = targets ?? [];
  if (names.length > 1) {
    t.refuse(
      names[1] as QualifiedName,
      'The target deletes out of one table at a time.',
      'Delete from each in a statement of its own.',
    );
  }
  const [name] = names;
  const found = name === undefined ? only : tableCalled(name.parts, [...from, ...using], t);
  if (found?.kind === 'table-name') return found;
  return t.refuse(
    { ...(from[0] as TableReference), span },
    'Which table loses its rows can’t be told.',
    'Write its name.',
  );
}

function parts(node: Delete, changed: TableName, table: ChangedTable, t: Translator): Delete {
  const references = [...node.from, ...(node.using ?? [])];
  const { features } = t.to;
  const made = { kind: 'delete', span: node.span } as const;
  if (features.joinedChanges) return inJoin(node, references, changed, t);
  if (references.length === 1 && references[0] === changed && node.limit === undefined) {
    return { ...made, from: [t.node(changed)], ...bounds(node, t) };
  }
  const joined = node.limit === undefined ? joinedTables(references, changed) : undefined;
  if (joined === undefined) {
    const wanted: RowsWanted = { from: t.all(references), ...bounds(node, t) };
    const where = isOneOf(wanted, [changed, calledInTarget(changed, t)], rowKey(table, t), t);
    return { ...made, from: [t.node(changed)], where };
  }
  const where = joinedCondition(joined.conditions, node.where, t);
  const from = [t.node(changed)];
  return features.foldsNames
    ? { ...made, from, using: t.all(joined.others), ...(where !== undefined && { where }) }
    : { ...made, from, where: partner(joined, where, t) };
}

/** The condition that there is a row of the others for it. */
function partner({ others, changed }: JoinedTables, where: Expression | undefined, t: Translator): Expression {
  const { span } = changed;
  const body = { kind: 'select', columns: [item(number(1, span))], from: t.all(others), span } as const;
  const query = queryOf({ ...body, ...(where !== undefined && { where }) });
  return { kind: 'exists', query, span };
}

/** As MySQL writes it; a table with an alias is one of several there, as MariaDB has none for it alone. */
function inJoin(node: Delete, references: readonly TableReference[], changed: TableName, t: Translator): Delete {
  const made = { kind: 'delete', from: t.all(references), ...bounds(node, t), span: node.span } as const;
  if (references.length === 1 && changed.alias === undefined) return made;
  if (node.limit !== undefined)
    t.refuse(node.limit, 'The target bounds the rows of one table without an alias.', 'Leave out the alias.');
  const target: QualifiedName = { kind: 'qualified-name', parts: [calledInTarget(changed, t)], span: changed.span };
  return { ...made, targets: [target] };
}
