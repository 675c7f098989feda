import type { AlterAction, AlterOther, AlterTable, QualifiedName } from '../../ast/index.js';
import type { AlterationRow } from '../../dialects/definition-rules.js';
import type { Phrase } from '../../dialects/phrases.js';
import { atStatementEnd } from '../administration/statement-text.js';
import type { Cursor } from '../cursor.js';
import { commaList } from '../lists.js';
import { atName, parseName, parseQualifiedName } from '../names.js';
import { textBetween } from '../source-text.js';
import { parseAdd, parseChange, parseDrop } from './alter-actions.js';
import { parseAlterColumn } from './alter-column.js';
import { parseOwnName, parseOwnPath } from './names.js';
import { phraseAt } from './phrases.js';
import { rulesOf } from './rules.js';
import { atOption, parseTableOption } from './table-options.js';
import { takeWait } from './truncate.js';

/** [IF EXISTS] [ONLY] name ['*'] [WAIT n | NOWAIT] action (',' action)* */
export function parseAlterTable(
  cursor: Cursor,
  start: number,
  { object, attributes }: Pick<AlterTable, 'object' | 'attributes'>,
): AlterTable {
  const { inheritance, anyWordsAreType } = cursor.dialect.features;
  const ifExists = !anyWordsAreType && cursor.take('IF', 'EXISTS');
  const only = inheritance && cursor.take('ONLY');
  const name = parseOwnPath(cursor);
  if (inheritance) cursor.take('*');
  const wait = takeWait(cursor);
  if (atStatementEnd(cursor)) cursor.unexpected('what to change, such as ADD COLUMN');
  const actions = anyWordsAreType ? [parseAction(cursor)] : commaList(cursor, parseAction);
  return {
    kind: 'alter-table',
    object,
    ...(attributes !== undefined && { attributes }),
    ...(ifExists && { ifExists }),
    ...(only && { only }),
    name,
    ...(wait !== undefined && { wait }),
    actions: renamedLast(actions),
    span: cursor.since(start),
  };
}

/** Wherever MySQL's statement gives the table another name, its other actions mean the table that has the old one. */
const renamedLast = (actions: readonly AlterAction[]): readonly AlterAction[] => [
  ...actions.filter(({ kind }) => kind !== 'rename-to'),
  ...actions.filter(({ kind }) => kind === 'rename-to'),
];

/** By the action's first word. */
const ACTIONS: Readonly<Record<string, (cursor: Cursor) => AlterAction>> = {
  ADD: parseAdd,
  DROP: parseDrop,
  ALTER: parseAlterColumn,
  CHANGE: parseChange,
  MODIFY: parseChange,
  RENAME: parseRename,
  SET: parseSetSchema,
};

/** An action that is known by its first words alone, one on columns and constraints, or an option of the table. */
function parseAction(cursor: Cursor): AlterAction {
  const alteration = phraseAt(cursor, rulesOf(cursor).alterations);
  if (alteration !== undefined) return parseOther(cursor, alteration);
  const { duplicateKeys } = cursor.dialect.features;
  const key = cursor.key();
  const read = Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
  if (read !== undefined) return read(cursor);
  return duplicateKeys && atOption(cursor)
    ? parseOptions(cursor)
    : cursor.unexpected('what to change, such as ADD COLUMN');
}

/** CASCADE | RESTRICT */
export function parseBehavior(cursor: Cursor): 'CASCADE' | 'RESTRICT' | undefined {
  return rulesOf(cursor).stringNames ? undefined : cursor.takeOneOf('CASCADE', 'RESTRICT');
}

const RENAMED = ['COLUMN', 'CONSTRAINT', 'INDEX', 'KEY'] as const;

/** RENAME [TO | AS | =] name | RENAME [COLUMN | CONSTRAINT | INDEX | KEY] old TO new */
function parseRename(cursor: Cursor): AlterAction {
  const { start } = cursor;
  const { duplicateKeys } = cursor.dialect.features;
  cursor.expect('RENAME');
  if (cursor.take('TO') || (duplicateKeys && (cursor.take('AS') || cursor.take('=')))) return renameTo(cursor, start);
  const object = cursor.key(1) === 'TO' ? undefined : cursor.takeOneOf(...RENAMED);
  if (object === undefined && duplicateKeys) return renameTo(cursor, start);
  const from = parseOwnName(cursor);
  cursor.expect('TO');
  const to = parseOwnName(cursor);
  return { kind: 'rename-column', object: object ?? 'COLUMN', from, to, span: cursor.since(start) };
}

function renameTo(cursor: Cursor, start: number): AlterAction {
  const name = parseOwnPath(cursor);
  return { kind: 'rename-to', name, span: cursor.since(start) };
}

/** SET SCHEMA name */
function parseSetSchema(cursor: Cursor): AlterAction {
  const { start } = cursor;
  cursor.expect('SET');
  if (!cursor.dialect.features.inheritance) cursor.unexpected('what to change');
  cursor.expect('SCHEMA');
  return { kind: 'set-schema', schema: parseName(cursor), span: cursor.since(start) };
}

/** An action that changes neither columns nor constraints: its text, up to the next comma or to the end. */
function parseOther(cursor: Cursor, { words, value }: Phrase<AlterationRow>): AlterOther {
  const { start, index } = cursor;
  const tables: QualifiedName[] = [];
  let depth = 0;
  // a parenthesis may be the last of the words
  cursor.index += words.at(-1) === '(' ? words.length - 1 : words.length;
  if (words.at(-1) === value.tableBehind) readTable(cursor, tables);
  while (!atStatementEnd(cursor) && (depth > 0 || value.toEnd === true || !cursor.at(','))) {
    if (cursor.at(')') && depth === 0) break;
    if (cursor.at('(')) depth += 1;
    if (cursor.at(')')) depth -= 1;
    const isBefore = depth === 0 && cursor.key() === value.tableBehind;
    cursor.index += 1;
    if (isBefore) readTable(cursor, tables);
  }
  return { kind: 'alter-other', text: textBetween(cursor, index, cursor.index), tables, span: cursor.since(start) };
}

function readTable(cursor: Cursor, tables: QualifiedName[]): void {
  if (tables.length === 0 && atName(cursor)) tables.push(parseQualifiedName(cursor));
}

/** Options of the table, with no commas between them. */
function parseOptions(cursor: Cursor): AlterOther {
  const { start, index } = cursor;
  while (parseTableOption(cursor) !== undefined);
  return { kind: 'alter-other', text: textBetween(cursor, index, cursor.index), tables: [], span: cursor.since(start) };
}
