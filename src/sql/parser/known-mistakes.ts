import type { Token } from '../lexer/token.js';
import type { Cursor } from './cursor.js';

/** Where the reader stopped, and what it wanted to have there. */
interface MistakePlace {
  readonly cursor: Cursor;
  readonly token: Token;
  readonly before: Token | undefined;
  readonly wanted: string | undefined;
}

/** A mistake that is often made: how it shows where the reader stopped, and what to do. */
interface KnownMistake {
  readonly shows: (at: MistakePlace) => boolean;
  readonly hint: (token: Token) => string;
}

const isOperand = (token: Token | undefined): boolean =>
  token !== undefined && ['word', 'quoted-name', 'string', 'number', 'placeholder'].includes(token.kind);

/** The first that shows is told. */
const MISTAKES: readonly KnownMistake[] = [
  {
    shows: ({ token, before }) => token.text === ')' && before?.text === ',',
    hint: () => 'Take the comma before `)` away.',
  },
  {
    shows: ({ cursor, before }) => before?.text === ',' && CLAUSES.has(cursor.key()),
    hint: (token) => `Take the comma before ${token.text} away.`,
  },
  {
    shows: ({ token, before }) => token.text === '=' && before?.text === '=',
    hint: () => 'Compare with one `=`.',
  },
  {
    shows: ({ token, before }) => token.text === '&' && before?.text === '&',
    hint: () => 'Write AND.',
  },
  {
    shows: ({ cursor, token }) => token.text === ',' && cursor.key(-2) === 'LIMIT',
    hint: () => 'Write LIMIT count OFFSET start.',
  },
  {
    shows: ({ cursor, token, wanted }) =>
      token.kind === 'word' && wanted === 'a name' && cursor.dialect.keywords.reserved.has(cursor.key()),
    hint: (token) => `${token.text.toUpperCase()} is a reserved word; to use it as a name, put it in quotes.`,
  },
  {
    shows: ({ token, before }) => isOperand(token) && isOperand(before),
    hint: () => 'Is a comma, an operator or a quote missing before it?',
  },
];

const CLAUSES: ReadonlySet<string> = new Set(
  'FROM WHERE GROUP ORDER HAVING LIMIT SELECT UNION SET VALUES ON JOIN LEFT INNER AND OR THEN ELSE END WHEN'.split(' '),
);

/** What to do about the mistake where the reader stopped, where it is a known one. */
export function hintFor(cursor: Cursor, wanted?: string): string | undefined {
  const token = cursor.token();
  if (token === undefined)
    return cursor.keys.includes('(') && opensMore(cursor) ? 'Close the parenthesis with `)`.' : undefined;
  const before = cursor.token(-1);
  return MISTAKES.find(({ shows }) => shows({ cursor, token, before, wanted }))?.hint(token);
}

function opensMore(cursor: Cursor): boolean {
  const count = (key: string): number => cursor.keys.filter((each) => each === key).length;
  return count('(') > count(')');
}
