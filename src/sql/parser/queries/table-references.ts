import type { Join, Query, TableReference } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { commaList, parenthesized } from '../lists.js';
import { parseName } from '../names.js';
import { parseAlias } from './aliases.js';
import { atQuery, continueQuery, goesOnAsQuery, parseQuery } from './query.js';
import { parseFunctionOrTable } from './table-factors.js';

export { parseTableName } from './table-factors.js';

/** reference (',' reference)* */
export function parseTableReferences(cursor: Cursor): TableReference[] {
  return commaList(cursor, parseTableReference);
}

/** factor (join factor [condition])* */
export function parseTableReference(cursor: Cursor): TableReference {
  let left = parseFactor(cursor);
  let levels = 0;
  for (let join = takeJoin(cursor); join !== undefined; join = takeJoin(cursor)) {
    left = parseJoin(cursor, left, join);
    cursor.descend();
    levels += 1;
  }
  cursor.ascend(levels);
  return left;
}

interface JoinWords {
  readonly type: Join['type'];
  readonly natural: boolean;
}

/** [NATURAL] [INNER | CROSS | (LEFT | RIGHT | FULL) [OUTER]] JOIN, or STRAIGHT_JOIN */
function takeJoin(cursor: Cursor): JoinWords | undefined {
  if (cursor.take('STRAIGHT_JOIN')) return { type: 'straight', natural: false };
  const natural = cursor.take('NATURAL');
  const type = cursor.at('JOIN') ? 'inner' : takeType(cursor);
  if (type === undefined) return natural ? cursor.unexpected() : undefined;
  if (type !== 'inner' && type !== 'cross') cursor.take('OUTER');
  cursor.expect('JOIN');
  return { type, natural };
}

const TYPES: Readonly<Record<string, Join['type']>> = {
  INNER: 'inner',
  CROSS: 'cross',
  LEFT: 'left',
  RIGHT: 'right',
  FULL: 'full',
};

function takeType(cursor: Cursor): Join['type'] | undefined {
  const type = TYPES[cursor.key()];
  const next = cursor.key(1);
  if (type === undefined || (next !== 'JOIN' && next !== 'OUTER')) return undefined;
  cursor.index += 1;
  return type;
}

/** What stands behind the words of a join, up to its condition. */
function parseJoin(cursor: Cursor, left: TableReference, words: JoinWords): Join {
  const right = parseFactor(cursor);
  const condition = parseCondition(cursor);
  const following = condition === undefined && !words.natural && words.type !== 'cross' ? takeJoin(cursor) : undefined;
  const span = { start: left.span.start, end: cursor.end };
  if (following === undefined) return { kind: 'join', ...words, left, right, ...condition, span };
  // a JOIN b JOIN c ON … ON …: the second condition belongs to the first join
  const inner = cursor.deeper(() => parseJoin(cursor, right, following));
  const outer = parseCondition(cursor);
  if (outer !== undefined) {
    return { kind: 'join', ...words, left, right: inner, ...outer, span: { start: span.start, end: cursor.end } };
  }
  // a JOIN b JOIN c ON …: the first join has no condition
  const first: Join = { kind: 'join', ...words, left, right, span };
  return { ...inner, left: inner.left === right ? first : inner.left, span: { start: span.start, end: cursor.end } };
}

/** ON condition | USING '(' columns ')' [AS alias] */
function parseCondition(cursor: Cursor): Pick<Join, 'on' | 'using' | 'usingAlias'> | undefined {
  if (cursor.take('ON')) return { on: parseExpression(cursor) };
  if (!cursor.at('USING', '(')) return undefined;
  cursor.expect('USING');
  const using = parenthesized(cursor, (inner) => parseName(inner));
  const usingAlias = cursor.take('AS') ? parseName(cursor) : undefined;
  return usingAlias === undefined ? { using } : { using, usingAlias };
}

/** '(' query ')' alias | '(' references ')' | table | function */
function parseFactor(cursor: Cursor): TableReference {
  const { start } = cursor;
  if (cursor.dialect.features.duplicateKeys && cursor.take('{', 'OJ')) return parseEscaped(cursor);
  const lateral = cursor.at('LATERAL', '(') && cursor.take('LATERAL');
  if (!cursor.at('(')) return parseFunctionOrTable(cursor);
  cursor.take('(');
  const inner = cursor.deeper(parseQueryOrReferences, 2);
  cursor.expect(')');
  return inner.kind === 'query' ? derived(cursor, inner, { lateral, start }) : withSpan(cursor, inner, start);
}

/** ODBC's { OJ reference } */
function parseEscaped(cursor: Cursor): TableReference {
  const reference = cursor.deeper(parseTableReference);
  cursor.expect('}');
  return reference;
}

function derived(
  cursor: Cursor,
  query: Query,
  { lateral, start }: { lateral: boolean; start: number },
): TableReference {
  const alias = parseAlias(cursor);
  return { kind: 'derived-table', lateral, query, ...alias, span: cursor.since(start) };
}

/** SQLite takes an alias behind a table in parentheses, PostgreSQL behind a join. */
function withSpan(cursor: Cursor, inner: TableReference, start: number): TableReference {
  const { inTable, inheritance } = cursor.dialect.features;
  const table = inTable && inner.kind === 'table-name' && inner.alias === undefined;
  const named = table || (inheritance && inner.kind === 'join');
  return { ...inner, ...(named && parseAlias(cursor)), span: cursor.since(start) };
}

/**
 * What stands in parentheses. Whether parentheses inside of them hold a query or a join, shows only behind them:
 * a query without an alias there is a query here as well.
 */
function parseQueryOrReferences(cursor: Cursor): Query | TableReference {
  // in FROM, VALUES is no call
  if (atQuery(cursor) || cursor.at('VALUES', '(')) return parseQuery(cursor);
  const opened = cursor.at('(');
  const first = parseTableReference(cursor);
  const bare = opened && first.kind === 'derived-table' && first.alias === undefined && !first.lateral;
  if (bare && goesOnAsQuery(cursor)) return continueQuery(cursor, first.query);
  if (bare && cursor.at(')')) return first.query;
  return parseCrossed(cursor, first);
}

/** (a, b) is a cross join */
function parseCrossed(cursor: Cursor, first: TableReference): TableReference {
  let left = first;
  while (cursor.take(',')) {
    const right = parseTableReference(cursor);
    left = { kind: 'join', type: 'cross', natural: false, left, right, span: cursor.from(left) };
  }
  return left;
}
