import type { Violation } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';

const ACTIONS: Readonly<Record<string, Violation>> = {
  REPLACE: 'replace',
  IGNORE: 'ignore',
  ABORT: 'abort',
  FAIL: 'fail',
  ROLLBACK: 'rollback',
};

/** OR action, of SQLite */
export function takeViolation(cursor: Cursor): Violation | undefined {
  if (cursor.key() !== 'OR') return undefined;
  const action = ACTIONS[cursor.key(1)];
  if (action === undefined) return undefined;
  cursor.index += 2;
  return action;
}

/** LOW_PRIORITY, QUICK, IGNORE and their like, of MySQL: IGNORE is what happens to rows, the others are kept as words. */
export function takeModifiers(cursor: Cursor): { readonly words: readonly string[]; readonly violation?: Violation } {
  const words: string[] = [];
  let ignores = false;
  const { writeModifiers } = cursor.dialect.statements;
  // ONLY belongs to the table
  while (writeModifiers.has(cursor.key()) && !cursor.at('ONLY')) {
    const word = cursor.next().text.toUpperCase();
    if (word === 'IGNORE') ignores = true;
    else words.push(word);
  }
  return ignores ? { words, violation: 'ignore' } : { words };
}
