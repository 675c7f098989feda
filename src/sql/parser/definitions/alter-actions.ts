import type { AddColumn, AlterAction, DropConstraint } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parenthesized } from '../lists.js';
import { parseName } from '../names.js';
import { parseBehavior } from './alter-table.js';
import { parseColumnDefinition } from './column-definitions.js';
import { parseOwnName } from './names.js';
import { rulesOf } from './rules.js';
import { atTableConstraint, parseTableConstraint } from './table-constraints.js';

/** ADD [COLUMN] [IF NOT EXISTS] (column | '(' columns ')') | ADD [CONSTRAINT [IF NOT EXISTS] name] constraint */
export function parseAdd(cursor: Cursor): AlterAction {
  const { start } = cursor;
  cursor.expect('ADD');
  const isColumn = cursor.take('COLUMN');
  if (!isColumn && atTableConstraint(cursor)) {
    const from = cursor.index;
    const constraint = parseTableConstraint(cursor);
    const mayExist = saysIfNotExists(cursor, from);
    return { kind: 'add-constraint', ...(mayExist && { ifNotExists: true }), constraint, span: cursor.since(start) };
  }
  const ifNotExists = !rulesOf(cursor).stringNames && cursor.take('IF', 'NOT', 'EXISTS');
  const listed = cursor.dialect.features.duplicateKeys && cursor.at('(');
  const columns = listed ? parenthesized(cursor, parseColumnDefinition) : [parseColumnDefinition(cursor)];
  const node: AddColumn = {
    kind: 'add-column',
    ...(ifNotExists && { ifNotExists }),
    columns,
    span: cursor.since(start),
  };
  return listed ? { ...node, listed } : node;
}

/** Whether MariaDB's IF NOT EXISTS stands among the words of the constraint that was read. */
function saysIfNotExists({ keys, index, dialect }: Cursor, from: number): boolean {
  const at = dialect.features.duplicateKeys ? keys.indexOf('IF', from) : -1;
  return (
    at >= 0 && at < index && keys[at + 1] === 'NOT' && keys[at + 2] === 'EXISTS' && !keys.slice(from, at).includes('(')
  );
}

/** What DROP drops beside columns; the last five are MySQL's. */
const DROPPED: readonly (readonly [string, string?])[] = [
  ['CONSTRAINT'],
  ['PRIMARY', 'KEY'],
  ['FOREIGN', 'KEY'],
  ['INDEX'],
  ['KEY'],
  ['CHECK'],
];

/** DROP [COLUMN] [IF EXISTS] name [CASCADE | RESTRICT] | DROP (CONSTRAINT | PRIMARY KEY | …) [IF EXISTS] [name] … */
export function parseDrop(cursor: Cursor): AlterAction {
  const { start } = cursor;
  cursor.expect('DROP');
  const dropped = cursor.dialect.features.duplicateKeys ? DROPPED : DROPPED.slice(0, 1);
  const object = dropped.find((words) => cursor.take(...words));
  if (object !== undefined) return parseDropConstraint(cursor, start, object.join(' '));
  cursor.take('COLUMN');
  const ifExists = takeIfExists(cursor);
  const column = parseOwnName(cursor);
  const behavior = parseBehavior(cursor);
  return {
    kind: 'drop-column',
    ...(ifExists && { ifExists }),
    column,
    ...(behavior !== undefined && { behavior }),
    span: cursor.since(start),
  };
}

const takeIfExists = (cursor: Cursor): boolean => !rulesOf(cursor).stringNames && cursor.take('IF', 'EXISTS');

function parseDropConstraint(cursor: Cursor, start: number, object: string): DropConstraint {
  const ifExists = takeIfExists(cursor);
  const name = object === 'PRIMARY KEY' ? undefined : parseOwnName(cursor);
  const behavior = parseBehavior(cursor);
  return {
    kind: 'drop-constraint',
    object,
    ...(ifExists && { ifExists }),
    ...(name !== undefined && { name }),
    ...(behavior !== undefined && { behavior }),
    span: cursor.since(start),
  };
}

/** CHANGE [COLUMN] [IF EXISTS] old definition | MODIFY [COLUMN] [IF EXISTS] definition */
export function parseChange(cursor: Cursor): AlterAction {
  const { start } = cursor;
  if (!cursor.dialect.features.duplicateKeys) return cursor.unexpected('what to change, such as ALTER COLUMN');
  const renames = cursor.take('CHANGE');
  if (!renames) cursor.expect('MODIFY');
  cursor.take('COLUMN');
  const ifExists = cursor.take('IF', 'EXISTS');
  const oldName = renames ? parseName(cursor, 'column') : undefined;
  const definition = parseColumnDefinition(cursor);
  return {
    kind: 'change-column',
    ...(ifExists && { ifExists }),
    ...(oldName !== undefined && { oldName }),
    definition,
    span: cursor.since(start),
  };
}
