import type { BinaryExpression, Expression } from '../../../ast/index.js';
import { not, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { literalJson } from './json-containment.js';
import { documentOf } from './json-written.js';

/**
 * document = '"text"': MariaDB compares what is in a document without its quotes, MySQL with them. Whether it has the text is
 * asked of both alike.
 */
export function documentIsText(node: BinaryExpression, t: Translator): Expression | undefined {
  const { operator, left, right } = node;
  if (t.source === 'MYSQL' || t.target !== 'MYSQL') return undefined;
  if ((operator !== 'equal' && operator !== 'not-equal') || t.typeName(left) !== 'JSON') return undefined;
  const value = literalJson(right, t);
  if (typeof value !== 'string') return undefined;
  const written = text(JSON.stringify(value), right.span);
  const form = "JSON_CONTAINS($1, $2) AND JSON_TYPE($1) = 'STRING'";
  const made = t.form(form, [documentOf(left, t), written], node);
  return operator === 'equal' ? made : not(made);
}
