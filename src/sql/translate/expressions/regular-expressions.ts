import type { Expression, PatternMatch } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { not, text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { textOf } from './coercion.js';

/** How a regular expression is matched, with regard to case and without; where there is none, the target has no such thing. */
const MATCHES: Readonly<Record<DialectName, { readonly exact: string; readonly caseless: string } | undefined>> = {
  POSTGRESQL: { exact: '$1 ~ $2', caseless: '$1 ~* $2' },
  MYSQL: { exact: '$1 REGEXP $2', caseless: '$1 REGEXP $2' },
  // the library has no function behind REGEXP
  SQLITE: undefined,
};

/** What a pattern begins with to see case, or not to. */
const FLAGS: Readonly<Record<DialectName, { readonly exact: string; readonly caseless: string }>> = {
  POSTGRESQL: { exact: '', caseless: '' },
  MYSQL: { exact: '(?-i)', caseless: '(?i)' },
  SQLITE: { exact: '', caseless: '' },
};

/** Whether REGEXP sees case. */
const SEES_CASE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** ~, ~*, REGEXP and SIMILAR TO. */
export function regularMatch(node: PatternMatch, t: Translator): Expression {
  const form = MATCHES[t.target];
  if (form === undefined) t.refuse(node, 'The target has no regular expressions.', 'Use LIKE or GLOB.');
  const sees = node.language !== 'regexp-insensitive' && SEES_CASE[t.source] ? 'exact' : 'caseless';
  const pattern = expressionOf(node, FLAGS[t.target][sees], t);
  const made = t.form(form[sees], [textOf(node.operand, t), pattern], node);
  return node.negated ? not(made) : made;
}

function expressionOf(node: PatternMatch, flags: string, t: Translator): Expression {
  const { pattern } = node;
  if (node.language === 'similar') {
    if (pattern.kind !== 'string')
      return t.refuse(node, 'A pattern of SIMILAR TO that is no literal can’t be carried over.');
    return text(`${flags}^(?:${similarAsExpression(pattern.value)})$`, pattern.span);
  }
  if (pattern.kind === 'string') return text(flags + pattern.value, pattern.span);
  return flags === ''
    ? textOf(pattern, t)
    : t.form('CONCAT($1, $2)', [text(flags, pattern.span), textOf(pattern, t)], node);
}

/** SIMILAR TO has LIKE's signs beside those of regular expressions. */
function similarAsExpression(pattern: string): string {
  return pattern.replace(/\\.|[%_.^$]/g, (piece) => {
    if (piece === '%') return '.*';
    if (piece === '_') return '.';
    return piece.length === 1 ? `\\${piece}` : piece;
  });
}
