import type { Expression, Insert, Query, RowValues, Values } from '../../ast/index.js';
import { scopeOfChange } from '../../typing/index.js';
import { ChangedTable } from '../changes/changed-table.js';
import { breakable, insertedColumns, likelyKeyOf } from '../changes/conflict-targets.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import { writtenAlike } from '../written-alike.js';
import type { Apart } from './step-maker.js';

/** The rows that are written out, with the places of the columns of each key among their values. */
interface KeyedRows {
  readonly source: Query;
  readonly body: Values;
  readonly keys: readonly (readonly { readonly column: string; readonly at: number }[])[];
}

function keyedRows(node: Insert, t: Translator): KeyedRows | undefined {
  const { source } = node;
  if (source?.body.kind !== 'values') return undefined;
  const table = new ChangedTable(node.table, node.alias, node, t);
  const given = insertedColumns(node, table, t).map((one) => t.scope.key(one));
  const keys = (table.keys === undefined ? likelyKeys(node, table, t) : breakable(table.keys, node, table, t))
    .map((key) => key.map((one) => ({ column: one, at: given.indexOf(t.scope.keyOf(one)) })))
    .filter((key) => key.every(({ at }) => at >= 0));
  return { source, body: source.body, keys };
}

/** The key that is named, or that the table is likely to have, where nothing tells of it. */
function likelyKeys(node: Insert, table: ChangedTable, t: Translator): readonly (readonly string[])[] {
  const [named] = node.conflicts ?? [];
  const columns = named?.columns?.map(({ expression }) =>
    expression.kind === 'column' ? lastOf(expression) : undefined,
  );
  const isNamed = columns?.every((one) => one !== undefined) === true;
  const key = isNamed ? columns : likelyKeyOf(node, table, t);
  return key === undefined ? [] : [key.map((one) => t.scope.key(one))];
}

const changesRows = ({ violation, duplicateKeyUpdate, conflicts = [] }: Insert): boolean =>
  violation === 'replace' || duplicateKeyUpdate !== undefined || conflicts.some(({ update }) => update !== undefined);

/**
 * Rows of one INSERT that have the same key: MySQL and SQLite take them in turn, so that a row may change one that the same
 * statement has inserted, and PostgreSQL takes none twice.
 */
export const rowsInTurn: Apart = (statement, steps) => {
  const { t } = steps;
  if (statement.kind !== 'insert' || t.target !== 'POSTGRESQL' || !changesRows(statement)) return false;
  const found = t.within(scopeOfChange(statement, t.scope), () => keyedRows(statement, t));
  if (found === undefined || found.body.rows.length < 2) return false;
  const { source, body } = found;
  const parts = withoutRepeats(found);
  if (parts.length < 2) return false;
  if (statement.returning !== undefined)
    t.refuse(statement.returning, 'The target tells the rows of one statement, and this comes to several.');
  for (const rows of parts) steps.add({ ...statement, source: { ...source, body: { ...body, rows } } });
  return true;
};

/** The rows in their order, parted so that no part has a key twice. */
function withoutRepeats({ body, keys }: KeyedRows): readonly (readonly RowValues[])[] {
  const parts: RowValues[][] = [[]];
  const seen = new Set<string>();
  for (const row of body.rows) {
    const own = keys.flatMap((key, index) => {
      const values = key.map(({ at }) => row.items[at] as Expression);
      const isCounted = values.some(({ kind }) => kind === 'null' || kind === 'default');
      return isCounted ? [] : [`${index} ${values.map(writtenAlike).join(' ')}`];
    });
    if (own.some((one) => seen.has(one))) {
      parts.push([]);
      seen.clear();
    }
    for (const one of own) seen.add(one);
    (parts[parts.length - 1] as RowValues[]).push(row);
  }
  return parts;
}
