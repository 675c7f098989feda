import type { Expression, Pragma } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parseName, parseQualifiedName } from '../names.js';

/** PRAGMA name ['=' value | '(' value ')'] */
export function parsePragma(cursor: Cursor): Pragma {
  const { start } = cursor;
  cursor.expect('PRAGMA');
  const name = parseQualifiedName(cursor);
  if (cursor.take('=')) {
    return { kind: 'pragma', name, value: parseValue(cursor), span: cursor.since(start) };
  }
  if (!cursor.take('(')) return { kind: 'pragma', name, span: cursor.since(start) };
  const value = parseValue(cursor);
  cursor.expect(')');
  return { kind: 'pragma', name, value, called: true, span: cursor.since(start) };
}

/** A number with its sign, a string, or a word, even ON, DELETE or DEFAULT */
function parseValue(cursor: Cursor): Expression {
  const kind = cursor.token()?.kind;
  if (kind !== 'word' && kind !== 'quoted-name') return parseExpression(cursor, Infinity);
  const name = parseName(cursor, 'any');
  return { kind: 'column', parts: [name], span: name.span };
}
