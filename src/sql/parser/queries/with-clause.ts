import type { CommonTable, CycleClause, SearchClause, WithClause } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { commaList, optionalList } from '../lists.js';
import { parseName } from '../names.js';
import { parseStatementBody } from '../changes/index.js';

/** WITH [RECURSIVE] table (',' table)* */
export function parseWith(cursor: Cursor): WithClause {
  const { start } = cursor;
  cursor.expect('WITH');
  // a common table may itself be called recursive
  const named = cursor.key(1) === 'AS' || cursor.key(1) === '(';
  const recursive = !named && cursor.take('RECURSIVE');
  const tables = commaList(cursor, parseCommonTable);
  return { kind: 'with', recursive, tables, span: cursor.since(start) };
}

/** name [columns] AS [[NOT] MATERIALIZED] '(' statement ')' [SEARCH …] [CYCLE …] */
function parseCommonTable(cursor: Cursor): CommonTable {
  const { start } = cursor;
  const name = parseName(cursor);
  const columns = optionalList(cursor, (inner) => parseName(inner)) ?? [];
  cursor.expect('AS');
  const not = cursor.take('NOT', 'MATERIALIZED');
  const materialized = not ? false : cursor.take('MATERIALIZED') ? true : undefined;
  cursor.expect('(');
  const statement = cursor.deeper(parseStatementBody, 2);
  cursor.expect(')');
  const search = cursor.at('SEARCH') ? parseSearch(cursor) : undefined;
  const cycle = cursor.at('CYCLE') ? parseCycle(cursor) : undefined;
  return {
    kind: 'common-table',
    name,
    columns,
    ...(materialized !== undefined && { materialized }),
    statement,
    ...(search !== undefined && { search }),
    ...(cycle !== undefined && { cycle }),
    span: cursor.since(start),
  };
}

/** SEARCH (BREADTH | DEPTH) FIRST BY columns SET column */
function parseSearch(cursor: Cursor): SearchClause {
  const { start } = cursor;
  cursor.expect('SEARCH');
  const order = cursor.takeOneOf('BREADTH', 'DEPTH') ?? cursor.unexpected();
  cursor.expect('FIRST', 'BY');
  const by = commaList(cursor, (inner) => parseName(inner));
  cursor.expect('SET');
  const set = parseName(cursor);
  return { kind: 'search', order, by, set, span: cursor.since(start) };
}

/** CYCLE columns (SET column [TO value DEFAULT value] USING column | RESTRICT) */
function parseCycle(cursor: Cursor): CycleClause {
  const { start } = cursor;
  cursor.expect('CYCLE');
  const columns = commaList(cursor, (inner) => parseName(inner));
  if (cursor.take('RESTRICT')) return { kind: 'cycle', columns, span: cursor.since(start) };
  cursor.expect('SET');
  const set = parseName(cursor);
  const to = cursor.take('TO') ? parseExpression(cursor) : undefined;
  if (to !== undefined) cursor.expect('DEFAULT');
  const otherwise = to === undefined ? undefined : parseExpression(cursor);
  cursor.expect('USING');
  const using = parseName(cursor);
  return {
    kind: 'cycle',
    columns,
    set,
    ...(to !== undefined && { to }),
    ...(otherwise !== undefined && { otherwise }),
    using,
    span: cursor.since(start),
  };
}
