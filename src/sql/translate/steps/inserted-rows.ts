import type { Expression, Insert, Name, Query, Returning, TableName, Values } from '../../ast/index.js';
import { calledIn } from '../changes/joined-tables.js';
import { binary, call, column, derivedTable, item, name, not, number } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { ReturnedRows } from './returned-rows.js';
import { columnName, hasKeptKey, keptRows, named, selectOf, silent, type KeyedTable } from './rows.js';
import type { StepMaker } from './step-maker.js';
import { asksForNewRows, insertedKey, markedRows, passing, withoutCondition } from './upserted-rows.js';

/** INSERT … RETURNING: by the keys that are given, or by those behind the last one that was there. */
export function insertedRows(node: Insert, steps: StepMaker, give: ReturnedRows): void {
  const { t } = steps;
  const { returning } = node;
  if (returning === undefined) {
    steps.add(node);
    return;
  }
  const table: TableName = {
    kind: 'table-name',
    name: node.table,
    ...(node.alias !== undefined && { alias: node.alias }),
    span: node.table.span,
  };
  const given = givenColumns(node, table, t);
  const of = insertedKey(node, table, given, t);
  if (of.key.every((one) => given.some((other) => t.scope.key(other) === t.scope.key(one)))) {
    byGivenKeys(node, { of, given, returning }, steps, give);
  } else byCountedKeys(node, { of, returning }, steps, give);
}

function givenColumns(node: Insert, table: TableName, t: Translator): readonly Name[] {
  if (node.columns !== undefined && node.columns.length > 0) {
    return node.columns.flatMap((one) => (one.kind === 'column' ? one.parts.slice(-1) : []));
  }
  if (node.source === undefined) return [];
  const path = table.name.parts.map((part) => t.scope.fold(part));
  const all = t.scope.context.catalogue?.table(path)?.columns ?? [];
  return all.map(({ name: called }) => columnName(called, table.span));
}

interface Given {
  readonly of: KeyedTable;
  readonly given: readonly Name[];
  readonly returning: Returning;
}

/** What is to be inserted is kept, so that its keys are known. */
function byGivenKeys(node: Insert, { of, given, returning }: Given, steps: StepMaker, give: ReturnedRows): void {
  const { t } = steps;
  const { source } = node;
  if (source === undefined) return t.refuse(node, 'The rows can’t be read again, as no keys are given.');
  const isConditional = mayLeaveOut(node) && !leavesOutAlone(node);
  const rows = calledAs(source, given, mayLeaveOut(node) && !isConditional ? of : undefined, t);
  const passed = isConditional ? passing(node, rows, given, of) : rows;
  if (passed === undefined)
    return t.refuse(
      returning,
      'Which of the rows were inserted can’t be told in the target.',
      'Read them by their keys.',
    );
  const kept = steps.keep('inserted', passed);
  const columns = asksForNewRows(returning) ? markedRows(returning.columns, kept, of, steps) : returning.columns;
  const all: Query = selectOf(
    given.map((one) => item(column([kept, one], source.span))),
    [named(kept)],
    {},
  );
  steps.add({ ...silent(isConditional ? withoutCondition(node) : node), source: all });
  give(keptRows(of, columns, kept, of.key));
}

/** Whether rows may be left out, or left as they are, because their keys are there. */
export const mayLeaveOut = ({ violation, conflicts = [] }: Insert): boolean =>
  violation === 'ignore' ||
  conflicts.some(({ update, updateWhere }) => update === undefined || updateWhere !== undefined);

/** Whether all rows whose keys are there are left out, so that rows with new keys are new. */
const leavesOutAlone = ({ conflicts = [] }: Insert): boolean => conflicts.every(({ update }) => update === undefined);

/** The rows of a query or of VALUES, by the names of the columns that they go into; of a keyed table those alone that are not there. */
function calledAs(source: Query, given: readonly Name[], of: KeyedTable | undefined, t: Translator): Query {
  const { body, span } = source;
  if (body.kind === 'values' && hasDefaults(body))
    t.refuse(body, 'The rows can’t be read again, as the target gives some of their values.', 'Write the values.');
  const alias = name('given', span);
  const rows = { ...derivedTable(source, alias, span), columns: given };
  return selectOf(
    given.map((one) => item(column([alias, one], span))),
    [rows],
    of === undefined ? {} : { where: isNew(of, alias) },
  );
}

/** The condition that no row has the key of a given one. */
function isNew({ table, key }: KeyedTable, given: Name): Expression {
  const { span } = table;
  const bare: TableName = { kind: 'table-name', name: table.name, span };
  const where = hasKeptKey({ table: bare, key }, given, key);
  const there = selectOf([item(number(1, span))], [bare], { where });
  return not({ kind: 'exists', query: there, span });
}

const hasDefaults = ({ rows }: Values): boolean =>
  rows.some(({ items }) => items.some((one) => one.kind === 'default'));

/** New rows have keys behind all that were there, where the table counts them. */
function byCountedKeys(
  node: Insert,
  { of, returning }: Omit<Given, 'given'>,
  steps: StepMaker,
  give: ReturnedRows,
): void {
  const { t } = steps;
  const { table, key } = of;
  const [only, second] = key as [Name, Name | undefined];
  if (second !== undefined || !leavesOutAlone(node)) {
    t.refuse(returning, 'Which rows were inserted can’t be told in the target.', 'Give them keys, and read these.');
  }
  const { span } = table;
  const bare = named(table.name.parts[table.name.parts.length - 1] as Name);
  const highest = call('coalesce', [call('max', [column([only], span)], span), zero(span)], span);
  const before = steps.keep(
    'before',
    selectOf([item(highest, name('highest', span))], [{ ...bare, name: table.name }], {}),
  );
  steps.add(silent(node));
  const last: Expression = {
    kind: 'subquery',
    query: selectOf([item(column([name('highest', span)], span))], [named(before)], {}),
    span,
  };
  const where = binary('greater', column([calledIn(table), only], span), last);
  give(selectOf(returning.columns, [table], { where }));
}

const zero = (span: TableName['span']): Expression => ({ kind: 'number', text: '0', span });
