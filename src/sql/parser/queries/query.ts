import type { IntoClause, Query, QueryBody, SetOperation, WithClause } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { commaList, parenthesized } from '../lists.js';
import { parseQualifiedName } from '../names.js';
import { parseExpression } from '../expressions/index.js';
import { atInto, parseInto } from './into.js';
import { atLimit, parseLimit } from './limit.js';
import { atLock, parseLocks } from './locks.js';
import { parseOrderBy } from './order-by.js';
import { parseSelect } from './select.js';
import { parseWith } from './with-clause.js';

/** A query's body, with the INTO that one of its SELECTs had. */
export interface ReadBody {
  readonly body: QueryBody;
  readonly into?: IntoClause | undefined;
}

/** Whether a query starts here, with its first word and not with a parenthesis. */
export function atQuery(cursor: Cursor): boolean {
  switch (cursor.key()) {
    case 'SELECT':
    case 'WITH':
      return true;
    case 'VALUES':
      return cursor.dialect.features.valuesIsCall ? cursor.key(1) === 'ROW' : cursor.key(1) === '(';
    case 'TABLE':
      return cursor.dialect.keywords.reserved.has('TABLE') && cursor.token(1)?.kind !== 'punctuation';
    default:
      return false;
  }
}

/** [WITH …] body [ORDER BY …] [LIMIT …] [FOR UPDATE …] [INTO …] */
export function parseQuery(cursor: Cursor): Query {
  const { start } = cursor;
  const withClause = cursor.at('WITH') ? parseWith(cursor) : undefined;
  return parseQueryWith(cursor, withClause, start);
}

/** A query whose WITH clause was read already. */
export function parseQueryWith(cursor: Cursor, withClause: WithClause | undefined, start: number): Query {
  return finishQuery(cursor, parseBody(cursor, 1), { withClause, start });
}

/** Words that go on with a query behind its first part in parentheses. */
const GOES_ON: ReadonlySet<string> = new Set([
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'MINUS',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FETCH',
  'FOR',
]);

export function goesOnAsQuery(cursor: Cursor): boolean {
  return cursor.atAny(GOES_ON);
}

/** The query that begins with `first`, which stood in parentheses. */
export function continueQuery(cursor: Cursor, first: Query): Query {
  const { start } = first.span;
  return finishQuery(cursor, combine(cursor, { body: plain(first) }, 1), { withClause: undefined, start });
}

function finishQuery(
  cursor: Cursor,
  { body, into: inner }: ReadBody,
  { withClause, start }: { withClause: WithClause | undefined; start: number },
): Query {
  const orderBy = cursor.at('ORDER', 'BY') ? parseOrderBy(cursor) : undefined;
  let locks = atLock(cursor) ? parseLocks(cursor) : undefined;
  const limit = atLimit(cursor) ? parseLimit(cursor) : undefined;
  let into = inner ?? (atInto(cursor) ? parseInto(cursor) : undefined);
  if (locks === undefined && atLock(cursor)) locks = parseLocks(cursor);
  if (into === undefined && atInto(cursor)) into = parseInto(cursor);
  const added = withClause ?? orderBy ?? limit ?? locks ?? into;
  // parentheses around the whole say nothing
  if (added === undefined && body.kind === 'query') return body;
  return {
    kind: 'query',
    ...(withClause !== undefined && { with: withClause }),
    body,
    ...(orderBy !== undefined && { orderBy }),
    ...(limit !== undefined && { limit }),
    ...(locks !== undefined && locks.length > 0 && { locks }),
    ...(into !== undefined && { into }),
    span: cursor.since(start),
  };
}

const OPERATORS: ReadonlyMap<string, SetOperation['operator']> = new Map([
  ['UNION', 'union'],
  ['EXCEPT', 'except'],
  ['MINUS', 'except'],
  ['INTERSECT', 'intersect'],
]);

/** term ((UNION | EXCEPT | INTERSECT) [ALL | DISTINCT] term)* */
function parseBody(cursor: Cursor, minimum: number): ReadBody {
  return combine(cursor, parseTerm(cursor), minimum);
}

function combine(cursor: Cursor, first: ReadBody, minimum: number): ReadBody {
  let { body: left, into } = first;
  let levels = 0;
  for (;;) {
    const operator = OPERATORS.get(cursor.key());
    const precedence = operator === 'intersect' && cursor.dialect.features.intersectFirst ? 2 : 1;
    if (operator === undefined || precedence < minimum) break;
    cursor.index += 1;
    const all = cursor.take('ALL');
    if (!all) cursor.take('DISTINCT');
    const next = parseBody(cursor, precedence + 1);
    left = { kind: 'set-operation', operator, all, left, right: next.body, span: cursor.from(left) };
    into ??= next.into;
    cursor.descend();
    levels += 1;
  }
  cursor.ascend(levels);
  return { body: left, into };
}

/** SELECT … | VALUES … | TABLE name | '(' query ')' */
function parseTerm(cursor: Cursor): ReadBody {
  const { start } = cursor;
  if (cursor.at('SELECT')) return parseSelect(cursor);
  if (cursor.take('(')) {
    const query = cursor.deeper(parseQuery);
    cursor.expect(')');
    return { body: plain(query) };
  }
  if (cursor.take('VALUES')) return { body: parseValues(cursor, start) };
  if (cursor.dialect.keywords.reserved.has('TABLE') && cursor.take('TABLE')) {
    const only = cursor.dialect.features.inheritance && cursor.take('ONLY');
    const name = parseQualifiedName(cursor);
    if (cursor.dialect.features.inheritance && !only) cursor.take('*');
    return { body: { kind: 'table-query', name, ...(only && { only }), span: cursor.since(start) } };
  }
  return cursor.unexpected('a query');
}

/** The body of a query that is nothing more; else the query itself. */
function plain(query: Query): QueryBody {
  const more = query.with ?? query.orderBy ?? query.limit ?? query.locks ?? query.into;
  return more === undefined ? query.body : query;
}

/** VALUES [ROW] '(' … ')' (',' [ROW] '(' … ')')* */
export function parseValues(cursor: Cursor, start: number): QueryBody {
  const rows = commaList(cursor, (inner) => {
    const from = inner.start;
    inner.take('ROW');
    const items = inner.at('(', ')') ? [] : parenthesized(inner, (value) => parseExpression(value));
    if (items.length === 0) inner.expect('(', ')');
    return { kind: 'row-values', items, span: inner.since(from) } as const;
  });
  return { kind: 'values', rows, span: cursor.since(start) };
}
