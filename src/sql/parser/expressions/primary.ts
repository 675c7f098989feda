import type { Expression, Query, RowExpression } from '../../ast/index.js';
import type { TokenKind } from '../../lexer/token.js';
import type { Cursor } from '../cursor.js';
import { atQuery, continueQuery, goesOnAsQuery, parseQuery } from '../queries/index.js';
import { parseExpression } from './expression.js';
import { parseBlob, parseIntroduced, parseNumber, parseParameter, parseString, parseVariable } from './literals.js';
import { parseNamed } from './named.js';
import { parseFields } from './subscripts.js';
import { wordReaders } from './words.js';

/** What an operand is by the kind of its first token. */
const READERS: Readonly<Partial<Record<TokenKind, (cursor: Cursor) => Expression>>> = {
  number: parseNumber,
  string: parseString,
  blob: parseBlob,
  placeholder: (cursor) => parseFields(cursor, parseParameter(cursor)),
  variable: parseVariable,
  punctuation: parsePunctuated,
  word: parseWordOperand,
  'quoted-name': parseNamed,
};

/** An operand: a literal, a parameter, a column, a call, or something in parentheses. */
export function parsePrimary(cursor: Cursor): Expression {
  const token = cursor.token();
  const read = token === undefined ? undefined : READERS[token.kind];
  return read === undefined ? cursor.unexpected('an expression') : read(cursor);
}

function parseWordOperand(cursor: Cursor): Expression {
  const reader = wordReaders.get(cursor.key());
  const special = reader?.(cursor) ?? parseIntroduced(cursor);
  return special ?? parseNamed(cursor);
}

/** '(' query ')' | '(' expression (',' expression)* ')' | '{' word expression '}' */
function parsePunctuated(cursor: Cursor): Expression {
  if (cursor.at('{')) return parseEscape(cursor);
  if (!cursor.at('(')) return cursor.unexpected('an expression');
  const { start } = cursor;
  cursor.take('(');
  return parseFields(cursor, parseInner(cursor, start));
}

/** What stands between the parentheses, and the closing one. */
function parseInner(cursor: Cursor, start: number): Expression | RowExpression {
  const first = parseValueOrQuery(cursor);
  if (first.kind === 'query') {
    cursor.expect(')');
    return { kind: 'subquery', query: first, span: cursor.since(start) };
  }
  const items = [first];
  while (cursor.take(',')) items.push(parseExpression(cursor));
  cursor.expect(')');
  return items.length === 1 ? first : { kind: 'row', items, span: cursor.since(start) };
}

/**
 * What may stand in parentheses: a query or an expression. A parenthesis that opens another one does not tell: both
 * `((SELECT 1) UNION (SELECT 2))` and `((SELECT 1) + 2)` start with an operand, and what follows it decides.
 */
export function parseValueOrQuery(cursor: Cursor): Expression | Query {
  if (atQuery(cursor)) return cursor.deeper(parseQuery);
  const opened = cursor.at('(');
  const value = parseExpression(cursor);
  const isQuery = opened && value.kind === 'subquery' && goesOnAsQuery(cursor);
  return isQuery ? continueQuery(cursor, value.query) : value;
}

/** ODBC's {d '2026-01-31'}, {ts '…'}, {fn now()}: what stands inside means the same without the braces. */
function parseEscape(cursor: Cursor): Expression {
  const { start } = cursor;
  cursor.expect('{');
  const word = cursor.next();
  const type = ESCAPED_TYPES[word.text.toLowerCase()];
  const value = parseExpression(cursor);
  cursor.expect('}');
  if (type === undefined || value.kind !== 'string') return value;
  const span = cursor.since(start);
  return { kind: 'typed-literal', type: { kind: 'data-type', name: type, arguments: [], span }, value, span };
}

const ESCAPED_TYPES: Readonly<Record<string, string>> = { d: 'date', t: 'time', ts: 'timestamp' };
