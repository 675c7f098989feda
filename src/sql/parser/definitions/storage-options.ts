import type { Expression, StorageOption } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { parseExpression } from '../expressions/index.js';
import { parenthesized } from '../lists.js';
import { parseName, parseQualifiedName } from '../names.js';

/** '(' option (',' option)* ')' */
export function parseStorageOptions(cursor: Cursor): StorageOption[] {
  return parenthesized(cursor, parseStorageOption);
}

/** name ['=' value] */
function parseStorageOption(cursor: Cursor): StorageOption {
  const { start } = cursor;
  const name = parseQualifiedName(cursor, 'any');
  const value = cursor.take('=') ? parseOptionValue(cursor) : undefined;
  return { kind: 'storage-option', name, ...(value !== undefined && { value }), span: cursor.since(start) };
}

/** '(' name text (',' name text)* ')' : OPTIONS of foreign tables */
export function parseForeignOptions(cursor: Cursor): StorageOption[] {
  return parenthesized(cursor, (inner) => {
    const { start } = inner;
    const part = parseName(inner, 'any');
    if (inner.token()?.kind !== 'string') inner.unexpected('a string');
    const value = parseExpression(inner);
    const name = { kind: 'qualified-name', parts: [part], span: part.span } as const;
    return { kind: 'storage-option', name, value, span: inner.since(start) };
  });
}

/** A literal; a word by itself, reserved or not, is a value as well: `on`, `none`, `my_function`; several are a type. */
function parseOptionValue(cursor: Cursor): Expression {
  const { start } = cursor;
  const token = cursor.token();
  if (token?.kind !== 'word') return parseExpression(cursor);
  const next = cursor.key(1);
  if (next === ',' || next === ')') {
    const name = parseName(cursor, 'any');
    return { kind: 'column', parts: [name], span: name.span };
  }
  if (cursor.token(1)?.kind !== 'word') return parseExpression(cursor);
  return { kind: 'type-argument', type: parseDataType(cursor), span: cursor.since(start) };
}
