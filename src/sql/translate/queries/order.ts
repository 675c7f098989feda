import type { Expression, Name, OrderItem, Select } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { isArray, sortedArray } from '../expressions/arrays/array-values.js';
import { isIntervalValue, sizeOf } from '../expressions/intervals/interval-values.js';
import { exactName, ofTheRows } from '../expressions/names.js';
import { passedSeconds } from '../expressions/moments/passed-seconds.js';
import { sortedJson } from '../expressions/documents/json-operators.js';
import { rounded } from '../expressions/numbers/rounded.js';
import { settled } from '../expressions/numbers/settled-decimals.js';
import { boundedTime } from '../expressions/moments/times-past-the-day.js';
import { bySourceRules, comparedAs, noticeOfText } from '../expressions/texts/text-comparison.js';
import { column, isNull, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { itemOfAlias, withoutAliases } from './aliases.js';
import { withGroups } from './bare-columns.js';
import { columnOfRows, isKeyOfRows, numberOfKey } from './table-functions/table-functions.js';
import { expandedItems } from './lowering/expanded-items.js';
import { isOrderOfSpans } from './table-functions/spans-of-time.js';
import { directionOf, nullsToSay, nullsWithin, SAYS_NULLS } from './null-order.js';

/** What rows are ordered by, with NULLs at the end where the source has them. */
export function orderItems(items: readonly OrderItem[], select: Select | undefined, t: Translator): OrderItem[] {
  return items.flatMap((item) => orderItem(item, select, t, nullsToSay));
}

/** What the rows within an aggregate are ordered by. */
export const orderWithin = (items: readonly OrderItem[], t: Translator): OrderItem[] =>
  items.flatMap((item) => orderItem(item, undefined, t, nullsWithin));

function orderItem(
  node: OrderItem,
  select: Select | undefined,
  t: Translator,
  nullsFor: typeof nullsToSay,
): OrderItem[] {
  const { kind, nulls, span, comments } = node;
  const direction = directionOf(node);
  const meant = meantBy(node.expression, select, t);
  noticeOfText([meant], t, 'order');
  noticeOfDocuments(meant, t);
  const [key, ...more] = intervalKeys(meant, t) ??
    documentKeys(meant, t) ??
    arrayKeys(meant, t) ??
    (select?.distinct === true ? undefined : keyKeys(meant, t)) ??
    durationKeys(meant, t) ?? [
      settledKey(
        node.expression,
        meant,
        rounded(t, () => orderedBy(node.expression, meant, select, t)),
        t,
      ),
    ];
  const said = direction === 'desc' ? direction : node.direction;
  const item = (expression: Expression): OrderItem => ({ kind, expression, direction: said, span, comments });
  const made = item(key);
  const others = more.map(item);
  const wanted = nullsFor(nulls, direction, t);
  if (wanted === undefined || t.typeOf(meant).nullable === false) return [made, ...others];
  if (SAYS_NULLS[t.target]) return [{ ...made, nulls: wanted }, ...others];
  const tested =
    meant === node.expression || t.aliases === undefined || isIntervalValue(meant, t)
      ? key
      : withoutAliases(t, () => t.value(meant));
  const first: OrderItem = { kind: 'order-item', expression: isNull(tested, wanted === 'first'), span: node.span };
  return [first, made, ...others];
}

/** A decimal that is computed, as its digits sort, also where a number stands for it. */
function settledKey(node: Expression, meant: Expression, made: Expression, t: Translator): Expression {
  if (made.kind !== 'number' || node.kind !== 'number') return settled(meant, made, t);
  const key = settled(meant, made, t);
  return key === made ? made : settled(meant, valueOf(meant, t), t);
}

const valueOf = (meant: Expression, t: Translator): Expression =>
  rounded(t, () => withoutAliases(t, () => t.value(meant)));

/** Documents that PostgreSQL sorts by what they hold, as wholes. */
function noticeOfDocuments(meant: Expression, t: Translator): void {
  if (t.source !== 'POSTGRESQL' || t.target === 'POSTGRESQL' || t.typeName(meant) !== 'JSON') return;
  if (meant.kind === 'column' && t.scope.resolve(meant).databaseType !== undefined)
    t.notice('JSON_ORDER', meant, 'PostgreSQL sorts documents by what they hold, the target by their text.');
}

/** What orders by an interval, which may be a text in the result. */
const intervalKeys = (meant: Expression, t: Translator): readonly [Expression] | undefined =>
  isIntervalValue(meant, t) ? [withoutAliases(t, () => sizeOf(ofTable(meant, t), t))] : undefined;

/** A column of a table, where one of the result has the same name. */
function ofTable(node: Expression, t: Translator): Expression {
  if (node.kind !== 'column' || node.parts.length !== 1) return node;
  const [part] = node.parts as [Name];
  const found = t.scope.from.fields?.find(({ column: one }) => t.scope.keyOf(one.name) === t.scope.key(part));
  const table = found?.source.path[found.source.path.length - 1];
  return table === undefined ? node : column([name(table, node.span, true), part], node.span);
}

/** What orders by an array. */
const arrayKeys = (meant: Expression, t: Translator): readonly [Expression] | undefined =>
  isArray(meant, t) ? [sortedArray(meant, t)] : undefined;

/** What orders by a key of json_each: numbers before texts. */
const keyKeys = (meant: Expression, t: Translator): readonly [Expression, Expression] | undefined =>
  isKeyOfRows(meant, t) ? [numberOfKey(meant, t), t.value(meant)] : undefined;

/** What orders by a time that may be longer than a day. */
function durationKeys(meant: Expression, t: Translator): readonly [Expression] | undefined {
  const seconds = withoutAliases(t, () => passedSeconds(meant, t));
  return seconds === undefined || meant.kind === 'string' ? undefined : [boundedTime(seconds, meant, t)];
}

/** What orders by a document; one that rows are grouped by is the same for all of a group. */
const documentKeys = (meant: Expression, t: Translator): ReturnType<typeof sortedJson> =>
  t.grouped?.isKey(meant) === true ? withGroups(undefined, t, () => sortedJson(meant, t)) : sortedJson(meant, t);

/** The columns that numbers count; a star's must be known where NULLs are told apart by an expression. */
const columnsFor = (select: Select, t: Translator): Select['columns'] =>
  SAYS_NULLS[t.target] && t.rules.textComparison === 'TARGET' ? select.columns : expandedItems(select, t);

/** The value that orders: that of a column of the result where its number or alias stands. */
function meantBy(node: Expression, select: Select | undefined, t: Translator): Expression {
  if (select === undefined) return node;
  if (node.kind === 'number') return columnsFor(select, t)[Number(node.text) - 1]?.expression ?? node;
  return itemOfAlias(node, { select, place: 'order-by' }, t)?.expression ?? node;
}

/** Whether what orders rows may compute with a column of the result. */
const TAKES_ALIASES: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: true };

