import type { AlterAction, AlterColumn, SequenceOption } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { parseExpression } from '../expressions/index.js';
import { parseWord } from '../names.js';
import { textBetween } from '../source-text.js';
import { parseCondition, parseListedOptions } from './column-constraints.js';
import { parseCollationPath, parseOwnName } from './names.js';
import { rulesOf } from './rules.js';
import { parseSequenceOptions } from './sequences.js';
import { parseStorageOptions } from './storage-options.js';

type Change = Pick<AlterColumn, 'change'> & Partial<AlterColumn>;
type Row = readonly [
  change: AlterColumn['change'],
  words: readonly [string, string?, string?],
  read: (cursor: Cursor) => Partial<AlterColumn>,
];

const nothing = (): Partial<AlterColumn> => ({});

/** Changes by their words, the longest first; a reader starts behind them. */
const CHANGES: readonly Row[] = [
  ['set-default', ['SET', 'DEFAULT'], (cursor) => ({ value: parseExpression(cursor) })],
  ['drop-default', ['DROP', 'DEFAULT'], nothing],
  ['set-not-null', ['SET', 'NOT', 'NULL'], nothing],
  ['drop-not-null', ['DROP', 'NOT', 'NULL'], nothing],
  ['set-type', ['SET', 'DATA', 'TYPE'], parseType],
  ['set-type', ['TYPE'], parseType],
  ['add-identity', ['ADD', 'GENERATED'], parseAddIdentity],
  [
    'set-identity',
    ['SET', 'GENERATED'],
    (cursor) => ({ always: parseAlways(cursor), identity: parseSettings(cursor) }),
  ],
  ['drop-identity', ['DROP', 'IDENTITY'], ifExists],
  ['set-statistics', ['SET', 'STATISTICS'], (cursor) => ({ value: parseExpression(cursor) })],
  ['set-storage', ['SET', 'STORAGE'], (cursor) => ({ word: parseWord(cursor) })],
  ['set-compression', ['SET', 'COMPRESSION'], (cursor) => ({ word: cursor.next().text })],
  ['set-expression', ['SET', 'EXPRESSION', 'AS'], (cursor) => ({ value: parseCondition(cursor) })],
  ['drop-expression', ['DROP', 'EXPRESSION'], ifExists],
  ['set-visibility', ['SET', 'VISIBLE'], () => ({ word: 'VISIBLE' })],
  ['set-visibility', ['SET', 'INVISIBLE'], () => ({ word: 'INVISIBLE' })],
  ['reset-options', ['RESET'], (cursor) => ({ options: parseStorageOptions(cursor) })],
];

/** ALTER [COLUMN] name change */
export function parseAlterColumn(cursor: Cursor): AlterAction {
  const { start, index } = cursor;
  cursor.expect('ALTER');
  cursor.take('COLUMN');
  if (cursor.dialect.features.inheritance && cursor.token()?.kind === 'number') return parseNumbered(cursor, index);
  const column = parseOwnName(cursor);
  const change = parseChange(cursor);
  return { kind: 'alter-column', column, ...change, span: cursor.since(start) };
}

/** An index's column goes by its number: ALTER [COLUMN] number SET STATISTICS value */
function parseNumbered(cursor: Cursor, from: number): AlterAction {
  cursor.next();
  cursor.expect('SET', 'STATISTICS');
  parseExpression(cursor);
  const span = cursor.since(cursor.tokens[from]?.start ?? 0);
  return { kind: 'alter-other', text: textBetween(cursor, from, cursor.index), tables: [], span };
}

function parseChange(cursor: Cursor): Change {
  const { columnChanges } = rulesOf(cursor);
  const found = CHANGES.find(([change, words]) => columnChanges.has(change) && cursor.take(...words));
  if (found !== undefined) return { change: found[0], ...found[2](cursor) };
  if (columnChanges.has('set-options') && cursor.take('SET', '(')) {
    cursor.index -= 1;
    return { change: 'set-options', options: parseStorageOptions(cursor) };
  }
  const settings = columnChanges.has('set-identity') ? parseSettings(cursor) : [];
  if (settings.length === 0) return cursor.unexpected('a change of the column, such as SET DEFAULT');
  const [first] = settings;
  const restarts = settings.length === 1 && first?.name.startsWith('RESTART') === true;
  return { change: restarts ? 'restart-identity' : 'set-identity', identity: settings };
}

/** [IF EXISTS] */
function ifExists(cursor: Cursor): { ifExists?: true } {
  return cursor.take('IF', 'EXISTS') ? { ifExists: true } : {};
}

/** type [COLLATE name] [USING expression] */
function parseType(cursor: Cursor): Partial<AlterColumn> {
  const type = parseDataType(cursor);
  const collation = cursor.take('COLLATE') ? parseCollationPath(cursor) : undefined;
  const using = cursor.take('USING') ? parseExpression(cursor) : undefined;
  return { type, ...(collation !== undefined && { collation }), ...(using !== undefined && { using }) };
}

/** (ALWAYS | BY DEFAULT) */
function parseAlways(cursor: Cursor): boolean {
  if (cursor.take('ALWAYS')) return true;
  cursor.expect('BY', 'DEFAULT');
  return false;
}

/** … AS IDENTITY ['(' options ')'] */
function parseAddIdentity(cursor: Cursor): Partial<AlterColumn> {
  const always = parseAlways(cursor);
  cursor.expect('AS', 'IDENTITY');
  return { always, identity: parseListedOptions(cursor) };
}

/** (SET option | SET GENERATED … | RESTART …)* */
function parseSettings(cursor: Cursor): readonly SequenceOption[] {
  const options: SequenceOption[] = [];
  for (;;) {
    const sets = cursor.take('SET');
    if (!sets && !cursor.at('RESTART')) return options;
    const read = parseSequenceOptions(cursor, 1);
    if (read.length === 0) cursor.unexpected('an option of the sequence, such as INCREMENT BY');
    options.push(...read);
  }
}
