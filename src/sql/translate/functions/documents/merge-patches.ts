import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression, FunctionCall, Node } from '../../../ast/index.js';
import { jsonObject } from '../../expressions/documents/json-elements.js';
import { isJsonObject, jsonOfText, type Json } from '../../expressions/documents/json-of-text.js';
import { likelyFamily } from '../../expressions/likely-family.js';
import { documentOf } from '../../expressions/documents/json-written.js';
import { text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { Compose } from '../form.js';

/** A patch that is written out, member by member: https://www.rfc-editor.org/rfc/rfc7396 */
export const patchedInPostgresql: Compose = ({ node, t }) => {
  const [document, patch] = node.arguments;
  if (document === undefined || patch === undefined) return undefined;
  if (patch.kind === 'call') return patchedByPairs(documentOf(document, t), patch, t);
  const changes = patch.kind === 'string' ? jsonOfText(patch.value) : undefined;
  if (changes === undefined) return undefined;
  const made = documentOf(document, t);
  return t.form('CASE WHEN $1 IS NOT NULL THEN $2 END', [made, merged(made, changes, node, t)], node);
};

/** A patch of pairs whose values are computed: those that are NULL take their keys out. */
function patchedByPairs(document: Expression, patch: FunctionCall, t: Translator): Expression | undefined {
  if (functionOfCall(patch, t.from)?.meaning !== 'json_object_of_pairs') return undefined;
  const keys = patch.arguments.filter((_, at) => at % 2 === 0);
  const values = patch.arguments.filter((_, at) => at % 2 === 1);
  // a document among them would be merged with the one that is there
  if (values.some((one) => mayBeDocument(one, t))) return undefined;
  const taken = keys.reduce(
    (made, key) => t.form('$1 - CAST($2 AS text)', [made, t.value(key)], patch),
    t.form(AS_OBJECT, [document], patch),
  );
  return t.form(
    'CASE WHEN $1 IS NOT NULL THEN ($2) || jsonb_strip_nulls($3) END',
    [document, taken, jsonObject(patch.arguments, patch, t)],
    patch,
  );
}

/** SQLite's columns and parameters are no documents, whatever text they hold. https://sqlite.org/json1.html */
function mayBeDocument(value: Expression, t: Translator): boolean {
  const type = t.typeName(value);
  if (value.kind === 'number' || value.kind === 'string' || value.kind === 'null') return false;
  if (t.source === 'SQLITE' && (value.kind === 'column' || value.kind === 'parameter')) return false;
  if (type === undefined) return value.kind !== 'column' || likelyFamily(value, t) === undefined;
  return type === 'JSON' || type === 'ARRAY';
}

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
