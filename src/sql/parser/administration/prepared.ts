import type { Call, Prepared, Transaction } from '../../ast/index.js';
import { parseStatementBody } from '../changes/index.js';
import type { Cursor } from '../cursor.js';
import { parseArgument } from '../expressions/calls.js';
import { commaList } from '../lists.js';
import { parseName, parseQualifiedName } from '../names.js';
import { textBetween } from '../source-text.js';
import { takeStatementText } from './statement-text.js';
import { parsePrepareTransaction } from './transactions.js';

/** PREPARE TRANSACTION 'id' | PREPARE name FROM text | PREPARE name ['(' types ')'] AS statement */
export function parsePrepare(cursor: Cursor): Prepared | Transaction {
  const { start } = cursor;
  const { inheritance } = cursor.dialect.features;
  if (inheritance && cursor.at('PREPARE', 'TRANSACTION')) return parsePrepareTransaction(cursor);
  cursor.expect('PREPARE');
  const name = parseName(cursor);
  if (!inheritance) {
    if (!cursor.at('FROM')) cursor.unexpected('FROM');
    return { kind: 'prepared', action: 'prepare', name, ...takeStatementText(cursor), span: cursor.since(start) };
  }
  const text = takeTypes(cursor);
  cursor.expect('AS');
  const statement = parseStatementBody(cursor);
  return {
    kind: 'prepared',
    action: 'prepare',
    name,
    statement,
    ...(text !== '' && { text }),
    span: cursor.since(start),
  };
}

/** ['(' type (',' type)* ')'] */
function takeTypes(cursor: Cursor): string {
  const from = cursor.index;
  if (cursor.at('(')) while (!cursor.take(')')) cursor.next();
  return textBetween(cursor, from, cursor.index);
}

/** EXECUTE name [USING variables | '(' values ')'] */
export function parseExecute(cursor: Cursor): Prepared {
  const { start } = cursor;
  cursor.expect('EXECUTE');
  const name = parseName(cursor);
  const opens = cursor.dialect.features.inheritance ? cursor.at('(') : cursor.at('USING');
  const text = opens ? takeStatementText(cursor) : {};
  return { kind: 'prepared', action: 'execute', name, ...text, span: cursor.since(start) };
}

/** DEALLOCATE [PREPARE] (name | ALL) | DROP PREPARE name */
export function parseDeallocate(cursor: Cursor): Prepared {
  const { start } = cursor;
  const dropped = cursor.take('DROP', 'PREPARE');
  if (!dropped) cursor.expect('DEALLOCATE');
  if (cursor.dialect.features.inheritance) cursor.take('PREPARE');
  else if (!dropped) cursor.expect('PREPARE');
  const all = cursor.dialect.features.inheritance && cursor.take('ALL');
  const name = all ? undefined : parseName(cursor);
  return { kind: 'prepared', action: 'deallocate', ...(name !== undefined && { name }), span: cursor.since(start) };
}

/** CALL name ['(' [argument (',' argument)*] ')'] */
export function parseCallStatement(cursor: Cursor): Call {
  const { start } = cursor;
  cursor.expect('CALL');
  const name = parseQualifiedName(cursor);
  const mayBeBare = cursor.dialect.features.duplicateKeys;
  if (mayBeBare && !cursor.at('(')) return { kind: 'call-procedure', name, span: cursor.since(start) };
  cursor.expect('(');
  const values = cursor.at(')') ? [] : commaList(cursor, parseArgument);
  cursor.expect(')');
  return { kind: 'call-procedure', name, arguments: values, span: cursor.since(start) };
}
