import type { RenameTables, Statement, TableRename, Truncate, TruncatedTable } from '../../ast/index.js';
import { commandAt, readCommand } from '../administration/commands.js';
import type { Cursor } from '../cursor.js';
import { commaList } from '../lists.js';
import { parseQualifiedName } from '../names.js';
import { parseInherited } from '../queries/table-factors.js';
import { parseBehavior } from './alter-table.js';

/** TRUNCATE [TABLE] tables [WAIT n | NOWAIT] [RESTART IDENTITY | CONTINUE IDENTITY] [CASCADE | RESTRICT] */
export function parseTruncate(cursor: Cursor): Truncate {
  const { start } = cursor;
  const { inheritance, anyWordsAreType } = cursor.dialect.features;
  if (anyWordsAreType) return cursor.unexpected('a statement: write DELETE FROM');
  cursor.expect('TRUNCATE');
  cursor.take('TABLE');
  const tables = inheritance ? commaList(cursor, parseTruncated) : [parseTruncated(cursor)];
  const identity = inheritance ? cursor.takeOneOf('RESTART', 'CONTINUE') : undefined;
  if (identity !== undefined) cursor.expect('IDENTITY');
  const wait = takeWait(cursor);
  const behavior = inheritance ? parseBehavior(cursor) : undefined;
  return {
    kind: 'truncate',
    tables,
    ...(identity !== undefined && { identity }),
    ...(wait !== undefined && { wait }),
    ...(behavior !== undefined && { behavior }),
    span: cursor.since(start),
  };
}

function parseTruncated(cursor: Cursor): TruncatedTable {
  const { start } = cursor;
  const { name, only } = parseInherited(cursor);
  return { kind: 'truncated-table', name, ...(only && { only }), span: cursor.since(start) };
}

/** [WAIT n | NOWAIT] of MariaDB */
export function takeWait(cursor: Cursor): string | undefined {
  if (!cursor.dialect.features.duplicateKeys) return undefined;
  if (cursor.take('NOWAIT')) return 'NOWAIT';
  return cursor.take('WAIT') ? `WAIT ${cursor.next().text}` : undefined;
}

/** RENAME (TABLE | TABLES) [IF EXISTS] old TO new (',' old TO new)* */
export function parseRenameTables(cursor: Cursor): RenameTables | Statement {
  const command = commandAt(cursor);
  if (command !== undefined) return readCommand(cursor, command);
  const { start } = cursor;
  if (!cursor.dialect.features.duplicateKeys) return cursor.unexpected('a statement: write ALTER TABLE … RENAME TO');
  cursor.expect('RENAME');
  if (!cursor.take('TABLES')) cursor.expect('TABLE');
  const ifExists = cursor.take('IF', 'EXISTS');
  const renames = commaList(cursor, parseRename);
  return { kind: 'rename-tables', ...(ifExists && { ifExists }), renames, span: cursor.since(start) };
}

/** old [WAIT n | NOWAIT] TO new */
function parseRename(cursor: Cursor): TableRename {
  const { start } = cursor;
  const from = parseQualifiedName(cursor);
  const wait = takeWait(cursor);
  cursor.expect('TO');
  const to = parseQualifiedName(cursor);
  return { kind: 'table-rename', from, ...(wait !== undefined && { wait }), to, span: cursor.since(start) };
}
