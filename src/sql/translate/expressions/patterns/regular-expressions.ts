import type { Expression, Node, PatternMatch } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { allOf, anyOf, not, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { textOf } from '../coercion.js';
import { saidCase, withoutSaidCase } from '../texts/explicit-collation.js';
import { flagsFor, inBothCases, respelled, withFlags } from './expression-dialects.js';
import { expressionAsGlob, type GlobTest } from './expression-as-glob.js';
import { anywhere, walkOf } from './expression-as-walk.js';
import { ANY_CHARACTER, readExpression } from './expression-tree.js';

/** Whether a match sees case. */
export type Sees = 'exact' | 'caseless';

/** How a regular expression is matched; where there is nothing, the target has no such thing. */
const MATCHES: Readonly<Record<DialectName, Readonly<Record<Sees, string>> | undefined>> = {
  POSTGRESQL: { exact: '$1 ~ $2', caseless: '$1 ~* $2' },
  MYSQL: { exact: '$1 REGEXP $2', caseless: '$1 REGEXP $2' },
  // the library has no function behind REGEXP
  SQLITE: undefined,
};

/** Whether REGEXP sees case. */
export const SEES_CASE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** ~, ~*, REGEXP and SIMILAR TO. */
export function regularMatch(node: PatternMatch, t: Translator): Expression {
  const said = SEES_CASE[t.source] ? undefined : (saidCase(node.operand) ?? saidCase(node.pattern));
  const usual = node.language !== 'regexp-insensitive' && SEES_CASE[t.source] ? 'exact' : 'caseless';
  const [operand, pattern] = said === undefined ? [node.operand, node.pattern] : plainly(node);
  const known = pattern.kind === 'string' ? knownExpression(node, pattern.value, t) : undefined;
  const match = { operand: textOf(operand, t), pattern, known, sees: said ?? usual, at: node };
  const made = matches(ofSaidClasses(match, t), t);
  return node.negated ? not(made) : made;
}

const plainly = ({ operand, pattern }: PatternMatch): [Expression, Expression] => [
  withoutSaidCase(operand),
  withoutSaidCase(pattern),
];

/** MariaDB's classes see case where the expression around them does not: both cases of its letters are written out then. */
function ofSaidClasses(match: Match, t: Translator): Match {
  const { known, sees, at } = match;
  if (known === undefined || sees === 'exact' || t.source !== 'MYSQL' || !CASED_CLASS.test(known)) return match;
  t.notice('SERVER_FLAVOUR', at, 'Classes of upper and lower case see case in MariaDB, as here, and not in MySQL 8.');
  return { ...match, known: inBothCases(known), sees: 'exact' };
}

const CASED_CLASS = /\[:(?:upper|lower):\]/;

function knownExpression({ language, escape }: PatternMatch, pattern: string, t: Translator): string {
  if (language !== 'similar') return pattern;
  const character = escape?.kind === 'string' ? escape.value : escape === undefined ? '\\' : undefined;
  if (character === undefined)
    return t.refuse(escape ?? (undefined as never), 'The escape of SIMILAR TO is no literal.');
  return `^(?:${similarAsExpression(pattern, character)})$`;
}

export interface Match {
  /** Translated. */
  readonly operand: Expression;
  /** Of the source. */
  readonly pattern: Expression;
  /** The expression where it is written out. */
  readonly known: string | undefined;
  readonly sees: Sees;
  readonly at: Node;
}

/** Whether a text matches an expression anywhere. */
export function matches({ operand, pattern, known, sees, at }: Match, t: Translator): Expression {
  const form = MATCHES[t.target];
  if (form === undefined) return asGlob({ operand, pattern, known, sees, at }, t);
  // ~* says it already
  const flags = t.target === 'POSTGRESQL' ? '' : flagsFor(t.target, sees);
  return t.form(form[sees], [operand, expressionFor({ pattern, known, at }, flags, t)], at);
}

/** An expression as the target writes it, with flags before it. */
export function expressionFor(
  { pattern, known, at }: Pick<Match, 'pattern' | 'known' | 'at'>,
  flags: string,
  t: Translator,
): Expression {
  if (known !== undefined) {
    const written = respelled(known, t.source, t.target);
    if (written === undefined) t.refuse(at, 'The target’s regular expressions have no such sign.');
    return text(withFlags(flags, written), pattern.span);
  }
  if (pattern.kind === 'string') return t.refuse(at, 'This pattern can’t be carried over.');
  const made = textOf(pattern, t);
  return flags === '' ? made : t.form('CONCAT($1, $2)', [text(flags, pattern.span), made], at);
}

/** Without regular expressions, simple ones are patterns of GLOB. */
function asGlob({ operand, known, sees, at }: Match, t: Translator): Expression {
  const tests = known === undefined ? undefined : expressionAsGlob(known, sees === 'caseless', ANY_CHARACTER[t.source]);
  if (tests === undefined) {
    return (
      walked({ operand, known, sees, at }, t) ??
      t.refuse(at, 'The target has no regular expressions, and this one can’t be said otherwise.', 'Use LIKE or GLOB.')
    );
  }
  return anyOf(tests.map((test) => globTest(test, operand, at, t)));
}

/** What GLOB can't say is gone along character by character. */
function walked({ operand, known, sees, at }: Omit<Match, 'pattern'>, t: Translator): Expression | undefined {
  const read = known === undefined ? undefined : readExpression(known, sees === 'caseless', t.source);
  const walk = read && walkOf(read.tree);
  return walk && t.form(anywhere(walk), [operand], at);
}

function globTest({ pattern, rest }: GlobTest, operand: Expression, at: Node, t: Translator): Expression {
  const start = t.form('$1 GLOB $2', [operand, text(pattern, at.span)], at);
  if (rest === undefined) return start;
  const from = restOf(operand, rest, at, t);
  const run = t.form('$1 NOT GLOB $2', [from, text(rest.outside, at.span)], at);
  return pattern === '*' ? run : allOf([start, run]);
}

function restOf(
  operand: Expression,
  { from, behind }: NonNullable<GlobTest['rest']>,
  at: Node,
  t: Translator,
): Expression {
  const numbers = [number(from, at.span), number(from - 1 + behind, at.span)];
  if (behind > 0) return t.form('substr($1, $2, length($1) - $3)', [operand, ...numbers], at);
  return from === 1 ? operand : t.form('substr($1, $2)', [operand, ...numbers], at);
}

/** SIMILAR TO has LIKE's signs beside those of regular expressions. */
function similarAsExpression(pattern: string, escape: string): string {
  let made = '';
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] as string;
    if (character === escape && at + 1 < characters.length) {
      at += 1;
      made += (characters[at] as string).replace(/[\\^$.|?*+()[\]{}]/, (sign) => `\\${sign}`);
    } else if (character === '%') made += '.*';
    else if (character === '_') made += '.';
    else made += /[\\^$.]/.test(character) && !/\[[^\]]*$/.test(made) ? `\\${character}` : character;
  }
  return made;
}
