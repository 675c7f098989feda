import type { Dialect, DialectName } from '../../dialects/index.js';
import {
  contains,
  rewrite,
  type Change,
  type ColumnReference,
  type Delete,
  type Expression,
  type Insert,
  type Name,
  type Node,
  type Query,
  type Returning,
  type SelectItem,
  type TableName,
  type Update,
} from '../../ast/index.js';
import { scopeOfChange, type Scope } from '../../typing/index.js';
import { calledIn } from '../changes/joined-tables.js';
import { ownColumns } from '../changes/returning.js';
import { allColumnsOf, column, item, name } from '../made-nodes.js';
import { isVolatile } from '../repeated-arguments.js';
import { writtenAlike } from '../written-alike.js';
import { insertedRows, mayLeaveOut } from './inserted-rows.js';
import { foundKey, keyed } from './row-keys.js';
import { rowsWithNewKeys } from './rows-with-new-keys.js';
import {
  assigns,
  hasKeptKey,
  isKept,
  keptRows,
  keptKeys,
  keyColumns,
  keyItems,
  named,
  selectOf,
  silent,
  tablesOf,
  type KeyedTable,
} from './rows.js';
import type { Translator } from '../translator.js';
import type { Apart, StepMaker } from './step-maker.js';
import { asksForNewRows } from './upserted-rows.js';

/**
 * Takes the rows that a change gives, as a query behind it reads them.
 * @param kept the table that has just these, where there is one
 */
export type ReturnedRows = (rows: Query, kept?: Name) => void;

/** UPDATE … RETURNING: the keys before, the change, and the rows of these keys as they are then. */
export function updatedRows(node: Update, steps: StepMaker, give: ReturnedRows): void {
  const { t } = steps;
  const { returning, from = [] } = node;
  const [table] = node.tables;
  if (returning === undefined || table?.kind !== 'table-name') {
    steps.add(node);
    return;
  }
  const found = from.length > 0 ? keyed(table, node, t) : foundKey(table, node, t);
  const of = found ?? (isFoundAgain(node, t) ? undefined : keyed(table, node, t));
  if (of === undefined) {
    rowsLeftAlone(node, { table, returning }, steps, give);
    return;
  }
  if (assigns(node.set, of.key, t)) {
    const rows = from.length > 0 ? undefined : rowsWithNewKeys(node, of, returning, steps);
    if (rows !== undefined) {
      give(rows);
      return;
    }
    t.refuse(
      returning,
      'The rows can’t be read again, as their key is changed.',
      'Leave RETURNING out, and read the rows by their new keys behind it.',
    );
  }
  if (from.length > 0) {
    joinedRows(node, { of, returning }, steps, give);
    return;
  }
  const kept = steps.keep('changed', selectOf(keyItems(of), [table], node));
  steps.add({ ...silent(node), where: isKept(of, kept, keptKeys(of)) });
  give(keptRows(of, returning.columns, kept, keptKeys(of)));
}

/** Whether the condition itself finds the rows again that nothing tells apart, as it reads nothing that is changed. */
function isFoundAgain({ where, set, limit, ...node }: Update, t: Translator): boolean {
  const read = where === undefined ? [] : columnsIn(where);
  const asksMore =
    where !== undefined && contains(where, (part) => part.kind === 'query' || isVolatilePart(part, t.from));
  return !asksMore && limit === undefined && node.with === undefined && !assigns(set, read, t);
}

function rowsLeftAlone(
  node: Update,
  { table, returning }: { readonly table: TableName; readonly returning: Returning },
  steps: StepMaker,
  give: ReturnedRows,
): void {
  const { where } = node;
  steps.add(silent(node));
  give(selectOf(returning.columns, [table], where === undefined ? {} : { where }));
}

function columnsIn(node: Expression): readonly Name[] {
  const found: Name[] = [];
  contains(node, (part) => {
    if (part.kind === 'column') found.push(part.parts[part.parts.length - 1] as Name);
    return false;
  });
  return found;
}

