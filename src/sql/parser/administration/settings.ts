import type {
  Expression,
  Name,
  QualifiedName,
  SetStatement,
  SettingAssignment,
  Transaction,
  Variable,
} from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseCharset } from '../data-types.js';
import { parseExpression } from '../expressions/index.js';
import { parseVariable } from '../expressions/literals.js';
import { commaList } from '../lists.js';
import { parseName, parseQualifiedName } from '../names.js';
import { parseSetTransaction } from './transactions.js';
import { atStatementEnd } from './statement-text.js';

/** SET, where it is no command: of transactions, settings and variables. */
export function parseSet(cursor: Cursor): SetStatement | Transaction {
  if (atTransaction(cursor)) return parseSetTransaction(cursor);
  return cursor.dialect.features.duplicateKeys ? parseSetVariables(cursor) : parseSetParameter(cursor);
}

const SCOPES = ['GLOBAL', 'SESSION', 'LOCAL', 'PERSIST_ONLY', 'PERSIST'] as const;

function atTransaction(cursor: Cursor): boolean {
  const scoped = SCOPES.some((scope) => cursor.key(1) === scope);
  return cursor.key(scoped ? 2 : 1) === 'TRANSACTION' && cursor.key(scoped ? 3 : 2) !== '=';
}

// MySQL

/** SET assignment (',' assignment)* */
function parseSetVariables(cursor: Cursor): SetStatement {
  const { start } = cursor;
  cursor.expect('SET');
  const assignments = commaList(cursor, parseAssignment);
  return { kind: 'set', assignments, span: cursor.since(start) };
}

/** NAMES … | CHARACTER SET … | [scope] (variable | name) ('=' | ':=') value */
function parseAssignment(cursor: Cursor): SettingAssignment {
  const { start } = cursor;
  if (cursor.at('NAMES') && cursor.key(1) !== '=' && cursor.key(1) !== ':=') return parseNames(cursor);
  if (cursor.at('CHARACTER', 'SET') || (cursor.at('CHARSET') && cursor.key(1) !== '='))
    return parseCharacterSet(cursor);
  const scope = cursor.key(1) === '=' || cursor.key(1) === ':=' ? undefined : cursor.takeOneOf(...SCOPES);
  const target = parseTarget(cursor);
  if (!cursor.take('=') && !cursor.take(':=')) cursor.unexpected('`=`');
  const values = [parseValue(cursor)];
  return { kind: 'setting', target, ...(scope !== undefined && { scope }), values, span: cursor.since(start) };
}

function parseTarget(cursor: Cursor): QualifiedName | Variable {
  return cursor.token()?.kind === 'variable' ? parseVariable(cursor) : parseQualifiedName(cursor, 'any');
}

/** An expression, or a word that is none: ON, ALL, BINARY, DEFAULT */
function parseValue(cursor: Cursor): Expression {
  const alone =
    cursor.key(1) === ',' || cursor.key(1) === ';' || cursor.token(1) === undefined || cursor.key(1) === 'FOR';
  const token = cursor.token();
  const reserved = token?.kind === 'word' && cursor.dialect.keywords.reserved.has(cursor.key());
  if (!alone || !reserved || READ_AS_VALUES.has(cursor.key())) return parseExpression(cursor);
  const name = parseName(cursor, 'any');
  return { kind: 'column', parts: [name], span: name.span };
}

const READ_AS_VALUES: ReadonlySet<string> = new Set(
  'DEFAULT NULL TRUE FALSE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP UTC_DATE UTC_TIME UTC_TIMESTAMP'.split(
    ' ',
  ),
);

/** NAMES (charset [COLLATE name] | DEFAULT) */
function parseNames(cursor: Cursor): SettingAssignment {
  const { start } = cursor;
  const target = wordTarget(cursor, ['NAMES']);
  const values = [charsetValue(cursor)];
  const collation = cursor.take('COLLATE') ? parseCharset(cursor) : undefined;
  return { kind: 'setting', target, values, ...(collation !== undefined && { collation }), span: cursor.since(start) };
}

/** (CHARACTER SET | CHARSET) (charset | DEFAULT) */
function parseCharacterSet(cursor: Cursor): SettingAssignment {
  const { start } = cursor;
  const target = wordTarget(cursor, cursor.at('CHARSET') ? ['CHARSET'] : ['CHARACTER', 'SET'], 'CHARACTER SET');
  return { kind: 'setting', target, values: [charsetValue(cursor)], span: cursor.since(start) };
}

function charsetValue(cursor: Cursor): Expression {
  const kind = cursor.token()?.kind;
  // a collation that follows is none of the value's
  if (kind !== 'word' && kind !== 'quoted-name') return parseExpression(cursor, Infinity);
  return parseWordValue(cursor);
}

// PostgreSQL

/** SET [SESSION | LOCAL] setting */
function parseSetParameter(cursor: Cursor): SetStatement {
  const { start } = cursor;
  cursor.expect('SET');
  const scope = cursor.at('SESSION', 'AUTHORIZATION') ? undefined : cursor.takeOneOf('SESSION', 'LOCAL');
  const assignments = [parseSetting(cursor)];
  return { kind: 'set', ...(scope !== undefined && { scope }), assignments, span: cursor.since(start) };
}

