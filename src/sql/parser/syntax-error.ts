import { DragomanError } from '../../errors/index.js';
import { positionAt } from '../lexer/position.js';
import type { Token } from '../lexer/token.js';
import type { Cursor } from './cursor.js';
import { hintFor } from './known-mistakes.js';

const MOST_EXPECTED = 8;
const LONGEST_SHOWN = 40;

/** The errors of the grammar. */
export const syntaxError = {
  /** What stands next, where the grammar has no place for it. */
  unexpected(cursor: Cursor, wanted?: string): DragomanError {
    const token = cursor.token();
    const offset = token?.start ?? cursor.end;
    const expected = expectation(cursor, wanted);
    const found = token === undefined ? 'The statement ends too soon' : `${shown(token)} can’t stand here`;
    return new DragomanError('SQL_SYNTAX', `${found}${expected === '' ? '.' : `; ${expected}.`}`, {
      position: positionAt(cursor.sql, offset),
      hint: hintFor(cursor, wanted),
    });
  },

  tooDeep(cursor: Cursor, max: number): DragomanError {
    return new DragomanError('REQUEST_TOO_LARGE', `The statement nests more than ${max} levels deep.`, {
      position: positionAt(cursor.sql, cursor.start),
      limit: { name: 'sql nesting', max },
      hint: 'Join with AND or OR, use IN lists or VALUES, or split the statement.',
    });
  },
};

function shown(token: Token): string {
  const text = token.text.length > LONGEST_SHOWN ? `${token.text.slice(0, LONGEST_SHOWN)}…` : token.text;
  return `\`${text}\``;
}

function expectation(cursor: Cursor, wanted: string | undefined): string {
  const keys = [...(cursor.expected ?? [])].map((key) => `\`${key}\``);
  const all = [...new Set(wanted === undefined ? keys : [wanted, ...keys])];
  const [first, ...others] = all.slice(0, MOST_EXPECTED);
  if (first === undefined) return '';
  if (others.length === 0) return `expected ${first}`;
  const more = all.length > MOST_EXPECTED ? ', …' : '';
  return `expected one of ${[first, ...others].join(', ')}${more}`;
}
