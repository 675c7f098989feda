import {
  walk,
  type ColumnReference,
  type Expression,
  type FunctionCall,
  type GroupBy,
  type Name,
  type Select,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { hasAggregate, isAggregate } from '../../typing/aggregates.js';
import { ofTheRows } from '../expressions/names.js';
import { isWrittenApart } from '../expressions/texts/text-comparison.js';
import type { Translator } from '../translator.js';
import { itemOfAlias, withoutAliases } from './aliases.js';
import { writtenAlike } from '../written-alike.js';
import { DeterminedColumns } from './determined-columns.js';
import { keyOfRows } from './primary-keys.js';

/** Rows that are groups, of which a column has one value for sure or any of several. */
export interface GroupedRows {
  /** Whether all rows of a group agree in it. */
  isKey(node: Expression): boolean;
  /** Whether it is a text that they are grouped by and that a group has in several ways, all the same to the source. */
  isWrittenApart(node: Expression): boolean;
  /** A column in which they may not agree, of one of the rows; undefined where it is no such column. */
  ofAnyRow(node: ColumnReference): Expression | undefined;
  /** The same rows for what is part of a key: whichever of a group is taken, all agree. */
  readonly agreeing?: GroupedRows;
}

/** Whether a column that is no key may stand by itself beside groups. */
const TAKES_ANY: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: true };

export const takesAnyRow = (dialect: DialectName): boolean => TAKES_ANY[dialect];

/** One value of a group's; MySQL takes a column by itself only where the server is not strict about it. */
const ANY_VALUE: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '(array_agg($1))[1]',
  MYSQL: 'MIN($1)',
  SQLITE: '$1',
};

/** Translates what is asked of groups. */
export function withGroups<T>(grouped: GroupedRows | undefined, t: Translator, work: () => T): T {
  const outer = t.grouped;
  t.grouped = grouped;
  try {
    return work();
  } finally {
    t.grouped = outer;
  }
}

/** How a select groups its rows, where the source is not particular about what is asked of them. */
export function groupedRows(select: Select, t: Translator): GroupedRows | undefined {
  if (!TAKES_ANY[t.source]) return undefined;
  const known = t.groupings.get(select);
  // both its columns and what orders them ask
  if (known?.scope === t.scope) return known.rows;
  const rows = newGroupedRows(select, t);
  t.groupings.set(select, { scope: t.scope, rows });
  return rows;
}

