import type {
  IndexHint,
  Name,
  QualifiedName,
  TableFunctionCall,
  TableName,
  TableReference,
  TableSample,
} from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseCall } from '../expressions/calls.js';
import { parseExpression } from '../expressions/index.js';
import { parenthesized } from '../lists.js';
import { atName, parseName, parseQualifiedName } from '../names.js';
import { takeUntil } from '../source-text.js';
import { parseAlias, parseColumnDeclaration, parseTypedAlias } from './aliases.js';
import { parseJsonTable } from './json-table.js';
import { parseXmlTable } from './xml-table.js';

/** A table, or a function that gives rows. */
export function parseFunctionOrTable(cursor: Cursor): TableReference {
  const { start } = cursor;
  const lateral =
    cursor.at('LATERAL') && (atFunction(cursor, 1) || cursor.at('LATERAL', 'ROWS', 'FROM')) && cursor.take('LATERAL');
  if (cursor.at('ROWS', 'FROM', '(')) return parseRowsFrom(cursor, start, lateral);
  if (cursor.at('JSON_TABLE', '(') || cursor.at('XMLTABLE', '(')) return parseDocumentTable(cursor, start, lateral);
  const { bareFunctions } = cursor.dialect.keywords;
  const bare = cursor.dialect.features.inheritance && (bareFunctions.has(cursor.key()) || cursor.at('CAST', '('));
  if (bare || atFunction(cursor)) {
    const call: TableFunctionCall = {
      kind: 'table-function-call',
      call: parseTableCall(cursor),
      span: cursor.since(start),
    };
    return finishFunction(cursor, { calls: [call], lateral, rowsFrom: false, start });
  }
  return parseTableName(cursor);
}

/** name ('.' name)* '(' */
function atFunction(cursor: Cursor, ahead = 0): boolean {
  const key = cursor.key(ahead);
  if (key === 'ONLY' || cursor.dialect.keywords.notFunctions.has(key)) return false;
  const functional = cursor.dialect.keywords.functionsOnly.has(key);
  let at = ahead;
  if (!functional && !atName(cursor, 'column', at)) return false;
  while (cursor.key(at + 1) === '.') at += 2;
  return cursor.key(at + 1) === '(';
}

function parseTableCall(cursor: Cursor): TableFunctionCall['call'] {
  const { start } = cursor;
  if (cursor.at('CAST', '(')) {
    const cast = parseExpression(cursor);
    return cast.kind === 'cast' ? cast : cursor.unexpected('a table');
  }
  const name = parseQualifiedName(cursor, 'any');
  if (!cursor.at('(')) return { kind: 'call', name, arguments: [], bare: true, span: cursor.since(start) };
  const call = parseCall(cursor, name);
  return call.kind === 'call' ? call : cursor.unexpected();
}

interface ReadFunction {
  readonly calls: readonly TableFunctionCall[];
  readonly lateral: boolean;
  readonly rowsFrom: boolean;
  readonly start: number;
}

/** … [WITH ORDINALITY] [alias] */
function finishFunction(cursor: Cursor, { calls, lateral, rowsFrom, start }: ReadFunction): TableReference {
  const ordinality = cursor.take('WITH', 'ORDINALITY');
  const alias = parseTypedAlias(cursor);
  return { kind: 'table-function', lateral, rowsFrom, calls, ordinality, ...alias, span: cursor.since(start) };
}

/** ROWS FROM '(' call [AS '(' definitions ')'] (',' …)* ')' */
function parseRowsFrom(cursor: Cursor, start: number, lateral: boolean): TableReference {
  cursor.expect('ROWS', 'FROM');
  const calls = parenthesized(cursor, (inner): TableFunctionCall => {
    const from = inner.start;
    const call = parseTableCall(inner);
    const definitions = inner.take('AS') ? parenthesized(inner, parseColumnDeclaration) : undefined;
    return {
      kind: 'table-function-call',
      call,
      ...(definitions !== undefined && { definitions }),
      span: inner.since(from),
    };
  });
  return finishFunction(cursor, { calls, lateral, rowsFrom: true, start });
}

function parseDocumentTable(cursor: Cursor, start: number, lateral: boolean): TableReference {
  const table = cursor.at('JSON_TABLE') ? parseJsonTable(cursor) : parseXmlTable(cursor);
  const call: TableFunctionCall = { kind: 'table-function-call', call: table, span: table.span };
  return finishFunction(cursor, { calls: [call], lateral, rowsFrom: false, start });
}

/**
 * [ONLY] name ['*'] [PARTITION (…)] [FOR SYSTEM_TIME …] [alias] [TABLESAMPLE …] [index hints] [INDEXED BY … | NOT INDEXED]
 */
