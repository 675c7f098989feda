import type { Expression, Limit, Name, OrderItem, TableReference, Update } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { hintsBehind } from '../hints.js';
import { parseName } from '../names.js';
import { atLimit, parseLimit } from '../queries/limit.js';
import { parseOrderBy, parseTableName, parseTableReferences } from '../queries/index.js';
import { parseAssignments } from './assignments.js';
import type { ChangePlace } from './change.js';
import { parseReturning } from './returning.js';
import { takeModifiers, takeViolation } from './violations.js';

/** UPDATE [OR action] [modifiers] tables SET assignments [FROM …] [WHERE …] [ORDER BY …] [LIMIT …] [RETURNING …] */
export function parseUpdate(cursor: Cursor, place: ChangePlace): Update {
  cursor.expect('UPDATE');
  const hints = hintsBehind(cursor);
  const modifiers = takeModifiers(cursor);
  const violation = takeViolation(cursor) ?? modifiers.violation;
  const several = cursor.dialect.features.joinedChanges;
  const tables: readonly TableReference[] = several ? parseTableReferences(cursor) : [parseTableName(cursor)];
  cursor.expect('SET');
  const set = parseAssignments(cursor);
  const from = !several && cursor.take('FROM') ? parseTableReferences(cursor) : undefined;
  const rows = parseRowChoice(cursor);
  const returning = parseReturning(cursor);
  const bounds = rows.orderBy === undefined && rows.limit === undefined ? parseBounds(cursor) : {};
  return {
    kind: 'update',
    ...(place.with !== undefined && { with: place.with }),
    ...(violation !== undefined && { violation }),
    ...(modifiers.words.length > 0 && { modifiers: modifiers.words }),
    ...(hints.length > 0 && { hints }),
    tables,
    set,
    ...(from !== undefined && { from }),
    ...rows,
    ...bounds,
    ...(returning !== undefined && { returning }),
    span: cursor.since(place.start),
  };
}

interface RowChoice {
  readonly where?: Expression;
  readonly cursor?: Name;
  readonly orderBy?: readonly OrderItem[];
  readonly limit?: Limit;
}

/** [WHERE condition | WHERE CURRENT OF cursor] [ORDER BY …] [LIMIT …] */
export function parseRowChoice(cursor: Cursor): RowChoice {
  const where = cursor.take('WHERE');
  const current = where && cursor.dialect.features.inheritance && cursor.take('CURRENT', 'OF');
  const choice: RowChoice = current ? { cursor: parseName(cursor) } : where ? { where: parseExpression(cursor) } : {};
  return { ...choice, ...parseBounds(cursor) };
}

/** SQLite has these behind RETURNING, MySQL before; PostgreSQL has none. */
export function parseBounds(cursor: Cursor): Pick<RowChoice, 'orderBy' | 'limit'> {
  if (!cursor.dialect.features.boundedChanges) return {};
  const orderBy = cursor.at('ORDER', 'BY') ? parseOrderBy(cursor) : undefined;
  const limit = atLimit(cursor) ? parseLimit(cursor) : undefined;
  return { ...(orderBy !== undefined && { orderBy }), ...(limit !== undefined && { limit }) };
}