const isVolatilePart = (part: Node, from: Dialect): boolean => part.kind === 'call' && isVolatile(part, from);

interface Returned {
  readonly of: KeyedTable;
  readonly returning: Returning;
}

/** What is returned of the tables beside the changed one is kept along with the keys. */
function joinedRows(node: Update, { of, returning }: Returned, steps: StepMaker, give: ReturnedRows): void {
  const { t } = steps;
  const { table } = of;
  const scope = scopeOfChange(node, t.scope);
  const others = othersOf({ returning, assigned: assignedKeys(node, t) }, table, scope, steps);
  const items = [...keyItems(of), ...others.map((one, index) => item(one, name(`beside_${index + 1}`, one.span)))];
  const rows = selectOf(items, [table, ...(node.from ?? [])], node);
  // a row that is joined with several others is changed, and returned, once
  const kept = steps.keep('changed', others.length > 0 ? rows : distinct(rows));
  steps.add(silent(node));
  const columns = returning.columns.map((one) =>
    rewrite(one, (part) => {
      const at = part.kind === 'column' ? others.findIndex((other) => writtenAlike(other) === writtenAlike(part)) : -1;
      return at < 0 ? part : column([kept, name(`beside_${at + 1}`, part.span)], part.span);
    }),
  );
  const where = hasKeptKey(of, kept, keptKeys(of));
  give(
    selectOf(
      columns.map((one, at) => asCalled(one, returning.columns[at])),
      [table, named(kept)],
      { where },
    ),
  );
}

const distinct = (query: Query): Query =>
  query.body.kind === 'select' ? { ...query, body: { ...query.body, distinct: true } } : query;

/** A column that is kept under another name is still called as it was. */
function asCalled(made: SelectItem, { expression, alias }: SelectItem = made): SelectItem {
  const last = expression.kind === 'column' ? expression.parts[expression.parts.length - 1] : undefined;
  return made.expression === expression || alias !== undefined || last === undefined ? made : { ...made, alias: last };
}

/** The columns that an UPDATE assigns, which are its own table's. */
const assignedKeys = ({ set }: Update, t: Translator): ReadonlySet<string> =>
  new Set(
    set.flatMap(({ targets }) =>
      targets.flatMap((one) => (one.kind === 'column' ? t.scope.key(one.parts[one.parts.length - 1] as Name) : [])),
    ),
  );

/** What a change returns, with the columns that are surely its own table's. */
interface ReturnedColumns {
  readonly returning: Returning;
  readonly assigned: ReadonlySet<string>;
}

/** The columns of the other tables that are returned. */
function othersOf(
  { returning, assigned }: ReturnedColumns,
  table: TableName,
  scope: Scope,
  { t }: StepMaker,
): readonly Expression[] {
  const own = scope.source([calledIn(table)]);
  const othersAreKnown = scope.from.sources.every((one) => one === own || one.columns !== undefined);
  const isOwn = (reference: ColumnReference): boolean => {
    const { parts } = reference;
    const qualifier = parts.slice(0, -1);
    if (qualifier.length > 0) return scope.source(qualifier) === own;
    const key = scope.key(parts[0] as Name);
    if (own?.columns !== undefined) return own.column(key) !== undefined;
    return scope.known(reference) === undefined && (assigned.has(key) || othersAreKnown);
  };
  const found = new Map<string, Expression>();
  contains(returning, (part) => {
    if (part.kind === 'star' && (part.qualifier.length === 0 || scope.source(part.qualifier) !== own))
      t.refuse(part, 'Which columns these are is said by their names in the target.', 'Write the columns out.');
    if (part.kind === 'column' && !isOwn(part)) found.set(writtenAlike(part), part);
    return false;
  });
  return [...found.values()];
}

