import type { Name, Transaction } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseName, stringAsName } from '../names.js';
import { textBetween } from '../source-text.js';
import { atStatementEnd, takeStatementText } from './statement-text.js';

type Action = Transaction['action'];

/** Modes that a transaction may have, by the dialect's own words. Longer ones stand before shorter ones. */
const MODES: readonly (readonly [string, string?, string?, string?])[] = [
  ['ISOLATION', 'LEVEL', 'READ', 'UNCOMMITTED'],
  ['ISOLATION', 'LEVEL', 'READ', 'COMMITTED'],
  ['ISOLATION', 'LEVEL', 'REPEATABLE', 'READ'],
  ['ISOLATION', 'LEVEL', 'SERIALIZABLE'],
  ['WITH', 'CONSISTENT', 'SNAPSHOT'],
  ['READ', 'ONLY'],
  ['READ', 'WRITE'],
  ['NOT', 'DEFERRABLE'],
  ['DEFERRABLE'],
];

const ENDINGS: readonly (readonly [string, string?, string?])[] = [
  ['AND', 'NO', 'CHAIN'],
  ['AND', 'CHAIN'],
  ['NO', 'RELEASE'],
  ['RELEASE'],
];

/** The phrases that stand here, with commas between them where they may. */
function takePhrases(cursor: Cursor, phrases: readonly (readonly (string | undefined)[])[], commas: boolean): string[] {
  const found: string[] = [];
  for (;;) {
    const phrase = phrases.find((words) => words.every((word, index) => cursor.key(index) === word));
    if (phrase === undefined) return found;
    cursor.index += phrase.length;
    found.push(phrase.join(' '));
    if (commas && cursor.at(',') && !atStatementEnd(cursor)) {
      cursor.take(',');
      if (!phrases.some((words) => words.every((word, index) => cursor.key(index) === word))) {
        cursor.unexpected('a mode of the transaction');
      }
    }
  }
}

function transaction(
  cursor: Cursor,
  start: number,
  {
    action,
    modes = [],
    name,
    text,
  }: { action: Action; modes?: readonly string[]; name?: Name | undefined; text?: string | undefined },
): Transaction {
  return {
    kind: 'transaction',
    action,
    ...(name !== undefined && { name }),
    modes,
    ...(text !== undefined && { text }),
    span: cursor.since(start),
  };
}

/** WORK | TRANSACTION, where the dialect has them */
function takeNoise(cursor: Cursor): void {
  if (cursor.dialect.features.rowLocks) cursor.take('WORK');
  if (!cursor.dialect.features.duplicateKeys) cursor.take('TRANSACTION');
}

/** BEGIN [DEFERRED | IMMEDIATE | EXCLUSIVE] [WORK | TRANSACTION [name]] [modes] */
export function parseBegin(cursor: Cursor): Transaction {
  const { start } = cursor;
  cursor.expect('BEGIN');
  const file = cursor.dialect.features.anyWordsAreType;
  const locking = file ? cursor.takeOneOf('DEFERRED', 'IMMEDIATE', 'EXCLUSIVE', 'CONCURRENT') : undefined;
  takeNoise(cursor);
  skipName(cursor);
  const modes = cursor.dialect.features.inheritance ? takePhrases(cursor, MODES, true) : [];
  return transaction(cursor, start, { action: 'begin', modes: locking === undefined ? modes : [locking] });
}

/** SQLite's transactions may be named, which means nothing. */
function skipName(cursor: Cursor): void {
  if (!cursor.dialect.features.anyWordsAreType || cursor.key(-1) !== 'TRANSACTION') return;
  if (!atStatementEnd(cursor) && !cursor.at('TO')) parseSavepointName(cursor);
}

/** START TRANSACTION [mode (',' mode)*] */
export function parseStart(cursor: Cursor): Transaction {
  const { start } = cursor;
  cursor.expect('START', 'TRANSACTION');
  const modes = takePhrases(cursor, MODES, true);
  return transaction(cursor, start, { action: 'begin', modes, text: 'START TRANSACTION' });
}

/** (COMMIT | END) [WORK | TRANSACTION] [AND [NO] CHAIN] [[NO] RELEASE] | COMMIT PREPARED 'id' */
export function parseCommit(cursor: Cursor): Transaction {
  const { start } = cursor;
  const word = cursor.next().text.toUpperCase();
  if (cursor.dialect.features.inheritance && cursor.at('PREPARED')) return other(cursor, start);
  takeNoise(cursor);
  skipName(cursor);
  const modes = takeEndings(cursor);
  return transaction(cursor, start, { action: 'commit', modes, text: word === 'COMMIT' ? undefined : word });
}

