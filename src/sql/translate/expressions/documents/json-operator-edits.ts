import { type BinaryExpression, type Expression, type OperatorExpression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { elementsOfLiteral, pathText, SQLITE_END, stepsOfArray, type JsonStep } from './json-paths.js';
import { keysOf } from './json-containment.js';
import { byShape, shapeOf } from './json-shapes.js';
import { documentOf } from './json-written.js';
import { isKeyWord, mayBeDocument } from './joined-documents.js';

const REMOVED: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: 'JSON_REMOVE($1, $2)',
  SQLITE: 'json_remove($1, $2)',
};

function without(document: Expression, steps: readonly JsonStep[], t: Translator): Expression {
  const path = text(pathText(steps, SQLITE_END), document.span);
  return t.form(REMOVED[t.target], [documentOf(document, t), path], document);
}

/** document - 'key', document - ARRAY['a', 'b'] and document - 0 */
export function withoutKey({ operator, left, right }: BinaryExpression, t: Translator): Expression | undefined {
  if (operator !== 'subtract' || t.source !== 'POSTGRESQL') return undefined;
  if (!mayBeDocument(left, t)) return undefined;
  const isArray = right.kind === 'array' || (right.kind === 'cast' && right.type.dimensions !== undefined);
  const key = right.kind === 'cast' && right.operand.kind !== 'array' ? right.operand : right;
  // PostgreSQL takes nothing from a text: the column is a document there, or a moment
  if (key.kind === 'parameter' && isKeptAsText(left, t)) return computed(right, t);
  if (t.typeName(left) !== 'JSON' && !isArray && !isKeyWord(key)) return undefined;
  if (!isArray && key.kind === 'string') return withoutKeys(left, [key.value], t);
  if (key.kind === 'number') return without(left, [{ index: Number(key.text) }], t);
  const keys = isArray ? keysOf(right.kind === 'cast' ? right.operand : right) : undefined;
  if (keys !== undefined && keys.length > 0) return withoutKeys(left, keys, t);
  return computed(right, t);
}

const isKeptAsText = (node: Expression, t: Translator): boolean =>
  node.kind === 'column' && /text|char|clob|json/i.test(t.scope.resolve(node).databaseType ?? '');

const computed = (taken: Expression, t: Translator): never =>
  t.refuse(taken, 'What is taken from this document is computed.', 'Write the keys out.');

/** A document without members of these names, or an array without these texts. */
function withoutKeys(document: Expression, keys: readonly string[], t: Translator): Expression {
  const { span } = document;
  const target = t.target as 'MYSQL' | 'SQLITE';
  const paths = keys.map((key) => text(pathText([{ key }], SQLITE_END), span));
  const isObject = shapeOf(document, t) === 'object';
  const words = keys.map((key) => text(target === 'MYSQL' ? JSON.stringify(key) : key, span));
  const places = (count: number, from: number): string =>
    Array.from({ length: count }, (_, at) => `$${at + from}`).join(', ');
  const removed = `${REMOVE[target]}($1, ${places(keys.length, 2)})`;
  const others = ELEMENTS_OTHER_THAN[target].replace('$2', places(keys.length, keys.length + 2));
  const form = isObject ? removed : byShape(target, others, removed);
  return t.form(form, [documentOf(document, t), ...paths, ...words], document);
}

const REMOVE = { MYSQL: 'JSON_REMOVE', SQLITE: 'json_remove' } as const;
const ELEMENTS_OTHER_THAN = {
  MYSQL:
    "(SELECT JSON_EXTRACT(CONCAT('[', COALESCE(GROUP_CONCAT(v ORDER BY ord), ''), ']'), '$') FROM JSON_TABLE($1, '$[*]' COLUMNS (ord FOR ORDINALITY, v JSON PATH '$')) AS elements WHERE BINARY v NOT IN ($2))",
  SQLITE:
    "(SELECT json_group_array(json(_list -> fullkey)) FROM (SELECT $1 AS _list) AS _lists, json_each(_lists._list) WHERE type <> 'text' OR value NOT IN ($2))",
} as const;

/** document #- '{a,0}' */
export function jsonEdit({ symbol, left, right }: OperatorExpression, t: Translator): Expression | undefined {
  if (symbol !== '#-' || left === undefined || right.kind !== 'string') return undefined;
  const keys = elementsOfLiteral(right.value);
  return keys === undefined || keys.length === 0 ? undefined : without(left, stepsOfArray(keys), t);
}
