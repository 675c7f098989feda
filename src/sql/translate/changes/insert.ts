import {
  asked,
  contains,
  type AssignmentTarget,
  type ColumnReference,
  type Expression,
  type Insert,
  type Name,
  type Query,
  type QueryBody,
  type RowValues,
  type Select,
  type Values,
} from '../../ast/index.js';
import { scopeOfChange, scopeOfSelect, type RelationColumn } from '../../typing/index.js';
import { allColumnsOf, boolean, derivedTable, name, nothing } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { assignedValue, selectedValue } from './assigned-values.js';
import { ChangedTable } from './changed-table.js';
import { atOnce, type ColumnAssignment } from './column-assignments.js';
import { elementOf, insertedColumns } from './conflict-targets.js';
import { noticeOfKeyTexts } from './key-texts.js';
import { nextWhereNull } from './next-where-null.js';
import { onConflict, onDuplicateKey, replacing } from './on-conflict.js';
import { isPlainNumber, type AssignedColumn } from './open-columns.js';
import { withOwnNumbers } from './own-numbers.js';
import { returningFor } from './returning.js';
import { countedOn } from './counted-on.js';
import { conflictRules, type ConflictRules } from './row-conflicts.js';
import { byPrimaryKey } from './several-keys.js';
import { writtenRows } from './written-rows.js';

/** INSERT with all that it may do about rows that are there already. */
export function insert(node: Insert, t: Translator): Insert {
  return t.within(scopeOfChange(node, t.scope), () => inserting(node, t));
}

function inserting(node: Insert, t: Translator): Insert {
  const { hints, modifiers, partitions, overriding, with: tables, alias, returning } = node;
  const table = new ChangedTable(node.table, alias, node, t);
  if (partitions !== undefined) t.refuse(node, 'Partitions can’t be named in the target.', 'Leave them out.');
  if (overriding === 'USER')
    t.refuse(node, 'OVERRIDING USER VALUE has no counterpart in the target.', 'Leave the column out.');
  if ((hints ?? modifiers ?? []).length > 0) t.notice('HINT_DROPPED', node);
  const rules = conflictRules(node, table, t);
  noticeOfKeyTexts(node, rules, table, t);
  const { columns, source } = contents(node, table, t);
  const made: Insert = {
    kind: 'insert',
    table: table.translated,
    ...(columns !== undefined && { columns }),
    ...(source !== undefined && { source }),
    ...(alias !== undefined && t.to.features.insertAliases && { alias: t.node(alias) }),
    ...(returning !== undefined && { returning: returningFor(node, returning, t) }),
    span: node.span,
  };
  t.after.push(...countedOn(node, table, t));
  const rows = withConflicts(made, rules, node, table, t);
  return tables === undefined ? rows : withTables(rows, { ...node, with: t.node(tables) }, t);
}

/** MySQL has common tables in the query alone, as has MariaDB; both know them there. */
function withTables(made: Insert, { with: tables }: Insert, t: Translator): Insert {
  if (tables === undefined) return made;
  if (!t.to.features.duplicateKeys) return { ...made, with: tables };
  if (made.source === undefined || made.source.with !== undefined) {
    t.refuse(tables, 'The target has common tables only in a query.', 'Move them into the query.');
  }
  return { ...made, source: { ...made.source, with: tables } };
}

interface Contents {
  readonly columns?: readonly AssignmentTarget[];
  readonly source?: Query;
}

/** The columns and their values. */
function contents(node: Insert, table: ChangedTable, t: Translator): Contents {
  const { source, columns } = node;
  const all = insertedColumns(node, table, t);
  const names = all.slice(0, fewerValues(node, t) ?? all.length);
  const given = names.map((one) => table.given(one));
  const known = given.map((one) => one.known);
  const hasComputed = known.some((column) => isComputed(column, t));
  const areSome = hasComputed || all.length < (table.columns ?? []).length;
  const isNamed = (columns ?? []).length > 0 || names.length < all.length || (areSome && names.length > 0);
  const targets = isNamed ? names.map((one) => table.target(one)) : undefined;
  if (source === undefined || isOfDefaults(source, t)) return {};
  const body = writtenRows(source.body) ?? source.body;
  if (body.kind === 'values' && source.orderBy === undefined && source.limit === undefined) {
    const counted = withOwnNumbers(body, node.table, given, t);
    const left = leftOut(counted, known, targets, t);
    const stays = (_: unknown, at: number): boolean => !left.has(at);
    const rows = counted.rows.map((row) => ({ ...row, items: row.items.filter(stays) }));
    const made = rowsFor({ ...body, rows }, given.filter(stays), table, t);
    return { ...(targets && { columns: targets.filter(stays) }), source: { ...source, body: made } };
  }
  const made = t.node(source);
  return {
    ...(targets && { columns: targets }),
    source: { ...made, body: selected(made.body, source, given, table, t) },
  };
}

