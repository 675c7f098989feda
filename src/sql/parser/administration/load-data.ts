import type { LoadData } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseQualifiedName } from '../names.js';
import { takeUntil } from '../source-text.js';
import { parametersFrom, takeStatementText } from './statement-text.js';

const BEFORE_TABLE: ReadonlySet<string> = new Set(['INTO', ';']);

/** LOAD (DATA | XML) [LOW_PRIORITY | CONCURRENT] [LOCAL] INFILE file [REPLACE | IGNORE] INTO TABLE name … */
export function parseLoadData(cursor: Cursor): LoadData {
  const { start, index } = cursor;
  if (!cursor.at('LOAD', 'DATA') && !cursor.at('LOAD', 'XML')) {
    cursor.take('LOAD');
    cursor.unexpected('DATA or XML');
  }
  const head = takeUntil(cursor, BEFORE_TABLE);
  cursor.expect('INTO', 'TABLE');
  const table = parseQualifiedName(cursor);
  const { text } = takeStatementText(cursor);
  return {
    kind: 'load-data',
    head,
    table,
    ...(text !== undefined && { text }),
    ...parametersFrom(cursor, index),
    span: cursor.since(start),
  };
}
