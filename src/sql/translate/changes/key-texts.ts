import type { Expression, Insert, Name } from '../../ast/index.js';
import { isLikelyKey } from '../../typing/index.js';
import { noticeOfKeyText } from '../expressions/texts/text-comparison.js';
import { column } from '../made-nodes.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { breakable, insertedColumns } from './conflict-targets.js';
import type { ConflictRules, RowConflict } from './row-conflicts.js';

/**
 * Says that texts which differ in case alone are one key to one engine and two to the other, so that a row is there already to
 * one of them alone. https://dev.mysql.com/doc/refman/8.4/en/case-sensitivity.html
 */
export function noticeOfKeyTexts(
  node: Insert,
  { conflicts, replaces }: ConflictRules,
  table: ChangedTable,
  t: Translator,
): void {
  if (conflicts.length === 0 && !replaces) return;
  const given = insertedColumns(node, table, t);
  const rows = node.source?.body.kind === 'values' ? node.source.body.rows : [];
  for (const one of soughtColumns(node, conflicts, given, table, t)) {
    const at = given.findIndex((other) => t.scope.key(other) === t.scope.key(one));
    const values = rows.map(({ items }) => items[at]).filter((value): value is Expression => value !== undefined);
    noticeOfKeyText([column([table.qualifier, one], node.span), ...values], t);
  }
}

/** The columns by which a row that is there is found. */
function soughtColumns(
  node: Insert,
  conflicts: readonly RowConflict[],
  given: readonly Name[],
  table: ChangedTable,
  t: Translator,
): readonly Name[] {
  const { keys } = table;
  if (keys !== undefined) return breakable(keys, node, table, t).flatMap((key) => key.map((one) => table.named(one)));
  const named = conflicts.flatMap(({ columns = [] }) =>
    columns.flatMap(({ expression }) => (expression.kind === 'column' ? lastOf(expression) : [])),
  );
  if (named.length > 0) return named;
  const likely = given.filter((one, at) => isLikelyKey(one.value) || isWrittenText(node, at));
  return likely.length > 0 ? likely : given.slice(0, 1);
}

/** Whether a value is written as a text: it may be of a key whose rows are left out, or give way. */
const isWrittenText = ({ source }: Insert, at: number): boolean =>
  source?.body.kind === 'values' && source.body.rows.some(({ items }) => items[at]?.kind === 'string');
