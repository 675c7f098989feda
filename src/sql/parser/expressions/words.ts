import type { CaseBranch, CaseExpression, Expression, FunctionCall } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { parseIntervalFields } from './interval-fields.js';
import { commaList } from '../lists.js';
import { parseName, parseQualifiedName } from '../names.js';
import { parseQuery } from '../queries/index.js';
import { continueExpression, parseExpression } from './expression.js';
import { parseArguments } from './calls.js';
import { parseString } from './literals.js';
import { parsePrefixed } from './prefix.js';
import { parseFields } from './subscripts.js';

type WordReader = (cursor: Cursor) => Expression | undefined;

const constant =
  (make: (span: { start: number; end: number }) => Expression): WordReader =>
  (cursor) => {
    const { start, end } = cursor.next();
    return make({ start, end });
  };

/** Words that open an operand of their own. A reader that answers undefined leaves the word to be a name. */
export const wordReaders: ReadonlyMap<string, WordReader> = new Map<string, WordReader>([
  ['NULL', constant((span) => ({ kind: 'null', span }))],
  ['TRUE', constant((span) => ({ kind: 'boolean', value: true, span }))],
  ['FALSE', constant((span) => ({ kind: 'boolean', value: false, span }))],
  ['DEFAULT', parseDefault],
  ['CASE', parseCase],
  ['CAST', parseCast],
  ['EXISTS', parseExists],
  ['INTERVAL', parseInterval],
  ['ARRAY', parseArray],
  ['ROW', parseRow],
  ['MATCH', parseFullText],
  ['RAISE', parseRaise],
  ['NEXT', parseSequenceValue],
  ['PREVIOUS', parseSequenceValue],
  ['COLLATION', parseCollationFor],
  ...[
    ...['CURRENT_CATALOG', 'CURRENT_DATE', 'CURRENT_ROLE', 'CURRENT_SCHEMA', 'CURRENT_TIME', 'CURRENT_TIMESTAMP'],
    ...['CURRENT_USER', 'LOCALTIME', 'LOCALTIMESTAMP', 'SESSION_USER', 'SYSTEM_USER', 'USER'],
    ...['UTC_DATE', 'UTC_TIME', 'UTC_TIMESTAMP'],
  ].map((word): [string, WordReader] => [word, parseBareCall]),
]);

/** DEFAULT | DEFAULT '(' column ')' */
function parseDefault(cursor: Cursor): Expression | undefined {
  if (!cursor.dialect.keywords.reserved.has('DEFAULT')) return undefined;
  const { start } = cursor;
  cursor.expect('DEFAULT');
  if (!cursor.dialect.keywords.callable.has('DEFAULT') || !cursor.take('(')) {
    return { kind: 'default', span: cursor.since(start) };
  }
  const column = parseExpression(cursor);
  cursor.expect(')');
  if (column.kind !== 'column') return cursor.unexpected('a column');
  return { kind: 'default', column, span: cursor.since(start) };
}

/** CASE [operand] (WHEN condition THEN result)+ [ELSE result] END */
function parseCase(cursor: Cursor): CaseExpression {
  const { start } = cursor;
  cursor.expect('CASE');
  const operand = cursor.at('WHEN') ? undefined : parseExpression(cursor);
  const branches: CaseBranch[] = [];
  do {
    const branch = cursor.start;
    cursor.expect('WHEN');
    const condition = parseExpression(cursor);
    cursor.expect('THEN');
    const result = parseExpression(cursor);
    branches.push({ kind: 'case-branch', condition, result, span: cursor.since(branch) });
  } while (cursor.at('WHEN'));
  const otherwise = cursor.take('ELSE') ? parseExpression(cursor) : undefined;
  cursor.expect('END');
  return {
    kind: 'case',
    ...(operand !== undefined && { operand }),
    branches,
    ...(otherwise !== undefined && { otherwise }),
    span: cursor.since(start),
  };
}

/** CAST '(' expression [AT TIME ZONE zone] AS type [FORMAT template] ')' */
function parseCast(cursor: Cursor): Expression | undefined {
  if (cursor.key(1) !== '(') return undefined;
  const { start } = cursor;
  cursor.expect('CAST', '(');
  const operand = parseExpression(cursor);
  const zone = parseZone(cursor);
  cursor.expect('AS');
  const type = parseDataType(cursor);
  const format = cursor.take('FORMAT') ? parseExpression(cursor) : undefined;
  cursor.expect(')');
  return {
    kind: 'cast',
    operand,
    ...(zone !== undefined && { zone }),
    type,
    ...(format !== undefined && { format }),
    span: cursor.since(start),
  };
}

