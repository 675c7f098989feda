import type { DialectName } from '../../../dialects/index.js';

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

/**
 * What an expression says of itself at its start. PostgreSQL reads `n` and `m` as lines, `p` and `w` as halves of that:
 * https://www.postgresql.org/docs/current/functions-matching.html#POSIX-METASYNTAX
 */
const DIRECTIONS = /^\(\?([a-z]+)\)/;

interface Directions {
  readonly caseless: boolean;
  /** Whether `^` and `$` stand at each line, and whether a dot passes over its end. */
  readonly anchorsLines: boolean;
  readonly dotPassesLines: boolean;
}

/** Undefined where they say more than this. */
function directionsOf(expression: string, from: DialectName): Directions | undefined {
  const letters = DIRECTIONS.exec(expression)?.[1] ?? '';
  if (from === 'POSTGRESQL') {
    if (/[^icnmpsw]/.test(letters)) return undefined;
    const last = /[nmpsw](?=[^nmpsw]*$)/.exec(letters)?.[0] ?? 's';
    return { caseless: letters.includes('i'), anchorsLines: 'nmw'.includes(last), dotPassesLines: 'sw'.includes(last) };
  }
  if (/[^ims]/.test(letters)) return undefined;
  return {
    caseless: letters.includes('i'),
    anchorsLines: letters.includes('m'),
    dotPassesLines: letters.includes('s'),
  };
}

/** Escapes, words for places, classes, a dot and the end. */
const SIGNS = /\\[\s\S]|\[\[:[<>]:\]\]|\[\^?\]?(?:\[[:.=][^\]]*\]|\\[\s\S]|[^\]\\])*\]|[.$]/g;

/** Letters, besides what `SIGNS` finds. */
const SIGNS_AND_LETTERS = new RegExp(`${SIGNS.source}|[A-Za-z]`, 'g');
const RANGE_OR_LETTER = /\[:\w+:\]|\\[\s\S]|([A-Za-z])-([A-Za-z])|[A-Za-z]/g;

/** An expression whose letters stand for both cases, in one that sees case. */
export function inBothCases(expression: string): string {
  return expression.replace(SIGNS_AND_LETTERS, (sign) => {
    if (/^[A-Za-z]$/.test(sign)) return `[${bothCases(sign)}]`;
    if (!sign.startsWith('[')) return sign;
    return sign.replace(RANGE_OR_LETTER, (part) => (/^[[\\]/.test(part) ? part : bothCases(part)));
  });
}

const bothCases = (letters: string): string => letters.toLowerCase() + letters.toUpperCase();

/** An expression in the target's spelling; undefined where it has no such thing. */
export function respelled(expression: string, from: DialectName, to: DialectName): string | undefined {
  if (from === to || to === 'SQLITE') return expression;
  if (from !== 'POSTGRESQL' && ONLY_MYSQL.test(expression)) return undefined;
  // its own directions stand at the start
  if (from === 'POSTGRESQL' && expression.startsWith('***')) return undefined;
  const directions = directionsOf(expression, from);
  if (directions === undefined) return undefined;
  const words = from === 'POSTGRESQL' ? FROM_POSTGRESQL : FROM_MYSQL;
  const body = expression.replace(DIRECTIONS, '');
  const made = body.replace(SIGNS, (sign) => {
    if (sign === '.') return to === 'POSTGRESQL' && !directions.dotPassesLines ? '[^\\n]' : sign;
    if (sign === '$') return directions.anchorsLines ? sign : END[to];
    if (sign.startsWith('[^') && from === 'POSTGRESQL' && !directions.dotPassesLines) return `[^\\n${sign.slice(2)}`;
    return words.find(([wanted]) => wanted.test(sign))?.[1] ?? sign;
  });
  return withFlags(flagsOf(directions, body, to), made);
}

/** The end of a text, before which MySQL lets the end of a line stand. */
const END: Readonly<Record<DialectName, string>> = { POSTGRESQL: '(?=\\n?$)', MYSQL: '\\z', SQLITE: '$' };

/** What the target has to be told at the start. */
function flagsOf({ caseless, anchorsLines, dotPassesLines }: Directions, body: string, to: DialectName): string {
  const hasDot = body.match(SIGNS)?.some((sign) => sign === '.') === true;
  const letters =
    to === 'POSTGRESQL'
      ? [caseless && 'i', anchorsLines && 'w']
      : [caseless && 'i', anchorsLines && 'm', dotPassesLines && hasDot && 's'];
  const said = letters.filter((letter) => letter !== false).join('');
  return said === '' ? '' : `(?${said})`;
}

/** Flags before an expression that may have some: PostgreSQL reads them at the very start alone. */
export function withFlags(flags: string, expression: string): string {
  const [all, letters] = DIRECTIONS.exec(expression) ?? [];
  if (flags === '' || all === undefined) return flags + expression;
  const rest = expression.slice(all.length);
  return flags.includes('-') ? flags + expression : `${flags.slice(0, -1)}${letters ?? ''})${rest}`;
}

/** What stands before an expression so that it sees case, or does not. */
const FLAGS: Readonly<Record<DialectName, Readonly<Record<'exact' | 'caseless', string>>>> = {
  POSTGRESQL: { exact: '', caseless: '(?i)' },
  MYSQL: { exact: '(?-i)', caseless: '(?i)' },
  SQLITE: { exact: '', caseless: '' },
};

export const flagsFor = (to: DialectName, sees: 'exact' | 'caseless'): string => FLAGS[to][sees];

/** How many groups of an expression keep what they match. */
export const groupsOf = (expression: string): number =>
  (expression.replace(/\\[\s\S]|\[\^?\]?(?:\[:\w+:\]|[^\]])*\]/g, '').match(/\((?!\?)/g) ?? []).length;
