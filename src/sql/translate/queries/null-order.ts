import type { OrderItem } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { Translator } from '../translator.js';

/** Where NULLs stand in an order that says nothing of them, ascending; descending they are at the other end. */
const NULLS: Readonly<Record<DialectName, 'first' | 'last'>> = { POSTGRESQL: 'last', MYSQL: 'first', SQLITE: 'first' };

/** Whether ORDER BY says where NULLs stand. */
export const SAYS_NULLS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

const OTHER_END = { first: 'last', last: 'first' } as const;

type Direction = 'asc' | 'desc';

/** Which way an item orders; PostgreSQL's USING says it by an operator. */
export function directionOf({ using, direction }: OrderItem): Direction {
  if (using === undefined) return direction ?? 'asc';
  return using.startsWith('>') ? 'desc' : 'asc';
}

/** The end at which NULLs stand in the source; undefined where the target has them there without a word. */
export function nullsToSay(
  said: 'first' | 'last' | undefined,
  direction: Direction,
  t: Translator,
): 'first' | 'last' | undefined {
  const wanted = said ?? usualEnd(t.source, direction);
  return wanted === usualEnd(t.target, direction) ? undefined : wanted;
}

const usualEnd = (dialect: DialectName, direction: Direction): 'first' | 'last' =>
  direction === 'asc' ? NULLS[dialect] : OTHER_END[NULLS[dialect]];

/** MariaDB's GROUP_CONCAT takes a NULL that it orders by for 0, or for an empty text. */
const CONFUSES_NULLS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** The same for the rows within an aggregate, where the target may not have them there by itself. */
export function nullsWithin(
  said: 'first' | 'last' | undefined,
  direction: Direction,
  t: Translator,
): 'first' | 'last' | undefined {
  return CONFUSES_NULLS[t.target] ? (said ?? usualEnd(t.source, direction)) : nullsToSay(said, direction, t);
}
