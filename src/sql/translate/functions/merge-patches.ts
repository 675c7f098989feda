import type { Expression, Node } from '../../ast/index.js';
import { isJsonObject, jsonOfText, type Json } from '../expressions/json-of-text.js';
import { documentOf } from '../expressions/json-written.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { Compose } from './form.js';

/** A patch that is written out, member by member: https://www.rfc-editor.org/rfc/rfc7396 */
export const patchedInPostgresql: Compose = ({ node, t }) => {
  const [document, patch] = node.arguments;
  const changes = patch?.kind === 'string' ? jsonOfText(patch.value) : undefined;
  if (document === undefined || changes === undefined) return undefined;
  const made = documentOf(document, t);
  return t.form('CASE WHEN $1 IS NOT NULL THEN $2 END', [made, merged(made, changes, node, t)], node);
};

/** What is no object is an empty one before members are put into it. */
const AS_OBJECT = "CASE WHEN jsonb_typeof($1) = 'object' THEN $1 ELSE CAST('{}' AS jsonb) END";

function merged(document: Expression, patch: Json, at: Node, t: Translator): Expression {
  const literal = (value: Json): Expression => t.form('CAST($1 AS jsonb)', [text(JSON.stringify(value), at.span)], at);
  if (!isJsonObject(patch)) return literal(patch);
  const members = Object.entries(patch);
  const plain = members.filter(([, value]) => value !== null && !isJsonObject(value));
  const start = t.form(AS_OBJECT, [document], at);
  const put = plain.length === 0 ? start : t.form('$1 || $2', [start, literal(Object.fromEntries(plain))], at);
  return members.reduce((made, [name, value]) => {
    const key = text(name, at.span);
    if (value === null) return t.form('$1 - CAST($2 AS text)', [made, key], at);
    if (!isJsonObject(value)) return made;
    const inner = merged(t.form('$1 -> $2', [document, key], at), value, at, t);
    return t.form('$1 || jsonb_build_object($2, $3)', [made, key, inner], at);
  }, put);
}
