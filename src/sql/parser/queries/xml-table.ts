import type { XmlTable, XmlTableColumn } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { parseExpression } from '../expressions/index.js';
import { commaList, parenthesized } from '../lists.js';
import { parseName } from '../names.js';
import { parseAliasedValue } from './json-table.js';

/** XMLTABLE '(' [XMLNAMESPACES (…) ','] rows PASSING [BY REF | VALUE] document COLUMNS … ')' */
export function parseXmlTable(cursor: Cursor): XmlTable {
  const { start } = cursor;
  cursor.expect('XMLTABLE', '(');
  const namespaces = cursor.take('XMLNAMESPACES') ? parenthesized(cursor, parseAliasedValue) : undefined;
  if (namespaces !== undefined) cursor.expect(',');
  const rows = parseExpression(cursor);
  cursor.expect('PASSING');
  takeMechanism(cursor);
  const document = parseExpression(cursor);
  takeMechanism(cursor);
  cursor.expect('COLUMNS');
  const columns = commaList(cursor, parseColumn);
  cursor.expect(')');
  return {
    kind: 'xml-table',
    ...(namespaces !== undefined && { namespaces }),
    rows,
    document,
    columns,
    span: cursor.since(start),
  };
}

function takeMechanism(cursor: Cursor): void {
  if (!cursor.take('BY', 'REF')) cursor.take('BY', 'VALUE');
}

/** name (FOR ORDINALITY | type (PATH path | DEFAULT value | [NOT] NULL)*) */
function parseColumn(cursor: Cursor): XmlTableColumn {
  const { start } = cursor;
  const name = parseName(cursor);
  if (cursor.take('FOR', 'ORDINALITY')) return { kind: 'xml-table-column', name, span: cursor.since(start) };
  const type = parseDataType(cursor);
  let path;
  let defaultValue;
  let notNull = false;
  for (;;) {
    if (cursor.take('PATH')) path = parseExpression(cursor);
    else if (cursor.take('DEFAULT')) defaultValue = parseExpression(cursor);
    else if (cursor.take('NOT', 'NULL')) notNull = true;
    else if (!cursor.take('NULL')) break;
  }
  return {
    kind: 'xml-table-column',
    name,
    type,
    ...(path !== undefined && { path }),
    ...(defaultValue !== undefined && { defaultValue }),
    ...(notNull && { notNull }),
    span: cursor.since(start),
  };
}
