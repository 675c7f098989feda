import type { DataType, Expression, Name, QualifiedName } from '../ast/index.js';
import { TYPES_OF_SEVERAL_WORDS } from '../dialects/type-words.js';
import { unquote } from '../lexer/unquote.js';
import type { Cursor } from './cursor.js';
import { parseExpression } from './expressions/index.js';
import { parseIntervalFields } from './expressions/interval-fields.js';
import { parenthesized } from './lists.js';
import { parseName, parseQualifiedName, stringAsName } from './names.js';

/** A type as the dialect writes it. @throws DragomanError SQL_SYNTAX where none stands */
export function parseDataType(cursor: Cursor): DataType {
  const { anyWordsAreType, typeAttributes } = cursor.dialect.features;
  if (anyWordsAreType) return parseWords(cursor);
  return typeAttributes ? parseAttributed(cursor) : parsePathType(cursor);
}

const LONG_NAMES: readonly (readonly string[])[] = TYPES_OF_SEVERAL_WORDS.map((name) => name.toUpperCase().split(' '));

/** Takes the name of a type that is one of several words, in lower case. */
function takeLongName(cursor: Cursor): string | undefined {
  const words = LONG_NAMES.find((name) => name.every((word, index) => cursor.key(index) === word));
  if (words === undefined) return undefined;
  cursor.index += words.length;
  return words.join(' ').toLowerCase();
}

/** ['(' argument (',' argument)* ')'] */
function parseTypeArguments(cursor: Cursor): Expression[] {
  return cursor.at('(') ? parenthesized(cursor, (inner) => parseExpression(inner)) : [];
}

// PostgreSQL

type NamedType = Pick<DataType, 'name' | 'path' | 'arguments' | 'intervalFields'>;

/** [SETOF] name [arguments] [time zone | interval fields] ['%' TYPE] dimensions */
function parsePathType(cursor: Cursor): DataType {
  const { start } = cursor;
  const setOf = cursor.key(1) !== '(' && cursor.take('SETOF');
  const { isArray, named } = withoutArrayName(parsePathName(cursor));
  const ofColumn = named.path !== undefined && cursor.take('%', 'TYPE');
  const dimensions = parseDimensions(cursor) ?? (isArray ? [null] : undefined);
  return {
    kind: 'data-type',
    ...named,
    ...(dimensions !== undefined && { dimensions }),
    ...(setOf && { setOf }),
    ...(ofColumn && { ofColumn }),
    span: cursor.since(start),
  };
}

/** `_int4`, as PostgreSQL's catalogues call the type of arrays of it. https://www.postgresql.org/docs/current/catalog-pg-type.html */
const ARRAY_NAME =
  /^_(bool|int2|int4|int8|float4|float8|numeric|text|varchar|bpchar|uuid|date|time|timestamp|timestamptz|json|jsonb|bytea)$/;

function withoutArrayName(named: NamedType): { readonly isArray: boolean; readonly named: NamedType } {
  const element = named.path === undefined ? ARRAY_NAME.exec(named.name)?.[1] : undefined;
  return element === undefined ? { isArray: false, named } : { isArray: true, named: { ...named, name: element } };
}

function parsePathName(cursor: Cursor): NamedType {
  const long = takeLongName(cursor);
  if (long !== undefined) return { name: long, arguments: parseTypeArguments(cursor) };
  if (!atPathName(cursor)) return cursor.unexpected('a type');
  const key = cursor.key(1) === '.' ? '' : cursor.key();
  const path = parseQualifiedName(cursor, 'any');
  const last = path.parts[path.parts.length - 1];
  if (last === undefined) return cursor.unexpected('a type');
  if (key === 'INTERVAL') return parseIntervalType(cursor);
  const name = last.quoted ? last.value : last.value.toLowerCase();
  const values = parseTypeArguments(cursor);
  if (key === 'TIME' || key === 'TIMESTAMP') return { name: `${name}${takeZone(cursor)}`, arguments: values };
  const plain = path.parts.length === 1 && !last.quoted;
  return plain ? { name, arguments: values } : { name, path, arguments: values };
}

function atPathName(cursor: Cursor): boolean {
  const token = cursor.token();
  if (token?.kind === 'quoted-name') return true;
  const { reserved, functionsOnly } = cursor.dialect.keywords;
  return token?.kind === 'word' && (!reserved.has(cursor.key()) || functionsOnly.has(cursor.key()));
}

/** [(WITH | WITHOUT) TIME ZONE] */
function takeZone(cursor: Cursor): string {
  if (cursor.take('WITH', 'TIME', 'ZONE')) return ' with time zone';
  return cursor.take('WITHOUT', 'TIME', 'ZONE') ? ' without time zone' : '';
}

/** ['(' precision ')'] | [fields] */
function parseIntervalType(cursor: Cursor): NamedType {
  const values = parseTypeArguments(cursor);
  const fields = values.length > 0 ? '' : parseIntervalFields(cursor);
  return { name: 'interval', arguments: values, ...(fields !== '' && { intervalFields: fields }) };
}

