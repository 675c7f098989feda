import type { FrameBound, WindowFrame, WindowSpecification } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { commaList } from '../lists.js';
import { parseName } from '../names.js';
import { parseOrderBy } from './order-by.js';

/** OVER name | OVER '(' window ')' */
export function parseOver(cursor: Cursor): WindowSpecification {
  const { start } = cursor;
  cursor.expect('OVER');
  if (cursor.at('(')) return parseWindow(cursor);
  const base = parseName(cursor);
  return { kind: 'window', base, reference: true, partitionBy: [], orderBy: [], span: cursor.since(start) };
}

const NO_BASE: ReadonlySet<string> = new Set(['PARTITION', 'ORDER', 'ROWS', 'RANGE', 'GROUPS', ')']);

/** '(' [name] [PARTITION BY …] [ORDER BY …] [frame] ')' */
export function parseWindow(cursor: Cursor): WindowSpecification {
  const { start } = cursor;
  cursor.expect('(');
  const base = cursor.atAny(NO_BASE) ? undefined : parseName(cursor);
  const partitionBy = cursor.take('PARTITION', 'BY') ? commaList(cursor, (inner) => parseExpression(inner)) : [];
  const orderBy = cursor.at('ORDER', 'BY') ? parseOrderBy(cursor) : [];
  const unit = cursor.takeOneOf('ROWS', 'RANGE', 'GROUPS');
  const frame = unit === undefined ? undefined : parseFrame(cursor, unit);
  cursor.expect(')');
  return {
    kind: 'window',
    ...(base !== undefined && { base }),
    reference: false,
    partitionBy,
    orderBy,
    ...(frame !== undefined && { frame }),
    span: cursor.since(start),
  };
}

/** unit (bound | BETWEEN bound AND bound) [EXCLUDE …], where the unit was taken */
function parseFrame(cursor: Cursor, unit: WindowFrame['unit']): WindowFrame {
  const start = cursor.token(-1)?.start ?? cursor.start;
  const between = cursor.take('BETWEEN');
  const first = parseBound(cursor);
  if (between) cursor.expect('AND');
  const end = between ? parseBound(cursor) : undefined;
  const exclude = cursor.take('EXCLUDE') ? parseExclusion(cursor) : undefined;
  return {
    kind: 'frame',
    unit,
    start: first,
    ...(end !== undefined && { end }),
    ...(exclude !== undefined && { exclude }),
    span: cursor.since(start),
  };
}

/** UNBOUNDED (PRECEDING | FOLLOWING) | CURRENT ROW | distance (PRECEDING | FOLLOWING) */
function parseBound(cursor: Cursor): FrameBound {
  const { start } = cursor;
  const bound = (kind: FrameBound['bound']): FrameBound => ({
    kind: 'frame-bound',
    bound: kind,
    span: cursor.since(start),
  });
  if (cursor.take('UNBOUNDED', 'PRECEDING')) return bound('UNBOUNDED PRECEDING');
  if (cursor.take('UNBOUNDED', 'FOLLOWING')) return bound('UNBOUNDED FOLLOWING');
  if (cursor.take('CURRENT', 'ROW')) return bound('CURRENT ROW');
  const distance = parseExpression(cursor, cursor.dialect.operators.betweenLow);
  const direction = cursor.takeOneOf('PRECEDING', 'FOLLOWING') ?? cursor.unexpected();
  return { ...bound(direction), distance };
}

function parseExclusion(cursor: Cursor): NonNullable<WindowFrame['exclude']> {
  if (cursor.take('CURRENT', 'ROW')) return 'CURRENT ROW';
  if (cursor.take('NO', 'OTHERS')) return 'NO OTHERS';
  return cursor.takeOneOf('GROUP', 'TIES') ?? cursor.unexpected();
}
