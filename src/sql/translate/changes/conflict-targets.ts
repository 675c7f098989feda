import type { IndexElement, Insert, Name } from '../../ast/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import type { RowConflict } from './row-conflicts.js';

/** The key whose rows a change means by any key: PostgreSQL wants one by its columns. */
export function keyForAny(node: Insert, table: ChangedTable, t: Translator): readonly IndexElement[] {
  const inserted = insertedColumns(node, table, t);
  const { keys = [] } = table;
  const [usual] = keys;
  if (usual === undefined) {
    const [first] = inserted;
    if (first === undefined) {
      t.refuse(node, 'The target wants to know which key a row may break.', 'Name the columns, or a `target`.');
    }
    t.notice('CONFLICT_KEY', node, `The key is taken to be \`${first.value}\`; the tables are not known here.`);
    return [elementOf(first, table)];
  }
  const given = new Set(inserted.map((one) => t.scope.key(one)));
  const candidates = keys.filter((key) => key.every((column) => given.has(t.scope.keyOf(column))));
  const [chosen = usual] = candidates;
  if (candidates.length > 1) {
    t.notice('CONFLICT_KEY', node, `Of several keys that a row may break, \`${chosen.join(', ')}\` is meant.`);
  }
  return chosen.map((column) => elementOf(name(column, node.span), table));
}

const elementOf = (column: Name, table: ChangedTable): IndexElement => ({
  kind: 'index-element',
  expression: table.target(column),
  span: column.span,
});

/** The columns that values are given for. */
export function insertedColumns({ columns, source, table: at }: Insert, table: ChangedTable, t: Translator): Name[] {
  if (columns === undefined)
    return source === undefined ? [] : (table.columns ?? []).map((one) => table.named(one.name));
  return columns.map((target) => {
    if (target.kind === 'column') return target.parts[target.parts.length - 1] as Name;
    return t.refuse(at, 'The target has no values that a change reaches into.');
  });
}

/** The key that a constraint of PostgreSQL's keeps, by the name that it is given where none is written. */
export function keyOfConstraint(constraint: Name, table: ChangedTable, t: Translator): readonly IndexElement[] {
  const called = t.scope.fold(constraint);
  const { known, primaryKey, keys = [] } = table;
  const isUsual = (key: readonly string[]): boolean => called === [known?.name, ...key, 'key'].join('_');
  const key = called === `${known?.name ?? ''}_pkey` ? primaryKey : keys.find(isUsual);
  if (key === undefined || key.length === 0) {
    t.refuse(
      constraint,
      `Which columns the constraint \`${called}\` keeps apart is not known here.`,
      'Name the columns in ON CONFLICT (…).',
    );
  }
  return key.map((column) => elementOf(name(column, constraint.span), table));
}

/** Where the target takes any key that a row breaks for the one that is named: whether that may be another. */
export function noticeOfAnyKey({ columns }: RowConflict, node: Insert, { keys }: ChangedTable, t: Translator): void {
  if (columns === undefined || keys?.length === 1) return;
  const why = keys === undefined ? 'which the table may have others of' : 'of which the table has others';
  t.notice('CONFLICT_KEY', node, `The target does the same for every unique key that a row breaks, ${why}.`);
}
