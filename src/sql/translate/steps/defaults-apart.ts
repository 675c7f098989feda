import type { Insert, RowValues, Values } from '../../ast/index.js';
import { scopeOfChange } from '../../typing/index.js';
import { ChangedTable } from '../changes/changed-table.js';
import { insertedColumns } from '../changes/conflict-targets.js';
import type { Translator } from '../translator.js';
import type { Apart } from './step-maker.js';

/**
 * Rows that have DEFAULT in other columns than those before them: SQLite has no word for it, so that they are put in by
 * statements that leave these columns out, where no table tells what it stands for.
 */
export const defaultsApart: Apart = (statement, steps) => {
  const { t } = steps;
  if (statement.kind !== 'insert' || t.target !== 'SQLITE' || statement.returning !== undefined) return false;
  const { source } = statement;
  if (source?.body.kind !== 'values') return false;
  const { body } = source;
  const parts = t.within(scopeOfChange(statement, t.scope), () => rowsByDefaults(statement, body, t));
  if (parts.length < 2) return false;
  for (const rows of parts) steps.add({ ...statement, source: { ...source, body: { ...body, rows } } });
  return true;
};

/** The rows in their order, parted where they have other defaults that are not told. */
function rowsByDefaults(node: Insert, { rows }: Values, t: Translator): readonly (readonly RowValues[])[] {
  const table = new ChangedTable(node.table, node.alias, node, t);
  const untold = insertedColumns(node, table, t).map((one) => {
    const known = table.column(one);
    return known?.autoIncrement !== true && known?.default === undefined;
  });
  const parts: RowValues[][] = [];
  let before: string | undefined;
  for (const row of rows) {
    const defaults = row.items
      .flatMap(({ kind }, at) => (kind === 'default' && untold[at] === true ? [at] : []))
      .join();
    if (defaults !== before) parts.push([]);
    before = defaults;
    (parts[parts.length - 1] as RowValues[]).push(row);
  }
  return parts;
}
