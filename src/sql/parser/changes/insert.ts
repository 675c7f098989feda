import type { AssignmentTarget, Expression, Insert, Name, Query, Violation } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { hintsBehind } from '../hints.js';
import { commaList, parenthesized } from '../lists.js';
import { parseName, parseQualifiedName } from '../names.js';
import { atQuery, parseQuery } from '../queries/index.js';
import { parseAssignments, parseTarget } from './assignments.js';
import type { ChangePlace } from './change.js';
import { parseConflicts } from './on-conflict.js';
import { parseReturning } from './returning.js';
import { takeModifiers, takeViolation } from './violations.js';

/**
 * (INSERT [OR action] | REPLACE) [modifiers] [INTO] table [PARTITION (…)] [alias] [columns] [OVERRIDING …] source
 * [AS row] [ON CONFLICT …]* [ON DUPLICATE KEY UPDATE …] [RETURNING …]
 */
export function parseInsert(cursor: Cursor, place: ChangePlace): Insert {
  const replaces = cursor.take('REPLACE');
  if (!replaces) cursor.expect('INSERT');
  const hints = hintsBehind(cursor);
  const modifiers = takeModifiers(cursor);
  const violation: Violation | undefined = replaces ? 'replace' : (takeViolation(cursor) ?? modifiers.violation);
  if (!cursor.take('INTO') && !cursor.dialect.statements.intoOptional) cursor.expect('INTO');
  const table = parseQualifiedName(cursor);
  const partitions = cursor.take('PARTITION') ? parenthesized(cursor, (inner) => parseName(inner)) : undefined;
  const alias = cursor.dialect.features.insertAliases && cursor.take('AS') ? parseName(cursor) : undefined;
  const content = parseContent(cursor);
  const row = parseRowAlias(cursor);
  const conflicts = parseConflicts(cursor);
  const duplicate = cursor.dialect.features.duplicateKeys && cursor.take('ON', 'DUPLICATE');
  if (duplicate) cursor.expect('KEY', 'UPDATE');
  const duplicateKeyUpdate = duplicate ? parseAssignments(cursor) : undefined;
  const returning = parseReturning(cursor);
  return {
    kind: 'insert',
    ...(place.with !== undefined && { with: place.with }),
    ...(violation !== undefined && { violation }),
    ...(modifiers.words.length > 0 && { modifiers: modifiers.words }),
    ...(hints.length > 0 && { hints }),
    table,
    ...(alias !== undefined && { alias }),
    ...(partitions !== undefined && { partitions }),
    ...content,
    ...row,
    ...(conflicts.length > 0 && { conflicts }),
    ...(duplicateKeyUpdate !== undefined && { duplicateKeyUpdate }),
    ...(returning !== undefined && { returning }),
    span: cursor.since(place.start),
  };
}

/** [columns] [OVERRIDING …] (query | VALUES … | DEFAULT VALUES) | SET assignments */
function parseContent(cursor: Cursor): Pick<Insert, 'columns' | 'overriding' | 'source'> {
  const { start } = cursor;
  if (cursor.dialect.features.duplicateKeys && cursor.take('SET')) return parseSet(cursor, start);
  const columns = parseColumns(cursor);
  const overriding = cursor.take('OVERRIDING') ? cursor.takeOneOf('USER', 'SYSTEM') : undefined;
  if (overriding !== undefined) cursor.expect('VALUE');
  const source = cursor.take('DEFAULT', 'VALUES') ? undefined : parseSource(cursor);
  return {
    ...(columns !== undefined && { columns }),
    ...(overriding !== undefined && { overriding }),
    ...(source !== undefined && { source }),
  };
}

/** '(' column (',' column)* ')' ; an empty list is MySQL's, a list that opens a query is none */
function parseColumns(cursor: Cursor): AssignmentTarget[] | undefined {
  if (!cursor.at('(')) return undefined;
  if (cursor.take('(', ')')) return [];
  const inner = cursor.key(1);
  if (inner === 'SELECT' || inner === '(' || inner === 'WITH' || inner === 'VALUES') return undefined;
  return parenthesized(cursor, parseTarget);
}

function parseSource(cursor: Cursor): Query {
  const { start } = cursor;
  // VALUE is MySQL's other spelling of VALUES
  const isValues = cursor.at('VALUES') || (cursor.dialect.features.duplicateKeys && cursor.at('VALUE'));
  if (!isValues)
    return atQuery(cursor) || cursor.at('(') || cursor.at('TABLE')
      ? parseQuery(cursor)
      : cursor.unexpected('VALUES or a query');
  if (cursor.at('VALUES') && !cursor.dialect.features.duplicateKeys) return parseQuery(cursor);
  cursor.index += 1;
  const rows = commaList(cursor, (item) => {
    const from = item.start;
    item.take('ROW');
    if (item.take('(', ')')) return { kind: 'row-values', items: [] as Expression[], span: item.since(from) } as const;
    const items = parenthesized(item, (value) => parseExpression(value));
    return { kind: 'row-values', items, span: item.since(from) } as const;
  });
  const span = cursor.since(start);
  return { kind: 'query', body: { kind: 'values', rows, span }, span };
}

/** SET a = 1, b = 2 is (a, b) VALUES (1, 2). */
function parseSet(cursor: Cursor, start: number): Pick<Insert, 'columns' | 'source'> {
  const assignments = parseAssignments(cursor);
  const span = cursor.since(start);
  const items = assignments.map(({ value }) => value);
  const columns = assignments.flatMap(({ targets }) => targets);
  return {
    columns,
    source: { kind: 'query', body: { kind: 'values', rows: [{ kind: 'row-values', items, span }], span }, span },
  };
}

/** AS name ['(' columns ')'], behind the values */
function parseRowAlias(cursor: Cursor): { rowAlias?: Name; rowColumns?: readonly Name[] } {
  if (!cursor.dialect.features.duplicateKeys || !cursor.take('AS')) return {};
  const rowAlias = parseName(cursor);
  const rowColumns = cursor.at('(') ? parenthesized(cursor, (inner) => parseName(inner)) : undefined;
  return rowColumns === undefined ? { rowAlias } : { rowAlias, rowColumns };
}