/** Settings that are named by words, with what follows them. */
const WORDED: readonly (readonly [
  words: readonly [string, string?, string?],
  read: (cursor: Cursor) => Expression[],
])[] = [
  [['TIME', 'ZONE'], (cursor) => [parseZone(cursor)]],
  [['SESSION', 'AUTHORIZATION'], (cursor) => [parseWordValue(cursor)]],
  [['ROLE'], (cursor) => [parseWordValue(cursor)]],
  [['NAMES'], (cursor) => (atStatementEnd(cursor) ? [] : [parseWordValue(cursor)])],
  [['CONSTRAINTS'], parseConstraints],
  [['XML', 'OPTION'], (cursor) => [parseWordValue(cursor)]],
];

/** TIME ZONE zone | ROLE name | … | name (TO | '=') value (',' value)* | name FROM CURRENT */
function parseSetting(cursor: Cursor): SettingAssignment {
  const { start } = cursor;
  const worded = WORDED.find(
    ([words]) => words.every((word, index) => cursor.key(index) === word) && !atAssignment(cursor, words.length),
  );
  if (worded !== undefined) {
    const [words, read] = worded;
    const target = wordTarget(cursor, words as readonly string[]);
    return { kind: 'setting', target, values: read(cursor), span: cursor.since(start) };
  }
  const target = parseQualifiedName(cursor, 'any');
  if (cursor.at('FROM', 'CURRENT')) {
    const current: Expression = {
      kind: 'keyword',
      word: 'FROM CURRENT',
      span: { start: cursor.start, end: cursor.start + 12 },
    };
    cursor.take('FROM', 'CURRENT');
    return {
      kind: 'setting',
      target,
      values: [{ ...current, span: { start: current.span.start, end: cursor.end } }],
      span: cursor.since(start),
    };
  }
  if (!cursor.take('TO') && !cursor.take('=')) cursor.unexpected('TO or `=`');
  const values = commaList(cursor, parseSettingValue);
  return { kind: 'setting', target, values, span: cursor.since(start) };
}

function atAssignment(cursor: Cursor, ahead: number): boolean {
  return cursor.key(ahead) === '=' || (cursor.key(ahead) === 'TO' && cursor.key(0) !== 'CONSTRAINTS');
}

/** A literal or a word */
function parseSettingValue(cursor: Cursor): Expression {
  const kind = cursor.token()?.kind;
  const isWord = kind === 'word' || kind === 'quoted-name';
  return isWord && cursor.token(1)?.kind !== 'string' && cursor.key(1) !== '('
    ? parseWordValue(cursor)
    : parseExpression(cursor);
}

/** A word as a column reference, but for DEFAULT, TRUE and FALSE; a string as it is. */
function parseWordValue(cursor: Cursor): Expression {
  const kind = cursor.token()?.kind;
  if (cursor.at('DEFAULT') || cursor.at('TRUE') || cursor.at('FALSE') || (kind !== 'word' && kind !== 'quoted-name')) {
    return parseExpression(cursor);
  }
  const { parts, span } = parseQualifiedName(cursor, 'any');
  return { kind: 'column', parts, span };
}

/** LOCAL | DEFAULT | word | number | string | INTERVAL 'text' [fields] */
function parseZone(cursor: Cursor): Expression {
  return cursor.at('LOCAL') || cursor.token()?.kind === 'quoted-name'
    ? parseWordValue(cursor)
    : parseSettingValue(cursor);
}

/** (ALL | name (',' name)*) (DEFERRED | IMMEDIATE): the last value is the keyword */
function parseConstraints(cursor: Cursor): Expression[] {
  const names = commaList(cursor, parseWordValue);
  const { start } = cursor;
  const word = cursor.takeOneOf('DEFERRED', 'IMMEDIATE') ?? cursor.unexpected('DEFERRED or IMMEDIATE');
  return [...names, { kind: 'keyword', word, span: cursor.since(start) }];
}

/** RESET (ALL | name | TIME ZONE | SESSION AUTHORIZATION | ROLE) */
export function parseReset(cursor: Cursor): SetStatement {
  const { start } = cursor;
  cursor.expect('RESET');
  const from = cursor.start;
  const worded = WORDED.find(([words]) => words.every((word, index) => cursor.key(index) === word));
  const target =
    worded === undefined ? parseQualifiedName(cursor, 'any') : wordTarget(cursor, worded[0] as readonly string[]);
  const assignments: SettingAssignment[] = [{ kind: 'setting', target, values: [], span: cursor.since(from) }];
  return { kind: 'set', reset: true, assignments, span: cursor.since(start) };
}

/** The words of a setting as one name. */
function wordTarget(cursor: Cursor, words: readonly string[], value = words.join(' ')): QualifiedName {
  const { start } = cursor;
  cursor.index += words.length;
  const span = cursor.since(start);
  const name: Name = { kind: 'name', value, quoted: false, span };
  return { kind: 'qualified-name', parts: [name], span };
}
