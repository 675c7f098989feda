import type { ColumnConstraint, ColumnDefinition, DataType, Name } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { textBetween } from '../source-text.js';
import { atColumnConstraint, parseColumnConstraints } from './column-constraints.js';
import { takeArguments } from './drop.js';
import { parseOwnName } from './names.js';
import { takePhrase } from './phrases.js';
import { rulesOf } from './rules.js';

/** name [type] (constraint | setting)* [FIRST | AFTER column] */
export function parseColumnDefinition(cursor: Cursor): ColumnDefinition {
  const { start } = cursor;
  const name = parseOwnName(cursor);
  const type = parseType(cursor);
  const constraints: ColumnConstraint[] = [];
  const settings: string[] = [];
  for (;;) {
    const setting = takeSetting(cursor);
    if (setting !== undefined) settings.push(setting);
    else if (atColumnConstraint(cursor)) constraints.push(...parseColumnConstraints(cursor));
    else break;
  }
  const position = parsePosition(cursor);
  return {
    kind: 'column-definition',
    name,
    ...(type !== undefined && { type }),
    constraints,
    ...(settings.length > 0 && { settings }),
    ...(position !== undefined && { position }),
    span: cursor.since(start),
  };
}

/** SQLite's columns may have no type, those of PostgreSQL's typed tables neither (`WITH OPTIONS` may stand there). */
function parseType(cursor: Cursor): DataType | undefined {
  const { anyWordsAreType, inheritance } = cursor.dialect.features;
  if (anyWordsAreType) {
    const type = parseDataType(cursor);
    return type.name === '' ? undefined : type;
  }
  if (inheritance && cursor.take('WITH', 'OPTIONS')) return undefined;
  return inheritance && atColumnConstraint(cursor) ? undefined : parseDataType(cursor);
}

/** STORAGE word, OPTIONS '(' … ')', SRID ['='] n and their like, with the words in upper case */
function takeSetting(cursor: Cursor): string | undefined {
  const phrase = takePhrase(cursor, rulesOf(cursor).columnSettings);
  if (phrase === undefined) return undefined;
  const words = phrase.words.join(' ');
  if (phrase.value === 0) return words;
  cursor.take('=');
  const from = cursor.index;
  if (cursor.at('(')) takeArguments(cursor);
  else cursor.next();
  return `${words} ${textBetween(cursor, from, cursor.index)}`;
}

/** FIRST | AFTER column, in MySQL's ALTER TABLE */
function parsePosition(cursor: Cursor): 'first' | Name | undefined {
  if (!cursor.dialect.features.duplicateKeys) return undefined;
  if (cursor.take('FIRST')) return 'first';
  return cursor.take('AFTER') ? parseOwnName(cursor) : undefined;
}
