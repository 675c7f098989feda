import {
  mapChildren,
  type ColumnReference,
  type Expression,
  type FunctionCall,
  type GroupBy,
  type GroupingSet,
  type Node,
  type Query,
  type Select,
  type SelectItem,
} from '../../../ast/index.js';
import { nameKey } from '../../../analysis/folded-names.js';
import { isAggregate } from '../../../typing/aggregates.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { allOf, binary, call, column, derivedTable, item, name, nothing, number, unionOf } from '../../made-nodes.js';
import { isWrittenApart } from '../../expressions/texts/text-comparison.js';
import type { Translator } from '../../translator.js';
import { itemOfAlias } from '../aliases.js';
import { namesOf, valueOf } from './ranked.js';
import type { Lowering } from './index.js';
import { writtenAlike } from '../../written-alike.js';

/** Whether GROUP BY of the target takes several groupings at once, where it is the keys themselves that are shown. */
const hasSets = (select: Select, groupBy: GroupBy, t: Translator): boolean =>
  t.to.features.foldsNames && !isWrittenInSeveralWays(select, groupBy, t);

const isWrittenInSeveralWays = (select: Select, { items }: GroupBy, t: Translator): boolean =>
  t.rules.textComparison === 'SOURCE' &&
  t.within(scopeOfSelect(select, t.scope), () =>
    setsOf(items, select, t)
      .flat()
      .some((one) => isWrittenApart(one, t)),
  );

/** GROUP BY ROLLUP, CUBE and GROUPING SETS: a query for each grouping, one behind the other. */
export const groupingSets: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || body.groupBy === undefined) return query;
  if (!body.groupBy.items.some((one) => one.kind === 'grouping-set' || isNone(one))) return query;
  if (hasSets(body, body.groupBy, t)) return query;
  return composed(query, body, body.groupBy, t);
};

type GroupItem = GroupBy['items'][number];

const isNone = (one: GroupItem): boolean => one.kind === 'row' && one.items.length === 0;

function composed(query: Query, select: Select, groupBy: GroupBy, t: Translator): Query {
  const { span } = select;
  if (select.windows !== undefined)
    t.refuse(groupBy, 'Windows over several groupings can’t be composed in the target.');
  const sets = setsOf(groupBy.items, select, t);
  const everything = sets.flat();
  const names = namesOf(select.columns, select, t);
  const keys = (query.orderBy ?? []).map((order) =>
    item(valueOf(order.expression, select.columns, select, t), name(t.freshName('key'), span)),
  );
  const named = select.columns.map((one, index): SelectItem => ({
    ...one,
    alias: names[index],
  }));
  const branches = sets.map((set) => branchOf({ ...select, columns: [...named, ...keys] }, set, everything, t));
  const [first, ...others] = branches as [Select, ...Select[]];
  const rows = unionOf(first, others);
  if (keys.length === 0) return { ...query, body: rows };
  const alias = name(t.freshName('grouped'), span);
  const { orderBy: _, ...rest } = query;
  return {
    ...rest,
    body: {
      kind: 'select',
      columns: names.map((called) => item(column([alias, called], span), called)),
      from: [derivedTable({ kind: 'query', body: rows, span }, alias, span)],
      span,
    },
    orderBy: (query.orderBy ?? []).map((order, index) => ({
      ...order,
      expression: column([alias, keys[index]?.alias as never], span),
    })),
  };
}

/** The groupings that the items come to: one of each, all combined. */
function setsOf(items: readonly GroupItem[], select: Select, t: Translator): Expression[][] {
  return items.reduce<Expression[][]>(
    (sets, one) => sets.flatMap((set) => setsOfItem(one, select, t).map((other) => [...set, ...other])),
    [[]],
  );
}

const SETS: Readonly<Record<GroupingSet['operator'], (parts: Expression[][]) => Expression[][]>> = {
  rollup: (parts) => [...parts.map((_, index) => parts.slice(0, parts.length - index).flat()), []],
  cube: (parts) =>
    parts.reduceRight<Expression[][]>((sets, part) => [...sets.map((set) => [...part, ...set]), ...sets], [[]]),
  sets: (parts) => parts,
};

