import type { Expression } from '../../../ast/index.js';
import { flagsFor, groupsOf } from '../../expressions/patterns/expression-dialects.js';
import { walkOf } from '../../expressions/patterns/expression-as-walk.js';
import { readExpression } from '../../expressions/patterns/expression-tree.js';
import { expressionFor, matches, SEES_CASE, type Sees } from '../../expressions/patterns/regular-expressions.js';
import { longestFirst } from '../../expressions/patterns/match-lengths.js';
import { inSource } from '../../in-source.js';
import { text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import {
  countCharacters,
  firstCharacters,
  placeOfFirst,
  replaceCharacters,
  replaceCharactersOfMysql,
} from './character-runs.js';
import { literalNumber, type CallPlace, type Compose, type FormTable } from '../form.js';
import { literalText } from '../known-values.js';

/** What the flags of a call say; undefined where they say more than is known here. */
function readFlags(flags: Expression | undefined, { t }: CallPlace): { sees: Sees; all: boolean } | undefined {
  const usual: Sees = SEES_CASE[t.source] ? 'exact' : 'caseless';
  if (flags === undefined) return { sees: usual, all: false };
  const letters = flags.kind === 'string' ? flags.value : undefined;
  if (letters === undefined || /[^gic]/.test(letters)) return undefined;
  const last = /[ic](?=[^ic]*$)/.exec(letters)?.[0];
  return { sees: last === 'i' ? 'caseless' : last === 'c' ? 'exact' : usual, all: letters.includes('g') };
}

const knownOf = (pattern: Expression): string | undefined => (pattern.kind === 'string' ? pattern.value : undefined);

/** regexp_like(text, pattern, flags) */
const like: Compose = (place) => {
  const { node, values, t } = place;
  const [, pattern, flags] = node.arguments;
  const read = readFlags(flags, place);
  if (read === undefined || pattern === undefined) return undefined;
  const [operand] = values as [Expression];
  return matches({ operand, pattern, known: knownOf(pattern), sees: read.sees, at: node }, t);
};

/** A pattern in the target's spelling that sees case as the source's does. */
function patternFor({ node, t }: CallPlace, pattern: Expression, sees: Sees, known = knownOf(pattern)): Expression {
  const flags = t.target === 'POSTGRESQL' && sees === 'exact' ? '' : flagsFor(t.target, sees);
  const isPlain = known !== undefined && !/\p{L}/u.test(known);
  const written = knownOf(pattern);
  const taken = written === undefined ? undefined : longestFirst(written, t.source);
  const isReordered = taken !== undefined && taken.expression !== written;
  if (t.target !== 'SQLITE' && (taken?.differs === true || (isReordered && known !== written)))
    t.notice('MATCH_LENGTH', pattern);
  const made = isReordered && known === written ? taken.expression : known;
  return expressionFor({ pattern, known: made, at: node }, isPlain ? '' : flags, t);
}

/** Where a replacement repeats what was matched, MySQL 8 and MariaDB write that differently. */
function replacementFor({ node, t }: CallPlace, replacement: Expression, made: Expression): Expression | undefined {
  const written = literalText(replacement);
  if (written === undefined) return made;
  if (t.source === 'MYSQL') return /\$\d/.test(written) ? undefined : text(written.replaceAll('\\0', '\\&'), node.span);
  if (!/\\[\d&]/.test(written)) return text(written, node.span);
  if (t.rules.server.flavour === undefined) t.notice('SERVER_FLAVOUR', node);
  const signs = written.replaceAll('\\&', '\\0');
  return text(t.rules.server.flavour === 'MYSQL' ? signs.replace(/\\(\d)/g, '$$$1') : signs, node.span);
}

/** All that matches is replaced. */
const REPLACES_ALL = 'REGEXP_REPLACE($1, $2, $3)';
/** What matches first is. */
const REPLACES_FIRST =
  'CASE WHEN $1 REGEXP $2 THEN INSERT($1, REGEXP_INSTR($1, $2), CHAR_LENGTH(REGEXP_SUBSTR($1, $2)), $3) ELSE $1 END';
const REPLACES_FIRST_WITHIN =
  'CASE WHEN $1 REGEXP $2 THEN INSERT($1, REGEXP_INSTR($1, $2), CHAR_LENGTH(REGEXP_SUBSTR($1, $2)), REGEXP_REPLACE(REGEXP_SUBSTR($1, $2), $2, $3)) ELSE $1 END';

/** regexp_replace(text, pattern, replacement, flags) of PostgreSQL's. */
const replaceInMysql: Compose = (place) => {
  const { node, values, t } = place;
  const [, pattern, replacement, flags] = node.arguments;
  const read = readFlags(flags, place);
  if (pattern === undefined || replacement === undefined || read === undefined || node.arguments.length > 4)
    return undefined;
  const made = replacementFor(place, replacement, values[2] as Expression);
  if (made === undefined) return undefined;
  const once = /^\^|[^\\]\$$/.test(knownOf(pattern) ?? '') && !(knownOf(pattern) ?? '').includes('|');
  const repeats = /\\[\d&]/.test(literalText(replacement) ?? '');
  const form = read.all || once ? REPLACES_ALL : repeats ? REPLACES_FIRST_WITHIN : REPLACES_FIRST;
  return t.form(form, [values[0] as Expression, patternFor(place, pattern, read.sees), made], node);
};

/** REGEXP_REPLACE(text, pattern, replacement, from, which, flags) of MySQL's. */
const replaceInPostgresql: Compose = (place) => {
  const { node, values, t } = place;
  const [, pattern, replacement, start, which, flags] = node.arguments;
  const read = readFlags(flags, place);
  const isFromStart = start === undefined || literalNumber(start) === 1;
  const occurrence = which === undefined ? 0 : literalNumber(which);
  if (pattern === undefined || replacement === undefined || read === undefined || !isFromStart) return undefined;
  if (occurrence !== 0 && occurrence !== 1) return undefined;
  const made = replacementFor(place, replacement, values[2] as Expression);
  if (made === undefined) return undefined;
  const letters = occurrence === 0 ? 'g' : '';
  const form = letters === '' ? 'regexp_replace($1, $2, $3)' : "regexp_replace($1, $2, $3, 'g')";
  return t.form(form, [values[0] as Expression, patternFor(place, pattern, read.sees), made], node);
};

/** What the first match is, or its first group where it has one; undefined where the target can't say. */
export function firstMatch(place: CallPlace, pattern: Expression, sees: Sees): Expression | undefined {
  const { node, values, t } = place;
  const [operand] = values as [Expression];
  const known = knownOf(pattern);
  if (known === undefined) return undefined;
  if (t.target === 'SQLITE') return firstCharacters(place, known, sees === 'caseless');
  const groups = groupsOf(known);
  const form = firstOf(known, t);
  if (groups === 0) return t.form(form, [operand, patternFor(place, pattern, sees)], node);
  const [, before = '', within, behind = ''] =
    /^((?:\\[\WdDsSwW]|\[\^?[^\]\\[]+\]|[^\\([|*+?{])*)\(((?:[^()\\]|\\.)*)\)((?:\\.|[^\\(|])*)$/.exec(known) ?? [];
  if (within === undefined || within.startsWith('?')) return groupOf(place, pattern, sees);
  const looked = `${before === '' || before === '^' ? before : `(?<=${before})`}${within.includes('|') ? `(?:${within})` : within}${behind === '' || behind === '$' ? behind : `(?=${behind})`}`;
  return t.form(firstOf(within, t), [operand, patternFor(place, pattern, sees, looked)], node);
}

/** What matches first: MariaDB says '' where nothing does, which is a match as well where an expression takes nothing. */
function firstOf(expression: string, t: Translator): string {
  const read = readExpression(expression, false, t.source);
  const walk = read && walkOf(read.tree);
  return walk?.takesNothing === false
    ? "NULLIF(REGEXP_SUBSTR($1, $2), '')"
    : 'CASE WHEN $1 REGEXP $2 THEN REGEXP_SUBSTR($1, $2) END';
}

/** The first group of what matches, by replacing the match with it. */
function groupOf(place: CallPlace, pattern: Expression, sees: Sees): Expression | undefined {
  const { node, values, t } = place;
  const written = patternFor(place, pattern, sees);
  if (t.rules.server.flavour === undefined) t.notice('SERVER_FLAVOUR', node);
  const group = text(t.rules.server.flavour === 'MYSQL' ? '$1' : '\\1', node.span);
  return t.form(
    'CASE WHEN $1 REGEXP $2 THEN REGEXP_REPLACE(REGEXP_SUBSTR($1, $2), $2, $3) END',
    [values[0] as Expression, written, group],
    node,
  );
}

/** `substring(text FROM pattern)`; undefined where it is one of places. */
export function substringByPattern(place: CallPlace): Expression | undefined {
  const { node, t } = place;
  const [, pattern] = node.arguments;
  if (pattern === undefined || node.arguments.length !== 2) return undefined;
  if (pattern.kind !== 'string' && t.typeName(pattern) !== 'TEXT') return undefined;
  return firstMatch(place, pattern, 'exact') ?? t.refuse(node, 'The target has no way to say this regular expression.');
}

const substringOfPattern: Compose = (place) => {
  const { node, values, t } = place;
  const [, pattern] = node.arguments;
  if (pattern === undefined || node.arguments.length > 2) return undefined;
  const known = knownOf(pattern);
  if (t.target === 'SQLITE')
    return known === undefined ? undefined : firstCharacters(place, withoutGroups(known), false);
  return t.form(
    known === undefined ? "NULLIF(REGEXP_SUBSTR($1, $2), '')" : firstOf(known, t),
    [values[0] as Expression, patternFor(place, pattern, 'exact')],
    node,
  );
};

/** The expression with parentheses that keep nothing. */
const withoutGroups = (expression: string): string =>
  expression.replace(/\\[\s\S]|\[(?:\\.|[^\]\\])*\]|\((?!\?)/g, (sign) => (sign === '(' ? '(?:' : sign));

/** regexp_match(text, pattern): the groups of the first match, or the match where there are none. */
const groupsOfMatch: Compose = ({ node, t }) => {
  const [, pattern] = node.arguments;
  const known = pattern && knownOf(pattern);
  if (known === undefined || node.arguments.length !== 2) return undefined;
  const groups = Array.from({ length: Math.max(groupsOf(known), 1) }, (_, index) => index + 1);
  const items = groups.map((group) => `(regexp_match($1, $2))[${group}]`).join(', ');
  return inSource(`CASE WHEN $1 ~ $2 THEN ARRAY[${items}] END`, node.arguments, node, t);
};

/** MariaDB says '' where nothing matches, MySQL 8 NULL. */
const noticeOfNoMatch = ({ node, t }: CallPlace): void =>
  t.notice(
    'SERVER_FLAVOUR',
    node,
    'Where nothing matches, MariaDB answers with an empty text, as here, and MySQL 8 with NULL.',
  );

const substrInPostgresql: Compose = (place) => {
  const { node, values, t } = place;
  const [, pattern] = node.arguments;
  const known = pattern && knownOf(pattern);
  if (pattern === undefined || known === undefined || node.arguments.length > 2) return undefined;
  noticeOfNoMatch(place);
  const whole = patternFor(place, pattern, 'caseless', `(${known})`);
  return t.form(
    "CASE WHEN $1 IS NOT NULL THEN COALESCE(substring($1, $2), '') END",
    [values[0] as Expression, whole],
    node,
  );
};

const substrInSqlite: Compose = (place) => {
  const { node, values, t } = place;
  const pattern = literalText(node.arguments[1]);
  const match =
    pattern === undefined || node.arguments.length > 2 || groupsOf(pattern) > 0
      ? undefined
      : firstCharacters(place, pattern, true);
  if (match === undefined) return undefined;
  noticeOfNoMatch(place);
  return t.form("CASE WHEN $1 IS NOT NULL THEN COALESCE($2, '') END", [values[0] as Expression, match], node);
};

const instrInPostgresql: Compose = (place) => {
  const { node, values, t } = place;
  const [, pattern] = node.arguments;
  const known = pattern && knownOf(pattern);
  if (pattern === undefined || known === undefined || node.arguments.length > 2 || groupsOf(known) > 0)
    return undefined;
  const before = patternFor(place, pattern, 'caseless', `^(.*?)(?:${known})`);
  return t.form(
    'CASE WHEN $1 IS NOT NULL THEN COALESCE(length((regexp_match($1, $2))[1]) + 1, 0) END',
    [values[0] as Expression, before],
    node,
  );
};

/** PostgreSQL's functions of a text and a pattern, with nothing more asked for. */
const ofPattern =
  (form: string): Compose =>
  (place) => {
    const { node, values, t } = place;
    const [, pattern] = node.arguments;
    if (pattern === undefined || node.arguments.length > 2) return undefined;
    return t.form(form, [values[0] as Expression, patternFor(place, pattern, 'exact')], node);
  };

/** What matches, once as one character and once as none. */
const COUNTED = "CHAR_LENGTH(REGEXP_REPLACE($1, $2, '#')) - CHAR_LENGTH(REGEXP_REPLACE($1, $2, ''))";

/** Regular expressions as functions. */
export const regularExpressionForms: FormTable = {
  regexp_like: { takes: 'text', my: like, lite: like },
  regexp_like_mysql: { takes: 'text', pg: like, lite: like },
  regexp_replace: { takes: 'text', my: replaceInMysql, lite: replaceCharacters },
  regexp_match: { my: groupsOfMatch, lite: groupsOfMatch },
  regexp_count: { takes: 'text', my: ofPattern(COUNTED), lite: countCharacters },
  regexp_instr: { takes: 'text', my: ofPattern('REGEXP_INSTR($1, $2)'), lite: placeOfFirst(false) },
  regexp_replace_mysql: { takes: 'text text text any', pg: replaceInPostgresql, lite: replaceCharactersOfMysql },
  regexp_substr: { takes: 'text', my: substringOfPattern, lite: substringOfPattern },
  regexp_substr_mysql: { takes: 'text', pg: substrInPostgresql, lite: substrInSqlite },
  regexp_instr_mysql: { takes: 'text', pg: instrInPostgresql, lite: placeOfFirst(true) },
};
