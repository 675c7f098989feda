import { contains, type Expression, type Limit } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';

interface LimitParts {
  count?: Expression;
  offset?: Expression;
  withTies?: true;
  rowsExamined?: Expression;
}

/** Whether LIMIT, OFFSET or FETCH stands here. */
export function atLimit(cursor: Cursor): boolean {
  if (cursor.at('LIMIT')) return true;
  if (!cursor.dialect.features.fetchFirst) return false;
  return cursor.at('OFFSET') || cursor.at('FETCH', 'FIRST') || cursor.at('FETCH', 'NEXT');
}

/**
 * LIMIT count [OFFSET skip] | LIMIT skip ',' count | LIMIT ALL
 * | OFFSET skip [ROW | ROWS] | FETCH (FIRST | NEXT) [count] (ROW | ROWS) (ONLY | WITH TIES), the last two in any order
 */
export function parseLimit(cursor: Cursor): Limit {
  const { start } = cursor;
  const parts: LimitParts = {};
  do readPart(cursor, parts);
  while (cursor.at('OFFSET') || atLimit(cursor));
  const { count, offset, withTies, rowsExamined } = parts;
  const offsetFirst = offset !== undefined && count !== undefined && offset.span.start < count.span.start;
  return {
    kind: 'limit',
    ...(count !== undefined && { count }),
    ...(offset !== undefined && { offset }),
    ...(withTies === true && { withTies }),
    ...(rowsExamined !== undefined && { rowsExamined }),
    ...(offsetFirst && holdsPositional(offset) && holdsPositional(count) && { offsetFirst }),
    span: cursor.since(start),
  };
}

function holdsPositional(expression: Expression): boolean {
  return contains(expression, (node) => node.kind === 'parameter' && node.spelling === '?');
}

function readPart(cursor: Cursor, parts: LimitParts): void {
  if (cursor.at('LIMIT') && parts.count === undefined) readLimit(cursor, parts);
  else if (cursor.at('OFFSET') && parts.offset === undefined) {
    cursor.expect('OFFSET');
    parts.offset = parseExpression(cursor);
    if (!readExamined(cursor, parts) && !cursor.take('ROWS')) cursor.take('ROW');
  } else if (cursor.at('FETCH') && parts.count === undefined) readFetch(cursor, parts);
  else cursor.unexpected();
}

function readLimit(cursor: Cursor, parts: LimitParts): void {
  cursor.expect('LIMIT');
  if (cursor.take('ALL')) return;
  if (readExamined(cursor, parts)) return;
  const first = parseExpression(cursor);
  const boundless = isBoundless(cursor, first);
  if (cursor.dialect.features.limitComma && cursor.take(',')) {
    parts.offset = first;
    const count = parseExpression(cursor);
    if (!isBoundless(cursor, count)) parts.count = count;
  } else if (!boundless) parts.count = first;
  readExamined(cursor, parts);
}

/** NULL, and the number by which a dialect without OFFSET alone says that there is no bound */
function isBoundless({ sql, dialect }: Cursor, { kind, span }: Expression): boolean {
  const text = sql.slice(span.start, span.end).replace(/\s/g, '');
  return kind === 'null' || text === dialect.features.boundlessLimit;
}

/** MariaDB's ROWS EXAMINED count */
function readExamined(cursor: Cursor, parts: LimitParts): boolean {
  if (!cursor.dialect.features.duplicateKeys || !cursor.take('ROWS', 'EXAMINED')) return false;
  parts.rowsExamined = parseExpression(cursor);
  return true;
}

function readFetch(cursor: Cursor, parts: LimitParts): void {
  cursor.expect('FETCH');
  const from = cursor.since(cursor.start);
  cursor.index += 1;
  const isOne = cursor.at('ROW') || cursor.at('ROWS');
  parts.count = isOne ? { kind: 'number', text: '1', span: from } : parseExpression(cursor);
  if (!cursor.take('ROWS')) cursor.expect('ROW');
  if (cursor.take('WITH', 'TIES')) parts.withTies = true;
  else cursor.expect('ONLY');
}