/** MySQL's `VALUES ()`, a row of defaults, of which the others have one alone. */
function isOfDefaults({ body }: Query, t: Translator): boolean {
  if (body.kind !== 'values' || body.rows.some(({ items }) => items.length > 0)) return false;
  const [, second] = body.rows;
  if (second !== undefined && t.target !== 'MYSQL')
    t.refuse(second, 'The target inserts one row of defaults at a time.', 'Write an INSERT for each row.');
  return second === undefined;
}

/** How many values a row has: PostgreSQL gives the columns behind them their defaults, where the others refuse the row. */
function fewerValues({ columns, source }: Insert, t: Translator): number | undefined {
  if (t.source !== 'POSTGRESQL' || columns !== undefined || source === undefined) return undefined;
  return source.body.kind === 'values' ? source.body.rows[0]?.items.length : t.scope.columnsOf(source)?.length;
}

/** Columns that get their defaults in every row, where the target has no word for these and nothing tells them. */
function leftOut(
  { rows }: Values,
  known: readonly (RelationColumn | undefined)[],
  targets: readonly AssignmentTarget[] | undefined,
  t: Translator,
): ReadonlySet<number> {
  const places = (targets ?? []).map((_, at) => at);
  const isLeft = (at: number): boolean =>
    known[at]?.default === undefined && rows.every(({ items }) => items[at]?.kind === 'default');
  const left = places.filter((at) => isComputed(known[at], t) || (t.target === 'SQLITE' && isLeft(at)));
  return new Set(left.length < places.length ? left : []);
}

/** Values of computed columns, which MariaDB's dumps give, and MariaDB does not look at. */
const isComputed = (column: RelationColumn | undefined, t: Translator): boolean =>
  t.source === 'MYSQL' && column?.generated === true;

function rowsFor(body: Values, given: readonly AssignedColumn[], table: ChangedTable, t: Translator): Values {
  const names = given.flatMap(({ called }) => called ?? []);
  const columnAt = (index: number): AssignedColumn => ({
    known: undefined,
    ...given[index],
    // the first is most often a number that tells the rows apart
    holdsNumbers: index === 0 || body.rows.some(({ items }) => items[index] && isPlainNumber(items[index])),
  });
  const row = (one: RowValues): RowValues => ({
    ...one,
    items: seenInTurn(one.items, names, t).map((value, index) => {
      const column = columnAt(index);
      return nextWhereNull(assignedValue(generated(value, index, column, t), column, t), value, column, table, t);
    }),
  });
  return { ...body, rows: body.rows.map(row) };
}

/** MySQL's values may name the columns that were given theirs before: https://dev.mysql.com/doc/refman/8.4/en/insert.html */
function seenInTurn(values: readonly Expression[], names: readonly Name[], t: Translator): readonly Expression[] {
  if (!t.from.features.joinedChanges || values.length !== names.length) return values;
  const keyOf = ({ parts }: ColumnReference): string => t.scope.key(parts[parts.length - 1] as Name);
  const given = values.map((value, index): ColumnAssignment => ({ column: names[index] as Name, value }));
  return atOnce(given, keyOf, t).map(({ value }) => value);
}

/** NULL for a key that counts, which PostgreSQL takes for NULL, is to the others the wish for the next number; 0 is to MySQL. */
function generated(
  value: Expression,
  at: number,
  { called, known: column }: AssignedColumn,
  t: Translator,
): Expression {
  if (value.kind === 'null' && t.isBlind && t.to.features.foldsNames && isLikelyCounter(at, called, t)) {
    if (called === undefined) t.notice('IDENTITY_COUNTS', value);
    return { kind: 'default', span: value.span };
  }
  const isCounted = t.source === 'MYSQL' && column?.autoIncrement === true;
  if (isCounted && value.kind === 'number' && asked(value, isZero))
    return t.to.features.foldsNames ? { kind: 'default', span: value.span } : nothing(value.span);
  const isWish = value.kind === 'null' && column?.nullable === false && t.to.features.foldsNames;
  const isKey = isWish && (column.type?.type === 'INTEGER' || column.type?.type === 'BIGINT');
  return isKey ? { kind: 'default', span: value.span } : value;
}

