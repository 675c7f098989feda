import type { Statement } from '../../ast/index.js';
import { commandAt, readCommand } from '../administration/commands.js';
import type { Cursor } from '../cursor.js';
import { takeUntil } from '../source-text.js';
import { parseCreateIndex } from './create-index.js';
import { parseCreateTable } from './create-table.js';
import { parseCreateView } from './create-view.js';
import { parseRoutine } from './routines.js';
import { rulesOf } from './rules.js';
import { parseSchema } from './schemas.js';
import { parseCreateSequence } from './sequences.js';
import { parseTrigger } from './triggers.js';
import { parseCreateDomain, parseCreateType } from './types.js';

/** What was read between CREATE and the name. */
export interface CreateHead {
  /** Offset of CREATE. */
  readonly start: number;
  readonly orReplace: boolean;
  readonly persistence: 'TEMPORARY' | 'UNLOGGED' | undefined;
  /** MySQL's ALGORITHM, DEFINER, SQL SECURITY and AGGREGATE, as they are written; '' for none. */
  readonly attributes: string;
  /** Whether IF NOT EXISTS may stand before the name. */
  readonly mayExist: boolean;
}

type Reader = (cursor: Cursor, head: CreateHead) => Statement;

/** By the words behind the head. A reader starts behind them. */
const OBJECTS: readonly (readonly [readonly [string, string?], Reader])[] = [
  [['FOREIGN', 'TABLE'], (cursor, head) => parseCreateTable(cursor, head, { foreign: true })],
  [['VIRTUAL', 'TABLE'], (cursor, head) => parseCreateTable(cursor, head, { virtual: true })],
  [['TABLE'], (cursor, head) => parseCreateTable(cursor, head, {})],
  [['UNIQUE', 'INDEX'], (cursor, head) => parseCreateIndex(cursor, head, 'unique')],
  [['FULLTEXT', 'INDEX'], (cursor, head) => parseCreateIndex(cursor, head, 'fulltext')],
  [['SPATIAL', 'INDEX'], (cursor, head) => parseCreateIndex(cursor, head, 'spatial')],
  [['INDEX'], (cursor, head) => parseCreateIndex(cursor, head, 'index')],
  [['MATERIALIZED', 'VIEW'], (cursor, head) => parseCreateView(cursor, head, { materialized: true })],
  [['RECURSIVE', 'VIEW'], (cursor, head) => parseCreateView(cursor, head, { recursive: true })],
  [['VIEW'], (cursor, head) => parseCreateView(cursor, head, {})],
  [['SEQUENCE'], parseCreateSequence],
  [['TYPE'], parseCreateType],
  [['DOMAIN'], parseCreateDomain],
  [['CONSTRAINT', 'TRIGGER'], (cursor, head) => parseTrigger(cursor, head, { constraint: true })],
  [['TRIGGER'], (cursor, head) => parseTrigger(cursor, head, {})],
  [['FUNCTION'], (cursor, head) => parseRoutine(cursor, head, 'FUNCTION')],
  [['PROCEDURE'], (cursor, head) => parseRoutine(cursor, head, 'PROCEDURE')],
  [['AGGREGATE'], (cursor, head) => parseRoutine(cursor, head, 'AGGREGATE')],
  [['EVENT'], (cursor, head) => parseRoutine(cursor, head, 'EVENT')],
  [['SCHEMA'], (cursor, head) => parseSchema(cursor, head, 'SCHEMA')],
  [['DATABASE'], (cursor, head) => parseSchema(cursor, head, 'DATABASE')],
];

/** CREATE [OR REPLACE] [attributes] [TEMPORARY | UNLOGGED] object … */
export function parseCreate(cursor: Cursor): Statement {
  const command = commandAt(cursor);
  if (command !== undefined) return readCommand(cursor, command);
  const { start } = cursor;
  cursor.expect('CREATE');
  const { creatable } = rulesOf(cursor);
  const modifiers = new Map<string, number>();
  const head = readHead(cursor, modifiers);
  const found = OBJECTS.find(([words]) => creatable.has(words.join(' ')) && cursor.take(...words));
  if (found === undefined) return cursor.unexpected('what to create, such as TABLE, INDEX or VIEW');
  const around = creatable.get(found[0].join(' '));
  for (const [modifier, index] of modifiers) {
    if (around?.has(modifier) === true) continue;
    cursor.index = index;
    cursor.unexpected('what to create');
  }
  return found[1](cursor, { start, ...head, mayExist: around?.has('EXISTS') === true });
}

/** What stands between CREATE and the kind of object; each modifier is noted with the index of its token. */
function readHead(
  cursor: Cursor,
  modifiers: Map<string, number>,
): Pick<CreateHead, 'orReplace' | 'persistence' | 'attributes'> {
  const note = (modifier: string, index: number): void => void modifiers.set(modifier, index);
  const first = cursor.index;
  const orReplace = cursor.take('OR', 'REPLACE');
  if (orReplace) note('REPLACE', first);
  const second = cursor.index;
  const attributes = atAttributes(cursor) ? takeUntil(cursor, BEHIND_ATTRIBUTES) : '';
  if (attributes !== '') note('ATTRIBUTES', second);
  const third = cursor.index;
  const persistence = parsePersistence(cursor);
  if (persistence !== undefined) note(persistence, third);
  return { orReplace, attributes, persistence };
}

const ATTRIBUTES: ReadonlySet<string> = new Set(['ALGORITHM', 'DEFINER', 'SQL']);
const BEHIND_ATTRIBUTES: ReadonlySet<string> = new Set(['VIEW', 'TRIGGER', 'FUNCTION', 'PROCEDURE', 'EVENT', ';']);

function atAttributes(cursor: Cursor): boolean {
  if (!cursor.dialect.features.duplicateKeys) return false;
  return cursor.atAny(ATTRIBUTES) || cursor.at('AGGREGATE', 'FUNCTION');
}

/** [GLOBAL | LOCAL] (TEMPORARY | TEMP) | UNLOGGED */
function parsePersistence(cursor: Cursor): CreateHead['persistence'] {
  if (cursor.dialect.features.inheritance && !cursor.take('GLOBAL')) cursor.take('LOCAL');
  if (cursor.take('TEMPORARY')) return 'TEMPORARY';
  if (!cursor.dialect.features.duplicateKeys && cursor.take('TEMP')) return 'TEMPORARY';
  return cursor.take('UNLOGGED') ? 'UNLOGGED' : undefined;
}

/** [IF NOT EXISTS] */
export function takeIfNotExists(cursor: Cursor, { mayExist }: CreateHead): boolean {
  return mayExist && cursor.take('IF', 'NOT', 'EXISTS');
}
