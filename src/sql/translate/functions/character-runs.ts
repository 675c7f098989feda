import type { Expression } from '../../ast/index.js';
import { expressionAsCharacters } from '../expressions/expression-as-glob.js';
import { text } from '../made-nodes.js';
import type { CallPlace, Compose } from './form.js';
import { literalText } from './known-values.js';

/** A walk along the text: `_in` says whether the character before was one of those. */
const walk = (made: string, start: string): string =>
  `(WITH RECURSIVE _walk (_at, _in, _made) AS (SELECT 1, 0, ${start} UNION ALL SELECT _at + 1,
    substr($1, _at, 1) GLOB $2, ${made} FROM _walk WHERE _at <= length($1)) SELECT _made FROM _walk WHERE _at = length($1) + 1)`;

const MATCHES = 'substr($1, _at, 1) GLOB $2';
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
export const replaceCharacters: Compose = (place) => {
  const { node, values, t } = place;
  const flags = literalText(node.arguments[3]) ?? '';
  const replacement = literalText(node.arguments[2]);
  if (!/^(g|gi|ig)$/.test(flags) || replacement === undefined || replacement.includes('\\')) return undefined;
  const found = charactersOf(place, flags);
  if (found === undefined) return undefined;
  return t.form(REPLACED[found.form], [values[0] as Expression, found.glob, text(replacement, node.span)], node);
};

/** regexp_count(text, pattern) of single characters and of runs. */
export const countCharacters: Compose = (place) => {
  const { node, values, t } = place;
  const found = node.arguments.length === 2 ? charactersOf(place, '') : undefined;
  return found && t.form(COUNTED[found.form], [values[0] as Expression, found.glob], node);
};
