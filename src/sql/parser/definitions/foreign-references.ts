import type { ForeignReference, Name, ReferentialAction } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { atName } from '../names.js';
import { parseNameList, parseOwnName, parseOwnPath } from './names.js';

type Rules = { -readonly [K in 'match' | 'onDelete' | 'onUpdate']?: ForeignReference[K] };

/** table ['(' columns ')'] (MATCH kind | ON DELETE action | ON UPDATE action)* , behind REFERENCES */
export function parseForeignReference(cursor: Cursor): ForeignReference {
  const { start } = cursor;
  const table = parseOwnPath(cursor);
  const columns = cursor.at('(') ? parseKeyColumns(cursor) : { columns: [] };
  const rules: Rules = {};
  while (readRule(cursor, rules));
  // whichever order they were written in, the tree has one
  const { match, onDelete, onUpdate } = rules;
  return {
    kind: 'foreign-reference',
    table,
    ...columns,
    ...(match !== undefined && { match }),
    ...(onDelete !== undefined && { onDelete }),
    ...(onUpdate !== undefined && { onUpdate }),
    span: cursor.since(start),
  };
}

/** '(' name (',' name)* [',' PERIOD name] ')' */
export function parseKeyColumns(cursor: Cursor): { columns: Name[]; period?: true } {
  cursor.expect('(');
  const columns: Name[] = [];
  let period: boolean;
  do {
    period = cursor.dialect.features.inheritance && atName(cursor, 'column', 1) && cursor.take('PERIOD');
    columns.push(parseOwnName(cursor));
  } while (!period && cursor.take(','));
  cursor.expect(')');
  return period ? { columns, period } : { columns };
}

function readRule(cursor: Cursor, rules: Rules): boolean {
  if (cursor.take('MATCH')) {
    rules.match = cursor.takeOneOf('FULL', 'PARTIAL', 'SIMPLE') ?? cursor.unexpected('FULL, PARTIAL or SIMPLE');
  } else if (cursor.take('ON', 'DELETE')) rules.onDelete = parseAction(cursor);
  else if (cursor.take('ON', 'UPDATE')) rules.onUpdate = parseAction(cursor);
  else return false;
  return true;
}

const ACTIONS: readonly (readonly [ReferentialAction['action'], readonly [string, string?]])[] = [
  ['CASCADE', ['CASCADE']],
  ['RESTRICT', ['RESTRICT']],
  ['NO ACTION', ['NO', 'ACTION']],
  ['SET NULL', ['SET', 'NULL']],
  ['SET DEFAULT', ['SET', 'DEFAULT']],
];

/** CASCADE | RESTRICT | NO ACTION | SET (NULL | DEFAULT) ['(' columns ')'] */
function parseAction(cursor: Cursor): ReferentialAction {
  const { start } = cursor;
  const found = ACTIONS.find(([, words]) => cursor.take(...words));
  if (found === undefined) return cursor.unexpected('CASCADE, RESTRICT, NO ACTION, SET NULL or SET DEFAULT');
  const [action] = found;
  const partial = cursor.dialect.features.inheritance && action.startsWith('SET') && cursor.at('(');
  const columns = partial ? parseNameList(cursor) : [];
  return { kind: 'referential-action', action, columns, span: cursor.since(start) };
}
