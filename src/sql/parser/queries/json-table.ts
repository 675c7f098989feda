import type { AliasedValue, Expression, JsonTable, JsonTableColumn } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { parseExpression } from '../expressions/index.js';
import { commaList, parenthesized } from '../lists.js';
import { parseName } from '../names.js';
import { takeUntil } from '../source-text.js';

/** JSON_TABLE '(' document ',' path [AS name] [PASSING …] COLUMNS '(' … ')' [behaviour ON ERROR] ')' */
export function parseJsonTable(cursor: Cursor): JsonTable {
  const { start } = cursor;
  cursor.expect('JSON_TABLE', '(');
  const document = parseExpression(cursor);
  if (cursor.take('FORMAT')) cursor.expect('JSON');
  cursor.expect(',');
  const path = parseExpression(cursor);
  const pathName = cursor.take('AS') ? parseName(cursor) : undefined;
  const passing = cursor.take('PASSING') ? commaList(cursor, parseAliasedValue) : undefined;
  cursor.expect('COLUMNS');
  const columns = parenthesized(cursor, parseColumn);
  const onError = takeUntil(cursor, new Set([')'])).toUpperCase();
  cursor.expect(')');
  return {
    kind: 'json-table',
    document,
    path,
    ...(pathName !== undefined && { pathName }),
    ...(passing !== undefined && { passing }),
    columns,
    ...(onError !== '' && { onError }),
    span: cursor.since(start),
  };
}

/** value AS name */
export function parseAliasedValue(cursor: Cursor): AliasedValue {
  const { start } = cursor;
  const value = parseExpression(cursor);
  const alias = cursor.take('AS') ? parseName(cursor, 'any') : undefined;
  return { kind: 'aliased-value', value, ...(alias !== undefined && { alias }), span: cursor.since(start) };
}

const BEHIND_OPTIONS: ReadonlySet<string> = new Set([
  'PATH',
  ',',
  'NULL',
  'ERROR',
  'DEFAULT',
  'EMPTY',
  'TRUE',
  'FALSE',
  'UNKNOWN',
]);

/** name FOR ORDINALITY | NESTED [PATH] path [AS name] COLUMNS (…) | name type [EXISTS] [options] [PATH path] [behaviours] */
function parseColumn(cursor: Cursor): JsonTableColumn {
  const { start } = cursor;
  if (cursor.at('NESTED') && (cursor.key(1) === 'PATH' || cursor.token(1)?.kind === 'string'))
    return parseNested(cursor);
  const name = parseName(cursor);
  if (cursor.take('FOR', 'ORDINALITY')) {
    return { kind: 'json-table-column', role: 'ordinality', name, span: cursor.since(start) };
  }
  const type = parseDataType(cursor);
  const exists = cursor.take('EXISTS');
  const format = takeUntil(cursor, BEHIND_OPTIONS).toUpperCase();
  const path = cursor.take('PATH') ? parseExpression(cursor) : undefined;
  const wrapper = takeUntil(cursor, BEHIND_OPTIONS).toUpperCase();
  const behaviours = parseBehaviours(cursor);
  return {
    kind: 'json-table-column',
    role: exists ? 'exists' : 'value',
    name,
    type,
    ...(format !== '' && { format }),
    ...(path !== undefined && { path }),
    ...(wrapper !== '' && { wrapper }),
    ...behaviours,
    span: cursor.since(start),
  };
}

function parseNested(cursor: Cursor): JsonTableColumn {
  const { start } = cursor;
  cursor.expect('NESTED');
  cursor.take('PATH');
  const path = parseExpression(cursor);
  const name = cursor.take('AS') ? parseName(cursor) : undefined;
  cursor.expect('COLUMNS');
  const columns = cursor.deeper(() => parenthesized(cursor, parseColumn));
  return {
    kind: 'json-table-column',
    role: 'nested',
    ...(name !== undefined && { name }),
    path,
    columns,
    span: cursor.since(start),
  };
}

/** (NULL | ERROR | EMPTY … | DEFAULT value) ON (EMPTY | ERROR) */
function parseBehaviours(cursor: Cursor): Pick<JsonTableColumn, 'onEmpty' | 'onError'> {
  const found: { onEmpty?: Expression; onError?: Expression } = {};
  while (!cursor.at(',') && !cursor.at(')')) {
    const value = parseBehaviour(cursor);
    cursor.expect('ON');
    if (cursor.take('EMPTY')) found.onEmpty = value;
    else {
      cursor.expect('ERROR');
      found.onError = value;
    }
  }
  return found;
}

function parseBehaviour(cursor: Cursor): Expression {
  if (cursor.take('DEFAULT')) return parseExpression(cursor);
  const { start } = cursor;
  const word = takeUntil(cursor, new Set(['ON', ','])).toUpperCase();
  if (word === '') cursor.unexpected();
  return { kind: 'keyword', word, span: cursor.since(start) };
}
