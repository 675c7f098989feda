import {
  contains,
  rewrite,
  type Expression,
  type Insert,
  type Join,
  type Name,
  type OnConflict,
  type Query,
  type Returning,
  type SelectItem,
  type TableName,
} from '../../ast/index.js';
import { calledIn } from '../changes/joined-tables.js';
import { substitute } from '../queries/lowering/references.js';
import { anyOf, choose, column, derivedTable, isNull, item, name, number } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { foundKey, keyed } from './row-keys.js';
import { columnName, hasKeptKey, keyColumns, keyItems, keptKeys, named, selectOf, type KeyedTable } from './rows.js';
import type { StepMaker } from './step-maker.js';

/** The one way that an INSERT goes about rows that are there; undefined where it has none, or several. */
const onlyConflict = ({ conflicts = [] }: Insert): OnConflict | undefined =>
  conflicts.length === 1 ? conflicts[0] : undefined;

/**
 * What tells the rows of an INSERT apart: its table's primary key, or the key that ON CONFLICT names, where that is among
 * what is given and the primary key is not.
 */
export function insertedKey(node: Insert, table: TableName, given: readonly Name[], t: Translator): KeyedTable {
  const found = foundKey(table, node, t);
  const isGiven = (one: Name): boolean => given.some((other) => t.scope.key(other) === t.scope.key(one));
  if (found?.key.every(isGiven) === true) return found;
  return conflictKey(node, table, given, t) ?? found ?? keyed(table, node, t);
}

/** The key that ON CONFLICT names, where all of it is given. */
function conflictKey(node: Insert, table: TableName, given: readonly Name[], t: Translator): KeyedTable | undefined {
  const isGiven = (one: Name): boolean => given.some((other) => t.scope.key(other) === t.scope.key(one));
  const columns = (onlyConflict(node)?.columns ?? []).map(({ expression }) =>
    expression.kind === 'column' ? expression.parts[expression.parts.length - 1] : undefined,
  );
  const path = table.name.parts.map((part) => t.scope.fold(part));
  const known = t.scope.context.catalogue?.table(path);
  const isKey =
    known === undefined ||
    known.uniqueKeys?.some(
      (key) => key.length === columns.length && columns.every((one) => one && key.includes(t.scope.fold(one))),
    );
  if (isKey !== true || columns.length === 0 || !columns.every((one) => one !== undefined && isGiven(one)))
    return undefined;
  const key = (columns as readonly Name[]).map((one) => columnName(t.scope.fold(one), table.span));
  return key.every((one) => isNeverNull(one, node, given, t)) ? { table, key } : undefined;
}

/** Rows without a value in their key could not be read again. */
function isNeverNull(key: Name, { source, table }: Insert, given: readonly Name[], t: Translator): boolean {
  const path = table.parts.map((part) => t.scope.fold(part));
  const column = t.scope.context.catalogue?.table(path)?.columns.find((one) => one.name === t.scope.fold(key));
  if (column?.nullable === false) return true;
  const at = given.findIndex((one) => t.scope.key(one) === t.scope.key(key));
  return (
    source?.body.kind === 'values' &&
    source.body.rows.every(({ items }) => items[at]?.kind === 'string' || items[at]?.kind === 'number')
  );
}

/** Whether what is returned asks which of the rows are new, as `xmax` tells in PostgreSQL. */
export const asksForNewRows = (returning: Returning | undefined): boolean =>
  returning !== undefined && contains(returning, (part) => part.kind === 'column' && isNewRowsMark(part.parts));

const isNewRowsMark = (parts: readonly Name[]): boolean => parts[parts.length - 1]?.value.toLowerCase() === 'xmax';

/**
 * The given rows that are inserted or change a row that is there, where ON CONFLICT asks for more than that; undefined where
 * its condition can't be asked before.
 */
export function passing(node: Insert, kept: Query, given: readonly Name[], of: KeyedTable): Query | undefined {
  const conflict = onlyConflict(node);
  const keyNames = (conflict?.columns ?? []).map(({ expression }) =>
    expression.kind === 'column' ? expression.parts[expression.parts.length - 1]?.value.toLowerCase() : undefined,
  );
  const isOfKey =
    keyNames.length === of.key.length && of.key.every((one) => keyNames.includes(one.value.toLowerCase()));
  if (conflict?.updateWhere === undefined || !isOfKey) return undefined;
  const { span } = kept;
  const alias = name('given', span);
  const { table } = of;
  const where = substitute(conflict.updateWhere, ({ parts, span: at }) => {
    const [first, own] = parts as [Name, Name | undefined];
    if (own === undefined) return column([calledIn(table), first], at);
    return parts.length === 2 && first.value.toLowerCase() === 'excluded' ? column([alias, own], at) : undefined;
  });
  const rows = { ...derivedTable(kept, alias, span), columns: given };
  const joined: Join = {
    kind: 'join',
    type: 'left',
    natural: false,
    left: rows,
    right: table,
    on: hasKeptKey(of, alias, of.key),
    span,
  };
  const [first] = keyColumns(of) as [Expression];
  return selectOf(
    given.map((one) => item(column([alias, one], span))),
    [joined],
    { where: anyOf([isNull(first), where]) },
  );
}

/** The same INSERT for rows that pass the condition of its ON CONFLICT. */
export function withoutCondition(node: Insert): Insert {
  const conflict = onlyConflict(node);
  if (conflict === undefined) return node;
  const { updateWhere: _, ...rest } = conflict;
  return { ...node, conflicts: [rest] };
}

/** Keeps which of the rows are there before, and answers with what is returned, where `xmax` is 0 for a new row. */
export function markedRows(
  columns: readonly SelectItem[],
  kept: Name,
  of: KeyedTable,
  steps: StepMaker,
): readonly SelectItem[] {
  const { table } = of;
  const { span } = table;
  const present = steps.keep(
    'present',
    selectOf(keyItems(of), [table, named(kept)], { where: hasKeptKey(of, kept, of.key) }),
  );
  const exists: Expression = {
    kind: 'exists',
    query: selectOf([item(number(1, span))], [named(present)], { where: hasKeptKey(of, present, keptKeys(of)) }),
    span,
  };
  const mark = choose([[exists, number(1, span)]], number(0, span), span);
  return columns.map((one) =>
    rewrite(one, (part) => (part.kind === 'column' && isNewRowsMark(part.parts) ? mark : part)),
  );
}