/** MySQL's AT TIME ZONE [INTERVAL] zone; in PostgreSQL it is an operator, and belongs to the operand */
function parseZone(cursor: Cursor): Expression | undefined {
  if (!cursor.dialect.features.intervalUnits || !cursor.take('AT', 'TIME', 'ZONE')) return undefined;
  cursor.take('INTERVAL');
  return parseString(cursor);
}

/** EXISTS '(' query ')' */
function parseExists(cursor: Cursor): Expression | undefined {
  if (cursor.key(1) !== '(') return undefined;
  const { start } = cursor;
  cursor.expect('EXISTS', '(');
  const query = cursor.deeper(parseQuery);
  cursor.expect(')');
  return { kind: 'exists', query, span: cursor.since(start) };
}

/** INTERVAL value unit in MySQL; INTERVAL ['(' precision ')'] 'text' [fields] in PostgreSQL. */
function parseInterval(cursor: Cursor): Expression | undefined {
  const { intervalUnits, typedLiterals } = cursor.dialect.features;
  if (intervalUnits) return parseIntervalValue(cursor);
  if (typedLiterals !== 'any') return undefined;
  const withPrecision = cursor.key(1) === '(' && cursor.token(4)?.kind === 'string';
  if (cursor.token(1)?.kind !== 'string' && !withPrecision) return undefined;
  return parseIntervalLiteral(cursor);
}

function parseIntervalLiteral(cursor: Cursor): Expression {
  const { start } = cursor;
  cursor.expect('INTERVAL');
  const precision = cursor.take('(') ? [parseExpression(cursor)] : [];
  if (precision.length > 0) cursor.expect(')');
  const value = parseString(cursor);
  if (value.kind !== 'string') return cursor.unexpected('a string');
  const fields = parseIntervalFields(cursor);
  const type = { kind: 'data-type', name: 'interval', arguments: precision, span: cursor.since(start) } as const;
  const full = fields === '' ? type : ({ ...type, intervalFields: fields } as const);
  return { kind: 'typed-literal', type: full, value, span: cursor.since(start) };
}

/** INTERVAL value unit; with several values in parentheses it is a function. */
function parseIntervalValue(cursor: Cursor): Expression {
  const name = parseName(cursor, 'any');
  const first = cursor.deeper(parsePrefixed);
  if (first.kind === 'row') {
    const path = { kind: 'qualified-name', parts: [name], span: name.span } as const;
    return { kind: 'call', name: path, arguments: first.items, span: cursor.from(name) };
  }
  const value = continueExpression(cursor, first);
  const unit = cursor.key();
  if (!INTERVAL_UNITS.has(unit)) return cursor.unexpected('a unit such as DAY');
  cursor.index += 1;
  return { kind: 'interval', value, unit: UNIT_ALIASES[unit] ?? unit, span: cursor.from(name) };
}

/** MariaDB's (NEXT | PREVIOUS) VALUE FOR sequence, which is NEXTVAL(sequence) and LASTVAL(sequence) */
function parseSequenceValue(cursor: Cursor): Expression | undefined {
  if (cursor.key(1) !== 'VALUE' || cursor.key(2) !== 'FOR' || !cursor.dialect.features.sequenceValues) return undefined;
  const { start } = cursor;
  const value = cursor.take('NEXT') ? 'NEXTVAL' : 'LASTVAL';
  cursor.index += value === 'NEXTVAL' ? 2 : 3;
  const { parts, span } = parseQualifiedName(cursor);
  const name = { kind: 'name', value, quoted: false, span } as const;
  const path = { kind: 'qualified-name', parts: [name], span } as const;
  return { kind: 'call', name: path, arguments: [{ kind: 'column', parts, span }], span: cursor.since(start) };
}

const INTERVAL_UNITS: ReadonlySet<string> = new Set(
  (
    'MICROSECOND SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR SECOND_MICROSECOND MINUTE_MICROSECOND MINUTE_SECOND ' +
    'HOUR_MICROSECOND HOUR_SECOND HOUR_MINUTE DAY_MICROSECOND DAY_SECOND DAY_MINUTE DAY_HOUR YEAR_MONTH ' +
    'SQL_TSI_SECOND SQL_TSI_MINUTE SQL_TSI_HOUR SQL_TSI_DAY SQL_TSI_WEEK SQL_TSI_MONTH SQL_TSI_QUARTER SQL_TSI_YEAR'
  ).split(' '),
);
const UNIT_ALIASES: Readonly<Record<string, string>> = Object.fromEntries(
  ['SECOND', 'MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'].map((unit) => [`SQL_TSI_${unit}`, unit]),
);

