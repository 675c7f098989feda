import type { GroupBy, GroupingSet, Expression, Name, NamedWindow, Select, SelectItem } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { hintsBehind } from '../hints.js';
import { commaList, parenthesized } from '../lists.js';
import { atName, parseName, stringAsName } from '../names.js';
import { atInto, parseInto } from './into.js';
import { parseOrderItem } from './order-by.js';
import type { ReadBody } from './query.js';
import { parseTableReferences } from './table-references.js';
import { parseWindow } from './windows.js';

/** SELECT [DISTINCT …] columns [INTO …] [FROM …] [WHERE …] [GROUP BY …] [HAVING …] [WINDOW …] */
export function parseSelect(cursor: Cursor): ReadBody {
  const { start } = cursor;
  cursor.expect('SELECT');
  const hints = hintsBehind(cursor);
  const quantifier = parseQuantifier(cursor);
  const columns = cursor.dialect.features.emptySelect && !atItem(cursor) ? [] : parseSelectItems(cursor);
  const into = atInto(cursor) ? parseInto(cursor) : undefined;
  const from = cursor.take('FROM') ? parseFrom(cursor) : undefined;
  const where = cursor.take('WHERE') ? parseExpression(cursor) : undefined;
  const groupBy = cursor.at('GROUP', 'BY') ? parseGroupBy(cursor) : undefined;
  const having = cursor.take('HAVING') ? parseExpression(cursor) : undefined;
  const windows = atWindows(cursor) ? parseWindows(cursor) : undefined;
  const body: Select = {
    kind: 'select',
    ...quantifier,
    ...(hints.length > 0 && { hints }),
    columns,
    ...(from !== undefined && { from }),
    ...(where !== undefined && { where }),
    ...(groupBy !== undefined && { groupBy }),
    ...(having !== undefined && { having }),
    ...(windows !== undefined && { windows }),
    span: cursor.since(start),
  };
  return { body, into };
}

/** WINDOW names an alias where it is not reserved and no window is defined behind it. */
function atWindows(cursor: Cursor): boolean {
  return cursor.at('WINDOW') && cursor.key(2) === 'AS';
}

/** MySQL's words behind SELECT. */
const MODIFIERS: ReadonlySet<string> = new Set(
  (
    'HIGH_PRIORITY STRAIGHT_JOIN SQL_SMALL_RESULT SQL_BIG_RESULT SQL_BUFFER_RESULT SQL_CACHE SQL_NO_CACHE ' +
    'SQL_CALC_FOUND_ROWS'
  ).split(' '),
);

function parseQuantifier(cursor: Cursor): Pick<Select, 'distinct' | 'distinctOn' | 'modifiers'> {
  const modifiers: string[] = [];
  let distinct = false;
  let distinctOn: readonly Expression[] | undefined;
  for (;;) {
    const key = cursor.key();
    if (key === 'DISTINCT' || (key === 'DISTINCTROW' && cursor.dialect.features.valuesIsCall)) {
      cursor.index += 1;
      distinct = true;
      if (cursor.dialect.features.inheritance && cursor.take('ON')) distinctOn = parenthesized(cursor, expression);
    } else if (key === 'ALL') cursor.index += 1;
    else if (cursor.dialect.features.valuesIsCall && MODIFIERS.has(key))
      modifiers.push(cursor.next().text.toUpperCase());
    else break;
  }
  return {
    ...(distinct && { distinct }),
    ...(distinctOn !== undefined && { distinctOn }),
    ...(modifiers.length > 0 && { modifiers }),
  };
}

const expression = (cursor: Cursor): Expression => parseExpression(cursor);

/** Words that follow a SELECT without columns. */
const BEHIND_COLUMNS: ReadonlySet<string> = new Set([
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FETCH',
  'FOR',
  'UNION',
  'EXCEPT',
  'INTERSECT',
  'INTO',
  ')',
  ';',
]);

function atItem(cursor: Cursor): boolean {
  return !cursor.atEnd && !cursor.atAny(BEHIND_COLUMNS);
}

/** item (',' item)* */
export function parseSelectItems(cursor: Cursor): SelectItem[] {
  return commaList(cursor, parseSelectItem);
}