/** NULL is written to a first column, or to `id`, for nothing but that it counts. */
const isLikelyCounter = (at: number, called: Name | undefined, t: Translator): boolean =>
  t.source !== 'POSTGRESQL' && (called === undefined ? at === 0 : t.scope.key(called) === 'id');

const isZero = (written: string): boolean => Number(written) === 0;

/** A query's columns as the table's columns keep them: each query's own, where several are put one behind the other. */
function selected(
  body: QueryBody,
  source: Query,
  given: readonly AssignedColumn[],
  table: ChangedTable,
  t: Translator,
): QueryBody {
  if (body.kind === 'set-operation' && source.body.kind === 'set-operation') {
    // rows that are the same may be so in one type alone
    if (source.body.operator !== 'union' || !source.body.all) return body;
    const part = (made: QueryBody, read: QueryBody): QueryBody =>
      selected(
        made,
        { kind: 'query', body: read, ...(source.with && { with: source.with }), span: read.span },
        given,
        table,
        t,
      );
    return { ...body, left: part(body.left, source.body.left), right: part(body.right, source.body.right) };
  }
  const types = t.scope.columnsOf(source);
  if (body.kind !== 'select' || types?.length !== body.columns.length) return body;
  if (body.distinct === true || body.columns.some(({ expression }) => expression.kind === 'star')) return body;
  const isGrouped = body.groupBy !== undefined;
  const items = (): Select['columns'] =>
    body.columns.map((item, index) => {
      const type = types[index];
      const column = given[index];
      if (type === undefined || column === undefined) return item;
      const value = selectedValue(item.expression, type, column, isGrouped, t);
      const made = nextWhereNull(value, type.expression ?? item.expression, column, table, t);
      return made === item.expression ? item : { ...item, expression: made };
    });
  const read = source.body;
  return { ...body, columns: read.kind === 'select' ? t.within(scopeOfSelect(read, t.scope), items) : items() };
}

function withConflicts(
  made: Insert,
  { conflicts, replaces }: ConflictRules,
  node: Insert,
  table: ChangedTable,
  t: Translator,
): Insert {
  const { features } = t.to;
  const [first, second] = conflicts;
  if (replaces)
    return features.foldsNames
      ? { ...made, conflicts: [replacing(node, table, t)] }
      : { ...made, violation: 'replace' };
  if (first === undefined) return made;
  if (features.onConflict && !features.foldsNames)
    return unambiguous({ ...made, conflicts: conflicts.map((one) => onConflict(one, node, table, t)) });
  if (second !== undefined)
    t.refuse(node, 'The target does one thing about keys that are there.', 'Keep one ON CONFLICT.');
  if (features.onConflict) {
    const found = byPrimaryKey(made, first, node, table, t);
    const { key } = found ?? {};
    const meant = key === undefined ? first : { ...first, columns: [elementOf(key, table)] };
    return { ...(found?.made ?? made), conflicts: [onConflict(meant, node, table, t)] };
  }
  const duplicateKeyUpdate = onDuplicateKey(first, node, table, t);
  if (duplicateKeyUpdate !== undefined) return { ...apart(made, t), duplicateKeyUpdate };
  t.notice(
    'RARE_VALUES',
    node,
    'IGNORE leaves out rows whose keys are there, and bends values that do not fit besides.',
  );
  return { ...made, violation: 'ignore' };
}

/** What is inserted out of the table itself is a table of its own, or MySQL would not know its columns apart. */
function apart(made: Insert, t: Translator): Insert {
  const { source, span } = made;
  const own = lastOf(made.table);
  const isOwn = source && contains(source, (node) => node.kind === 'table-name' && lastOf(node.name) === own);
  if (source === undefined || isOwn !== true) return made;
  const from = [derivedTable(source, name(t.freshName('inserted'), span), span)];
  return { ...made, source: allColumnsOf(from, span) };
}

const lastOf = ({ parts }: Insert['table']): string => parts[parts.length - 1]?.value.toLowerCase() ?? '';

/** https://sqlite.org/lang_upsert.html#parsing_ambiguity: ON behind a query without WHERE would be a join's. */
function unambiguous(made: Insert): Insert {
  const { source } = made;
  if (source?.body.kind !== 'select' || source.body.where !== undefined || source.body.from === undefined) return made;
  if (source.orderBy !== undefined || source.limit !== undefined || source.body.groupBy !== undefined) return made;
  return { ...made, source: { ...source, body: { ...source.body, where: boolean(true, source.span) } } };
}
