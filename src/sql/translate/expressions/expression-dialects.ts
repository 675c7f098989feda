import type { DialectName } from '../../dialects/index.js';

/** Signs of the source's regular expressions that the target writes otherwise. */
type Words = readonly (readonly [sign: RegExp, written: string])[];

/** https://www.postgresql.org/docs/current/functions-matching.html#POSIX-CONSTRAINT-ESCAPES-TABLE */
const FROM_POSTGRESQL: Words = [
  [/^\\m$/, '\\b(?=\\w)'],
  [/^\\M$/, '\\b(?<=\\w)'],
  [/^\\y$/, '\\b'],
  [/^\\Y$/, '\\B'],
  [/^\\A$/, '\\A'],
  [/^\\Z$/, '\\z'],
  [/^\[\[:<:\]\]$/, '\\b(?=\\w)'],
  [/^\[\[:>:\]\]$/, '\\b(?<=\\w)'],
];
const FROM_MYSQL: Words = [
  [/^\\b$/, '\\y'],
  [/^\\B$/, '\\Y'],
  [/^\\z$/, '\\Z'],
  [/^\[\[:<:\]\]$/, '\\m'],
  [/^\[\[:>:\]\]$/, '\\M'],
];

/** What PostgreSQL does not have: possessive quantifiers, `\K`, `\p{…}`, names of groups, other flags. */
const ONLY_MYSQL = /\\[KpPhRQEGX]|\(\?(?:[a-z]*-|P?<[a-zA-Z])|[*+?}]\+/;

/** An expression in the target's spelling; undefined where it has no such thing. */
export function respelled(expression: string, from: DialectName, to: DialectName): string | undefined {
  if (from === to || to === 'SQLITE') return expression;
  if (from !== 'POSTGRESQL' && ONLY_MYSQL.test(expression)) return undefined;
  // its own directions stand at the start
  if (from === 'POSTGRESQL' && expression.startsWith('***')) return undefined;
  const words = from === 'POSTGRESQL' ? FROM_POSTGRESQL : FROM_MYSQL;
  return expression.replace(
    /\\[\s\S]|\[\[:[<>]:\]\]/g,
    (sign) => words.find(([wanted]) => wanted.test(sign))?.[1] ?? sign,
  );
}

/** What stands before an expression so that it sees case, or does not; and so that a dot means a line's end as well. */
const FLAGS: Readonly<Record<DialectName, Readonly<Record<'exact' | 'caseless', string>>>> = {
  POSTGRESQL: { exact: '', caseless: '(?i)' },
  MYSQL: { exact: '(?-i)', caseless: '(?i)' },
  SQLITE: { exact: '', caseless: '' },
};

export const flagsFor = (to: DialectName, sees: 'exact' | 'caseless'): string => FLAGS[to][sees];

/** How many groups of an expression keep what they match. */
export const groupsOf = (expression: string): number =>
  (expression.replace(/\\[\s\S]|\[\^?\]?(?:\[:\w+:\]|[^\]])*\]/g, '').match(/\((?!\?)/g) ?? []).length;
