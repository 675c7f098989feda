import type { Expression, IndexOption, Name, UniqueRule } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parseName } from '../names.js';
import { parseStorageOptions } from './storage-options.js';

/** What follows an option's words: a name, a value, settings in parentheses, or nothing. */
type Follows = 'name' | 'value' | 'settings' | 'nothing';

type OptionWords = readonly (readonly [words: readonly [string, string?, string?], follows: Follows, name?: string])[];

const POSTGRESQL_OPTIONS: OptionWords = [
  [['WITH'], 'settings'],
  [['USING', 'INDEX', 'TABLESPACE'], 'name', 'TABLESPACE'],
  [['TABLESPACE'], 'name'],
];

const MYSQL_OPTIONS: OptionWords = [
  [['USING'], 'name'],
  [['TYPE'], 'name', 'USING'],
  [['WITH', 'PARSER'], 'name'],
  [['KEY_BLOCK_SIZE'], 'value'],
  [['COMMENT'], 'value'],
  [['VISIBLE'], 'nothing'],
  [['INVISIBLE'], 'nothing'],
  [['NOT', 'IGNORED'], 'nothing'],
  [['IGNORED'], 'nothing'],
  [['ENGINE_ATTRIBUTE'], 'value'],
  [['SECONDARY_ENGINE_ATTRIBUTE'], 'value'],
  [['CLUSTERING'], 'name'],
  [['WAIT'], 'value'],
  [['NOWAIT'], 'nothing'],
  [['ALGORITHM'], 'name'],
  [['LOCK'], 'name'],
];

/** (words ['='] value)* */
export function parseIndexOptions(cursor: Cursor): IndexOption[] {
  const { duplicateKeys, inheritance } = cursor.dialect.features;
  const known = duplicateKeys ? MYSQL_OPTIONS : inheritance ? POSTGRESQL_OPTIONS : [];
  const options: IndexOption[] = [];
  for (;;) {
    const { start } = cursor;
    const found = known.find(([words]) => cursor.take(...words));
    if (found === undefined) return options;
    const [words, follows, name = words.join(' ')] = found;
    options.push({ kind: 'index-option', name, ...parseContent(cursor, follows), span: cursor.since(start) });
  }
}

function parseContent(
  cursor: Cursor,
  follows: Follows,
): { value?: Expression | Name; settings?: IndexOption['settings'] } {
  switch (follows) {
    case 'nothing':
      return {};
    case 'settings':
      return { settings: parseStorageOptions(cursor) };
    case 'name':
      cursor.take('=');
      return { value: parseName(cursor, 'any') };
    case 'value':
      cursor.take('=');
      return { value: parseExpression(cursor, Infinity) };
  }
}

/** [WITH settings] [USING INDEX TABLESPACE name] of a column's key in PostgreSQL */
export function parseIndexStorage(cursor: Cursor): Pick<UniqueRule, 'using' | 'tablespace'> {
  if (!cursor.dialect.features.inheritance) return {};
  const using = cursor.at('WITH', '(') && cursor.take('WITH') ? parseStorageOptions(cursor) : undefined;
  const tablespace = cursor.take('USING', 'INDEX', 'TABLESPACE') ? parseName(cursor) : undefined;
  return { ...(using !== undefined && { using }), ...(tablespace !== undefined && { tablespace }) };
}
