import type { ColumnDeclaration, Name } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { optionalList, parenthesized } from '../lists.js';
import { atName, parseName, parseQualifiedName, stringAsName } from '../names.js';

export interface Alias {
  readonly alias?: Name;
  readonly columns?: readonly Name[];
}

/** [AS] name, if an alias stands here. */
export function parseAliasName(cursor: Cursor): Name | undefined {
  if (cursor.take('AS')) return stringAsName(cursor) ?? parseName(cursor);
  const token = cursor.token();
  if (token?.kind === 'quoted-name') return parseName(cursor);
  const key = cursor.key();
  // a word that is not reserved opens WINDOW name AS (…), or is an alias
  const isAlias = key === 'WINDOW' ? cursor.key(2) !== 'AS' : !cursor.dialect.keywords.notTableAliases.has(key);
  return token?.kind === 'word' && isAlias && atName(cursor) ? parseName(cursor) : undefined;
}

/** [[AS] name ['(' column (',' column)* ')']] */
export function parseAlias(cursor: Cursor): Alias {
  const alias = parseAliasName(cursor);
  if (alias === undefined) return {};
  const columns = optionalList(cursor, (inner) => parseName(inner));
  return columns === undefined ? { alias } : { alias, columns };
}

/** An alias whose columns may have types: [AS] name '(' column type … ')' | AS '(' column type … ')' */
export function parseTypedAlias(cursor: Cursor): Alias & { readonly definitions?: readonly ColumnDeclaration[] } {
  if (cursor.take('AS', '(')) {
    cursor.index -= 1;
    return { definitions: parenthesized(cursor, parseColumnDeclaration) };
  }
  const alias = parseAliasName(cursor);
  if (alias === undefined) return {};
  if (!cursor.at('(')) return { alias };
  const behindFirst = cursor.key(2);
  if (behindFirst === ',' || behindFirst === ')')
    return { alias, columns: parenthesized(cursor, (inner) => parseName(inner)) };
  return { alias, definitions: parenthesized(cursor, parseColumnDeclaration) };
}

/** name type [COLLATE name] */
export function parseColumnDeclaration(cursor: Cursor): ColumnDeclaration {
  const { start } = cursor;
  const name = parseName(cursor);
  const type = parseDataType(cursor);
  const collation = cursor.take('COLLATE') ? parseQualifiedName(cursor) : undefined;
  return {
    kind: 'column-declaration',
    name,
    type,
    ...(collation !== undefined && { collation }),
    span: cursor.since(start),
  };
}
