import type { Copy, Expression, Name, QualifiedName, StorageOption } from '../../ast/index.js';
import { parseStatementBody } from '../changes/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { commaList, optionalList, parenthesized } from '../lists.js';
import { parseName, parseQualifiedName } from '../names.js';

/** COPY (table ['(' columns ')'] | '(' statement ')') (FROM | TO) endpoint [[WITH] options] [WHERE condition] */
export function parseCopy(cursor: Cursor): Copy {
  const { start } = cursor;
  cursor.expect('COPY');
  const binary =
    !cursor.at('BINARY', 'FROM') && !cursor.at('BINARY', 'TO') && cursor.take('BINARY') ? [flag(cursor, 'format')] : [];
  const source = parseSource(cursor);
  const direction = cursor.take('FROM') ? 'from' : 'to';
  if (direction === 'to') cursor.expect('TO');
  const end = parseEndpoint(cursor);
  const options = [...binary, ...parseOptions(cursor)];
  const where = direction === 'from' && cursor.take('WHERE') ? parseExpression(cursor) : undefined;
  return {
    kind: 'copy',
    direction,
    ...source,
    ...end,
    options,
    ...(where !== undefined && { where }),
    span: cursor.since(start),
  };
}

function parseSource(cursor: Cursor): Pick<Copy, 'table' | 'columns' | 'statement'> {
  if (!cursor.take('(')) {
    const table: QualifiedName = parseQualifiedName(cursor);
    const columns = optionalList(cursor, (inner): Name => parseName(inner, 'column')) ?? [];
    return { table, columns };
  }
  const statement = parseStatementBody(cursor);
  cursor.expect(')');
  return { columns: [], statement };
}

/** STDIN | STDOUT | PROGRAM command | file */
function parseEndpoint(cursor: Cursor): Pick<Copy, 'endpoint' | 'path'> {
  const standard = cursor.takeOneOf('STDIN', 'STDOUT');
  if (standard !== undefined) return { endpoint: standard };
  const endpoint = cursor.take('PROGRAM') ? 'PROGRAM' : 'FILE';
  const kind = cursor.token()?.kind;
  if (kind !== 'string' && kind !== 'placeholder')
    cursor.unexpected('STDIN, STDOUT, PROGRAM, or a file name as a string');
  return { endpoint, path: parseExpression(cursor) };
}

/** [WITH] '(' option (',' option)* ')' | [[USING] DELIMITERS text] [WITH] old-option* */
function parseOptions(cursor: Cursor): StorageOption[] {
  if (cursor.take('WITH', '(') || cursor.take('(')) {
    cursor.index -= 1;
    return parenthesized(cursor, parseOption);
  }
  const delimiters = cursor.take('USING', 'DELIMITERS') || cursor.take('DELIMITERS');
  const before = delimiters ? [option(cursor, 'delimiter', parseText(cursor))] : [];
  cursor.take('WITH');
  const options: StorageOption[] = [...before];
  for (let next = parseOldOption(cursor); next !== undefined; next = parseOldOption(cursor)) options.push(next);
  return options;
}

function parseText(cursor: Cursor): Expression {
  return cursor.token()?.kind === 'string' ? parseExpression(cursor) : cursor.unexpected('a string');
}

/** name [value | '(' values ')' | '*'] */
function parseOption(cursor: Cursor): StorageOption {
  const { start } = cursor;
  const name = parseQualifiedName(cursor, 'any');
  const value = cursor.at(',') || cursor.at(')') ? undefined : parseOptionValue(cursor);
  return { kind: 'storage-option', name, ...(value !== undefined && { value }), span: cursor.since(start) };
}

function parseOptionValue(cursor: Cursor): Expression {
  const { start } = cursor;
  if (cursor.take('*')) return { kind: 'star', qualifier: [], span: cursor.since(start) };
  if (cursor.at('(')) return { kind: 'row', items: parenthesized(cursor, parseWordOrValue), span: cursor.since(start) };
  return parseWordOrValue(cursor);
}

function parseWordOrValue(cursor: Cursor): Expression {
  const kind = cursor.token()?.kind;
  const literal = cursor.at('TRUE') || cursor.at('FALSE') || (kind !== 'word' && kind !== 'quoted-name');
  if (literal) return parseExpression(cursor);
  const name = parseName(cursor, 'any');
  return { kind: 'column', parts: [name], span: name.span };
}

const FORMATS = ['BINARY', 'CSV'] as const;
const TEXTS = ['DELIMITER', 'NULL', 'QUOTE', 'ESCAPE', 'ENCODING'] as const;

/** BINARY | CSV | FREEZE | HEADER | DELIMITER [AS] text | … | FORCE (QUOTE | NOT NULL | NULL) columns, read as their new forms */
function parseOldOption(cursor: Cursor): StorageOption | undefined {
  if (cursor.atAny(new Set(FORMATS))) {
    cursor.next();
    return flag(cursor, 'format');
  }
  const text = cursor.takeOneOf(...TEXTS);
  if (text !== undefined) {
    cursor.take('AS');
    return option(cursor, text.toLowerCase(), parseText(cursor));
  }
  const word = cursor.takeOneOf('FREEZE', 'HEADER');
  if (word !== undefined) return option(cursor, word.toLowerCase(), undefined);
  if (!cursor.take('FORCE')) return undefined;
  const forced = cursor.take('QUOTE') ? 'force_quote' : cursor.take('NOT', 'NULL') ? 'force_not_null' : 'force_null';
  if (forced === 'force_null') cursor.expect('NULL');
  const { start } = cursor;
  if (cursor.take('*')) return option(cursor, forced, { kind: 'star', qualifier: [], span: cursor.since(start) });
  const items = commaList(cursor, parseWordOrValue);
  return option(cursor, forced, { kind: 'row', items, span: cursor.since(start) });
}

/** The word that was just taken, as the value of an option. */
function flag(cursor: Cursor, name: string): StorageOption {
  const token = cursor.token(-1);
  const span = { start: token?.start ?? 0, end: token?.end ?? 0 };
  const value = (token?.text ?? '').toLowerCase();
  return option(cursor, name, { kind: 'column', parts: [{ kind: 'name', value, quoted: false, span }], span });
}

function option(cursor: Cursor, value: string, content: Expression | undefined): StorageOption {
  const span = content?.span ?? cursor.since(cursor.end);
  const name: QualifiedName = { kind: 'qualified-name', parts: [{ kind: 'name', value, quoted: false, span }], span };
  return { kind: 'storage-option', name, ...(content !== undefined && { value: content }), span };
}
