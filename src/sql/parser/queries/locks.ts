import type { LockingClause } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { commaList } from '../lists.js';
import { parseQualifiedName } from '../names.js';

type Strength = LockingClause['strength'];
const STRENGTHS: readonly (readonly [readonly [string, string?, string?], Strength])[] = [
  [['UPDATE'], 'UPDATE'],
  [['NO', 'KEY', 'UPDATE'], 'NO KEY UPDATE'],
  [['SHARE'], 'SHARE'],
  [['KEY', 'SHARE'], 'KEY SHARE'],
];

/** Whether rows are locked here. */
export function atLock(cursor: Cursor): boolean {
  if (!cursor.dialect.features.rowLocks) return false;
  return (cursor.at('FOR') && cursor.key(1) !== 'SYSTEM_TIME') || cursor.at('LOCK', 'IN');
}

/** One locking clause or several. */
export function parseLocks(cursor: Cursor): LockingClause[] {
  const locks = [];
  while (atLock(cursor)) {
    // the standard's words for a query that locks nothing
    if (!cursor.take('FOR', 'READ', 'ONLY')) locks.push(parseLock(cursor));
  }
  return locks;
}

/** FOR strength [OF table (',' table)*] [NOWAIT | SKIP LOCKED | WAIT seconds] | LOCK IN SHARE MODE [NOWAIT …] */
function parseLock(cursor: Cursor): LockingClause {
  const { start } = cursor;
  const strength = parseStrength(cursor);
  const of = cursor.take('OF') ? commaList(cursor, (inner) => parseQualifiedName(inner)) : [];
  const wait = parseWait(cursor);
  return { kind: 'locking', strength, of, ...(wait !== undefined && { wait }), span: cursor.since(start) };
}

function parseStrength(cursor: Cursor): Strength {
  if (cursor.take('LOCK', 'IN', 'SHARE')) {
    cursor.expect('MODE');
    return 'SHARE';
  }
  cursor.expect('FOR');
  const found = STRENGTHS.find(([words]) => cursor.take(...words));
  return found?.[1] ?? cursor.unexpected();
}

function parseWait(cursor: Cursor): LockingClause['wait'] {
  if (cursor.take('NOWAIT')) return 'NOWAIT';
  if (cursor.take('SKIP', 'LOCKED')) return 'SKIP LOCKED';
  return cursor.take('WAIT') ? { seconds: cursor.next().text } : undefined;
}