/** DELETE … RETURNING: the rows before they are gone. */
export function deletedRows(node: Delete, steps: StepMaker, give: ReturnedRows): void {
  const { returning } = node;
  if (returning === undefined) {
    steps.add(node);
    return;
  }
  const kept = steps.keep('deleted', rowsToDelete(node, returning, steps));
  steps.add(silent(node));
  give(allColumnsOf([named(kept)], returning.span), kept);
}

/** The rows that a DELETE returns: each once, however many rows of other tables it is joined with. */
function rowsToDelete(node: Delete, returning: Returning, steps: StepMaker): Query {
  const { t } = steps;
  const [table] = node.from;
  const joined = selectOf(returning.columns, tablesOf(node), node);
  if (node.using === undefined || table?.kind !== 'table-name' || returnsOthers(node, steps)) return joined;
  const of = foundKey(table, node, t);
  if (of === undefined) return joined;
  const [first, ...others] = keyColumns(of) as [Expression, ...Expression[]];
  const operand: Expression =
    others.length === 0 ? first : { kind: 'row', items: [first, ...others], span: first.span };
  const query = selectOf(keyItems(of), tablesOf(node), node);
  const where: Expression = { kind: 'in-query', negated: false, operand, query, span: node.span };
  return selectOf(returning.columns, [table], { where });
}

/** What a target does not tell by itself of the rows of a change. */
const UNTOLD: Readonly<Record<DialectName, (change: Change, steps: StepMaker) => boolean>> = {
  POSTGRESQL: () => false,
  // of no UPDATE; MariaDB’s DELETE of one table, and its INSERT where that leaves no row out
  MYSQL: (change, { t }) =>
    change.kind === 'update' ||
    (change.kind === 'insert' && mayLeaveOut(change)) ||
    t.rules.server.flavour === 'MYSQL' ||
    (change.kind === 'delete' && !isPlain(change)),
  // of the tables beside the changed one
  SQLITE: (change, steps) => isJoined(change) && returnsOthers(change, steps),
};

/** Rows that the target does not tell are read by queries of their own. */
export const returnedRows: Apart = (written, steps) => {
  if (!('returning' in written) || written.returning === undefined) return false;
  const { returning } = written;
  const statement = {
    ...written,
    returning: { ...returning, columns: ownColumns(written, returning.columns, steps.t) },
  };
  const isMarked =
    statement.kind === 'insert' && asksForNewRows(statement.returning) && steps.t.target !== 'POSTGRESQL';
  if (statement.kind === 'merge' || !(isMarked || UNTOLD[steps.t.target](statement, steps))) return false;
  const give: ReturnedRows = (rows) => steps.add(rows);
  if (statement.kind === 'update') updatedRows(statement, steps, give);
  else if (statement.kind === 'delete') deletedRows(statement, steps, give);
  else insertedRows(statement satisfies Insert, steps, give);
  return true;
};

/** One table without an alias: https://mariadb.com/kb/en/delete/#returning */
function isPlain({ from, using = [], with: tables }: Delete): boolean {
  const [only, second] = [...from, ...using];
  return tables === undefined && second === undefined && only?.kind === 'table-name' && only.alias === undefined;
}

const isJoined = (change: Change): boolean =>
  (change.kind === 'update' && change.from !== undefined) || (change.kind === 'delete' && change.using !== undefined);

function returnsOthers(change: Change, steps: StepMaker): boolean {
  const [table] = change.kind === 'update' ? change.tables : change.kind === 'delete' ? change.from : [];
  if (change.returning === undefined || table?.kind !== 'table-name') return false;
  const own = steps.t.scope.key(calledIn(table));
  const isAll = contains(
    change.returning,
    (part) =>
      part.kind === 'star' &&
      (part.qualifier.length === 0 || steps.t.scope.key(part.qualifier[part.qualifier.length - 1] as Name) !== own),
  );
  const assigned = change.kind === 'update' ? assignedKeys(change, steps.t) : new Set<string>();
  const returned: ReturnedColumns = { returning: change.returning, assigned };
  return isAll || othersOf(returned, table, scopeOfChange(change, steps.t.scope), steps).length > 0;
}
