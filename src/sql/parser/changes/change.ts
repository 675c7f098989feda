import type { Change, Query, WithClause } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseQuery, parseQueryWith, parseWith } from '../queries/index.js';
import { parseDelete } from './delete.js';
import { parseInsert } from './insert.js';
import { parseMerge } from './merge.js';
import { parseUpdate } from './update.js';

/** What reads a change, by its first word. */
const READERS: Readonly<Record<string, (cursor: Cursor, place: ChangePlace) => Change>> = {
  INSERT: parseInsert,
  REPLACE: parseInsert,
  UPDATE: parseUpdate,
  DELETE: parseDelete,
  MERGE: parseMerge,
};

/** The WITH clause before a change, and where the whole of it starts. */
export interface ChangePlace {
  readonly with?: WithClause;
  readonly start: number;
}

export function atChange(cursor: Cursor): boolean {
  const key = cursor.key();
  return Object.hasOwn(READERS, key) && cursor.dialect.statements.changes.has(key);
}

/** INSERT … | REPLACE … | UPDATE … | DELETE … | MERGE … */
export function parseChange(cursor: Cursor, place: ChangePlace = { start: cursor.start }): Change {
  const read = atChange(cursor) ? READERS[cursor.key()] : undefined;
  return read === undefined ? cursor.unexpected('INSERT, UPDATE or DELETE') : read(cursor, place);
}

/** [WITH …] (query | change) */
export function parseStatementBody(cursor: Cursor): Query | Change {
  const { start } = cursor;
  if (cursor.at('WITH')) {
    const withClause = parseWith(cursor);
    return atChange(cursor)
      ? parseChange(cursor, { with: withClause, start })
      : parseQueryWith(cursor, withClause, start);
  }
  return atChange(cursor) ? parseChange(cursor) : parseQuery(cursor);
}
