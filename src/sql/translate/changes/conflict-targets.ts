import type { Assignment, ColumnReference, IndexElement, Insert, Name, Node } from '../../ast/index.js';
import { isLikelyKey, type RelationColumn } from '../../typing/index.js';
import { name } from '../made-nodes.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { assignedColumn } from './column-assignments.js';
import { EXCLUDED, type RowConflict } from './row-conflicts.js';

/** The key whose rows a change means by any key: PostgreSQL wants one by its columns. */
export function keyForAny(node: Insert, table: ChangedTable, t: Translator): readonly IndexElement[] {
  const { keys = [] } = table;
  const [usual] = keys;
  if (usual === undefined) return guessedKey(node, table, t);
  const candidates = inGivenOrder(breakable(keys, node, table, t), node, table, t);
  const [chosen = usual] = candidates;
  if (candidates.length > 1) {
    t.notice('CONFLICT_KEY', node, `Of several keys that a row may break, \`${chosen.join(', ')}\` is meant.`);
  }
  return chosen.map((column) => elementOf(name(column, node.span), table));
}

/** Keys as the values for their first columns stand: what a row is told by is written first, as a rule. */
function inGivenOrder(
  keys: readonly (readonly string[])[],
  node: Insert,
  table: ChangedTable,
  t: Translator,
): readonly (readonly string[])[] {
  const given = insertedColumns(node, table, t).map((one) => t.scope.key(one));
  const placeOf = ([first = '']: readonly string[]): number => given.indexOf(t.scope.keyOf(first));
  return [...keys].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Without a table that tells: the key that it is likely to have, with a notice. */
function guessedKey(node: Insert, table: ChangedTable, t: Translator): readonly IndexElement[] {
  const key = likelyKeyOf(node, table, t);
  if (key === undefined) {
    t.refuse(node, 'The target wants to know which key a row may break.', 'Name the columns, or a `target`.');
  }
  const written = key.map(({ value }) => value).join(', ');
  t.notice('KEY_BY_NAME', node, `The key is taken to be \`${written}\`; the tables are not known here.`);
  return key.map((one) => elementOf(one, table));
}

/**
 * The key that a table is likely to have which nothing tells of: what is inserted and not updated, or `id` where that is among
 * it; of a REPLACE the first. Undefined where no columns are named.
 */
export function likelyKeyOf(node: Insert, table: ChangedTable, t: Translator): readonly Name[] | undefined {
  const [first, ...others] = givenColumns(node, table, t);
  if (first === undefined) return undefined;
  const updates = node.duplicateKeyUpdate ?? node.conflicts?.flatMap(({ update = [] }) => update) ?? [];
  const targets = updates.filter((one) => !keepsItself(one, t)).flatMap((one) => one.targets);
  const updated = new Set(targets.map((one) => (one.kind === 'column' ? t.scope.key(lastOf(one)) : '')));
  const all = [first, ...others] as const;
  const kept = updates.length === 0 ? leading(all) : all.filter((one) => !updated.has(t.scope.key(one)));
  const grouped = groupedBy(node, all, t)?.filter((one) => !updated.has(t.scope.key(one)));
  return grouped ?? likelyKey(kept, t) ?? [first];
}

/** A column by the name of the row that could not be inserted. */
const isOfNewRow = ({ parts }: ColumnReference): boolean =>
  parts.length > 1 && parts[parts.length - 2]?.value.toLowerCase() === EXCLUDED;

/** `x = x`, which says that the row stays as it is. */
function keepsItself({ targets: [target], value }: Assignment, t: Translator): boolean {
  if (target?.kind !== 'column' || value.kind !== 'column') return false;
  return t.scope.key(lastOf(target)) === t.scope.key(lastOf(value)) && !isOfNewRow(value);
}

/** The columns that values are given for, or those of a query that gives them, where none are named. */
function givenColumns(node: Insert, table: ChangedTable, t: Translator): readonly Name[] {
  const named = insertedColumns(node, table, t);
  const { body } = node.source ?? {};
  if (named.length > 0 || body?.kind !== 'select') return named;
  const called = body.columns.map(({ alias, expression }) =>
    alias === undefined && expression.kind === 'column' ? lastOf(expression) : alias,
  );
  return called.every((one) => one !== undefined) ? called : [];
}

/** What keys of several columns have beside their first one: `scope, day`, `user_id, product_id`. */
const PART_OF_KEY =
  /_id$|_type$|(?:^|_)(?:day|date|month|quarter|year|week|hour|period|season|from|since|lang|language|locale|position|pos|line|line_no|no|nr|number|num|seq|currency|country|region|key)$/i;

/** What is a key by itself, whatever stands behind it. */
const WHOLE_KEY = /^id$|(?:^|_)(?:e?mail|handle|login|user_?name|uuid|guid|token|slug|url)$/i;

/** What stands beside a key and is no part of it: what the row is called, or a key by itself. */
const BESIDE_KEY = /(?:^|_)(?:name|title|label|caption|description|note|e?mail|login|user_?name|uuid|guid|token|url)$/i;

/** What goes last in a key of several columns: `order_id, line_no`. */
const LAST_OF_KEY = /(?:^|_)(?:no|nr|number|num|line|line_no|seq|position|pos)$/i;

/** What tells the values of one row apart, where a column for them stands behind it: `user_id, name, value`. */
const NAME_OF_VALUE = /(?:^|_)(?:name|key|option|setting|attribute|field|property|metric)$/i;
const VALUE = /(?:^|_)(?:value|val)$/i;

/** Whether a column may be of a key, by what it is called. */
export const mayBeOfKey = (called: string): boolean =>
  isLikelyKey(called) ||
  WHOLE_KEY.test(called) ||
  PART_OF_KEY.test(called) ||
  /(?:^|_)(?:name|title|tag)$/i.test(called);

/** The columns that a key may be of, where none is updated: the first, and those behind it that keys have. */
function leading([first, ...others]: readonly [Name, ...Name[]]): readonly Name[] {
  if (WHOLE_KEY.test(first.value)) return [first];
  const whole = others.find(({ value }) => WHOLE_KEY.test(value));
  if (whole !== undefined && !isLikelyKey(first.value) && !PART_OF_KEY.test(first.value)) return [whole];
  const hasValue = others.some(({ value }) => VALUE.test(value));
  const isPart = ({ value }: Name): boolean => PART_OF_KEY.test(value) || (hasValue && NAME_OF_VALUE.test(value));
  const end = others.findIndex((one) => !isPart(one));
  const parts = others.slice(0, Math.max(end, 0));
  const last = parts.findIndex(({ value }) => LAST_OF_KEY.test(value));
  return [first, ...(last < 0 ? parts : parts.slice(0, last + 1))];
}

/** The columns that get what the rows of a query are grouped by, which is there once. */
function groupedBy({ source }: Insert, columns: readonly Name[], t: Translator): readonly Name[] | undefined {
  if (source?.body.kind !== 'select' || source.body.groupBy === undefined) return undefined;
  const { groupBy, columns: items } = source.body;
  const isOne = (one: Node, at: number): boolean =>
    one.kind === 'number' ? Number(one.text) === at + 1 : t.textOf(one) === t.textOf(items[at]?.expression as Node);
  const places = groupBy.items.map((one) => items.findIndex((_, at) => isOne(one, at)));
  // a word that is the same in all rows tells them from those of other statements
  const words = items.flatMap(({ expression }, at) => (expression.kind === 'string' ? [at] : []));
  const key = [...places, ...words].sort((one, other) => one - other).map((at) => columns[at]);
  return key.every((one) => one !== undefined) ? key : undefined;
}

/** Of columns that may be a key: `id`, or all that tell of no time. */
function likelyKey(columns: readonly Name[], t: Translator): readonly Name[] | undefined {
  const id = columns.find((one) => t.scope.key(one) === 'id');
  if (id !== undefined) return [id];
  const untimed = columns.filter(({ value }) => !/(?:^|_)(?:at|on|created|updated|inserted)$/i.test(value));
  const [first, ...others] = untimed;
  if (first === undefined) return undefined;
  if (WHOLE_KEY.test(first.value)) return leading([first, ...others]);
  return isLikelyKey(first.value) ? [first, ...others.filter(({ value }) => !BESIDE_KEY.test(value))] : untimed;
}

/** A column as an element of a key. */
export const elementOf = (column: Name, table: ChangedTable): IndexElement => ({
  kind: 'index-element',
  expression: table.target(column),
  span: column.span,
});

/** The columns that values are given for. */
export function insertedColumns({ columns, source }: Insert, table: ChangedTable, t: Translator): Name[] {
  if (columns === undefined || (columns.length === 0 && hasValues(source)))
    return source === undefined ? [] : columnsOfRow(table, t).map((one) => table.named(one.name));
  return columns.map((target) => assignedColumn(target, t));
}

/** Those that a row without names has values for: SQLite's has none for what is computed. https://sqlite.org/gencol.html */
const columnsOfRow = ({ columns = [] }: ChangedTable, t: Translator): readonly RelationColumn[] =>
  t.source === 'SQLITE' ? columns.filter(({ generated }) => generated !== true) : columns;

/** MySQL's `() VALUES (…)` has them all. */
const hasValues = (source: Insert['source']): boolean =>
  source?.body.kind === 'values' && source.body.rows.some(({ items }) => items.length > 0);

/** What primary keys are called that have names of their own: `pk_rates`, `rates_pk`. */
const NAMED_PRIMARY = /(?:^|_)(?:pk|pkey|primary)(?:_|$)/;

/** The key that a constraint of PostgreSQL's keeps, by the name that it is given where none is written. */
export function keyOfConstraint(constraint: Name, table: ChangedTable, t: Translator): readonly IndexElement[] {
  const called = t.scope.fold(constraint);
  const { known, primaryKey, keys = [] } = table;
  const isUsual = (key: readonly string[]): boolean => called === [known?.name, ...key, 'key'].join('_');
  const key = called === `${known?.name ?? ''}_pkey` ? primaryKey : keys.find(isUsual);
  if (key === undefined || key.length === 0) {
    const others = keys.filter((one) => one.join() !== primaryKey.join());
    const isPrimary = primaryKey.length > 0 && (others.length === 0 || NAMED_PRIMARY.test(called));
    const [only, second] = isPrimary ? [primaryKey] : others;
    // under a name of its own it can be no other
    if (only !== undefined && second === undefined)
      return only.map((column) => elementOf(name(column, constraint.span), table));
    const told = keyByName(called, table);
    if (told !== undefined) return told.map((column) => elementOf(name(column, constraint.span), table));
    t.refuse(
      constraint,
      `Which columns the constraint \`${called}\` keeps apart is not known here.`,
      'Name the columns in ON CONFLICT (…).',
    );
  }
  return key.map((column) => elementOf(name(column, constraint.span), table));
}

/** The key whose columns a constraint is named after: `accounts_email`, `uq_stats_day_page`. */
function keyByName(called: string, { known, keys = [] }: ChangedTable): readonly string[] | undefined {
  const words = called.replace(known?.name ?? '', '');
  const matching = keys.filter((key) => key.every((one) => words.includes(one)));
  const most = Math.max(0, ...matching.map((key) => key.join('').length));
  const [told, another] = matching.filter((key) => key.join('').length === most);
  return another === undefined ? told : undefined;
}

/** The keys that the new rows may have already: a number that the engine counts is new, and NULL is like no other. */
export function breakable(
  keys: readonly (readonly string[])[],
  node: Insert,
  table: ChangedTable,
  t: Translator,
): readonly (readonly string[])[] {
  const given = new Map(insertedColumns(node, table, t).map((one, index) => [t.scope.key(one), index]));
  const isNew = (column: string): boolean => {
    const at = given.get(t.scope.keyOf(column));
    if (at !== undefined && !isLeftToEngine(node, at)) return false;
    const { default: value, autoIncrement } = table.column(name(column, node.span, true)) ?? {};
    return value === null || autoIncrement === true || (value ?? '').startsWith('nextval(');
  };
  return keys.filter((key) => !key.some(isNew));
}

/** Whether every row has DEFAULT or NULL there. */
function isLeftToEngine({ source }: Insert, at: number): boolean {
  if (source?.body.kind !== 'values') return false;
  return source.body.rows.every(({ items }) => items[at]?.kind === 'default' || items[at]?.kind === 'null');
}

/** Keys of the same columns are one: a row that breaks one of them breaks the others. */
const areSeveral = (keys: readonly (readonly string[])[], t: Translator): boolean =>
  new Set(keys.map((key) => JSON.stringify(key.map((one) => t.scope.keyOf(one)).sort()))).size > 1;

/** Where the target takes any key that a row breaks for the one that is named: whether that may be another. */
export function noticeOfAnyKey({ columns }: RowConflict, node: Insert, table: ChangedTable, t: Translator): void {
  const { keys } = table;
  if (columns === undefined) return;
  const mayBeAnother =
    keys === undefined ? mayHaveOthers(columns, node, table, t) : areSeveral(breakable(keys, node, table, t), t);
  if (!mayBeAnother) return;
  const why = keys === undefined ? 'which the table may have others of' : 'of which the table has others';
  t.notice('CONFLICT_KEY', node, `The target does the same for every unique key that a row breaks, ${why}.`);
}

/** Whether values are given, beside those of the key that is named, which may be a key by what they are called. */
function mayHaveOthers(columns: readonly IndexElement[], node: Insert, table: ChangedTable, t: Translator): boolean {
  const named = new Set(
    columns.map(({ expression }) => (expression.kind === 'column' ? t.scope.key(lastOf(expression)) : '')),
  );
  const given = insertedColumns(node, table, t);
  const others = given.filter((one) => !named.has(t.scope.key(one)));
  const isOfId = named.size === 1 && named.has('id');
  return given.length === 0 || others.some(({ value }) => isLikelyKey(value) || (isOfId && /^name$/i.test(value)));
}