function newGroupedRows(select: Select, t: Translator): GroupedRows | undefined {
  const { groupBy, columns, having } = select;
  const aggregates = columns.some(({ expression }) => hasAggregate(expression, t.from));
  if (groupBy === undefined && !aggregates && having === undefined) return undefined;
  const determinedByAll = once(() => new DeterminedColumns(columnsOf(select, t), select, t));
  const isApart = (node: Expression): boolean =>
    isWrittenApart(node, t) && !(node.kind === 'column' && determinedByAll().isOfGroupedKey(node));
  const all = (groupBy?.items ?? []).flatMap((one) => keyNodes(one, select, t));
  const nodesApart = new Set(all.filter((one) => isApart(one)));
  const nodes = all.filter((one) => !nodesApart.has(one));
  const apart = new Set([...nodesApart].map((one) => keyOf(one, t)));
  // what is grouped by as it sorts without case is one text in several spellings
  for (const one of all) if (one.kind === 'collate' && one.operand.kind === 'column') apart.add(keyOf(one.operand, t));
  const isKeyApart = (node: Expression): boolean => apart.size > 0 && apart.has(keyOf(node, t));
  const keys = new Set(nodes.map((one) => keyOf(one, t)));
  // most nodes are of no kind that a key is, and need not be written out to see that they are none
  const kinds = new Set(nodes.map(kindOf));
  const isKey = (node: Expression): boolean => kinds.has(kindOf(node)) && keys.has(keyOf(node, t));
  const determined = once(() => {
    const certain = columnsOf(select, t).filter((one) => !isApart(one));
    return new DeterminedColumns(certain, select, t);
  });
  const isCertain = (node: ColumnReference): boolean =>
    isOuter(node, t) || isAlias(node, t) || determined().isOfGroupedKey(node);
  return {
    isKey,
    isWrittenApart: isKeyApart,
    ofAnyRow: (node) =>
      isCertain(node) ? undefined : anyRow(node, { select, determined: determined(), isApart: isKeyApart }, t),
    agreeing: {
      isKey: (node) => node.kind === 'column' && isKey(node),
      isWrittenApart: () => false,
      ofAnyRow: (node) => (isCertain(node) ? undefined : t.form(ANY_VALUE[t.target], [ofTheRows(node, t)], node)),
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Translates what is part of an expression that rows are grouped by, if it is one. */
export function ofKey<T>(node: Expression, t: Translator, work: () => T): T {
  const { grouped } = t;
  if (grouped?.agreeing === undefined) return work();
  const isApart = node.kind !== 'column' && grouped.isWrittenApart(node);
  if (isApart) t.notice('TEXT_SPELLING', node);
  return isApart || grouped.isKey(node) ? withGroups(grouped.agreeing, t, work) : work();
}

/** The columns that the rows are grouped by, all of them in each group. */
function columnsOf(select: Select, t: Translator): ColumnReference[] {
  const { columns, groupBy } = select;
  if (groupBy?.items.some(({ kind }) => kind === 'grouping-set') === true) return [];
  return (groupBy?.items ?? []).flatMap((one): ColumnReference[] => {
    if (one.kind === 'grouping-set') return [];
    const written = one.kind === 'order-item' ? one.expression : one;
    const meant =
      written.kind === 'number'
        ? columns[Number(written.text) - 1]?.expression
        : (itemOfAlias(written, { select, place: 'group-by' }, t)?.expression ?? written);
    return meant?.kind === 'column' && t.scope.resolve(meant).table !== undefined ? [meant] : [];
  });
}

/** What expressions have in common that are written alike: of calls the function's name. */
function kindOf(node: Expression): string {
  if (node.kind !== 'call') return node.kind;
  const { parts } = node.name;
  return `${(parts[parts.length - 1] as Name).value.toLowerCase()}()`;
}

/** What an expression is compared by: a column by its name alone. */
function keyOf(node: Expression, t: Translator): string {
  if (node.kind === 'column') return t.scope.key(node.parts[node.parts.length - 1] as Name);
  return writtenAlike(node).toLowerCase();
}

/** What an item of GROUP BY groups by; of a set that combines others, what is directly in it. */
function keyNodes(one: GroupItem, select: Select, t: Translator): Expression[] {
  if (one.kind !== 'grouping-set') return keysOf(one.kind === 'order-item' ? one.expression : one, select, t);
  return one.items.flatMap((part) =>
    part.kind === 'grouping-set' || part.kind === 'order-item' ? [] : keysOf(part, select, t),
  );
}

type GroupItem = GroupBy['items'][number];

function keysOf(node: Expression, select: Select, t: Translator): Expression[] {
  if (node.kind === 'row') return node.items.flatMap((one) => keysOf(one, select, t));
  if (node.kind === 'number') {
    const expression = select.columns[Number(node.text) - 1]?.expression;
    return expression === undefined ? [] : [expression];
  }
  return [itemOfAlias(node, { select, place: 'group-by' }, t)?.expression ?? node];
}

/** A name that means a column of the result is none of the rows'. */
const isAlias = (node: ColumnReference, t: Translator): boolean =>
  t.aliases !== undefined && itemOfAlias(node, t.aliases, t) !== undefined;

/** A column of a query further out is the same for all rows. */
function isOuter({ parts }: ColumnReference, t: Translator): boolean {
  const qualifier = parts.slice(0, -1).map((part) => t.scope.key(part));
  if (qualifier.length === 0) return false;
  return !t.scope.from.sources.some((source) => source.isNamed(qualifier));
}

/**
 * SQLite's max(x) and min(x), alone, say which row the other columns are of, the first of those that have it:
 * https://sqlite.org/lang_select.html#bareagg
 */
const ROW_OF: Readonly<Record<string, string>> = {
  max: '(array_agg($1 ORDER BY $2 DESC NULLS LAST))[1]',
  min: '(array_agg($1 ORDER BY $2 ASC NULLS LAST))[1]',
};

interface Groups {
  readonly select: Select;
  readonly determined: DeterminedColumns;
  /** Whether rows are grouped by it, in whichever way it is written. */
  readonly isApart: (node: Expression) => boolean;
}

function anyRow(node: ColumnReference, { select, determined, isApart }: Groups, t: Translator): Expression {
  const plain = ofTheRows(node, t);
  const extreme = t.scope.context.rules.distinctNames && !TAKES_ANY[t.target] ? onlyExtreme(select, t) : undefined;
  const form = extreme === undefined ? undefined : ROW_OF[extreme.name.parts[0]?.value.toLowerCase() ?? ''];
  const [of] = extreme?.arguments ?? [];
  const keys = TAKES_ANY[t.target] ? [] : keyOfRows(select, t);
  const ordered = withGroups(undefined, t, () => withoutAliases(t, () => keys.map((one) => t.value(one))));
  if (form !== undefined && of !== undefined) {
    const greatest = withGroups(undefined, t, () => withoutAliases(t, () => t.value(of)));
    const written = form.replace('LAST)', `LAST${keys.map((_, index) => `, $${index + 3}`).join('')})`);
    return t.form(written, [plain, greatest, ...ordered], node);
  }
  if (determined.has(node)) return t.form(ANY_VALUE[t.target], [plain], node);
  t.notice(isApart(node) ? 'TEXT_SPELLING' : 'ARBITRARY_ROW', node);
  // the row that comes first is the one that the source takes most of the time
  const first = keys.length === 0 ? '' : ` ORDER BY ${keys.map((_, index) => `$${index + 2}`).join(', ')}`;
  return t.form(ANY_VALUE[t.target].replace('$1', `$1${first}`), [plain, ...ordered], node);
}

/** The one aggregate of a select, where that is max(x) or min(x). */
function onlyExtreme({ columns, having }: Select, t: Translator): FunctionCall | undefined {
  const found: FunctionCall[] = [];
  for (const { expression } of columns) gather(expression, found, t);
  if (having !== undefined) gather(having, found, t);
  const [only] = found;
  const called = only?.name.parts[0]?.value.toLowerCase() ?? '';
  return found.length === 1 && called in ROW_OF && only?.arguments.length === 1 ? only : undefined;
}

function gather(expression: Expression, found: FunctionCall[], t: Translator): void {
  walk(expression, (node) => {
    if (node.kind === 'call' && isAggregate(node, t.from)) found.push(node);
    return node.kind !== 'query';
  });
}