/** ('[' [bound] ']')* | ARRAY ['[' bound ']'] */
function parseDimensions(cursor: Cursor): (number | null)[] | undefined {
  if (cursor.take('ARRAY')) return cursor.at('[') ? [parseBound(cursor)] : [null];
  const bounds: (number | null)[] = [];
  while (cursor.at('[')) bounds.push(parseBound(cursor));
  return bounds.length === 0 ? undefined : bounds;
}

function parseBound(cursor: Cursor): number | null {
  cursor.expect('[');
  if (cursor.take(']')) return null;
  if (cursor.token()?.kind !== 'number') cursor.unexpected('a number');
  const bound = Number(cursor.next().text);
  cursor.expect(']');
  return bound;
}

// MySQL

/** What MySQL may say behind a type. */
const ATTRIBUTES = ['UNSIGNED', 'SIGNED', 'ZEROFILL', 'BINARY', 'ASCII', 'UNICODE', 'BYTE'] as const;

/** Names of casts, the second word of which says nothing. */
const SHORTER: Readonly<Record<string, string>> = {
  'signed integer': 'signed',
  'signed int': 'signed',
  'unsigned integer': 'unsigned',
  'unsigned int': 'unsigned',
};

/** [NATIONAL] name [arguments] (attribute | CHARACTER SET name | COLLATE name)* [ARRAY] */
function parseAttributed(cursor: Cursor): DataType {
  const { start } = cursor;
  const modifiers: string[] = cursor.take('NATIONAL') ? ['NATIONAL'] : [];
  const name = takeLongName(cursor) ?? takeTypeWord(cursor);
  const values = parseTypeArguments(cursor);
  let charset: Name | undefined;
  let collation: QualifiedName | undefined;
  for (;;) {
    const attribute = cursor.takeOneOf(...ATTRIBUTES);
    if (attribute !== undefined) modifiers.push(attribute);
    else if (takeCharsetWords(cursor)) charset = parseCharset(cursor);
    else if (cursor.take('COLLATE')) collation = collationPath(cursor);
    else break;
  }
  const array = cursor.take('ARRAY');
  return {
    kind: 'data-type',
    name: SHORTER[name] ?? name,
    arguments: values,
    ...(array && { dimensions: [null] }),
    ...(modifiers.length > 0 && { modifiers }),
    ...(charset !== undefined && { charset }),
    ...(collation !== undefined && { collation }),
    span: cursor.since(start),
  };
}

function takeTypeWord(cursor: Cursor): string {
  return cursor.token()?.kind === 'word' ? cursor.next().text.toLowerCase() : cursor.unexpected('a type');
}

/** CHARACTER SET | CHARSET | CHAR SET */
function takeCharsetWords(cursor: Cursor): boolean {
  return cursor.take('CHARACTER', 'SET') || cursor.take('CHARSET') || cursor.take('CHAR', 'SET');
}

/** The name of a character set or collation: any word, or a string. */
export function parseCharset(cursor: Cursor): Name {
  const token = cursor.token();
  if (token?.kind !== 'string') return parseName(cursor, 'any');
  cursor.index += 1;
  const value = unquote(token, cursor.dialect);
  return { kind: 'name', value, quoted: true, span: { start: token.start, end: token.end } };
}

function collationPath(cursor: Cursor): QualifiedName {
  const name = parseCharset(cursor);
  return { kind: 'qualified-name', parts: [name], span: name.span };
}

// SQLite

/** Words that open a constraint, and are no part of a type. */
const NO_TYPE: ReadonlySet<string> = new Set(['GENERATED', 'INITIALLY']);

/** [word+ ['(' number [',' number] ')']]; a column may have no type at all */
function parseWords(cursor: Cursor): DataType {
  const { start } = cursor;
  const words: Name[] = [];
  for (let word = parseTypeWord(cursor); word !== undefined; word = parseTypeWord(cursor)) words.push(word);
  if (words.length > 1 && words.some(({ quoted }) => quoted)) cursor.unexpected('a type in one pair of quotes');
  const values = words.length > 0 && cursor.at('(') ? parenthesized(cursor, parseSignedNumber) : [];
  if (values.length > 2) cursor.unexpected('a type of at most two numbers');
  const [first] = words;
  const quoted = words.length === 1 && first?.quoted === true ? first : undefined;
  const path = quoted && ({ kind: 'qualified-name', parts: [quoted], span: quoted.span } as const);
  const name = quoted?.value ?? words.map(({ value }) => value.toLowerCase()).join(' ');
  return {
    kind: 'data-type',
    name,
    ...(path !== undefined && { path }),
    arguments: values,
    span: cursor.since(start),
  };
}

/** ['+' | '-'] number */
function parseSignedNumber(cursor: Cursor): Expression {
  const signed = cursor.key() === '+' || cursor.key() === '-' ? 1 : 0;
  return cursor.token(signed)?.kind === 'number' ? parseExpression(cursor, Infinity) : cursor.unexpected('a number');
}

function parseTypeWord(cursor: Cursor): Name | undefined {
  const token = cursor.token();
  if (token?.kind === 'string') return stringAsName(cursor);
  if (token?.kind === 'quoted-name') return parseName(cursor);
  const key = cursor.key();
  const isWord = token?.kind === 'word' && !cursor.dialect.keywords.reserved.has(key) && !NO_TYPE.has(key);
  return isWord ? parseName(cursor) : undefined;
}
