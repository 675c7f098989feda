import type { BinaryExpression, Expression, OperatorExpression } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { elementsOfLiteral, pathText, SQLITE_END, stepsOfArray, type JsonStep } from './json-paths.js';
import { documentOf } from './json-written.js';
import { mayBeDocument } from './joined-documents.js';

const REMOVED: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: 'JSON_REMOVE($1, $2)',
  SQLITE: 'json_remove($1, $2)',
};

const without = (document: Expression, steps: readonly JsonStep[], t: Translator): Expression =>
  removed(documentOf(document, t), steps, t);

function removed(made: Expression, steps: readonly JsonStep[], t: Translator): Expression {
  const path = text(pathText(steps, SQLITE_END), made.span);
  return t.form(REMOVED[t.target], [made, path], made);
}

/** The texts of an array that is written out; undefined for anything else. */
function keysOfArray(node: Expression): readonly string[] | undefined {
  if (node.kind === 'string') return elementsOfLiteral(node.value);
  if (node.kind !== 'array') return undefined;
  const keys = node.items.flatMap((one) => (one.kind === 'string' ? [one.value] : []));
  return keys.length === node.items.length ? keys : undefined;
}

/** document - 'key', and document - 0 */
export function withoutKey({ operator, left, right }: BinaryExpression, t: Translator): Expression | undefined {
  if (operator !== 'subtract' || t.source !== 'POSTGRESQL' || !mayBeDocument(left, t)) return undefined;
  const key = right.kind === 'cast' ? right.operand : right;
  const keys = keysOfArray(key);
  if (keys !== undefined && keys.length > 0)
    return keys.reduce((made, one) => removed(made, [{ key: one }], t), documentOf(left, t));
  // nothing but a document has a word taken from it
  if (t.typeName(left) !== 'JSON' && !(key.kind === 'string' && /^[a-z_]\w*$/i.test(key.value))) return undefined;
  if (key.kind === 'string' && !key.value.startsWith('{')) return without(left, [{ key: key.value }], t);
  return key.kind === 'number' ? without(left, [{ index: Number(key.text) }], t) : undefined;
}

/** document #- '{a,0}' */
export function jsonEdit({ symbol, left, right }: OperatorExpression, t: Translator): Expression | undefined {
  if (symbol !== '#-' || left === undefined || right.kind !== 'string') return undefined;
  const keys = elementsOfLiteral(right.value);
  return keys === undefined || keys.length === 0 ? undefined : without(left, stepsOfArray(keys), t);
}
