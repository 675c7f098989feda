import type { CreateRoutine } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseQualifiedName } from '../names.js';
import { takeBody } from './bodies.js';
import { takeIfNotExists, type CreateHead } from './create.js';

/** [IF NOT EXISTS] name …, the rest of which is in a procedural language or hangs on one */
export function parseRoutine(cursor: Cursor, head: CreateHead, routine: CreateRoutine['routine']): CreateRoutine {
  const ifNotExists = takeIfNotExists(cursor, head);
  const name = parseQualifiedName(cursor);
  const body = takeBody(cursor, 'A routine is run by its engine and is not read.');
  return {
    kind: 'create-routine',
    ...(head.orReplace && { orReplace: true }),
    ...(head.attributes !== '' && { attributes: head.attributes }),
    routine,
    ...(ifNotExists && { ifNotExists }),
    name,
    body,
    span: cursor.since(head.start),
  };
}
