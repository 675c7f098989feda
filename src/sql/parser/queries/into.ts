import type { IntoClause, IntoFile, Name, Variable } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parseVariable } from '../expressions/literals.js';
import { commaList } from '../lists.js';
import { parseName, parseQualifiedName } from '../names.js';
import { takeUntil } from '../source-text.js';

/** Whether SELECT puts its rows somewhere here. */
export function atInto(cursor: Cursor): boolean {
  return cursor.dialect.features.selectInto !== 'nowhere' && cursor.at('INTO');
}

/** INTO [TEMPORARY | TEMP | UNLOGGED] [TABLE] name in PostgreSQL; INTO (OUTFILE … | DUMPFILE … | variables) in MySQL */
export function parseInto(cursor: Cursor): IntoClause {
  const { start } = cursor;
  cursor.expect('INTO');
  if (cursor.dialect.features.selectInto === 'table') return parseIntoTable(cursor, start);
  if (cursor.at('OUTFILE') || cursor.at('DUMPFILE')) {
    const file = parseIntoFile(cursor);
    return { kind: 'into', file, span: cursor.since(start) };
  }
  const variables = commaList(cursor, parseTarget);
  return { kind: 'into', variables, span: cursor.since(start) };
}

function parseIntoTable(cursor: Cursor, start: number): IntoClause {
  if (!cursor.take('LOCAL')) cursor.take('GLOBAL');
  const temporary = cursor.take('TEMPORARY') || cursor.take('TEMP');
  const persistence = temporary ? 'TEMPORARY' : cursor.take('UNLOGGED') ? 'UNLOGGED' : undefined;
  cursor.take('TABLE');
  const table = parseQualifiedName(cursor);
  return { kind: 'into', table, ...(persistence !== undefined && { persistence }), span: cursor.since(start) };
}

function parseTarget(cursor: Cursor): Variable | Name {
  return cursor.token()?.kind === 'variable' ? parseVariable(cursor) : parseName(cursor);
}

/** What may follow the file's options. */
const BEHIND_FILE: ReadonlySet<string> = new Set(['FROM', 'FOR', 'LOCK', 'WHERE', 'LIMIT', 'ORDER', 'UNION']);

function parseIntoFile(cursor: Cursor): IntoFile {
  const { start } = cursor;
  const format = cursor.takeOneOf('OUTFILE', 'DUMPFILE') ?? cursor.unexpected();
  const path = parseExpression(cursor);
  const options = takeUntil(cursor, BEHIND_FILE);
  return { kind: 'into-file', format, path, ...(options !== '' && { options }), span: cursor.since(start) };
}
