import type { ColumnReference, Insert, Name, Select, SelectItem } from '../../ast/index.js';
import { scopeOfSelect } from '../../typing/index.js';
import { expandedItems } from '../queries/lowering/expanded-items.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { insertedColumns } from './conflict-targets.js';

/**
 * The column of the new row that has what MySQL's ON DUPLICATE KEY UPDATE reads of the query that is inserted: the other
 * engines know the new row alone. https://dev.mysql.com/doc/refman/8.4/en/insert-on-duplicate.html
 *
 * @returns undefined for a column that is none of the query's
 */
export function columnOfNewRow(
  reference: ColumnReference,
  node: Insert,
  table: ChangedTable,
  t: Translator,
): Name | undefined {
  const { source } = node;
  const [qualifier, own] = reference.parts;
  if (source?.body.kind !== 'select' || qualifier === undefined || own === undefined) return undefined;
  const key = t.scope.key(qualifier);
  if ([table.alias, lastOf(node.table)].some((name) => name !== undefined && t.scope.key(name) === key))
    return undefined;
  const columns = writtenColumns(source.body, t);
  const isCounted = columns.every(({ expression }) => expression.kind !== 'star');
  const at = columns.findIndex(({ expression: value }) => {
    if (!isCounted || value.kind !== 'column' || t.scope.key(lastOf(value)) !== t.scope.key(own)) return false;
    const [written] = value.parts;
    return value.parts.length === 1 || (written !== undefined && t.scope.key(written) === key);
  });
  const column = at < 0 ? undefined : insertedColumns(node, table, t)[at];
  if (column !== undefined) return column;
  return t.refuse(
    reference,
    `\`${t.textOf(reference)}\` is a column of the query, and the target knows the new row alone.`,
    'Select it into a column of the table.',
  );
}

/** The columns of a query, the star of queries in FROM written out: their tables tell these. */
function writtenColumns(body: Select, t: Translator): readonly SelectItem[] {
  const isStar = body.columns.some(({ expression }) => expression.kind === 'star');
  const isKnown = scopeOfSelect(body, t.scope).from.fields !== undefined;
  return isStar && isKnown ? expandedItems(body, t) : body.columns;
}
