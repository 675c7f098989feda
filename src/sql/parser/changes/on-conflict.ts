import type { OnConflict } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseIndexElement } from '../definitions/index-elements.js';
import { parseExpression } from '../expressions/index.js';
import { optionalList } from '../lists.js';
import { parseName } from '../names.js';
import { parseAssignments } from './assignments.js';

/** (ON CONFLICT …)* */
export function parseConflicts(cursor: Cursor): OnConflict[] {
  const conflicts: OnConflict[] = [];
  while (cursor.dialect.features.onConflict && cursor.at('ON', 'CONFLICT')) conflicts.push(parseConflict(cursor));
  return conflicts;
}

/** ON CONFLICT [target] DO (NOTHING | UPDATE SET assignments [WHERE condition]) */
function parseConflict(cursor: Cursor): OnConflict {
  const { start } = cursor;
  cursor.expect('ON', 'CONFLICT');
  const target = parseConflictTarget(cursor);
  cursor.expect('DO');
  if (cursor.take('NOTHING')) return { kind: 'on-conflict', ...target, span: cursor.since(start) };
  cursor.expect('UPDATE', 'SET');
  const update = parseAssignments(cursor);
  const updateWhere = cursor.take('WHERE') ? parseExpression(cursor) : undefined;
  return {
    kind: 'on-conflict',
    ...target,
    update,
    ...(updateWhere !== undefined && { updateWhere }),
    span: cursor.since(start),
  };
}

/** '(' elements ')' [WHERE condition] | ON CONSTRAINT name */
function parseConflictTarget(cursor: Cursor): Pick<OnConflict, 'columns' | 'where' | 'constraint'> {
  if (cursor.take('ON', 'CONSTRAINT')) return { constraint: parseName(cursor) };
  const columns = optionalList(cursor, parseIndexElement);
  if (columns === undefined) return {};
  return cursor.take('WHERE') ? { columns, where: parseExpression(cursor) } : { columns };
}
