import type {
  ColumnReference,
  Expression,
  GroupBy,
  GroupingSet,
  Name,
  OrderItem,
  QueryBody,
  Select,
  SelectItem,
} from '../../ast/index.js';
import { scopeOfSelect } from '../../typing/index.js';
import { shown } from '../expressions/numbers/shown-quotients.js';
import { isIntervalValue, sizeOf } from '../expressions/intervals/interval-values.js';
import { exactName } from '../expressions/names.js';
import {
  bySourceRules,
  chosenText,
  comparedAs,
  knowsNoCase,
  noticeOfText,
  noticeOfTexts,
} from '../expressions/texts/text-comparison.js';
import { condition } from '../expressions/truth.js';
import { item, number, queryOf } from '../made-nodes.js';
import type { RuleTable, Translator } from '../translator.js';
import { type AliasPlace, itemOfAlias, withAliases, withoutAliases } from './aliases.js';
import { refuseSystemStar } from './system-tables.js';
import { groupedRows, withGroups } from './bare-columns.js';
import { intervalItem, itemsWithIntervals } from './table-functions/interval-items.js';
import { lowered } from './lowering/index.js';
import { lastOf } from './lowering/references.js';
import { withoutStar } from './table-functions/table-functions.js';

/** SELECT with its clauses. */
export const selects: RuleTable = {
  select,
  'select-item': (node, t) => selectItem(node, t),
  'group-by': groupBy,
  'grouping-set': groupingSet,
  'order-item': (node, t) => t.children(node),
};

function select(node: Select, t: Translator): QueryBody {
  const { body } = lowered(queryOf(node), t);
  if (body !== node && t.result === node) t.result = body;
  if (body !== node) return t.raw(body) as QueryBody;
  return t.within(scopeOfSelect(node, t.scope), () => clauses(node, t));
}

function clauses(node: Select, t: Translator): Select {
  const rows = groupedRows(node, t);
  const { kind, distinct, columns, from, where, groupBy: groups, having, windows, comments, span } = node;
  if (node.distinctOn !== undefined) t.refuse(node, 'DISTINCT ON has no counterpart in the target.');
  dropHints(node, t);
  if (distinct === true)
    noticeOfTexts(
      columns.map(({ expression }) => expression),
      t,
      'equality',
    );
  const within = <T>(place: AliasPlace, work: () => T): T => withAliases({ select: node, place }, t, work);
  // each field is there in each select, which is quicker to make and to read than one that lacks some
  return {
    kind,
    distinct,
    columns: withGroups(rows, t, () => itemsOf(node, t)),
    from: from && t.all(from),
    where: where && within('where', () => condition(where, t)),
    groupBy: groups && within('group-by', () => t.node(groups)),
    having: having && withGroups(rows, t, () => within('having', () => condition(having, t))),
    windows: windows && t.all(windows),
    span,
    comments,
  };
}

/** The columns of the result; of DISTINCT each is also what rows are told apart by. */
function itemsOf(select: Select, t: Translator): SelectItem[] {
  const { distinct, span } = select;
  const columns = itemsWithIntervals(select, t);
  // rows without columns are counted and looked for all the same
  if (columns.length === 0 && !t.to.features.emptySelect) return [item(number(1, span))];
  const items = columns.flatMap((one) => withoutStar(one, select, t));
  return items.map((one) => intervalItem(one, select, t) ?? (distinct === true ? distinctItem(one, t) : t.node(one)));
}

/** Words that say how, and not what. */
const HARMLESS: ReadonlySet<string> = new Set([
  'ALL',
  'STRAIGHT_JOIN',
  'HIGH_PRIORITY',
  'SQL_SMALL_RESULT',
  'SQL_BIG_RESULT',
  'SQL_BUFFER_RESULT',
  'SQL_CACHE',
  'SQL_NO_CACHE',
  // what FOUND_ROWS() would tell afterwards; that has no translation
  'SQL_CALC_FOUND_ROWS',
]);

function dropHints(node: Select, t: Translator): void {
  const words = node.modifiers ?? [];
  const other = words.find((word) => !HARMLESS.has(word));
  if (other !== undefined)
    t.refuse(node, `${other} has no counterpart in the target.`, 'Count the rows with a query of their own.');
  if (words.some((word) => word !== 'ALL') || (node.hints ?? []).length > 0) t.notice('HINT_DROPPED', node);
}

function selectItem(node: SelectItem, t: Translator): SelectItem {
  const { expression, alias } = node;
  if (expression.kind === 'star') refuseSystemStar(expression, t);
  const made = shown(expression, t);
  // a column keeps its name where something else stands for it
  const called =
    alias ?? (expression.kind === 'column' && !isCalledAlike(made, expression) ? lastOf(expression) : undefined);
  const name = called && aliasFor(called, t);
  if (made === expression && name === alias) return node;
  return name === undefined ? { ...node, expression: made } : { ...node, expression: made, alias: name };
}

const isCalledAlike = (made: Expression, written: ColumnReference): boolean =>
  made.kind === 'column' && lastOf(made).value.toLowerCase() === lastOf(written).value.toLowerCase();

/** Which rows are the same hangs on how their texts compare; what sorts them must be what is selected in PostgreSQL. */
function distinctItem(node: SelectItem, t: Translator): SelectItem {
  const made = t.node(node);
  const purpose = t.target === 'POSTGRESQL' && !knowsNoCase(t.source) ? 'order' : 'equality';
  const expression = chosenText(node.expression, made.expression, t, purpose);
  if (expression === made.expression) return made;
  const called = made.alias ?? (node.expression.kind === 'column' ? aliasFor(lastOf(node.expression), t) : undefined);
  return { ...made, expression, ...(called !== undefined && { alias: called }) };
}

/** A column of the result is called as the source calls it, case and all. */
const aliasFor = (alias: Name, t: Translator): Name => exactName(t.scope.fold(alias), alias, t);

type GroupItem = GroupBy['items'][number];

function groupBy(node: GroupBy, t: Translator): GroupBy {
  return { ...node, items: node.items.map((item) => groupItem(item, t)) };
}

function groupingSet(node: GroupingSet, t: Translator): GroupingSet {
  return { ...node, items: node.items.map((item) => groupItem(item, t)) };
}

function groupItem(node: GroupItem, t: Translator): GroupItem {
  if (node.kind === 'grouping-set') return groupingSet(node, t);
  if (node.kind === 'order-item') return grouped((node satisfies OrderItem).expression, t);
  return grouped(node, t);
}

function grouped(node: Expression, t: Translator): Expression {
  const meant = groupedBy(node, t);
  noticeOfText([meant], t, 'equality');
  if (isIntervalValue(meant, t)) return withoutAliases(t, () => sizeOf(meant, t));
  const rows = t.aliases && groupedRows(t.aliases.select, t);
  const isSpeltAlike = knowsNoCase(t.source) && rows?.isWrittenApart(meant) === false;
  if (!bySourceRules(meant, t, 'equality') || isSpeltAlike) return node.kind === 'number' ? node : t.value(node);
  return comparedAs(
    meant,
    withoutAliases(t, () => t.value(meant)),
    t,
    'equality',
  );
}

/** What a number or an alias among the groups stands for. */
function groupedBy(node: Expression, t: Translator): Expression {
  const { aliases } = t;
  if (aliases === undefined) return node;
  if (node.kind === 'number') return aliases.select.columns[Number(node.text) - 1]?.expression ?? node;
  return itemOfAlias(node, aliases, t)?.expression ?? node;
}
