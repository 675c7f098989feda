import type { Expression } from '../../../ast/index.js';
import { expressionAsCharacters } from '../../expressions/patterns/expression-as-glob.js';
import {
  countedAll,
  FIRST_PLACE,
  FIRST_TEXT,
  ofFirst,
  replacedAll,
  replacedFirst,
  walkOf,
  type Walk,
} from '../../expressions/patterns/expression-as-walk.js';
import {
  chainOf,
  heldBy,
  ofFirstWay,
  replacedAllWays,
  replacedFirstWay,
} from '../../expressions/patterns/expression-as-chain.js';
import { groupsOf } from '../../expressions/patterns/expression-dialects.js';
import { readExpression } from '../../expressions/patterns/expression-tree.js';
import { text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { CallPlace, Compose } from '../form.js';
import { literalText } from '../known-values.js';

const MATCHES = 'substr($1, _at, 1) GLOB $2';

/** A walk along the text: `_in` says whether the character before was one of those. */
const walk = (made: string, start: string, inside = MATCHES): string =>
  `(WITH RECURSIVE _walk (_at, _in, _made) AS (SELECT 1, 0, ${start} UNION ALL SELECT _at + 1,
    ${inside}, ${made} FROM _walk WHERE _at <= length($1)) SELECT _made FROM _walk WHERE _at = length($1) + 1)`;

const REPLACED = {
  each: walk(`_made || CASE WHEN ${MATCHES} THEN $3 ELSE substr($1, _at, 1) END`, "''"),
  run: walk(`_made || CASE WHEN NOT ${MATCHES} THEN substr($1, _at, 1) WHEN _in THEN '' ELSE $3 END`, "''"),
} as const;
const COUNTED = {
  each: walk(`_made + (${MATCHES})`, '0'),
  run: walk(`_made + (${MATCHES} AND NOT _in)`, '0'),
} as const;

/** The characters that a literal pattern is for; undefined where it is for more. */
function charactersOf({ node }: CallPlace, flags: string): { glob: Expression; form: 'each' | 'run' } | undefined {
  const pattern = literalText(node.arguments[1]);
  const found = pattern === undefined ? undefined : expressionAsCharacters(pattern, flags.includes('i'));
  return found && { glob: text(found.glob, node.span), form: found.isRun ? 'run' : 'each' };
}

/** regexp_replace(text, '[^0-9]', '', 'g'), for an engine without regular expressions: of single characters and of runs. */
export const replaceCharacters: Compose = (place) => replaced(place, literalText(place.node.arguments[3]) ?? '');

/** REGEXP_REPLACE of MySQL's, which replaces all and sees no case. */
export const replaceCharactersOfMysql: Compose = (place) =>
  place.node.arguments.length === 3 ? replaced(place, 'gi') : undefined;

/** Where it begins in the text, or 0. */
export const placeOfFirst =
  (caseless: boolean): Compose =>
  (place) => {
    const { node, values, t } = place;
    const walk = node.arguments.length === 2 ? walkFor(place, caseless) : undefined;
    const form = walk && `CASE WHEN $1 IS NOT NULL THEN COALESCE(${ofFirst(walk, FIRST_PLACE)}, 0) END`;
    return form === undefined ? undefined : t.form(form, [values[0] as Expression], node);
  };

function walkFor({ node, t }: CallPlace, caseless: boolean): Walk | undefined {
  const pattern = literalText(node.arguments[1]);
  return pattern === undefined ? undefined : walkOfPattern(pattern, caseless, t);
}

/**
 * PostgreSQL takes the longest of what matches; MySQL the first that it comes upon, which is the longest where there is no choice.
 * https://www.postgresql.org/docs/current/functions-matching.html#POSIX-MATCHING-RULES
 */
function walkOfPattern(pattern: string, caseless: boolean, t: Translator): Walk | undefined {
  const read = readExpression(pattern, caseless, t.source);
  if (read === undefined || read.hasLazy || (read.hasChoice && t.source !== 'POSTGRESQL')) return undefined;
  const walk = walkOf(read.tree);
  return walk?.takesNothing === true ? undefined : walk;
}

function replaced(place: CallPlace, flags: string): Expression | undefined {
  const { node, values, t } = place;
  const replacement = literalText(node.arguments[2]);
  if (!/^(g?i?|ig)$/.test(flags) || replacement === undefined) return undefined;
  if (replacement.includes('\\')) return replacedByGroups(place, replacement, flags);
  const found = flags.includes('g') ? charactersOf(place, flags) : undefined;
  if (found === undefined) {
    const walk = walkFor(place, flags.includes('i'));
    const both = [values[0] as Expression, text(replacement, node.span)];
    return walk && t.form(flags.includes('g') ? replacedAll(walk) : replacedFirst(walk), both, node);
  }
  return t.form(REPLACED[found.form], [values[0] as Expression, found.glob, text(replacement, node.span)], node);
}

/** What the first group of the first match holds, or the match where there is no group. */
function firstOfChain(pattern: string, caseless: boolean, t: Translator): string | undefined {
  const group = groupsOf(pattern) === 0 ? 0 : 1;
  const chain = chainOf(pattern, new Set([group]), caseless, t.source);
  return chain && ofFirstWay(chain, heldBy(chain, group));
}

/** What matches becomes a text that has parts of it: `\\1` is the first group, `\\&` all of it. */
function replacedByGroups({ node, values, t }: CallPlace, replacement: string, flags: string): Expression | undefined {
  const pattern = literalText(node.arguments[1]);
  const pieces = replacement.match(/\\[\s\S]|[^\\]+|\\$/g) ?? [];
  const groups = new Set(pieces.flatMap((one) => (/^\\[1-9]/.test(one) ? [Number(one[1])] : [])));
  const chain = pattern === undefined ? undefined : chainOf(pattern, groups, flags.includes('i'), t.source);
  if (chain === undefined || (chain.takesNothing && flags.includes('g'))) return undefined;
  const said = pieces.map((one) => {
    if (/^\\[0&1-9]/.test(one)) return heldBy(chain, one[1] === '&' ? 0 : Number(one[1]));
    return `'${one.replace(/^\\(?=.)/, '').replaceAll("'", "''")}'`;
  });
  const form = flags.includes('g') ? replacedAllWays : replacedFirstWay;
  return t.form(form(chain, said.join(' || ')), [values[0] as Expression], node);
}

const IS_FIRST = `${MATCHES} AND _made = ''`;
const IS_OF_FIRST = `${MATCHES} AND (_in OR _made = '')`;

/** What is gathered of the first match alone. */
const FIRST = {
  each: walk(`_made || CASE WHEN ${IS_FIRST} THEN substr($1, _at, 1) ELSE '' END`, "''"),
  run: walk(`_made || CASE WHEN ${IS_OF_FIRST} THEN substr($1, _at, 1) ELSE '' END`, "''", IS_OF_FIRST),
} as const;

/** The first of such characters, or the first run of them; NULL where there is none. */
export function firstCharacters(
  { node, values, t }: CallPlace,
  pattern: string,
  caseless: boolean,
): Expression | undefined {
  const beside = besideLiteral({ node, values, t }, pattern, caseless);
  if (beside !== undefined) return beside;
  const whole = /^\(([^()]*)\)$/.exec(pattern)?.[1] ?? pattern;
  const found = expressionAsCharacters(whole, caseless);
  if (found === undefined) {
    const walk = groupsOf(whole) === 0 ? walkOfPattern(whole, caseless, t) : undefined;
    const form = walk === undefined ? firstOfChain(whole, caseless, t) : ofFirst(walk, FIRST_TEXT);
    return form === undefined ? undefined : t.form(form, [values[0] as Expression], node);
  }
  const form = `NULLIF(${FIRST[found.isRun ? 'run' : 'each']}, '')`;
  return t.form(form, [values[0] as Expression, text(found.glob, node.span)], node);
}

/** What stands behind the first sign of a kind, or before it. */
const BESIDE: readonly (readonly [pattern: RegExp, form: string])[] = [
  [
    /^((?:\\\W|[^\\[\](){}.*+?|^$])+)\(\.\*\)\$?$/,
    'CASE WHEN instr($1, $2) > 0 THEN substr($1, instr($1, $2) + length($2)) END',
  ],
  [
    /^((?:\\\W|[^\\[\](){}.*+?|^$])+)\(\.\+\)\$?$/,
    "CASE WHEN instr($1, $2) > 0 THEN NULLIF(substr($1, instr($1, $2) + length($2)), '') END",
  ],
  [/^\^\(\[\^([^\\[\]^-])\]\+\)\1$/, 'CASE WHEN instr($1, $2) > 1 THEN substr($1, 1, instr($1, $2) - 1) END'],
  [/^\^\(\[\^([^\\[\]^-])\]\*\)\1$/, 'CASE WHEN instr($1, $2) > 0 THEN substr($1, 1, instr($1, $2) - 1) END'],
];

function besideLiteral(
  { node, values, t }: Omit<CallPlace, 'row'>,
  pattern: string,
  caseless: boolean,
): Expression | undefined {
  for (const [shape, form] of BESIDE) {
    const sign = shape.exec(pattern)?.[1]?.replace(/\\(\W)/g, '$1');
    if (sign === undefined || (caseless && /\p{L}/u.test(sign))) continue;
    return t.form(form, [values[0] as Expression, text(sign, node.span)], node);
  }
  return undefined;
}

/** regexp_count(text, pattern) of single characters and of runs. */
export const countCharacters: Compose = (place) => {
  const { node, values, t } = place;
  if (node.arguments.length !== 2) return undefined;
  const found = charactersOf(place, '');
  if (found !== undefined) return t.form(COUNTED[found.form], [values[0] as Expression, found.glob], node);
  const walk = walkFor(place, false);
  return walk && t.form(countedAll(walk), [values[0] as Expression], node);
};