function setsOfItem(one: GroupItem, select: Select, t: Translator): Expression[][] {
  if (one.kind !== 'grouping-set') return [partOf(one, select, t)];
  if (one.operator === 'sets') return one.items.flatMap((each) => setsOfItem(each, select, t));
  return SETS[one.operator](
    one.items.map((each) =>
      each.kind === 'grouping-set' ? t.refuse(each, 'Groupings can’t nest here.') : partOf(each, select, t),
    ),
  );
}

/** The expressions of one item: of a row each of its own. */
function partOf(one: Exclude<GroupItem, GroupingSet>, select: Select, t: Translator): Expression[] {
  const expression = one.kind === 'order-item' ? one.expression : one;
  const parts = expression.kind === 'row' ? expression.items : [expression];
  return parts.map((part) =>
    part.kind === 'column' ? groupedColumn(part, select, t) : valueOf(part, select.columns, select, t),
  );
}

/** A name in GROUP BY means a column of the tables before it means one of the result. */
const groupedColumn = (node: ColumnReference, select: Select, t: Translator): Expression =>
  t.within(
    scopeOfSelect(select, t.scope),
    () => itemOfAlias(node, { select, place: 'group-by' }, t)?.expression ?? node,
  );

/** The query of one grouping: what it does not group by is NULL. */
function branchOf(
  select: Select,
  set: readonly Expression[],
  everything: readonly Expression[],
  t: Translator,
): Select {
  const inSet = new Set(set.map((one) => keyOf(one, t)));
  const left = new Set(everything.map((one) => keyOf(one, t)).filter((key) => !inSet.has(key)));
  const change = <N extends Node>(node: N): N => nulled(node, left, t);
  const { groupBy: _, having, columns, ...rest } = select;
  const own = having === undefined ? undefined : change(having);
  const distinct = [...new Map(set.map((one) => [keyOf(one, t), one])).values()];
  return {
    ...rest,
    columns: columns.map((one) => ({ ...one, expression: change(one.expression) })),
    ...(distinct.length > 0 && { groupBy: { kind: 'group-by', items: distinct, span: select.span } as const }),
    ...(distinct.length > 0 ? own !== undefined && { having: own } : emptyGroup(own, select, t)),
  };
}

/** A grand total over no rows is a row to PostgreSQL, and none to MySQL. */
function emptyGroup(having: Expression | undefined, { span }: Select, t: Translator): Pick<Select, 'having'> {
  if (t.from.features.foldsNames) return having === undefined ? {} : { having };
  const some = binary('greater', call('COUNT', [{ kind: 'star', qualifier: [], span }], span), number(0, span));
  return { having: having === undefined ? some : allOf([having, some]) };
}

/** What two expressions are compared by: their meaning, places and quotes aside. */
function keyOf(node: Expression, t: Translator): string {
  if (node.kind === 'column') return nameKey(node.parts[node.parts.length - 1] as never, t.from);
  return writtenAlike(node).toLowerCase();
}

/** Grouping expressions that a set leaves out are NULL, but within aggregates, which see the rows. */
function nulled<N extends Node>(node: N, left: ReadonlySet<string>, t: Translator): N {
  const enter = (one: Node): Node => {
    if (one.kind === 'query') return one;
    if (one.kind === 'call' && isGrouping(one)) return grouping(one, left, t);
    if (one.kind === 'call' && isAggregate(one, t.from)) return one;
    if (isValue(one) && left.has(keyOf(one, t))) return nothing(one.span);
    return mapChildren(one, enter);
  };
  return enter(node) as N;
}

const isValue = (node: Node): node is Expression =>
  node.kind === 'column' ||
  node.kind === 'call' ||
  node.kind === 'binary' ||
  node.kind === 'case' ||
  node.kind === 'cast';

const isGrouping = ({ name: { parts } }: FunctionCall): boolean =>
  parts[parts.length - 1]?.value.toLowerCase() === 'grouping';

/** GROUPING(a, b): a bit for each expression, set where it is left out. */
function grouping(node: FunctionCall, left: ReadonlySet<string>, t: Translator): Expression {
  const bits = node.arguments.reduce((sum, one) => sum * 2 + (left.has(keyOf(one, t)) ? 1 : 0), 0);
  return number(bits, node.span);
}
