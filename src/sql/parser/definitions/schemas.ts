import type { CreateSchema } from '../../ast/index.js';
import { takeStatementText } from '../administration/statement-text.js';
import type { Cursor } from '../cursor.js';
import { atName, parseQualifiedName } from '../names.js';
import { takeIfNotExists, type CreateHead } from './create.js';

/** [IF NOT EXISTS] [name] [options or elements, as they are written] */
export function parseSchema(cursor: Cursor, head: CreateHead, object: CreateSchema['object']): CreateSchema {
  const ifNotExists = takeIfNotExists(cursor, head);
  const nameless = cursor.dialect.features.inheritance && object === 'SCHEMA' && cursor.at('AUTHORIZATION');
  if (!nameless && !atName(cursor)) cursor.unexpected('a name');
  const name = nameless ? undefined : parseQualifiedName(cursor);
  const { text } = takeStatementText(cursor);
  return {
    kind: 'create-schema',
    object,
    ...(head.orReplace && { orReplace: true }),
    ...(ifNotExists && { ifNotExists }),
    ...(name !== undefined && { name }),
    ...(text !== undefined && { text }),
    span: cursor.since(head.start),
  };
}