function takeEndings(cursor: Cursor): string[] {
  const { features } = cursor.dialect;
  if (!features.rowLocks) return [];
  return takePhrases(cursor, features.duplicateKeys ? ENDINGS : ENDINGS.slice(0, 2), false);
}

/** (ROLLBACK | ABORT) [WORK | TRANSACTION] [TO [SAVEPOINT] name | AND [NO] CHAIN …] | ROLLBACK PREPARED 'id' */
export function parseRollback(cursor: Cursor): Transaction {
  const { start } = cursor;
  const word = cursor.next().text.toUpperCase();
  if (cursor.dialect.features.inheritance && cursor.at('PREPARED')) return other(cursor, start);
  takeNoise(cursor);
  skipName(cursor);
  if (word === 'ROLLBACK' && cursor.take('TO')) {
    cursor.take('SAVEPOINT');
    return transaction(cursor, start, { action: 'rollback-to', name: parseSavepointName(cursor) });
  }
  const text = word === 'ROLLBACK' ? undefined : word;
  return transaction(cursor, start, { action: 'rollback', modes: takeEndings(cursor), text });
}

const parseSavepointName = (cursor: Cursor): Name =>
  (cursor.dialect.features.anyWordsAreType ? stringAsName(cursor) : undefined) ?? parseName(cursor);

/** SAVEPOINT name */
export function parseSavepoint(cursor: Cursor): Transaction {
  const { start } = cursor;
  cursor.expect('SAVEPOINT');
  return transaction(cursor, start, { action: 'savepoint', name: parseSavepointName(cursor) });
}

/** RELEASE [SAVEPOINT] name */
export function parseRelease(cursor: Cursor): Transaction {
  const { start } = cursor;
  cursor.expect('RELEASE');
  if (cursor.dialect.features.duplicateKeys) cursor.expect('SAVEPOINT');
  else cursor.take('SAVEPOINT');
  return transaction(cursor, start, { action: 'release', name: parseSavepointName(cursor) });
}

/** PREPARE TRANSACTION 'id' */
export function parsePrepareTransaction(cursor: Cursor): Transaction {
  const { start } = cursor;
  cursor.expect('PREPARE', 'TRANSACTION');
  const { text } = takeStatementText(cursor);
  if (text === undefined) return cursor.unexpected('the name of the transaction, as a string');
  return transaction(cursor, start, { action: 'prepare', text: `PREPARE TRANSACTION ${text}` });
}

/** XA (START | BEGIN | END | PREPARE | COMMIT | ROLLBACK | RECOVER) … */
export function parseXa(cursor: Cursor): Transaction {
  const { start } = cursor;
  cursor.expect('XA');
  const verbs = ['START', 'BEGIN', 'END', 'PREPARE', 'COMMIT', 'ROLLBACK', 'RECOVER'] as const;
  if (cursor.takeOneOf(...verbs) === undefined) cursor.unexpected('START, END, PREPARE, COMMIT, ROLLBACK or RECOVER');
  cursor.index -= 1;
  return other(cursor, start);
}

/** SET [GLOBAL | SESSION | LOCAL] TRANSACTION (modes | SNAPSHOT id) */
export function parseSetTransaction(cursor: Cursor): Transaction {
  const { start, index } = cursor;
  while (!cursor.take('TRANSACTION')) cursor.index += 1;
  const text = textBetween(cursor, index, cursor.index).toUpperCase();
  if (cursor.dialect.features.inheritance && cursor.at('SNAPSHOT')) {
    const { text: snapshot = '' } = takeStatementText(cursor);
    return transaction(cursor, start, { action: 'set', modes: [snapshot], text });
  }
  const modes = takePhrases(cursor, MODES, true);
  if (modes.length === 0) cursor.unexpected('ISOLATION LEVEL, READ ONLY or READ WRITE');
  return transaction(cursor, start, { action: 'set', modes, ...(text !== 'SET TRANSACTION' && { text }) });
}

/** Everything of a statement whose first word was taken, as text. */
function other(cursor: Cursor, start: number): Transaction {
  const from = cursor.index - 1;
  takeStatementText(cursor);
  return transaction(cursor, start, { action: 'other', text: textBetween(cursor, from, cursor.index) });
}
