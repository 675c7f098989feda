import {
  contains,
  rewrite,
  type ColumnReference,
  type DerivedTable,
  type Expression,
  type Node,
  type Query,
  type Select,
  type SelectItem,
} from '../../../ast/index.js';
import { hasAggregate, isOverWindow } from '../../../typing/aggregates.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { allOf, binary, call, column, derivedTable, item, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { expandedItems } from './expanded-items.js';
import type { PlainRows } from './lateral-rows.js';
import { ownColumns, type IsOwn } from '../own-columns.js';
import { namesOf, valueOf } from './ranked.js';

/**
 * LATERAL (SELECT … WHERE inner = outer ORDER BY … LIMIT n): all rows, of each inner the first n, joined by inner = outer. Groups,
 * rows that are told apart, and windows are those of each inner as well.
 */
export function correlatedRows(table: DerivedTable, t: Translator): PlainRows | undefined {
  const { query, alias, columns, span } = table;
  const select = plainSelect(query, t);
  if (select === undefined || alias === undefined) return undefined;
  const isOwn = ownColumns(select, t);
  const isClosed = (node: Node): boolean => every(node, isOwn);
  const conditions = select.where === undefined ? [] : allOperands(select.where);
  const outer = conditions.filter((one) => !isClosed(one));
  const { where: _, ...rest } = select;
  if (!isClosed({ ...rest, span }) || outer.some(hasQuery)) return undefined;
  const { limit, orderBy = [] } = query;
  const keys = outer.map((one) => keyOf(one, isOwn));
  const isByKey = limit !== undefined || select.groupBy !== undefined || hasWindow(select);
  if (isByKey && keys.includes(undefined)) return undefined;

  const hidden: SelectItem[] = [];
  const exported = (value: Expression): Expression => {
    const called = name(t.freshName('key'), span);
    hidden.push(item(value, called));
    return column([alias, called], span);
  };
  const on = outer.map((one) =>
    rewrite(one, (node) => (node.kind === 'column' && isOwn(node) ? exported(node) : node)),
  );
  const all = columns === undefined ? itemsOrStars(select, t) : expandedItems(select, t);
  const items = all.map((one) => (isStar(one) ? one : withinKeys(one, keys as Expression[])));
  if (limit?.count !== undefined) {
    const order = orderBy.map((one) => ({ ...one, expression: valueOf(one.expression, items, select, t) }));
    const over = { kind: 'window', reference: false, partitionBy: keys as Expression[], orderBy: order, span } as const;
    on.push(binary('less-or-equal', exported({ ...call('row_number', [], span), over }), limit.count));
  }
  const inner = conditions.filter(isClosed);
  const names = columns ?? namesOf(items, select, t);
  const { groupBy } = rest;
  const body: Select = {
    ...rest,
    ...(groupBy !== undefined && { groupBy: { ...groupBy, items: [...groupBy.items, ...(keys as Expression[])] } }),
    columns: [
      ...items.map((one, at) => (isStar(one) ? one : { ...one, alias: names[at] ?? lastName(one, t) })),
      ...hidden,
    ],
    ...(inner.length > 0 && { where: allOf(inner) }),
  };
  return { table: derivedTable({ kind: 'query', body, span }, alias, span), on };
}

const isStar = ({ expression }: SelectItem): boolean => expression.kind === 'star';

/** A star stays one where nobody tells its columns: they keep their names. */
function itemsOrStars(select: Select, t: Translator): readonly SelectItem[] {
  const isOpen = scopeOfSelect(select, t.scope).from.sources.some((one) => one.columns === undefined);
  return isOpen ? select.columns : expandedItems(select, t);
}

const lastName = (one: SelectItem, t: Translator): NonNullable<SelectItem['alias']> =>
  one.alias ?? name(t.freshName('column'), one.span);

/** A SELECT whose rows are those of its tables, several for a row of the tables before it. */
function plainSelect({ body, limit, with: tables }: Query, t: Translator): Select | undefined {
  if (body.kind !== 'select' || body.from === undefined || tables !== undefined) return undefined;
  const { distinct, distinctOn, groupBy, windows } = body;
  if (distinctOn !== undefined || windows !== undefined || !isOfGroups(body, t)) return undefined;
  if (groupBy?.items.some(({ kind }) => !GROUPED.has(kind)) === true) return undefined;
  if (body.columns.some(({ expression }) => contains(expression, namesWindow))) return undefined;
  if (limit === undefined) return body;
  if (distinct === true) return undefined;
  const { count, offset, withTies } = limit;
  if (count?.kind !== 'number' || offset !== undefined || withTies === true) return undefined;
  // of one row, each column that has a name can be a subquery
  const isNamed = body.columns.every(({ expression }) => expression.kind !== 'star');
  return count.text === '1' && isNamed ? undefined : body;
}

/** Whether aggregates are of groups alone, so that there is no row where there are none. */
const isOfGroups = ({ columns, groupBy, having }: Select, t: Translator): boolean =>
  groupBy !== undefined ||
  (having === undefined && !columns.some(({ expression }) => hasAggregate(expression, t.from)));

/** What rows are grouped by that other keys can stand beside. */
const GROUPED: ReadonlySet<string> = new Set(['column', 'call', 'binary', 'cast', 'case']);

const namesWindow = (node: Node): boolean => node.kind === 'call' && node.over?.reference === true;

const hasWindow = ({ columns }: Select): boolean =>
  columns.some(({ expression }) => contains(expression, isOverWindow));

/** A column whose windows are those of each key. */
const withinKeys = (one: SelectItem, keys: readonly Expression[]): SelectItem =>
  rewrite(one, (node) => {
    if (node.kind !== 'call' || node.over === undefined || keys.length === 0) return node;
    return { ...node, over: { ...node.over, partitionBy: [...keys, ...node.over.partitionBy] } };
  });

const hasQuery = (node: Node): boolean => contains(node, ({ kind }) => kind === 'query');

const allOperands = (node: Expression): readonly Expression[] =>
  node.kind === 'logical' && node.operator === 'and' ? node.operands : [node];

const every = (node: Node, test: (reference: ColumnReference) => boolean): boolean =>
  !contains(node, (one) => one.kind === 'column' && !test(one));

/** The side of an equality that is the query's own, where the other is not. */
function keyOf(node: Expression, isOwn: IsOwn): Expression | undefined {
  if (node.kind !== 'binary' || node.operator !== 'equal') return undefined;
  const { left, right } = node;
  const isOuter = (one: Expression): boolean => every(one, (reference) => !isOwn(reference));
  if (every(left, isOwn) && isOuter(right)) return left;
  return every(right, isOwn) && isOuter(left) ? right : undefined;
}
