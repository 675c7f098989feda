import {
  contains,
  rewrite,
  type Change,
  type CommonTable,
  type Name,
  type Node,
  type Query,
  type TableName,
  type WithClause,
} from '../../ast/index.js';
import { column, item, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { changedBy, RowsBefore, targetOf } from './rows-before.js';
import { RowsChangedBefore } from './rows-changed-before.js';
import { insertedRows } from './inserted-rows.js';
import { deletedRows, updatedRows, type ReturnedRows } from './returned-rows.js';
import { withTables } from './rows.js';
import type { Apart, StepMaker } from './step-maker.js';

/**
 * PostgreSQL's changes in WITH, in turn before the statement that they stand before. All of them see the rows as they
 * were: what another part reads of a table that one of them changes is kept before, and what changes it again is refused.
 */
export const changesInWith: Apart = (statement, steps) => {
  const tables = 'with' in statement ? statement.with : undefined;
  if (tables === undefined || steps.t.to.features.foldsNames) return false;
  if (tables.tables.every((one) => one.statement.kind === 'query')) return false;
  const kept = new Map<string, Name>();
  const changed: TableName['name'][] = [];
  const queries: CommonTable[] = [];
  const { with: _, ...rest } = statement as Change | Query;
  const parts = [...tables.tables.map((one) => one.statement), rest];
  const before = new RowsBefore(parts, steps);
  const changedBefore = new RowsChangedBefore(parts, steps);
  const leading = (): WithClause => ({ ...tables, tables: queries });
  for (const [at, one] of tables.tables.entries()) {
    const own = withKept({ ...one, statement: before.in(one.statement) }, kept, steps.t);
    refuseChanged(own.statement, one.statement, changed, changedBefore, steps.t);
    if (own.statement.kind === 'query') queries.push(own);
    else {
      const made = withTables(changedBefore.without(own.statement), leading());
      changed.push(changedBy(own.statement));
      changedBefore.add(made, one.name, at);
      change(own, made, kept, steps);
    }
  }
  const main = before.in(rest);
  refuseChanged(main, rest, changed, changedBefore, steps.t);
  steps.add(withTables(changedBefore.without(withKept(main, kept, steps.t)), leading()));
  return true;
};

/** Makes one change, and keeps what it returns under the name that it has in WITH. */
function change(table: CommonTable, statement: Change, kept: Map<string, Name>, steps: StepMaker): void {
  const keep: ReturnedRows = (rows, already) => {
    const isRenamed = table.columns.length > 0;
    const query = isRenamed ? renamed(rows, table, steps.t) : rows;
    kept.set(steps.t.scope.key(table.name), (isRenamed ? undefined : already) ?? steps.keep(table.name.value, query));
  };
  if (statement.returning === undefined) steps.add(statement);
  else if (statement.kind === 'insert') insertedRows(statement, steps, keep);
  else if (statement.kind === 'update') updatedRows(statement, steps, keep);
  else if (statement.kind === 'delete') deletedRows(statement, steps, keep);
  else steps.add(statement);
}

/** The columns by the names behind the table's: `moved (a, b)`. */
function renamed(rows: Query, { columns }: CommonTable, t: Translator): Query {
  const { span } = rows;
  const alias = name('returned', span);
  if (t.scope.columnsOf(rows)?.length !== columns.length)
    t.refuse(rows, 'Which columns these names are for is not known.', 'Write the columns of RETURNING out.');
  return {
    kind: 'query',
    body: {
      kind: 'select',
      columns: columns.map((one) => item(column([alias, one], span))),
      from: [{ kind: 'derived-table', lateral: false, query: rows, alias, columns, span }],
      span,
    },
    span,
  };
}

/** What names a table of WITH that is kept by now reads the table that it is kept in. */
function withKept<N extends Node>(node: N, kept: ReadonlyMap<string, Name>, t: Translator): N {
  if (kept.size === 0) return node;
  return rewrite(node, (part) => {
    if (part.kind !== 'table-name' || part.name.parts.length > 1) return part;
    const [own] = part.name.parts as [Name];
    const found = kept.get(t.scope.key(own));
    if (found === undefined) return part;
    return { ...part, name: { ...part.name, parts: [found] }, alias: part.alias ?? own };
  });
}

function refuseChanged(
  node: Change | Query,
  written: Change | Query,
  changed: readonly TableName['name'][],
  before: RowsChangedBefore,
  t: Translator,
): void {
  const path = ({ parts }: TableName['name']): string => parts.map((part) => t.scope.key(part)).join('.');
  const paths = new Set(changed.map(path));
  if (paths.size === 0) return;
  const own = before.isApart(node, written) ? targetOf(node)?.span.start : undefined;
  contains(node, (part) => {
    if (part.kind === 'table-name' && part.span.start !== own && paths.has(path(part.name))) {
      t.refuse(
        part,
        'This changes a table that a change in WITH has changed by then, where the source sees its rows as they were.',
        'Change it in a statement of its own.',
      );
    }
    return false;
  });
}
