import type { Cursor } from './cursor.js';

/** item (',' item)* */
export function commaList<T>(cursor: Cursor, read: (cursor: Cursor) => T): T[] {
  const items = [read(cursor)];
  while (cursor.take(',')) items.push(read(cursor));
  return items;
}

/** '(' item (',' item)* ')' */
export function parenthesized<T>(cursor: Cursor, read: (cursor: Cursor) => T): T[] {
  cursor.expect('(');
  const items = commaList(cursor, read);
  cursor.expect(')');
  return items;
}

/** The list in parentheses if one opens here, else undefined. */
export function optionalList<T>(cursor: Cursor, read: (cursor: Cursor) => T): T[] | undefined {
  return cursor.at('(') ? parenthesized(cursor, read) : undefined;
}