export function parseTableName(cursor: Cursor): TableName {
  const { start } = cursor;
  const { name, only } = parseInherited(cursor);
  const partitions =
    cursor.at('PARTITION', '(') && cursor.take('PARTITION') ? parenthesized(cursor, oneName) : undefined;
  const period = atPeriod(cursor) ? takeUntil(cursor, BEHIND_PERIOD) : undefined;
  const alias = parseAlias(cursor);
  const sample = cursor.take('TABLESAMPLE') ? parseSample(cursor) : undefined;
  const indexHints = parseIndexHints(cursor);
  const indexedBy = parseIndexedBy(cursor);
  return {
    kind: 'table-name',
    name,
    ...(only && { only }),
    ...(partitions !== undefined && { partitions }),
    ...(period !== undefined && { period }),
    ...alias,
    ...(sample !== undefined && { sample }),
    ...(indexHints.length > 0 && { indexHints }),
    ...(indexedBy !== undefined && { indexedBy }),
    span: cursor.since(start),
  };
}

const oneName = (cursor: Cursor): Name => parseName(cursor);

/** ONLY name | ONLY '(' name ')' | name '*' */
export function parseInherited(cursor: Cursor): { name: QualifiedName; only: boolean } {
  const { inheritance } = cursor.dialect.features;
  const only = inheritance && cursor.take('ONLY');
  const wrapped = only && cursor.take('(');
  const name = parseQualifiedName(cursor);
  if (wrapped) cursor.expect(')');
  else if (inheritance && !only) cursor.take('*');
  return { name, only };
}

const BEHIND_PERIOD: ReadonlySet<string> = new Set(
  'SET WHERE JOIN LEFT RIGHT INNER CROSS NATURAL ON GROUP ORDER LIMIT UNION HAVING ,'.split(' '),
);

/** FOR SYSTEM_TIME … | BEFORE SYSTEM_TIME … | FOR PORTION OF … */
function atPeriod(cursor: Cursor): boolean {
  if (!cursor.dialect.features.sequenceValues) return false;
  return cursor.at('FOR', 'SYSTEM_TIME') || cursor.at('BEFORE', 'SYSTEM_TIME') || cursor.at('FOR', 'PORTION', 'OF');
}

/** method '(' arguments ')' [REPEATABLE '(' seed ')'] */
function parseSample(cursor: Cursor): TableSample {
  const { start } = cursor;
  const method = parseQualifiedName(cursor);
  const values = parenthesized(cursor, (inner) => parseExpression(inner));
  const repeatable = cursor.take('REPEATABLE')
    ? parenthesized(cursor, (inner) => parseExpression(inner))[0]
    : undefined;
  return {
    kind: 'table-sample',
    method,
    arguments: values,
    ...(repeatable !== undefined && { repeatable }),
    span: cursor.since(start),
  };
}

/** (USE | FORCE | IGNORE) (INDEX | KEY) [FOR (JOIN | ORDER BY | GROUP BY)] '(' [names] ')' */
function parseIndexHints(cursor: Cursor): IndexHint[] {
  const hints: IndexHint[] = [];
  for (;;) {
    const { start } = cursor;
    const isHint = INDEXES.has(cursor.key(1));
    const action = isHint ? cursor.takeOneOf('USE', 'FORCE', 'IGNORE') : undefined;
    if (action === undefined) return hints;
    cursor.index += 1;
    const purpose = cursor.take('FOR') ? parsePurpose(cursor) : undefined;
    const indexes = cursor.take('(', ')') ? [] : parenthesized(cursor, (inner) => parseName(inner, 'any'));
    hints.push({
      kind: 'index-hint',
      action,
      ...(purpose !== undefined && { purpose }),
      indexes,
      span: cursor.since(start),
    });
    if (cursor.at(',') && HINTS.has(cursor.key(1)) && INDEXES.has(cursor.key(2))) cursor.take(',');
  }
}

const HINTS: ReadonlySet<string> = new Set(['USE', 'FORCE', 'IGNORE']);
const INDEXES: ReadonlySet<string> = new Set(['INDEX', 'KEY']);

function parsePurpose(cursor: Cursor): NonNullable<IndexHint['purpose']> {
  if (cursor.take('ORDER', 'BY')) return 'ORDER BY';
  if (cursor.take('GROUP', 'BY')) return 'GROUP BY';
  cursor.expect('JOIN');
  return 'JOIN';
}

/** INDEXED BY name | NOT INDEXED */
function parseIndexedBy(cursor: Cursor): Name | null | undefined {
  if (cursor.take('INDEXED', 'BY')) return parseName(cursor);
  return cursor.take('NOT', 'INDEXED') ? null : undefined;
}
