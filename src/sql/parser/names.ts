import type { Name, QualifiedName } from '../ast/index.js';
import { unquote } from '../lexer/unquote.js';
import type { Cursor } from './cursor.js';
import { takeEscape } from './expressions/literals.js';

/** What a name stands for, which decides which words may be one. */
export type NameRole = 'column' | 'table' | 'any';

/** Whether the next token may be a name: one in quotes, or a word that is not reserved. */
export function atName(cursor: Cursor, role: NameRole = 'table', ahead = 0): boolean {
  const token = cursor.token(ahead);
  if (token?.kind === 'quoted-name') return true;
  if (token?.kind !== 'word') return false;
  return role === 'any' || !cursor.dialect.keywords.reserved.has(cursor.key(ahead));
}

/** A name. @throws DragomanError SQL_SYNTAX where none stands */
export function parseName(cursor: Cursor, role: NameRole = 'table'): Name {
  if (!atName(cursor, role)) cursor.unexpected('a name');
  const token = cursor.next();
  const quoted = token.kind === 'quoted-name';
  const value = quoted ? unquote(token, cursor.dialect, takeEscape(cursor, token)) : token.text;
  return { kind: 'name', value, quoted, span: cursor.since(token.start) };
}

/** A string where a name is asked for, if the dialect takes it for one. */
export function stringAsName(cursor: Cursor): Name | undefined {
  const token = cursor.token();
  if (!cursor.dialect.keywords.stringAliases || token?.kind !== 'string') return undefined;
  const value = unquote(token, cursor.dialect);
  if (value.includes('\0')) cursor.unexpected('a name without a NUL character');
  cursor.index += 1;
  return { kind: 'name', value, quoted: true, span: { start: token.start, end: token.end } };
}

/** name ('.' name)* */
export function parseQualifiedName(cursor: Cursor, role: NameRole = 'table'): QualifiedName {
  const { start } = cursor;
  const parts = [parseName(cursor, role)];
  while (cursor.at('.') && cursor.token(1)?.text !== '*') {
    cursor.take('.');
    parts.push(parseName(cursor, cursor.dialect.keywords.anyAfterDot ? 'any' : 'column'));
  }
  return { kind: 'qualified-name', parts, span: cursor.since(start) };
}

/** A word in upper case, whatever it is. */
export function parseWord(cursor: Cursor): string {
  const token = cursor.token();
  if (token?.kind !== 'word') return cursor.unexpected('a word');
  const key = cursor.key();
  cursor.index += 1;
  // a word with letters beyond ASCII is no keyword, and has no key
  return key === '' ? token.text : key;
}
