import type { Merge, MergeBranch } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parenthesized } from '../lists.js';
import { parseTableName } from '../queries/index.js';
import { parseTableReference } from '../queries/table-references.js';
import { parseAssignments, parseTarget } from './assignments.js';
import type { ChangePlace } from './change.js';
import { parseReturning } from './returning.js';

/** MERGE INTO table USING source ON condition (WHEN …)+ [RETURNING …] */
export function parseMerge(cursor: Cursor, place: ChangePlace): Merge {
  cursor.expect('MERGE');
  cursor.take('INTO');
  const into = parseTableName(cursor);
  cursor.expect('USING');
  const using = parseTableReference(cursor);
  cursor.expect('ON');
  const on = parseExpression(cursor);
  const branches: MergeBranch[] = [];
  do branches.push(parseBranch(cursor));
  while (cursor.at('WHEN'));
  const returning = parseReturning(cursor);
  return {
    kind: 'merge',
    ...(place.with !== undefined && { with: place.with }),
    into,
    using,
    on,
    branches,
    ...(returning !== undefined && { returning }),
    span: cursor.since(place.start),
  };
}

/** WHEN [NOT] MATCHED [BY (SOURCE | TARGET)] [AND condition] THEN action */
function parseBranch(cursor: Cursor): MergeBranch {
  const { start } = cursor;
  cursor.expect('WHEN');
  const not = cursor.take('NOT');
  cursor.expect('MATCHED');
  const bySource = cursor.take('BY', 'SOURCE');
  if (!bySource) cursor.take('BY', 'TARGET');
  const when = not ? (bySource ? 'not-matched-by-source' : 'not-matched') : 'matched';
  const condition = cursor.take('AND') ? parseExpression(cursor) : undefined;
  cursor.expect('THEN');
  const action = parseAction(cursor);
  return {
    kind: 'merge-branch',
    when,
    ...(condition !== undefined && { condition }),
    ...action,
    span: cursor.since(start),
  };
}

/** DO NOTHING | DELETE | UPDATE SET assignments | INSERT [columns] [OVERRIDING …] (VALUES (…) | DEFAULT VALUES) */
function parseAction(cursor: Cursor): Pick<MergeBranch, 'action' | 'set' | 'columns' | 'overriding' | 'values'> {
  if (cursor.take('DO', 'NOTHING')) return { action: 'nothing' };
  if (cursor.take('DELETE')) return { action: 'delete' };
  if (cursor.take('UPDATE', 'SET')) return { action: 'update', set: parseAssignments(cursor) };
  cursor.expect('INSERT');
  const columns = cursor.at('(') ? parenthesized(cursor, parseTarget) : undefined;
  const overriding = cursor.take('OVERRIDING') ? cursor.takeOneOf('USER', 'SYSTEM') : undefined;
  if (overriding !== undefined) cursor.expect('VALUE');
  const isDefault = cursor.take('DEFAULT', 'VALUES');
  if (!isDefault) cursor.expect('VALUES');
  const values = isDefault ? undefined : parenthesized(cursor, (inner) => parseExpression(inner));
  return {
    action: 'insert',
    ...(columns !== undefined && { columns }),
    ...(overriding !== undefined && { overriding }),
    ...(values !== undefined && { values }),
  };
}
