import type { OrderItem } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { commaList } from '../lists.js';

/** ORDER BY item (',' item)* */
export function parseOrderBy(cursor: Cursor): OrderItem[] {
  cursor.expect('ORDER', 'BY');
  return parseOrderItems(cursor);
}

export function parseOrderItems(cursor: Cursor): OrderItem[] {
  return commaList(cursor, parseOrderItem);
}

/** expression [ASC | DESC | USING operator] [NULLS (FIRST | LAST)] */
export function parseOrderItem(cursor: Cursor): OrderItem {
  const { start } = cursor;
  const expression = parseExpression(cursor);
  const ascending = cursor.take('ASC');
  const direction = ascending ? 'asc' : cursor.take('DESC') ? 'desc' : undefined;
  const using = direction === undefined && cursor.take('USING') ? cursor.next().text : undefined;
  const nulls = parseNullOrder(cursor);
  return {
    kind: 'order-item',
    expression,
    ...(direction !== undefined && { direction }),
    ...(using !== undefined && { using }),
    ...(nulls !== undefined && { nulls }),
    span: cursor.since(start),
  };
}

/** NULLS FIRST | NULLS LAST */
export function parseNullOrder(cursor: Cursor): 'first' | 'last' | undefined {
  if (cursor.take('NULLS', 'FIRST')) return 'first';
  return cursor.take('NULLS', 'LAST') ? 'last' : undefined;
}