/** '*' | expression [[AS] alias] */
function parseSelectItem(cursor: Cursor): SelectItem {
  const { start } = cursor;
  if (cursor.take('*')) {
    const star = { kind: 'star', qualifier: [], span: cursor.since(start) } as const;
    return { kind: 'select-item', expression: star, span: star.span };
  }
  const value = parseExpression(cursor);
  const alias = parseColumnAlias(cursor);
  const span = cursor.since(start);
  return alias === undefined
    ? { kind: 'select-item', expression: value, span }
    : { kind: 'select-item', expression: value, alias, span };
}

/** [AS] name; where the dialect has it so, a string is a name as well */
function parseColumnAlias(cursor: Cursor): Name | undefined {
  const { keywords } = cursor.dialect;
  const behindAs = cursor.take('AS');
  const token = cursor.token();
  const named = stringAsName(cursor);
  if (named !== undefined) return named;
  if (behindAs) return parseName(cursor, keywords.anyAfterAs ? 'any' : 'column');
  if (token?.kind === 'quoted-name') return parseName(cursor);
  const mayBe = token?.kind === 'word' && !keywords.notBareAliases.has(cursor.key());
  return mayBe ? parseName(cursor, 'any') : undefined;
}

/** FROM DUAL is no table at all. */
function parseFrom(cursor: Cursor): Select['from'] {
  const { dualTable } = cursor.dialect.features;
  if (dualTable !== '' && cursor.at(dualTable) && cursor.key(1) !== '.' && !atName(cursor, 'table', 1)) {
    cursor.take(dualTable);
    return undefined;
  }
  return parseTableReferences(cursor);
}

type GroupItem = GroupBy['items'][number];

/** GROUP BY [ALL | DISTINCT] item (',' item)* [WITH ROLLUP] */
function parseGroupBy(cursor: Cursor): GroupBy {
  const { start } = cursor;
  cursor.expect('GROUP', 'BY');
  const distinct = cursor.take('DISTINCT');
  if (!distinct) cursor.take('ALL');
  const items = commaList(cursor, parseGroupItem);
  const span = cursor.since(start);
  if (cursor.take('WITH', 'ROLLUP')) {
    const rollup: GroupingSet = { kind: 'grouping-set', operator: 'rollup', items, span: cursor.since(start) };
    return { kind: 'group-by', items: [rollup], span: rollup.span };
  }
  return { kind: 'group-by', ...(distinct && { distinct }), items, span };
}

/** expression [ASC | DESC] | ROLLUP '(' … ')' | CUBE '(' … ')' | GROUPING SETS '(' … ')' | '(' ')' */
function parseGroupItem(cursor: Cursor): GroupItem {
  const { start } = cursor;
  if (cursor.dialect.features.composites) {
    const set = parseGroupingSet(cursor);
    if (set !== undefined) return set;
    if (cursor.take('(', ')')) return { kind: 'row', items: [], span: cursor.since(start) };
  }
  const item = parseOrderItem(cursor);
  const isPlain = item.direction === undefined && item.nulls === undefined && item.using === undefined;
  return isPlain ? item.expression : item;
}

function parseGroupingSet(cursor: Cursor): GroupingSet | undefined {
  const { start } = cursor;
  const operator = cursor.at('ROLLUP', '(') ? 'rollup' : cursor.at('CUBE', '(') ? 'cube' : undefined;
  if (operator !== undefined) cursor.index += 1;
  else if (!cursor.take('GROUPING', 'SETS')) return undefined;
  const items = cursor.deeper(() => parenthesized(cursor, parseGroupItem));
  return { kind: 'grouping-set', operator: operator ?? 'sets', items, span: cursor.since(start) };
}

/** WINDOW name AS '(' window ')' (',' …)* */
function parseWindows(cursor: Cursor): NamedWindow[] {
  cursor.expect('WINDOW');
  return commaList(cursor, parseNamedWindow);
}

/** name AS '(' window ')' */
function parseNamedWindow(cursor: Cursor): NamedWindow {
  const { start } = cursor;
  const name = parseName(cursor);
  cursor.expect('AS');
  const window = parseWindow(cursor);
  return { kind: 'named-window', name, window, span: cursor.since(start) };
}
