import type { BinaryExpression, Expression, OperatorExpression } from '../../ast/index.js';
import { functionOfCall } from '../../analysis/function-of-call.js';
import type { DialectName } from '../../dialects/index.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { jsonElement } from './json-elements.js';
import { elementsOfLiteral, pathText, SQLITE_END, stepsOfArray, type JsonStep } from './json-paths.js';
import { keysOf } from './json-containment.js';
import { shapeOf } from './json-shapes.js';
import { documentOf } from './json-written.js';
import { DOCUMENT_OF_TEXT } from './json-types.js';

const REMOVED: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: 'JSON_REMOVE($1, $2)',
  SQLITE: 'json_remove($1, $2)',
};

function without(document: Expression, steps: readonly JsonStep[], t: Translator): Expression {
  const path = text(pathText(steps, SQLITE_END), document.span);
  return t.form(REMOVED[t.target], [documentOf(document, t), path], document);
}

/** document - 'key', document - '{a,b}' and document - 0 */
export function withoutKey({ operator, left, right }: BinaryExpression, t: Translator): Expression | undefined {
  if (operator !== 'subtract' || t.source !== 'POSTGRESQL' || t.typeName(left) !== 'JSON') return undefined;
  const isArray = right.kind === 'array' || (right.kind === 'cast' && right.type.dimensions !== undefined);
  const key = right.kind === 'cast' && right.operand.kind !== 'array' ? right.operand : right;
  if (!isArray && key.kind === 'string') return withoutKeys(left, [key.value], t);
  if (key.kind === 'number') return without(left, [{ index: Number(key.text) }], t);
  const keys = isArray ? keysOf(right.kind === 'cast' ? right.operand : right) : undefined;
  if (keys !== undefined && keys.length > 0) return withoutKeys(left, keys, t);
  return t.refuse(right, 'What is taken from this document is computed.', 'Write the keys out.');
}

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
  const form = isObject
    ? removed
    : `CASE ${TYPE[target]}($1) WHEN '${ARRAY[target]}' THEN ${others} ELSE ${removed} END`;
  return t.form(form, [documentOf(document, t), ...paths, ...words], document);
}

const REMOVE = { MYSQL: 'JSON_REMOVE', SQLITE: 'json_remove' } as const;
const TYPE = { MYSQL: 'JSON_TYPE', SQLITE: 'json_type' } as const;
const ARRAY = { MYSQL: 'ARRAY', SQLITE: 'array' } as const;
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

const PUT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: 'JSON_SET($1, $2, $3)',
  SQLITE: 'json_set($1, $2, $3)',
};

/** document || object: each member of the object is put into the document, or behind the elements of an array. */
export function joinedDocuments(node: BinaryExpression, t: Translator): Expression | undefined {
  const document = documentOf(node.left, t);
  const shape = shapeOf(node.left, t);
  const items = itemsOf(node.right, t);
  if (items !== undefined) return appended(document, items, shape === 'array', node, t);
  const members = membersOf(node.right, t);
  if (members === undefined) return undefined;
  const merged = members.reduce(
    (made, [key, value]) => t.form(PUT[t.target], [made, text(pathText([{ key }]), node.span), value], node),
    document,
  );
  if (shape === 'object') return merged;
  const behind = appended(document, [jsonElement(node.right, t)], true, node, t);
  if (shape === 'array') return behind;
  const target = t.target as 'MYSQL' | 'SQLITE';
  return t.form(
    `CASE ${TYPE[target]}($1) WHEN '${ARRAY[target]}' THEN $2 ELSE $3 END`,
    [document, behind, merged],
    node,
  );
}

/** Elements behind those of an array; what is none becomes one. */
function appended(
  document: Expression,
  items: readonly Expression[],
  isArray: boolean,
  at: BinaryExpression,
  t: Translator,
): Expression {
  const list = isArray || t.target === 'POSTGRESQL' ? document : t.form(AS_LIST[t.target], [document], at);
  return items.reduce((made, one) => t.form(APPEND[t.target], [made, one], at), list);
}

const AS_LIST = {
  MYSQL: "CASE JSON_TYPE($1) WHEN 'ARRAY' THEN $1 ELSE JSON_ARRAY(JSON_EXTRACT($1, '$')) END",
  SQLITE: "CASE json_type($1) WHEN 'array' THEN $1 ELSE json_array(json($1)) END",
} as const;
const APPEND: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1',
  MYSQL: "JSON_ARRAY_APPEND($1, '$', $2)",
  SQLITE: "json_insert($1, '$[#]', $2)",
};

/** The elements of an array that is written out, or the scalar. */
function itemsOf(node: Expression, t: Translator): readonly Expression[] | undefined {
  const plain = node.kind === 'cast' ? node.operand : node;
  if (plain.kind === 'call' && functionOfCall(plain, t.from)?.meaning === 'json_array_of_values')
    return plain.arguments.map((one) => jsonElement(one, t));
  if (plain.kind !== 'string') return undefined;
  const value = documentOfText(plain.value);
  if (value === undefined || (value !== null && typeof value === 'object' && !Array.isArray(value))) return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((one) => t.form(DOCUMENT_OF_TEXT[t.target], [text(JSON.stringify(one), plain.span)], plain));
}

function documentOfText(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return undefined;
  }
}

type Member = readonly [key: string, value: Expression];

/** The members of an object that is written out. */
function membersOf(node: Expression, t: Translator): readonly Member[] | undefined {
  const plain = node.kind === 'cast' ? node.operand : node;
  if (plain.kind === 'string') return membersOfText(plain.value, plain, t);
  if (plain.kind !== 'call' || functionOfCall(plain, t.from)?.meaning !== 'json_object_of_pairs') return undefined;
  const members: Member[] = [];
  for (let at = 0; at + 1 < plain.arguments.length; at += 2) {
    const key = plain.arguments[at];
    if (key?.kind !== 'string') return undefined;
    members.push([key.value, jsonElement(plain.arguments[at + 1] as Expression, t)]);
  }
  return members;
}

function membersOfText(written: string, at: Expression, t: Translator): readonly Member[] | undefined {
  const value = documentOfText(written);
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.entries(value).map(([key, one]) => [
    key,
    t.form(DOCUMENT_OF_TEXT[t.target], [text(JSON.stringify(one), at.span)], at),
  ]);
}
