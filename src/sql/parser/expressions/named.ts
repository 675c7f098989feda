import type { ColumnReference, Expression, Name, Star } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { atName, parseName } from '../names.js';
import { parseCall } from './calls.js';
import { parseString } from './literals.js';
import { parseFields, parseIndex } from './subscripts.js';

/**
 * What starts with a name: a call, a typed literal, or a column.
 *
 *     named: path '(' … ')' | type string | path ['.*'] subscripts
 */
export function parseNamed(cursor: Cursor): Expression {
  const typed = parseTypedLiteral(cursor);
  if (typed !== undefined) return typed;
  const { start } = cursor;
  const parts = [parseFirst(cursor)];
  while (cursor.take('.')) {
    if (cursor.take('*')) return { kind: 'star', qualifier: parts, span: cursor.since(start) } satisfies Star;
    parts.push(parseName(cursor, cursor.dialect.keywords.anyAfterDot ? 'any' : 'column'));
  }
  if (cursor.at('(')) {
    const call = parseCall(cursor, { kind: 'qualified-name', parts, span: cursor.since(start) });
    return cursor.token()?.kind === 'string' ? literalOfCall(cursor, call) : call;
  }
  if (parts.length > 1 && cursor.dialect.features.typedLiterals === 'any' && cursor.token()?.kind === 'string') {
    return qualifiedLiteral(cursor, parts, start);
  }
  const column: ColumnReference = { kind: 'column', parts, span: cursor.since(start) };
  return cursor.at('[') && cursor.dialect.features.composites
    ? parseFields(cursor, parseIndex(cursor, column))
    : column;
}

/** The first part: a reserved word where it is called and may be, else a name. */
function parseFirst(cursor: Cursor): Name {
  const { keywords } = cursor.dialect;
  const key = cursor.key();
  if (cursor.key(1) === '(') {
    if (keywords.callable.has(key) || keywords.functionsOnly.has(key)) return parseName(cursor, 'any');
    if (keywords.notFunctions.has(key)) return cursor.unexpected('an expression');
  }
  if (keywords.functionsOnly.has(key)) return cursor.unexpected('an expression');
  if (!atName(cursor, 'column')) return cursor.unexpected('an expression');
  return parseName(cursor, 'column');
}

/** Types of several words or with arguments, that may stand before a string. */
const LONG_TYPES: ReadonlySet<string> = new Set(
  'TIMESTAMP TIME DOUBLE CHARACTER CHAR VARCHAR NATIONAL NCHAR BIT NUMERIC DECIMAL DEC FLOAT'.split(' '),
);
const TEMPORAL_TYPES: ReadonlySet<string> = new Set(['DATE', 'TIME', 'TIMESTAMP']);

/** type 'text' */
function parseTypedLiteral(cursor: Cursor): Expression | undefined {
  const { typedLiterals } = cursor.dialect.features;
  const key = cursor.key();
  if (typedLiterals === 'none' || key === '') return undefined;
  const stringFollows = cursor.token(1)?.kind === 'string';
  if (typedLiterals === 'temporal') return stringFollows && TEMPORAL_TYPES.has(key) ? readTyped(cursor) : undefined;
  if (stringFollows) return cursor.dialect.keywords.reserved.has(key) ? undefined : readTyped(cursor);
  if (!LONG_TYPES.has(key) || !LONG_TYPE_FOLLOWS.has(cursor.key(1))) return undefined;
  return cursor.attempt(() => readTyped(cursor));
}

const LONG_TYPE_FOLLOWS: ReadonlySet<string> = new Set([
  '(',
  'WITH',
  'WITHOUT',
  'PRECISION',
  'VARYING',
  'CHARACTER',
  'CHAR',
]);

function readTyped(cursor: Cursor): Expression | undefined {
  const { start } = cursor;
  if (cursor.key(1) === '(' && !stringBehindParentheses(cursor)) return undefined;
  const type = parseDataType(cursor);
  if (cursor.token()?.kind !== 'string') return undefined;
  const value = parseString(cursor);
  if (value.kind !== 'string') return undefined;
  return { kind: 'typed-literal', type, value, span: cursor.since(start) };
}

/** Whether a string, or a type's second half, stands behind the parentheses that open after the next token. */
function stringBehindParentheses(cursor: Cursor): boolean {
  let ahead = 2;
  while (cursor.key(ahead) !== ')' && cursor.token(ahead) !== undefined && ahead < LONGEST_ARGUMENTS) ahead += 1;
  const behind = cursor.token(ahead + 1);
  return behind?.kind === 'string' || cursor.key(ahead + 1) === 'WITH' || cursor.key(ahead + 1) === 'WITHOUT';
}

const LONGEST_ARGUMENTS = 6;

/** `bpchar(2) 'x'`: what looked like a call is a type with its arguments. */
function literalOfCall(cursor: Cursor, call: Expression): Expression {
  if (call.kind !== 'call' || cursor.dialect.features.typedLiterals !== 'any') return call;
  if (!call.arguments.every(({ kind }) => kind === 'number')) return call;
  const value = parseString(cursor);
  if (value.kind !== 'string') return cursor.unexpected('a string');
  const { parts } = call.name;
  const last = parts[parts.length - 1]?.value ?? '';
  const isPath = parts.length > 1 || parts[0]?.quoted === true;
  const name = isPath ? last : last.toLowerCase();
  const path = isPath ? { path: call.name } : {};
  const type = { kind: 'data-type', name, ...path, arguments: call.arguments, span: call.span } as const;
  return { kind: 'typed-literal', type, value, span: cursor.from(call) };
}

function qualifiedLiteral(cursor: Cursor, parts: readonly Name[], start: number): Expression {
  const path = { kind: 'qualified-name', parts, span: cursor.since(start) } as const;
  const name = parts[parts.length - 1]?.value ?? '';
  const value = parseString(cursor);
  if (value.kind !== 'string') return cursor.unexpected('a string');
  const type = { kind: 'data-type', name, path, arguments: [], span: path.span } as const;
  return { kind: 'typed-literal', type, value, span: cursor.since(start) };
}
