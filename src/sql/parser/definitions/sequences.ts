import type { AlterSequence, CreateSequence, SequenceOption } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { parseExpression } from '../expressions/index.js';
import { parseQualifiedName } from '../names.js';
import { takeIfNotExists, type CreateHead } from './create.js';
import { parseTableOptions } from './table-options.js';

/** What follows an option's words. */
type Follows = 'value' | 'maybe-value' | 'type' | 'name' | 'nothing';

type OptionRow = readonly [words: readonly [string, string?, string?], name: string, follows: Follows];

/** Options by their words, the longest first, with the name that they have in the tree. */
const OPTIONS: readonly OptionRow[] = [
  [['AS'], 'AS', 'type'],
  [['INCREMENT', 'BY'], 'INCREMENT BY', 'value'],
  [['INCREMENT'], 'INCREMENT BY', 'value'],
  [['MINVALUE'], 'MINVALUE', 'value'],
  [['MAXVALUE'], 'MAXVALUE', 'value'],
  [['NO', 'MINVALUE'], 'NO MINVALUE', 'nothing'],
  [['NO', 'MAXVALUE'], 'NO MAXVALUE', 'nothing'],
  [['START', 'WITH'], 'START WITH', 'value'],
  [['START'], 'START WITH', 'value'],
  [['RESTART', 'WITH'], 'RESTART WITH', 'value'],
  [['RESTART'], 'RESTART WITH', 'maybe-value'],
  [['CACHE'], 'CACHE', 'value'],
  [['CYCLE'], 'CYCLE', 'nothing'],
  [['NO', 'CYCLE'], 'NO CYCLE', 'nothing'],
];

const POSTGRESQL_OPTIONS: readonly OptionRow[] = [
  ...OPTIONS,
  [['SEQUENCE', 'NAME'], 'SEQUENCE NAME', 'name'],
  [['OWNED', 'BY'], 'OWNED BY', 'name'],
  [['OWNER', 'TO'], 'OWNER TO', 'name'],
  [['RENAME', 'TO'], 'RENAME TO', 'name'],
  [['SET', 'SCHEMA'], 'SET SCHEMA', 'name'],
  [['SET', 'LOGGED'], 'SET LOGGED', 'nothing'],
  [['SET', 'UNLOGGED'], 'SET UNLOGGED', 'nothing'],
  [['LOGGED'], 'LOGGED', 'nothing'],
  [['UNLOGGED'], 'UNLOGGED', 'nothing'],
];

const MARIADB_OPTIONS: readonly OptionRow[] = [
  ...OPTIONS,
  [['NOMINVALUE'], 'NO MINVALUE', 'nothing'],
  [['NOMAXVALUE'], 'NO MAXVALUE', 'nothing'],
  [['NO', 'CACHE'], 'NO CACHE', 'nothing'],
  [['NOCACHE'], 'NO CACHE', 'nothing'],
  [['NOCYCLE'], 'NO CYCLE', 'nothing'],
];

/** option*, at most as many as asked for */
export function parseSequenceOptions(cursor: Cursor, most = Infinity): SequenceOption[] {
  const { sequenceValues } = cursor.dialect.features;
  const rows = sequenceValues ? MARIADB_OPTIONS : POSTGRESQL_OPTIONS;
  const options: SequenceOption[] = [];
  while (options.length < most) {
    const { start } = cursor;
    const found = rows.find(([words]) => cursor.take(...words));
    if (found === undefined) break;
    if (sequenceValues) cursor.take('=');
    const content = parseContent(cursor, found[2]);
    options.push({ kind: 'sequence-option', name: nameOf(found[1], content), ...content, span: cursor.since(start) });
  }
  return options;
}

type Content = Pick<SequenceOption, 'value' | 'type' | 'target'>;

/** RESTART alone starts where the sequence once did. */
function nameOf(name: string, content: Content): string {
  return name === 'RESTART WITH' && content.value === undefined ? 'RESTART' : name;
}

function parseContent(cursor: Cursor, follows: Follows): Content {
  switch (follows) {
    case 'nothing':
      return {};
    case 'type':
      return { type: parseDataType(cursor) };
    case 'name':
      return { target: parseQualifiedName(cursor, 'any') };
    case 'maybe-value':
      return cursor.token()?.kind === 'number' || cursor.at('-') ? { value: parseExpression(cursor, Infinity) } : {};
    case 'value':
      return { value: parseExpression(cursor, Infinity) };
  }
}

/** [IF NOT EXISTS] name options */
export function parseCreateSequence(cursor: Cursor, head: CreateHead): CreateSequence {
  const ifNotExists = takeIfNotExists(cursor, head);
  const name = parseQualifiedName(cursor);
  const options = [...parseSequenceOptions(cursor), ...parseEngine(cursor)];
  return {
    kind: 'create-sequence',
    ...(head.orReplace && { orReplace: true }),
    ...(head.persistence !== undefined && { persistence: head.persistence }),
    ...(ifNotExists && { ifNotExists }),
    name,
    options,
    span: cursor.since(head.start),
  };
}

/** MariaDB's sequences are tables, and may have their options. */
function parseEngine(cursor: Cursor): SequenceOption[] {
  if (!cursor.dialect.features.sequenceValues) return [];
  return parseTableOptions(cursor).map(({ name, value, span }) => ({
    kind: 'sequence-option',
    name: `${name} =`,
    ...(value !== undefined && { value: value.kind === 'name' ? { kind: 'column', parts: [value], span } : value }),
    span,
  }));
}

/** [IF EXISTS] name options */
export function parseAlterSequence(cursor: Cursor, start: number): AlterSequence {
  const ifExists = cursor.take('IF', 'EXISTS');
  const name = parseQualifiedName(cursor);
  const options = parseSequenceOptions(cursor);
  if (options.length === 0) cursor.unexpected('what to change, such as RESTART');
  return { kind: 'alter-sequence', ...(ifExists && { ifExists }), name, options, span: cursor.since(start) };
}
