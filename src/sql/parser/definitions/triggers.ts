import type { CreateTrigger, TriggerEvent } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { commaList } from '../lists.js';
import { parseExpression } from '../expressions/index.js';
import { takeUntil, textBetween } from '../source-text.js';
import { takeBody } from './bodies.js';
import { parseCondition } from './column-constraints.js';
import { takeIfNotExists, type CreateHead } from './create.js';
import { parseOwnName, parseOwnPath } from './names.js';

const REASON = 'The body of a trigger is run by its engine and is not read.';

/** [IF NOT EXISTS] name [timing] events ON table [clauses] [FOR EACH level] [WHEN condition] body */
export function parseTrigger(cursor: Cursor, head: CreateHead, form: { readonly constraint?: true }): CreateTrigger {
  const ifNotExists = takeIfNotExists(cursor, head);
  const name = parseOwnPath(cursor);
  const timing = parseTiming(cursor);
  const events = parseEvents(cursor);
  cursor.expect('ON');
  const table = parseOwnPath(cursor);
  const rest = readerOf(cursor)(cursor);
  return {
    kind: 'create-trigger',
    ...(head.orReplace && { orReplace: true }),
    ...(head.persistence === 'TEMPORARY' && { temporary: true }),
    ...form,
    ...(ifNotExists && { ifNotExists }),
    ...(head.attributes !== '' && { attributes: head.attributes }),
    name,
    ...(timing !== undefined && { timing }),
    events,
    table,
    ...rest,
    span: cursor.since(head.start),
  };
}

/** [BEFORE | AFTER | INSTEAD OF] ; only SQLite's triggers need none */
function parseTiming(cursor: Cursor): CreateTrigger['timing'] {
  const { duplicateKeys, anyWordsAreType } = cursor.dialect.features;
  if (!duplicateKeys && cursor.take('INSTEAD', 'OF')) return 'INSTEAD OF';
  const timing = cursor.takeOneOf('BEFORE', 'AFTER');
  if (timing === undefined && !anyWordsAreType) cursor.unexpected('BEFORE or AFTER');
  return timing;
}

/** event (OR event)* ; but for PostgreSQL's there is one */
function parseEvents(cursor: Cursor): TriggerEvent[] {
  const events = [parseEvent(cursor)];
  while (cursor.dialect.features.inheritance && cursor.take('OR')) events.push(parseEvent(cursor));
  return events;
}

const EVENTS = ['INSERT', 'UPDATE', 'DELETE'] as const;

/** INSERT | UPDATE [OF columns] | DELETE | TRUNCATE */
function parseEvent(cursor: Cursor): TriggerEvent {
  const { start } = cursor;
  const { duplicateKeys, inheritance } = cursor.dialect.features;
  const event = inheritance && cursor.take('TRUNCATE') ? 'TRUNCATE' : cursor.takeOneOf(...EVENTS);
  if (event === undefined) return cursor.unexpected('INSERT, UPDATE or DELETE');
  const listed = event === 'UPDATE' && !duplicateKeys && cursor.take('OF');
  const columns = listed ? commaList(cursor, parseOwnName) : [];
  return { kind: 'trigger-event', event, columns, span: cursor.since(start) };
}

type Rest = Pick<CreateTrigger, 'level' | 'when' | 'clauses' | 'body'>;

function readerOf({ dialect: { features } }: Cursor): (cursor: Cursor) => Rest {
  if (features.duplicateKeys) return parseMysqlRest;
  return features.inheritance ? parsePostgresqlRest : parseSqliteRest;
}

const BEHIND_CLAUSES: ReadonlySet<string> = new Set(['FOR', 'WHEN', 'EXECUTE', ';']);

/** [FROM table] [deferral] [REFERENCING …] [FOR [EACH] level] [WHEN '(' condition ')'] EXECUTE (FUNCTION | PROCEDURE) call */
function parsePostgresqlRest(cursor: Cursor): Rest {
  const clauses = takeUntil(cursor, BEHIND_CLAUSES);
  const level = parseLevel(cursor);
  const when = cursor.take('WHEN') ? parseCondition(cursor) : undefined;
  if (!cursor.at('EXECUTE', 'FUNCTION') && !cursor.at('EXECUTE', 'PROCEDURE')) cursor.unexpected('EXECUTE FUNCTION');
  return {
    ...(level !== undefined && { level }),
    ...(when !== undefined && { when }),
    ...(clauses !== '' && { clauses }),
    body: takeBody(cursor, REASON),
  };
}

/** [FOR [EACH] (ROW | STATEMENT)] */
function parseLevel(cursor: Cursor): CreateTrigger['level'] {
  if (!cursor.take('FOR')) return undefined;
  cursor.take('EACH');
  return cursor.takeOneOf('ROW', 'STATEMENT') ?? cursor.unexpected('ROW or STATEMENT');
}

/** FOR EACH ROW [(FOLLOWS | PRECEDES) trigger] statement */
function parseMysqlRest(cursor: Cursor): Rest {
  cursor.expect('FOR', 'EACH', 'ROW');
  const from = cursor.index;
  if (cursor.take('FOLLOWS') || cursor.take('PRECEDES')) cursor.next();
  const clauses = textBetween(cursor, from, cursor.index);
  return { level: 'ROW', ...(clauses !== '' && { clauses }), body: takeBody(cursor, REASON) };
}

/** [FOR EACH ROW] [WHEN condition] BEGIN statements END */
function parseSqliteRest(cursor: Cursor): Rest {
  const each = cursor.take('FOR', 'EACH', 'ROW');
  const when = cursor.take('WHEN') ? parseExpression(cursor) : undefined;
  if (!cursor.at('BEGIN')) cursor.unexpected('BEGIN');
  const body = takeBody(cursor, REASON);
  return { ...(each && { level: 'ROW' }), ...(when !== undefined && { when }), body };
}
