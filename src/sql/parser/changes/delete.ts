import type { Delete, QualifiedName, TableReference } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { hintsBehind } from '../hints.js';
import { commaList } from '../lists.js';
import { parseQualifiedName } from '../names.js';
import { parseTableName, parseTableReferences } from '../queries/index.js';
import type { ChangePlace } from './change.js';
import { parseReturning } from './returning.js';
import { parseBounds, parseRowChoice } from './update.js';
import { takeModifiers } from './violations.js';

type Tables = Pick<Delete, 'targets' | 'from' | 'using'>;

/** DELETE [modifiers] FROM table [USING …] [WHERE …] [ORDER BY …] [LIMIT …] [RETURNING …], and MySQL's several tables */
export function parseDelete(cursor: Cursor, place: ChangePlace): Delete {
  cursor.expect('DELETE');
  const hints = hintsBehind(cursor);
  const { words, violation } = takeModifiers(cursor);
  const modifiers = violation === undefined ? words : [...words, 'IGNORE'];
  const tables = cursor.dialect.features.joinedChanges ? parseTables(cursor) : parseTable(cursor);
  const rows = parseRowChoice(cursor);
  const returning = parseReturning(cursor);
  const bounds = rows.orderBy === undefined && rows.limit === undefined ? parseBounds(cursor) : {};
  return {
    kind: 'delete',
    ...(place.with !== undefined && { with: place.with }),
    ...(modifiers.length > 0 && { modifiers }),
    ...(hints.length > 0 && { hints }),
    ...tables,
    ...rows,
    ...bounds,
    ...(returning !== undefined && { returning }),
    span: cursor.since(place.start),
  };
}

/** FROM table [USING references] */
function parseTable(cursor: Cursor): Tables {
  cursor.expect('FROM');
  const from = [parseTableName(cursor)];
  return cursor.take('USING') ? { from, using: parseTableReferences(cursor) } : { from };
}

/** FROM table | targets FROM references | FROM targets USING references */
function parseTables(cursor: Cursor): Tables {
  if (!cursor.take('FROM')) {
    const targets = commaList(cursor, parseDeleteTarget);
    cursor.expect('FROM');
    return { targets, from: parseTableReferences(cursor) };
  }
  const using = cursor.attempt(() => parseTargetsBeforeUsing(cursor));
  if (using !== undefined) return using;
  const from: TableReference[] = [parseTableName(cursor)];
  return { from };
}

function parseTargetsBeforeUsing(cursor: Cursor): Tables | undefined {
  const targets = commaList(cursor, parseDeleteTarget);
  return cursor.take('USING') ? { targets, from: parseTableReferences(cursor) } : undefined;
}

/** name ['.*'] */
function parseDeleteTarget(cursor: Cursor): QualifiedName {
  const name = parseQualifiedName(cursor);
  if (cursor.take('.')) cursor.expect('*');
  return name;
}
