import type { CreateIndex, IndexOption } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parenthesized } from '../lists.js';
import { parseName } from '../names.js';
import { takeNullsNotDistinct } from './column-constraints.js';
import { takeIfNotExists, type CreateHead } from './create.js';
import { parseIndexElement } from './index-elements.js';
import { parseIndexOptions } from './index-options.js';
import { parseNameList, parseOwnPath } from './names.js';

/**
 * [CONCURRENTLY] [IF NOT EXISTS] [name] [USING type] ON [ONLY] table [USING method] '(' elements ')' [INCLUDE …]
 * [NULLS NOT DISTINCT] [options] [WHERE condition]
 */
export function parseCreateIndex(cursor: Cursor, head: CreateHead, type: CreateIndex['type']): CreateIndex {
  const { inheritance, duplicateKeys } = cursor.dialect.features;
  const concurrently = inheritance && cursor.take('CONCURRENTLY');
  const ifNotExists = takeIfNotExists(cursor, head);
  const name = inheritance && !ifNotExists && cursor.at('ON') ? undefined : parseOwnPath(cursor);
  const before: IndexOption[] = duplicateKeys ? parseIndexOptions(cursor) : [];
  cursor.expect('ON');
  const only = inheritance && cursor.take('ONLY');
  const table = parseOwnPath(cursor);
  const method = inheritance && cursor.take('USING') ? parseName(cursor) : undefined;
  const elements = parenthesized(cursor, parseIndexElement);
  const include = inheritance && cursor.take('INCLUDE') ? parseNameList(cursor) : undefined;
  const nullsNotDistinct = takeNullsNotDistinct(cursor);
  const options = [...before, ...parseIndexOptions(cursor)];
  const where = !duplicateKeys && cursor.take('WHERE') ? parseExpression(cursor) : undefined;
  return {
    kind: 'create-index',
    type,
    ...(head.orReplace && { orReplace: true }),
    ...(concurrently && { concurrently }),
    ...(ifNotExists && { ifNotExists }),
    ...(name !== undefined && { name }),
    table,
    ...(only && { only }),
    ...(method !== undefined && { method }),
    elements,
    ...(include !== undefined && { include }),
    ...(nullsNotDistinct && { nullsNotDistinct }),
    ...(where !== undefined && { where }),
    ...(options.length > 0 && { options }),
    span: cursor.since(head.start),
  };
}
