import type { AlterTable, Statement } from '../../ast/index.js';
import { commandAt, readCommand } from '../administration/commands.js';
import type { Cursor } from '../cursor.js';
import { takeUntil } from '../source-text.js';
import { parseAlterTable } from './alter-table.js';
import { parseCreateView } from './create-view.js';
import { rulesOf } from './rules.js';
import { parseAlterSequence } from './sequences.js';
import { parseAlterType } from './types.js';

type Reader = (cursor: Cursor, start: number) => Statement;

const altersAs =
  (object: AlterTable['object']): Reader =>
  (cursor, start) =>
    parseAlterTable(cursor, start, { object });

/** What is altered, by its words; a dialect has those of which it has nodes for CREATE as well. */
const OBJECTS: readonly (readonly [words: readonly [string, string?], read: Reader])[] = [
  [['FOREIGN', 'TABLE'], altersAs('FOREIGN TABLE')],
  [['MATERIALIZED', 'VIEW'], altersAs('MATERIALIZED VIEW')],
  [['TABLE'], altersAs('TABLE')],
  [['SEQUENCE'], parseAlterSequence],
  [['TYPE'], (cursor, start) => parseAlterType(cursor, start, 'TYPE')],
  [['DOMAIN'], (cursor, start) => parseAlterType(cursor, start, 'DOMAIN')],
];

/** ALTER object … */
export function parseAlter(cursor: Cursor): Statement {
  const command = commandAt(cursor);
  if (command !== undefined) return readCommand(cursor, command);
  const { start, index } = cursor;
  cursor.expect('ALTER');
  const { creatable } = rulesOf(cursor);
  const found = OBJECTS.find(([words]) => creatable.has(words.join(' ')) && cursor.take(...words));
  if (found !== undefined) return found[1](cursor, start);
  const { duplicateKeys, inheritance } = cursor.dialect.features;
  if (inheritance && cursor.take('INDEX')) return parseAlterTable(cursor, start, { object: 'INDEX' });
  if (inheritance && cursor.take('VIEW')) return parseAlterTable(cursor, start, { object: 'VIEW' });
  return duplicateKeys ? parseWithAttributes(cursor, start, index) : cursor.unexpected('what to alter, such as TABLE');
}

const ATTRIBUTES: ReadonlySet<string> = new Set(['ALGORITHM', 'DEFINER', 'SQL']);
const BEHIND_ATTRIBUTES: ReadonlySet<string> = new Set(['VIEW', 'EVENT', ';']);

/** [ONLINE] [IGNORE] TABLE … | [attributes] VIEW … AS query | DEFINER = user EVENT … */
function parseWithAttributes(cursor: Cursor, start: number, index: number): Statement {
  const words = (['ONLINE', 'IGNORE'] as const).filter((word) => cursor.take(word));
  if (words.length > 0) {
    cursor.expect('TABLE');
    return parseAlterTable(cursor, start, { object: 'TABLE', attributes: words.join(' ') });
  }
  const attributes = cursor.atAny(ATTRIBUTES) ? takeUntil(cursor, BEHIND_ATTRIBUTES) : '';
  if (cursor.take('VIEW')) {
    const head = { start, orReplace: false, persistence: undefined, attributes, mayExist: false };
    return parseCreateView(cursor, head, { alter: true });
  }
  if (attributes === '' || !cursor.at('EVENT')) return cursor.unexpected('what to alter, such as TABLE');
  cursor.index = index;
  return readCommand(cursor, { verb: 'ALTER EVENT', effect: 'change' });
}
