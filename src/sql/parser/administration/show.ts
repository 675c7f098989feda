import type { Show } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { takeStatementText } from './statement-text.js';

/** SHOW … | (DESCRIBE | DESC | EXPLAIN) table [column], behind the verb as it is written */
export function parseShow(cursor: Cursor, verb: Show['verb'] = 'SHOW'): Show {
  const { start } = cursor;
  cursor.next();
  const { text, parameters } = takeStatementText(cursor);
  if (text === undefined) return cursor.unexpected(verb === 'SHOW' ? 'what to show' : 'a table');
  return { kind: 'show', verb, text, ...(parameters !== undefined && { parameters }), span: cursor.since(start) };
}
