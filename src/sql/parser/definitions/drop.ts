import type { Drop, QualifiedName, Statement } from '../../ast/index.js';
import { commandAt, readCommand } from '../administration/commands.js';
import { parseDeallocate } from '../administration/prepared.js';
import type { Cursor } from '../cursor.js';
import { commaList } from '../lists.js';
import { textBetween } from '../source-text.js';
import { parseBehavior } from './alter-table.js';
import { parseOwnPath } from './names.js';
import { takePhrase } from './phrases.js';
import { rulesOf } from './rules.js';

/** DROP [TEMPORARY] object [CONCURRENTLY] [IF EXISTS] names [ON table] [arguments] [CASCADE | RESTRICT] */
export function parseDrop(cursor: Cursor): Statement {
  const command = commandAt(cursor);
  if (command !== undefined) return readCommand(cursor, command);
  const { features } = cursor.dialect;
  if (features.duplicateKeys && cursor.at('DROP', 'PREPARE')) return parseDeallocate(cursor);
  const { start, index } = cursor;
  cursor.expect('DROP');
  const temporary = features.duplicateKeys && cursor.take('TEMPORARY');
  const found = takePhrase(cursor, rulesOf(cursor).droppable);
  if (found === undefined) return cursor.unexpected('what to drop, such as TABLE, INDEX or VIEW');
  const object = found.words.join(' ').replace(/\bTABLES\b/, 'TABLE');
  if (temporary && object !== 'TABLE' && object !== 'SEQUENCE') cursor.unexpected();
  const concurrently = features.inheritance && object === 'INDEX' && cursor.take('CONCURRENTLY');
  const ifExists = cursor.take('IF', 'EXISTS');
  const rest = found.value === 'routine' ? parseRoutines(cursor) : parseNamed(cursor, found.value);
  if (rest === undefined) {
    cursor.index = index;
    return readCommand(cursor, { verb: `DROP ${object}`, effect: 'change' });
  }
  const text = takeTail(cursor, object);
  const behavior = parseBehavior(cursor);
  return {
    kind: 'drop',
    object,
    ...(temporary && { temporary }),
    ...(concurrently && { concurrently }),
    ...(ifExists && { ifExists }),
    ...rest,
    ...(text !== '' && { text }),
    ...(behavior !== undefined && { behavior }),
    span: cursor.since(start),
  };
}

type Named = Pick<Drop, 'names' | 'on' | 'text'>;

/** name (',' name)* | name [ON table] */
function parseNamed(cursor: Cursor, form: 'names' | 'name' | 'on-table'): Named {
  if (form === 'names') return { names: commaList(cursor, parseOwnPath) };
  const names = [parseOwnPath(cursor)];
  if (form === 'name') return { names };
  cursor.expect('ON');
  return { names, on: parseOwnPath(cursor) };
}

/**
 * name ['(' arguments ')'] (',' …)* ; of several with arguments each has its own, which the tree has no place for: they
 * are a command.
 */
function parseRoutines(cursor: Cursor): Named | undefined {
  const texts: string[] = [];
  const names = commaList(cursor, (inner): QualifiedName => {
    const name = parseOwnPath(inner);
    texts.push(takeArguments(inner));
    return name;
  });
  const [text = ''] = texts;
  if (names.length > 1 && texts.some((each) => each !== '')) return undefined;
  return { names, ...(text !== '' && { text }) };
}

/** ['(' anything ')'] as it is written */
export function takeArguments(cursor: Cursor): string {
  const from = cursor.index;
  if (!cursor.at('(')) return '';
  let depth = 0;
  do {
    if (cursor.at('(')) depth += 1;
    if (cursor.at(')')) depth -= 1;
    cursor.next();
  } while (depth > 0);
  return textBetween(cursor, from, cursor.index);
}

/** Options behind the names: of MySQL's indexes, of MariaDB's waiting, of PostgreSQL's databases. */
function takeTail(cursor: Cursor, object: string): string {
  const from = cursor.index;
  const { duplicateKeys, inheritance } = cursor.dialect.features;
  if (inheritance && object === 'DATABASE' && (cursor.take('WITH', '(', 'FORCE') || cursor.take('(', 'FORCE'))) {
    cursor.expect(')');
  }
  if (!duplicateKeys) return textBetween(cursor, from, cursor.index);
  while (TAILS.some((word) => cursor.take(word))) {
    cursor.take('=');
    cursor.next();
  }
  cursor.take('NOWAIT');
  return textBetween(cursor, from, cursor.index);
}

const TAILS = ['ALGORITHM', 'LOCK', 'WAIT', 'ENGINE'] as const;