/** A column of the result stays one; another expression is translated. */
function orderedBy(node: Expression, meant: Expression, select: Select | undefined, t: Translator): Expression {
  if (node.kind === 'number') return isReordered(meant, select, t) ? ofText(meant, t) : node;
  if (meant !== node && node.kind === 'column') {
    // distinct rows are told apart by what sorts them; an alias within an expression is none to PostgreSQL, nor where a column has its name
    const isNone = !TAKES_ALIASES[t.target] || t.scope.known(node) !== undefined;
    if (isNone && isReordered(meant, select, t)) return ofText(meant, t);
    const plain = column(
      node.parts.map((part) => exactAlias(part, select, t)),
      node.span,
    );
    return select?.distinct === true ? plain : comparedAs(meant, plain, t, 'order');
  }
  if (select === undefined && node.kind === 'column' && columnOfRows(node, t) === undefined)
    return comparedAs(node, ofTheRows(node, t), t, 'order');
  const agreeing = select !== undefined && isOrderOfSpans(node, select, t) ? t.grouped?.agreeing : undefined;
  const made = agreeing === undefined ? t.value(node) : withGroups(agreeing, t, () => t.value(node));
  return comparedAs(node, made, t, 'order');
}

/** Whether a column of the result does not sort as the source's texts do; distinct rows sort as they are told apart. */
const isReordered = (meant: Expression, select: Select | undefined, t: Translator): boolean =>
  select?.distinct !== true && meant.kind !== 'number' && bySourceRules(meant, t, 'order');

const ofText = (meant: Expression, t: Translator): Expression =>
  comparedAs(
    meant,
    withoutAliases(t, () => t.value(meant)),
    t,
    'order',
  );

/** The result's column by the very name that it has. */
function exactAlias(part: Name, select: Select | undefined, t: Translator): Name {
  const key = t.scope.key(part);
  const alias = select?.columns.find((one) => one.alias !== undefined && t.scope.key(one.alias) === key)?.alias;
  return alias === undefined ? t.node(part) : exactName(t.scope.fold(alias), part, t);
}
