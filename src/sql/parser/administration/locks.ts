import type { LockedTable, LockTables } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { commaList } from '../lists.js';
import { parseQualifiedName } from '../names.js';
import { parseAliasName } from '../queries/aliases.js';
import { parseInherited } from '../queries/table-factors.js';
import { textBetween } from '../source-text.js';

/** LOCK [TABLE] … */
export function parseLock(cursor: Cursor): LockTables {
  return cursor.dialect.features.inheritance ? parseLockTable(cursor) : parseLockTables(cursor);
}

/** LOCK [TABLE] [ONLY] name ['*'] (',' …)* [IN mode MODE] [NOWAIT] */
function parseLockTable(cursor: Cursor): LockTables {
  const { start } = cursor;
  cursor.expect('LOCK');
  cursor.take('TABLE');
  const tables = commaList(cursor, (inner): LockedTable => {
    const from = inner.start;
    const { name, only } = parseInherited(inner);
    return { kind: 'locked-table', name, ...(only && { only }), span: inner.since(from) };
  });
  const from = cursor.index;
  if (cursor.take('IN')) takeMode(cursor);
  cursor.take('NOWAIT');
  const mode = textBetween(cursor, from, cursor.index).toUpperCase();
  return { kind: 'lock-tables', tables, ...(mode !== '' && { mode }), span: cursor.since(start) };
}

const MODES: readonly (readonly [string, string?, string?])[] = [
  ['ACCESS', 'SHARE'],
  ['ACCESS', 'EXCLUSIVE'],
  ['ROW', 'SHARE'],
  ['ROW', 'EXCLUSIVE'],
  ['SHARE', 'UPDATE', 'EXCLUSIVE'],
  ['SHARE', 'ROW', 'EXCLUSIVE'],
  ['SHARE'],
  ['EXCLUSIVE'],
];

function takeMode(cursor: Cursor): void {
  if (!MODES.some((words) => cursor.take(...words))) cursor.unexpected('a mode such as SHARE or ACCESS EXCLUSIVE');
  cursor.expect('MODE');
}

/** LOCK (TABLE | TABLES) name [[AS] alias] (READ [LOCAL] | [LOW_PRIORITY] WRITE) (',' …)* [WAIT n | NOWAIT] */
function parseLockTables(cursor: Cursor): LockTables {
  const { start } = cursor;
  cursor.expect('LOCK');
  if (!cursor.take('TABLES') && !cursor.take('TABLE')) cursor.unexpected('TABLES');
  const tables = commaList(cursor, parseLockedTable);
  const from = cursor.index;
  if (cursor.take('WAIT')) cursor.next();
  else cursor.take('NOWAIT');
  const mode = textBetween(cursor, from, cursor.index).toUpperCase();
  return { kind: 'lock-tables', tables, ...(mode !== '' && { mode }), each: true, span: cursor.since(start) };
}

function parseLockedTable(cursor: Cursor): LockedTable {
  const { start } = cursor;
  const name = parseQualifiedName(cursor);
  const alias = parseAliasName(cursor);
  const mode = EACH.find((words) => cursor.take(...words))?.join(' ') ?? cursor.unexpected('READ or WRITE');
  return { kind: 'locked-table', name, ...(alias !== undefined && { alias }), mode, span: cursor.since(start) };
}

const EACH: readonly (readonly [string, string?, string?])[] = [
  ['READ', 'LOCAL'],
  ['READ'],
  ['WRITE', 'CONCURRENT'],
  ['WRITE'],
  ['LOW_PRIORITY', 'WRITE'],
];

/** UNLOCK (TABLE | TABLES) */
export function parseUnlock(cursor: Cursor): LockTables {
  const { start } = cursor;
  cursor.expect('UNLOCK');
  if (!cursor.take('TABLES') && !cursor.take('TABLE')) cursor.unexpected('TABLES');
  return { kind: 'lock-tables', unlock: true, tables: [], each: true, span: cursor.since(start) };
}
