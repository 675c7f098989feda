import type { Name, Returning } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { commaList } from '../lists.js';
import { parseName } from '../names.js';
import { parseSelectItems } from '../queries/index.js';

/** RETURNING [WITH '(' (OLD | NEW) AS name … ')'] columns */
export function parseReturning(cursor: Cursor): Returning | undefined {
  const { start } = cursor;
  if (!cursor.take('RETURNING')) return undefined;
  const aliases = cursor.take('WITH', '(') ? parseRowAliases(cursor) : {};
  const columns = parseSelectItems(cursor);
  return { kind: 'returning', ...aliases, columns, span: cursor.since(start) };
}

function parseRowAliases(cursor: Cursor): { oldAlias?: Name; newAlias?: Name } {
  const found: { oldAlias?: Name; newAlias?: Name } = {};
  commaList(cursor, () => {
    const isOld = cursor.take('OLD');
    if (!isOld) cursor.expect('NEW');
    cursor.expect('AS');
    found[isOld ? 'oldAlias' : 'newAlias'] = parseName(cursor);
  });
  cursor.expect(')');
  return found;
}