/** ARRAY '[' … ']' | ARRAY '(' query ')' */
function parseArray(cursor: Cursor): Expression | undefined {
  if (!cursor.dialect.features.composites) return undefined;
  const { start } = cursor;
  if (cursor.take('ARRAY', '(')) {
    const query = cursor.deeper(parseQuery);
    cursor.expect(')');
    return parseFields(cursor, { kind: 'array-query', query, span: cursor.since(start) });
  }
  if (!cursor.take('ARRAY')) return undefined;
  return parseBrackets(cursor, start);
}

/** '[' [item (',' item)*] ']', where an item may be brackets again */
function parseBrackets(cursor: Cursor, start: number): Expression {
  cursor.expect('[');
  const item = (inner: Cursor): Expression =>
    inner.at('[') ? inner.deeper(() => parseBrackets(inner, inner.start)) : parseExpression(inner);
  const items = cursor.at(']') ? [] : commaList(cursor, item);
  cursor.expect(']');
  return { kind: 'array', items, span: cursor.since(start) };
}

/** ROW '(' [expression (',' expression)*] ')' */
function parseRow(cursor: Cursor): Expression | undefined {
  if (cursor.key(1) !== '(' || cursor.dialect.features.isComparesValues) return undefined;
  const { start } = cursor;
  cursor.expect('ROW', '(');
  const items = cursor.at(')') ? [] : commaList(cursor, (inner) => parseExpression(inner));
  cursor.expect(')');
  return { kind: 'row', items, span: cursor.since(start) };
}

/** MATCH ( '(' columns ')' | columns ) AGAINST '(' text [mode] ')' */
function parseFullText(cursor: Cursor): Expression | undefined {
  if (!cursor.dialect.keywords.reserved.has('MATCH')) return undefined;
  const { start } = cursor;
  cursor.expect('MATCH');
  const inParentheses = cursor.take('(');
  const columns = commaList(cursor, (inner) => parseExpression(inner));
  if (inParentheses) cursor.expect(')');
  cursor.expect('AGAINST');
  cursor.expect('(');
  const against = parseExpression(cursor, cursor.dialect.operators.betweenLow);
  const mode = parseMode(cursor);
  cursor.expect(')');
  const node = { kind: 'full-text-match', columns, against } as const;
  return mode === '' ? { ...node, span: cursor.since(start) } : { ...node, mode, span: cursor.since(start) };
}

function parseMode(cursor: Cursor): string {
  const words: string[] = [];
  while (!cursor.at(')') && cursor.token()?.kind === 'word') words.push(cursor.next().text.toUpperCase());
  return words.join(' ');
}

const RAISE_ACTIONS = ['IGNORE', 'ROLLBACK', 'ABORT', 'FAIL'] as const;

/** RAISE '(' IGNORE ')' | RAISE '(' action ',' message ')' */
function parseRaise(cursor: Cursor): Expression | undefined {
  if (cursor.key(1) !== '(' || !cursor.dialect.features.isComparesValues) return undefined;
  const { start } = cursor;
  cursor.expect('RAISE', '(');
  const action = cursor.takeOneOf(...RAISE_ACTIONS) ?? cursor.unexpected();
  const message = cursor.take(',') ? parseExpression(cursor) : undefined;
  cursor.expect(')');
  const span = cursor.since(start);
  return message === undefined ? { kind: 'raise', action, span } : { kind: 'raise', action, message, span };
}

/** COLLATION FOR '(' expression ')' */
function parseCollationFor(cursor: Cursor): Expression | undefined {
  if (cursor.key(1) !== 'FOR' || !cursor.dialect.features.composites) return undefined;
  const { start } = cursor;
  cursor.expect('COLLATION', 'FOR', '(');
  const value = parseExpression(cursor);
  cursor.expect(')');
  const span = cursor.since(start);
  const parts = ['pg_catalog', 'pg_collation_for'].map(
    (part) => ({ kind: 'name', value: part, quoted: false, span }) as const,
  );
  return { kind: 'call', name: { kind: 'qualified-name', parts, span }, arguments: [value], span };
}

/** CURRENT_TIMESTAMP | CURRENT_TIMESTAMP '(' precision ')' */
function parseBareCall(cursor: Cursor): FunctionCall | undefined {
  if (!cursor.dialect.keywords.bareFunctions.has(cursor.key())) return undefined;
  const { start } = cursor;
  const name = parseName(cursor, 'any');
  const path = { kind: 'qualified-name', parts: [name], span: name.span } as const;
  if (cursor.at('(')) return { kind: 'call', name: path, ...parseArguments(cursor), span: cursor.since(start) };
  return { kind: 'call', name: path, arguments: [], bare: true, span: cursor.since(start) };
}
