import type { Name, QualifiedName } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseCharset } from '../data-types.js';
import { parenthesized } from '../lists.js';
import { parseName, parseQualifiedName, stringAsName } from '../names.js';
import { rulesOf } from './rules.js';

/** A name of what is defined, which SQLite takes from a string as well: `'my column'`. */
export function parseOwnName(cursor: Cursor): Name {
  return stringName(cursor) ?? parseName(cursor, 'column');
}

const stringName = (cursor: Cursor): Name | undefined =>
  rulesOf(cursor).stringNames ? stringAsName(cursor) : undefined;

/** The same with its schema. */
export function parseOwnPath(cursor: Cursor): QualifiedName {
  if (!rulesOf(cursor).stringNames) return parseQualifiedName(cursor);
  const { start } = cursor;
  const parts = [parseOwnName(cursor)];
  while (cursor.take('.')) parts.push(parseOwnName(cursor));
  return { kind: 'qualified-name', parts, span: cursor.since(start) };
}

/** A collation: any word, or a string; PostgreSQL's may have a schema. */
export function parseCollationPath(cursor: Cursor): QualifiedName {
  if (cursor.token()?.kind !== 'string') return parseQualifiedName(cursor, 'any');
  const name = parseCharset(cursor);
  return { kind: 'qualified-name', parts: [name], span: name.span };
}

/** '(' name (',' name)* ')' */
export const parseNameList = (cursor: Cursor): Name[] => parenthesized(cursor, parseOwnName);
