import type { Expression, Name, QualifiedName, TableOption } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseCharset } from '../data-types.js';
import { parseExpression } from '../expressions/index.js';
import { parenthesized } from '../lists.js';
import { parseName, parseQualifiedName } from '../names.js';
import { parseForeignOptions, parseStorageOptions } from './storage-options.js';

/** What follows an option's words. */
type Follows = 'name' | 'charset' | 'value' | 'settings' | 'texts' | 'tables' | 'nothing';

type Words = readonly [string, string?, string?];
type OptionRow = readonly [words: Words, follows: Follows, name?: string];

const POSTGRESQL_OPTIONS: readonly OptionRow[] = [
  [['WITH'], 'settings'],
  [['WITHOUT', 'OIDS'], 'nothing'],
  [['USING'], 'name'],
  [['TABLESPACE'], 'name'],
  [['SERVER'], 'name'],
  [['OPTIONS'], 'texts'],
];

const SQLITE_OPTIONS: readonly OptionRow[] = [
  [['WITHOUT', 'ROWID'], 'nothing'],
  [['STRICT'], 'nothing'],
];

/** Options whose names are several words, or whose values are no expressions; all others are `NAME [=] value`. */
const MYSQL_OPTIONS: readonly OptionRow[] = [
  [['DEFAULT', 'CHARACTER', 'SET'], 'charset', 'CHARSET'],
  [['DEFAULT', 'CHAR', 'SET'], 'charset', 'CHARSET'],
  [['CHAR', 'SET'], 'charset', 'CHARSET'],
  [['CHARACTER', 'SET'], 'charset', 'CHARSET'],
  [['DEFAULT', 'CHARSET'], 'charset', 'CHARSET'],
  [['CHARSET'], 'charset', 'CHARSET'],
  [['DEFAULT', 'COLLATE'], 'charset', 'COLLATE'],
  [['COLLATE'], 'charset', 'COLLATE'],
  [['DATA', 'DIRECTORY'], 'value'],
  [['INDEX', 'DIRECTORY'], 'value'],
  [['WITH', 'SYSTEM', 'VERSIONING'], 'nothing'],
  [['START', 'TRANSACTION'], 'nothing'],
  [['UNION'], 'tables'],
  [['TABLESPACE'], 'name'],
  [['STORAGE'], 'name'],
];

/** MySQL's and MariaDB's options of one word. */
const MYSQL_NAMES: ReadonlySet<string> = new Set(
  (
    'ENGINE TYPE AUTO_INCREMENT AVG_ROW_LENGTH CHECKSUM TABLE_CHECKSUM PAGE_CHECKSUM COMMENT COMPRESSION CONNECTION ' +
    'DELAY_KEY_WRITE ENCRYPTION ENCRYPTED ENCRYPTION_KEY_ID ENGINE_ATTRIBUTE SECONDARY_ENGINE SECONDARY_ENGINE_ATTRIBUTE ' +
    'INSERT_METHOD KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS PACK_KEYS PASSWORD ROW_FORMAT STATS_AUTO_RECALC STATS_PERSISTENT ' +
    'STATS_SAMPLE_PAGES TRANSACTIONAL PAGE_COMPRESSED PAGE_COMPRESSION_LEVEL SEQUENCE IETF_QUOTES AUTOEXTEND_SIZE QUOTES'
  ).split(' '),
);

/** Options of a table: with commas between them in SQLite, in MySQL where people write some, in PostgreSQL with none. */
export function parseTableOptions(cursor: Cursor): TableOption[] {
  const { duplicateKeys, anyWordsAreType } = cursor.dialect.features;
  const options: TableOption[] = [];
  for (;;) {
    const option = parseTableOption(cursor);
    if (option === undefined) return options;
    options.push(option);
    // behind a comma that is followed by no option, ALTER TABLE goes on with another action
    if (duplicateKeys && cursor.at(',') && atOption(cursor, 1)) cursor.take(',');
    if (anyWordsAreType && !cursor.take(',')) return options;
    if (anyWordsAreType && !atOption(cursor)) cursor.unexpected('STRICT or WITHOUT ROWID');
  }
}

/** Whether an option of a table stands `ahead`: a known one, or in MySQL any word that a value is assigned to. */
export function atOption(cursor: Cursor, ahead = 0): boolean {
  const key = cursor.key(ahead);
  const { duplicateKeys } = cursor.dialect.features;
  if (
    duplicateKeys &&
    (MYSQL_NAMES.has(key) || (cursor.token(ahead)?.kind === 'word' && cursor.key(ahead + 1) === '='))
  ) {
    return true;
  }
  return rowsOf(cursor).some(([words]) => words.every((word, index) => cursor.key(ahead + index) === word));
}

function rowsOf({ dialect: { features } }: Cursor): readonly OptionRow[] {
  if (features.duplicateKeys) return MYSQL_OPTIONS;
  return features.inheritance ? POSTGRESQL_OPTIONS : SQLITE_OPTIONS;
}

/** name ['='] value, or what its row says; undefined where no option stands */
export function parseTableOption(cursor: Cursor): TableOption | undefined {
  const { start } = cursor;
  if (!atOption(cursor)) return undefined;
  const row = rowsOf(cursor).find(([words]) => cursor.take(...words));
  const name = row === undefined ? cursor.next().text.toUpperCase() : (row[2] ?? row[0].join(' '));
  const content = parseContent(cursor, row?.[1] ?? 'value');
  return { kind: 'table-option', name, ...content, span: cursor.since(start) };
}

type Content = Partial<Pick<TableOption, 'value' | 'settings' | 'tables'>>;

function parseContent(cursor: Cursor, follows: Follows): Content {
  switch (follows) {
    case 'nothing':
      return {};
    case 'settings':
      return { settings: parseStorageOptions(cursor) };
    case 'texts':
      return { settings: parseForeignOptions(cursor) };
    case 'tables':
      cursor.take('=');
      return { tables: parenthesized(cursor, (inner): QualifiedName => parseQualifiedName(inner)) };
    case 'name':
      cursor.take('=');
      return { value: parseName(cursor, 'any') };
    case 'charset':
      cursor.take('=');
      return { value: parseCharset(cursor) };
    case 'value':
      cursor.take('=');
      return { value: parseValue(cursor) };
  }
}

/** A number, a string, or a word such as InnoDB, DYNAMIC or DEFAULT */
function parseValue(cursor: Cursor): Expression | Name {
  const token = cursor.token();
  return token?.kind === 'word' || token?.kind === 'quoted-name'
    ? parseName(cursor, 'any')
    : parseExpression(cursor, Infinity);
}
