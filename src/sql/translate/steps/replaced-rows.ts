import type { Delete, Expression, Insert, Name, Query } from '../../ast/index.js';
import { scopeOfChange } from '../../typing/index.js';
import { ChangedTable } from '../changes/changed-table.js';
import { breakable, insertedColumns } from '../changes/conflict-targets.js';
import { allOf, anyOf, binary, column, derivedTable, item, name, number } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { columnName, named, selectOf } from './rows.js';
import type { Apart, StepMaker } from './step-maker.js';

/** What a REPLACE puts in, with the columns of each key that its rows may break. */
interface Replacement {
  readonly source: Query;
  readonly given: readonly Name[];
  readonly keys: readonly (readonly string[])[];
}

/**
 * REPLACE of rows that may break several keys, or that others refer to: whatever rows have a key of theirs are deleted first,
 * as they are in the source. What a query gives is kept before that, as it may read the same table.
 */
export const replacedRows: Apart = (statement, steps) => {
  const { t } = steps;
  if (statement.kind !== 'insert' || t.target !== 'POSTGRESQL' || statement.violation !== 'replace') return false;
  const found = t.within(scopeOfChange(statement, t.scope), () => replacement(statement, t));
  const { referring = [] } = new ChangedTable(statement.table, statement.alias, statement, t);
  if (found === undefined || found.keys.length === 0 || (found.keys.length < 2 && referring.length === 0)) return false;
  const { violation: _, ...inserted } = statement;
  if (found.source.body.kind === 'values') {
    steps.add(deletionOf(statement, valuesAreTaken(found, statement)));
    steps.add(inserted);
  } else fromKept(inserted, found, steps);
  return true;
};

function replacement(node: Insert, t: Translator): Replacement | undefined {
  const { source } = node;
  if (source === undefined) return undefined;
  const table = new ChangedTable(node.table, node.alias, node, t);
  const given = insertedColumns(node, table, t);
  const calls = new Set(given.map((one) => t.scope.key(one)));
  const keys = breakable(table.keys ?? [], node, table, t);
  return { source, given, keys: keys.filter((key) => key.every((one) => calls.has(t.scope.keyOf(one)))) };
}

const deletionOf = ({ table, span }: Insert, where: Expression): Delete => ({
  kind: 'delete',
  from: [{ kind: 'table-name', name: table, span: table.span }],
  where,
  span,
});

/** The condition that a row has a key of those that are written out. */
function valuesAreTaken({ source, given, keys }: Replacement, { table: { span } }: Insert): Expression {
  const { body } = source;
  const rows = body.kind === 'values' ? body.rows : [];
  const at = (called: string): number => given.findIndex(({ value }) => value.toLowerCase() === called.toLowerCase());
  return anyOf(
    rows.flatMap(({ items }) =>
      keys.map((key) =>
        allOf(key.map((one) => binary('equal', column([columnName(one, span)], span), items[at(one)] as Expression))),
      ),
    ),
  );
}

function fromKept(node: Insert, { source, given, keys }: Replacement, steps: StepMaker): void {
  const { span } = source;
  const alias = name('given', span);
  const rows = { ...derivedTable(source, alias, span), columns: given };
  const ofRows = given.map((one) => item(column([alias, one], span)));
  const kept = steps.keep('replacing', selectOf(ofRows, [rows], {}));
  const own = node.table.parts[node.table.parts.length - 1] as Name;
  const isTaken = keys.map((key) =>
    allOf(
      key.map((one) =>
        binary('equal', column([own, columnName(one, span)], span), column([kept, columnName(one, span)], span)),
      ),
    ),
  );
  const query = selectOf([item(number(1, span))], [named(kept)], { where: anyOf(isTaken) });
  steps.add(deletionOf(node, { kind: 'exists', query, span }));
  const all = given.map((one) => item(column([kept, one], span)));
  steps.add({ ...node, source: selectOf(all, [named(kept)], {}) });
}
