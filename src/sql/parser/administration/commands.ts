import type { Change, Command, QualifiedName, Query } from '../../ast/index.js';
import { administrationRules } from '../../dialects/administration-rules.js';
import type { CommandEffect, CommandRow } from '../../dialects/command-rows.js';
import type { DialectName } from '../../dialects/dialect.js';
import { parseStatementBody } from '../changes/index.js';
import type { Cursor } from '../cursor.js';
import { parseQualifiedName } from '../names.js';
import { textBetween } from '../source-text.js';
import { parametersFrom, takeStatementText } from './statement-text.js';

/** What a command does, by the words that the table knows it by. When in doubt it changes. */
export function commandEffect(dialect: DialectName, verb: string): CommandEffect {
  return administrationRules[dialect].byVerb.get(verb)?.effect ?? 'change';
}

/** The command that starts here, by its longest head; CREATE OR REPLACE starts as CREATE does. */
export function commandAt(cursor: Cursor): CommandRow | undefined {
  const rows = administrationRules[cursor.dialect.name].commands.get(cursor.key());
  const replaces = cursor.key() === 'CREATE' && cursor.key(1) === 'OR' && cursor.key(2) === 'REPLACE';
  const skipped = replaces ? 2 : 0;
  const keyOf = (index: number): string => cursor.key(index === 0 ? 0 : index + skipped);
  return rows?.find(({ words }) => words.every((word, index) => keyOf(index) === word))?.value;
}

/** A statement of which only the head is told apart. */
export function parseCommand(cursor: Cursor): Command {
  const row = commandAt(cursor);
  return row === undefined ? cursor.unexpected('a statement') : readCommand(cursor, row);
}

/** The rest of the statement, whatever it is, as a command of this row. */
export function readCommand(cursor: Cursor, row: CommandRow): Command {
  const { start, index: from } = cursor;
  const tables = row.table === undefined ? [] : tablesBehind(cursor, row.table);
  const statement = row.statement === undefined ? undefined : statementBehind(cursor, row.statement);
  takeStatementText(cursor);
  return {
    kind: 'command',
    verb: row.verb,
    text: textBetween(cursor, from, cursor.index),
    ...(tables.length > 0 && { tables }),
    ...(statement !== undefined && { statement: statement.node }),
    ...parametersFrom(cursor, from, statement),
    span: cursor.since(start),
  };
}

/** Index behind a word, outside of parentheses. */
function behindWord({ keys, index }: Cursor, word: string): number | undefined {
  let depth = 0;
  for (let at = index + 1; at < keys.length && keys[at] !== ';'; at += 1) {
    if (keys[at] === '(') depth += 1;
    if (keys[at] === ')') depth -= 1;
    if (depth === 0 && keys[at] === word) return at + 1;
  }
  return undefined;
}

/** The table whose name stands behind a word, maybe behind CONCURRENTLY. The reader stays where it is. */
function tablesBehind(cursor: Cursor, word: string): QualifiedName[] {
  const { index } = cursor;
  const behind = behindWord(cursor, word);
  if (behind === undefined) return [];
  cursor.index = behind;
  cursor.take('CONCURRENTLY');
  const table = parseQualifiedName(cursor);
  cursor.index = index;
  return [table];
}

/** The statement behind a word, which is read to its end. */
function statementBehind(
  cursor: Cursor,
  word: string,
): { readonly node: Query | Change; readonly from: number; readonly to: number } | undefined {
  const from = behindWord(cursor, word);
  if (from === undefined) return cursor.unexpected(`\`${word}\``);
  cursor.index = from;
  const node = parseStatementBody(cursor);
  return { node, from, to: cursor.index };
}
